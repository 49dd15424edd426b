"""The controls that change the choice: each follows the address and writes back to it."""

import streamlit as st

from ui import labels, labels_reach, picks, reach_asked, selection, wording
from ui.view import View

MOST_CHOSEN = 3  # townships: each has a line of its own


def show(view: View, *names: str):
    """Show the named controls (indicator, period, area, compare) in one row."""
    with st.container(key="controls", horizontal=True, width="content"):
        for name in names:
            _CONTROLS[name](view)


def swap(view: View, shown: str, options: list[str]):
    """Show the button that opens the picker; it closes with the choice, being another's then."""
    with st.popover(labels.SWAP_INDICATOR, key=f"swap-{shown}", width="content"):
        _pick(view, "swap-indicator", shown, options)


def _pick(view, key, shown, options, label=labels.INDICATOR, picked=None):
    """Show a picker of indicators; `shown` is the one the page looks at now.

    `picked` gives what a pick changes of the choice, where that is not its indicator.
    """
    picked = picked or (lambda id_: {"indicator": id_})
    selection.follow(key, shown)
    st.selectbox(
        label,
        options,
        key=key,
        format_func=lambda id_: view.declared.indicators[id_].name_zh,
        on_change=lambda: selection.change(**picked(selection.chosen_in(key))),
        placeholder=labels.PICK_INDICATOR,
        width=300,
    )


def _period(view):
    selection.follow("choice-period", view.period)
    st.selectbox(
        labels.PERIOD,
        view.declared.periods,
        key="choice-period",
        format_func=wording.month_or_year,
        on_change=lambda: selection.change(period=_unless_newest(view)),
        width=130,
    )


def _unless_newest(view):
    """Return the month picked; the newest is the default and stays out of the address."""
    picked = selection.chosen_in("choice-period")
    return "" if picked == view.declared.periods[0] else picked


def _area(view):
    _choose_areas(view, MOST_CHOSEN, 220)


def _areas(view):
    _choose_areas(view, len(view.declared.townships), 340)


def _choose_areas(view, most, width):
    selection.follow("choice-area", list(view.chosen.area))
    st.multiselect(
        labels.AREA,
        list(view.declared.townships),
        key="choice-area",
        format_func=lambda code: view.declared.townships[code].name_zh,
        on_change=lambda: selection.change(area=tuple(selection.chosen_in("choice-area"))),
        placeholder=labels.ALL_AREAS.format(len(view.declared.townships)),
        max_selections=max(most, len(view.chosen.area)),  # an address may hold more
        select_all=False,
        width=width,
    )


def _township(view):
    shown = view.chosen.area[0] if view.chosen.area else next(iter(view.declared.townships))
    selection.follow("choice-township", shown)
    st.selectbox(
        labels.AREA,
        list(view.declared.townships),
        key="choice-township",
        format_func=lambda code: view.declared.townships[code].name_zh,
        on_change=lambda: selection.change(area=(selection.chosen_in("choice-township"),)),
        width=180,
    )


def _compare(view):
    selection.follow("choice-compare", view.chosen.compare)
    st.selectbox(
        labels.COMPARE_WITH,
        list(labels.COMPARE),
        key="choice-compare",
        format_func=labels.COMPARE.get,
        on_change=lambda: selection.change(compare=selection.chosen_in("choice-compare")),
        width=150,
    )


def _indicator(view):
    _pick(view, "choice-indicator", picks.any_of(view).id, list(view.declared.indicators))


def _place(view):
    places = {view.declared.county.ref_area: view.declared.county, **view.declared.townships}
    selection.follow("choice-place", view.area.ref_area)
    st.selectbox(
        labels.AREA,
        list(places),
        key="choice-place",
        format_func=lambda code: places[code].short_zh,
        on_change=lambda: selection.change(area=_townships(view, "choice-place")),
        width=150,
    )


def _townships(view, key):
    picked = selection.chosen_in(key)
    return (picked,) if picked in view.declared.townships else ()


