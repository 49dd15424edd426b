"""A township on one page of A4: always one, every number an observation's, nothing cut off."""

import io
import re
from dataclasses import replace
from types import SimpleNamespace

import pypdf
import pytest

from tests.opening import opened as opened_page
from tests.opening import ran, texts
from tests.paper import ON, squeezed
from tests.rows import records
from tests.test_pdf import MM, font_files
from ui import handing_out, labels, one_page, profile, reading, wording
from ui.selection import Selection
from ui.slides import fonts, labels_paper
from ui.slides.one_page import End, OnePage, Peer, Row, keys, made
from ui.slides.one_page_pdf import pdf
from ui.view import View
from ui.wording_judgements import Status

MAP = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 380" width="420" height="380"/>'
WATERMARK = "本表密级：敏感；导出人：王芳；导出时间：2024-09-02 09:30；数据版本：abc"
TOWNSHIPS = [f"330482{code}" for code in ("001", "002", "003", 102, 103, 106, 107, 108)]
NOTHING = Status("", "", "muted")
PLAIN = OnePage(
    *("甲镇", "某市", ("常住人口1万人",), "2024年8月"),
    rows=(Row("专题", "某率", "2024年8月", "87.2%", True, "85%", *[NOTHING] * 3, ""),),
    strongest=(End("某率", "87.2%", "高于全市2.2个百分点"),),
    weakest=(),
    peers=(Peer("乙镇", "同为镇", ""),),
    notice="示意边界",
    source="来源：某台账（演示）",
    as_of="数据截至2024年8月31日",
    version="abc",
    protection="不足10的不公开",
    extracts=("organizations",),
)


def view_of(demo, code, period="2024-08"):
    chosen = Selection(area=(code,), period=period)
    return View(demo, reading.declared(demo), chosen, "township", {}, False, 1440)


@pytest.fixture(scope="module", params=TOWNSHIPS)
def sheet(demo, request):
    """Return the view of a township, what stands on its page, and the page as it is read."""
    view = view_of(demo, request.param)
    area = view.declared.townships[request.param]
    page = made(view, area, profile.facts(view, area))
    return SimpleNamespace(view=view, area=area, page=page, read=opened(page, WATERMARK))


def opened(page, watermark=""):
    return pypdf.PdfReader(io.BytesIO(pdf(page, MAP, watermark, ON)))


def text_of(read):
    return squeezed("".join(page.extract_text() for page in read.pages))


def test_it_is_one_page_of_a4(sheet):
    (page,) = sheet.read.pages
    assert round(page.mediabox.width / MM) == 210
    assert round(page.mediabox.height / MM) == 297


def test_every_number_on_it_is_the_observation_s(sheet, demo_shelf):
    """Straight from the published observations: each key indicator's last whole period."""
    text, known = text_of(sheet.read), sheet.view.declared.indicators
    profile_rows = sheet.view.read("profile", time_period="2024-08")
    shown = 0
    for id_ in keys(sheet.view, profile_rows):
        of = known[id_]
        cells = records(
            demo_shelf,
            """
            select ref_area, time_period, obs_value, obs_status
            from observation
            where indicator = $id and category = '_T' and ref_area in ($own, '330482')
            qualify time_period = max(time_period) filter (
                ref_area = '330482' and obs_status = 'A' and end_date <= date '2024-08-31'
            ) over ()
            """,
            {"id": id_, "own": sheet.area.ref_area},
        )
        cells = {cell["ref_area"]: cell for cell in cells}
        own, county = cells.get(sheet.area.ref_area), cells["330482"]
        if own is None or own["obs_status"] == "M":
            assert squeezed(f"{of.name_zh}{wording.STATUS_WORDS['M']}") in text
            continue
        told = [of.name_zh, wording.month_or_year(own["time_period"])]
        told.append(wording.amount(own["obs_value"], of, own["obs_status"]))
        told.append(wording.amount(county["obs_value"], of))
        assert squeezed("".join(told)) in text
        assert own["obs_status"] != "Q" or not re.search(r"\d", told[2])
        shown += 1
    assert shown > 20


def test_what_is_listed_at_either_end_stands_there_with_its_number_and_reason(sheet, demo_shelf):
    text = text_of(sheet.read)
    ends = sheet.view.read("profile_ends", ref_area=sheet.area.ref_area, time_period="2024-08")
    assert len(ends) == len(sheet.page.strongest) + len(sheet.page.weakest) > 0
    for row in ends.itertuples():
        cell = {"id": row.indicator, "own": sheet.area.ref_area, "at": row.time_period}
        (known,) = records(
            demo_shelf,
            "select obs_value from observation where indicator = $id and ref_area = $own "
            "and time_period = $at and category = '_T'",
            cell,
        )
        assert squeezed(row.name_zh + wording.amount(known["obs_value"], row)) in text
        assert squeezed(wording.reason(row)) in text


