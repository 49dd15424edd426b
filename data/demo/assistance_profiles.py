"""Profiles of low-income households: those paid 低保 or 特困, and those little better off.

The register runs from 2023-01. Colours move one step now and then; 独山港镇 worsens in 2024.
"""

from dataclasses import dataclass

import numpy as np

from demo import common
from demo.assistance_people import COUNT, TOWNSHIPS, WEIGHTS, units

FIRST = 48  # 2023-01, as a number of common.MONTHS
BEYOND = {"低保边缘": (180, 214), "其他低收入": (105, 142)}  # households at first and at last
LEAVING = 0.028  # of those beyond the allowances, a month
COLOURS = ("红", "黄", "绿")
OUTSET = {  # category → shares of the colours
    "特困": (0.46, 0.40, 0.14),
    "低保": (0.26, 0.46, 0.28),
    "低保边缘": (0.10, 0.40, 0.50),
    "其他低收入": (0.06, 0.32, 0.62),
}
TYPES = {  # category → shares of the five types
    "特困": (0.12, 0.12, 0.46, 0.18, 0.12),
    "低保": (0.34, 0.16, 0.24, 0.14, 0.12),
    "低保边缘": (0.22, 0.30, 0.18, 0.14, 0.16),
    "其他低收入": (0.18, 0.32, 0.14, 0.16, 0.20),
}
BETTER, WORSE, LEAP = 0.030, 0.019, 0.006  # a month; a leap is two steps
TROUBLED = ("独山港镇", 60, 4.0)  # from 2024-01 its households worsen so much more often
LEVELS = {"红": 66, "黄": 48, "绿": 31}
DIMENSIONS = (9, 4, 6, -9, 3, -7)  # of the six scores against the household's level


@dataclass
class Home:
    """A household on the register from month `first` to month `last` (numbers)."""

    household: str
    category: str
    first: int
    last: int
    places: tuple[str, ...]  # its township by month from `first` on
    members: tuple[int, ...]


def make(seed):
    """Return every row, month by month."""
    rng = common.generator(seed, "assistance_profiles")
    rows = [row for home in homes(seed, rng) for row in _months(rng, home)]
    rows.sort(key=lambda row: (row["month"], TOWNSHIPS.index(row["ref_area"]), row["household"]))
    return rows


def write(seed, folder):
    heads = common.headings("assistance_profiles")
    common.write(folder / "assistance_profiles.csv", heads, make(seed), encoding="gb18030")


def homes(seed, rng):
    """Return the households: those of the payments, under the same pseudonyms, and those beyond."""
    paid = units(common.generator(seed, "assistance_payments"))
    taken = {unit.household for unit in paid}
    found = [_paid(unit) for unit in paid if unit.programme in OUTSET and unit.last >= FIRST]
    names = (name for name in common.ids(rng, "H", 5, 2_000) if name not in taken)
    for category, (at_first, at_last) in BEYOND.items():
        spells = zip(
            common.allocate(at_first, WEIGHTS), common.allocate(at_last, WEIGHTS), strict=True
        )
        for township, (count, final) in zip(TOWNSHIPS, spells, strict=True):
            for first, last in _spells(rng, count, final):
                size = 1 + int(rng.binomial(4, 0.35))
                length = last - first + 1
                found.append(
                    Home(next(names), category, first, last, (township,) * length, (size,) * length)
                )
    return found


def _paid(unit):
    first = max(unit.first, FIRST)
    numbers = range(first, unit.last + 1)
    places = tuple(unit.place(number)[1] for number in numbers)
    members = tuple(max(unit.persons(number), 1) for number in numbers)
    return Home(unit.household, unit.programme, first, unit.last, places, members)


def _spells(rng, count, final):
    """Return (first, last) of households whose number drifts from `count` to `final`."""
    standing = [FIRST] * count
    spells = []
    for number in range(FIRST + 1, COUNT):
        leaves = rng.random(len(standing)) < LEAVING
        spells += [
            (since, number - 1) for since, left in zip(standing, leaves, strict=True) if left
        ]
        standing = [since for since, left in zip(standing, leaves, strict=True) if not left]
        wanted = round(count + (final - count) * (number - FIRST) / (COUNT - 1 - FIRST))
        standing += [number] * max(wanted - len(standing), 0)
    return spells + [(since, COUNT - 1) for since in standing]


def _months(rng, home):
    """Yield a household's rows; its scores change only with its colour."""
    colour = int(rng.choice(3, p=OUTSET[home.category]))
    kind = int(rng.choice(5, p=TYPES[home.category]))
    own = rng.normal(0, 7, 6) + np.array(DIMENSIONS) + 10 * (np.arange(6) == kind)
    for step, number in enumerate(range(home.first, home.last + 1)):
        year, month = common.MONTHS[number]
        place = home.places[step]
        if step:
            colour = _moved(rng, colour, place, number)
        scores = np.clip(np.rint(LEVELS[COLOURS[colour]] + own), 3, 98).astype(int)
        yield {
            "household": home.household,
            "ref_area": place,
            "month": f"{year}-{month:02d}",
            "category": home.category,
            "profile_type": f"型{'一二三四五'[kind]}",
            "colour": COLOURS[colour],
            "members": home.members[step],
        } | {f"s{n}": int(score) for n, score in enumerate(scores, start=1)}


def _moved(rng, colour, place, number):
    """Return the colour a month later: 0 red, 1 yellow, 2 green."""
    township, since, factor = TROUBLED
    worse = WORSE * (factor if place == township and number >= since else 1)
    chance = rng.random()
    if chance < LEAP:
        return {0: 2, 2: 0}.get(colour, colour)
    if chance < LEAP + BETTER:
        return min(colour + 1, 2)
    if chance < LEAP + BETTER + worse:
        return max(colour - 1, 0)
    return colour
