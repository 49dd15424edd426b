"""How often intervals err: coverage, and equal townships told apart by chance.

python -m tests.benchmarks.bench_intervals [--rounds 20000]

Coverage and alarms against a known county are counted out exactly, over every number of cases.
Against a county made of the townships themselves, in the ranking, and with bases as unlike as the
townships' own, they are drawn with a fixed seed.
"""

import argparse
import json
from itertools import product
from pathlib import Path

import numpy as np
from scipy import stats

from tests import false_alarms
from tests.benchmarks.report import machine
from tests.false_alarms import TOWNSHIPS, some, z_of

RESULTS = Path(__file__).with_name("intervals.json")
BASES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000)
SHARES = (0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999)
MEANS = (0.01, 0.1, 0.5, 1, 2, 5, 10, 20, 50, 100, 300, 1000, 10_000, 100_000)
FROM = 20  # cases below the line: from here on the promises of a single interval are looked at
SIZES = np.array([34684, 18980, 13245, 11061, 9422, 7647, 7647, 7101]) / 13723.4  # to their mean
APART = (2, 3, 4, 5)  # standard errors a township truly lies from the county
SEED = 20241108


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20_000)
    rounds = parser.parse_args().rounds
    random = np.random.default_rng(SEED)
    with false_alarms.bench() as con:
        found = {
            "machine": machine(),
            "rounds": rounds,
            "coverage": coverage(con),
            "alarms, county known": known(con),
            "alarms, county of the townships": drawn(con, rounds, random),
            "alarms, unlike bases": unlike(con, rounds, random),
            "fewer townships": fewer(con),
            "seen": seen(con),
        }
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, ensure_ascii=False, indent=1))


def spread(values):
    """Return the least, the median and the most of {what: value}, and where the most is."""
    most = max(values, key=values.get)
    numbers = list(values.values())
    return {
        "least": round(min(numbers), 4),
        "median": round(float(np.median(numbers)), 4),
        "most": round(values[most], 4),
        "most at": most,
    }


def coverage(con):
    """How often one 95 % interval holds the truth, and how often each of eight does."""
    grid = [(n, p) for n, p in product(BASES, SHARES) if n >= FROM]

    def held(miss, grid):
        return spread({str(one): 1 - miss(*one) for one in grid})

    one, family = z_of(1), z_of(TOWNSHIPS)
    return {
        "Wilson, 0.95": held(lambda n, p: false_alarms.miss_share(con, "wilson", n, p, one), grid),
        "Wilson, at least 5 cases and 5 others": held(
            lambda n, p: false_alarms.miss_share(con, "wilson", n, p, one),
            [(n, p) for n, p in grid if min(n * p, n * (1 - p)) >= 5],
        ),
        "Byar, 0.95": held(lambda m: false_alarms.miss_rate(con, m, one), [(m,) for m in MEANS]),
        "corrected Wilson, 0.9936": held(
            lambda n, p: false_alarms.miss_share(con, "score", n, p, family), grid
        ),
        "Byar, 0.9936": held(
            lambda m: false_alarms.miss_rate(con, m, family), [(m,) for m in MEANS]
        ),
    }


def known(con):
    """Return how likely one of eight equal townships or more is told apart, by method."""
    family, one = z_of(TOWNSHIPS), z_of(1)
    grid = list(product(BASES, SHARES))

    def shares(method, z):
        misses = {(n, p): false_alarms.miss_share(con, method, n, p, z) for n, p in grid}
        return spread({str(at): some(miss) for at, miss in misses.items()})

    return {
        "shares: corrected Wilson at the family's level (the board)": shares("score", family),
        "shares: plain Wilson at the family's level": shares("wilson", family),
        "shares: plain Wilson, each at 0.95": shares("wilson", one),
        "rates: Byar at the family's level (the board)": spread(
            {str(m): some(false_alarms.miss_rate(con, m, family)) for m in MEANS}
        ),
        "rates: Byar, each at 0.95": spread(
            {str(m): some(false_alarms.miss_rate(con, m, one)) for m in MEANS}
        ),
    }


def drawn(con, rounds, random):
    """The county is what its townships come to: against it, and against one another."""
    shares = {
        str((n, p)): false_alarms.draw_shares(con, n, p, rounds, random)
        for n, p in product(BASES, SHARES)
        if n <= 10_000
    }
    rates = {str(m): false_alarms.draw_rates(con, m, rounds, random) for m in MEANS if m <= 10_000}
    return {
        f"{kind}: {what}": spread({at: one[what] for at, one in found.items()})
        for kind, found in (("shares", shares), ("rates", rates))
        for what in ("versus_county", "ranking")
    }


def unlike(con, rounds, random):
    """Bases as unlike as those of the registered volunteers, times each size."""
    shares = {}
    for base, p in product((20, 100, 1000), SHARES):
        bases = np.maximum(np.round(SIZES * base), 1).astype(int)
        cases = random.binomial(bases, p, (rounds, TOWNSHIPS))
        found = [false_alarms.limits(con, "score", int(n), z_of(TOWNSHIPS)) for n in bases]
        lower = np.column_stack([one.lower[cases[:, i]] for i, one in enumerate(found)])
        upper = np.column_stack([one.upper[cases[:, i]] for i, one in enumerate(found)])
        county = (cases.sum(axis=1) / bases.sum())[:, None]
        shares[str((base, p))] = {
            "versus_county": float(((lower > county) | (upper < county)).any(axis=1).mean()),
            "ranking": float((lower.max(axis=1) > upper.min(axis=1)).mean()),
        }
    return {
        f"shares: {what}": spread({at: one[what] for at, one in shares.items()})
        for what in ("versus_county", "ranking")
    }


def fewer(con):
    """The most alarms of two, four and six townships, each family at its own level."""
    grid = [(n, p) for n, p in product(BASES, SHARES) if n <= 10_000]
    return {
        str(count): round(
            max(
                some(false_alarms.miss_share(con, "score", n, p, z_of(count)), count)
                for n, p in grid
            ),
            4,
        )
        for count in (1, 2, 4, 6)
    }


def seen(con):
    """How likely a township is told apart that truly lies so many standard errors above a county
    of 30 %, and of one with 200 cases of a rate."""
    found = {}
    for base, apart in product((100, 1000, 10_000), APART):
        p = 0.3 + apart * np.sqrt(0.3 * 0.7 / base)
        lower = false_alarms.limits(con, "score", base, z_of(TOWNSHIPS)).lower
        chance = stats.binom.pmf(np.arange(base + 1), base, p)
        found[f"share, base {base}, {apart} standard errors"] = round(
            float(chance[lower > 0.3].sum()), 3
        )
    for apart in APART:
        mean = 200 + apart * np.sqrt(200)
        most = false_alarms.most_cases(mean)
        lower = false_alarms.limits(con, "byar", most, z_of(TOWNSHIPS)).lower
        chance = stats.poisson.pmf(np.arange(most + 1), mean)
        found[f"rate, 200 cases, {apart} standard errors"] = round(
            float(chance[lower > 200].sum()), 3
        )
    return found


if __name__ == "__main__":
    main()
