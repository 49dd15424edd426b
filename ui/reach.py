"""Reach: who can walk to a place, township by township and home by home, and what changed it."""

import pandas as pd
import streamlit as st

from ui import chrome, map_reach, picture, reach_asked, reading, tables, wording, wording_numbers
from ui import labels_reach as words
from ui.view import View

SHAPE, PHONE_SHAPE = 0.8, 1.06  # of its width the map is high
NO_SITES = pd.DataFrame(columns=["name_zh", "ref_area", "lon", "lat", "rank", "gain"])


def show(view: View):
    """Show the county's share and its change, the townships, the map, and what changed it."""
    homes = view.read("reach_homes", **reach_asked.of_homes(view))
    places = view.read("reach_places", **reach_asked.of_homes(view))
    since = wording.month_or_year(reach_asked.since(view))
    st.html(_cards(homes, since) + chrome.source(_method(view)))
    with st.container(key="map-columns"):
        left, right = st.columns(2, gap="large")
    with left:
        title = words.MAP_NOTE.format(
            reach_asked.kinds(view)[reach_asked.facility(view)],
            words.PEOPLE_KINDS[reach_asked.people(view)],
        )
        st.html(chrome.section(words.MAP, title))
        st.html(map_html(view, homes, places))
    with right:
        st.html(_ranking(homes, since))
        _changes(places, since)
    with left:
        st.html(chrome.section(words.GAP_LIST) + _gaps(homes, since))


def map_html(view: View, homes, places, sites: pd.DataFrame = NO_SITES, column="half") -> str:
    """Return the map with its legend; `sites` are numbered on it."""
    geography, _ = reading.boundaries(view.version)
    width = view.column(column)
    known = pd.DataFrame([vars(one) for one in view.declared.areas.values()])
    drawing, told = map_reach.drawn(
        known.assign(obs_value=float("nan"), obs_status="A", value_label=""),
        geography,
        homes,
        places,
        metres(view),
        sites,
        width=width,
        height=round((PHONE_SHAPE if view.is_phone else SHAPE) * width),
    )
    return picture.map_(drawing, width, words.MAP, lambda area: "", told) + map_reach.legend(
        drawing, homes, places, not sites.empty
    )


def settings(view: View) -> pd.Series:
    return view.read("settings").set_index("setting")["value"]


def metres(view: View) -> float:
    """Return how far a walk goes in a straight line."""
    known = settings(view)
    return known["reach_minutes"] * known["reach_metres_a_minute"] / known["reach_detour"]


def _method(view):
    known = settings(view)
    return words.METHOD.format(
        minutes=f"{known['reach_minutes']:g}",
        speed=f"{known['reach_metres_a_minute']:g}",
        detour=f"{known['reach_detour']:g}",
        metres=wording_numbers.fixed(metres(view), 0),
        year=view.read("reach_facilities")["people_year"].iloc[0],
    )


def _cards(homes, since):
    whole = homes.iloc[0]
    left = whole.county_persons - whole.county_reached
    gaps = int((~homes["is_reached"]).sum())
    told = words.REACHED_OF.format(
        *map(wording.plain, (whole.county_persons, whole.county_reached))
    )
    cards = (
        (words.CARDS[0], _share(whole.county_reached, whole.county_persons), told),
        (words.SINCE_CARD.format(since), *_change_card(whole)),
        (words.CARDS[1], f"{wording.plain(left)}<small>人</small>", words.GAPS.format(gaps)),
    )
    return '<div class="counted">' + "".join(_card(*one) for one in cards) + "</div>"


def _card(name, number, told):
    return (
        f'<div class="card"><div class="card-name">{name}</div><div class="card-number">{number}'
        f'</div><div class="card-line">{told}</div></div>'
    )


def _change_card(whole):
    moved = whole.county_reached - whole.county_before
    told = wording_numbers.with_sign(moved, f"{wording.plain(abs(moved))}人")
    change = _change(whole.county_reached, whole.county_before, whole.county_persons)
    return change.replace("个百分点", "<small>个百分点</small>"), told


def _share(some, whole):
    return wording.percent(some / whole) if whole else ""


def _change(now, before, whole):
    if not whole:
        return ""
    moved = 100 * (now - before) / whole
    return wording_numbers.with_sign(moved, wording_numbers.fixed(abs(moved), 1) + "个百分点")


def _ranking(homes, since):
    areas = homes.drop_duplicates("ref_area")
    share = areas["area_reached"] / areas["area_persons"].where(areas["area_persons"] > 0)
    areas = areas.assign(share=share, place=share.rank(ascending=False, method="min"))
    areas = areas.sort_values(["place", "position"], na_position="last")
    rows = [
        (
            _place(one.place, areas["place"]),
            one.area_zh,
            _share(one.area_reached, one.area_persons),
            _change(one.area_reached, one.area_before, one.area_persons),
            wording.plain(one.area_persons - one.area_reached),
        )
        for one in areas.itertuples()
    ]
    shown = pd.DataFrame(rows, columns=[one.format(since) for one in words.RANKING_COLUMNS])
    return chrome.section(words.RANKING) + tables.html(shown, tuple(shown.columns[2:]))


def _place(place, places):
    if pd.isna(place):
        return ""
    is_tied = (places == place).sum() > 1
    return (words.TIED if is_tied else "{}").format(int(place))


def _changes(places, since):
    """Show which places opened or closed, what mattered most first; the whole list in a fold."""
    moved = places[places["state"].isin(words.STATES)]
    head = chrome.section(
        words.CHANGES,
        words.CHANGES_NOTE.format(
            since, wording.plain(moved["gained"].sum()), wording.plain(moved["lost"].sum())
        ),
    )
    if moved.empty:
        st.html(head + chrome.empty(words.NO_CHANGE))
        return
    told = moved[(moved["gained"] > 0) | (moved["lost"] > 0)]
    rows = [
        (
            words.STATES[one.state],
            one.name_zh,
            one.area_zh,
            wording.day(one.opened_on if one.state == "opened" else one.closed_on),
            wording_numbers.with_sign(
                one.gained - one.lost, wording.plain(abs(one.gained - one.lost))
            ),
        )
        for one in told.itertuples()
    ]
    shown, number = pd.DataFrame(rows, columns=list(words.CHANGE_COLUMNS)), words.CHANGE_COLUMNS[4:]
    rest = len(moved) - len(told)
    below = chrome.source(words.ALL_OTHERS.format(rest)) if rest else ""
    most = shown.head(tables.LONGEST_LIST)
    st.html(head + (tables.html(most, number, records=True) if rows else "") + below)
    if len(shown) > len(most):
        tables.on_demand("table-reach", lambda: st.html(tables.html(shown, number, tall=True)))


def _gaps(homes, since):
    left = homes[~homes["is_reached"]].sort_values(
        ["persons", "community"], ascending=[False, True]
    )
    if left.empty:
        return chrome.empty(words.NO_GAP)
    rows = [
        (
            one.area_zh,
            one.name_zh,
            wording.plain(one.persons),
            words.WAS if one.was_reached else words.WAS_NOT,
        )
        for one in left.itertuples()
    ]
    shown = pd.DataFrame(rows, columns=[one.format(since) for one in words.GAP_COLUMNS])
    return tables.html(shown, words.GAP_COLUMNS[2:3], tall=len(shown) > tables.LONGEST_LIST)
