"""The marts of payments at 10⁵, 10⁶ and 10⁷ rows: DuckDB, Sail, and Spark with two workers.

python data/make_demo.py --rows 10000000 --out <folder>
python -m tests.benchmarks.bench_engine <folder>/assistance_payments.csv [--runs 2]

All on the same cores, in turn, the same staged Parquet in and marts out. Seconds of the wall and of
the processors (of all the engine's processes); from them what a mart costs whatever its rows are,
and what a million rows cost more. The first run of a Java machine is thrown away. Writes
engines.json; SPARK_HOME names the pip package, as for the tests.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from queries import cluster, database, engine
from queries.contracts import load_contracts
from queries.engine import READ
from queries.inputs import inputs
from queries.places import QUERIES
from queries.receiving import receive_references, say_how_far
from queries.statements import text
from tests import clusters
from tests.benchmarks.bench_explore import STAGED
from tests.rows import SHIPPED

SIZES = (10**5, 10**6, 10**7)
PATIENCE = 900  # seconds: Sail tells nothing while it counts, which the board takes for a stop
LARGE = "assistance_payments"
WORKERS = {  # as a real executor runs, not as for a test that is over in a minute
    "spark.executor.memory": "1500m",
    "spark.executor.extraJavaOptions": "-XX:+UseParallelGC",
    "spark.sql.adaptive.enabled": "true",
    "spark.sql.shuffle.partitions": "4",
}
TICKS = os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("csv", type=Path)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--engines", nargs="*", default=["duckdb", "sail", "spark"])
    parser.add_argument("--var", type=Path, required=True, help="a built version's folder")
    parser.add_argument("--json", type=Path, default=Path(__file__).with_name("engines.json"))
    options = parser.parse_args()
    folder, cluster.PATIENCE = Path(tempfile.mkdtemp()), PATIENCE
    try:
        worlds = _worlds(folder, options)
        found = {name: _measured(name, worlds, folder, options.runs) for name in options.engines}
    finally:
        shutil.rmtree(folder)
    _report(found, options.sizes, options.json)


def _worlds(folder, options):
    """Return {size: (connection, folder)}: the version's staged rows, with so many payments."""
    whole = folder / "whole.parquet"
    townships = text(SHIPPED / "reference" / "township.csv")
    staged = STAGED.format(csv=text(options.csv), townships=townships, parquet=text(whole))
    database.connect().execute(staged)
    contracts, made = load_contracts(SHIPPED / "contracts"), {}
    extracts = [one for one in contracts.values() if one.kind == "extract"]
    for size in options.sizes:
        place, con = folder / f"{size}", database.connect()
        place.mkdir()
        shutil.copytree(options.var / "staging", place / "staging")
        thinned = f"from read_parquet({text(whole)}) where line % {SIZES[-1] // size} = 0"
        parquet = place / "staging" / f"{LARGE}.parquet"
        parquet.unlink()
        con.execute(f"copy ({thinned}) to {text(parquet)} (compression zstd)")
        beside = place / "references"
        beside.mkdir()
        receive_references(con, contracts, inputs(SHIPPED, contracts), beside)
        for one in extracts:
            path = text(place / "staging" / f"{one.id}.parquet")
            con.execute(f"create view staging.{one.id} as from read_parquet({path})")
        say_how_far(con, extracts)
        made[size] = con, place
    return made


def _marts():
    paths = sorted((QUERIES / "marts").glob("*.sql"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    return {mart: sql for mart, sql in texts.items() if ("staging", LARGE) in READ.findall(sql)}


def _measured(name, worlds, folder, runs):
    """Return {size: [(seconds of the wall, of the processors), …]} of one engine."""
    if name == "duckdb":
        os.environ["ENGINE"] = engine.HERE
        return {
            size: [_timed(lambda con=con: _here(con), time.process_time) for _ in range(runs)]
            for size, (con, _) in worlds.items()
        }
    logs = folder / name
    logs.mkdir()
    with clusters.sail(logs) if name == "sail" else clusters.spark(logs, WORKERS) as started:
        os.environ["ENGINE"] = started.address
        groups = {one.pid for one in (started.driver, *started.workers)}
        first, *_ = worlds.values()
        _there(*first, lambda: 0.0)
        return {
            size: [_there(con, place, lambda: _processors(groups)) for _ in range(runs)]
            for size, (con, place) in worlds.items()
        }


def _here(con):
    for mart, sql in _marts().items():
        con.execute(f"create or replace table mart.{mart} as {sql}")


def _there(con, place, processors):
    """Count the marts at the cluster; what comes before and after them is not timed."""
    with engine.opened(place) as spark, spark.naming(con, list(_marts().values())):

        def count():
            for mart, sql in _marts().items():
                spark.save(sql, mart)

        return _timed(count, processors)


def _timed(act, processors):
    wall, used = time.perf_counter(), processors()
    act()
    return round(time.perf_counter() - wall, 2), round(processors() - used, 2)


def _processors(groups):
    """Return the seconds that the processes of these groups have had of the processors."""
    used = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parts = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if int(parts[2]) in groups:
            used += int(parts[11]) + int(parts[12])
    return used / TICKS


def _report(found, sizes, path):
    """Print a table and write it as JSON: the least of the runs, a fixed cost and a slope."""
    rows = {}
    print("| engine | " + " | ".join(f"{size:,} rows" for size in sizes) + " | fixed | per 10⁶ |")
    print("| --- |" + " --- |" * (len(sizes) + 2))
    for name, taken in found.items():
        for kind, place in (("wall", 0), ("processors", 1)):
            least = [min(run[place] for run in taken[size]) for size in sizes]
            slope, fixed = statistics.linear_regression([size / 1e6 for size in sizes], least)
            rows[f"{name}, {kind}"] = {"runs": taken, "fixed": fixed, "per_million": slope}
            cells = " | ".join(f"{seconds:.1f}" for seconds in least)
            print(f"| {name}, {kind}, s | {cells} | {fixed:.1f} | {slope:.2f} |")
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    result = {"machine": machine, "marts": list(_marts()), "seconds": rows}
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
