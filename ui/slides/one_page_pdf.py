"""A township's page as PDF: one sheet of A4 set by typst, whatever stands on it."""

import datetime
import json
from dataclasses import asdict
from pathlib import Path

import typst

from ui import labels, theme
from ui.slides import fonts
from ui.slides import labels_paper as say
from ui.slides.one_page import OnePage
from ui.slides.pdf_bulletin import STANDARDS

TEMPLATE = Path(__file__).with_name("one_page.typ")
MAP = "map.svg"


def pdf(page: OnePage, map_svg: str, watermark: str, on: datetime.date | None = None) -> bytes:
    """Return the page as PDF/A-2a, tagged; `watermark` is what it says of itself, "" for open data.

    Raises FontMissing on a machine without a Chinese font.
    """
    on = on or datetime.date.today()
    lines = {f"line{n}.svg": row.line.encode() for n, row in enumerate(page.rows) if row.line}
    told = json.dumps(_said(page, watermark, on), ensure_ascii=False).encode()
    files = {"main.typ": TEMPLATE.read_bytes(), "page.json": told, MAP: map_svg.encode()} | lines
    return typst.compile(files, format="pdf", font_paths=fonts.installed(), pdf_standards=STANDARDS)


def _said(page, watermark, on):
    """Return all the template says, as plain data."""
    rows = [_row(row, n) for n, row in enumerate(page.rows)]
    return {
        "title": page.title,
        "above": say.PROFILE_OF.format(page.county),
        "county": page.county,
        "facts": "　".join(page.facts),
        "rows": rows,
        "heads": [head.format(page.title) for head in say.COLUMNS],
        "ends": list(_ends(page)),
        "notice": page.notice,
        "peers": [asdict(one) for one in page.peers],
        "say": {
            "demo": labels.DEMO,
            "key-rows": say.KEY_ROWS,
            "peers": labels.PEERS,
            "peers-note": labels.PEERS_NOTE,
            "located": labels.LOCATED.format(page.title),
        },
        "foot": [
            say.KEY_MARKS,
            page.source,
            "；".join(filter(None, (page.as_of, f"{say.VERSION}{page.version}", page.protection))),
            labels.DEMO_NOTE,
        ],
        "watermark": watermark,
        "keywords": [page.county, page.period, page.version],
        "on": (on.year, on.month, on.day),
        "map": MAP,
        "fonts": fonts.heading(),
        "colours": {
            "ink": theme.INK,
            "text-2": theme.TEXT_2,
            "text-3": theme.TEXT_3,
            "accent": theme.ACCENT,
            "attention": theme.ATTENTION,
            "hairline": theme.HAIRLINE,
        },
    }


def _row(row, n):
    said = {name: getattr(row, name)._asdict() for name in ("versus", "place", "course")}
    return vars(row) | said | {"is-known": row.is_known, "line": f"line{n}.svg" if row.line else ""}


def _ends(page):
    """Yield both ends of the page, each with what stands there if nothing is listed."""
    listed = {"strongest": page.strongest, "weakest": page.weakest}
    titles = {"strongest": labels.STRONGEST, "weakest": labels.WEAKEST}
    for end, items in listed.items():
        yield {
            "title": titles[end],
            "items": [asdict(one) for one in items],
            "absent": say.ABSENT_ENDS[end],
        }
