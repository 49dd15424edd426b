"""A large extract kept by the month is the same extract; a file added to it costs what it touches.

The tiny county's payments count as large here. Most tests read and count nothing else.
"""

import os
import shutil

import pytest

from queries import database, inputs, monthly, parts, records
from queries.build import build
from queries.contracts import load_contracts
from queries.faults import FileRefused
from queries.parts import Parts
from queries.places import QUERIES
from queries.receiving import receive_extract, receive_references, say_how_far
from tests.rows import everything, tiny_data, with_setting

EXTRACT = "assistance_payments"
PATHS = sorted((QUERIES / "marts").glob("*.sql"))
MARTS = {path.stem: path.read_text(encoding="utf-8") for path in PATHS}
BY_MONTH = [mart for mart, sql in MARTS.items() if monthly.BY_MONTH.search(sql)]
QUARANTINE = ("quarantine", "quarantine_row", "quarantine_heading")


class Board:
    """The payments of a tiny county in a data folder of their own, and the parts made last."""

    def __init__(self, folder, looked_up):
        self.data, self.var = tiny_data(folder / "data"), folder / "var"
        self.looked_up, self.parts, self.marts = looked_up, None, MARTS
        self.base = self.data / "extracts" / f"{EXTRACT}.csv"
        self.heading, *self.lines = self.base.read_text(encoding="utf-8").splitlines()

    def contracts(self):
        return load_contracts(self.data / "contracts")

    def save(self, *wanted):
        """Leave of the base file only the rows of these months."""
        own = [line for line in self.lines if line.split(",")[5] in wanted]
        self.base.write_text("\n".join([self.heading, *own, ""]), encoding="utf-8")

    def add(self, *lines):
        path = self.data / "new.csv"
        path.write_text("\n".join([self.heading, *lines, ""]), encoding="utf-8")
        inputs.take_in(self.data, self.contracts()[EXTRACT], path, inputs.ADD)

    def of(self, month):
        return [line for line in self.lines if line.split(",")[5] == month]

    def count(self):
        """Return what is told of the payments: rows, receipts, what was refused, marts by month."""
        contracts = self.contracts()
        files = inputs.inputs(self.data, contracts)
        self.parts = Parts(self.var, self.data, contracts, files)
        work, staging = self.var / "work.duckdb", self.var / "staging"
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        shutil.copy(self.looked_up, work)
        with database.connect(work) as con:
            contract = contracts[EXTRACT]
            told = {"receipts": receive_extract(con, contract, files[EXTRACT], staging, self.parts)}
            say_how_far(con, [contract])
            for mart in BY_MONTH:
                if not monthly.count(con, mart, self.marts[mart], self.parts):
                    con.execute(f"create table mart.{mart} as {self.marts[mart]}")
            tables = [*QUARANTINE, f"staging.{EXTRACT}", *(f"mart.{mart}" for mart in BY_MONTH)]
            for table in tables:
                told[table] = con.execute(f"select * from {table} order by all").fetchall()
        self.parts.forget_unused()
        return told

    def count_from_nothing(self):
        shutil.rmtree(self.var)
        return self.count()

    def made(self, kind):
        """Return what was read last (file) or counted (mart)."""
        return {what[2] for what in self.parts.made if what[0] == kind}


@pytest.fixture(scope="module")
def looked_up(tmp_path_factory):
    """A database of the tiny county's reference tables alone."""
    folder = tmp_path_factory.mktemp("looked_up")
    data = tiny_data(folder / "data")
    contracts = load_contracts(data / "contracts")
    with database.connect(folder / "work.duckdb") as con:
        receive_references(con, contracts, inputs.inputs(data, contracts), folder)
    return folder / "work.duckdb"


@pytest.fixture
def board(tmp_path, looked_up, monkeypatch):
    monkeypatch.setattr(parts, "LARGE", 0)
    return Board(tmp_path, looked_up)


MONTHS = ("2024-01", "2024-02", "2024-03")


def test_the_fixture_has_payments_in_the_months_these_tests_speak_of(board):
    assert all(board.of(month) for month in MONTHS)
    assert {line.split(",")[5] for line in board.lines} == set(MONTHS)


