"""What a reader is told of chance: words, lines on bars, places as ranges, the funnel."""

import re
from types import SimpleNamespace

import pandas as pd
import pytest

from ui import chart_funnel, map_areas, ranking, theme, wording, wording_chance
from ui.slides import svg_chart

WIDTH, HEIGHT = 500, 400


def of(**more):
    known = {
        "name_zh": "活跃率",
        "unit_zh": "%",
        "decimals": 1,
        "per": 100,
        "freq": "M",
        "kind": "stock",
        "accumulate": "",
        "polarity": "higher_is_better",
        "standardised": True,
        "chance": "share",
    }
    return SimpleNamespace(**(known | more))


SHARE = of()
NEUTRAL = of(polarity="neutral")
FEWER = of(polarity="lower_is_better")
MEAN = of(chance="none")
COUNT = of(chance="", standardised=False)


def areas(*told, **more):
    """Return the cut areas of a county at 50 %: (value, ± of the family, verdict, from, to)."""
    told = told or [
        (70, 5, "higher", 1, 1),
        (52, 5, "same", 2, 3),
        (50, 5, "same", 2, 3),
        (30, 5, "lower", 4, 4),
    ]
    rows = [{"ref_area": "330482", "name_zh": "全市", "area_level": "county", "obs_value": 50.0}]
    for n, (value, reach, verdict, first, last) in enumerate(told):
        rows.append(
            {
                "ref_area": f"33048200{n}",
                "name_zh": f"{'甲乙丙丁'[n]}镇",
                "area_level": "township",
                "obs_value": float(value),
                "obs_lower": value - reach / 2,
                "obs_upper": value + reach / 2,
                "family_lower": float(value - reach),
                "family_upper": float(value + reach),
                "versus_county": verdict,
                "place": n + 1.0,
                "places": float(len(told)),
                "tied": False,
                "place_from": first,
                "place_to": last,
                "denominator": 100.0 * (n + 1),
            }
        )
    frame = pd.DataFrame(rows).assign(
        in_scope=True, obs_status="A", target=None, progress=None, change_year=1.0
    )
    return frame.assign(time_period="2024-08", **more)


def row(n=0, **more):
    return next(areas(**more).iloc[[n + 1]].itertuples())


def limits():
    """Return the cut funnel: limits that close in from ± 40 and ± 30 to ± 20 and ± 10."""
    return pd.DataFrame(
        [
            (level, side, base, 50 + sign * (reach - n * 10))
            for level, reach in (("family", 40), ("one", 30))
            for side, sign in (("lower", -1), ("upper", 1))
            for n, base in enumerate((80.0, 200.0, 420.0))
        ],
        columns=["level", "side", "denominator", "obs_value"],
    )


# Words


@pytest.mark.parametrize(
    ("indicator", "n", "said"),
    [
        (SHARE, 0, ("↑", "高于全市", "accent")),
        (SHARE, 3, ("↓", "低于全市", "attention")),
        (SHARE, 1, ("＝", "与全市无显著差异", "muted")),
        (FEWER, 0, ("↑", "高于全市", "attention")),
        (FEWER, 3, ("↓", "低于全市", "accent")),
        (NEUTRAL, 0, ("↑", "高于全市", "muted")),
        (NEUTRAL, 3, ("↓", "低于全市", "muted")),
    ],
)
def test_a_difference_is_good_or_bad_by_polarity_and_never_where_it_is_neutral(indicator, n, said):
    assert wording.versus(row(n), indicator, "全市") == said


def test_what_is_not_judged_is_not_spoken_of():
    assert wording.versus(row(versus_county=None), SHARE, "全市") == ("", "", "muted")
    bare = SimpleNamespace(place=3.0, places=8.0, tied=False)
    assert wording.versus(bare, SHARE, "全市").word == ""
    assert wording.interval(bare, SHARE) == ""
    assert wording.standing(bare) == "第3位（共8）"


