"""Sites for organizations: township platforms, party service centres, village federations."""

import datetime

from demo import common, organizations
from demo.common import AS_OF

PLATFORM, CENTRE, FEDERATION = "社会组织服务平台", "社会组织党群服务中心", "村社区社会组织联合会"
PLATFORM_AREA = (1680, 920, 380, 560, 610, 420, 450, 760)
OPERATORS = ("4A", "4A", None, "3A", "5A", "3A", None, "3A")
CENTRES = (
    6,
    4,
    1,
    2,
    3,
    1,
    2,
    3,
)  # party service centres by township; the city's own is in the first
COVERED = (0.87, 0.82, 0.58, 0.74, 0.85, 0.42, 0.7, 0.76)  # of a township's organizations
FEDERATED = (0.78, 0.69, 0.6, 0.63, 0.82, 0.36, 0.6, 0.52)  # of its communities
FOUNDED = ("安桥社区", "孔家堰村")  # printed ones, founded early
MODELS = 7
SILENT = 3  # federations without any activity in a year


def make(seed):
    """Return every site; positions are those of communities, or a little beside them."""
    rng = common.generator(seed, "organization_sites")
    standing = [row for row in organizations.make(seed) if row["basis"] == "登记"]
    opened = {row["ref_area"]: row["registered_on"] for row in standing if _is_platform(row)}
    rows = []
    for index, township in enumerate(common.townships()):
        rows.append(_platform(rng, index, township, opened[township.name]))
        covered = sum(row["ref_area"] == township.name for row in standing) * COVERED[index]
        rows += _centres(rng, index, township, round(covered))
        rows += _federations(rng, index, township)
    _name_models(rng, rows)
    rows.sort(key=lambda row: row["opened_on"])
    for number, row in enumerate(rows, start=1):
        row |= {"site": f"Q{number:04d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    heads = common.headings("organization_sites")
    common.write(folder / "organization_sites.csv", heads, make(seed))


def _is_platform(row):
    return row["name"] == f"平湖市{row['ref_area']}社会组织服务中心"


def _platform(rng, index, township, opened_on):
    return {
        "name": f"{township.name}社会组织服务平台",
        "kind": PLATFORM,
        "ref_area": township.name,
        "opened_on": opened_on,
        "area": PLATFORM_AREA[index],
        "operator_grade": OPERATORS[index],
        "activities": int(rng.integers(40, 160)),
        **_beside(rng, township.communities[0]),
    }


def _centres(rng, index, township, covered):
    """Share the organizations covered between a township's centres, the first taking most."""
    count = CENTRES[index]
    shares = common.allocate(covered, [3, *[1] * (count - 1)])
    chosen = rng.choice(len(township.communities), size=count, replace=False)
    for place, share in zip(chosen, shares, strict=True):
        community = township.communities[place]
        first = share == shares[0] and place == chosen[0]
        after, until = (2018, 2020) if first else (2020, 2024)
        yield {
            "name": f"{township.name if first else community['name_zh']}社会组织党群服务中心",
            "kind": CENTRE,
            "ref_area": township.name,
            "community": community["name_zh"],
            "opened_on": common.day(rng, datetime.date(after, 3, 1), datetime.date(until, 6, 30)),
            "area": int(rng.integers(8, 60)) * 10,
            "orgs_covered": share,
            "activities": int(rng.integers(12, 70)),
            **_beside(rng, community),
        }


def _federations(rng, index, township):
    for community in township.communities:
        early = community["name_zh"] in FOUNDED
        if not early and rng.random() > FEDERATED[index]:
            continue
        until = datetime.date(2020, 6, 30) if early else AS_OF
        yield {
            "name": f"{community['name_zh']}社会组织联合会",
            "kind": FEDERATION,
            "ref_area": township.name,
            "community": community["name_zh"],
            "opened_on": common.day(rng, datetime.date(2019, 3, 1), until),
            "member_orgs": int(rng.integers(4, 15)),
            "activities": 4 + int(rng.poisson(14)),
            **_beside(rng, community),
        }


def _beside(rng, community):
    move = rng.normal(0, 0.0015, 2)
    return {
        "lon": round(float(community["lon"]) + float(move[0]), 5),
        "lat": round(float(community["lat"]) + float(move[1]), 5),
    }


def _name_models(rng, rows):
    """Make models of some old party service centres and platforms; silence some federations."""
    ripe = [row for row in rows if row["kind"] != FEDERATION and row["opened_on"].year <= 2021]
    for place in rng.choice(len(ripe), size=MODELS, replace=False):
        ripe[place]["model_on"] = common.day(rng, datetime.date(2022, 6, 1), AS_OF)
    young = [row for row in rows if row["kind"] == FEDERATION]
    for place in rng.choice(len(young), size=SILENT, replace=False):
        young[place]["activities"] = 0
