"""What needs attention, in words: all of it on the overview, the first of it on a phone."""

from types import SimpleNamespace

import pandas as pd
import streamlit as st

from ui import chrome, labels, links, told_html, wording
from ui.attending import attended
from ui.lateness import QUALITY
from ui.view import View

OF_A_KIND = 2  # shown at once; the others of every kind are folded away


def found(view: View) -> tuple[list, list]:
    """Return two lists of (row, notice), gravest first: what needs attention where the reader
    looks, and what is muted.
    """
    return tuple(
        [(SimpleNamespace(**row), wording.attention(row)) for row in rows.to_dict("records")]
        for rows in attended(view)
    )


def strip(noticed: list):
    """Show the phone's alert strip: how many, and the gravest. A wide screen lists them below."""
    listed, _ = noticed
    if listed:
        row, notice = listed[0]
        with st.container(key="alert"):
            st.html(
                f'<div class="alert"><b>▲ {labels.ATTENTION}{len(listed)}项</b>'
                f"<div>{labels.ALERTS[row.kind]}：{chrome.unbroken(notice.headline)}</div></div>"
            )


def all_of(view: View, noticed: list):
    """Show the gravest notices under the word of their kind, each with its way onwards."""
    listed, muted = noticed
    st.html(chrome.section(labels.ATTENTION, f"{len(listed)}项"))
    if not listed:
        st.html(chrome.summary(labels.NOTHING_TO_NOTE))
    rest = []
    for kind, word in labels.ALERTS.items():
        of_kind = [one for one in listed if one[0].kind == kind]
        for place, (row, notice) in enumerate(of_kind[:OF_A_KIND]):
            _notice(view, row, notice, "" if place else word)
        rest += of_kind[OF_A_KIND:]
    _folded(view, rest, labels.MORE_NOTICES.format(len(rest)))
    _folded(view, muted, _muted_words(muted))


def _notice(view, row, notice, word):
    with st.container(key=f"notice-{row.indicator}-{row.extract}-{row.ref_area}-{row.finding}"):
        head = f'<div class="notice-kind">{word}</div>' if word else ""
        st.html(
            f'{head}<div class="notice"><i>{notice.shape}</i>'
            f"<b>{told_html.html(view, notice.headline)}</b>"
            f"<p>{told_html.html(view, notice.detail)}</p></div>"
        )
        if pd.isna(row.indicator):
            links.to(view, QUALITY, labels.SEE_QUALITY)
            return
        area = () if row.is_county else (row.ref_area,)
        links.to(view, "indicator", labels.SEE_INDICATOR, indicator=row.indicator, area=area)


def _folded(view, noticed, words):
    """Show the others of every kind in a fold, a line each, its numbers leading on."""
    if not noticed:
        return
    with st.expander(words):
        st.html("".join(_line(view, row, notice) for row, notice in noticed))


def _line(view, row, notice):
    words = told_html.html(view, notice.headline)
    if row.muted or words == chrome.unbroken(notice.headline):
        words += f"<span>{told_html.html(view, notice.detail)}</span>"
    return f'<div class="notice-line">{notice.shape} {labels.ALERTS[row.kind]}　{words}</div>'


def _muted_words(muted):
    counted = [
        words.format(number)
        for why, words in labels.MUTED.items()
        if (number := sum(row.muted == why for row, _ in muted))
    ]
    return labels.MUTED_NOTICES.format("、".join(counted))
