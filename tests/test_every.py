"""A rule over many things is one test, and says all it does not hold of."""

import pytest

from tests.every import every


@pytest.fixture
def limit():
    return 3


@every("number", [1, 2, 3], called=str)
def test_a_rule_takes_fixtures_beside_its_thing(number, limit):
    assert number <= limit


def ran(things):
    @every("number", things, called="number {}".format)
    def small(number, limit):
        assert number <= limit, "too large"

    return lambda: small(limit=3)


def test_a_rule_fails_with_all_it_does_not_hold_of():
    with pytest.raises(AssertionError) as problem:
        ran([2, 4, 3, 5])()
    assert "number 4: too large" in str(problem.value)
    assert "number 5: too large" in str(problem.value)
    assert "number 2" not in str(problem.value)


def test_a_rule_that_cannot_be_tried_says_of_what():
    with pytest.raises(TypeError) as problem:
        ran([2, "four"])()
    assert problem.value.__notes__ == ["of number four"]


def test_a_rule_of_nothing_fails():
    with pytest.raises(AssertionError, match="a rule of nothing"):
        ran([])()
