"""Every number in every file of a briefing is an observation's, and no other number stands there.

The briefings are those of the shipped templates over the shipped data. What a number must be is
read from the published tables; what a line may say, by tests/explaining.py.
"""

import re

import pytest
from _pytest.monkeypatch import MonkeyPatch

from queries import templates
from queries.briefings import Briefing, Item
from tests import attacker_files, scanner
from tests import briefing_reading as files
from tests.attacker import PAYMENTS, bounds, recovered
from tests.attacker_definitions import definitions_of
from tests.attacker_store import published
from tests.explaining import Explainer
from tests.rows import SHIPPED
from tests.suppressed import true_cells
from ui import briefing_files, labels, reading, wording
from ui.selection import Selection
from ui.slides import kinds, labels_slides, making, pictures
from ui.view import View

ASKED = {
    "monthly": ("1_monthly", {}),
    "theme": ("3_theme", {"theme": "assistance"}),
    "township": ("4_township", {"area": "330482001"}),
}
COVER = Item("cover")


class Made:
    """A briefing begun from a template, its deck, and every file it becomes."""

    def __init__(self, view, con, template, asked):
        known = {one.id: one for one in templates.templates(SHIPPED)[0]}[template]
        items = templates.expanded(
            known,
            board=lambda board: list(view.read("board_indicators", board=board)["indicator"]),
            figures=lambda theme: [
                id_ for id_, one in view.declared.figures.items() if one.theme == theme
            ],
            **asked,
        )
        one = Briefing("0001", "例会", "甲", "", view.version.id, "", (), items)
        view = making.view_of(view, one)
        self.deck, self.items = making.deck(view, one), (COVER, *items)
        self.files = {
            kind: write(self.deck, lambda done, of: None)
            for kind, write in briefing_files.WRITERS.items()
        }
        self.con = con
        self.explainer = Explainer(con, view.version.id, view.period)
        self.shown = making.spoken_of(view, one)
        self.profiled = kinds.of_every_board(view)

    @property
    def heads(self):
        """Return what the first column of a table can be headed."""
        found = {labels.PERIOD, labels.AREA, labels.INDICATOR}
        return found | {of.category_zh for of in self.explainer.of.values() if of.category_zh}

    def known(self, item):
        return self.explainer.known(item, self.profiled)

    def newest(self, item):
        """Return the newest period of which something is complete."""
        rows = self.explainer.observed(item.of) if item.kind != "figure" else []
        return max((r["time_period"] for r in rows if r["obs_status"] == "A"), default="")

    def everything(self):
        """Return what any slide may say."""
        whole = self.explainer.known(COVER)
        whole.drawn, whole.values = [], []
        for item in self.items:
            own = self.known(item)
            for name, value in vars(own).items():
                if isinstance(value, set):
                    getattr(whole, name).update(value)
        return whole


@pytest.fixture(scope="module")
def made(demo, demo_shelf):
    """The three briefings, made once: {name: Made}."""
    with MonkeyPatch.context() as patch:
        patch.setattr(reading, "VAR", demo.folder.parent.parent)
        patch.setattr(reading, "pinned", lambda id_, unpublished: demo)
        view = View(demo, reading.declared(demo), Selection(), "briefing", {}, False, 1440)
        yield {name: Made(view, demo_shelf, *told) for name, told in ASKED.items()}


NAMES = pytest.mark.parametrize("name", ASKED)


def same_as_observed(block, known, targets=()):
    """Assert that each cell is what was observed; return how many numbers there were."""
    count = 0
    for (row, column), told in block.cells.items():
        if column in targets or (row, column) not in known:
            assert column in targets or not is_number(told), (row, column, told)
            continue
        value, of = known[row, column]
        exact = wording.exact(value, of) if value is not None else None
        if isinstance(told, (int, float)):
            assert told == exact, (row, column)
            count += 1
        elif told and re.search(r"\d", told):
            assert told in spelt(value, of, column), (row, column)
            count += 1
        elif value is not None and told not in (None, ""):
            # of a mix a period with one part withheld is withheld as a whole
            assert told == wording.status_word("Q"), (row, column)
            assert None in {own[0] for (line, _), own in known.items() if line == row}
    return count


def is_number(told):
    return isinstance(told, (int, float)) or bool(
        re.fullmatch(r"[+−\d.,万亿%]*\d[\d万亿%]*", told or "")
    )


def spelt(value, of, column):
    """Return how a value may be written, its unit left to the heading or not."""
    write = {labels.CHANGE_YEAR: wording.signed, labels.TARGET: wording.goal}
    told = write.get(column, wording.amount)(value, of)
    return {told, told.removesuffix(of.unit_zh)}


