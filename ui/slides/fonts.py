"""Chinese fonts of this machine, for what is set here: PDF and pictures."""

from functools import cache

import typst

from ui.slides import labels_paper

SANS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
    "WenQuanYi Zen Hei",
)
SERIF = (
    "FangSong",
    "FangSong_GB2312",
    "STFangsong",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Serif SC",
    "SimSun",
    "Songti SC",
)


class FontMissing(Exception):
    """There is no Chinese font; its words say how to mend that."""


@cache
def installed() -> typst.Fonts:
    """Return the fonts of this machine, looked for once a process (0.2 s)."""
    return typst.Fonts()


def heading() -> str:
    """Return the family headings, captions and tables are set in. Raises FontMissing."""
    return _first(SANS + SERIF)


def body() -> str:
    """Return the family paragraphs are set in. Raises FontMissing."""
    return _first(SERIF + SANS)


def _first(wanted):
    there = set(installed().families())
    found = next((family for family in wanted if family in there), None)
    if found is None:
        raise FontMissing(labels_paper.NO_FONT)
    return found
