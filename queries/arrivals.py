"""Arrivals: whose rows of which extract are here, month by month, against the declared schedule."""

from queries import database
from queries.contracts import Contract


def note(con, contracts: dict[str, Contract]):
    """Make reference.schedule (when each extract is due) and table arrival_month (what is here)."""
    con.execute(database.script("arrived_table"))
    for contract in contracts.values():
        if contract.kind != "extract":
            continue
        con.execute(
            "insert into reference.schedule values (?, ?, ?, ?, ?)",
            [
                contract.id,
                contract.name_zh,
                contract.owner_zh,
                contract.schedule["freq"],
                contract.schedule["due_day"],
            ],
        )
        area = contract.column_of_type("township").name
        is_monthly = contract.column(contract.as_of).type == "month"
        month = contract.as_of if is_monthly else "null"  # a register holds every month before it
        con.execute(
            f"insert into arrived select ?, {area}, {month}, count(*) "
            f"from staging.{contract.id} group by all",
            [contract.id],
        )
    con.execute(f"create table arrival_month as {database.script('arrival_month')}")
