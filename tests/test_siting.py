"""Siting: no other places reach more, whatever may be spent, served or is planned already."""

import itertools
import random

import pandas as pd
import pytest

from queries import siting


def town(**near):
    """Return pairs: candidate → the homes, one letter each, from which it can be walked to."""
    rows = [(candidate, home) for candidate, homes in near.items() for home in homes]
    return pd.DataFrame(rows, columns=["candidate", "home"])


def people(**persons):
    return pd.Series(persons)


def places(*names, cost=1):
    return pd.Series(cost, index=list(names), dtype=float)


# The middle reaches 6 + 6 of 20, more than either side with its 10, and spoils both: greedy takes
# it first and comes to 12 + 4 = 16 with two places; left and right reach all 20.
GREEDY_IS_WORSE = town(middle="bc", left="ab", right="cd")
FOUR = people(a=4, b=6, c=6, d=4)


def test_the_exact_answer_beats_the_greedy_one_where_greedy_is_known_to_lose():
    costs = places("left", "middle", "right")
    exact = siting.solve(GREEDY_IS_WORSE, FOUR, costs, 2)
    assert (set(exact.sites), exact.reached, exact.gap) == ({"left", "right"}, 20, 0)
    assert exact.is_best
    quick = siting.greedy(GREEDY_IS_WORSE, FOUR, costs, 2)
    assert (quick.sites, quick.gains, quick.reached) == (("middle", "left"), (12, 4), 16)


def test_each_place_is_told_with_what_it_adds_to_those_before_it():
    exact = siting.solve(town(x="abc", y="cd"), FOUR, places("x", "y"), 2)
    assert (exact.sites, exact.gains) == (("x", "y"), (16, 4))


def test_a_dear_place_is_left_for_two_cheap_ones_that_reach_more():
    # For 10: x alone reaches 9; y and z together 5 + 6.
    pairs, persons = town(x="a", y="b", z="c"), people(a=9, b=5, c=6)
    costs = pd.Series({"x": 10.0, "y": 5.0, "z": 5.0})
    exact = siting.solve(pairs, persons, costs, 10)
    assert (set(exact.sites), exact.reached, exact.cost) == ({"y", "z"}, 11, 10)
    assert siting.solve(pairs, persons, costs, 4).sites == ()


def test_a_place_serves_no_more_than_it_can():
    # x could reach 30, y 12; each serves 10: one place serves 10, two serve 20
    pairs, persons = town(x="ab", y="b", z="c"), people(a=18, b=12, c=7)
    costs = places("x", "y", "z")
    assert siting.solve(pairs, persons, costs, 1, capacity=10).reached == 10
    both = siting.solve(pairs, persons, costs, 2, capacity=10)
    assert (set(both.sites), both.reached) == ({"x", "y"}, 20)
    # with room for 100 each, x alone takes a and b, and z the rest
    roomy = siting.solve(pairs, persons, costs, 2, capacity=100)
    assert (set(roomy.sites), roomy.reached) == ({"x", "z"}, 37)


def test_people_of_one_home_may_be_shared_out_among_places():
    exact = siting.solve(town(x="a", y="a"), people(a=18), places("x", "y"), 2, capacity=10)
    assert exact.reached == 18


def test_without_a_candidate_or_people_nothing_is_chosen():
    nowhere = pd.DataFrame(columns=["candidate", "home"])
    assert siting.solve(nowhere, FOUR, places("x"), 3) == siting.Answer()
    assert siting.solve(town(x="a"), people(a=0), places("x"), 3) == siting.Answer()
    assert siting.greedy(nowhere, FOUR, places("x"), 3) == siting.Answer()


def test_more_places_than_are_of_use_are_not_chosen():
    exact = siting.solve(town(x="abcd", y="cd", z="a"), FOUR, places("x", "y", "z"), 10)
    assert (exact.sites, exact.reached) == (("x",), 20)


def test_of_equal_answers_the_earlier_candidates_are_chosen_whatever_the_order_of_the_rows():
    pairs = town(x="a", y="b", z="c")
    persons, costs = people(a=5, b=5, c=5), places("z", "y", "x")
    for rows in (pairs, pairs[::-1]):
        assert set(siting.solve(rows, persons, costs, 2).sites) == {"x", "y"}


def test_what_planned_places_reach_is_counted_once():
    # left reaches 4 + 6, middle 6 + 6: together 16, not 22
    assert siting.reached_by(GREEDY_IS_WORSE, FOUR, ["left", "middle"]) == 16
    assert siting.reached_by(GREEDY_IS_WORSE, FOUR, []) == 0


def test_out_of_time_the_best_found_is_told_with_what_may_be_missing():
    exact = siting.solve(GREEDY_IS_WORSE, FOUR, places("left", "middle", "right"), 2, longest=0)
    assert 16 <= exact.reached <= 20
    assert exact.reached + exact.gap >= 20


def shared_out(chosen, near, persons, capacity):
    """Return the most persons some places serve: the least of all cuts (Ford and Fulkerson, 1956).

    A cut pays the room of some places, and every home that can walk to any of the others.
    """
    if capacity is None:
        return sum(n for home, n in persons.items() if any((c, home) in near for c in chosen))
    best = []
    for size in range(len(chosen) + 1):
        for full in itertools.combinations(chosen, size):
            others = set(chosen) - set(full)
            homes = [home for home in persons if any((c, home) in near for c in others)]
            best.append(len(full) * capacity + sum(persons[home] for home in homes))
    return min(best)


@pytest.mark.parametrize("capacity", [None, 9])
@pytest.mark.parametrize("dear", [False, True])
def test_no_other_choice_reaches_more(capacity, dear):
    dice = random.Random(11)
    for _ in range(12):
        names, homes = "uvwxyz", "abcdefg"
        persons = {home: dice.randint(0, 12) for home in homes}
        near = {(c, h) for c in names for h in homes if dice.random() < 0.3}
        costs = {c: dice.randint(1, 4) if dear else 1 for c in names}
        budget = dice.randint(1, 4)
        best = max(
            shared_out(some, near, persons, capacity)
            for size in range(len(names) + 1)
            for some in itertools.combinations(names, size)
            if sum(costs[c] for c in some) <= budget
        )
        pairs = pd.DataFrame(sorted(near), columns=["candidate", "home"])
        asked = pairs, pd.Series(persons), pd.Series(costs, dtype=float), budget, capacity
        exact, quick = siting.solve(*asked), siting.greedy(*asked)
        assert exact.reached == pytest.approx(best)
        assert (exact.gap, exact.cost <= budget) == (0, True)
        assert sum(exact.gains) == pytest.approx(exact.reached)
        assert quick.reached <= exact.reached + 1e-6
        if capacity is None and not dear:
            assert quick.reached >= (1 - 1 / 2.718281829) * best
