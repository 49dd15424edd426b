"""The page on methods shows the manual's chapter, which is its one home."""

from tests.opening import opened
from tests.paper import squeezed
from ui import labels, methods, reading


def test_the_page_says_what_the_manual_says(demo, monkeypatch):
    monkeypatch.setattr(reading, "VAR", demo.folder.parent.parent)
    page = opened("methods")
    manual = methods.MANUAL.read_text(encoding="utf-8")
    shown = " ".join(one.value for one in page.markdown)
    assert methods.chapter() in shown
    assert squeezed(methods.chapter()) in squeezed(manual)
    assert "）\n" not in methods.chapter().replace("）\n\n", "")
    assert methods.chapter().count("\n### ") >= 10


def test_a_board_without_its_manual_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(methods, "MANUAL", tmp_path / "手册.md")
    methods.chapter.cache_clear()
    try:
        assert methods.chapter() == ""
    finally:
        methods.chapter.cache_clear()
    assert "docs/手册.md" in labels.METHODS_ABSENT
