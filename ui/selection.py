"""The reader's choice: indicator, period, townships, version, … Its home is the URL.

Every link inside the board carries the choice along, so a copied address shows the same to a
colleague on a fresh server, and the browser's back and forward undo and redo it.
"""

from dataclasses import dataclass, replace

import streamlit as st

from queries import questions

COMPARE = ("year", "previous", "county")
MODES = ("pair", "beside")  # two indicators against each other, or several side by side
# What belongs to one number on the page that traces it; every step elsewhere leaves it behind.
OF_ONE_NUMBER = {"figure": "", "at": "", "category": "", "page": 1}
OF_ONE_PAGE = OF_ONE_NUMBER | {"kind": "", "state": "", "finding": "", "asked": (), "sql": ""}
OF_ONE_PAGE |= {"mode": MODES[0], "x": "", "y": "", "set": (), "briefing": ""}
OF_ONE_PAGE |= dict.fromkeys(("facility", "people", "since", "sites", "budget", "capacity"), "")
# A question freely asked, as queries/questions.py spells it, and which of its rows are looked at:
# of which cell, which columns, in which order, how many at once.
OF_ROWS = ("cell", "columns", "order", "size")
ASKED = (*questions.NAMES, *OF_ROWS)
ALL_ROWS = "*"
CHANGED = "changed"  # the address before the last change and after it, until a run begins elsewhere


