"""Access: what each role may open, take away and do, and which claim gives a person a role.

Two files in data/access/, edited by the bureau: matrix.csv and sign_in.toml. They are no part of a
version: a change takes effect at once, and no pinned version brings an old permission back.
"""

import csv
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = "access"
MATRIX, SIGN_IN = "matrix.csv", "sign_in.toml"
ROLES = ("viewer", "analyst", "steward")  # the highest last
KINDS = ("page", "export", "action")
COLUMNS = ("kind", "item", "name_zh", *ROLES)
ANSWERS = {"是": True, "否": False}
WORDS = ("claim", "account", "name", "ask")


class AccessError(ValueError):
    """A file of the access settings cannot be followed; the message says how to mend it."""


@dataclass(frozen=True)
class Matrix:
    """The table of permissions: (kind, item) → its name, and the roles that may."""

    names: dict[tuple[str, str], str]
    roles: dict[tuple[str, str], tuple[str, ...]]

    def allows(self, kind: str, item: str, role: str) -> bool:
        """Return whether a role may; what the table does not list nobody may."""
        return role in self.roles.get((kind, item), ())


@dataclass(frozen=True)
class SignIn:
    """How a role follows from what is known of a person."""

    claim: str
    account: str
    name: str
    ask: str
    roles: dict[str, str]  # value of the claim → role

    def role(self, values: list[str]) -> str:
        """Return the highest role these values of the claim give, or none."""
        held = {self.roles[value] for value in values if value in self.roles}
        return max(held, key=ROLES.index, default="")


def matrix(data: Path) -> Matrix:
    """Return the permissions as the file has them now."""
    return _read(data / FOLDER / MATRIX, _matrix)


def sign_in(data: Path) -> SignIn:
    """Return the mapping of claims to roles as the file has it now."""
    return _read(data / FOLDER / SIGN_IN, _sign_in)


def _read(path, parse):
    try:
        changed = path.stat()
        return _parsed(path, parse, changed.st_mtime_ns, changed.st_size)
    except FileNotFoundError:
        raise _wrong(path, "没有这个文件", "从安装包里复制一份到原处") from None
    except UnicodeDecodeError:
        raise _wrong(path, "不是UTF-8编码", "另存为UTF-8编码的文本") from None


@lru_cache(maxsize=8)
def _parsed(path, parse, changed, size):
    """Parse a file once for every state it was in."""
    return parse(path, path.read_text(encoding="utf-8-sig"))


def _matrix(path, text):
    heading, *rows = [*csv.reader(text.splitlines())] or [[]]
    if tuple(heading) != COLUMNS:
        raise _wrong(path, f"表头是“{'，'.join(heading)}”", f"改为“{','.join(COLUMNS)}”")
    names, roles = {}, {}
    for line, row in enumerate(rows, start=2):
        if not row:  # an empty line
            continue
        kind, item, name = _row(path, line, row)
        if (kind, item) in names:
            raise _wrong(path, f"第{line}行的{kind}、{item}重复", "只留一行")
        names[kind, item] = name
        roles[kind, item] = tuple(
            role for role, answer in zip(ROLES, row[3:], strict=True) if ANSWERS[answer]
        )
    return Matrix(names, roles)


def _row(path, line, row):
    """Return kind, item and name of a row whose every cell is as it should be."""
    if len(row) != len(COLUMNS) or not all(row):
        raise _wrong(path, f"第{line}行缺少或多出一格", f"{len(COLUMNS)}格都要填写")
    if row[0] not in KINDS:
        raise _wrong(path, f"第{line}行的“{row[0]}”不是种类", f"改为{'、'.join(KINDS)}之一")
    unclear = [cell for cell in row[3:] if cell not in ANSWERS]
    if unclear:
        raise _wrong(path, f"第{line}行的“{unclear[0]}”看不懂", "填“是”或“否”")
    return row[:3]


def _sign_in(path, text):
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise _wrong(path, f"格式不对（{problem}）", "核对引号与等号") from None
    strange = sorted(told.keys() - {*WORDS, "roles"})
    if strange:
        raise _wrong(path, f"不认识“{strange[0]}”", "删去，或改为正确的名称")
    missing = [word for word in WORDS if not isinstance(told.get(word), str) or not told[word]]
    if missing:
        raise _wrong(path, f"没有写明{missing[0]}", f'补上{missing[0]} = "…"')
    roles = told.get("roles")
    if not isinstance(roles, dict) or not roles:
        raise _wrong(path, "没有[roles]", "补上[roles]，写明哪个用户组是什么角色")
    unknown = sorted({str(role) for role in roles.values()} - {*ROLES})
    if unknown:
        raise _wrong(path, f"不认识角色“{unknown[0]}”", f"改为{'、'.join(ROLES)}之一")
    return SignIn(*(told[word] for word in WORDS), roles)


def _wrong(path, what, mend):
    return AccessError(f"权限设置{path.parent.name}/{path.name}：{what}。请{mend}，再刷新页面。")
