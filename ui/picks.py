"""Which indicator, figures and facilities a page shows, from the choice and what is declared."""

from types import SimpleNamespace

from ui import reading, wording
from ui.view import View

MOST_BESIDE = 8  # indicators side by side: more do not fit a screen


def shown(view: View, options: list[str], board: str) -> SimpleNamespace:
    """Return the chosen indicator if the page offers it, else the board's first."""
    if view.chosen.indicator in options:
        return view.declared.indicators[view.chosen.indicator]
    on_board = view.read("board_indicators", board=board)["indicator"]
    first = next((one for one in on_board if one in options), options[0])
    return view.declared.indicators[first]


def any_of(view: View) -> SimpleNamespace:
    return shown(view, list(view.declared.indicators), "overview")


def traced(view: View) -> SimpleNamespace:
    """Return the figure or indicator whose number is traced."""
    figure = view.declared.figures.get(view.chosen.figure)
    return figure or any_of(view)


def cell_periods(view: View, of: SimpleNamespace) -> list[str]:
    return view.read("cell_periods", declared=of.id)["time_period"].tolist()


def cell_period(view: View, of: SimpleNamespace) -> str:
    """Return the period asked for, else the one pages show: an indicator's last complete one."""
    periods = cell_periods(view, of)
    if view.chosen.at in periods:
        return view.chosen.at
    if of.id in view.declared.indicators:
        shown = view.areas_of(of)["time_period"].iloc[0]
        if shown in periods:
            return shown
    # "2024" begins before "2024-08", in time as in text
    return next((period for period in periods if period <= view.period), periods[0])


def cell_categories(view: View, of: SimpleNamespace) -> list[str]:
    """Return the categories of an indicator's cell, the total first; a figure is traced whole."""
    if of.id not in view.declared.indicators:
        return [wording.TOTAL]
    period = cell_period(view, of)
    cells = view.read("cell", declared=of.id, ref_area=view.area.ref_area, time_period=period)
    return cells["category"].tolist() or [wording.TOTAL]


def cell_category(view: View, of: SimpleNamespace) -> str:
    categories = cell_categories(view, of)
    return view.chosen.category if view.chosen.category in categories else categories[0]


def pair(view: View) -> list[SimpleNamespace]:
    """Return the two indicators set against each other; unless asked for, of two themes."""
    known = view.declared.indicators
    x = view.chosen.x or view.chosen.indicator or on_map(view, "overview_map").id
    others = [one for one in of_every_theme(view) if known[one].theme != known[x].theme]
    y = view.chosen.y or next(iter(others), x)
    return [known[x], known[y]]


def beside(view: View) -> list[SimpleNamespace]:
    """Return the indicators set side by side; unless asked for, one of every theme.

    Who comes from a pair finds it among them.
    """
    came_with = filter(None, [view.chosen.x, view.chosen.y])
    asked = view.chosen.set or list(dict.fromkeys([*came_with, *of_every_theme(view)]))
    return [view.declared.indicators[one] for one in asked[:MOST_BESIDE]]


def of_every_theme(view: View) -> list[str]:
    """Return the first indicator on every theme's board that does not merely follow size."""

    def firsts():
        known = set(standardised(view))
        boards = [view.read("board_indicators", board=theme) for theme in view.declared.themes]
        of_boards = ((one for one in board["indicator"] if one in known) for board in boards)
        return [first for board in of_boards if (first := next(board, ""))]

    return reading.kept(view.version, firsts, "of every theme")


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
