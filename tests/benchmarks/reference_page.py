"""The page that was built in every peer, of this project's own parts, for bench_reference.py.

Six KPI numbers, the townships compared, 68 months of 8 programmes, the 20 largest cells, one filter
by township. `?floor=1` shows one control and one line of HTML instead: what Streamlit itself takes.
"""

import streamlit as st
from streamlit import runtime

from ui import (
    cards,
    chart_trend,
    chrome,
    controls,
    frame,
    panels,
    picture,
    ranking,
    reading,
    selection,
    serving,
    tables,
    theme,
    wording,
)
from ui.view import View

BOARD, SIX = "assistance", 6
COMPARED, PAID, MIX = (
    "assistance_recipient_per_1000",
    "assistance_amount",
    "assistance_programme_mix",
)
LARGEST, NEWEST = 20, "2024-08"


def run():
    st.set_page_config(page_title="reference", layout="wide")
    st.html(theme.stylesheet())
    version = reading.live()
    declared = reading.declared(version)
    declared.periods = declared.periods or [NEWEST]  # the empty table knows none
    chosen = selection.known(selection.current(), declared)
    view = View(version, declared, chosen, "", {}, False, 1440)
    frame.part(view, floor if st.query_params.get("floor") else show)


def floor(view):
    controls.show(view, "place")
    st.html(f'<div class="panel">{view.area.name_zh}</div>')


def show(view):
    panels.head(view, "社会救助", choices=("place",))
    st.html(view.kept(lambda: six(view), "six"))
    left, right = st.columns(2, gap="large")
    with left:
        st.html(view.kept(lambda: compared(view), "compared"))
        st.html(view.kept(lambda: largest(view), "largest"))
    with right:
        st.html(view.kept(lambda: programmes(view), "programmes"))


def six(view):
    rows = view.read("board", board=BOARD, ref_area=view.area.ref_area, time_period=view.period)
    known = view.declared.indicators
    shown = [
        cards.card(known[row.indicator].name_zh, row, known[row.indicator], "year")
        for row in rows.head(SIX).itertuples()
    ]
    return f'<div class="panel board board-of-4">{"".join(shown)}</div>'


def compared(view):
    indicator = view.declared.indicators[COMPARED]
    areas = view.areas_of(indicator)
    head = chrome.section(wording.title_areas(areas, indicator), wording.measure(areas, indicator))
    return f'<div class="panel">{head}{ranking.html(areas, indicator, view.chosen.area)}</div>'


def cells(view):
    return view.read("figure", figure=MIX, ref_area=view.area.ref_area, time_period=view.period)


def programmes(view):
    indicator, rows = view.declared.indicators[PAID], cells(view)
    if rows.empty:
        return chrome.empty()
    lines = rows.assign(
        ref_area=rows["category"], name_zh=rows["category"], area_level="programme", target=None
    )
    events = view.read("events", theme=indicator.theme, indicator=indicator.id).iloc[:0]
    drawn = chart_trend.trend_figure(lines, indicator, list(lines["ref_area"].unique()[:3]), events)
    title = f"{view.area.name_zh}：各救助项目"
    shown = picture.chart(drawn, view.column("half"), title)
    return f'<div class="panel">{chrome.section(title)}{shown}</div>'


def largest(view):
    indicator = view.declared.indicators[PAID]
    rows = cells(view).nlargest(LARGEST, "obs_value")[["time_period", "category", "obs_value"]]
    rows["obs_value"] = [wording.amount(value, indicator) for value in rows["obs_value"]]
    rows.columns = ["月份", "救助项目", indicator.unit_zh]
    head = chrome.section(f"{view.area.name_zh}：最大的{LARGEST}笔")
    return f'<div class="panel">{head}{tables.html(rows, (indicator.unit_zh,))}</div>'


if runtime.exists():
    run()
else:
    app = st.App(__file__, **serving.options())
