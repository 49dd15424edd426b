"""Security: what every HTTP answer carries, and the requests that get no answer but a sentence."""

import base64
import hashlib
import re
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse

from ui import labels, permits, wording_access

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Streamlit tells anybody who asks how many sessions there are; the agent interface runs the board
# without a browser; the health check of scripts starts a session. Nothing here needs them.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
# What a proxy adds: without a sign-in, everybody behind it would be the local user.
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",  # for browsers that do not know frame-ancestors
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def content_policy(page: str) -> str:
    """Return the policy under which the index page runs: nothing from anywhere but this server."""
    inline = " ".join(f"'sha256-{fingerprint(text)}'" for text in INLINE_SCRIPT.findall(page))
    return "; ".join(
        (
            "default-src 'none'",
            # The map by deck.gl compiles WebAssembly; nothing evaluates text as script.
            f"script-src 'self' 'wasm-unsafe-eval' {inline}".rstrip(),
            "style-src 'self' 'unsafe-inline'",  # Streamlit and Plotly write styles as they draw
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' blob:",
            "connect-src 'self'",  # its WebSocket too
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def deck_policy(script: str) -> str:
    """Return the policy of a deck that is presented: its one script, and nothing from anywhere."""
    return (
        f"default-src 'none'; script-src 'sha256-{fingerprint(script)}'; "
        "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def fingerprint(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def refusal(scope) -> str:
    """Return why a request is not answered, and how to mend it; nothing for one that is."""
    closed = permits.closed()
    if closed:
        return closed
    how = permits.way()
    address, port = scope.get("server") or ("localhost", None)
    if how != "oidc" and port and not permits.is_this_machine(address):
        return wording_access.open_to_all(how, address)
    if how == "single" and not is_direct(Headers(scope=scope)):
        return wording_access.PROXIED
    return ""


def is_direct(headers: Headers) -> bool:
    """Return whether a request came straight from a browser on this machine.

    The name it asked for is looked at as well: a page elsewhere can have its own name lead here.
    """
    host = headers.get("host", "localhost")
    named = host if host.endswith("]") else host.rsplit(":", 1)[0]
    return permits.is_this_machine(named) and not any(name in headers for name in FORWARDED)


class Guard:
    """The outermost layer: refuses what must not be answered, and signs every answer."""

    def __init__(self, app, policy: str):
        self.app = app
        self.headers = HEADERS | {"content-security-policy": policy}

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        answer = self.app
        why = refusal(scope)
        if why and scope["type"] == "websocket":
            answer = refuse_socket
        elif why:
            answer = HTMLResponse(sentence(why), status_code=503)
        elif is_closed(scope["path"]):
            answer = PlainTextResponse("Not Found", status_code=404)
        await answer(scope, receive, self.signing(send))

    def signing(self, send):
        async def signed(message):
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                own = headers.get("content-security-policy")  # a deck has a stricter one
                headers.update(self.headers)
                if own:
                    headers["content-security-policy"] = own
                headers.setdefault("cache-control", "no-store")
            await send(message)

        return signed


def is_closed(path: str) -> bool:
    return any(f"{path}/".find(f"{closed}/") >= 0 for closed in CLOSED)


def sentence(why: str) -> str:
    """Return a page of one sentence; it needs nothing else from the server."""
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{labels.BOARD}</title>'
        '<body style="font:16px/1.75 sans-serif;max-width:40em;margin:15vh auto;padding:0 16px">'
        f"<p>{escape(why)}</p></body></html>"
    )


async def refuse_socket(scope, receive, send):
    await send({"type": "websocket.close", "code": 1008})
