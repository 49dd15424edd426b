"""Free analysis over ten million payments, beside the same question in a bare DuckDB connection.

python data/make_demo.py --rows 10000000 --out <folder>
python -m tests.benchmarks.bench_explore <folder>/assistance_payments.csv [--runs 5]

What is measured is what a page asks for, exploring.answer, which totals and orders the cells;
beside it a GROUP BY written by hand over the same Parquet file. Both in one run, in turn, since
machines are noisy.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import duckdb

from queries import exploring, statements
from queries.build import build
from queries.questions import question
from queries.versions import Version
from tests.rows import shipped_data

STAGED = """
copy (
    select
        csv.发放编号 as payment, csv.人员编号 as person, csv.家庭编号 as household,
        csv.救助项目 as programme, township.ref_area, cast(null as varchar) as ref_area_code,
        cast(csv.发放月份 || '-01' as date) as month, cast(csv.保障人数 as bigint) as persons,
        cast(csv.发放金额 as decimal(18, 2)) as amount, csv.发放状态 as status,
        cast(null as date) as ended_month, 'assistance_payments.csv' as file,
        row_number() over () + 1 as line
    from read_csv({csv}, header = true, all_varchar = true) as csv
    inner join read_csv({townships}, header = true, all_varchar = true) as township
        on csv.镇街道 = township.name_zh
) to {parquet} (format parquet, compression zstd)
"""
ASKED = {  # question of the page: the same by hand
    "by=programme": "select programme, count(*) from p group by all",
    "by=ref_area": "select ref_area, count(*) from p group by all",
    "by=month": "select month, count(*) from p group by all",
    "by=month.year&measure=sum:amount": "select year(month), sum(amount) from p group by all",
    "by=ref_area,programme&measure=count,sum:amount": (
        "select ref_area, programme, count(*), sum(amount) from p group by all"
    ),
    "by=ref_area,month&measure=sum:amount": (
        "select ref_area, month, sum(amount) from p group by all"
    ),
    "by=programme,month.quarter&measure=mean:amount": (
        "select programme, date_trunc('quarter', month), avg(amount) from p group by all"
    ),
    "by=amount.band,programme": (
        "select case when amount >= 2000 then 5 when amount >= 1000 then 4 when amount >= 500 "
        "then 3 when amount >= 200 then 2 else 1 end as band, programme, count(*) from p "
        "group by all"
    ),
    "by=ref_area&measure=distinct:person": (
        "select ref_area, count(distinct person) from p group by grouping sets ((ref_area), ())"
    ),
    "by=ref_area,programme&measure=median:amount": (
        "select ref_area, programme, median(amount) from p group by cube (ref_area, programme)"
    ),
    "by=ref_area,programme&where=month:last:12m;status:in:已发放": (
        "select ref_area, programme, count(*) from p "
        "where month > date '{newest}' - interval 1 year and status = '已发放' group by all"
    ),
    "by=programme,month.year&show=year": (
        "select programme, year(month), count(*) from p group by all"
    ),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("csv", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        version = prepared(Path(folder), options.csv)
        parquet = version.folder / "staging" / "assistance_payments.parquet"
        bare = duckdb.connect()
        bare.execute(f"create view p as from read_parquet({statements.text(parquet)})")
        rows, newest = bare.execute("select count(*), max(month) from p").fetchall()[0]
        print(f"{rows:,} rows, {parquet.stat().st_size / 1e6:.0f} MB of Parquet")
        print("| question | bare, s | page's, s | ratio |\n| --- | --- | --- | --- |")
        datasets = exploring.known(version)
        for asked, sql in ASKED.items():
            told = dict(part.split("=", 1) for part in asked.split("&"))
            plan = exploring.plan(
                datasets["assistance_payments"],
                question({"dataset": "assistance_payments"} | told),
            )
            sql = sql.replace("{newest}", str(newest))
            ours, floor = [], []
            for _ in range(options.runs):
                floor.append(seconds(lambda sql=sql: bare.execute(sql).fetchall()))
                ours.append(seconds(lambda plan=plan: exploring.answer(version, plan)))
            by_hand, page = statistics.median(floor), statistics.median(ours)
            print(f"| `{asked}` | {by_hand:.2f} | {page:.2f} | {page / by_hand:.2f} |", flush=True)


def prepared(folder: Path, csv: Path) -> Version:
    """Return a version of the shipped data whose payments are these, staged as a build does."""
    version = build(shipped_data(folder / "data"), folder / "var")
    parquet = version.folder / "staging" / "assistance_payments.parquet"
    townships = folder / "data" / "reference" / "township.csv"
    places = {"csv": csv, "townships": townships, "parquet": parquet}
    told = {name: statements.text(path) for name, path in places.items()}
    duckdb.connect().execute(STAGED.format(**told))
    shutil.rmtree(folder / "data")
    return version


def seconds(run) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
