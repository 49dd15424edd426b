"""The intake page's parts: files handed in, how far the work is, what publishing would change."""

import pandas as pd
import streamlit as st

from queries import headings, incoming, marking, preparing, tickets
from queries.preparing import Outdated
from queries.publishing import ConfirmationNeeded
from queries.versions import BuildRunning
from ui import (
    chrome,
    downloads,
    labels,
    noting,
    permits,
    reading,
    revised,
    tables,
    wording,
    wording_intake,
)
from ui.view import View

EARLIER = 8  # tickets listed below the newest
REFUSED = 20  # refused rows listed; the rest is in the file


def form(view: View):
    """Show where files are handed in; each hand-in becomes a ticket worked on in the background."""
    if not permits.may("action", "hand_in"):
        return
    with st.form("hand-in", clear_on_submit=True, border=False):
        files = st.file_uploader(
            labels.HAND_IN, type=["csv", "xlsx"], accept_multiple_files=True, key="files"
        )
        with st.container(key="hand-in-how", horizontal=True, vertical_alignment="bottom"):
            contract = st.selectbox(
                labels.WHICH_EXTRACT,
                ["", *view.declared.extracts],
                format_func=lambda id_: view.declared.extracts.get(id_, labels.RECOGNISE),
                width=260,
            )
            mode = st.selectbox(
                labels.HOW_TAKEN,
                ["", *wording_intake.MODES],
                format_func=lambda one: wording_intake.MODES.get(one, labels.AS_AGREED),
                width=280,
            )
            asked = st.form_submit_button(labels.CHECK, type="primary")
    if asked and files:
        asked_for = [{"contract": contract, "mode": mode}] * len(files)
        hand_in([(one.name, one.getvalue()) for one in files], asked_for)
        st.rerun()
    elif asked:
        st.warning(labels.NOTHING_HANDED_IN)


def dropped():
    """Offer the files waiting in the drop folder."""
    waiting = incoming.files(reading.DATA)
    if not waiting or not permits.may("action", "hand_in"):
        return
    names = "、".join(path.name for path in waiting[:5])
    st.html(chrome.summary(f"投递夹里有{len(waiting)}个文件：{names}"))
    if st.button(labels.TAKE_DROPPED, key="take-dropped"):
        hand_in([(path.name, path) for path in waiting], ())
        incoming.clear(reading.DATA, waiting)
        st.rerun()


def hand_in(files: list, asked: list | tuple):
    """Keep the files under a ticket of their own and begin to work on them."""
    permits.require("action", "hand_in")
    ticket = tickets.open_ticket(reading.DATA, files, permits.reader().name, asked)
    for one in ticket.files:
        noting.note("handed in", one.name)
    tickets.start(reading.DATA, reading.VAR, ticket)


def begin_again(ticket: tickets.Ticket):
    permits.require("action", "hand_in")
    tickets.start(reading.DATA, reading.VAR, ticket)


def publish(ticket: tickets.Ticket, reason: str):
    permits.require("action", "publish")
    who = permits.reader().name
    entry = preparing.publish(reading.DATA, reading.VAR, ticket, who, reason)
    noting.note_publication("published", entry)


def withdraw(ticket: tickets.Ticket):
    permits.require("action", "publish")
    preparing.withdraw(reading.VAR, ticket)
    noting.note("withdrawn", _names(ticket))


def all_tickets(view: View):
    """Show the newest hand-in whole and the earlier ones as lines."""
    found = tickets.all_tickets(reading.DATA)
    if not found:
        st.html(chrome.empty(labels.NO_TICKETS))
        return
    _newest(view, found[0])
    if found[1:]:
        st.html(chrome.section(labels.EARLIER_TICKETS))
        with st.container(key="earlier"):
            for ticket in found[1 : EARLIER + 1]:
                _earlier(view, ticket)


def _earlier(view, ticket):
    """Show an earlier hand-in as a line that opens; work begun anew on it shows how far it is."""
    if ticket.state == "working":
        st.html(chrome.summary(_title(ticket)))
        _progress(ticket.id)
        return
    with st.expander(_title(ticket), key=f"ticket-{ticket.id}", on_change="rerun") as fold:
        if fold.open:
            _body(view, ticket)


def _newest(view, ticket):
    when = f"{wording_intake.moment(ticket.at)}由{ticket.who}交来"
    st.html(chrome.section(wording_intake.STATES[ticket.state], when))
    if ticket.state == "working":
        _progress(ticket.id)
    else:
        _body(view, ticket)


