"""What is published of the payments: a quantity's category is the programme."""

from tests.attacker_definitions import ALL, RESIDENTS, Definitions

ONCE_OFF, SUBSISTENCE, EITHER = "临时救助", "低保", "残疾人两项补贴"
DISABILITY = ("残疾人生活补贴", "重度残疾人护理补贴")
CHILD = "困境儿童"
PROGRAMMES = (SUBSISTENCE, "特困", ONCE_OFF, CHILD, *DISABILITY, "高龄津贴", "价格补贴")

PAID = ("recipients", ALL)
HOUSEHOLDS = ("households", ALL)
MADE = [("sent", ALL), "-", ("returned", ALL)]  # payments that were not returned
EACH = [("recipients", name) for name in PROGRAMMES]
NOT_ONCE_OFF = [one for one in EACH if one != ("recipients", ONCE_OFF)]
EACH_PAYMENT = [*NOT_ONCE_OFF, ("payments", ONCE_OFF)]
HELPED = [("helped", "物质+服务"), ("helped", "只有物质")]  # on the register, and paid

DEFINITIONS = Definitions(
    series={
        ("assistance_amount", ALL): (("amount", ALL), None),
        ("assistance_amount_ytd", ALL): (("amount_ytd", ALL), None),
        ("assistance_amount_mean", ALL): (("amount", ALL), PAID),
        ("assistance_household", ALL): (HOUSEHOLDS, None),
        ("assistance_pending_share", ALL): (("pending", ALL), ("rows", ALL)),
        ("assistance_returned_share", ALL): (("returned", ALL), ("sent", ALL)),
        ("assistance_programme_recipient", "*"): (("recipients", "*"), None),
        ("assistance_recipient", ALL): (PAID, None),
        ("assistance_recipient_per_1000", ALL): (PAID, RESIDENTS),
        ("child_support_recipient", ALL): (("recipients", CHILD), None),
        ("disability_subsidy_recipient", ALL): (("recipients", EITHER), None),
        ("extreme_difficulty_recipient", ALL): (("recipients", "特困"), None),
        ("old_age_allowance_recipient", ALL): (("recipients", "高龄津贴"), None),
        ("subsistence_allowance_household", ALL): (("households", SUBSISTENCE), None),
        ("subsistence_allowance_mean", ALL): (("amount", SUBSISTENCE), ("persons", SUBSISTENCE)),
        ("subsistence_allowance_per_1000", ALL): (("persons", SUBSISTENCE), RESIDENTS),
        ("subsistence_allowance_recipient", ALL): (("persons", SUBSISTENCE), None),
        ("temporary_assistance_payment", ALL): (("payments", ONCE_OFF), None),
        ("assistance_programme_mix", "*"): (("amount", "*"), None),
        # of other extracts
        ("child_difficulty_count", ALL): (("children", ALL), None),
        ("service_help", "*"): (("helped", "*"), None),
    },
    not_counted=frozenset({"extreme_difficulty_standard", "subsistence_allowance_standard"}),
    additive=frozenset(
        {"payments", "returned", "pending", "sent", "rows", "persons", "amount", "amount_ytd"}
        | {"children", "helped"}
    ),
    at_most=(
        ([("returned", ALL)], [("sent", ALL)]),
        ([PAID], MADE),
        ([HOUSEHOLDS], MADE),
        ([("households", SUBSISTENCE)], [HOUSEHOLDS]),
        ([("households", SUBSISTENCE)], [("persons", SUBSISTENCE)]),
        ([("recipients", SUBSISTENCE)], [("persons", SUBSISTENCE)]),
        ([("recipients", ONCE_OFF)], [("payments", ONCE_OFF)]),
        *[([("recipients", one)], [("recipients", EITHER)]) for one in DISABILITY],
        ([("recipients", EITHER)], [("recipients", one) for one in DISABILITY]),
        ([("recipients", EITHER)], [PAID]),
        *[([one], [PAID]) for one in EACH],
        ([PAID], EACH),
        (EACH, MADE),
        (EACH_PAYMENT, MADE),
    ),
    equal=(
        ([("rows", ALL)], [("sent", ALL), ("pending", ALL)]),
        ([("amount", ALL)], [("amount", name) for name in PROGRAMMES]),
    ),
    as_a_rule=(
        ([HOUSEHOLDS], [PAID], None),  # but a person can be in two homes
        ([("households", SUBSISTENCE)], [("recipients", SUBSISTENCE)], None),
        (EACH_PAYMENT, MADE, 0.0),  # a person is paid a programme once a month
        ([("recipients", CHILD)], [("children", ALL)], None),
        ([("households", SUBSISTENCE)], HELPED, None),
        (HELPED, [HOUSEHOLDS], None),
    ),
    running={("amount_ytd", ALL): ("amount", ALL)},
    rates=(
        *[(("amount", name), ("recipients", name)) for name in (ALL, *PROGRAMMES)],
        (("amount", SUBSISTENCE), ("persons", SUBSISTENCE)),
        (("amount", ONCE_OFF), ("payments", ONCE_OFF)),
    ),
)
