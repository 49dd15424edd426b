"""Make the demo extracts: synthetic, seeded, the same bytes every time.

python data/make_demo.py                       the six extracts, into data/extracts
python data/make_demo.py --rows 100000000      one large assistance_payments.csv, for benchmarks
"""

import argparse
from pathlib import Path

from demo import (
    assistance_payments,
    large_payments,
    meal_points,
    meal_services,
    organizations,
    resident_lounges,
    social_workers,
)

EXTRACTS = Path(__file__).resolve().parent / "extracts"
SEED = 20240831
MAKERS = (
    organizations,
    social_workers,
    resident_lounges,
    meal_points,
    meal_services,
    assistance_payments,
)


def main():
    options = _options()
    folder = options.out or (EXTRACTS / "large" if options.rows else EXTRACTS)
    folder.mkdir(parents=True, exist_ok=True)
    if options.rows:
        large_payments.write(options.seed, folder, options.rows)
        return
    for maker in MAKERS:
        maker.write(options.seed, folder)


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="folder to write to")
    parser.add_argument("--rows", type=int, help="write only payments, this many of them")
    parser.add_argument("--seed", type=int, default=SEED, help=f"default {SEED}")
    return parser.parse_args()


if __name__ == "__main__":
    main()
