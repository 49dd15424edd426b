"""Drafts of a page: which cuts a text is made of, and in which order it says them."""

from types import SimpleNamespace

import pandas as pd

from ui import labels, wording, wording_draft
from ui.attending import attended
from ui.draft import Draft, Section
from ui.wording_told import Told

OF_A_KIND = 5  # notices in a text; of more it says how many


def overview(view) -> Draft:
    """Return the text of the overview: its board, the indicator of its map, what needs a look."""
    shown = _on_boards(view, "overview", "overview_map")
    sections = (_indicators(view, view.area, shown), _attention(view))
    return Draft(_title(view, wording_draft.OF_COUNTY.format(view.area.name_zh)), sections)


def theme(view) -> Draft:
    """Return the text of a theme's page for the area looked at."""
    of = view.declared.themes[view.place]
    of_theme = {one.id for one in view.declared.indicators.values() if one.theme == of.theme}
    sections = (
        _indicators(view, view.area, _on_boards(view, of.theme)),
        _attention(view, of_theme),
    )
    return Draft(_title(view, f"{view.area.name_zh}{of.name_zh}"), sections)


def township(view, area: SimpleNamespace) -> Draft:
    """Return the text of a township: the overview's indicators, where it stands out, what needs
    a look there.
    """
    ends = view.read("profile_ends", ref_area=area.ref_area, time_period=view.period)
    strong, weak = (ends[ends["at_end"] == end] for end in ("strongest", "weakest"))
    known = view.declared.indicators
    sections = (
        _indicators(view, area, _on_boards(view, "overview", "overview_map")),
        Section(wording_draft.STRONG, (wording_draft.of_ends(strong, known),)),
        Section(wording_draft.WEAK, (wording_draft.of_ends(weak, known),)),
        _attention(view, among=(area.ref_area,)),
    )
    return Draft(_title(view, area.name_zh), sections)


def _title(view, of):
    return wording_draft.TITLE.format(of, wording.month_or_year(view.period))


def _on_boards(view, *boards):
    found = [one for board in boards for one in _board(view, board)]
    return [view.declared.indicators[one] for one in dict.fromkeys(found)]


def _board(view, board):
    return view.read("board_indicators", board=board)["indicator"]


def _indicators(view, area, indicators):
    said = tuple(_indicator(view, area, one) for one in indicators)
    return Section(wording_draft.OVERVIEW, said)


def _indicator(view, area, indicator):
    areas = view.areas_of(indicator)
    fact = _fact(view, indicator, area.ref_area)
    later = _later(view, indicator, areas["time_period"].iloc[0])
    return wording_draft.of_indicator(indicator, areas, area.ref_area, fact, later)


def _fact(view, indicator, ref_area):
    asked = {"indicator": indicator.id, "ref_area": ref_area, "time_period": view.period}
    return next(view.read("headline", **asked).itertuples(), None)


def _later(view, indicator, shown):
    """Return a period after the one shown, up to the month looked at, that is over and partial."""
    if pd.isna(shown):
        return ""
    rows = view.trend_of(indicator)
    ends = rows["time_period"].map(lambda one: pd.Period(one).end_time)
    is_over = ends <= pd.Period(view.period).end_time
    later = rows[is_over & (rows["area_level"] == "county") & (rows["time_period"] > shown)]
    partial = later[later["obs_status"].isin(["P", "O"])]
    return max(partial["time_period"], default="")


def _attention(view, indicators=None, among=()):
    listed, muted = attended(view, among)
    if indicators is not None:
        listed, muted = (rows[rows["indicator"].isin(indicators)] for rows in (listed, muted))
    said = []
    for kind, word in labels.ALERTS.items():
        rows = listed[listed["kind"] == kind].to_dict("records")
        if rows:
            notices = [wording.attention(row) for row in rows[:OF_A_KIND]]
            said.append(wording_draft.of_notices(word, notices, len(rows[OF_A_KIND:])))
    said = said or [Told(wording_draft.CALM)]
    if len(muted):
        said.append(Told(wording_draft.MUTED.format(len(muted))))
    return Section(wording_draft.ATTENTION, tuple(said))
