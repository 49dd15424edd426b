"""How many residents a township has, by which demo figures are shared out."""

from demo import common

OLDER = ("60-69", "70-79", "80-89", "90+")
CHILDREN = ("0-17",)


def residents(bands=None, year="2023"):
    """Return {township's name: residents of these age bands, or of all}, in scope and in order."""
    rows = [row for row in common.reference("population") if row["year"] == year]
    return {
        township.name: sum(
            int(row["persons"])
            for row in rows
            if row["ref_area"] == township.ref_area and (bands is None or row["age_band"] in bands)
        )
        for township in common.townships()
    }


def shared_out(total, bands):
    """Return {township's name: its part of a whole number}, by residents of these age bands."""
    heads = residents(bands)
    return dict(zip(heads, common.allocate(total, list(heads.values())), strict=True))
