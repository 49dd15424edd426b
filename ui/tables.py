"""The table behind every chart, opened on demand: nothing is sent until the reader asks."""

from dataclasses import dataclass
from html import escape
from itertools import repeat

import pandas as pd
import streamlit as st

from ui import chrome, labels, wording

LONGEST_LIST = 12  # rows: a longer one scrolls inside itself
NUMERIC = ("integer", "decimal", "number")


@dataclass(frozen=True)
class Traced:
    """A number in a table that leads to where it comes from."""

    words: str
    address: str

    @property
    def html(self) -> str:
        return chrome.number(escape(self.words), self.address)


@dataclass(frozen=True)
class Linked:
    """Words in a cell of a table, each with the address it leads to, or an empty one."""

    parts: tuple[tuple[str, str], ...]

    @property
    def html(self) -> str:
        return "，".join(
            chrome.link(address, escape(words)) if address else escape(words)
            for words, address in self.parts
        )


@dataclass(frozen=True)
class Noted:
    """Words in a cell of a table, and below them a few small ones that say more of them."""

    words: str
    note: str

    @property
    def html(self) -> str:
        return escape(self.words) + (f"<small>{escape(self.note)}</small>" if self.note else "")


def areas(read, indicator, key: str, trace):
    """Show one row per area: value, numerator, denominator, place, changes, target.

    `read` gives the rows when they are asked for, in the next two as well; `trace` the address of
    where the number of an area and period comes from.
    """
    on_demand(key, lambda: _areas(read(), indicator, trace))


def trend(read, indicator, key: str, trace):
    """Show one row per period, newest first, one column per area."""
    on_demand(key, lambda: _trend(read(), indicator, trace))


def figure(read, figure_, trace):
    """Show one row per cell of a figure, newest period first."""
    on_demand(f"table-{figure_.id}", lambda: _figure(read(), figure_, trace))


