"""Receiving: every input file into reference.* tables and staging.* views, with its receipt."""

from queries import database, monthly, read_once, recounting, sources, statements
from queries.counting import Progress
from queries.faults import BuildFailed, FileRefused
from queries.inputs import Input, Inputs
from queries.intake import Receipt
from queries.parts import Parts, linked


def receive_all(
    con, contracts, files: Inputs, staging, parts: Parts, progress: Progress, spark=None
):
    """Read every file into reference.* tables and staging.* views; return the receipts.

    What of the large extracts earlier builds have read is taken from `parts`. `spark` is the
    cluster, if there is one: an extract may come from a table there.
    """
    staging.mkdir()
    progress("读取参照表", 0.0)
    receipts, faults = receive_references(con, contracts, files, staging, parts), []
    extracts = [contract for contract in contracts.values() if contract.kind == "extract"]
    with database.abreast(con) as begin:
        started = [
            begin(receive_extract, contract, files[contract.id], staging, parts, spark)
            for contract in extracts
        ]
        for step, (contract, reading) in enumerate(zip(extracts, started, strict=True)):
            progress(f"读取{contract.name_zh}", 0.05 + 0.5 * step / len(extracts))
            try:
                received = reading.result()
            except FileRefused as refusal:
                faults.append(f"{contract.file}（{contract.name_zh}）：{refusal}")
                continue
            receipts += received
            rows, refused = (
                sum(getattr(one, name) for one in received) for name in ("rows", "refused")
            )
            done = 0.05 + 0.5 * (step + 1) / len(extracts)
            progress(f"{contract.name_zh}：{rows:,}行，退回{refused:,}行", done)
    if faults:
        raise BuildFailed("\n".join(faults))
    say_how_far(con, extracts)
    return receipts


def receive_extract(
    con, contract, files: tuple[Input, ...], staging, parts: Parts, spark=None
) -> list[Receipt]:
    """Read an extract's files, of each key the row handed in last, into view staging.<extract>."""
    if contract.source:
        return sources.receive(con, contract, files, staging, spark)
    setting = {"setting": "refused_share_max"}
    most = con.execute(database.script("setting"), setting).fetchall()[0][0]
    if parts.are_months(contract):
        receipts = monthly.receive(con, contract, files, staging, parts, most)
    else:
        receipts = _receive_whole(con, contract, files, staging, parts, most)
    view = recounting.staged_view(contract.id, staging)
    con.execute(f"create or replace view staging.{contract.id} as {view}")
    return receipts


def _receive_whole(con, contract, files, staging, parts, most_refused):
    """Read the files into staging/<extract>.parquet."""
    whole = staging / f"{contract.id}.parquet"
    received = [
        read_once.receive(con, contract, one, staging, parts, most_refused) for one in files
    ]
    read = [path for _, path in received]
    if len(read) > 1:
        con.execute(statements.saved(statements.handed_in_last(contract, read), whole))
    else:
        _laid(read[0], staging)
    return [receipt for receipt, _ in received]


def _laid(rows, staging):
    """Return where a file's rows lie in a version, linked from where they are kept."""
    place = staging / rows.name
    if rows != place:
        linked(rows, place)
    return place


def receive_references(con, contracts, files: Inputs, staging, parts: Parts | None = None):
    """Read the reference tables into reference.*; return their receipts.

    One refused row refuses the build: everything else is read and counted against these.
    """
    con.execute("create schema reference; create schema staging; create schema mart")
    con.execute(database.script("quarantine_table"))
    con.execute(database.script("values"))
    receipts = []
    for contract in contracts.values():
        if contract.kind == "reference":
            (one,) = files[contract.id]
            receipt, rows = read_once.receive(con, contract, one, staging, parts)
            if receipt.refused:
                raise BuildFailed(
                    f"{contract.file}：{_first_fault(con, contract)}。参照表须全部合格"
                )
            # some numbers are traced to rows of reference tables
            read = statements.parquet([_laid(rows, staging)])
            con.execute(f"create table reference.{contract.id} as from {read}")
            receipts.append(receipt)
    con.execute(database.script("place_names"))
    return receipts


def _first_fault(con, contract):
    faults = con.execute(database.script("fault"), {"contract": contract.id}).fetchall()
    line, column, _, cause, _ = faults[0]
    return f"第{line}行{column or ''}{cause}"


def say_how_far(con, extracts):
    """Make reference.extract and extract_month: what the marts count from, and how far; and
    extract_word: the words of a vocabulary that are found in what grows by the month."""
    con.execute("create table reference.extract (extract varchar, history_from date, as_of date)")
    for contract in extracts:
        is_month = contract.column(contract.as_of).type == "month"
        until = f"last_day(max({contract.as_of}))" if is_month else f"max({contract.as_of})"
        con.execute(
            f"insert into reference.extract select ?, ?, {until} from staging.{contract.id}",
            [contract.id, contract.history_from],
        )
    con.execute(f"create table reference.extract_month as {database.script('extract_month')}")
    con.execute(database.script("word_table"))
    for contract in extracts:
        for column in contract.columns if contract.delivery == "increment" else ():
            if column.vocabulary:
                con.execute(
                    "insert into reference.extract_word "
                    f"select distinct ?, ?, {column.name} from staging.{contract.id} "
                    f"where {column.name} is not null",
                    [contract.id, column.name],
                )
