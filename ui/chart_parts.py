"""What every chart shares: a drawing with known pixels, round ticks, labels that keep apart."""

import math
from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

from ui import theme, wording

LABEL_GAP = 19  # px between two line labels
CROWDED = 24  # marks of missing periods: more stand shoulder to shoulder
LEADER = 28  # px from a line's end to its label


@dataclass(frozen=True)
class Scale:
    """The value axis: its ticks, and how many pixels it is high."""

    ticks: list
    pixels: int

    def pixel(self, value):
        """Return the distance from the top of the plot."""
        return (self.ticks[-1] - value) / (self.ticks[-1] - self.ticks[0]) * self.pixels


class Drawing:
    """A chart in the making: plain dicts with known pixels, made into a Plotly figure once.

    Plotly checks a whole figure in milliseconds, but rechecks all of it with each add_…() call.
    """

    def __init__(self, height, top=8, bottom=8, left=8, right=8):
        self.height = height
        self.margin = {"t": top, "b": bottom, "l": left, "r": right, "pad": 0}
        # a finger that scrolls the page must not zoom the chart
        self.xaxis = {"fixedrange": True, "automargin": False}
        self.yaxis = {"fixedrange": True, "automargin": False}
        self.traces, self.shapes, self.notes = [], [], []

    @property
    def pixels(self):
        """How high the plot is, without its margins."""
        return self.height - self.margin["t"] - self.margin["b"]

    def draw(self, kind, **trace):
        """Add a trace whose hover is its hovertext and nothing else."""
        self.traces.append({"type": kind, "hoverinfo": "text", **trace})

    def write(self, text, x, y, size=14, colour=theme.INK, bold=False, **place):
        """Write words at a place of the plot, or of the paper with xref and yref."""
        text = escape(str(text), quote=False).replace("\n", "<br>")
        self.notes.append(
            {
                "text": f"<b>{text}</b>" if bold else text,
                "font": {"size": size, "color": colour, "family": theme.FONT},
                "showarrow": False,
                "align": "left",
                "x": x,
                "y": y,
                **place,
            }
        )

    def write_above(self, text, x=0, shift=(0, 0), side="left", **style):
        """Write words over the plot, at a share of its width, moved by pixels."""
        place = {"xref": "paper", "yref": "paper", "xanchor": side, "yanchor": "bottom"}
        self.write(text, x, 1, xshift=shift[0], yshift=shift[1], **place, **style)

    def write_unit(self, text, rise):
        """Write the line that names unit and date, flush with the left edge of the figure."""
        shift = (-self.margin["l"], rise)
        self.write_above(text, shift=shift, size=13, colour=theme.TEXT_3)

    def write_partial(self, time_period):
        """Write under the last tick that the period is not over."""
        self.write(
            wording.incomplete_label(time_period),
            1,
            0,
            size=12,
            colour=theme.TEXT_2,
            xref="paper",
            yref="paper",
            xanchor="right",
            yanchor="top",
            yshift=-28,
        )

    def point_to(self, text, x, y, drop, square="", **style):
        """Write words right of a point, `drop` pixels lower, joined to it by a leader."""
        leader = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "standoff": 7}
        leader |= {"arrowcolor": theme.QUIET_LINE, "ax": LEADER, "ay": drop, "xanchor": "left"}
        self.write(text, x, y, **leader, **style)
        if square:  # the colour of an area, beside words in ink
            note = self.notes[-1]
            note["text"] = f'<span style="color:{square}">■</span> {note["text"]}'

    def value_axis(self, scale, texts):
        self.yaxis |= {
            "range": [scale.ticks[0], scale.ticks[-1]],
            "tickvals": scale.ticks,
            "ticktext": texts,
            "ticklabelstandoff": 4,
        }

    def time_axis(self, places, texts, ends, **style):
        self.xaxis |= {
            "range": ends,
            "tickvals": places,
            "ticktext": texts,
            "ticks": "outside",
            "ticklen": 5,
            "showline": True,
            **style,
        }

    def name_rows(self, names):
        """Name the rows of a horizontal figure, the first on top."""
        self.yaxis |= {
            "range": [len(names) - 0.5, -0.5],
            "tickvals": list(range(len(names))),
            "ticktext": names,
            "ticklabelstandoff": 6,
            "ticks": "",
            "showgrid": False,
        }

    def mark_gaps(self, places, level, hovers):
        """Mark periods without a value on the baseline; the line over the axis says why."""
        if places:
            size, width = (8, 1.5) if len(places) <= CROWDED else (4, 1)  # else they make a hedge
            self.draw(
                "scatter",
                x=places,
                y=[level] * len(places),
                mode="markers",
                marker={
                    "symbol": "x-thin",
                    "size": size,
                    "line": {"color": theme.TEXT_3, "width": width},
                },
                hovertext=hovers,
                cliponaxis=False,
            )

    def figure(self, **layout):
        return go.Figure(
            {
                "data": self.traces,
                "layout": {
                    "template": theme.TEMPLATE,
                    "height": self.height,
                    "margin": self.margin,
                    "dragmode": False,
                    # otherwise the words take the colour of the line, however pale
                    "hoverlabel": {"font": {"size": 14, "color": theme.INK, "family": theme.FONT}},
                    "xaxis": self.xaxis,
                    "yaxis": self.yaxis,
                    "shapes": self.shapes,
                    "annotations": self.notes,
                    **layout,
                },
            }
        )


