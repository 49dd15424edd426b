"""What a headline may say, once more in plain Python; see tests/twins.py."""

from tests.twins import (
    columns,
    complete,
    county,
    last_of_county,
    one,
    totals,
    townships,
    until,
)

HELD_AGAINST = ("progress", "judgement")


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
        name: tables.one("reference.setting", setting=f"headline_{name}")["value"]
        for name in ("change", "base")
    }
    known = {place["ref_area"] for place in townships(tables)}
    values = [each["obs_value"] for each in rows if each["ref_area"] in known]
    bounded = [
        each
        for each in tables.of("interval", indicator=indicator, time_period=shown)
        if each["family_lower"] is not None
    ]
    return [
        columns(row, "ref_area", "time_period", "obs_value", "change_year", "target")
        | paced(tables, row)
        | columns(row, *HELD_AGAINST)
        | {"is_change_significant": moved(row, least)}
        | {"is_spread_significant": apart(values, least["change"]) and told_apart(bounded)}
    ]


def paced(tables, row):
    """Work out anew what was due of a target by a row's period, and how that is reckoned."""
    year, month = int(row["time_period"][:4]), row["time_period"][5:]
    aim = one(
        tables["reference.target"],
        indicator=row["indicator"],
        ref_area=row["ref_area"],
        year=year,
    )
    if aim is None:
        return {"pace": None, "pace_basis": None}
    indicator = tables.one("indicator", id=row["indicator"])
    before = {
        other["time_period"]: other["obs_value"]
        for other in totals(tables, row["indicator"])
        if other["ref_area"] == row["ref_area"] and complete(other)
    }
    end = before.get(f"{year - 1}-12")
    gone = int(month or 12) / 12
    target = float(aim["target"])
    pace, basis = target, "target"
    if indicator["accumulate"]:
        then = before.get(f"{year - 1}-{month}")
        asked = aim["pacing"] == "上年节奏"
        if asked and end and then is not None:
            pace, basis = target * then / end, "rhythm"
        else:
            pace, basis = target * gone, "months_instead" if asked else "months"
    elif indicator["kind"] == "stock" and gone < 1 and end is not None and end != target:
        is_past = {"higher_is_better": end > target, "lower_is_better": end < target}
        if not is_past.get(indicator["polarity"], False):
            pace, basis = end + (target - end) * gone, "climb"
    return {"pace": pace, "pace_basis": basis}


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


def forecasts(tables, time_period):
    rows = [row for row in tables["forecast"] if row["time_period"] <= time_period]
    return sorted(rows, key=lambda row: (row["indicator"], row["ref_area"]))


def forecast_way(tables, indicator):
    starts = {row["time_period"]: row["start_date"] for row in tables["period"]}
    home = county(tables)["ref_area"]
    rows = [
        columns(row, "time_period")
        | {"start_date": starts[row["time_period"]]}
        | columns(row, "obs_value", "obs_lower", "obs_upper")
        for row in tables["forecast_month"]
        if (row["indicator"], row["ref_area"]) == (indicator, home)
    ]
    return sorted(rows, key=lambda row: row["start_date"])


TWINS = {"headline": headline, "forecasts": forecasts, "forecast_way": forecast_way}
