"""The first start: no version this code can show yet, so build one and let the reader watch."""

import time

import streamlit as st

from queries.build import BuildFailed, build
from queries.places import DATA, VAR
from queries.versions import BuildRunning, Version
from ui import chrome, labels, noting, reading


def show(*, anew: bool) -> Version:
    """Return the version built; stop the page with the reason if it cannot be.

    It is built anew when the program was replaced by one that keeps its tables in another way.
    """
    st.html(chrome.first_build(labels.BUILD_ANEW if anew else labels.FIRST_BUILD))
    bar = st.progress(0.0, labels.FIRST_BUILD_STARTS)
    try:
        version = build(DATA, VAR, lambda stage, done: bar.progress(done, stage))
        noting.note("published", labels.BUILT_ANEW if anew else labels.FIRST_VERSION, version.id)
    except BuildRunning:
        _wait(bar)
    except BuildFailed as failure:
        bar.empty()
        st.error(labels.build_failed(str(failure)))
        st.stop()
    st.rerun()


def _wait(bar):
    """Another reader's visit started the build: wait for it rather than build twice."""
    bar.progress(0.5, labels.FIRST_BUILD_WAITS)
    while reading.live() is None:
        time.sleep(0.5)
