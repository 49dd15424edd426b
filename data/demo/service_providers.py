"""The register of providers with the platform: 43 at the end of 2023, more than 40 published."""

import datetime

from demo import common
from demo.residents import OLDER, residents

JOINED = {
    datetime.date(2020, 3, 31): 0,
    datetime.date(2020, 12, 31): 12,
    datetime.date(2021, 12, 31): 21,
    datetime.date(2022, 12, 31): 29,
    datetime.date(2023, 12, 31): 46,
    common.AS_OF: 53,
}
LEFT = {  # on these days somebody left, the one that had joined as the so-manyeth
    datetime.date(2022, 9, 30): 4,
    datetime.date(2023, 6, 30): 9,
    datetime.date(2023, 11, 15): 17,
    datetime.date(2024, 5, 31): 13,
}
KINDS = {"企业": 62, "社会组织": 38}
WORDS = (
    "安颐", "和瑞", "康泽", "暖阳", "夕照", "善邻", "福桂", "乐龄", "长宁", "晚晴", "家和", "惠老",
    "仁里", "松龄", "同乐", "永颐", "佳禾", "百合", "银湖", "常青", "亲邻", "益寿", "雅居", "心桥",
    "德馨", "金秋", "春晖",
)  # fmt: skip
ENDINGS = {
    "企业": ("家政服务有限公司", "养老服务有限公司", "居家照护有限公司"),
    "社会组织": ("助老服务中心", "为老服务社", "居家养老服务站"),
}


def make(seed):
    """Return every row of the register."""
    rng = common.generator(seed, "service_providers")
    heads, rows, free = residents(OLDER), [], _names(rng)
    for number, joined_on in enumerate(common.days(rng, JOINED), start=1):
        kind = common.pick(rng, KINDS)
        rows.append(
            {
                "provider": f"F{number:03d}",
                "name": free[kind].pop(),
                "kind": kind,
                "ref_area": common.pick(rng, heads),
                "joined_on": joined_on,
                "as_of": common.AS_OF,
            }
        )
    for left_on, place in LEFT.items():
        rows[place - 1]["left_on"] = left_on
    return rows


def write(seed, folder):
    common.write(folder / "service_providers.csv", common.headings("service_providers"), make(seed))


def _names(rng):
    """Return invented names by kind, each once."""
    made = {kind: [word + end for end in ends for word in WORDS] for kind, ends in ENDINGS.items()}
    return {kind: [names[at] for at in rng.permutation(len(names))] for kind, names in made.items()}
