"""What is published of the register of low-income households, and of the services they get."""

from tests.attacker_definitions import ALL, Definitions

COLOURS, TYPES = ("红", "黄", "绿"), ("型一", "型二", "型三", "型四", "型五")  # hardest first
CATEGORIES = ("低保", "特困", "低保边缘", "其他低收入")
BOTH, MONEY, SERVICE = (("helped", name) for name in ("物质+服务", "只有物质", "只有服务"))
NEITHER = ("helped", "当月都没有")
HOUSEHOLDS, SERVED, PAID = ("households", ALL), ("served", ALL), ("paid", ALL)
RED, NOT_RED, NOT_BOTH = ("households", "红"), ("households", "不红"), ("helped", "其余")
OPENING, CLOSING, CAME, GONE = (("balance", n) for n in ("期初在册", "期末在册", "新增", "退出"))
WORSE, BETTER = ("moves", "变差"), ("moves", "好转")


def moved(towards):
    """Return the cells of the table of moves off its diagonal: before × after."""
    pairs = [(a, b) for a in COLOURS for b in COLOURS]
    return [
        ("moves", f"{a}×{b}")
        for a, b in pairs
        if (COLOURS.index(b) - COLOURS.index(a)) * towards > 0
    ]


DEFINITIONS = Definitions(
    series={
        ("profile_household", ALL): (HOUSEHOLDS, None),
        ("profile_red_share", ALL): (RED, HOUSEHOLDS),
        ("profile_score_mean", ALL): (("amount_score", ALL), HOUSEHOLDS),
        ("profile_entered", ALL): (CAME, None),
        ("profile_left", ALL): (GONE, None),
        ("profile_better", ALL): (BETTER, None),
        ("profile_worse", ALL): (WORSE, None),
        ("service_both_share", ALL): (BOTH, HOUSEHOLDS),
        ("service_household", ALL): (SERVED, None),
        ("profile_balance", "*"): (("balance", "*"), None),
        ("profile_category", "*"): (("households", "*"), None),
        ("profile_dimensions", "*"): (("amount_score", "*"), HOUSEHOLDS),
        ("profile_moves", "*"): (("moves", "*"), None),
        ("profile_type_colour", "*"): (("households", "*"), None),
        ("service_help", "*"): (("helped", "*"), None),
        # of other extracts
        ("assistance_household", ALL): (PAID, None),
        ("service_order", ALL): (("orders", ALL), None),
    },
    additive=frozenset(
        {"households", "helped", "served", "balance", "moves", "amount_score", "orders"}
    ),
    equal=(
        ([HOUSEHOLDS], [BOTH, MONEY, SERVICE, NEITHER]),
        ([SERVED], [BOTH, SERVICE]),
        ([HOUSEHOLDS], [RED, NOT_RED]),
        ([HOUSEHOLDS], [BOTH, NOT_BOTH]),
        ([HOUSEHOLDS], [("households", name) for name in CATEGORIES]),
        ([HOUSEHOLDS], [("households", f"{a}×{b}") for a in COLOURS for b in TYPES]),
        ([RED], [("households", f"红×{name}") for name in TYPES]),
        ([BETTER], moved(1)),
        ([WORSE], moved(-1)),
    ),
    as_a_rule=(
        ([OPENING, CAME], [CLOSING, GONE], 0.0),  # but for moves between townships
        ([BOTH, MONEY], [PAID], None),  # another township may have paid
        ([SERVED], [("orders", ALL)], None),  # another township may have served
    ),
    edges={OPENING: (HOUSEHOLDS, "opening"), CLOSING: (HOUSEHOLDS, "closing")},
    hidden={NOT_RED: HOUSEHOLDS, NOT_BOTH: BOTH},
)
