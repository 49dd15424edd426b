"""Sentences of the intake: what came of a file, what publishing would change, what was decided."""

from types import SimpleNamespace

from ui import wording_numbers as numbers

STATES = {
    "working": "核对中",
    "ready": "待发布",
    "refused": "未收",
    "published": "已发布",
    "withdrawn": "已撤回",
    "stopped": "核对中断",
}
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
    """Return (old, new, change) of a revised cell, each with its unit."""
    of = SimpleNamespace(unit_zh=row.unit_zh, decimals=row.decimals)
    old = numbers.amount(row.old_value, of, row.old_status)
    new = numbers.amount(row.new_value, of, row.new_status or "O")
    if row.new_status not in ("A", "P"):
        return old, new, "没有了"
    if row.old_value == row.new_value:
        return old, new, "由暂定变为正式" if row.new_status == "A" else "变为暂定"
    return old, new, numbers.signed(row.new_value - row.old_value, of)
