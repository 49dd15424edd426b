"""Two indicators' numbers by township and year, as values with a place, before they are drawn."""

from dataclasses import dataclass

import pandas as pd

from ui.chart_lines import FRONT
from ui.chart_parts import Scale

DOT, CHOSEN_DOT, STOP = 11, 15, 5  # px


@dataclass(frozen=True)
class Pair:
    """What every part of the drawing needs to know; `rows` is the cut pair."""

    rows: pd.DataFrame
    x: object
    y: object
    traced: tuple  # the townships with a path
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

    def stops(self, ref_area):
        """The whole pairs of a township that has a path, the earliest first."""
        return whole(self.path(ref_area)) if ref_area in self.traced else self.rows.iloc[:0]

    def pixel(self, x, y):
        """Return where a pair lies in the plot, in pixels from its top left corner."""
        low, high = self.across.ticks[0], self.across.ticks[-1]
        return (x - low) / (high - low) * self.across.pixels, self.up.pixel(y)


def whole(rows):
    """Return the rows both of whose numbers are complete and may be shown."""
    return rows[(rows.x_status == "A") & (rows.y_status == "A")]


def colours_of(chosen):
    """Return {township: its colour}."""
    return {area: FRONT[i % len(FRONT)] for i, area in enumerate(chosen)}
