"""The parts of the page that compares: two indicators against each other, several side by side."""

from html import escape

import pandas as pd
import streamlit as st

from ui import (
    chart_scatter,
    chart_trend,
    chrome,
    controls,
    downloads,
    labels,
    links,
    map_plotly,
    picks,
    reading,
    selection,
    strip_beside,
    tables,
    theme,
    wording,
    wording_compare,
)
from ui.view import MARGINS, PAGE, PHONE_MARGINS, View

COLUMNS = [760, 552]  # the scatter, and who stands where in it
GAP = 64  # px between them
STACKED = 1000  # px: below it one stands over the other, as in the stylesheet
SHAPE, PHONE_SHAPE = 0.72, 1.12  # the scatter's height to its width
ABREAST = 3  # small multiples
SMALL = 230  # px, the height of each


def show(view: View):
    """Show the way of comparing the address asks for."""
    with st.container(key="compare"):
        if view.chosen.mode == "pair":
            controls.show(view, "mode", "pair", "period", "areas")
            _pair(view)
        else:
            controls.show(view, "mode", "set", "period", "areas")
            _beside(view)


def _pair(view):
    x, y = picks.pair(view)
    if x.id == y.id:
        st.html(chrome.empty(labels.SAME_TWICE))
        return
    rows = view.read("pair", x=x.id, y=y.id, time_period=view.period)
    if rows.empty:
        st.html(chrome.empty())
        return
    now = rows[rows["step"] == 0]
    with st.container(key="pair"):
        left, right = st.columns(COLUMNS, gap="large")
    with left:
        st.html(chrome.section(wording_compare.title_pair(now, x, y)))
        _scatter(view, rows, x, y)
    with right:
        _standing(view, rows, x, y)
    traces = {one.id: links.traces(view, one) for one in (x, y)}
    tables.on_demand("table-pair", lambda: _pair_table(rows, x, y, traces))
    _offer(view, _long(rows, x, y), [x, y])


def _scatter(view, rows, x, y):
    if not rows["points"].iloc[0]:
        st.html(chrome.empty(labels.NOTHING_DRAWN))
        return
    width = _width(view)
    height = round(width * (PHONE_SHAPE if view.is_phone else SHAPE))
    drawn = reading.kept(
        view.version,
        lambda: chart_scatter.scatter_figure(rows, x, y, view.chosen.area, width, height),
        *("scatter", x.id, y.id, view.period, view.chosen.area, width),
    )
    # a chart of its own for every choice: one that knows a dot as selected tells no second click
    key = "-".join(["scatter", x.id, y.id, *view.chosen.area])
    st.plotly_chart(
        drawn,
        config=theme.CHART_CONFIG,
        theme=None,
        on_select=lambda: _choose(view, map_plotly.clicked_area(selection.chosen_in(key))),
        selection_mode="points",
        key=key,
    )


def _width(view):
    if view.is_phone:
        return view.screen - PHONE_MARGINS
    if view.screen < STACKED:
        return view.screen - MARGINS
    return round((min(view.screen, PAGE) - MARGINS - GAP) * COLUMNS[0] / sum(COLUMNS))


def _choose(view, ref_area):
    """Choose the township of a dot beside those chosen before, or let go of it."""
    if ref_area in view.chosen.area:
        selection.change(area=tuple(area for area in view.chosen.area if area != ref_area))
    elif ref_area:
        selection.change(area=(*view.chosen.area, ref_area))


def _standing(view, rows, x, y):
    """Show who stands on which side of the lines, each number leading to where it comes from."""
    now = rows[rows["step"] == 0]
    st.html(_sides(view, now, x, y))
    notes = [
        wording_compare.relation(now),
        wording_compare.size_note(x, y),
    ]
    st.html("".join(chrome.summary(note) for note in notes if note))
    st.html(chrome.source(wording_compare.path_note(rows, view.chosen.area, chart_scatter.TRACED)))


