"""The rows behind a cross-tab or a cell of it: columns, order and pages are the server's work."""

import streamlit as st

from queries import exploring, questions
from queries.exploring import Answer
from queries.plans import Plan
from queries.questions import QuestionRefused
from ui import (
    asking,
    chrome,
    downloads,
    labels,
    labels_explore,
    links,
    noting,
    permits,
    reading,
    selection,
    sheets,
    wording_trace,
)
from ui.view import View

SIZES = (100, 1_000, 10_000, 100_000)
MOST_TO_TAKE = 100_000  # rows of a file
HEIGHT = 460  # px
EMPTY = "~"  # an empty value, where nothing stands for all of them
PAGER, A_BUTTON = 96, 44  # px: what stands around the pages, and one of them


def show(view: View, answer: Answer, about):
    """Show the rows the address asks for, if the reader may see them."""
    told = dict(view.chosen.asked)
    plan, words = _narrowed(view, answer, told["cell"])
    question = questions.parameters(answer.plan.question)
    with st.container(key="rows-behind"):
        st.html(chrome.section(f"{labels_explore.ROWS}：{words}"))
        back = tuple(question.items())
        st.page_link(
            view.pages["explore"],
            label=labels_explore.CLOSE_ROWS,
            query_params=links.carried(view.chosen, asked=back),
        )
        if not permits.may("action", "see_records"):
            st.html(chrome.empty(labels_explore.NO_ROWS_FOR_YOU))
            return
        _rows(view, plan, question, told, about)


def codes_of(cell: str) -> list[str | None]:
    """Return the codes an address spells: nothing is all of them."""
    return [None if not code else "" if code == EMPTY else code for code in _parts(cell)]


def cell_of(codes) -> str:
    """Return how an address spells a cell; the whole is a word of its own."""
    if all(code is None for code in codes):
        return selection.ALL_ROWS
    return ",".join("" if code is None else questions.escape(code) or EMPTY for code in codes)


def _parts(cell):
    return [questions.unquote(code) for code in cell.split(",")]


def _narrowed(view, answer, cell) -> tuple[Plan, str]:
    """Return the plan of a cell's rows and the cell in words."""
    plan = answer.plan
    codes = [None] * len(plan.names) if cell == selection.ALL_ROWS else codes_of(cell)
    if len(codes) != len(plan.names):
        raise QuestionRefused("链接里的单元格与分组对不上。请回到表里重新点一个数。")
    by = dict(zip(plan.question.by, codes, strict=True))
    words = []
    for d, code in zip(plan.names, codes, strict=True):
        if code is not None:
            own = answer.cells.loc[answer.cells[d] == code, f"w{d[1:]}"]
            words.append(own.iloc[0] if len(own) else code)
    narrowed = exploring.behind(plan, by, answer.cells)
    return asking.plan(view, narrowed), "，".join(words) or labels_explore.ALL


def _rows(view, plan, question, told, about):
    fields = {name: field for name, field in plan.dataset.fields.items() if not field.identifier}
    rows = reading.rows_asked(view.version, plan)
    columns = [one for one in told.get("columns", "").split(",") if one in fields] or [*fields]
    order, is_down = told.get("order", "").removeprefix("-"), told.get("order", "")[:1] == "-"
    size = int(told["size"]) if told.get("size") in map(str, SIZES) else SIZES[0]
    pages = max(1, -(-rows // size))
    page = max(1, min(view.chosen.page, pages))
    with st.container(key="row-controls", horizontal=True, vertical_alignment="bottom"):
        _columns(question, fields, columns if told.get("columns") else [])
        _choice(question, labels_explore.ORDER, "order", told.get("order", ""), _orders(fields))
        _choice(question, labels_explore.SIZE, "size", str(size), _sizes(rows, size))
    offset = (page - 1) * size
    of = f"{plan.dataset.id}，{questions.parameters(plan.question).get('where', '')}，第{page}页"
    noting.note_once("opened records", of, view.version.id, rows=min(size, rows - offset))
    asked = {"columns": columns, "sort": order, "is_down": is_down}
    shown = reading.row_page(view.version, plan, **asked, limit=size, offset=offset)
    _pager(page, pages, size, rows)
    st.dataframe(
        shown.rename(columns={"file": labels.FILE, "line": labels.ROW}),
        hide_index=True,
        height=min(HEIGHT, 38 + 35 * len(shown)),
        placeholder="",
        lazy=True,  # rows are sent as they are scrolled to
        key="rows-shown",
    )
    _files(view, plan, asked, rows, about)


def _orders(fields):
    found = {"": labels_explore.FILE_ORDER}
    for name, field in fields.items():
        found |= {name: field.name_zh, f"-{name}": field.name_zh + labels_explore.DOWN}
    return found


def _sizes(rows, size):
    fitting = [one for one in SIZES if one == SIZES[0] or one // 10 < rows or one == size]
    return {str(one): f"{one:,}行" for one in fitting}


def _columns(question, fields, chosen):
    key = "ask-columns"
    selection.follow(key, chosen)
    st.multiselect(
        labels_explore.COLUMNS,
        list(fields),
        key=key,
        format_func=lambda name: fields[name].name_zh,
        on_change=lambda: selection.ask(question, columns=",".join(selection.chosen_in(key))),
        placeholder=labels_explore.ALL_COLUMNS,
        select_all=False,
        width=420,
    )


def _choice(question, label, name, chosen, options):
    key = f"ask-{name}"
    selection.follow(key, chosen if chosen in options else next(iter(options)))
    st.selectbox(
        label,
        list(options),
        key=key,
        format_func=options.get,
        on_change=lambda: selection.ask(question, **{name: selection.chosen_in(key)}),
        width=190,
    )


def _pager(page, pages, size, rows):
    with st.container(key="row-pages", horizontal=True, vertical_alignment="center"):
        st.html(chrome.source(wording_trace.span_of_rows(page, size, rows)))
        if pages > 1:
            selection.follow("choice-page", page)
            st.pagination(
                pages,
                width=PAGER + A_BUTTON * min(pages, 7),
                key="choice-page",
                on_change=lambda: selection.change(page=selection.chosen_in("choice-page")),
            )


def _files(view, plan, asked, rows, about):
    """Offer the rows as files, as they are sorted now, up to what a spreadsheet opens at ease."""
    taken = min(rows, MOST_TO_TAKE)

    def write(kind, watermark):
        found = reading.row_page(view.version, plan, **asked, limit=taken, offset=0)
        found = found.rename(columns={"file": labels.FILE, "line": labels.ROW})
        return sheets.WRITERS[kind](found, about.notes, watermark)

    with st.container(key="row-files", horizontal=True):
        for kind, label in labels_explore.FILE_NAMES.items():
            downloads.offer(
                "explored_rows",
                label,
                lambda watermark, kind=kind: write(kind, watermark),
                f"{plan.dataset.name_zh}-{labels.ROW}-{view.version.id}.{kind}",
                key=f"rows-{kind}",
                version=view.version.id,
                disclosure=plan.dataset.disclosure,
                rows=taken,
            )
        if taken < rows:
            st.html(chrome.source(labels_explore.only_first(taken)))
