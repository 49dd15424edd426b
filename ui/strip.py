"""The township profile: a strip of dots for each indicator, right is better, as HTML."""

from collections import Counter
from html import escape

import pandas as pd

from ui import chrome, wording

LINE = (72, 26)  # px, a row's line through its last periods
LABEL_ROOM = 0.08  # share of a phone's strip that the words over a dot take


def html(profile, ref_area, trace=None, sparks=None):
    """Return one township's strips; `profile` is the cut of that name, with all areas.

    `trace` gives the address of where an indicator's number in an area and period comes from;
    `sparks` the line through its last periods, as an address of a picture, by indicator.
    """
    is_county = profile.area_level == "county"
    county = profile[is_county].drop_duplicates("indicator").set_index("indicator")
    own = profile[profile.ref_area == ref_area]
    if own.empty:
        return f'<div class="strip">{wording.STATUS_WORDS["O"]}</div>'
    names = (own.area_name.iloc[0], county.area_name.iloc[0])
    places = own.places.max()
    head = "".join(
        f'<span class="strip-{part}" role="columnheader">{_spans(text)}</span>'
        for part, text in wording.strip_heads(*names, places).items()
    )
    known = profile[~is_county & profile.obs_status.isin(["A", "P"]) & profile.obs_value.notna()]
    values = known.groupby("indicator")["obs_value"].agg(list).to_dict()
    rows = "".join(
        _row(
            *(row, values.get(row.indicator, []), county.loc[row.indicator], trace),
            (sparks or {}).get(row.indicator, ""),
        )
        for row in own.itertuples()
    )
    return (
        f'<div class="strip"><div role="table">'
        f'<div class="strip-row strip-head" role="row">{head}</div>{rows}</div></div>'
    )


def _spans(text):
    """Return words, or words for either end of their column."""
    ends = text if isinstance(text, tuple) else (text,)
    return "".join(f"<span>{escape(end)}</span>" for end in ends)


def legend(*names, methods=""):
    """Return what the marks mean, for a township and its county; `methods`, HTML, stands below."""
    marks = ("strip-own", "strip-dot", "strip-tick", "strip-dot strip-hollow")
    words = wording.strip_legend(*names)
    return (
        '<div class="strip"><div class="strip-legend">'
        + "".join(
            f'<span><i class="{mark}"></i>{escape(text)}</span>'
            for mark, text in zip(marks, words, strict=True)
        )
        + f"</div>{methods}</div>"
    )


def _row(row, values, beside, trace, line):
    place, versus = wording.strip_place(row), wording.against_county(row)
    is_known = row.obs_status in ("A", "P") and not pd.isna(row.obs_value)
    if is_known:
        plot = _plot(row, values, beside.obs_value)
    else:
        words = wording.strip_absence(row.obs_status)
        plot = f'<span class="strip-absent strip-{row.obs_status}"><em>{words}</em></span>'
    value = "strip-value" if is_known else "strip-value strip-none"
    told = f"<small>{_said(versus)}</small>" if versus.word else ""
    return (
        '<div class="strip-row" role="row">'
        f'<span class="strip-name" role="rowheader">{escape(row.name_zh)}'
        f"<small>{escape(wording.strip_unit(row))}</small></span>"
        f'<span class="strip-plot" role="cell" aria-hidden="true">{plot}</span>'
        f'<span class="{value}" role="cell">{_traced(row, row, trace)}</span>'
        f'<span class="strip-county" role="cell" data-of="{escape(beside.area_name)}">'
        f"{_traced(beside, row, trace)}{told}</span>"
        f'<span class="strip-place strip-{place.tone}" role="cell">{place.shape}{place.word}</span>'
        f'<span class="strip-course" role="cell">{_course(row, line)}</span></div>'
    )


def _said(status):
    """Return shape and word of a Status in its tone."""
    return f'<b class="strip-{status.tone}">{status.shape}{status.word}</b>'


def _course(row, line):
    """Return the line through the last periods and, where it was tested, which way it goes."""
    drawn = f'<img width="{LINE[0]}" height="{LINE[1]}" alt="" src="{line}">' if line else ""
    course = wording.course(row.trend)
    return drawn + (f"<small>{course.shape}{course.word}</small>" if course.word else "")


def _traced(cell, row, trace):
    """Return an area's number as a link to where it comes from."""
    words = wording.short(cell.obs_value, row, cell.obs_status)
    return chrome.number(
        words, trace(row.indicator, cell.ref_area, row.time_period) if trace else ""
    )


def _plot(row, values, county_value):
    """Draw line, dots and county tick; equal values share one dot with their number above it."""
    low, high = min(values), max(values)

    def share(value):
        part = (value - low) / (high - low) if high > low else 0.5
        return 1 - part if row.polarity == "lower_is_better" else part

    is_open = row.polarity == "neutral" or row.obs_status == "P"
    marks = ['<i class="strip-line"></i>']
    if low <= county_value <= high:  # a total lies far outside its parts
        marks.append(f'<i class="strip-tick" style="left:{share(county_value):.2%}"></i>')
    labelled = []
    for value, count in Counter(values).most_common():
        kind = "strip-own" if value == row.obs_value else "strip-dot"
        words = ""
        if count > 1 and all(abs(share(value) - other) > LABEL_ROOM for other in labelled):
            labelled.append(share(value))
            words = f"<b>{wording.tied_dots(count)}</b>"
        hollow = " strip-hollow" * is_open
        marks.append(f'<i class="{kind}{hollow}" style="left:{share(value):.2%}">{words}</i>')
    return "".join(marks)
