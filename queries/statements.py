"""SQL texts that follow from a contract: how a file is read, checked and staged."""

from queries.contracts import TYPES, Column, Contract
from queries.headings import Place

SAYS_WHY = (
    "integer",
    "decimal",
    "month",
    "township",
    "township_code",
)  # types with a cause of their own
PLACES = {  # type of a column → the table and column that hold what it may be
    "township": ("reference.township", "ref_area"),
    "community": ("reference.community", "community"),
}
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


def merged(cells: list[str]):
    """Return SQL: one row, of each of these cells how many are blank, and whether as merged ones.

    Excel saves a merged cell's value once, in its first row. They are told from cells left empty
    by their shape: at least half of the column is blank, the first is not, and nowhere does the
    same value stand in two rows running.
    """
    values = ", ".join(f"read_text({cell}) as {cell}" for cell in cells)
    above = ", ".join(f"lag({cell}) over (order by record) as above_{cell}" for cell in cells)
    asked = ", ".join(
        f"[count(*) - count({cell}), cast(count(*) - count({cell}) > 1 "
        f"and count({cell}) * 2 <= count(*) "
        f"and min(record) filter (where {cell} is not null) = 1 "
        f"and not coalesce(bool_or({cell} = above_{cell}), false) as bigint)]"
        for cell in cells
    )
    return (
        f"with cell as (select record, {values} from raw), "
        f"pair as (select *, {above} from cell) select {asked} from pair"
    )


def grouping(contract: Contract, places: dict[str, Place]) -> dict[str, Column]:
    """Return the columns a clerk may have merged cells in, by their cell."""
    return {
        f"c{places[column.name].index}": column
        for column in contract.columns
        if column.required and column.type in GROUPING and column.name in places
    }


def filled_down(cells: list[str]):
    """Return SQL for `raw` in which a blank of these cells repeats the value above it."""
    filled = ", ".join(
        f"last_value(read_text({cell}) ignore nulls) over (order by record) as {cell}"
        for cell in cells
    )
    return f"select * replace ({filled}) from raw"


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


def read_table(contract: Contract):
    """Return SQL for the rows of the table at a cluster that a contract names as its source."""
    columns = ", ".join(column.name for column in contract.columns)
    return f"select {columns} from {contract.source['table']}"


def sourced(contract: Contract, parts: list, held: set[str], table=""):
    """Return SQL for the rows of typed Parquet, with the file and row each came from.

    `parts` are (name, path), `held` the columns they have, `table` what they are copied from, if
    from a table: its rows have no order but that of the copy.
    """
    columns = ", ".join(
        f"cast({name(one.name) if one.name in held else 'null'} as {TYPES[one.type]}) "
        f"as {name(one.name)}"
        for one in contract.columns
    )
    if table:
        paths = ", ".join(text(path) for _, path in parts)
        return (
            f"select {columns}, {text(table)} as file, row_number() over () as line "
            f"from read_parquet([{paths}])"
        )
    return " union all ".join(
        f"select {columns}, {text(part)} as file, file_row_number + 1 as line "
        f"from read_parquet({text(path)}, file_row_number = true)"
        for part, path in parts
    )


def unkept(contract: Contract, checks):
    """Return SQL: how many staged rows break a check or repeat a key, and one of them.

    Columns: rows, file, line, number of the check, 0 for a key.
    """
    key = ", ".join(name(column) for column in contract.key)
    broken = " ".join(
        f"when {_broken(check)} then {number}" for number, check in enumerate(checks, start=1)
    )
    unknown = "".join(
        f" when {name(one.name)} not in (select {PLACES[one.type][1]} from {PLACES[one.type][0]}) "
        f"then {-place}"
        for place, one in enumerate(contract.columns, start=1)
        if one.type in PLACES
    )
    return (
        f"with looked_at as (select file, line, case {broken}{unknown} "
        f"when count(*) over (partition by {key}) > 1 then 0 end as number "
        f"from staging.{name(contract.id)}) "
        "select count(*), min(file), arg_min(line, (file, line)), arg_min(number, (file, line)) "
        "from looked_at where number is not null"
    )


def _broken(check):
    if check.is_rule:
        return check.broken
    own = name(check.column)
    return check.broken.format(filled=f"{own} is not null", value=own)


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
