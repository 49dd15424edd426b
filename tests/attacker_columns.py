"""What the columns beside a cell give away: earlier values, changes, shares of a target."""

from fractions import Fraction

from tests.attacker_definitions import RESIDENTS, is_amount
from tests.attacker_store import key_of

LONGEST_FRACTION = 10_000
ENDLESS = float("inf")


def read_columns(system, tag, store):
    """Put every number of every column into the system.

    Return {cell said to be withheld: by what}, and those behind a share shown without them.
    """
    values, differences = _values(store)
    store.values.update(values)
    withheld, behind = _cells(system, tag, store)
    persons = {(place, str(year)): count for place, year, count in store.residents}
    for row in store.rows:
        place, period = row["ref_area"], row["time_period"]
        if (place, period[:4]) in persons:
            system.know((tag, RESIDENTS, place, period), persons[place, period[:4]])
    for key, value in values.items():
        _divide(system, store, *store.cells_of(tag, key), value, key[0])
    for later, earlier, gap, share in differences:
        _compare(system, tag, store, later, earlier, gap, share)
    withheld = {cell: by for cell, by in withheld.items() if cell[1] != RESIDENTS}
    for cell in withheld:
        system.ranges[cell] = (0.01 if is_amount(cell[1]) else 1.0, ENDLESS)
    return withheld, behind - withheld.keys()


def _cells(system, tag, store):
    """Put numerators and denominators into the system; return the cells that lack them."""
    withheld, behind = {}, set()
    for row in store.rows:
        above, below = store.cells_of(tag, key_of(row))
        for cell, value in ((above, row["numerator"]), (below, row["denominator"])):
            if cell and value is not None:
                system.know(cell, value)
            elif cell and row["obs_status"] in ("Q", "A", "P"):
                if row["declared"] in store.off and row["obs_status"] != "Q":
                    behind.add(cell)  # a share alone is shown
                elif cell not in withheld or row["declared"] in store.own:
                    withheld[cell] = row["declared"]  # it is there, whatever the row says of itself
    return withheld, behind


def _values(store):
    """Return {key: value} as far as single columns say, and (later, earlier, gap, share) left."""
    values, differences = {}, []
    for declared, place, period, category, value in store.reconciled:
        values[declared, category, place, period] = value
    for row in store.rows:
        key = key_of(row)
        said = [(key, row["obs_value"])]
        if row["progress"] is not None and row["target"]:
            said.append((key, row["progress"] * row["target"]))
        for earlier, value, gap, share in (
            (store.before, row["previous_value"], row["change_previous"], None),
            (store.year_ago, row["year_ago_value"], row["change_year"], row["change_year_ratio"]),
        ):
            period = earlier.get(row["time_period"])
            if period is None:
                continue
            said.append((key_of(row, period), value))
            if gap is not None or share is not None:
                differences.append((key, key_of(row, period), gap, share))
        for where, value in said:
            if value is not None:
                values.setdefault(where, value)
    return values, _work_back(values, differences)


def _work_back(values, differences):
    """Fill in values that follow from one other; return the differences still open."""
    while True:
        left = []
        for later, earlier, gap, share in differences:
            factor = 1.0 if gap is not None else 1.0 + share
            if later in values and earlier in values:
                continue
            if earlier in values:
                values[later] = values[earlier] * factor + (gap or 0.0)
            elif later in values and factor:
                values[earlier] = (values[later] - (gap or 0.0)) / factor
            else:
                left.append((later, earlier, gap, share))
        if len(left) == len(differences):
            return left
        differences = left


def _divide(system, store, above, below, value, declared):
    per, off = store.per.get(declared), store.off.get(declared)
    if per is None:
        system.know(above, value)
    elif off:
        low, high = max(value - off, 0.0) / per, (value + off) / per
        if not (above in system.known and below in system.known):
            system.relate({above: 1.0, below: -low}, 0.0, ENDLESS)
            system.relate({above: 1.0, below: -high}, -ENDLESS, 0.0)
    elif above not in system.known or below not in system.known:
        share = value / per
        if share == 0:
            system.know(above, 0.0)
            return
        system.relate({above: 1.0, below: -share})
        if above in system.known or below in system.known or is_amount(above[1]):
            return
        # two unknown counts with a known share: both are the same multiple of the least fraction
        least = Fraction(share).limit_denominator(LONGEST_FRACTION)
        if abs(float(least) - share) < 1e-12 * share:
            times = ("times", above, below)
            system.ranges[times] = (1.0, float("inf"))
            system.relate({above: 1.0, times: -float(least.numerator)})


def _compare(system, tag, store, later, earlier, gap, share):
    """A gap between two values nobody published still ties the cells they are made of."""
    terms = {}
    for key, sign in ((later, 1.0), (earlier, -1.0 if gap is not None else -1.0 - share)):
        above, below = store.cells_of(tag, key)
        per = store.per.get(key[0])
        if per is None:
            terms[above] = sign
        elif below in system.known:
            terms[above] = sign * per / system.known[below]
        else:
            return
    gap, off = gap or 0.0, 2 * store.off.get(later[0], 0.0)
    system.relate(terms, gap - off, gap + off)
