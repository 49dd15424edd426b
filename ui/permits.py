"""Permits: who the reader is, and what they may open, see and take away. Everything asks here."""

import ipaddress
import math
import os
import time
from dataclasses import dataclass

import streamlit as st
from streamlit import config

from queries import access
from queries.places import DATA
from ui import labels, once, wording_access

OPEN = "open"
ASK_NEEDS = {"internal": "see_records", "sensitive": "explore_sensitive"}  # class → action
SHORTEST_SECRET = 32  # characters; who guesses it signs in as anybody


class NotPermitted(PermissionError):
    """Somebody asked for what their role may not do; no page offers it."""


@dataclass(frozen=True)
class Reader:
    """Somebody who reads. `role` is viewer, analyst or steward, or empty: then nothing is shown.

    `name` is what is written down about them: what they are called, and the account in brackets.
    """

    name: str
    role: str
    how: str  # single: only this machine reaches the board; oidc or header: who vouches for them
    until: float = math.inf  # when the sign-in ends, in seconds since 1970

    @property
    def is_expired(self) -> bool:
        return time.time() >= self.until

    @property
    def called(self) -> str:
        return self.name.partition("（")[0]


def way() -> str:
    """Return how readers are told apart: oidc, header (a portal's proxy), or single (nobody is)."""
    if config.get_option("server.trustedUserHeaders"):
        return "header"
    return "oidc" if once.asked(_auth) else "single"


def closed() -> str:
    """Return why nobody may be shown anything, and how to mend it; nothing when all is well."""
    address = config.get_option("server.address") or ""
    try:
        access.matrix(DATA), access.sign_in(DATA)
    except access.AccessError as problem:
        return str(problem)
    if any(map(os.path.exists, config.get_option("secrets.files"))) and not _secrets():
        return wording_access.UNREADABLE  # Streamlit would go on as if nobody had to sign in
    auth, how = once.asked(_auth), way()
    if how == "header" and auth:
        return wording_access.TWO_WAYS
    if how != "oidc" and not is_this_machine(address):
        return wording_access.open_to_all(how, address)
    if auth and len(str(auth.get("cookie_secret", ""))) < SHORTEST_SECRET:
        return wording_access.short_secret(SHORTEST_SECRET)
    return ""


def is_this_machine(address: str) -> bool:
    """Return whether only programs on this machine reach an address."""
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address == "localhost"


def reader() -> Reader:
    """Return who reads, by what vouches for them and the settings as they are now."""
    how = way()
    if how == "single":
        return Reader(labels.LOCAL_USER, access.ROLES[-1], how)
    settings, claims = access.sign_in(DATA), st.user.to_dict()
    name = _named(settings, claims, how)
    if not name or (how == "oidc" and not claims.get("is_logged_in")):
        return Reader("", "", how)
    role = settings.role(_values(claims.get(settings.claim), how))
    return Reader(name, role, how, claims.get("exp", 0) if how == "oidc" else math.inf)


def may(kind: str, item: str, who: Reader | None = None) -> bool:
    """Return whether the reader may: page, export or action, as data/access/matrix.csv names it.

    Who reads and what they may are asked once a run, for all a page offers: its hundred links ask
    whether they may be there. A sign-in that ends, ends here too.
    """
    who = who or once.asked(reader)
    return _allows(once.asked(access.matrix, DATA), kind, item, who)


def require(kind: str, item: str, who: Reader | None = None):
    """Raise NotPermitted unless the reader may: the last word, in front of whatever is done."""
    who = who or reader()
    if not _allows(access.matrix(DATA), kind, item, who):
        raise NotPermitted(f"{who} may not {kind} {item}")


def _allows(matrix, kind, item, who):
    return not who.is_expired and matrix.allows(kind, item, who.role)


def may_see_records(disclosure: str) -> bool:
    """Return whether the rows behind a number may be listed, without what tells who they are."""
    return may("action", "see_records") and disclosure in labels.DISCLOSURE


def may_ask(disclosure: str) -> bool:
    """Return whether the reader may ask data of a class freely. Free filters over sensitive rows
    would let small counts be worked out by one question after another.
    """
    action = ASK_NEEDS.get(disclosure, "")
    return disclosure == OPEN or (bool(action) and may("action", action))


def require_ask(disclosure: str):
    """Raise NotPermitted unless the reader may ask data of this class."""
    if not may_ask(disclosure):
        raise NotPermitted(f"{reader()} may not ask {disclosure} data")


def _auth():
    """Return the section of the secrets by which Streamlit signs people in, or nothing."""
    return st.secrets.get("auth") if _secrets() else None


def _secrets():
    return st.secrets.load_if_toml_exists()


def _named(settings, claims, how):
    """Return how a person is called and their account: 王芳（wangfang）; nothing without either."""
    account = _text(claims.get(settings.account), how) or _text(claims.get("sub"), how)
    name = _text(claims.get(settings.name), how) or account
    return name if name == account else f"{name}（{account}）" if account else ""


def _values(told, how):
    """Return the values of the claim; a header has room for one text, parted by commas."""
    if how == "header":
        return [value.strip() for value in _text(told, how).split(",")]
    return [told] if isinstance(told, str) else told if isinstance(told, list) else []


def _text(told, how):
    """Return a claim's text. Headers arrive as Latin-1, whatever the proxy put into them."""
    if not isinstance(told, str):
        return ""
    if how == "header":
        told = told.encode("latin-1", "replace").decode("utf-8", "replace")
    return told.strip()
