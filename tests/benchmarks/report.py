"""How a benchmark notes, prints and keeps what it measured."""

import json
import platform
import statistics
import time
from pathlib import Path


def timed(took: dict[str, list[float]], name: str, act):
    """Do `act` and note the seconds it took."""
    start = time.perf_counter()
    act()
    took[name].append(time.perf_counter() - start)


def report(path: Path, took: dict[str, list[float]], facts: dict):
    """Print steps (seconds) and facts as Markdown tables, and write them to `path` as JSON."""
    rows = {
        name: {
            "n": len(values),
            "min": round(min(values), 3),
            "median": round(statistics.median(values), 3),
            "p95": round(sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)], 3),
        }
        for name, values in took.items()
    }
    print("| step | n | min | median | p95 |\n| --- | --- | --- | --- | --- |")
    for name, row in rows.items():
        print(f"| {name} | {row['n']} | {row['min']} | {row['median']} | {row['p95']} |")
    print("\n| fact | |\n| --- | --- |")
    for name, value in facts.items():
        print(f"| {name} | {value} |")
    result = {"machine": machine(), "seconds": rows, "facts": facts}
    text = json.dumps(result, ensure_ascii=False, indent=1) + "\n"
    path.write_text(text, encoding="utf-8")


def machine() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
