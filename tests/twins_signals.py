"""What a loop over the tables says of signals."""

from tests.twins import county, totals, townships

KEY = ("indicator", "ref_area", "time_period")


def signals(tables, indicator):
    names = {row["ref_area"]: row["name_zh"] for row in townships(tables)}
    names[county(tables)["ref_area"]] = county(tables)["short_zh"]
    rows = [row for row in tables["signal"] if not indicator or row["indicator"] == indicator]
    rows.sort(key=lambda row: row["kind"], reverse=True)
    rows.sort(key=lambda row: (row["indicator"], row["ref_area"]))
    at = {tuple(row[name] for name in KEY): row for row in totals(tables)}
    return [
        row
        | {
            "name_zh": names[row["ref_area"]],
            "obs_value": own_value(tables, row, at[tuple(row[name] for name in KEY)]),
        }
        for row in rows
    ]


def own_value(tables, row, at):
    value, before = at["obs_value"], at["previous_value"]
    sums = tables.one("indicator", id=row["indicator"])["accumulate"] == "year"
    if not sums or row["time_period"].endswith("-01"):
        return value
    return None if value is None or before is None else value - before


TWINS = {"signals": signals}
