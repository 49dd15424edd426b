"""The cases of one rule: a line each, and for the chosen one its records and what to say of it."""

from html import escape

import streamlit as st

from queries.finding_states import STATES
from ui import chrome, labels, links, reading, selection, tables, wording, wording_quality
from ui.view import View

WAITING = ("open", "returned")
MOST_LINES = 12

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
            _say(view, case)


def _records(view, case):
    """Show where the case lies: its rows by file and line, or the trend in which it stands out."""
    said = wording_quality.said(case["at"], case["who"], case["note"]) if case["at"] else ""
    lines = [f"<p><b>{labels.LAST_SAID}</b>{escape(said)}</p>"] if said else []
    places = reading.finding_places(view.version, case["finding"]) if case["rows"] else None
    if places is not None:
        words = "；".join(wording_quality.places(places, MOST_LINES))
        lines.append(f"<p><b>{labels.RECORDS}</b>{escape(words)}</p>")
    elif not case["indicator"]:
        lines.append(f"<p><b>{labels.RECORDS}</b>{labels.NO_RECORDS}</p>")
    if lines:
        st.html(f'<div class="detail">{"".join(lines)}</div>')
    if case["indicator"]:
        period = case["time_period"]
        period = "" if period == view.declared.periods[0] else period
        area = (case["ref_area"],)
        links.to(
            view,
            "indicator",
            labels.SEE_TREND,
            indicator=case["indicator"],
            area=area,
            period=period,
        )


def _say(view, case):
    """Show the form in which somebody says what became of a finding."""
    with st.form(f"say-{case['finding']}", border=False):
        note = st.text_input(labels.NOTE, placeholder=labels.NOTE_HINT, max_chars=200)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            who = st.text_input(labels.WHO, width=160, max_chars=20)
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
        st.rerun()
