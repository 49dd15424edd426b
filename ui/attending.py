"""What of the attention cut is listed where a reader looks, and what only counts as muted."""

import pandas as pd


def attended(view, among: tuple[str, ...] = ()) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return (the rows to list, the muted ones), the gravest first; `among` are townships, those
    the reader chose if none are given.

    Where nobody chose a township a row stands for the others it names; a chosen township's own rows
    stand alone.
    """
    among = among or view.chosen.area
    rows = view.read("attention", time_period=view.period, today=view.today.isoformat())
    if among:
        rows = rows[rows["ref_area"].isin(among)]
        rows = rows.assign(others_zh=[[]] * len(rows))
    else:
        rows = rows[~rows["is_led"].astype(bool)]
    is_muted = rows["muted"] != ""
    return rows[~is_muted], rows[is_muted]
