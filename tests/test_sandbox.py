"""What an analyst's statement cannot do: reach, keep, or bring down anything but its own answer."""

import datetime
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from queries import sandbox, sandbox_child
from queries.examples import examples
from queries.places import ROOT
from queries.sandbox import Limits, Refused
from queries.storing import ROWS
from queries.versions import Version
from tests import escapes
from ui import wording_workbench
from ui.wording_workbench import Names

CANARY = "麤龘鱻驫骉"
PATIENT = Limits(seconds=20, patience=20)
SHORT = Limits(seconds=0.6, patience=20)
LATEST = 6  # seconds after which a bomb must be over, on a busy machine, its start included
EVERY = 6  # attempts after which an ordinary query is asked; after what was run, at once
secret_frame = duckdb.sql(f"select '{CANARY}' as a").df()  # what a replacement scan would find


@pytest.fixture(scope="module")
def store(tiny, tmp_path_factory):
    """The tiny version, with canaries where no statement may come: a file, refused rows, a name."""
    folder = tmp_path_factory.mktemp("sandbox")
    version = Version(tiny.id, shutil.copytree(tiny.folder, folder / "versions" / tiny.id))
    (folder / "secret.csv").write_text(f"a,b\n{CANARY},2\n", encoding="utf-8")
    with duckdb.connect(str(version.records)) as con:
        con.execute(f"create table planted as select '{CANARY}' as value")
        con.execute(f"insert into quarantine (contract, value) values ('x', '{CANARY}')")
    return version


@pytest.fixture(autouse=True)
def planted(monkeypatch):
    monkeypatch.setenv("BOARD_CANARY", CANARY)


def ask(version, sql, offered=(), limits=PATIENT, **more):
    return sandbox.run(version, sql, offered, limits, **more)


def listing(version):
    """Return everything in the version's world, and what stands where the tests run: tests beside
    this one write into hidden folders there.
    """
    root = version.folder.parent.parent
    own = {(path, path.stat().st_size, path.stat().st_mtime_ns) for path in root.glob("**/*")}
    return own | {(path, 0, 0) for path in Path.cwd().glob("[!.]*")}


