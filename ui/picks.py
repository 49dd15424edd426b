"""Which indicator, figures and facilities a page shows, from the choice and what is declared."""

from types import SimpleNamespace

from ui.view import View


def shown(view: View, options: list[str], board: str) -> SimpleNamespace:
    """Return the chosen indicator if the page offers it, else the board's first."""
    if view.chosen.indicator in options:
        return view.declared.indicators[view.chosen.indicator]
    on_board = view.read("board_indicators", board=board)["indicator"]
    first = next((one for one in on_board if one in options), options[0])
    return view.declared.indicators[first]


def any_of(view: View) -> SimpleNamespace:
    return shown(view, list(view.declared.indicators), "overview")


def on_map(view: View, board: str) -> SimpleNamespace:
    return shown(view, standardised(view), board)


def standardised(view: View) -> list[str]:
    """Return the indicators that may colour a map."""
    return [one.id for one in view.declared.indicators.values() if one.standardised]


def of_theme(view: View, theme: str) -> list[str]:
    return [one.id for one in view.declared.indicators.values() if one.theme == theme]


def figures(view: View, theme: str) -> list[SimpleNamespace]:
    return [figure for figure in view.declared.figures.values() if figure.theme == theme]


def layer(view: View, theme: str, indicator: SimpleNamespace) -> SimpleNamespace | None:
    """Return a theme's facilities where the indicator counts: a rate colours the map itself."""
    if indicator.standardised:
        return None
    return next((one for one in view.declared.layers.values() if one.theme == theme), None)
