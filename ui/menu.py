"""The menu: a few entries, and the pages behind each."""

from dataclasses import dataclass
from types import SimpleNamespace

from ui import labels, links


@dataclass(frozen=True)
class Entry:
    """What stands in the menu: its words, and the addresses of the pages behind it, in order."""

    title: str
    places: tuple[str, ...]


def entries(declared: SimpleNamespace) -> list[Entry]:
    """Return the menu as the reader's role opens it, the groups of themes after the first page."""
    themes = {}
    for theme in declared.themes.values():
        themes.setdefault(theme.group_zh, []).append(theme.theme)
    first, *rest = (Entry(title, _behind(place)) for place, _, title in labels.PAGES)
    whole = [first, *(Entry(title, tuple(places)) for title, places in themes.items()), *rest]
    opened = (Entry(one.title, tuple(filter(links.may_open, one.places))) for one in whole)
    return [one for one in opened if one.places]


def beside(whole: list[Entry], place: str) -> tuple[str, ...]:
    """Return the addresses of the pages that share a page's entry, its own among them."""
    return next((one.places for one in whole if place in one.places), ())


def _behind(place):
    return tuple(one for one, *_ in labels.GROUPS.get(place, ((place,),)))