def test_the_board_of_extracts_kept_by_the_month_is_that_of_extracts_read_whole(board, tiny):
    assert everything(build(board.data, board.var)) == everything(tiny)


def test_a_board_with_a_month_added_is_the_board_that_had_it_from_the_first(board, tiny):
    board.save("2024-01", "2024-02")
    build(board.data, board.var)
    board.add(*board.of("2024-03"), board.of("2024-01")[0])  # and one row handed in again
    added, whole = everything(build(board.data, board.var)), everything(tiny)
    assert added["content"] == whole["content"]
    assert len(added["rows"]) == len(whole["rows"])
    assert [row[:-1] for row in added["finding"]] == [row[:-1] for row in whole["finding"]]


def test_an_added_month_alone_is_read_and_counted(board):
    board.save("2024-01", "2024-02")
    board.count()
    assert board.made("mart") == {"2024-01", "2024-02"}
    board.add(*board.of("2024-03"))
    added = board.count()
    assert board.made("file") == {f"{EXTRACT}/0001.csv"}
    assert board.made("mart") == {"2024-03"}
    assert added == board.count_from_nothing()
    assert board.made("mart") == set(MONTHS)


def test_a_corrected_row_has_the_month_counted_again_in_which_it_stood(board):
    board.save("2024-01", "2024-02")
    board.count()
    moved = board.of("2024-01")[0].replace("2024-01", "2024-02")
    board.add(*board.of("2024-03"), moved)
    added = board.count()
    assert board.made("file") == {f"{EXTRACT}/0001.csv"}
    assert board.made("mart") == set(MONTHS)  # where it stood, where it stands, and the added one
    assert len(added[f"staging.{EXTRACT}"]) == len(board.lines)
    assert added == board.count_from_nothing()


def test_a_correction_leaves_other_months_as_they_were_counted(board):
    board.count()
    board.add(board.of("2024-03")[0].replace("已发放", "退回"))
    added = board.count()
    assert board.made("mart") == {"2024-03"}
    assert len(added[f"staging.{EXTRACT}"]) == len(board.lines)
    assert added == board.count_from_nothing()


def test_of_a_row_corrected_twice_the_last_holds(board):
    board.count()
    first = board.of("2024-03")[0]
    cells = first.split(",")
    for amount in ("111.00", "222.00"):
        board.add(",".join([*cells[:7], amount, *cells[8:]]))
    rows = board.count()[f"staging.{EXTRACT}"]
    assert [str(row[8]) for row in rows if row[0] == cells[0]] == ["222.00"]


def test_rows_refused_are_told_whether_the_file_is_read_or_remembered(board):
    first = board.of("2024-03")[0]
    broken = first.replace("2024-03", "2024年13月")
    board.save("2024-01", "2024-02")
    board.add(*board.of("2024-03"), broken)
    board.count()
    board.add(first)
    remembered = board.count()
    assert board.made("file") == {f"{EXTRACT}/0002.csv"}
    assert [row[1] for row in remembered["quarantine"] if row[0] == EXTRACT]
    assert remembered == board.count_from_nothing()


def test_a_changed_contract_has_everything_made_again(board):
    board.count()
    contract = board.data / "contracts" / f"{EXTRACT}.toml"
    text = contract.read_text(encoding="utf-8").replace("maximum = 100000", "maximum = 2000")
    contract.write_text(text, encoding="utf-8")
    changed = board.count()
    assert board.made("file") == {f"{EXTRACT}.csv"}
    assert board.made("mart") == set(MONTHS)
    assert any(row[3] == "amount_not_above" for row in changed["quarantine"])
    assert changed == board.count_from_nothing()


def test_a_changed_reference_table_has_everything_made_again(board):
    board.count()
    with_setting(board.data, "small_count", 2)
    board.count()
    assert board.made("file") == {f"{EXTRACT}.csv"}
    assert board.made("mart") == set(MONTHS)


