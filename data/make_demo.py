"""Make the demo extracts: synthetic, seeded, the same bytes every time.

python data/make_demo.py                       every extract with a contract, into data/extracts
python data/make_demo.py --rows 100000000      one large assistance_payments.csv, for benchmarks
python data/make_demo.py --communities         reference/community_population.csv of population.csv
"""

import argparse
import importlib
from pathlib import Path

from demo import common, community_population, large_payments

DATA = Path(__file__).resolve().parent
EXTRACTS, REFERENCE = DATA / "extracts", DATA / "reference"
SEED = 20240831


def main():
    options = _options()
    folder = options.out or (EXTRACTS / "large" if options.rows else EXTRACTS)
    if options.communities:
        folder = options.out or REFERENCE
    folder.mkdir(parents=True, exist_ok=True)
    if options.communities:
        community_population.write(options.seed, folder)
        return
    if options.rows:
        large_payments.write(options.seed, folder, options.rows)
        return
    for extract in common.extracts():
        importlib.import_module(f"demo.{extract}").write(options.seed, folder)


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="folder to write to")
    parser.add_argument("--rows", type=int, help="write only payments, this many of them")
    parser.add_argument(
        "--communities", action="store_true", help="write only the people of communities"
    )
    parser.add_argument("--seed", type=int, default=SEED, help=f"default {SEED}")
    return parser.parse_args()


if __name__ == "__main__":
    main()
