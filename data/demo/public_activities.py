"""Activities 2022–2024: the published ones on their days, and what streets hold every month."""

import datetime

from demo import charity_places, common
from demo.common import AS_OF
from demo.residents import residents

DAY = datetime.date
LINE, MEET, WEDDING = "青春专线", "青年联谊", "幸福婚享会"
NAMED = [  # name, programme, township, planned, held, places, persons, couples, viewers, sessions
    ("首届“善行金平湖”慈善大会", "慈善大会", "当湖街道", DAY(2022, 9, 20), DAY(2022, 11, 5),
     None, 420, 0, 49_600, 1),
    ("第一届“邻里节”", "邻里节", "钟埭街道", DAY(2022, 11, 1), DAY(2022, 12, 20), None, 900, 0,
     6_200, 3),
    ("第二届“邻里节”暨“邻善之治”成果发布", "邻里节", "当湖街道", DAY(2023, 10, 20),
     DAY(2023, 12, 7), None, 1_350, 0, 11_800, 4),
    ("春日青年联谊", MEET, "当湖街道", DAY(2023, 3, 1), DAY(2023, 3, 25), 160, 142, 9, 0, 1),
    ("七夕集体颁证", WEDDING, "当湖街道", DAY(2022, 7, 1), DAY(2022, 8, 4), None, 68, 12,
     2_400, 1),
    ("5·20集体颁证", WEDDING, "当湖街道", DAY(2023, 4, 10), DAY(2023, 5, 20), None, 96, 20,
     3_100, 1),
    ("七夕集体颁证", WEDDING, "独山港镇", DAY(2023, 7, 10), DAY(2023, 8, 22), None, 74, 15,
     2_700, 1),
    ("2022年益起来助学结对仪式", "助学结对", "当湖街道", DAY(2022, 7, 20), DAY(2022, 8, 19),
     None, 160, 0, 0, 1),
    ("2023年益起来助学结对仪式", "助学结对", "当湖街道", DAY(2023, 7, 20), DAY(2023, 8, 18),
     None, 210, 0, 0, 1),
    ("2024年益起来助学结对仪式", "助学结对", "当湖街道", DAY(2024, 7, 22), DAY(2024, 8, 16),
     None, 260, 0, 0, 1),
]  # fmt: skip
FAIRS_PLANNED = DAY(2024, 1, 30)
LINES = {  # planned on → eight routes are published for 2024, a summer one set off in August
    DAY(2023, 4, 17): (
        ("平湖东湖", DAY(2023, 5, 14), 50, 33, 3), ("嘉兴南湖", DAY(2023, 7, 8), 40, 29, 2),
        ("杭州西溪", DAY(2023, 10, 21), 40, 34, 4),
    ),
    DAY(2024, 2, 26): (
        ("春·绍兴兰亭", DAY(2024, 3, 30), 40, 36, 4),
        ("春·湖州莫干山", DAY(2024, 4, 20), 40, 38, 5),
        ("春·平湖明湖", DAY(2024, 5, 18), 60, 55, 7), ("夏·杭州湘湖", DAY(2024, 6, 22), 40, 31, 3),
        ("夏·绍兴柯桥", DAY(2024, 8, 24), 50, 47, 5), ("秋·湖州安吉", None, 40, 0, 0),
        ("秋·平湖九龙山", None, 60, 0, 0), ("冬·杭州良渚", None, 40, 0, 0),
    ),
}  # fmt: skip
FAIRS = [  # five are published as the plan of 2024
    ("婚博会", DAY(2024, 4, 13), 1_800, 24, 4_100), ("集体颁证", DAY(2024, 5, 20), 120, 26,
     5_200),
    ("七夕红娘专场", DAY(2024, 8, 10), 240, 18, 1_900), ("家风家训讲堂", None, 0, 0, 0),
    ("金秋集体婚礼", None, 0, 0, 0),
]  # fmt: skip
USUAL = {  # programme → a month in the county, persons on average, name
    "惠民义集": (3.4, 130, "惠民义集"), "志愿演出": (1.6, 180, "银龄志愿演出"),
    "志愿宣讲": (2.1, 65, "班前十分钟志愿宣讲"), "居民节庆": (0.7, 260, "新居民节"),
    "兴趣社团": (1.8, 35, "共享沙龙"), "余量食物分享": (0.9, 28, "爱心面包分享"),
}  # fmt: skip
SHOCKS = {(2022, 3): 0.3, (2022, 4): 0.1, (2022, 10): 0.6, (2022, 12): 0.3, (2023, 1): 0.5}
QUIET = ("广陈镇", 0.35)  # of what is expected of it


def make(seed):
    """Return every activity in the order in which it was planned."""
    rng = common.generator(seed, "public_activities")
    rows = [_activity(*one) for one in NAMED]
    for planned, lines in LINES.items():
        rows += [
            _activity(f"四季有约·{name}", LINE, "当湖街道", planned, held, places, *numbers, 0, 1)
            for name, held, places, *numbers in lines
        ]
    rows += [
        _activity(f"幸福婚享会·{name}", WEDDING, "当湖街道", FAIRS_PLANNED, held, None, *numbers, 1)
        for name, held, *numbers in FAIRS
    ]
    rows += _usual(rng)
    rows.sort(key=lambda row: (row["planned_on"], row["name"]))
    return [row | {"activity": f"H{n:04d}", "as_of": AS_OF} for n, row in enumerate(rows, start=1)]


def write(seed, folder):
    common.write(folder / "public_activities.csv", common.headings("public_activities"), make(seed))


def _activity(name, programme, township, planned, held, seats, persons, couples, viewers, sessions):
    return {
        "name": name,
        "programme": programme,
        "ref_area": township,
        "planned_on": planned,
        "held_on": held,
        "seats": seats,
        "persons": persons,
        "couples": couples,
        "viewers": viewers,
        "sessions": sessions,
    }


def _usual(rng):
    """Yield what streets hold month by month, in one of their communities."""
    weights, places = residents(), charity_places.communities()
    weights[QUIET[0]] *= QUIET[1]
    for number, at in enumerate(charity_places.MONTHS):
        for programme, (often, persons, name) in USUAL.items():
            level = often * SHOCKS.get(at, 1.0) * (1 + 0.012 * number)
            for _ in range(rng.poisson(level)):
                township, held = common.pick(rng, weights), charity_places.day_of(rng, at)
                community = places[township][rng.integers(len(places[township]))]
                planned = held - datetime.timedelta(days=int(rng.integers(5, 30)))
                size = max(round(float(rng.gamma(6, persons / 6))), 8)
                row = _activity(
                    f"{community}{name}", programme, township, planned, held, None, size, 0, 0, 1
                )
                yield row | {"community": community}
