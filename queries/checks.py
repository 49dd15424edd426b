"""Checks: every promise a contract makes about a row, by name, with cause and how to mend it."""

from dataclasses import dataclass

from queries.contracts import Column, Contract

UNREADABLE = {  # contract type → (cause, how to mend), as the clerk reads them
    "integer": ("不是整数", "填写整数，不带单位和小数"),
    "decimal": ("不是数值，或小数多于两位", "填写数字，不带单位，最多两位小数"),
    "number": ("不是数值", "填写数字，不带单位"),
    "date": ("不是有效日期", "按2024-08-05的样式填写，并核对该日期存在"),
    "month": ("不是有效月份", "按2024-08的样式填写"),
    "boolean": ("不是“是”或“否”", "填写“是”或“否”"),
    "township": ("不认识的镇街道名称", "填写镇街道全称，或在别名表中补上该名称"),
    "township_code": ("区划代码与镇街道名称不符", "以名称为准，核对后改正或清空代码"),
    "community": ("该镇街道下没有这个村社区", "核对村社区名称与所属镇街道"),
    "credit_code": ("统一社会信用代码校验位不符", "对照登记证书核对18位代码"),
}
LINE_FAULTS = {  # what the CSV reader finds → (name, cause, how to mend); "" is anything else
    "TOO MANY COLUMNS": ("line_too_long", "列数多于表头", "核对该行的逗号、引号是否多写或漏写"),
    "MISSING COLUMNS": ("line_too_short", "列数少于表头", "核对该行的逗号、引号是否多写或漏写"),
    "UNQUOTED VALUE": ("line_quoted", "引号没有配对", "核对该行的逗号、引号是否多写或漏写"),
    "LINE SIZE OVER MAXIMUM": ("line_size", "一行超过2MB", "核对该行是否混入了别的内容"),
    "": ("line_readable", "这一行无法辨认", "核对该行的逗号、引号是否多写或漏写"),
}
REPEATED = ("与前面的一行重复", "同一主键只保留一行")
TOTAL = ("合计行，不是一条数据", "删去合计、小计行")


@dataclass(frozen=True)
class Check:
    """One promise. `broken` is SQL, true where it fails: {filled} of the cell, {value} typed."""

    contract: str
    column: str
    name: str
    kind: str
    broken: str
    cause_zh: str
    mend_zh: str
    severity: str = "row"

    @property
    def is_rule(self) -> bool:
        """Whether it holds the typed columns of a row against each other."""
        return self.kind == "cross_column"


def row_checks(contract: Contract) -> list[Check]:
    """Return a contract's checks of single rows, in the order a clerk reads a row."""
    found = [check for column in contract.columns for check in _of_column(contract, column)]
    return found + [
        Check(
            contract.id,
            rule.column,
            rule.name,
            "cross_column",
            f"not ({rule.expect})",
            rule.cause_zh,
            rule.mend_zh,
        )
        for rule in contract.rules
    ]


def all_checks(contract: Contract) -> list[Check]:
    """Return also what the reader of lines and the key promise, for the list of checks."""
    key = Check(contract.id, contract.key[0], "key_unique", "key", "", *REPEATED)
    total = Check(contract.id, "", "row_is_data", "line", "", *TOTAL)
    lines = [
        Check(contract.id, "", name, "line", "", *words) for name, *words in LINE_FAULTS.values()
    ]
    return [*row_checks(contract), key, total, *lines]


def _of_column(contract: Contract, column: Column):
    def check(name, kind, broken, cause, mend):
        return Check(contract.id, column.name, f"{column.name}_{name}", kind, broken, cause, mend)

    if column.required:
        yield check("given", "required", "not ({filled})", "必填项为空", "补填该项")
    if column.type in UNREADABLE:
        broken = "{filled} and {value} is null"
        yield check("readable", "type", broken, *UNREADABLE[column.type])
    if column.vocabulary:
        known, words = ", ".join(map(_text, column.vocabulary)), "、".join(column.vocabulary)
        mend = f"改为以下之一：{words}"
        yield check("known", "vocabulary", f"{{value}} not in ({known})", "不在规定的选项内", mend)
    bounds = (
        ("not_below", "<", "小于", column.minimum),
        ("not_above", ">", "大于", column.maximum),
    )
    for name, sign, word, bound in bounds:
        if bound is not None:
            cause = f"{word}{bound}{column.unit}"
            yield check(name, "range", f"{{value}} {sign} {bound}", cause, "核对数值与单位")


def _text(value):
    return "'" + value.replace("'", "''") + "'"
