"""Saved views: questions people keep under a name, one plain text file each in data/views/.

A view may be kept to one version; else it shows the data as they are.
"""

import datetime
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from queries import numbered, questions
from queries.questions import Question, QuestionRefused

FOLDER = "views"
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
    for path in numbered.files(data / FOLDER):
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
    saved = Saved("", name, owner, today, told, version)
    return replace(saved, id=numbered.add(data / FOLDER, _text(saved)))


def pin(data: Path, saved: Saved, overview: bool):
    """Put a view on the overview, or take it from there."""
    numbered.replace(_path(data, saved.id), _text(replace(saved, overview=overview)))


def remove(data: Path, saved: Saved):
    _path(data, saved.id).unlink(missing_ok=True)


def _path(data, id_):
    if not numbered.is_number(id_):
        raise ViewRefused(f"没有编号为“{id_}”的视图。请刷新页面。")
    return data / FOLDER / f"{id_}.toml"


def _text(saved):
    """Return a view as TOML."""
    head = {name: value for name, value in vars(saved).items() if name not in ("id", "question")}
    return "\n".join([*numbered.pairs(head), "", "[question]", *numbered.pairs(saved.question), ""])


def _read(path):
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        question = {name: str(text) for name, text in told.pop("question").items()}
        saved = Saved(id=path.stem, question=question, **told)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as problem:
        raise ViewRefused(f"{problem}。请改正，或删去这个文件。") from None
    questions.question(question)
    return saved