def test_a_place_is_a_range_where_chance_hides_the_order():
    assert wording.standing(row(0)) == "第1位（共4）"
    assert wording.standing(row(1)) == "第2—3位（共4）"
    assert wording.standing(row(1), brief=True) == "第2—3"
    assert wording.standing(row(0, place_from=None)) == "第1位（共4）"
    assert wording.standing(row(1, place_from=1, place_to=4)) == "不分先后"


def test_an_interval_names_its_level_and_its_unit_once():
    assert wording.interval(row(0), SHARE) == "95%区间67.5%—72.5%"
    rate = of(unit_zh="家／万人", decimals=2, chance="rate", per=10000)
    assert wording.interval(row(0), rate) == "95%区间67.50—72.50家／万人"


def test_a_title_names_no_leader_where_no_two_lie_apart():
    apart, together = areas(), areas((52, 5, "same", 1, 2), (50, 5, "same", 1, 2))
    assert wording.title_areas(apart, SHARE) == "甲镇最高，丁镇居末"
    assert wording.title_areas(together, SHARE) == "2个镇街道的差别在偶然波动以内"
    said = wording.summary_areas(together, SHARE)
    assert said.startswith("甲镇最高（52.0%），乙镇最低（50.0%），镇街道之间的差别在偶然波动以内")
    aside = areas((52, 5, "same", 1, 2), (50, 5, "lower", 1, 2))
    assert wording.title_areas(aside, SHARE) == "甲镇最高，乙镇最低"


def test_the_last_place_is_not_said_of_one_that_may_be_last_but_one():
    shared = areas((70, 5, "higher", 1, 1), (33, 5, "lower", 2, 3), (30, 5, "lower", 2, 3))
    assert wording.title_areas(shared, SHARE) == "甲镇最高，丙镇最低"


def test_the_note_says_what_is_drawn_or_why_nothing_is():
    said = wording.ranking_note(areas(), SHARE)
    for part in ("4个镇街道", "Sidak 1967", "不碰全市", "位次写成一段"):
        assert part in said
    neutral = wording.ranking_note(areas(place_from=None), NEUTRAL)
    assert "位次" not in neutral
    assert wording.ranking_note(areas(), MEAN).startswith("不作区间：均值、金额")
    assert wording.ranking_note(areas(), COUNT) == ""
    hidden = areas(family_lower=None, obs_lower=None)
    assert wording.ranking_note(hidden, SHARE) == "分子分母不公开，所以没有区间，位次只按数值排。"


@pytest.mark.parametrize(
    ("indicator", "source"),
    [(SHARE, "Wilson 1927"), (of(chance="rate"), "Breslow"), (MEAN, "不作区间"), (COUNT, "")],
)
def test_the_definition_says_by_which_method(indicator, source):
    assert source in wording.method(indicator)


def test_the_list_of_indicators_names_the_method_in_a_word():
    assert [wording_chance.named(one) for one in (SHARE, of(chance="rate"), MEAN, COUNT)] == [
        "区间用威尔逊法",
        "区间用拜尔法",
        "不作区间",
        "",
    ]


# The ranking


def test_bars_carry_the_interval_by_which_they_are_compared():
    html = ranking.html(areas(), SHARE, [])
    # 75 is the right end: 65 to 75 of 75
    assert 'rank-whisker" style="left:86.67%;width:13.33%"' in html
    assert html.count("rank-whisker") == 4
    assert re.findall(r'rank-place" role="cell">([^<]*)', html) == ["第1", "第2—3", "第2—3", "第4"]


def test_only_what_lies_apart_is_marked_in_words_shape_and_colour():
    html = ranking.html(areas(), SHARE, [])
    assert re.findall(r"<small class=\"tone-(\w+)\">([^<]+)", html) == [
        ("accent", "↑ 高于全市"),
        ("attention", "↓ 低于全市"),
    ]
    assert "与全市无显著差异，95%区间49.5%—54.5%" in html
    neutral = ranking.html(areas(place=None, place_from=None), NEUTRAL, [])
    assert set(re.findall(r"tone-(\w+)", neutral)) == {"muted"}


