"""Several boards behind the shipped nginx: a browser stays with one, all share the browsers."""

import http.client
import http.server
import re
import socket
import threading

import pytest

from tests.browser.fronting import NAME, fronting, trusting

MANY = 60  # browsers


def stub():
    """Return a server that answers with its own port, as a board would with a page."""

    class Board(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = str(self.server.server_port).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Keep quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Board)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture
def boards():
    both = [stub(), stub()]
    yield both
    for one in both:
        one.shutdown()
        one.server_close()


@pytest.fixture
def port(with_nginx, boards, portal, tmp_path):
    addresses = [f"127.0.0.1:{one.server_port}" for one in boards]
    with fronting(tmp_path, addresses, portal) as (secure, _):
        yield secure


def asked(port, path="/", seat=""):
    """Return (the seat given, which board answered) of one request with a portal's cookie."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as plain:
        connection = http.client.HTTPConnection(NAME, port)
        connection.sock = trusting().wrap_socket(plain, server_hostname=NAME)
        held = f"portal=wang; board_seat={seat}" if seat else "portal=wang"
        connection.request("GET", path, headers={"Cookie": held})
        answer = connection.getresponse()
        given = re.match("board_seat=([0-9a-f]+); ", answer.headers["Set-Cookie"] or "")
        return given and given[1], answer.read().decode()


def test_a_browser_stays_with_the_board_it_came_to(port):
    for _ in range(10):
        seat, board = asked(port)
        for path in ("/", "/static/js/index.js", "/_stcore/stream", "/out/some-file"):
            assert asked(port, path, seat) == (None, board)


def test_browsers_are_spread_over_the_boards(port, boards):
    came = [asked(port)[1] for _ in range(MANY)]
    least = min(came.count(str(one.server_port)) for one in boards)
    assert least > MANY / 5, came


def test_when_a_board_is_gone_its_browsers_are_answered_by_another(port, boards):
    gone, other = boards
    seats = [asked(port) for _ in range(MANY)]
    seat = next(seat for seat, board in seats if board == str(gone.server_port))
    gone.shutdown()
    gone.server_close()
    assert asked(port, seat=seat) == (None, str(other.server_port))
