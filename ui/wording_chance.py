"""What is said of chance: how sure a value is, whether it differs from the county's, which places
cannot be told apart, and by which method.

Rows are those of queries/cuts/areas.sql; one of another cut, or of an indicator without intervals,
says nothing of chance.
"""

import pandas as pd

from ui.wording_judgements import Status, place
from ui.wording_numbers import AREAS, amount, short

JUDGED = ("share", "rate")  # what an indicator's `chance` says when there are intervals
INTERVAL = "95%区间"
SAME = "＝"
UNDECIDED = "不分先后"
BETTER = {"higher_is_better": "higher", "lower_is_better": "lower"}
SHAPES = {"higher": "↑", "lower": "↓", "same": SAME}
WORDS = {"higher": "高于{}", "lower": "低于{}", "same": "与{}无显著差异"}
METHODS = {
    "share": "占比的区间用威尔逊法（Wilson 1927）；几个镇街道一并比较时加连续性和偏度校正"
    "（Newcombe 1998；Hall 1982）",
    "rate": "发生率的区间用拜尔法近似精确泊松区间（Rothman与Boice 1979；Breslow与Day 1987）",
}
FAMILY = "一并比较的区间按{}个镇街道同时成立的概率为95%放宽（Sidak 1967）"
NONE = (
    "不作区间：均值、金额、得分，或同一批人多次计数之比，分母的个数说明不了偶然波动有多大，"
    "所以不判断与全市的差异是否显著，位次只按数值排。"
)
FUNNEL_BASE = "分母：越往右分母越大，偶然波动越小"
HIDDEN = "分子分母不公开，所以没有区间，位次只按数值排。"


def is_judged(indicator) -> bool:
    """Tell whether an indicator's values have intervals, where numerator and denominator show."""
    return indicator.chance in JUDGED


def versus(row, indicator, county_zh: str) -> Status:
    """Return whether a township differs from the county by more than chance, good in accent, bad in
    the colour of attention; under a neutral indicator neither. Unjudged, all is empty.
    """
    verdict = getattr(row, "versus_county", None)
    if pd.isna(verdict):
        return Status("", "", "muted")
    good = BETTER.get(indicator.polarity)
    tone = "muted" if good is None or verdict == "same" else "accent"
    if good is not None and verdict not in ("same", good):
        tone = "attention"
    return Status(SHAPES[verdict], WORDS[verdict].format(county_zh), tone)


def interval(row, indicator, bare=False) -> str:
    """Return 95%区间30.4%—31.4%, or nothing of a value without one; bare leaves the name to a
    column head.
    """
    lower, upper = getattr(row, "obs_lower", None), getattr(row, "obs_upper", None)
    if pd.isna(lower) or pd.isna(upper):
        return ""
    if bare:
        return f"{short(lower, indicator)}—{short(upper, indicator)}"
    return f"{INTERVAL}{short(lower, indicator)}—{amount(upper, indicator)}"


def standing(row, brief=False) -> str:
    """Return a row's place: 第3位（共8）, or all it may be where chance hides the order,
    第1—3位（共8）, 不分先后 if that is all of them; brief leaves the total to a
    column head.
    """
    if pd.isna(row.place) or not is_place_open(row):
        return place(row.place, row.places, row.tied, brief)
    first, last = int(row.place_from), int(row.place_to)
    if (first, last) == (1, row.places):
        return UNDECIDED
    return f"第{first}—{last}" + ("" if brief else f"位（共{int(row.places)}）")


def is_place_open(row) -> bool:
    """Tell whether chance leaves open which of several places a row has."""
    first, last = getattr(row, "place_from", None), getattr(row, "place_to", None)
    return not pd.isna(first) and first != last


def are_inseparable(rows) -> bool:
    """Tell whether rows (those of areas that compare) all have intervals, no two lie apart, and
    none from the county.
    """
    if any(getattr(row, "versus_county", None) in ("higher", "lower") for row in rows):
        return False
    lower = [getattr(row, "family_lower", None) for row in rows]
    upper = [getattr(row, "family_upper", None) for row in rows]
    if len(lower) < 2 or any(pd.isna(one) for one in (*lower, *upper)):
        return False
    return max(lower) <= min(upper)


def named(indicator) -> str:
    """Return the method in a word or two, for a list of indicators."""
    return {"share": "区间用威尔逊法", "rate": "区间用拜尔法", "none": "不作区间"}.get(
        indicator.chance, ""
    )


def method(indicator) -> str:
    """Return which method an indicator's intervals are made by, or why it has none."""
    if is_judged(indicator):
        return METHODS[indicator.chance] + "。"
    return NONE if indicator.standardised else ""


def ranking_note(areas, indicator) -> str:
    """Return the line below a ranking that says what its lines, marks and places mean."""
    if not is_judged(indicator):
        return method(indicator)
    towns = areas[areas.area_level != "county"]
    bounded = int(towns.family_lower.notna().sum())
    if not bounded:
        return HIDDEN if towns.obs_status.eq("A").any() else ""
    county = areas[areas.area_level == "county"].name_zh.iloc[0]
    told = [f"横线是偶然波动的范围，{FAMILY.format(bounded)}"]
    if towns.versus_county.notna().any():
        told.append(f"横线不碰{county}的才标↑高于、↓低于，未标的与{county}无显著差异")
    if towns.place_from.notna().any():
        told.append(f"横线相交的{AREAS}分不出先后，位次写成一段")
    return "；".join(told) + "。"


def funnel_unit(indicator, first) -> str:
    """Return the line that names the value axis, and where it starts unless at nought."""
    return indicator.unit_zh + (f"（纵轴自{first:g}起）" if first else "")


def funnel_ends(county, townships, indicator) -> dict[str, str]:
    """Return what stands at the right end of the county's line and the limits, by level."""
    return {
        "county": county.name_zh + short(county.obs_value, indicator),
        "one": "单个95%",
        "family": f"{townships}个一并95%",
    }


def title_funnel(towns, county_zh) -> str:
    """Return how many townships lie apart from the county: 2个镇街道高于全市，3个低于全市."""
    counted = towns.versus_county.value_counts()
    parts = [
        f"{counted[verdict]}个{AREAS * (not n)}{WORDS[verdict].format(county_zh)}"
        for n, verdict in enumerate(one for one in ("higher", "lower") if one in counted)
    ]
    return "，".join(parts) or f"各{AREAS}{WORDS['same'].format(county_zh)}"


def summary_funnel(towns, county_zh) -> str:
    """Return which townships lie apart from the county, and how many do not."""
    named = {
        verdict: "、".join(towns[towns.versus_county == verdict].name_zh)
        for verdict in ("higher", "lower")
    }
    parts = [names + WORDS[verdict].format(county_zh) for verdict, names in named.items() if names]
    same = int(towns.versus_county.eq("same").sum())
    if same:
        which = f"其余{same}个{AREAS}" if parts else f"各{AREAS}"
        parts.append(f"{which}的差异在偶然波动以内")
    return "；".join(parts) + "。"


def funnel_source(towns, indicator) -> str:
    """Return what the lines of the funnel are, by which method, and what it does not say."""
    return (
        f"漏斗图：实线以外的差异大于偶然波动，{FAMILY.format(len(towns))}；虚线是单独看一个{AREAS}的范围"
        f"（Spiegelhalter 2005）。{method(indicator)}只说偶然，不说原因；人口、年龄等构成不同也会使"
        f"{AREAS}越线。"
    )
