"""What must hold when things go wrong: a build killed, a disk full, two builds at once."""

import bisect
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from queries import database, seen, versions
from queries.build import build
from queries.decode import sha256
from queries.places import ROOT
from tests.rows import shipped_data, tiny_data

# The command line, imported once; every line of stdin is one run of it, in a process of its own.
# A killed run costs what it ran, not the second that importing takes.
NURSERY = """
import json, os, resource, sys
from queries.__main__ import main
for line in sys.stdin:
    request = json.loads(line)
    pid = os.fork()
    if not pid:
        os.dup2(os.open(request["out"], os.O_WRONLY), 1)
        os.dup2(os.open(request["err"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w", buffering=1), os.fdopen(2, "w", buffering=1)
        if request["limit"]:
            resource.setrlimit(resource.RLIMIT_FSIZE, (request["limit"], request["limit"]))
        sys.exit(main(request["arguments"]))
    print(pid, flush=True)
    sys.stdin.readline()  # until asked for, a dead child keeps its number: none other is killed
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""

pytestmark = pytest.mark.timeout(900)  # dozens of builds


class Nursery:
    """Where builds are run in processes of their own, one after another."""

    def __init__(self, folder):
        self.out, self.err = folder / "out", folder / "err"
        os.mkfifo(self.out)
        self.process = subprocess.Popen(
            [sys.executable, "-c", NURSERY],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, data, var, kill=None, limit=0):
        """Build; return (exit code, lines said). `kill(pid, lines)` may end it in the midst."""
        request = {
            "arguments": ["--data", str(data), "--var", str(var), "build", "--reason", "改正"],
            "out": str(self.out),
            "err": str(self.err),
            "limit": limit,
        }
        self._ask(json.dumps(request))
        with self.out.open(encoding="utf-8") as lines:  # opens when the child has opened it too
            pid = int(self.process.stdout.readline())
            said = kill(pid, lines) if kill else []
            said += [line.strip() for line in lines]
        self._ask("")
        return int(self.process.stdout.readline()), said

    def _ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def complaint(self):
        return self.err.read_text(encoding="utf-8")

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture
def nursery(tmp_path):
    nursery = Nursery(tmp_path)
    yield nursery
    nursery.close()


@pytest.fixture
def var(tiny, tmp_path):
    """A var folder of its own in which the tiny version is live."""
    return shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")


@pytest.fixture
def data(tmp_path):
    """The tiny county's data with one number altered: another version, with other contents."""
    return altered(tiny_data(tmp_path / "data"), 1)


