"""A slide: what a briefing shows on one screen, before it is drawn or written to any file.

Every channel (projector, deck, bulletin, workbook, picture) repeats these, so that none of them can
say another number. Values are rounded as they are read; what may not be shown is None and a word.
"""

from dataclasses import dataclass, field

import plotly.graph_objects as go

from ui.map_drawing import Drawing

CHART_KINDS = ("line", "bar", "stacked", "share", "pyramid")


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its words, and its value where it is a number that may be shown."""

    words: str
    value: float | int | None = None
    fill: str = ""  # of a heat table: one of theme.SEQUENTIAL, or theme.PROTECTED


@dataclass(frozen=True)
class Column:
    """A column of a table; `decimals` is None where its cells are words. 21.3% is 21.3."""

    name: str
    unit_zh: str = ""
    decimals: int | None = None

    @property
    def is_number(self) -> bool:
        return self.decimals is not None


@dataclass(frozen=True)
class Table:
    """Rows as they are read. Also what stands behind every chart and map."""

    title: str
    measure: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def table(self) -> "Table":
        return self


@dataclass(frozen=True)
class Series:
    """One line or one colour of bars. `role` says how loud it is: subject, county, quiet, part.

    `values` and `words` have an entry for each category: None and a word where none may be shown.
    """

    name: str
    values: tuple[float | int | None, ...]
    words: tuple[str, ...]
    colour: str
    role: str = "part"
    is_hatched: bool = False  # what is only planned, or not over


@dataclass(frozen=True)
class Target:
    value: float
    words: str  # 2024年末目标600


@dataclass(frozen=True)
class Chart:
    """A chart, as series for those channels that draw natively and as the pages' own drawing.

    `kind`: line (categories are periods); bar (one series, categories from top to bottom); stacked
    (horizontal bars, one a category, its parts side by side); share (columns of 100 %, values are
    the counts behind the shares); pyramid (levels from top to bottom, one series or two back to
    back).
    """

    kind: str
    title: str
    measure: str
    axis: str  # what the categories are: 统计期, 镇街道
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit_zh: str
    decimals: int
    figure: go.Figure  # drawn as on the pages, in pixels of about half a slide's
    table: Table
    target: Target | None = None
    note: str = ""  # what the marks mean, what is not drawn
    restarts: tuple[int, ...] = ()  # where a sum or definition begins anew: no line leads there


@dataclass(frozen=True)
class MapPart:
    """The township map, drawn in pixels by ui/map_drawing.py, and the numbers on it."""

    title: str
    measure: str
    drawing: Drawing
    table: Table
    unit_zh: str
    point_words: dict[str, str] = field(default_factory=dict)  # what each state of a point means


@dataclass(frozen=True)
class Card:
    """A number as the pages' cards have it. `tone` is accent, attention or muted."""

    name: str
    digits: str
    unit_zh: str
    lines: tuple[str, ...]  # target, change, base: what is said below the number
    verdict: str  # ● 正常, or empty where there is no target
    tone: str
    as_of: str


@dataclass(frozen=True)
class Cards:
    title: str
    measure: str
    cards: tuple[Card, ...]
    table: Table


@dataclass(frozen=True)
class Notice:
    shape: str  # ◆ ▲ ○
    headline: str
    detail: str


@dataclass(frozen=True)
class Text:
    """Paragraphs, or things that need attention."""

    title: str
    measure: str
    paragraphs: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def table(self) -> None:
        return None


Part = Chart | MapPart | Cards | Table | Text


@dataclass(frozen=True)
class Slide:
    """One idea. `parts` are one or two, side by side, the left one first; a cover has none."""

    kind: str  # cover, or a kind of queries/briefings.py
    section: str  # what stands above the headline: 居民会客厅 · 平湖市8个镇街道
    headline: str
    proposed: str  # the headline its data give; another one is the presenter's
    parts: tuple[Part, ...]
    as_of: str  # 数据截至2024年8月31日
    source: str  # 来源：居民会客厅台账（演示）
    notice: str  # of a map: 示意边界，非法定界线…
    notes: tuple[tuple[str, str], ...]  # (what, words): definition, source, SQL file, version
    paragraph: str  # the same in words, to be pasted into a report
    extracts: tuple[str, ...] = ()  # contracts its numbers are made of

    @property
    def is_edited(self) -> bool:
        """Tell whether somebody put another headline in the place of the one the data give."""
        return self.proposed not in ("", self.headline)


@dataclass(frozen=True)
class Deck:
    """A briefing made ready. `asides` are the slides of single townships, shown when one is asked
    for during the talk: {ref_area: Slide}. `watermark` is what a file says of itself, "" for open
    data.
    """

    name: str
    county: str
    period: str  # 2024年8月
    owner: str
    version: str
    slides: tuple[Slide, ...]
    asides: dict[str, Slide]
    watermark: str = ""
