"""Saved views: questions people keep under a name, one plain text file each in data/views/.

They are the bureau's own: no build makes them and no version holds them. A view may be kept to one
version; else it shows the data as they are.
"""

import datetime
import json
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from queries import questions
from queries.questions import Question, QuestionRefused

FOLDER = "views"
NAME = re.compile(r"\d{4,}")
LONGEST = 40  # letters of a name


class ViewRefused(ValueError):
    """A view cannot be kept or read; the message says how to mend it, in Chinese."""


@dataclass(frozen=True)
class Saved:
    """A question under a name. `version` is empty for one that follows the data."""

    id: str
    name: str
    owner: str
    saved_on: str
    question: dict[str, str]
    version: str = ""
    overview: bool = False


def views(data: Path) -> tuple[list[Saved], list[str]]:
    """Return the views, the oldest first, and what is wrong with files that cannot be read."""
    found, wrong = [], []
    for path in sorted((data / FOLDER).glob("*.toml")):
        try:
            found.append(_read(path))
        except (ViewRefused, QuestionRefused) as problem:
            wrong.append(f"已存视图{path.name}读不出来：{problem}")
    return found, wrong


def save(data: Path, name: str, owner: str, question: Question, version: str = "") -> Saved:
    """Keep a question under a name and return it; raise ViewRefused for a name that will not do."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST:
        raise ViewRefused(f"名称要有1至{LONGEST}个字。请改好再存。")
    if name in {one.name for one in views(data)[0]}:
        raise ViewRefused(f"已有叫“{name}”的视图。请换个名称，或先删去原来的。")
    told = questions.parameters(question)
    today = datetime.date.today().isoformat()
    (data / FOLDER).mkdir(parents=True, exist_ok=True)
    taken = [int(path.stem) for path in (data / FOLDER).glob("*.toml") if NAME.fullmatch(path.stem)]
    for number in range(max(taken, default=0) + 1, 10**9):
        saved = Saved(f"{number:04}", name, owner, today, told, version)
        try:
            with (data / FOLDER / f"{saved.id}.toml").open("x", encoding="utf-8") as file:
                file.write(_text(saved))
        except FileExistsError:  # somebody else kept one at the same moment
            continue
        return saved
    raise ViewRefused("编号用完了。请清理data/views。")


def pin(data: Path, saved: Saved, overview: bool):
    """Put a view on the overview, or take it from there."""
    _replace(data, Saved(**vars(saved) | {"overview": overview}))


def remove(data: Path, saved: Saved):
    _path(data, saved.id).unlink(missing_ok=True)


def _path(data, id_):
    if not NAME.fullmatch(id_):
        raise ViewRefused(f"没有编号为“{id_}”的视图。请刷新页面。")
    return data / FOLDER / f"{id_}.toml"


def _replace(data, saved):
    path = _path(data, saved.id)
    draft = path.with_suffix(".draft")
    draft.write_text(_text(saved), encoding="utf-8")
    os.replace(draft, path)


def _text(saved):
    """Return a view as TOML; every word is a basic string, which JSON spells the same."""
    head = {name: value for name, value in vars(saved).items() if name not in ("id", "question")}
    return "\n".join([*_pairs(head), "", "[question]", *_pairs(saved.question), ""])


def _pairs(told):
    return [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in told.items()]


def _read(path):
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        question = {name: str(text) for name, text in told.pop("question").items()}
        saved = Saved(id=path.stem, question=question, **told)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as problem:
        raise ViewRefused(f"{problem}。请改正，或删去这个文件。") from None
    questions.question(question)
    return saved
