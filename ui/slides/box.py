"""A rectangle on a slide, in whatever a channel counts: pixels of a picture, points of a deck."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Box:
    """x to the right, y downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def below(self, height: float) -> "Box":
        """Return what is left under a strip of this height."""
        return replace(self, y=self.y + height, height=self.height - height)

    def strip(self, top: float, height: float) -> "Box":
        return replace(self, y=self.y + top, height=height)

    def columns(self, count: int, gap: float) -> list["Box"]:
        width = (self.width - gap * (count - 1)) / count
        return [replace(self, x=self.x + i * (width + gap), width=width) for i in range(count)]
