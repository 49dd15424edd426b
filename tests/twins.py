"""Each cut once more in plain Python: slow loops over the published tables, nothing clever.

A twin takes the tables and the cut's parameters and returns its rows, in order, as dicts.
"""

import re

from tests.rows import records

TOTAL = "_T"


class Tables(dict):
    """The tables of a published version as lists of records, read when first asked for."""

    def __init__(self, con):
        self.con, self.found = con, {}

    def __missing__(self, name):
        self[name] = records(self.con, f"from {name}")
        return self[name]

    def of(self, name, /, **where):
        """Return the rows of a table that hold these values; it is gone through once, not each
        time."""
        found = self.found.get((name, *where))
        if found is None:
            found = self.found[name, *where] = {}
            for row in self[name]:
                found.setdefault(tuple(row[column] for column in where), []).append(row)
        return [*found.get((*where.values(),), ())]

    def one(self, name, /, **where):
        return next(iter(self.of(name, **where)), None)


CHANCE = (
    *("obs_lower", "obs_upper", "family_lower", "family_upper"),
    *("versus_county", "place_from", "place_to"),
)
MOMENTS = ("heat", "pyramid", "bars", "funnel")  # figures that show one period


def only(rows, **where):
    return [row for row in rows if all(row[name] == value for name, value in where.items())]


def one(rows, **where):
    found = only(rows, **where)
    return found[0] if found else None


def last(value):
    """Return a key that sorts null after everything."""
    return (value is None, 0 if value is None else value)


def ratio(over, under):
    return None if over is None or not under else over / abs(under)


def less(left, right):
    return None if left is None or right is None else left - right


def columns(row, *names):
    return {name: row[name] if row else None for name in names}


def setting(tables, name):
    return tables.one("reference.setting", setting=name)["value"]


def county(tables):
    return tables["reference.county"][0]


def townships(tables):
    return sorted(tables["reference.township"], key=lambda row: row["position"])


def until(tables, time_period):
    """Return the last day of a month."""
    return tables.one("reference.month", time_period=time_period)["month_end"]


def totals(tables, indicator=None):
    """Return the observations that are no category's, of one indicator or of all."""
    of = {} if indicator is None else {"indicator": indicator}
    return tables.of("observation", category=TOTAL, **of)


def last_complete(rows, day):
    """Return {indicator: the last period of these rows that is complete and over by a day}."""
    shown = {}
    for row in rows:
        if row["obs_status"] == "A" and row["end_date"] <= day:
            before = shown.get(row["indicator"], "")
            shown[row["indicator"]] = max(before, row["time_period"])
    return shown


def last_of_county(tables, day):
    code = county(tables)["ref_area"]
    return last_complete([row for row in totals(tables) if row["ref_area"] == code], day)


def complete(row):
    return row if row and row["obs_status"] == "A" else None


def areas(tables, indicator, time_period):
    rows = totals(tables, indicator)
    shown = last_of_county(tables, until(tables, time_period)).get(indicator)
    in_period = {row["ref_area"]: row for row in rows if row["time_period"] == shown}
    chance = {
        row["ref_area"]: row
        for row in tables.of("interval", indicator=indicator, time_period=shown)
    }
    whole = complete(in_period.get(county(tables)["ref_area"]))
    places = [
        county(tables)
        | {"name_zh": county(tables)["short_zh"], "area_level": "county", "is_county": True}
        | {"in_scope": True, "scope_note_zh": None},
        *(row | {"area_level": "township", "is_county": False} for row in townships(tables)),
    ]
    found = []
    for place in places:
        row = in_period.get(place["ref_area"])
        found.append(
            columns(place, "ref_area", "name_zh", "area_level", "is_county", "in_scope")
            | columns(place, "scope_note_zh")
            | {"time_period": shown}
            | columns(row, "numerator", "denominator", "obs_value", "obs_status")
            | columns(row, "previous_value", "change_previous", "change_year", "change_year_ratio")
            | {"change_county": less(row and row["obs_value"], whole and whole["obs_value"])}
            | columns(
                row, "target", "target_basis_zh", "pace", "pace_basis", "progress", "judgement"
            )
            | columns(row, "place", "places", "tied")
            | columns(chance.get(place["ref_area"]), *CHANCE)
        )
    return found


