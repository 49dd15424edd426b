"""Reading: the only home of caches. Every cache is keyed by the version, never by time."""

import importlib
from types import SimpleNamespace

import pandas as pd
import streamlit as st

from queries import briefings as kept_briefings
from queries import (
    exploring,
    finding_states,
    geography,
    journal,
    publishing,
    questions,
    records,
    sandbox,
    store,
    versions,
)
from queries import findings as found
from queries.boundaries import GeographyError
from queries.places import DATA, VAR
from queries.versions import Version
from ui import once, permits


def live() -> Version | None:
    """Return the live version; None before the first build, and if it was built by other code
    whose tables this code cannot read.
    """
    version = versions.current(VAR)
    return version if version and store.can_read(version) else None


def is_outdated() -> bool:
    """Return whether there is a live version, but of other code."""
    return live() is None and versions.current(VAR) is not None


def pinned(id_: str, *, unpublished: bool) -> Version | None:
    """Return a version by its id, or None; `unpublished` ones are for those who publish."""
    wanted = versions.version(VAR, id_) if id_.isalnum() else None
    if wanted is None or not wanted.may_be_shown or not store.can_read(wanted):
        return None
    return wanted if unpublished or id_ in publishing.shown_ids(DATA, VAR) else None


def read(version: Version, cut: str, **parameters) -> pd.DataFrame:
    """Return a cut's rows, from the cache when this version was asked before."""
    return _read(version.id, cut, repr(sorted(parameters.items())), version, parameters)


@st.cache_data(max_entries=2000, show_spinner=False)
def _read(version_id, cut, spelt, _version, _parameters):
    return store.read(_version, cut, **_parameters)


def findings(version: Version, *, with_sensitive: bool) -> pd.DataFrame:
    """Return the findings, each with what was last said of it: read anew, people go on saying."""
    rows = _findings(version, with_sensitive).astype(object)
    return finding_states.with_states(rows.where(rows.notna(), None), DATA, version.id)


def vanished_findings(version: Version, *, with_sensitive: bool) -> list[dict]:
    return finding_states.vanished(_findings(version, with_sensitive), DATA)


def _findings(version, with_sensitive):
    if not with_sensitive:
        return read(version, "findings")
    return kept(version, lambda: records.findings(version), "findings")


def finding_places(version: Version, finding: str) -> pd.DataFrame:
    return found.places(version, finding)


def finding_records(version: Version, finding: str, limit: int) -> dict[str, pd.DataFrame]:
    """Return the last rows a finding is about, by extract; never cached: they are somebody's."""
    permits.require("action", "see_records")
    return records.found(version, finding, limit)


def suggested(version: Version) -> pd.DataFrame:
    """Return the open demands and which supply is suggested for each; they are records."""
    permits.require("page", "matching")
    assigning = importlib.import_module("queries.assigning")  # its solver only when it is needed
    return kept(version, lambda: assigning.suggested(version), "suggested")


def where_next(version: Version, asked: dict):
    """Return the where_next.Found of a question; `asked` is what its Asked holds."""
    permits.require("page", "reach")
    asking = importlib.import_module("queries.where_next")  # its solver only when it is needed
    question = asking.Asked(**asked)
    return kept(version, lambda: asking.answer(version, question), "where next", repr(question))


def say_of_finding(version: Version, finding: dict, state: str, note: str, who: str):
    permits.require("action", "say_of_finding")
    finding_states.say(DATA, finding, state, note, who, version.id)


def kept(version: Version, make, *key):
    """Return what `make` draws for this version and key, drawn only once."""
    # spelt out: Streamlit takes a key apart piece by piece, which costs more than what is kept
    return _kept(version.id, repr((once.asked(_stamps, DATA / "geo"), key)), make)


@st.cache_resource(max_entries=2000, show_spinner=False)
def _kept(version_id, spelt, _make):
    return _make()


def counted_files(version: Version, declared: str, **cell) -> pd.DataFrame:
    """Return how many rows of which file a cell counts."""
    return kept(
        version, lambda: records.files(version, declared, **cell), "files", declared, *cell.values()
    )


def recounted(version: Version, declared: str, **cell):
    """Return a cell's numerator, counted anew from its records."""
    return kept(
        version,
        lambda: records.numerator(version, declared, **cell),
        *("numerator", declared, *cell.values()),
    )


def record_page(version: Version, declared: str, limit: int, offset: int, **cell):
    """Return some of the rows a cell counts; never cached: they are somebody's."""
    permits.require("action", "see_records")
    return records.page(version, declared, limit, offset, **cell)


