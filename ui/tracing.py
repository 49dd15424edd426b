"""Where a number comes from, part by part: the number, its files, its SQL, its very rows."""

from dataclasses import dataclass
from types import SimpleNamespace

import pandas as pd
import streamlit as st

from queries import questions
from queries.questions import Filter, Question
from ui import (
    chrome,
    labels,
    links,
    noting,
    permits,
    picks,
    reading,
    revised,
    selection,
    tables,
    trace_html,
    wording,
    wording_intake,
    wording_trace,
)
from ui.view import View

A_PAGE = 50  # rows
PAGER, A_BUTTON = 96, 44  # px: what stands around the pages, and one of them


@dataclass(frozen=True)
class Number:
    """A number looked at: what it is of, its cell, and what is published of that cell."""

    of: SimpleNamespace
    is_figure: bool
    cell: dict  # ref_area, time_period, category
    published: pd.DataFrame  # one row; of a figure every category and series
    inputs: pd.DataFrame  # the files it is made of, first those whose rows are counted
    counted: pd.DataFrame  # file, counted

    @property
    def is_protected(self) -> bool:
        """Whether anything of it is withheld; of a share all but the rounded value may be."""
        shown = self.published
        is_bare = shown["obs_value"].notna() & shown["numerator"].isna()
        return bool((shown["obs_status"].eq("Q") | is_bare).any())

    @property
    def rows(self) -> int:
        return int(self.counted["counted"].sum())


def number(view: View) -> Number:
    """Return the number the address asks for."""
    of, is_figure = picks.traced(view), bool(view.chosen.figure)
    where = {"ref_area": view.area.ref_area, "time_period": picks.cell_period(view, of)}
    cell = where | {"category": picks.cell_category(view, of)}
    published = view.read("cell", declared=of.id, **where)
    return Number(
        of=of,
        is_figure=is_figure,
        cell=cell,
        published=published if is_figure else published[published["category"] == cell["category"]],
        inputs=view.read("inputs", declared=of.id),
        counted=reading.counted_files(view.version, of.id, **cell),
    )


def show_number(view: View, traced: Number):
    """Show the number, large, and its definition beside it."""
    of, cell = traced.of, traced.cell
    if traced.is_figure:
        where = f"{view.area.short_zh}，{wording.month_or_year(cell['time_period'])}"
        shown = trace_html.cells(traced.published, of, where)
    else:
        category = "" if cell["category"] == wording.TOTAL else f"{cell['category']}，"
        where = f"{view.area.short_zh}，{category}{wording.as_of(cell['time_period'], of)}"
        shown = trace_html.value(next(traced.published.itertuples()), of, where)
    st.html(trace_html.beside_meaning(shown, of))
    if not traced.is_figure:
        links.to(view, "indicator", labels.OPEN_CARD, indicator=of.id)


def show_revisions(view: View, traced: Number):
    """Show when this very number was changed after it was published, if it ever was."""
    log = reading.revisions(traced.of.id, traced.cell["ref_area"])
    if len(log):
        same_period = log["time_period"] == traced.cell["time_period"]
        log = log[same_period & (log["category"] == traced.cell["category"])]
    if len(log):
        st.html(chrome.section(labels.REVISED, labels.REVISIONS_NOTE))
        revised.log(view, log, "revisions_of_one")


def show_files(view: View, traced: Number):
    """Show every file the number is made of: its reach, rows in and out, its hash in full."""
    counted = traced.counted.set_index("file")["counted"]
    files, names = traced.inputs.itertuples(), reading.handed_in_names()
    shown = pd.DataFrame(
        [
            {
                "数据": row.name_zh,
                "文件": wording_intake.file(row.file, _handed_in(names, row)),
                "数据截至": wording.day(row.as_of),
                "行数": f"{row.rows:,}",
                "退回": f"{row.refused:,}",
                "采用": f"{row.loaded:,}",
                labels.COUNTED: _counted(traced, row, counted),
                labels.SHA: row.sha256,
            }
            for row in files
        ]
    )
    st.html(
        chrome.section(labels.FILES, labels.FILES_NOTE)
        + tables.html(
            shown, ("行数", "退回", "采用", labels.COUNTED), codes=(labels.SHA,), records=True
        )
    )
    if traced.inputs["refused"].sum():
        links.to(view, "data", labels.SEE_REFUSED)


