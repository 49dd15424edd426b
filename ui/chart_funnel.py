"""The funnel: townships by the size of their base and their value, inside the limits of chance."""

from dataclasses import dataclass

from ui import chart_labels, theme, wording, wording_chance
from ui.chart_labels import Box, around
from ui.chart_parts import Drawing, Scale, empty_figure, scale_of, spread, text_width

DOT, CHOSEN_DOT = 11, 15  # px
LABEL, SMALL, FLOOR = 14, 13, 12  # px of type: names, axes, names on a narrow plot
NARROW = 420  # px of a plot on which names are written small
TOP, BOTTOM = 34, 62  # px: unit over the plot; ticks and title under it
NEAR = 16  # px from a dot to its words: farther ones need a leader
SPOT = 5  # px of a limit that words keep off
LINE, BESIDE = 1.3, 16  # line height in type sizes, px between words at the right end
SYMBOLS = {"higher": "triangle-up", "lower": "triangle-down"}
TONES = {"accent": theme.ACCENT, "attention": theme.ATTENTION, "muted": theme.TEXT_2}
CURVES = {  # level → how its limits are drawn
    "family": {"color": theme.TEXT_3, "width": 1.4},
    "one": {"color": theme.TEXT_3, "width": 1.2, "dash": "2px 4px"},
}


@dataclass(frozen=True)
class Base:
    """What the x axis counts: whole cases, in no unit of their own."""

    unit_zh: str = ""
    decimals: int = 0


@dataclass(frozen=True)
class Funnel:
    """What every part of the drawing needs to know; `towns` are rows that compare."""

    towns: object
    county: object
    limits: object
    indicator: object
    across: Scale
    up: Scale

    @property
    def ends(self):
        """The axis begins at a round number and ends where the limits end."""
        return self.across.ticks[0], float(self.limits.denominator.max())

    def pixel(self, base, value):
        low, high = self.ends
        return (base - low) / (high - low) * self.across.pixels, self.up.pixel(value)

    def verdict(self, row):
        return wording.versus(row, self.indicator, self.county.name_zh)


def funnel_figure(areas, limits, indicator, chosen, width, height):
    """Return the figure of the cuts areas and funnel, `width` about what it will be shown in."""
    towns = compared(areas)
    if towns.empty or limits.empty:
        return empty_figure(height, areas.obs_status)
    county = next(areas[areas.area_level == "county"].itertuples())
    drawing = Drawing(height, top=TOP, bottom=BOTTOM)
    levels = [*towns.obs_value, *limits.obs_value]
    up = scale_of([float(level) for level in levels], indicator, drawing.pixels)
    up = _capped(up, indicator)
    drawing.margin["l"] = 14 + max(text_width(text, LABEL) for text in wording.ticks(up.ticks))
    ends = wording_chance.funnel_ends(county, len(towns), indicator)
    drawing.margin["r"] = 12 + max(text_width(text, SMALL) for text in ends.values())
    pixels = width - drawing.margin["l"] - drawing.margin["r"]
    bases = [float(base) for base in [*towns.denominator, *limits.denominator]]
    funnel = Funnel(towns, county, limits, indicator, scale_of(bases, Base(), pixels), up)
    _draw_axes(drawing, funnel)
    _draw_limits(drawing, funnel, ends)
    _draw_towns(drawing, funnel, chosen)
    _name_towns(drawing, funnel, chosen)
    return drawing.figure()


def compared(areas):
    """Return the townships whose difference from the county is judged."""
    return areas[areas.versus_county.notna()]


def _capped(scale, indicator):
    """A share has no tick above the whole."""
    if indicator.chance != "share" or scale.ticks[-1] <= indicator.per:
        return scale
    return Scale([tick for tick in scale.ticks if tick <= indicator.per], scale.pixels)


