"""A version that other code built: shown when this code can read it, else built anew."""

import json
import shutil

import pytest

from queries import database, publishing, store, versions
from queries.publishing import ConfirmationNeeded
from tests.opening import opened, page_at, texts
from tests.rows import SHIPPED, tiny_data
from ui import first_build, labels, reading

OLD = "0123456789ab"


@pytest.fixture
def var(tiny, tmp_path):
    """A var folder in which the tiny version is kept, and a version of other code is live."""
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    shutil.copytree(tiny.folder, versions.version(var, OLD).folder)
    versions.switch(var, OLD)
    file = versions.version(var, OLD).folder / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["queries"]["cuts/themes.sql"] = "another"
    file.write_text(json.dumps(manifest), encoding="utf-8")
    return var


@pytest.fixture
def lacking(var):
    """The same, without a column that this code asks for."""
    with database.connect(versions.version(var, OLD).published) as con:
        con.execute("alter table reference.theme drop column group_zh")
    return var


@pytest.fixture
def board(lacking, tiny, tmp_path, monkeypatch):
    """A board on that folder; what it builds is the tiny version again."""

    def build(data, var, progress):
        return versions.switch(lacking, tiny.id)

    data = tiny_data(tmp_path / "data")
    shutil.copytree(SHIPPED / "geo", data / "geo")
    monkeypatch.setattr(reading, "VAR", lacking)
    monkeypatch.setattr(reading, "DATA", data)
    monkeypatch.setattr(first_build, "build", build)
    monkeypatch.setattr(first_build.noting, "note", lambda *told: None)
    return lacking


def test_a_version_of_this_code_can_be_read(tiny):
    assert store.can_read(tiny)


def test_a_version_of_other_code_can_be_read_if_it_has_all_that_is_asked_for(var):
    assert store.can_read(versions.version(var, OLD))


def test_a_version_without_a_column_that_is_asked_for_cannot_be_read(lacking):
    assert not store.can_read(versions.version(lacking, OLD))


def test_a_live_version_that_cannot_be_read_is_built_anew_while_the_reader_watches(board, tiny):
    assert reading.live() is None
    assert reading.is_outdated()
    page = opened("")
    assert "data-page-ready" in texts(page)
    assert versions.current(board).id == tiny.id
    assert not reading.is_outdated()


def test_a_link_pinned_to_it_shows_the_newest_version_and_says_why(board, tiny):
    versions.switch(board, tiny.id)
    page = page_at("", version=OLD).run()
    assert labels.unknown_version(OLD) in [warning.value for warning in page.warning]
    assert tiny.id[:7] in texts(page)


def test_nobody_goes_back_to_it(board, tiny, tmp_path):
    versions.switch(board, tiny.id)
    with pytest.raises(ConfirmationNeeded, match="现在的程序打不开"):
        publishing.go_back(tmp_path / "data", board, OLD, "王芳")
    assert versions.current(board).id == tiny.id


def test_it_stays_listed_with_an_apology_and_without_a_way_back(board, tiny, monkeypatch):
    versions.switch(board, tiny.id)
    listed = [(versions.version(board, id_), {}) for id_ in (tiny.id, OLD)]
    monkeypatch.setattr(publishing, "published_versions", lambda data, var: listed)
    page = opened("versions")
    assert texts(page).count(labels.OF_OLDER_CODE) == 1
    assert [one.key for one in page.button if one.key.startswith("use-")] == []
