"""The audit log: who took, saw or decided what, each line bound to the one before it.

data/journal/audit.jsonl, one file and never rotated: a thousand lines of some 400 bytes on every
working day make 100 MB in a year, verified in seconds, and a chain over one file is one question
to ask. Nothing of ours deletes it, so that the six months the law wants are kept by themselves.

A line is a JSON object. Its last member `hash` is the SHA-256 of the line's own bytes without
that member (`…, "hash": "<64>"}` cut down to `…}`), and `previous` is the hash of the line
before, 64 noughts in the first. A line that was altered, removed, inserted or put elsewhere
breaks the chain there. That the *last* lines were removed no chain can tell, therefore number and
hash of the last line are kept apart in audit.head.json, replaced atomically after each line.

What this cannot do: who may write both files can make up a whole new log, hashes and all. Two
things help. `python -m queries audit` prints the head; noted elsewhere (on paper, in a mail), it
must be found in every later log. And with a secret in the environment variable BOARD_AUDIT_KEY
(a top-level key of .streamlit/secrets.toml becomes one) hashes are HMAC-SHA256, which only its
holder can make: the server itself, so who takes over the server's account can, too.
"""

import hashlib
import hmac
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from queries import journal

LOG, HEAD = "audit", "audit.head.json"
KEY = "BOARD_AUDIT_KEY"
START = "0" * 64  # what the first line has for the hash of the line before
LOST = ""  # … and a line before which the head was taken away: it never fits
SEALED = re.compile(rb'(\{.+), "hash": "([0-9a-f]{64})"\}')
WORDS = {  # what was done, in the words of the pages; any other word stands for itself
    "exported": "导出",
    "queried": "查询",
    "saved a view": "存视图",
    "removed a view": "删视图",
    "pinned a view": "视图放到总览",
    "unpinned a view": "视图从总览撤下",
    "presented": "放映",
    "began a briefing": "新建汇报",
    "changed a briefing": "改汇报",
    "removed a briefing": "删汇报",
    "opened records": "查看明细",
    "handed in": "交来文件",
    "published": "发布",
    "withdrawn": "撤回",
    "went back": "退回版本",
    "said of a finding": "处理发现",
    "signed in": "登录",
    "signed out": "退出",
    "refused": "拒绝",
}
TAIL = 1 << 16  # bytes in which the last line is found: texts are short


@dataclass(frozen=True)
class Head:
    """The last line of a log: its number and its hash."""

    number: int
    hash: str


def note(data: Path, who: str, what: str, of: str = "", **more) -> dict:
    """Add a line: `what` was done by `who`, `of` which export, number or file; return it.

    `more` says role, how (who vouches for them), version, reason and rows where there are any.
    It is on the disk when this returns; what cannot be noted raises OSError and must not be done.
    """
    key = secret()
    with journal.opened(data, LOG) as log:
        head = _head(data, log)
        entry = {"number": head.number + 1, "at": journal.now(), "who": who, "what": what, "of": of}
        entry |= {name: value for name, value in more.items() if value not in ("", None)}
        marks = {"torn": journal.is_cut_short(log), "keyed": bool(key)}
        entry |= {name: True for name, holds in marks.items() if holds}
        body = json.dumps(entry | {"previous": head.hash}, ensure_ascii=False)
        hash_ = digest(body.encode(), key)
        journal.add(log, f'{body[:-1]}, "hash": "{hash_}"}}')
        _keep_head(data, Head(entry["number"], hash_))
    return entry


def note_publication(data: Path, who: str, what: str, entry: dict, **more):
    """Note that a version went live; one that was live already gives no entry of the journal."""
    if entry:
        more |= {"version": entry["version"], "reason": entry["reason"]}
        note(data, who, what, f"第{entry['number']}次发布", **more)


def entries(data: Path, most: int = 0) -> list[dict]:
    """Return the last `most` entries, or all, oldest first, as they stand: not verified."""
    path = journal.file(data, LOG)
    lines = path.read_bytes().split(b"\n") if path.exists() else []
    return [found[0] for line in lines if (found := opened(line))][-most:]


def said(entry: dict) -> str:
    """Return an entry as a line for people."""
    of = {"number": "第{}条", "at": "{}", "who": "{}", "role": "角色{}", "how": "方式{}"}
    of |= {"what": "{}", "of": "{}", "rows": "{}行", "version": "版本{}", "reason": "理由：{}"}
    shown = entry | {"what": WORDS.get(entry.get("what"), entry.get("what"))}
    return "　".join(form.format(shown[name]) for name, form in of.items() if shown.get(name))


def kept_head(data: Path) -> Head | None:
    """Return what audit.head.json says of the last line; None without it."""
    try:
        return Head(**json.loads((journal.folder(data) / HEAD).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def opened(line: bytes) -> tuple[dict, bytes, str] | None:
    """Return (entry, the bytes its hash is of, its hash) of a line; None if it is none of ours."""
    sealed = SEALED.fullmatch(line)
    if sealed is None:
        return None
    body = sealed[1] + b"}"
    try:
        return json.loads(body), body, sealed[2].decode()
    except ValueError:
        return None


def digest(body: bytes, key: bytes = b"") -> str:
    if key:
        return hmac.new(key, body, hashlib.sha256).hexdigest()
    return hashlib.sha256(body).hexdigest()


def secret() -> bytes:
    return os.environ.get(KEY, "").encode()


def _head(data, log):
    """Return the line to go on from: the one the head names, whatever the log's end looks like.

    Lines missing at the end thus stay missing for everyone to see. One line more than the head
    knows is what a power failure between the two leaves.
    """
    kept, last = kept_head(data), _last(log)
    if kept is None:
        if log.tell():
            return Head(last[0].get("number", 0) if last else 0, LOST)
        kept = Head(0, START)
        _keep_head(data, kept)  # so that a log without its head is never a mere beginning
    ends = last and (last[0].get("number"), last[0].get("previous"))
    follows = ends == (kept.number + 1, kept.hash)
    return Head(kept.number + 1, last[2]) if follows else kept


def _last(log):
    """Return the last whole line of a log, opened; leave the file at its end."""
    size = log.seek(0, os.SEEK_END)
    log.seek(max(0, size - TAIL))
    lines = reversed(log.read().split(b"\n"))
    return next((found for line in lines if (found := opened(line))), None)


def _keep_head(data, head):
    path = journal.folder(data) / HEAD
    draft = path.with_suffix(".draft")  # one writer at a time: the log's lock is held
    with draft.open("w", encoding="utf-8") as file:
        json.dump(vars(head), file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
