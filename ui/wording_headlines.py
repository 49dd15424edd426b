"""Headlines of slides, by rule from their data: pace before change before place.

Nothing is said of a value that is missing, partial or withheld: queries/cuts/headline.sql gives no
row for one. What is too small to mean something is called so.
"""

import pandas as pd

from ui.wording_areas import HIDDEN, title_areas
from ui.wording_chance import are_inseparable
from ui.wording_dates import period_of
from ui.wording_judgements import BASES, PACINGS, finely
from ui.wording_numbers import AREAS, MINUS, amount, goal, percent, signed

NOT_PUBLISHED = "本期没有可以公布的数"
EVEN = f"各{AREAS}相差不大"
SIGNS = "+" + MINUS


def of_indicator(area_zh, fact, indicator):
    """Return the headline of an indicator for an area; `fact` is a row of the cut, or None."""
    if fact is None:
        return f"{indicator.name_zh}：{area_zh}{NOT_PUBLISHED}"
    when = period_of(fact.time_period, indicator)
    said = f"{when}{area_zh}{indicator.name_zh}{amount(fact.obs_value, indicator)}"
    return f"{said}，{_course(fact, indicator)}" if _course(fact, indicator) else said


def of_areas(areas, fact, indicator):
    """Return the headline of a map: who leads and who is last, if they differ enough."""
    found = title_areas(areas, indicator)
    known = areas[(areas.area_level != "county") & (areas.obs_status == "A")]
    if found != HIDDEN and (known.empty or (fact is None and indicator.standardised)):
        return f"{indicator.name_zh}：{NOT_PUBLISHED}"
    told_by_chance = are_inseparable(list(known.itertuples()))  # which the title says
    is_even = fact is not None and not fact.is_spread_significant and not told_by_chance
    if is_even and known.obs_value.nunique() > 1:
        return f"{indicator.name_zh}：{EVEN}"
    return f"{indicator.name_zh}：{found}"


def of_cards(title, judgements):
    """Return the headline of a board: how many of those with a target are on their way."""
    aimed = [one for one in judgements if not pd.isna(one) and one != "pending"]
    late = [one for one in aimed if one in ("behind", "attention")]
    if not aimed:
        return f"{title}：主要指标{len(judgements)}项"
    if late:
        return f"{title}：{len(aimed)}项有目标的指标中，{len(late)}项落后于应达进度"
    return f"{title}：{len(aimed)}项有目标的指标全部达到应达进度"


def of_notices(notices):
    """Return the headline of what needs attention; its gravest stands in it."""
    if not notices:
        return "各项指标均正常"
    return f"{len(notices)}项需要关注，首要：{notices[0].headline}"


def of_profile(area_zh, best, worst):
    """Return a township's headline; `best` and `worst` are names of indicators it stands out in."""
    parts = [
        f"{'、'.join(names)}{word}" for names, word in ((best, "居首"), (worst, "居末")) if names
    ]
    return f"{area_zh}：{'，'.join(parts) or '各项指标居中'}"


def of_figure(figure, area_zh, sentence):
    """Return a figure's headline: its name and its sentence, which speaks of whole values only."""
    said = sentence.removesuffix("。").split("；")[-1]
    return f"{area_zh}{figure.name_zh}：{said}"


def of_view(name, told, adds_up, of):
    """Return a saved view's headline: its name, and who leads where one does.

    `told` is (words, cell) of its bars, none where it is a table.
    """
    known = sorted(told, key=lambda one: one[1].number, reverse=True)
    if len(known) < 2 or known[0][1].text == known[1][1].text:
        return name
    words, cell = known[0]
    return f"{name}：{words}{'最多' if adds_up else '最高'}，{cell.text}{of.unit_zh}"


def _course(fact, indicator):
    """Return how it stands against its target, else against last year, else nothing."""
    if fact.judgement in ("behind", "attention"):
        if fact.pace != fact.target:
            basis = PACINGS[fact.pace_basis]
            return f"落后于序时进度（{basis}应达{finely(fact.pace, indicator)}）"
        beside = "高于" if indicator.polarity == "lower_is_better" else "低于"
        return f"{beside}目标{goal(fact.target, indicator)}"
    if fact.judgement == "reached" and indicator.polarity != "lower_is_better":
        return f"已达到目标{goal(fact.target, indicator)}"
    if fact.judgement == "on_pace" and indicator.accumulate:
        return f"符合序时进度，完成全年目标的{percent(fact.progress)}"
    if pd.isna(fact.change_year):
        return ""
    against = BASES[indicator.freq, "year"]
    moved = signed(fact.change_year, indicator)
    if not fact.is_change_significant or moved == moved.lstrip(SIGNS):
        return f"{against}基本持平"
    up, down = ("上升", "下降") if indicator.standardised else ("增加", "减少")
    return f"{against}{up if fact.change_year > 0 else down}{moved.lstrip(SIGNS)}"
