"""What an attacker reads between the lines: sentences, ranks, steady rates, twin series."""

import re
from collections import defaultdict
from itertools import combinations

from tests.attacker_definitions import ALL, is_amount
from tests.attacker_relations import ENDLESS, difference
from tests.attacker_store import key_of

TWINS_FROM = 50  # so many equal cells above nought, and none unequal, are no accident
STEADY = 1.001  # a rate that varies by less is taken for everybody's
OWN_PROGRAMME = re.compile(r"^(\w+)：.*?(\d{4})年(\d+)月有(\d+)笔")
MONTH_ROWS = re.compile(r"^(\d{4})年(\d+)月(有|退回)(\d+)笔")


def supposed_parts(lattice):
    """Relations no definition promises: used where every published cell obeys them."""
    for less, more, by in lattice.definitions.as_a_rule:
        # at two places a person is counted twice, and in the county once
        places = lattice.store.townships if by == 0 else lattice.places
        most = ENDLESS if by is None else by
        found = [
            difference(lattice, less, more, place, period)
            for period in lattice.periods
            for place in places
        ]
        found = [terms for terms in found if terms]
        if all(0 <= _value(lattice.system, terms) <= most for terms in found):
            for terms in found:
                lattice.system.relate(terms, 0.0, most, hopeful=True)


def _value(system, terms):
    """Return the value of a sum, nought where a part of it is unknown."""
    if any(cell not in system.known for cell in terms):
        return 0.0
    return sum(factor * system.known[cell] for cell, factor in terms.items())


def arrivals(lattice):
    for place, month, rows in lattice.store.arrived:
        cell = lattice.cell(("rows", ALL), place, month)
        if cell:
            lattice.system.know(cell, rows)


def words(lattice):
    """Numbers in the sentences of findings."""
    system = lattice.system
    for place, text in lattice.store.findings:
        if said := MONTH_ROWS.match(text):
            year, month, verb, count = said.groups()
            quantity = ("rows" if verb == "有" else "returned", ALL)
            cell = lattice.cell(quantity, place, f"{year}-{int(month):02d}")
            if cell and cell not in system.known:
                system.relate({cell: 1.0}, float(count), float(count), hopeful=True)
        elif said := OWN_PROGRAMME.match(text):
            programme, year, month, count = said.groups()
            cell = lattice.cell(("payments", programme), place, f"{year}-{int(month):02d}")
            if cell:
                system.relate({cell: 1.0}, float(count) - 1, ENDLESS)  # one may wait or be returned


def rates(lattice):
    """What one payment costs, where published cells show it steady, ties counts and amounts."""
    for amount, count in lattice.definitions.rates:
        seen, hidden = [], []
        for place, period in lattice.everywhere():
            paid, heads = lattice.cell(amount, place, period), lattice.cell(count, place, period)
            if paid and heads:
                known = paid in lattice.system.known and heads in lattice.system.known
                (seen if known else hidden).append((paid, heads, period))
        spans = _spans(lattice, amount[1], seen)
        for paid, heads, period in hidden:
            standard, since = _standard(lattice.store, amount[1], period)
            for group in ((period,), (period[:4], since), ()):
                if group in spans:
                    _tie(lattice.system, paid, heads, [rate * standard for rate in spans[group]])
                    break


def _spans(lattice, programme, seen):
    """Return {month, year under one standard, or ever: least and greatest rate}, steady ones."""
    found = defaultdict(list)
    for paid, heads, period in seen:
        standard, since = _standard(lattice.store, programme, period)
        if lattice.system.known[heads] > 0:
            rate = lattice.system.known[paid] / lattice.system.known[heads] / standard
            for group in ((period,), (period[:4], since), ()):
                found[group].append(rate)
    spans = {group: (min(rates), max(rates)) for group, rates in found.items() if len(rates) > 2}
    return {group: span for group, span in spans.items() if span[1] <= STEADY * span[0]}


def _tie(system, paid, heads, span):
    low, high = span[0] * (1 - 1e-8), span[1] * (1 + 1e-8)
    system.relate({paid: 1.0, heads: -low}, 0.0, ENDLESS, hopeful=True)
    system.relate({paid: 1.0, heads: -high}, -ENDLESS, 0.0, hopeful=True)


