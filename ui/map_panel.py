"""The map on a page: drawn with deck.gl, or with plain polygons where there is no WebGL."""

import pandas as pd
import streamlit as st

from ui import (
    chrome,
    controls,
    links,
    map_deck,
    map_drawing,
    map_legend,
    map_plotly,
    reading,
    selection,
    tables,
    theme,
    wording,
)
from ui.view import PHONE, View

PAGE = 1440  # px: the widest a page gets
MARGINS, PHONE_MARGINS = 88, 32  # px, left and right together, as in the stylesheet
NARROW = 1200  # px: below it the map's column is as wide as the other, as in the stylesheet
SHARES = {"wide": 0.38, "half": 0.475, "small": 0.23}  # of the page: no map outgrows its column
NO_POINTS = pd.DataFrame(columns=["name_zh", "ref_area", "lon", "lat", "state", "detail_zh"])


def show(view: View, indicator, key: str, layer=None, options: list[str] | None = None):
    """Show an indicator (and a layer of facilities) on the map; a click chooses the township.

    With `options` the reader may put another indicator in its place.
    """
    areas = view.areas_of(indicator)
    with st.container(key=f"title-{key}", horizontal=True, vertical_alignment="top"):
        st.html(chrome.section(indicator.name_zh, wording.measure(areas, indicator)))
        if options:
            controls.swap(view, indicator.id, options)
    labelled = areas.assign(
        value_label=[
            wording.short(row.obs_value, indicator, row.obs_status) for row in areas.itertuples()
        ]
    )
    points = view.read("points", layer=layer.id) if layer else None
    drawing = reading.kept(
        view.version,
        lambda: _drawing(
            view,
            labelled,
            standardised=indicator.standardised,
            unit_zh=indicator.unit_zh,
            decimals=indicator.decimals,
            chosen=view.chosen.area,
            points=points,
            size="wide",
        ),
        *("map", indicator.id, view.period, view.chosen.area, view.screen, layer and layer.id),
    )
    _draw(view, drawing, key)
    st.html(map_legend.legend_html(drawing, _state_words(layer)))
    trace = links.traces(view, indicator)
    st.html(chrome.summary(wording.summary_areas(areas, indicator), trace=trace()))
    tables.areas(areas, indicator, f"table-{key}", trace)


def locate(view: View, area):
    """Show where a township lies; a click on another chooses that one."""
    known = [vars(one) for one in view.declared.areas.values()]
    plain = pd.DataFrame(known).assign(obs_value=float("nan"), obs_status="A", value_label="")
    drawing = _drawing(
        view,
        plain,
        standardised=True,
        unit_zh="",
        chosen=(area.ref_area,),
        points=NO_POINTS,
        size="small",
    )
    _draw(view, drawing, "locator")
    st.html(chrome.source(drawing.notice_zh))


def plain(view: View, areas: pd.DataFrame, of, key: str, *, standardised: bool):
    """Show values that are no indicator's on the map; `areas` is as draw_map has it."""
    drawing = _drawing(
        view,
        areas,
        standardised=standardised,
        unit_zh=of.unit_zh,
        decimals=of.decimals,
        chosen=view.chosen.area,
        size="wide",
    )
    _draw(view, drawing, key)
    st.html(map_legend.legend_html(drawing))


def _state_words(layer):
    """Return what a layer calls its active, inactive and missing places."""
    states = ("active", "inactive", "missing")
    words = {state: getattr(layer, f"state_{state}_zh", None) for state in states}
    return {state: word for state, word in words.items() if word}


def _drawing(view, areas, *, size, **measure):
    geography, _ = reading.boundaries(view.version)
    width, height = extent(view.screen, size)
    return map_drawing.draw_map(areas, geography, width=width, height=height, **measure)


def extent(screen: int, size: str) -> tuple[int, int]:
    """Return a map's width and height in CSS pixels on a window so wide."""
    if screen < PHONE:
        return screen - PHONE_MARGINS, round(1.06 * (screen - PHONE_MARGINS))
    size = "half" if size == "wide" and screen < NARROW else size
    width = round(SHARES[size] * (min(screen, PAGE) - MARGINS))
    return width, round(0.8 * width)


def _draw(view, drawing, key):
    state = f"map-{key}"
    if view.has_webgl:
        st.pydeck_chart(
            map_deck.deck(drawing),
            height=int(drawing.frame.height),
            on_select=lambda: _choose(map_deck.clicked_area(selection.chosen_in(state))),
            selection_mode="single-object",
            key=state,
        )
    else:
        st.plotly_chart(
            map_plotly.figure(drawing),
            config=theme.CHART_CONFIG,
            theme=None,
            on_select=lambda: _choose(map_plotly.clicked_area(selection.chosen_in(state))),
            selection_mode="points",
            key=state,
        )


def _choose(ref_area):
    if ref_area:
        selection.toggle_area(ref_area)
