"""Parsing: SQL that makes typed rows, each with its faults, of the text cells of a file.

A macro is planned wherever it stands, and to plan it takes longer than to run it over a small file:
all the cells of a row that are read alike are therefore read in one place, as a list.
"""

from collections import defaultdict

from queries.checks import TOTAL, row_checks
from queries.contracts import TYPES, Contract
from queries.headings import Place
from queries.statements import name

IN_TOWNSHIP = ("community", "township_code")  # types read within the row's township
IS_TOTAL = 0  # the number of the fault that a row is a sum of others; the rest are counted from 1


def parsed(contract: Contract, places: dict[str, Place], header: int):
    """Return SQL: one row per record of `raw`, typed, with its line and its list of faults.

    `places` says in which column of the file a contract column stands (absent ones become null),
    `header` on which line its heading stands. A fault is a number of `promises`. What depends on
    the township comes last, in `placed`.
    """
    kinds = {column: contract.column(column).type for column in places}
    cells = {
        column: ("read_text" if kinds[column] == "text" else "clean", f"c{place.index}")
        for column, place in places.items()
    }
    clean, cleaned = _together(cells)
    values = {column: f"k{place.index}" for column, place in places.items()}
    alike = {
        column: (f"{kinds[column]}_of", values[column])
        for column, place in places.items()
        if kinds[column] not in ("text", "township", *IN_TOWNSHIP) and place.factor == 1
    }
    read, found = _together(alike)
    for column, place in places.items():
        if place.factor != 1:
            found[column] = f"{kinds[column]}_by({values[column]}, {place.factor})"
        elif kinds[column] == "township":  # looked up, which cannot be done within a list
            found[column] = f"township_of({values[column]})"
    alone = _typed(contract, values | found, is_in_township=False)
    placed = _typed(contract, _within(contract, values), is_in_township=True)
    of_cells, of_rows = _faults(contract, places)
    columns = ", ".join(name(column.name) for column in contract.columns)
    return (
        f"with listed as (select *{clean} from raw), "
        f"cleaned as (select *, {_as(cleaned, values)} from listed), "
        f"read_alike as (select *{read} from cleaned), "
        f"typed as (select *{alone} from read_alike), "
        f"placed as (select *{placed} from typed), "
        f"looked_at as (select *, {of_cells} as cell_faults from placed) "
        f"select record, record + {header} + coalesce(shift.lines_lost, 0) as line, {columns}, "
        f"case when {_is_total(places)} then [{IS_TOTAL}] "
        # what cannot be read is no value to hold a rule against
        f"when len(cell_faults) > 0 then cell_faults else {of_rows} end as faults "
        "from looked_at asof left join shift on looked_at.record > shift.records_before"
    )


def promises(contract: Contract, places: dict[str, Place]):
    """Yield of every fault a row can have: number, check, column, its cell (from 1), words."""
    yield IS_TOTAL, "row_is_data", None, None, *TOTAL
    for number, check in enumerate(row_checks(contract), start=1):
        cell = places[check.column].index + 1 if check.column in places else None
        yield number, check.name, check.column, cell, check.cause_zh, check.mend_zh


def _together(cells):
    """Return SQL that reads all cells of a macro as one list, and where in it each is found.

    `cells` is {column: (macro, cell)}.
    """
    alike, found = defaultdict(list), {}
    for column, (macro, cell) in cells.items():
        alike[macro].append(cell)
        found[column] = f"{macro}_[{len(alike[macro])}]"
    lists = "".join(
        f", list_transform([{', '.join(own)}], lambda cell: {macro}(cell)) as {macro}_"
        for macro, own in alike.items()
    )
    return lists, found


def _as(found, names):
    return ", ".join(f"{found[column]} as {names[column]}" for column in found)


def _within(contract, values):
    """Return what reads the columns whose meaning depends on the row's township."""
    kinds = {column: contract.column(column).type for column in values}
    return {
        column: f"{kinds[column]}_of({value}, {name(contract.column_of_type('township').name)})"
        for column, value in values.items()
        if kinds[column] in IN_TOWNSHIP
    }


def _typed(contract, values, is_in_township):
    return "".join(
        f", cast({values.get(column.name, 'null')} as {TYPES[column.type]}) as {name(column.name)}"
        for column in contract.columns
        if (column.type in IN_TOWNSHIP) == is_in_township
    )


def _is_total(places):
    """Return SQL that is true of a row of totals: the word stands where its names should."""
    firsts = sorted(place.index for place in places.values())[:2]
    words = "('合计', '总计', '小计', '共计', '总 计', '合 计')"
    return " or ".join(f"coalesce(k{index} in {words}, false)" for index in firsts)


def _faults(contract, places):
    """Return SQL for the numbers of the faults of a row's cells, and for those of the row."""
    of_cells, of_rows = [], []
    for number, check in enumerate(row_checks(contract), start=1):
        if check.is_rule:
            of_rows.append(f"case when {check.broken} then {number} end")
        elif check.column in places:
            filled = f"k{places[check.column].index} is not null"
            broken = check.broken.format(filled=filled, value=name(check.column))
            of_cells.append(f"case when {broken} then {number} end")
    return [
        f"list_filter([{', '.join(own) or 'null'}], lambda fault: fault is not null)"
        for own in (of_cells, of_rows)
    ]
