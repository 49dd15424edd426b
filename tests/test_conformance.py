"""Conformance: every mart gives the same rows and types on DuckDB, on Sail and on Spark.

Over the demo's rows, and over hard ones that no intake would let through. Spark is a master, two
workers and Connect, each a process; the last tests here end some of them. Where an engine is not
installed its tests are skipped, unless SPARK_TESTS_REQUIRED is set: see tests/clusters.py.
"""

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from queries import cluster, database, engine
from queries.faults import BuildFailed
from queries.inputs import inputs
from queries.places import QUERIES
from queries.receiving import receive_references, say_how_far
from queries.statements import text
from tests import clusters
from tests.hard_rows import stage_hard
from tests.rows import SHIPPED

pytestmark = pytest.mark.timeout(900)  # two engines started, and every mart counted on them

MARTS = {path.stem: path.read_text("utf-8") for path in sorted((QUERIES / "marts").glob("*.sql"))}
HEAVY = "assistance_month"
# Spark takes a second of two cores for a mart however few its rows: it counts both worlds as one.
WHERE = [("sail", "demo"), ("sail", "hard"), ("spark", "both")]


@pytest.fixture(scope="module")
def worlds(demo, contracts, tmp_path_factory):
    """{name: (connection, folder)}: staged rows, reference tables, and mart.* as DuckDB counts."""
    extracts = {id_: one for id_, one in contracts.items() if one.kind == "extract"}
    made = {}
    for name in ("demo", "hard", "both"):
        folder, con = tmp_path_factory.mktemp(name), database.connect()
        receive_references(con, contracts, inputs(SHIPPED, contracts), tmp_path_factory.mktemp("r"))
        if name == "demo":
            (folder / "staging").symlink_to(demo.folder / "staging")
        else:
            (folder / "staging").mkdir()
            beside = demo.folder / "staging" if name == "both" else None
            stage_hard(con, extracts, folder / "staging", beside)
        for id_ in extracts:
            parquet = text(folder / "staging" / f"{id_}.parquet")
            con.execute(f"create view staging.{id_} as from read_parquet({parquet})")
        say_how_far(con, extracts.values())
        for mart, sql in MARTS.items():
            con.execute(f"create table mart.{mart} as {sql}")
        made[name] = con, folder
    yield made
    for con, _ in made.values():
        con.close()


@pytest.fixture(scope="module")
def sail(tmp_path_factory):
    with clusters.sail(tmp_path_factory.mktemp("sail")) as started:
        yield started


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    with clusters.spark(tmp_path_factory.mktemp("spark")) as started:
        yield started


@pytest.fixture(scope="module")
def counted(request, worlds):
    """Return a function: an engine in, {(world, mart): Parquet files, or why not}."""

    @cache
    def by(name):
        found = {}
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ENGINE", request.getfixturevalue(name).address)
            for world in (world for engine_, world in WHERE if engine_ == name):
                found |= {(world, mart): files for mart, files in _counted(*worlds[world])}
        return found

    return by


def _counted(con, folder):
    """Yield every mart with its Parquet files, moved to where they outlive the session."""
    kept = folder / "counted"
    with engine.opened(folder) as cluster, cluster.naming(con, list(MARTS.values())):

        def save(mart):
            try:
                return [file.rename(kept / file.name) for file in cluster.save(MARTS[mart], mart)]
            except BuildFailed as problem:
                return problem

        kept.mkdir(exist_ok=True)
        with ThreadPoolExecutor(database.ABREAST) as pool:
            yield from zip(MARTS, pool.map(save, MARTS), strict=True)


@pytest.mark.parametrize("mart", MARTS)
@pytest.mark.parametrize(("name", "world"), WHERE)
def test_a_mart_is_the_same_rows_and_types_on_every_engine(worlds, counted, name, world, mart):
    files = counted(name)[world, mart]
    assert not isinstance(files, BuildFailed), files
    con = worlds[world][0]
    rows = con.table(f"mart.{mart}")
    if not files:  # Sail writes no file for no row
        assert len(rows) == 0
        return
    other = con.read_parquet(list(map(str, files)))
    assert (other.columns, other.types) == (rows.columns, rows.types)
    assert differing(con, mart, files) == []


def differing(con, mart, files):
    """Return some rows that DuckDB's mart and the one in these files do not share."""
    ours, theirs = f"mart.{mart}", f"read_parquet([{', '.join(map(text, files))}])"
    return con.sql(
        f"(from {ours} except all from {theirs}) union all (from {theirs} except all from {ours}) "
        "limit 3"
    ).fetchall()


def test_hard_rows_reach_every_mart(worlds):
    """A mart without a row would be the same everywhere whatever it says."""
    con = worlds["hard"][0]
    assert [mart for mart in MARTS if not len(con.table(f"mart.{mart}"))] == []


@pytest.fixture
def at_spark(spark, monkeypatch):
    """Have the tests below, the last ones, count at Spark."""
    monkeypatch.setenv("ENGINE", spark.address)
    return spark


def test_the_names_of_another_build_at_the_cluster_are_left_alone(at_spark, worlds, tmp_path):
    con, own = worlds["both"][0], tmp_path / "building-own"
    other = tmp_path / "building-other"
    own.mkdir()
    other.mkdir()
    with engine.opened(other) as first, engine.opened(own) as second:
        counting, another = first.naming(con, []), second.naming(con, [])
        counting.__enter__()
        with pytest.raises(BuildFailed, match="不是这次构建的"):
            another.__enter__()
        shutil.rmtree(other)  # as what a killed build left goes when the next one begins
        second.naming(con, []).__enter__()
        with pytest.raises(BuildFailed, match="另一个构建占用了同一个集群"):
            counting.__exit__(None, None, None)


def test_a_worker_killed_in_mid_job_changes_nothing(at_spark, worlds, monkeypatch):
    con, folder = worlds["both"]
    sql, at_work = MARTS[HEAVY], threading.Event()

    def progress(self, stages, inflight_tasks, operation_id, done):
        if inflight_tasks and len(stages) > 1:
            at_work.set()

    monkeypatch.setattr(cluster.Cluster, "_progress", progress)
    monkeypatch.setattr(cluster, "PATIENCE", 120)  # nobody notes here that tasks are at work
    with (
        engine.opened(folder) as there,
        there.naming(con, [sql]),
        ThreadPoolExecutor(1) as pool,
    ):
        at_work.clear()
        saving = pool.submit(there.save, sql, "heavy")
        assert at_work.wait(60)
        clusters.kill(at_spark.workers[0])
        assert not saving.done()
        assert differing(con, HEAVY, saving.result()) == []


def test_a_build_whose_workers_all_go_fails(at_spark, refused, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 10)

    def progress(stage, done):
        if stage.startswith("汇总"):
            clusters.kill(at_spark.workers[1])

    assert "10秒没有动静" in refused(progress)


def test_a_build_whose_driver_is_killed_in_mid_job_fails(at_spark, refused, monkeypatch):
    """Without workers its first job waits, so that it is in mid-job whenever the driver goes."""
    prove = engine.Spark.prove

    def killed_meanwhile(self):
        threading.Timer(3, clusters.kill, [at_spark.driver]).start()
        prove(self)

    monkeypatch.setattr(engine.Spark, "prove", killed_meanwhile)
    assert "与集群的连接断了" in refused()
