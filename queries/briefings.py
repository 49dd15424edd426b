"""Briefings: what is said in a meeting, slide by slide, one text file each in data/briefings/.

A briefing is pinned to a version: its numbers stay although data are loaded during the meeting.
"""

import datetime
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path

from queries import numbered

FOLDER = "briefings"
LONGEST, MOST = 40, 60  # letters of a name, slides
LONGEST_HEADLINE, LONGEST_TEXT = 60, 600
KINDS = {  # what a slide shows → what it is `of`
    "cards": "board",
    "attention": "",
    "indicator": "indicator",
    "map": "indicator",
    "trend": "indicator",
    "figure": "figure",
    "profile": "",
    "view": "view",
    "text": "",
}


class BriefingRefused(ValueError):
    """A briefing cannot be kept or read; the message says how to mend it, in Chinese."""


@dataclass(frozen=True)
class Item:
    """What one slide shows. An empty `headline` is the one its data give; `area` is the township it
    is about, empty for the whole county.
    """

    kind: str
    of: str = ""
    area: str = ""
    headline: str = ""
    text: str = ""


@dataclass(frozen=True)
class Briefing:
    """`period` is the month looked at; `areas` are the townships in the foreground."""

    id: str
    name: str
    owner: str
    saved_on: str
    version: str
    period: str
    areas: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()

    def moved(self, place: int, to: int) -> "Briefing":
        """Return the briefing with a slide put elsewhere; beyond an end is at that end."""
        items = list(self.items)
        items.insert(max(0, to), items.pop(place))
        return replace(self, items=tuple(items))

    def without(self, place: int) -> "Briefing":
        return replace(self, items=self.items[:place] + self.items[place + 1 :])

    def changed(self, place: int, **told: str) -> "Briefing":
        items = list(self.items)
        items[place] = replace(items[place], **told)
        return replace(self, items=tuple(items))

    def also(self, item: Item, at: int) -> "Briefing":
        return replace(self, items=(*self.items[:at], item, *self.items[at:]))


def briefings(data: Path) -> tuple[list[Briefing], list[str]]:
    """Return the briefings, the newest first, and what is wrong with files that cannot be read."""
    found, wrong = [], []
    for path in reversed(numbered.files(data / FOLDER)):
        try:
            found.append(_read(path))
        except BriefingRefused as problem:
            wrong.append(f"汇报{path.name}读不出来：{problem}")
    return found, wrong


def briefing(data: Path, id_: str) -> Briefing | None:
    """Return a briefing by its number, None if there is none; raise BriefingRefused if broken."""
    path = data / FOLDER / f"{id_}.toml"
    return _read(path) if numbered.is_number(id_) and path.exists() else None


def add(data: Path, wanted: Briefing) -> Briefing:
    """Keep a new briefing and return it with its number."""
    wanted = replace(wanted, name=" ".join(wanted.name.split()), saved_on=_today())
    _check(wanted)
    return replace(wanted, id=numbered.add(data / FOLDER, _text(wanted)))


def change(data: Path, known: Briefing, wanted: Briefing) -> Briefing:
    """Keep a changed briefing; refused if somebody changed it since it was read as `known`."""
    wanted = replace(wanted, name=" ".join(wanted.name.split()), saved_on=_today())
    _check(wanted)
    if briefing(data, known.id) != known:
        raise BriefingRefused("这份汇报刚被别人改过或删去，您的这一步没有存。请刷新后再改。")
    numbered.replace(data / FOLDER / f"{known.id}.toml", _text(wanted))
    return wanted


def remove(data: Path, known: Briefing):
    if numbered.is_number(known.id):
        (data / FOLDER / f"{known.id}.toml").unlink(missing_ok=True)


def items_of(told: list[dict]) -> tuple[Item, ...]:
    """Return items as a text file spells them; raise BriefingRefused for what is no item."""
    known = {field.name for field in fields(Item)}
    for one in told:
        odd = {*one} - known
        if odd or one.get("kind") not in KINDS or not all(map(_is_text, one.values())):
            raise BriefingRefused(
                f"有一页写得不对（{'、'.join(sorted(odd)) or one.get('kind')}）。"
                f"kind应为{'、'.join(KINDS)}之一，其余只能有of、area、headline、text。"
            )
    return tuple(Item(**one) for one in told)


def _is_text(value):
    return isinstance(value, str)


def _today():
    return datetime.date.today().isoformat()


def _check(wanted):
    if not wanted.name or len(wanted.name) > LONGEST:
        raise BriefingRefused(f"名称要有1至{LONGEST}个字。请改好再存。")
    if len(wanted.items) > MOST:
        raise BriefingRefused(f"一份汇报最多{MOST}页。请删去几页，或分成两份。")
    if any(len(item.headline) > LONGEST_HEADLINE for item in wanted.items):
        raise BriefingRefused(f"标题最多{LONGEST_HEADLINE}个字，多了投影上放不下。请改短再存。")
    if any(len(item.text) > LONGEST_TEXT for item in wanted.items):
        raise BriefingRefused(f"一页文字最多{LONGEST_TEXT}个字。请改短，或分成两页。")


def _text(wanted):
    head = {
        name: value for name, value in vars(wanted).items() if name not in ("id", "areas", "items")
    }
    lines = [*numbered.pairs(head), *numbered.pairs({"areas": list(wanted.areas)})]
    for item in wanted.items:
        told = {name: value for name, value in vars(item).items() if value}
        lines += ["", "[[items]]", *numbered.pairs(told)]
    return "\n".join([*lines, ""])


def _read(path):
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        items, areas = items_of(told.pop("items", [])), tuple(told.pop("areas", []))
        read = Briefing(id=path.stem, areas=areas, items=items, **told)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, AttributeError) as problem:
        raise BriefingRefused(f"{problem}。请改正，或删去这个文件。") from None
    if not all(map(_is_text, [*vars(replace(read, areas=(), items=())).values()][:6])):
        raise BriefingRefused("名称、日期等都要写成带引号的文字。请改正，或删去这个文件。")
    _check(read)
    return read
