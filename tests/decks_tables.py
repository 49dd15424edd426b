"""Cards, tables and words of the sample deck."""

from tests.decks_charts import FORMULA, MONTHS, RATES, words
from ui import theme
from ui.slides.slide import Card, Cards, Cell, Column, Notice, Table, Text

LONG_NAME = "平湖市独山港镇海涛社区居家养老服务照料中心与长者食堂联合体（含配送点）"


def cards():
    made = (
        Card(
            "每万人社会组织",
            "3.50",
            "家／万人",
            ("2024年末目标4", "较上年同期 +0.21"),
            "● 正常",
            "accent",
            "2024年8月31日",
        ),
        Card(
            "居民会客厅覆盖率",
            "97.4",
            "%",
            ("113／116个村社", "全年目标100%"),
            "▲ 关注",
            "attention",
            "2024年8月",
        ),
        Card(
            "助餐服务人次",
            "5.26",
            "万人次",
            ("目标600万元的87.7%", "较上年同期 −1203人次"),
            "◆ 滞后",
            "attention",
            "2024年1—8月",
        ),
        Card("困境儿童", "已保护", "", ("人数过少，已作保护处理",), "", "muted", "2024年8月"),
    )
    rows = tuple((words(one.name), words(one.digits + one.unit_zh)) for one in made)
    return Cards(
        "", "", made, Table("重点指标", "", (Column("指标"), Column("数值", "", None)), rows)
    )


def rate_table():
    rows = [(words(name), Cell(f"{v:.2f}", v), words(f"{n}")) for n, (name, v) in ranked()]
    rows.append((words("曹桥街道"), Cell("已保护"), words("—")))
    columns = (Column("镇街道"), Column("每万人社会组织", "家／万人", 2), Column("位次"))
    return Table("各镇街道位次", "家／万人，2024年8月", columns, tuple(rows))


def ranked():
    return enumerate(RATES.items(), start=1)


def heat_table():
    """Return eight townships by twelve months; a month of 曹桥街道 is protected."""
    names = [*RATES, "曹桥街道"]
    rows = []
    for n, name in enumerate(names):
        cells = [heat_cell(120 * (n + 1) + 10 * i) for i in range(12)]
        if name == "曹桥街道":
            cells[4] = Cell("已保护", None, theme.PROTECTED)
        rows.append((words(name), *cells))
    columns = [
        Column("镇街道"),
        *(Column(f"{m[2:4]}年{int(m[5:])}月", "人次", 0) for m in MONTHS),
    ]
    return Table("助餐服务人次", "人次，2023年9月—2024年8月", tuple(columns), tuple(rows))


def heat_cell(value):
    return Cell(f"{value}", value, theme.SEQUENTIAL[min(6, value // 160)])


def long_table():
    """Return forty rows, the first with a name that is longer than its column."""
    names = [LONG_NAME, FORMULA, *(f"第{n}助餐点" for n in range(3, 41))]
    rows = tuple(
        (words(name), words("独山港镇"), Cell(f"{100 + n}", 100 + n), Cell("无数据"))
        for n, name in enumerate(names)
    )
    columns = (
        Column("名称"),
        Column("镇街道"),
        Column("本月人次", "人次", 0),
        Column("较上月", "人次", 0),
    )
    return Table("助餐点明细", "人次，2024年8月", columns, rows)


def notices():
    found = (
        Notice("◆", "助餐服务人次落后序时12.3个百分点", "目标7.8万人次，已完成5.26万人次，占67.4%"),
        Notice("▲", "新埭镇覆盖率81.8%，末位", "22个村社中尚有4个没有会客厅"),
        Notice("○", f"2户对象口径待核：{LONG_NAME}", "需乡镇在9月15日前核实并回报，逾期按原数计入"),
    )
    return Text("", "", (), found)


def short_notices():
    return Text("需要说明", "", (), (Notice("○", "8月数据未到期末", "不作评判"),))


def paragraphs():
    return Text(
        "说明",
        "",
        (
            "演示数据为合成数据，已按公开发布的数字校准；未公开的数值不代表实际情况。",
            "人数过少的格子按小数保护规则不公开，写作“已保护”，合计中也推不出来。",
        ),
    )
