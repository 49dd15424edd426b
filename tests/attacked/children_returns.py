"""What is published of the monthly returns of children in difficulty or left behind."""

from tests.attacker_definitions import ALL, Definitions

CHILDREN, DUE, DONE, MISSED = ((name, ALL) for name in ("children", "due", "done", "missed"))

DEFINITIONS = Definitions(
    series={
        ("child_difficulty_count", ALL): (CHILDREN, None),
        ("child_visit_share", ALL): (DONE, DUE),
        # of other extracts
        ("child_support_recipient", ALL): (("paid", ALL), None),
    },
    additive=frozenset({"children", "due", "done", "missed"}),
    at_most=(([DUE], [CHILDREN] * 4),),  # the contract's rule: four visits a month and child
    equal=(([DUE], [DONE, MISSED]),),
    as_a_rule=(([("paid", ALL)], [CHILDREN], None), ([CHILDREN], [DUE], None)),
    hidden={MISSED: DUE},
)
