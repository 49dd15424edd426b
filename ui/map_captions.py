"""The captions of townships: what is written in each, and where its circle stands."""

import math
from dataclasses import dataclass, replace

import shapely

from ui import theme
from ui.map_areas import PROVISIONAL, REASONS
from ui.map_labels import (
    Line,
    Word,
    block_box,
    block_size,
    block_words,
    box_around,
    centre_for,
    deepest,
)

SMALL = 400  # a map whose shorter side is below this is a phone's: type one size down
TINY = 300  # up to this only what is chosen, and what has no place in the statistics, is named
FLOOR = 12  # no type smaller than this
CORNER = 12
GAP = 2  # pixels between a circle and the words below or beside it
SQUEEZE = (1.0, 0.95, 0.9, 0.85)  # how much of a caption must fit where all does not
WAYS = ("below", "beside", "on")  # where words stand to their circle, best first
QUIET_ZONE = 2  # pixels around words in which no pattern is drawn


@dataclass(frozen=True)
class Caption:
    """`anchor` is where a circle goes; `words` is empty where the township had no room."""

    words: list[Word]
    anchor: tuple[float, float]

    def clears(self, geometry):
        """Return a geometry without the places of the words: no pattern runs through them."""
        boxes = [block_box([word.line], (word.x, word.y), QUIET_ZONE) for word in self.words]
        return geometry.difference(shapely.union_all(boxes))


def caption_lines(area, areas, chosen, frame) -> list[Line]:
    """Return the lines of a caption, most needed first; none where the map is too small."""
    name, value, note = (13, 14, 12) if frame.short_side < SMALL else (14, 15, 12)
    ink = theme.TEXT_2 if area.state == "out_of_scope" else theme.ink_on(area.fill)
    if frame.short_side <= TINY:
        picked = area.ref_area in chosen
        return [Line(area.name_zh, 12, ink, picked)] * (picked or area.state == "out_of_scope")
    if area.state == "out_of_scope":
        reason = (area.note_zh or REASONS[area.state]).replace("，", "，\n").split("\n")
        return [Line(area.name_zh, name, ink), *(Line(text, note, ink) for text in reason)]
    if area.state == "plain":
        return [Line(area.name_zh, 13, ink, plate=area.fill)]
    if area.state != "value":
        return [Line(area.name_zh, name), Line(REASONS[area.state], 13, theme.TEXT_2)]
    lines = [Line(area.name_zh, name, ink), Line(area.value_zh, value, ink, bold=True)]
    marked = area.provisional and not all_provisional(areas)
    return [*lines, Line(f"○{PROVISIONAL}", note, ink)] if marked else lines


def all_provisional(areas) -> bool:
    return all(area.provisional for area in areas if area.state == "value")


def corner_words(areas) -> list[Word]:
    """Return the one mark of a map whose every value is incomplete, in its upper left corner."""
    if not any(area.provisional for area in areas) or not all_provisional(areas):
        return []
    line = Line(f"○ 本期{PROVISIONAL}", 13, theme.TEXT_2, bold=True)
    width, height = block_size([line])
    return [Word(CORNER + width / 2, CORNER + height / 2, line)]


def placed(wanted, chosen, taken, shun):
    """Return {ref_area: Caption} for (area, lines, radius): the chosen first, then the tightest.

    A caption that fits nowhere in its township, not even squeezed, loses its lower lines, then
    falls silent (tooltip and table still say it); a chosen one is named across its borders.
    """
    captions, occupied = {}, list(taken)
    for area, lines, radius in sorted(
        wanted, key=lambda one: (one[0].ref_area not in chosen, one[0].polygon.area)
    ):
        caption, boxes = inside(area.polygon, lines, radius, occupied, shun)
        if caption is None:
            caption = across_borders(area.polygon, lines[: area.ref_area in chosen])
        captions[area.ref_area] = caption
        occupied += boxes
    return captions


def inside(polygon, lines, radius, occupied, shun):
    """Return (Caption, the boxes it takes), or (None, []) where no arrangement fits."""
    for block, boxes, squeeze in attempts(lines, radius) if lines else ():
        centre = centre_for(polygon, boxes, occupied, shun, squeeze)
        if centre is not None:
            places = [(centre[0] + right, centre[1] + down) for right, down, *_ in boxes]
            taken = [box_around(place, box[2:]) for place, box in zip(places, boxes, strict=True)]
            return Caption(block_words(block, places[0]), places[-1]), taken
    return None, []


def across_borders(polygon, lines):
    middle = deepest(polygon)
    haloed = [replace(line, colour=theme.INK, halo=theme.PAGE) for line in lines]
    return Caption(block_words(haloed, middle) if haloed else [], middle)


def attempts(lines, radius):
    """Yield (lines, boxes, squeeze), best first: the words' box comes first, the circle's last."""
    smaller = [replace(line, size=max(line.size - 1, FLOOR)) for line in lines]
    for way in WAYS:
        for block, squeeze in ((lines, 1), (lines, 0.95), *((smaller, part) for part in SQUEEZE)):
            boxes = arrangement(block, radius, way)
            if boxes is not None:
                yield block, boxes, squeeze
    for fewer in range(min(len(lines) - 1, 2), 0, -1):
        for squeeze in SQUEEZE:
            yield smaller[:fewer], [(0, 0, *block_size(smaller[:fewer]))], squeeze


def arrangement(lines, radius, way):
    """Return the boxes of a caption in one of WAYS, or None where its circle is no small one."""
    # whole pixels: another month's circle is often the same, and its place then known
    width, height = map(math.ceil, block_size(lines))
    across = math.ceil(2 * radius)
    if way == "on":
        return [(0, 0, max(width, across), max(height, across))]
    if not 0 < across < math.hypot(width, height):
        return None
    if way == "beside":
        wide = across + GAP + width
        return [((wide - width) / 2, 0, width, height), ((across - wide) / 2, 0, across, across)]
    tall = across + GAP + height
    return [(0, (tall - height) / 2, width, height), (0, (across - tall) / 2, across, across)]
