"""Parsing: SQL that makes typed rows, each with its faults, of the text cells of a file.

A macro is planned wherever it stands, and to plan it takes longer than to run it over a small file:
all the cells of a row that are read alike are therefore read in one place, as a list. In a long
file it is the making of those lists that takes longer, and each cell is read by itself.
"""

from collections import defaultdict

from queries.checks import TOTAL, row_checks
from queries.contracts import TYPES, Contract
from queries.headings import Place
from queries.statements import name, text

IN_TOWNSHIP = ("community", "township_code")  # types read within the row's township
IS_TOTAL = 0  # the number of the fault that a row is a sum of others; the rest are counted from 1
LONG = 50_000  # lines; where planning and reading take about equally long


def right(contract: Contract, places: dict[str, Place], file: str, lines: int):
    """Return SQL: the typed rows of `numbered` that keep every promise, with their file and line.

    `places` says in which column of the file a contract column stands (absent ones become null),
    `lines` how long the file is.
    """
    of_cells, of_rows = _broken(contract, places)
    columns = ", ".join(name(column.name) for column in contract.columns)
    return (
        f"{_typed_rows(contract, places, 'numbered', lines > LONG)} "
        f"select {columns}, {text(file)} as file, line from placed where case "
        f"when {_any(_is_total(places), *of_cells.values())} then false "
        # what cannot be read is no value to hold a rule against
        f"else not {_any(*of_rows.values())} end"
    )


def faulty(contract: Contract, places: dict[str, Place]):
    """Return SQL: the line and the faults, as numbers of `promises`, of every row of `rest`.

    Rows that are right but for their key are not among them.
    """
    of_cells, of_rows = map(_numbers, _broken(contract, places))
    return (
        f"{_typed_rows(contract, places, 'rest anti join repeated using (line)', False)}, "
        f"looked_at as (select *, {of_cells} as cell_faults from placed) "
        f"select line, case when {_is_total(places)} then [{IS_TOTAL}] "
        f"when len(cell_faults) > 0 then cell_faults else {of_rows} end as faults from looked_at"
    )


def _typed_rows(contract, places, rows, is_long):
    """Return SQL up to table `placed`: `rows` with a typed value under each column's name.

    What depends on the township comes last. A cell's text without what surrounds it is k<number>.
    """
    kinds = {column: contract.column(column).type for column in places}
    together = _apart if is_long else _together
    clean, cleaned = together(
        {
            column: ("read_text" if kinds[column] == "text" else "clean", f"c{place.index}")
            for column, place in places.items()
        }
    )
    values = {column: f"k{place.index}" for column, place in places.items()}
    read, found = together(
        {
            column: (f"{kinds[column]}_of", values[column])
            for column, place in places.items()
            if kinds[column] not in ("text", "township", *IN_TOWNSHIP) and place.factor == 1
        }
    )
    for column, place in places.items():
        if place.factor != 1:
            found[column] = f"{kinds[column]}_by({values[column]}, {place.factor})"
        elif kinds[column] == "township":  # looked up, which cannot be done within a list
            found[column] = f"township_of({values[column]})"
    alone = _typed(contract, values | found, is_in_township=False)
    placed = _typed(contract, _within(contract, values), is_in_township=True)
    return (
        f"with listed as (select *{clean} from {rows}), "
        f"cleaned as (select *, {_as(cleaned, values)} from listed), "
        f"read_alike as (select *{read} from cleaned), "
        f"typed as (select *{alone} from read_alike), "
        f"placed as (select *{placed} from typed)"
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


def _apart(cells):
    """Return the same as _together of SQL that reads each cell by itself."""
    return "", {column: f"{macro}({cell})" for column, (macro, cell) in cells.items()}


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


def _broken(contract, places):
    """Return SQL that is true of a broken promise, by its number: of the cells, of the row."""
    of_cells, of_rows = {}, {}
    for number, check in enumerate(row_checks(contract), start=1):
        if check.is_rule:
            of_rows[number] = check.broken
        elif check.column in places:
            filled = f"k{places[check.column].index} is not null"
            of_cells[number] = check.broken.format(filled=filled, value=name(check.column))
    return of_cells, of_rows


def _any(*broken):
    return f"coalesce({' or '.join(f'({one})' for one in broken) or 'false'}, false)"


def _numbers(broken):
    numbers = ", ".join(f"case when {one} then {number} end" for number, one in broken.items())
    return f"list_filter([{numbers or 'null'}], lambda fault: fault is not null)"
