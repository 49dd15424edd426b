"""What the definitions of the indicators say: which published series is which quantity.

Taken down by hand from definition_zh. A quantity is (measure, programme), '_T' for all programmes.
"""

RECORDS = "assistance_payments"  # whose series are taken down here, and attacked
ALL = "_T"
ONCE_OFF, SUBSISTENCE, EITHER = "临时救助", "低保", "残疾人两项补贴"
DISABILITY = ("残疾人生活补贴", "重度残疾人护理补贴")
RESIDENTS = ("residents", ALL)

# (indicator or figure, category) → (quantity above, quantity below the line); '*' is any category
SERIES = {
    ("assistance_amount", ALL): (("amount", ALL), None),
    ("assistance_amount_ytd", ALL): (("amount_ytd", ALL), None),
    ("assistance_amount_mean", ALL): (("amount", ALL), ("recipients", ALL)),
    ("assistance_household", ALL): (("households", ALL), None),
    ("assistance_pending_share", ALL): (("pending", ALL), ("rows", ALL)),
    ("assistance_returned_share", ALL): (("returned", ALL), ("sent", ALL)),
    ("assistance_programme_recipient", "*"): (("recipients", "*"), None),
    ("assistance_recipient", ALL): (("recipients", ALL), None),
    ("assistance_recipient_per_1000", ALL): (("recipients", ALL), RESIDENTS),
    ("child_support_recipient", ALL): (("recipients", "困境儿童"), None),
    ("disability_subsidy_recipient", ALL): (("recipients", EITHER), None),
    ("extreme_difficulty_recipient", ALL): (("recipients", "特困"), None),
    ("old_age_allowance_recipient", ALL): (("recipients", "高龄津贴"), None),
    ("subsistence_allowance_household", ALL): (("households", SUBSISTENCE), None),
    ("subsistence_allowance_mean", ALL): (("amount", SUBSISTENCE), ("persons", SUBSISTENCE)),
    ("subsistence_allowance_per_1000", ALL): (("persons", SUBSISTENCE), RESIDENTS),
    ("subsistence_allowance_recipient", ALL): (("persons", SUBSISTENCE), None),
    ("temporary_assistance_payment", ALL): (("payments", ONCE_OFF), None),
    ("assistance_programme_mix", "*"): (("amount", "*"), None),
    ("child_difficulty_count", ALL): (("children", ALL), None),
}

# Public numbers, or none of anybody (a visit is no child): nothing to protect, nothing to learn.
NOT_COUNTED = {
    "extreme_difficulty_standard",
    "subsistence_allowance_standard",
    "child_visit_share",
}

ADDITIVE = {
    "payments",
    "returned",
    "pending",
    "sent",
    "rows",
    "persons",
    "amount",
    "amount_ytd",
    "children",
}  # the county is the sum of its townships; of persons and households it is at most that

MADE = [("sent", ALL), "-", ("returned", ALL)]  # payments that were not returned
# At one place and time: the sum of the first is at most the sum of the others; '-' takes away.
AT_MOST = [
    ([("returned", ALL)], [("sent", ALL)]),
    ([("recipients", ALL)], MADE),
    ([("households", ALL)], MADE),
    ([("households", SUBSISTENCE)], [("households", ALL)]),
    ([("households", SUBSISTENCE)], [("persons", SUBSISTENCE)]),
    ([("recipients", SUBSISTENCE)], [("persons", SUBSISTENCE)]),
    ([("recipients", ONCE_OFF)], [("payments", ONCE_OFF)]),
    *[([("recipients", one)], [("recipients", EITHER)]) for one in DISABILITY],
    ([("recipients", EITHER)], [("recipients", one) for one in DISABILITY]),
    ([("recipients", EITHER)], [("recipients", ALL)]),
]

# The same, but only as long as no published cell speaks against it: a person can be in two homes.
AT_MOST_AS_A_RULE = [
    ([("households", ALL)], [("recipients", ALL)]),
    ([("households", SUBSISTENCE)], [("recipients", SUBSISTENCE)]),
]

EQUAL = [([("rows", ALL)], [("sent", ALL), ("pending", ALL)])]

# Amount and what it is paid for: where a rate is public or steady, one gives the other away.
RATES = [(("amount", SUBSISTENCE), ("persons", SUBSISTENCE))]
RATES += [(("amount", ONCE_OFF), ("payments", ONCE_OFF))]


def quantities(declared, category):
    """Return the (above, below) quantities of a series; a series unknown here is its own."""
    pair = SERIES.get((declared, category)) or SERIES.get((declared, "*"))
    if pair is None:
        return (f"{declared}.numerator", category), (f"{declared}.denominator", category)
    return tuple(part and (part[0], category if part[1] == "*" else part[1]) for part in pair)


def is_amount(quantity):
    return quantity[0].startswith("amount")