def empty_figure(height, statuses=()):
    """Return a figure that says there is nothing to draw, and by these statuses why."""
    drawing = Drawing(height)
    drawing.xaxis["visible"] = drawing.yaxis["visible"] = False
    drawing.write(
        wording.status_word("Q" if "Q" in set(statuses) else "O"),
        0.5,
        0.5,
        colour=theme.TEXT_3,
        xref="paper",
        yref="paper",
    )
    return drawing.figure()


def text_width(text, size):
    """Return the pixels the longest line takes: 汉字 are square, other letters a bit over half."""
    return max(
        math.ceil(sum(size if ord(letter) > 0x2E7F else size * 0.6 for letter in line))
        for line in str(text).split("\n")
    )


def year_ticks(periods, at_most):
    """Return the positions of the periods that open a year, thinned; the newest is kept."""
    years = [i for i, name in enumerate(periods) if name[4:] in ("", "-01", "-Q1")]
    every = math.ceil(len(years) / at_most) or 1
    return [i for n, i in enumerate(reversed(years)) if n % every == 0] or [0]


def spread(wanted, gap, low, high):
    """Return positions `gap` apart, each as near to the one wanted as the others allow."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    blocks = []  # (sum of wanted first places, members): those that touch move as one
    for rank, i in enumerate(order):
        blocks.append((wanted[i] - rank * gap, 1))
        while len(blocks) > 1 and _first(blocks[-2]) > _first(blocks[-1]):
            (total, members), (more, others) = blocks[-2:]
            blocks[-2:] = [(total + more, members + others)]
    firsts = [_first(block) for block in blocks for _ in range(block[1])]
    room = high - (len(wanted) - 1) * gap
    placed = [0.0] * len(wanted)
    for rank, i in enumerate(order):
        placed[i] = max(low, min(firsts[rank], room)) + rank * gap
    return placed


def _first(block):
    return block[0] / block[1]


def scale_of(values, of, pixels):
    """Return an axis with round ticks; it starts at 0 unless that would flatten the lines."""
    low, high = min(values), max(values)
    if 0 <= low < high * 0.35 or low == high >= 0:
        low = 0
    step = _round_step((high - low) / 4 or 1)
    if not of.decimals and of.unit_zh != "%":
        step = max(step, 1)
    first, last = math.floor(low / step), math.ceil(high / step)
    return Scale([step * i for i in range(first, last + 1 + (first == last))], pixels)


def _round_step(rough):
    size = 10 ** math.floor(math.log10(rough))
    return next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= rough * 0.999)
