"""The words of the workbench: why a statement has no answer, where in it, and how to mend it."""

import difflib
import json
import re
from dataclasses import dataclass

import pandas as pd

LIKE = 0.6  # how alike a name must be to be suggested
SUGGESTED = 3
LONGEST_LINE = 160  # letters of an offending line that are shown
STATEMENT = {  # why the statement itself is not run
    "nothing": "没有可以运行的语句。请写一条SELECT。",
    "several": "一次只运行一条语句，这里有{count}条。请只留一条，去掉中间的分号。",
    "complex": "这条语句写法太复杂，没有运行。请拆开，或减少条件和括号的层数。",
    "forbidden": "这里不能使用“{name}”：它读写文件、改动设置，或会显示服务器的情况。"
    "请只查旁边列出的表。",
    "long": "语句超过{most}个字，没有运行。请缩短：长长的名单可以改成与参照表联接。",
    "not_built": "这个版本生成得较早，没有供工作台查询的数据文件。"
    "请改用新的版本，或请数据管理员重新构建。",
}
LIMITS = {  # why it came to no end
    "time": "算了{seconds:g}秒还没有算完，已经停止。请缩小范围：加上统计期、镇街道条件，"
    "或先汇总再联接；两张表联接要写明联接条件。",
    "memory": "这条语句需要的内存超过上限，已经停止。请缩小范围、先汇总，或去掉很长的文字和列表。",
    "bytes": "单单一行的结果就超过上限，没有取回。请去掉很长的文字或列表。",
    "ended": "这条语句超过了资源上限，已经停止。请缩小范围，或先汇总再联接。",
    "busy": "现在已有{together}条查询在运行，没有排上。请过几秒再点运行。",
}
OTHER_STATEMENTS = {
    "EXPLAIN": "不用写EXPLAIN：点“执行计划”按钮就能看。",
    "MULTI": "PIVOT要用IN写明有哪些列，例如：pivot 表 on 列 in ('甲', '乙') using sum(数)。",
}
ONLY_SELECT = (
    "这里只运行SELECT这样的查询（也可以是FROM、SHOW TABLES、DESCRIBE、SUMMARIZE），"
    "不能改数据和设置。"
)
GROUPED = re.compile(r'column "(.+?)" must appear in the GROUP BY')
AMBIGUOUS = re.compile(r'Ambiguous reference to column name "(.+?)"')
NO_TABLE = re.compile(r'Referenced table "(.+?)" not found')
NO_COLUMN = re.compile(r'does not have a column named "(.+?)"')
NO_SCHEMA = re.compile(r'(?:schema|Catalog) "?(\w+)"? does not exist')
BY_MESSAGE = (  # a message's pattern → what it says
    (
        GROUPED,
        "“{}”既没有写进GROUP BY，也没有放进汇总函数。请写进GROUP BY，或改成max({})这样的汇总。",
    ),
    (AMBIGUOUS, "列名“{}”在几张表里都有。请写明是哪张表的，例如：表名.{}。"),
    (NO_TABLE, "语句里没有叫“{}”的表。看看FROM里的表名或别名。"),
    (NO_COLUMN, "这张表没有叫“{}”的列。"),
    (NO_SCHEMA, "没有叫“{}”的库。表名前面只能是reference、records或sensitive。"),
)
BY_KIND = {  # the engine's own kind of error → what it says
    "Parser": "语法不对。看看这里和前面一点：是不是少了逗号、引号、括号，或关键字拼错。",
    "Conversion": "有的值转换不成要求的类型。可以改用try_cast(列 as 类型)，转换不了的就成空值。",
    "Permission": "这里不能读写文件和网址，只能查旁边列出的表。",
    "Out of Range": "有的数太大，超出了类型的范围。可以先转换成double再算。",
    "Not implemented": "这种写法数据库还不支持。",
}
NO_MATCH = "函数的参数个数或类型不对。"
NOT_DONE = "数据库没能运行这条语句。"


@dataclass(frozen=True)
class Trouble:
    """What went wrong, in words; where, if it is known; and what the engine itself says."""

    says: str
    hint: str = ""
    line: int = 0
    column: int = 0
    marked: str = ""  # the offending line, and below it a caret
    engine: str = ""


@dataclass(frozen=True)
class Names:
    """What a reader may name: {name: its Chinese label}."""

    tables: dict[str, str]
    columns: dict[str, str]


