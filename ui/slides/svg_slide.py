"""A slide as SVG, 1920 × 1080: headline, one or two parts side by side, where all of it is from."""

from dataclasses import replace

from ui import labels, theme
from ui.slides import labels_slides
from ui.slides.box import Box
from ui.slides.slide import Cards, Chart, Deck, MapPart, Part, Slide, Table, Text
from ui.slides.svg_cards import cards_body
from ui.slides.svg_chart import chart_svg
from ui.slides.svg_map import map_body
from ui.slides.svg_parts import document, group, line, rect, words
from ui.slides.svg_table import natural_height, table_body
from ui.slides.svg_text import blocks, text_body
from ui.slides.svg_words import fitted, lines, width

WIDTH, HEIGHT = 1920, 1080
LEFT, RIGHT = 80, 1840
BETWEEN = 80  # px between two parts
SMALL = 24  # px: nothing on a slide is smaller
HEADLINE = (50, 48, 46, 44, 42, 40)
ONE_LINE = HEADLINE[:3]  # rather a little smaller than a second line of one word
TITLE, MEASURE = (28, 26, 24), (24,)
HEADLINE_AT, PARTS_AT = 172, 246  # y: middle of the headline, top of the parts
FOOT = 38  # px, a row of the footer
BODY_GAP = 16  # px from what a part measures to what it shows
ENLARGED = 2  # charts are drawn in a page's pixels
CHART_PIXELS = {1: (880, 318), 2: (420, 318)}  # for one and for two parts, as pages count
MAP_PIXELS = {1: (716, 346), 2: (328, 346)}  # so large that every township is named


def slide_svg(deck: Deck, number: int) -> str:
    """Return the SVG document of a slide, counted from 1."""
    page = labels_slides.PAGE.format(number, len(deck.slides))
    return _document(deck, deck.slides[number - 1], page)


def aside_svg(deck: Deck, ref_area: str) -> str:
    """Return the SVG document of the slide about one township."""
    return _document(deck, deck.asides[ref_area], "")


def picture_svg(part: Part, slide: Slide, deck: Deck) -> str:
    """Return one figure alone, of its own size, with all that must be said inside the picture."""
    margin, room = 48, _picture_width(part)
    head, high = _head(part, Box(margin, 36, room - 170, 0), (32, 30, 28))
    top = 36 + high + BODY_GAP
    body = Box(margin, top, room, _picture_height(part, room))
    told = slide if isinstance(part, MapPart) else replace(slide, notice="")  # a map's alone
    foot_, foot_high = foot(told, deck, "", Box(margin, 0, room, 0))
    height = body.bottom + 24 + foot_high + 20
    return document(
        room + 2 * margin,
        height,
        head
        + _badge(margin + room, 36)
        + BODIES[type(part)](part, body)
        + group(foot_, 0, height - 20 - foot_high),
    )


def _document(deck, slide, page):
    foot_, high = foot(slide, deck, page, Box(LEFT, 0, RIGHT - LEFT, 0))
    top = HEIGHT - 20 - high
    inside = _cover(deck, slide) if not slide.parts else _parts(slide.parts, top - 22)
    head = _section(slide) + _badge(RIGHT, 38)
    return document(WIDTH, HEIGHT, head + inside + group(foot_, 0, top))


def _section(slide):
    size, told = fitted(slide.section, (26, SMALL), RIGHT - LEFT - 200)
    bar = rect(LEFT, 92, 72, 6, theme.ACCENT)
    head = "" if not slide.parts else _headline(slide.headline)
    return words(told[0], LEFT, 68, size, theme.TEXT_2) + bar + head


def _headline(text):
    room = RIGHT - LEFT
    size, found = fitted(text, ONE_LINE, room, bold=True)
    if len(lines(text, size, room, bold=True)) > 1:
        size, found = fitted(text, HEADLINE, room, 2, bold=True)
    leading = 1.2 * size
    top = HEADLINE_AT - leading * len(found) / 2
    return blocks(found, LEFT, top, size, leading, theme.INK, bold=True)


def _badge(right, y):
    """Draw the mark of demonstration data, its right upper corner given."""
    across = width(labels.DEMO, SMALL, True) + 30
    outline = {"stroke": theme.ATTENTION, "stroke_width": 1.5, "rx": 3}
    return rect(right - across, y, across, 42, theme.PAGE, **outline) + words(
        labels.DEMO, right - across / 2, y + 30, SMALL, theme.ATTENTION, bold=True, anchor="middle"
    )


