"""A cluster's session: opened, watched while something is asked of it, and what its errors mean.

Spark's client tries on for ten minutes, or for ever: a driver that ran out of memory answers
neither yes nor no. Here no answer and no task at work for a while is an answer.
"""

import logging
import os
import re
import socket
import threading
import time
import warnings
from contextlib import contextmanager, suppress

from queries.faults import BuildFailed

PATIENCE = 40  # seconds without a task at work that count as no answer
SETTINGS = {  # Spark then counts as DuckDB does: it raises where it would wrap or give null
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
}
RETRIES = {"max_retries": 5, "initial_backoff": 200, "backoff_multiplier": 2, "max_backoff": 3000}
FORMS = re.compile(r"(sc|spark)://[^/:,]+:\d+.*|local\[\d+\]")
CAUSES = {  # what the cluster's words tell → what to say, and how to mend it
    r"already.?exists": "集群上已有名为staging或reference的库，不是这次构建的。若另一个构建正用着"
    "这个集群，请等它完成；否则请重启Spark Connect，或让看板用一个自己的",
    r"permission|denied|mkdirs|to create|read-only|not a directory": "集群写不进"
    "构建文件夹。请让所有节点上运行Spark的用户都能读写BOARD_VAR所在的文件夹",
    r"path_not_found|does.?not.?exist|no such file|file.?not.?found": "集群读不到构建文件夹里的"
    "文件。BOARD_VAR所在的文件夹须由所有节点和本机按同一路径共享",
    r"unavailable|connection|retries|invalid_handle|channel|shut ?down|stopped|py4j": "与集群的"
    "连接断了，它可能已经停止。请确认Spark在运行后重新构建",
}


def address() -> str:
    """Return what ENGINE says without what may be secret in it: for the manifest and messages."""
    return re.sub(r"/?;.*|(?<=//).*@", "", os.environ.get("ENGINE", ""))


class Cluster:
    """A session and the watch over it. `ask` is how anything is asked of it."""

    def __init__(self):
        url = os.environ["ENGINE"]
        _reach(address())
        self.session, self._asked, self._late, self._at_work = None, 0, False, 0.0
        self._lock, self._over = threading.Lock(), threading.Event()
        self._failures = _failures(url)
        try:
            self._begin(url)
        except BuildFailed:
            self.close()
            raise

    def _begin(self, url):
        with self.ask():
            self.session = _session(url)
            if url.startswith("sc://"):  # a driver in this process tells of no progress
                self.session.registerProgressHandler(self._progress)
                threading.Thread(target=self._watch, daemon=True).start()
            for name, value in SETTINGS.items():
                self.session.conf.set(name, value)

    @contextmanager
    def ask(self):
        """Within it, what the cluster fails at or does not answer becomes BuildFailed."""
        with self._lock:
            self._asked += 1
            self._at_work = time.monotonic()
        try:
            yield self.session
        except self._failures as problem:
            raise BuildFailed(f"集群{address()}：{self._meaning(problem)}") from problem
        finally:
            with self._lock:
                self._asked -= 1

    def close(self):
        """End the session; one that no longer answers is left to itself."""
        self._over.set()
        if self.session is None:
            return
        ending = threading.Thread(target=self.session.stop, daemon=True)
        ending.start()
        ending.join(5)

    def _progress(self, stages, inflight_tasks, operation_id, done):
        if inflight_tasks or done:
            self._at_work = time.monotonic()

    def _watch(self):
        while not self._over.wait(1):
            if self._asked and time.monotonic() - self._at_work > PATIENCE:
                self._late = True
                # asked to stop, a frozen server does not answer either: then the line is cut
                for give_up in (self.session.interruptAll, self.session.client.close):
                    threading.Thread(target=self._try, args=[give_up], daemon=True).start()
                    if self._over.wait(5):
                        break
                return

    def _try(self, act):
        with suppress(*self._failures):
            act()

    def _meaning(self, problem):
        if self._late:
            return f"{PATIENCE}秒没有动静。请确认Spark的主节点和工作节点都在运行，再重新构建"
        told = " ".join(str(problem).partition("JVM stacktrace")[0].split())[:400]
        for words, meaning in CAUSES.items():
            if re.search(words, told, re.IGNORECASE):
                return f"{meaning}（{told}）"
        return f"没有算出结果（{told}）"


def _reach(where):
    """Raise BuildFailed where nobody listens: a client would try for minutes."""
    if not FORMS.fullmatch(where):
        raise BuildFailed(
            f"ENGINE应为duckdb、sc://主机:端口、spark://主机:端口或local[2]，现在是“{where}”"
        )
    if where.startswith("local"):
        return
    host, _, port = where.partition("//")[2].partition(",")[0].rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=10).close()
    except OSError as problem:
        raise BuildFailed(
            f"连不上集群{where}（{problem.strerror or problem}）。"
            "请核对ENGINE的地址和端口，确认Spark已启动后重新构建"
        ) from problem


def _failures(url):
    """Return what a session raises where something fails, or BuildFailed without a client."""
    try:
        from pyspark.errors import PySparkException

        if url.startswith("sc://"):
            from grpc import RpcError

            return PySparkException, RpcError, ValueError  # the last of a channel that was closed
        from py4j.protocol import Py4JError

        return PySparkException, Py4JError, OSError
    except ImportError as problem:
        raise BuildFailed(
            "ENGINE指向Spark，但没有装它的客户端。请运行pip install -r requirements-spark.txt"
        ) from problem


def _session(url):
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)  # pages of JSON
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of pandas 3, which is not used with it
        from pyspark.sql import SparkSession

        if not url.startswith("sc://"):
            return SparkSession.builder.master(url).appName("board").getOrCreate()
        from pyspark.sql.connect.client.retries import DefaultPolicy

        session = SparkSession.builder.remote(url).create()
        session.client.set_retry_policies([DefaultPolicy(**RETRIES)])
        return session
