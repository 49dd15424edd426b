"""How published and withheld cells hang together: margins, parts, running sums."""

from collections import defaultdict

from tests.attacker_definitions import ADDITIVE, ALL, AT_MOST, EITHER, EQUAL, MADE, ONCE_OFF

ENDLESS = float("inf")


class Lattice:
    """The cells of one version, withheld or known, found by what they count, where and when."""

    def __init__(self, system, tag, store, withheld):
        self.system, self.tag, self.store = system, tag, store
        self.cells = {cell for cell in system.known if cell[0] == tag} | set(withheld)
        self.periods = sorted({cell[3] for cell in self.cells})
        self.places = [store.county, *store.townships]
        self.quantities = sorted({cell[1] for cell in self.cells})
        self.programmes = sorted(
            {
                name
                for kind, name in self.quantities
                if kind in ("amount", "recipients") and name not in (ALL, EITHER)
            }
        )

    def cell(self, quantity, place, period):
        """Return the cell, or None where nobody reported it."""
        cell = (self.tag, quantity, place, period)
        return cell if cell in self.cells else None

    def everywhere(self):
        return [(place, period) for period in self.periods for place in self.places]


def county_margins(lattice, optimistic):
    system, store = lattice.system, lattice.store
    for quantity in lattice.quantities:
        if quantity[0] == "residents":
            continue
        for period in lattice.periods:
            county = lattice.cell(quantity, store.county, period)
            towns = [lattice.cell(quantity, town, period) for town in store.townships]
            if county is None or not any(towns) or _is_broken_sum(quantity, towns):
                continue
            towns = [town for town in towns if town]
            terms = {county: -1.0} | dict.fromkeys(towns, 1.0)
            if quantity[0] in ADDITIVE:
                system.relate(terms)
                continue
            system.relate(terms, 0.0, ENDLESS)
            for town in towns:
                system.relate({county: 1.0, town: -1.0}, 0.0, ENDLESS)
            if optimistic:  # hardly anybody is paid at two places
                system.relate(terms, hopeful=True)


def _is_broken_sum(quantity, towns):
    # the county's running sum holds the months of a township that has since not reported
    return quantity[0] == "amount_ytd" and not all(towns)


def parts(lattice):
    for place, period in lattice.everywhere():
        _programmes(lattice, place, period)
        for less, more in AT_MOST:
            _at_most(lattice, less, more, place, period)
        for whole, pieces in EQUAL:
            _at_most(lattice, whole, pieces, place, period)
            _at_most(lattice, pieces, whole, place, period)


def _programmes(lattice, place, period):
    def each(kind):
        return [lattice.cell((kind, name), place, period) for name in lattice.programmes]

    amounts, heads = each("amount"), each("recipients")
    paid = lattice.cell(("amount", ALL), place, period)
    persons = lattice.cell(("recipients", ALL), place, period)
    if paid and all(amounts):
        lattice.system.relate({paid: -1.0} | dict.fromkeys(amounts, 1.0))
    for head in filter(None, heads):
        if persons:
            lattice.system.relate({persons: 1.0, head: -1.0}, 0.0, ENDLESS)
    if not all(heads):
        return
    if persons:
        lattice.system.relate({persons: -1.0} | dict.fromkeys(heads, 1.0), 0.0, ENDLESS)
    names = [("recipients", name) for name in lattice.programmes]
    once_off = ("recipients", ONCE_OFF)
    others = [name for name in names if name != once_off]
    _at_most(lattice, names, MADE, place, period)
    _at_most(lattice, [*others, ("payments", ONCE_OFF)], MADE, place, period)


def _at_most(lattice, less, more, place, period):
    terms = difference(lattice, less, more, place, period)
    if terms:
        lattice.system.relate(terms, 0.0, ENDLESS)


def difference(lattice, less, more, place, period):
    """Return the terms of more minus less, None where a cell of it was not reported."""
    terms = defaultdict(float)
    for side, sign in ((less, -1.0), (more, 1.0)):
        for quantity in side:
            if quantity == "-":
                sign = -sign
                continue
            cell = lattice.cell(quantity, place, period)
            if cell is None:
                return None
            terms[cell] += sign
    return dict(terms)


def running_sums(lattice):
    for place in lattice.places:
        terms = None  # a year that is not seen from January on says nothing of its first sum
        for period in lattice.periods:
            if period.endswith("-01"):
                terms = {}
            month = lattice.cell(("amount", ALL), place, period)
            so_far = lattice.cell(("amount_ytd", ALL), place, period)
            if terms is not None and month:
                terms[month] = -1.0
            if so_far is None:
                continue
            if terms is not None:
                lattice.system.relate(terms | {so_far: 1.0})
            terms = {so_far: -1.0}
