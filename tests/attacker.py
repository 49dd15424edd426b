"""The attacker: bounds every withheld cell from what published versions show, and nothing else.

Written against the definitions, not against the protection: it imports nothing of the dashboard.
"""

from itertools import pairwise
from pathlib import Path

import pandas as pd

from tests import attacker_guesses as guesses
from tests import attacker_relations as relations
from tests.attacker_columns import read_columns
from tests.attacker_definitions import is_amount
from tests.attacker_files import news
from tests.attacker_store import published
from tests.attacker_system import System

PAYMENTS = "assistance_payments"
COLUMNS = ["quantity", "category", "ref_area", "time_period", "store", "low", "high", "mode"]


def bounds(
    stores: list[Path],
    *,
    optimistic: bool,
    rates: bool,
    extract: str = PAYMENTS,
    unchanged: bool = False,
    integers: bool = False,
    read: tuple = (),
) -> pd.DataFrame:
    """Return the least and greatest value of every cell withheld in any of the versions.

    Cells that nobody prints, like those behind a rounded share, are bounded beside them.
    extract: whose published series are read, as tests/attacked/ takes them down.
    optimistic: nobody is counted at two places, twin series are one, habits hold everywhere.
    rates: what one payment costs is learned from published cells.
    unchanged: a cell is the same in two versions if everything published around it is.
    integers: people are not divisible; finds more than real numbers do, and takes longer.
    read: numbers from files, as attacker_files.cells_read gives them; news is taken for true.
    """
    system, wanted, lattices = System(), {}, []
    for tag, path in enumerate(stores):
        store = published(path, extract)
        store.reconciled += news(store, read)
        withheld, behind = read_columns(system, tag, store)
        lattice = relations.Lattice(system, tag, store, withheld, behind)
        lattices.append(lattice)
        _relate(lattice, optimistic, rates)
        own = [cell for cell, declared in withheld.items() if declared in store.own]
        wanted |= dict.fromkeys([*own, *lattice.hidden])
    if unchanged:
        for earlier, later in pairwise(lattices):
            guesses.unchanged(earlier, later)
    found = system.bounds(list(wanted), lambda cell: not is_amount(cell[1]), integers=integers)
    chosen = {
        "optimistic": optimistic,
        "rates": rates,
        "unchanged": unchanged,
        "integers": integers,
    }
    mode = "+".join(name for name, on in chosen.items() if on) or "plain"
    return pd.DataFrame(
        [(*cell[1], cell[2], cell[3], cell[0], *found[cell], mode) for cell in wanted],
        columns=COLUMNS,
    )


def _relate(lattice, optimistic, rates):
    relations.edges(lattice)
    guesses.arrivals(lattice)
    relations.county_margins(lattice, optimistic)
    relations.parts(lattice)
    relations.running_sums(lattice)
    guesses.words(lattice)
    guesses.ranks(lattice)
    if optimistic:
        guesses.supposed_parts(lattice)
        guesses.twins(lattice)
    if rates:
        guesses.rates(lattice)


def recovered(found: pd.DataFrame, truth: pd.DataFrame, small: int = 10) -> pd.DataFrame:
    """Return the cells bounded too closely, with what they truly are.

    truth: quantity, category, ref_area, time_period, value, payees (of an amount: how many it was
    paid to), floor (the least a count can be once noughts are printed: a county's is the number of
    its townships above nought). A count of 1 to small - 1 must stay possible as each of these from
    its floor; an amount paid to so few must stay open by a tenth to either side, though not below
    what its floor of payees is paid. A guess that misses the truth recovers nothing.
    """
    cells = found.merge(truth, on=["quantity", "category", "ref_area", "time_period"])
    amount = cells["quantity"].map(lambda quantity: is_amount((quantity,)))
    few = cells["value"].where(~amount, cells["payees"]).between(1, small - 1)
    mean = cells["value"] / cells["payees"]
    least = (cells["value"] * 0.9).clip(lower=mean * cells["floor"]).where(amount, cells["floor"])
    most = (cells["value"] * 1.1).where(amount, small - 1)
    room = 1e-6 * most
    covered = (cells["low"] <= least + room) & (cells["high"] >= most - room)
    right = cells["value"].between(cells["low"] - room, cells["high"] + room)
    return cells[few & right & ~covered]


def shown(stores: list[Path], extract: str = PAYMENTS) -> pd.DataFrame:
    """Return every protected cell printed outright in some column, bounded by itself."""
    rows = []
    for tag, path in enumerate(stores):
        system, store = System(), published(path, extract)
        read_columns(system, tag, store)
        rows += [
            (*cell[1], cell[2], cell[3], tag, value, value, "shown")
            for cell, value in system.known.items()
        ]
    return pd.DataFrame(rows, columns=COLUMNS)
