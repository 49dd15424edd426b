"""One process of bench_briefing: makes a briefing and its files over BOARD_VAR, says what it took.

python -m tests.benchmarks.briefing_child first KIND | again RUNS | import
"""

import io
import json
import statistics
import sys
import time

import docx
import pptx
import streamlit as st
import typst
import xlsxwriter

from queries import templates
from queries.briefings import Briefing
from tests.rows import SHIPPED
from ui import briefing_files, reading
from ui.selection import Selection
from ui.slides import fonts, making, pictures
from ui.view import View

TEMPLATE = "1_monthly"
BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900"/>'
FLOORS = {  # file: its library making nothing, given how many figures there are
    "pptx": lambda figures: pptx.Presentation().save(io.BytesIO()),
    "docx": lambda figures: docx.Document().save(io.BytesIO()),
    "pdf": lambda figures: typst.compile({"main.typ": b""}, font_paths=fonts.installed()),
    "xlsx": lambda figures: xlsxwriter.Workbook(io.BytesIO()).close(),
    "html": lambda figures: None,  # text put together: there is nothing below it
    "zip": lambda figures: [pictures.png(BLANK) for _ in range(figures)],
}


def first(kind):
    """Return the seconds of the first deck and the first file of this process."""
    view, one = prepared()
    took, deck = timed(lambda: making.deck(view, one))
    return {"deck": took, "file": timed(lambda: written(kind, deck))[0]}


def again(runs):
    """Return medians: of decks, and of each file beside its floor, in turn; and sizes in bytes."""
    view, one = prepared()
    anew, kept, runs = [], [], int(runs)
    for _ in range(runs):
        st.cache_resource.clear()
        st.cache_data.clear()
        reading.declared(view.version)
        anew.append(timed(lambda: making.deck(view, one))[0])
        took, deck = timed(lambda: making.deck(view, one))
        kept.append(took)
    figures = len(list(pictures.figures(deck)))
    files = {kind: measured(kind, deck, figures, runs) for kind in FLOORS}
    middle = statistics.median
    told = {"slides": len(deck.slides), "figures": figures, "files": files}
    return told | {"deck": middle(anew), "kept deck": middle(kept)}


def prepared():
    """Return the view and the briefing of a reader who took the monthly template."""
    version = reading.live()
    view = View(version, reading.declared(version), Selection(), "briefing", {}, False, 1440)
    template = next(one for one in templates.templates(SHIPPED)[0] if one.id == TEMPLATE)
    items = templates.expanded(
        template,
        board=lambda board: list(view.read("board_indicators", board=board)["indicator"]),
        figures=lambda theme: [],
    )
    return view, Briefing("0001", "月度例会", "甲", "", version.id, "", (), items)


def measured(kind, deck, figures, runs):
    written(kind, deck), FLOORS[kind](figures)  # what is loaded once is no part of either
    took, bare = [], []
    for _ in range(runs):
        bare.append(timed(lambda: FLOORS[kind](figures))[0])
        seconds, content = timed(lambda: written(kind, deck))
        took.append(seconds)
    return statistics.median(took), statistics.median(bare), len(content)


def written(kind, deck):
    return briefing_files.WRITERS[kind](deck, lambda done, of: None)


def timed(run):
    start = time.perf_counter()
    found = run()
    return time.perf_counter() - start, found


if __name__ == "__main__":
    asked, *more = sys.argv[1:]
    print(json.dumps({"import": dict, "first": first, "again": again}[asked](*more)))
