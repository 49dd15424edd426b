"""What a briefing of twelve slides costs: its slides, and each of its files in time and size.

python -m tests.benchmarks.bench_briefing [--runs 5]

Beside each file stands what its library takes for an empty one: python-pptx, python-docx and
XlsxWriter saving nothing, typst setting an empty page, typst drawing as many blank pictures. Both
in one process, in turn, since machines are noisy. First times are those of a process that has made
nothing yet, one for each file.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from queries.build import build
from tests.benchmarks.briefing_child import FLOORS
from tests.rows import shipped_data


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        var = Path(folder, "var")
        build(shipped_data(Path(folder, "data")), var)
        env = os.environ | {"BOARD_VAR": str(var)}
        start = time.perf_counter()
        child(env, "import")
        imports = time.perf_counter() - start
        firsts = {kind: child(env, "first", kind) for kind in FLOORS}
        report(imports, firsts, child(env, "again", str(options.runs)))


def child(env, *asked) -> dict:
    """Return what a fresh process measured."""
    command = [sys.executable, "-m", "tests.benchmarks.briefing_child", *asked]
    done = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def report(imports, firsts, told):
    deck = statistics.median(one["deck"] for one in firsts.values())
    print(f"{told['slides']} slides, {told['figures']} figures; imports take {imports:.1f} s")
    print("| made | first, s | again, s | bare, s | ratio | kB |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(f"| slides, none kept | {deck:.2f} | {told['deck']:.2f} | | | |")
    print(f"| slides, all kept | | {told['kept deck']:.4f} | | | |")
    for kind, (took, bare, size) in told["files"].items():
        floor = f"{bare:.3f} | {took / bare:.0f}" if bare > 0.0001 else "| "
        print(
            f"| {kind} | {firsts[kind]['file']:.2f} | {took:.2f} | {floor} | {size / 1000:,.0f} |"
        )


if __name__ == "__main__":
    main()
