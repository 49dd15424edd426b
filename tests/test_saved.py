"""Saved views: plain text files that a person may read, move and mend."""

import os

import pytest

from queries import numbered, saved
from queries.questions import Filter, Measure, Question, question
from queries.saved import ViewRefused

ASKED = Question(
    "organizations",
    ("ref_area", "kind"),
    (Measure("share", "grade", ("5A", "4A")),),
    (Filter("name", "contains", ('引号"与\\反斜杠',)),),
    chart="heat",
)


def test_what_is_saved_comes_back_the_same(tmp_path):
    kept = saved.save(tmp_path, "  各镇街道   的等级 ", "王芳（wang）", ASKED, "abc123")
    found, wrong = saved.views(tmp_path)
    assert (found, wrong) == ([kept], [])
    assert (kept.name, kept.owner, kept.version) == ("各镇街道 的等级", "王芳（wang）", "abc123")
    assert question(kept.question) == ASKED


def test_a_view_is_a_text_file_that_says_what_it_is(tmp_path):
    kept = saved.save(tmp_path, "等级", "王芳", ASKED)
    text = (tmp_path / "views" / f"{kept.id}.toml").read_text(encoding="utf-8")
    assert 'name = "等级"' in text
    assert 'by = "ref_area,kind"' in text


def test_names_are_told_apart_and_numbers_never_given_twice(tmp_path):
    first = saved.save(tmp_path, "一", "甲", ASKED)
    second = saved.save(tmp_path, "二", "甲", ASKED)
    saved.remove(tmp_path, first)
    third = saved.save(tmp_path, "一", "甲", ASKED)
    assert (first.id, second.id, third.id) == ("0001", "0002", "0003")
    with pytest.raises(ViewRefused, match="已有叫“二”的视图"):
        saved.save(tmp_path, "二", "乙", ASKED)


@pytest.mark.parametrize("name", ["", "   ", "长" * 41])
def test_a_name_that_will_not_do_is_refused(tmp_path, name):
    with pytest.raises(ViewRefused, match="1至40个字"):
        saved.save(tmp_path, name, "甲", ASKED)
    assert saved.views(tmp_path) == ([], [])


def test_a_view_goes_on_the_overview_and_off_again(tmp_path):
    kept = saved.save(tmp_path, "一", "甲", ASKED)
    saved.pin(tmp_path, kept, True)
    on = saved.views(tmp_path)[0][0]
    assert on.overview
    saved.pin(tmp_path, on, False)
    assert saved.views(tmp_path)[0] == [kept]


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        'name = "一"',
        'name = "一"\nowner = "甲"\nsaved_on = "x"\nunknown = 1\n[question]\n',
        'name = "一"\nowner = "甲"\nsaved_on = "x"\n[question]\nshow = "sideways"\n',
    ],
)
def test_a_file_somebody_broke_is_named_and_the_others_are_shown(tmp_path, text):
    kept = saved.save(tmp_path, "一", "甲", ASKED)
    (tmp_path / "views" / "0009.toml").write_text(text, encoding="utf-8")
    found, wrong = saved.views(tmp_path)
    assert found == [kept]
    assert len(wrong) == 1
    assert "0009.toml" in wrong[0]


@pytest.mark.parametrize("id_", ["../../etc/passwd", "1", "", "0001.toml/.."])
def test_only_a_view_of_ours_is_ever_written_or_removed(tmp_path, id_):
    kept = saved.save(tmp_path, "一", "甲", ASKED)
    with pytest.raises(ViewRefused):
        saved.remove(tmp_path, saved.Saved(id_, "一", "甲", "x", kept.question))


def test_two_who_replace_a_file_at_the_same_moment_both_succeed(tmp_path, monkeypatch):
    path = tmp_path / "0001.toml"
    replaced = os.replace

    def another_first(draft, into):
        monkeypatch.setattr(os, "replace", replaced)
        numbered.replace(path, "the other's")
        replaced(draft, into)

    monkeypatch.setattr(os, "replace", another_first)
    numbered.replace(path, "mine")
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]
