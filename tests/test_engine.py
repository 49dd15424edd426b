"""The engine that counts the marts: a build at a cluster, and what is said when there is none."""

import os
import signal
import socket
import sys

import pytest

from queries import cluster, engine
from queries.build import prepare
from queries.engine import Spark, opened
from queries.faults import BuildFailed
from tests import clusters

pytestmark = pytest.mark.timeout(900)  # whole builds


@pytest.fixture(scope="module")
def sail(tmp_path_factory):
    with clusters.sail(tmp_path_factory.mktemp("sail")) as started:
        yield started


@pytest.fixture
def at_sail(sail, monkeypatch):
    """Have builds count at Sail."""
    monkeypatch.setenv("ENGINE", sail.address)
    return sail


def test_a_build_at_a_cluster_publishes_the_very_same_numbers(demo, at_sail, tmp_path):
    built = prepare(demo.folder.parents[2] / "data", tmp_path / "var")
    assert built.id == demo.id
    assert built.manifest()["content"] == demo.manifest()["content"]
    assert built.manifest()["engine"].startswith(at_sail.address)
    assert demo.manifest()["engine"] == "duckdb"
    assert not (built.folder / "engine").exists()


def test_what_is_secret_in_an_address_is_not_told(monkeypatch):
    for said in ("sc://host:15002/;token=abc;use_ssl=true", "sc://me:abc@host:15002"):
        monkeypatch.setenv("ENGINE", said)
        assert cluster.address() == "sc://host:15002"


def test_an_address_of_no_known_form_is_refused(refused, monkeypatch):
    monkeypatch.setenv("ENGINE", "http://host")
    assert "ENGINE应为duckdb、sc://主机:端口" in refused()


def test_an_address_where_nobody_listens_is_refused(refused, monkeypatch):
    monkeypatch.setenv("ENGINE", f"sc://127.0.0.1:{clusters.free_port()}")
    assert "连不上集群sc://127.0.0.1" in refused()


def test_who_listens_but_never_answers_is_given_up(sail, refused, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("ENGINE", f"sc://127.0.0.1:{silent.getsockname()[1]}")
        assert "没有动静" in refused()


def test_without_a_client_it_is_said_what_to_install(refused, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with socket.create_server(("127.0.0.1", 0)) as there:
        monkeypatch.setenv("ENGINE", f"sc://127.0.0.1:{there.getsockname()[1]}")
        assert "requirements-spark.txt" in refused()


def test_a_folder_that_is_not_shared_is_found_out_before_anything_is_read(
    at_sail, refused, monkeypatch, tmp_path
):
    elsewhere = tmp_path / "another machine"
    monkeypatch.setattr(engine, "MOMENTS", 1)
    monkeypatch.setattr(engine, "_uri", lambda path: f"file://{elsewhere}{path}")
    assert "本机在" in refused()


def test_a_folder_the_cluster_may_not_write_is_said_so(at_sail, refused, monkeypatch):
    monkeypatch.setattr(engine, "_uri", lambda path: f"file:///proc/version{path}")
    assert "集群写不进构建文件夹" in refused()


def test_a_row_that_this_machine_does_not_see_fails_the_build(at_sail, tmp_path, monkeypatch):
    """As where one executor of several writes to a folder of its own."""
    monkeypatch.setattr(engine, "MOMENTS", 1)
    with opened(tmp_path) as spark:
        spark.save("select 1 as one union all select 2 as one", "two")
        with pytest.raises(BuildFailed, match="集群写了3行"):
            engine.see_all(tmp_path / "engine" / "two", 3)


def test_a_cluster_that_goes_while_it_counts_fails_the_build(
    tmp_path_factory, refused, monkeypatch
):
    with clusters.sail(tmp_path_factory.mktemp("goes")) as started:
        monkeypatch.setenv("ENGINE", started.address)

        def progress(stage, done):
            if stage.startswith("汇总"):
                clusters.kill(started.driver)

        assert "与集群的连接断了" in refused(progress)


def test_a_cluster_that_freezes_while_it_counts_fails_the_build(
    tmp_path_factory, refused, monkeypatch
):
    monkeypatch.setattr(cluster, "PATIENCE", 3)
    with clusters.sail(tmp_path_factory.mktemp("freezes")) as started:
        monkeypatch.setenv("ENGINE", started.address)

        def progress(stage, done):
            if stage.startswith("汇总"):
                os.killpg(started.driver.pid, signal.SIGSTOP)

        assert "没有动静" in refused(progress)


def test_an_answer_is_capped(at_sail, tmp_path):
    with opened(tmp_path) as spark:
        assert isinstance(spark, Spark)
        assert len(spark.rows("select * from range(5000)")) == 1000
