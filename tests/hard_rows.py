"""Hard rows: of every extract, staged rows in which each type's awkward values meet each other.

No intake would let most of them through. They are for engines that must count alike whatever is
in the rows: nulls, negatives, duplicates, ties, month ends and 29 February, decimals, full-width
spaces, values nobody has heard of, townships without rows and outside the scope.
"""

import pandas as pd

from queries.contracts import TYPES, Contract
from queries.statements import name, text

ROWS = 240
DAYS = [
    *("2019-01-01", "2020-02-29", "2023-02-28", "2023-03-01", "2023-12-31", "2024-01-01"),
    *("2024-01-31", "2024-02-29", "2024-03-01", "2024-03-31", "2024-06-30", "2024-12-31"),
    *("2025-01-01", "2025-06-15", "2025-06-15", "1999-12-31", None),
]
WORDS = [
    "",
    "　",
    "　全角　",
    "两 格",
    "表\t格",
    "ＡＢＣ",
    "a|b",
    "%",
    "100%_",
    "重复",
    "重复",
    None,
]
DECIMALS = ["0.00", "0.01", "0.1", "0.2", "-12.34", "1.10", "1.10", "999.99", "123456789.05", None]
NUMBERS = [0.0, 0.5, -3.25, 120.75, 120.75, 30.5, 1e6, None]
WHOLES = [0, 1, 1, 2, 3, 7, 12, -1, -40, 70000, None]
YEARS = [2019, 2023, 2023, 2024, 2024, 2025, 1900, None]
TOWNSHIPS = "select ref_area from reference.township order by in_scope desc, ref_area"
COMMUNITIES = "select community, ref_area from reference.community order by community"
STRIDES = (1, 3, 7, 11, 13, 17, 19, 23, 29, 31, 37)  # so that columns do not go in step


def hard_rows(contract: Contract, townships: list[str], communities: dict[str, list[str]]):
    """Return a table of an extract's rows as text, with the SQL type of each column.

    `townships` are those that have rows; `communities` are those of each township.
    """
    rows, seen = [], set()
    for number in range(ROWS):
        row = {}
        for place, column in enumerate(contract.columns):
            values = _values(contract, column, row, townships, communities)
            stride = STRIDES[place % len(STRIDES)]
            value = values[(number * stride + number // len(values)) % len(values)]
            row[column.name] = None if value is None else str(value)
            if column.name in contract.key and column.type == "text":
                row[column.name] = f"K{number:03d}"
        key = tuple(row[column] for column in contract.key)
        if key not in seen:  # ties are broken by keys: two rows of one would leave the choice open
            seen.add(key)
            rows.append(row | {"file": f"{contract.id}.csv", "line": str(number + 2)})
    types = {column.name: TYPES[column.type] for column in contract.columns}
    return pd.DataFrame(rows), types | {"file": "varchar", "line": "bigint"}


def stage_hard(con, contracts: dict[str, Contract], folder, beside=None):
    """Write every extract's hard rows as Parquet to `folder`, as intake would.

    `beside` is a folder of staged rows they stand among; those whose key is there stay out.
    """
    townships = [area for (area,) in con.execute(TOWNSHIPS).fetchall()]
    communities = {area: [] for area in townships}
    for community, area in con.execute(COMMUNITIES).fetchall():
        communities[area].append(community)
    townships = [*townships[:5], townships[-1], "999999999", None]  # the others have no row
    for contract in contracts.values():
        rows, types = hard_rows(contract, townships, communities)
        con.register("hard", rows)
        typed = ", ".join(
            f"cast({name(one)} as {type_}) as {name(one)}" for one, type_ in types.items()
        )
        found = f"select {typed} from hard"
        if beside:
            key = ", ".join(map(name, contract.key))
            others = f"read_parquet({text(beside / f'{contract.id}.parquet')})"
            found = (
                f"from {others} union all by name from ({found}) anti join {others} using ({key})"
            )
        con.execute(f"copy ({found}) to {text(folder / f'{contract.id}.parquet')}")
        con.unregister("hard")


def _values(contract, column, row, townships, communities):
    if column.name == "year":
        return YEARS
    if column.type in ("date", "month"):
        days = DAYS if column.name == contract.as_of else [*DAYS, "2031-04-30"]
        return days if column.type == "date" else [day and f"{day[:7]}-01" for day in days]
    if column.type == "vocabulary":
        return [*column.vocabulary, None, f"{column.vocabulary[0]}　", "未列入"]
    if column.type == "township":
        return townships
    if column.type == "community":
        within = communities.get(row.get(contract.column_of_type("township").name), [])
        return [*within[:6], None, "无此村"]
    if column.type == "text":
        return [*WORDS, *(f"K{number:03d}" for number in range(0, ROWS, 5))]
    bounds = [bound for bound in (column.minimum, column.maximum) if bound is not None]
    return {
        "integer": [*WHOLES, *map(int, bounds)],
        "decimal": [*DECIMALS, *bounds],
        "number": [*NUMBERS, *bounds],
        "boolean": [True, False, None],
        "township_code": [None, "330482001"],
        "credit_code": [None, "51330482MJ8000001A", "52330482MJ8000002B", ""],
    }[column.type]
