"""What needs attention, once more in plain Python; see tests/twins.py."""

from tests.twins import (
    columns,
    county,
    last,
    last_of_county,
    ratio,
    setting,
    totals,
    townships,
    until,
)
from tests.twins_quality import late_extracts

KINDS = ("behind", "due", "unusual", "gap")
SIGNALS = {  # polarity: directions that are news
    "higher_is_better": ("low", "falling"),
    "lower_is_better": ("high", "rising"),
    "neutral": ("low", "high"),
}
SAID = (
    *("kind", "finding", "muted", "is_led", "indicator", "indicator_zh", "unit_zh", "decimals"),
    *("polarity", "ref_area", "area_name", "is_county", "others_zh", "time_period", "obs_value"),
    *(
        "previous_value",
        "change_previous",
        "change_ratio",
        "target",
        "pace",
        "pace_basis",
        "progress",
        "place",
    ),
    *("places", "expected", "lower", "upper", "level", "slope_per_year", "periods", "indicators"),
    *("extract", "extract_zh", "owner_zh", "due_on", "days_late"),
)
LEFT_OUT = dict.fromkeys(SAID) | {"muted": "", "is_led": False, "others_zh": []}
LEFT_OUT |= {"grade": None, "reach": None, "steepness": None, "due_place": None}


def attention(tables, time_period, today):
    said = Said(tables, time_period)
    once = said.once([row for row in said.judged() if row])
    rows = once + said.gaps(once) + list(said.late(today))
    lead(rows, said.position)
    rows.sort(
        key=lambda row: (
            KINDS.index(row["kind"]),
            row["muted"] != "",
            row["grade"],
            last(None if row["days_late"] is None else -row["days_late"]),
            last(row["due_place"]),
            last(row["reach"]),
            last(row["steepness"]),
            (row["indicator"] is None, row["indicator"] or ""),
            row["extract"] or "",
            row["ref_area"],
        )
    )
    return [columns(row, *SAID) for row in rows]


def fact_of(indicators, id_):
    """Two indicators tell the same fact if they count the same records, or one says so."""
    of = indicators[indicators[id_]["same_as"] or id_]
    same = ("extracts", "rows_of", "rows", "measure")
    return min(
        one["id"] for one in indicators.values() if all(one[name] == of[name] for name in same)
    )


