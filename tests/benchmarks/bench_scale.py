"""Intake and build at several sizes, beside a bare DuckDB connection; and what a month more costs.

python -m tests.benchmarks.bench_scale [--rows 1000000 10000000] [--again]

For each size a payments extract is made in place of the shipped one, and in a process of its own:
floor   read_csv with its types given, then the mart's own SELECT over it, in memory;
build   everything from the CSV to the version, the other extracts included;
month   the same without the last month, then that month added as a file: the second build;
again   (if asked for) the same files from nothing, whose content hash must be the month's.
CPU seconds are what compares on a busy machine; a month's are compared with the build's.
"""

import argparse
import json
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import duckdb

from queries import inputs, statements
from queries.build import prepare
from queries.contracts import load_contracts
from queries.places import QUERIES, ROOT
from tests.benchmarks.report import machine
from tests.rows import SHIPPED, shipped_data

EXTRACT, MART = "assistance_payments", "assistance_month"
TYPES = {"persons": "bigint", "amount": "decimal(18, 2)"}  # what bare SQL would call the columns
LOOKED_UP = """
create schema staging; create schema reference;
create table reference.township as
    select name_zh, ref_area, in_scope = '是' as in_scope
    from read_csv({folder} || '/township.csv', header = true, all_varchar = true);
create table reference.county as
    select ref_area from read_csv({folder} || '/county.csv', header = true, all_varchar = true);
create table reference.month as
    select *, cast(month_start as date) as month_start
    from read_csv({folder} || '/month.csv', header = true, all_varchar = true);
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="*", default=[1_000_000])
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("scale.json"))
    options = parser.parse_args()
    results = []
    for rows in (0, *options.rows):
        with tempfile.TemporaryDirectory(dir=os.environ.get("BOARD_VAR")) as folder:
            results += measured(Path(folder), rows, options.again)
    options.out.write_text(
        json.dumps({"machine": machine(), "runs": results}, ensure_ascii=False, indent=1) + "\n",
        encoding="utf-8",
    )


def measured(folder: Path, rows: int, is_again: bool):
    """Return one record a run, printed as a row of the table as soon as it is there."""
    data = shipped_data(folder / "data")
    csv = data / "extracts" / f"{EXTRACT}.csv"
    if rows:
        make = [sys.executable, ROOT / "data" / "make_demo.py", "--rows", str(rows)]
        subprocess.run([*make, "--out", csv.parent], check=True)
    told = []

    def note(name, run, *given):
        taken = apart(run, *given)
        told.append({"rows": rows or "shipped", "run": name} | taken)
        stages = "，".join(f"{stage} {spent:.0f}" for stage, spent in taken["stages"].items())
        print(
            f"| {told[-1]['rows']} | {name} | {taken['wall']:.1f} | {taken['cpu']:.1f} "
            f"| {taken['peak']:.2f} | {stages} |",
            flush=True,
        )
        return taken["answer"]

    print("| rows | run | wall, s | CPU, s | peak, GB | stages, CPU s |\n" + "| --- " * 6 + "|")
    note("floor", floor, csv, data / "reference")
    note("build", build, data, folder / "var")
    if not rows:
        return told
    shutil.rmtree(folder / "var")
    month = last_month_apart(csv, folder / "month.csv")
    note("without the last month", build, data, folder / "var")
    inputs.take_in(data, load_contracts(data / "contracts")[EXTRACT], month, inputs.ADD)
    added = note("month", build, data, folder / "var")
    if is_again:
        whole = note("again", build, data, folder / "other")
        print("same content hash" if whole == added else "CONTENT DIFFERS", flush=True)
    return told


def apart(run, *given) -> dict:
    """Run a function in a process of its own; return its answer, seconds, peak memory, stages."""
    alone = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=alone) as pool:
        return pool.submit(weighed, run, *given).result()


def weighed(run, *given) -> dict:
    stages, last = {}, [time.process_time(), "起"]

    def stage(name):
        now = time.process_time()
        stages[last[1]] = stages.get(last[1], 0) + now - last[0]
        last[:] = now, name

    start, spent = time.perf_counter(), time.process_time()
    answer = run(*given, stage)
    stage("")
    return {
        "wall": time.perf_counter() - start,
        "cpu": time.process_time() - spent,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
        "stages": {name: spent for name, spent in stages.items() if spent >= 0.5},
        "answer": answer,
    }


def floor(csv: Path, reference: Path, stage):
    con = duckdb.connect()
    con.execute("set enable_progress_bar = false")
    con.execute(LOOKED_UP.format(folder=statements.text(reference)))
    stage("read_csv")
    with csv.open(encoding="utf-8") as file:
        headings = file.readline().strip().split(",")
    contract = load_contracts(SHIPPED / "contracts")[EXTRACT]
    named = [next(one.name for one in contract.columns if one.name_zh == zh) for zh in headings]
    columns = ", ".join(f"'{name}': '{TYPES.get(name, 'varchar')}'" for name in named)
    con.execute(
        f"create table read as select * replace (try_cast(month || '-01' as date) as month) "
        f"from read_csv({statements.text(csv)}, columns = {{{columns}}}, header = true, "
        "auto_detect = false, delim = ',', quote = '\"', ignore_errors = true)"
    )
    con.execute(
        f"create view staging.{EXTRACT} as select read.* replace (township.ref_area as ref_area) "
        "from read inner join reference.township as township on read.ref_area = township.name_zh; "
        f"create table reference.extract as select '{EXTRACT}' as extract, date '2019-01-01' "
        "as history_from, max(month) as as_of from read; "
        f"create table reference.extract_word as select distinct '{EXTRACT}' as extract, "
        "'programme' as column_name, programme as word from read"
    )
    stage("GROUP BY")
    sql = (QUERIES / "marts" / f"{MART}.sql").read_text(encoding="utf-8")
    con.execute(f"create table counted as {sql}")
    return con.execute("select count(*) from counted").fetchall()[0][0]


def build(data: Path, var: Path, stage):
    def progress(name, done):
        stage(next((word for word in STAGES if name.startswith(word)), STAGES[0]))

    return prepare(data, var, progress).manifest()["content"]


STAGES = ("读取", "汇总", "计算指标", "保护小数", "写入版本")


def last_month_apart(csv: Path, month: Path) -> Path:
    """Move a CSV's rows of its last month, which stand last, to a file of their own."""
    size = csv.stat().st_size
    with csv.open("rb") as file:
        heading = file.readline()
        file.seek(max(0, size - (1 << 12)))
        last = file.read().splitlines()[-1].split(b",")[5]
        low, high = len(heading), size  # by halves: lines before `low` are of earlier months
        while high - low > 1:
            middle = (low + high) // 2
            file.seek(middle)
            file.readline()
            cells = file.readline().split(b",")
            low, high = (middle, high) if len(cells) > 5 and cells[5] < last else (low, middle)
        file.seek(low)
        file.readline()
        file.readline()
        start = file.tell()
        with month.open("wb") as target:
            target.write(heading)
            shutil.copyfileobj(file, target)
    os.truncate(csv, start)
    return month


if __name__ == "__main__":
    main()