def areas_known(tables):
    aliases = {}
    for row in sorted(tables["reference.township_alias"], key=lambda row: row["alias"]):
        aliases.setdefault(row["ref_area"], []).append(row["alias"])
    top = columns(county(tables), "ref_area", "name_zh", "short_zh") | {
        "area_level": "county",
        "in_scope": True,
        "scope_note_zh": None,
        "position": 0,
        "aliases": "",
    }
    return [
        top,
        *(
            columns(row, "ref_area", "name_zh")
            | {"short_zh": row["name_zh"], "area_level": "township"}
            | columns(row, "in_scope", "scope_note_zh", "position")
            | {"aliases": "|".join(aliases.get(row["ref_area"], []))}
            for row in townships(tables)
        ),
    ]


def board(tables, board, ref_area, time_period):
    found = []
    for card in sorted(tables.of("reference.board", board=board), key=lambda c: c["position"]):
        rows = [
            row
            for row in totals(tables, card["indicator"])
            if row["ref_area"] == ref_area and row["end_date"] <= until(tables, time_period)
        ]
        rows.sort(key=lambda row: row["end_date"])
        shown = next((row for row in reversed(rows) if row["obs_status"] == "A"), None)
        if shown is None:
            continue
        whole = complete(
            one(
                totals(tables, card["indicator"]),
                ref_area=county(tables)["ref_area"],
                time_period=shown["time_period"],
            )
        )
        found.append(
            columns(shown, "indicator", "time_period", "numerator", "denominator", "obs_value")
            | columns(shown, "obs_status", "change_previous", "change_year", "change_year_ratio")
            | {"change_county": less(shown["obs_value"], whole and whole["obs_value"])}
            | columns(shown, "target", "pace", "pace_basis", "progress", "judgement")
            | columns(shown, "place", "places", "tied")
            | {"is_county": shown["ref_area"] == county(tables)["ref_area"]}
            | {"spark": since_the_last_change(tables, rows[-13:])}
        )
    return found


def since_the_last_change(tables, rows):
    segments = [segment_of(tables, row) for row in rows]
    return [
        row["obs_value"] if segment == segments[-1] else None
        for row, segment in zip(rows, segments, strict=True)
    ]


def board_indicators(tables, board):
    cards = tables.of("reference.board", board=board)
    return [columns(card, "indicator") for card in sorted(cards, key=lambda c: c["position"])]


def categories(tables, indicator, ref_area, time_period):
    rows = tables.of("observation", indicator=indicator)
    shown = last_of_county(tables, until(tables, time_period)).get(indicator)
    found = [
        columns(row, "category", "time_period", "numerator", "denominator", "obs_value")
        | columns(row, "obs_status", "change_year")
        for row in rows
        if row["ref_area"] == ref_area and row["time_period"] == shown and row["category"] != TOTAL
    ]
    return sorted(
        found,
        key=lambda row: (row["obs_value"] is None, -(row["obs_value"] or 0), row["category"]),
    )


def columns_of(tables, contract):
    rows = sorted(tables.of("contract_column", contract=contract), key=lambda r: r["position"])
    said = ("name_zh", "name", "type", "required", "unit", "vocabulary", "meaning_zh")
    return [columns(row, *said) for row in rows]


def events(tables, theme, indicator):
    rows = [
        row
        for row in tables["reference.event"]
        if row["theme"] == theme or row["breaks"] == indicator
    ]
    rows.sort(key=lambda row: (row["event_on"], row["name_zh"]))
    return [
        columns(row, "event_on", "name_zh") | {"is_break": row["breaks"] == indicator}
        for row in rows
    ]


def extracts(tables):
    reach = {row["extract"]: row["as_of"] for row in tables["reference.extract"]}
    found = []
    for contract in sorted(tables["contract"], key=lambda row: (row["kind"], row["contract"])):
        receipt = tables.one("receipt", contract=contract["contract"])
        found.append(
            columns(contract, "contract", "kind", "name_zh", "owner_zh", "disclosure", "freq")
            | columns(contract, "due_day", "meaning_zh")
            | columns(receipt, "file", "sha256", "encoding", "rows", "loaded", "refused", "surplus")
            | {"as_of": reach.get(contract["contract"])}
        )
    return found


