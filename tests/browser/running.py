"""A dashboard running on a port of its own, and the browser to look at it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from queries.places import DATA

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
SANDBOX = ["--no-sandbox"] if os.geteuid() == 0 else []
# WebGL drawn by the processor: a build server has no graphics card.
WITH_WEBGL = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]
WITHOUT_WEBGL = ["--disable-3d-apis"]


def chromium() -> str | None:
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def lacking() -> str:
    """Return what to install before a browser test can run, or nothing."""
    packages = [] if chromium() else ["chromium"]
    if shutil.which("fc-list") is None:
        packages.append("fontconfig")
    elif not subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=True).stdout:
        packages.append("fonts-noto-cjk")
    return f"browser tests need: apt-get install {' '.join(packages)}" if packages else ""


def build(var: Path):
    subprocess.run(
        [sys.executable, "-m", "queries", "build"],
        cwd=ROOT,
        env={**os.environ, "BOARD_VAR": str(var)},
        check=True,
        capture_output=True,
    )


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def running(
    var: Path,
    patience: float = 60,
    data: Path = DATA,
    options: tuple[str, ...] = (),
    script: Path = ROOT / "dashboard.py",
):
    """Give a Server started by the README's run command, and stop it afterwards.

    `options` are Streamlit's own, to run it in another way than config.toml says; `script` is what
    it serves.
    """
    port = free_port()
    command = ["-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with open(var / f"server-{port}.log", "w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [sys.executable, *command, *options],
            cwd=ROOT,
            env={**os.environ, "BOARD_VAR": str(var), "BOARD_DATA": str(data)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        server = Server(f"http://127.0.0.1:{port}", process, Path(log.name))
        try:
            server.wait_until_healthy(patience)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)


@dataclass(frozen=True)
class Server:
    url: str
    process: subprocess.Popen
    log: Path

    def wait_until_healthy(self, patience: float):
        until = time.monotonic() + patience
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"no answer on /healthz:\n{self.log.read_text(encoding='utf-8')}")

    def memory(self) -> int:
        """Return the megabytes the server holds in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(status.split("VmRSS:")[1].split()[0]) // 1024
