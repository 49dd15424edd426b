"""Charts of the sample deck, one of every kind, each with a value that may not be shown."""

from types import SimpleNamespace

import pandas as pd

from ui import theme
from ui.chart_parts import Drawing
from ui.chart_stages import pyramid, stages
from ui.chart_trend import trend_figure
from ui.chart_years import mix
from ui.slides.slide import Cell, Chart, Column, Series, Table, Target

FORMULA = '=HYPERLINK("http://evil.example","点我")'
RATES = {
    "广陈镇": 4.72,
    "林埭镇": 4.63,
    "新仓镇": 4.49,
    "独山港镇": 4.27,
    "新埭镇": 3.87,
    "钟埭街道": 3.27,
    "当湖街道": 3.12,
}  # 曹桥街道 has none  # 曹桥街道 has none
MONTHS = tuple(f"2023-{month:02d}" for month in range(9, 13)) + tuple(
    f"2024-{month:02d}" for month in range(1, 9)
)
NO_EVENTS = pd.DataFrame({"event_on": pd.to_datetime([]), "name_zh": [], "is_break": []})
STAGE_COLOURS = (theme.ACCENT, theme.SEQUENTIAL[3], theme.SEQUENTIAL[1])


def rate_lines():
    """Return a line chart: the county, 新仓镇 in front, six others; 新埭镇 has gaps."""
    names = ("全市", "新仓镇", *(name for name in RATES if name != "新仓镇"))
    ends = {"全市": 3.5} | RATES
    series = []
    for n, name in enumerate(names):
        values = [round(ends[name] - 0.05 * (11 - i), 2) for i in range(12)]
        told = [f"{value:.2f}" for value in values]
        if name == "新埭镇":
            values[3], told[3] = None, "无数据"
            values[4], told[4] = None, "已保护"
        role = "county" if not n else "subject" if n == 1 else "quiet"
        colour = {"county": theme.INK, "subject": theme.ACCENT}.get(role, theme.QUIET_LINE)
        series.append(Series(name, tuple(values), tuple(told), colour, role))
    kinds = {"无数据": "O", "已保护": "Q"}
    rows = [
        {
            "ref_area": f"33048200{n}",
            "name_zh": one.name,
            "area_level": "township" if n else "county",
            "time_period": period,
            "start_date": pd.Timestamp(period),
            "segment": 0,
            "obs_value": value,
            "obs_status": kinds.get(told, "A"),
            "target": None if n else 4.0,
        }
        for n, one in enumerate(series)
        for period, value, told in zip(MONTHS, one.values, one.words, strict=True)
    ]
    frame = pd.DataFrame(rows).astype({"obs_value": float, "target": float})
    of = measured("家／万人", 2, accumulate="", standardised=True, freq="M", kind="stock")
    return chart(
        "line",
        "每万人社会组织：各镇街道",
        "家／万人，2023年9月—2024年8月",
        "统计期",
        [f"{period[:4]}年{int(period[5:])}月" for period in MONTHS],
        series,
        of,
        trend_figure(frame, of, ["330482001"], NO_EVENTS),
        target=Target(4.0, "2024年末目标4"),
        note="×为无数据、已保护",
    )


def rate_bar():
    """Return a bar chart of the townships, the protected one last; one name is a formula."""
    names = [*RATES, "曹桥街道", FORMULA]
    values = [*RATES.values(), None, 2.5]
    told = [*(f"{value:.2f}" for value in RATES.values()), "已保护", "2.50"]
    drawing = Drawing(360, left=90, right=60)
    drawing.name_rows(names)
    drawing.draw("bar", x=values, y=list(range(len(names))), orientation="h")
    series = [Series("每万人社会组织", tuple(values), tuple(told), theme.ACCENT, "subject")]
    of = measured("家／万人", 2)
    target = Target(4.0, "2024年末目标4")
    return chart(
        "bar",
        "六个镇街道高于3.5",
        "家／万人，2024年8月",
        "镇街道",
        names,
        series,
        of,
        drawing.figure(),
        target=target,
    )


