"""What needs attention, in words: all of it on the overview, the first of it on a phone."""

from types import SimpleNamespace

import streamlit as st

from ui import chrome, labels, links, wording
from ui.view import View

MOST = 5


def found(view: View) -> list:
    """Return (row, notice) of all that needs attention where the reader looks, gravest first."""
    rows = view.read("attention", time_period=view.period)
    if view.chosen.area:
        rows = rows[rows["ref_area"].isin(view.chosen.area)]
    return [(SimpleNamespace(**row), wording.attention(row)) for row in rows.to_dict("records")]


def strip(noticed: list):
    """Show the phone's alert strip: how many, and the gravest. A wide screen lists them below."""
    if noticed:
        _, notice = noticed[0]
        with st.container(key="alert"):
            st.html(
                f'<div class="alert"><b>▲ {labels.ATTENTION}{len(noticed)}项</b>'
                f"<div>首要：{chrome.unbroken(notice.headline)}</div></div>"
            )


def all_of(view: View, noticed: list):
    """Show the gravest notices, each with its way to the indicator."""
    st.html(chrome.section(labels.ATTENTION, f"{len(noticed)}项"))
    if not noticed:
        st.html(chrome.summary(labels.NOTHING_TO_NOTE))
    for row, notice in noticed[:MOST]:
        with st.container(key=f"notice-{row.indicator}-{row.ref_area}-{row.finding}"):
            headline = chrome.unbroken(notice.headline)
            st.html(
                f'<div class="notice"><i>{notice.shape}</i><b>{headline}</b>'
                f"<p>{chrome.unbroken(notice.detail)}</p></div>"
            )
            area = () if row.is_county else (row.ref_area,)
            links.to(view, "indicator", labels.SEE_INDICATOR, indicator=row.indicator, area=area)
    if len(noticed) > MOST:
        with st.expander(labels.MORE_NOTICES.format(len(noticed) - MOST)):
            st.html("".join(_line(view, row, notice) for row, notice in noticed[MOST:]))


def _line(view, row, notice):
    """Return a notice in one line, its words leading to where their number comes from."""
    trace = links.traces(view, view.declared.indicators[row.indicator])
    words = chrome.number(chrome.unbroken(notice.headline), trace(row.ref_area, row.time_period))
    return f'<div class="notice-line">{notice.shape} {words}</div>'
