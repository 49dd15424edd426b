"""A briefing built by hand, without a database: a slide for every kind of part, with its doubts.

Missing (无数据) and protected (已保护) values, a formula-like name, an edited headline, long names,
a table longer than a slide. All its numbers are told in decks_*.py, to be worked with by hand.
"""

from tests.decks_charts import (
    levels,
    levels_by_sex,
    rate_bar,
    rate_lines,
    share_columns,
    stage_bars,
)
from tests.decks_maps import count_map, drawn_rates, point_map, rate_map
from tests.decks_tables import (
    cards,
    heat_table,
    long_table,
    notices,
    paragraphs,
    rate_table,
    short_notices,
)
from ui.slides.slide import Deck, MapPart, Slide

WATERMARK = "内部资料｜导出人：演示账号｜2024-09-02"


def sample_deck(watermark=WATERMARK) -> Deck:
    """Return the deck of twelve slides, a cover among them, and one slide of a township aside."""
    return Deck(
        name="民政月度汇报",
        county="平湖市",
        period="2024年8月",
        owner="演示账号",
        version="2024.08-7f3a91c",
        slides=sample_slides(),
        asides={"330482003": slide("新仓镇：每万人社会组织4.49家", (rate_bar(),))},
        watermark=watermark,
    )


def sample_slides():
    return (
        slide("平湖市民政工作月度汇报", kind="cover", section="2024年8月"),
        slide("四项重点工作三项符合序时，助餐覆盖率滞后", (cards(),), kind="key_figures"),
        slide("新仓镇升至4.49家／万人，高于全市", (rate_lines(),), kind="trend"),
        slide("广陈镇最高，当湖街道最低", (rate_bar(), rate_table()), kind="ranking"),
        slide(
            "113个居民会客厅全部建成，3个村社仍待覆盖",
            (stage_bars(), rate_map()),
            proposed="建成113个，覆盖率97.4%",
        ),
        slide("大额救助占比逐季上升", (share_columns(),)),
        slide("持证社工以初级为主", (levels(), levels_by_sex())),
        slide("当湖街道186家，居全市首位", (count_map(), point_map())),
        slide("各镇街道逐月服务量", (heat_table(),)),
        slide("明细：共40个点位", (long_table(),)),
        slide("三件事需要关注", (notices(),)),
        slide("这些数据怎么来", (paragraphs(), short_notices()), notice=""),
    )


def slide(headline, parts=(), kind="page", section="社会组织 · 平湖市8个镇街道", **more):
    known = {
        "proposed": headline,
        "as_of": "数据截至2024年8月31日",
        "source": "来源：社会组织登记台账（演示）",
        "notice": drawn_rates().notice_zh if any(isinstance(p, MapPart) for p in parts) else "",
        "notes": (
            ("口径", "每万名常住人口拥有的登记社会组织数；不含注销"),
            ("来源", "社会组织登记台账（演示），2024年9月2日报送"),
            ("SQL", "queries/indicators/org_per_10k.sql"),
            ("版本", "2024.08-7f3a91c"),
            ("数据截至", "2024年8月31日"),
        ),
        "paragraph": f"截至2024年8月31日，{headline}。",
        "extracts": ("organizations",),
    }
    return Slide(kind=kind, section=section, headline=headline, parts=parts, **(known | more))
