"""The roll of certified social workers: 3182 at the end of 2023, 688 of them new that year."""

import datetime

from demo import common, faults

AS_OF = datetime.date(2023, 12, 31)
CERTIFIED = (1170, 640, 172, 291, 240, 157, 182, 330)  # 3182 published
NEW_2023 = (250, 140, 34, 73, 49, 34, 41, 67)  # 688 published
NEW_2022 = (182, 98, 27, 44, 38, 25, 29, 51)  # 494: "490余" published
EARLIER = {2021: 372, 2020: 298, 2019: 262, 2018: 228, 2017: 190, 2016: 160, 2015: 134, 2014: 110,
           2013: 88, 2012: 64, 2011: 42, 2010: 28, 2009: 15, 2008: 9}  # fmt: skip
RESULTS = {2022: ((9, 20), (11, 18)), 2023: ((10, 20), (12, 20))}  # when results came out
SUPERVISORS = {  # 34 by 2022-11: "30余" published
    datetime.date(2015, 1, 1): 0,
    datetime.date(2018, 12, 31): 11,
    datetime.date(2020, 12, 31): 20,
    datetime.date(2021, 12, 31): 27,
    datetime.date(2022, 11, 30): 34,
    datetime.date(2023, 12, 31): 41,
}
ASSISTANTS = {  # twelve trainees in the batch of January 2022, as published
    datetime.date(2018, 1, 1): 0,
    datetime.date(2019, 12, 31): 22,
    datetime.date(2021, 12, 31): 50,
    datetime.date(2022, 1, 10): 62,
    datetime.date(2022, 12, 31): 62,
    datetime.date(2023, 12, 31): 96,
}
EMPLOYERS = {"村社区": 46, "社会组织": 17, "机关事业单位": 19, "医院学校": 11, "企业及其他": 7}
HOURS = {2021: 27.5, 2022: 30.0, 2023: 33.5}  # mean hours of continuing education


def make(seed):
    """Return every row of the roll, the good ones only."""
    rng = common.generator(seed, "social_workers")
    rows = []
    for index, township in enumerate(common.townships()):
        rows += [_worker(rng, township.name, year) for year in _years(index)]
    _promote(rng, rows)
    rows.sort(key=lambda row: row["certified_on"])
    for row, code in zip(rows, common.ids(rng, "S", 6, len(rows)), strict=True):
        row["worker"] = code
    return rows


def write(seed, folder):
    """Write the roll as its office exports it: GB18030, Windows line ends, headings of its own."""
    heads = common.headings("social_workers")
    heads |= {"ref_area": "所属镇街道", "level": "证书级别", "birth_year": "出生年"}
    rows = [row | {"ref_area": _zone(row)} for row in make(seed)]
    path = folder / "social_workers.csv"
    common.write(path, heads, faults.social_workers(rows), encoding="gb18030", newline="\r\n")


def _zone(row):
    known_as_zone = row["ref_area"] == "钟埭街道" and row["certified_on"].year >= 2020
    return "经开区" if known_as_zone else row["ref_area"]


def _years(index):
    """Return the year in which each of a township's workers was certified."""
    earlier = CERTIFIED[index] - NEW_2023[index] - NEW_2022[index]
    counts = common.allocate(earlier, list(EARLIER.values()))
    years = [year for year, count in zip(EARLIER, counts, strict=True) for _ in range(count)]
    return years + [2022] * NEW_2022[index] + [2023] * NEW_2023[index]


def _worker(rng, township, year):
    first, last = (datetime.date(year, *day) for day in RESULTS.get(year, ((9, 10), (12, 10))))
    certified_on = common.day(rng, first, last)
    age = int(min(22 + rng.gamma(2.6, 4.6), 56))
    senior = min(0.12 + 0.03 * (2023 - year), 0.5)
    row = {
        "level": common.pick(rng, {"助理": 0.994 - senior, "中级": senior, "高级": 0.006}),
        "certified_on": certified_on,
        "ref_area": township,
        "employer": common.pick(rng, EMPLOYERS),
        "tier": "一线社工",
        "birth_year": year - age if rng.random() > 0.008 else None,
        "sex": "女" if rng.random() < 0.73 else "男",
        "as_of": AS_OF,
    }
    for study_year, mean in HOURS.items():
        hours = int(min(rng.gamma(6.0, mean / 6.0), 120))
        row[f"hours_{study_year}"] = hours if certified_on.year < study_year else None
    return row


def _promote(rng, rows):
    """Make some of the experienced supervisors and assistants, from given days on."""
    for tier, stock, levels in (
        ("督导", SUPERVISORS, ("中级", "高级")),
        ("督导助理", ASSISTANTS, ("助理", "中级")),
    ):
        for since in common.days(rng, stock):
            ripe = [
                row
                for row in rows
                if row["tier"] == "一线社工"
                and row["level"] in levels
                and row["employer"] in ("村社区", "社会组织", "机关事业单位")
                and (since - row["certified_on"]).days > 700
            ]
            ripe[rng.integers(len(ripe))] |= {"tier": tier, "tier_since": since}
