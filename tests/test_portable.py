"""Marts keep to the SQL that means the same in DuckDB and Spark; a line that leaves it is named."""

import re

import pytest

from queries import database
from queries.places import QUERIES
from tests.rows import records

MARTS = {path.stem: path for path in sorted((QUERIES / "marts").glob("*.sql"))}

# What a mart must not say, and why (DuckDB 2.0 against Spark 4.3 where they differ). The pattern
# sees lower-case SQL without comments, with literals emptied to ''.
RULES = [
    (r";", "a mart is one bare SELECT: the runner wraps it"),
    (r"^\s*(create|insert|update|delete|copy|attach|set|pragma)\b", "a mart is one bare SELECT"),
    (r"\bqualify\b", "row_number() in a CTE and a WHERE: QUALIFY is a syntax error elsewhere"),
    (r"\b(anti|semi|asof|positional|lateral)\s+join\b", "NOT EXISTS, or a plain join"),
    (r"\busing\s*\(", "ON: USING merges the columns differently"),
    (r"\bnatural\b", "ON"),
    (r"//", "// is a syntax error in Spark; cast(floor(a / nullif(b, 0)) as bigint)"),
    (r"::", "cast(… as …)"),
    (r"%", "mod() of exact numbers, or year * 12 + month arithmetic"),
    (r"/(?!\s*nullif\b)", "x / 0 is inf in DuckDB and an error in Spark: divide by nullif(…, 0)"),
    (r"\btry_cast\b", "types are the intake's work: TRY_CAST accepts different texts"),
    (r"\bas\s+(int|integer|smallint|tinyint|hugeint|float|real|text|timestamp)\s*\)",
     "bigint, decimal(18, 2), double, string, date or boolean: casts to int round or truncate"),
    (r"\bvarchar\b", "string: Spark's varchar wants a length"),
    (r"^\s*(select\s+)?(year|quarter|month|day)\([^()]*\)\s+as\s",
     "cast(year(d) as bigint) as …: an int in Spark"),
    (r"_on\s+-\s(?!\w+\.\w+_on as bigint\))",
     "cast(a_on - b_on as bigint): days between dates are an interval in Spark"),
    (r"\bdecimal\b(?!\s*\(18, 2\))", "decimal(18, 2)"),
    (r"\bavg\s*\(", "a sum and a count kept apart: AVG differs in type and rounding"),
    (r"\bround\s*\(", "rounding belongs to the reader of a number"),
    (r"\b(median|mode|quantile\w*|percentile\w*)\b", "a percentile by row_number() and count(*)"),
    (r"\bapprox\w*", "exact counts: every engine has another sketch"),
    (r"\b(arg_max|arg_min|max_by|min_by|any_value)\s*\(", "row_number() with tie-breakers"),
    (r"(?<!_)\b(first|last)\s*\(", "min, max or first_value(…) over (… order by …)"),
    (r"\b(string_agg|listagg|group_concat|array_agg|list)\s*\(", "no list is portable"),
    (r"\b(list_|array_|map_|struct_)\w+", "no list, map or struct is portable"),
    (r"[\[\]{}]", "no list, map or struct literal is portable"),
    (r"->|=>", "no lambda or named argument is portable"),
    (r"\b(unnest|explode|generate_series|range|sequence|recursive)\b",
     "the month table: the names differ"),
    (r"\bunion\s+(all\s+)?by\s+name\b", "name the columns in one order"),
    (r"\bunion\b(?!\s+all\b)", "UNION ALL, then GROUP BY: say what is dropped"),
    (r"\b(except|exclude|intersect)\b", "name the columns"),
    (r"\*\s*replace\b", "name the columns"),
    (r"select\s+\*|\.\*", "name the columns: a staged table may gain one"),
    (r"\bgroup\s+by\s+(all\b|\d)", "name what is grouped"),
    (r"\border\s+by\s+(all\b|\d)", "name what orders"),
    (r"\b(grouping\s+sets|rollup|cube|pivot|unpivot|using\s+sample|tablesample)\b",
     "UNION ALL of plain groups"),
    (r"\b(date_diff|datediff|date_sub|date_part|datepart|age|epoch)\s*\(",
     "(year * 12 + month) arithmetic, or year(), month(), day()"),
    (r"(?<!cast\()date_trunc\s*\(", "cast(date_trunc('month', d) as date): else a timestamp"),
    (r"\binterval\s+(?!'')", "interval '31' day, the number quoted"),
    (r"\b(strftime|strptime|date_format|to_date|to_char|to_timestamp)\s*\(", "no date as text"),
    (r"\b(dayofweek|weekday|isodow|dayofyear|week|weekofyear)\s*\(", "they start at 0, 1 or 7"),
    (r"\b(now|current_date|current_timestamp|today|random|uuid|rand)\b",
     "the same bytes in give the same version out"),
    (r"\bregexp_(replace|matches|like|full_match|split\w*)\b", "replace or translate"),
    (r"\b(contains|starts_with|ends_with|strpos|instr|position|ilike|glob|similar\s+to)\b",
     "substr(…) = …"),
    (r"\b(hash|md5|md5_number|sha1|sha256|sha2)\s*\(", "every engine hashes differently"),
    (r"\b(log|log10|ln|chr|ascii|concat)\s*\(", "another base, another code page, another null"),
    (r"(?<![lr])\btrim\s*\((?!\s*both\b)", "trim(both '　 ' from s): the full-width space"),
    (r"\bl?r?trim\s*\([^()]*,", "the arguments are swapped elsewhere"),
    (r"\border\s+by\b(?!.*\bnulls\s+(first|last)\b)",
     "say where nulls go: last in DuckDB, first in Spark"),
    (r'"', "no quoted identifier: Spark reads a literal"),
    (r"\b\w+\s*\(.*\bignore\s+nulls\b", "not the same syntax"),
    (r"\bis\s+(not\s+)?(true|false)\b", "a boolean stands for itself"),
]  # fmt: skip
LITERAL = re.compile(r"'(?:[^']|'')*'")
FAULTY_LITERAL = re.compile(r"\\|(?<=[^'])''(?=[^'])")
COLUMN_TYPES = {"VARCHAR", "BIGINT", "DECIMAL(18,2)", "DOUBLE", "DATE", "BOOLEAN"}


