"""Cards of a slide: a rule, a name, a large number with its unit, what it is held against."""

import math
from dataclasses import dataclass
from html import escape

from ui import theme
from ui.slides import labels_slides
from ui.slides.box import Box
from ui.slides.slide import Card, Cards
from ui.slides.svg_parts import element, marked_words, rect
from ui.slides.svg_text import blocks
from ui.slides.svg_words import fitted, lines, width

NAME = (28, 26, 24)
DIGITS = (96, 84, 72, 64, 56, 48, 42, 36)
SMALL, ROW = 24, 34
GAP = 40  # px between cards
NARROWEST, LOWEST, LOW = 300, 176, 260  # px of a card; a low one has a name of one line
UNIT_GAP = 10
TONES = {"accent": theme.ACCENT, "attention": theme.ATTENTION, "muted": theme.TEXT_2}


def cards_body(part: Cards, box: Box) -> str:
    """Return the cards in rows as even as can be; those beyond all room are counted."""
    abreast = max(int((box.width + GAP) // (NARROWEST + GAP)), 1)
    fitting = abreast * max(int((box.height + GAP) // (LOWEST + GAP)), 1)
    cards = part.cards[:fitting]
    if not cards:
        return ""
    left = len(part.cards) - len(cards)
    rows = math.ceil(len(cards) / abreast)
    abreast = math.ceil(len(cards) / rows)
    room = box.height - (ROW if left else 0)
    across = (box.width - GAP * (abreast - 1)) / abreast
    high = (room - GAP * (rows - 1)) / rows
    places = [divmod(n, abreast) for n in range(len(cards))]
    sizes = _sizes(cards, across, high)
    found = [
        _card(card, sizes, Box(box.x + column * (across + GAP), box.y + row * (high + GAP),
                               across, high))
        for card, (row, column) in zip(cards, places, strict=True)
    ]  # fmt: skip
    if left:
        told = [labels_slides.MORE_CARDS.format(left)]
        found.append(blocks(told, box.x, box.bottom - ROW, SMALL, ROW, theme.TEXT_3))
    return "".join(found)


@dataclass(frozen=True)
class _Sizes:
    """Type of the cards of one slide, the same in all of them."""

    name: int
    name_lines: int
    digits: int
    unit: float


def _sizes(cards, across, high):
    most = 2 if high > LOW else 1
    broken = [fitted(card.name, NAME, across, most) for card in cards]
    name = min(size for size, _ in broken)
    rows = max(len(fitted(card.name, (name,), across, most)[1]) for card in cards)
    below = min(max(len(_below(card, across)) for card in cards), 3)
    room = high - 14 - 1.35 * name * rows - ROW * below
    for digits in DIGITS:
        unit = max(0.34 * digits, SMALL)
        if 1.33 * digits <= room and all(_across(c, digits, unit) <= across for c in cards):
            break
    return _Sizes(name, rows, digits, unit)


def _across(card, digits, unit):
    beside = UNIT_GAP + width(card.unit_zh, unit) if card.unit_zh else 0
    return width(card.digits, digits, True) + beside


def _card(card: Card, sizes, box):
    """Draw a card; lines for which it has no room stand in the table behind it."""
    name = lines(card.name, sizes.name, box.width, sizes.name_lines)
    top = box.y + 14
    found = [
        rect(box.x, box.y, box.width, 3, theme.INK),
        blocks(name, box.x, top, sizes.name, 1.35 * sizes.name, theme.TEXT_2),
    ]
    baseline = top + 1.35 * sizes.name * sizes.name_lines + 1.05 * sizes.digits
    unit = element(
        "tspan",
        escape(card.unit_zh),
        dx=UNIT_GAP,
        font_size=sizes.unit,
        font_weight="400",
        fill=theme.TEXT_2,
    )
    number = escape(card.digits) + (unit if card.unit_zh else "")
    found.append(marked_words(number, box.x, baseline, sizes.digits, theme.INK, bold=True))
    top = baseline + 0.28 * sizes.digits
    room = max(int((box.bottom - top) // ROW), 0)
    for n, (told, colour, bold) in enumerate(_below(card, box.width)[:room]):
        found.append(blocks([told], box.x, top + n * ROW, SMALL, ROW, colour, bold=bold))
    return "".join(found)


def _below(card, room):
    """Return (words, colour, bold) of the lines below the number, the most needed first."""
    verdict = [(card.verdict, TONES[card.tone], True)] if card.verdict else []
    told = [(one, theme.TEXT_2, False) for one in card.lines]
    told += [(card.as_of, theme.TEXT_3, False)] if card.as_of else []
    return [
        (piece, colour, bold)
        for text, colour, bold in verdict + told
        for piece in lines(text, SMALL, room, bold=bold)
    ]
