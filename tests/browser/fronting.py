"""nginx before boards, under the very file the project ships for it, and a portal beside it."""

import http.server
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from tests.browser.running import ROOT, free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PROGRAMS = (NGINX, shutil.which("openssl"))
LACKING = "these tests need: apt-get install nginx-light openssl"
NAME = "board.example.local"
HEADERS = {
    "X-Board-Account": "preferred_username",
    "X-Board-Name": "name",
    "X-Board-Groups": "groups",
}
# What the portal knows of the holder of a cookie: account, name, groups.
KNOWN = {"wang": ("wang", "王芳", "staff,board-steward"), "guest": ("guest", "", "")}


class Portal(http.server.BaseHTTPRequestHandler):
    """Tells nginx who holds a cookie, as a portal's own check does."""

    def do_GET(self):
        cookies = dict(
            one.strip().split("=", 1)
            for one in self.headers.get("Cookie", "").split(";")
            if "=" in one
        )
        account, name, groups = KNOWN.get(cookies.get("portal"), ("", "", ""))
        self.send_response(200 if account else 401)
        told = {"Account": account, "Name": name.encode().decode("latin-1"), "Groups": groups}
        for word, value in told.items():
            if value:
                self.send_header(f"X-Portal-{word}", value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Keep quiet."""


class Patient(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # a page asks for many files at once


@contextmanager
def portal():
    """Give the port at which a portal tells who holds a cookie."""
    server = Patient(("127.0.0.1", 0), Portal)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


@contextmanager
def fronting(folder: Path, boards: list[str], portal: int):
    """Give the ports (TLS, plain) at which nginx answers under the shipped file, for the boards
    at these addresses ("127.0.0.1:8501").
    """
    certify(folder)
    secure, plain = free_port(), free_port()
    text = (ROOT / "docs" / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for shipped, here in (
        ("listen 443 ssl", f"listen 127.0.0.1:{secure} ssl"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("/etc/ssl/board/", f"{folder}/"),
        ("/var/log/nginx/", f"{folder}/"),
        ("server 127.0.0.1:8501;", " ".join(f"server {board};" for board in boards)),
        ("127.0.0.1:9000", f"127.0.0.1:{portal}"),
    ):
        assert shipped in text
        text = text.replace(shipped, here)
    (folder / "board.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(
        "daemon off; worker_processes 1; pid nginx.pid; error_log error.log;\n"
        "events {}\nhttp {\ntypes { text/html html; }\n"
        + "".join(
            f"{kind}_temp_path {folder}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        + "include board.conf;\n}\n"
    )
    command = [NGINX, "-p", str(folder), "-c", "nginx.conf", "-e", "error.log"]
    as_root = ["-g", "user root;"] if os.geteuid() == 0 else []
    process = subprocess.Popen([*command, *as_root])
    try:
        wait_for(secure, process, folder)
        yield secure, plain
    finally:
        process.terminate()
        process.wait(timeout=10)


def certify(folder):
    """Make a certificate for the board's name that nobody has to trust."""
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-keyout", folder / "board.key", "-out", folder / "board.crt"),
            *("-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"),
        ],
        check=True,
        capture_output=True,
    )


def wait_for(port, process, folder):
    for _ in range(200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError((folder / "error.log").read_text())


@cache  # to read the machine's own certificates takes longer than a request
def trusting():
    """Return a TLS context that takes any certificate: this one was made a moment ago."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
