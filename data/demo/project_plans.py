"""Which community projects the demo has: brands, what they are about, and made-up names."""

import datetime

THEMES = {  # theme → (type in the 8+N system, what such projects are called)
    "一老": (
        "为老服务",
        ("银龄陪伴", "高龄邻里守望", "幸福晚年课堂", "老友记忆角", "助浴助洁上门"),
    ),
    "一小": (
        "儿童青少年",
        ("假日小课堂", "童心阅读角", "小当家成长营", "护苗成长伴行", "亲子同乐坊"),
    ),
    "助残": ("助残帮困", ("暖心助残手作", "无障碍同行", "困境家庭帮扶")),
    "治理": ("社区治理", ("楼道议事会", "小区微更新", "和美邻里公约", "乡贤参事坊")),
    "环境": ("环境整治", ("美丽庭院共建", "护河先锋", "垃圾分类积分")),
    "文化": ("文化体育", ("邻里文化周", "民乐进社区", "非遗手艺传习", "百姓健身舞")),
    "志愿": ("志愿培育", ("志愿积分银行", "邻里志愿者学堂")),
}
EXTRA = ("矛盾调解", "老娘舅调解室"), ("其他", "便民服务集市")  # other types, both about governance
PLAIN = {"一老": 26, "一小": 20, "治理": 20, "文化": 14, "环境": 9, "助残": 7, "志愿": 7}
OLD_YOUNG = {"一老": 11, "一小": 6, "文化": 3}
GOVERNANCE = {"治理": 6, "环境": 2, "文化": 2}
D = datetime.date
FUND_STOCK = {  # the fund of 当湖街道: 86 projects by February 2023, published
    D(2020, 2, 29): 0, D(2020, 12, 31): 25, D(2021, 12, 31): 55, D(2022, 12, 31): 81,
    D(2023, 2, 28): 86, D(2023, 12, 31): 104, D(2024, 8, 31): 117,
}  # fmt: skip
FUND_AMOUNT = 2_701_000  # yuan for the first 86, published
# brand → (number, themes, approved after, approved until, least and most funds in yuan, where)
BRANDS = {
    "平舞阿姨": (20, OLD_YOUNG, D(2023, 3, 10), D(2023, 7, 20), (14_000, 32_000), None),
    "社立方": (17, OLD_YOUNG, D(2024, 3, 31), D(2024, 5, 31), (36_000, 90_000), None),
    "邻里帮": (12, GOVERNANCE, D(2023, 12, 7), D(2024, 6, 30), (4_000, 12_000), None),
    "饮茶话邻情": (3, {"治理": 1}, D(2023, 12, 7), D(2024, 4, 30), (4_000, 9_000), None),
    "友邻善治": (11, GOVERNANCE, D(2021, 3, 1), D(2024, 6, 30), (15_000, 60_000), None),
    "新睦邻": (8, GOVERNANCE, D(2021, 5, 1), D(2023, 10, 31), (10_000, 40_000), None),
    "新乡邻": (4, GOVERNANCE, D(2023, 2, 1), D(2024, 5, 31), (10_000, 40_000), None),
    "邻管家": (9, GOVERNANCE, D(2021, 9, 1), D(2024, 5, 31), (10_000, 35_000), None),
    "林聚邻": (5, {"文化": 1}, D(2021, 4, 1), D(2024, 4, 30), (12_000, 36_000), "林埭镇"),
}  # fmt: skip
TIERS = ("骨干型",) * 8 + ("成长型",) * 9  # published
GUIDES = 10  # published
BEST = 10  # projects shown in the column of 2023, published
UNBRANDED = {D(2020, 3, 1): 0, D(2020, 12, 31): 18, D(2021, 12, 31): 48, D(2022, 12, 31): 86,
             D(2023, 12, 31): 132, D(2024, 8, 31): 166}  # fmt: skip
FUNDERS = {"公益创投": 46, "财政": 36, "社会": 18}
FIXED = (  # they stand for two printed ones
    ("当湖街道", "百花社区", "老兵合唱团服务项目（演示）", "文化"),
    ("曹桥街道", "孔家堰村", "农产品集散平台（演示）", "治理"),
)
WEIGHTS = (27, 18, 7, 12, 14, 6, 8, 13)  # where projects are, by township
# days from one step to the next: applied → approved → contracted; after the end → audited
PACE = {"立项": (14, 52), "签约": (6, 34), "审计": (18, 70)}
SLOW = {"独山港镇": 1.5, "广陈镇": 1.3}
