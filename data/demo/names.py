"""Made-up names and codes of organizations. Nothing here is taken from a real register."""

import datetime

CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100: no I, O, S, V, Z
CODE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGANIZATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714
KIND_DIGIT = {"社会团体": "1", "社会服务机构": "2", "基金会": "3", None: "9"}
BODY, SERVICE, FUND = "社会团体", "社会服务机构", "基金会"

FIELDS = {  # whether community organization → how often each field of service
    True: {
        "为老服务": 24, "社区治理": 22, "文化体育": 22, "公益慈善": 15,
        "儿童青少年": 12, "教育培训": 3, "社会组织服务": 2,
    },
    False: {
        "教育培训": 30, "文化体育": 21, "行业协会": 19, "为老服务": 11,
        "公益慈善": 9, "儿童青少年": 5, "社区治理": 4, "社会组织服务": 1,
    },
}  # fmt: skip

COMMUNITY_NAMES = {
    "为老服务": [("银龄互助会", BODY), ("幸福颐养服务社", SERVICE), ("老年康乐促进会", BODY),
             ("居家养老服务站", SERVICE), ("夕阳红关爱中心", SERVICE)],
    "儿童青少年": [("小候鸟成长驿站", SERVICE), ("春芽成长中心", SERVICE), ("亲子阅读会", BODY),
              ("青少年假日学堂", SERVICE)],
    "社区治理": [("邻里议事促进会", BODY), ("和美乡邻促进会", BODY), ("乡贤参事会", BODY),
             ("老娘舅调解服务社", SERVICE), ("平安巡访协会", BODY)],
    "文化体育": [("排舞协会", BODY), ("钹子书社", SERVICE), ("健身协会", BODY),
             ("戏曲爱好者协会", BODY), ("民乐社", SERVICE)],
    "公益慈善": [("暖心公益服务中心", SERVICE), ("爱心帮扶会", BODY), ("志愿者协会", BODY),
             ("益邻互助社", SERVICE)],
    "社会组织服务": [("社会组织服务站", SERVICE), ("社会组织孵化站", SERVICE)],
    "教育培训": [("四点半课堂服务中心", SERVICE), ("家门口学堂", SERVICE)],
}  # fmt: skip

FILED_NAMES = {
    "社区治理": ("红白喜事理事会", "护河队", "垃圾分类宣传队", "楼道自管小组", "和事佬小组"),
    "文化体育": ("太极拳队", "银龄歌咏队", "广场舞队", "棋友会", "民间文艺队", "柔力球队"),
    "公益慈善": ("义工队", "爱心理发队", "编织社", "旧物互换社"),
    "为老服务": ("助老结对队", "银发互助小组", "陪聊小组"),
    "儿童青少年": ("护苗小队", "暑期托管小组", "故事妈妈小组"),
}

GIVEN = [
    "启航", "育英", "博雅", "新苗", "智远", "朝阳", "金桥", "文汇", "弘文", "乐学", "当湖", "东湖",
    "明湖", "新蕾", "百川", "致远", "星河", "慧芽", "蓝天", "青禾",
]  # fmt: skip
TRADES = [
    "箱包", "服装", "羽绒", "童车", "洁具", "紧固件", "光机电", "物流", "餐饮", "住宿", "物业管理",
    "装饰装修", "园林绿化", "农机", "蔬菜", "西瓜", "芦笋", "食用菌", "水产", "粮食", "电子商务",
    "广告", "印刷", "汽车维修", "家具", "塑料", "纺织", "五金", "包装", "旅游", "家政",
]  # fmt: skip
PASTIMES = [
    "篮球", "足球", "羽毛球", "乒乓球", "网球", "游泳", "门球", "象棋", "围棋", "桥牌", "太极拳",
    "武术", "登山", "自行车", "长跑", "信鸽", "钓鱼", "摄影", "书法", "美术", "音乐", "舞蹈",
    "戏剧", "楹联", "民间文艺", "集邮", "收藏", "根雕", "钹子书", "灯谜", "茶文化", "健身操",
    "轮滑",
]  # fmt: skip