def foot(slide: Slide, deck: Deck, page: str, box: Box) -> tuple[str, float]:
    """Return (SVG, height) of source, as-of, version, notice, watermark and page, below a rule."""
    version = labels_slides.VERSION.format(deck.version)
    told = "，".join(filter(None, (slide.source, slide.as_of, version)))
    aside = width(slide.notice, SMALL) + 40 if slide.notice else 0
    is_beside = width(told, SMALL) + aside <= box.width
    rows = lines(told, SMALL, box.width)
    rows += [] if is_beside or not slide.notice else lines(slide.notice, SMALL, box.width)
    rows += lines(deck.watermark, SMALL, box.width) if deck.watermark else []
    number = width(page, SMALL) + 20 if page else 0
    last = width(rows[-1], SMALL) + number + (aside if is_beside and len(rows) == 1 else 0)
    rows += [""] if last > box.width else []
    found = [line(box.x, 0, box.right, 0, theme.HAIRLINE, 1.5)]
    found.append(blocks(rows, box.x, 10, SMALL, FOOT, theme.TEXT_2))
    if is_beside and slide.notice:
        moved = number if len(rows) == 1 else 0
        found.append(_foot_word(slide.notice, box.right - moved, 0))
    if page:
        found.append(_foot_word(page, box.right, len(rows) - 1))
    return "".join(found), 10 + FOOT * len(rows)


def _foot_word(told, right, row):
    return blocks([told], right, 10 + FOOT * row, SMALL, FOOT, theme.TEXT_2, anchor="end")


def _cover(deck, slide):
    """Draw the slide that opens: what this is, about whom and when, from whom."""
    size, found = fitted(slide.headline, (84, 76, 68, 60, 50), RIGHT - LEFT, 2, bold=True)
    top = 400 - 0.6 * size * len(found)
    head = blocks(found, LEFT, top, size, 1.2 * size, theme.INK, bold=True)
    told = [" · ".join(filter(None, (deck.county, deck.period))), deck.owner]
    below = top + 1.2 * size * len(found) + 40
    return head + blocks(list(filter(None, told)), LEFT, below, 34, 54, theme.TEXT_2)


def _parts(parts, bottom):
    """Draw the parts side by side, what they show beginning at one height."""
    across = (RIGHT - LEFT - BETWEEN * (len(parts) - 1)) / len(parts)
    boxes = [Box(LEFT + n * (across + BETWEEN), PARTS_AT, across, 0) for n in range(len(parts))]
    heads = [_head(part, box) for part, box in zip(parts, boxes, strict=True)]
    top = PARTS_AT + max(high for _, high in heads) + BODY_GAP
    return "".join(
        head + BODIES[type(part)](part, Box(box.x, top, across, bottom - top))
        for part, box, (head, _) in zip(parts, boxes, heads, strict=True)
    )


def _head(part, box, sizes=TITLE):
    """Return (SVG, height) of a part's title and what it measures."""
    size, title = fitted(part.title, sizes, box.width, bold=True) if part.title else (0, [])
    if len(lines(part.title, size or SMALL, box.width, bold=True)) > 1:
        size, title = fitted(part.title, sizes, box.width, 2, bold=True)
    # every chart but bars names its unit over its own axis
    says_itself = isinstance(part, Chart) and part.kind != "bar"
    told = "" if says_itself else part.measure
    measure = lines(told, MEASURE[0], box.width, 2) if told else []
    high = 1.3 * size * len(title)
    found = blocks(title, box.x, box.y, size, 1.3 * size, theme.INK, bold=True)
    found += blocks(measure, box.x, box.y + high + 4, MEASURE[0], 34, theme.TEXT_2)
    return found, high + 4 + 34 * len(measure)


def _chart_body(part, box):
    """Draw a chart at twice its pixels, its note below."""
    note = lines(part.note, SMALL, box.width, 2) if part.note else []
    room = box.height - 34 * len(note)
    chart = chart_svg(part.figure, box.width / ENLARGED, room / ENLARGED)
    below = blocks(note, box.x, box.y + room, SMALL, 34, theme.TEXT_3)
    return group(chart, box.x, box.y, ENLARGED) + below


BODIES = {
    Chart: _chart_body,
    MapPart: map_body,
    Cards: cards_body,
    Table: table_body,
    Text: text_body,
}


def _picture_width(part):
    return 1760 if isinstance(part, Cards | Text) else 1200


def _picture_height(part, room):
    if isinstance(part, Chart):
        return ENLARGED * max(part.figure.layout.height or 0, CHART_PIXELS[2][1]) + 34
    if isinstance(part, MapPart):
        return 0.72 * room
    if isinstance(part, Table):
        return natural_height(part, room)
    return 620
