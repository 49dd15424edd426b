"""Making slides: an item of a briefing becomes what is shown, with its headline and its sources."""

from dataclasses import replace

from queries.briefings import KINDS, Briefing, Item
from queries.questions import QuestionRefused
from ui import labels, reading, wording
from ui.slides import kinds, sources
from ui.slides import labels_making as words
from ui.slides.slide import Deck, Slide
from ui.view import View


def view_of(view: View, briefing: Briefing) -> View:
    """Return the view of a briefing: its version, its month, its townships."""
    held = reading.pinned(briefing.version, unpublished=False)
    if held is None:
        raise LookupError(briefing.version)
    declared = reading.declared(held)
    known = [area for area in briefing.areas if area in declared.townships]
    period = briefing.period if briefing.period in declared.periods else ""
    chosen = replace(view.chosen, version=held.id, period=period, area=tuple(known))
    return replace(view, version=held, declared=declared, chosen=chosen)


def deck(view: View, briefing: Briefing) -> Deck:
    """Return a briefing made ready; `view` is the one of view_of."""
    made = [_cover(view, briefing), *(slide(view, item) for item in briefing.items)]
    shown = spoken_of(view, briefing)
    return Deck(
        name=briefing.name,
        county=view.declared.county.name_zh,
        period=wording.month_or_year(view.period),
        owner=briefing.owner,
        version=view.version.id,
        slides=tuple(made),
        asides={code: aside(view, code, shown) for code in view.declared.townships},
    )


def slide(view: View, item: Item) -> Slide:
    """Return one slide, made once for a version; a view may be removed meanwhile, and is read."""
    bare = replace(item, headline="")
    key = (bare, view.period, view.chosen.area)
    if item.kind == "view":
        made = _slide(view, bare)
    else:
        made = reading.kept(view.version, lambda: _slide(view, bare), *key)
    return replace(made, headline=item.headline or made.proposed)


def aside(view: View, ref_area: str, indicators: tuple[str, ...]) -> Slide:
    """Return a township's own slide: the briefing's indicators, with its place in each."""
    area = view.declared.townships[ref_area]
    made = lambda: _finished(view, "profile", kinds.profile(view, area, indicators))  # noqa: E731
    return reading.kept(view.version, made, "aside", ref_area, view.period, indicators)


def _slide(view, item):
    area = view.declared.townships.get(item.area)
    if area is not None:
        view = replace(view, chosen=replace(view.chosen, area=(item.area,)))
    try:
        made = kinds.MAKERS[item.kind](view, item)
    except QuestionRefused as why:
        made = kinds.refused(str(why))
    return _finished(view, item.kind, made)


def _finished(view, kind, made):
    found = sources.of(view, list(made.declared)) if made.declared else None
    has_map = any(hasattr(part, "drawing") for part in made.parts)
    own = ((words.VERSION, view.version.id),)
    counted = labels.COUNT_AREAS.format(len(view.declared.townships))
    place = view.declared.county.name_zh + counted
    return Slide(
        kind=kind,
        section=" · ".join(filter(None, [made.above, place])),
        headline=made.headline,
        proposed=made.headline,
        parts=made.parts,
        as_of=found.as_of if found else "",
        source=found.source if found else "",
        notice=reading.boundaries(view.version)[0].notice_zh if has_map else "",
        notes=found.notes if found else own,
        paragraph=made.paragraph,
        extracts=found.extracts if found else (),
    )


def _cover(view, briefing):
    made = kinds.Made("", briefing.name, (), "", ())
    return _finished(view, "cover", made)


def spoken_of(view, briefing):
    """Return the indicators a briefing speaks of, in its order; the overview's if of none."""
    found = []
    for item in briefing.items:
        if KINDS[item.kind] == "indicator":
            found.append(item.of)
        elif KINDS[item.kind] == "board":
            found += list(view.read("board_indicators", board=item.of)["indicator"])
    known = [one for one in dict.fromkeys(found) if one in view.declared.indicators]
    return tuple(known or view.read("board_indicators", board="overview")["indicator"])
