"""The text of a page: every number is its observation's, what may not be said is not said."""

import io
import re
import shutil
from dataclasses import dataclass, replace
from types import SimpleNamespace

import docx
import duckdb
import pandas as pd
import pytest

from queries.places import QUERIES
from ui import draft, draft_panel, drafting, reading, told_html, wording_draft
from ui.selection import Selection
from ui.slides import docx_bulletin
from ui.view import View
from ui.wording_told import Number, Told, pieces_of

NAN = float("nan")
DATE = re.compile(r"\d{4}年(?:\d—\d+月|\d+月(?:\d+日)?|[一二三四]季度)?")
COUNTED = re.compile(r"等?\d+个镇街道|另有\d+项|等\d+项|近\d+个月|迟\d+天")
WORDS = re.compile(r"([+−]?)([\d.]+)([万亿]?)(.*)")
SCALE = {"": 1, "万": 1e4, "亿": 1e8}
COLUMNS = {"change_ratio": "change_previous / abs(previous_value)"}
TOWNSHIP = "330482107"
TOLD_OF = ("330482103", TOWNSHIP)  # whose returns did not come in one month or another
FEWER = """
    delete from observation where end_date < '2018-01-01' or indicator not in (
        select indicator from reference.board
        where board in ('overview', 'overview_map', 'overdue', 'assistance', 'meal_services')
    )
"""  # so that a text is made anew in a moment


@dataclass(frozen=True)
class Seen(View):
    """A view that asks the cuts of one open database, so that a test may alter it."""

    con: duckdb.DuckDBPyConnection = None

    def read(self, cut, **parameters):
        sql = (QUERIES / "cuts" / f"{cut}.sql").read_text(encoding="utf-8")
        return self.con.execute(sql, parameters).df()


@pytest.fixture(scope="module")
def view(demo, tmp_path_factory):
    path = shutil.copy(demo.published, tmp_path_factory.mktemp("altered") / "published.duckdb")
    with duckdb.connect(str(path)) as con:
        con.execute(FEWER)
        declared = reading.declared(demo)
        yield Seen(demo, declared, Selection(), "assistance", {}, False, 1440, con)


def at(view, period="", area=(), place="assistance"):
    return replace(view, chosen=Selection(period=period, area=area), place=place)


def drafts(view, period):
    """Return texts of a month: the overview, two themes, a theme's township, two townships."""
    month = at(view, period)
    places = ("assistance", "meal_services")
    made = [drafting.overview(month), *(drafting.theme(at(view, period, (), p)) for p in places)]
    made.append(drafting.theme(at(view, period, (TOWNSHIP,), "meal_services")))
    return made + [drafting.township(month, view.declared.townships[one]) for one in TOLD_OF]


@pytest.fixture(scope="module", params=["2024-08", "2022-05", "2021-11"])
def made(request, view):
    return drafts(view, request.param)


def observed(con, number):
    """Return what the published tables have at a number's place, by SQL of its own."""
    table, column, place = placed(number)
    beside = f" inner join {table} as it using (indicator, ref_area, time_period)" * bool(table)
    found = con.execute(
        f"select {column}, obs_status from observation{beside} "
        f"where observation.category = '_T' and {place}",
        [number.indicator, number.ref_area, number.time_period],
    ).fetchall()
    assert len(found) == 1, number
    return found[0]


def placed(number):
    """Return the table beside observation a number stands in ("" for none), its column, and how
    its row is found.
    """
    table, _, column = number.measure.rpartition(".")
    place = "indicator = ? and ref_area = ? and time_period = ?"
    if table == "signal":
        place += f" and kind = '{'trend' if column == 'slope_per_year' else 'point'}'"
    if table:
        return table, f"it.{column}", place
    return "", COLUMNS.get(column, f"observation.{column}"), place


def same_number(words, value, is_ratio):
    """Tell whether words are a value, to half of their last digit; a side's word has the sign."""
    _, digits, scale, _ = WORDS.fullmatch(words).groups()
    last = 10.0 ** -len(digits.partition(".")[2]) * SCALE[scale]
    return abs(abs(value) * (100 if is_ratio else 1) - float(digits) * SCALE[scale]) <= 0.51 * last


def test_every_number_of_every_text_is_its_observation_s(view, made):
    told = [number for one in made for number in one.numbers]
    assert told
    for number in told:
        value, status = observed(view.con, number)
        assert status == "A", number
        is_ratio = number.measure in ("progress", "change_ratio", "forecast.level")
        assert same_number(number.words, float(value), is_ratio), (number, value)


