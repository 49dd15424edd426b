"""Time to first use: from the command to an answer, to the first reader's page, bundles and all.

python -m tests.benchmarks.bench_start [--runs 5] [--root OTHER_CHECKOUT]

Each run is a process of its own over the same version. Seconds on the wall mean little on a machine
that others work on; CPU seconds of the process are printed beside them, and the floor, Streamlit
serving a page of one filter (bare_page.py), is started in turn. Writes start.json. With --root the
same is measured of another checkout, say of an earlier state; --var a version that it can read.
"""

import argparse
import asyncio
import gzip
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.costs import cpu, memory
from tests.benchmarks.crowd_reader import Reader
from tests.benchmarks.report import report
from tests.browser import running

BARE = running.ROOT / "tests" / "benchmarks" / "bare_page.py"
PATIENCE = 300  # seconds
BUNDLE = re.compile(r"static/(?:js|css)/[\w.-]+")
IMPORTS = """
import time
import {}
print(time.process_time())
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--root", type=Path, default=running.ROOT)
    parser.add_argument("--var", type=Path)
    options = parser.parse_args()
    took, facts = defaultdict(list), {}
    with tempfile.TemporaryDirectory() as folder:
        var = options.var or Path(folder)
        if options.var is None:
            running.build(var)
        for _ in range(options.runs):
            for name, module in (("streamlit", "streamlit"), ("the board", "ui.frame, ui.serving")):
                took[f"import {name}, CPU"].append(imported(options.root, module))
            start("bare page", options.root, var, BARE, took, facts)
            start("board", options.root, var, options.root / "dashboard.py", took, facts)
    report(Path(__file__).with_name("start.json"), took, facts)


def imported(root, module) -> float:
    """Return the CPU seconds of a fresh process that imports a module."""
    command = [sys.executable, "-c", IMPORTS.format(module)]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    return float(done.stdout.splitlines()[-1])


def start(name, root, var, script, took, facts):
    """Start a server, be its first reader, then the second; note seconds and CPU of each."""
    begun = time.perf_counter()
    with served(root, var, script) as (url, process):
        healthy(url)
        took[f"{name}: command to healthy"].append(time.perf_counter() - begun)
        took[f"{name}: command to healthy, CPU"].append(cpu(process.pid))
        for reader in ("first", "second"):
            before = cpu(process.pid)
            took[f"{name}: {reader} reader's first page"].append(asyncio.run(opened(url)))
            took[f"{name}: {reader} reader's first page, CPU"].append(cpu(process.pid) - before)
        facts[f"{name}: memory after two readers"] = memory([process.pid])
        facts |= bundles(name, url)


@contextmanager
def served(root, var, script):
    port = running.free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "BOARD_VAR": str(var)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(timeout=20)


def healthy(url):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError("the server did not come up")


async def opened(url) -> float:
    reader = Reader(url)
    took = await reader.opened()
    await reader.closed()
    return took


def bundles(name, url) -> dict:
    """Return how many bundles the index page asks for before anything is drawn, and their bytes."""
    page = urllib.request.urlopen(url).read().decode()
    sent = plain = 0
    asked = sorted(set(BUNDLE.findall(page)))
    for path in asked:
        request = urllib.request.Request(f"{url}/{path}", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as answer:
            body = answer.read()
        sent += len(body)
        packed = answer.headers.get("Content-Encoding") == "gzip"
        plain += len(gzip.decompress(body) if packed else body)
    return {
        f"{name}: bundles the index page asks for": len(asked),
        f"{name}: kB sent, before compression": f"{sent / 1000:,.0f}, {plain / 1000:,.0f}",
    }


if __name__ == "__main__":
    main()