def _draw_axes(drawing, funnel):
    drawing.value_axis(funnel.up, wording.ticks(funnel.up.ticks))
    ticks = [tick for tick in funnel.across.ticks if tick <= funnel.ends[1]]
    every = max(1, -(-len(ticks) * 64 // max(funnel.across.pixels, 1)))  # px a tick's words take
    drawing.xaxis |= {
        "range": list(funnel.ends),
        "tickvals": ticks[::every],
        "ticktext": [wording.short(tick, Base()) for tick in ticks[::every]],
        "showgrid": False,
        "showline": True,
        "ticklabelstandoff": 4,
    }
    drawing.write_unit(wording_chance.funnel_unit(funnel.indicator, funnel.up.ticks[0]), 14)
    drawing.write(
        *(wording_chance.FUNNEL_BASE, 1, 0),
        size=SMALL,
        colour=theme.TEXT_3,
        xref="paper",
        yref="paper",
        xanchor="right",
        yanchor="top",
        yshift=-28,
    )


def _draw_limits(drawing, funnel, ends):
    """Draw the county's value and the limits about it, each named at its right end."""
    low, high = funnel.ends
    middle = float(funnel.county.obs_value)
    lasts = {"county": middle}
    for (level, side), curve in funnel.limits.groupby(["level", "side"]):
        inside = curve[curve.obs_value.between(funnel.up.ticks[0], funnel.up.ticks[-1])]
        x, y = (list(map(float, inside[name])) for name in ("denominator", "obs_value"))
        drawing.draw("scatter", x=x, y=y, mode="lines", line=CURVES[level], hoverinfo="skip")
        if side == "upper" and y:
            lasts[level] = y[-1]
    line = {"color": theme.INK, "width": 1.6}
    drawing.draw(
        "scatter", x=[low, high], y=[middle] * 2, mode="lines", line=line, hoverinfo="skip"
    )
    wanted = [funnel.up.pixel(lasts[name]) for name in lasts]
    placed = spread(wanted, BESIDE, 0, funnel.up.pixels)
    for name, want, place in zip(lasts, wanted, placed, strict=True):
        style = {"size": SMALL, "colour": theme.INK if name == "county" else theme.TEXT_2}
        drawing.write(
            *(ends[name], 1, lasts[name]),
            xref="paper",
            xanchor="left",
            yanchor="middle",
            xshift=6,
            yshift=want - place,
            bold=name == "county",
            **style,
        )


def _draw_towns(drawing, funnel, chosen):
    rows = list(funnel.towns.itertuples())
    drawing.draw(
        "scatter",
        x=[float(row.denominator) for row in rows],
        y=[float(row.obs_value) for row in rows],
        mode="markers",
        marker={
            "size": [
                (CHOSEN_DOT if row.ref_area in chosen else DOT) + 3 * (row.versus_county in SYMBOLS)
                for row in rows
            ],
            "symbol": [SYMBOLS.get(row.versus_county, "circle") for row in rows],
            "color": [_colour(funnel, row) for row in rows],
            "opacity": 1,
            "line": {"color": theme.PAGE, "width": 1.5},
        },
        hovertext=[wording.area_line(row, funnel.indicator) for row in rows],
        cliponaxis=False,
    )


def _colour(funnel, row):
    """Return the colour of a verdict; what is not told apart stays quiet."""
    if row.versus_county == "same":
        return theme.PROTECTED_DOT
    return TONES[funnel.verdict(row).tone]


def _name_towns(drawing, funnel, chosen):
    """Name every township, under those told apart in words which way."""
    size = LABEL if funnel.across.pixels > NARROW else FLOOR
    rows = list(funnel.towns.itertuples())
    points = [funnel.pixel(float(row.denominator), float(row.obs_value)) for row in rows]
    texts = [_words(funnel, row) for row in rows]
    extents = [(text_width(text, size) + 4, size * LINE * (text.count("\n") + 1)) for text in texts]
    room = Box(2, 0, funnel.across.pixels, funnel.up.pixels)
    level = funnel.up.pixel(float(funnel.county.obs_value))
    line = around(funnel.across.pixels / 2, level, funnel.across.pixels, 2)
    obstacles = [line, *(around(*point, DOT, DOT) for point in points), *_curves(funnel)]
    placed = chart_labels.beside(points, extents, room, obstacles)
    for row, text, (wide, high), (right, down) in zip(rows, texts, extents, placed, strict=True):
        place = {"xshift": right, "yshift": -down}
        if max(abs(right) - wide / 2, abs(down) - high / 2) > NEAR:
            place = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 7}
            place |= {"arrowcolor": theme.QUIET, "ax": right, "ay": down}
        drawing.write(
            *(text, float(row.denominator), float(row.obs_value)),
            size=size,
            colour=theme.INK if row.versus_county == "same" else _colour(funnel, row),
            bold=row.ref_area in chosen,
            xanchor="center",
            yanchor="middle",
            **place,
        )


def _curves(funnel):
    """Return small boxes along the limits, which words keep off."""
    told = zip(funnel.limits.denominator, funnel.limits.obs_value, strict=True)
    return [around(*funnel.pixel(float(x), float(y)), SPOT, SPOT) for x, y in told]


def _words(funnel, row):
    shape = funnel.verdict(row)
    if row.versus_county == "same":
        return row.name_zh
    return f"{row.name_zh}\n{shape.shape}{shape.word}"