def altered(data, times):
    """Return the data folder with the first meal count of the tiny county raised by `times`."""
    path = data / "extracts" / "meal_services.csv"
    heading, first, *rest = path.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    place = heading.split(",").index("用餐人次")
    cells[place] = str(int(cells[place]) + times)
    path.write_text("\n".join([heading, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    return data


def live(var):
    """Return the live version's id, after seeing that it is whole: it hashes to what it says."""
    version = versions.current(var)
    with database.connect(version.published, read_only=True) as con:
        content = con.execute(database.script("content_hash")).fetchall()[0][0]
    assert content == version.manifest()["content"]
    return version.id


def bytes_of(var):
    """Return the hash of every file of the live version, after seeing that it can be read."""
    version = versions.current(var)
    with database.connect(version.published, read_only=True) as con:
        assert con.execute("select count(obs_value) from observation").fetchall() > [(0,)]
    paths = sorted(path for path in version.folder.rglob("*") if path.is_file())
    return [(path.name, sha256(path)) for path in paths]


def entries(var):
    """Return what lies in a var folder, versions apart."""
    return sorted(path.name for path in var.iterdir() if path.name != "versions")


CLEAN = ["build.lock", "current.json", "parts"]  # what a build leaves beside the versions


def leavings(var):
    """Return what a killed build left: its folder, or the pointer it had not yet moved."""
    left = [name for name in entries(var) if name not in CLEAN]
    assert all(name.startswith(("building-", ".current.json.")) for name in left)
    return left


def clocked(stages):
    """Return a watcher that kills nothing and appends to `stages` when each line was said."""

    def watch(pid, lines):
        said = []
        for line in lines:
            stages.append(time.monotonic())
            said.append(line.strip())
        return said

    return watch


def at(lines_said, seconds):
    """Return a killer that waits until a build has said so many lines, and a little longer."""

    def kill(pid, lines):
        said = [line.strip() for line in itertools.islice(lines, lines_said)]
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        return said

    return kill


def moments(chance, began, stages):
    """Return ten killers: seven spread over a build's length, three while versions change hands.

    A moment is told from the stage before it: on a busy machine it is still the same moment.
    """
    whole = [began, *stages]
    places = [chance.uniform(began, stages[-1]) for _ in range(7)]
    places.append(chance.uniform(stages[-3], stages[-2]))  # while the version is written
    places += [chance.uniform(stages[-2], stages[-1]) for _ in range(2)]  # and while published
    spread = [(bisect.bisect(whole, place) - 1, place) for place in places]
    killers = [at(said, place - whole[said]) for said, place in spread]
    return chance.sample(killers, 10)


def ten_kills(folder, seed):
    """Kill ten builds one after another on the same var; return (exit code, lines) of each."""
    folder.mkdir()
    nursery, var = Nursery(folder), folder / "var"
    data, stages, ends = tiny_data(folder / "data"), [], []
    began = time.monotonic()
    assert nursery.run(data, var, clocked(stages))[0] == 0
    before, bytes_before = live(var), bytes_of(var)
    altered(data, 1)
    for kill in moments(random.Random(seed), began, stages):
        ends.append(nursery.run(data, var, kill))
        assert len(leavings(var)) <= 1  # of the one just killed; older ones were swept
        if versions.current(var).id == before:
            assert bytes_of(var) == bytes_before
        else:
            assert ends[-1][1][-1].startswith(("100%", "版本"))
            before, bytes_before = live(var), bytes_of(var)
            altered(data, 1)
    code, said = nursery.run(data, var)
    assert (code, entries(var)) == (0, CLEAN)
    assert said[-1] == f"版本 {live(var)} 已发布"
    assert live(var) != before
    nursery.close()
    return ends


def test_a_build_killed_at_any_moment_harms_nothing_and_the_next_one_succeeds(tmp_path):
    with ThreadPoolExecutor(2) as pool:
        chains = [pool.submit(ten_kills, tmp_path / str(seed), seed) for seed in (2024, 831)]
        ends = [end for chain in chains for end in chain.result()]
    killed = [said for code, said in ends if code == -signal.SIGKILL]
    assert len(ends) == 20
    assert len(killed) >= 15  # the others were done before their moment came
    assert any("写入版本" in line for said in killed for line in said)
    assert any("写入版本" not in " ".join(said) for said in killed)


KILLED_IN_PUBLISHING = """
import os, shutil, signal, sys
from pathlib import Path
from queries import versions
var, step, when = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
owner, name = {"replace": (os, "replace"), "fsync": (os, "fsync"), "rmtree": (shutil, "rmtree")}[
    step.rstrip("12")
]
real, calls = getattr(owner, name), []
def deadly(*arguments, **options):
    calls.append(name)
    mine = len(calls) == int(step[-1])
    if mine and when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments, **options)
    if mine:
        os.kill(os.getpid(), signal.SIGKILL)
with versions.building(var, "next") as folder:
    shutil.copytree(versions.current(var).folder, folder, dirs_exist_ok=True)
    setattr(owner, name, deadly)
    versions.place(var, folder, "next")
    versions.switch(var, "next")
"""


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", ["rmtree1", "replace1", "fsync1", "replace2"])
def test_a_build_killed_at_any_step_of_publishing_leaves_a_whole_version(var, tiny, step, when):
    script = [sys.executable, "-c", KILLED_IN_PUBLISHING, str(var), step, when]
    assert subprocess.run(script, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    pointed = "next" if (step, when) == ("replace2", "after") else tiny.id
    assert live(var) == pointed
    with versions.building(var, "later"):
        pass
    assert entries(var) == CLEAN


@pytest.mark.parametrize("share", [0.001, 0.03, 0.4, 0.9])
def test_a_disk_that_fills_up_is_named_and_the_live_version_stays(nursery, data, var, tiny, share):
    limit = int(tiny.published.stat().st_size * share)
    code, said = nursery.run(data, var, limit=limit)
    assert code == 1
    assert "已发布" not in " ".join(said)
    assert nursery.complaint().startswith("磁盘空间不足")
    assert len(nursery.complaint().splitlines()) == 1
    assert (live(var), entries(var)) == (tiny.id, CLEAN)


def test_the_build_after_a_full_disk_succeeds(nursery, data, var, tiny):
    assert nursery.run(data, var, limit=100_000)[0] == 1
    assert nursery.run(data, var)[0] == 0
    assert live(var) != tiny.id
    assert entries(var) == CLEAN


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own, as large as asked for; skip where mounting is not permitted."""
    mounted = tmp_path / "disk"
    mounted.mkdir()

    def mount(megabytes, *options):
        options = ["-o", ",".join([f"size={megabytes}m", *options])]
        done = subprocess.run(
            ["mount", "-t", "tmpfs", *options, "tmpfs", mounted], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip(f"no file system may be mounted here: {done.stderr.decode().strip()}")
        return mounted

    if shutil.which("mount") is None:
        pytest.skip("there is no mount command here")
    yield mount
    subprocess.run(["umount", mounted], check=False)


def test_a_file_system_that_fills_up_is_named_and_room_is_all_it_takes(
    nursery, data, tiny, small_disk
):
    size = sum(path.stat().st_size for path in tiny.folder.rglob("*") if path.is_file()) >> 20
    var = small_disk(size + 4) / "var"  # the live version fits, a second one does not
    shutil.copytree(tiny.folder.parent.parent, var)
    code, _ = nursery.run(data, var)
    assert code == 1
    assert nursery.complaint().startswith("磁盘空间不足")
    assert (live(var), entries(var)) == (tiny.id, CLEAN)
    small_disk(size * 5 + 50, "remount")
    assert nursery.run(data, var)[0] == 0
    assert live(var) != tiny.id


def test_of_two_builds_at_once_one_wins_and_the_other_says_so(data, var, tiny):
    command = [sys.executable, "-m", "queries", "--data", data, "--var", var, "build"]
    asked = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **asked) as first:
        first.stdout.readline()
        first.send_signal(signal.SIGSTOP)  # hold it in the midst: the second must come too early
        second = subprocess.run(command, **asked, check=False)
        first.send_signal(signal.SIGCONT)
        said, complaint = first.communicate()
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr == "另一个构建正在进行，请等它完成\n"
    assert (first.returncode, complaint) == (0, "")
    assert said.splitlines()[-1] == f"版本 {live(var)} 已发布"
    assert live(var) != tiny.id
    assert entries(var) == CLEAN


def rebuilt(monkeypatch, data, var, threads):
    monkeypatch.setattr(database, "CONFIG", database.CONFIG | {"threads": threads})
    version = build(data, var)
    return version.id, version.manifest()["content"], live(var)


def test_the_demo_built_again_is_the_same_version_with_the_same_withheld(
    demo, tmp_path, monkeypatch
):
    once = demo.id, demo.manifest()["content"], demo.id
    data = shipped_data(tmp_path / "data")
    seen.remember(data, demo)  # what readers were told before withholds nothing more
    assert rebuilt(monkeypatch, data, tmp_path / "var", "1") == once


# With one thread: tests/test_versions.py.
def test_the_tiny_county_built_again_is_the_same_version_with_two_threads(
    tiny, tmp_path, monkeypatch
):
    once = tiny.id, tiny.manifest()["content"], tiny.id
    data = tiny_data(tmp_path / "data")
    assert rebuilt(monkeypatch, data, tmp_path / "var", "2") == once
