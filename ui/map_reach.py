"""The map of reach: homes as circles, full where they reach a place on foot, else hatched."""

from dataclasses import replace
from math import hypot, pi

import numpy as np
import pandas as pd
import shapely

from ui import labels_reach as words
from ui import theme, wording
from ui.map_drawing import CIRCLE_FILL, Drawing, Spot, Stroke, draw_map
from ui.map_facilities import Facility
from ui.map_labels import Line, Word
from ui.map_legend import key, line, point_mark, row
from ui.map_patterns import hatch
from ui.map_scale import circle_scale

LARGEST, SMALLEST = 0.022, 3.0  # radius of the most people, of the map's shorter side; and px
GAP = 6.5  # px at least: a place that is planned there must not hide its hatching
CORNERS = 40  # of a circle drawn as a line
HATCHING = 3.2  # px
OPENED, SITE = 6.0, 9.0  # px around a new place; radius of a suggested one
NAMED = "missing"  # the state whose places the map names, and keeps the townships' names off
STATES = {"open": "active", "opened": "active", "planned": "inactive"}
ROUND = "width:{0}px;height:{0}px;box-sizing:border-box;border-radius:50%"
HATCHED = (
    f"background:repeating-linear-gradient(135deg,{theme.ATTENTION} 0 1px,transparent 1px 3.2px);"
    f"border:1.6px solid {theme.ATTENTION}"
)
LOOKS = {
    "reached": f"{ROUND.format(14)};background:{CIRCLE_FILL}",
    "gap": f"{ROUND.format(14)};{HATCHED}",
    "opened": f"width:13px;height:13px;box-sizing:border-box;border:1.4px solid {theme.INK}",
    "walk": f"{ROUND.format(16)};border:1px solid {theme.TEXT_3}",
    "site": f"{ROUND.format(18)};background:{theme.INK};color:{theme.PAGE};text-align:center;"
    "font-size:12px;line-height:18px;font-weight:700",
}


def drawn(
    areas: pd.DataFrame,
    geography,
    homes: pd.DataFrame,
    places: pd.DataFrame,
    metres: float,
    sites: pd.DataFrame,
    *,
    width: int,
    height: int,
) -> tuple[Drawing, list[Facility]]:
    """Return the Drawing, and its homes as places that say what they are.

    `areas` are the townships as draw_map has them; `homes` and `places` the cuts of those names;
    `metres` how far a walk goes in a straight line; `sites` has name_zh, ref_area, lon, lat and the
    rank and gain (persons newly reached) of new places.
    """
    shown = places[places["state"].isin(STATES)]
    points = shown.assign(
        state=shown["state"].map(STATES), detail_zh=[_of_place(one) for one in shown.itertuples()]
    )
    gains = [words.SITE.format(one.name_zh, wording.plain(one.gain)) for one in sites.itertuples()]
    named = sites.assign(state=NAMED, detail_zh="", name_zh=gains)
    points = pd.concat([points, named], ignore_index=True)
    base = draw_map(
        areas, geography, standardised=True, unit_zh="", points=points, width=width, height=height
    )
    frame = base.frame
    reach = frame.pixels_per_km() * metres / 1000
    scale = circle_scale(homes["persons"].tolist(), LARGEST * frame.short_side)
    circles = [
        (one, at, _radius(one, scale))
        for one, at in zip(homes.itertuples(), _at(homes, frame), strict=True)
    ]
    gaps = [(at, radius) for one, at, radius in circles if not one.is_reached]
    new, ranked = _at(shown[shown["state"] == "opened"], frame), _at(sites, frame)
    walks = [_ring(at, reach) for at in _at(shown[shown["state"] != "planned"], frame)]
    hatches = [part for at, radius in gaps for part in hatch(_disc(at, radius), HATCHING)]
    drawing = replace(
        base,
        strokes=[
            *base.strokes,
            Stroke("walks", walks, theme.TEXT_3, 0.6),
            Stroke("site_walks", [_ring(at, reach) for at in ranked], theme.INK, 1.4),
        ],
        spots=[
            *(Spot(*at, radius, CIRCLE_FILL) for one, at, radius in circles if one.is_reached),
            *(Spot(*at, radius, theme.PAGE) for at, radius in gaps),
        ],
        outlines=[
            *base.outlines,
            Stroke("gap_hatch", hatches, theme.ATTENTION, 1.0),
            Stroke("gaps", [_ring(*one) for one in gaps], theme.ATTENTION, 1.6),
            Stroke("opened", [_square(at, OPENED) for at in new], theme.INK, 1.4),
            Stroke("sites", [_filled(at) for at in ranked], theme.INK, 2.0),
        ],
        facilities=[place for place in base.facilities if _stays(place, ranked)],
        words=[*map(_legible, base.words), *map(_number, ranked, sites["rank"])],
    )
    told = [
        Facility(*at, "active", one.ref_area, one.name_zh, _of_home(one)) for one, at, _ in circles
    ]
    return drawing, told


