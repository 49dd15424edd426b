"""Indicators that differ in how they are shown: one for each way, where every one costs a page."""

from queries.catalogue import load_catalogue


def unlike() -> list[str]:
    """Return the first indicator of each combination of what pages ask of one."""
    found = {}
    for one in load_catalogue().indicators.values():
        shape = (
            one.kind,
            one.polarity,
            one.standardised,
            one.freq,
            one.accumulate,
            one.unit_zh == "%",
            bool(one.category_zh),
            tuple(one.extracts),
        )
        found.setdefault(shape, one.id)
    return list(found.values())
