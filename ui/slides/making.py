"""Making slides: an item of a briefing becomes what is shown, with its headline and its sources."""

from dataclasses import dataclass, replace

import pandas as pd

from queries.briefings import KINDS, Briefing, Item
from ui import cards, labels, reading, wording, wording_headlines
from ui.slides import charts, figures, sources, tables, views
from ui.slides import labels_making as words
from ui.slides.charts import HALF, WHOLE
from ui.slides.slide import Card, Cards, Deck, Notice, Slide, Text
from ui.view import View

OF_A_BOARD = 3  # indicators of each theme on a township's slide


@dataclass(frozen=True)
class Made:
    """What an item shows: the slide without what every slide has."""

    above: str
    headline: str
    parts: tuple
    paragraph: str
    declared: tuple = ()  # the indicators and figures it is of


def view_of(view: View, briefing: Briefing) -> View:
    """Return the view of a briefing: its version, its month, its townships."""
    held = reading.pinned(briefing.version, unpublished=False)
    if held is None:
        raise LookupError(briefing.version)
    declared = reading.declared(held)
    known = [area for area in briefing.areas if area in declared.townships]
    period = briefing.period if briefing.period in declared.periods else ""
    chosen = replace(view.chosen, version=held.id, period=period, area=tuple(known))
    return replace(view, version=held, declared=declared, chosen=chosen)


def deck(view: View, briefing: Briefing, watermark: str = "", told=lambda done, of: None) -> Deck:
    """Return a briefing made ready; `view` is the one of view_of."""
    made = [_cover(view, briefing)]
    for item in briefing.items:
        made.append(slide(view, item))
        told(len(made), len(briefing.items) + 1)
    shown = _indicators(view, briefing)
    return Deck(
        name=briefing.name,
        county=view.declared.county.name_zh,
        period=wording.month_or_year(view.period),
        owner=briefing.owner,
        version=view.version.id,
        slides=tuple(made),
        asides={code: aside(view, code, shown) for code in view.declared.townships},
        watermark=watermark,
    )


def slide(view: View, item: Item) -> Slide:
    """Return one slide, made once for a version; a view may be removed meanwhile, and is read."""
    bare = replace(item, headline="")
    key = (bare, view.period, view.chosen.area)
    if item.kind == "view":
        made = _slide(view, bare)
    else:
        made = reading.kept(view.version, lambda: _slide(view, bare), *key)
    return replace(made, headline=item.headline or made.proposed)


def aside(view: View, ref_area: str, indicators: tuple[str, ...]) -> Slide:
    """Return a township's own slide: the briefing's indicators, with its place in each."""
    area = view.declared.townships[ref_area]
    made = lambda: _finished(view, "profile", _profile(view, area, indicators))  # noqa: E731
    return reading.kept(view.version, made, "aside", ref_area, view.period, indicators)


def _slide(view, item):
    area = view.declared.townships.get(item.area)
    if area is not None:
        view = replace(view, chosen=replace(view.chosen, area=(item.area,)))
    return _finished(view, item.kind, _MAKERS[item.kind](view, item))


def _finished(view, kind, made):
    found = sources.of(view, list(made.declared)) if made.declared else None
    has_map = any(hasattr(part, "drawing") for part in made.parts)
    own = ((words.VERSION, view.version.id),)
    counted = labels.COUNT_AREAS.format(len(view.declared.townships))
    place = view.declared.county.name_zh + counted
    return Slide(
        kind=kind,
        section=" · ".join(filter(None, [made.above, place])),
        headline=made.headline,
        proposed=made.headline,
        parts=made.parts,
        as_of=found.as_of if found else "",
        source=found.source if found else "",
        notice=reading.boundaries(view.version)[0].notice_zh if has_map else "",
        notes=found.notes if found else own,
        paragraph=made.paragraph,
        extracts=found.extracts if found else (),
    )


def _cover(view, briefing):
    made = Made("", briefing.name, (), "", ())
    return _finished(view, "cover", made)


