"""Who is assisted: made-up units (a person or a household in one programme) with their spells."""

from dataclasses import dataclass

from demo import common

COUNT = len(common.MONTHS)
WEIGHTS = (21, 11, 7, 13, 12, 10, 10, 16)  # of the townships, in statistical order
PROGRAMMES = {  # units at first, units at last, share leaving a month
    "低保": (640, 740, 0.011),
    "特困": (140, 160, 0.008),
    "残疾人生活补贴": (150, 205, 0.007),
    "重度残疾人护理补贴": (130, 185, 0.007),
    "高龄津贴": (120, 190, 0.013),
    "困境儿童": (36, 52, 0.014),
    "临时救助": (0, 0, 1.0),
    "价格补贴": (0, 0, 1.0),
}
EMERGENCY = (22, 16, 12, 10, 9, 10, 12, 12, 10, 11, 14, 24)  # temporary assistance by month
EPIDEMIC = {(2020, 2): 26, (2020, 3): 20, (2022, 4): 24, (2022, 12): 14}
MOVING = 0.02  # of units that move to another township within their spell
SHARED = 0.35  # of disability units that live in a household on the subsistence allowance
SIZES = {1: 50, 2: 28, 3: 14, 4: 6, 5: 2}  # persons in a household
TOWNSHIPS = tuple(township.name for township in common.townships())


@dataclass
class Unit:
    """A person or household in one programme from month `first` to month `last` (numbers)."""

    programme: str
    area: int
    first: int
    last: int
    person: str = ""
    household: str = ""
    size: int = 1
    resized: int = COUNT  # the month from which the household has one person more or less
    step: int = 0
    income: float = 0.0  # of the household, as a share of the standard
    grant: float = 0.0
    moved: int = COUNT  # the month from which it lives in `next_area`
    next_area: int = 0

    def persons(self, number):
        return self.size + (self.step if number >= self.resized else 0)

    def place(self, number):
        """Return (order, name) of the township it lives in that month."""
        area = self.next_area if number >= self.moved else self.area
        return area, TOWNSHIPS[area]


def units(rng):
    """Return every unit, each with its pseudonyms."""
    found = []
    for programme, (at_first, at_last, leaving) in PROGRAMMES.items():
        for area, count in enumerate(common.allocate(at_first, WEIGHTS)):
            final = common.allocate(at_last, WEIGHTS)[area]
            found += _spells(rng, programme, area, count, final, leaving)
    found += _emergencies(rng)
    _name(rng, found)
    for unit in found:
        _characterise(rng, unit)
    _share_homes(rng, found)
    return found


def _spells(rng, programme, area, count, final, leaving):
    """Return units whose number drifts from `count` to `final` while some leave every month."""
    standing = [Unit(programme, area, 0, COUNT - 1) for _ in range(count)]
    found = list(standing)
    for number in range(1, COUNT):
        gone = [unit for unit in standing if rng.random() < leaving]
        for unit in gone:
            unit.last = number - 1
        standing = [unit for unit in standing if unit.last == COUNT - 1]
        wanted = round(count + (final - count) * number / (COUNT - 1))
        for _ in range(max(wanted - len(standing), 0)):
            standing.append(Unit(programme, area, number, COUNT - 1))
            found.append(standing[-1])
    return found


def _emergencies(rng):
    """Return the one-month units of temporary assistance: more in winter and in epidemics."""
    found = []
    for number, at in enumerate(common.MONTHS):
        mean = EMERGENCY[at[1] - 1] + EPIDEMIC.get(at, 0)
        for _ in range(rng.poisson(mean)):
            area = common.pick(rng, dict(enumerate(WEIGHTS)))
            found.append(Unit("临时救助", area, number, number))
    return found


def _name(rng, found):
    persons = common.ids(rng, "R", 5, len(found))
    households = common.ids(rng, "H", 5, len(found))
    for unit, person, household in zip(found, persons, households, strict=True):
        unit.person, unit.household = person, household


def _characterise(rng, unit):
    """Give a unit its size, income, grant and, now and then, a move."""
    if unit.programme in ("低保", "临时救助"):
        unit.size = common.pick(rng, SIZES)
    if unit.programme == "低保":
        unit.income = round(float(rng.beta(2.4, 3.6)) * 0.85, 3)
        if rng.random() < 0.12:
            unit.resized = int(rng.integers(unit.first, unit.last + 1))
            unit.step = 1 if unit.size == 1 or rng.random() < 0.4 else -1
    if unit.programme == "临时救助":
        unit.grant = min(round(float(rng.lognormal(7.7, 0.65)) / 100) * 100 + 200, 20_000)
    if unit.last > unit.first and rng.random() < MOVING:
        unit.moved = int(rng.integers(unit.first + 1, unit.last + 1))
        unit.next_area = (unit.area + int(rng.integers(1, len(WEIGHTS)))) % len(WEIGHTS)


def _share_homes(rng, found):
    """Let some disabled people live in, or head, households on the subsistence allowance."""
    homes = [[] for _ in WEIGHTS]
    for unit in found:
        if unit.programme == "低保":
            homes[unit.area].append(unit)
    heads = set()
    for unit in found:
        if unit.programme in ("残疾人生活补贴", "重度残疾人护理补贴") and rng.random() < SHARED:
            home = homes[unit.area][rng.integers(len(homes[unit.area]))]
            unit.household = home.household
            if rng.random() < 0.5 and (unit.programme, home.person) not in heads:
                unit.person = home.person
                heads.add((unit.programme, home.person))