def figure(tables, figure, ref_area, time_period):
    day = until(tables, time_period)
    rows = [
        row
        for row in tables.of("figure_cell", figure=figure, ref_area=ref_area)
        if row["start_date"] <= day
    ]
    if tables.one("figure", id=figure)["kind"] in MOMENTS and rows:
        whole = [row for row in rows if row["obs_status"] != "P"] or rows
        latest = max(row["start_date"] for row in whole)
        rows = only(rows, start_date=latest)
    said = ("ref_area", "time_period", "start_date", "category", "category_position", "series")
    said += ("series_position", "obs_value", "obs_status")
    order = ("start_date", "category_position", "category", "series_position")
    rows.sort(key=lambda row: [row[name] for name in order])
    return [
        columns(row, *said) | {"share": of_the_step_before(tables, figure, rows, row)}
        for row in rows
    ]


def of_the_step_before(tables, figure, rows, row):
    steps = [step for step in rows if step["start_date"] == row["start_date"]]
    place = steps.index(row)
    if tables.one("figure", id=figure)["kind"] != "funnel" or not place:
        return None
    before = steps[place - 1]["obs_value"]
    return row["obs_value"] / before if before and row["obs_value"] is not None else None


def figure_rows(tables, figure, time_period):
    day = until(tables, time_period)
    rows = [row for row in tables.of("figure_cell", figure=figure) if row["end_date"] <= day]
    shown = max((row["time_period"] for row in rows), default=None)
    places = {row["ref_area"]: row for row in townships(tables)}
    rows = [
        row | {"area_name": places[row["ref_area"]]["name_zh"]}
        for row in rows
        if row["time_period"] == shown and row["ref_area"] in places and row["numerator"] > 0
    ]
    rows.sort(
        key=lambda row: (
            places[row["ref_area"]]["position"],
            row["category_position"],
            row["category"],
        )
    )
    said = ("area_name", "ref_area", "time_period", "category", "series")
    return [columns(row, *said) for row in rows]


def by_theme(tables, rows):
    position = {row["theme"]: row["position"] for row in tables["reference.theme"]}
    return sorted(rows, key=lambda row: (position[row["theme"]], row["id"]))


def figures(tables):
    return by_theme(tables, tables["figure"])


def indicators(tables):
    themes = {row["theme"]: row for row in tables["reference.theme"]}
    return [
        row
        | {
            "theme_zh": themes[row["theme"]]["name_zh"],
            "theme_position": themes[row["theme"]]["position"],
        }
        for row in by_theme(tables, tables["indicator"])
    ]


def people(tables, ref_area, time_period):
    year = int(time_period[:4])
    here = {
        row["ref_area"]
        for row in townships(tables)
        if row["in_scope"] and ref_area in (row["ref_area"], county(tables)["ref_area"])
    }
    counted = [row for row in tables["reference.population"] if row["year"] <= year]
    latest = max((row["year"] for row in counted), default=None)
    persons = [
        row["persons"] for row in counted if row["year"] == latest and row["ref_area"] in here
    ]
    kinds = [row["kind"] for row in tables["reference.community"] if row["ref_area"] in here]
    return [
        {
            "persons": sum(persons) if persons else None,
            "urban": kinds.count("社区"),
            "rural": kinds.count("村"),
        }
    ]


def settings(tables):
    rows = sorted(tables["reference.setting"], key=lambda row: row["setting"])
    return [columns(row, "setting", "value", "meaning_zh") for row in rows]


def periods(tables):
    months = {
        row["time_period"]
        for row in tables["observation"]
        if row["freq"] == "M" and row["obs_status"] == "A"
    }
    return [{"time_period": month} for month in sorted(months, reverse=True)]


def point_layers(tables):
    return sorted(tables["point_layer"], key=lambda row: row["id"])


def points(tables, layer):
    said = ("name_zh", "ref_area", "lon", "lat", "state", "since", "detail_zh")
    rows = tables.of("point", layer=layer)
    rows.sort(key=lambda row: (row["ref_area"], row["name_zh"], row["lon"], row["lat"]))
    return [columns(row, *said) for row in rows]


