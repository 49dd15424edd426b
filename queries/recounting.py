"""SQL texts that count a number anew from its records, as an indicator's header declares them."""

from queries.statements import name, text

READABLE = {  # contract type → a record's value in words, as its file would have it
    "date": "strftime({}, '%Y-%m-%d')",
    "month": "strftime({}, '%Y-%m')",
    "boolean": "case {} when true then '是' when false then '否' end",
    "township": "(select name_zh from reference.township as place where place.ref_area = {})",
    "community": "(select name_zh from reference.community as place where place.community = {})",
}
IN_CELL = "cell_area = $ref_area and cell_period = $time_period"


def published_view(schema, table):
    """Return SQL for a view under its own name of what an attached version publishes."""
    table = f"{name(schema)}.{name(table)}"
    return f"create view {table} as from published.{table}"


def staged(staging):
    """Return the names of the tables whose rows a version holds."""
    return sorted(
        path.stem for path in staging.iterdir() if path.is_dir() or path.suffix == ".parquet"
    )


def staged_at(extract, staging):
    """Return where an extract's rows are: one file, or a folder of them if there are many."""
    folder = staging / extract
    return folder if folder.exists() else staging / f"{extract}.parquet"


def staged_view(extract, staging):
    """Return SQL for an extract's rows."""
    place = staged_at(extract, staging)
    files = place / "*.parquet" if place.is_dir() else place
    return f"from read_parquet({text(files)})"


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
    return (
        f"select record.file, record.line, {_shown(columns)} "
        f"from staging.{name(declared['rows_of'])} as record "
        f"inner join ({_lines(declared, columns)}) as counted using (file, line) "
        "order by file, line limit $limit offset $offset"
    )


def found_records(contract, columns):
    """Return SQL: the last $limit of an extract's records that $finding is about."""
    return (
        f"select record.file, record.line, {_shown(columns)} from staging.{name(contract)} "
        "as record inner join kept.finding_place as place using (file, line) "
        "where place.finding = $finding order by file, line desc limit $limit"
    )


def _shown(columns):
    """Return SQL for a record's columns in words, but for those that tell who it is about."""
    return ", ".join(
        f"{_readable(column)} as {name(column['name_zh'])}"
        for column in columns
        if not column["identifier"]
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
        "cross join unnest(list_distinct([{'category': '_T', 'series': '_T'}] "
        f"|| {_headings(category, series)})) as heading (of)"
    )


def _headings(category, series):
    """Return SQL for where a record counts: `[…]` is several, as of the steps of a funnel."""
    if category.startswith("["):
        pairs = f"list_zip({category}, list_resize([{series}], len({category}), {series}))"
    elif series.startswith("["):
        pairs = f"list_zip(list_resize([{category}], len({series}), {category}), {series})"
    else:
        return f"[{{'category': {category}, 'series': {series}}}]"
    return f"cast({pairs} as struct(category varchar, series varchar)[])"


def _readable(column):
    value = READABLE.get(column["type"], "{}").format(f"record.{name(column['name'])}")
    return f"coalesce(cast({value} as varchar), '')"
