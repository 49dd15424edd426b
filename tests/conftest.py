"""What many tests share: the shipped data and a tiny county, each built once a session."""

import fcntl
import os
import shutil

import duckdb
import pytest

from queries import audit, database, versions
from queries.build import build, prepare
from queries.contracts import load_contracts
from queries.faults import BuildFailed
from queries.inputs import inputs
from queries.receiving import receive_references
from tests.handing import CORRECTED, REFUSED, hand_in, meal_file
from tests.rows import SHIPPED, shipped_data, tiny_data

# A worker takes whole files. These take longest and are begun first: else one worker would still be
# at them when the other has nothing left to do.
LONGEST = (
    *(
        "conformance",
        "reliability",
        "handing_in",
        "scanner",
        "hierarchies",
        "sandbox",
        "access",
        "pages",
    ),
    *("trace_page", "noting", "corpus"),
)
ORDER = {f"tests/test_{name}.py": place for place, name in enumerate(LONGEST)}


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: ORDER.get(item.nodeid.partition("::")[0], len(ORDER)))


@pytest.fixture(autouse=True)
def log_apart(tmp_path_factory, monkeypatch):
    """What tests do over the shipped data is not noted in the log that lies beside them."""
    note, apart = audit.note, tmp_path_factory.getbasetemp() / "noted"

    def elsewhere(data, *told, **more):
        return note(apart if data == SHIPPED else data, *told, **more)

    monkeypatch.setattr(audit, "note", elsewhere)


@pytest.fixture(scope="session")
def once(tmp_path_factory):
    """Return a function: a name and what makes a folder in, the folder made once by all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def made(name, make):
        folder, done = shared / name, shared / f"{name}.done"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not done.exists():
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def demo(once):
    """The version built from the shipped data, whatever BOARD_DATA says."""
    made = once("demo", lambda folder: build(shipped_data(folder / "data"), folder / "var"))
    return versions.current(made / "var")


@pytest.fixture(scope="session")
def tiny(once):
    """The version built from a county small enough to count by hand."""
    made = once("tiny", lambda folder: build(tiny_data(folder / "data"), folder / "var"))
    return versions.current(made / "var")


@pytest.fixture(scope="session")
def checked(tiny, once):
    """A var folder, the tiny version live, in which what many tests hand in was checked once.

    The same files are the same version: who hands them in over a copy of this finds it built.
    """

    def make(folder):
        var = shutil.copytree(tiny.folder.parent.parent, folder / "var")
        hand_in(tiny_data(folder / "one"), var, meal_file(CORRECTED))
        hand_in(tiny_data(folder / "another"), var, meal_file(CORRECTED, REFUSED))

    return once("checked", make) / "var"


@pytest.fixture(scope="session")
def demo_shelf(demo):
    """A read-only connection to what the demo version publishes."""
    with database.connect(demo.published, read_only=True) as con:
        yield con


@pytest.fixture(scope="session")
def demo_records(demo):
    """A read-only connection to what the demo version keeps for those who may see records."""
    with database.connect(demo.records, read_only=True) as con:
        yield con


@pytest.fixture(scope="session")
def tiny_shelf(tiny):
    """A read-only connection to what the tiny version publishes."""
    with database.connect(tiny.published, read_only=True) as con:
        yield con


@pytest.fixture(scope="session")
def contracts():
    """The shipped contracts, {id: Contract}."""
    return load_contracts(SHIPPED / "contracts")


@pytest.fixture(scope="session")
def _desk(contracts, tmp_path_factory):
    with database.connect() as con:
        receive_references(
            con, contracts, inputs(SHIPPED, contracts), tmp_path_factory.mktemp("desk")
        )
        yield con


@pytest.fixture
def desk(_desk) -> duckdb.DuckDBPyConnection:
    """A connection at which files are received: reference tables read, quarantine empty."""
    _desk.execute("delete from quarantine")
    return _desk


@pytest.fixture
def figure_cells(tiny_shelf):
    """Return a function: a figure, area, period and column of the tiny county's figures in,
    {(category, series): number} out. Noughts are left out.
    """

    def read(figure, area, period, column="numerator"):
        rows = tiny_shelf.execute(
            f"select category, series, cast({column} as double) from figure_cell "
            f"where figure = ? and ref_area = ? and time_period = ? and {column} <> 0",
            [figure, area, period],
        ).fetchall()
        return {(category, series): number for category, series, number in rows}

    return read


@pytest.fixture
def refused(tiny, tmp_path):
    """Return a function: build changed data over a live version; return why it failed.

    The live version stays, and nothing of the build is left.
    """
    data, var = tiny_data(tmp_path / "data", small_count=2), tmp_path / "var"
    versions.place(var, shutil.copytree(tiny.folder, tmp_path / "copy"), tiny.id)
    versions.switch(var, tiny.id)

    def why(progress=lambda stage, done: None):
        with pytest.raises(BuildFailed) as failure:
            prepare(data, var, progress)
        assert versions.current(var).id == tiny.id
        assert [one.id for one in versions.all_versions(var)] == [tiny.id]
        assert not list(var.glob("building-*"))
        return str(failure.value)

    return why
