"""How values become colours or circles: classes with round limits, and areas in proportion."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ui import theme

CLASSES = 5
SLACK = 1.2  # a rounder set of limits may be this much less balanced than the best possible one
FINEST = 6  # decimals beyond which two values count as one


@dataclass(frozen=True)
class ColourScale:
    """Classes from low to high; a limit belongs to the class above it."""

    limits: tuple[float, ...]
    colours: tuple[str, ...]
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    decimals: int

    def colour(self, value: float) -> str:
        return self.colours[bisect_right(self.limits, round(value, self.decimals))]


@dataclass(frozen=True)
class CircleScale:
    """Circles whose area is proportional to the value."""

    largest: float
    radius_of_largest: float

    def radius(self, value: float) -> float:
        return self.radius_of_largest * math.sqrt(max(value, 0) / self.largest)

    def samples(self) -> tuple[tuple[float, str], ...]:
        """Return (radius, label) of two or three round values for the legend, largest first."""
        shares = dict.fromkeys(round_down(self.largest * part) for part in (0.5, 0.2, 0.05))
        return tuple((self.radius(value), scaled(value)) for value in shares)


def colour_scale(values: Sequence[float], unit_zh: str = "", decimals: int | None = None):
    """Return the ColourScale of some values, or None where there are none.

    `decimals` is how the values are printed: 3.496 shown as 3.50 belongs to the class of 3.50.
    """
    decimals = FINEST if decimals is None else decimals
    ordered = sorted(round(value, decimals) for value in values)
    if not ordered:
        return None
    limits, digits = round_limits(ordered)
    groups = [
        [value for value in ordered if bisect_right(limits, value) == step]
        for step in range(len(limits) + 1)
    ]
    steps = theme.STEPS[len(groups)] if ordered[-1] != 0 else (0,)
    return ColourScale(
        limits=limits,
        colours=tuple(theme.SEQUENTIAL[step] for step in steps),
        labels=class_labels(limits, groups, "%" if unit_zh == "%" else "", digits),
        counts=tuple(len(group) for group in groups),
        decimals=decimals,
    )


def circle_scale(values: Sequence[float], radius_of_largest: float):
    """Return the CircleScale of some counts, or None where none is above zero."""
    largest = max(values, default=0)
    return CircleScale(largest, radius_of_largest) if largest > 0 else None


def round_limits(ordered):
    """Return (limits, digits): the roundest limits that still divide the values evenly.

    Tries steps 5, 2, 1, 0.5 … until one has a multiple in gaps enough to make as many classes as
    there are to be, none empty and none much fuller than it must be.
    """
    gaps = list(pairwise(sorted(set(ordered))))
    classes = min(CLASSES, len(gaps) + 1)
    if classes == 1:
        return (), 0
    below = [bisect_right(ordered, low) for low, _ in gaps]
    ideal, _ = division(tuple(below), len(ordered), classes)
    for step, digits in steps_from(max(abs(ordered[0]), abs(ordered[-1]))):
        limit = dict(zip(below, (multiple(gap, step, digits) for gap in gaps), strict=True))
        usable = tuple(place for place in below if limit[place] is not None)
        cost, cuts = division(usable, len(ordered), classes)
        if cost <= ideal * SLACK:
            return tuple(limit[cut] for cut in cuts), digits
    raise ValueError(f"no round limit parts {ordered}")


def division(places, total, classes):
    """Return (cost, cuts): the evenest way to cut `total` values at `classes` - 1 places."""

    @cache
    def cheapest(start, left):
        if left == 1:
            return (total - start) ** 2, ()
        best = (math.inf, ())
        for place in places:
            if place > start:
                cost, cuts = cheapest(place, left - 1)
                best = min(best, ((place - start) ** 2 + cost, (place, *cuts)))
        return best

    return cheapest(0, classes)


def steps_from(magnitude):
    """Yield (step, digits) from coarse to fine, as far as two printed values can differ."""
    for exponent in range(math.floor(math.log10(magnitude)) + 1, -FINEST - 2, -1):
        for mantissa in (5, 2, 1):
            yield mantissa * 10.0**exponent, max(0, -exponent)


def multiple(gap, step, digits):
    """Return the multiple of a step in (low, high] nearest the middle, or None."""
    low, high = gap
    first, last = math.floor(low / step + 1e-9) + 1, math.floor(high / step + 1e-9)
    if first > last:
        return None
    nearest = min(max(round((low + high) / 2 / step), first), last)
    return round(nearest * step, digits)


def class_labels(limits, groups, suffix, digits):
    def written(value):
        return scaled(value, digits) + suffix

    if not limits:
        return (f"{scaled(groups[0][0])}{suffix}",)
    lowest = written(0) if not any(groups[0]) else f"＜{written(limits[0])}"
    between = [f"{written(low)}–{written(high)}" for low, high in pairwise(limits)]
    alone = set(groups[-1]) == {limits[-1]}
    highest = written(limits[-1]) if alone else f"≥{written(limits[-1])}"
    return (lowest, *between, highest)


def scaled(value, digits=None):
    """Return a limit as a reader says it: 3.50, 1200, 2.5万, 3亿."""
    for size, word in ((1e8, "亿"), (1e4, "万")):
        if abs(value) >= size:
            return f"{value / size:.10g}{word}"
    return f"{value:.10g}" if digits is None else f"{value:.{digits}f}"


def round_down(value):
    """Return the largest of 1, 2, 5 × a power of ten that a value reaches; a count from one up."""
    power = 10.0 ** math.floor(math.log10(value))
    mantissa = next(part for part in (5, 2, 1) if part * power <= value * (1 + 1e-9))
    return max(mantissa * power, 1)