OTHER_NAMES = {
    "教育培训": (
        GIVEN,
        [
            ("培训学校", SERVICE),
            ("艺术培训中心", SERVICE),
            ("外语培训中心", SERVICE),
            ("职业技能培训中心", SERVICE),
            ("幼儿园", SERVICE),
        ],
    ),
    "行业协会": (TRADES, [("行业协会", BODY), ("商会", BODY)]),
    "文化体育": (PASTIMES, [("协会", BODY), ("研习会", BODY), ("俱乐部", SERVICE)]),
    "为老服务": (GIVEN, [("养老服务中心", SERVICE), ("居家养老照料中心", SERVICE)]),
    "公益慈善": (
        GIVEN,
        [("公益服务中心", SERVICE), ("志愿服务中心", SERVICE), ("帮困促进会", BODY)],
    ),
    "儿童青少年": (GIVEN, [("儿童关爱中心", SERVICE), ("青少年服务中心", SERVICE)]),
    "社区治理": (GIVEN, [("社会工作服务中心", SERVICE), ("社区发展促进会", BODY)]),
    "社会组织服务": (GIVEN, [("社会组织促进会", BODY)]),
}


FIXED = (  # the two of 独山港镇 stand for printed ones, in their months
    ("独山港镇", "平湖市独山港镇慈善促进中心（演示）", SERVICE, datetime.date(2021, 12, 16)),
    ("独山港镇", "平湖市独山港镇社区发展基金会（演示）", FUND, datetime.date(2022, 8, 18)),
    ("当湖街道", "平湖市教育发展基金会（演示）", FUND, datetime.date(2011, 5, 23)),
    ("当湖街道", "平湖市助困慈善基金会（演示）", FUND, datetime.date(2016, 9, 8)),
)


def assign(rng, rows):
    """Give every row without a name a name of its own, and the kind that goes with it."""
    taken = {row["name"] for row in rows if "name" in row}
    for row in rows:
        if "name" not in row:
            row["name"], row["kind"] = _untaken(rng, _candidates(row), taken)
            taken.add(row["name"])


def _untaken(rng, candidates, taken):
    for place in rng.permutation(len(candidates)):
        if candidates[place][0] not in taken:
            return candidates[place]
    name, kind = candidates[0]
    return _untaken(rng, [(f"{name}分社", kind)], taken)


def _candidates(row):
    """Return every (name, kind) that suits an organization's field and place."""
    township, community, field = row["ref_area"], row["community"], row["field"]
    if row["basis"] == "备案":
        return [(f"{township}{community}{end}", None) for end in FILED_NAMES[field]]
    if row["is_community"]:
        return [(f"平湖市{township}{community}{end}", kind) for end, kind in COMMUNITY_NAMES[field]]
    words, endings = OTHER_NAMES[field]
    return [
        (f"平湖市{where}{word}{end}", kind)
        for where in ("", township)
        for word in words
        for end, kind in endings
    ]


def fixed(township):
    """Return the registrations that are not left to chance: those the articles date, and funds."""
    return [
        {
            "name": name,
            "kind": kind,
            "basis": "登记",
            "registered_on": registered_on,
            "is_community": False,
            "field": "公益慈善",
            "ref_area": township.name,
            "community": None,
        }
        for where, name, kind, registered_on in FIXED
        if where == township.name
    ]


def credit_codes(rng, kinds):
    """Return distinct 18-character codes with right check characters, one for each kind."""
    numbers = rng.choice(10**6, size=len(kinds), replace=False)
    return [credit_code(kind, int(number)) for kind, number in zip(kinds, numbers, strict=True)]


def credit_code(kind, number):
    body = f"YY{number:06d}"  # plainly invented
    total = sum(w * CODE_36.index(c) for w, c in zip(ORGANIZATION_WEIGHTS, body, strict=True))
    check = "0123456789X0"[11 - total % 11]
    return _checked(f"5{KIND_DIGIT[kind]}330482{body}{check}")


def recoded(code):
    """Return the same code as another county would give it: valid, and on no register here."""
    return _checked(code[:2] + "330400" + code[8:17])


def _checked(front):
    total = sum(weight * CODE.index(char) for weight, char in zip(WEIGHTS, front, strict=True))
    return front + CODE[-total % 31]
