"""A payments extract of any length, for benchmarks: plausible, not calibrated, streamed."""

import numpy as np
import pyarrow as pa
from pyarrow import csv

from demo import common
from demo.assistance_people import TOWNSHIPS, WEIGHTS

CHUNK = 1_000_000
MONTHS_A_PERSON = 40  # paid without a break, then somebody else is
PERSONS_A_HOUSEHOLD = 1.6
PROGRAMMES = {  # share of payments, usual amount
    "低保": (0.45, 900.0), "特困": (0.1, 1838.0), "残疾人生活补贴": (0.12, 341.0),
    "重度残疾人护理补贴": (0.1, 300.0), "高龄津贴": (0.15, 80.0), "困境儿童": (0.03, 1720.0),
    "临时救助": (0.02, 2500.0), "价格补贴": (0.03, 40.0),
}  # fmt: skip
STATUSES = {"已发放": 0.99, "退回": 0.008, "待发放": 0.002}
DOUBTFUL = 0.0005  # share of payments of half as much again as they should be
SCATTERED = 2_654_435_761  # a prime: multiples of it, modulo anything else, come in no order


def write(seed, folder, rows):
    """Write `rows` payments to assistance_payments.csv, a chunk at a time."""
    heads = list(common.headings("assistance_payments").values())
    path = folder / "assistance_payments.csv"
    unquoted = csv.WriteOptions(include_header=False, quoting_style="none")
    with path.open("wb") as file:
        file.write((",".join(heads) + "\n").encode())
        for number, first in enumerate(range(0, rows, CHUNK)):
            rng = common.generator(seed, f"large_payments {number}")
            csv.write_csv(_chunk(rng, first, min(first + CHUNK, rows), rows), file, unquoted)


def _chunk(rng, first, last, rows):
    """Return payments number `first` to `last` of `rows`, in order of month."""
    serial = np.arange(first, last)
    months = [f"{year}-{month:02d}" for year, month in common.MONTHS]
    month = serial * len(months) // rows
    places = rows // len(months) + 1  # on a month's list, each held by one person after another
    place = (serial - -(-month * rows // len(months))) * SCATTERED % places
    person = place + places * ((month + place % MONTHS_A_PERSON) // MONTHS_A_PERSON)
    household = (person / PERSONS_A_HOUSEHOLD).astype(np.int64)
    shares = [share for share, _ in PROGRAMMES.values()]
    programme = np.searchsorted(np.cumsum(shares), _scattered(person), side="right").clip(max=7)
    townships = _scattered(household) * sum(WEIGHTS)
    area = np.searchsorted(np.cumsum(WEIGHTS), townships, side="right").clip(max=7)
    persons = np.where(programme == 0, rng.integers(1, 5, last - first), 1)
    amount = _standards(months)[programme, month] * persons
    amount *= np.where(programme == 0, 0.3 + 0.6 * rng.random(last - first), 1)
    amount *= np.where(rng.random(last - first) < DOUBTFUL, 1.5, 1)
    status = np.searchsorted(np.cumsum(list(STATUSES.values())), rng.random(last - first))
    columns = {
        "payment": _code("P", serial),
        "person": _code("R", person),
        "household": _code("H", household),
        "programme": _words(PROGRAMMES, programme),
        "ref_area": _words(TOWNSHIPS, area),
        "month": _words(months, month),
        "persons": pa.array(persons),
        "amount": pa.array(np.round(amount, 1)),
        "status": _words(STATUSES, status.clip(max=2)),
        "ended_month": pa.array([""] * (last - first)),
    }
    return pa.table(columns)


def _scattered(numbers):
    """Return a fraction for each number, always the same and without order."""
    return numbers % 2**32 * SCATTERED % 2**32 / 2**32


def _standards(months):
    """Return amounts by programme × month: the standard in force, or the usual amount."""
    amounts = np.array([[usual] * len(months) for _, usual in PROGRAMMES.values()])
    for row in sorted(common.reference("standard"), key=lambda row: row["valid_from"]):
        since = [month >= row["valid_from"][:7] for month in months]
        if row["programme"] in PROGRAMMES:
            amounts[list(PROGRAMMES).index(row["programme"]), since] = float(row["amount"])
    return amounts


def _code(prefix, numbers):
    digits = pa.array(numbers + 1_000_000_000).cast(pa.string())
    return pa.compute.replace_substring_regex(digits, "^1", prefix)


def _words(words, places):
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), list(words)).cast(
        pa.string()
    )
