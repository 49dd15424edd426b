"""The ranking: one row per township with bar, value and change, as HTML."""

from html import escape

import pandas as pd

from ui import chrome, wording

CHANGES = {"year": "change_year", "previous": "change_previous", "county": "change_county"}


def html(areas, indicator, chosen, compare="year", trace=None):
    """Return the list, best first; `areas` is the cut of that name, one row per area.

    `trace` gives an area's address of where its number comes from.
    """
    if compare == "county" and not indicator.standardised:
        compare = "year"  # a township's total lies below the county's, and that says nothing
    rows = in_order(areas.assign(change=areas[CHANGES[compare]]), indicator)
    marks = _marks(areas, indicator)
    levels = [0, *rows.obs_value.dropna(), *(level for level, _, _ in marks)]
    levels += [*rows.family_lower.dropna(), *rows.family_upper.dropna()]
    levels += [] if indicator.standardised else list(rows.target.dropna())
    low, high = min(levels), max(levels)
    reach = (low, (high - low) or 1)
    county_zh = areas[areas.area_level == "county"].name_zh.iloc[0]
    # of places nobody can tell apart the title says so
    known = rows[rows.place.notna()]
    has_ties = bool((known.tied.eq(True) | known.place_from.notna()).any())
    has_ties &= not wording.are_inseparable(list(known.itertuples()))
    body = "".join(
        _row(row, indicator, reach, row.ref_area in chosen, has_ties, county_zh, trace)
        for row in rows.itertuples()
    )
    heads = wording.ranking_heads(indicator, compare)
    head = "".join(f'<span role="columnheader">{escape(h)}</span>' for h in heads[not has_ties :])
    return (
        f'<div class="rank{" rank-tied" * has_ties}{" rank-marked" * bool(marks)}" role="table">'
        f'<div class="rank-row rank-head" role="row">{head}</div>'
        f'<div class="rank-body">{body}<div class="rank-marks" aria-hidden="true">'
        f"{_zero(reach)}{_drawn_marks(marks, reach)}</div></div></div>"
    )


def in_order(areas, indicator):
    """Return the townships by place, unranked ones by value; those without a value go last."""
    rows = areas[areas.area_level != "county"]
    is_ranked = indicator.polarity != "neutral"
    return rows.assign(
        outside=~rows.in_scope.astype(bool),
        absent=rows.obs_value.isna(),
        order=rows.place.astype(float) if is_ranked else -rows.obs_value.astype(float),
    ).sort_values(["outside", "absent", "order"], kind="stable", na_position="last")


def _marks(areas, indicator):
    """Return (level, words, class) of the county's value and target, where they compare."""
    county = areas[(areas.area_level == "county") & (areas.obs_status == "A")]
    marks = []
    for row in county.itertuples() if indicator.standardised else ():
        text = row.name_zh + wording.short(row.obs_value, indicator)
        marks.append((row.obs_value, text, "rank-county"))
        if not pd.isna(row.target):
            goal = wording.ranking_goal(row.target, indicator)
            marks.append((row.target, goal, "rank-target"))
    return sorted(marks)


def _drawn_marks(marks, reach):
    """Draw the marks; of two, the words of the lower end at it and the other's begin at it."""
    sides = ["rank-low", "rank-high"] if len(marks) == 2 else ["rank-alone"]
    return "".join(
        f'<i class="{name}" style="left:{_share(level, reach)}"></i>'
        f'<b class="{name} {side}" style="left:{_share(level, reach)}">{escape(text)}</b>'
        for (level, text, name), side in zip(marks, sides, strict=False)
    )


def _row(row, indicator, reach, is_chosen, has_ties, county_zh, trace):
    is_placed = has_ties and not pd.isna(row.place)
    place = wording.standing(row, brief=True) if is_placed else ""
    cells = [f'<span class="rank-place" role="cell">{place}</span>'] if has_ties else []
    verdict = _verdict(wording.versus(row, indicator, county_zh))
    cells.append(f'<span class="rank-name" role="rowheader">{escape(row.name_zh)}{verdict}</span>')
    if pd.isna(row.obs_value) or row.obs_status not in ("A", "P"):
        words = wording.absence(row)
        cells.append(f'<span class="rank-words" role="cell">{escape(words)}</span>')
    else:
        delta = "" if row.obs_status == "P" else wording.ranking_change(row.change, indicator)
        address = trace(row.ref_area, row.time_period) if trace else ""
        value = chrome.number(wording.short(row.obs_value, indicator), address)
        cells += [
            f'<span class="rank-plot" role="cell">{_bar(row, indicator, reach)}</span>',
            f'<span class="rank-value" role="cell">{value}</span>',
            f'<span class="rank-change" role="cell">{delta or wording.STATUS_WORDS["P"]}</span>',
        ]
    title = escape(wording.area_line(row, indicator))
    kind = " rank-chosen" * is_chosen + " rank-partial" * (row.obs_status == "P")
    return f'<div class="rank-row{kind}" role="row" title="{title}">{"".join(cells)}</div>'


def _bar(row, indicator, reach):
    begin, end = sorted([0, row.obs_value])
    width = f"{(end - begin) / reach[1]:.2%}"
    bar = f'<i class="rank-bar" style="left:{_share(begin, reach)};width:{width}"></i>'
    bar += _whisker(row, reach)
    if indicator.standardised or pd.isna(row.target):
        return bar
    return f'{bar}<i class="rank-own" style="left:{_share(row.target, reach)}"></i>'


def _whisker(row, reach):
    """Draw how far the value may lie by chance, as the townships are compared."""
    if pd.isna(row.family_lower):
        return ""
    begin, width = row.family_lower, (row.family_upper - row.family_lower) / reach[1]
    return f'<i class="rank-whisker" style="left:{_share(begin, reach)};width:{width:.2%}"></i>'


def _verdict(shape):
    """Say below a name what lies apart from the county; most do not, and stay a quiet line."""
    if shape.word == "" or shape.shape == wording.SAME:
        return ""
    return f'<small class="tone-{shape.tone}">{shape.shape} {escape(shape.word)}</small>'


def _zero(reach):
    return f'<i class="rank-zero" style="left:{_share(0, reach)}"></i>' if reach[0] < 0 else ""


def _share(level, reach):
    return f"{(level - reach[0]) / reach[1]:.2%}"