def test_no_number_stands_in_a_text_without_its_observation(view, made):
    """Outside of them are dates, names, and how many things something is said of."""
    names = sorted({one.name_zh for one in view.declared.indicators.values()}, key=len)
    for one in made:
        for section in one.sections:
            for words in section.paragraphs:
                plain = "".join(p if isinstance(p, str) else "" for p in pieces_of(words))
                for name in names[::-1]:
                    plain = plain.replace(name, "")
                assert not re.search(r"\d", COUNTED.sub("", DATE.sub("", plain))), plain


@pytest.mark.parametrize("place", ["overview", "assistance", "township"])
def test_changing_an_observation_changes_the_sentence_that_says_it(view, place):
    now = at(view, "2024-08", place=place)
    make = {
        "overview": lambda: drafting.overview(now),
        "assistance": lambda: drafting.theme(now),
        "township": lambda: drafting.township(now, view.declared.townships[TOWNSHIP]),
    }[place]
    told = {(number.measure, number.ref_area): number for number in make().numbers}
    if place == "assistance":
        told = {number: number for number in make().numbers}
    assert len(told) >= 5
    for number in told.values():
        table, _, place = placed(number)
        column = number.measure.rpartition(".")[2].replace("change_ratio", "change_previous")
        view.con.execute("begin")
        view.con.execute(
            f"update {table or 'observation'} set {column} = {column} * 1.5 + 7 "
            f"where {place}" + " and category = '_T'" * (not table),
            [number.indicator, number.ref_area, number.time_period],
        )
        assert number not in make().numbers, number
        view.con.execute("rollback")


def test_a_withheld_observation_is_said_to_be_so_and_stands_in_no_text_as_a_number(view):
    now = at(view, "2024-08", (TOWNSHIP,), "meal_services")
    shown = drafting.theme(now).numbers[0]
    view.con.execute("begin")
    view.con.execute(
        "update observation set obs_value = null, numerator = null, denominator = null, "
        "change_year = null, change_previous = null, previous_value = null, place = null, "
        "obs_status = 'Q' where indicator = ? and ref_area = ?",
        [shown.indicator, TOWNSHIP],
    )
    text = draft.plain(drafting.theme(now))
    after = drafting.theme(now).numbers
    view.con.execute("rollback")
    name = view.declared.indicators[shown.indicator].name_zh
    assert f"{name}数值过小，已作保护处理，不予公布。" in text
    assert shown.indicator not in {one.indicator for one in after}


RATE = SimpleNamespace(
    **{"id": "rate", "name_zh": "覆盖率", "unit_zh": "%", "decimals": 1, "kind": "stock"},
    **{"freq": "M", "accumulate": "", "standardised": True, "polarity": "higher_is_better"},
)
SUM = SimpleNamespace(
    **vars(RATE)
    | {"unit_zh": "元", "decimals": 0, "kind": "flow", "accumulate": "year"}
    | {"standardised": False, "name_zh": "累计捐赠"}
)
NEUTRAL = SimpleNamespace(**vars(RATE) | {"polarity": "neutral"})


def areas(**county):
    """Return rows of the cut areas: a county and two townships, 96% and 60%."""
    known = {"ref_area": "1", "name_zh": "全市", "area_level": "county", "is_county": True}
    known |= {"time_period": "2024-08", "obs_value": 80.0, "obs_status": "A", "change_year": 2.0}
    known |= dict.fromkeys(("place", "places", "target", "pace", "progress"), NAN)
    known |= {"tied": False, "judgement": None}
    rows = [known | county]
    for place, (code, name, value) in enumerate((("11", "甲镇", 96.0), ("12", "乙镇", 60.0))):
        own = {"ref_area": code, "name_zh": name, "obs_value": value, "area_level": "township"}
        own |= {"is_county": False, "place": place + 1, "places": 2, "judgement": None}
        rows.append(known | own)
    return pd.DataFrame(rows)


def fact(**told):
    return SimpleNamespace(**{"is_change_significant": True, "is_spread_significant": True} | told)


