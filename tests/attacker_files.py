"""What somebody reads off the files of a briefing: numbers in tables and behind charts.

Like the rest of the attacker it knows how periods are written, and nothing of the dashboard.
"""

import re

import duckdb

WRITTEN = re.compile(r"(\d{4})年(?:1—)?(\d{1,2})月(?:\d+日)?")
TARGET = "年末目标"
ENDS = ("95%区间下限", "95%区间上限")
AREAS = """
    select name_zh, ref_area from reference.township
    union all select short_zh, ref_area from reference.county
"""


def cells_read(path, slides) -> list[tuple]:
    """Return (declared, ref_area, period, category, value) of every number of every table.

    path: the published file, for the names of areas; slides: (declared, newest period, tables) of
    each slide, a table being {(head of the row, head of the column): number or words}.
    """
    with duckdb.connect() as con:
        con.execute(f"attach '{path}' as shelf (read_only); use shelf")
        areas = dict(con.execute(AREAS).fetchall())
        (county,) = con.execute("select ref_area from reference.county").fetchone()
    found = {}
    for declared, newest, tables in slides:
        for table in tables:
            for (row, column), told in table.items():
                if type(told) not in (int, float) or TARGET in column or column in ENDS:
                    continue  # a target is set by people, the ends of an interval by their count
                period = _period(row)
                if row in areas and column not in areas:
                    found.setdefault((declared, areas[row], newest, "_T"), float(told))
                elif period and column in areas:
                    found[declared, areas[column], period, "_T"] = float(told)
                elif period:
                    found[declared, county, period, column] = float(told)
    return [(*cell, value) for cell, value in found.items()]


def _period(words):
    match = WRITTEN.fullmatch(words)
    return f"{match[1]}-{int(match[2]):02}" if match else ""


def news(store, read) -> list[tuple]:
    """Return the numbers that the published tables do not show themselves."""
    shown = {
        (row["declared"], row["ref_area"], row["time_period"], row["category"])
        for row in store.rows
        if row["obs_value"] is not None
    }
    known = {row["declared"] for row in store.rows}
    return [one for one in read if one[0] in known and one[:4] not in shown]
