"""The register of nurseries: nothing was published of the city's places, so all is invented."""

import datetime

from demo import common
from demo.residents import CHILDREN, residents

OPENED = {
    datetime.date(2019, 8, 31): 0,
    datetime.date(2020, 12, 31): 13,
    datetime.date(2021, 12, 31): 21,
    datetime.date(2022, 12, 31): 29,
    datetime.date(2023, 6, 30): 32,
    datetime.date(2023, 12, 31): 38,
    common.AS_OF: 44,
}
CLASSES = {"乳儿班": 16, "托小班": 44, "托大班": 40}
INCLUSIVE = {  # share of places, by the year in which the nursery opened
    2019: 0.45, 2020: 0.45, 2021: 0.52, 2022: 0.6, 2023: 0.66, 2024: 0.7,
}  # fmt: skip
EMPTY = "独山港镇"  # few of its places are taken
CROWDED = "钟埭街道"  # its infant classes have more than three infants a carer
SIGNED = 0.74
WORDS = (
    "小禾苗", "金色摇篮", "启明", "贝芽", "阳光", "彩虹", "向日葵", "小海豚", "蒲公英", "星宝",
    "木棉", "童乐", "嘟嘟", "春芽", "晨曦", "小荷", "果果", "爱心", "青苗", "萌芽", "百灵", "绿地",
)  # fmt: skip


def make(seed):
    """Return every row of the register."""
    rng = common.generator(seed, "nurseries")
    towns = {township.name: township for township in common.townships()}
    heads, rows = residents(CHILDREN), []
    names = [word + end for end in ("托育园", "婴幼儿照护中心") for word in WORDS]
    order = rng.permutation(len(names))
    homes = [*heads] + [common.pick(rng, heads) for _ in range(len(names) - len(heads))]
    for number, opened_on in enumerate(common.days(rng, OPENED), start=1):
        town = towns[homes[number - 1]]
        row = {
            "nursery": f"T{number:03d}",
            "name": names[order[number - 1]],
            "ref_area": town.name,
            "community": town.communities[rng.integers(len(town.communities))]["name_zh"],
            "opened_on": opened_on,
            "class_kind": "乳儿班" if number in (2, 5) else common.pick(rng, CLASSES),
            "as_of": common.AS_OF,
        }
        rows.append(row | _places(rng, row) | _contract(rng, opened_on))
    return rows


def write(seed, folder):
    common.write(folder / "nurseries.csv", common.headings("nurseries"), make(seed))


def _places(rng, row):
    """Return places, those taken and the staff: about seven children a carer, three infants."""
    places = int(rng.integers(6, 19)) * 5
    old = min((common.AS_OF - row["opened_on"]).days / 400, 1)
    taken = (0.46 if row["ref_area"] == EMPTY else 0.72) * rng.normal(1, 0.08)
    enrolled = round(places * min(taken * (0.5 + 0.5 * old), 1))
    infants = infant_carers = 0
    if row["class_kind"] == "乳儿班":
        each = 4 if row["ref_area"] == CROWDED else int(rng.integers(2, 4))
        infant_carers = max(enrolled // 12, 1)
        infants = min(infant_carers * each, enrolled)
    return {
        "places": places,
        "inclusive_places": round(
            places * min(rng.normal(INCLUSIVE[row["opened_on"].year], 0.1), 1)
        ),
        "enrolled": enrolled,
        "carers": infant_carers + max(round((enrolled - infants) / 7), 1),
        "infants": infants,
        "infant_carers": infant_carers,
    }


def _contract(rng, opened_on):
    """Return when a clinic signed, from 2022 on and after the opening, and its visits this year."""
    first = max(opened_on, datetime.date(2022, 2, 28))
    if rng.random() > SIGNED or first >= common.AS_OF:
        return {"signed_on": None, "clinic_visits": 0}
    until = min(first + datetime.timedelta(days=500), common.AS_OF)
    signed_on = common.day(rng, first, until)
    months = min((common.AS_OF - signed_on).days // 30, 8)
    return {"signed_on": signed_on, "clinic_visits": int(rng.poisson(months * 0.7))}
