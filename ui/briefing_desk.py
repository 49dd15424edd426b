"""A briefing on the desk: its slides, the one looked at, and everything that changes it."""

from dataclasses import replace
from html import escape

import streamlit as st

from queries import briefings
from queries.briefings import Briefing
from ui import (
    briefing_files,
    briefing_keeping,
    briefing_update,
    chrome,
    controls,
    labels,
    links,
    permits,
    selection,
    wording,
)
from ui import labels_briefing as words
from ui.briefing_adding import add_box
from ui.slides import making, svg_slide
from ui.slides.slide import Deck
from ui.view import View


def show(view: View, one: Briefing):
    """Show a briefing; without its version it can only be brought up to date."""
    with st.container(key="briefing-back"):
        links.to(view, view.place, words.ALL)
    briefing_keeping.complaint()
    try:
        own = making.view_of(view, one)
    except LookupError:
        st.warning(words.version_gone(one.version))
        briefing_update.take_live(view, one)
        return
    deck = making.deck(own, one)
    place = min(max(view.chosen.page, 1), len(deck.slides)) - 1
    briefing_files.bar(own, one, deck)
    briefing_update.show(view, own, one, deck)
    with st.container(key="briefing-columns"):
        left, right = st.columns([320, 1000], gap="large")
    with left:
        if briefing_keeping.may_change(one):
            _steps(view, one, place)
        st.html(_slides(view, one, deck, place))
        if briefing_keeping.may_change(one):
            add_box(own, one, place)
            _settings(own, one)
        _copy(view, one)
    with right:
        _looked_at(own, one, deck, place)


def _slides(view, one, deck: Deck, place):
    """Return the slides as one list of links; the one looked at and edited headlines are marked."""
    lines = []
    for n, slide in enumerate(deck.slides):
        address = links.address(view, view.place, briefing=one.id, page=n + 1)
        mark = f"<em>{words.EDITED}</em>" if n and slide.is_edited else ""
        kind = words.COVER if not n else words.KINDS[slide.kind].partition("：")[0]
        inner = f"<i>{n + 1}</i><b>{escape(slide.headline)}</b><span>{kind}{mark}</span>"
        held = "open slide-current" if n == place else "open"
        lines.append(chrome.link(address, inner, held))
    return f'<div class="slide-list">{"".join(lines)}</div>'


def _looked_at(view, one, deck, place):
    slide = deck.slides[place]
    drawn = svg_slide.slide_svg(deck, place + 1)
    st.html(chrome.picture(drawn, slide.headline, "slide-preview"))
    if place and briefing_keeping.may_change(one):
        _edit(view, one, slide, place)
    if slide.paragraph:
        with st.container(key="paragraph"):
            st.html(chrome.source(words.PARAGRAPH))
            st.code(slide.paragraph, language=None, wrap_lines=True)
    if place:
        briefing_files.pictures_of(view, one, deck, place)


def _edit(view, one, slide, place):
    """Show headline and text of a slide; what is typed is kept when the field is left."""
    item = one.items[place - 1]
    key = f"headline-{one.id}-{place}"
    selection.follow_changes(key, item.headline)
    st.text_input(
        words.HEADLINE,
        key=key,
        max_chars=briefings.LONGEST_HEADLINE,
        placeholder=slide.proposed,
        on_change=lambda: _told(view, one, place, headline=selection.chosen_in(key).strip()),
    )
    if slide.is_edited and item.kind != "text":
        st.button(
            words.RESTORE,
            key=f"restore-{place}",
            help=slide.proposed,
            on_click=lambda: _told(view, one, place, headline=""),
        )
    if item.kind == "text":
        body = f"text-{one.id}-{place}"
        selection.follow_changes(body, item.text)
        st.text_area(
            words.TEXT,
            key=body,
            max_chars=briefings.LONGEST_TEXT,
            on_change=lambda: _told(view, one, place, text=selection.chosen_in(body)),
        )


def _told(view, one, place, **told):
    _change(view, one, one.changed(place - 1, **told), page=place + 1)


def _steps(view, one, place):
    """Show what moves and removes the slide looked at; the cover stays where it is."""
    with st.container(key="slide-steps", horizontal=True):
        at = place - 1
        _step(view, one, words.UP, "up", at > 0, lambda: one.moved(at, at - 1), place)
        last = len(one.items) - 1
        _step(
            view, one, words.DOWN, "down", 0 <= at < last, lambda: one.moved(at, at + 1), place + 2
        )
        _step(view, one, words.REMOVE, "drop", at >= 0, lambda: one.without(at), max(place, 1))


def _step(view, one, label, key, is_on, changed, page):
    st.button(
        label,
        key=f"slide-{key}",
        disabled=not is_on,
        on_click=lambda: _change(view, one, changed(), page=page),
    )


def _change(view, one, wanted, **choice):
    briefing_keeping.tried(lambda: briefing_keeping.change(view, one, wanted), **choice)()


def _settings(view, one):
    """Show name, period and townships of the whole briefing, and the way to remove it."""
    with st.expander(words.SETTINGS, key="briefing-settings"):
        name, period, areas = (f"briefing-{part}" for part in ("name", "period", "areas"))
        for key, value in (
            (name, one.name),
            (period, view.period),
            (areas, list(view.chosen.area)),
        ):
            selection.follow_changes(key, value)
        st.text_input(words.NAME, key=name, max_chars=briefings.LONGEST)
        st.selectbox(
            labels.PERIOD, view.declared.periods, key=period, format_func=wording.month_or_year
        )
        st.multiselect(
            words.FRONT,
            list(view.declared.townships),
            key=areas,
            format_func=lambda code: view.declared.townships[code].name_zh,
            max_selections=controls.MOST_CHOSEN,
            select_all=False,
        )
        st.button(
            words.SAVE,
            key="keep-settings",
            on_click=lambda: _change(
                view,
                one,
                replace(
                    one,
                    name=selection.chosen_in(name),
                    period=selection.chosen_in(period),
                    areas=tuple(selection.chosen_in(areas)),
                ),
                page=view.chosen.page,
            ),
        )
        with st.popover(words.DELETE):
            st.button(
                words.DELETE_SURE,
                key="remove-briefing",
                on_click=briefing_keeping.tried(
                    lambda: briefing_keeping.remove(view, one), briefing=""
                ),
            )


def _copy(view, one):
    """Show the way to a briefing of one's own with the same slides."""
    if permits.may("action", "compose_briefing"):
        st.button(words.COPY, key="copy-briefing", on_click=lambda: _copied(view, one))


def _copied(view, one):
    def step():
        selection.change(briefing=briefing_keeping.add(view, replace(one, id="")).id)

    briefing_keeping.tried(step)()