def _at(view):
    of = picks.traced(view)
    selection.follow("choice-at", picks.cell_period(view, of))
    st.selectbox(
        labels.PERIOD,
        picks.cell_periods(view, of),
        key="choice-at",
        format_func=wording.month_or_year,
        on_change=lambda: selection.change(at=selection.chosen_in("choice-at")),
        width=130,
    )


def _category(view):
    of = picks.traced(view)
    categories = picks.cell_categories(view, of)
    if len(categories) > 1:
        selection.follow("choice-category", picks.cell_category(view, of))
        st.selectbox(
            of.category_zh,
            categories,
            key="choice-category",
            format_func=lambda name: labels.ALL_CATEGORIES if name == wording.TOTAL else name,
            on_change=lambda: selection.change(category=selection.chosen_in("choice-category")),
            width=190,
        )


def _traced_indicator(view):
    if not view.chosen.figure:
        _indicator(view)


def _kind(view):
    options = {"": labels.ALL_KINDS, **labels.FINDING_KIND}
    _choose(labels.KIND_OF_FINDING, "kind", view.chosen.kind, options)


def _state(view):
    options = {"": labels.ALL_STATES, **labels.FINDING_FILTERS}
    _choose(labels.STATE_OF_FINDING, "state", view.chosen.state, options)


def _choose(label, name, chosen, options):
    """Show a box of few options for the part `name` of the choice; "" is all of them."""
    key = f"choice-{name}"
    selection.follow(key, chosen if chosen in options else "")
    st.selectbox(
        label,
        list(options),
        key=key,
        format_func=options.get,
        on_change=lambda: selection.change(**{name: selection.chosen_in(key)}),
        width=150,
    )


def _mode(view):
    key = "choice-mode"
    selection.follow(key, view.chosen.mode)
    st.segmented_control(
        labels.MODE_OF_COMPARING,
        list(labels.MODES),
        key=key,
        required=True,
        format_func=labels.MODES.get,
        on_change=lambda: selection.change(mode=selection.chosen_in(key)),
    )


def _pair(view):
    """Show the pickers of a pair; a pick fixes both, or its other half might change with it."""
    x, y = (one.id for one in picks.pair(view))
    options = list(view.declared.indicators)
    _pick(view, "choice-x", x, options, labels.X, lambda id_: {"x": id_, "y": y})
    _pick(view, "choice-y", y, options, labels.Y, lambda id_: {"x": x, "y": id_})


def _set(view):
    key = "choice-set"
    selection.follow(key, [one.id for one in picks.beside(view)])
    st.multiselect(
        labels.SET.format(picks.MOST_BESIDE),
        list(view.declared.indicators),
        key=key,
        format_func=lambda id_: view.declared.indicators[id_].name_zh,
        on_change=lambda: selection.change(set=tuple(selection.chosen_in(key))),
        placeholder=labels.PICK_INDICATOR,
        max_selections=picks.MOST_BESIDE,
        wrap=True,
        select_all=False,
    )


def _facility(view):
    _choose(labels_reach.FACILITY, "facility", reach_asked.facility(view), reach_asked.kinds(view))


def _people(view):
    _choose(labels_reach.PEOPLE, "people", reach_asked.people(view), labels_reach.PEOPLE_KINDS)


def _since(view):
    months = {month: wording.month_or_year(month) for month in reach_asked.earlier(view)}
    _choose(labels_reach.SINCE, "since", reach_asked.since(view), months)


_CONTROLS = {
    "facility": _facility,
    "people": _people,
    "since": _since,
    "indicator": _indicator,
    "kind": _kind,
    "state": _state,
    "period": _period,
    "area": _area,
    "township": _township,
    "compare": _compare,
    "place": _place,
    "at": _at,
    "category": _category,
    "traced_indicator": _traced_indicator,
    "mode": _mode,
    "pair": _pair,
    "set": _set,
    "areas": _areas,
}
