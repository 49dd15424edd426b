"""The legend of a map as HTML: st.html strips SVG, so everything is a div with a style."""

from html import escape

from ui import theme
from ui.map_areas import FILLS, REASONS
from ui.map_drawing import CIRCLE_FILL, Drawing
from ui.map_facilities import DIAMOND, LOOKS, RADIUS
from ui.map_scale import CircleScale, ColourScale

POINT_WORDS = {"active": "有，且有活动", "inactive": "有，但无活动", "missing": "尚无"}
SWATCH = "width:26px;height:14px;box-sizing:border-box"
ROW = "display:flex;flex-wrap:wrap;align-items:center;gap:4px 20px"
HATCHED = (
    f"background:repeating-linear-gradient(135deg,{theme.HATCH} 0 1px,transparent 1px 6px) "
    f"{theme.OUT_OF_SCOPE}"
)
PATTERNS = {
    "out_of_scope": HATCHED,
    "missing": f"background:{theme.PAGE};border:1px dashed {theme.TEXT_3}",
    "protected": (
        f"background:radial-gradient(circle,{theme.PROTECTED_DOT} 1px,transparent 1.3px) "
        f"0 0/6px 6px {theme.PROTECTED}"
    ),
    "not_applicable": f"background:{FILLS['not_applicable']};border:1px solid {theme.HAIRLINE}",
}


def legend_html(drawing: Drawing, point_words: dict[str, str] | None = None) -> str:
    """Return the legend: classes or circle sizes, points, kinds without a value, unit, notice.

    `point_words` says in the reader's terms what each state of a point means.
    """
    words = POINT_WORDS | (point_words or {})
    keys = [*points(drawing, words), *reasons(drawing)]
    parts = [row([*scale(drawing), *keys]), unit(drawing), line(drawing.notice_zh)]
    style = (
        f"font:400 13px/20px {theme.FONT};color:{theme.TEXT_2};"
        "font-variant-numeric:tabular-nums;display:flex;flex-direction:column;gap:4px"
    )
    return f'<div style="{style}">{"".join(filter(None, parts))}</div>'


def scale(drawing):
    if isinstance(drawing.scale, ColourScale):
        return [classes(drawing.scale)]
    if isinstance(drawing.scale, CircleScale):
        return [circle(radius, label) for radius, label in drawing.scale.samples()]
    return []


def classes(colours):
    """Return one bar of swatches, each over its limits and the number of townships in it."""
    # Only the lightest steps need an edge against the page.
    edges = [
        theme.HAIRLINE if colour in theme.SEQUENTIAL[:2] else colour for colour in colours.colours
    ]
    steps = "".join(
        '<div style="flex:1 1 0;min-width:0;text-align:center;word-break:keep-all">'
        f'<div style="height:14px;background:{colour};border:1px solid {edge};'
        'box-sizing:border-box"></div>'
        f"<div>{escape(label)}</div>"
        f'<div style="font-size:12px;line-height:16px;color:{theme.TEXT_3}">{count}个</div></div>'
        for colour, edge, label, count in zip(
            colours.colours, edges, colours.labels, colours.counts, strict=True
        )
    )
    width = 66 * len(colours.colours)
    return f'<div style="display:flex;gap:2px;flex:0 1 {width}px;min-width:0">{steps}</div>'


def circle(radius, label):
    size = f"width:{2 * radius:.1f}px;height:{2 * radius:.1f}px"
    mark = f'<span style="{size};border-radius:50%;background:{CIRCLE_FILL}"></span>'
    return key(mark, label)


def points(drawing, words):
    """Return a key for every state of point on the map, with how many there are."""
    states = [place.state for place in drawing.facilities]
    return [
        key(point_mark(state), f"{words[state]}（{states.count(state)}）", loud=state == "missing")
        for state in LOOKS
        if state in states
    ]


def point_mark(state):
    fill, border, width = LOOKS[state]
    side = DIAMOND * 1.3 if state == "missing" else 2 * RADIUS + 1
    turn = "transform:rotate(45deg)" if state == "missing" else "border-radius:50%"
    border = border if state != "active" else fill
    return (
        f'<span style="width:{side:.0f}px;height:{side:.0f}px;box-sizing:border-box;'
        f'background:{fill};border:{width}px solid {border};{turn};margin:0 2px"></span>'
    )


def reasons(drawing):
    """Return a key for every kind of area without a value, and for incomplete ones."""
    present = {area.state for area in drawing.areas}
    keys = [
        key(f'<span style="{SWATCH};{PATTERNS[state]}"></span>', REASONS[state])
        for state in PATTERNS
        if state in present
    ]
    if any(area.provisional for area in drawing.areas):
        keys.append(key("○", "未完整，数据未到期末"))
    return keys


def unit(drawing):
    if isinstance(drawing.scale, ColourScale):
        return line(f"单位：{drawing.unit_zh}；下行为镇街道个数")
    if isinstance(drawing.scale, CircleScale):
        return line(f"单位：{drawing.unit_zh}；圆的面积与数值成正比")
    return ""


def key(mark, words, loud=False):
    style = f"color:{theme.ATTENTION};font-weight:700" if loud else ""
    return (
        '<span style="display:inline-flex;align-items:center;gap:6px;white-space:nowrap;'
        f'{style}">{mark}<span>{escape(words)}</span></span>'
    )


def row(cells):
    return f'<div style="{ROW}">{"".join(cells)}</div>' if cells else ""


def line(words):
    return f'<div style="color:{theme.TEXT_3}">{escape(words)}</div>'
