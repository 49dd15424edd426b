"""Where next: the best new places on the map, beside the greedy answer and what is planned."""

import pandas as pd
import streamlit as st

from ui import chrome, downloads, reach, reach_asked, reading, selection, sheets, tables, wording
from ui import labels_reach as words
from ui.view import View

WRITERS = {"csv": sheets.csv, "xlsx": sheets.workbook}


def show(view: View):
    """Show what may be spent, the chosen places in words, on the map and as a table, and files."""
    st.html(chrome.section(words.NEXT, words.NEXT_NOTE))
    _controls(view)
    homes = view.read("reach_homes", **reach_asked.of_homes(view))
    places = view.read("reach_places", **reach_asked.of_homes(view))
    found = reading.where_next(view.version, reach_asked.of_siting(view))
    if not found.left:
        st.html(chrome.empty(words.NOTHING_LEFT))
        return
    sites = _sites(homes, found)
    st.html(chrome.summary(_said(view, found)) + chrome.source(_method(view)))
    with st.container(key="map-columns-siting"):
        left, right = st.columns(2, gap="large")
    with left:
        st.html(reach.map_html(view, homes, places, sites))
    with right:
        if sites.empty:
            st.html(chrome.empty(words.NO_SITE))
        else:
            st.html(
                tables.html(_table(sites), tuple(words.SITE_COLUMNS.values())[4:], records=True)
            )
            _downloads(view, sites)
        if found.planned:
            st.html(_planned(view, places, found))


def _controls(view):
    with st.container(key="siting-controls", horizontal=True, width="content"):
        _way(view)
        if reach_asked.by_budget(view):
            _budget(view)
        else:
            _number(view)
        _capacity(view)


def _way(view):
    key = "choice-way"
    selection.follow(key, "budget" if reach_asked.by_budget(view) else "sites")

    def picked():
        is_budget = selection.chosen_in(key) == "budget"
        selection.change(budget=str(reach_asked.DEFAULT_BUDGET) if is_budget else "", sites="")

    st.segmented_control(
        words.BY,
        list(words.WAYS),
        key=key,
        required=True,
        format_func=words.WAYS.get,
        on_change=picked,
    )


def _number(view):
    key = "choice-sites"
    selection.follow(key, reach_asked.sites(view))
    st.selectbox(
        words.SITES,
        range(1, reach_asked.MOST_SITES + 1),
        key=key,
        on_change=lambda: selection.change(sites=str(selection.chosen_in(key))),
        width=110,
    )


def _budget(view):
    key = "choice-budget"
    selection.follow(key, int(view.chosen.budget))
    st.number_input(
        words.BUDGET,
        min_value=1,
        max_value=99_999,
        step=10,
        key=key,
        on_change=lambda: selection.change(budget=str(selection.chosen_in(key))),
        width=150,
    )


def _capacity(view):
    key, usual = "choice-capacity", f"{reach.settings(view)['reach_site_capacity']:.0f}"
    options = dict.fromkeys(filter(None, (usual, view.chosen.capacity)))
    named = {"": words.ANY_CAPACITY} | {one: words.SO_MANY.format(one) for one in options}
    selection.follow(key, view.chosen.capacity)
    st.selectbox(
        words.CAPACITY,
        list(named),
        key=key,
        format_func=named.get,
        on_change=lambda: selection.change(capacity=selection.chosen_in(key)),
        width=150,
    )


def _sites(homes, found):
    """Return the chosen communities, what adds most first."""
    known = homes.set_index("community")
    chosen = known.loc[list(found.best.sites)].reset_index()
    gains = pd.Series(found.best.gains, dtype=float)
    return chosen.assign(
        rank=range(1, len(chosen) + 1),
        gain=gains.round().astype(int).to_numpy(),
        sum=gains.cumsum().round().astype(int).to_numpy(),
        cost=[round(found.costs[one]) for one in found.best.sites],
    )


def _table(sites):
    shown = sites[list(words.SITE_COLUMNS)].copy()
    for name in ("gain", "sum", "cost"):
        shown[name] = [wording.plain(value) for value in shown[name]]
    return shown.rename(columns=words.SITE_COLUMNS)


def _said(view, found):
    best, quick = found.best, found.quick
    parts = words.OUTCOME.format(
        len(best.sites), wording.plain(best.reached), wording.percent(best.reached / found.left)
    )
    cost = sum(found.costs[one] for one in best.sites) / reach_asked.TEN_THOUSAND
    parts += words.COSTING.format(wording.plain(cost)) + "。"
    less = round(best.reached - quick.reached)
    parts += (
        words.BETTER_THAN_GREEDY.format(wording.plain(quick.reached), wording.plain(less))
        if less > 0
        else words.SAME_AS_GREEDY
    )
    parts += words.PROVEN if best.is_best else words.NOT_PROVEN.format(wording.plain(best.gap))
    asked = reach_asked.of_siting(view)
    if best.is_best and len(best.sites) < asked.get("sites", 0):
        parts += words.NO_MORE
    return parts


def _method(view):
    known = reach.settings(view)
    return words.NEXT_METHOD.format(
        capacity=words.CAPACITATED if view.chosen.capacity else "",
        town=f"{known['reach_site_cost_town']:,.0f}",
        village=f"{known['reach_site_cost_village']:,.0f}",
    )


def _planned(view, places, found):
    """Return what each planned place would bring, and all of them against as many of the best."""
    known = places[places["state"] == "planned"].set_index("place")
    asked = reach_asked.of_siting(view)
    asked.pop("budget", None)
    equal = reading.where_next(view.version, asked | {"sites": len(found.planned)}).best.reached
    rows = []
    for place, gain in sorted(found.planned.items(), key=lambda one: (-one[1], one[0])):
        one = known.loc[place]
        rows.append((one["stage"], one["name_zh"], one["area_zh"], wording.plain(gain)))
    shown = pd.DataFrame(rows, columns=list(words.PLANNED_COLUMNS))
    told = map(wording.plain, (len(found.planned), found.together, equal))
    return chrome.section(words.PLANNED, words.PLANNED_NOTE.format(*told)) + tables.html(
        shown, words.PLANNED_COLUMNS[3:]
    )


def _downloads(view, sites):
    notes = {"内容": words.FILE, "口径": _method(view), "数据版本": view.version.id}
    taken = sites[list(words.SITE_COLUMNS)].rename(columns=words.SITE_COLUMNS)
    with st.container(horizontal=True, key="sited-files"):
        for kind, write in WRITERS.items():
            downloads.offer(
                "sited",
                words.DOWNLOAD.format(kind.upper()),
                lambda watermark, write=write: write(taken, notes, watermark),
                f"{words.FILE}.{kind}",
                f"sited-{kind}",
                view.version.id,
                downloads.OPEN,
                rows=len(taken),
            )
