"""The way a year is expected to go on from its last complete month: dashes in a quiet band."""

from dataclasses import dataclass

from ui import theme, wording, wording_forecast

DASH = "6px 4px"  # longer than those of a period that is not over
WIDTH = 1.6


@dataclass(frozen=True)
class Ahead:
    """The county, by name; `way` are rows of the cut forecast_way, the last complete month first,
    `end` is the row of the cut forecasts they lead to."""

    area_zh: str
    way: object
    end: object

    @property
    def dates(self):
        return list(self.way.start_date.dt.strftime("%Y-%m-%d"))

    @property
    def values(self):
        """All values the axis must hold."""
        return [*self.way.obs_value, *self.way.obs_lower, *self.way.obs_upper]


def draw(drawing, trend, ahead: Ahead):
    """Draw band and dashes; thin lines lead the ends of the other lines to their words."""
    way, dates = ahead.way, ahead.dates
    drawing.draw(
        "scatter",
        x=[*dates, *reversed(dates)],
        y=[*way.obs_lower, *reversed(way.obs_upper)],
        mode="lines",
        fill="toself",
        fillcolor=theme.GRID,
        line={"color": theme.GRID, "width": 0},
        hoverinfo="skip",
        cliponaxis=False,
    )
    drawing.draw(
        "scatter",
        x=dates,
        y=list(way.obs_value),
        mode="lines",
        line={"color": theme.INK, "width": WIDTH, "dash": DASH},
        hovertext=[None, *(_hover(row, trend.indicator) for row in way.iloc[1:].itertuples())],
        cliponaxis=False,
    )
    for line in trend.lines:
        value = line.values[-1]
        if value is not None:
            drawing.shapes.append(
                {
                    "type": "line",
                    "x0": trend.dates[-1],
                    "x1": dates[-1],
                    "y0": value,
                    "y1": value,
                    "line": {"color": theme.HAIRLINE, "width": 1},
                    "layer": "below",
                }
            )


def _hover(row, indicator):
    when = wording.period_of(row.time_period, indicator)
    span = wording_forecast.span(row.obs_lower, row.obs_upper, indicator)
    told = f"{wording.amount(row.obs_value, indicator)}（{span}）"
    return f"预计　{when}<br><b>{told}</b>"