def children(of=None):
    """Return the processes that run the child's program, started by this process or another."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            status = (folder / "status").read_text(encoding="ascii", errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        parent = int(status.split("PPid:")[1].split()[0])
        if b"sandbox_child.py" in command and parent == (of or os.getpid()):
            found.append(int(folder.name))
    return found


def told(version, sql, offered, limits):
    """Return (whether it was answered, all that anybody is told)."""
    try:
        answer = ask(version, sql, offered, limits)
    except Refused as refusal:
        words = wording_workbench.trouble(refusal.kind, refusal.told, sql, Names({}, {}))
        return False, f"{refusal.told} {words.says} {words.hint} {words.engine}"
    return True, answer.rows.to_csv()


# Escapes


def test_there_are_more_attempts_than_asked_for():
    assert len(escapes.ATTEMPTS) + len(escapes.BOMBS) > 150


@pytest.mark.parametrize(("place", "name"), [*enumerate(escapes.ATTEMPTS)], ids=escapes.ATTEMPTS)
def test_an_attempt_to_get_out_reaches_writes_and_leaves_nothing(store, place, name):
    root = store.folder.parent.parent
    places = {"secret": root / "secret.csv", "folder": store.folder, "new": root / "new"}
    sql = escapes.ATTEMPTS[name].format(**places)
    before = listing(store)
    answered, words = told(store, sql, ("records",), PATIENT)
    assert answered == (name in escapes.HARMLESS), words
    assert CANARY not in words
    unspoken = words.replace(sql, "").replace(str(places["secret"]), "").replace("{}", "")
    if "{folder}" not in escapes.ATTEMPTS[name]:
        assert str(root) not in unspoken
    assert listing(store) == before
    assert children() == []
    if answered or place % EVERY == 0:
        assert ask(store, "select 6 * 7 as a").rows["a"].tolist() == [42]


# All but the file that is attached anyway.
READERS = {name: sql for name, sql in escapes.FILES.items() if "published.duckdb" not in sql}


@pytest.mark.parametrize("name", READERS)
def test_behind_the_list_of_functions_the_engine_itself_is_locked(store, name):
    """A wall alone: what the list of permitted functions would let through."""
    root = store.folder.parent.parent
    with duckdb.connect(config=sandbox_child.CONFIG) as con:
        for statement in sandbox_child.LOCKED:
            con.execute(statement)
        with pytest.raises(duckdb.Error):
            con.execute(
                READERS[name].format(secret=root / "secret.csv", folder=store.folder)
            ).fetchall()
        with pytest.raises(duckdb.Error, match="lock"):
            con.execute("set enable_external_access = true")


def test_of_the_functions_that_make_rows_none_is_taken_but_those_known():
    """Whatever the engine brings along in its next version is refused until somebody looked."""
    with duckdb.connect() as con:
        known = {
            name
            for (name,) in con.execute(
                "select distinct function_name from duckdb_functions() "
                "where function_type in ('table', 'table_macro')"
            ).fetchall()
        }
        assert len(known) > 80
        assert known >= sandbox_child.ROW_FUNCTIONS
        for name in known - sandbox_child.ROW_FUNCTIONS:
            with pytest.raises(sandbox_child.Refused, match="forbidden"):
                sandbox_child.checked(con, f'select 1 from range(2), main."{name.upper()}"(1)')


@pytest.fixture(scope="module")
def system_tables():
    with duckdb.connect() as con:
        return con.execute(
            "select schema_name, view_name from duckdb_views() where internal"
        ).fetchall()


def test_the_engine_s_own_tables_that_are_taken_name_no_folder(store, system_tables):
    taken = []
    with duckdb.connect() as con:
        for schema, name in system_tables:
            try:
                sandbox_child.checked(con, f"from {schema}.{name}")
            except sandbox_child.Refused:
                continue
            taken.append(f"{schema}.{name}")
    assert {name for name in taken if not name.startswith("information_schema.")} == {
        "main.duckdb_columns",
        "main.duckdb_tables",
    }
    root = str(store.folder.parent.parent)
    for name in taken:
        assert root not in ask(store, f"from {name}", ("records",)).rows.to_csv()


TELLING = re.compile(r"setting|env|secret|path|file|log_|_log|variable|query|pointer")


def test_no_function_of_values_tells_of_the_server_but_those_refused():
    with duckdb.connect() as con:
        found = {
            name
            for (name,) in con.execute(
                "select distinct function_name from duckdb_functions() "
                "where function_type in ('scalar', 'macro')"
            ).fetchall()
            if TELLING.search(name)
        }
    of_texts = {"parse_path", "parse_dirpath", "parse_filename", "path_join", "in_search_path"}
    of_texts |= {"json_extract_path", "json_extract_path_text"}
    assert (
        found - sandbox_child.VALUE_FUNCTIONS
        == of_texts
        | {
            "current_query",
            "current_query_id",
            "getvariable",
            "query_table_name",
        }
        & found
    )


def test_what_a_statement_does_not_name_is_not_even_attached(store):
    names = "select string_agg(database_name, ',' order by all) as a from (show databases)"
    assert ask(store, names, tuple(ROWS)).rows["a"].tolist() == ["memory,published"]
    answer = ask(store, f"{names}, (select count(*) from records.organizations)", tuple(ROWS))
    assert answer.rows["a"].tolist() == ["memory,published,records"]
    assert answer.read == ("records",)


def test_rows_have_no_column_that_tells_who_they_are_about(store, contracts):
    for name, file in ROWS.items():
        with duckdb.connect(str(store.folder / file), read_only=True) as con:
            columns = con.execute(
                "select table_name, column_name from information_schema.columns"
            ).fetchall()
        tables = {table for table, _ in columns}
        assert tables == {
            one.id
            for one in contracts.values()
            if one.kind == "extract" and (one.disclosure == "sensitive") == (name == "sensitive")
        }
        for table in tables:
            kept = {column for of, column in columns if of == table}
            whole = {column.name for column in contracts[table].columns}
            secret = {column.name for column in contracts[table].columns if column.identifier}
            assert kept == whole - secret | {"file", "line"}


def test_a_steward_reads_sensitive_rows_and_an_analyst_does_not(store):
    sql = "select count(*) as a from sensitive.assistance_payments"
    counted = ask(store, sql, ("records", "sensitive"))
    # eight payments in January, counted in tests/fixture by hand; the whole file has more
    assert counted.rows["a"].iloc[0] >= 8
    assert counted.read == ("sensitive",)
    with pytest.raises(Refused, match="engine"):
        ask(store, sql, ("records",))


# Bombs


@pytest.mark.parametrize("name", escapes.BOMBS)
def test_a_bomb_ends_with_its_own_process(store, name):
    began, held = time.monotonic(), memory()
    _, words = told(store, escapes.BOMBS[name], (), SHORT)
    assert words
    assert time.monotonic() - began < LATEST
    assert memory() - held < 200
    assert children() == []
    assert ask(store, "select 6 * 7 as a").rows["a"].tolist() == [42]


def memory():
    """Return the megabytes this process holds."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def test_limits_are_those_of_the_process_and_cannot_be_raised():
    code = (
        "import os, resource\nfrom queries.sandbox_child import confine\n"
        "confine({'seconds': 5, 'space': 2000}, os.getppid())\n"
        "names = ('AS', 'CPU', 'FSIZE', 'CORE', 'NOFILE')\n"
        "print([resource.getrlimit(getattr(resource, 'RLIMIT_' + name)) for name in names])\n"
        "print(os.nice(0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    space = 2000 << 20
    assert done.stdout.splitlines()[0] == str([(space, space), (6, 6), (0, 0), (0, 0), (32, 32)])
    assert int(done.stdout.splitlines()[1]) >= 10


def test_a_third_query_waits_a_moment_and_is_then_told(store):
    bomb = escapes.BOMBS["cross join"]
    ended = []

    def occupy():
        with pytest.raises(Refused, match="time"):
            ask(store, bomb, limits=Limits(seconds=4))
        ended.append(True)

    occupied = [threading.Thread(target=occupy) for _ in range(sandbox.TOGETHER)]
    for one in occupied:
        one.start()
    until = time.monotonic() + 10
    while len(children()) < sandbox.TOGETHER and time.monotonic() < until:
        time.sleep(0.05)
    assert len(children()) == sandbox.TOGETHER
    with pytest.raises(Refused, match="busy"):
        ask(store, "select 1", limits=Limits(patience=0.3))
    # one that waits longer gets its turn
    assert ask(store, "select 1 as a", limits=Limits(patience=20)).rows["a"].tolist() == [1]
    for one in occupied:
        one.join()
    assert ended == [True, True]


class Gone(Exception):
    """The reader closed the page."""


def test_when_nobody_waits_any_longer_the_child_is_ended(store):
    began = time.monotonic()

    def beat():
        if children() and time.monotonic() - began > 1:
            raise Gone

    with pytest.raises(Gone):
        ask(store, escapes.BOMBS["a function that does not stop"], beat=beat)
    assert children() == []
    assert time.monotonic() - began < LATEST


def test_a_child_does_not_outlive_a_server_that_was_killed(store):
    code = (
        "import sys\nfrom pathlib import Path\nfrom queries import sandbox\n"
        "from queries.versions import Version\n"
        "sandbox.run(Version('x', Path(sys.argv[1])), sys.argv[2])"
    )
    bomb = escapes.BOMBS["cross join"]
    server = subprocess.Popen(
        [sys.executable, "-c", code, str(store.folder), bomb], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 20
    while not (begun := children(server.pid)) and time.monotonic() < until:
        time.sleep(0.05)
    server.send_signal(signal.SIGKILL)
    server.wait()
    while any(is_alive(one) for one in begun) and time.monotonic() < until:
        time.sleep(0.05)
    assert begun
    assert not any(is_alive(one) for one in begun)


def is_alive(process):
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except FileNotFoundError:
        return False


# Answers


def test_types_chinese_and_gaps_come_through(store):
    sql = """
        select 1.50::decimal(18, 2) as 金额, 2::hugeint as n, date '2024-02-29' as d,
            timestamp '2024-02-29 08:30:00' as t, time '08:30' as c, ['甲', null] as l,
            {'a': 1, '乙': [date '2024-01-01']} as s, map {'k': 1} as m, 2.5::double as f,
            true as b, '已发放' as w, uuid '00000000-0000-0000-0000-000000000001' as u, null as e
        union all
        select null, null, null, null, null, null, null, null, null, null, null, null, null
    """
    answer = ask(store, sql)
    first = answer.rows.iloc[0].to_dict()
    assert first["金额"] == Decimal("1.50")
    assert isinstance(first["金额"], Decimal)
    assert (first["n"], first["f"], first["b"], first["w"]) == (2, 2.5, True, "已发放")
    assert first["d"] == datetime.date(2024, 2, 29)
    assert first["t"] == datetime.datetime(2024, 2, 29, 8, 30)
    assert first["c"] == datetime.time(8, 30)
    assert first["l"] == ["甲", None]
    assert first["s"] == {"a": 1, "乙": ["2024-01-01"]}
    assert first["m"] == {"k": 1}
    assert first["u"] == "00000000-0000-0000-0000-000000000001"
    assert answer.rows.iloc[1].isna().all()
    assert answer.types["金额"] == "DECIMAL(18,2)"


def test_columns_of_one_name_are_told_apart(store):
    assert list(ask(store, "select 1 as a, 2 as a, 3 as a").rows) == ["a", "a_2", "a_3"]


def test_of_too_many_rows_the_first_come_and_it_is_said(store):
    answer = ask(store, "select i from range(50) t(i)", limits=Limits(rows=20))
    assert answer.rows["i"].tolist() == list(range(20))
    assert answer.cut == "rows"
    whole = ask(store, "select i from range(20) t(i)", limits=Limits(rows=20))
    assert (len(whole.rows), whole.cut) == (20, "")


def test_of_too_long_rows_the_first_come_and_it_is_said(store):
    answer = ask(store, "select repeat('x', 1000) from range(50)", limits=Limits(bytes=10_000))
    assert 5 <= len(answer.rows) < 10
    assert answer.cut == "bytes"
    with pytest.raises(Refused, match="bytes"):
        ask(store, "select repeat('x', 100000)", limits=Limits(bytes=10_000))


def test_an_empty_answer_has_its_columns(store):
    answer = ask(store, "select indicator, obs_value from observation where false")
    assert list(answer.rows) == ["indicator", "obs_value"]
    assert len(answer.rows) == 0


@pytest.mark.parametrize(
    "sql",
    [
        "show tables",
        "describe observation",
        "summarize records.organizations",
        "from observation limit 1",
        "values (1)",
        "table period",
        "pivot reference.population on age_band in ('0-17', '18-59') using sum(persons)",
        "(select 1) union all (select 2)",
        "select * from reference.population limit 1;",
        "-- 先说明\nselect 1 -- 再说明",
    ],
)
def test_every_way_to_write_a_query_is_taken(store, sql):
    assert len(ask(store, sql, ("records",)).rows)


@pytest.mark.parametrize("title", examples())
def test_every_example_runs_and_finds_something(store, title):
    assert re.search("[一-鿿]", title)
    assert len(ask(store, examples()[title], tuple(ROWS)).rows)


def test_a_plan_is_shown_without_running_the_statement(store):
    answer = ask(store, escapes.BOMBS["cross join"], plan=True)
    assert "Cross Product" in answer.rows.iloc[0, 1]
    with pytest.raises(Refused, match="not_select"):
        ask(store, "analyze observation", plan=True)


def test_a_version_of_before_says_so(store, tmp_path):
    old = Version("old", tmp_path / "old")
    shutil.copytree(store.folder, old.folder, ignore=shutil.ignore_patterns("rows*.duckdb"))
    with pytest.raises(Refused, match="not_built"):
        ask(old, "select 1")
    assert not sandbox.is_ready(old)


def test_a_statement_is_not_longer_than_anybody_writes(store):
    with pytest.raises(Refused, match="long"):
        ask(store, "select '" + "x" * sandbox.LONGEST + "'")


# Errors

NAMES = Names(
    tables={"observation": "指标数值", "records.organizations": "社会组织登记台账"},
    columns={"ref_area": "镇街道", "obs_value": "数值", "obs_status": "数值状态"},
)


@pytest.mark.parametrize(
    ("sql", "place", "says", "hint"),
    [
        ("select 镇街道\nfrom observation", (1, 8), "没有叫“镇街道”的列", "ref_area（镇街道）"),
        (
            "select 1,\n  obs_valu\nfrom observation",
            (2, 3),
            "没有叫“obs_valu”",
            "obs_value（数值）",
        ),
        ("select '中文',\n '中', nope_\nfrom observation", (2, 7), "没有叫“nope_”的列", ""),
        ("select *\nfrom observatio", (2, 6), "没有叫“observatio”的表", "observation（指标数值）"),
        ("from organizations", (1, 6), "没有叫“organizations”的表", "records.organizations"),
        ("select obs_value\nform observation", (2, 6), "语法不对", ""),
        ("select no_such(1)", (1, 8), "没有叫“no_such”的函数", ""),
        ("select indicator, count(*) from observation", (1, 8), "GROUP BY", ""),
        ("select o.nope from observation o", (1, 8), "没有叫“nope”的列", ""),
        ("select o.a from observation", (1, 8), "没有叫“o”的表", ""),
        ("select cast(indicator as int) from observation", (1, 8), "try_cast", ""),
        ("select sum('甲', 2)", (1, 8), "参数个数或类型不对", ""),
        ("from sensitive.assistance_payments", (1, 6), "没有叫“sensitive”的库", ""),
        ("select 'abc", (1, 8), "语法不对", ""),
    ],
)
def test_an_error_says_what_where_and_what_was_meant(store, sql, place, says, hint):
    with pytest.raises(Refused) as refused:
        ask(store, sql, ("records",))
    trouble = wording_workbench.trouble(refused.value.kind, refused.value.told, sql, NAMES)
    assert says in trouble.says
    assert (trouble.line, trouble.column) == place
    assert hint in trouble.hint
    shown, caret = trouble.marked.split("\n")
    assert shown == sql.split("\n")[place[0] - 1]
    assert len(caret) == place[1]
    assert trouble.engine
    assert "Traceback" not in trouble.engine


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("", "没有可以运行的语句"),
        ("select 1; select 2", "一次只运行一条"),
        ("explain select 1", "“执行计划”"),
        ("pivot period on freq using count(*)", "PIVOT要用IN"),
        ("drop table observation", "只运行SELECT"),
        ("from glob('*')", "不能使用“glob”"),
    ],
)
def test_what_is_not_run_says_why(store, sql, says):
    with pytest.raises(Refused) as refused:
        ask(store, sql)
    trouble = wording_workbench.trouble(refused.value.kind, refused.value.told, sql, NAMES)
    assert says in trouble.says


def test_each_limit_has_a_sentence_of_its_own():
    facts = {"seconds": 30, "together": 2, "most": 1}
    kinds = ("time", "memory", "bytes", "ended", "busy", "long", "not_built", "complex")
    said = {wording_workbench.trouble(kind, facts, "", NAMES).says for kind in kinds}
    assert len(said) == len(kinds)
    assert all("请" in one for one in said)
