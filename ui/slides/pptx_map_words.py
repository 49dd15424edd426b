"""Words and circles of a map laid out for its size on the slide: type cannot shrink with it."""

from dataclasses import dataclass, replace
from itertools import takewhile

import shapely
from shapely.affinity import affine_transform

from ui import theme
from ui.map_captions import TINY, caption_lines, corner_words, placed
from ui.map_drawing import radius_of
from ui.map_facilities import Facility, facility_words
from ui.map_labels import Word, block_box
from ui.map_scale import CircleScale

AROUND = {theme.LAND_TEXT, theme.SEA_TEXT}  # the colours of neighbours' and waters' names


@dataclass(frozen=True)
class Laid:
    """`circles` are (x, y, radius); everything is in points from the map's upper left corner."""

    words: list[Word]
    circles: list[tuple[float, float, float]]
    facilities: list[Facility]
    unsaid: list[str]  # 当湖街道 3.12, of townships too small for their value


def laid_out(drawing, scale: float) -> Laid:
    """Return what stands on a drawing of which a pixel takes so many points."""
    frame = drawing.frame
    sized = replace(frame, width=frame.width * scale, height=frame.height * scale)
    typed = replace(sized, width=max(sized.width, TINY + 1), height=max(sized.height, TINY + 1))
    areas = [replace(area, polygon=grown(area.polygon, scale)) for area in drawing.areas]
    places = [replace(place, x=place.x * scale, y=place.y * scale) for place in drawing.facilities]
    named, taken = facility_words(places, sized)
    wanted = [
        (
            area,
            caption_lines(area, areas, drawing.chosen, typed),
            radius_of(area, drawing.scale) * scale,
        )
        for area in areas
    ]
    captions = placed(wanted, drawing.chosen, taken, shun=[place.box for place in places])
    words = [word for caption in captions.values() for word in caption.words]
    words += [*named, *corner_words(areas)]
    circles = [
        (*captions[area.ref_area].anchor, radius)
        for area, _, radius in wanted
        if isinstance(drawing.scale, CircleScale) and radius
    ]
    unsaid = [
        f"{area.name_zh} {area.value_zh}"
        for area in areas
        if area.state == "value" and area.value_zh not in texts_of(captions[area.ref_area])
    ]
    return Laid([*around(drawing, scale, words), *words], circles, places, unsaid)


def texts_of(caption):
    return [word.line.text for word in caption.words]


def around(drawing, scale, words):
    """Return the scale bar's word and the names around the county that no caption touches."""
    bar, rest = drawing.words[:1], drawing.words[1:]
    outside = takewhile(lambda word: word.line.colour in AROUND, rest)
    moved = [replace(word, x=word.x * scale, y=word.y * scale) for word in (*bar, *outside)]
    taken = shapely.union_all([box_of(word) for word in words])
    return [word for word in moved if not box_of(word).intersects(taken)]


def box_of(word):
    return block_box([word.line], (word.x, word.y))


def grown(geometry, scale):
    return affine_transform(geometry, [scale, 0, 0, scale, 0, 0])
