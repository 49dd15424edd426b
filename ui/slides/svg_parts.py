"""Marks of an SVG: everything is an attribute with a plain colour, so that it looks the same in a
browser, in a PDF, as a file and as a picture. No ids and no styles: many stand on one page.
"""

from collections.abc import Iterable
from html import escape

import numpy as np
import shapely

from ui import theme

MIDDLE = 0.36  # of the type size: from the middle of a line of words down to its baseline
NAMESPACE = "http://www.w3.org/2000/svg"


def element(tag: str, content: str = "", **attributes) -> str:
    """Return an element; `_` in a name is a hyphen, a trailing one falls away, None is left out."""
    told = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_written(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{told}>{content}</{tag}>" if content else f"<{tag}{told}/>"


def _written(value) -> str:
    return escape(value) if isinstance(value, str) else pixels(value)


def pixels(value: float) -> str:
    """Return a length with two decimals at most."""
    return f"{value + 0.0:.2f}".rstrip("0").rstrip(".") or "0"


def document(width: float, height: float, content: str, **attributes) -> str:
    """Return a whole SVG on the page's colour."""
    return element(
        "svg",
        rect(0, 0, width, height, theme.PAGE) + content,
        xmlns=NAMESPACE,
        viewBox=f"0 0 {pixels(width)} {pixels(height)}",
        width=width,
        height=height,
        font_family=theme.FONT,
        **attributes,
    )


def group(content: str, right: float = 0, down: float = 0, scale: float = 1, **attributes) -> str:
    """Return marks moved and enlarged."""
    moved = [f"translate({pixels(right)} {pixels(down)})"] if right or down else []
    moved += [f"scale({scale:.4g})"] if scale != 1 else []
    return element("g", content, transform=" ".join(moved) or None, **attributes)


def words(
    text: str,
    x: float,
    baseline: float,
    size: float,
    colour: str = theme.INK,
    *,
    bold: bool = False,
    anchor: str | None = None,
    **attributes,
) -> str:
    """Write one line. `anchor` is start (as without one), middle or end."""
    return marked_words(
        escape(text, quote=False), x, baseline, size, colour, bold=bold, anchor=anchor, **attributes
    )


def marked_words(content, x, baseline, size, colour, *, bold=False, anchor=None, **attributes):
    """Write one line whose content is SVG already: words, escaped, with tspans around a few."""
    return element(
        "text",
        content,
        x=x,
        y=baseline,
        font_size=size,
        fill=colour,
        font_weight="700" if bold else None,
        text_anchor=None if anchor == "start" else anchor,
        **attributes,
    )


def rect(x, y, width, height, fill, **attributes) -> str:
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, **attributes)


def line(x1, y1, x2, y2, colour, width, dash: str | None = None) -> str:
    return element(
        "path",
        d=f"M{pixels(x1)} {pixels(y1)}L{pixels(x2)} {pixels(y2)}",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dash,
        fill="none",
    )


def path(lines: Iterable, colour: str, width: float, **attributes) -> str:
    """Draw lines, each an n × 2 array of pixels."""
    d = "".join(traced(one) for one in lines)
    return d and element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        **attributes,
    )


def polygon(shape, fill: str, **attributes) -> str:
    """Fill a polygon of one or more parts, its holes left out."""
    rings = [
        ring
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and not part.is_empty
        for ring in (part.exterior, *part.interiors)
    ]
    d = "".join(traced(shapely.get_coordinates(ring)[:-1]) + "Z" for ring in rings)
    return d and element("path", d=d, fill=fill, fill_rule="evenodd", **attributes)


def circle(x, y, radius, fill, **attributes) -> str:
    return element("circle", cx=x, cy=y, r=radius, fill=fill, **attributes)


def traced(places) -> str:
    """Return places (n × 2) as a path from the first to the last."""
    rounded = np.round(np.asarray(places, float), 1)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in rounded.tolist())
