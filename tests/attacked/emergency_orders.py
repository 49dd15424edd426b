"""What is published of deliveries in emergencies."""

from tests.attacker_definitions import ALL, Definitions

FIRST, FIRST_SO_FAR, FIRST_OF_YEAR = ("first", ALL), ("first_ytd", ALL), ("first_year", ALL)
BOXES, BOXES_SO_FAR = ("amount", ALL), ("amount_ytd", ALL)
ORDERS, ON_TIME, LATE = ("orders", ALL), ("on_time", ALL), ("late", ALL)
EVENTS = ("event", "*")

DEFINITIONS = Definitions(
    series={
        ("emergency_resident", ALL): (FIRST_SO_FAR, None),
        ("emergency_box", ALL): (BOXES_SO_FAR, None),
        ("emergency_on_time_share", ALL): (ON_TIME, ORDERS),
        ("emergency_event", "*"): (EVENTS, None),
    },
    additive=frozenset(
        {
            "first",
            "first_ytd",
            "first_year",
            "event",
            "amount",
            "amount_ytd",
            "orders",
            "on_time",
            "late",
        }
    ),
    at_most=(
        ([FIRST], [ORDERS]),
        ([ORDERS], [BOXES]),  # at least a box an order
        ([FIRST_OF_YEAR], [EVENTS]),
    ),
    equal=(([ORDERS], [ON_TIME, LATE]),),
    as_a_rule=(([EVENTS], [FIRST_OF_YEAR], None),),  # nobody is in two emergencies
    running={FIRST_SO_FAR: FIRST, BOXES_SO_FAR: BOXES},
    edges={FIRST_OF_YEAR: (FIRST_SO_FAR, "closing")},
    hidden={FIRST: FIRST_SO_FAR, BOXES: BOXES_SO_FAR, LATE: ORDERS},
)