def _cards(view, item):
    board, area = item.of, view.area
    rows = view.read("board", board=board, ref_area=area.ref_area, time_period=view.period)
    known = view.declared.indicators
    theme = view.declared.themes.get(board)
    title = (theme.name_zh if theme else words.OVERVIEW) if area is view.declared.county else ""
    title = title or f"{area.short_zh}{theme.name_zh if theme else ''}"
    measure = wording.month_or_year(view.period)
    made = tuple(_card(row, known[row.indicator]) for row in rows.itertuples())
    table = tables.board(rows, known, title, measure)
    said = "；".join(
        "，".join([f"{card.name}{card.digits}{card.unit_zh}", *card.lines[:1]]) for card in made
    )
    headline = wording_headlines.of_cards(title, list(rows["judgement"]))
    declared = tuple(known[id_] for id_ in rows["indicator"])
    part = Cards(title, measure, made, table)
    return Made(title, headline, (part,), f"{measure}，{title}：{said}。", declared)


def _card(row, indicator):
    digits, unit = wording.number(row.obs_value, indicator, row.obs_status)
    shape = wording.status(row.judgement, indicator)
    lines = (
        wording.progress(row.progress, row.target, indicator),
        cards.change_words(row, indicator, "year"),
        cards.base_words(row, indicator),
    )
    verdict = f"{shape.shape} {shape.word}" if row.target == row.target else ""
    as_of = wording.as_of(row.time_period, indicator)
    shown = tuple(filter(None, lines))
    return Card(indicator.name_zh, digits, unit, shown, verdict, shape.tone, as_of)


def _attention(view, item):
    rows = view.read("attention", time_period=view.period)
    if view.chosen.area:
        rows = rows[rows["ref_area"].isin(view.chosen.area)]
    records = rows.to_dict("records")
    notices = [Notice(*wording.attention(row)) for row in records]
    headline = wording_headlines.of_notices(notices)
    part = Text("", "", notices=tuple(notices))
    said = "。".join(f"{one.headline}（{one.detail.removesuffix('。')}）" for one in notices)
    declared = dict.fromkeys(row["indicator"] for row in records)
    known = tuple(view.declared.indicators[one] for one in declared)
    paragraph = "。".join(filter(None, [headline, said])) + "。"
    return Made(words.ATTENTION, headline, (part,), paragraph, known)


def _indicator(view, item):
    """A course beside the map where values compare, beside bars where they follow size."""
    indicator = view.declared.indicators[item.of]
    rows = view.areas_of(indicator)
    beside = (
        charts.map_of(rows, indicator, view.chosen.area, _geography(view), HALF)
        if indicator.standardised
        else charts.bars(rows, indicator, view.chosen.area, HALF)
    )
    course = _course(view, indicator, HALF)
    fact = _fact(view, indicator)
    headline = wording_headlines.of_indicator(view.area.short_zh, fact, indicator)
    said = course.note + wording.summary_areas(rows, indicator)
    return Made(indicator.theme_zh, headline, (course, beside), f"{headline}。{said}", (indicator,))


def _map(view, item):
    indicator = view.declared.indicators[item.of]
    rows, chosen = view.areas_of(indicator), view.chosen.area
    parts = (
        replace(charts.bars(rows, indicator, chosen, HALF), title=words.RANKED),
        replace(charts.map_of(rows, indicator, chosen, _geography(view), HALF), title=words.ON_MAP),
    )
    headline = wording_headlines.of_areas(rows, _fact(view, indicator), indicator)
    said = wording.summary_areas(rows, indicator)
    return Made(indicator.theme_zh, headline, parts, f"{headline}。{said}", (indicator,))


def _trend(view, item):
    indicator = view.declared.indicators[item.of]
    course = _course(view, indicator, WHOLE)
    headline = wording_headlines.of_indicator(view.area.short_zh, _fact(view, indicator), indicator)
    return Made(indicator.theme_zh, headline, (course,), f"{headline}。{course.note}", (indicator,))


