"""The parts of the quality page: what arrived when, and what the rules doubt."""

import pandas as pd
import streamlit as st

from ui import (
    chrome,
    controls,
    finding_cases,
    labels,
    permits,
    reading,
    strip_arrivals,
    wording_quality,
)
from ui.view import View

SENSITIVE = "sensitive"  # a contract's disclosure


def arrivals(view: View):
    """Show for each extract which township's periods came in time, late or not at all."""
    rows = view.read("arrivals", today=view.today.isoformat())
    st.html(chrome.section(wording_quality.arrival_title(rows), wording_quality.clock(view.today)))
    st.html(strip_arrivals.legend())
    wanting = rows[rows["state"].isin(("late", "missing"))]["extract"].unique()
    is_whole = ~rows["extract"].isin(wanting)
    if len(wanting):
        st.html(strip_arrivals.html(rows[~is_whole], rows))
    title = labels.ARRIVED_ALL.format(rows[is_whole]["extract"].nunique())
    with st.expander(title, key="arrived-all", on_change="rerun") as fold:
        if fold.open:
            st.html(strip_arrivals.html(rows[is_whole], rows))


def findings(view: View):
    """Show the findings a reader asks for by kind, state and township, a fold for each rule."""
    with_sensitive = permits.may_see_records(SENSITIVE)
    rows = reading.findings(view.version, with_sensitive=with_sensitive)
    shown = _asked_for(view, rows)
    rules = view.read("finding_rules")
    with st.container(key="findings-head", horizontal=True, vertical_alignment="bottom"):
        subtitle = f"{len(rules)}条规则逐行比对；{labels.SAVED_HERE}"
        title = wording_quality.findings_title(shown, len(rows))
        st.html(chrome.section(title, subtitle))
        controls.show(view, "kind", "state", "area")
    with st.container(key="findings"):
        if view.chosen.state == "vanished":
            _vanished(view, rules, with_sensitive)
            return
        if shown.empty:
            st.html(chrome.empty(labels.NO_FINDINGS))
        for kind, words in labels.FINDING_KIND.items():
            of_kind = shown[shown["kind"] == kind]
            if not of_kind.empty:
                st.html(f'<h3 class="kind">{words}<small>{len(of_kind)}处</small></h3>')
                for _, of_rule in of_kind.groupby("rule", sort=False):
                    finding_cases.show(view, of_rule)


def _asked_for(view, rows):
    """Return the findings of the kind, state and townships chosen; the county's own always."""
    chosen = view.chosen
    if chosen.area:
        rows = rows[rows["ref_area"].isin({*chosen.area, view.declared.county.ref_area})]
    if chosen.kind in labels.FINDING_KIND:
        rows = rows[rows["kind"] == chosen.kind]
    if chosen.state in labels.FINDING_FILTERS:
        rows = rows[rows["state"].replace("returned", "open") == chosen.state]
    return rows


def _vanished(view, rules, with_sensitive):
    """Show what was spoken of and is found no more: the data were mended."""
    gone = reading.vanished_findings(view.version, with_sensitive=with_sensitive)
    if not gone:
        st.html(chrome.empty(labels.NOTHING_VANISHED))
        return
    names = dict(zip(rules["rule"], rules["name_zh"], strict=True))
    shown = pd.DataFrame(
        {
            labels.FINDING: [names.get(one["rule"], one["rule"]) for one in gone],
            labels.AREA: [view.declared.areas[one["ref_area"]].short_zh for one in gone],
            labels.PERIOD: [one["time_period"] for one in gone],
            labels.LAST_SAID: [
                wording_quality.said(one["at"], one["who"], one["note"]) for one in gone
            ],
        }
    )
    st.html(finding_cases.table(shown))
