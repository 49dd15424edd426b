"""SQL texts that follow from a contract: how a file is read, checked and staged."""

from queries.checks import TOTAL, row_checks
from queries.contracts import TYPES, Column, Contract
from queries.headings import Place

SAYS_WHY = (
    "integer",
    "decimal",
    "month",
    "township",
    "township_code",
)  # types with a cause of their own
IN_TOWNSHIP = ("community", "township_code")  # types read within the row's township
GROUPING = ("township", "month", "vocabulary")  # types of columns a clerk merges cells in


def name(identifier):
    return '"' + identifier.replace('"', '""') + '"'


def text(value):
    return "'" + str(value).replace("'", "''") + "'"


def read_csv(source):
    """Return SQL for a Source's data rows: text columns c0…, numbered in file order."""
    cells = [f"c{index}" for index in range(len(source.headings))]
    columns = ", ".join(f"'{cell}': 'varchar'" for cell in cells)
    return (
        f"select row_number() over () as record, * from read_csv({text(source.path)}, "
        f"columns = {{{columns}}}, header = false, skip = {source.header}, auto_detect = false, "
        f"delim = {text(source.delimiter)}, quote = '\"', escape = '\"', store_rejects = true) "
        f"where coalesce({', '.join(cells)}) is not null"
    )


def merged(contract: Contract, places: dict[str, Place]):
    """Yield (column, SQL): one row saying whether its blanks are those of merged cells.

    Excel saves a merged cell's value once, in its first row. They are told from cells left empty
    by their shape: at least half of the column is blank, the first is not, and nowhere does the
    same value stand in two rows running.
    """
    for column in contract.columns:
        if column.required and column.type in GROUPING and column.name in places:
            cell = f"c{places[column.name].index}"
            yield (
                column,
                f"with cell as (select record, read_text({cell}) as value from raw), "
                "pair as (select *, lag(value) over (order by record) as above from cell) "
                "select count(*) filter (where value is null) as blanks, "
                "blanks > 1 and blanks * 2 >= count(*) and min(record) filter "
                "(where value is not null) = 1 and not coalesce(bool_or(value = above), false) "
                "from pair",
            )


def filled_down(places: dict[str, Place], columns):
    """Return SQL for `raw` in which a blank of these columns repeats the value above it."""
    cells = [f"c{places[column.name].index}" for column in columns]
    filled = ", ".join(
        f"last_value(read_text({cell}) ignore nulls) over (order by record) as {cell}"
        for cell in cells
    )
    return f"select * replace ({filled}) from raw"


def parsed(contract: Contract, places: dict[str, Place], header: int):
    """Return SQL: one row per record of `raw`, typed, with its line and its list of faults.

    `places` says in which column of the file a contract column stands (absent ones become null),
    `header` on which line its heading stands. A cell is cleaned once, in `cleaned`, because every
    macro is expanded where it stands; what depends on the township comes after it, in `placed`.
    """
    cleaned = ", ".join(
        f"{'read_text' if contract.column(column).type == 'text' else 'clean'}(c{place.index}) "
        f"as k{place.index}"
        for column, place in places.items()
    )
    alone = [column for column in contract.columns if column.type not in IN_TOWNSHIP]
    placed = [column for column in contract.columns if column.type in IN_TOWNSHIP]
    columns = ", ".join(name(column.name) for column in contract.columns)
    cells = {column: place.index for column, place in places.items()}
    checks = [(check, cells.get(check.column)) for check in row_checks(contract)]
    of_cells = [_fault(*one) for one in checks if one[1] is not None and not one[0].is_rule]
    of_rows = [_fault(*one) for one in checks if one[0].is_rule]
    return (
        f"with cleaned as (select *, {cleaned} from raw), "
        f"typed as (select *, {_typed(contract, alone, places)} from cleaned), "
        f"placed as (select *{', ' * bool(placed)}{_typed(contract, placed, places)} from typed), "
        f"looked_at as (select *, {_faults(of_cells)} as cell_faults from placed) "
        f"select record, record + {header} + coalesce(shift.lines_lost, 0) as line, {columns}, "
        f"case when {_is_total(places)} then [{_total()}] "
        # what cannot be read is no value to hold a rule against
        f"when len(cell_faults) > 0 then cell_faults else {_faults(of_rows)} end as faults "
        "from looked_at asof left join shift on looked_at.record > shift.records_before"
    )


