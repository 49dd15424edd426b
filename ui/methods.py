"""How judgements are made, in words: the manual's chapter, shown as it stands there.

The manual is their one home: what is mended there is mended on the page.
"""

import re
from functools import cache

import streamlit as st

from queries.places import ROOT
from ui import labels

MANUAL = ROOT / "docs" / "手册.md"
# A line of Chinese ends anywhere in the file; on the page it goes on without a gap.
WRAPPED = re.compile(r"(?<=[^\x00-\x7f]) *\n *(?=[^\x00-\x7f\s])")
CHAPTER = re.compile(r"^## 第八章.*?$(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def show():
    """Show the chapter; a board that came without its manual says so."""
    st.markdown(chapter() or labels.METHODS_ABSENT)


@cache
def chapter() -> str:
    """Return the chapter of the manual in Markdown without its title, "" where there is none."""
    if not MANUAL.exists():
        return ""
    found = CHAPTER.search(MANUAL.read_text(encoding="utf-8"))
    return WRAPPED.sub("", found["text"].strip()) if found else ""
