"""What a page looks at: one version, what it knows, and the reader's choice in it."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace

import pandas as pd

from queries.versions import Version
from ui import links, reading
from ui.selection import Selection

PHONE = 640  # px: below it Streamlit sets columns under one another
NARROW = 1200  # px: below it two columns are alike, as in the stylesheet
PAGE = 1440  # px: the widest a page gets
MARGINS, PHONE_MARGINS = 88, 32  # px, left and right together, as in the stylesheet
LINKED = ("indicator", "trace", "compare", "methods")  # pages that links inside a panel lead to
# What a column takes of the page without its margins, with 64 px between two.
COLUMNS = {"map": 0.403, "middle": 0.411, "wide": 0.5485, "half": 0.4763, "small": 0.23}
COLUMNS["free"] = 0.38  # of a map that cannot be squeezed, so that it outgrows no column


@dataclass(frozen=True)
class View:
    version: Version
    declared: SimpleNamespace
    chosen: Selection
    place: str  # the address of the page shown, a theme's id on a theme page
    pages: dict
    has_webgl: bool
    screen: int  # width of the reader's window in CSS pixels, as the page was opened

    @property
    def is_phone(self) -> bool:
        return self.screen < PHONE

    def column(self, name: str) -> int:
        """Return about how many pixels wide one of COLUMNS is in the reader's window."""
        if self.is_phone:
            return self.screen - PHONE_MARGINS
        share = COLUMNS["half" if self.screen < NARROW and name != "small" else name]
        return round(share * (min(self.screen, PAGE) - MARGINS))

    def read(self, cut: str, **parameters) -> pd.DataFrame:
        return reading.read(self.version, cut, **parameters)

    def kept(self, make, *key) -> str:
        """Return the HTML `make` writes, written once for all who look at the same.

        Its links carry the choice along and lead where the reader may go.
        """
        asked = (self.place, self.chosen, self.screen, self._opened)
        return reading.kept(self.version, make, "html", *key, *asked)

    @cached_property
    def _opened(self):
        return tuple(map(links.may_open, LINKED))

    @property
    def period(self) -> str:
        """Return the chosen month, else the newest."""
        return self.chosen.period or self.declared.periods[0]

    @property
    def today(self) -> datetime.date:
        """Return the day lateness is judged by: the county's demo clock, else the real date."""
        clock = self.read("clock")["clock_on"].iloc[0]
        return datetime.date.today() if pd.isna(clock) else clock.date()

    @property
    def area(self) -> SimpleNamespace:
        """Return the first chosen township, else the county."""
        chosen = self.chosen.area
        return self.declared.townships[chosen[0]] if chosen else self.declared.county

    def areas_of(self, indicator: SimpleNamespace) -> pd.DataFrame:
        return self.read("areas", indicator=indicator.id, time_period=self.period)

    def trend_of(self, indicator: SimpleNamespace) -> pd.DataFrame:
        return self.read("trend", indicator=indicator.id)
