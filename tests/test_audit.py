"""The audit log: what was done stands there, and nobody changes it without being found out."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from queries import audit, journal, verifying
from queries.__main__ import main


@pytest.fixture
def data(tmp_path):
    """A data folder whose log has five entries."""
    for number in range(1, 6):
        audit.note(tmp_path, "甲", "exported", f"修订记录{number}.csv", version="abc", rows=number)
    return tmp_path


def lines(data):
    return journal.file(data, audit.LOG).read_bytes().splitlines(keepends=True)


def rewrite(data, changed):
    journal.file(data, audit.LOG).write_bytes(b"".join(changed))


def resealed(line, **changes):
    """Return a line changed as a forger would who knows how its own hash is made."""
    entry = json.loads(line) | changes
    del entry["hash"]
    body = json.dumps(entry, ensure_ascii=False)
    return f'{body[:-1]}, "hash": "{hashlib.sha256(body.encode()).hexdigest()}"}}\n'.encode()


def test_who_did_what_and_when_stands_in_the_log(tmp_path):
    audit.note(
        tmp_path, "张三", "published", "第3次发布", role="steward", how="oidc", version="abc",
        reason="更正", rows=None,
    )  # fmt: skip
    (entry,) = audit.entries(tmp_path)
    assert [entry[name] for name in ("who", "role", "how", "what", "of", "version", "reason")] == [
        "张三", "steward", "oidc", "published", "第3次发布", "abc", "更正",
    ]  # fmt: skip
    assert entry["at"][-6] in "+-"
    assert "rows" not in entry


def test_the_hash_of_a_line_can_be_worked_out_with_any_tool(data):
    first, second = lines(data)[:2]
    body, _, rest = first.decode().rpartition(', "hash": "')
    hash_ = hashlib.sha256(f"{body}}}".encode()).hexdigest()
    assert rest == f'{hash_}"}}\n'
    assert json.loads(second)["previous"] == hash_
    assert json.loads(first)["previous"] == "0" * 64


def test_a_log_nobody_touched_is_whole(data):
    found = verifying.verify(data)
    assert (found.fault, found.number) == ("", 5)
    assert found.hash == json.loads(lines(data)[-1])["hash"]


def test_a_log_nobody_wrote_is_whole_and_empty(tmp_path):
    found = verifying.verify(tmp_path)
    assert (found.fault, found.number) == ("", 0)


@pytest.mark.parametrize("place", range(1, 5))
def test_a_removed_line_is_missed_where_it_stood(data, place):
    kept = lines(data)
    rewrite(data, kept[: place - 1] + kept[place:])
    assert verifying.verify(data).fault == f"第{place}行：{verifying.DETACHED}"


@pytest.mark.parametrize("left", range(5))
def test_lines_removed_from_the_end_are_missed(data, left):
    rewrite(data, lines(data)[:left])
    assert verifying.verify(data).fault == verifying.GONE.format(left, 5)


def test_a_log_removed_whole_is_missed(data):
    journal.file(data, audit.LOG).unlink()
    assert verifying.verify(data).fault == verifying.GONE.format(0, 5)


@pytest.mark.parametrize("place", range(1, 6))
def test_a_letter_changed_is_found_in_its_line(data, place):
    changed = lines(data)
    changed[place - 1] = changed[place - 1].replace("甲".encode(), "乙".encode())
    rewrite(data, changed)
    assert verifying.verify(data).fault == f"第{place}行：{verifying.ALTERED}"


@pytest.mark.parametrize("place", range(1, 5))
def test_a_line_changed_and_sealed_again_no_longer_fits_the_next(data, place):
    changed = lines(data)
    changed[place - 1] = resealed(changed[place - 1], who="乙")
    rewrite(data, changed)
    assert verifying.verify(data).fault == f"第{place + 1}行：{verifying.DETACHED}"


def test_the_last_line_changed_and_sealed_again_is_not_the_one_kept_apart(data):
    changed = lines(data)
    changed[-1] = resealed(changed[-1], who="乙")
    rewrite(data, changed)
    assert verifying.verify(data).fault == verifying.UNLIKE


@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 3), (3, 4)])
def test_lines_that_changed_places_are_found_at_the_first(data, one, other):
    changed = lines(data)
    changed[one], changed[other] = changed[other], changed[one]
    rewrite(data, changed)
    assert verifying.verify(data).fault == f"第{one + 1}行：{verifying.DETACHED}"


def test_a_line_that_stands_twice_is_found(data):
    kept = lines(data)
    rewrite(data, [*kept[:3], kept[2], *kept[3:]])
    assert verifying.verify(data).fault == f"第4行：{verifying.DETACHED}"


@pytest.mark.parametrize("place", range(1, 7))
@pytest.mark.parametrize("inserted", [b'{"who": "x"}\n', b"x\n", b"\n"])
def test_an_inserted_line_is_found(data, place, inserted):
    kept = lines(data)
    rewrite(data, [*kept[: place - 1], inserted, *kept[place - 1 :]])
    assert verifying.verify(data).fault == f"第{place}行：{verifying.STRANGE}"


def test_lines_forged_at_the_end_are_not_those_kept_apart(data):
    kept = lines(data)
    for number in (6, 7):
        before = json.loads(kept[-1])["hash"]
        kept.append(resealed(kept[-1], number=number, previous=before))
    rewrite(data, kept)
    assert verifying.verify(data).fault == verifying.AHEAD.format(7, 5)


def test_a_log_without_its_head_cannot_be_called_whole(data):
    (journal.folder(data) / audit.HEAD).unlink()
    assert verifying.verify(data).fault == verifying.NO_HEAD


@pytest.mark.parametrize("left", range(5))
def test_what_is_noted_later_does_not_cover_that_the_end_is_gone(data, left):
    rewrite(data, lines(data)[:left])
    audit.note(data, "乙", "exported")
    assert verifying.verify(data).fault == f"第{left + 1}行：{verifying.DETACHED}"


@pytest.mark.parametrize("left", range(1, 6))
def test_what_is_noted_later_does_not_cover_that_end_and_head_are_gone(data, left):
    rewrite(data, lines(data)[:left])
    (journal.folder(data) / audit.HEAD).unlink()
    audit.note(data, "乙", "exported")
    assert verifying.verify(data).fault == f"第{left + 1}行：{verifying.DETACHED}"


def test_a_power_failure_inside_a_line_loses_nothing_before_and_nothing_after(data):
    with journal.file(data, audit.LOG).open("ab") as log:
        log.write(b'{"number": 6, "at": "20')
    assert verifying.verify(data).fault == ""
    audit.note(data, "甲", "exported")
    found = verifying.verify(data)
    assert (found.fault, found.number) == ("", 6)
    assert [entry["number"] for entry in audit.entries(data)] == [1, 2, 3, 4, 5, 6]


def test_a_power_failure_between_line_and_head_is_no_fault(data):
    head = journal.folder(data) / audit.HEAD
    before = head.read_bytes()
    audit.note(data, "甲", "exported")
    head.write_bytes(before)
    assert verifying.verify(data).fault == ""
    audit.note(data, "甲", "exported")
    found = verifying.verify(data)
    assert (found.fault, found.number) == ("", 7)


def test_writers_at_once_make_one_chain(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: audit.note(tmp_path, "甲", "exported", "长" * n), range(60)))
    found = verifying.verify(tmp_path)
    assert (found.fault, found.number) == ("", 60)


def test_with_a_key_nobody_else_can_seal_a_line(tmp_path, monkeypatch):
    audit.note(tmp_path, "甲", "exported")
    monkeypatch.setenv(audit.KEY, "a secret")
    for _ in range(3):
        audit.note(tmp_path, "甲", "exported")
    found = verifying.verify(tmp_path)
    assert (found.fault, found.number, found.keyed_from) == ("", 4, 2)

    kept = lines(tmp_path)
    rewrite(tmp_path, [*kept[:3], resealed(kept[3], who="乙")])
    assert verifying.verify(tmp_path).fault == f"第4行：{verifying.ALTERED}"
    unkeyed = json.loads(kept[3]) | {"who": "乙"}
    del unkeyed["keyed"]
    rewrite(tmp_path, [*kept[:3], resealed(json.dumps(unkeyed))])
    assert verifying.verify(tmp_path).fault == f"第4行：{verifying.KEY_DROPPED}"

    rewrite(tmp_path, kept)
    monkeypatch.setenv(audit.KEY, "another")
    assert verifying.verify(tmp_path).fault == f"第2行：{verifying.ALTERED}"
    monkeypatch.delenv(audit.KEY)
    assert verifying.verify(tmp_path).fault == f"第2行：{verifying.NEEDS_KEY}"


# The command


def test_the_command_says_how_many_from_when_to_when_and_the_head(data, capsys):
    assert main(["--data", str(data), "audit"]) == 0
    last = json.loads(lines(data)[-1])
    day = last["at"][:10]
    assert capsys.readouterr().out.splitlines() == [
        f"审计日志完整：5条，{day}至{day}",
        f"末条校验值（请另处记下）：5 {last['hash']}",
    ]


def test_the_command_names_the_first_broken_line_and_exits_with_1(data, capsys):
    kept = lines(data)
    rewrite(data, kept[:1] + kept[2:])
    assert main(["--data", str(data), "audit"]) == 1
    complaint = capsys.readouterr().err
    assert complaint.startswith("审计日志不完整。第2行：接不上前一行")


def test_the_command_lists_the_last_entries_for_people(data, capsys):
    assert main(["--data", str(data), "audit", "--show", "2"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 4
    assert [part for part in shown[1].split("　") if "T" not in part] == [
        "第5条", "甲", "导出", "修订记录5.csv", "5行", "版本abc",
    ]  # fmt: skip


def test_of_a_log_nobody_wrote_the_command_says_so(tmp_path, capsys):
    assert main(["--data", str(tmp_path), "audit"]) == 0
    assert capsys.readouterr().out == "审计日志还没有内容\n"
