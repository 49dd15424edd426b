"""Where words go beside the points of a plot: near their own, off all others and one another."""

import math
from dataclasses import dataclass

GAP = 10  # px from a point's middle to words beside it
REACHES = (0, 10, 24, 42, 64, 90)  # px farther off, tried one after the other
DIRECTIONS = [math.radians(turn) for turn in (0, 180, 270, 90, 315, 45, 225, 135)]
ROUNDS = 5  # each label looks again for a better place, now that the others have theirs
OUTSIDE, ON_WORDS, ON_POINT = 50, 20, 6  # how bad a pixel² of each is
FAR = 9  # how bad a pixel of distance is


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other) -> float:
        """Return how many pixels² this one has in common with another."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0) * max(high, 0)

    @property
    def area(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)


def around(x, y, width, height) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@dataclass(frozen=True)
class Place:
    """Where words may go: how far right and down of their point, and how bad it is by itself."""

    right: float
    down: float
    box: Box
    badness: float

    def beside(self, words) -> float:
        """Return how bad it is to stand here while other words stand there."""
        return self.badness + sum(self.box.shared(other) for other in words) * ON_WORDS


def beside(points, sizes, room: Box, obstacles=()):
    """Return for each point the (right, down) in pixels at which the middle of its words goes.

    `sizes` are the words' width and height; `obstacles` are boxes that are better not covered.
    """
    tried = [
        [_place(point, way, size, room, obstacles) for way in _ways(size)]
        for point, size in zip(points, sizes, strict=True)
    ]
    chosen = [places[0] for places in tried]
    for turn in range(ROUNDS):
        before = [*chosen]
        for i, places in enumerate(tried):
            others = range(len(points)) if turn else range(i)
            words = [chosen[j].box for j in others if j != i]
            chosen[i] = min(places, key=lambda place, words=words: place.beside(words))
        if turn and chosen == before:
            break
    return [(place.right, place.down) for place in chosen]


def _ways(size):
    """Return where words may go around a point: to each side, nearest first."""
    width, height = size
    return [
        (
            math.cos(turn) * (GAP + reach) + _sign(math.cos(turn)) * width / 2,
            math.sin(turn) * (GAP + reach) + _sign(math.sin(turn)) * height / 2,
            reach,
        )
        for reach in REACHES
        for turn in DIRECTIONS
    ]


def _sign(value):
    return 0 if abs(value) < 0.01 else math.copysign(1, value)


def _place(point, way, size, room, obstacles):
    right, down, reach = way
    box = around(point[0] + right, point[1] + down, *size)
    badness = (
        (box.area - box.shared(room)) * OUTSIDE
        + sum(box.shared(other) for other in obstacles) * ON_POINT
        + reach * FAR
    )
    return Place(right, down, box, badness)
