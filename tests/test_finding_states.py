"""What was said of a finding outlives the build that found it."""

import pandas as pd
import pytest

from queries import finding_states, findings, journal, records

CASE = {"finding": "abc", "rule": "payment_twice", "ref_area": "1", "time_period": "2024-08"}
FOUND = pd.DataFrame([CASE, CASE | {"finding": "def"}])


def states(data, version="v1", found=FOUND):
    rows = finding_states.with_states(found, data, version)
    return dict(zip(rows["finding"], rows["state"], strict=True))


def test_a_finding_nobody_spoke_of_is_open(tmp_path):
    assert states(tmp_path) == {"abc": "open", "def": "open"}


def test_the_last_word_holds_with_its_note_and_its_author(tmp_path):
    finding_states.say(tmp_path, CASE, "fixed", "", "张", "v1")
    finding_states.say(tmp_path, CASE, "explained", "补发上月", "李", "v1")
    row = finding_states.with_states(FOUND, tmp_path, "v2").iloc[0]
    assert (row["state"], row["note"], row["who"]) == ("explained", "补发上月", "李")
    assert row["at"]


def test_a_finding_may_be_opened_again(tmp_path):
    finding_states.say(tmp_path, CASE, "explained", "", "", "v1")
    finding_states.say(tmp_path, CASE, "open", "", "", "v1")
    assert states(tmp_path)["abc"] == "open"


def test_fixed_waits_for_new_data_and_is_not_believed_once_they_came(tmp_path):
    finding_states.say(tmp_path, CASE, "fixed", "", "", "v1")
    assert states(tmp_path, "v1")["abc"] == "fixed"
    assert states(tmp_path, "v2")["abc"] == finding_states.STILL_FOUND


def test_a_finding_the_data_no_longer_show_is_named_among_the_vanished(tmp_path):
    finding_states.say(tmp_path, CASE, "open", "已发函", "", "v1")
    assert finding_states.vanished(FOUND, tmp_path) == []
    (gone,) = finding_states.vanished(FOUND.iloc[1:], tmp_path)
    assert (gone["rule"], gone["time_period"], gone["note"]) == (
        "payment_twice",
        "2024-08",
        "已发函",
    )


def test_a_state_that_is_none_is_refused_and_not_written(tmp_path):
    with pytest.raises(ValueError, match="gone"):
        finding_states.say(tmp_path, CASE, "gone", "", "", "v1")
    assert journal.entries(tmp_path, "findings") == []


def test_the_records_of_a_finding_are_told_by_file_and_line(demo, demo_records):
    finding, rows = demo_records.execute(
        "select finding, rows from finding where rule = 'meal_return_over_capacity'"
    ).fetchall()[0]
    places = findings.places(demo, finding)
    assert list(places["file"]) == ["meal_services.csv"]
    # 中华村送餐点 (Z0083) of 新仓镇 in March 2024, looked up in the shipped file
    assert list(places["line"]) == [5590]
    assert rows == 1


def test_the_records_of_a_finding_are_read_back_without_what_tells_who_they_are(demo, demo_records):
    ((finding,),) = demo_records.execute(
        "select finding from finding where rule = 'payment_exclusive' and time_period = '2024-06'"
    ).fetchall()
    (rows,) = records.found(demo, finding, 10).values()
    assert sorted(rows["救助项目"]) == ["低保", "特困"]
    assert set(rows["发放月份"]) == {"2024-06"}
    assert not {"人员编号", "家庭编号", "发放编号"} & set(rows.columns)


def test_records_come_from_the_extract_that_holds_their_file(demo, demo_records):
    ((finding,),) = demo_records.execute(
        "select min(finding) from finding where rule = 'meal_return_absent'"
    ).fetchall()
    assert list(records.found(demo, finding, 10)) == ["meal_points"]


def test_long_lists_of_records_are_read_in_part(demo, demo_records):
    ((finding,),) = demo_records.execute(
        "select finding from finding order by rows desc limit 1"
    ).fetchall()
    (rows,) = records.found(demo, finding, 3).values()
    assert len(rows) == 3
    assert rows["line"].max() == findings.places(demo, finding)["line"].max()
