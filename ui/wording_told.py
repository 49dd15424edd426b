"""Sentences that know which of their words are numbers, and which observation each number is of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A number in words, and where it stands: a column (`measure`) of one observation."""

    words: str
    indicator: str
    ref_area: str
    time_period: str
    measure: str = "obs_value"


class Told(str):
    """A sentence: read as any text, while `pieces` keeps its words and Numbers apart."""

    pieces: tuple[str | Number, ...]

    def __new__(cls, *pieces):
        flat = _merged(one for piece in pieces for one in _flat(piece) if one)
        told = super().__new__(cls, "".join(map(_words, flat)))
        told.pieces = flat
        return told

    def __getnewargs__(self):
        return self.pieces  # a copy keeps its numbers


def number_of(row, words: str, measure: str = "obs_value") -> Number:
    """Return words as a number of the observation a row of a cut is of."""
    return Number(words, row.indicator, row.ref_area, row.time_period, measure)


def joined(separator: str, parts) -> Told:
    """Return the parts that say something as one sentence."""
    said = [part for part in parts if part]
    between = [piece for part in said for piece in (separator, part)]
    return Told(*between[1:])


def pieces_of(text: str) -> tuple:
    """Return what a text is made of; of a plain one itself."""
    return getattr(text, "pieces", (text,) if text else ())


def _merged(pieces):
    """Return the pieces with words that follow words in one: a line may not end between them."""
    merged = []
    for piece in pieces:
        if merged and isinstance(piece, str) and isinstance(merged[-1], str):
            merged[-1] += piece
        else:
            merged.append(piece)
    return tuple(merged)


def _flat(piece):
    return (piece,) if isinstance(piece, Number) else pieces_of(piece)


def _words(piece):
    return piece.words if isinstance(piece, Number) else piece
