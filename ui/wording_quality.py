"""Sentences about lateness, arrivals and findings."""

from datetime import date

import pandas as pd

from ui.wording_dates import day, month_or_year

MOST_LATE = 3
MOST_NAMED = 2
FULL_WIDTH = str.maketrans("()/", "（）／")


def late(rows: pd.DataFrame) -> str:
    """Return the banner's words: which extracts are late, and by how much the one longest late."""
    first, names = rows.iloc[0], rows["name_zh"].tolist()
    named = "、".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        named += f"等{len(names)}项数据"
    longest = "最久" if len(names) > 1 else ""
    return (
        f"{named}迟到，{longest}已{first['days_late']}天：{month_or_year(first['time_period'])}的"
        f"应在{day(first['due_on'])}前报送。"
    )


def clock(today) -> str:
    return f"按契约约定的报送时间，以{day(today)}为今天；一格一个月，按年报送的一格一年"


def schedule(freq: str, due_day: int) -> str:
    return f"{'每年' if freq == 'A' else '每月'}结束后{due_day}天内"


def arrivals(rows: pd.DataFrame) -> str:
    """Return one extract's gaps and delays, by name; few words when there are none."""
    everyone = rows["ref_area"].nunique()
    missing, delayed = rows[rows["state"] == "missing"], rows[rows["state"] == "late"]
    absent = {}  # whose periods are missing: the same townships are named once
    for period, of_period in missing.groupby("time_period"):
        absent.setdefault(_areas(of_period, everyone), []).append(month_or_year(period))
    parts = [f"▲ 缺{areas}{'、'.join(periods)}" for areas, periods in absent.items()]
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
        return f"{everything}处发现中没有符合条件的" if everything else "没有需要核对的地方"
    whole = f"{everything}处中的{len(rows)}处" if len(rows) < everything else f"{len(rows)}处"
    waiting = rows[rows["state"].isin(("open", "returned"))]
    grave = int((waiting["severity"] == "serious").sum())
    if waiting.empty:
        return f"{whole}需要核对，都已处理"
    left = "" if len(waiting) == len(rows) else f"，{len(waiting)}处待处理"
    share = "，都较重" if grave == len(waiting) else f"，其中{grave}处较重" if grave else ""
    return f"{whole}需要核对{left}{share}"


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
    return f"{by}{day(date.fromisoformat(at[:10]))}" + (f"：{note}" if note else "")


def full_width(words: str) -> str:
    """Return what articles print with half-width marks as the board prints it."""
    return words.translate(FULL_WIDTH)


def _areas(rows, everyone):
    names = rows["area_zh"].tolist()
    return "各镇街道" if len(names) == everyone else "、".join(names)
