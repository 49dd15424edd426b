"""SQL texts that follow from a contract or a header: the one place where they are assembled."""

from queries.contracts import TYPES, Column, Contract

REASONS = {  # contract type → (cause, how to mend), as the clerk reads them
    "integer": ("不是整数", "填写整数，不带单位和小数"),
    "decimal": ("不是数值", "填写数字，不带单位"),
    "number": ("不是数值", "填写数字，不带单位"),
    "date": ("不是有效日期", "按2024-08-05的样式填写，并核对该日期存在"),
    "month": ("不是有效月份", "按2024-08的样式填写"),
    "boolean": ("不是“是”或“否”", "填写“是”或“否”"),
    "township": ("不认识的镇街道名称", "填写镇街道全称，或在别名表中补上该名称"),
    "community": ("该镇街道下没有这个村社区", "核对村社区名称与所属镇街道"),
    "credit_code": ("统一社会信用代码校验位不符", "对照登记证书核对18位代码"),
}

READABLE = {  # contract type → a record's value in words, as its file would have it
    "date": "strftime({}, '%Y-%m-%d')",
    "month": "strftime({}, '%Y-%m')",
    "boolean": "case {} when true then '是' when false then '否' end",
    "township": "(select name_zh from reference.township as place where place.ref_area = {})",
    "community": "(select name_zh from reference.community as place where place.community = {})",
}
IN_CELL = "cell_area = $ref_area and cell_period = $time_period"


def name(identifier):
    return '"' + identifier.replace('"', '""') + '"'


def text(value):
    return "'" + str(value).replace("'", "''") + "'"


def read_csv(path, width, skip):
    """Return SQL for the data rows of a file: text columns c0…, numbered in file order."""
    columns = ", ".join(f"'c{index}': 'varchar'" for index in range(width))
    return (
        f"select row_number() over () as record, * from read_csv({text(path)}, "
        f"columns = {{{columns}}}, header = false, skip = {skip}, auto_detect = false, "
        "delim = ',', quote = '\"', escape = '\"', store_rejects = true)"
    )


