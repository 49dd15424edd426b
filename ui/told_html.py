"""A sentence as HTML: its numbers lead to where they come from, and say which observation."""

from html import escape

from ui import chrome, links
from ui.wording_told import Number, pieces_of


def html(view, told: str) -> str:
    """Return a Told, or any text, as HTML; a number is never parted from its unit."""
    return "".join(_piece(view, piece) for piece in pieces_of(told))


def _piece(view, piece):
    if not isinstance(piece, Number):
        return chrome.unbroken(piece)
    trace = links.traces(view, view.declared.indicators[piece.indicator])
    told = (
        f'<data data-indicator="{escape(piece.indicator)}" data-area="{escape(piece.ref_area)}" '
        f'data-period="{escape(piece.time_period)}" data-measure="{escape(piece.measure)}">'
        f'<span class="unbroken">{escape(piece.words)}</span></data>'
    )
    return chrome.number(told, trace(piece.ref_area, piece.time_period))
