"""Cards and paragraphs as text boxes of a deck."""

from ui import theme
from ui.chart_parts import text_width
from ui.slides import labels_slides as labels
from ui.slides.box import Box
from ui.slides.pptx_part import headed
from ui.slides.pptx_shapes import rectangle
from ui.slides.pptx_text import LEADING, SMALLEST, Words, clipped, lines_of, write
from ui.slides.slide import Cards, Text

TONES = {"accent": theme.ACCENT, "attention": theme.ATTENTION, "muted": theme.TEXT_3}
NUMBERS = (48, 44, 40, 36, 32, 28, 24, 20)
LOOKS = (  # number, name, verdict, lines, date: the largest type a card's height has room for
    (48, 20, 18, 17, 14),
    (40, 17, 16, 15, 13),
    (36, 16, 15, 14, 12),
    (32, 15, 14, 13, 12),
    (28, 14, 13, 12, 12),
    (24, 13, 12, 12, 12),
)
RULE = 10  # points from a card's rule to its words
NARROWEST = 96  # points of a card
GAP = 28
LEAST = 3  # lines of a card: name, number, date
SIZES = (20, 18, 16, 15, 14, 13, 12)  # of running words
MARK = 26  # points from a notice's shape to its words


def draw_cards(shapes, part: Cards, box: Box):
    """Draw the cards of a part in as few rows as they need, all in type of one size."""
    box = headed(shapes, part, box)
    look, places = arranged(part, box)
    for card, place in zip(part.cards, places, strict=False):
        rectangle(shapes, Box(place.x, place.y, place.width, 2), theme.INK)
        lines = card_lines(card, place.width, look)
        while len(lines) > LEAST and height_of_card(lines, place.width) > place.height - RULE:
            del lines[-2]  # the date stays, whatever is said before it goes
        write(shapes, place.below(RULE), lines, name=card.name)


def arranged(part, box):
    """Return (look, boxes): the largest type and the widest cards that all fit, else the least."""
    count = max(len(part.cards), 1)
    grids = [
        grid_of(box, count, abreast)
        for abreast in range(1, count + 1)
        if abreast == 1 or box.width / abreast >= NARROWEST + GAP
    ]
    for look in LOOKS:
        for places in reversed(grids):
            if all(
                height_of_card(card_lines(card, places[0].width, look), places[0].width)
                <= places[0].height - RULE
                and number_width(card, look[0]) <= places[0].width
                and lines_of(card.name, look[1], places[0].width) == 1
                for card in part.cards
            ):
                return look, places
    return LOOKS[-1], grids[-1]


def grid_of(box, count, abreast):
    """Return boxes in rows; with so many abreast six stand three and three, never four and two."""
    rows = -(-count // abreast)
    abreast = -(-count // rows)
    height = (box.height - GAP * (rows - 1)) / rows
    return [
        place
        for row in range(rows)
        for place in box.strip(row * (height + GAP), height).columns(abreast, GAP)
    ]


def height_of_card(lines, width):
    return sum(height_in(line, width) for line in lines)


def card_lines(card, width, look):
    """Return a card's lines as they are written; the number has its unit beside it."""
    number, name, verdict, line, date = look
    tone = TONES.get(card.tone, theme.TEXT_3)
    is_number = any(sign.isdigit() for sign in card.digits)
    ink = theme.INK if is_number else theme.TEXT_3
    smaller = [one for one in NUMBERS if one <= number]
    size = next((one for one in smaller if number_width(card, one) <= width), smaller[-1])
    lines = [
        Words(clipped(card.name, name, width), name),
        [
            Words(card.digits, size, ink, bold=True, space=4),
            Words(card.unit_zh, unit_size(size), theme.TEXT_2),
        ],
        Words(card.verdict, verdict, tone, bold=True, space=6),
        *(Words(text, line, theme.TEXT_2, space=3) for text in card.lines),
        Words(card.as_of, date, theme.TEXT_3, space=6),
    ]
    return [one for one in lines if isinstance(one, list) or one.text]


def height_in(line, width):
    return line.height(width) if isinstance(line, Words) else line[0].space + line[0].size * LEADING


def number_width(card, size):
    return text_width(card.digits, size) * 1.06 + text_width(card.unit_zh, unit_size(size))


def unit_size(size):
    return max(SMALLEST + 2, size * 0.4)


def draw_text(shapes, part: Text, box: Box):
    """Draw paragraphs and notices in the largest type that holds them all."""
    box = headed(shapes, part, box)
    blocks = blocks_of(part, SMALLEST)
    for size in SIZES:
        blocks = blocks_of(part, size)
        if sum(height_of(block, box.width) for block in blocks) <= box.height:
            break
    room, shown = box, 0
    for block in blocks:
        high = height_of(block, box.width)
        is_last = shown == len(blocks) - 1
        if high > room.height - (0 if is_last else SMALLEST * 2):
            break
        draw_block(shapes, block, room)
        room, shown = room.below(high), shown + 1
    if shown < len(blocks):
        rest = Words(labels.REST_ITEMS.format(len(blocks) - shown), 12, theme.TEXT_3)
        write(shapes, room.strip(2, 18), [rest])


def blocks_of(part, size):
    """Return (shape, its tone, Words below one another) for each paragraph and notice."""
    plain = [("", "", (Words(text, size, space=6),)) for text in part.paragraphs]
    found = [
        (
            notice.shape,
            theme.TEXT_3 if notice.shape == "○" else theme.ATTENTION,
            (
                Words(notice.headline, size, bold=True, space=6),
                Words(notice.detail, max(size - 3, SMALLEST), theme.TEXT_2, space=2),
            ),
        )
        for notice in part.notices
    ]
    return plain + found


def height_of(block, width):
    shape, _, words = block
    return sum(one.height(width - (MARK if shape else 0)) for one in words) + 8


def draw_block(shapes, block, room):
    shape, tone, words = block
    high = height_of(block, room.width)
    if shape:
        mark = Words(shape, words[0].size, tone, bold=True)
        write(shapes, Box(room.x, room.y, MARK, words[0].size * 1.4), [mark], wrap=False)
        room = Box(room.x + MARK, room.y, room.width - MARK, room.height)
    write(shapes, room.strip(0, high - 4), [one for one in words if one.text])
