"""The briefings there are, and how a new one is begun."""

from html import escape

import streamlit as st

from queries import briefings, templates
from queries.briefings import Briefing
from ui import briefing_keeping, chrome, labels, links, permits, reading, selection, wording
from ui import labels_briefing as words
from ui.view import View

KEYS = {"template": "new-template", "name": "new-name", "theme": "new-theme", "area": "new-area"}


def show(view: View):
    """Show the box in which a briefing is begun, and the briefings kept so far."""
    briefing_keeping.complaint()
    left, right = st.columns([400, 900], gap="large")
    with left:
        if permits.may("action", "compose_briefing"):
            _begin(view)
    found, wrong = reading.briefings()
    with right:
        st.html(chrome.section(words.MINE_OR_OTHERS))
        for problem in wrong:
            st.warning(problem)
        st.html(_list(view, found) if found else chrome.empty(words.NONE_YET))


def _begin(view):
    """Show templates, and what the chosen one asks for; the period is that of the page."""
    offered, wrong = templates.templates(reading.DATA)
    for problem in wrong:
        st.warning(problem)
    known = {one.id: one for one in offered}
    st.html(chrome.section(words.NEW))
    with st.container(key="new-briefing"):
        template = known.get(_pick(words.TEMPLATE, "template", _names(known)))
        if template is not None:
            st.html(chrome.source(template.note_zh))
        asks = template.asks if template else ""
        if asks == "theme":
            themes = {one.theme: one.name_zh for one in view.declared.themes.values()}
            _pick(words.THEME, "theme", themes)
        if asks == "area":
            townships = {code: one.name_zh for code, one in view.declared.townships.items()}
            _pick(words.TOWNSHIP, "area", townships)
        selection.follow_changes(KEYS["name"], _name(view, template))
        st.text_input(words.NAME, key=KEYS["name"], max_chars=briefings.LONGEST)
        st.button(words.START, key="begin", type="primary", on_click=lambda: _start(view, template))


def _names(known):
    return {id_: one.name_zh for id_, one in known.items()} | {"": words.EMPTY}


def _pick(label, name, options):
    return st.selectbox(label, list(options), key=KEYS[name], format_func=options.get)


def _asked(name):
    return selection.kept_in(KEYS[name], "")


def _name(view, template):
    """Return a name to begin with: 2024年8月月度例会; the theme or township stands in it."""
    parts = [wording.month_or_year(view.period)]
    if template and template.asks == "theme":
        parts.append(view.declared.themes[_asked("theme")].name_zh)
    if template and template.asks == "area":
        parts.append(view.declared.townships[_asked("area")].name_zh)
    return "".join([*parts, template.name_zh if template else words.BRIEFING])


def _start(view, template):
    items = (
        templates.expanded(
            template,
            theme=_asked("theme"),
            area=_asked("area"),
            board=lambda board: list(view.read("board_indicators", board=board)["indicator"]),
            figures=lambda theme: [
                one.id for one in view.declared.figures.values() if one.theme == theme
            ],
        )
        if template
        else ()
    )
    wanted = Briefing(
        id="",
        name=selection.chosen_in(KEYS["name"]),
        owner="",
        saved_on="",
        version=view.version.id,
        period=view.period,
        areas=view.chosen.area,
        items=items,
    )

    def step():
        selection.change(briefing=briefing_keeping.add(view, wanted).id)

    briefing_keeping.tried(step)()


def _list(view, found):
    """Return the briefings as lines that open them: hundreds are no hundred elements."""
    lines = "".join(
        '<div class="briefing-line">'
        + chrome.link(links.address(view, view.place, briefing=one.id), escape(one.name), "open")
        + f"<span>{escape(words.listed(one))}</span></div>"
        for one in found
    )
    return f'<div class="briefing-list" aria-label="{labels.BOARD}">{lines}</div>'
