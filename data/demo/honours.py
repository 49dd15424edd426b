"""Assessments, endorsements, honours and pilots 2021–2024; the published ones, and local ones."""

import datetime

from demo import common
from demo.common import AS_OF
from demo.residents import residents

DAY = datetime.date
NATION, PROVINCE, CITY, COUNTY = "全国", "全省", "嘉兴市", "平湖市"
BUREAU, STREET, VILLAGE, BODY, FIRM = "民政局", "镇街道", "村社区", "社会组织", "企业"
OFFICE, SEAT = "平湖市民政局", "当湖街道"
ASSESSED = {  # year → published on, score in Jiaxing; three first places in a row are published
    2021: (DAY(2022, 1, 20), 96.4), 2022: (DAY(2023, 1, 18), 97.1), 2023: (DAY(2023, 12, 29), 97.8),
}  # fmt: skip
ENDORSED = {2021: 2, 2022: 4, 2023: 6, 2024: 3}  # six are published for 2023
TALKS = {2021: 1, 2022: 2, 2023: 4}  # at national conferences; four are published for 2023
TOPICS = (
    "服务类社会救助",
    "居民会客厅建设",
    "社区社会组织培育",
    "五社联动",
    "养老服务",
    "社工人才",
)
SINGLE = [  # year, day, level, kind, name, holder, kind of holder, township; most are published
    (2022, DAY(2022, 7, 15), NATION, "实验区", "全国农村社区治理实验区通过结项评估", OFFICE,
     BUREAU, SEAT),
    (2021, DAY(2021, 11, 10), PROVINCE, "实验区", "浙江省城乡社区治理和服务创新实验区", OFFICE,
     BUREAU, SEAT),
    (2022, DAY(2022, 10, 20), PROVINCE, "品牌组织", "浙江省品牌社会组织",
     "平湖市益邻社会工作服务中心", BODY, SEAT),
    (2022, DAY(2022, 10, 20), PROVINCE, "领军人物", "浙江省社会组织领军人物",
     "平湖市益邻社会工作服务中心", BODY, SEAT),
    (2022, DAY(2022, 10, 20), PROVINCE, "领军人物", "浙江省社会组织领军人物",
     "平湖市金平湖志愿者协会", BODY, "钟埭街道"),
    (2022, DAY(2022, 9, 1), CITY, "试点", "嘉兴市五社联动试点社区", "当湖街道梅园社区",
     VILLAGE, SEAT),
    (2023, DAY(2023, 6, 12), PROVINCE, "试点", "省级城市社区议事协商创新试点",
     "当湖街道梅兰苑社区", VILLAGE, SEAT),
    (2023, DAY(2023, 5, 8), COUNTY, "试点", "镇街级议事协商活力指数评价试点", OFFICE, BUREAU,
     SEAT),
    (2023, DAY(2023, 3, 30), CITY, "试点", "“现代社区”金名片试点", OFFICE, BUREAU, SEAT),
    (2022, DAY(2022, 12, 1), PROVINCE, "试点", "婚俗改革省级试点", OFFICE, BUREAU, SEAT),
    (2024, DAY(2024, 6, 18), PROVINCE, "试点", "社区社会组织绩效评估省级观察点", OFFICE,
     BUREAU, SEAT),
    (2024, DAY(2024, 8, 15), PROVINCE, "交流发言", "省服务类社会救助试点座谈会交流发言",
     OFFICE, BUREAU, SEAT),
    (2023, DAY(2023, 8, 1), COUNTY, "政策文件", "《关于加快建设基本养老服务体系的实施意见》",
     OFFICE, BUREAU, SEAT),
    (2024, DAY(2024, 8, 6), COUNTY, "监督调研", "市人大常委会农村养老服务“双岗建功”调研",
     OFFICE, BUREAU, SEAT),
    (2022, DAY(2022, 6, 10), CITY, "党建示范点", "嘉兴市“一业一品”社会组织党建示范点",
     "平湖市箱包行业协会", BODY, "新埭镇"),
    (2022, DAY(2022, 3, 16), NATION, "区域合作", "民政部社会工作“牵手计划”结对甘肃兰州",
     OFFICE, BUREAU, SEAT),
    (2022, DAY(2022, 5, 20), PROVINCE, "区域合作", "与上海徐汇建立区域联动合作", OFFICE,
     BUREAU, SEAT),
    (2023, DAY(2023, 6, 9), CITY, "党建示范点", "嘉兴市“一业一品”社会组织党建示范点",
     "平湖市童车行业协会", BODY, "新仓镇"),
]  # fmt: skip
LOCAL = {  # kind → how many a year in 2022, 2023, 2024, of the county or of Jiaxing
    "慈善榜样": (14, 18, 0), "品牌组织": (6, 9, 5), "领军人物": (5, 6, 4),
}  # fmt: skip
NAMES = {"慈善榜样": "慈善先进榜样", "品牌组织": "品牌社会组织", "领军人物": "社会组织领军人物"}
CITY_SHARE = 0.25  # of local honours are of Jiaxing


