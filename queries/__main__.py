"""The same chain from a shell: python -m queries build | check | observe | versions."""

import argparse
import sys
import tempfile
from pathlib import Path

from queries import database, store, versions
from queries.build import BuildFailed, build, receive_references
from queries.contracts import load_contracts
from queries.decode import FileRefused
from queries.intake import receive
from queries.places import DATA, VAR
from queries.versions import BuildRunning


def main(arguments=None):
    """Run one command; return the exit code (0 done, 1 refused, 2 wrong usage)."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except (BuildFailed, BuildRunning, FileRefused) as refusal:
        print(refusal, file=sys.stderr)
        return 1


def run_build(options):
    def say(stage, done):
        print(f"{done:4.0%} {stage}")

    version = build(options.data, options.var, say)
    for receipt in version.manifest()["inputs"]:
        if receipt["refused"]:
            print(f"{receipt['file']}：{receipt['rows']}行，退回{receipt['refused']}行")
    print(f"版本 {version.id} 已发布")
    return 0


def run_check(options):
    """Check one file against its contract; publish nothing."""
    contracts = load_contracts(options.data / "contracts")
    wanted = options.contract or options.file.stem
    contract = contracts.get(wanted)
    if contract is None:
        print(f"没有名为{wanted}的契约，请用--contract指明", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder, database.connect() as con:
        receive_references(con, contracts, options.data, Path(folder))
        receipt = receive(con, contract, options.file, Path(folder))
        faults = con.execute(database.script("fault"), {"contract": contract.id}).fetchall()
    print(f"{receipt.file}：{receipt.rows}行，合格{receipt.loaded}行，退回{receipt.refused}行")
    for line, column, value, cause, mend in faults:
        heading = contract.column(column).name_zh if column else "整行"
        print(f"第{line}行 {heading}“{value or ''}”：{cause}。{mend}")
    return 1 if faults else 0


def run_observe(options):
    version = versions.current(options.var)
    if version is None:
        print("还没有版本，请先运行 python -m queries build", file=sys.stderr)
        return 1
    rows = store.read(version, "trend", indicator=options.indicator)
    if options.area:
        rows = rows[rows["name_zh"] == options.area]
    if options.period:
        rows = rows[rows["time_period"] == options.period]
    if rows.empty:
        print("没有符合条件的观测值", file=sys.stderr)
        return 1
    columns = ["name_zh", "time_period", "numerator", "denominator", "obs_value", "obs_status"]
    print(rows[columns].to_string(index=False))
    return 0


def run_versions(options):
    live = versions.current(options.var)
    for version in versions.all_versions(options.var):
        mark = "*" if live and version.id == live.id else " "
        print(f"{mark} {version.id} 内容 {version.manifest()['content'][:12]}")
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="python -m queries", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of contracts and extracts")
    parser.add_argument("--var", type=Path, default=VAR, help="folder of the built versions")
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("build", help="read every extract and publish a version")
    command.set_defaults(run=run_build)
    command = commands.add_parser("check", help="check one file against its contract")
    command.add_argument("file", type=Path)
    command.add_argument("--contract", help="the contract's id, if the file is not named after it")
    command.set_defaults(run=run_check)
    command = commands.add_parser("observe", help="print an indicator's observations")
    command.add_argument("indicator")
    command.add_argument("--area", help="an area's Chinese name, e.g. 新埭镇 or 全市")
    command.add_argument("--period", help="e.g. 2024-08 or 2023")
    command.set_defaults(run=run_observe)
    command = commands.add_parser(
        "versions", help="list the published versions, the live one starred"
    )
    command.set_defaults(run=run_versions)
    return parser


if __name__ == "__main__":
    sys.exit(main())
