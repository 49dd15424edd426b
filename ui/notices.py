"""What needs attention, in words: all of it on the overview, the first of it on a phone."""

from types import SimpleNamespace

import streamlit as st

from ui import chrome, labels, links, wording
from ui.view import View

MOST = 5


def strip(view: View):
    """Show the phone's alert strip: how many, and the gravest. A wide screen lists them below."""
    found = _found(view)
    if found:
        _, notice = found[0]
        with st.container(key="alert"):
            st.html(
                f'<div class="alert"><b>▲ {labels.ATTENTION}{len(found)}项</b>'
                f"<div>首要：{chrome.unbroken(notice.headline)}</div></div>"
            )


def all_of(view: View):
    """Show the gravest notices, each with its way to the indicator."""
    found = _found(view)
    st.html(chrome.section(labels.ATTENTION, f"{len(found)}项"))
    if not found:
        st.html(chrome.summary(labels.NOTHING_TO_NOTE))
    for row, notice in found[:MOST]:
        with st.container(key=f"notice-{row.indicator}-{row.ref_area}-{row.finding}"):
            headline = chrome.unbroken(notice.headline)
            st.html(
                f'<div class="notice"><i>{notice.shape}</i><b>{headline}</b>'
                f"<p>{chrome.unbroken(notice.detail)}</p></div>"
            )
            area = () if row.is_county else (row.ref_area,)
            links.to(view, "indicator", labels.SEE_INDICATOR, indicator=row.indicator, area=area)
    if len(found) > MOST:
        with st.expander(labels.MORE_NOTICES.format(len(found) - MOST)):
            for _, notice in found[MOST:]:
                words = chrome.unbroken(notice.headline)
                st.html(f'<div class="notice-line">{notice.shape} {words}</div>')


def _found(view):
    rows = view.read("attention", time_period=view.period)
    if view.chosen.area:
        rows = rows[rows["ref_area"].isin(view.chosen.area)]
    return [(SimpleNamespace(**row), wording.attention(row)) for row in rows.to_dict("records")]
