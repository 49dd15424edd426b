"""The scatter of two indicators: what is drawn, and that its words keep apart."""

import re
from itertools import combinations
from types import SimpleNamespace

import pandas as pd
import pytest

from ui import chart_scatter, theme
from ui.chart_labels import around, beside
from ui.chart_lines import FRONT
from ui.chart_parts import text_width

NAMES = "甲乙丙丁戊己庚辛"
WIDTH, HEIGHT = 746, 537


def indicator(name="每万人组织", **more):
    known = {
        "name_zh": name,
        "unit_zh": "家／万人",
        "decimals": 2,
        "freq": "M",
        "kind": "stock",
        "accumulate": "",
        "standardised": True,
    }
    return SimpleNamespace(**(known | more))


X, Y = indicator(), indicator("每万人社员", unit_zh="人／万人")
TOTAL = indicator("组织", unit_zh="家", decimals=0, standardised=False)


def code(n):
    return f"33048200{n}"


def pair(places=None, steps=3, missing=()):
    """Return the cut pair for a county and eight townships; each step back lies lower by one.

    `missing` holds (axis, township, step, status) of numbers that are not whole.
    """
    places = places or [(10 + n, 30 - 2 * n) for n in range(8)]
    rows = []
    for step in range(steps):
        for n, name in enumerate(["全市", *(f"{one}镇" for one in NAMES)]):
            x, y = (13.0, 23.0) if not n else places[n - 1]
            row = {
                "step": step,
                "ref_area": code(n) if n else "330482",
                "name_zh": name,
                "area_level": "township" if n else "county",
                "points": 8,
            }
            for axis, value in (("x", x - step), ("y", y - step)):
                gap = [one[3] for one in missing if one[:3] == (axis, name, step)]
                row |= {
                    f"{axis}_period": f"{2024 - step}-08",
                    f"{axis}_value": None if gap else float(value),
                    f"{axis}_status": gap[0] if gap else "A",
                    f"{axis}_yardstick": {"x": 13.0, "y": 23.0}[axis] - step,
                }
            rows.append(row)
    frame = pd.DataFrame(rows)
    return frame.astype({"x_value": float, "y_value": float})


def draw(rows, x=X, y=Y, chosen=(), width=WIDTH, height=HEIGHT):
    return chart_scatter.scatter_figure(rows, x, y, chosen, width, height)


def dots(figure):
    (trace,) = [trace for trace in figure.data if trace.mode == "markers"]
    return trace


def paths(figure):
    return [trace for trace in figure.data if trace.mode == "lines+markers"]


def said(figure):
    return [re.sub("<[^>]+>", "|", note.text).strip("|") for note in figure.layout.annotations]


def boxes(figure):
    """Return the pixels each word inside the plot takes, by what it says."""
    x_axis, y_axis = figure.layout.xaxis.range, figure.layout.yaxis.range
    margin = figure.layout.margin
    wide, high = WIDTH - margin.l - margin.r, HEIGHT - margin.t - margin.b
    found = {}
    for note in figure.layout.annotations:
        if note.xref == "paper" or note.yref == "paper":
            continue
        x = (note.x - x_axis[0]) / (x_axis[1] - x_axis[0]) * wide
        y = (y_axis[1] - note.y) / (y_axis[1] - y_axis[0]) * high
        right = note.ax if note.showarrow else note.xshift
        down = note.ay if note.showarrow else -note.yshift
        text = re.sub("</?b>", "", note.text).replace("<br>", "\n")
        size = text_width(text, note.font.size), note.font.size * 1.2 * (text.count("\n") + 1)
        found[text] = around(x + right, y + down, *size)
    return found


def test_every_township_is_a_dot_with_its_name_beside_it():
    figure = draw(pair())
    assert list(dots(figure).x) == [10, 11, 12, 13, 14, 15, 16, 17]
    assert list(dots(figure).y) == [30, 28, 26, 24, 22, 20, 18, 16]
    assert set(boxes(figure)) == {f"{one}镇" for one in NAMES}
    assert not paths(figure)


def test_the_county_is_two_lines_with_their_values_and_no_dot():
    figure = draw(pair())
    across, up = [trace for trace in figure.data if trace.mode == "lines"]
    assert set(across.x) == {13}
    assert set(up.y) == {23}
    assert {"全市13.00", "全市|23.00"} <= set(said(figure))


def test_a_total_is_held_against_the_middle_of_the_townships():
    assert "镇街道中位数13" in said(draw(pair(), x=TOTAL))
    some = pair(missing=[("x", "甲镇", 0, "Q")])
    assert "有数的镇街道中位数13" in said(draw(some, x=TOTAL))


