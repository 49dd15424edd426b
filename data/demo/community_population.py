"""The people of every village and community by age: synthetic, and summing to their township's.

A reference table, so it is written beside the others; no figure of a community was published.
"""

from demo import common

SIZES = {"社区": 5200.0, "村": 2300.0}  # what a community tends to have; only shares come of it
OLDER = {  # how much likelier somebody of an age lives in a village than in a town's community
    "0-17": 0.75,
    "18-59": 0.85,
    "60-69": 1.35,
    "70-79": 1.55,
    "80-89": 1.7,
    "90+": 1.75,
}
SPREAD = 9.0  # shape of the gamma by which communities differ in size; higher is more alike
HEADS = ("ref_area", "community", "year", "age_band", "persons")


def make(seed):
    """Return a row per community and age band for the newest year of population.csv.

    Each band of a township is split by largest remainder, so that its sum is exact.
    """
    population = common.reference("population")
    newest = max(row["year"] for row in population)
    rng = common.generator(seed, "community_population")
    communities = common.reference("community")
    size = {
        one["community"]: SIZES[one["kind"]] * rng.gamma(SPREAD) / SPREAD for one in communities
    }
    rows = []
    for band in (row for row in population if row["year"] == newest):
        own = [one for one in communities if one["ref_area"] == band["ref_area"]]
        tilt = OLDER[band["age_band"]]
        weights = [size[one["community"]] * (tilt if one["kind"] == "村" else 1.0) for one in own]
        for one, persons in zip(own, common.allocate(int(band["persons"]), weights), strict=True):
            rows.append(
                {
                    "ref_area": band["ref_area"],
                    "community": one["community"],
                    "year": newest,
                    "age_band": band["age_band"],
                    "persons": persons,
                }
            )
    return rows


def write(seed, folder):
    """Write the table under the names of its columns, as reference tables are."""
    heads = {name: name for name in HEADS}
    common.write(folder / "community_population.csv", heads, make(seed))
