"""Two indicators against each other: a dot for each township, the chosen ones with their path."""

from dataclasses import dataclass
from html import escape
from itertools import pairwise

import pandas as pd

from ui import chart_labels, theme, wording, wording_compare
from ui.chart_labels import Box
from ui.chart_lines import FRONT
from ui.chart_parts import Drawing, Scale, empty_figure, scale_of, text_width

TOP, BOTTOM = 66, 66  # px over and under the plot: axis title and reference words; ticks and title
DOT, CHOSEN_DOT, STOP = 11, 15, 5  # px
LABEL, SMALL = 14, 12  # px
NEAR = 22  # px from a dot to its words: farther ones need a leader
TRACED = 3  # townships whose paths can be told apart
ALONG = 14  # px between the spots of a path that labels keep off


@dataclass(frozen=True)
class Pair:
    """What every part of the drawing needs to know; `rows` is the cut pair."""

    rows: pd.DataFrame
    x: object
    y: object
    chosen: tuple
    across: Scale
    up: Scale

    @property
    def now(self):
        return self.rows[self.rows.step == 0]

    @property
    def dots(self):
        """The townships both of whose numbers are whole."""
        return whole(self.now[self.now.area_level != "county"])

    def path(self, ref_area):
        """The steps of a township from the earliest; those without both numbers are gaps."""
        own = self.rows[self.rows.ref_area == ref_area].sort_values("step", ascending=False)
        return own.reset_index(drop=True)

    def pixel(self, x, y):
        """Return where a pair lies in the plot, in pixels from its top left corner."""
        low, high = self.across.ticks[0], self.across.ticks[-1]
        return (x - low) / (high - low) * self.across.pixels, self.up.pixel(y)


def whole(rows):
    """Return the rows both of whose numbers are complete and may be shown."""
    return rows[(rows.x_status == "A") & (rows.y_status == "A")]


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
    lines = rows[rows.step == 0].iloc[0]
    levels = {
        axis: [*shown[f"{axis}_value"], *pd.Series([lines[f"{axis}_yardstick"]]).dropna()]
        for axis in "xy"
    }
    up = scale_of(levels["y"], y, drawing.pixels)
    drawing.margin["l"] = 14 + max(text_width(text, 14) for text in wording.ticks(up.ticks))
    drawing.margin["r"] = 14 + _room_at_right(lines, y)
    across = scale_of(levels["x"], x, width - drawing.margin["l"] - drawing.margin["r"])
    pair = Pair(rows, x, y, traced, across, up)
    _draw_axes(drawing, pair, lines)
    _draw_yardsticks(drawing, pair, lines)
    _draw_paths(drawing, pair)
    _draw_dots(drawing, pair, chosen)
    _label(drawing, pair, chosen)
    return drawing.figure(clickmode="event+select")


def clicked_area(state) -> str:
    """Return the township of the dot that was clicked, or nothing."""
    points = state["selection"]["points"] if state else []
    return next((point["customdata"] for point in points if point.get("customdata")), "")


def _room_at_right(lines, y):
    if pd.isna(lines.y_yardstick):
        return 0
    return text_width(wording_compare.yardstick(lines.y_yardstick, y, lines.name_zh, "\n"), 13)


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
    style = {"size": 13, "colour": theme.TEXT_2}
    text = wording_compare.broken(titles["y"], wide, 13)
    drawing.write_above(text, shift=(-drawing.margin["l"], 30), **style)
    drawing.write(
        wording_compare.broken(titles["x"], wide, 13),
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


def _draw_yardsticks(drawing, pair, lines):
    """Draw the county's values (of totals the townships' middle), each named outside the plot."""
    style = {"type": "line", "layer": "between", "line": {"color": theme.INK, "width": 1.2}}
    if not pd.isna(lines.x_yardstick):
        drawing.shapes.append(
            style | {"x0": lines.x_yardstick, "x1": lines.x_yardstick}
            | {"yref": "paper", "y0": 0, "y1": 1 + 6 / pair.up.pixels}
        )  # fmt: skip
        words = wording_compare.yardstick(lines.x_yardstick, pair.x, lines.name_zh)
        at = pair.pixel(lines.x_yardstick, pair.up.ticks[0])[0]
        half = text_width(words, 13) / 2
        moved = max(half - at - drawing.margin["l"], 0) or min(pair.across.pixels - at - half, 0)
        drawing.write(
            words, lines.x_yardstick, 1, size=13, yref="paper", yanchor="bottom", yshift=4,
            xanchor="center", xshift=moved,
        )  # fmt: skip
    if not pd.isna(lines.y_yardstick):
        drawing.shapes.append(
            style | {"y0": lines.y_yardstick, "y1": lines.y_yardstick}
            | {"xref": "paper", "x0": 0, "x1": 1 + 6 / pair.across.pixels}
        )  # fmt: skip
        words = wording_compare.yardstick(lines.y_yardstick, pair.y, lines.name_zh, "\n")
        drawing.write(
            words, 1, lines.y_yardstick, size=13, xref="paper", xanchor="left", xshift=10
        )  # fmt: skip


def _draw_paths(drawing, pair):
    """Draw where the chosen townships come from: a thin line with a stop for every year."""
    for area, colour in zip(pair.chosen, FRONT, strict=False):
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
            hovertext=[_hover(row, pair) for row in path.itertuples()],
            cliponaxis=False,
        )