def said_why(contract: Contract, checks: set[str]):
    """Yield SQL that gives the faults of a file's broken checks causes that name what was read.

    They are worked out afterwards, for the refused rows alone: few cells need them.
    """
    for column in contract.columns:
        check = f"{column.name}_readable"
        if column.type in SAYS_WHY and check in checks:
            yield (
                f"update quarantine set cause_zh = coalesce({column.type}_cause(clean(value)), "
                f"cause_zh) where contract = $contract and file = $file "
                f"and check_name = {text(check)}"
            )


def repeated(contract: Contract):
    """Return SQL for the records whose key an earlier record already holds."""
    key = ", ".join(name(column) for column in contract.key)
    return (
        f"with first_holder as (select {key}, min(record) as record from parsed "
        f"where len(faults) = 0 group by {key} having count(*) > 1) "
        f"select parsed.record from parsed inner join first_holder using ({key}) "
        "where len(parsed.faults) = 0 and parsed.record <> first_holder.record"
    )


def refused(headings, header):
    """Return SQL for the refused records as they stood in the file: line, cells."""
    cells = ", ".join(f"raw.c{index}" for index in range(len(headings)))
    return (
        f"select parsed.line, [{cells}] as cells from raw inner join parsed using (record) "
        "where len(parsed.faults) > 0 or record in (select record from repeated)"
    )


def staged(contract: Contract, file):
    """Return SQL for the rows that go on, with the file and line each came from."""
    columns = ", ".join(name(column.name) for column in contract.columns)
    return (
        f"select {columns}, {text(file)} as file, line from parsed "
        "where len(faults) = 0 and record not in (select record from repeated) order by record"
    )


def without_identity(contract: Contract):
    """Return SQL for the staged rows without the columns that tell who they are about."""
    kept = ", ".join(name(column.name) for column in contract.columns if not column.identifier)
    return f"select {kept}, file, line from staging.{name(contract.id)}"


def superseded(contract: Contract, parts):
    """Return SQL for the rows of several files, of each key the one handed in last."""
    key = ", ".join(name(column) for column in contract.key)
    rows = " union all ".join(
        f"select *, {number} as part from read_parquet({text(part)})"
        for number, part in enumerate(parts)
    )
    return (
        f"select * exclude (part) from ({rows}) "
        f"qualify row_number() over (partition by {key} order by part desc) = 1 "
        "order by part, line"
    )


def revised(files):
    """Return SQL for the revisions kept in files named after their publication's number."""
    return " union all by name ".join(
        f"select {int(path.name[:5])} as number, * from read_parquet({text(path)})"
        for path in files
    )


def _typed(contract, columns, places):
    return ", ".join(
        f"cast({_value(contract, column, places.get(column.name))} as {TYPES[column.type]}) "
        f"as {name(column.name)}"
        for column in columns
    )


def _value(contract: Contract, column: Column, place: Place | None):
    if place is None:
        return "null"
    if column.type == "text":
        return f"k{place.index}"
    if place.factor != 1:
        return f"{column.type}_by(k{place.index}, {place.factor})"
    if column.type in IN_TOWNSHIP:
        township = name(contract.column_of_type("township").name)
        return f"{column.type}_of(k{place.index}, {township})"
    return f"{column.type}_of(k{place.index})"


def _is_total(places):
    """Return SQL that is true of a row of totals: the word stands where its names should."""
    firsts = sorted(place.index for place in places.values())[:2]
    words = "('合计', '总计', '小计', '共计', '总 计', '合 计')"
    return " or ".join(f"coalesce(k{index} in {words}, false)" for index in firsts)


def _total():
    return _struct("row_is_data", None, "null", text(TOTAL[0]), TOTAL[1])


def _faults(found):
    return f"list_filter([{', '.join(found) or 'null'}], lambda fault: fault is not null)"


def _fault(check, index):
    cell = "null" if index is None else f"c{index}"
    broken = check.broken
    if not check.is_rule:
        broken = broken.format(filled=f"k{index} is not null", value=name(check.column))
    fault = _struct(check.name, check.column, cell, text(check.cause_zh), check.mend_zh)
    return f"case when {broken} then {fault} end"


def _struct(check, column, cell, cause, mend):
    column = "cast(null as varchar)" if column is None else text(column)
    return (
        f"{{'check_name': {text(check)}, 'column_name': {column}, "
        f"'value': cast({cell} as varchar), 'cause_zh': {cause}, 'mend_zh': {text(mend)}}}"
    )