class Said:
    """What a month has to say; a row of a fact is an observation with more told of it."""

    def __init__(self, tables, time_period):
        self.tables, self.day = tables, until(tables, time_period)
        self.indicators = {row["id"]: row for row in tables["indicator"]}
        self.areas = {row["ref_area"]: row for row in townships(tables)}
        self.position = {row["name_zh"]: row["position"] for row in self.areas.values()}
        self.boarded = {row["indicator"] for row in tables["reference.board"]}
        self.base = setting(tables, "headline_base")
        self.facts = {id_: fact_of(self.indicators, id_) for id_ in self.indicators}
        self.shown = last_of_county(tables, self.day)

    def about(self, row):
        of = self.indicators[row["indicator"]]
        place = self.areas.get(row["ref_area"])
        aim, value = row["pace"], row["obs_value"]
        if of["polarity"] == "lower_is_better":
            reach = aim / value if aim is not None and value else None
        else:
            reach = value / aim if aim and value is not None else None
        return (
            LEFT_OUT
            | row
            | columns(of, "unit_zh", "decimals", "polarity", "standardised")
            | {"indicator_zh": of["name_zh"], "flow": of["kind"] == "flow"}
            | {"area_name": (place or {"name_zh": county(self.tables)["short_zh"]})["name_zh"]}
            | {"is_county": place is None, "fact": self.facts[row["indicator"]], "reach": reach}
            | {"change_ratio": ratio(row["change_previous"], row["previous_value"])}
        )

    def judged(self):
        for row in totals(self.tables):
            if row["obs_status"] == "A" and row["time_period"] == self.shown.get(row["indicator"]):
                row = self.about(row)
                yield self.behind(row)
                yield self.overdue(row)
                yield self.will_miss(row)
                yield from self.signals(row)
                yield self.drop(row)

    def behind(self, row):
        if row["judgement"] not in ("behind", "attention") or row["polarity"] == "neutral":
            return None
        grade = 1 if row["judgement"] == "behind" else 3
        found = row | {"kind": "behind", "finding": row["judgement"], "grade": grade}
        if not row["is_county"] and row["standardised"] and self.is_small(found):
            return found | {"muted": "small"}
        return found | {"muted": self.same(found)} if weighs_rate(found) else found

    def overdue(self, row):
        on = self.tables.one("reference.board", board="overdue", indicator=row["indicator"])
        if on is None or not row["obs_value"] > 0:
            return None
        place = {"due_place": on["position"]}
        return row | place | {"kind": "due", "finding": "overdue", "grade": 2}

    def will_miss(self, row):
        at = columns(row, "indicator", "ref_area", "time_period")
        found = self.tables.one("forecast", **at, state="will_miss")
        left = 12 - row["end_date"].month
        if found is None or row["polarity"] == "neutral":
            return None
        if left > setting(self.tables, "due_months"):
            return None
        return (
            row
            | {"kind": "due", "finding": "will_miss", "grade": 2, "level": found["level"]}
            | {"expected": found["obs_value"], "lower": found["obs_lower"]}
            | {"upper": found["obs_upper"]}
        )

    def signals(self, row):
        at = columns(row, "indicator", "ref_area", "time_period")
        for signal in self.tables.of("signal", **at) if row["indicator"] in self.boarded else ():
            if signal["direction"] not in SIGNALS[row["polarity"]]:
                continue
            grade = 5 if row["polarity"] == "neutral" else 4
            found = row | columns(signal, "expected", "lower", "upper", "slope_per_year", "periods")
            found |= {"kind": "unusual", "finding": signal["direction"], "grade": grade}
            if signal["kind"] == "trend":
                steep = ratio(abs(signal["slope_per_year"]), row["obs_value"])
            else:
                wide = signal["upper"] - signal["lower"]
                steep = ratio(abs(row["obs_value"] - signal["expected"]), wide)
            found["steepness"] = None if steep is None else -steep
            yield found | {"muted": "small" if self.is_small(found) else ""}

    def drop(self, row):
        at = columns(row, "indicator", "ref_area", "time_period")
        points = self.tables.of("signal", **at, kind="point")
        fell = row["change_ratio"]
        if (
            row["is_county"]
            or not row["flow"]
            or row["polarity"] != "higher_is_better"
            or row["indicator"] not in self.boarded
            or fell is None
            or fell >= -setting(self.tables, "drop_attention")
            or self.is_as_every_year(row)
            or row["previous_value"] < 100
            or any(point["direction"] != "short" for point in points)
        ):
            return None
        found = row | {"kind": "unusual", "finding": "drop", "grade": 4, "steepness": fell}
        return found | {"muted": "small" if self.is_small(found) else self.same(found)}

    def is_as_every_year(self, row):
        fell = row["change_year_ratio"]
        return fell is not None and fell >= -setting(self.tables, "drop_attention")

    def is_small(self, row):
        cases = row["denominator"]
        if cases is None and not row["standardised"]:
            cases = max(abs(row[name] or 0) for name in ("obs_value", "previous_value", "expected"))
        return cases is not None and cases < self.base

    def same(self, row):
        at = columns(row, "indicator", "ref_area", "time_period")
        beside = self.tables.of("interval", **at, versus_county="same")
        return "same" if beside else ""

    def once(self, rows):
        kept = {}
        for row in rows:
            grave = (
                row["muted"] != "",
                row["grade"],
                last(row["reach"]),
                last(row["steepness"]),
                row["indicator"],
                row["finding"],
            )
            at = row["ref_area"], row["fact"]
            if at not in kept or grave < kept[at][0]:
                kept[at] = grave, row
        return [row for _, row in kept.values()]

    def gaps(self, once):
        said = {(row["ref_area"], row["fact"]) for row in once}
        newest = {}
        for row in totals(self.tables):
            if (
                row["obs_status"] == "A"
                and row["ref_area"] in self.areas
                and row["end_date"] <= self.day
            ):
                before = newest.get(row["indicator"], "")
                newest[row["indicator"]] = max(before, row["time_period"])
        lacking = {}
        for row in totals(self.tables):
            if (
                row["obs_status"] == "O"
                and row["ref_area"] in self.areas
                and row["indicator"] in self.boarded
                and row["time_period"] == newest.get(row["indicator"])
                and (row["ref_area"], self.facts[row["indicator"]]) not in said
            ):
                at = row["ref_area"], self.lacks(row), row["time_period"]
                lacking.setdefault(at, []).append(row)
        return [self.gap(extract, rows) for (_, extract, _), rows in lacking.items()]

    def lacks(self, row):
        wanted = self.indicators[row["indicator"]]["extracts"].split(",")
        month = f"{row['end_date']:%Y-%m}"
        missing = [
            note["extract"]
            for note in self.tables.of("arrival_month", ref_area=row["ref_area"], time_period=month)
            if note["extract"] in wanted and not note["is_here"]
        ]
        return min(missing) if missing else "indicator " + self.facts[row["indicator"]]

    def gap(self, extract, rows):
        first = self.about(min(rows, key=lambda row: (self.board_place(row), row["indicator"])))
        schedule = self.tables.one("reference.schedule", extract=extract)
        return (
            first
            | {"kind": "gap", "finding": "absent", "grade": 6, "indicators": len(rows)}
            | {"extract_zh": schedule and schedule["name_zh"]}
        )

    def board_place(self, row):
        themes = {theme["theme"]: theme["position"] for theme in self.tables["reference.theme"]}
        return min(
            (card["board"] != "overview", themes.get(card["board"], 99), card["position"])
            for card in self.tables.of("reference.board", indicator=row["indicator"])
        )

    def late(self, today):
        for row in late_extracts(self.tables, today):
            period = self.tables.one("period", time_period=row["time_period"])
            if period["end_date"] <= self.day:
                yield (
                    LEFT_OUT
                    | columns(row, "extract", "owner_zh", "time_period", "due_on", "days_late")
                    | {"kind": "due", "finding": "late", "grade": 2, "extract_zh": row["name_zh"]}
                    | {"ref_area": county(self.tables)["ref_area"], "is_county": True}
                    | {"area_name": county(self.tables)["short_zh"], "fact": row["extract"]}
                )


def weighs_rate(row):
    return not row["is_county"] and row["standardised"]


def lead(rows, position):
    """Let the county's row, else the gravest, stand for all of one fact and kind that are not
    muted."""
    groups = {}
    for row in rows:
        if row["muted"] == "":
            groups.setdefault((row["fact"], row["kind"]), []).append(row)
    for alike in groups.values():
        alike.sort(
            key=lambda row: (
                not row["is_county"],
                row["grade"],
                last(row["reach"]),
                last(row["steepness"]),
                last(None if row["obs_value"] is None else -row["obs_value"]),
                position.get(row["area_name"], 0),
            )
        )
        for row in alike[1:]:
            row["is_led"] = True
        alike[0]["others_zh"] = [row["area_name"] for row in alike[1:]]


TWINS = {"attention": attention}
