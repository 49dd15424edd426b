"""A reader without a browser: one open session, spoken to as Streamlit's own client speaks.

It keeps what the client keeps (the page's widgets, the address, messages it may be referred back
to), so that a change costs the server what a real one costs; it draws nothing.
"""

import asyncio
import http.client
import socket
import ssl
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import connect

HERE = "127.0.0.1"  # whatever a board is called, nobody else is asked
PATIENCE = 60  # seconds until an answer is held not to come
WIDGETS = {"selectbox": "string_value", "multiselect": "string_array_value"}
READY = "data-page-ready"  # the frame's last words: the whole page was sent
FINISHED, BEGUN_ANEW = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_EARLY_FOR_RERUN


class WentWrong(RuntimeError):
    """The server did not answer with a whole page; the message says what came instead."""


@dataclass
class Page:
    """What one run of the script left in the browser."""

    elements: int = 0
    size: int = 0  # bytes
    words: str = ""
    widgets: dict = field(default_factory=dict)  # id: (kind, the element)
    parts: dict = field(default_factory=dict)  # a widget's id: what of the page runs for it
    links: list = field(default_factory=list)
    is_whole: bool = False
    complaint: str = ""


@dataclass
class Reader:
    """A tab on `url`, with `headers` of its own; a TLS certificate may be anybody's."""

    url: str
    headers: dict = field(default_factory=dict)
    page: Page = field(default_factory=Page)
    query: str = ""
    script: str = ""
    known: dict = field(default_factory=dict)  # hash: a message the server may refer to
    states: dict = field(default_factory=dict)  # id: WidgetState

    async def opened(self, name: str = "", query: str = "") -> float:
        """Fetch the index page and see the page `name` whole; return the seconds since."""
        start = time.perf_counter()
        self.query = query
        await asyncio.to_thread(self._index)
        parts = urlsplit(self.url)
        self.socket = await connect(
            f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}/_stcore/stream",
            **({"ssl": trusting()} if parts.scheme == "https" else {}),
            host=HERE,
            origin=self.url,
            additional_headers=self.headers,
            subprotocols=["streamlit"],
            compression=None,  # what the server does not offer
            max_size=None,
            ping_interval=None,
            open_timeout=PATIENCE,
        )
        await self._run(page_name=name)
        return time.perf_counter() - start

    async def closed(self):
        await self.socket.close()

    async def change(self, widget: str, value) -> float:
        """Set a widget as a click does; return the seconds until the page stood anew."""
        kind, _ = self.page.widgets[widget]
        state = self.states.setdefault(widget, WidgetState(id=widget))
        if kind == "multiselect":
            state.string_array_value.data[:] = value
        else:
            state.string_value = value
        part = self.page.parts.get(widget, "")
        return await self._run(page_script_hash=self.script, fragment_id=part)

    async def follow(self, link) -> float:
        """Go to another page of the board; return the seconds until it stood."""
        self.query = link.query_string
        return await self._run(page_script_hash=link.page_script_hash)

    def _index(self):
        parts = urlsplit(self.url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port)
        connection.sock = socket.create_connection((HERE, parts.port), timeout=PATIENCE)
        if parts.scheme == "https":
            name = parts.hostname
            connection.sock = trusting().wrap_socket(connection.sock, server_hostname=name)
        connection.request("GET", "/", headers={"Accept": "text/html", **self.headers})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        if answer.status != http.client.OK:
            raise WentWrong(f"the index page was answered by {answer.status}")
        given = [one.split(";")[0] for one in answer.headers.get_all("set-cookie", [])]
        self.headers["Cookie"] = "; ".join(filter(None, [self.headers.get("Cookie"), *given]))

    async def _run(self, **where) -> float:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string = self.query
        state.widget_states.widgets.extend(self.states.values())
        state.cached_message_hashes.extend(self.known)
        for name, value in where.items():
            setattr(state, name, value)
        start = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        before, self.page, met = self.page, Page(), {}
        async with asyncio.timeout(PATIENCE):
            while not self._take(ForwardMsg.FromString(await self._next()), met):
                pass
        took = time.perf_counter() - start
        if where.get("fragment_id"):  # what stands around the part stays
            met = self.known | met
            self.page.widgets = before.widgets | self.page.widgets
            self.page.parts = before.parts | self.page.parts
            self.page.links = before.links
        self.known = met
        self._keep_widgets()
        if self.page.complaint or not self.page.is_whole:
            raise WentWrong(self.page.complaint or "the page was not sent whole")
        return took

    async def _next(self):
        data = await self.socket.recv()
        self.page.size += len(data)
        return data

    def _take(self, message, met) -> bool:
        """Note one message; tell whether the run has ended."""
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            message = self.known.get(message.ref_hash) or met[message.ref_hash]
            kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            met[message.hash] = message
        if kind == "new_session":
            self.script = message.new_session.page_script_hash
        elif kind == "navigation":
            self.script = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.HasField("new_element"):
            self._see(message.delta.new_element, message.delta.fragment_id)
        return kind == "script_finished" and message.script_finished != BEGUN_ANEW

    def _see(self, element, part):
        page, kind = self.page, element.WhichOneof("type")
        page.elements += 1
        if kind in WIDGETS:
            one = getattr(element, kind)
            page.widgets[one.id] = kind, one
            page.parts[one.id] = part
        elif kind == "page_link":
            page.links.append(element.page_link)
        elif kind == "html":
            page.is_whole |= READY in element.html.body
        elif kind == "exception":
            page.complaint = element.exception.message
        elif kind == "alert" and element.alert.format == element.alert.ERROR:
            page.complaint = element.alert.body

    def _keep_widgets(self):
        """Keep the states of widgets that still stand; what the script set, leads."""
        for id_, (kind, one) in self.page.widgets.items():
            if one.set_value and kind == "selectbox":
                self.states[id_] = WidgetState(id=id_, string_value=one.raw_value)
            elif one.set_value:
                self.states[id_] = WidgetState(id=id_)
                self.states[id_].string_array_value.data[:] = one.raw_values
        self.states = {id_: one for id_, one in self.states.items() if id_ in self.page.widgets}


def trusting() -> ssl.SSLContext:
    """Return a TLS context that takes any certificate: this machine's, made for the occasion."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
