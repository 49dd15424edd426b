"""What a headline may say, once more in plain Python; see tests/twins.py."""

from tests.twins import columns, complete, last_of_county, one, only, totals, townships, until

HELD_AGAINST = ("change_year", "target", "pace", "progress", "judgement")


def headline(tables, indicator, ref_area, time_period):
    shown = last_of_county(tables, until(tables, time_period)).get(indicator)
    rows = [
        row
        for row in totals(tables, indicator)
        if row["time_period"] == shown and complete(row) and row["obs_value"] is not None
    ]
    row = one(rows, ref_area=ref_area)
    if row is None:
        return []
    least = {
        name: one(tables["reference.setting"], setting=f"headline_{name}")["value"]
        for name in ("change", "base")
    }
    known = {place["ref_area"] for place in townships(tables)}
    values = [each["obs_value"] for each in rows if each["ref_area"] in known]
    bounded = [
        each
        for each in only(tables["interval"], indicator=indicator, time_period=shown)
        if each["family_lower"] is not None
    ]
    return [
        columns(row, "ref_area", "time_period", "obs_value", *HELD_AGAINST)
        | {"is_change_significant": moved(row, least)}
        | {"is_spread_significant": apart(values, least["change"]) and told_apart(bounded)}
    ]


def moved(row, least):
    """A change means something beside what it was, and where there were cases enough."""
    if row["change_year"] is None:
        return False
    before = row["obs_value"] - row["change_year"]
    cases = row["denominator"]
    if cases is None:
        cases = max(abs(row["obs_value"]), abs(before))
    return abs(row["change_year"]) >= least["change"] * abs(before) and cases >= least["base"]


def apart(values, share):
    if len(values) < 2:
        return False
    spread = max(values) - min(values)
    return spread > 0 and spread >= share * max(map(abs, values))


def told_apart(bounded):
    """Where there are intervals, two of them must not meet."""
    if not bounded:
        return True
    return any(one["family_lower"] > other["family_upper"] for one in bounded for other in bounded)


TWINS = {"headline": headline}
