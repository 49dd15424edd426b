"""The glossary: every definition, found by words, each leading to its indicator."""

from html import escape

import streamlit as st

from ui import chrome, labels, links, wording_chance
from ui.view import View


def search(view: View) -> list:
    """Show the search box; return the indicators it leaves."""
    typed = st.text_input(labels.SEARCH, placeholder=labels.SEARCH_HINT, live=True, width=480)
    words = typed.split()
    found = [
        one
        for one in view.declared.indicators.values()
        if all(word.lower() in _text(one) for word in words)
    ]
    st.html(f'<div class="source">共{len(view.declared.indicators)}项，显示{len(found)}项</div>')
    return found


def show(view: View, found: list):
    """Show the indicators by theme: name, definition, unit, nature, source."""
    if not found:
        st.html(chrome.empty(labels.NO_MATCH))
    for theme in view.declared.themes.values():
        of_theme = [one for one in found if one.theme == theme.theme]
        if of_theme:
            st.html(chrome.section(f"{theme.name_zh}（{len(of_theme)}项）"))
            st.html("".join(_entry(view, one) for one in of_theme))


def _text(one):
    return f"{one.name_zh}{one.name_en}{one.definition_zh}{one.theme_zh}{one.id}".lower()


def _entry(view, one):
    nature = "，".join(
        (
            one.unit_zh,
            f"按{labels.FREQ[one.freq]}",
            labels.KIND[one.kind],
            labels.POLARITY[one.polarity],
            *filter(None, (wording_chance.named(one),)),
        )
    )
    name = chrome.link(links.address(view, "indicator", indicator=one.id), escape(one.name_zh))
    meaning = escape(f"{one.definition_zh}{one.caveats_zh or ''}")
    return (
        f'<div class="entry"><h3>{name}</h3><p>{meaning}</p>'
        f'<p class="source">{escape(nature)}<br>{escape(one.file)}</p></div>'
    )
