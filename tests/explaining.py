"""The explainer: says of every number in a text whether the data, the calendar or the page gave it.

It reads the published tables with SQL of its own and knows no slide: what a line may say follows
from what the slide is of (an item of a briefing). A number nobody can explain was invented.
"""

import calendar
import datetime
import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from types import SimpleNamespace

from tests.rows import records
from tests.twins import Tables
from tests.twins_attention import attention
from ui import labels, wording

TOKEN = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?[万亿]?%?")
DATE = re.compile(
    r"\d{4}年(?:1—\d+月|\d+月(?:\d+日)?|末)?|(?<![\d—])(?:1—)?\d{1,2}月(?:\d+日)?(?!\d)"
)
SCALE = {"": 1, "万": 1e4, "亿": 1e8}
LIMIT = r"(\d+(?:\.\d+)?)([万亿]?)%?"
CLASSES = {  # of a map's legend: pattern, and which values belong to it
    rf"＜{LIMIT}（(\d+)个）": lambda value, low, _: value < low,
    rf"{LIMIT}–{LIMIT}（(\d+)个）": lambda value, low, high: low <= value < high,
    rf"≥{LIMIT}（(\d+)个）": lambda value, low, _: value >= low,
    rf"(?<![–\d.]){LIMIT}（(\d+)个）": lambda value, low, _: value == low,
}
OPEN = ("A", "P")


@dataclass
class Known:
    """What a slide may say: words in which numbers stand, numbers, and things counted."""

    phrases: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    areas: set[int] = field(default_factory=set)  # how many townships something is said of
    places: set[tuple[int, int]] = field(default_factory=set)
    items: set[int] = field(default_factory=set)  # how many indicators or notices
    whole: int = 0  # how many there are of what a slide may show the first of
    gaps: set[tuple[str, int]] = field(default_factory=set)
    numbered: int = 0  # how many figures and tables have a number
    rows: set[int] = field(default_factory=set)  # how long the tables and their originals are
    values: list[float] = field(default_factory=list)  # of the townships, for a map's classes
    drawn: list[float] = field(default_factory=list)  # of all areas and periods, for an axis