def show_sql(view: View, traced: Number):
    """Show the SQL as it stood in its files when the version was made, and the version."""
    marts = view.read("marts_read", declared=traced.of.id)
    st.html(chrome.section(labels.SQL, labels.SQL_NOTE) + trace_html.sql(traced.of, marts))
    manifest = view.declared.manifest
    st.html(trace_html.version(manifest["version"], manifest["content"]))


def show_rows(view: View, traced: Number):
    """Show how many rows the number counts, and a page of them where the reader may see them."""
    if traced.is_protected:
        settings = view.read("settings").set_index("setting")
        words = wording_trace.protected(settings, labels.PROTECTED_ROWS)
        st.html(chrome.section(labels.RECORDS) + chrome.empty(words))
        return
    source = traced.inputs[traced.inputs["is_counted"]].iloc[0]
    files = "、".join(traced.counted["file"])
    st.html(chrome.section(_finding(view, traced), f"{source.name_zh}，{files}" if files else ""))
    if not traced.rows:
        return
    if not permits.may_see_records(source.disclosure):
        st.html(chrome.empty(labels.RECORDS_KEPT_BACK))
        return
    _page_of_rows(view, traced, source)


def _handed_in(names, row):
    """Return what a clerk called a file: it may name somebody, so it goes with the records."""
    return names.get(row.sha256, "") if permits.may_see_records(row.disclosure) else ""


def _counted(traced, row, counted):
    """Return how many rows of a file the number counts; a file only looked up has none."""
    # how few rows of a cell one file brought may be a small count itself
    is_shown = row.is_counted and not traced.is_protected
    is_shown = is_shown and permits.may_see_records(row.disclosure)
    return f"{counted.get(row.file, 0):,}" if is_shown else ""


def _finding(view, traced):
    if traced.is_figure:
        return wording_trace.figure_rows(traced.rows)
    again = reading.recounted(view.version, traced.of.id, **traced.cell)
    row = next(traced.published.itertuples())
    return wording_trace.recounted(row, again, traced.rows, traced.of)


def _page_of_rows(view, traced, source):
    pages = -(-traced.rows // A_PAGE)
    page = max(1, min(view.chosen.page, pages))
    offset = (page - 1) * A_PAGE
    first, last = offset + 1, min(offset + A_PAGE, traced.rows)
    of = "，".join([traced.of.id, *traced.cell.values(), f"第{first}—{last}行"])
    noting.note_once("opened records", of, view.version.id, rows=last - offset)
    rows = reading.record_page(view.version, traced.of.id, A_PAGE, offset, **traced.cell)
    columns = view.read("columns", contract=source.contract)
    rows = rows.rename(columns={"file": labels.FILE, "line": labels.ROW})
    first = [labels.ROW, labels.FILE] if len(traced.counted) > 1 else [labels.ROW]
    shown = rows[[*first, *rows.columns[2:]]]
    if pages > 1:
        _pager(page, pages, traced.rows)
    st.html(f'<div class="records">{tables.of_records(shown, columns)}</div>')
    _ask_on(view, traced, source)


def _ask_on(view, traced, source):
    """Lead to the same records in the free analysis: of the area and period, as far as they go."""
    dataset = reading.datasets(view.version).get(source.contract)
    if dataset is None or not permits.may_ask(dataset.disclosure):
        return
    ref_area, period = traced.cell["ref_area"], traced.cell["time_period"]
    township, month = dataset.of_type("township"), dataset.of_type("month")
    where = []
    if township and ref_area != view.declared.county.ref_area:
        where.append(Filter(township.name, "in", (ref_area,)))
    if month and "Q" not in period:
        where.append(Filter(month.name, "between", (period, period)))
    asked = questions.parameters(Question(dataset.id, where=tuple(where)))
    told = tuple((asked | {"cell": selection.ALL_ROWS}).items())
    links.to(view, "explore", labels.ASK_ON, asked=told)


def _pager(page, pages, rows):
    with st.container(key="row-pages", horizontal=True, vertical_alignment="center"):
        st.html(chrome.source(wording_trace.span_of_rows(page, A_PAGE, rows)))
        selection.follow("choice-page", page)
        st.pagination(
            pages,
            # Told no width, it measures its own and hides pages there is room for.
            width=PAGER + A_BUTTON * min(pages, 7),
            key="choice-page",
            on_change=lambda: selection.change(page=selection.chosen_in("choice-page")),
        )
