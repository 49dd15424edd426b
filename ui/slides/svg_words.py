"""Words in a given width: how wide they print, and where a line of Chinese may be broken."""

import re

from ui import chart_parts

SQUARE = "“”‘’—…●▲◆◇○■□×→←↑↓①②③"  # letters before the 汉字 that print as wide as one
BOLD = 1.04  # how much wider bold letters are
OPENING, CLOSING = "（《“‘「【〔", "，。；：、！？）》”’」】〕／…％%·"
# What stays on one line: a number with its first unit, a word in Latin letters, one 汉字; with the
# brackets that open before it and the punctuation that closes it.
ATOM = re.compile(
    rf"[{OPENING}]*(?:[0-9A-Za-z.,:+\-−–∶_]+%?[万亿]?[^\s{OPENING}{CLOSING}0-9A-Za-z]?|.)[{CLOSING}]*",
    re.DOTALL,
)
ELLIPSIS = "…"


def width(text: str, size: float, bold: bool = False) -> float:
    """Return about how many pixels the longest line takes, rather more than less."""
    widest = max(
        chart_parts.text_width(line, size) + 0.4 * size * sum(line.count(one) for one in SQUARE)
        for line in str(text).split("\n")
    )
    return widest * (BOLD if bold else 1)


def lines(text: str, size: float, room: float, most: int = 99, bold: bool = False) -> list[str]:
    """Return words in lines no wider than `room`, at most so many; the last then ends in …."""
    found = [
        line
        for part in str(text).split("\n")
        for line in _broken(ATOM.findall(part), size, room, bold)
    ]
    if len(found) <= most:
        return found
    return [*found[: most - 1], cut("".join(found[most - 1 :]), size, room, bold)]


def _broken(atoms, size, room, bold):
    found = [""]
    for atom in atoms:
        for piece in [atom] if width(atom, size, bold) <= room else atom:
            if found[-1] and width((found[-1] + piece).rstrip(), size, bold) > room:
                found[-1] = found[-1].rstrip()
                found.append("")
            found[-1] += piece if found[-1] else piece.lstrip()
    return found


def unbroken(text: str, size: float) -> float:
    """Return how wide the widest piece is that should not be broken."""
    return max((width(atom, size) for atom in ATOM.findall(str(text))), default=0)


def cut(text: str, size: float, room: float, bold: bool = False) -> str:
    """Return words shortened to a width, with … where some are left out."""
    if width(text, size, bold) <= room:
        return text
    while text and width(text + ELLIPSIS, size, bold) > room:
        text = text[:-1]
    return whole(text) + ELLIPSIS


def whole(text: str) -> str:
    """Return words without a number their cutting left unfinished: 5… is not 5.26万."""
    return re.sub(r"[0-9.,+−—-]+$", "", text)


def fitted(text: str, sizes, room: float, most: int = 1, bold: bool = False):
    """Return (size, lines) of the first size at which the words take no more lines than allowed.

    At the last size, what is too long is cut.
    """
    for size in sizes:
        found = lines(text, size, room, bold=bold)
        if len(found) <= most:
            return size, found
    return sizes[-1], lines(text, sizes[-1], room, most, bold)