def _sides(view, now, x, y):
    """Return the townships by the sides of the lines they stand on, as a table."""
    traces = [links.traces(view, one) for one in (x, y)]
    county = now["name_zh"].iloc[0]
    body = "".join(
        _side_row(row, x, y, traces, "county")
        for row in now[now["area_level"] == "county"].itertuples()
    )
    groups = [
        (
            wording_compare.sides(x, y, x_side, y_side, county),
            now[(now["x_side"] == x_side) & (now["y_side"] == y_side)],
        )
        for x_side, y_side in wording_compare.QUADRANTS
    ]
    lacking = now["x_side"].isna() | now["y_side"].isna()
    groups.append((labels.NOT_DRAWN, now[lacking & (now["area_level"] != "county")]))
    for title, there in groups:
        if len(there):
            body += f'<tr><th colspan="3" scope="rowgroup">{escape(title)}'
            body += f"<small>{wording_compare.counted(there)}</small></th></tr>"
            body += "".join(_side_row(row, x, y, traces) for row in there.itertuples())
    heads = "".join(f'<th class="number">{escape(one.name_zh)}</th>' for one in (x, y))
    units = "".join(f'<th class="number">{escape(one.unit_zh)}</th>' for one in (x, y))
    return (
        '<div class="table sides"><table>'
        f"<thead><tr><th>{labels.AREA}</th>{heads}</tr><tr><th></th>{units}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _side_row(row, x, y, traces, kind=""):
    cells = (
        (x, row.x_value, row.x_status, row.x_period),
        (y, row.y_value, row.y_status, row.y_period),
    )
    numbers = "".join(
        f'<td class="number">{_traced(value, of, status, trace(row.ref_area, period))}</td>'
        for (of, value, status, period), trace in zip(cells, traces, strict=True)
    )
    return f'<tr class="{kind}"><td>{escape(row.name_zh)}</td>{numbers}</tr>'


def _traced(value, of, status, address):
    return chrome.number(escape(wording.short(value, of, status)), address)


def _pair_table(rows, x, y, traces):
    """Show every step of every area: both numbers with their periods, the newest first."""
    shown = {labels.AREA: rows["name_zh"]}
    for axis, of in (("x", x), ("y", y)):
        values, periods = rows[f"{axis}_value"], rows[f"{axis}_period"]
        shown[f"{labels.PERIOD}（{labels.AXIS[axis]}）"] = map(wording.month_or_year, periods)
        shown[f"{of.name_zh}（{of.unit_zh}）"] = [
            tables.Traced(wording.amount(value, of, status), traces[of.id](area, period))
            for value, status, area, period in zip(
                values, rows[f"{axis}_status"], rows["ref_area"], periods, strict=True
            )
        ]
    numbers = [f"{of.name_zh}（{of.unit_zh}）" for of in (x, y)]
    st.html(tables.html(pd.DataFrame(shown), numbers=tuple(numbers), tall=True))


def _beside(view):
    indicators = picks.beside(view)
    if len(view.chosen.set) > picks.MOST_BESIDE:
        st.html(chrome.source(labels.TOO_MANY.format(picks.MOST_BESIDE)))
    rows = view.read("profile", time_period=view.period)
    areas = list(view.chosen.area or view.declared.townships)
    areas = [area for area in view.declared.townships if area in areas]
    traces = {one.id: links.traces(view, one) for one in indicators}
    title = wording_compare.compare_title(indicators, len(areas))
    st.html(chrome.section(title, wording_compare.MATRIX_NOTE))
    county = view.declared.county.ref_area
    st.html(
        strip_beside.html(
            rows, indicators, [county, *areas], lambda indicator, *cell: traces[indicator](*cell)
        )
    )
    known = rows[rows["ref_area"].isin([county, *areas])]
    _offer(view, _long_of(known, indicators), indicators)
    _multiples(view, indicators)


def _multiples(view, indicators):
    """Show a small trend of each indicator, the chosen townships in the foreground."""
    st.html(chrome.section(labels.COURSES, wording_compare.LINES_NOTE))
    for start in range(0, len(indicators), ABREAST):
        for column, of in zip(st.columns(ABREAST, gap="medium"), indicators[start:], strict=False):
            with column:
                _small(view, of)


def _small(view, of):
    chosen = view.chosen.area[: controls.MOST_CHOSEN]
    st.html(f'<div class="multiple"><b>{escape(of.name_zh)}</b></div>')
    rows = view.trend_of(of)
    drawn = reading.kept(
        view.version,
        lambda: chart_trend.trend_figure(
            rows,
            of,
            list(chosen),
            view.read("events", theme="", indicator="").iloc[:0],
            height=SMALL,
            compact=True,
        ),
        *("small", of.id, chosen),
    )
    st.plotly_chart(drawn, config=theme.CHART_CONFIG, theme=None, key=f"small-{of.id}")


def _long(rows, x, y):
    """Return a pair's numbers one a row, as they go into a file."""
    return pd.concat(
        pd.DataFrame(
            {
                "indicator": of.id,
                "area_name": rows["name_zh"],
                "time_period": rows[f"{axis}_period"],
                "obs_value": rows[f"{axis}_value"],
                "obs_status": rows[f"{axis}_status"],
            }
        )
        for axis, of in (("x", x), ("y", y))
    )


def _long_of(rows, indicators):
    return pd.concat([rows[rows["indicator"] == of.id] for of in indicators])


def _offer(view, rows, indicators):
    """Offer the numbers shown as a file, classified as the strictest of what they are made from."""
    known = view.declared.indicators
    shown = pd.DataFrame(
        {
            labels.INDICATOR: [known[one].name_zh for one in rows["indicator"]],
            labels.AREA: rows["area_name"].tolist(),
            labels.PERIOD: [wording.month_or_year(period) for period in rows["time_period"]],
            labels.VALUE: [
                wording.exact(row.obs_value, known[row.indicator]) for row in rows.itertuples()
            ],
            labels.UNIT: [known[one].unit_zh for one in rows["indicator"]],
            labels.STATUS: [wording.STATUS_WORDS.get(one, "") for one in rows["obs_status"]],
        }
    )
    made_from = {extract for of in indicators for extract in of.extracts.split(",")}
    downloads.offer(
        "compared",
        labels.DOWNLOAD_COMPARED,
        lambda watermark: downloads.csv_bytes(shown, watermark),
        labels.COMPARED_FILE,
        "compared",
        view.version.id,
        downloads.strictest(view, made_from),
        rows=len(shown),
    )