def _figure(view, item):
    of, period = view.declared.figures[item.of], view.period
    above = view.declared.themes[of.theme].name_zh
    if of.kind == "list":
        rows = view.read("figure_rows", figure=of.id, time_period=period)
        part = tables.listed(rows, of, of.name_zh, wording.month_or_year(period))
        sentence = f"{len(rows)}项"
    else:
        cells = view.read("figure", figure=of.id, ref_area=view.area.ref_area, time_period=period)
        sentence = wording.summary_figure(cells, of, period)
        is_shown = (cells["obs_status"].isin(["A", "P"]) & cells["obs_value"].notna()).any()
        part = (
            figures.figure(cells, of, period, of.name_zh, WHOLE)
            if is_shown
            else Text(of.name_zh, "", paragraphs=(sentence,))
        )
    headline = wording_headlines.of_figure(of, view.area.short_zh, sentence)
    said = f"{view.area.short_zh}{of.name_zh}：{sentence.removesuffix('。')}。"
    return Made(above, headline, (part,), said, (of,))


def _profile_of(view, item):
    return _profile(view, view.area, _all_of(view))


def _profile(view, area, indicators):
    rows = view.read("profile", time_period=view.period)
    rows = rows[rows["indicator"].isin(indicators)]
    own = rows[(rows["ref_area"] == area.ref_area) & rows["place"].notna()]
    first, last = own[own["place"] == 1], own[own["place"] + own["tied"] >= own["places"]]
    ends = [list(end[~end["tied"].astype(bool)]["name_zh"][:2]) for end in (first, last)]
    table = tables.profile(rows, area, words.PROFILE)
    headline = wording_headlines.of_profile(area.name_zh, *ends)
    known = tuple(view.declared.indicators[one] for one in indicators)
    return Made(area.name_zh, headline, (table,), f"{headline}。", known)


def _view(view, item):
    return Made(*views.made(view, item.of))


def _told(view, item):
    paragraphs = tuple(filter(None, item.text.split("\n")))
    part = Text("", "", paragraphs=paragraphs)
    return Made("", item.headline, (part,), item.text)


def _course(view, indicator, size):
    rows = view.trend_of(indicator)
    # a later reader of an earlier month must not be told what came after it
    over = {one: _ends(one) <= _ends(view.period) for one in rows["time_period"].unique()}
    rows = rows[rows["time_period"].map(over) | (rows["obs_status"] == "P")]
    rows = rows[rows["start_date"] <= _ends(view.period)]
    events = view.read("events", theme=indicator.theme)
    if rows["time_period"].nunique() == 1:
        events = events.iloc[:0]
    return charts.trend(rows, indicator, view.chosen.area, events, size)


def _ends(time_period):
    return pd.Period(time_period).end_time


def _fact(view, indicator):
    """Return what a headline may say of an indicator, None where nothing may be said."""
    facts = view.read(
        "headline",
        indicator=indicator.id,
        ref_area=view.area.ref_area,
        time_period=view.period,
    )
    return next(facts.itertuples(), None)


def _geography(view):
    return reading.boundaries(view.version)[0]


def _indicators(view, briefing):
    """Return the indicators a briefing speaks of, in its order; the overview's if of none."""
    found = []
    for item in briefing.items:
        if KINDS[item.kind] == "indicator":
            found.append(item.of)
        elif KINDS[item.kind] == "board":
            found += list(view.read("board_indicators", board=item.of)["indicator"])
    known = [one for one in dict.fromkeys(found) if one in view.declared.indicators]
    return tuple(known or view.read("board_indicators", board="overview")["indicator"])


def _all_of(view):
    """Return the indicators of a township's profile: the first of every board."""
    boards = [view.read("board_indicators", board=theme) for theme in view.declared.themes]
    return tuple(one for board in boards for one in board["indicator"][:OF_A_BOARD])


_MAKERS = {
    "cards": _cards,
    "attention": _attention,
    "indicator": _indicator,
    "map": _map,
    "trend": _trend,
    "figure": _figure,
    "profile": _profile_of,
    "view": _view,
    "text": _told,
}
