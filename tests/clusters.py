"""Clusters a test starts on this machine, over loopback: Sail, or Spark with two workers.

Sail comes with requirements-conformance.txt. Spark is the pip package pyspark in a folder of its
own, for it and the thin client are one package to Python; SPARK_HOME names it.
"""

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

LOOPBACK = "127.0.0.1"
SPARK = {  # small enough for two cores: what runs once is not worth compiling for long
    "spark.executor.memory": "640m",
    "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.default.parallelism": "2",
    "spark.ui.enabled": "false",
    "spark.driver.host": LOOPBACK,
    "spark.driver.bindAddress": LOOPBACK,
    "spark.connect.grpc.binding.address": LOOPBACK,
    "spark.scheduler.mode": "FAIR",
}


@dataclass
class Started:
    """Where a cluster answers, and its processes, each the head of its own group."""

    address: str
    driver: subprocess.Popen
    workers: list[subprocess.Popen] = field(default_factory=list)


def free_port():
    with socket.socket() as listening:
        listening.bind((LOOPBACK, 0))
        return listening.getsockname()[1]


def missing(what):
    """Skip a test for want of an engine; fail it where engines are required."""
    if os.environ.get("SPARK_TESTS_REQUIRED"):
        pytest.fail(f"{what} is missing, and SPARK_TESTS_REQUIRED is set")
    pytest.skip(f"{what} is not installed: see the README")


@contextmanager
def sail(folder: Path):
    """Start Sail, which speaks the same protocol in one process."""
    if not all(map(importlib.util.find_spec, ("pysail", "pyspark"))):
        missing("pysail, or Spark's client,")
    port = free_port()
    command = ["-m", "pysail", "spark", "server", "--ip", LOOPBACK, "--port", str(port)]
    with _processes(folder) as begin:
        server = begin("sail", [sys.executable, *command])
        _wait(port, server)
        yield Started(f"sc://{LOOPBACK}:{port}", server)


@contextmanager
def spark(folder: Path, settings=()):
    """Start a master, two workers of a core each and Connect from the pip package."""
    home = Path(os.environ.get("SPARK_HOME", "/nowhere"))
    if not (home / "jars").exists() or not shutil.which("java"):
        missing("Spark (SPARK_HOME) or Java")
    master, connect, ui = free_port(), free_port(), "0"
    environment = {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": LOOPBACK,
        "SPARK_DAEMON_JAVA_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "SPARK_SUBMIT_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "SPARK_DAEMON_MEMORY": "640m",  # of Connect too, which counts as a daemon
        "SPARK_LOCAL_DIRS": str(folder / "local"),
        "SPARK_WORKER_DIR": str(folder / "work"),
    }
    head = [str(home / "bin" / "spark-class")]
    deploy = "org.apache.spark.deploy"
    at = ["--host", LOOPBACK, "--webui-port", ui]
    with _processes(folder, environment) as begin:
        chief = begin("master", [*head, f"{deploy}.master.Master", *at, "--port", str(master)])
        _wait(master, chief)
        url = f"spark://{LOOPBACK}:{master}"
        own = ["--cores", "1", "--memory", "2g", url]
        workers = [
            begin(f"worker-{number}", [*head, f"{deploy}.worker.Worker", *at, *own])
            for number in (1, 2)
        ]
        chosen = SPARK | {"spark.connect.grpc.binding.port": str(connect)} | dict(settings)
        conf = [part for name, value in chosen.items() for part in ("--conf", f"{name}={value}")]
        server = "org.apache.spark.sql.connect.service.SparkConnectServer"
        submit = [f"{deploy}.SparkSubmit", "--master", url, "--class", server, *conf]
        driver = begin("connect", [*head, *submit, "spark-internal"])
        _wait(connect, driver)
        yield Started(f"sc://{LOOPBACK}:{connect}", driver, workers)


def kill(process):
    """End a process and all it started, at once."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _processes(folder, environment=()):
    started = []

    def begin(name, command):
        log = (folder / f"{name}.log").open("wb")
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | dict(environment),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        started.append(process)
        return process

    try:
        yield begin
    finally:
        for process in reversed(started):
            kill(process)


def _wait(port, process, seconds=120):
    for _ in range(seconds * 10):
        assert process.poll() is None, "the server ended before it listened: see its log"
        with suppress(OSError), socket.create_connection((LOOPBACK, port), timeout=1):
            return
        time.sleep(0.1)
    raise AssertionError(f"nobody listens on {port}")
