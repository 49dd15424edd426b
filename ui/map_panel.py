"""The map on a page: a picture whose townships are links.

An answer to a free question, whose map is no single indicator's, is drawn with deck.gl, or with
plain polygons where there is no WebGL.
"""

import pandas as pd
import streamlit as st

from ui import (
    chrome,
    controls,
    labels,
    links,
    map_deck,
    map_drawing,
    map_legend,
    map_plotly,
    picture,
    reading,
    selection,
    tables,
    theme,
    wording,
)
from ui.slides.svg_map import map_svg
from ui.slides.svg_parts import document
from ui.view import View

SHAPE, PHONE_SHAPE = 0.754, 1.06  # of its width a map is high
PAPER = (420, 380)  # px of a map that lies on paper
NO_POINTS = pd.DataFrame(columns=["name_zh", "ref_area", "lon", "lat", "state", "detail_zh"])


def show(view: View, indicator, key: str, layer=None, options=None, column="map"):
    """Show an indicator (and a layer of facilities) on the map; a click chooses the township.

    With `options` (indicators' ids) the reader may put another indicator in its place.
    """
    with st.container(key=f"title-{key}", horizontal=True, vertical_alignment="top"):
        st.html(view.kept(lambda: _title(view, indicator), "map title", indicator.id))
        if options:
            controls.swap(view, indicator.id, options)
    shown = (indicator.id, layer and layer.id, column)
    st.html(view.kept(lambda: _shown(view, indicator, layer, column), "map", *shown))
    trace = links.traces(view, indicator)
    tables.areas(lambda: view.areas_of(indicator), indicator, f"table-{key}", trace)


def _title(view, indicator):
    measured = wording.measure(view.areas_of(indicator), indicator)
    return chrome.section(indicator.name_zh, measured)


def _shown(view, indicator, layer, column):
    areas = view.areas_of(indicator)
    drawing = _indicator(view, indicator, areas, layer, column)
    said = wording.summary_areas(areas, indicator)
    return (
        _picture(view, drawing, column, said)
        + map_legend.legend_html(drawing, _state_words(layer))
        + chrome.summary(said, trace=links.traces(view, indicator)())
    )


def _indicator(view, indicator, areas, layer, column):
    verdicts = [wording.versus(row, indicator, labels.COUNTY) for row in areas.itertuples()]
    labelled = areas.assign(
        value_label=[
            wording.short(row.obs_value, indicator, row.obs_status) for row in areas.itertuples()
        ],
        verdict_zh=[f"{one.shape} {one.word}".strip() for one in verdicts],
    )
    return _drawing(
        view,
        labelled,
        standardised=indicator.standardised,
        unit_zh=indicator.unit_zh,
        decimals=indicator.decimals,
        chosen=view.chosen.area,
        points=view.read("points", layer=layer.id) if layer else None,
        column=column,
    )


def _picture(view, drawing, column, words):
    """Return the map as a picture in which a click chooses a township, or lets go of it."""

    def address(ref_area):
        if ref_area not in view.declared.townships:
            return ""
        chosen = () if view.chosen.area == (ref_area,) else (ref_area,)
        return links.address(view, view.place, area=chosen)

    return picture.map_(drawing, view.column(column), words, address)


def locate(view: View, area):
    """Show where a township lies; a click on another chooses that one."""
    st.html(view.kept(lambda: _located(view, area), "located", area.ref_area))


def _located(view, area):
    width = view.column("small")
    shape = PHONE_SHAPE if view.is_phone else SHAPE
    drawing = _locating(view, area, width, round(shape * width))
    words = labels.LOCATED.format(area.name_zh)
    return _picture(view, drawing, "small", words) + chrome.source(drawing.notice_zh)


def located_svg(view: View, area) -> str:
    """Return where a township lies as an SVG, for a file."""
    width, height = PAPER
    return document(width, height, map_svg(_locating(view, area, width, height), width, height, 0))


def _locating(view, area, width, height):
    known = [vars(one) for one in view.declared.areas.values()]
    plain = pd.DataFrame(known).assign(obs_value=float("nan"), obs_status="A", value_label="")
    geography, _ = reading.boundaries(view.version)
    return map_drawing.draw_map(
        *(plain, geography),
        standardised=True,
        unit_zh="",
        chosen=(area.ref_area,),
        points=NO_POINTS,
        width=width,
        height=height,
    )


def plain(view: View, areas: pd.DataFrame, of, key: str, *, standardised: bool):
    """Show values that are no indicator's on the map; `areas` is as draw_map has it."""
    drawing = _drawing(
        view,
        areas,
        standardised=standardised,
        unit_zh=of.unit_zh,
        decimals=of.decimals,
        chosen=view.chosen.area,
        column="free",
    )
    _draw(view, drawing, key)
    st.html(map_legend.legend_html(drawing))


def _state_words(layer):
    """Return what a layer calls its active, inactive and missing places."""
    states = ("active", "inactive", "missing")
    words = {state: getattr(layer, f"state_{state}_zh", None) for state in states}
    return {state: word for state, word in words.items() if word}


def _drawing(view, areas, *, column, **measure):
    geography, _ = reading.boundaries(view.version)
    width = view.column(column)
    height = round((PHONE_SHAPE if view.is_phone else SHAPE) * width)
    return map_drawing.draw_map(areas, geography, width=width, height=height, **measure)


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
