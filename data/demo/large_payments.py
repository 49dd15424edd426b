"""A payments extract of any length, for benchmarks: plausible, not calibrated, streamed."""

import numpy as np
import pyarrow as pa
from pyarrow import csv

from demo import common
from demo.assistance_people import TOWNSHIPS, WEIGHTS

CHUNK = 1_000_000
PAYMENTS_A_PERSON = 40
PERSONS_A_HOUSEHOLD = 1.6
PROGRAMMES = {  # share of payments, usual amount
    "低保": (0.45, 900.0), "特困": (0.1, 1838.0), "残疾人生活补贴": (0.12, 341.0),
    "重度残疾人护理补贴": (0.1, 300.0), "高龄津贴": (0.15, 80.0), "困境儿童": (0.03, 1720.0),
    "临时救助": (0.02, 2500.0), "价格补贴": (0.03, 40.0),
}  # fmt: skip
STATUSES = {"已发放": 0.99, "退回": 0.008, "待发放": 0.002}


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
    person = rng.integers(0, max(rows // PAYMENTS_A_PERSON, 1), size=last - first)
    mixed = person * 2_654_435_761 % 2**32 / 2**32  # each person keeps one township and programme
    shares = [share for share, _ in PROGRAMMES.values()]
    programme = np.searchsorted(np.cumsum(shares), mixed * 7919 % 1, side="right").clip(max=7)
    area = np.searchsorted(np.cumsum(WEIGHTS), mixed * sum(WEIGHTS), side="right").clip(max=7)
    usual = np.array([amount for _, amount in PROGRAMMES.values()])[programme]
    months = [f"{year}-{month:02d}" for year, month in common.MONTHS]
    status = np.searchsorted(np.cumsum(list(STATUSES.values())), rng.random(last - first))
    columns = {
        "payment": _code("P", serial),
        "person": _code("R", person),
        "household": _code("H", (person / PERSONS_A_HOUSEHOLD).astype(np.int64)),
        "programme": _words(PROGRAMMES, programme),
        "ref_area": _words(TOWNSHIPS, area),
        "month": _words(months, serial * len(months) // rows),
        "persons": pa.array(np.where(programme == 0, rng.integers(1, 5, last - first), 1)),
        "amount": pa.array(np.round(usual * (0.8 + 0.4 * rng.random(last - first)), 1)),
        "status": _words(STATUSES, status.clip(max=2)),
        "ended_month": pa.array([""] * (last - first)),
    }
    return pa.table(columns)


def _code(prefix, numbers):
    digits = pa.array(numbers + 1_000_000_000).cast(pa.string())
    return pa.compute.replace_substring_regex(digits, "^1", prefix)


def _words(words, places):
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int32)), list(words)).cast(
        pa.string()
    )
