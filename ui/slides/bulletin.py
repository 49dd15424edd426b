"""A deck as a bulletin: title, chapters, numbered figures and tables, for DOCX and PDF."""

from dataclasses import dataclass

from ui import labels
from ui.slides import labels_paper as say
from ui.slides.charted import held
from ui.slides.grids import Grid, grids
from ui.slides.pictures import DRAWN, title
from ui.slides.slide import Chart, Deck, MapPart, Part, Slide, Table, Text

MOST_ROWS = 13  # behind a chart: a year and the month before it; a slide's own table is never cut
COVER = "cover"
ENDS = ("。", "！", "？", "；", "：")


@dataclass(frozen=True)
class Words:
    """A paragraph; `lead` is what is said first and louder."""

    text: str
    lead: str = ""
    kind: str = "words"


@dataclass(frozen=True)
class Subhead:
    text: str
    kind: str = "subhead"


@dataclass(frozen=True)
class Figure:
    number: int
    caption: str
    measure: str
    notes: tuple[str, ...]
    slide: Slide
    part: Part
    kind: str = "figure"

    @property
    def alt(self) -> str:
        """What a reader hears who does not see the figure."""
        return f"{self.caption}。{self.measure}。{self.slide.paragraph}"


@dataclass(frozen=True)
class Tabular:
    """A numbered table; one too wide for a page comes in several pieces."""

    number: int
    caption: str
    measure: str
    notes: tuple[str, ...]
    pieces: tuple[Grid, ...]
    kind: str = "table"


@dataclass(frozen=True)
class Remarks:
    lines: tuple[str, ...]
    kind: str = "remarks"


Block = Words | Subhead | Figure | Tabular | Remarks


@dataclass(frozen=True)
class Chapter:
    headline: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Bulletin:
    title: str
    subtitle: str
    header: str  # of every page
    opening: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def bulletin(deck: Deck) -> Bulletin:
    """Return a deck in the order it is read on paper; a cover gives the title."""
    cover = next((slide for slide in deck.slides if slide.kind == COVER), None)
    name = cover.headline if cover else deck.name
    numbers = {say.FIGURE: 0, say.TABLE: 0}
    chapters = [
        Chapter(slide.headline, tuple(_blocks(slide, deck, numbers)))
        for slide in deck.slides
        if slide is not cover
    ]
    return Bulletin(
        name,
        "" if deck.period in name else f"（{deck.period}）",
        say.BESIDE.join(filter(None, (labels.DEMO, deck.watermark))),
        tuple(cover.paragraph.splitlines()) if cover else (),
        tuple(chapters),
    )


def _blocks(slide, deck, numbers):
    said = {line for part in slide.parts if isinstance(part, Text) for line in _lines(part)}
    notices = [one for part in slide.parts if isinstance(part, Text) for one in part.notices]
    listed = bool(notices) and all(one.headline in slide.paragraph for one in notices)
    for line in [] if listed else slide.paragraph.splitlines():
        if line.strip() and line not in said:
            yield Words(line)
    for part in slide.parts:
        yield from _text(part) if isinstance(part, Text) else _shown(part, slide, deck, numbers)
    if all(isinstance(part, Text) for part in slide.parts):
        yield Remarks(_origin(slide, deck))


def _text(part):
    if part.title:
        yield Subhead(part.title)
    for line in _lines(part):
        yield Words(line)
    for notice in part.notices:
        yield Words(_ended(notice.detail), f"{notice.shape} {_ended(notice.headline)}")


def _lines(part):
    return [line for words in part.paragraphs for line in words.splitlines() if line.strip()]


def _ended(words):
    return words if not words or words.endswith(ENDS) else words + "。"


def _shown(part, slide, deck, numbers):
    """Yield the figure, if it is one, and the numbers behind it."""
    notes = _origin(slide, deck, part)
    if isinstance(part, DRAWN):
        yield _figure(part, slide, notes, numbers)
        notes = ()
    if part.table.rows:
        yield _table(part, slide, notes, numbers)


def _figure(part, slide, notes, numbers):
    remark = getattr(part, "note", "")
    said = (say.REMARK + remark,) if remark and remark != part.measure else ()
    return Figure(
        _next(numbers, say.FIGURE),
        title(slide, part),
        _measured(part.measure, {part.unit_zh}),
        said + notes,
        slide,
        part,
    )


def _table(part, slide, notes, numbers):
    table, cut = _behind(part) if isinstance(part, DRAWN) else (part.table, ())
    return Tabular(
        _next(numbers, say.TABLE),
        table.title or title(slide, part),
        _measured(table.measure, {column.unit_zh for column in table.columns}),
        cut + notes,
        grids(table),
    )


def _measured(measure, units):
    """Return what stands below a title; a unit alone says that it is one."""
    return say.UNIT.format(measure) if measure and measure in units else measure


def _behind(part):
    """Return (the table behind a figure, what is said where it is cut): periods keep the latest.

    A table of periods begins with the latest one, unless it is seen to stand as it is drawn.
    """
    table, all_rows = part.table, len(part.table.rows)
    if all_rows <= MOST_ROWS:
        return table, ()
    is_line = isinstance(part, Chart) and part.kind == "line"
    found = held(part) if is_line else None
    is_forward = found is not None and not found.is_backward
    rows = table.rows[-MOST_ROWS:] if is_forward else table.rows[:MOST_ROWS]
    words = say.LATEST if is_line else say.FIRST
    kept = Table(table.title, table.measure, table.columns, rows)
    return kept, (words.format(shown=MOST_ROWS, all=all_rows),)


def _next(numbers, kind):
    numbers[kind] += 1
    return numbers[kind]


def _origin(slide, deck, part=None):
    """Return what stands below a figure: where from, as of when, which version, how drawn."""
    version = f"{say.VERSION}{deck.version}"
    first = "；".join(words for words in (slide.source, slide.as_of, version) if words)
    has_map = any(isinstance(one, MapPart) for one in slide.parts)
    notice = slide.notice if isinstance(part, MapPart) or not has_map else ""
    return tuple(words for words in (first, notice) if words)
