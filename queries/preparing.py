"""Preparing: a ticket's files into a version nobody is shown yet, and what it would change."""

import os
from pathlib import Path

import pandas as pd

from queries import (
    database,
    examining,
    inputs,
    journal,
    marking,
    publishing,
    revisions,
    tickets,
    versions,
)
from queries.build import prepare
from queries.contracts import load_contracts
from queries.decode import sha256
from queries.faults import BuildFailed, FileRefused
from queries.tickets import Ticket


class Outdated(RuntimeError):
    """What was prepared no longer fits what is live; the message says what to do, in Chinese."""


def work(data: Path, var: Path, ticket: Ticket, also=lambda stage, done: None) -> dict:
    """Do a ticket's work and return its outcome, also kept in outcome.json.

    {"state": "ready", "version", "base", "changed", "beyond", "files": [{name, contract, mode,
    rows, loaded, refused, surplus, notes, marked}]}, or {"state": "refused", "why", "files"}.
    Beside it: revisions.parquet and additions.parquet, and <stored>.退回.xlsx for refused rows.
    """

    def say(stage, done):
        progress = {"stage": stage, "done": done, "pid": os.getpid()}
        tickets.write(ticket.folder / "progress.json", progress)
        also(stage, done)

    say("辨认文件", 0.0)
    try:
        outcome = _prepared(data, var, ticket, say)
    except (BuildFailed, FileRefused) as refusal:
        outcome = {"state": "refused", "why": str(refusal), "files": _examined(data, ticket)}
    tickets.write(ticket.folder / "outcome.json", outcome)
    return outcome


def publish(data: Path, var: Path, ticket: Ticket, who: str, reason: str = "") -> dict:
    """Take a ready ticket's files in and make its version live; return the journal's entry."""
    outcome = ticket.outcome
    if ticket.state != "ready":
        raise Outdated("这份数据还没有检查完，或已经处理过")
    if outcome["beyond"] and not reason.strip():
        raise publishing.ConfirmationNeeded(
            f"已公布的数有{outcome['beyond']}处改动超过容许范围。请核对后填写理由再发布"
        )
    with versions.locked(var):
        files, _ = _with_files(data, ticket)
        live = versions.current(var)
        base = live.id if live else ""
        if (versions.version_id(data, files), base) != (outcome["version"], outcome["base"]):
            raise Outdated("检查之后数据又有变动。请重新检查，再核对改动")
        contracts = load_contracts(data / "contracts")
        for one in outcome["files"]:
            path = ticket.folder / one["stored"]
            known = {"name": one["name"], "sha256": sha256(path), "ticket": ticket.id}
            file = inputs.take_in(data, contracts[one["contract"]], path, one["mode"])
            journal.append(data, publishing.INTAKES, file=file, **known)
        version = versions.version(var, outcome["version"])
        entry = publishing.publish(data, var, version, who, reason)
    tickets.write(ticket.folder / "outcome.json", outcome | {"state": "published"})
    return entry


def withdraw(var: Path, ticket: Ticket):
    """Set a ticket aside; its files stay in its folder, the version prepared for it goes."""
    if ticket.state == "ready":
        versions.drop(var, ticket.outcome["version"])
    tickets.write(ticket.folder / "outcome.json", ticket.outcome | {"state": "withdrawn"})


def _with_files(data, ticket):
    """Return the inputs with the ticket's files among them, and what each file is."""
    contracts = load_contracts(data / "contracts")
    files, kept = inputs.inputs(data, contracts), []
    for one in ticket.files:
        path = ticket.folder / one.stored
        found, is_marked = examining.recognised(data, path) if not one.contract else (None, False)
        contract = found or contracts[one.contract]
        usual = inputs.REPLACE if contract.delivery == "snapshot" else inputs.ADD
        mode = one.mode or (inputs.ADD if is_marked else usual)
        files = inputs.with_file(files, contract, path, mode)
        kept.append((one, contract, mode, files[contract.id][-1].name))
    return files, kept


def _prepared(data, var, ticket, say):
    files, kept = _with_files(data, ticket)
    base = versions.current(var)
    version = prepare(data, var, say, files)
    changed = revisions.compared(base, version) if base else pd.DataFrame({"is_beyond": []})
    changed.to_parquet(ticket.folder / "revisions.parquet")
    if base:
        added = revisions.compared(base, version, "additions")
        added.to_parquet(ticket.folder / "additions.parquet")
    receipts = {receipt["file"]: receipt for receipt in version.manifest()["inputs"]}
    return {
        "state": "ready",
        "version": version.id,
        "base": base.id if base else "",
        "changed": len(changed),
        "beyond": int(changed["is_beyond"].sum()),
        "files": [
            _file(one, contract, mode, receipts[name])
            | {"marked": _marked(version, contract, name, ticket.folder / one.stored)}
            for one, contract, mode, name in kept
        ],
    }


def _file(one, contract, mode, receipt):
    about = {"name": one.name, "stored": one.stored, "contract": contract.id, "mode": mode}
    return about | {key: receipt[key] for key in ("rows", "loaded", "refused", "surplus", "notes")}


def _marked(version, contract, name, stored):
    with database.connect(version.records, read_only=True) as con:
        target = stored.with_suffix(".退回.xlsx")
        return target.name if marking.marked_up(con, contract, name, target) else ""


def _examined(data, ticket):
    """Return what is wrong with each file by itself, its refused rows marked up."""
    contracts, found = load_contracts(data / "contracts"), []
    for one in ticket.files:
        path, about = ticket.folder / one.stored, {"name": one.name, "stored": one.stored}
        try:
            contract = (
                contracts[one.contract] if one.contract else examining.recognised(data, path)[0]
            )
        except FileRefused as refusal:
            found.append(about | {"contract": "", "why": str(refusal), "marked": ""})
            continue
        marked = path.with_suffix(".退回.xlsx")
        examined = examining.examine(data, path, contract, one.name, marked)
        found.append(
            about
            | {
                "contract": contract.id,
                "why": examined.refusal,
                "refused": len({line for line, *_ in examined.faults}),
                "marked": marked.name if marked.exists() else "",
            }
        )
    return found
