"""Kinds of slides: what each kind of item of a briefing shows, says first, and is made of."""

from dataclasses import dataclass, replace

import pandas as pd

from queries.questions import QuestionRefused
from ui import cards, reading, wording, wording_headlines
from ui.attending import attended
from ui.slides import charts, figures, tables, views
from ui.slides import labels_making as words
from ui.slides.charts import HALF, WHOLE
from ui.slides.slide import Card, Cards, Notice, Text

OF_A_BOARD = 3  # indicators of each theme on a township's slide


@dataclass(frozen=True)
class Made:
    """What an item shows: the slide without what every slide has."""

    above: str
    headline: str
    parts: tuple
    paragraph: str
    declared: tuple = ()  # the indicators and figures it is of


def refused(why: str) -> Made:
    """Return what stands in place of an item that cannot be shown: why, and how to mend it."""
    return Made("", words.NOT_SHOWN, (Text("", "", paragraphs=(why,)),), "")


def _known(declared, id_):
    if id_ not in declared:
        raise QuestionRefused(words.UNKNOWN.format(id_))
    return declared[id_]


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
    verdict = f"{shape.shape} {shape.word}" if not pd.isna(row.target) else ""
    as_of = wording.as_of(row.time_period, indicator)
    shown = tuple(filter(None, lines))
    return Card(indicator.name_zh, digits, unit, shown, verdict, shape.tone, as_of)


def _attention(view, item):
    records = attended(view)[0].to_dict("records")
    notices = [Notice(*wording.attention(row)) for row in records]
    headline = wording_headlines.of_notices(notices)
    part = Text("", "", notices=tuple(notices))
    said = "。".join(f"{one.headline}（{one.detail.removesuffix('。')}）" for one in notices)
    declared = dict.fromkeys(row["indicator"] for row in records)
    known = tuple(view.declared.indicators[one] for one in declared if not pd.isna(one))
    paragraph = "。".join(filter(None, [headline, said])) + "。"
    return Made(words.ATTENTION, headline, (part,), paragraph, known)


def _indicator(view, item):
    """A course beside the map where values compare, beside bars where they follow size."""
    indicator = _known(view.declared.indicators, item.of)
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
    indicator = _known(view.declared.indicators, item.of)
    rows, chosen = view.areas_of(indicator), view.chosen.area
    parts = (
        replace(charts.bars(rows, indicator, chosen, HALF), title=words.RANKED),
        replace(charts.map_of(rows, indicator, chosen, _geography(view), HALF), title=words.ON_MAP),
    )
    headline = wording_headlines.of_areas(rows, _fact(view, indicator), indicator)
    said = wording.summary_areas(rows, indicator)
    return Made(indicator.theme_zh, headline, parts, f"{headline}。{said}", (indicator,))


def _trend(view, item):
    indicator = _known(view.declared.indicators, item.of)
    course = _course(view, indicator, WHOLE)
    headline = wording_headlines.of_indicator(view.area.short_zh, _fact(view, indicator), indicator)
    return Made(indicator.theme_zh, headline, (course,), f"{headline}。{course.note}", (indicator,))


def _figure(view, item):
    of, period = _known(view.declared.figures, item.of), view.period
    above = view.declared.themes[of.theme].name_zh
    if of.kind == "list":
        rows = view.read("figure_rows", figure=of.id, time_period=period)
        if view.chosen.area:
            rows = rows[rows["ref_area"].isin(view.chosen.area)]
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
    return profile(view, view.area, of_every_board(view))


def profile(view, area, indicators):
    rows = view.read("profile", time_period=view.period)
    rows = rows[rows["indicator"].isin(indicators)]
    own = rows[(rows["ref_area"] == area.ref_area) & rows["place"].notna()]
    alone = own[~own["tied"].astype(bool)]
    # of places that chance may have dealt, the first is not called so, nor the last
    is_sure = alone["place_from"].isna() | (alone["place_from"] == alone["place_to"])
    alone = alone[is_sure]
    first, last = alone[alone["place"] == 1], alone[alone["place"] == alone["places"]]
    ends = [list(end["name_zh"][:2]) for end in (first, last)]
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
    events = view.read("events", theme=indicator.theme, indicator=indicator.id)
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


def of_every_board(view):
    """Return the indicators of a township's profile: the first of every board."""
    boards = [view.read("board_indicators", board=theme) for theme in view.declared.themes]
    return tuple(one for board in boards for one in board["indicator"][:OF_A_BOARD])


MAKERS = {
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