def test_source_date_version_and_class_stand_on_it(sheet):
    text = text_of(sheet.read)
    for told in (sheet.page.source, sheet.page.as_of, sheet.view.version.id, WATERMARK):
        assert told
        assert squeezed(told) in text
    assert labels.DEMO in text
    assert squeezed(labels.DEMO_NOTE) in text
    assert squeezed(sheet.page.notice) in text


def test_every_font_is_embedded(sheet):
    found = font_files(sheet.read)
    assert found
    assert all(found.values())


def test_its_like_stand_on_it_with_what_they_have_in_common(sheet):
    text = text_of(sheet.read)
    assert 2 <= len(sheet.page.peers) <= 3
    for peer in sheet.page.peers:
        assert squeezed(peer.name + peer.alike) in text


def test_three_times_as_much_still_stands_on_one_page():
    row, end, peer = PLAIN.rows[0], PLAIN.strongest[0], PLAIN.peers[0]
    long = replace(peer, alike="常住人口4.9万人（本地6.2万人）；" * 6)
    full = replace(
        PLAIN, rows=(row,) * 45, strongest=(end,) * 4, weakest=(end,) * 4, peers=(long,) * 3
    )
    read = opened(replace(full, source=PLAIN.source * 40), WATERMARK)
    assert len(read.pages) == 1
    assert text_of(read).count("某率2024年8月87.2%85%") == 45
    assert squeezed(labels.DEMO_NOTE) in text_of(read)


def test_a_withheld_number_is_a_word_and_an_end_with_nothing_says_so():
    withheld = replace(PLAIN.rows[0], value="已保护", is_known=False)
    text = text_of(opened(replace(PLAIN, rows=(withheld,))))
    assert "某率2024年8月已保护85%" in text
    assert labels_paper.ABSENT_ENDS["weakest"] in text
    assert labels_paper.ABSENT_ENDS["strongest"] not in text


def test_open_data_bear_no_watermark():
    assert "密级" not in text_of(opened(PLAIN))


def test_nothing_in_the_words_is_taken_for_markup():
    markup = '#emph[强调]*粗*$x$<标>@引#read("main.typ")'
    text = text_of(
        opened(replace(PLAIN, title=markup, rows=(replace(PLAIN.rows[0], name=markup),)))
    )
    assert text.count(squeezed(markup)) >= 2


def test_it_is_archived_and_tagged_for_reading_aloud():
    read = opened(PLAIN)
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"<pdfaid:part>2<" in read.trailer["/Root"]["/Metadata"].get_object().get_data()


def test_of_a_month_before_the_data_begin_there_is_a_page_that_says_so(demo):
    view = view_of(demo, TOWNSHIPS[0], "2015-01")
    area = view.declared.townships[TOWNSHIPS[0]]
    read = opened(made(view, area, ["2015年1月"]))
    assert len(read.pages) == 1
    assert "无数据" in text_of(read)


def test_the_reader_s_class_of_data_is_that_of_its_strictest_number(demo, monkeypatch):
    """Assistance payments are sensitive: with them the page bears the mark and who took it."""
    view = view_of(demo, TOWNSHIPS[0])
    reader = one_page.permits.Reader("王芳（wang）", "viewer", "oidc")
    monkeypatch.setattr(one_page.permits, "reader", lambda: reader)
    content = one_page.made(view, view.declared.townships[TOWNSHIPS[0]])
    text = text_of(pypdf.PdfReader(io.BytesIO(content)))
    assert squeezed("本表密级：敏感；导出人：王芳（wang）") in text


def test_a_machine_without_chinese_fonts_is_told_how_to_mend_it(monkeypatch):
    monkeypatch.setattr(
        fonts, "installed", lambda: SimpleNamespace(families=lambda: ["DejaVu Sans"])
    )
    with pytest.raises(fonts.FontMissing, match="没有中文字体"):
        pdf(PLAIN, MAP, "")


def test_the_button_makes_the_page_hands_it_out_and_notes_it(demo, monkeypatch):
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)
    noted = []
    monkeypatch.setattr(one_page.noting, "note", lambda *told: noted.append(told))
    page = opened_page("township", area=TOWNSHIPS[3])
    page.button(key="one-page").click()
    shown = texts(ran(page))
    token = re.search(r'class="made" href="out/([^"]+)"', shown)[1]
    waiting = handing_out._WAITING[token]
    assert waiting.content.startswith(b"%PDF")
    assert waiting.name == "新埭镇画像_2024-08.pdf"
    assert noted == [("exported", waiting.name, demo.id)]


def test_who_may_no_longer_take_it_gets_nothing(demo, monkeypatch):
    view = view_of(demo, TOWNSHIPS[0])
    signed_out = one_page.permits.Reader("王芳（wang）", "steward", "oidc", until=0)
    monkeypatch.setattr(one_page.permits, "reader", lambda: signed_out)
    handed = []
    monkeypatch.setattr(one_page.handing_out, "file", lambda *file: handed.append(file))
    with pytest.raises(one_page.permits.NotPermitted):
        one_page._take(view, view.declared.townships[TOWNSHIPS[0]])
    assert not handed