def faults(sql):
    """Return (line number, why) of every line that leaves the portable subset."""
    found = []
    for number, line in enumerate(sql.splitlines(), start=1):
        code = re.sub(r"--.*", "", line)
        found += [
            (number, "no backslash and no doubled quote in a literal")
            for literal in LITERAL.findall(code)
            if FAULTY_LITERAL.search(literal[1:-1]) or "''" in literal[1:-1]
        ]
        bare = LITERAL.sub("''", code)
        if bare != bare.lower():
            found.append((number, "lower case"))
        found += [(number, why) for pattern, why in RULES if re.search(pattern, bare.lower())]
    return found


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_keeps_to_the_portable_subset(mart):
    named = [f"{mart}.sql:{line}: {why}" for line, why in faults(MARTS[mart].read_text("utf-8"))]
    assert not named, "\n".join(named)


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_says_what_one_row_is_and_is_one_bare_select(mart):
    sql = MARTS[mart].read_text(encoding="utf-8")
    assert sql.startswith("-- One row per ")
    code = "\n".join(line for line in sql.splitlines() if not line.startswith("--"))
    assert code.split(maxsplit=1)[0] in ("with", "select")


@pytest.mark.parametrize(
    "sql",
    [
        "select a // b from t",
        "select a::bigint from t",
        "select a / b from t",
        "select cast(a as int) from t",
        "select cast(a as decimal(38, 2)) from t",
        "select avg(amount) from t",
        "select round(x) from t",
        "select max(d) from t qualify rank = 1",
        "select a from t anti join u on t.a = u.a",
        "select a from t group by all",
        "select a from t group by 1",
        "select * from t",
        "select t.* from t",
        "select [1, 2] from t",
        "select string_agg(a) from t",
        "select date_trunc('month', d) from t",
        "select d + interval 1 month from t",
        "select date_diff('month', d, e) from t",
        "select strftime(d, 'x') from t",
        "select regexp_replace(a, 'b', 'c') from t",
        "select trim(a) from t",
        "select trim(a, 'x') from t",
        "select concat(a, b) from t",
        "select 'it''s' from t",
        r"select '\d' from t",
        "select a from t union select a from u",
        "select a from t union all by name select a from u",
        "select try_cast(a as bigint) from t",
        "select percentile_cont(0.5) within group (order by a) from t",
        "select median(a) from t",
        "select arg_max(a, b) from t",
        "select first(a) from t",
        "select unnest(a) from t",
        "select now() from t",
        "select hash(a) from t",
        "select dayofweek(d) from t",
        "select rank() over (order by a desc) from t",
        "select rank() over (order by a) from t",
        "select cast(a as varchar) from t",
        "select year(d) as y from t",
        "select t.closed_on - t.opened_on as days from t",
        'select "a" from t',
        "select a from t;",
        "create table x as select a from t",
        "SELECT a from t",
    ],
)
def test_the_lint_names_the_line_that_leaves_the_subset(sql):
    assert {line for line, _ in faults(f"-- One row per thing\n{sql}\n")} == {2}


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) filter (where a > 0) from t",
        "select cast(sum(a) as decimal(18, 2)) as amount from t",
        "select cast(a as double) / nullif(b, 0) as x from t",
        "select cast(date_trunc('month', d) as date) as m from t",
        "select d + interval '31' day as later from t",
        "select row_number() over (partition by a order by b desc nulls last, c) as n from t",
        "select trim(both '　 ' from a) as b from t",
        "select cast(t.closed_on - t.opened_on as bigint) as days from t",
        "select cast(year(d) as bigint) as y from t where year(d) = 2024",
        "select cast(a as string) from t",
        "select first_value(a) over (order by b nulls last) as c, last_day(d) as e from t",
        "select a from t -- 100 % of a // b; see [1]",
        "select a from t union all select a from u",
        "select '100%; a // b' as c from t",
    ],
)
def test_the_lint_lets_the_subset_pass(sql):
    assert faults(sql) == []


