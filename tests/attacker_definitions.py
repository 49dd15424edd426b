"""What the definitions of the indicators say: which published series is which quantity.

One module of tests/attacked/ for each sensitive extract says it, taken down by hand from
definition_zh; the records its cells are counted from are counted in the SQL file of the same name.
A quantity is (measure, category), '_T' for all categories; one of yuan or of boxes, shared out
among persons, has a measure that begins with 'amount'.
"""

from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

ALL = "_T"
ATTACKED = Path(__file__).parent / "attacked"
RESIDENTS = ("residents", ALL)


@dataclass(frozen=True)
class Definitions:
    """The published series of one extract and how what they count hangs together.

    Sums are lists of quantities: '-' takes away what follows, category '*' is every category there
    is at a place and time.
    """

    # (indicator or figure, category) → (quantity above, quantity below the line); '*' is any
    # category, 'a×b' category a of series b. Series of other extracts are read beside its own.
    series: dict
    # public numbers, or none of anybody: nothing to protect, nothing to learn
    not_counted: frozenset = frozenset()
    # measures of which the county is the sum of its townships; of others it is at most that
    additive: frozenset = frozenset()
    at_most: tuple = ()  # (less, more): the sum of the first is at most that of the others
    equal: tuple = ()
    # (less, more, how much more at most), as long as no published cell speaks against it
    as_a_rule: tuple = ()
    running: dict = field(default_factory=dict)  # so far in the year → in the month
    # of a year → (of a month, that of 'opening' or 'closing'): the register at either end
    edges: dict = field(default_factory=dict)
    hidden: dict = field(default_factory=dict)  # never published → there wherever this is
    rates: tuple = ()  # amount and what it is paid for: where a rate is steady, one gives the other

    def quantities(self, declared, category):
        """Return the (above, below) quantities of a series."""
        pair = self.series.get((declared, category)) or self.series[declared, "*"]
        return tuple(part and (part[0], category if part[1] == "*" else part[1]) for part in pair)

    def names(self, declared, category=None):
        """Return whether a series, or any of an indicator or figure, is taken down."""
        categories = {own for name, own in self.series if name == declared}
        return bool(categories) if category is None else bool(categories & {category, "*"})


def extracts():
    """Return the extracts whose definitions were taken down."""
    return sorted(path.stem for path in ATTACKED.glob("*.sql"))


def definitions_of(extract) -> Definitions:
    return import_module(f"tests.attacked.{extract}").DEFINITIONS


def is_amount(quantity):
    return quantity[0].startswith("amount")
