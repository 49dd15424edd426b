"""KPI cards: number with unit, line behind it, target, judgement, change, date."""

from html import escape

import pandas as pd
import streamlit as st

from ui import chrome, forecast, labels, links, spark, wording, wording_forecast
from ui.view import View

TRACK_ENDS = 1.2  # progress is not capped: the track runs on past the target's tick
A_ROW = 4  # cards abreast on a wide screen; a board of five stands in one row


def board(view: View, name: str):
    """Show the cards of a board for the chosen area, each leading to its indicator's page."""
    st.html(view.kept(lambda: _board(view, name), "board", name))


def _board(view, name):
    rows = view.read("board", board=name, ref_area=view.area.ref_area, time_period=view.period)
    ahead = forecast.by_cell(view)
    abreast = len(rows) if len(rows) == A_ROW + 1 else A_ROW
    cells = "".join(
        _leading(view, row, ahead.get((row.indicator, view.area.ref_area)))
        for row in rows.itertuples()
    )
    return f'<div class="board board-of-{abreast}">{cells}</div>'


def _leading(view, row, ahead):
    """Return a card that leads to its indicator's page, if the reader may open that."""
    indicator = view.declared.indicators[row.indicator]
    shown = card(indicator.name_zh, row, indicator, view.chosen.compare, ahead=ahead)
    if links.may_open("indicator"):
        words = f'<span class="unseen">{escape(indicator.name_zh)}，{labels.OPEN_CARD}</span>'
        address = links.address(view, "indicator", indicator=row.indicator)
        shown += chrome.link(address, words, "card-link")
    return f'<div class="board-cell">{shown}</div>'


def card(
    title: str,
    row,
    indicator,
    compare: str,
    beside: str = "",
    with_line: bool = True,
    trace="",
    ahead=None,
):
    """Return one card as HTML; `beside` stands behind the unit.

    `with_line` draws the line behind the number and the track towards the target; `trace` is the
    address of where the number comes from, `ahead` its row of the cut forecasts, if it has one.
    """
    foot = chrome.link(trace, labels.TRACE) if trace else ""
    shape = wording.status(row.judgement, indicator)
    aimed = not pd.isna(row.target)
    tracked = with_line and aimed and indicator.polarity != "lower_is_better"
    lines = (
        line(wording.progress(row.progress, row.target, indicator), "card-goal"),
        verdict(shape, wording.shortfall(row, indicator)) if aimed else "",
        line(wording.due(row, indicator)) if aimed else "",
        versus(row, indicator),
        line(change_words(row, indicator, compare)),
        line(base_words(row, indicator)),
        *expected(row, indicator, ahead),
    )
    return (
        f'<div class="card"><div class="card-name">{escape(title)}</div>'
        f'<div class="card-main">{number(row, indicator, beside)}'
        f"{spark_image(row, indicator) if with_line else ''}</div>"
        f"{track(row, shape.tone) if tracked else ''}{''.join(lines)}"
        f'<div class="card-date">{wording.as_of(row.time_period, indicator)}{foot}</div></div>'
    )


def number(row, indicator, beside: str = "") -> str:
    digits, unit = wording.number(row.obs_value, indicator, row.obs_status)
    return (
        f'<div class="card-number">{digits}<small>{escape(unit)}</small>'
        f"{f'<small>{escape(beside)}</small>' if beside else ''}</div>"
    )


def line(words: str, kind: str = "") -> str:
    return f'<div class="card-line {kind}">{chrome.unbroken(words)}</div>' if words else ""


def whole(parts: list[str], kind: str) -> str:
    """Return words in a line that ends between two parts, if it has to, and never inside one."""
    spans = "<wbr>".join(f'<span class="unbroken">{escape(part)}</span>' for part in parts)
    return f'<div class="card-line {kind}">{spans}</div>' if parts else ""


def verdict(shape, beside: str = "") -> str:
    return (
        f'<div class="card-line card-verdict tone-{shape.tone}">'
        f"<b>{shape.shape} {shape.word}</b>{f'，{chrome.unbroken(beside)}' if beside else ''}</div>"
    )


def expected(row, indicator, ahead) -> tuple[str, ...]:
    """Return where the year is expected to end and how sure that is, of the period shown."""
    if ahead is None or ahead.time_period != row.time_period:
        return ()
    return (
        line(wording_forecast.expected(ahead, indicator), "card-ahead"),
        whole(wording_forecast.reach(ahead, indicator), "card-reach"),
    )


def versus(row, indicator) -> str:
    """Return whether a township differs from the county by more than chance, and its interval."""
    shape = wording.versus(row, indicator, labels.COUNTY)
    sure = wording.interval(row, indicator)
    if not shape.word:
        return line(sure)
    told = f'<b class="tone-{shape.tone}">{shape.shape} {escape(shape.word)}</b>'
    return f'<div class="card-line">{told}，{chrome.unbroken(sure)}</div>'


def change_words(row, indicator, compare) -> str:
    """Return the change against what the reader compares with, and whether it is for the better."""
    beside_county = compare == "county" and indicator.standardised and not row.is_county
    if beside_county and not pd.isna(row.change_county):
        return f"较全市 {wording.signed(row.change_county, indicator)}"
    base = "previous" if compare == "previous" else "year"
    value = row.change_previous if base == "previous" else row.change_year
    text, meaning = wording.change(value, indicator, base)
    return f"{text}（{meaning}）" if meaning else text


def base_words(row, indicator) -> str:
    """Return what a rate divides by what, so that nobody takes it on trust."""
    if pd.isna(row.denominator):
        return ""
    return f"分子{wording.plain(row.numerator)}，分母{wording.plain(row.denominator)}"


def spark_image(row, indicator) -> str:
    values = row.spark.tolist()  # a missing month arrives masked and leaves as None
    if len(values) < 3:
        return ""
    source = spark.sparkline(values, None if indicator.accumulate else row.target)
    return f'<img class="spark" width="84" height="38" alt="" src="{source}">'


def track(row, tone) -> str:
    """Return the progress track: its fill, the target's tick, and the pace's where it differs."""
    done = max(0.0, min(row.progress or 0.0, TRACK_ENDS)) / TRACK_ENDS
    pace = row.pace / row.target / TRACK_ENDS
    mark = f'<i class="pace" style="left:{pace:.1%}"></i>' if row.pace < row.target else ""
    return (
        f'<div class="track"><b class="fill-{tone}" style="width:{done:.1%}"></b>{mark}'
        f'<i class="goal" style="left:{1 / TRACK_ENDS:.1%}"></i></div>'
    )


def standing(view: View, indicator):
    """Show an indicator's page cards: the chosen townships beside the county."""
    rows, trace = view.areas_of(indicator), links.traces(view, indicator)
    ahead = forecast.by_cell(view)
    wanted = [*view.chosen.area, view.declared.county.ref_area]
    shown = rows[rows["ref_area"].isin(wanted)].sort_values("area_level", ascending=False)
    cells = []
    for row in shown.itertuples():
        place = "" if row.is_county else wording.standing(row)
        address = trace(row.ref_area, row.time_period)
        cells.append(
            card(
                *(row.name_zh, row, indicator, view.chosen.compare, place),
                with_line=False,
                trace=address,
                ahead=ahead.get((indicator.id, row.ref_area)),
            )
        )
    st.html(f'<div class="standing standing-of-{len(shown)}">{"".join(cells)}</div>')
