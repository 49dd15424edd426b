"""Monthly series that do not change, and what is added to make them change: for simulations.

Every maker takes (random generator, how many series, how many months) and returns one series a row.
"""

import numpy as np


def white(rng, count, months):
    return rng.standard_normal((count, months))


def resembling(phi):
    """Return a maker of an AR(1) whose months have a variance of one."""

    def made(rng, count, months):
        shocks = rng.standard_normal((count, months)) * np.sqrt(1 - phi**2)
        shocks[:, 0] = rng.standard_normal(count)
        for month in range(1, months):
            shocks[:, month] += phi * shocks[:, month - 1]
        return shocks

    return made


def seasonal(of, swing=2.0):
    """Return a maker of series with a season on top, another one for each."""

    def made(rng, count, months):
        return _season(rng, count, months, swing) + of(rng, count, months)

    return made


def outlying(rng, count, months):
    """Return white noise with a season, and one month of the first year far too low."""
    series = seasonal(white)(rng, count, months)
    series[np.arange(count), rng.integers(0, 12, count)] -= 12
    return series


def counts(mean, dispersion=None, phi=None):
    """Return a maker of counts, their mean multiplied by a season: Poisson, negative binomial if
    `dispersion` is given, Poisson of a mean that resembles itself if `phi` is.
    """

    def made(rng, count, months):
        level = _season(rng, count, months, 0.5)
        if phi:
            level = level + 0.3 * resembling(phi)(rng, count, months)
        means = mean * np.exp(level)
        if dispersion:
            return rng.negative_binomial(dispersion, dispersion / (dispersion + means)) * 1.0
        return rng.poisson(means) * 1.0

    return made


def walk(steps):
    """Return a maker of stocks whose net changes are `steps`: they end where they end by chance."""

    def made(rng, count, months):
        return 500 + steps(rng, count, months).cumsum(axis=1)

    return made


def seasonal_steps(rng, count, months):
    """Return net changes with a season that comes to nought over a year."""
    season = _season(rng, count, 12, 2.0)
    season -= season.mean(axis=1, keepdims=True)
    return np.tile(season, months // 12 + 1)[:, :months] + white(rng, count, months)


def rare_steps(rng, count, months):
    return rng.choice([-1.0, 0.0, 1.0], p=[0.05, 0.9, 0.05], size=(count, months))


def comings_and_goings(rng, count, months):
    return rng.poisson(5, (count, months)) * 1.0 - rng.poisson(5, (count, months))


def _season(rng, count, months, swing):
    season = rng.standard_normal((count, 12)) * swing
    return np.tile(season, months // 12 + 1)[:, :months]


FLOWS = {  # name → (maker, whether it is a count)
    "white noise": (white, False),
    "AR(1) 0.3": (resembling(0.3), False),
    "AR(1) 0.6": (resembling(0.6), False),
    "seasonal": (seasonal(white), False),
    "seasonal, AR(1) 0.3": (seasonal(resembling(0.3)), False),
    "seasonal, AR(1) 0.6": (seasonal(resembling(0.6)), False),
    "seasonal Poisson, mean 30": (counts(30), True),
    "seasonal Poisson, mean 2": (counts(2), True),
    "seasonal negative binomial": (counts(30, dispersion=4), True),
    "seasonal Poisson of an AR(1) 0.5": (counts(30, phi=0.5), True),
    "seasonal, one outlier": (outlying, False),
}
STOCKS = {
    "random walk": (walk(white), False),
    "walk of AR(1) 0.3 steps": (walk(resembling(0.3)), False),
    "walk of AR(1) 0.6 steps": (walk(resembling(0.6)), False),
    "walk of seasonal steps": (walk(seasonal_steps), False),
    "walk of rare steps": (walk(rare_steps), True),
    "comings and goings": (walk(comings_and_goings), True),
    "a level with a season": (seasonal(white), False),
    "a level, AR(1) 0.6": (resembling(0.6), False),
}
CLASSES = {"flow": FLOWS, "stock": STOCKS}
