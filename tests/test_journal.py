"""The journal keeps what people decided, in order, whatever happens to the machine."""

from concurrent.futures import ThreadPoolExecutor

from queries import journal


def test_what_was_never_written_is_an_empty_journal(tmp_path):
    assert journal.entries(tmp_path, "publications") == []


def test_entries_come_back_in_the_order_they_were_made(tmp_path):
    journal.append(tmp_path, "publications", version="a", reason="八月数据")
    journal.append(tmp_path, "publications", version="b", reason="更正\n第二行")
    found = journal.entries(tmp_path, "publications")
    assert [(entry["version"], entry["reason"]) for entry in found] == [
        ("a", "八月数据"),
        ("b", "更正\n第二行"),
    ]
    assert all(entry["at"] for entry in found)


def test_writers_at_once_do_not_tear_each_others_lines(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: journal.append(tmp_path, "log", n=n, text="长" * 500), range(100)))
    assert sorted(entry["n"] for entry in journal.entries(tmp_path, "log")) == list(range(100))


def test_a_line_cut_short_by_a_power_failure_loses_nothing_before_it(tmp_path):
    journal.append(tmp_path, "log", n=1)
    with (tmp_path / "journal" / "log.jsonl").open("a") as file:
        file.write('{"at": "2024-')
    assert [entry["n"] for entry in journal.entries(tmp_path, "log")] == [1]
    journal.append(tmp_path, "log", n=2)
    assert [entry["n"] for entry in journal.entries(tmp_path, "log")] == [1, 2]