def test_a_changed_mart_is_counted_again_of_files_that_are_not_read_again(board):
    board.count()
    changed = BY_MONTH[0]
    board.marts = MARTS | {changed: "-- said otherwise\n" + MARTS[changed]}
    board.count()
    assert board.parts.made == [("mart", changed, month) for month in MONTHS]


def test_a_change_in_how_files_are_read_has_everything_made_again(board, monkeypatch):
    own = shutil.copytree(QUERIES, board.data.parent / "queries")
    monkeypatch.setattr(parts, "QUERIES", own)
    board.count()
    (own / "values.sql").write_text("-- another", encoding="utf-8")
    board.count()
    assert board.made("file") == {f"{EXTRACT}.csv"}
    assert board.made("mart") == set(MONTHS)


def deleted(path):
    path.unlink()


def cut_short(path):
    whole = path.read_bytes()
    path.unlink()
    path.write_bytes(whole[:-1])


@pytest.mark.parametrize("spoil", [deleted, cut_short])
def test_a_part_that_is_not_whole_is_made_again(board, spoil):
    first = board.count()
    (part,) = board.parts.folder.rglob("2024-02.parquet")
    spoil(part)
    assert board.count() == first
    assert board.made("file") == {f"{EXTRACT}.csv"}
    assert board.made("mart") == set()  # they were counted from the same rows


def test_what_a_version_holds_and_the_parts_do_not_need_each_other(board):
    first = board.count()
    shutil.rmtree(board.var / "staging")
    assert board.count() == first
    assert board.parts.made == []
    shutil.rmtree(board.parts.folder)
    assert len(list((board.var / "staging" / EXTRACT).glob("*.parquet"))) == len(MONTHS)
    assert board.count() == first


def test_what_a_build_does_not_use_is_forgotten_and_what_a_killed_one_left(board):
    board.count()
    before = {place.name for place in board.parts.folder.iterdir()}
    (board.parts.folder / ".half").mkdir()
    board.add(board.of("2024-03")[0].replace("已发放", "退回"))
    board.count()
    after = {place.name for place in board.parts.folder.iterdir()}
    assert ".half" not in after
    assert before - after  # March as it was counted before
    assert len(before & after) > len(before - after)


def test_a_file_refused_whole_is_not_kept(board):
    board.count()
    board.add(*(line.replace("2024-03", "2024年13月") for line in board.of("2024-03")))
    for _ in range(2):
        with pytest.raises(FileRefused):
            board.count()
        assert board.made("file") == set()


def test_a_part_is_copied_where_there_are_no_links(board, monkeypatch):
    def no_link(*_):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", no_link)
    assert len(board.count()[f"staging.{EXTRACT}"]) == len(board.lines)


def test_a_small_extract_is_kept_whole(tiny):
    assert (tiny.folder / "staging" / f"{EXTRACT}.parquet").is_file()


@pytest.mark.parametrize("mart", BY_MONTH)
def test_a_mart_that_is_counted_by_month_is_the_same_counted_whole(demo, mart):
    sql = MARTS[mart]
    extract = monthly.BY_MONTH.search(sql)[1]
    months = ["2019-01-01", "2021-12-01", "2024-07-01", "2024-08-01"]
    rows = f"read_parquet('{demo.folder}/staging/{extract}.parquet')"
    view = f"create or replace view staging.{extract} as from {rows} where month in ({{}})"
    with records.connection(demo).cursor() as con:
        con.execute("begin")
        con.execute(
            "create table reference.extract_word as select distinct "
            f"'{extract}' as extract, 'programme' as column_name, programme as word from {rows}"
        )
        con.execute(view.format(", ".join(f"date '{month}'" for month in months)))
        whole = con.execute(f"from ({sql}) order by all").fetchall()
        apart = []
        for month in months:
            con.execute(view.format(f"date '{month}'"))
            apart += con.execute(sql).fetchall()
        con.execute("rollback")
    assert len(whole) > len(months)
    assert sorted(apart, key=str) == sorted(whole, key=str)


def test_the_marts_over_payments_of_which_there_are_millions_are_counted_by_month():
    assert {"assistance_month", "payment_doubt_month"} <= set(BY_MONTH)