def html(
    rows: pd.DataFrame,
    numbers: tuple[str, ...] = (),
    tall: bool = False,
    codes: tuple[str, ...] = (),
    records: bool = False,
) -> str:
    """Return rows as a quiet HTML table; `numbers` are set to the right, `codes` in even letters.

    A tall one scrolls inside itself, below its heads. The rows of `records` are read one by one
    and seldom compared: on a phone each stands by itself, its cells named, instead of running
    out of the picture.
    """

    def cell(tag, name, value):
        words = value.html if isinstance(value, Traced | Linked | Noted) else escape(str(value))
        kinds = {"number": name in numbers, "code": name in codes, "alert-cell": words[:1] == "▲"}
        held = " ".join(kind for kind, holds in kinds.items() if holds)
        side = f' class="{held}"' if held else ""
        named = f' data-label="{escape(name)}"' if records and tag == "td" else ""
        return f"<{tag}{side}{named}>{words}</{tag}>"

    head = "".join(cell("th", name, name) for name in rows.columns)
    body = "".join(
        "<tr>" + "".join(map(cell, repeat("td"), rows.columns, row)) + "</tr>"
        for row in rows.itertuples(index=False)
    )
    return (
        f'<div class="table{" table-tall" * tall}{" table-records" * records}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def of_records(rows: pd.DataFrame, columns: pd.DataFrame) -> str:
    """Return rows of an extract as a table: numbers right and with their unit, no empty column.

    `columns` are those of the extract's contract, as queries/cuts/columns.sql gives them.
    """
    known = columns.set_index("name_zh")
    numbers = set(known.index[known["type"].isin(NUMERIC)])
    units = known["unit"][known["unit"].fillna("") != ""]
    filled = [name for name in rows.columns if (rows[name].astype(str) != "").any()]
    headed = {name: f"{name}（{units[name]}）" for name in filled if name in units.index}
    shown = rows[filled].rename(columns=headed)
    right = {labels.ROW} | {headed.get(name, name) for name in numbers}
    return html(shown, numbers=tuple(right), records=True)


def categories(rows: pd.DataFrame, indicator, trace) -> str:
    """Return an indicator's breakdown as a table: category, value, change."""
    addresses = [trace("", row.time_period, row.category) for row in rows.itertuples()]
    shown = pd.DataFrame(
        {
            indicator.category_zh: rows["category"],
            indicator.unit_zh: _traced(_values(rows, indicator), addresses),
            labels.CHANGE_YEAR: [_change(value, indicator) for value in rows["change_year"]],
        }
    )
    return html(shown, numbers=tuple(shown.columns[1:]))


def list_html(rows: pd.DataFrame, figure_) -> str:
    """Return a list figure as a table: township, what, and how it stands."""
    if rows.empty:
        return f'<div class="summary">{labels.NOTHING_LISTED}</div>'
    named = rows[["area_name", "category", "series"]]
    named.columns = [labels.AREA, figure_.category_zh, figure_.series_zh]
    return html(named, tall=len(named) > LONGEST_LIST)


def on_demand(key: str, content):
    """Show a fold; `content` is asked for when the reader opens it."""
    with st.expander(labels.TABLE, key=key, on_change="rerun") as fold:
        if fold.open:
            content()


def _areas(rows, indicator, trace):
    addresses = [trace(row.ref_area, row.time_period) for row in rows.itertuples()]
    shown = pd.DataFrame(
        {
            labels.AREA: rows["name_zh"],
            indicator.unit_zh: _traced(_values(rows, indicator), addresses),
            labels.NUMERATOR: [wording.plain(value) for value in rows["numerator"]],
            labels.DENOMINATOR: [wording.plain(value) for value in rows["denominator"]],
            labels.PLACE: [wording.standing(row) for row in rows.itertuples()],
            wording.INTERVAL: [
                wording.interval(row, indicator, bare=True) for row in rows.itertuples()
            ],
            labels.VERSUS: [_versus(row, indicator) for row in rows.itertuples()],
            labels.CHANGE_YEAR: [_change(value, indicator) for value in rows["change_year"]],
            labels.TARGET: [
                "" if pd.isna(value) else wording.goal(value, indicator) for value in rows["target"]
            ],
        }
    )
    if not indicator.standardised:
        shown = shown.drop(columns=[labels.NUMERATOR, labels.DENOMINATOR])
    if rows["obs_lower"].isna().all():
        shown = shown.drop(columns=[wording.INTERVAL, labels.VERSUS])
    st.html(html(shown, numbers=tuple(shown.columns[1:])))


def _trend(rows, indicator, trace):
    addresses = [trace(row.ref_area, row.time_period) for row in rows.itertuples()]
    labelled = rows.assign(value=_traced(_values(rows, indicator), addresses))
    names = list(dict.fromkeys(rows["name_zh"]))
    wide = labelled.pivot(index="time_period", columns="name_zh", values="value")[names]
    wide = wide.sort_index(ascending=False)
    wide.insert(0, labels.PERIOD, [wording.period_of(one, indicator) for one in wide.index])
    st.html(html(wide.fillna(""), numbers=tuple(names), tall=True))


def _figure(cells, figure_, trace):
    newest = cells.sort_values("start_date", ascending=False, kind="stable")
    addresses = [trace("", period) for period in newest["time_period"]]
    shown = pd.DataFrame(
        {
            labels.PERIOD: [wording.month_or_year(period) for period in newest["time_period"]],
            figure_.category_zh: newest["category"],
            figure_.series_zh or labels.SERIES: newest["series"],
            figure_.unit_zh: _traced(_values(newest, figure_), addresses),
        }
    )
    st.html(html(shown, numbers=(figure_.unit_zh,), tall=True))


def _traced(values, addresses):
    return [
        Traced(words, address) if words else ""
        for words, address in zip(values, addresses, strict=True)
    ]


def _values(rows, of):
    return [wording.amount(row.obs_value, of, row.obs_status) for row in rows.itertuples()]


def _versus(row, indicator):
    shape = wording.versus(row, indicator, labels.COUNTY)
    return f"{shape.shape} {shape.word}".strip()


def _change(value, indicator):
    return "" if pd.isna(value) else wording.signed(value, indicator)