def legend(drawing: Drawing, homes, places, has_sites: bool) -> str:
    """Return the legend's HTML: what each mark is, and how many there are."""
    counted = places["state"].value_counts()
    reached = int(homes["is_reached"].sum())
    counts = counted.to_dict() | {"reached": reached, "gap": len(homes) - reached}
    keys = [
        key(_mark(name), f"{words.KEYS[name]}（{counts[name]}）", loud=name == "gap")
        for name in ("reached", "gap", "open", "opened", "planned")
        if counts.get(name)
    ]
    keys += [key(_mark(name), words.KEYS[name]) for name in ("walk", "site")[: 1 + has_sites]]
    style = f"font:400 13px/20px {theme.FONT};color:{theme.TEXT_2};padding-top:4px"
    return f'<div style="{style}">{row(keys)}{line(drawing.notice_zh)}</div>'


def _mark(name):
    if name in STATES and name not in LOOKS:
        return point_mark(STATES[name])
    return f'<span style="{LOOKS[name]}">{"1" if name == "site" else ""}</span>'


def _at(rows, frame):
    """Return where rows with lon and lat lie, in pixels."""
    if rows.empty:
        return []
    found = frame.project(shapely.points(rows[["lon", "lat"]].to_numpy(float)))
    return [(float(one.x), float(one.y)) for one in found]


def _ring(at, radius):
    turn = np.linspace(0, 2 * pi, CORNERS + 1)
    return np.column_stack([at[0] + radius * np.cos(turn), at[1] + radius * np.sin(turn)])


def _square(at, reach):
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]])
    return np.array(at) + reach * corners


def _radius(home, scale):
    return max(scale.radius(home.persons) if scale else 0, SMALLEST if home.is_reached else GAP)


def _disc(at, radius):
    return shapely.Polygon(_ring(at, radius))


def _filled(at):
    """Return a spiral that fills a suggested place's disc: lines lie above the homes' circles."""
    turn = np.linspace(0, 2 * pi * SITE, CORNERS * int(SITE))
    out = np.linspace(0, SITE, len(turn))
    return np.column_stack([at[0] + out * np.cos(turn), at[1] + out * np.sin(turn)])


def _legible(word):
    """Return a word that reads over circles; the names of suggested places are not a warning."""
    colour = theme.INK if word.line.colour == theme.ATTENTION else word.line.colour
    return replace(word, line=replace(word.line, colour=colour, halo=theme.PAGE))


def _stays(place, ranked):
    """Tell whether a place is drawn: none lies on the number of a suggested one."""
    is_free = all(hypot(place.x - x, place.y - y) > SITE for x, y in ranked)
    return place.state != NAMED and is_free


def _number(at, rank):
    return Word(*at, Line(str(rank), 12, theme.PAGE, bold=True))


def _of_home(one):
    state = words.IS_REACHED if one.is_reached else words.IS_GAP
    news = words.WAS_REACHED if one.is_reached and not one.was_reached else ""
    return words.HOME.format(wording.plain(one.persons), state + news)


def _of_place(one):
    at = "" if pd.isna(one.opened_on) else f" · {wording.day(one.opened_on)}"
    return f"{one.community_zh} · {one.stage}{at}"
