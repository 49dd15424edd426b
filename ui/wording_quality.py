"""Sentences about lateness, arrivals and findings."""

import pandas as pd

from ui.wording_dates import day, month_or_year

MOST_LATE = 3


def late(rows: pd.DataFrame) -> str:
    """Return the banner's words: the extract longest late, and which others are."""
    first, *others = rows.itertuples()
    words = (
        f"{first.name_zh}还停在{day(first.as_of)}：{month_or_year(first.time_period)}的数据"
        f"应在{day(first.due_on)}前报送，已迟{first.days_late}天"
    )
    if others:
        words += f"；{'、'.join(other.name_zh for other in others)}也已迟到"
    return f"{words}。"


def clock(today) -> str:
    return f"按契约约定的报送时间，以{day(today)}为今天；一格一个月，按年报送的一格一年"


def schedule(freq: str, due_day: int) -> str:
    return f"{'每年' if freq == 'A' else '每月'}结束后{due_day}天内"


def arrivals(rows: pd.DataFrame) -> str:
    """Return one extract's gaps and delays, by name; few words when there are none."""
    everyone = rows["ref_area"].nunique()
    missing, delayed = rows[rows["state"] == "missing"], rows[rows["state"] == "late"]
    parts = [
        f"▲ 缺{area}{'、'.join(map(month_or_year, of_area['time_period']))}"
        for area, of_area in missing.groupby("area_zh", sort=False)
    ]
    groups = list(delayed.groupby("time_period"))[::-1]
    for period, of_period in groups[:MOST_LATE]:
        row = of_period.iloc[0]
        days = (row["arrived_on"] - row["due_on"]).days
        parts.append(f"{_areas(of_period, everyone)}{month_or_year(period)}迟到{days}天")
    if len(groups) > MOST_LATE:
        parts.append(f"另有{len(groups) - MOST_LATE}期迟到")
    return "；".join(parts) + "。" if parts else "都已按时到达。"


def arrival_title(rows: pd.DataFrame) -> str:
    """Return the heat strip's finding: how many township periods are missing, how many late."""
    missing = int((rows["state"] == "missing").sum())
    delayed = rows[rows["state"] == "late"].groupby(["extract", "time_period"]).ngroups
    gaps = f"有{missing}处缺数" if missing else "没有缺数"
    return f"近三年{gaps}，{delayed}期迟到" if delayed else f"近三年{gaps}，都按时到达"


def findings_title(rows: pd.DataFrame, everything: int) -> str:
    """Return how many findings there are of those asked for, how many grave, how many waiting."""
    if rows.empty:
        return "没有需要核对的地方"
    whole = f"{everything}处中的{len(rows)}处" if len(rows) < everything else f"{len(rows)}处"
    waiting = rows[rows["state"].isin(("open", "returned"))]
    grave = int((waiting["severity"] == "serious").sum())
    if waiting.empty:
        return f"{whole}需要核对，都已处理"
    left = "" if len(waiting) == len(rows) else f"，{len(waiting)}处待处理"
    return f"{whole}需要核对{left}" + (f"，其中{grave}处较重" if grave else "")


def places(rows: pd.DataFrame, most: int) -> list[str]:
    """Return a finding's records in words, a sentence a file; long lists are cut and counted."""
    sentences = []
    for file, of_file in rows.groupby("file"):
        lines = of_file["line"].tolist()
        listed = "、".join(str(line) for line in lines[:most])
        rest = f"等{len(lines)}行" if len(lines) > most else "行"
        sentences.append(f"{file}第{listed}{rest}")
    return sentences


def said(at: str, who: str, note: str) -> str:
    """Return when somebody spoke of a finding, who, and what."""
    by = f"{who}，" if who else ""
    return f"{by}{at[:10]}" + (f"：{note}" if note else "")


def _areas(rows, everyone):
    names = rows["area_zh"].tolist()
    return "各镇街道" if len(names) == everyone else "、".join(names)
