"""Pages over ui over queries over data, never back up; and each concern at one place."""

import ast
import re
from functools import cache

from queries.catalogue import load_catalogue
from queries.places import ROOT
from tests.every import every

FOLDERS = ("pages", "ui", "queries")
MAY_IMPORT = {  # room → the rooms of ours it may look down to
    "pages": {"ui"},
    "ui": {"ui", "queries"},
    "queries": {"queries"},
}
PAGES_ONLY = {"streamlit", "ui"}  # what a page may import at all
PURE = ("chart_*", "map_*", "spark*", "ranking*", "strip*", "wording*", "theme", "labels", "chrome")
NOT_PURE = {"map_panel"}  # puts the map, its legend and its table on the page
LONGEST_MODULE, LONGEST_PAGE = 300, 60
SQL = re.compile(r"\bselect\b.+\bfrom\b|\bfrom\b.+\bselect\b", re.IGNORECASE | re.DOTALL)
SQL_IN_PYTHON = {  # where a statement is put together, and why it cannot stand in a .sql file
    "queries/statements.py": "the one place where statements follow from a contract",
    "queries/parsing.py": "how its cells become values and faults follows from it too",
    "queries/recounting.py": "the one place where they follow from an indicator's header",
    "queries/aspects.py": "the one place where columns are looked at as a reader asks",
    "queries/beside.py": "what a cross-tab's cell is held against follows from the question too",
    "queries/crosstab.py": "the one place where a cross-tab follows from a reader's question",
    "queries/listing.py": "the records behind it follow from the same question",
    "queries/receiving.py:receive_references": "the table's name is the contract's",
    "queries/arrivals.py:note": "township and month are the contract's columns",
    "queries/build.py:refuse_if_wrong": "wraps a check's own SELECT",
    "queries/receiving.py:say_how_far": "the column that says how far is the contract's",
    "queries/counting.py:observe": "reads back what say_how_far wrote",
    "queries/counting.py:_declare": "copies the catalogue's records into a table named after them",
    "queries/counting.py:_gather": "wraps a declared SELECT with its owner's id",
    "queries/intake.py:_stage": "counts the temporary tables it has just made",
    "queries/findings.py:find": "wraps a rule's SELECT with its id",
    "queries/storing.py:store": "copies tables by name",
}
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?(?:[0-9a-fA-F]{2})?(?![\w-])")
NOUNS = re.compile("社会组织|社工|会客厅|助餐|低保|特困|救助|养老|残疾|高龄")


def modules(*folders):
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def called(path):
    return path.relative_to(ROOT).as_posix()


def each(paths):
    return every("path", paths, called)


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path):
    """Return every module a file imports, dotted names in full."""
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@cache
def texts(path):
    """Return (function, text) of every string but docstrings, {} for what an f-string puts in."""
    found = []

    def look(node, function):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            function = node.name
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return
        if isinstance(node, ast.JoinedStr):
            parts = [p.value if isinstance(p, ast.Constant) else "{}" for p in node.values]
            found.append((function, "".join(parts)))
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    look(part.value, function)
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append((function, node.value))
        for child in ast.iter_child_nodes(node):
            look(child, function)

    look(tree(path), "")
    return found


def attributes(path):
    """Return {(name, attribute)} of every `name.attribute` in a file."""
    return {
        (node.value.id, node.attr)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


@cache
def declared_ids():
    catalogue = load_catalogue()
    return {*catalogue.indicators, *catalogue.figures, *catalogue.points}


def is_pure(path):
    return path.stem not in NOT_PURE and any(path.match(f"{name}.py") for name in PURE)


@each(modules(*FOLDERS))
def test_a_room_looks_down_and_never_up(path):
    room = called(path).split("/")[0]
    ours = {name.split(".")[0] for name in imported(path)} & {*FOLDERS, "tests", "dashboard"}
    assert ours <= MAY_IMPORT[room]


@each(modules("pages"))
def test_a_page_imports_streamlit_and_ui_and_nothing_else(path):
    assert {name.split(".")[0] for name in imported(path)} <= PAGES_ONLY


@each([path for path in modules("ui") if is_pure(path)])
def test_what_draws_does_not_know_streamlit(path):
    assert not {name for name in imported(path) if name.split(".")[0] == "streamlit"}


@each(modules("queries"))
def test_what_counts_does_not_know_what_draws(path):
    roots = {name.split(".")[0] for name in imported(path)}
    assert not roots & {"streamlit", "plotly", "pydeck"}


@each([*modules("pages", "ui"), ROOT / "dashboard.py"])
def test_only_queries_opens_the_database(path):
    assert "duckdb" not in {name.split(".")[0] for name in imported(path)}


@each([*modules(*FOLDERS), ROOT / "dashboard.py"])
def test_sql_stands_in_sql_files(path):
    if called(path) in SQL_IN_PYTHON:
        return
    holders = {f"{called(path)}:{function}" for function, text in texts(path) if SQL.search(text)}
    assert holders <= set(SQL_IN_PYTHON)


def test_every_exception_for_sql_in_python_is_still_needed():
    for holder in SQL_IN_PYTHON:
        file, _, function = holder.partition(":")
        held = [text for name, text in texts(ROOT / file) if name == function or not function]
        assert any("select" in text or "from" in text for text in held), holder


@each([*modules("pages", "ui"), ROOT / "dashboard.py"])
def test_memory_is_kept_in_selection_and_frame_only(path):
    keepers = {"ui/selection.py", "ui/frame.py"}
    held = {name for _, name in attributes(path)} & {"session_state", "query_params"}
    assert not held or called(path) in keepers


@each([*modules("pages", "ui"), ROOT / "dashboard.py"])
def test_caches_are_kept_in_reading_only(path):
    cached = {name for owner, name in attributes(path) if owner == "st" and "cache" in name}
    assert not cached or called(path) == "ui/reading.py"


@each([*modules("pages", "ui"), ROOT / "dashboard.py"])
def test_no_screen_names_an_indicator(path):
    assert not {text for _, text in texts(path)} & declared_ids()


@each([*modules(*FOLDERS), ROOT / "dashboard.py"])
def test_civil_affairs_nouns_stand_in_headers_contracts_and_sql(path):
    assert not [text for _, text in texts(path) if NOUNS.search(text)]


@each([*modules(*FOLDERS), ROOT / "dashboard.py"])
def test_a_module_is_short_enough_to_be_one_room(path):
    limit = LONGEST_PAGE if called(path).startswith("pages/") else LONGEST_MODULE
    length = path.read_text(encoding="utf-8").count("\n")
    assert length <= limit


@each([path for path in modules(*FOLDERS) if called(path) != "ui/theme.py"])
def test_colours_are_named_in_the_theme_only(path):
    assert not [text for _, text in texts(path) if HEX_COLOUR.search(text)]


@each([*modules(*FOLDERS), ROOT / "dashboard.py"])
def test_no_code_swallows_every_error_or_prints(path):
    caught = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    printed = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ]
    assert not caught
    assert not printed or called(path) == "queries/__main__.py"


def test_the_lint_for_sql_sees_a_statement_in_an_f_string(tmp_path):
    module = tmp_path / "module.py"
    module.write_text('def read(table):\n    return f"select a\\nfrom {table}"\n')
    assert [(name, bool(SQL.search(text))) for name, text in texts(module)] == [("read", True)]


def test_the_lint_for_colours_sees_short_and_long_ones_and_no_anchors():
    assert [
        bool(HEX_COLOUR.search(text)) for text in ("#0F6375", "a #fff b", "#map-1", "#第1")
    ] == [
        True,
        True,
        False,
        False,
    ]
