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
    """Return SQL for a Source's data rows: text columns c0…, in file order.

    A number on every row would have them read by one core only: `numbered` gives it afterwards.
    """
    cells = [f"c{index}" for index in range(len(source.headings))]
    columns = ", ".join(f"'{cell}': 'varchar'" for cell in cells)
    return (
        f"select * from read_csv({text(source.path)}, "
        f"columns = {{{columns}}}, header = false, skip = {source.header}, auto_detect = false, "
        f"delim = {text(source.delimiter)}, quote = '\"', escape = '\"', store_rejects = true) "
        f"where coalesce({', '.join(cells)}) is not null"
    )


def numbered(header, is_shifted):
    """Return SQL for the records of `raw` and their lines; `header` lines stand above the first.

    Where lines were lost, `shift` says how far those below run ahead.
    """
    if not is_shifted:
        return f"select *, rowid + {header + 1} as line from raw"
    return (
        f"select records.* exclude (record), record + {header} + coalesce(lines_lost, 0) as line "
        "from (select rowid + 1 as record, * from raw) as records "
        "asof left join shift on records.record > shift.records_before order by line"
    )


def blanks(cells: list[str]):
    """Return SQL: one row, how many rows there are, and of each of these cells how many blank.

    They are of few spellings, and each is looked at once.
    """
    asked = ", ".join(
        f"(select coalesce(sum(rows) filter (where read_text({cell}) is null), 0) "
        f"from (select {cell}, count(*) as rows from raw group by {cell}))"
        for cell in cells
    )
    return f"select (select count(*) from raw), {asked}"


def merged(cells: list[str]):
    """Return SQL: one row, whether these half-blank cells are so as merged ones.

    Excel saves a merged cell's value once, in its first row. They are told from cells left empty
    by their shape: at least half of the column is blank, the first is not, and nowhere does the
    same value stand in two rows running.
    """
    values = ", ".join(f"read_text({cell}) as {cell}" for cell in cells)
    above = ", ".join(f"lag({cell}) over (order by record) as above_{cell}" for cell in cells)
    asked = ", ".join(
        f"coalesce(min(record) filter (where {cell} is not null) = 0 "
        f"and not coalesce(bool_or({cell} = above_{cell}), false), false)"
        for cell in cells
    )
    return (
        f"with cell as (select rowid as record, {values} from raw), "
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
        f"last_value(read_text({cell}) ignore nulls) over (order by rowid) as {cell}"
        for cell in cells
    )
    return f"select * replace ({filled}) from raw order by rowid"


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


def repeated(contract: Contract, staged):
    """Return SQL for the lines of a staged file whose key an earlier line already holds."""
    key = ", ".join(name(column) for column in contract.key)
    rows = parquet([staged])
    return (
        f"with first_holder as (select {key}, min(line) as first_line from {rows} "
        f"group by {key} having count(*) > 1) "
        f"select line from {rows} inner join first_holder using ({key}) where line <> first_line"
    )


def first_of_key(staged):
    """Return SQL for the rows of a staged file but the repeated ones."""
    return f"from {parquet([staged])} anti join repeated using (line) order by line"


def left(staged):
    """Return SQL for the records that were not staged."""
    return f"from numbered anti join {parquet([staged])} using (line)"


def refused(headings):
    """Return SQL for the refused records as they stood in the file: line, cells."""
    cells = ", ".join(f"c{index}" for index in range(len(headings)))
    return f"select line, [{cells}] as cells from rest"


def saved(rows, path):
    """Return SQL that writes rows to a Parquet file and answers how many they are."""
    return f"copy ({rows}) to {text(path)} (format parquet, compression zstd)"


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


def handed_in_last(contract: Contract, parts):
    """Return SQL for the rows of several files, of each key the one handed in last."""
    key = ", ".join(name(column) for column in contract.key)
    rows = " union all ".join(
        f"select *, {number} as part from {parquet([part])}" for number, part in enumerate(parts)
    )
    return (
        f"select * exclude (part) from ({rows}) "
        f"qualify row_number() over (partition by {key} order by part desc) = 1 "
        "order by part, line"
    )


def months(contract: Contract, staged):
    """Return SQL for the months a staged file has rows of."""
    return f"select distinct {name(contract.as_of)} from {parquet([staged])}"


def of_month(contract: Contract, staged, month):
    """Return SQL for a staged file's rows of one month."""
    return f"from {parquet([staged])} where {name(contract.as_of)} = date '{month}' order by line"


def superseded(contract: Contract, parts):
    """Return SQL for the rows that a later file holds too, by key: piece, line.

    `parts` are [[Parquet file, …], …] by the file handed in.
    """
    key = ", ".join(name(column) for column in contract.key)
    if len(parts) == 1:
        return "select '' as piece, 0::bigint as line limit 0"
    rows = " union all ".join(
        f"select {key}, line, filename as piece, {number} as part from {parquet(pieces)}"
        for number, pieces in enumerate(parts)
    )
    return (
        f"with rows as ({rows}), "
        f"again as (select {key}, max(part) as last_part from rows where part > 0 group by {key}) "
        f"select piece, line from rows inner join again using ({key}) where part < last_part"
    )


def still_held(piece):
    """Return SQL for a file's rows but for the superseded ones."""
    return (
        f"from {parquet([piece])} anti join (from superseded where piece = {text(piece)}) "
        "using (line) order by line"
    )


def parquet(files):
    """Return SQL for the rows of Parquet files; each knows its `filename` if asked for it."""
    return f"read_parquet([{', '.join(map(text, files))}])"


def revised(files):
    """Return SQL for the revisions kept in files named after their publication's number."""
    return " union all by name ".join(
        f"select {int(path.name[:5])} as number, * from read_parquet({text(path)})"
        for path in files
    )