def parsed(contract: Contract, places: dict[str, int], header: int):
    """Return SQL: one row per record of `raw`, typed, with its line and its list of faults.

    `places` says in which column of the file a contract column stands (absent ones become null),
    `header` on which line its heading stands.
    """
    cells = {column: f"c{place}" for column, place in places.items()}
    typed = ", ".join(
        f"cast({_value(contract, column, cells)} as {TYPES[column.type]}) as {name(column.name)}"
        for column in contract.columns
    )
    columns = ", ".join(name(column.name) for column in contract.columns)
    faults = [
        fault
        for column in contract.columns
        if column.name in cells
        for fault in _cell_faults(column, cells[column.name])
    ]
    faults += [_rule_fault(rule, cells) for rule in contract.rules]
    return (
        f"with typed as (select *, {typed} from raw) "
        f"select record, record + {header} + coalesce(shift.lines_lost, 0) as line, {columns}, "
        f"list_filter([{', '.join(faults) or 'null'}], lambda fault: fault is not null) as faults "
        "from typed asof left join shift on typed.record > shift.records_before"
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


def staged(contract: Contract, file):
    """Return SQL for the rows that go on, with the file and line each came from."""
    columns = ", ".join(name(column.name) for column in contract.columns)
    return (
        f"select {columns}, {text(file)} as file, line from parsed "
        "where len(faults) = 0 and record not in (select record from repeated) order by record"
    )


def published_view(schema, table):
    """Return SQL for a view under its own name of what an attached version publishes."""
    table = f"{name(schema)}.{name(table)}"
    return f"create view {table} as from published.{table}"


def staged_view(path):
    return f"create view staging.{name(path.stem)} as from read_parquet({text(path)})"


def measured(declared, columns, within="true"):
    """Return SQL: one row per cell that counts any record, with its numerator, counted anew.

    `declared` is the header of an indicator or figure as published, `columns` those of the table
    its rows are of, `within` what restricts the cells.
    """
    return (
        "with part as (select spine.cell_area as ref_area, spine.cell_period as time_period, "
        f"heading.of.category, heading.of.series, {declared['measure']} as measure "
        f"{_counted(declared, columns, within)} group by spine.cell_area, spine.cell_period, "
        "heading.of.category, heading.of.series, spine.part, spine.time_period) "
        "select ref_area, time_period, category, series, sum(measure) as numerator from part "
        "group by ref_area, time_period, category, series"
    )


def measured_in_cell(declared, columns):
    """Return SQL: the numerator of the cell $ref_area, $time_period, $category, counted anew."""
    cells = measured(declared, columns, IN_CELL)
    return f"select numerator from ({cells}) where category = $category"


def counted_files(declared, columns):
    """Return SQL: one row per file of which the cell counts any row, with their number."""
    return (
        f"select file, count(*) as counted from ({_lines(declared, columns)}) "
        "group by file order by file"
    )


def counted_records(declared, columns):
    """Return SQL: the records of the cell from $offset on, $limit of them, by file and line."""
    shown = ", ".join(
        f"{_readable(column)} as {name(column['name_zh'])}"
        for column in columns
        if not column["identifier"]
    )
    return (
        f"select record.file, record.line, {shown} from staging.{name(declared['rows_of'])} "
        f"as record inner join ({_lines(declared, columns)}) as counted using (file, line) "
        "order by file, line limit $limit offset $offset"
    )


def _lines(declared, columns):
    return (
        f"select distinct record.file, record.line {_counted(declared, columns, IN_CELL)} "
        "where heading.of.category = $category"
    )


def _counted(declared, columns, within):
    """Return SQL from FROM on: every record beside every cell of `declared` that counts it."""
    # what is kept without a township, such as a standard, holds in all of them
    has_area = any(column["name"] == "ref_area" for column in columns)
    category = declared["rows_category"] or "'_T'"
    series = declared["rows_series"] or "'_T'"
    return (
        f"from (from spine where declared = {text(declared['id'])} and {within}) as spine "
        f"inner join staging.{name(declared['rows_of'])} as record "
        f"on {'record.ref_area = spine.ref_area and ' * has_area}({declared['rows']}) "
        "cross join unnest(list_distinct([{'category': '_T', 'series': '_T'}, "
        f"{{'category': {category}, 'series': {series}}}])) as heading (of)"
    )


def _readable(column):
    value = READABLE.get(column["type"], "{}").format(f"record.{name(column['name'])}")
    return f"coalesce(cast({value} as varchar), '')"


def _value(contract: Contract, column: Column, cells):
    cell = cells.get(column.name, "null")
    if column.type != "community":
        return f"read_{column.type}({cell})"
    return f"read_community({cell}, {cells.get(contract.column_of_type('township').name, 'null')})"


def _cell_faults(column: Column, cell):
    value, filled = name(column.name), f"read_text({cell}) is not null"
    if column.required:
        yield _fault(column.name, cell, f"not {filled}", "必填项为空", "补填该项")
    if column.type in REASONS:
        yield _fault(column.name, cell, f"{filled} and {value} is null", *REASONS[column.type])
    if column.vocabulary:
        words = ", ".join(text(word) for word in column.vocabulary)
        yield _fault(
            column.name,
            cell,
            f"{value} not in ({words})",
            "不在规定的选项内",
            "改为以下之一：" + "、".join(column.vocabulary),
        )
    if column.minimum is not None:
        cause, mend = f"小于{column.minimum}{column.unit}", "核对数值与单位"
        yield _fault(column.name, cell, f"{value} < {column.minimum}", cause, mend)
    if column.maximum is not None:
        cause, mend = f"大于{column.maximum}{column.unit}", "核对数值与单位"
        yield _fault(column.name, cell, f"{value} > {column.maximum}", cause, mend)


def _rule_fault(rule, cells):
    cell = cells.get(rule.column, "null")
    return _fault(rule.column, cell, f"not ({rule.expect})", rule.cause_zh, rule.mend_zh)


def _fault(column, cell, condition, cause, mend):
    return (
        f"case when {condition} then {{'column_name': {text(column)}, 'value': {cell}, "
        f"'cause_zh': {text(cause)}, 'mend_zh': {text(mend)}}} end"
    )
