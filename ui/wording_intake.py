"""Sentences of the intake: what came of a file, what publishing would change, what was decided."""

from decimal import Decimal

import pandas as pd

from ui import wording_numbers as numbers

STATES = {
    "working": "核对中",
    "ready": "待发布",
    "refused": "未收",
    "published": "已发布",
    "withdrawn": "已撤回",
    "stopped": "核对中断",
}
MOST_DECIMALS = 6  # further than any change that is one
MODES = {"replace": "替换现有数据", "add": "补充到现有数据"}


def moment(at):
    """Return an ISO moment as people write it: 2024-09-10T09:05:00 gives 2024年9月10日9:05."""
    date, _, time = at.partition("T")
    year, month, day = (int(part) for part in date.split("-"))
    hour, minute, *_ = time.split(":")
    return f"{year}年{month}月{day}日{int(hour)}:{minute}"


def file(stored: str, handed_in: str) -> str:
    """Return a file's name here, and the one a clerk gave it if that is another."""
    return f"{stored}（交来时名为{handed_in}）" if handed_in else stored


def taken(file: dict) -> str:
    """Return what came of one file of a ticket."""
    words = f"{file['rows']:,}行，采用{file['loaded']:,}行"
    if file["refused"]:
        words += f"，退回{file['refused']:,}行"
    return f"{words}；{MODES[file['mode']]}"


def first_rows(listed: int, rows: int) -> str:
    return f"这里列出前{listed:,}行，共{rows:,}行，全部见下载的文件"


def effect(outcome: dict, added: int, newest: str) -> str:
    """Return what publishing would change, in one sentence."""
    new = f"新增{added:,}个数，最新到{newest}；" if added else ""
    if not outcome["base"]:
        return "这是第一个版本，没有可比的已公布数。"
    if not outcome["changed"]:
        return f"{new}已公布的数没有改动。"
    beyond = outcome["beyond"]
    limit = f"，其中{beyond:,}处超过容许范围，发布前须写明理由" if beyond else "，都在容许范围内"
    return f"{new}已公布的数改动{outcome['changed']:,}处{limit}。"


def from_to(row) -> tuple[str, str, str]:
    """Return (old, new, change) of a revised cell, each with its unit.

    A revision is said to its last digit: 5.26万 and 5.26万 would hide what changed.
    """
    if row.new_status == "Q":  # what it was is not told any more: it may tell what it is
        withheld = numbers.status_word(row.new_status)
        return withheld, withheld, "改为保护"
    decimals = _decimals(row)
    old = _rounded(row.old_value, decimals)
    if row.new_status not in ("A", "P"):
        return _digits(old) + row.unit_zh, numbers.status_word(row.new_status), "没有了"
    new = _rounded(row.new_value, decimals)
    while old == new and row.old_value != row.new_value and decimals < MOST_DECIMALS:
        decimals += 1
        old, new = _rounded(row.old_value, decimals), _rounded(row.new_value, decimals)
    unit = "个百分点" if row.unit_zh == "%" else row.unit_zh
    if row.old_value == row.new_value:
        change = "由暂定变为正式" if row.new_status == "A" else "变为暂定"
    else:  # of the numbers shown, so that old and change make new
        change = numbers.with_sign(new - old, _digits(abs(new - old)) + unit)
    return _digits(old) + row.unit_zh, _digits(new) + row.unit_zh, change


def _decimals(row):
    """Return the decimals an indicator is read with; a percentage has one at least."""
    declared = 0 if pd.isna(row.decimals) else int(row.decimals)
    return max(declared, 1) if row.unit_zh == "%" else declared


def _rounded(value, decimals) -> Decimal:
    return Decimal(numbers.fixed(value, decimals).replace(numbers.MINUS, "-"))


def _digits(value: Decimal) -> str:
    """Return a number unscaled; from 10 000 on in threes."""
    return f"{value:{',' if abs(value) >= 10_000 else ''}f}".replace("-", numbers.MINUS)