def page(n, made):
    return labels_slides.PAGE.format(n + 1, len(made.items))


@NAMES
def test_every_cell_of_a_deck_is_an_observation_and_the_workbooks_hold_what_is_drawn(made, name):
    """Charts, tables and the workbook behind each chart; the numbers of a target's line too."""
    one, charts, cells = made[name], 0, 0
    slides = files.pptx_slides(one.files["pptx"])
    assert len(slides) == len(one.items)
    for item, (_, blocks) in zip(one.items, slides, strict=True):
        known = one.explainer.cells_of(item, one.profiled)
        drawn = None
        for block in blocks:
            targets = {column for _, column in block.cells if "目标" in column}
            cells += same_as_observed(block, known, targets)
            assert_is_target(block, targets, one.explainer, item)
            if block.kind == "chart":
                drawn, charts = block.cells, charts + 1
            elif block.kind == "workbook":
                assert block.cells == drawn, "nothing that is not on the slide"
    assert charts >= 8
    assert cells > 1500


def assert_is_target(block, targets, explainer, item):
    for column in targets:
        (value,) = {told for (_, own), told in block.cells.items() if own == column}
        rows = explainer.observed(item.of, item.area or explainer.county["ref_area"])
        rows += explainer.observed(item.of, explainer.county["ref_area"])
        of = explainer.of[item.of]
        assert value in {wording.exact(row["target"], of) for row in rows if row["target"]}


def sections(one):
    """Return the parts of the document in the order of the items; a cover is what comes first."""
    return files.docx_sections(one.files["docx"], [slide.headline for slide in one.deck.slides[1:]])


@NAMES
def test_every_cell_of_a_document_is_an_observation(made, name):
    one, found = made[name], 0
    for item, part in zip(one.items[1:], sections(one)[1:], strict=True):
        known = one.explainer.cells_of(item, one.profiled)
        assert part.blocks or item.kind == "attention"
        found += sum(same_as_observed(block, known) for block in part.blocks)
    assert found > 300  # a document shows the last thirteen periods of a chart


@NAMES
def test_every_cell_of_a_workbook_is_an_observation(made, name):
    one, found = made[name], 0
    sheets = files.xlsx_sheets(one.files["xlsx"], one.heads)
    assert len(sheets) == len(one.items) + 1
    for item, (_, blocks) in zip(one.items[1:], sheets[1:], strict=False):
        known = one.explainer.cells_of(item, one.profiled)
        assert blocks or item.kind == "attention"
        for block in blocks:
            targets = {column for _, column in block.cells if "目标" in column}
            found += same_as_observed(block, known, targets)
    assert found > 2500


@NAMES
def test_every_number_in_the_words_of_a_deck_is_explained(made, name):
    one = made[name]
    for n, (item, (lines, _)) in enumerate(
        zip(one.items, files.pptx_slides(one.files["pptx"]), strict=True)
    ):
        assert one.explainer.in_lines(lines, one.known(item)) == [], (n + 1, item)


@NAMES
def test_every_number_on_a_slide_in_the_browser_is_explained(made, name):
    one = made[name]
    drawn = files.html_slides(one.files["html"].decode("utf-8"))
    townships = [Item("profile", area=code) for code in one.deck.asides]
    assert len(drawn) == len(one.items) + len(townships)
    for n, (item, lines) in enumerate(zip(one.items, drawn, strict=False)):
        known = one.known(item)
        known.phrases.add(page(n, one))
        assert one.explainer.in_lines(lines, known) == [], (n + 1, item)
    for item, lines in zip(townships, drawn[len(one.items) :], strict=True):
        known = one.explainer.known(item, one.shown)
        assert one.explainer.in_lines(lines, known) == [], item


@NAMES
def test_every_number_in_a_document_is_explained(made, name):
    one = made[name]
    parts, first_page = sections(one), "— 1 —"
    numbered = sum(len(part.blocks) for part in parts)
    for item, part in zip(one.items, parts, strict=True):
        known = one.known(item)
        known.numbered = numbered
        known.phrases.add(first_page)  # what its field says before Word counts the pages
        known.rows |= {len({row for row, _ in block.cells}) for block in part.blocks}
        assert one.explainer.in_lines(part.lines, known) == [], item


