"""The cases of one rule: a line each, and for the chosen one its records and what to say of it."""

from html import escape

import streamlit as st

from queries.finding_states import STATES
from ui import (
    chrome,
    labels,
    links,
    noting,
    permits,
    reading,
    selection,
    tables,
    wording,
    wording_quality,
)
from ui.view import View

WAITING = ("open", "returned")
MOST_LINES = 12
MOST_ROWS = 6

table = tables.html


def show(view: View, cases):
    """Show a rule as a fold: why it looks, how to mend, and its cases. The chosen one is open."""
    rule = cases.iloc[0]
    waiting = int(cases["state"].isin(WAITING).sum())
    left = f"{len(cases)}处" if waiting == len(cases) else f"{len(cases)}处，{waiting}处待处理"
    mark = ":red[▲] " if rule["severity"] == "serious" and waiting else ""
    chosen = view.chosen.finding in set(cases["finding"])
    with st.expander(
        f"{mark}{rule['name_zh']}（{left}）",
        key=f"rule-{rule['rule']}",
        on_change="rerun",
        expanded=chosen,
    ) as fold:
        if fold.open:
            st.html(_cause(rule))
            for case in cases.to_dict("records"):
                _case(view, case)


def _cause(rule):
    basis = f"<p>{escape(rule['basis_zh'])}。</p>" if rule["basis_zh"] else ""
    return (
        f'<div class="cause"><p>{escape(rule["cause_zh"])}。{escape(rule["mend_zh"])}。</p>'
        f"{basis}</div>"
    )


def _case(view, case):
    is_open = view.chosen.finding == case["finding"]
    tone = "waiting" if case["state"] in WAITING else "settled"
    with st.container(key=f"case-{case['finding']}", horizontal=True):
        st.html(
            f'<div class="case case-{tone}"><span>{escape(case["area_zh"])}</span>'
            f"<span>{wording.month_or_year(case['time_period'])}</span>"
            f"<div>{chrome.unbroken(case['evidence_zh'])}</div>"
            f"<em>{labels.FINDING_STATE[case['state']]}</em></div>"
        )
        # Not a link: one to the page itself would leave the address as it was.
        st.button(
            labels.CLOSE_CASE if is_open else labels.OPEN_CASE,
            key=f"open-{case['finding']}",
            type="tertiary",
            on_click=selection.change,
            kwargs={"finding": "" if is_open else case["finding"]},
        )
    if is_open:
        with st.container(key=f"detail-{case['finding']}"):
            _records(view, case)
            if permits.may("action", "say_of_finding"):
                _say(view, case)


def _records(view, case):
    """Show what was last said, and the case's rows or the trend in which it stands out."""
    if case["at"]:
        said = wording_quality.said(case["at"], case["who"], case["note"])
        st.html(f'<div class="detail"><b>{labels.LAST_SAID}</b>{escape(said)}</div>')
    if case["rows"]:
        _rows(view, case)
    elif case["indicator"]:
        of = {"indicator": case["indicator"], "area": (case["ref_area"],)}
        period = case["time_period"] * (case["time_period"] != view.declared.periods[0])
        with st.container(horizontal=True):
            links.to(view, "indicator", labels.SEE_TREND, **of, period=period)
            links.to(view, "trace", labels.TRACE_WHOLE, **of, at=case["time_period"])
    else:
        st.html(f'<div class="detail">{labels.NO_RECORDS}</div>')


def _rows(view, case):
    """Show the rows by file and line, the first of them in full, where records may be seen."""
    sources = view.read("extracts").set_index("contract")
    found = {}
    if permits.may("action", "see_records"):
        found = reading.finding_records(view.version, case["finding"], MOST_ROWS)
    if not found or not all(map(permits.may_see_records, sources["disclosure"][[*found]])):
        st.html(chrome.empty(labels.RECORDS_KEPT_BACK))
        return
    listed = sum(map(len, found.values()))
    noting.note_once("opened records", case["finding"], view.version.id, rows=listed)
    places = reading.finding_places(view.version, case["finding"])
    words = "；".join(wording_quality.places(places, MOST_LINES))
    st.html(f'<div class="detail"><b>{labels.FINDING_RECORDS}</b>{escape(words)}</div>')
    for contract, rows in found.items():
        rows = rows.drop(columns="file").rename(columns={"line": labels.ROW})
        columns = view.read("columns", contract=contract)
        st.html(f'<div class="records">{tables.of_records(rows, columns)}</div>')


def _say(view, case):
    """Show the form in which somebody says what became of a finding."""
    with st.form(f"say-{case['finding']}", border=False, clear_on_submit=True):
        note = st.text_input(labels.NOTE, placeholder=labels.NOTE_HINT, max_chars=200, width=640)
        with st.container(key="say-who", horizontal=True, vertical_alignment="bottom"):
            who = _who()
            offered = [state for state in labels.FINDING_ACTIONS if state != case["state"]]
            pressed = [
                state
                for state in offered
                if st.form_submit_button(labels.FINDING_ACTIONS[state], key=f"say-{state}")
            ]
    if pressed and pressed[0] in STATES:
        if pressed[0] == "explained" and not note.strip():
            st.warning(labels.NOTE_NEEDED)
            return
        reading.say_of_finding(view.version, case, pressed[0], note.strip(), who.strip())
        of = f"{case['finding']}，{labels.FINDING_STATE[pressed[0]]}"
        noting.note("said of a finding", of, view.version.id, reason=note.strip())
        st.rerun()


def _who():
    """Return who speaks: the reader who signed in; where nobody does, the name they write."""
    reader = permits.reader()
    if reader.how != "single":
        return reader.name
    return st.text_input(labels.WHO, width=160, max_chars=20)
