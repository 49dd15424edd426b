"""Extrapolation: what goes on as it went is forecast exactly, the rest as surely as is said."""

import numpy as np
import pytest
from scipy import stats
from statsmodels.tsa.forecasting.theta import ThetaModel

from queries.extrapolation import bound, grown_rhythm, outlook, rhythm, theta, widened

SEASON = np.array([5, 3, 8, 8, 9, 12, 15, 14, 9, 7, 20, 10], dtype=float)


def test_a_straight_line_goes_on_and_its_end_is_certain():
    found = outlook(100 + 2.5 * np.arange(32), 4, is_sum=False)
    expected = [180, 182.5, 185, 187.5]  # 100 + 2.5 · 32 …
    assert found.amounts == pytest.approx(expected)
    assert found.lower == pytest.approx(expected)
    assert found.upper == pytest.approx(expected)


def test_a_year_that_repeats_itself_is_forecast_by_its_months():
    found = outlook(np.tile(SEASON, 3)[:32], 4, is_sum=True)
    assert found.amounts == pytest.approx([9, 16, 36, 46])  # September to December, added up
    assert found.upper - found.lower == pytest.approx([0, 0, 0, 0])


def test_a_level_that_moves_with_the_seasons_and_climbs_is_forecast_exactly():
    levels = np.tile(SEASON, 3)[:32] + np.arange(32)
    found = outlook(levels, 4, is_sum=False)
    assert found.amounts == pytest.approx([9 + 32, 7 + 33, 20 + 34, 10 + 35])


def test_a_year_that_doubles_goes_on_growing_by_half_of_that():
    known = np.concatenate([np.full(12, 10.0), np.full(12, 20.0)])
    # the moving year brought 240, twice the 120 before it; a twelfth of 240 times √2 a month
    assert grown_rhythm(known, 2)[-1] == pytest.approx([20 * 2**0.5, 20 * 2**0.5])
    assert rhythm(known, 2)[-1] == pytest.approx([20, 20])


@pytest.mark.parametrize("months", [1, 4, 9])
def test_theta_is_the_one_of_statsmodels(months):
    known = 300 + np.cumsum(np.random.default_rng(5).normal(1.5, 4, 40))
    fitted = ThetaModel(known, deseasonalize=False).fit()
    ours = theta(known, months, np.array([fitted.params["alpha"]]))[-1]
    assert ours == pytest.approx(np.asarray(fitted.forecast(months)), rel=1e-9)


def test_theta_finds_nearly_the_weight_that_statsmodels_finds():
    for seed in range(5):
        known = 300 + np.cumsum(np.random.default_rng(seed).normal(1.5, 4, 40))
        theirs = np.asarray(ThetaModel(known, deseasonalize=False).fit().forecast(4))
        assert theta(known, 4)[-1] == pytest.approx(theirs, abs=0.5)  # an eighth of a month's noise


@pytest.mark.parametrize(
    ("errors", "within"),
    [
        ([3, 1, 2, 4], 4),  # ⌈5 · 0.8⌉ = 4: the largest
        ([9, 8, 7, 6, 5, 4, 3, 2, 1], 8),  # ⌈10 · 0.8⌉ = 8
        ([0] * 9 + [5], 0),  # ⌈11 · 0.8⌉ = 9
    ],
)
def test_four_of_five_errors_lie_within_the_bound(errors, within):
    assert bound(errors) == within


@pytest.mark.parametrize("windows", [2, 4, 10, 40])
def test_few_windows_widen_as_student_s_quantile_does(windows):
    expected = stats.t.ppf(0.9, windows) / stats.norm.ppf(0.9)
    assert widened(windows) == pytest.approx(expected, rel=0.015)


@pytest.mark.parametrize(
    ("known", "ahead", "is_forecast"),
    [
        (23, 4, False),  # no two years
        (24, 4, True),  # 24 − 4 − 12 = 8 trials
        (24, 9, False),  # three trials: none bounds the next at four in five
        (24, 8, True),
    ],
)
def test_what_is_too_short_to_be_tried_is_not_forecast(known, ahead, is_forecast):
    found = outlook(np.arange(known), ahead, is_sum=False)
    assert (found is not None) == is_forecast


def test_nothing_is_forecast_that_cannot_be():
    noise = np.random.default_rng(3).normal(0, 2, 32)
    found = outlook(np.minimum(97 + np.abs(noise), 100), 4, is_sum=False, ceiling=100)
    assert found.upper.max() <= 100
    never_fell = outlook(np.maximum.accumulate(50 + np.cumsum(noise)), 4, is_sum=False)
    assert never_fell.lower.min() >= np.maximum.accumulate(50 + np.cumsum(noise))[-1]
    counts = outlook(np.random.default_rng(3).poisson(0.4, 32), 4, is_sum=True)
    assert counts.lower.min() >= 0


def test_further_ahead_is_no_surer():
    found = outlook(500 + np.cumsum(np.random.default_rng(1).normal(2, 3, 44)), 9, is_sum=False)
    widths = found.upper - found.lower
    assert (np.diff(widths) >= -1e-9).all()
    assert widths[0] > 0


def walk(chance, months):
    return 500 + np.cumsum(chance.normal(2, 3, months))


def seasonal(chance, months):
    mean = 10 * np.resize(SEASON, months) * 1.005 ** np.arange(months)
    return np.maximum(chance.normal(mean, mean / 8), 0)


@pytest.mark.parametrize(("series", "is_sum"), [(walk, False), (seasonal, True)])
def test_four_in_five_years_end_within_their_interval(series, is_sum):
    """150 series of each kind, 44 months known: by chance 75 % to 100 % where 80 % is meant; the
    benchmark has many more, see tests/benchmarks/README.md."""
    chance, held = np.random.default_rng(11), 0
    for _ in range(150):
        amounts = series(chance, 48)
        end = amounts[44:].sum() if is_sum else amounts[-1]
        found = outlook(amounts[:44], 4, is_sum)
        held += found.lower[-1] <= end <= found.upper[-1]
    assert 0.75 <= held / 150 <= 0.99


def test_what_has_stopped_growing_is_not_thought_to_grow_on():
    """Thirty months of growth, then fourteen at a standstill."""
    stopped = np.append(np.arange(30.0) * 3, np.full(14, 87.0))
    found = outlook(stopped, 4, is_sum=False)
    assert found.method == "same"
    assert found.amounts == pytest.approx([87, 87, 87, 87])


def test_among_methods_the_one_that_erred_least_is_used():
    """Of noise around a level the mean errs least, by chance another now and then."""
    chance = np.random.default_rng(2)
    used = [outlook(chance.normal(100, 15, 68), 4, is_sum=True).method for _ in range(20)]
    assert used.count("mean") > 10
