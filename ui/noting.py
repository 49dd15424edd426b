"""Noting: what a reader takes, opens or decides goes into the audit log, with who they are."""

from queries import audit
from ui import permits, reading, selection
from ui.permits import Reader


def note(what: str, of: str, version: str = "", reader: Reader | None = None, **more):
    """Add a line to the audit log; `more` is reason and rows where there are any."""
    who = reader or permits.reader()
    about = {"role": who.role, "how": who.how, "version": version}
    audit.note(reading.DATA, who.name, what, of, **about, **more)


def note_once(what: str, of: str, version: str, **more):
    """Note what a page shows: once a session, however often the page runs again."""
    if selection.is_new(permits.reader().name, what, of, version):
        note(what, of, version, **more)


def note_publication(what: str, entry: dict):
    who = permits.reader()
    about = {"role": who.role, "how": who.how}
    audit.note_publication(reading.DATA, who.name, what, entry, **about)
