"""Two indicators against each other: a dot for each township, the chosen ones with their path."""

from html import escape

import pandas as pd

from ui import theme, wording, wording_compare
from ui.chart_lines import FRONT
from ui.chart_pair import CHOSEN_DOT, DOT, STOP, Pair, colours_of, whole
from ui.chart_parts import Drawing, empty_figure, scale_of, text_width
from ui.chart_scatter_words import write_names

TOP, BOTTOM = 66, 66  # px over and under the plot: axis title and reference words; ticks and title
SMALL = 13  # px, of what stands around the plot
TRACED = 3  # townships whose paths can be told apart


def scatter_figure(rows, x, y, chosen, width, height):
    """Return the figure; `rows` is the cut pair, `width` about what it will be shown in."""
    chosen = tuple(area for area in chosen if area in set(rows.ref_area))
    traced = chosen if len(chosen) <= TRACED else ()
    shown = whole(
        rows[(rows.area_level != "county") & ((rows.step == 0) | rows.ref_area.isin(traced))]
    )
    if shown.empty:
        return empty_figure(height)
    drawing = Drawing(height, top=TOP, bottom=BOTTOM, right=14)
    now = rows[rows.step == 0]
    lines = now.iloc[0]
    levels = {
        axis: [*shown[f"{axis}_value"], *pd.Series([lines[f"{axis}_yardstick"]]).dropna()]
        for axis in "xy"
    }
    up = scale_of(levels["y"], y, drawing.pixels)
    drawing.margin["l"] = 14 + max(text_width(text, 14) for text in wording.ticks(up.ticks))
    drawing.margin["r"] = 14 + text_width(_yardstick(now, "y", y, "\n"), SMALL)
    across = scale_of(levels["x"], x, width - drawing.margin["l"] - drawing.margin["r"])
    pair = Pair(rows, x, y, traced, across, up)
    _draw_axes(drawing, pair, lines)
    _draw_yardsticks(drawing, pair, lines)
    _draw_paths(drawing, pair)
    _draw_dots(drawing, pair, chosen)
    write_names(drawing, pair, chosen)
    return drawing.figure(clickmode="event+select")


def _yardstick(now, axis, of, gap=""):
    """Return the words on a line of reference, or none without one."""
    row = now.iloc[0]
    if pd.isna(row[f"{axis}_yardstick"]):
        return ""
    is_whole = now[f"{axis}_status"].eq("A").all()
    return wording_compare.yardstick(row[f"{axis}_yardstick"], of, row.name_zh, is_whole, gap)


def _draw_axes(drawing, pair, lines):
    """Draw round ticks on both axes, each named at its far end with unit and period."""
    up, across = wording.ticks(pair.up.ticks), wording.ticks(pair.across.ticks)
    drawing.value_axis(pair.up, up)
    drawing.yaxis |= {"showgrid": True, "showline": True, "linecolor": theme.HAIRLINE}
    drawing.xaxis |= {
        "range": [pair.across.ticks[0], pair.across.ticks[-1]],
        "tickvals": pair.across.ticks,
        "ticktext": across,
        "showgrid": True,
        "gridcolor": theme.GRID,
        "showline": True,
        "ticklabelstandoff": 4,
    }
    titles = {
        axis: wording_compare.axis_title(
            of, lines[f"{axis}_period"], axis, texts[0] if scale.ticks[0] else ""
        )
        for axis, of, texts, scale in (
            ("x", pair.x, across, pair.across),
            ("y", pair.y, up, pair.up),
        )
    }
    wide = drawing.margin["l"] + pair.across.pixels
    style = {"size": SMALL, "colour": theme.TEXT_2}
    text = _broken(titles["y"], wide)
    drawing.write_above(text, shift=(-drawing.margin["l"], 30), **style)
    drawing.write(
        _broken(titles["x"], wide),
        1,
        0,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="top",
        yshift=-26,
        **style,
    )
    drawing.notes[-1]["align"] = "right"