def stage_bars():
    periods = ("2022-11", "2023-03", "2023-06", "2023-09", "2023-12")
    built = {
        "建成": (49, 63, 82, None, 113),
        "在建": (40, 38, 26, None, 0),
        "拟建": (24, 12, 5, None, 0),
    }
    return parts_chart(
        "stacked",
        stages,
        "十三个月，建成数由49个增至113个",
        "按建设阶段，个",
        periods,
        built,
        hatched="拟建",
    )


def share_columns():
    periods = ("2023-09", "2023-12", "2024-03", "2024-06", "2024-08")
    paid = {
        "最低生活保障": (812, 799, None, 760, 741),
        "特困人员供养": (301, 305, None, 309, 310),
        "临时救助": (96, 120, None, 133, 152),
        "其他2项": (40, 38, None, 35, 33),
    }
    return parts_chart("share", mix, "救助对象构成", "占比；右为2024年8月，人", periods, paid)


def parts_chart(kind, draw, title, measure, periods, parts, hatched=""):
    """Return a chart of periods in parts; a period of None was protected as a whole."""
    colours = STAGE_COLOURS if kind == "stacked" else (*theme.CATEGORICAL[:3], theme.QUIET)
    series = [
        Series(
            name,
            values,
            tuple("已保护" if v is None else f"{v}" for v in values),
            colour,
            "part",
            name == hatched,
        )
        for (name, values), colour in zip(parts.items(), colours, strict=True)
    ]
    of = measured("个" if kind == "stacked" else "人", 0)
    cells = cells_of([(p, s.name, "_T") for p in periods for s in series], series, periods)
    labels = [f"{period[:4]}年{int(period[5:])}月" for period in periods]
    return chart(
        kind, title, measure, "统计期", labels, series, of, draw(cells, of, 360), note="×为已保护"
    )


def levels():
    series = [Series("人数", (512, 203, None), ("512", "203", "已保护"), theme.ACCENT, "part")]
    return levels_chart("持证等级", series)


def levels_by_sex():
    series = [
        Series("男", (198, 64, None), ("198", "64", "已保护"), theme.ACCENT),
        Series("女", (314, 139, 11), ("314", "139", "11"), theme.SEQUENTIAL[3]),
    ]
    return levels_chart("持证等级，按性别", series)


def levels_chart(title, series):
    names = ("助理社会工作师", "社会工作师", "高级社会工作师")
    of = measured("人", 0)
    cells = cells_of([("2024-08", n, s.name) for n in names for s in series], series, names)
    return chart(
        "pyramid",
        title,
        "人，2024年8月",
        "等级",
        names,
        series,
        of,
        pyramid(cells, of, 300),
    )


def cells_of(keys, series, positions):
    """Return the cut figure of (period, category, series) keys, from the series of a chart."""
    rows = []
    for period, category, side in keys:
        one = next(s for s in series if s.name in (category, side))
        value = one.values[positions.index(period if period in positions else category)]
        rows.append((period, category, side, value, "Q" if value is None else "A"))
    names = ["time_period", "category", "series", "obs_value", "obs_status"]
    frame = pd.DataFrame(rows, columns=names)
    return frame.assign(
        obs_value=frame.obs_value.astype(float),
        category_position=pd.factorize(frame.category)[0],
        series_position=pd.factorize(frame.series)[0],
        start_date=pd.to_datetime(frame.time_period),
    )


def measured(unit_zh, decimals, **more):
    return SimpleNamespace(id="sample", unit_zh=unit_zh, decimals=decimals, **more)


def chart(kind, title, measure, axis, categories, series, of, figure, **more):
    columns = (Column(axis), *(Column(one.name, of.unit_zh, of.decimals) for one in series))
    rows = tuple(
        (words(name), *(Cell(one.words[i], one.values[i]) for one in series))
        for i, name in enumerate(categories)
    )
    return Chart(
        kind=kind,
        title=title,
        measure=measure,
        axis=axis,
        categories=tuple(categories),
        series=tuple(series),
        unit_zh=of.unit_zh,
        decimals=of.decimals,
        figure=figure,
        table=Table(title, measure, columns, rows),
        **more,
    )


def words(text):
    return Cell(text)