@NAMES
def test_every_number_in_the_words_of_a_workbook_is_explained(made, name):
    """A name of a sheet is cut where Excel's 31 letters end: its last number may be cut as well."""
    one = made[name]
    *sheets, (about, _) = files.xlsx_sheets(one.files["xlsx"], one.heads)
    names = [f"{n + 1:02} {slide.headline}" for n, slide in enumerate(one.deck.slides)]
    for item, (lines, _) in zip(one.items, sheets, strict=True):
        known = one.known(item) if item is not COVER else one.everything()
        lines = [line for line in lines if not is_cut(line, names)]
        assert one.explainer.in_lines(lines, known) == [], item
    whole = one.everything()
    about = [line for line in about if not is_cut(line, names)]
    assert one.explainer.in_lines(about, whole) == []


def is_cut(line, names):
    return any(len(line) > 2 and name.startswith(line) for name in names)


@NAMES
def test_every_number_on_a_picture_is_explained(made, name):
    one = made[name]
    drawn, about = files.archive_pictures(one.files["zip"])
    items = [
        item
        for item, slide in zip(one.items, one.deck.slides, strict=True)
        for part in slide.parts
        if isinstance(part, pictures.DRAWN)
    ]
    for item, (called, lines) in zip(items, drawn.items(), strict=True):
        known = one.known(item)
        known.numbered = len(drawn)
        assert one.explainer.in_lines([called, *lines], known) == [], called
    whole = one.everything()
    whole.numbered = len(drawn)
    assert one.explainer.in_lines(about, whole) == []


@NAMES
def test_a_printed_briefing_says_what_the_document_says_and_no_other_number(made, name):
    """The rows of all tables of the document stand in the PDF; what else it says is explained."""
    one = made[name]
    parts = sections(one)
    pages = files.pdf_pages(one.files["pdf"], labels.DEMO)
    text, missing = files.without_rows(
        "\n".join(pages), [row for part in parts for row in part.rows]
    )
    assert missing == []
    headlines = [slide.headline for slide in one.deck.slides[1:]]
    # a line may end between a number and its unit, and within a date
    text = re.sub(r"(?<=\d)\n(?=[年月日万亿]|个镇)|(?<=月)\n(?=\d+日)", "", text)
    told = files.by_headline(text, headlines)
    for item, part, words in zip(one.items, parts, told, strict=True):
        known = one.known(item) if item is not COVER else one.everything()
        known.numbered = sum(len(part.blocks) for part in parts)
        known.rows |= {len({row for row, _ in block.cells}) for block in part.blocks}
        if item is COVER:  # the table of contents
            known.numbers |= {str(n) for n in range(1, len(pages) + 1)}
        assert one.explainer.in_lines(words.splitlines(), known) == [], item


@NAMES
def test_nothing_a_chart_should_show_is_left_out(made, name):
    """Every month of every area that may be shown is drawn: a gap is a gap in the data."""
    one = made[name]
    for item, (_, blocks) in zip(one.items, files.pptx_slides(one.files["pptx"]), strict=True):
        if item.kind != "indicator":
            continue
        course = blocks[0]
        names = {column for _, column in course.cells}
        of = one.explainer.of[item.of]
        shown = [row for row in one.explainer.observed(item.of) if row["obs_status"] == "A"]
        assert shown
        for row in shown:
            key = wording.month_or_year(row["time_period"]), row["area"]
            if row["area"] in names:
                assert course.cells[key] == wording.exact(row["obs_value"], of), key


@pytest.mark.parametrize("kind", ["pptx", "html"])
def test_an_invented_number_is_caught_wherever_it_stands(made, kind):
    """Each number of each line of the monthly briefing is made another, one after another."""
    one = made["monthly"]
    slides = (
        [lines for lines, _ in files.pptx_slides(one.files["pptx"])]
        if kind == "pptx"
        else files.html_slides(one.files["html"].decode("utf-8"))
    )
    tried, missed = 0, []
    for n, (item, lines) in enumerate(zip(one.items, slides, strict=False)):
        known = one.known(item)
        known.phrases.add(page(n, one))
        for place, line in enumerate(lines):
            for match in list(re.finditer(r"\d+(?:\.\d+)?", line))[:4]:
                other = line[: match.start()] + invented(match[0]) + line[match.end() :]
                tried += 1
                changed = [*lines[:place], other, *lines[place + 1 :]]
                if not one.explainer.in_lines(changed, known):
                    missed.append(other)
    assert tried > 150
    assert missed == []


def invented(digits):
    """Return a number nobody would take for the same: 592 gives 7592.13."""
    return f"7{digits.replace('.', '')}.13"


def test_a_number_of_another_indicator_is_caught(made):
    """592 organizations are true on their own slide and invented on the one of the meals."""
    one = made["monthly"]
    own, other = (
        Item("indicator", of="organization_registered"),
        Item("indicator", of="meal_served"),
    )
    line = "全市2024年8月登记社会组织592家"
    assert one.explainer.in_lines([line], one.known(own)) == []
    assert one.explainer.in_lines([line], one.known(other)) == [("592", line)]


