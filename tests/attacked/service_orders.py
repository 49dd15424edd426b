"""What is published of the orders of service-type assistance."""

from tests.attacker_definitions import ALL, Definitions

BASIC = (
    "助餐",
    "助浴",
    "助洁",
    "助医",
    "助行",
    "代办",
    "康复护理",
    "心理慰藉",
    "学业辅导",
    "就业指导",
)
EXTRA = ("理发", "家电维修", "节日陪伴")
ORDERS, SERVED = ("orders", ALL), ("served", ALL)

DEFINITIONS = Definitions(
    series={
        ("service_order", ALL): (ORDERS, None),
        ("service_cost", ALL): (("amount", ALL), None),
        ("service_menu", "*"): (("orders", "*"), None),
        # of other extracts
        ("service_household", ALL): (SERVED, None),
    },
    additive=frozenset({"orders", "amount", "served"}),
    equal=(([ORDERS], [("orders", name) for name in (*BASIC, *EXTRA)]),),
    as_a_rule=(([SERVED], [ORDERS], None),),  # another township may have served
    rates=((("amount", ALL), ORDERS),),
)
