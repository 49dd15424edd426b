"""Orders of service-type assistance: since 2023-07 for more and more households on the register.

Red households are served most; 广陈镇 began late, and the heat of July brings more meals.
"""

from demo import assistance_profiles, common

FIRST = "2023-07"
SHARES = {"红": 0.66, "黄": 0.48, "绿": 0.30}  # of households served in the pilot's 14th month
BEYOND = {"低保边缘": 1.4, "其他低收入": 1.4}  # nobody else helps them
LATE = {"广陈镇": 0.66, "曹桥街道": 0.8}  # townships that serve so many of those
SERVICES = {  # service: (weight, mean orders a month, yuan an order); extras last
    "助餐": (22, 16, 12),
    "助浴": (7, 2, 60),
    "助洁": (14, 3, 45),
    "助医": (10, 2, 40),
    "助行": (7, 2, 25),
    "代办": (8, 2, 0),
    "康复护理": (8, 4, 70),
    "心理慰藉": (9, 2, 0),
    "学业辅导": (6, 4, 30),
    "就业指导": (5, 2, 0),
    "理发": (6, 1, 15),
    "家电维修": (7, 1, 80),
    "节日陪伴": (6, 1, 0),
}
EXTRAS = ("理发", "家电维修", "节日陪伴")


def make(seed):
    """Return every row, month by month."""
    rng = common.generator(seed, "service_orders")
    weights = {name: weight for name, (weight, _, _) in SERVICES.items()}
    willing, rows = {}, []
    for home in assistance_profiles.make(seed):
        if home["month"] < FIRST:
            continue
        # a household asks for services or does not: the same ones come month after month
        taste = willing.setdefault(home["household"], rng.random())
        grown = 0.55 + 0.45 * _age(home["month"]) / 13
        share = SHARES[home["colour"]] * BEYOND.get(home["category"], 1.0) * grown
        share *= LATE.get(home["ref_area"], 1.0)
        if taste * 0.7 + rng.random() * 0.3 > share:
            continue
        wanted = {common.pick(rng, weights) for _ in range(1 + int(rng.binomial(2, 0.3)))}
        rows += [_order(rng, home, name) for name in sorted(wanted, key=list(SERVICES).index)]
    return rows


def write(seed, folder):
    heads = common.headings("service_orders")
    common.write(folder / "service_orders.csv", heads, make(seed))


def _age(month):
    """Return how many months the pilot has run."""
    year, number = (int(part) for part in month.split("-"))
    return year * 12 + number - (2023 * 12 + 7)


def _order(rng, home, name):
    _, mean, price = SERVICES[name]
    hot = 1.25 if name == "助餐" and home["month"].endswith(("-07", "-08")) else 1.0
    orders = 1 + int(rng.poisson(max(mean * hot - 1, 0.05)))
    if name != "助餐":
        orders = min(orders, 20)
    return {
        "household": home["household"],
        "ref_area": home["ref_area"],
        "month": home["month"],
        "service_type": name,
        "menu": "增选" if name in EXTRAS else "基础",
        "orders": orders,
        "cost": f"{orders * price:.2f}",
    }
