"""Words of a slide in blocks: paragraphs, and things that need attention."""

from ui import theme
from ui.slides import labels_slides
from ui.slides.box import Box
from ui.slides.slide import Text
from ui.slides.svg_parts import MIDDLE, words
from ui.slides.svg_words import fitted, lines

SIZES = (32, 30, 28, 26, 24)
LEADING = 1.55  # line height, in type sizes
APART = 0.6  # between two paragraphs, in type sizes
INDENT = 1.5  # of words behind a shape, in type sizes


def blocks(told, x, top, size, leading, colour, *, bold=False, anchor=None) -> str:
    """Write lines one below the other, each in the middle of its row."""
    return "".join(
        words(
            one,
            x,
            top + (n + 0.5) * leading + MIDDLE * size,
            size,
            colour,
            bold=bold,
            anchor=anchor,
        )
        for n, one in enumerate(told)
        if one
    )


def text_body(part: Text, box: Box) -> str:
    """Return paragraphs and notices in the largest type in which all fit; else what fits."""
    for size in SIZES:
        items = _items(part, box, size)
        if sum(high for _, high, _ in items) <= box.height:
            return _drawn(items, box, 0)
    items, row = _items(part, box, SIZES[-1]), SIZES[-1] * LEADING
    shown, left = [], box.height - row
    for item in items:
        if item[1] > left:
            break
        shown.append(item)
        left -= item[1]
    missing = [kind for _, _, kind in items[len(shown) :]]
    more = labels_slides.MORE_NOTICES if "notice" in missing else labels_slides.MORE_PARAGRAPHS
    last = box.y + sum(high for _, high, _ in shown)
    told = more.format(len(missing))
    return _drawn(shown, box, 0) + blocks([told], box.x, last, SIZES[-1], row, theme.TEXT_3)


def _items(part, box, size):
    """Return (draw, height, kind) of every paragraph and notice."""
    paragraphs = [_paragraph(one, box, size) for one in part.paragraphs]
    return paragraphs + [_notice(one, box, size) for one in part.notices]


def _drawn(items, box, top):
    found = []
    for draw, high, _ in items:
        found.append(draw(box.y + top))
        top += high
    return "".join(found)


def _paragraph(text, box, size):
    told = lines(text, size, box.width)
    high = LEADING * size * len(told) + APART * size

    def draw(top):
        return blocks(told, box.x, top, size, LEADING * size, theme.INK)

    return draw, high, "paragraph"


def _notice(notice, box, size):
    """Return a notice: its shape in its colour, its headline, and below it what is to be said."""
    x, room = box.x + INDENT * size, box.width - INDENT * size
    small = max(size - 4, SIZES[-1])
    _, head = fitted(notice.headline, (size,), room, 2, bold=True)
    detail = lines(notice.detail, small, room, 2) if notice.detail else []
    row, low = LEADING * size, 1.45 * small
    colour = theme.ATTENTION if notice.shape in "◆▲" else theme.TEXT_2

    def draw(top):
        return (
            blocks([notice.shape], box.x, top, size, row, colour, bold=True)
            + blocks(head, x, top, size, row, theme.INK, bold=True)
            + blocks(detail, x, top + row * len(head), small, low, theme.TEXT_2)
        )

    return draw, row * len(head) + low * len(detail) + APART * size, "notice"
