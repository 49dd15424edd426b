"""Briefings: plain text files that keep what was composed, and refuse what cannot be shown."""

from dataclasses import replace

import pytest

from queries import briefings
from queries.briefings import Briefing, BriefingRefused, Item

TOLD = Briefing(
    id="",
    name="8月例会",
    owner="王芳（wang）",
    saved_on="",
    version="abc123def456",
    period="2024-08",
    areas=("330482102",),
    items=(
        Item("cards", of="overview"),
        Item("indicator", of="meal_served", headline='他说："快一点"\\'),
        Item("text", headline="下一步", text="一、补报数据\n二、=1+1"),
    ),
)


def test_what_is_kept_comes_back_the_same(tmp_path):
    kept = briefings.add(tmp_path, TOLD)
    assert briefings.briefing(tmp_path, kept.id) == kept
    assert kept.items == TOLD.items
    assert kept.areas == ("330482102",)
    assert briefings.briefings(tmp_path) == ([kept], [])


def test_a_briefing_is_a_text_file_a_person_can_read(tmp_path):
    kept = briefings.add(tmp_path, TOLD)
    text = (tmp_path / "briefings" / f"{kept.id}.toml").read_text(encoding="utf-8")
    assert 'name = "8月例会"' in text
    assert text.count("[[items]]") == 3
    assert 'version = "abc123def456"' in text


def test_the_newest_stands_first_and_an_unknown_one_is_none(tmp_path):
    first, second = briefings.add(tmp_path, TOLD), briefings.add(tmp_path, TOLD)
    assert [one.id for one in briefings.briefings(tmp_path)[0]] == [second.id, first.id]
    assert briefings.briefing(tmp_path, "0099") is None
    assert briefings.briefing(tmp_path, "../0001") is None


def test_slides_are_moved_changed_added_and_taken_out():
    kinds = [item.kind for item in TOLD.moved(2, 0).items]
    assert kinds == ["text", "cards", "indicator"]
    assert [item.kind for item in TOLD.without(1).items] == ["cards", "text"]
    assert TOLD.changed(0, headline="新").items[0].headline == "新"
    added = TOLD.also(Item("attention"), 1)
    assert [item.kind for item in added.items] == ["cards", "attention", "indicator", "text"]


def test_who_comes_second_is_told_and_overwrites_nothing(tmp_path):
    known = briefings.add(tmp_path, TOLD)
    briefings.change(tmp_path, known, replace(known, name="别人改的"))
    with pytest.raises(BriefingRefused, match="刚被别人改过"):
        briefings.change(tmp_path, known, replace(known, name="我改的"))
    assert briefings.briefing(tmp_path, known.id).name == "别人改的"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"name": "  "}, "1至40个字"),
        ({"name": "长" * 41}, "1至40个字"),
        ({"items": (Item("attention"),) * 61}, "最多60页"),
        ({"items": (Item("attention", headline="长" * 61),)}, "最多60个字"),
        ({"items": (Item("text", text="长" * 601),)}, "最多600个字"),
    ],
)
def test_what_will_not_do_is_refused_with_the_way_out(tmp_path, changed, why):
    with pytest.raises(BriefingRefused, match=why):
        briefings.add(tmp_path, replace(TOLD, **changed))
    assert briefings.briefings(tmp_path) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        'name = "一"',
        'name = 7\nowner = "甲"\nsaved_on = "x"\nversion = "v"\nperiod = "2024-08"\n',
        'name = "一"\nowner = "甲"\nsaved_on = "x"\nversion = "v"\nperiod = "2024-08"\n'
        '[[items]]\nkind = "pie"\n',
        'name = "一"\nowner = "甲"\nsaved_on = "x"\nversion = "v"\nperiod = "2024-08"\n'
        '[[items]]\nkind = "text"\ncolour = "red"\n',
    ],
)
def test_a_file_somebody_broke_is_named_and_the_others_are_shown(tmp_path, text):
    kept = briefings.add(tmp_path, TOLD)
    (tmp_path / "briefings" / "0009.toml").write_text(text, encoding="utf-8")
    found, wrong = briefings.briefings(tmp_path)
    assert found == [kept]
    assert len(wrong) == 1
    assert "0009.toml" in wrong[0]