class Explainer:
    """Explains lines of one version; `period` is the month looked at."""

    def __init__(self, con, version, period, words=()):
        self.con, self.period, self.words = con, period, {version, version[:7], *words}
        self.of = {
            row["id"]: SimpleNamespace(**row)
            for table in ("indicator", "figure")
            for row in records(con, f"from {table}")
        }
        self.county = records(con, "from reference.county")[0]
        self.townships = records(con, "from reference.township where in_scope")
        self.month_end = records(
            con, "select end_date from period where time_period = $p", {"p": period}
        )[0]["end_date"]
        self.dates = self._dates()
        self.words |= self._fixed()

    # What the data say

    def observed(self, indicator, *areas):
        """Return the observations of an indicator up to the month looked at, oldest first."""
        rows = records(
            self.con,
            """select observation.*, coalesce(township.name_zh, county.short_zh) as area,
                   interval.obs_lower, interval.obs_upper
               from observation
               left join interval using (indicator, ref_area, time_period, category)
               left join reference.township using (ref_area)
               left join reference.county on observation.ref_area = county.ref_area
               where indicator = $indicator and category = '_T' and end_date <= $until
                   and coalesce(township.in_scope, true)
               order by end_date""",
            {"indicator": indicator, "until": self.month_end},
        )
        return [row for row in rows if not areas or row["ref_area"] in areas]

    def cells(self, figure, area):
        rows = records(
            self.con,
            """from figure_cell where figure = $figure and ref_area = $area and end_date <= $until
               order by start_date""",
            {"figure": figure, "area": area, "until": self.month_end},
        )
        return rows

    def board(self, board):
        rows = records(
            self.con,
            "select indicator from reference.board where board = $b order by position",
            {"b": board},
        )
        return [row["indicator"] for row in rows]

    # What a slide may say

    def known(self, item, indicators=()) -> Known:
        """Return what the slide of an item may say; `indicators` are those of a profile."""
        area = item.area or self.county["ref_area"]
        known = Known(set(self.words), areas={len(self.townships)})
        if item.kind in ("indicator", "map", "trend"):
            self._indicator(known, item.of, area)
        elif item.kind == "cards":
            known.items |= self._cards(known, self.board(item.of), area)
        elif item.kind == "profile":
            self._profile(known, indicators, area)
        elif item.kind == "attention":
            self._attention(known)
        elif item.kind == "figure":
            self._figure(known, item.of, area)
        return known

    def _indicator(self, known, id_, area):
        of, county = self.of[id_], self.county["ref_area"]
        rows = self.observed(id_)
        ended = [row["time_period"] for row in rows if row["obs_status"] == "A"]
        mine = [
            row["time_period"]
            for row in rows
            if row["obs_status"] == "A" and row["ref_area"] == area
        ]
        now = {*ended[-1:], *mine[-1:]}
        before = {f"{int(one[:4]) - 1}{one[4:]}" for one in now}
        for row in rows:
            if row["time_period"] in now:
                self._say(known, row, of)
                self._place(known, row)
            elif row["time_period"] in before and row["ref_area"] in (area, county):
                self._amounts(known, of, row["obs_value"])
        for one in (area, county):
            first = [r for r in rows if r["ref_area"] == one and r["obs_status"] == "A"][:1]
            self._amounts(known, of, *(row["obs_value"] for row in first))
        self._targets(known, of, rows, county)
        self._count_areas(known, of, [row for row in rows if row["time_period"] in now])
        self._count_gaps(known, rows)
        self._events(known, of.theme)
        known.rows.add(len({row["time_period"] for row in rows}))
        known.drawn = [float(row["obs_value"]) for row in rows if row["obs_value"] is not None]

    def _count_areas(self, known, of, rows):
        rows = [row for row in rows if row["ref_area"] != self.county["ref_area"]]
        shown = [row["obs_value"] for row in rows if row["obs_status"] == "A"]
        known.values = [wording.exact(value, of) for value in shown]
        left_out = [row for row in rows if row["obs_status"] in ("O", "P", "Q")]
        known.areas |= {len(shown), len(left_out)}
        if shown:
            known.areas |= {shown.count(min(shown)), shown.count(max(shown))}

    def _count_gaps(self, known, rows):
        held = [row["obs_status"] for row in rows if row["obs_status"] != "A"]
        known.gaps |= {(wording.status_word(one), held.count(one)) for one in set(held)}

    def _targets(self, known, of, rows, area):
        aims = [row["target"] for row in rows if row["ref_area"] == area and row["target"]]
        for aim in aims[-1:]:
            known.numbers |= tokens(wording.goal(aim, of))

    def _cards(self, known, indicators, area):
        """Take the newest complete observation of each; return what is counted of them."""
        newest = []
        for id_ in indicators:
            rows = [row for row in self.observed(id_, area) if row["obs_status"] == "A"]
            for row in rows[-1:]:
                newest.append(row)
                self._say(known, row, self.of[id_])
                for part in ("numerator", "denominator"):
                    if row[part] is not None:
                        known.numbers |= tokens(wording.plain(row[part]))
        aimed = [r["judgement"] for r in newest if r["judgement"] not in (None, "pending")]
        late = [one for one in aimed if one in ("behind", "attention")]
        return {len(newest), len(aimed), len(late)}

    def _profile(self, known, indicators, area):
        known.whole = len(indicators)
        for id_ in indicators:
            for one in (area, self.county["ref_area"]):
                rows = [row for row in self.observed(id_, one) if row["obs_status"] == "A"]
                for row in rows[-1:]:
                    self._say(known, row, self.of[id_])
                    self._place(known, row)

    def _attention(self, known):
        """Take what the twin of the cut finds, in a slow loop over the same tables."""
        today = f"{self.county['clock_on']:%Y-%m-%d}"
        found = [
            row
            for row in attention(Tables(self.con), self.period, today)
            if row["muted"] == "" and not row["is_led"]
        ]
        for row in found:
            known.areas.add(len(row["others_zh"]))
            if row["indicator"] is not None:
                self._noticed(known, row, self.of[row["indicator"]])
        known.items |= {len(found), *(row["indicators"] for row in found if row["indicators"])}
        known.whole = len(found)

    def _noticed(self, known, row, of):
        self._say(known, row | {"obs_status": "A", "change_year": None}, of)
        self._amounts(
            known, of, *(row[one] for one in ("previous_value", "expected", "lower", "upper"))
        )
        if row["change_previous"] is not None:
            known.numbers |= tokens(wording.amount(abs(row["change_previous"]), of))
        if row["level"] is not None:
            known.numbers |= tokens(wording.percent(row["level"]).replace(".0%", "%"))
        if row["slope_per_year"] is not None:
            known.numbers |= tokens(wording.signed(row["slope_per_year"], of))
            known.phrases.add(f"近{int(row['periods'])}个月")
        if row["change_ratio"] is not None:
            known.numbers |= tokens(wording.percent(abs(row["change_ratio"])))

    def _figure(self, known, id_, area):
        of = self.of[id_]
        rows = [row for row in self.cells(id_, area) if row["obs_status"] in OPEN]
        self._amounts(known, of, *(row["obs_value"] for row in rows))
        known.items.add(len({row["category"] for row in rows}) - 4)  # a mix names the largest four
        known.rows.add(len({row["time_period"] for row in rows}))
        if of.kind == "season":
            years = {row["time_period"][:4] for row in rows}
            open_months = 12 * len(years) - len(rows)
            ahead = 12 - int(self.period[-2:])
            known.gaps.add((wording.status_word("O"), open_months))
            known.gaps.add((wording.status_word("O"), open_months - ahead))

    def _say(self, known, row, of):
        """Take all that may be said of one observation; nothing of one that is withheld."""
        if row["obs_status"] not in OPEN:
            return
        self._amounts(known, of, row["obs_value"])
        if row["change_year"] is not None:
            told = wording.signed(row["change_year"], of)
            known.numbers |= tokens(told) | tokens(told.lstrip("+−"))
        if row["target"] is not None:
            known.numbers |= tokens(wording.goal(row["target"], of))
            known.numbers |= tokens(wording.percent(row["progress"]))
        if row["pace"] is not None:
            known.numbers |= tokens(wording.finely(row["pace"], of))

    def _amounts(self, known, of, *values):
        for value in values:
            if value is not None:
                known.numbers |= tokens(wording.amount(value, of))

    def _place(self, known, row):
        if row["place"] is not None:
            known.places.add((int(row["place"]), int(row["places"])))

    def _events(self, known, theme):
        rows = records(self.con, "from reference.event where theme = $t", {"t": theme})
        known.phrases |= {row["name_zh"] for row in rows}
        for row in rows:  # a long name stands in two lines
            known.numbers |= tokens(row["name_zh"])

    # What must stand in a cell

    def cells_of(self, item, indicators=()) -> dict:
        """Return {(head of the row, head of the column): (value or None, what it is of)} of an
        item; several spellings of a period are several keys. A change is keyed as it is headed.
        """
        area = item.area or self.county["ref_area"]
        if item.kind in ("indicator", "map", "trend"):
            return self._cells_of_indicator(item.of)
        if item.kind not in ("cards", "profile", "figure"):
            return {}
        if item.kind == "figure":
            return self._cells_of_figure(item.of, area)
        found = {}
        for id_ in self.board(item.of) if item.kind == "cards" else indicators:
            of = self.of[id_]
            for one in dict.fromkeys([area, self.county["ref_area"]]):
                rows = self.observed(id_, one)
                if item.kind == "cards":
                    rows = [row for row in rows if row["obs_status"] == "A"]
                else:  # all of a profile stands at the county's last complete period
                    last = self._last_complete(id_)
                    rows = [row for row in rows if row["time_period"] == last]
                for row in rows[-1:]:
                    value = row["obs_value"] if row["obs_status"] in OPEN else None
                    found.setdefault((of.name_zh, labels.VALUE), (value, of))
                    found[of.name_zh, row["area"]] = value, of
                    if one == area:
                        found[of.name_zh, labels.TARGET] = row["target"], of
                        found[of.name_zh, labels.CHANGE_YEAR] = row["change_year"], of
        return found

    def _last_complete(self, id_):
        rows = self.observed(id_, self.county["ref_area"])
        return next((row["time_period"] for row in rows[::-1] if row["obs_status"] == "A"), None)

    def _cells_of_indicator(self, id_):
        of, found = self.of[id_], {}
        rows = self.observed(id_)
        newest = max(row["time_period"] for row in rows if row["obs_status"] == "A")
        for row in rows:
            value = row["obs_value"] if row["obs_status"] in OPEN else None
            period = row["time_period"]
            for spelt in (wording.month_or_year(period), wording.period_of(period, of)):
                found[spelt, row["area"]] = value, of
            if period == newest:
                found[row["area"], of.name_zh] = value, of
                found[row["area"], labels.CHANGE_YEAR] = row["change_year"], of
                ends = (row["obs_lower"], row["obs_upper"])
                for end, told in zip(labels.INTERVAL_ENDS, ends, strict=True):
                    found[row["area"], end] = told, of
        return found

    def _cells_of_figure(self, id_, area):
        of, found = self.of[id_], {}
        for row in self.cells(id_, area):  # oldest first: of a pyramid the newest stays
            value = row["obs_value"] if row["obs_status"] in OPEN else None
            series = of.name_zh if row["series"] == wording.TOTAL else row["series"]
            found[row["category"], series] = value, of
            found[wording.month_or_year(row["time_period"]), row["category"]] = value, of
        return found

    # What stands in every file

    def _fixed(self):
        """Return words that stand as somebody wrote them: definitions, names, files, receipts."""
        found = {row["file"] for row in records(self.con, "from receipt")}
        for of in self.of.values():
            found |= {of.name_zh, of.definition_zh + (of.caveats_zh or ""), of.file}
        for row in records(self.con, "from receipt"):
            found.add(f"{row['loaded']:,}行，退回{row['refused']:,}行")
        return {one for one in found if re.search(r"\d", one)}

    def _dates(self):
        found = {wording.day(datetime.date.today())}
        days = [row["event_on"] for row in records(self.con, "from reference.event")]
        days += [
            row["end_date"]
            for row in records(self.con, "from period where end_date <= $p", {"p": self.month_end})
        ]
        for one in days:
            last = calendar.monthrange(one.year, one.month)[1]
            month, year = f"{one.month}月", f"{one.year}年"
            found |= {year, f"{year}末", year + month, f"{year}1—{month}", month, f"1—{month}"}
            found |= {f"{month}{last}日", f"{year}{month}{last}日"}
        return found

    # What a line says

    def unexplained(self, line, known) -> list[str]:
        """Return the numbers of a line that nothing explains."""
        for phrase in sorted(known.phrases, key=len, reverse=True):
            line = line.replace(phrase, "·")
        for pattern, holds in self._counted(known):
            line = re.sub(pattern, lambda m, holds=holds: "·" if holds(m) else m[0], line)
        line = DATE.sub(lambda match: "·" if match[0] in self.dates else match[0], line)
        return [one for one in TOKEN.findall(line) if one not in known.numbers]

    def _counted(self, known):
        """Yield (pattern, whether a match of it holds)."""
        yield r"(\d+)个镇街道", lambda m: int(m[1]) in known.areas
        yield r"第(\d+)位（共(\d+)）", lambda m: (int(m[1]), int(m[2])) in known.places
        yield r"并列(\d+)（共(\d+)）", lambda m: (int(m[1]), int(m[2])) in known.places
        yield r"其余(\d+)[条项行]见", lambda m: 0 < int(m[1]) < known.whole
        yield r"(\d+)项", lambda m: int(m[1]) in known.items
        yield r"([一-龥]{3})(\d+)处", lambda m: (m[1], int(m[2])) in known.gaps
        yield r"[图表](\d+)", lambda m: 1 <= int(m[1]) <= known.numbered
        yield r"^仅列\D+(\d+)行，共(\d+)行", lambda m: {int(m[1]), int(m[2])} <= known.rows
        if known.values:
            least = min(known.drawn)
            yield r"纵轴自(\d+)起", lambda m: 0 < int(m[1]) <= least and not int(m[1]) % 50
            yield r"^(\d+)千米$", lambda m: m[1] in ("1", "2", "5", "10")
            for pattern, belongs in CLASSES.items():
                yield pattern, lambda m, belongs=belongs: _is_class(m, belongs, known.values)

    def in_lines(self, lines, known) -> list[tuple[str, str]]:
        """Return (number, line) of all that nothing explains.

        Numbers that stand alone, three or more one after another and evenly spaced, are an axis.
        """
        axis = set(_axes(lines))
        return [
            (one, line)
            for place, line in enumerate(lines)
            if place not in axis
            for one in self.unexplained(line, known)
        ]


def _axes(lines):
    """Yield the places of lines that are ticks of an axis."""
    values = [_value(line.strip()) for line in lines]
    start = 0
    for alone, run in groupby(values, key=lambda value: value is not None):
        own = list(run)
        steps = {round(later - one, 6) for one, later in pairwise(own)} if alone else set()
        if len(own) >= 3 and len(steps) == 1:
            yield from range(start, start + len(own))
        start += len(own)


def _value(line):
    match = re.fullmatch(LIMIT, line)
    return float(match[1]) * SCALE[match[2]] if match else None


def tokens(words: str) -> set[str]:
    return set(TOKEN.findall(words))


def _is_class(match, belongs, values):
    *limits, count = match.groups()
    ends = [float(limits[n]) * SCALE[limits[n + 1]] for n in range(0, len(limits), 2)]
    return sum(belongs(one, ends[0], ends[-1]) for one in values) == int(count)