# The map


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ({"in_scope": True, "obs_status": "A", "obs_value": 3.0}, "↑ 高于全市"),
        ({"in_scope": True, "obs_status": "Q", "obs_value": None}, ""),
        ({"in_scope": False, "obs_status": "M", "obs_value": None}, "不在口径"),
    ],
)
def test_the_map_tells_a_verdict_beside_a_value_and_beside_nothing_else(row, note):
    told = {"verdict_zh": "↑ 高于全市", "scope_note_zh": "不在口径", "value_label": "3.0"}
    township = SimpleNamespace(ref_area="330482001", name_zh="甲镇", polygon=None)
    frame = SimpleNamespace(project=lambda polygon: polygon)
    assert map_areas.describe_one(row | told, township, frame, "%").tip_note == note


# The funnel


def drawn(rows=None, width=WIDTH, indicator=SHARE, chosen=()):
    rows = areas() if rows is None else rows
    return chart_funnel.funnel_figure(rows, limits(), indicator, chosen, width, HEIGHT)


def written(figure):
    return [re.sub("<[^>]+>", "\n", note.text) for note in figure.layout.annotations]


def test_the_funnel_stands_townships_over_their_base_and_marks_those_outside():
    dots = drawn().data[-1]
    assert list(dots.x) == [100, 200, 300, 400]
    assert list(dots.y) == [70, 52, 50, 30]
    assert list(dots.marker.symbol) == ["triangle-up", "circle", "circle", "triangle-down"]
    assert dots.marker.color[0] == theme.ACCENT
    assert dots.marker.color[3] == theme.ATTENTION
    assert "甲镇\n↑高于全市" in written(drawn())
    assert "乙镇" in written(drawn())


def test_a_neutral_funnel_is_neither_good_nor_bad():
    colours = set(drawn(indicator=NEUTRAL).data[-1].marker.color)
    assert not colours & {theme.ACCENT, theme.ATTENTION}


def test_the_county_and_both_limits_are_drawn_and_named():
    figure = drawn()
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert len(lines) == 5
    assert {"全市50.0%", "单个95%", "4个一并95%"} <= {text.strip() for text in written(figure)}
    assert [list(line.y) for line in lines if line.line.color == theme.INK] == [[50, 50]]


def test_a_share_s_axis_ends_at_all():
    high = areas((99, 1, "higher", 1, 1), (97, 1, "higher", 2, 2))
    assert max(drawn(high).layout.yaxis.tickvals) == 100


@pytest.mark.parametrize("width", [330, 500, 900])
def test_the_funnel_is_drawn_as_a_picture_at_every_width(width):
    svg = svg_chart.chart_svg(drawn(width=width, chosen=("330482001",)), width, HEIGHT)
    for name in "甲乙丙丁":
        assert f"{name}镇" in svg


def test_where_nothing_is_judged_the_funnel_says_so():
    assert not chart_funnel.funnel_figure(
        areas(versus_county=None), limits().iloc[:0], SHARE, (), WIDTH, HEIGHT
    ).data


def test_the_funnel_is_told_in_a_title_and_a_sentence():
    towns = chart_funnel.compared(areas())
    assert wording_chance.title_funnel(towns, "全市") == "1个镇街道高于全市，1个低于全市"
    assert wording_chance.summary_funnel(towns, "全市") == (
        "甲镇高于全市；丁镇低于全市；其余2个镇街道的差异在偶然波动以内。"
    )
    same = chart_funnel.compared(areas((52, 5, "same", 1, 2), (50, 5, "same", 1, 2)))
    assert wording_chance.title_funnel(same, "全市") == "各镇街道与全市无显著差异"
    assert wording_chance.summary_funnel(same, "全市") == "各镇街道的差异在偶然波动以内。"
    assert "Spiegelhalter 2005" in wording_chance.funnel_source(towns, SHARE)
