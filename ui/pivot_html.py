"""A pivot as HTML: table, bars, or bars parted; every number may lead to its rows."""

import math
from html import escape
from itertools import groupby

from ui import chrome, theme
from ui.pivot import Cell, Line, Pivot

MOST_LINES = 1000  # of a table on the screen; a file has them all
NAMED = len(theme.CATEGORICAL)


def table(pivot: Pivot, address, *, shaded: bool = False) -> str:
    """Return the table; `address` gives where a cell's number leads, `shaded` a heat table."""
    tops = _tops(pivot) if shaded else {}
    lines = pivot.lines
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], lines[-1]]
    above = [None, *lines]
    body = "".join(
        _line(line, before, pivot, address, tops)
        for before, line in zip(above, lines, strict=False)
    )
    return (
        f'<div class="table pivot{" pivot-heat" * shaded}" tabindex="0"><table>'
        f"<thead>{_heads(pivot)}</thead><tbody>{body}</tbody></table></div>"
    )


def numbers(pivot: Pivot, address) -> str:
    """Return the numbers of a question without dimensions, large, each with what it is."""
    line = pivot.lines[0]
    shown = "".join(
        f"<div><b>{_number(cell, address)}<small>{escape(column.of.unit_zh)}</small></b>"
        f"<span>{escape(column.of.label)}</span></div>"
        for cell, column in zip(line.cells, pivot.columns, strict=True)
    )
    return f'<div class="explored-numbers">{shown}</div>'


def bars(pivot: Pivot, address) -> str:
    """Return one bar a line by the first measure, its number beside it; totals are no bar."""
    lines = [(line, line.cells[0]) for line in pivot.body()]
    values = [0, *(cell.number for _, cell in lines if cell.number is not None)]
    low, reach = min(values), (max(values) - min(values)) or 1
    rows = "".join(
        f'<div class="bar-row" role="row"><span class="bar-name" role="rowheader">'
        f"{escape('，'.join(line.words))}</span>"
        f'<span class="rank-plot" role="cell">{_bar(cell, low, reach)}</span>'
        f'<span class="rank-value" role="cell">{_number(cell, address)}'
        f"{_change(cell)}</span></div>"
        for line, cell in lines
    )
    return f'<div class="bars" role="table">{rows}</div>'


def stacked(pivot: Pivot, address) -> str:
    """Return one bar a line, parted by what goes across; a part wide enough holds its number."""
    parts = [n for n, column in enumerate(pivot.columns) if column.kind == "row"]
    total = next((n for n, column in enumerate(pivot.columns) if column.kind == "total"), None)
    longest = max((_sum(line, parts) for line in pivot.body()), default=0) or 1
    key = "".join(
        f'<span><i style="background:{_colour(place)}"></i>{escape(pivot.columns[n].group)}</span>'
        for place, n in enumerate(parts)
    )
    rows = "".join(
        f'<div class="bar-row" role="row"><span class="bar-name" role="rowheader">'
        f'{escape("，".join(line.words))}</span><span class="stack" role="cell">'
        + "".join(
            _part(line.cells[n], pivot.columns[n].group, place, longest, address)
            for place, n in enumerate(parts)
        )
        + '</span><span class="rank-value" role="cell">'
        + (_number(line.cells[total], address) if total is not None else "")
        + "</span></div>"
        for line in pivot.body()
    )
    return f'<div class="bars" role="table"><div class="stack-key">{key}</div>{rows}</div>'


def _heads(pivot):
    names = pivot.names or [""]
    if not pivot.across:
        cells = [f'<th class="number">{escape(column.head)}</th>' for column in pivot.columns]
        return f"<tr>{''.join(f'<th>{escape(name)}</th>' for name in names)}{''.join(cells)}</tr>"
    groups = [(group, list(own)) for group, own in groupby(pivot.columns, lambda one: one.group)]
    deep = 2 if len(groups) < len(pivot.columns) else 1
    first = "".join(f'<th rowspan="{deep}">{escape(name)}</th>' for name in names)
    first += "".join(
        f'<th class="number" colspan="{len(own)}">{escape(group)}</th>' for group, own in groups
    )
    second = "".join(
        f'<th class="number">{escape(column.of.name)}</th>' for _, own in groups for column in own
    )
    return f"<tr>{first}</tr>" + f"<tr>{second}</tr>" * (deep == 2)


def _line(line: Line, before: Line | None, pivot, address, tops):
    words = [f"<td>{escape(word)}</td>" for word in line.words]
    if before and len(words) > 1 and before.words[0] == line.words[0]:
        words[0] = "<td></td>"  # said once for all the lines below it
    words = "".join(words)
    cells = "".join(
        f'<td class="{_kinds(cell, column)}"{_shade(cell, line, n, tops)}>'
        f"{_number(cell, address)}{_change(cell)}</td>"
        for n, (cell, column) in enumerate(zip(line.cells, pivot.columns, strict=True))
    )
    kind = "" if line.kind == "row" else f' class="pivot-{line.kind}"'
    return f"<tr{kind}>{words}{cells}</tr>"


def _kinds(cell, column):
    return "number" + " pivot-side" * (column.kind == "total") + " none" * (cell.number == 0)


def _number(cell: Cell, address):
    words = escape(cell.text)
    is_rows = cell.records and cell.text != "—"
    return chrome.number(words, address(cell.codes)) if is_rows else f"<span>{words}</span>"


def _change(cell):
    return f" <small>{escape(cell.change)}</small>" if cell.change else ""


def _tops(pivot):
    """Return the largest number of each measure inside the table: its darkest step."""
    found = {}
    for line in pivot.body():
        for cell, column in zip(line.cells, pivot.columns, strict=True):
            if column.kind == "row" and cell.number is not None:
                found[column.of.label] = max(found.get(column.of.label, 0), abs(cell.number))
    return {
        n: found.get(column.of.label, 0)
        for n, column in enumerate(pivot.columns)
        if column.kind == "row"
    }


def _shade(cell, line, n, tops):
    """Return a cell's fill on the sequential scale; by square root, else one cell outshines all."""
    top = tops.get(n)
    if line.kind != "row" or not top or not cell.number or cell.number < 0:
        return ""
    steps = theme.SEQUENTIAL
    fill = steps[min(len(steps) - 1, int(len(steps) * math.sqrt(cell.number / top)))]
    return f' style="background:{fill};color:{theme.ink_on(fill)}"'


def _bar(cell, low, reach):
    if cell.number is None:
        return ""
    begin, end = sorted([0, cell.number])
    left, width = (begin - low) / reach, (end - begin) / reach
    return f'<i class="rank-bar" style="left:{left:.2%};width:{width:.2%}"></i>'


def _sum(line, parts):
    return sum(line.cells[n].number or 0 for n in parts)


def _colour(place):
    return theme.CATEGORICAL[place] if place < NAMED else theme.QUIET


def _part(cell, group, place, longest, address):
    if not cell.number or cell.number < 0:
        return ""
    share, colour = cell.number / longest, _colour(place)
    # a number stands inside where about 9 px a letter leave room on a bar of 600
    inside = _number(cell, address) if share * 600 > 9 * len(cell.text) + 8 else ""
    ink = theme.PAGE if place in theme.DARK_CATEGORIES else theme.INK
    return (
        f'<i style="width:{share:.2%};background:{colour};color:{ink}" '
        f'title="{escape(group)}　{escape(cell.text)}">{inside}</i>'
    )
