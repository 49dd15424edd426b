"""Publishing: a prepared version becomes the live one, with what it changed, who and why.

Every publication is one line of the journal and one Parquet of the published cells it changed;
earlier versions stay where they are, so going back is publishing an earlier one again.
"""

from pathlib import Path

import duckdb
import pandas as pd

from queries import database, journal, revisions, seen, statements, store, versions
from queries.contracts import load_contracts
from queries.inputs import put_back
from queries.versions import Version

PUBLICATIONS = "publications"
INTAKES = "intakes"  # which file of ours was which file of a clerk's


class ConfirmationNeeded(RuntimeError):
    """Published numbers change beyond their tolerance and nobody has said why."""


def publish(data: Path, var: Path, version: Version, who: str, reason: str = "") -> dict:
    """Switch to `version` and return the journal's entry, {} if it is live already.

    Changes beyond an indicator's tolerance need a reason, else ConfirmationNeeded. The caller
    holds the lock. Journal first, pointer last: a power failure between leaves what was live.
    """
    before = versions.current(var)
    if before is not None and before.id == version.id:
        return {}
    changed = revisions.compared(before, version) if before else pd.DataFrame()
    beyond = int(changed["is_beyond"].sum()) if len(changed) else 0
    if beyond and not reason.strip():
        raise ConfirmationNeeded(f"已公布的数有{beyond}处改动超过容许范围。请核对后填写理由再发布")
    number = len(journal.entries(data, PUBLICATIONS)) + 1
    if len(changed):
        _keep(changed, journal.folder(data) / "revisions" / f"{number:05d}-{version.id}.parquet")
    entry = journal.append(
        data,
        PUBLICATIONS,
        number=number,
        version=version.id,
        previous=before.id if before else "",
        who=who,
        reason=reason.strip(),
        changed=len(changed),
        beyond=beyond,
    )
    seen.remember(data, version)
    versions.switch(var, version.id)
    return entry


def go_back(data: Path, var: Path, id_: str, who: str, reason: str = "") -> dict:
    """Make an earlier version live again, its input files with it; choosing it confirms it."""
    version = versions.version(var, id_)
    if not id_.isalnum() or not version.may_be_shown:
        raise ConfirmationNeeded(f"没有版本{id_}。可用的版本见版本列表")
    if not store.can_read(version):
        raise ConfirmationNeeded(f"版本{id_}由较早的程序生成，现在的程序打不开，不能退回到它")
    with versions.locked(var):
        contracts = load_contracts(data / "contracts")
        whole = put_back(data, contracts, version.manifest()["inputs"])
        reason = reason or "退回到较早的版本"
        return publish(data, var, version, who, reason if whole else f"{reason}（文件未退回）")


def published_versions(data: Path, var: Path) -> list[tuple[Version, dict]]:
    """Return every version readers were ever shown, the newest first, with its last entry or {}."""
    log, shown = journal.entries(data, PUBLICATIONS), shown_ids(data, var)
    last = {one["version"]: one for one in log}
    found = [
        (one, last.get(one.id, {}))
        for one in versions.all_versions(var)
        if one.id in shown and one.may_be_shown
    ]
    return sorted(found, key=lambda one: one[1].get("number", 0), reverse=True)


def shown_ids(data: Path, var: Path) -> set[str]:
    """Return the ids of all versions readers were ever shown, here still or not."""
    live, log = versions.current(var), journal.entries(data, PUBLICATIONS)
    return {one[name] for one in log for name in ("version", "previous")} | {
        live.id if live else ""
    }


def revision_log(data: Path, indicator: str = "", ref_area: str = "") -> pd.DataFrame:
    """Return every published cell that ever changed, newest first: when, why, from and to what.

    Columns: number, at, version, who, reason and those of queries/revisions.sql.
    """
    publications = pd.DataFrame(journal.entries(data, PUBLICATIONS))
    files = sorted((journal.folder(data) / "revisions").glob("*.parquet"))
    if publications.empty or not files:
        return pd.DataFrame()
    with database.connect() as con:
        con.register("publication", publications)
        con.execute(f"create view revised as {statements.revised(files)}")
        return con.execute(
            database.script("revision_log"), {"indicator": indicator, "ref_area": ref_area}
        ).df()


def _keep(changed, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    with duckdb.connect() as con:
        con.register("changed", changed)
        con.execute(f"copy changed to {statements.text(draft)} (format parquet)")
    draft.replace(path)