def make(seed):
    """Return every entry by day."""
    rng = common.generator(seed, "honours")
    rows = [_entry(*one) for one in SINGLE] + list(_assessed()) + list(_spoken(rng))
    rows += _local(rng)
    rows.sort(key=lambda row: (row["awarded_on"], row["name_zh"], row["holder"]))
    return [row | {"honour": f"R{n:04d}", "as_of": AS_OF} for n, row in enumerate(rows, start=1)]


def write(seed, folder):
    common.write(folder / "honours.csv", common.headings("honours"), make(seed))


def _entry(year, awarded_on, level, kind, name, holder, holder_kind, township):
    return {
        "year": year,
        "awarded_on": awarded_on,
        "level": level,
        "kind": kind,
        "name_zh": name,
        "holder": holder,
        "holder_kind": holder_kind,
        "ref_area": township,
        "is_excellent": False,
    }


def _assessed():
    for year, (awarded_on, score) in ASSESSED.items():
        name = f"{year}年度嘉兴民政工作考核"
        row = _entry(year, awarded_on, CITY, "考核", name, OFFICE, BUREAU, SEAT)
        yield row | {"rank": 1, "score": score, "is_excellent": True}
        day = awarded_on + datetime.timedelta(days=2)
        name = f"{year}年度全省民政工作考核优秀"
        row = _entry(year, day, PROVINCE, "考核", name, OFFICE, BUREAU, SEAT)
        yield row | {"is_excellent": True}


def _spoken(rng):
    """Yield endorsements and talks, of this year those before the data end."""
    for kind, counts in (("批示", ENDORSED), ("交流发言", TALKS)):
        for year, count in counts.items():
            for number in range(count):
                day = common.day(rng, DAY(year, 1, 10), min(DAY(year, 12, 20), AS_OF))
                topic = TOPICS[(year + number) % len(TOPICS)]
                name = topic + ("获省部级以上领导批示" if kind == "批示" else "全国会议交流发言")
                level = NATION if kind == "交流发言" or number % 3 == 2 else PROVINCE
                yield _entry(year, day, level, kind, name, OFFICE, BUREAU, SEAT)


def _local(rng):
    """Yield honours of the county and of Jiaxing for organizations and firms."""
    weights = residents()
    for kind, counts in LOCAL.items():
        for year, count in zip((2022, 2023, 2024), counts, strict=True):
            for number in range(count):
                township = common.pick(rng, weights)
                is_firm = kind == "慈善榜样" and number % 2 == 1
                label = "爱心企业" if is_firm else "公益社会组织"
                holder = f"{township}{label}{int(rng.integers(1, 9))}号"
                day = DAY(year, 11 if year < 2024 else 6, int(rng.integers(1, 28)))
                level = CITY if rng.random() < CITY_SHARE else COUNTY
                holder_kind = FIRM if is_firm else BODY
                yield _entry(year, day, level, kind, NAMES[kind], holder, holder_kind, township)