def _broken(text, width):
    """Return words in lines that fit so many pixels, broken behind commas."""
    lines = []
    for part in text.split("，"):
        if lines and text_width(f"{lines[-1]}，{part}", SMALL) <= width:
            lines[-1] += f"，{part}"
        else:
            lines.append(part)
    return "，\n".join(lines)


def _draw_yardsticks(drawing, pair, lines):
    """Draw the county's values (of totals the townships' middle), each named outside the plot."""
    x, y = lines.x_yardstick, lines.y_yardstick
    ends = {"x": pair.across.ticks, "y": pair.up.ticks}
    if not pd.isna(x):
        _draw_line(drawing, [x, x], [ends["y"][0], ends["y"][-1]])
        words = _yardstick(pair.now, "x", pair.x)
        at, half = pair.pixel(x, 0)[0], text_width(words, SMALL) / 2
        moved = max(half - at - drawing.margin["l"], 0) or min(pair.across.pixels - at - half, 0)
        place = {"yref": "paper", "yanchor": "bottom", "yshift": 2, "xshift": moved}
        drawing.write(words, x, 1, size=SMALL, xanchor="center", **place)
    if not pd.isna(y):
        _draw_line(drawing, [ends["x"][0], ends["x"][-1]], [y, y])
        words = _yardstick(pair.now, "y", pair.y, "\n")
        place = {"xref": "paper", "xanchor": "left", "xshift": 6}
        drawing.write(words, 1, y, size=SMALL, **place)


def _draw_line(drawing, x, y):
    """Draw a line of reference; it is a trace, since a shape would lie below the grid."""
    line = {"color": theme.INK, "width": 1.2}
    drawing.draw("scatter", x=x, y=y, mode="lines", line=line, hoverinfo="skip")


def _draw_paths(drawing, pair):
    """Draw where the chosen townships come from: a thin line with a stop for every year."""
    for area, colour in zip(pair.traced, FRONT, strict=False):
        path = pair.path(area)
        known = (path.x_status == "A") & (path.y_status == "A")
        if known.sum() < 2:
            continue
        drawing.draw(
            "scatter",
            x=list(path.x_value.where(known)),
            y=list(path.y_value.where(known)),
            mode="lines+markers",
            line={"color": colour, "width": 1.6},
            marker={"size": STOP, "color": colour, "opacity": 1},
            unselected={"marker": {"opacity": 1}},
            hovertext=[_hover(row, pair) for row in path.itertuples()],
            customdata=[[area]] * len(path),
            cliponaxis=False,
        )


def _draw_dots(drawing, pair, chosen):
    colours = colours_of(chosen)
    quiet = theme.QUIET if chosen else theme.ACCENT
    dots = pair.dots
    is_chosen = dots.ref_area.isin(chosen)
    dots = dots.assign(is_chosen=is_chosen).sort_values("is_chosen")  # the chosen on top
    drawing.draw(
        "scatter",
        x=list(dots.x_value),
        y=list(dots.y_value),
        mode="markers",
        marker={
            "size": [CHOSEN_DOT if one else DOT for one in dots.is_chosen],
            "color": [colours.get(area, quiet) for area in dots.ref_area],
            "opacity": 1,
            "line": {"color": theme.PAGE, "width": 1.5},
        },
        unselected={"marker": {"opacity": 1}},
        hovertext=[_hover(row, pair) for row in dots.itertuples()],
        customdata=[[area] for area in dots.ref_area],
        cliponaxis=False,
    )


def _hover(row, pair):
    lines = [
        f"{escape(of.name_zh)}，{wording.period_of(period, of)}<br>"
        f"<b>{wording.amount(value, of, status)}</b>"
        for of, period, value, status in (
            (pair.x, row.x_period, row.x_value, row.x_status),
            (pair.y, row.y_period, row.y_value, row.y_status),
        )
    ]
    return "<br>".join([f"<b>{escape(row.name_zh)}</b>", *lines])
