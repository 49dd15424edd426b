"""Twins of the cuts behind the quality page: see tests/twins.py."""

import datetime

from tests.twins import columns, county, last, townships


def schedules(tables):
    return sorted(tables["reference.schedule"], key=lambda row: row["extract"])


def reach(tables, extract):
    return tables.one("reference.extract", extract=extract)


def three_years_before(day):
    """Return the same day of the month three years earlier, or the month's last."""
    try:
        return day.replace(year=day.year - 3)
    except ValueError:
        return day.replace(year=day.year - 3, day=28)


def arrivals(tables, today):
    today = datetime.date.fromisoformat(today)
    found = []
    for schedule in schedules(tables):
        extract = reach(tables, schedule["extract"])
        here = {
            (row["ref_area"], row["time_period"]): row["is_here"]
            for row in tables.of("arrival_month", extract=schedule["extract"])
        }
        noted = {
            (row["ref_area"], row["time_period"]): row["arrived_on"]
            for row in tables.of("reference.arrival", extract=schedule["extract"])
        }
        periods = sorted(
            tables.of("period", freq=schedule["freq"]), key=lambda row: row["start_date"]
        )
        for township in townships(tables):
            for period in periods:
                if (
                    not township["in_scope"]
                    or period["end_date"] <= three_years_before(today)
                    or period["start_date"] > today
                    or period["start_date"] < extract["history_from"]
                ):
                    continue
                area, end = township["ref_area"], period["end_date"]
                due_on = end + datetime.timedelta(days=schedule["due_day"])
                is_here = end <= extract["as_of"] and here.get((area, f"{end:%Y-%m}"), False)
                arrived_on = noted.get(
                    (area, period["time_period"]), noted.get((None, period["time_period"]))
                )
                state = "not_due" if today <= due_on else "missing"
                if is_here:
                    state = "late" if arrived_on and arrived_on > due_on else "arrived"
                found.append(
                    columns(schedule, "extract", "name_zh", "owner_zh", "freq", "due_day")
                    | {"ref_area": area, "area_zh": township["name_zh"]}
                    | columns(period, "time_period", "start_date", "end_date")
                    | {"due_on": due_on, "arrived_on": arrived_on, "state": state}
                )
    return found


def late_extracts(tables, today):
    today = datetime.date.fromisoformat(today)
    found = []
    for schedule in schedules(tables):
        as_of = reach(tables, schedule["extract"])["as_of"]
        owed = [
            row for row in tables.of("period", freq=schedule["freq"]) if row["end_date"] > as_of
        ]
        first = min(owed, key=lambda row: row["end_date"])
        due_on = first["end_date"] + datetime.timedelta(days=schedule["due_day"])
        if due_on < today:
            found.append(
                columns(schedule, "extract", "name_zh", "owner_zh", "freq")
                | {"as_of": as_of, "time_period": first["time_period"], "due_on": due_on}
                | {"days_late": (today - due_on).days}
            )
    return sorted(found, key=lambda row: -row["days_late"])


def clock(tables):
    return [columns(county(tables), "clock_on")]


def findings(tables):
    areas = {row["ref_area"]: (row["position"], row["name_zh"]) for row in townships(tables)}
    areas[county(tables)["ref_area"]] = (None, county(tables)["short_zh"])
    found = []
    for row in tables["finding"]:
        rule = tables.one("finding_rule", rule=row["rule"])
        schedule = tables.one("reference.schedule", extract=row["extract"])
        position, name = areas[row["ref_area"]]
        found.append(
            (
                (row["severity"] != "serious", -int(row["time_period"].replace("-", ""))),
                (row["rule"], last(position), row["finding"]),
                columns(row, "finding", "rule")
                | columns(rule, "name_zh")
                | columns(row, "kind", "severity", "extract")
                | {"extract_zh": schedule["name_zh"], "ref_area": row["ref_area"], "area_zh": name}
                | columns(row, "time_period", "indicator", "evidence_zh")
                | columns(rule, "cause_zh", "mend_zh", "basis_zh")
                | columns(row, "rows"),
            )
        )
    return [row for *_, row in sorted(found, key=lambda found: found[:2])]


def finding_rules(tables):
    found = []
    for rule in sorted(tables["finding_rule"], key=lambda row: (row["kind"], row["rule"])):
        found.append(
            columns(rule, "rule", "name_zh", "kind", "severity", "extract", "cause_zh")
            | columns(rule, "basis_zh", "file")
            | {"findings": len(tables.of("finding", rule=rule["rule"]))}
        )
    return found


TWINS = {
    "arrivals": arrivals,
    "clock": clock,
    "finding_rules": finding_rules,
    "findings": findings,
    "late_extracts": late_extracts,
}
