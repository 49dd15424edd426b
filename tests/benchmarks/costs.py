"""What a crowd of readers cost: CPU of the boards, memory, and what else the machine did."""

import os
import statistics
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
KINDS = ("filter", "page", "open")


class Costs:
    """Begun before readers read, asked afterwards."""

    def __init__(self, pids):
        self.pids = pids
        self.begun, self.used, self.busy = time.perf_counter(), self._used(), _busy()

    def of(self, came: dict) -> dict:
        """Return CPU seconds a step, steps a second, and shares of the whole machine."""
        elapsed = time.perf_counter() - self.begun
        used = self._used() - self.used
        steps = sum(len(came["took"].get(kind, ())) for kind in KINDS)
        whole = elapsed * os.cpu_count()
        others = _busy() - self.busy - used - came["driver_cpu"]
        return {
            "steps": steps,
            "steps_per_s": round(steps / came["elapsed"], 2),
            "cpu_per_step": round(used / max(steps, 1), 3),
            "boards_share": round(used / whole, 2),
            "driver_share": round(came["driver_cpu"] / whole, 2),
            "others_share": round(max(others, 0) / whole, 2),
            "wrong": len(came["wrong"]),
            "said": sorted(set(came["wrong"]))[:3],
        }

    def _used(self):
        return sum(map(cpu, self.pids))


def cpu(pid) -> float:
    """Return the CPU seconds a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _busy() -> float:
    """Return the CPU seconds the whole machine has worked since it started, builds among them."""
    told = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:]
    user, nice, system, _, _, hard, soft = map(int, told[:7])
    return (user + nice + system + hard + soft) / TICKS


def memory(pids) -> dict:
    """Return the megabytes processes hold: resident (RSS) and theirs alone (USS)."""
    rss = uss = 0
    for pid in pids:
        path = Path(f"/proc/{pid}/smaps_rollup")
        for line in path.read_text(encoding="ascii").splitlines():
            name, *told = line.split()
            rss += int(told[0]) if name == "Rss:" else 0
            uss += int(told[0]) if name.startswith("Private_") else 0
    return {"rss_mb": rss // 1024, "uss_mb": uss // 1024}


def statistics_of(came: dict) -> dict:
    """Return {kind: (n, p50, p95)} of a crowd's seconds."""
    told = {}
    for kind in KINDS:
        took = sorted(came["took"].get(kind, ()))
        if took:
            late = took[max(0, -(-len(took) * 95 // 100) - 1)]
            told[kind] = (len(took), round(statistics.median(took), 2), round(late, 2))
    return told


def table(phases: dict[str, dict]) -> str:
    """Return the phases as a Markdown table."""
    lines = [
        "| | filter p50, p95, s | page p50, p95, s | steps/s | CPU s/step | boards, others | bad |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, one in phases.items():
        taken = (
            ", ".join(map(str, one.get(kind, ("", "", ""))[1:])) for kind in ("filter", "page")
        )
        shares = f"{one['boards_share']:.0%}, {one['others_share']:.0%}"
        told = (name, *taken, one["steps_per_s"], one["cpu_per_step"], shares, one["wrong"])
        lines.append(f"| {' | '.join(map(str, told))} |")
    return "\n".join(lines)
