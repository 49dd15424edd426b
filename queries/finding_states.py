"""What people said of findings: open, explained or fixed. The journal keeps it through builds."""

from pathlib import Path

import pandas as pd

from queries import journal

JOURNAL = "findings"
STATES = ("open", "explained", "fixed")
STILL_FOUND = "returned"  # said to be fixed, and found again in data built since
SAID = ("state", "note", "who", "at")


def say(data: Path, finding: dict, state: str, note: str, who: str, version: str):
    """Record a finding's state; rule, place and period go along, to name it once it is gone."""
    if state not in STATES:
        raise ValueError(f"state is {state!r}, expected one of {', '.join(STATES)}")
    kept = {name: finding[name] for name in ("finding", "rule", "ref_area", "time_period")}
    journal.append(data, JOURNAL, **kept, state=state, note=note, who=who, version=version)


def with_states(found: pd.DataFrame, data: Path, version: str) -> pd.DataFrame:
    """Return the findings with their latest state, note, who and at; unspoken of is open."""
    latest = _latest(data)
    said = [latest.get(finding, {}) for finding in found["finding"]]
    states = [_state(entry, version) for entry in said]
    notes = {name: [entry.get(name, "") for entry in said] for name in SAID[1:]}
    return found.assign(state=states, **notes)


def vanished(found: pd.DataFrame, data: Path) -> list[dict]:
    """Return the last word on every finding that the data no longer show, the latest first."""
    here = set(found["finding"])
    gone = [entry for finding, entry in _latest(data).items() if finding not in here]
    return sorted(gone, key=lambda entry: entry["at"], reverse=True)


def _latest(data):
    return {entry["finding"]: entry for entry in journal.entries(data, JOURNAL)}


def _state(entry, version):
    state = entry.get("state", "open")
    mended_since = entry.get("version") != version
    return STILL_FOUND if state == "fixed" and mended_since else state
