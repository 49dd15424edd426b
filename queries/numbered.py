"""Numbered files: what people of the bureau keep, one plain text file each, 0001.toml and so on.

They are the bureau's own: no build makes them and no version holds them.
"""

import json
import os
import re
import secrets
from pathlib import Path

NUMBER = re.compile(r"\d{4,}")


def is_number(id_: str) -> bool:
    """Return whether this could be a file of ours; nothing else is ever written or removed."""
    return NUMBER.fullmatch(id_) is not None


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def add(folder: Path, text: str) -> str:
    """Write a new file and return its number, higher than any before, whoever else adds one."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = [int(path.stem) for path in files(folder) if is_number(path.stem)]
    number = max(taken, default=0)
    while True:
        number += 1
        try:
            with (folder / f"{number:04}.toml").open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:  # somebody else kept one at the same moment
            continue
        return f"{number:04}"


def replace(path: Path, text: str):
    """Put another text into a file; a reader sees the old one or the new one, whole."""
    draft = path.with_suffix(f".{secrets.token_hex(4)}.draft")  # somebody else may be writing too
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, path)


def pairs(told: dict) -> list[str]:
    """Return lines of TOML; every value is spelt as JSON spells it."""
    return [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]
