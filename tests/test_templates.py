"""Templates: every shipped one becomes slides of things that exist."""

import pytest

from queries import templates
from queries.briefings import KINDS, Item
from queries.catalogue import load_catalogue
from tests.rows import SHIPPED

CATALOGUE = load_catalogue()
BOARDS = {"overview": ["a", "b"], "assistance": ["c"]}
ONE = """name_zh = "一"
note_zh = ""
asks = "theme"
[[items]]
kind = "cards"
of = "{theme}"
[[items]]
kind = "indicator"
each = "board:{theme}"
[[items]]
kind = "figure"
each = "figures"
"""


def test_a_slide_by_rule_becomes_one_for_each(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "1_one.toml").write_text(ONE, encoding="utf-8")
    (found,), _ = templates.templates(tmp_path)
    items = templates.expanded(
        found, theme="assistance", board=BOARDS.get, figures=lambda theme: [f"{theme}_x"]
    )
    assert items == (
        Item("cards", of="assistance"),
        Item("indicator", of="c"),
        Item("figure", of="assistance_x"),
    )


def test_the_shipped_templates_ask_for_what_they_use_and_name_what_exists():
    found, wrong = templates.templates(SHIPPED)
    assert wrong == []
    assert [one.name_zh for one in found] == ["月度例会", "季度分析", "专题汇报", "镇街道画像"]
    assert [one.asks for one in found] == ["", "", "theme", "area"]
    known = {"indicator": CATALOGUE.indicators, "figure": CATALOGUE.figures}
    for one in found:
        for item in templates.expanded(
            one, theme="t", area="p", board=lambda board: ["meal_served"], figures=lambda _: []
        ):
            assert item.of in known.get(KINDS[item.kind], [item.of])


@pytest.mark.parametrize(
    "text",
    [
        "name_zh = ",
        'name_zh = "一"',
        ONE.replace("theme", "mood", 1),
        ONE.replace("cards", "pie"),
    ],
)
def test_a_template_somebody_broke_is_named(tmp_path, text):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "1_one.toml").write_text(text, encoding="utf-8")
    (tmp_path / "templates" / "2_two.toml").write_text(ONE, encoding="utf-8")
    found, wrong = templates.templates(tmp_path)
    assert [one.id for one in found] == ["2_two"]
    assert len(wrong) == 1
    assert "1_one.toml" in wrong[0]
