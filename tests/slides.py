"""Slides made by hand, for tests of every channel that draws or writes them."""

from ui import theme
from ui.chart_parts import Drawing, Scale
from ui.slides.slide import (
    Card,
    Cards,
    Cell,
    Chart,
    Column,
    Deck,
    MapPart,
    Notice,
    Series,
    Slide,
    Table,
    Text,
)

AREAS = ("330482001", "330482101")


def table(rows=3, title="各镇街道", columns=2):
    """Return a table of towns with numbers; the second row's are protected."""
    heads = (Column("镇街道"), *(Column(f"{2020 + n}年", "家", 0) for n in range(columns)))
    protected = (Cell("已保护", None, theme.PROTECTED),) * columns
    return Table(
        title,
        "家，2024年8月",
        heads,
        tuple(
            (
                Cell(f"第{n}镇"),
                *(protected if n == 1 else [Cell(str(7000 + n), 7000 + n)] * columns),
            )
            for n in range(rows)
        ),
    )


def cards(count, **more):
    known = {
        "name": "每万人拥有数",
        "unit_zh": "家／万人",
        "lines": ("2024年末目标4，已完成91.5%", "较上年同期 +0.31家／万人"),
        "verdict": "● 正常",
        "tone": "accent",
        "as_of": "截至2024年8月31日",
    } | more
    own = tuple(Card(digits=f"{n + 1}.{n}6", **known) for n in range(count))
    return Cards("核心指标", "2024年8月", own, table(count))


def line_figure(height=318):
    """Return two points joined, from 2 to 4 on a scale that ends at 5."""
    drawing = Drawing(height, top=32, bottom=30, left=40, right=90)
    drawing.value_axis(Scale([0, 5], drawing.pixels), ["0", "5"])
    drawing.time_axis([0, 1], ["2023年", "2024年"], [0, 1])
    line = {"color": theme.ACCENT, "width": 3.4}
    drawing.draw("scatter", x=[0, 1], y=[2, 4], mode="lines", line=line, cliponaxis=False)
    drawing.point_to("全市 4", 1, 4, 0, colour=theme.ACCENT, bold=True)
    drawing.write_unit("家／万人", 12)
    return drawing.figure()


def chart(**more):
    known = {
        "kind": "line",
        "title": "两年由2增至4",
        "measure": "家／万人",
        "axis": "统计期",
        "categories": ("2023年", "2024年"),
        "series": (Series("全市", (2, 4), ("2", "4"), theme.ACCENT, "subject"),),
        "unit_zh": "家／万人",
        "decimals": 0,
        "figure": line_figure(),
        "table": table(),
    }
    return Chart(**(known | more))


def text(paragraphs=1, notices=2):
    return Text(
        "需要关注",
        "按严重程度",
        tuple(f"第{n}段：全市共有1078家，较上年同期增加12家。" for n in range(paragraphs)),
        tuple(Notice("◆▲○"[n % 3], f"第{n}件事", "7月为1793人次。") for n in range(notices)),
    )


def map_part(drawing):
    return MapPart("三个镇街道低于全市", "家／万人，2024年8月", drawing, table(), "家／万人")


def slide(*parts, headline="每万人3.66家，三个镇街道低于全市", **more):
    known = {
        "kind": "indicator",
        "section": "某项工作 · 某市2个镇街道",
        "headline": headline,
        "proposed": headline,
        "parts": parts,
        "as_of": "数据截至2024年8月31日",
        "source": "来源：某台账（演示）",
        "notice": "",
        "notes": (),
        "paragraph": "",
    }
    return Slide(**(known | more))


def deck(*slides, asides=(), watermark=""):
    return Deck(
        name="2024年8月月度通报",
        county="某市",
        period="2024年8月",
        owner="某局",
        version="7f3a91c",
        slides=slides,
        asides={area: slide(cards(2), headline=f"{area}一览") for area in asides},
        watermark=watermark,
    )
