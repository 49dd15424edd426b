"""The words in a chart: Plotly's annotations, where Plotly itself would put them."""

import math
import re
from html import escape, unescape

from ui.slides.box import Box
from ui.slides.svg_known import Unknown, only
from ui.slides.svg_parts import MIDDLE, element, line, marked_words, rect
from ui.slides.svg_words import width

LINE = 1.3  # line height, in type sizes
BORDER = 1  # px that Plotly keeps for a border, also for one that is not seen
NOTE = {
    *("text", "font", "showarrow", "align", "x", "y", "xref", "yref", "xanchor", "yanchor"),
    *("xshift", "yshift", "bgcolor", "borderpad", "arrowhead", "arrowwidth", "standoff"),
    *("arrowcolor", "ax", "ay"),
}
TAG = re.compile(r"(<[^<>]*>)")
COLOURED = re.compile(r'<span style="color:(#[0-9A-Fa-f]{6})">')
# Where the middle of a box of words lies from its anchor, in shares of its size.
SHIFTS = {"left": 0.5, "top": 0.5, "center": 0, "middle": 0, "right": -0.5, "bottom": -0.5}
ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def drawn(note: dict, plot) -> str:
    """Return the SVG of an annotation: its ground, its leader, its words."""
    only("an annotation", note, NOTE)
    only("an annotation's font", note["font"], {"size", "color", "family"})
    bold, found = parsed(note["text"])
    size = note["font"]["size"]
    pad = note.get("borderpad", 1) + BORDER
    across = max(width(plain(one), size, bold) for one in found) + 2 * pad
    high = len(found) * LINE * size + 2 * pad
    head = (
        plot.across(note["x"], note.get("xref", "x")) + note.get("xshift", 0),
        plot.down(note["y"], note.get("yref", "y")) - note.get("yshift", 0),
    )
    has_arrow = note.get("showarrow", True)
    tail = (head[0] + note["ax"], head[1] + note["ay"]) if has_arrow else head
    side = _side(note, "x", has_arrow, ("left", "center", "right"))
    level = _side(note, "y", has_arrow, ("bottom", "middle", "top"))
    middle = (tail[0] + SHIFTS[side] * across, tail[1] + SHIFTS[level] * high)
    box = Box(middle[0] - across / 2, middle[1] - high / 2, across, high)
    parts = []
    if note.get("bgcolor"):
        parts.append(rect(box.x, box.y, box.width, box.height, note["bgcolor"]))
    if has_arrow:
        parts.append(_leader(note, head, tail, box))
    if note.get("align") == "right":
        side = "right"
    start = {"left": box.x + pad, "center": middle[0], "right": box.right - pad}[side]
    for n, one in enumerate(found):
        baseline = box.y + pad + (n + 0.5) * LINE * size + MIDDLE * size
        parts.append(
            marked_words(
                one, start, baseline, size, note["font"]["color"], bold=bold, anchor=ANCHORS[side]
            )
        )
    return "".join(parts)


def _side(note, axis, has_arrow, sides):
    """Return the anchor; Plotly chooses one by the place where words stand on the paper."""
    given = note.get(f"{axis}anchor", "auto")
    if given != "auto":
        return given
    is_free = has_arrow or note.get(f"{axis}ref", axis) != "paper"
    share = 0.5 if is_free else note[axis]
    return sides[0 if share < 1 / 3 else 2 if share > 2 / 3 else 1]


def _leader(note, head, tail, box):
    """Draw the line from a point to its words, `standoff` pixels short of the point."""
    if note.get("arrowhead", 1):
        raise Unknown("an annotation's arrow has a head")
    end = _entered(head, tail, box)
    length = math.dist(head, end)
    short = note.get("standoff", 0)
    if length <= short:
        return ""
    share = short / length
    begin = [a + (b - a) * share for a, b in zip(head, end, strict=True)]
    return line(*begin, *end, note["arrowcolor"], note.get("arrowwidth", 1))


def _entered(head, tail, box):
    """Return where the line from the point to its words enters their box."""
    shares = [1.0]
    for a, b, low, high in (
        (head[0], tail[0], box.x, box.right),
        (head[1], tail[1], box.y, box.bottom),
    ):
        shares += [(edge - a) / (b - a) for edge in (low, high) if b != a]
    places = [
        [a + (b - a) * share for a, b in zip(head, tail, strict=True)]
        for share in sorted(shares)
        if 0 <= share <= 1
    ]
    near = 0.01
    return next(
        (
            (x, y)
            for x, y in places
            if box.x - near <= x <= box.right + near and box.y - near <= y <= box.bottom + near
        ),
        tail,
    )


def parsed(text: str) -> tuple[bool, list[str]]:
    """Return (whether it is bold, its lines as content of an SVG text) of Plotly's small HTML."""
    bold = text.startswith("<b>") and text.endswith("</b>")
    inner = text[3:-4] if bold else text
    return bold, [_content(one) for one in inner.split("<br>")]


def _content(line_):
    """Return a line as SVG: words, and a span in a colour as a tspan."""
    parts, colour = [], None
    for piece in TAG.split(line_):
        if opened := COLOURED.fullmatch(piece):
            colour = opened[1]
        elif piece == "</span>" and colour:
            colour = None
        elif piece == "<b>" or piece == "</b>":
            continue  # a bold line of two colours: the whole of it is bold, as parsed() says
        elif TAG.fullmatch(piece):
            raise Unknown(f"an annotation holds {piece}")
        elif piece:
            safe = escape(unescape(piece), quote=False)
            parts.append(element("tspan", safe, fill=colour) if colour else safe)
    return "".join(parts)


def plain(content: str) -> str:
    """Return a line's words without tags."""
    return unescape(TAG.sub("", content))
