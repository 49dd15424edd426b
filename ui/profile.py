"""The parts of a township's page: facts, its place on the map, ends, its like, every indicator."""

from functools import cache
from html import escape

import pandas as pd
import streamlit as st

from ui import chrome, labels, links, map_panel, spark, strip, wording
from ui.view import View

ENDS = {"strongest": (labels.STRONGEST, labels.NONE_STRONG)}
ENDS |= {"weakest": (labels.WEAKEST, labels.NONE_WEAK)}
FEWEST = 3  # values that make a line


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
    """Show where the township stands out from the county, and for what it is listed."""
    st.html(view.kept(lambda: _ends(view, area), "ends"))


def _ends(view, area):
    rows = view.read("profile_ends", ref_area=area.ref_area, time_period=view.period)
    trace = _traces(view)
    return "".join(
        _list(title, rows[rows["at_end"] == end], trace, nothing)
        for end, (title, nothing) in ENDS.items()
    )


def peers(view: View, area):
    """Show which townships are most like this one, in what, and a way to set them side by side."""
    st.html(view.kept(lambda: _peers(view, area), "peers"))


def _peers(view, area):
    rows = view.read("peers", ref_area=area.ref_area, time_period=view.period)
    if rows.empty:
        return ""
    by_peer = rows.groupby("ref_area", sort=False)
    items = "".join(_peer(view, area, ref_area, of_peer) for ref_area, of_peer in by_peer)
    note = f'<p class="source">{labels.PEERS_NOTE}</p>'
    return f'<div class="ends"><h2>{labels.PEERS}</h2>{note}{items}</div>'


def _peer(view, area, ref_area, rows):
    own = links.address(view, view.place, area=(ref_area,))
    name = chrome.link(own, escape(rows["name_zh"].iloc[0]))
    beside = ""
    if links.may_open("compare"):
        both = (area.ref_area, ref_area)
        address = links.address(view, "compare", mode="beside", area=both)
        beside = f"<span>{chrome.link(address, labels.BESIDE_PEER)}</span>"
    differs = wording.unlike(rows)
    less = f"<span>{chrome.unbroken(differs)}</span>" if differs else ""
    like = f'<span class="like">{chrome.unbroken(wording.alike(rows))}</span>'
    return f"<p><b>{name}</b>{like}{less}{beside}</p>"


def strips(view: View, area):
    """Show what can be compared and stands on a theme's board, by group of themes: the township,
    the others, the county. The rest is folded away below; totals follow size, not effort.
    """
    rows = view.read("profile", time_period=view.period)
    trace, lines = _traces(view), cache(lambda: _lines(view, area))
    st.html(chrome.section(labels.PROFILE, labels.PROFILE_NOTE))
    st.html(strip.legend(area.name_zh, view.declared.county.short_zh, methods=_methods(view)))
    for place, (group, of_group) in enumerate(rows.groupby("group_zh", sort=False)):
        comparable = of_group["standardised"].astype(bool)
        first = comparable & of_group["is_on_board"]

        def shown(of_group=of_group, first=first):
            return strip.html(of_group[first], area.ref_area, trace, lines())

        st.html(chrome.section(group) + view.kept(shown, "strips", group))
        title = labels.REST.format(of_group.loc[~first, "indicator"].nunique())
        with st.expander(title, key=f"rest-{place}", on_change="rerun") as fold:
            if fold.open:
                rest = pd.concat([of_group[comparable & ~first], of_group[~comparable]])
                st.html(strip.html(rest, area.ref_area, trace, lines()))


def _lines(view, area):
    """Return the line through an indicator's last periods as an address, of all that have one."""
    rows = view.read("sparks", ref_area=area.ref_area, time_period=view.period)
    width, height = strip.LINE
    return {
        row.indicator: spark.sparkline(
            row.spark.tolist(), incomplete=row.is_incomplete, width=width, height=height
        )
        for row in rows[rows["known"] >= FEWEST].itertuples()
    }


def _methods(view):
    words = escape(labels.PROFILE_MARKS)
    if links.may_open("methods"):
        words += chrome.link(links.address(view, "methods"), labels.METHODS_LINK)
    return f'<p class="source">{words}</p>'


def _traces(view):
    """Return a function: an indicator, area and period in, the address of its trace out."""
    traces = cache(lambda id_: links.traces(view, view.declared.indicators[id_]))
    return lambda indicator, *cell: traces(indicator)(*cell)


def _list(title, rows, trace, nothing):
    items = "".join(
        f"<p><b>{escape(row.name_zh)}{_traced(row, trace)}</b>"
        f"<span>{chrome.unbroken(wording.reason(row))}</span></p>"
        for row in rows.itertuples()
    )
    return f'<div class="ends"><h2>{title}</h2>{items or f"<p>{nothing}</p>"}</div>'


def _traced(row, trace):
    address = trace(row.indicator, row.ref_area, row.time_period)
    return chrome.number(wording.amount(row.obs_value, row), address)