def test_an_axis_says_name_unit_and_period_and_where_it_begins():
    low, high = draw(pair()).layout.xaxis.range
    assert low == 10
    assert high >= 17
    assert "横轴：每万人组织，家／万人，2024年8月31日（自10起）" in said(draw(pair()))


def test_only_what_is_whole_is_a_dot_and_stretches_an_axis():
    gaps = [("x", "甲镇", 0, "Q"), ("y", "乙镇", 0, "O"), ("x", "丙镇", 0, "P")]
    rows = pair(missing=gaps)
    provisional = (rows.name_zh == "丙镇") & (rows.step == 0)
    rows.loc[provisional, "x_value"] = 900.0
    figure = draw(rows)
    assert list(dots(figure).x) == [13, 14, 15, 16, 17]
    assert figure.layout.xaxis.range[1] < 30
    shown = " ".join([*said(figure), *(text for text in dots(figure).hovertext)])
    assert not [name for name in ("甲镇", "乙镇", "丙镇") if name in shown]


def test_without_a_whole_pair_there_is_nothing_to_draw():
    gaps = [("x", f"{one}镇", 0, "Q") for one in NAMES]
    assert said(draw(pair(missing=gaps))) == ["无数据"]


def test_a_chosen_township_has_a_path_from_its_first_year_to_its_dot():
    figure = draw(pair(), chosen=(code(1),))
    (path,) = paths(figure)
    assert list(path.x) == [8, 9, 10]
    assert list(path.y) == [28, 29, 30]
    assert path.line.color == theme.ACCENT
    assert {"甲镇|2024年8月", "2022年8月"} <= set(said(figure))


def test_a_path_that_has_two_periods_names_both_where_it_begins():
    rows = pair()
    rows["y_period"] = rows["y_period"].str[:4]
    words = said(draw(rows, y=indicator(freq="A", kind="flow"), chosen=(code(1),)))
    assert "2022年8月／2022年" in words
    assert "甲镇" in words


def test_a_path_is_broken_where_a_number_is_withheld():
    figure = draw(pair(steps=4, missing=[("y", "甲镇", 1, "Q")]), chosen=(code(1),))
    (path,) = paths(figure)
    assert [None if pd.isna(value) else value for value in path.x] == [7, 8, None, 10]
    assert [None if pd.isna(value) else value for value in path.y] == [27, 28, None, 30]


def test_the_chosen_are_on_top_in_their_colours_and_the_rest_quiet():
    figure = draw(pair(), chosen=(code(2), code(4)))
    assert list(dots(figure).marker.color)[-2:] == list(FRONT[:2])
    assert set(list(dots(figure).marker.color)[:-2]) == {theme.QUIET}
    assert [list(one) for one in dots(figure).customdata][-2:] == [[code(2)], [code(4)]]


def test_of_more_than_three_chosen_no_path_is_drawn():
    assert len(paths(draw(pair(), chosen=tuple(map(code, (1, 2, 3)))))) == 3
    assert not paths(draw(pair(), chosen=tuple(map(code, (1, 2, 3, 4)))))


def test_townships_that_share_a_dot_share_its_words():
    places = [(100, 100)] * 5 + [(81, 82), (95, 99), (90, 85)]
    words = said(draw(pair(places)))
    assert "甲镇、乙镇、|丙镇、丁镇、|戊镇" in words
    assert {"己镇", "庚镇", "辛镇"} <= set(words)


@pytest.mark.parametrize(
    "places",
    [
        [(10 + n, 10 + n) for n in range(8)],
        [(10 + n * 0.1, 10 + n % 2 * 0.1) for n in range(7)] + [(20, 20)],
        [(10, 10 + n) for n in range(8)],
        [(n, 5) for n in range(8)],
    ],
    ids=["on a line", "in a heap", "one above the other", "abreast"],
)
def test_no_name_covers_another(places):
    found = boxes(draw(pair(places)))
    assert len(found) == 8
    for (one, box), (other, its) in combinations(found.items(), 2):
        assert box.shared(its) <= 0.03 * box.area, (one, other)


def test_words_go_beside_their_point_and_stay_in_the_room():
    room = around(100, 50, 200, 100)
    ((right, down),) = beside([(50, 50)], [(60, 18)], room)
    assert (right, down) == (40, 0)
    ((right, _),) = beside([(195, 50)], [(60, 18)], room)
    assert right == -40


def test_words_leave_a_line_they_would_cover():
    room = around(100, 50, 200, 100)
    line = around(100, 50, 200, 2)
    ((_, down),) = beside([(50, 50)], [(60, 18)], room, [line])
    assert abs(down) >= 18
