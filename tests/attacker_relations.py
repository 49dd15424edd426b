"""How published and withheld cells hang together: margins, parts, running sums, ends of years."""

from collections import defaultdict

from tests.attacker_definitions import RESIDENTS

ENDLESS = float("inf")


class Lattice:
    """The cells of one version, withheld or known, found by what they count, where and when.

    behind: cells that are there, though nobody ever prints them.
    """

    def __init__(self, system, tag, store, withheld, behind=()):
        self.system, self.tag, self.store = system, tag, store
        self.definitions = store.definitions
        self.cells = {cell for cell in system.known if cell[0] == tag} | set(withheld)
        self.hidden = set()
        for cell in behind:
            self.hide(*cell[1:])
        for quantity, beside in self.definitions.hidden.items():
            for cell in [cell for cell in self.cells if cell[1] == beside]:
                self.hide(quantity, *cell[2:])
        self.periods = sorted({cell[3] for cell in self.cells})
        self.places = [store.county, *store.townships]
        self.quantities = sorted({cell[1] for cell in self.cells})
        self.at = defaultdict(list)  # (measure, place, period) → quantities of it there
        for cell in self.cells:
            self.at[cell[1][0], cell[2], cell[3]].append(cell[1])

    def hide(self, quantity, place, period):
        """Return the cell, made known to be there if it was not."""
        cell = (self.tag, quantity, place, period)
        if cell not in self.cells:
            self.cells.add(cell)
            self.hidden.add(cell)
            self.system.ranges[cell] = (0.0, ENDLESS)
        return cell

    def cell(self, quantity, place, period):
        """Return the cell, or None where nobody reported it."""
        cell = (self.tag, quantity, place, period)
        return cell if cell in self.cells else None

    def everywhere(self):
        return [(place, period) for period in self.periods for place in self.places]


def county_margins(lattice, optimistic):
    system, store = lattice.system, lattice.store
    for quantity in lattice.quantities:
        if quantity == RESIDENTS:
            continue
        for period in lattice.periods:
            county = lattice.cell(quantity, store.county, period)
            towns = [lattice.cell(quantity, town, period) for town in store.townships]
            if county is None or not any(towns) or _is_broken_sum(lattice, quantity, towns):
                continue
            towns = [town for town in towns if town]
            terms = {county: -1.0} | dict.fromkeys(towns, 1.0)
            if quantity[0] in lattice.definitions.additive:
                system.relate(terms)
                continue
            system.relate(terms, 0.0, ENDLESS)
            for town in towns:
                system.relate({county: 1.0, town: -1.0}, 0.0, ENDLESS)
            if optimistic:  # hardly anybody is counted at two places
                system.relate(terms, hopeful=True)


def _is_broken_sum(lattice, quantity, towns):
    # the county's running sum holds the months of a township that has since not reported
    return quantity in lattice.definitions.running and not all(towns)


def parts(lattice):
    definitions = lattice.definitions
    for place, period in lattice.everywhere():
        for less, more in definitions.at_most:
            _at_most(lattice, less, more, place, period, ENDLESS)
        for whole, pieces in definitions.equal:
            _at_most(lattice, whole, pieces, place, period, 0.0)


def _at_most(lattice, less, more, place, period, by):
    terms = difference(lattice, less, more, place, period)
    if terms:
        lattice.system.relate(terms, 0.0, by)


def difference(lattice, less, more, place, period):
    """Return the terms of more minus less, None where a cell of it was not reported."""
    terms = defaultdict(float)
    for side, sign in ((less, -1.0), (more, 1.0)):
        for quantity in side:
            if quantity == "-":
                sign = -sign
                continue
            measure, category = quantity
            every = lattice.at.get((measure, place, period), []) if category == "*" else [quantity]
            cells = [lattice.cell(one, place, period) for one in every]
            if not cells or None in cells:
                return None
            for cell in cells:
                terms[cell] += sign
    return dict(terms)


def running_sums(lattice):
    for place in lattice.places:
        for quantity_so_far, quantity in lattice.definitions.running.items():
            _running_sum(lattice, quantity_so_far, quantity, place)


def _running_sum(lattice, quantity_so_far, quantity, place):
    terms = None  # a year that is not seen from January on says nothing of its first sum
    for period in lattice.periods:
        if period.endswith("-01"):
            terms = {}
        month = lattice.cell(quantity, place, period)
        so_far = lattice.cell(quantity_so_far, place, period)
        if terms is not None and month:
            terms[month] = -1.0
        if so_far is None:
            continue
        if terms is not None:
            lattice.system.relate(terms | {so_far: 1.0})
        terms = {so_far: -1.0}


def edges(lattice):
    """What stands at the beginning or end of a year is what stood in a month."""
    for of_year, (of_month, which) in lattice.definitions.edges.items():
        months = sorted({cell[3] for cell in lattice.cells if cell[1] == of_month})
        for year in sorted({month[:4] for month in months}):
            own = [month for month in months if month[:4] == year]
            earlier = [month for month in months if month[:4] < year]
            month = own[-1] if which == "closing" else (*earlier[-1:], *own)[0]
            for place in lattice.places:
                one = lattice.cell(of_month, place, month)
                if one:
                    lattice.system.relate({lattice.hide(of_year, place, year): 1.0, one: -1.0})
