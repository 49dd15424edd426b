"""The end of a bulletin: who issues it, and on which day, as official documents place them."""

import datetime

from ui.slides.grids import letters

FROM_RIGHT = 4  # characters between the date and the margin
LEAST = 2  # of a name longer than the date


def closing(owner: str, on: datetime.date) -> tuple[tuple[str, float], tuple[str, float]]:
    """Return ((issuing body, indent), (date, indent)), indents from the right in characters.

    The body is centred over the date; one that is longer keeps two characters and the date moves.
    """
    day = f"{on.year}年{on.month}月{on.day}日"
    beside = (letters(day) - letters(owner)) / 4  # letters are half a character, on two sides
    if FROM_RIGHT + beside < LEAST:
        return (owner, LEAST), (day, LEAST - beside)
    return (owner, FROM_RIGHT + beside), (day, FROM_RIGHT)
