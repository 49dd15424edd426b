"""A linear system of cells nobody published: what it says each of them can at most and least be."""

import math
from collections import defaultdict
from dataclasses import dataclass, field

from tests.attacker_solver import Program, relax

EXACT = 1e-6


class Contradiction(ValueError):
    """What is published cannot all be true: a definition was taken down wrongly."""


@dataclass(frozen=True)
class Relation:
    """low <= sum(coefficient * cell) <= high; a hopeful one is given up where it cannot hold."""

    terms: dict
    low: float
    high: float
    hopeful: bool = False


@dataclass
class System:
    """Known cells, cells with a range, and the relations among them; cells are any hashable."""

    known: dict = field(default_factory=dict)
    ranges: dict = field(default_factory=dict)  # cell → (low, high)
    relations: list = field(default_factory=list)

    def know(self, cell, value):
        self.known.setdefault(cell, float(value))

    def relate(self, terms, low=0.0, high=0.0, hopeful=False):
        self.relations.append(Relation(terms, low, high, hopeful))

    def bounds(self, wanted, whole=lambda cell: False, *, integers=False):
        """Return {cell: (low, high)} of the wanted cells; whole(cell) says it is a count.

        integers: search whole numbers only, which is slower; without, ends are rounded inwards.
        """
        rows = self._settled(whole)
        found = {cell: (self.known[cell],) * 2 for cell in wanted if cell in self.known}
        for cells, own in _blocks(rows, [cell for cell in wanted if cell not in self.known]):
            found |= self._block_bounds(cells, own, wanted, whole if integers else None)
        return {
            cell: (_up(low), _down(high)) if whole(cell) else (low, high)
            for cell, (low, high) in found.items()
        }

    def _settled(self, whole):
        """Work out every cell that stands alone in an equation; return the relations left."""
        rows = _open(self.relations, self.known)
        settled = True
        while settled:
            settled = False
            for row in rows:
                if len(row.terms) == 1 and row.low == row.high and not row.hopeful:
                    ((cell, factor),) = row.terms.items()
                    value = row.low / factor
                    nearest = round(value)
                    near = abs(value - nearest) <= EXACT * max(1, abs(value) * EXACT)
                    self.known[cell] = float(nearest) if whole(cell) and near else value
                    settled = True
            rows = _open(rows, self.known)
        return rows

    def _block_bounds(self, cells, rows, wanted, whole):
        ranges = [self.ranges.get(cell, (0.0, math.inf)) for cell in cells]
        program = Program(cells, ranges, rows)
        if any(row.hopeful for row in rows):
            program = Program(cells, ranges, relax(program, rows))
            if not program.feasible():  # what is left of the hopes still quarrels with the rest
                program = Program(cells, ranges, [row for row in rows if not row.hopeful])
        if not program.feasible():
            raise Contradiction(f"the published cells contradict each other around {cells[:6]}")
        if whole:
            program.only_whole(whole)
        aimed = set(wanted)
        return {cell: program.range_of(cell) for cell in cells if cell in aimed}


def _open(relations, known):
    """Return the relations with what is known put in, those left that still have unknowns."""
    rows = [_reduced(relation, known) for relation in relations]
    for row in rows:
        off = max(row.low, 0.0) + min(row.high, 0.0)  # how far nought is from what is allowed
        if not row.terms and not row.hopeful and abs(off) > EXACT:
            raise Contradiction(f"a sum of published cells is off by {off}")
    return [row for row in rows if row.terms]


def _reduced(relation, known):
    if not any(cell in known for cell in relation.terms):
        return relation
    free, given = {}, 0.0
    for cell, factor in relation.terms.items():
        if cell in known:
            given += factor * known[cell]
        else:
            free[cell] = factor
    return Relation(free, relation.low - given, relation.high - given, relation.hopeful)


def _blocks(rows, wanted):
    """Yield (cells, relations) of each connected part that holds a wanted cell."""
    parent = {}

    def root(cell):
        parent.setdefault(cell, cell)
        while parent[cell] != cell:
            parent[cell] = parent[parent[cell]]
            cell = parent[cell]
        return cell

    for row in rows:
        first, *others = row.terms
        for other in others:
            parent[root(other)] = root(first)
    cells, own = defaultdict(list), defaultdict(list)
    roots = {root(cell) for cell in wanted}
    for row in rows:
        own[root(next(iter(row.terms)))].append(row)
    for cell in parent | dict.fromkeys(wanted):
        cells[root(cell)].append(cell)
    for block in roots:
        yield cells[block], own[block]


def _up(low):
    return float(math.ceil(low - EXACT)) if math.isfinite(low) else low


def _down(high):
    return float(math.floor(high + EXACT)) if math.isfinite(high) else high
