"""Charts and maps as pictures of a page: nothing is lost on the way, and what the mouse is told."""

import re
from html import escape
from types import SimpleNamespace
from urllib.parse import unquote

import pytest
import shapely

from tests.test_maps import code, draw, geography  # noqa: F401 - fixtures
from ui import picture
from ui.chart_parts import Drawing, Scale
from ui.picture_tips import tips
from ui.slides.svg_chart import plotted

BOX = re.compile(r'style="left:([\d.]+)%;top:([\d.]+)%;width:([\d.]+)%;height:([\d.]+)%')
PLACE = re.compile(
    r'aria-label="(?P<words>[^"]*)" style="[^"]*clip-path:polygon\((?P<ring>[^)]*)\)'
)


def two_lines():
    """Two lines over two periods in a plot of 100 × 50 px whose corner is at (10, 10)."""
    drawing = Drawing(70, top=10, bottom=10, left=10, right=10)
    drawing.value_axis(Scale([0, 10], 50), ["0", "10"])
    drawing.time_axis([0, 1], ["一", "二"], [0, 1])
    for name, values in (("甲", [1, 2]), ("乙&丙", [9, None])):
        hovers = [f"{escape(name)}　{n}月<br><b>{v}</b>" for n, v in enumerate(values)]
        line = {"color": "#000000", "width": 1}
        drawing.draw("scatter", x=[0, 1], y=values, mode="lines", line=line, hovertext=hovers)
    return drawing.figure()


def test_a_period_tells_its_lines_from_the_highest_down_and_itself_once():
    _, plot, told = plotted(two_lines(), 120, 70)
    first, second = tips(told, plot)
    assert first.words == "0月\n乙&丙　9\n甲　1"
    assert second.words == "1月\n甲　2", "a missing value says nothing here: its mark does"
    assert (first.left, first.right, second.right) == (10, 60, 110)
    assert (first.top, first.bottom) == (10, 60)


def test_a_bar_tells_its_own_words_where_it_lies():
    drawing = Drawing(70, top=10, bottom=10, left=10, right=10)
    drawing.xaxis |= {"range": [0, 4], "tickvals": [], "ticktext": []}
    drawing.name_rows(["甲"])
    drawing.draw("bar", x=[1, 3], y=[0, 0], width=[1, 1], orientation="h", hovertext=["少", "多"],
                 marker={"color": ["#000000", "#000000"]})  # fmt: skip
    _, plot, told = plotted(drawing.figure(barmode="stack"), 120, 70)
    found = [(tip.left, tip.right, tip.words) for tip in tips(told, plot)]
    assert found == [(10, 35, "少"), (35, 110, "多")]


def test_a_chart_is_one_picture_that_says_what_it_shows_and_its_tips_are_shares_of_it():
    html = picture.chart(two_lines(), 120, '全市"多"于<去年>')
    assert 'alt="全市&quot;多&quot;于&lt;去年&gt;"' in html
    source = re.search(r'src="data:image/svg\+xml,([^"]*)"', html)[1]
    assert not set(source) & set('<>#&"'), "a browser would take the rest for something else"
    assert unquote(source).endswith("</svg>")
    assert "一</text>" in unquote(source)
    left, top, width, height = map(float, BOX.search(html).groups())
    assert (left, top) == (pytest.approx(8.33), pytest.approx(14.29))
    assert (width, height) == (pytest.approx(41.67), pytest.approx(71.43))


def test_a_township_is_a_link_in_its_own_shape_that_tells_value_and_reason(draw, code):  # noqa: F811
    drawing = draw(status={"新埭镇": "Q"})
    html = picture.map_(drawing, drawing.frame.width, "图", lambda ref_area: f"p?area={ref_area}")
    found = {one["words"]: one["ring"] for one in PLACE.finditer(html)}
    assert "广陈镇，4.72家／万人" in found
    assert "新埭镇，已保护" in found
    assert len(found) == len(drawing.areas)
    area = next(one for one in drawing.areas if one.name_zh == "广陈镇")
    west, north, east, south = area.polygon.bounds
    corners = [
        (west + float(x) / 100 * (east - west), north + float(y) / 100 * (south - north))
        for x, y in (
            pair.replace("%", "").split() for pair in found["广陈镇，4.72家／万人"].split(",")
        )
    ]
    shape = shapely.Polygon(corners)
    assert shape.symmetric_difference(area.polygon).area < 0.02 * area.polygon.area


def test_a_township_that_opens_nothing_still_tells_and_takes_no_key(draw):  # noqa: F811
    html = picture.map_(draw(), 560, "图", lambda ref_area: "")
    assert "<a " not in html
    assert "嘉兴港区管理" in html


def test_words_from_outside_are_no_html(draw):  # noqa: F811
    drawing = draw()
    spot = SimpleNamespace(
        x=10, y=10, state="active", ref_area="1", name_zh="<b>", detail_zh='"x"',
        look=("#000000", "#000000", 1),
    )  # fmt: skip
    drawing.facilities.append(spot)
    html = picture.map_(drawing, 560, "图", lambda ref_area: "p")
    assert 'aria-label="&lt;b&gt;，&quot;x&quot;"' in html
    assert "<b>&lt;b&gt;</b>" in html
