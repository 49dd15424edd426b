"""What a chart tells where it is pointed at: a bar its own words, a period those of all lines."""

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from ui.slides.svg_traces import bar_boxes, cell_boxes, is_missing

# How charts word a point: 新埭镇　2024年8月<br><b>12.3%</b>
POINT = re.compile(r"(?:(?P<name>.*)　)?(?P<when>.*)<br><b>(?P<value>.*)</b>")


@dataclass(frozen=True)
class Tip:
    """Words (lines of plain text) for a box of the picture; a strip is as high as the plot."""

    left: float
    right: float
    top: float
    bottom: float
    words: str
    is_strip: bool = False


def tips(told: dict, plot) -> list[Tip]:
    """Return the tips of a figure's dict whose plot lies where `plot` says."""
    points, boxes, piled = {}, [], {}
    for trace in told["data"]:
        words = trace.get("hovertext")
        if words is None:
            continue
        if trace["type"] == "scatter":
            _gather(points, trace, words, plot)
            continue
        if trace["type"] == "bar":
            found = bar_boxes(trace, plot, told["layout"].get("barmode", "group"), piled)
        else:
            found = cell_boxes(trace, plot)
        boxes += [Tip(*across, *down, _plain(words[n])) for n, across, down in found]
    return boxes + _strips(points, plot)


def _gather(points, trace, words, plot):
    """Note what stands at each place of the axis, the highest first."""
    for x, y, one in zip(trace["x"], trace["y"], words, strict=True):
        if one and not is_missing(x) and not is_missing(y):
            points.setdefault(round(plot.across(x), 1), {})[one] = plot.down(y)


def _strips(points, plot):
    """Return a strip for each place of the axis, reaching half way to the next."""
    places = sorted(points)
    edges = [(one + other) / 2 for one, other in pairwise(places)]
    lefts, rights = [plot.box.x, *edges], [*edges, plot.box.right]
    return [
        Tip(left, right, plot.box.y, plot.box.bottom, _together(points[place]), is_strip=True)
        for place, left, right in zip(places, lefts, rights, strict=False)
        if right > left
    ]


def _together(words):
    """Return the words of one place, its period said once when it is the same in all."""
    from_top = sorted(words, key=words.get)
    read = [POINT.fullmatch(part) for one in from_top for part in _points(one)]
    if not all(read) or len({one["when"] for one in read}) > 1:
        return "\n".join(map(_plain, from_top))
    lines = [f"{one['name'] or ''}　{one['value']}" for one in read]
    return "\n".join([unescape(read[0]["when"]), *map(unescape, lines)])


def _points(words):
    """Return the single points of words that hold several, as a mark of missing values does."""
    return re.findall(r".*?<br><b>.*?</b>", words.replace("</b><br>", "</b>")) or [words]


def _plain(words):
    return unescape(re.sub(r"</?b>", "", (words or "").replace("<br>", "\n")))
