"""How long where-next takes: 136 communities as shipped, and 20,000 made to a county's density.

python -m tests.benchmarks.bench_siting [--out siting.json]
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from queries import siting

WALK = 15 * 60 / 1.3  # metres
EACH_KM2 = 2.2  # communities; a built-up city has more of them near each other than the county
TOWNS = 0.45  # of the communities lie in towns, around their centres
SEED = 20240831


def made(count, rng):
    """Return (positions in metres, persons aged 60 and over) of synthetic communities."""
    side = 1000 * np.sqrt(count / EACH_KM2)
    spread = rng.uniform(0, side, (count, 2))
    centres = rng.uniform(0, side, (max(count // 60, 1), 2))
    in_town = rng.random(count) < TOWNS
    around = centres[rng.integers(len(centres), size=count)] + rng.normal(0, 900, (count, 2))
    persons = np.round(rng.gamma(4.0, 270.0, count)).astype(int)
    return np.where(in_town[:, None], around, spread), persons


def near(positions):
    """Return pairs within a walk, each place near itself too."""
    found = cKDTree(positions).query_pairs(WALK, output_type="ndarray")
    own = np.arange(len(positions))
    pairs = np.concatenate([found, found[:, ::-1], np.column_stack([own, own])])
    return pd.DataFrame(pairs, columns=["candidate", "home"])


def asked(count, name, budget, capacity=None, dear=False, longest=siting.LONGEST):
    rng = np.random.default_rng(SEED)
    positions, persons = made(count, rng)
    began = time.perf_counter()
    pairs = near(positions)
    paired = time.perf_counter() - began
    costs = np.where(rng.random(count) < TOWNS, 80_000.0, 60_000.0) if dear else np.ones(count)
    question = pairs, pd.Series(persons), pd.Series(costs), budget, capacity
    began = time.perf_counter()
    quick = siting.greedy(*question)
    greedy_seconds = time.perf_counter() - began
    began = time.perf_counter()
    exact = siting.solve(*question, longest=longest)
    seconds = time.perf_counter() - began
    return {
        "communities": count,
        "question": name,
        "pairs": len(pairs),
        "seconds": round(seconds, 2),
        "seconds_pairs": round(paired, 2),
        "seconds_greedy": round(greedy_seconds, 2),
        "sites": len(exact.sites),
        "reached": exact.reached,
        "greedy_reached": quick.reached,
        "persons": int(persons.sum()),
        "gap": exact.gap,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("siting.json"))
    options = parser.parse_args()
    rows = []
    for count in (136, 20_000):
        many = count // 100 or 1
        for question in (
            {"name": "10 places", "budget": 10},
            {"name": f"{max(many, 20)} places", "budget": max(many, 20)},
            {"name": "1,000,000 yuan, 60,000 or 80,000 each", "budget": 1_000_000, "dear": True},
            {"name": "10 places of 600 persons", "budget": 10, "capacity": 600.0},
            {"name": "10 places of 25,000 persons", "budget": 10, "capacity": 25_000.0},
        ):
            rows.append(asked(count, **question))
            print(rows[-1], flush=True)
    options.out.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
