"""Several indicators side by side: a row each, a column for every township, as HTML."""

from html import escape

import pandas as pd

from ui import chrome, wording, wording_compare


def html(profile, indicators, ref_areas, trace=None):
    """Return the table; `profile` is the cut of that name, with all areas.

    Below a number its dot stands between the lowest and the highest of all townships, whichever
    are shown. `trace` gives the address of where an indicator's number comes from.
    """
    names = dict(zip(profile.ref_area, profile.area_name, strict=True))
    columns = [area for area in ref_areas if area in names]
    head = "".join(f'<span role="columnheader">{escape(names[area])}</span>' for area in columns)
    rows = "".join(
        _row(of, profile[profile.indicator == of.id], columns, names, trace) for of in indicators
    )
    return (
        f'<div class="beside" role="table" style="--areas:{len(columns)}">'
        f'<div class="beside-row beside-head" role="row"><span role="columnheader"></span>{head}'
        f"</div>{rows}</div>"
    )


def _row(of, cells, columns, names, trace):
    known = cells[(cells.obs_status == "A") & cells.obs_value.notna()]
    townships = known[known.area_level == "township"].obs_value
    county = known[known.area_level == "county"].obs_value
    by_area = {cell.ref_area: cell for cell in cells.itertuples()}
    reach = (townships.min(), townships.max())
    tick = county.iloc[0] if len(county) and of.standardised else None
    note = wording_compare.row_note(of, cells.time_period.iloc[0]) if len(cells) else of.unit_zh
    drawn = "".join(
        _cell(by_area.get(area), names[area], of, reach, tick, trace) for area in columns
    )
    return (
        '<div class="beside-row" role="row"><span class="beside-name" role="rowheader">'
        f"<b>{escape(of.name_zh)}</b><small>{chrome.unbroken(note)}</small></span>{drawn}</div>"
    )


def _cell(cell, name, of, reach, tick, trace):
    if cell is None:
        words, plot = wording.status_word("M"), ""
    else:
        words = wording.short(cell.obs_value, of, cell.obs_status)
        address = trace(of.id, cell.ref_area, cell.time_period) if trace else ""
        words, plot = chrome.number(words, address), _plot(cell, of, reach, tick)
    is_number = bool(cell) and cell.obs_status in ("A", "P") and not pd.isna(cell.obs_value)
    return (
        f'<span class="beside-cell{"" if is_number else " beside-none"}" role="cell">'
        f'<em>{escape(name)}</em><b>{words}</b><span class="beside-plot">{plot}</span></span>'
    )


def _plot(cell, of, reach, tick):
    """Draw line, county tick and dot; the county itself has none, an unfinished number its word.

    Where all townships are alike there is no low and no high.
    """
    if cell.obs_status == "P":
        return f"<small>{wording.status_word('P')}</small>"
    low, high = reach
    if cell.area_level == "county" or cell.obs_status != "A" or not low < high:
        return ""
    marks = ['<i class="strip-line"></i>']
    if tick is not None and low <= tick <= high:
        marks.append(f'<i class="strip-tick" style="left:{_share(tick, low, high):.2%}"></i>')
    hollow = " strip-hollow" * (of.polarity == "neutral")
    marks.append(
        f'<i class="beside-dot{hollow}" style="left:{_share(cell.obs_value, low, high):.2%}"></i>'
    )
    return "".join(marks)


def _share(value, low, high):
    return (value - low) / (high - low)
