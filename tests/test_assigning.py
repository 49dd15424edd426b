"""Assigning: what is chosen together scores most, and nothing is promised twice."""

import itertools
import random

import pandas as pd

from queries import assigning

COLUMNS = ["demand", "supply", "score", "amount", "slots_left", "money_left"]


def pairs(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def chosen(rows):
    picked = rows[assigning.assign(rows)]
    return set(zip(picked["demand"], picked["supply"], strict=True))


def test_without_a_pair_nothing_is_chosen():
    assert len(assigning.assign(pairs())) == 0


def test_what_scores_most_together_is_chosen_not_what_scores_most_first():
    # taking (a, x) first would leave b without x: 90 in all; crossed they score 150
    rows = pairs(("a", "x", 90, 1, 1, 9), ("a", "y", 80, 1, 1, 9), ("b", "x", 70, 1, 1, 9))
    assert chosen(rows) == {("a", "y"), ("b", "x")}


def test_a_supply_gives_no_more_than_its_slots():
    rows = pairs(*(("abc"[n], "x", 50 + n, 1, 2, 99) for n in range(3)))
    assert chosen(rows) == {("b", "x"), ("c", "x")}


def test_a_supply_gives_no_more_than_its_money():
    rows = pairs(
        ("a", "x", 60, 700, 5, 1000), ("b", "x", 50, 500, 5, 1000), ("c", "x", 40, 500, 5, 1000)
    )
    assert chosen(rows) == {("b", "x"), ("c", "x")}  # 50 + 40 for 1000 beat 60 for 700


def allowed(rows):
    by_demand = rows.groupby("demand").size().max() if len(rows) else 0
    within = all(
        len(own) <= own["slots_left"].iloc[0] and own["amount"].sum() <= own["money_left"].iloc[0]
        for _, own in rows.groupby("supply")
    )
    return by_demand <= 1 and within


def test_no_other_choice_scores_more():
    dice = random.Random(7)
    for _ in range(8):
        supplies = {one: (dice.randint(1, 2), dice.randint(3, 9)) for one in "xyz"}
        amounts = {one: dice.randint(1, 6) for one in "abc"}
        every = itertools.product(amounts, supplies)
        rows = pairs(
            *(
                (d, s, dice.randint(1, 99), amounts[d], *supplies[s])
                for d, s in every
                if dice.random() < 0.8
            )
        )
        best = max(
            rows.iloc[list(some)]["score"].sum()
            for size in range(4)
            for some in itertools.combinations(range(len(rows)), size)
            if allowed(rows.iloc[list(some)])
        )
        picked = rows[assigning.assign(rows)]
        assert allowed(picked)
        assert picked["score"].sum() == best
