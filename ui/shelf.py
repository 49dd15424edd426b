"""The versions page's parts: every published version, the way back, and the revision log."""

import streamlit as st

from queries import publishing, store
from ui import chrome, labels, noting, permits, reading, revised, wording_intake
from ui.view import View

LISTED = 12


def published(view: View):
    """Show the versions, the newest publication first, each with who, why, and a way back."""
    st.html(chrome.section("版本", labels.VERSIONS_NOTE))
    live = reading.live()
    for version, entry in publishing.published_versions(reading.DATA, reading.VAR)[:LISTED]:
        _version(version, entry, version.id == live.id)


def _version(version, entry, is_live):
    said = ""
    if entry:
        said = (
            f"{wording_intake.moment(entry['at'])}由{entry['who']}发布，改动{entry['changed']:,}处"
        )
        said += f"；理由：{entry['reason']}" if entry["reason"] else ""
    is_readable = store.can_read(version)
    said = said or labels.FIRST_VERSION
    said += "" if is_readable else f"；{labels.OF_OLDER_CODE}"
    with st.container(key=f"version-{version.id}", horizontal=True, vertical_alignment="center"):
        st.html(chrome.version(version.id, said, is_live))
        may_go_back = is_readable and not is_live and permits.may("action", "go_back")
        if may_go_back and st.button(labels.GO_BACK, key=f"use-{version.id}"):
            go_back(version.id)
            st.rerun()


def go_back(version: str):
    permits.require("action", "go_back")
    entry = publishing.go_back(reading.DATA, reading.VAR, version, permits.reader().name)
    noting.note_publication("went back", entry)


def revisions(view: View):
    """Show every published cell whose value changed: old, new, when, why."""
    st.html(chrome.section("修订记录", labels.REVISIONS_NOTE))
    revised.log(view, publishing.revision_log(reading.DATA), "revision_log")