def _standard(store, programme, period):
    """Return the standard in force (1 where there is none) and since when."""
    start = store.starts[period]
    valid = [
        (since, paid)
        for name, since, paid in store.standards
        if name == programme and since <= start
    ]
    since, paid = max(valid, default=(None, 1.0))
    return paid, since


def twins(lattice):
    """Quantities that are equal wherever both are published are taken for one."""
    values = defaultdict(dict)
    for cell in lattice.cells:
        if cell in lattice.system.known:
            values[cell[1]][cell[2:]] = lattice.system.known[cell]
    for one, other in combinations(lattice.quantities, 2):
        if is_amount(one) != is_amount(other):
            continue
        both = values[one].keys() & values[other].keys()
        if any(values[one][at] != values[other][at] for at in both):
            continue
        if sum(values[one][at] > 0 for at in both) < TWINS_FROM:
            continue
        for place, period in lattice.everywhere():
            cells = lattice.cell(one, place, period), lattice.cell(other, place, period)
            if all(cells) and not all(cell in lattice.system.known for cell in cells):
                lattice.system.relate({cells[0]: 1.0, cells[1]: -1.0}, hopeful=True)


def ranks(lattice):
    """A place left free in a ranking is that of the township whose value is withheld."""
    groups = defaultdict(list)
    for row in lattice.store.rows:
        if row["ref_area"] in lattice.store.townships:
            groups[row["declared"], row["category"], row["time_period"]].append(row)
    for rows in groups.values():
        shown = [row for row in rows if row["place"] and row["obs_value"] is not None]
        hidden = [row for row in rows if row["obs_status"] == "Q"]
        if not shown or not hidden:
            continue
        taken = set()
        for row in shown:
            taken |= {row["place"] + step for step in range(_sharing(shown, row))}
        free = set(range(1, shown[0]["places"] + 1)) - taken
        if len(free) == len(hidden):
            _between(lattice, shown, hidden, min(free), max(free))


def _sharing(shown, row):
    return sum(other["place"] == row["place"] for other in shown)


def _between(lattice, shown, hidden, first, last):
    before = [row["obs_value"] for row in shown if row["place"] < first]
    after = [row["obs_value"] for row in shown if row["place"] > last]
    everything = [row["obs_value"] for row in sorted(shown, key=lambda row: row["place"])]
    falling = everything != sorted(everything)
    low, high = (
        (max(after, default=0.0), min(before, default=ENDLESS))
        if falling
        else (max(before, default=0.0), min(after, default=ENDLESS))
    )
    for row in hidden:
        above, below = lattice.store.cells_of(lattice.tag, key_of(row))
        per = lattice.store.per.get(row["declared"])
        if per is None:
            lattice.system.relate({above: 1.0}, low, high, hopeful=True)
        else:
            lattice.system.relate({above: 1.0, below: -low / per}, 0.0, ENDLESS, hopeful=True)
            if high < ENDLESS:
                lattice.system.relate({above: 1.0, below: -high / per}, -ENDLESS, 0.0, hopeful=True)


def unchanged(earlier, later):
    """Tie cells to the version before where all that is published of a sum they are in stayed."""
    system, tied = later.system, set()
    for relation in list(system.relations):
        cells = [cell for cell in relation.terms if cell[0] == later.tag]
        if relation.hopeful or len(cells) < 3:
            continue
        pairs = [(cell, (earlier.tag, *cell[1:])) for cell in cells]
        shown = [pair for pair in pairs if all(cell in system.known for cell in pair)]
        whole = _whole(relation.terms)
        if not all((cell, (earlier.tag, *cell[1:])) in shown for cell in whole):
            continue
        if len(shown) < 2 or any(system.known[a] != system.known[b] for a, b in shown):
            continue
        if not any(system.known[cell] for cell, _ in shown):  # noughts prove nothing
            continue
        for pair in pairs:
            if pair[1] in earlier.cells and pair not in shown and pair not in tied:
                tied.add(pair)
                system.relate({pair[0]: 1.0, pair[1]: -1.0}, hopeful=True)


def _whole(terms):
    """Return the cells on the shorter side of a sum: what the others add up to."""
    sides = [[cell for cell in terms if terms[cell] * sign > 0] for sign in (1, -1)]
    return min(sides, key=len)