def profile(tables, time_period):
    shown = last_of_county(tables, until(tables, time_period))
    indicators = {row["id"]: row for row in tables["indicator"]}
    themes = {row["theme"]: row for row in tables["reference.theme"]}
    places = {row["ref_area"]: row for row in townships(tables)}
    boarded = {row["indicator"] for row in tables["reference.board"]}
    intervals = of_cells(tables.of("interval", category=TOTAL))
    trends = of_cells(tables.of("signal", kind="trend"))
    middles = of_cells(only(totals(tables), ref_area=county(tables)["ref_area"], obs_status="A"))
    found = []
    for row in totals(tables):
        if row["obs_status"] == "M" or row["time_period"] != shown.get(row["indicator"]):
            continue
        indicator = indicators[row["indicator"]]
        cell = (row["indicator"], row["ref_area"], row["time_period"])
        middle = middles.get((cell[0], county(tables)["ref_area"], cell[2]))
        is_held = indicator["standardised"] and row is not middle
        beside = less(row["obs_value"], middle["obs_value"] if middle else None)
        trend = trends.get(cell)
        theme, place = themes[indicator["theme"]], places.get(row["ref_area"])
        order = (theme["position"], row["indicator"], place["position"] if place else 0)
        found.append(
            (
                order,
                columns(row, "indicator")
                | columns(indicator, "name_zh", "unit_zh", "decimals", "polarity", "theme")
                | {
                    "theme_zh": theme["name_zh"],
                    "group_zh": theme["group_zh"],
                    "standardised": indicator["standardised"],
                    "is_on_board": row["indicator"] in boarded,
                }
                | columns(row, "ref_area")
                | {
                    "area_name": place["name_zh"] if place else county(tables)["short_zh"],
                    "area_level": "township" if place else "county",
                }
                | columns(row, "time_period", "obs_value", "obs_status", "place", "places", "tied")
                | {"change_county": beside if is_held else None}
                | columns(intervals.get(cell), "versus_county", "place_from", "place_to")
                | {"trend": trend and trend["direction"]}
                | {"trend_periods": trend and trend["periods"]}
                | columns(row, "change_year", "target", "progress", "judgement"),
            )
        )
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def of_cells(rows):
    return {(row["indicator"], row["ref_area"], row["time_period"]): row for row in rows}


def reconciliations(tables):
    grade = {"differs": 0, "agrees": 1, "no_data": 2}
    indicators = {row["id"]: row for row in tables["indicator"]}
    found = []
    for row in tables["reconciliation"]:
        indicator = indicators.get(row["indicator"])
        found.append(
            row
            | {
                "indicator_zh": indicator and indicator["name_zh"],
                "indicator_unit_zh": indicator and indicator["unit_zh"],
                "decimals": indicator and indicator["decimals"],
            }
        )
    return sorted(found, key=lambda row: (grade[row["verdict"]], row["domain"], row["id"]))


def refusals(tables):
    contracts = {row["contract"]: row for row in tables["contract"]}
    said = ("contract", "disclosure", "name_zh", "file", "line", "column_zh", "value", "masked")
    rows = [
        row | columns(contracts[row["contract"]], "name_zh", "disclosure")
        for row in tables["refusal"]
    ]
    rows.sort(
        key=lambda row: (row["name_zh"], row["line"], last(row["column_zh"]), row["cause_zh"])
    )
    return [columns(row, *said, "cause_zh", "mend_zh") for row in rows]


