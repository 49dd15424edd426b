"""Templates of briefings: data/templates/*.toml, slides by rule instead of by name.

A slide of a template may stand for several: `each = "board:overview"` for every indicator of that
board, `each = "figures"` for every figure of the theme. {theme} and {area} are what is asked for.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from queries import numbered
from queries.briefings import BriefingRefused, Item, items_of

FOLDER = "templates"
ASKS = ("", "theme", "area")


@dataclass(frozen=True)
class Template:
    """`asks` is what must be chosen besides the period: a theme, an area, or nothing."""

    id: str
    name_zh: str
    note_zh: str
    asks: str
    items: tuple[dict, ...]


def templates(data: Path) -> tuple[list[Template], list[str]]:
    """Return the templates by file name, and what is wrong with files that cannot be read."""
    found, wrong = [], []
    for path in numbered.files(data / FOLDER):
        try:
            found.append(_read(path))
        except BriefingRefused as problem:
            wrong.append(str(problem))
    return found, wrong


def expanded(
    template: Template,
    *,
    theme: str = "",
    area: str = "",
    board: Callable[[str], list[str]],
    figures: Callable[[str], list[str]],
) -> tuple[Item, ...]:
    """Return the slides of a template.

    `board` gives a board's indicators, `figures` a theme's figures, both as ids in their order.
    """
    found = []
    for told in template.items:
        own = {
            name: value.replace("{theme}", theme).replace("{area}", area)
            for name, value in told.items()
        }
        which, _, name = own.pop("each", "").partition(":")
        several = {"board": board, "figures": figures}.get(which)
        found += [{**own, "of": of} for of in several(name or theme)] if several else [own]
    return items_of(found)


def _read(path):
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        template = Template(path.stem, items=tuple(told.pop("items")), **told)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as problem:
        raise BriefingRefused(f"模板{path.name}读不出来：{problem}。请改正这个文件。") from None
    try:
        expanded(template, board=lambda _: [], figures=lambda _: [])
    except BriefingRefused as problem:
        raise BriefingRefused(f"模板{path.name}：{problem}") from None
    if template.asks not in ASKS:
        raise BriefingRefused(f"模板{path.name}的asks应为theme、area或空。请改正这个文件。")
    return template