@pytest.mark.parametrize(
    ("of", "rows", "area", "told", "said"),
    [
        (
            RATE,
            {},
            "1",
            fact(),
            "截至2024年8月31日，全市覆盖率80.0%，较上年同期上升2.0个百分点；"
            "其中甲镇最高（96.0%），乙镇最低（60.0%）。",
        ),
        (
            RATE,
            {"change_year": NAN},
            "1",
            fact(is_spread_significant=False),
            "截至2024年8月31日，全市覆盖率80.0%。",
        ),
        (
            RATE,
            {},
            "1",
            fact(is_change_significant=False, is_spread_significant=False),
            "截至2024年8月31日，全市覆盖率80.0%，较上年同期基本持平。",
        ),
        (
            RATE,
            {},
            "12",
            fact(),
            "截至2024年8月31日，乙镇覆盖率60.0%，较上年同期上升2.0个百分点，居2个镇街道第2位。",
        ),
        (
            SUM,
            {"target": 1200.0, "pace": 800.0, "progress": 7 / 12, "obs_value": 700.0}
            | {"judgement": "behind", "change_year": -50.0},
            "1",
            fact(),
            "2024年1—8月，全市累计捐赠700元，较上年同期减少50元，完成目标1200元的58.3%，"
            "落后于序时进度（应达800元）。",
        ),
        (
            RATE,
            {"obs_status": "Q", "obs_value": NAN},
            "1",
            None,
            "截至2024年8月31日，全市覆盖率数值过小，已作保护处理，不予公布。",
        ),
        (
            RATE,
            {"obs_status": "O", "obs_value": NAN},
            "1",
            None,
            "截至2024年8月31日，全市覆盖率无数据。",
        ),
        (
            RATE,
            {"obs_status": "P", "obs_value": 70.0},
            "1",
            None,
            "截至2024年8月31日，全市覆盖率数据尚不完整，暂不评判。",
        ),
        (RATE, {"time_period": None}, "1", None, "覆盖率尚无完整数据。"),
    ],
)
def test_a_sentence_follows_its_observation(of, rows, area, told, said):
    assert wording_draft.of_indicator(of, areas(**rows), area, told) == said


def test_a_newer_month_with_somebody_missing_is_named_and_not_judged():
    said = wording_draft.of_indicator(
        RATE, areas(), "1", fact(is_spread_significant=False), "2024-09"
    )
    assert said.endswith("；2024年9月有镇街道尚未报送，数据不完整，未列入。")


def test_of_a_neutral_indicator_nobody_is_best_and_nothing_is_late():
    rows = areas(judgement="on_pace", target=100.0, pace=100.0, progress=0.8)
    said = wording_draft.of_indicator(NEUTRAL, rows.assign(place=NAN), "1", fact())
    assert not re.search("最高|最低|滞后|加快|落后", said)


def test_a_sentence_keeps_its_numbers_apart_and_reads_as_plain_text():
    number = Number("80.0%", "rate", "1", "2024-08")
    said = Told("全市", Told("覆盖率", number), "", "。")
    assert said == "全市覆盖率80.0%。"
    assert said.pieces == ("全市覆盖率", number, "。")


def test_html_text_and_document_say_the_same(view, monkeypatch):
    monkeypatch.setattr(told_html.links, "may_open", lambda place: True)
    one = drafting.overview(at(view, "2024-08"))
    said = [words for section in one.sections for words in section.paragraphs]
    html = draft_panel.html(view, one)
    shown = re.findall(r"<p>(.*?)</p>", html)
    assert [re.sub("<[^>]+>", "", words) for words in shown] == said
    assert html.count("data-measure=") == len(one.numbers)
    lines = draft.plain(one).split("\r\n")
    assert [line.strip("　") for line in lines if line.startswith("　　")] == said
    document = docx.Document(io.BytesIO(docx_bulletin.docx(draft_panel.deck(view, one))))
    assert [p.text for p in document.paragraphs if p.style.name == "Body Text"] == said
    assert document.paragraphs[0].text == one.title


def test_a_number_in_html_says_its_observation_and_leads_to_its_trace(view, monkeypatch):
    monkeypatch.setattr(told_html.links, "may_open", lambda place: True)
    number = Number("592家", "organization_registered", "330482", "2024-08")
    html = told_html.html(view, Told("共", number))
    assert 'href="trace?indicator=organization_registered' in html
    for told in ('data-indicator="organization_registered"', 'data-area="330482"'):
        assert told in html
    assert 'data-period="2024-08" data-measure="obs_value"' in html
