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


def beside(points, sizes, room: Box, obstacles=()):
    """Return for each point the (right, down) in pixels at which the middle of its words goes.

    `sizes` are the words' width and height; `obstacles` are boxes that are better not covered.
    """
    tried = [_places(size) for size in sizes]
    chosen = [places[0] for places in tried]  # (right, down, reach)
    for turn in range(ROUNDS):
        for i, (point, size) in enumerate(zip(points, sizes, strict=True)):
            others = range(len(points)) if turn else range(i)
            words = [_box(points[j], chosen[j], sizes[j]) for j in others if j != i]
            chosen[i] = min(
                tried[i],
                key=lambda place, point=point, size=size, words=words: _badness(
                    _box(point, place, size), place[2], words, obstacles, room
                ),
            )
    return [(right, down) for right, down, _ in chosen]


def _places(size):
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


def _box(point, place, size):
    return around(point[0] + place[0], point[1] + place[1], *size)


def _badness(box, distance, words, obstacles, room):
    inside = box.shared(room)
    return (
        (box.area - inside) * OUTSIDE
        + sum(box.shared(other) for other in words) * ON_WORDS
        + sum(box.shared(other) for other in obstacles) * ON_POINT
        + distance * FAR
    )
