"""Make the demo extracts: synthetic, seeded, the same bytes every time.

python data/make_demo.py                       every extract with a contract, into data/extracts
python data/make_demo.py --rows 100000000      one large assistance_payments.csv, for benchmarks
"""

import argparse
import importlib
from pathlib import Path

from demo import common, large_payments

EXTRACTS = Path(__file__).resolve().parent / "extracts"
SEED = 20240831


def main():
    options = _options()
    folder = options.out or (EXTRACTS / "large" if options.rows else EXTRACTS)
    folder.mkdir(parents=True, exist_ok=True)
    if options.rows:
        large_payments.write(options.seed, folder, options.rows)
        return
    for extract in common.extracts():
        importlib.import_module(f"demo.{extract}").write(options.seed, folder)


def _options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="folder to write to")
    parser.add_argument("--rows", type=int, help="write only payments, this many of them")
    parser.add_argument("--seed", type=int, default=SEED, help=f"default {SEED}")
    return parser.parse_args()


if __name__ == "__main__":
    main()