@pytest.fixture(scope="module")
def staged(tiny, tiny_shelf):
    """A connection with the tiny county's staged rows and reference tables, in which marts run."""
    with database.connect() as con:
        con.execute(f"attach '{tiny.published}' as published (read_only)")
        con.execute("create schema staging; create schema reference")
        for path in sorted((tiny.folder / "staging").glob("*.parquet")):
            is_reference = tiny_shelf.execute(
                "select kind = 'reference' from contract where contract = ?", [path.stem]
            ).fetchall()[0][0]
            schema = "reference" if is_reference else "staging"
            con.execute(f"create view {schema}.{path.stem} as from read_parquet('{path}')")
        for table in ("extract", "extract_month"):
            con.execute(f"create view reference.{table} as from published.reference.{table}")
        con.execute(database.script("word_table"))
        yield con


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_gives_types_every_engine_writes_alike(staged, mart):
    sql = MARTS[mart].read_text(encoding="utf-8")
    types = {row["column_name"]: row["column_type"] for row in records(staged, f"describe {sql}")}
    strange = {name: type_ for name, type_ in types.items() if type_ not in COLUMN_TYPES}
    assert not strange


@pytest.mark.parametrize("mart", MARTS)
def test_no_name_of_a_mart_is_given_twice(staged, mart):
    sql = MARTS[mart].read_text(encoding="utf-8")
    names = [row["column_name"] for row in records(staged, f"describe {sql}")]
    assert len(names) == len(set(names))
