"""The same chain from a shell: python -m queries build | check | use | observe | audit | …"""

import argparse
import getpass
import sys
from pathlib import Path

from queries import (
    audit,
    examining,
    incoming,
    preparing,
    publishing,
    store,
    tickets,
    verifying,
    versions,
)
from queries.build import prepare
from queries.contracts import load_contracts
from queries.faults import BuildFailed, FileRefused
from queries.inputs import ADD, REPLACE
from queries.places import DATA, VAR
from queries.versions import BuildRunning

REFUSALS = (
    BuildFailed,
    BuildRunning,
    FileRefused,
    preparing.Outdated,
    publishing.ConfirmationNeeded,
)


def main(arguments=None):
    """Run one command; return the exit code (0 done, 1 refused, 2 wrong usage)."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except REFUSALS as refusal:
        print(refusal, file=sys.stderr)
        return 1


def _say(stage, done):
    print(f"{done:4.0%} {stage}", flush=True)


def run_build(options):
    """Take in the files named, else those in the drop folder, else build what is there."""
    files = options.file or incoming.files(options.data)
    if files:
        return _take_in(options, files)
    version = prepare(options.data, options.var, _say)
    with versions.locked(options.var):
        entry = publishing.publish(options.data, options.var, version, options.who, options.reason)
    _note_publication(options, entry)
    for receipt in version.manifest()["inputs"]:
        _print_refused(receipt["file"], receipt)
    print(f"版本 {version.id} 已发布")
    return 0


def _take_in(options, files):
    mode = {"mode": options.mode, "contract": options.contract}
    asked = [mode for _ in files]
    handed_in = [(path.name, path) for path in files]
    ticket = tickets.open_ticket(options.data, handed_in, options.who, asked)
    for one in ticket.files:
        _note(options, "handed in", one.name)
    outcome = preparing.work(options.data, options.var, ticket, _say)
    if outcome["state"] == "refused":
        print(outcome["why"], file=sys.stderr)
        return 1
    for one in outcome["files"]:
        _print_refused(one["name"], one)
        if one["marked"]:
            print(f"退回的行见{ticket.folder / one['marked']}")
    print(f"已公布的数改动{outcome['changed']}处，其中{outcome['beyond']}处超过容许范围")
    ticket = tickets.read_ticket(options.data, ticket.id)
    entry = preparing.publish(options.data, options.var, ticket, options.who, options.reason)
    _note_publication(options, entry)
    incoming.clear(options.data, files)
    print(f"版本 {outcome['version']} 已发布")
    return 0


def _note(options, what, of, **more):
    audit.note(options.data, options.who, what, of, how="command", **more)


def _note_publication(options, entry, what="published"):
    audit.note_publication(options.data, options.who, what, entry, how="command")


def _print_refused(name, receipt):
    if receipt["refused"]:
        print(f"{name}：{receipt['rows']}行，退回{receipt['refused']}行")


def run_check(options):
    """Check files, else those in the drop folder, against their contracts; publish nothing."""
    files = options.file or incoming.files(options.data)
    if not files:
        print("没有要检查的文件：请写明文件，或放入data/incoming", file=sys.stderr)
        return 2
    return max(_check(options, path) for path in files)


def _check(options, path):
    contracts = load_contracts(options.data / "contracts")
    if options.contract and options.contract not in contracts:
        print(f"没有名为{options.contract}的契约", file=sys.stderr)
        return 2
    if not path.exists():
        raise FileRefused("absent", file=path.name, place="data/incoming")
    named = contracts.get(options.contract or path.stem)
    contract = named or examining.recognised(options.data, path)[0]
    found = examining.examine(options.data, path, contract, marked=options.marked)
    if found.receipt:
        rows, loaded, refused = (
            getattr(found.receipt, part) for part in ("rows", "loaded", "refused")
        )
        print(f"{path.name}：{rows}行，合格{loaded}行，退回{refused}行")
    for line, column, value, cause, mend in found.faults:
        heading = contract.column(column).name_zh if column else "整行"
        print(f"第{line}行 {heading}“{value or ''}”：{cause}。{mend}")
    if found.refusal:
        print(f"{path.name}：{found.refusal}", file=sys.stderr)
    return 1 if found.faults or found.refusal else 0


def run_work(options):
    """Work on a ticket; the intake page starts this in a process of its own."""
    ticket = tickets.read_ticket(options.data, options.ticket)
    preparing.work(options.data, options.var, ticket)
    return 0


def run_use(options):
    asked = (options.data, options.var, options.version)
    entry = publishing.go_back(*asked, options.who, options.reason)
    _note_publication(options, entry, "went back")
    print(f"版本 {options.version} 已启用")
    return 0


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


def run_audit(options):
    """Verify the audit log; print what a bureau notes elsewhere, and its last lines if asked."""
    for entry in audit.entries(options.data, options.show) if options.show else ():
        print(audit.said(entry))
    found = verifying.verify(options.data)
    if found.fault:
        print(f"审计日志不完整。{found.fault}。请保留现场并报告", file=sys.stderr)
        return 1
    if not found.number:
        print("审计日志还没有内容")
        return 0
    print(f"审计日志完整：{found.number}条，{found.first[:10]}至{found.last[:10]}")
    if found.keyed_from:
        print(f"第{found.keyed_from}条起带密钥")
    print(f"末条校验值（请另处记下）：{found.number} {found.hash}")
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="python -m queries", description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of contracts and extracts")
    parser.add_argument("--var", type=Path, default=VAR, help="folder of the built versions")
    commands = parser.add_subparsers(required=True)
    build = commands.add_parser("build", help="take files in, or what is there, and publish")
    build.set_defaults(run=run_build, mode="")
    build.add_argument("file", type=Path, nargs="*", help="files to take in")
    build.add_argument("--replace", dest="mode", action="store_const", const=REPLACE)
    build.add_argument("--add", dest="mode", action="store_const", const=ADD)
    check = commands.add_parser("check", help="check files against their contracts")
    check.set_defaults(run=run_check)
    check.add_argument("file", type=Path, nargs="*")
    check.add_argument("--marked", type=Path, help="write the refused rows to this workbook")
    for command in (build, check):
        command.add_argument("--contract", default="", help="which extract it is, if not told")
    work = commands.add_parser("work", help="work on what was handed in on the intake page")
    work.set_defaults(run=run_work)
    work.add_argument("ticket")
    use = commands.add_parser("use", help="make an earlier version live again")
    use.set_defaults(run=run_use)
    use.add_argument("version")
    for command in (build, use):
        command.add_argument("--reason", default="", help="why published numbers change")
        command.add_argument("--who", default=getpass.getuser(), help="who does it")
    observe = commands.add_parser("observe", help="print an indicator's observations")
    observe.set_defaults(run=run_observe)
    observe.add_argument("indicator")
    observe.add_argument("--area", help="an area's Chinese name, e.g. 新埭镇 or 全市")
    observe.add_argument("--period", help="e.g. 2024-08 or 2023")
    listed = commands.add_parser("versions", help="list the versions, the live one starred")
    listed.set_defaults(run=run_versions)
    audited = commands.add_parser("audit", help="verify the audit log")
    audited.set_defaults(run=run_audit)
    audited.add_argument("--show", type=int, default=0, metavar="N", help="list the last N entries")
    return parser


if __name__ == "__main__":
    sys.exit(main())
