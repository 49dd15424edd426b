"""Indicators that differ in how they are shown: one for each way, where every one costs a page."""

from queries.catalogue import load_catalogue
from queries.contracts import load_contracts
from tests.rows import SHIPPED


def unlike(each_extract=False) -> list[str]:
    """Return the first indicator of each combination of what pages ask of one.

    With `each_extract` also the first that counts the records of each extract.
    """
    contracts, found = load_contracts(SHIPPED / "contracts"), {}
    for one in load_catalogue().indicators.values():
        records = one.rows_of or one.extracts[0]
        shape = (
            one.kind,
            one.polarity,
            one.chance or one.standardised,
            one.freq,
            one.accumulate,
            one.unit_zh == "%",
            bool(one.category_zh),
            contracts[records].disclosure,
            len(one.extracts) > 1,
        )
        found.setdefault(shape, one.id)
        if each_extract:
            found.setdefault(records, one.id)
    return list(dict.fromkeys(found.values()))