def _draw_dots(drawing, pair, chosen):
    colours = _colours(chosen)
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
        customdata=list(dots.ref_area),
        cliponaxis=False,
    )


def _colours(chosen):
    return {area: FRONT[i % len(FRONT)] for i, area in enumerate(chosen)}


def _label(drawing, pair, chosen):
    """Name every dot, and the first and last stop of a path by its period."""
    words = _words(pair, chosen)
    points = [pair.pixel(row.x_value, row.y_value) for row, *_ in words]
    sizes = [
        (text_width(text, size) + 4, size * 1.3 * (text.count("\n") + 1))
        for _, text, size, _, _ in words
    ]
    margins = drawing.margin
    room = Box(-margins["l"] / 2, -8, pair.across.pixels + 8, pair.up.pixels - 2)
    placed = chart_labels.beside(points, sizes, room, _obstacles(pair))
    for (row, text, size, colour, bold), box, (right, down) in zip(
        words, sizes, placed, strict=True
    ):
        gap = max(abs(right) - box[0] / 2, abs(down) - box[1] / 2)
        place = {"xshift": right, "yshift": -down}
        if gap > NEAR:
            place = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 8}
            place |= {"arrowcolor": theme.QUIET, "ax": right, "ay": down}
        drawing.write(
            text, row.x_value, row.y_value, size, colour, bold,
            xanchor="center", yanchor="middle", **place,
        )  # fmt: skip


def _words(pair, chosen):
    """Return (row, text, size, colour, bold) of every label, the most important first."""
    colours = _colours(chosen)
    quiet = theme.TEXT_2 if chosen else theme.INK
    words = []
    for row in pair.dots.sort_values(
        "ref_area", key=lambda codes: ~codes.isin(chosen)
    ).itertuples():
        stops = whole(pair.path(row.ref_area)) if row.ref_area in pair.chosen else []
        text = row.name_zh
        if len(stops) > 1:
            text += "\n" + wording_compare.both_periods(row)
        words.append((row, text, LABEL, colours.get(row.ref_area, quiet), row.ref_area in chosen))
    for area in pair.chosen:
        stops = whole(pair.path(area))
        for first in stops.head(1 if len(stops) > 1 else 0).itertuples():
            words.append((first, wording_compare.both_periods(first), SMALL, colours[area], False))
    return words


def _obstacles(pair):
    """Return boxes over the dots and along the paths."""
    boxes = [
        chart_labels.around(*pair.pixel(row.x_value, row.y_value), DOT, DOT)
        for row in pair.dots.itertuples()
    ]
    for area in pair.chosen:
        stops = [
            pair.pixel(row.x_value, row.y_value) for row in whole(pair.path(area)).itertuples()
        ]
        for (x, y), (to_x, to_y) in pairwise(stops):
            parts = max(int(max(abs(to_x - x), abs(to_y - y)) / ALONG), 1)
            boxes += [
                chart_labels.around(
                    x + (to_x - x) * n / parts, y + (to_y - y) * n / parts, STOP, STOP
                )
                for n in range(parts + 1)
            ]
    return boxes


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