def test_an_altered_cell_of_a_workbook_is_caught(made):
    one = made["monthly"]
    item = one.items[3]
    (_, blocks) = files.pptx_slides(one.files["pptx"])[3]
    known = one.explainer.cells_of(item)
    key = next(key for key, told in blocks[0].cells.items() if told)
    altered = files.Block({**blocks[0].cells, key: blocks[0].cells[key] + 1}, "chart")
    targets = {column for _, column in altered.cells if "目标" in column}
    same_as_observed(blocks[0], known, targets)
    with pytest.raises(AssertionError):
        same_as_observed(altered, known, targets)


def test_a_withheld_observation_stands_in_no_file_as_a_number(made):
    """Of the assistance deck: each cell withheld is empty or the word, in every channel."""
    one = made["theme"]
    held, seen = 0, 0
    sheets = files.xlsx_sheets(one.files["xlsx"], one.heads)
    slides, parts = files.pptx_slides(one.files["pptx"]), sections(one)
    for n, item in enumerate(one.items[1:], start=1):
        of = one.explainer.cells_of(item, one.profiled)
        withheld = {key for key, (value, _) in of.items() if value is None}
        for block in (*slides[n][1], *sheets[n][1], *parts[n].blocks):
            for key, told in block.cells.items():
                seen += 1
                if key in withheld and key[1] != labels.CHANGE_YEAR:
                    held += 1
                    assert not re.search(r"\d", str(told or "")), (item, key, told)
    assert held > 500
    assert seen > 10_000


def test_no_file_of_a_briefing_of_persons_tells_who_anybody_is(made):
    for kind, content in made["theme"].files.items():
        assert scanner.in_bytes(content, where=kind) == set()


def read_off(one):
    """Return what the attacker reads off the files of a briefing."""
    slides, parts = files.pptx_slides(one.files["pptx"]), sections(one)
    sheets = files.xlsx_sheets(one.files["xlsx"], one.heads)
    told = []
    for n, item in enumerate(one.items):
        if item.kind in ("indicator", "map", "trend", "figure"):
            blocks = (*slides[n][1], *sheets[n][1], *parts[n].blocks)
            told.append((item.of, one.newest(item), [without_changes(block) for block in blocks]))
    return told


def without_changes(block):
    return {key: value for key, value in block.cells.items() if key[1] != labels.CHANGE_YEAR}


def test_what_is_read_off_the_files_of_a_briefing_recovers_no_withheld_cell(made, demo):
    """Numbers behind charts and in tables, by all the attacker knows: nothing that is not
    published already. The control: one withheld count, left in the workbook behind a chart.
    """
    one, truth = made["theme"], true_cells(demo)
    told = read_off(one)
    read = attacker_files.cells_read(demo.published, told)
    assert len(read) > 3000
    assert attacker_files.news(published(demo.published, PAYMENTS), read) == []
    assert recovered(
        bounds([demo.published], optimistic=False, rates=False, read=read), truth
    ).empty
    held, label = withheld_small(demo, truth), wording.month_or_year
    name = one.explainer.observed(held["declared"], held["ref_area"])[0]["area"]
    left = {(label(held["time_period"]), name): held["value"]}
    told.append((held["declared"], held["time_period"], [left]))
    read = attacker_files.cells_read(demo.published, told)
    found = recovered(bounds([demo.published], optimistic=False, rates=False, read=read), truth)
    cells = found[["quantity", "category", "ref_area", "time_period", "low", "high"]]
    assert (*held["quantity"], *left_at(held), held["value"], held["value"]) in {
        tuple(row) for row in cells.itertuples(index=False)
    }


def left_at(held):
    return held["ref_area"], held["time_period"]


def withheld_small(demo, truth):
    """Return a count of one to nine that the published tables withhold, and what it truly is."""
    small = truth[truth["value"].between(1, 9) & ~truth["ref_area"].eq("330482")]
    true = small.set_index(["quantity", "category", "ref_area", "time_period"])["value"]
    for row in published(demo.published, PAYMENTS).rows:
        above, below = definitions_of(PAYMENTS).quantities(row["declared"], row["category"])
        cell = (*above, row["ref_area"], row["time_period"])
        if row["obs_status"] == "Q" and below is None and row["category"] == "_T" and cell in true:
            return {**row, "quantity": above, "value": int(true[cell])}
    raise AssertionError("nothing is withheld")
