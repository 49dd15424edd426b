"""Names of sheets and files, made of headlines."""

import re

FORBIDDEN = re.compile(r"[\[\]:*?/\\<>|\"'\x00-\x1f\x7f]")
SPACES = re.compile(r"\s+")
STAND_IN = {":": "：", "?": "？", "/": "／", "*": "＊"}


def named(words: str, longest: int) -> str:
    """Return words as a name no system refuses, of at most so many UTF-16 letters."""
    plain = SPACES.sub(" ", words)
    plain = FORBIDDEN.sub(lambda sign: STAND_IN.get(sign.group(), "_"), plain)
    return _cut(plain, longest).strip(" .")


def _cut(words, longest):
    """Cut as a spreadsheet counts: a sign beyond the basic plane is two letters."""
    return words.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore")