def trouble(kind: str, told: dict, sql: str, names: Names) -> Trouble:
    """Return why a statement has no answer, from the kind and facts of a sandbox.Refused."""
    if kind == "engine":
        return _engine(told["engine"], sql, names)
    if kind == "not_select":
        return Trouble(OTHER_STATEMENTS.get(told["type"], ONLY_SELECT))
    words = STATEMENT.get(kind) or LIMITS[kind]
    return Trouble(words.format(**{"seconds": 30, **told}))


def is_limit(kind: str) -> bool:
    return kind in LIMITS


def _engine(message, sql, names):
    kind, told = _told(message)
    said = told["exception_message"]
    line, column, marked = _place(sql, told.get("position"))
    says, hint = _says(kind, told, said, names)
    return Trouble(says, hint, line, column, marked, said.partition("\n\nPlease try")[0])


def _told(message):
    """Return the engine's kind of error and what it tells, however it was spelt."""
    kind, _, rest = message.partition(" Error: ")
    try:
        return kind, json.loads(rest)
    except ValueError:
        return kind, {"exception_message": rest or message}


def _place(sql, position):
    """Return line, column and the marked line of a place, which is told in bytes of UTF-8."""
    if not str(position or "").isdecimal():
        return 0, 0, ""
    before = sql.encode()[: int(position)].decode("utf-8", "ignore")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    text = sql.split("\n")[line - 1]
    start = max(0, column - LONGEST_LINE)
    # 汉字 are twice as wide as a caret; a wide blank stands below each
    below = "".join("　" if ord(letter) > 0x2E7F else " " for letter in text[start : column - 1])
    return line, column, f"{text[start : start + LONGEST_LINE]}\n{below}^"


def _says(kind, told, said, names):
    name, missing = told.get("name", ""), told.get("error_subtype")
    if missing == "COLUMN_NOT_FOUND":
        return f"没有叫“{name}”的列。", suggestion(name, names.columns)
    if missing == "MISSING_ENTRY" and told.get("type") == "Table":
        return f"没有叫“{name}”的表。", suggestion(name, names.tables)
    if missing == "MISSING_ENTRY" and "Function" in str(told.get("type")):
        near = told.get("candidates", "").split(",")[0]
        return f"没有叫“{name}”的函数。", _would(near) if near else ""
    if missing == "NO_MATCHING_FUNCTION" or "No function matches" in said:
        return NO_MATCH, ""
    for pattern, words in BY_MESSAGE:
        if found := pattern.search(said):
            known = {NO_TABLE: names.tables, NO_COLUMN: names.columns}.get(pattern, {})
            return words.format(*found.groups() * 2), suggestion(found[1], known)
    return BY_KIND.get(kind, NOT_DONE), ""


def suggestion(name: str, known: dict[str, str]) -> str:
    """Return what somebody who wrote this name may have meant, by names and by their labels."""
    by_label = {}
    for one, label in known.items():
        by_label.setdefault(label, one)
    bare = name.strip('"').lower()
    near = difflib.get_close_matches(bare, known, SUGGESTED, LIKE)
    near += [by_label[one] for one in difflib.get_close_matches(bare, by_label, SUGGESTED, LIKE)]
    ends = [one for one in known if one.rpartition(".")[2] == bare]
    found = list(dict.fromkeys([*ends, *near]))[:SUGGESTED]
    return _would("、".join(f"{one}（{known[one]}）" if known[one] else one for one in found))


def _would(names):
    return f"是不是想写：{names}？" if names else ""


def outcome(rows: int, seconds: float, cut: str, most: int) -> str:
    """Return how a query went, in one line."""
    counted = f"{rows:,}行，用时{seconds:.2f}秒"
    if cut == "rows":
        return f"只取前{most:,}行，用时{seconds:.2f}秒。要全部，请先汇总，或用WHERE、LIMIT分段取。"
    if cut == "bytes":
        return f"结果太大，只取前{counted}。要全部，请少选几列，或先汇总。"
    return f"共{counted}。"


def flat(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows in which a cell is one thing: lists and structures as text."""
    return rows.map(
        lambda cell: (
            json.dumps(cell, ensure_ascii=False, default=str)
            if isinstance(cell, list | dict)
            else cell
        )
    )
