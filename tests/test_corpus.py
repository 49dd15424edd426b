"""The corpus: damaged files are caught for the right cause, sound ones read, none half loaded."""

from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import compress
from operator import not_

import pytest

from queries import database, intake
from queries.faults import FileRefused
from queries.inputs import inputs
from queries.receiving import receive_references
from tests import damaged, undamaged
from tests.corpus import CONTRACTS, csv_bytes, tables
from tests.rows import SHIPPED

pytestmark = pytest.mark.timeout(900)  # hundreds of files, each planned as a statement of its own


@dataclass
class Outcome:
    """What came of one file: refused whole (`why`), or its lines loaded and refused."""

    why: str = ""
    receipt: intake.Receipt | None = None
    loaded: list = field(default_factory=list)
    values: list = field(default_factory=list)
    faults: dict = field(default_factory=lambda: defaultdict(list))  # line → causes
    left: bool = False  # whether a refused file left rows to be read


def hand_in(con, case, folder):
    """Receive one case's file and return the Outcome; every exception but a refusal is a fault."""
    con.execute("delete from quarantine")
    folder.mkdir()
    path = folder / f"file{case.suffix}"
    path.write_bytes(case.content)
    outcome, parquet = Outcome(), folder / f"{case.contract}.parquet"
    try:
        outcome.receipt = intake.receive(con, CONTRACTS[case.contract], path, folder)
        rows = con.execute(f"select * exclude (file) from read_parquet('{parquet}')").fetchall()
        outcome.loaded = [row[-1] for row in rows]
        outcome.values = [row[:-1] for row in rows]
    except FileRefused as refusal:
        outcome.why, outcome.left = str(refusal), parquet.exists()
    for line, cause in con.execute("select line, cause_zh from quarantine").fetchall():
        outcome.faults[line].append(cause)
    return outcome


def is_whole(case, outcome):
    """Tell whether every row of the file is either loaded or refused, once, or the file is."""
    if outcome.receipt is None:
        return not outcome.left
    receipt, lines = outcome.receipt, [*outcome.loaded, *outcome.faults]
    return (
        receipt.rows in (case.rows, case.rows or receipt.rows)
        and receipt.rows == receipt.loaded + receipt.refused == len(lines) == len(set(lines))
        and receipt.loaded == len(outcome.loaded)
    )


def is_caught(case, outcome):
    """Tell whether the damage, and nothing else, was refused, for a cause that names it."""
    if outcome.receipt is None:
        if damaged.WRONG_FILE in outcome.why and case.causes:
            named = sum(_is_named(case, causes) for causes in outcome.faults.values())
            return damaged.WRONG_FILE in case.refusal and named * 2 >= len(outcome.faults) > 0
        return any(phrase in outcome.why for phrase in case.refusal)
    return set(outcome.faults) == case.lines != set() and all(
        _is_named(case, causes) for causes in outcome.faults.values()
    )


def _is_named(case, causes):
    return any(phrase in cause for phrase in case.causes for cause in causes)


def told(case, outcome):
    """Return one line saying what came of a file and what should have."""
    if outcome.receipt is None:
        came = outcome.why
    else:
        rows, shown = (
            outcome.receipt,
            {line: outcome.faults[line] for line in list(outcome.faults)[:3]},
        )
        came = f"{rows.rows} rows, {rows.loaded} loaded, refused {shown}"
    expected = " or ".join(case.refusal) or f"lines {sorted(case.lines)[:3]} for {case.causes}"
    return f"{case.kind}, {case.contract}{case.suffix}: {came}; expected {expected}"


@pytest.fixture(scope="module")
def counters(contracts, tmp_path_factory):
    """Two connections at which files are received, side by side."""
    with database.connect() as one, database.connect() as other:
        for con in (one, other):
            folder = tmp_path_factory.mktemp("counter")
            receive_references(con, contracts, inputs(SHIPPED, contracts), folder)
        yield one, other


@pytest.fixture(scope="module")
def handed_in(counters, tmp_path_factory):
    """Every file of the corpus handed in: [(case, outcome)] of the damaged, of the clean."""
    folder = tmp_path_factory.mktemp("corpus")
    cases = [*damaged.cases(), *undamaged.cases()]

    def half(number):
        return [
            hand_in(counters[number], case, folder / str(place))
            for place, case in enumerate(cases)
            if place % 2 == number
        ]

    with ThreadPoolExecutor(2) as pool:
        evens, odds = pool.map(half, (0, 1))
    outcomes = [None] * len(cases)
    outcomes[::2], outcomes[1::2] = evens, odds
    pairs = list(zip(cases, outcomes, strict=True))
    is_damaged = [bool(case.refusal or case.causes) for case in cases]
    return list(compress(pairs, is_damaged)), list(compress(pairs, map(not_, is_damaged)))


def test_damaged_files_are_caught_for_the_right_cause(handed_in):
    caught = [(case, outcome, is_caught(case, outcome)) for case, outcome in handed_in[0]]
    files, share = Counter(case.kind for case, *_ in caught), Counter()
    for case, _, is_one in caught:
        share[case.kind] += is_one
    table = "\n".join(f"{kind}: {share[kind]} of {files[kind]}" for kind in files)
    missed = "\n".join(told(case, outcome) for case, outcome, is_one in caught if not is_one)
    print(table, missed, sep="\n")
    assert len(caught) >= 200
    assert share.total() >= 0.95 * len(caught), f"{table}\n{missed}"


def test_no_file_is_ever_loaded_in_part(handed_in):
    partial = [told(*one) for one in handed_in[0] + handed_in[1] if not is_whole(*one)]
    assert partial == []


def test_sound_files_are_read_whatever_their_shape(handed_in):
    refused = [told(*one) for one in handed_in[1] if not one[1].receipt or one[1].receipt.refused]
    print(len(handed_in[1]), "files", *refused, sep="\n")
    assert len(handed_in[1]) >= 200
    assert len(refused) <= 0.01 * len(handed_in[1]), "\n".join(refused)


def test_a_sound_file_says_the_same_in_every_shape(handed_in, counters, tmp_path):
    plain = {}
    for contract, table in tables().items():
        case = undamaged.clean("plain", table, csv_bytes(table.cells()))
        plain[contract] = hand_in(counters[0], case, tmp_path / contract).values
    other = [
        told(case, outcome)
        for case, outcome in handed_in[1]
        if outcome.receipt
        and sorted(map(str, outcome.values)) != sorted(map(str, plain[case.contract]))
    ]
    assert other == []
