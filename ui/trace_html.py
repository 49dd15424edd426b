"""HTML of a traced number: the number itself, what it means, and the SQL that makes it."""

from html import escape

import pandas as pd

from ui import cards, chrome, labels, tables, wording, wording_trace


def value(row, indicator, where: str) -> str:
    """Return an indicator's number, large, with how whole it is and what it divides."""
    shape = wording_trace.standing(row.obs_status)
    whole = cards.verdict(shape) if shape else ""  # a number that is missing says so itself
    return (
        f'<div class="card"><div class="card-name">{escape(where)}</div>'
        f"{cards.number(row, indicator)}{whole}"
        f"{cards.line(wording_trace.quotient(row, indicator))}</div>"
    )


def cells(rows: pd.DataFrame, figure, where: str) -> str:
    """Return a figure's numbers as a table."""
    shown = pd.DataFrame(
        {
            figure.category_zh: rows["category"],
            figure.series_zh: rows["series"],
            figure.unit_zh: [
                wording.amount(row.obs_value, figure, row.obs_status) for row in rows.itertuples()
            ],
        }
    )
    if rows["series"].eq(wording.TOTAL).all():
        shown = shown.drop(columns=figure.series_zh)
    table = tables.html(shown, numbers=(figure.unit_zh,), tall=True)
    return f'<div class="card"><div class="card-name">{escape(where)}</div>{table}</div>'


def beside_meaning(number: str, of) -> str:
    """Return the number with its definition beside it."""
    return f'<div class="trace-head">{number}<div class="trace-meaning">{meaning(of)}</div></div>'


def meaning(of) -> str:
    caveats = f"<p>{escape(of.caveats_zh)}</p>" if of.caveats_zh else ""
    return (
        f"<h3>定义</h3><p>{escape(of.definition_zh)}</p>{caveats}"
        f'<p class="source">{chrome.nature(of)}；口径核定于{wording.day(of.reviewed)}。</p>'
    )


def sql(of, marts: pd.DataFrame) -> str:
    """Return the SQL in its files: the number's own, which rows it counts, the summaries below."""
    counted = "\n\n".join(
        f"{name} = {text.strip()}" if "\n" not in text.strip() else f"{name} =\n{text.strip()}"
        for name, text in which_rows(of).items()
    )
    summaries = "".join(
        f"<details><summary>{escape(mart.file)}</summary><pre>{escape(mart.sql)}</pre></details>"
        for mart in marts.itertuples()
    )
    return (
        f'<div class="trace-sql"><div><h3>{escape(of.file)}</h3><pre>{escape(of.sql)}</pre></div>'
        f"<div><h3>{labels.WHICH_ROWS}</h3><pre>{escape(counted)}</pre></div></div>"
        f'<div class="trace-marts"><h3>{labels.MARTS}</h3>{summaries}</div>'
    )


def version(id_: str, content: str) -> str:
    return (
        f'<div class="source trace-version">版本<code>{escape(id_)}</code>'
        f"内容校验<code>{escape(content)}</code></div>"
    )


def which_rows(of) -> dict[str, str]:
    """Return what the header declares of the rows, as it is named there."""
    names = ("rows_of", "rows", "measure", "rows_category", "rows_series")
    declared = {name: getattr(of, name, "") for name in names}
    return {name: text for name, text in declared.items() if text}
