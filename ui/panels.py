"""The panels a page is made of: head, ranking, trend, figures, definition. Each reads and shows."""

import streamlit as st

from ui import (
    chart_figures,
    chart_funnel,
    chart_trend,
    chrome,
    controls,
    forecast,
    labels,
    links,
    picture,
    ranking,
    reading,
    tables,
    wording,
    wording_chance,
)
from ui.view import View

FUNNEL_HEIGHT = 400  # px


def head(view: View, title: str = "", *facts: str, above: str = "", choices: tuple[str, ...] = ()):
    """Show the page's title and facts, its controls beside them; the overview names the county."""
    title = title or labels.OVERVIEW.format(view.declared.county.name_zh)
    counted = labels.COUNT_AREAS.format(len(view.declared.townships))
    shown = list(facts) or [counted, f"{labels.PERIOD}{wording.month_or_year(view.period)}"]
    with st.container(key="head", horizontal=True, vertical_alignment="bottom"):
        st.html(chrome.head(title, shown, above))
        if choices:
            controls.show(view, *choices)


def ranking_panel(view: View, indicator):
    """Show the townships from best to worst, against the county and the target."""
    st.html(view.kept(lambda: _ranking(view, indicator), "ranking", indicator.id))


def _ranking(view, indicator):
    areas = view.areas_of(indicator)
    trace = links.traces(view, indicator)
    return (
        chrome.section(wording.title_areas(areas, indicator), wording.measure(areas, indicator))
        + ranking.html(areas, indicator, view.chosen.area, view.chosen.compare, trace)
        + chrome.small(wording.ranking_note(areas, indicator))
        + chrome.foot_link(trace())
    )


def funnel_panel(view: View, indicator, column="map"):
    """Show which townships differ from the county by more than chance, by the size of their base;
    nothing of an indicator without intervals.
    """
    if not wording.is_judged(indicator) or chart_funnel.compared(view.areas_of(indicator)).empty:
        return
    st.html(view.kept(lambda: _funnel(view, indicator, column), "funnel", indicator.id, column))
    trace = links.traces(view, indicator)
    tables.areas(lambda: view.areas_of(indicator), indicator, "table-funnel", trace)


def _funnel(view, indicator, column):
    areas, county = view.areas_of(indicator), view.declared.county.short_zh
    limits = view.read("funnel", indicator=indicator.id, time_period=view.period)
    towns, width = chart_funnel.compared(areas), view.column(column)
    title = wording_chance.title_funnel(towns, county)
    drawn = chart_funnel.funnel_figure(
        areas, limits, indicator, view.chosen.area, width, FUNNEL_HEIGHT
    )
    said = wording_chance.summary_funnel(towns, county)
    return (
        chrome.section(title, wording.measure(areas, indicator))
        + picture.chart(drawn, width, title)
        + chrome.summary(said, wording_chance.funnel_source(towns, indicator))
    )


def trend_panel(view: View, indicator, key: str, height=380):
    """Show an indicator through time: the county, the chosen townships, the others quiet."""
    asked = ("trend", indicator.id, view.chosen.area)
    trace = links.traces(view, indicator)
    # Apart from the links: of another month they change, the line does not.
    st.html(
        reading.kept(
            view.version, lambda: _trend(view, indicator, height), *asked, view.screen, height
        )
    )
    st.html(view.kept(lambda: _said_of_trend(view, indicator, trace()), *asked))
    tables.trend(lambda: view.trend_of(indicator), indicator, f"table-trend-{key}", trace)


def _trend(view, indicator, height):
    rows = view.trend_of(indicator)
    chosen = list(view.chosen.area)
    events = view.read("events", theme=indicator.theme, indicator=indicator.id)
    if rows["time_period"].nunique() == 1:
        events = events.iloc[:0]  # nothing leads up to them
    title = wording.title_trend(rows, indicator, chosen)
    drawn = chart_trend.trend_figure(
        *(rows, indicator, chosen, events),
        height=height,
        compact=view.is_phone,
        ahead=forecast.drawn(view, indicator),
    )
    return chrome.section(title) + picture.chart(drawn, view.column("wide"), title)


def _said_of_trend(view, indicator, trace):
    rows = view.trend_of(indicator)
    told = view.read("signals", indicator=indicator.id)
    own = told[told["ref_area"] == view.area.ref_area]
    said = wording.summary_trend(rows, indicator, list(view.chosen.area))
    return (
        chrome.summary(said, forecast.said(view, indicator))
        + chrome.signals(wording.signal_lines(own, indicator), wording.SIGNALS_NOTE)
        + chrome.foot_link(trace)
    )


def figures(view: View, declared: list):
    """Show a theme's figures, two abreast."""
    for start in range(0, len(declared), 2):
        for column, figure in zip(st.columns(2, gap="large"), declared[start:], strict=False):
            with column:
                figure_panel(view, figure)


def figure_panel(view: View, figure, column: str = "half"):
    """Show a declared figure for the chosen area with its table and sentence."""
    if figure.kind == "list":
        _list_panel(view, figure)
        return
    asked = ("figure", figure.id, view.area.ref_area, view.period)
    trace = links.traces(view, figure)
    st.html(
        reading.kept(
            view.version, lambda: _figure(view, figure, column), *asked, view.screen, column
        )
    )
    if _cells(view, figure).empty:
        return
    st.html(view.kept(lambda: _said_of_figure(view, figure, trace()), *asked))
    tables.figure(lambda: _cells(view, figure), figure, trace)


def _cells(view, figure):
    return view.read(
        "figure", figure=figure.id, ref_area=view.area.ref_area, time_period=view.period
    )


def _figure(view, figure, column):
    cells = _cells(view, figure)
    title = f"{figure.name_zh}：{view.area.short_zh}"
    head = chrome.section(title, figure.definition_zh)
    if cells.empty:
        return head + chrome.empty()
    height = chart_figures.height_of(figure, cells, 340)
    drawn = chart_figures.draw(figure, cells, view.period, height)
    return head + picture.chart(drawn, view.column(column), title)


def _said_of_figure(view, figure, trace):
    said = wording.summary_figure(_cells(view, figure), figure, view.period)
    return chrome.summary(said, trace=trace)


def _list_panel(view, figure):
    rows = view.read("figure_rows", figure=figure.id, time_period=view.period)
    if view.chosen.area:
        rows = rows[rows["ref_area"].isin(view.chosen.area)]
    st.html(
        chrome.section(figure.name_zh, figure.definition_zh)
        + tables.list_html(rows, figure)
        + chrome.foot_link(links.traces(view, figure)())
    )


def category_panel(view: View, indicator):
    """Show an indicator's breakdown for the chosen area, if it is declared with one."""
    if not indicator.category_zh:
        return
    rows = view.read(
        "categories",
        indicator=indicator.id,
        ref_area=view.area.ref_area,
        time_period=view.period,
    )
    st.html(
        chrome.section(f"{view.area.short_zh}：按{indicator.category_zh}")
        + tables.categories(rows, indicator, links.traces(view, indicator))
    )


def definition_panel(view: View, indicator):
    """Show where the number comes from: definition, source, and the SQL as it stands."""
    extracts = view.read("extracts")
    inputs = extracts[extracts["contract"].isin(indicator.extracts.split(","))]
    trace = links.traces(view, indicator)()
    st.html(
        chrome.provenance(indicator, inputs, view.version.id)
        + chrome.foot_link(trace, labels.TRACE_WHOLE)
    )