def checks(tables):
    contracts = {row["contract"]: row for row in tables["contract"] if row["kind"] == "extract"}
    found = []
    for check in only_in(tables["check_"], contracts):
        of = {"contract": check["contract"], "name": check["column"]}
        column = tables.one("contract_column", **of)
        of = {"contract": check["contract"], "check_name": check["name"]}
        broken = len(tables.of("refusal", **of))
        name = contracts[check["contract"]]["name_zh"]
        position = last(column and column["position"])
        row = {"name_zh": name, "column_zh": column["name_zh"] if column else "整行"}
        row |= columns(check, "name", "kind", "cause_zh", "mend_zh") | {"broken": broken}
        found.append(((-broken, name, position, check["name"]), row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def only_in(rows, contracts):
    return [row for row in rows if row["contract"] in contracts]


def themes(tables):
    rows = sorted(tables["reference.theme"], key=lambda row: row["position"])
    return [columns(row, "theme", "name_zh", "group_zh", "position", "question_zh") for row in rows]


def segment_of(tables, row):
    """Return how many ends of a change of the definition lie before or in the period."""
    of, period = tables.one("indicator", id=row["indicator"]), row["time_period"]
    (span,) = tables.of("period", time_period=period)
    begin = span["start_date"]
    if of["accumulate"] == "year":
        begin = begin.replace(month=1, day=1)
    days = [event["event_on"] for event in tables.of("reference.event", breaks=of["id"])]
    return sum((day <= begin) + (day <= span["end_date"]) for day in days)


def trend(tables, indicator):
    starts = {row["time_period"]: row["start_date"] for row in tables["period"]}
    places = {row["ref_area"]: row for row in townships(tables)}
    found = []
    for row in totals(tables, indicator):
        if row["obs_status"] == "M":
            continue
        place, start = places.get(row["ref_area"]), starts[row["time_period"]]
        found.append(
            (
                (place["position"] if place else 0, start),
                columns(row, "ref_area")
                | {
                    "name_zh": place["name_zh"] if place else county(tables)["short_zh"],
                    "area_level": "township" if place else "county",
                    "time_period": row["time_period"],
                    "start_date": start,
                }
                | columns(row, "obs_value", "obs_status", "numerator", "denominator", "target")
                | {"is_complete": row["obs_status"] != "P"}
                | {"segment": segment_of(tables, row)},
            )
        )
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def cell(tables, declared, ref_area, time_period):
    where = {"ref_area": ref_area, "time_period": time_period}
    names = ("category", "series", "numerator", "denominator", "obs_value", "obs_status")
    observed = tables.of("observation", indicator=declared, **where)
    observed.sort(
        key=lambda row: (
            row["category"] != TOTAL,
            row["obs_value"] is None,
            -(row["obs_value"] or 0),
            row["category"],
        )
    )
    drawn = tables.of("figure_cell", figure=declared, **where)
    drawn.sort(key=lambda row: (row["category_position"], row["series_position"]))
    return [columns({"series": TOTAL} | row, *names) for row in (*observed, *drawn)]


def cell_periods(tables, declared):
    rows = [*tables.of("observation", indicator=declared)]
    rows += tables.of("figure_cell", figure=declared)
    return [
        {"time_period": period}
        for period in sorted({row["time_period"] for row in rows}, reverse=True)
    ]


def declared_row(tables, declared):
    return one([*tables["indicator"], *tables["figure"]], id=declared)


def marts_read(tables, declared):
    row = declared_row(tables, declared)
    words = set(re.findall(r"\w+\.\w+", row["sql"])) if row else set()
    return [
        columns(mart, "mart", "file", "sql")
        for mart in sorted(tables["mart_sql"], key=lambda mart: mart["mart"])
        if f"mart.{mart['mart']}" in words
    ]


def inputs(tables, declared):
    row = declared_row(tables, declared)
    if row is None:
        return []
    sql = " ".join(mart["sql"] for mart in marts_read(tables, declared))
    words = re.findall(r"(?:staging|reference)\.(\w+)", f"{row['sql']} {row['rows']} {sql}")
    read = {*words, *row["extracts"].split(","), row["rows_of"]}
    known = {contract["contract"]: contract for contract in tables["contract"]}
    found = []
    for receipt in tables["receipt"]:
        contract = known[receipt["contract"]]
        if contract["contract"] in read:
            reach = tables.one("reference.extract", extract=contract["contract"])
            found.append(
                columns(contract, "contract", "kind", "name_zh", "disclosure")
                | {"is_counted": contract["contract"] == row["rows_of"]}
                | columns(receipt, "file", "sha256", "rows", "loaded", "refused")
                | columns(reach, "as_of")
            )
    return sorted(
        found,
        key=lambda one: (not one["is_counted"], one["kind"], one["contract"], one["file"]),
    )


TWINS = {
    "areas": areas,
    "areas_known": areas_known,
    "board": board,
    "board_indicators": board_indicators,
    "categories": categories,
    "cell": cell,
    "cell_periods": cell_periods,
    "columns": columns_of,
    "events": events,
    "extracts": extracts,
    "figure": figure,
    "figure_rows": figure_rows,
    "figures": figures,
    "indicators": indicators,
    "inputs": inputs,
    "marts_read": marts_read,
    "people": people,
    "periods": periods,
    "point_layers": point_layers,
    "points": points,
    "profile": profile,
    "reconciliations": reconciliations,
    "checks": checks,
    "refusals": refusals,
    "settings": settings,
    "themes": themes,
    "trend": trend,
}
