"""Many readers at once: how long a changed filter takes, what it costs, whether memory stays.

python -m tests.benchmarks.bench_readers [--readers 50] [--seconds 60] [--boards 2] [--parts one,…]

The readers are a process of their own (crowd.py) that speaks Streamlit's protocol and draws
nothing: a change counts from its message to the end of the run, all of it received. The floor, in
the same run, is a page of one filter and one line (bare_page.py). Prints a table and writes
readers.json; "others" is the share of the machine that neither boards, readers nor build had:
seconds measured beside much of it are worth little, CPU seconds a step are.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

from queries.build import build
from queries.tickets import PATIENTLY
from tests.benchmarks.costs import Costs, memory, statistics_of, table
from tests.browser import fronting
from tests.browser.running import ROOT, running
from tests.rows import SHIPPED, shipped_data

PATIENCE = 300  # seconds for a start, on a machine others work on
ROUNDS = 5  # of opened and closed sessions
SESSIONS = 50  # a round
WARMING = {"readers": 6, "seconds": 40, "think": [0, 0], "arrive": 1, "seed": 99}
SATURATING = {"readers": 6, "think": [0, 0], "arrive": 1}
# Builds over and over. A comment more in a contract makes the inputs others, and no number.
AGAIN = """
import sys
from pathlib import Path
from queries.build import build
data, var = map(Path, sys.argv[1:])
while True:
    with sorted((data / "contracts").glob("*.toml"))[0].open("a") as contract:
        contract.write("# again\\n")
    build(data, var)
"""
BARE = ROOT / "tests" / "benchmarks" / "bare_page.py"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60, help="of each part")
    parser.add_argument("--boards", type=int, default=2, help="processes behind nginx")
    parser.add_argument("--parts", default="floor,one,builds,memory,several")
    options = parser.parse_args()
    told = {"options": vars(options), "phases": {}, "memory": {}}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), options, told)
        for part in options.parts.split(","):
            getattr(bench, part)()
    print(table(told["phases"]))
    for name, one in told["memory"].items():
        print(f"{name}: {one}")
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    Path(__file__).with_name("readers.json").write_text(text, encoding="utf-8")


class Bench:
    """A board's data and version of its own, and what is measured of them."""

    def __init__(self, folder: Path, options, told):
        self.folder, self.options, self.told = folder, options, told
        self.data, self.var = shipped_data(folder / "data"), folder / "var"
        for part in ("access", "templates"):
            shutil.copytree(SHIPPED / part, self.data / part)
        build(self.data, self.var)

    @property
    def thinking(self):
        return {"readers": self.options.readers, "seconds": self.options.seconds}

    def floor(self):
        """The same readers at a page that shows nothing: Streamlit's own part."""
        with running(self.var, PATIENCE, self.data, script=BARE) as server:
            crowd(server.url, {**SATURATING, "seconds": 10})
            self.phase("bare page, no thinking", [server], server.url, self.saturating)

    def one(self):
        """One process: readers who think, and as much as it can."""
        with running(self.var, PATIENCE, self.data) as server:
            crowd(server.url, WARMING)
            self.phase("one process", [server], server.url, self.thinking)
            self.phase("one process, no thinking", [server], server.url, self.saturating)

    def builds(self):
        """The same readers beside builds: elsewhere, and of the version they read."""
        with running(self.var, PATIENCE, self.data) as server:
            crowd(server.url, WARMING)
            self.phase("one process, before builds", [server], server.url, self.thinking)
            for name, var in (
                ("one process, a build beside", self.folder / "elsewhere"),
                ("one process, the live version replaced", self.var),
            ):
                with building(self.data, var, self.folder):
                    self.phase(name, [server], server.url, self.thinking)

    def memory(self):
        """Sessions opened, used and closed, round after round, the choices the same in each: what
        caches hold is there after the first, and what grows then would be left of sessions.
        """
        asked = {"readers": 10, "seconds": 600, "think": [0, 0.2], "sessions": SESSIONS}
        with running(self.var, PATIENCE, self.data) as server:
            self.told["memory"]["started"] = memory(pids([server]))
            for number in range(1, ROUNDS + 1):
                name = f"{SESSIONS} sessions opened and closed, round {number}"
                self.phase(name, [server], server.url, asked)
                self.told["memory"][f"{SESSIONS * number} sessions"] = memory(pids([server]))

    def several(self):
        """Several processes on one var/, behind nginx by the shipped file and with a portal."""
        header = ("--server.trustedUserHeaders", json.dumps(fronting.HEADERS))
        with ExitStack() as stack:
            servers = [
                stack.enter_context(running(self.var, PATIENCE, self.data, options=header))
                for _ in range(self.options.boards)
            ]
            portal = stack.enter_context(fronting.portal())
            addresses = [one.url.removeprefix("http://") for one in servers]
            secure, _ = stack.enter_context(fronting.fronting(self.folder, addresses, portal))
            url, known = f"https://{fronting.NAME}:{secure}", {"Cookie": "portal=wang"}
            crowd(url, WARMING | {"headers": known})
            name = f"{self.options.boards} processes behind nginx"
            self.phase(name, servers, url, self.thinking | {"headers": known})
            asked = self.saturating | {"headers": known}
            self.phase(f"{name}, no thinking", servers, url, asked)

    @property
    def saturating(self):
        return {**SATURATING, "seconds": self.options.seconds}

    def phase(self, name, servers, url, asked):
        """Let readers read as asked, and note what it took."""
        costs = Costs(pids(servers))
        came = crowd(url, asked)
        self.told["phases"][name] = statistics_of(came) | costs.of(came)
        print(name, json.dumps(self.told["phases"][name]), flush=True)


def pids(servers) -> list[int]:
    return [server.process.pid for server in servers]


def crowd(url: str, asked: dict) -> dict:
    """Return what crowd.py measured."""
    command = [sys.executable, "-m", "tests.benchmarks.crowd", url, json.dumps(asked)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def building(data: Path, var: Path, folder: Path):
    """Build over and over beside what is measured, with the patience a build from the intake page
    has, until that is done.
    """
    changed = shutil.copytree(data, folder / f"changed-{var.name}")
    with (folder / "build.log").open("w") as log:
        command = [*PATIENTLY, sys.executable, "-c", AGAIN, str(changed), str(var)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


if __name__ == "__main__":
    main()
