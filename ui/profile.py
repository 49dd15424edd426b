"""The parts of a township's page: facts, its place on the map, its ends, every indicator."""

from functools import cache
from html import escape

import pandas as pd
import streamlit as st

from ui import chrome, labels, links, map_panel, strip, wording
from ui.view import View

ENDS = 3


def township(view: View):
    """Return the township looked at: the first chosen, else the first of the statistical order."""
    chosen = view.chosen.area or tuple(view.declared.townships)
    return view.declared.townships[chosen[0]]


def facts(view: View, area) -> list[str]:
    people = view.read("people", ref_area=area.ref_area, time_period=view.period).iloc[0]
    return [
        f"常住人口{wording.plain(people.persons)}人（演示）",
        f"{people.rural}个村、{people.urban}个社区",
        wording.month_or_year(view.period),
    ]


def map_of(view: View, area):
    """Show where the township lies; a click on another goes there."""
    map_panel.locate(view, area)


def ends(view: View, area):
    """Show in words where the township does best and worst among the townships."""
    st.html(view.kept(lambda: _ends(view, area), "ends"))


def _ends(view, area):
    rows = _profile(view)
    ranked = rows["place"].notna() & rows["standardised"].astype(bool)
    own = rows[(rows["ref_area"] == area.ref_area) & ranked]
    own = own.assign(share=(own["place"] - 1) / (own["places"] - 1).clip(lower=1))
    strongest, weakest = own.nsmallest(ENDS, "share"), own.nlargest(ENDS, "share")
    return _list(view, labels.STRONGEST, strongest) + _list(view, labels.WEAKEST, weakest)


def strips(view: View, area):
    """Show what can be compared and stands on a theme's board, by group of themes: the township,
    the others, the county. The rest is folded away below; totals follow size, not effort.
    """
    rows, trace = _profile(view), _traces(view)
    st.html(chrome.section(labels.PROFILE, labels.PROFILE_NOTE))
    st.html(strip.legend(area.name_zh, view.declared.county.short_zh))
    for place, (group, of_group) in enumerate(rows.groupby("group_zh", sort=False)):
        comparable = of_group["standardised"].astype(bool)
        first = comparable & of_group["is_on_board"]

        def shown(of_group=of_group, first=first):
            return strip.html(of_group[first], area.ref_area, trace)

        st.html(chrome.section(group) + view.kept(shown, "strips", group))
        title = labels.REST.format(of_group.loc[~first, "indicator"].nunique())
        with st.expander(title, key=f"rest-{place}", on_change="rerun") as fold:
            if fold.open:
                rest = pd.concat([of_group[comparable & ~first], of_group[~comparable]])
                st.html(strip.html(rest, area.ref_area, trace))


def _profile(view):
    return view.read("profile", time_period=view.period)


def _traces(view):
    """Return a function: an indicator, area and period in, the address of its trace out."""
    traces = cache(lambda id_: links.traces(view, view.declared.indicators[id_]))
    return lambda indicator, *cell: traces(indicator)(*cell)


def _list(view, title, rows):
    trace = _traces(view)
    items = "".join(
        f"<p><b>{escape(row.name_zh)}{_traced(row, trace)}</b>"
        f"<span>{wording.place(row.place, row.places, row.tied)}，"
        f"{wording.month_or_year(row.time_period)}</span></p>"
        for row in rows.itertuples()
    )
    return f'<div class="ends"><h2>{title}</h2>{items}</div>'


def _traced(row, trace):
    address = trace(row.indicator, row.ref_area, row.time_period)
    return chrome.number(wording.amount(row.obs_value, row), address)
