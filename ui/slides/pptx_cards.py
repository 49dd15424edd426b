"""Cards and paragraphs as text boxes of a deck."""

from ui import theme
from ui.chart_parts import text_width
from ui.slides import labels_slides as labels
from ui.slides.pptx_part import headed
from ui.slides.pptx_shapes import rectangle
from ui.slides.pptx_text import SMALLEST, Box, Words, clipped, write
from ui.slides.slide import Card, Cards, Text

TONES = {"accent": theme.ACCENT, "attention": theme.ATTENTION, "muted": theme.TEXT_3}
NUMBERS = (40, 36, 32, 28, 24, 20)
NARROWEST = 160  # points of a card
GAP = 28
CARD = 190  # points: the height a card asks for
SIZES = (18, 16, 15, 14, 13, 12)  # of running words
MARK = 26  # points from a notice's shape to its words


def draw_cards(shapes, part: Cards, box: Box):
    """Draw the cards of a part in as few rows as their widths allow."""
    box = headed(shapes, part, box)
    count = max(len(part.cards), 1)
    abreast = max(1, min(count, int((box.width + GAP) / (NARROWEST + GAP))))
    rows = -(-count // abreast)
    abreast = -(-count // rows)  # six stand three and three, never four and two
    height = min(CARD if rows > 1 else box.height, (box.height - GAP * (rows - 1)) / rows)
    for n, card in enumerate(part.cards):
        row, column = divmod(n, abreast)
        place = box.strip(row * (height + GAP), height).columns(abreast, GAP)[column]
        draw_card(shapes, card, place)


def draw_card(shapes, card: Card, box: Box):
    rectangle(shapes, Box(box.x, box.y, box.width, 2), theme.INK)
    tone = TONES.get(card.tone, theme.TEXT_3)
    number = theme.TEXT_3 if card.tone == "muted" else theme.INK
    size = next((one for one in NUMBERS if number_width(card, one) <= box.width), NUMBERS[-1])
    lines = [
        Words(clipped(card.name, 16, box.width), 16),
        [
            Words(card.digits, size, number, bold=True, space=4),
            Words(card.unit_zh, unit_size(size), theme.TEXT_2),
        ],
        Words(card.verdict, 15, tone, bold=True, space=4),
        *(Words(line, 14, theme.TEXT_2, space=2) for line in card.lines),
        Words(card.as_of, 12, theme.TEXT_3, space=6),
    ]
    shown = [line for line in lines if isinstance(line, list) or line.text]
    write(shapes, box.below(10), shown, name=card.name)


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