def query(version: Version, sql: str, offered: tuple[str, ...], plan: bool, beat):
    """Return a sandbox.Answer to a reader's own statement; never cached: it may be of rows."""
    permits.require("page", "workbench")
    if "records" in offered:
        permits.require("action", "see_records")
    if "sensitive" in offered:
        permits.require("action", "explore_sensitive")
    return sandbox.run(version, sql, offered, plan=plan, beat=beat)


def datasets(version: Version) -> dict:
    """Return everything that can be asked of a version; who may ask is settled elsewhere."""
    return kept(version, lambda: exploring.known(version), "datasets")


def answered(version: Version, plan):
    """Return the answer to a question; an internal or sensitive one is asked anew each time."""
    permits.require_ask(plan.dataset.disclosure)
    if plan.dataset.disclosure != permits.OPEN:
        return exploring.answer(version, plan)
    return kept(version, lambda: exploring.answer(version, plan), "answer", *_spelt(plan))


def values_of(version: Version, plan, column: str) -> pd.DataFrame:
    """Return the values of a column and how often they stand under the other filters."""
    permits.require_ask(plan.dataset.disclosure)
    others = tuple(one for one in plan.question.where if one.column != column)
    return kept(
        version,
        lambda: exploring.values(version, plan, column),
        *("values", plan.dataset.id, column, others),
    )


def rows_asked(version: Version, plan) -> int:
    permits.require_ask(plan.dataset.disclosure)
    return exploring.count(version, plan)


def row_page(version: Version, plan, **page) -> pd.DataFrame:
    """Return some of the records behind a question; never cached: they may be somebody's."""
    permits.require("action", "see_records")
    permits.require_ask(plan.dataset.disclosure)
    return exploring.rows(version, plan, **page)


def _spelt(plan):
    # a column is called after what it is asked about: two labels are two answers
    return (*questions.parameters(plan.question).items(), *plan.dataset.fields.values())


def briefings() -> tuple[list, list[str]]:
    """Return the briefings, newest first, and what is wrong with files; people go on writing."""
    return kept_briefings.briefings(DATA)


def briefing(id_: str):
    """Return a briefing by its number; None for an unknown one and for a file that is broken."""
    try:
        return kept_briefings.briefing(DATA, id_)
    except kept_briefings.BriefingRefused:
        return None


def declared(version: Version) -> SimpleNamespace:
    """Return what the version knows: indicators, figures, points, themes, areas, periods."""
    return _declared(version.id, version)


@st.cache_resource(max_entries=4, show_spinner=False)
def _declared(version_id, _version):
    areas = _records(_version, "areas_known", "ref_area")
    return SimpleNamespace(
        indicators=_records(_version, "indicators", "id"),
        figures=_records(_version, "figures", "id"),
        layers=_records(_version, "point_layers", "id"),
        extracts={
            id_: one.name_zh
            for id_, one in _records(_version, "extracts", "contract").items()
            if one.kind == "extract"
        },
        themes=_records(_version, "themes", "theme"),
        areas=areas,
        county=next(area for area in areas.values() if area.area_level == "county"),
        townships={
            code: area
            for code, area in areas.items()
            if area.area_level == "township" and area.in_scope
        },
        periods=store.read(_version, "periods")["time_period"].tolist(),
        manifest=_version.manifest(),
    )


def _records(version, cut, key):
    """Return a cut as {key: record}, the record's fields being attributes."""
    rows = store.read(version, cut)
    rows = rows.astype(object).where(rows.notna(), None)
    return {row[key]: SimpleNamespace(**row) for row in rows.to_dict("records")}


def revisions(indicator: str, ref_area: str) -> pd.DataFrame:
    """Return when an indicator's published numbers of an area changed; the journal is never old."""
    return publishing.revision_log(DATA, indicator, ref_area)


def handed_in_names() -> dict[str, str]:
    """Return {sha256: the name a file was handed in by}: files are stored under names of ours."""
    return {one["sha256"]: one["name"] for one in journal.entries(DATA, publishing.INTAKES)}


def boundaries(version: Version):
    """Return (Geography, complaint): an official file that fails is named, the schematic stays."""
    return _boundaries(version.id, once.asked(_stamps, DATA / "geo"), version)


def _stamps(folder):
    """Return what changes when a boundary file is dropped in: it needs no new build."""
    return tuple((path.name, path.stat().st_mtime_ns) for path in sorted(folder.glob("*.geojson")))


@st.cache_resource(max_entries=4, show_spinner=False)
def _boundaries(version_id, stamps, _version):
    areas = declared(_version).areas.values()
    townships = [
        (area.ref_area, area.name_zh, area.aliases.split("|"))
        for area in areas
        if area.area_level == "township"
    ]
    try:
        return geography.load_geography(DATA / "geo", townships), ""
    except GeographyError as problem:
        return geography.schematic_geography(DATA / "geo", townships), str(problem)