@st.fragment(run_every=1.0)
def _progress(id_):
    """Show how far the work is; leaving the page does not stop it."""
    ticket = tickets.read_ticket(reading.DATA, id_)
    if ticket.state != "working":
        st.rerun()
    progress = ticket.progress
    st.progress(progress.get("done", 0.0), progress.get("stage", ""))
    st.html(chrome.source(labels.MAY_LEAVE))


def _title(ticket):
    state = wording_intake.STATES[ticket.state]
    return f"{_names(ticket)}　{state}　{wording_intake.moment(ticket.at)}"


def _names(ticket):
    names = "、".join(one.name for one in ticket.files[:3])
    more = f"等{len(ticket.files)}个文件" if len(ticket.files) > 3 else ""
    return f"{names}{more}"


def _body(view, ticket):
    for number, file in enumerate(ticket.outcome.get("files", ())):
        _file(view, ticket, file, number)
    if ticket.state == "refused":
        st.error(labels.refused(ticket.outcome["why"]))
    if ticket.state == "stopped":
        st.warning(labels.STOPPED)
    if ticket.state == "ready":
        _preview(view, ticket)
    if ticket.state in ("stopped", "refused"):
        _again(ticket)


def _file(view, ticket, file, number):
    name = view.declared.extracts.get(file["contract"], labels.UNRECOGNISED)
    said = file.get("why") or (wording_intake.taken(file) if "mode" in file else "")
    notes = [*file.get("notes", ())]
    if file.get("surplus"):
        notes.append(f"多出的列没有采用：{'、'.join(file['surplus'])}")
    st.html(chrome.handed_in(file["name"], name, said, notes))
    if file["marked"]:
        path = ticket.folder / file["marked"]
        rows = pd.DataFrame(marking.said(path, REFUSED), columns=headings.MARKED_UP)
        st.html(tables.html(rows, numbers=(labels.ROW,), tall=True, records=True))
        if file["refused"] > len(rows):
            st.html(chrome.source(wording_intake.first_rows(len(rows), file["refused"])))
        downloads.offer(
            "handed_in_refused",
            labels.DOWNLOAD_REFUSED,
            lambda watermark: marking.stamped(path.read_bytes(), watermark),
            f"{file['name'].rpartition('.')[0]}-退回.xlsx",
            f"marked-{ticket.id}-{number}",
            view.version.id,
            _disclosure(view, file["contract"]),
            rows=file["refused"],
        )


def _disclosure(view, contract):
    """Return how an extract is classified; what nobody recognised may be anything."""
    files = view.read("extracts")
    found = files.loc[files["contract"] == contract, "disclosure"]
    return found.iloc[0] if len(found) else downloads.STRICTEST


def _preview(view, ticket):
    changed = pd.read_parquet(ticket.folder / "revisions.parquet")
    additions = ticket.folder / "additions.parquet"
    added = pd.read_parquet(additions) if additions.exists() else pd.DataFrame()
    newest = wording.month_or_year(added["time_period"].max()) if len(added) else ""
    cells = int(added["cells"].sum()) if len(added) else 0
    st.html(chrome.summary(wording_intake.effect(ticket.outcome, cells, newest)))
    if len(changed):
        revised.changes(view, changed, f"changes-{ticket.id}")
    if ticket.outcome["base"] != reading.live().id:
        st.warning(labels.OUTDATED)
        _again(ticket)
        return
    if permits.may("action", "publish"):
        _decide(ticket)


def _decide(ticket):
    """Offer to publish, with a reason where published numbers change, or to withdraw."""
    reason = ""
    if ticket.outcome["beyond"]:
        reason = st.text_input(labels.REASON, key=f"reason-{ticket.id}", max_chars=200, width=640)
    with st.container(key=f"decide-{ticket.id}", horizontal=True):
        publishes = st.button(labels.PUBLISH, type="primary", key=f"publish-{ticket.id}")
        withdraws = st.button(labels.WITHDRAW, key=f"withdraw-{ticket.id}")
    if publishes:
        _publish(ticket, reason)
    if withdraws:
        withdraw(ticket)
        st.rerun()


def _publish(ticket, reason):
    try:
        publish(ticket, reason)
    except (ConfirmationNeeded, BuildRunning) as refusal:
        st.warning(str(refusal))
        return
    except Outdated as refusal:
        st.warning(str(refusal))
        _again(ticket)
        return
    st.rerun()


def _again(ticket):
    # Begun before the page runs again: by then a button that followed another is shown no more.
    if permits.may("action", "hand_in"):
        key = f"again-{ticket.id}"
        st.button(labels.CHECK_AGAIN, key=key, on_click=begin_again, args=(ticket,))
