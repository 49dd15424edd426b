"""Place names filed: made-up streets, bridges and gardens, tidied up in the drive of 2023."""

import datetime

from demo import common
from demo.common import AS_OF

FIRST = "平当湖东西南北新明金华兴和福祥瑞安康乐翠碧清云锦秀文景庆丰泰"
SECOND = "虹岚渠泽溪苑荷桂枫柳梅棠桐竹兰芷莲杉榕樟霞晖澜沁润源涌汇港埭"
ENDINGS = {
    "道路街巷": ("路", "街", "弄"), "居民点": ("苑", "新村", "里"), "桥梁": ("桥",),
    "公园广场": ("公园", "广场"), "河流湖荡": ("港", "河", "荡"), "建筑物": ("大厦", "商业中心"),
}  # fmt: skip
KINDS = {"道路街巷": 42, "居民点": 24, "桥梁": 14, "建筑物": 9, "公园广场": 7, "河流湖荡": 4}
STOCK = {datetime.date(2012, 12, 31): 0, datetime.date(2018, 12, 31): 268,
         datetime.date(2021, 12, 31): 396, datetime.date(2022, 12, 31): 446,
         datetime.date(2023, 12, 31): 512, datetime.date(2024, 8, 31): 558}  # fmt: skip
WEIGHTS = (24, 20, 8, 10, 11, 7, 8, 12)
DRIVE = datetime.date(2023, 3, 1), datetime.date(2023, 11, 30)
COMPLETE = {"新仓镇": 0.97, "林埭镇": 0.71}  # elsewhere 0.88
ERRORS, FIXED = 0.15, {"林埭镇": 0.6}  # elsewhere 0.88 of the errors are mended


def make(seed):
    """Return every name of the register."""
    rng = common.generator(seed, "place_names")
    towns = {town.name: town for town in common.townships()}
    weights = dict(zip(towns, WEIGHTS, strict=True))
    rows, taken = [], set()
    for filed_on in common.days(rng, STOCK):
        town = towns[common.pick(rng, weights)]
        rows.append(_row(rng, town, filed_on, taken))
    for number, row in enumerate(rows, start=1):
        row |= {"place_name": f"D{number:04d}", "as_of": AS_OF}
    return rows


def write(seed, folder):
    common.write(folder / "place_names.csv", common.headings("place_names"), make(seed))


def _row(rng, town, filed_on, taken):
    kind = common.pick(rng, KINDS)
    row = {
        "name": _name(rng, kind, taken),
        "kind": kind,
        "ref_area": town.name,
        "filed_on": filed_on,
    }
    if rng.random() < 0.7:
        row["community"] = town.communities[rng.integers(len(town.communities))]["name_zh"]
    if filed_on.year < 2023 and rng.random() < 0.05:
        row["changed_on"] = common.day(rng, filed_on, AS_OF)
    if rng.random() < COMPLETE.get(town.name, 0.88):
        row["completed_on"] = _completed(rng, filed_on)
    if filed_on < DRIVE[0] and rng.random() < ERRORS:
        row["error_found_on"] = common.day(rng, *DRIVE)
        if rng.random() < FIXED.get(town.name, 0.88):
            fixed = row["error_found_on"] + datetime.timedelta(days=int(rng.gamma(2.0, 40)))
            row["error_fixed_on"] = min(fixed, AS_OF)
    return row


def _completed(rng, filed_on):
    """Most were complete soon; of the old ones half only in the drive of 2023."""
    if filed_on < DRIVE[0] and rng.random() < 0.45:
        return common.day(rng, *DRIVE)
    return min(AS_OF, filed_on + datetime.timedelta(days=int(rng.gamma(2.0, 20))))


def _name(rng, kind, taken):
    while True:
        ending = str(rng.choice(ENDINGS[kind]))
        name = str(rng.choice(list(FIRST))) + str(rng.choice(list(SECOND))) + ending
        if name not in taken:
            taken.add(name)
            return name