@dataclass(frozen=True)
class Selection:
    """What is looked at. An empty field means the page's own default."""

    indicator: str = ""
    period: str = ""
    area: tuple[str, ...] = ()
    compare: str = COMPARE[0]
    version: str = ""
    figure: str = ""
    at: str = ""  # the number's own period: a year, or a month no page calls complete
    category: str = ""
    page: int = 1
    kind: str = ""  # of findings, like the next two
    state: str = ""
    finding: str = ""
    briefing: str = ""  # which one is composed; `page` is its slide
    sql: str = ""  # of the workbench: what the editor holds, not yet run
    mode: str = MODES[0]  # of comparing, like the next three
    x: str = ""
    y: str = ""
    set: tuple[str, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    facility: str = (
        ""  # of reach and siting, like the next five; numbers as the address spells them
    )
    people: str = ""
    since: str = ""
    sites: str = ""
    budget: str = ""
    capacity: str = ""

    def parameters(self) -> dict[str, str]:
        """Return the choice as URL parameters; defaults stay out of the address."""
        fields = {
            "indicator": self.indicator,
            "period": self.period,
            "area": ",".join(self.area),
            "compare": self.compare if self.compare != COMPARE[0] else "",
            "version": self.version,
            "figure": self.figure,
            "at": self.at,
            "category": self.category,
            "page": str(self.page) if self.page > 1 else "",
            "kind": self.kind,
            "state": self.state,
            "finding": self.finding,
            "briefing": self.briefing,
            "sql": self.sql,
            "mode": self.mode if self.mode != MODES[0] else "",
            "x": self.x,
            "y": self.y,
            "set": ",".join(self.set),
            "facility": self.facility,
            "people": self.people,
            "since": self.since,
            "sites": self.sites,
            "budget": self.budget,
            "capacity": self.capacity,
            **dict(self.asked),
        }
        return {name: value for name, value in fields.items() if value}


def from_parameters(parameters: dict[str, str]) -> Selection:
    """Return the Selection an address spells; what it does not understand it leaves out."""
    compare, page = parameters.get("compare", ""), parameters.get("page", "")
    mode = parameters.get("mode", "")
    return Selection(
        indicator=parameters.get("indicator", ""),
        period=parameters.get("period", ""),
        area=_several(parameters.get("area", "")),
        compare=compare if compare in COMPARE else COMPARE[0],
        version=parameters.get("version", ""),
        figure=parameters.get("figure", ""),
        at=parameters.get("at", ""),
        category=parameters.get("category", ""),
        page=int(page) if page.isascii() and page.isdecimal() else 1,
        kind=parameters.get("kind", ""),
        state=parameters.get("state", ""),
        finding=parameters.get("finding", ""),
        briefing=parameters.get("briefing", ""),
        sql=parameters.get("sql", ""),
        mode=mode if mode in MODES else MODES[0],
        x=parameters.get("x", ""),
        y=parameters.get("y", ""),
        set=_several(parameters.get("set", "")),
        facility=parameters.get("facility", ""),
        people=parameters.get("people", ""),
        since=parameters.get("since", ""),
        sites=_number(parameters.get("sites", "")),
        budget=_number(parameters.get("budget", "")),
        capacity=_number(parameters.get("capacity", "")),
        asked=tuple((name, parameters[name]) for name in ASKED if parameters.get(name)),
    )


def _number(text):
    """Return a whole number above nought as it is spelt, "" for anything else."""
    return text if text.isascii() and text.isdecimal() and len(text) < 7 and int(text) else ""


def _several(text):
    return tuple(dict.fromkeys(filter(None, text.split(","))))


def known(chosen: Selection, declared) -> Selection:
    """Return the choice without what this version does not know, say from an old link."""
    return replace(
        chosen,
        indicator=chosen.indicator if chosen.indicator in declared.indicators else "",
        x=chosen.x if chosen.x in declared.indicators else "",
        y=chosen.y if chosen.y in declared.indicators else "",
        set=tuple(one for one in chosen.set if one in declared.indicators),
        period=chosen.period if chosen.period in declared.periods else "",
        since=chosen.since if chosen.since in declared.periods else "",
        area=tuple(area for area in chosen.area if area in declared.townships),
        figure=chosen.figure if chosen.figure in declared.figures else "",
    )


def unknown(chosen: Selection, declared) -> list[str]:
    """Return the parts of an address this version does not know, as the reader spelt them."""
    asked = dict.fromkeys([chosen.indicator, chosen.x, chosen.y, *chosen.set])
    parts = [one for one in asked if one not in ("", *declared.indicators)]
    parts += [chosen.figure] if chosen.figure not in ("", *declared.figures) else []
    for month in (chosen.period, chosen.since):
        parts += [month] if month not in ("", *declared.periods) else []
    return parts + [area for area in chosen.area if area not in declared.townships]


def current() -> Selection:
    return from_parameters(st.query_params.to_dict())


def arrive():
    """Begin a run of the script at the address the browser tells."""
    _, after = st.session_state.get(CHANGED, ({}, {}))
    if st.query_params.to_dict() != after:  # the reader went elsewhere, or back
        st.session_state.pop(CHANGED, None)


def _standing():
    """Return the choice as the last change left it, whether the browser heard of that or not.

    Two widgets set one right after the other are two runs, and the second can come with the address
    of before the first. Nobody went back then: in between a run would have begun there.
    """
    address = st.query_params.to_dict()
    before, after = st.session_state.get(CHANGED, ({}, address))
    return from_parameters(after if address == before else address)


def change(**fields):
    """Put a changed choice into the address; another number begins on its own first page."""
    begun = OF_ONE_NUMBER if "indicator" in fields else {"page": 1}
    before, after = st.query_params.to_dict(), replace(_standing(), **(begun | fields)).parameters()
    st.session_state[CHANGED] = before, after
    st.query_params.from_dict(after)


def ask(question: dict[str, str], **told: str):
    """Put a question into the address, changed by what is told; then its rows are other rows."""
    rows = {name: text for name, text in _standing().asked if name in OF_ROWS}
    if set(told) - {*OF_ROWS} and rows.get("cell") != ALL_ROWS:
        rows["cell"] = ""
    change(asked=tuple((rows | question | told).items()))


def toggle_area(ref_area: str):
    """Choose a township, or let go of it when it is the one chosen."""
    change(area=() if current().area == (ref_area,) else (ref_area,))


def follow(key: str, value):
    """Make the widget `key` show `value`: the address leads, the widget follows."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def follow_changes(key: str, value):
    """Make the widget `key` show `value` when it is another than before; in between, it leads.

    For what need not fit into an address.
    """
    if key not in st.session_state or st.session_state.get(f"followed-{key}") != value:
        st.session_state[key] = value
    lead(key, value)


def lead(key: str, value):
    """Let the widget `key` keep what it shows although the address says `value` from now on."""
    st.session_state[f"followed-{key}"] = value


def is_new(*what) -> bool:
    """Tell whether this session meets something for the first time; from then on it is known."""
    met = st.session_state.setdefault("met", set())
    if what in met:
        return False
    met.add(what)
    return True


def tell_once(key: str, words: str):
    """Leave words for the run that follows a click."""
    st.session_state[key] = words


def told_once(key: str) -> str:
    """Return what the last click left to be told, once."""
    return st.session_state.pop(key, "")


def chosen_in(key: str):
    """Return what the reader just set in the widget `key`."""
    return st.session_state[key]


def kept_in(key: str, default):
    """Return what the widget `key` shows, `default` before it was ever shown."""
    return st.session_state.get(key, default)


def remember(name: str, value):
    """Keep something for this session that no address can hold, such as the rows of a query."""
    st.session_state[f"kept-{name}"] = value


def remembered(name: str, default=None):
    return st.session_state.get(f"kept-{name}", default)
