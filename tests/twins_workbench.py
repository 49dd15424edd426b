"""Twins of the cuts behind the workbench: see tests/twins.py."""

from tests.twins import columns


def workbench_columns(tables):
    found = []
    for row in tables["duckdb_columns"]:
        if row["internal"] or row["database_name"] != "published":
            continue
        is_reference = row["schema_name"] == "reference"
        table = ("reference." if is_reference else "") + row["table_name"]
        name = row["column_name"]
        label = tables.one("reference.table_label", table_name=table)
        contract = tables.one("contract", contract=row["table_name"]) if is_reference else None
        own = tables.one("contract_column", contract=row["table_name"], name=name)
        own = own if contract else None
        given = tables.one("reference.column_label", table_name=table, column_name=name)
        common = tables.one("reference.column_label", table_name="*", column_name=name)
        found.append(
            {
                "table_name": table,
                "group_zh": label["group_zh"] if label else "参照表",
                "table_position": label["position"] if label else 1000,
                "table_zh": (label or contract)["name_zh"],
                "table_meaning_zh": (label or contract)["meaning_zh"] or "",
                "position": row["column_index"],
                "column_name": name,
                "type": row["data_type"].lower(),
                "column_zh": (own or given or common)["name_zh"],
                "meaning_zh": said("meaning_zh", own, given, common),
            }
        )
    return sorted(
        found, key=lambda one: (one["table_position"], one["table_name"], one["position"])
    )


def said(name, *rows):
    """Return the first of these rows' words that is not null."""
    return next((row[name] for row in rows if row and row[name] is not None), "")


def workbench_rows(tables):
    found = []
    for contract in tables.of("contract", kind="extract"):
        source = "sensitive" if contract["disclosure"] == "sensitive" else "records"
        own = tables.of("contract_column", contract=contract["contract"], identifier=False)
        own = [(row["position"], described(row)) for row in own]
        for name in ("file", "line"):
            label = tables.one("reference.column_label", table_name="*", column_name=name)
            words = {"column_name": name, "type": "text", "column_zh": label["name_zh"]}
            own.append((1000, words | {"meaning_zh": label["meaning_zh"] or ""}))
        for position, words in own:
            table = {
                "table_name": f"{source}.{contract['contract']}",
                "source": source,
                "disclosure": contract["disclosure"],
                "table_zh": contract["name_zh"],
                "table_meaning_zh": contract["meaning_zh"] or "",
            }
            found.append((source, contract["contract"], position, table | words))
    found.sort(key=lambda one: (*one[:3], one[3]["column_name"]))
    return [row for *_, row in found]


def described(row):
    unit = f"单位：{row['unit']}" if row["unit"] else ""
    parts = (row["meaning_zh"], row["vocabulary"], unit)
    named = columns(row, "name", "type", "name_zh")
    return {
        "column_name": named["name"],
        "type": named["type"],
        "column_zh": named["name_zh"],
        "meaning_zh": "；".join(filter(None, parts)),
    }


TWINS = {"workbench_columns": workbench_columns, "workbench_rows": workbench_rows}
