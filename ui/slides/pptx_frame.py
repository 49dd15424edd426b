"""What stands on every slide of a deck: headline, section, badge, foot. The body is left free."""

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.util import Pt

from ui import labels as screen
from ui import theme
from ui.chart_parts import text_width
from ui.slides import labels_slides as labels
from ui.slides.box import Box
from ui.slides.pptx_part import BOLD
from ui.slides.pptx_shapes import rectangle
from ui.slides.pptx_template import SIZE, Base, title_of
from ui.slides.pptx_text import Words, clipped, emu, fill_frame, fitted, lines_of, write
from ui.slides.slide import Deck, Slide

MARGIN = 40 / SIZE[0]  # of a slide's width
ROW = 20  # points: section, watermark and badge
FOOT, FOOT_ROOM = 42, 52  # from the lower edge to the foot's words, and to the body's end
BADGE, NUMBER, GAP = 68, 34, 16
TITLE_SIZES = (25, 22, 20, 18, 16, 14)
COVER_SIZES = (40, 36, 32, 28, 24, 20)
TITLE = Box(40, 57, 880, 44)
COVER_TITLE, COVER_LINES = Box(40, 176, 880, 104), Box(40, 300, 880, 110)


def lay_out(base: Base):
    """Place the titles of our own layouts where our slides have them; a template keeps its own."""
    for layout, box, anchor in ((base.page, TITLE, "middle"), (base.cover, COVER_TITLE, "bottom")):
        _place(title_of(layout), box, anchor)
    for shape in base.cover.placeholders:
        if shape.placeholder_format.type == KIND.SUBTITLE:
            _place(shape, COVER_LINES, "top")


def _place(shape, box, anchor):
    shape.left, shape.top, shape.width, shape.height = emu(box)
    fill_frame(shape.text_frame, [], anchor=anchor)


def framed(base: Base, deck: Deck, slide: Slide):
    """Add a slide with everything around its body; return it and the body's Box."""
    layout = base.cover if slide.kind == "cover" else base.page
    drawn = base.presentation.slides.add_slide(layout)
    title = title_of(drawn)
    sizes = COVER_SIZES if slide.kind == "cover" else TITLE_SIZES
    room = Box(title.left.pt, title.top.pt, title.width.pt, title.height.pt)
    height = _headline(title, slide.headline, room, sizes, base.is_ours)
    margin = MARGIN * base.width
    page = Box(margin, 0, base.width - 2 * margin, base.height)
    row, top = _row(room, page, base.is_ours)
    _above(drawn.shapes, deck, slide, row)
    if base.is_ours:
        over = room.y - 8 if slide.kind != "cover" else room.bottom - height - 24
        rectangle(drawn.shapes, Box(margin, over, 36, 3), theme.ACCENT)
    if slide.kind == "cover":
        _cover_lines(drawn, deck, room, page)
    _take_out_unfilled(drawn)
    _foot(drawn, deck, slide, page)
    return drawn, Box(margin, top, page.width, base.height - FOOT_ROOM - top)


def _headline(title, words, room, sizes, is_ours):
    """Write the headline in the largest type that fits; return its height."""
    inside = room.width if is_ours else room.width - 15
    size = fitted(words, sizes, inside * BOLD, room.height)
    frame = title.text_frame
    frame.text = words
    for run in frame.paragraphs[0].runs:
        run.font.size = Pt(size)
        if is_ours:
            run.font.bold = True
    return lines_of(words, size, inside) * size * 1.2


def _row(title, page, is_ours):
    """Return the row of section and badge, over the title or below it, and where a body starts."""
    if is_ours or title.y >= ROW + 16:
        top = max(14, title.y - ROW - 14) if not is_ours else 20
        return page.strip(top, ROW), title.bottom + 8
    return page.strip(title.bottom + 4, ROW), title.bottom + ROW + 12


def _above(shapes, deck, slide, row):
    badge = Box(row.right - BADGE, row.y - 2, BADGE, ROW + 4)
    frame = rectangle(shapes, badge, theme.PAGE, theme.ATTENTION, 1).text_frame
    words = Words(screen.DEMO, 13, theme.ATTENTION, bold=True)
    fill_frame(frame, [words], "centre", "middle", wrap=False)
    left = row.width - BADGE - GAP
    if deck.watermark:
        told = min(text_width(slide.section, 14) * 1.1, left / 2)
        beside = Box(row.x + told + GAP, row.y - 6, left - told - GAP, ROW + 12)
        text = clipped(deck.watermark, 12, beside.width, 2)
        write(shapes, beside, [Words(text, 12, theme.TEXT_3)], "right", "middle", "密级与导出")
        left = told
    text = clipped(slide.section, 14, left)
    write(shapes, Box(row.x, row.y, left, ROW), [Words(text, 14, theme.TEXT_2)], anchor="middle")


def _cover_lines(drawn, deck, title, page):
    """Say whose briefing of what period it is, in the subtitle's placeholder if there is one."""
    lines = [
        Words(f"{deck.county}　{deck.period}", 20, theme.TEXT_2),
        Words(deck.owner, 16, theme.TEXT_3, space=8),
    ]
    for shape in drawn.placeholders:
        if shape.placeholder_format.type in (KIND.SUBTITLE, KIND.BODY):
            fill_frame(shape.text_frame, lines)
            return
    write(drawn.shapes, page.strip(title.bottom + 16, 80), lines)


def _take_out_unfilled(drawn):
    for shape in list(drawn.placeholders):
        if shape.has_text_frame and shape.text_frame.text:
            continue
        shape._element.getparent().remove(shape._element)


def _foot(drawn, deck, slide, page):
    """Write source, as-of and version to the left, the map's notice to the right, the number."""
    top = page.height - FOOT
    rectangle(drawn.shapes, Box(page.x, top - 4, page.width, 0.75), theme.HAIRLINE)
    _number(drawn.shapes, Box(page.right - NUMBER, top, NUMBER, 16))
    room = Box(page.x, top, page.width - NUMBER - GAP, 32)
    left = room
    if slide.notice:
        width = min(text_width(slide.notice, 12) * 1.08, room.width / 2)
        left = Box(room.x, room.y, room.width - width - GAP, room.height)
        right = Box(room.right - width, room.y, width, room.height)
        words = Words(clipped(slide.notice, 12, width, 2), 12, theme.TEXT_3)
        write(drawn.shapes, right, [words], "right")
    write(drawn.shapes, left, [Words(_provenance(deck, slide, left.width), 12, theme.TEXT_3)])


def _provenance(deck, slide, width):
    """Return source, date and version; where two lines hold not all, the source gives way."""
    rest = [slide.as_of, labels.VERSION.format(deck.version)]
    source = slide.source
    while True:
        told = "，".join(filter(None, (source, *rest)))
        if lines_of(told, 12, width) <= 2 or len(source) < 2:
            return told
        source = source[:-2] + "…"


def _number(shapes, box):
    """Write the number of the slide as a field, so that it stays right when slides are moved."""
    shape = write(shapes, box, [Words("‹#›", 12, theme.TEXT_3)], "right")
    run = shape._element.find(f".//{qn('a:r')}")
    field = run.makeelement(
        qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
    )
    field.extend(list(run))
    run.getparent().replace(run, field)
