"""Handing out: bytes made in a page wait under an address nobody guesses until they are fetched.

Only while a page makes a file itself can it show how far it has come, and say why it failed; the
browser then fetches the file from here. A deck that is presented is fetched the same way and from
then on needs this server no more.
"""

import secrets
import threading
import time
from dataclasses import dataclass
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from ui import security
from ui.labels_briefing import GONE
from ui.slides import html_deck

PLACE = "out"
SHOWN_FOR, TAKEN_WITHIN = 12 * 3600, 10 * 60  # seconds: a day of meetings; a slow network
MOST = 256 << 20  # bytes that wait at once: the oldest go first


@dataclass(frozen=True)
class Waiting:
    content: bytes
    media_type: str
    name: str  # of the file; empty for what is shown in the browser
    until: float


_WAITING: dict[str, Waiting] = {}
_LOCK = threading.Lock()


def file(content: bytes, media_type: str, name: str) -> str:
    """Keep a file for its reader and return its address, relative to the board's root."""
    return _keep(Waiting(content, media_type, name, time.time() + TAKEN_WITHIN))


def deck(content: bytes) -> str:
    """Keep a deck that is about to be presented and return its address."""
    return _keep(Waiting(content, "text/html", "", time.time() + SHOWN_FOR))


def routes() -> list[Route]:
    return [Route(f"/{PLACE}/{{token}}", answer)]


async def answer(request) -> Response:
    """Give what waits under an address; a sentence where nothing does any more."""
    with _LOCK:
        found = _WAITING.get(request.path_params["token"])
    if found is None or found.until < time.time():
        return HTMLResponse(security.sentence(GONE), status_code=410)
    headers = {"cache-control": "no-store"}
    if found.name:
        headers["content-disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    else:
        headers["content-security-policy"] = security.deck_policy(html_deck.SCRIPT)
    return Response(found.content, media_type=found.media_type, headers=headers)


def _keep(waiting):
    token = secrets.token_urlsafe(24)
    with _LOCK:
        now = time.time()
        for old in [key for key, one in _WAITING.items() if one.until < now]:
            del _WAITING[old]
        _WAITING[token] = waiting
        while len(_WAITING) > 1 and sum(len(one.content) for one in _WAITING.values()) > MOST:
            del _WAITING[next(iter(_WAITING))]
    return f"{PLACE}/{token}"
