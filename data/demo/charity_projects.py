"""The catalogue of linked charity projects: 1,632 at the end of 2023, few of them local."""

import datetime

from demo import common
from demo.common import AS_OF
from demo.residents import residents

LINKED = {  # of the province; more than 1,600 with the local ones are published for December 2023
    datetime.date(2021, 12, 31): 0,
    datetime.date(2022, 6, 30): 420,
    datetime.date(2022, 12, 31): 860,
    datetime.date(2023, 6, 30): 1190,
    datetime.date(2023, 12, 31): 1512,
    datetime.date(2024, 8, 31): 1634,
}
LOCAL = {
    datetime.date(2021, 12, 31): 0,
    datetime.date(2022, 12, 31): 52,
    datetime.date(2023, 12, 31): 120,
    datetime.date(2024, 8, 31): 171,
}
KINDS = {
    "助困": 22, "助学": 19, "助医": 16, "助老": 15, "助残": 10, "助急": 6,
    "赈灾": 4, "其他公益": 14,
}  # fmt: skip
WORDS = {
    "助困": ("暖冬行动", "温情帮扶", "微心愿"), "助学": ("春蕾助学", "圆梦书屋", "益路助学"),
    "助医": ("健康同行", "大病援助", "爱心药箱"), "助老": ("银龄关爱", "爱心助餐", "适老微改造"),
    "助残": ("辅具到家", "阳光就业", "星星陪伴"), "助急": ("应急救助", "救急难", "临困援手"),
    "赈灾": ("防汛备灾", "灾后援建"), "其他公益": ("邻里花园", "低碳生活", "文化进村", "义诊义修"),
}  # fmt: skip
LOCAL_FUNDERS = {"慈善募捐": 42, "公益创投": 33, "政府购买": 17, "慈善信托": 8}
FAR_FUNDERS = {"慈善募捐": 82, "政府购买": 8, "慈善信托": 10}
CITIES = ("杭州", "宁波", "温州", "湖州", "嘉兴", "绍兴", "金华", "衢州", "台州", "丽水")
BODIES = ("慈善总会", "公益服务中心", "社工服务社", "公益基金会", "志愿者协会")
LONG = 0.24  # of the projects have no last day
HESITANT = ("新仓镇", 0.45)  # of the share expected of a township: few projects work there


def make(seed):
    """Return every project in the order in which it was linked."""
    rng = common.generator(seed, "charity_projects")
    weights = residents()
    weights[HESITANT[0]] *= HESITANT[1]
    far = [(day, "全省") for day in common.days(rng, LINKED)]
    near = [(day, "本地") for day in common.days(rng, LOCAL)]
    rows = [_project(rng, weights, *one) for one in sorted(far + near)]
    return [row | {"project": f"X{n:05d}", "as_of": AS_OF} for n, row in enumerate(rows, start=1)]


def write(seed, folder):
    heads = common.headings("charity_projects")
    common.write(folder / "charity_projects.csv", heads, make(seed))


def _project(rng, weights, linked_on, source):
    is_local = source == "本地"
    township, kind = common.pick(rng, weights), common.pick(rng, KINDS)
    place = township if is_local else common.pick(rng, dict.fromkeys(CITIES, 1))
    funder = common.pick(rng, LOCAL_FUNDERS if is_local else FAR_FUNDERS)
    opened_on = linked_on - datetime.timedelta(days=int(rng.integers(0, 45)))
    open_until = opened_on + datetime.timedelta(days=int(rng.integers(120, 540)))
    raised = _raised(rng, funder)
    pace = min(max((AS_OF - opened_on).days / (open_until - opened_on).days, 0.05), 1.0)
    return {
        "name": f"{place}{WORDS[kind][rng.integers(len(WORDS[kind]))]}项目",
        "organization": f"{place}{BODIES[rng.integers(len(BODIES))]}",
        "kind": kind,
        "source": source,
        "ref_area": township,
        "area_zh": "本镇街道" if is_local and rng.random() < 0.62 else "全市",
        "funder": funder,
        "amount_raised": raised,
        "amount_spent": int(raised * min(pace * rng.uniform(0.72, 1.02), 1.0) / 100) * 100,
        "slots": int(rng.integers(2, 60)),
        "linked_on": linked_on,
        "opened_on": opened_on,
        "open_until": None if rng.random() < LONG else open_until,
    }


def _raised(rng, funder):
    """Return what was raised, in yuan: ventures are about as large as what a street gives."""
    if funder == "公益创投":
        return int(rng.integers(20, 90)) * 1000
    return int(rng.gamma(1.6, 52)) * 1000 + 5000
