"""Where a monthly series goes from here, and how wrong the same reckoning was before.

Every method is tried at every month in the past that has a year before it and the asked months
after it. The one that erred least there, of late above all, is used, and its errors say how far the
next may lie: no distribution is assumed (conformal prediction, Vovk, Gammerman and Shafer 2005).
"""

from dataclasses import dataclass

import numpy as np

LEVEL = 0.8  # of an interval
FIRST = 13  # months known before the first trial: a year and the month before it
SHORTEST = 24  # months below which nothing is forecast: then one December at least was tried
ALPHAS = np.linspace(0.05, 1, 20)  # weights of the newest month, tried by exponential smoothing
LONGEST_RHYTHM = 4  # years of which the rhythm is the mean
HALVED = 12  # months after which a trial counts half: what grew for years may have stopped
GROWTH = (0.5, 2.0)  # a sum is not thought to more than halve or double within a year


@dataclass(frozen=True)
class Outlook:
    """The next months: `amounts`, `lower` and `upper` one a month, as levels or as sums from here.

    `trials` are (forecast, what came, months known) of the last month, at every month tried.
    """

    method: str
    amounts: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    trials: list[tuple[float, float, int]]


def outlook(amounts, months: int, is_sum: bool, ceiling=np.inf) -> Outlook | None:
    """Return how `amounts`, one a month, go on for `months`; None where there are too few.

    `is_sum` says that they add up: what is forecast are the sums of the next 1, 2 … months. Nothing
    is forecast above `ceiling`, below nought where nothing was, or to fall where it never fell.
    """
    known = np.asarray(amounts, dtype=float)
    if len(known) < SHORTEST or len(known) - months - FIRST + 1 < least_trials():
        return None
    methods = SUMS if is_sum else LEVELS
    floor = _floor(known, is_sum)
    tried = {
        name: np.clip(_tried(known, months, method, is_sum), floor, ceiling)
        for name, method in methods.items()
    }
    came = _came(known, months, is_sum)
    is_known = ~np.isnan(came[:, -1])

    age = np.arange(is_known.sum())[::-1]

    def missed(name):
        return np.average(np.abs(came - tried[name])[is_known, -1], weights=0.5 ** (age / HALVED))

    best = min(methods, key=missed)
    forecasts = tried[best]
    now = forecasts[-1]
    reach = [_reach(forecasts[:, i], came[:, i], i + 1, now[i], is_sum) for i in range(months)]
    reach = np.maximum.accumulate(reach)  # what lies further ahead is no surer
    trials = [(forecasts[k, -1], came[k, -1], k + FIRST) for k in np.flatnonzero(is_known)]
    lower, upper = np.maximum(now - reach, floor[-1]), np.minimum(now + reach, ceiling)
    return Outlook(best, now, lower, upper, trials)


def least_trials(level: float = LEVEL) -> int:
    """Return how many trials there must be for the largest error to bound the next at `level`."""
    return int(np.ceil(level / (1 - level) - 1e-9))


def bound(errors, level: float = LEVEL) -> float:
    """Return what the next error stays within with probability `level`, as it is one of them.

    The ⌈(n + 1) · level⌉-th smallest of n: exact for errors that could have come in any order.
    """
    rank = int(np.ceil((len(errors) + 1) * level - 1e-9))
    return float(np.sort(errors)[rank - 1])


def widened(windows: float) -> float:
    """Return Student's 90 % quantile over the normal one, for that many degrees of freedom.

    Trials at neighbouring months look at the same months ahead: n of them over a span of h months
    say no more than n / h that lie apart. By the expansion of Fisher and Cornish (1960).
    """
    z, df = 1.28155, max(windows, 1.0)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return 1 + sum(term / df**power for power, term in enumerate(terms, 1)) / z


def _reach(forecasts, came, span, now, is_sum):
    """Return how far the value `span` months ahead may lie from its forecast.

    The error of a sum grows with it, of counts as the square root, of shares in proportion: in a
    busy season it is larger than in a quiet one. The wider of the two is taken.
    """
    is_known = ~np.isnan(came)
    errors, forecasts = np.abs(came - forecasts)[is_known], forecasts[is_known]
    wider = widened(len(errors) / span)
    if not is_sum:
        return bound(errors) * wider
    least = max(np.abs(forecasts).mean() / 2, 1e-12)  # of hardly anything no share is made
    busier = max(now, least) / np.maximum(forecasts, least)
    return max(bound(errors * np.sqrt(busier)), bound(errors * busier)) * wider


def _floor(known, is_sum):
    """Return below what nothing is forecast after FIRST, FIRST + 1 … months, a row for each."""
    last = known[FIRST - 1 :, np.newaxis]
    if is_sum or not (np.diff(known) >= 0).all():
        return np.full(last.shape, 0.0 if (known >= 0).all() else -np.inf)
    return last


def _tried(known, months, method, is_sum):
    """Return the forecasts made after FIRST, FIRST + 1 … months, a row for each."""
    made = method(known, months)
    return made.cumsum(axis=1) if is_sum else made


def _came(known, months, is_sum):
    """Return what came after them, nan where that is not over yet."""
    ahead = np.append(known, np.full(months, np.nan))
    came = np.array([ahead[t : t + months] for t in range(FIRST, len(known) + 1)])
    return came.cumsum(axis=1) if is_sum else came


def same(known, months):
    """Stay as it is: the naive forecast."""
    return np.array([np.full(months, known[t - 1]) for t in range(FIRST, len(known) + 1)])


def drift(known, months):
    """Go on as over the last twelve months: the random walk with drift."""
    ahead = np.arange(1, months + 1)
    return np.array(
        [
            known[t - 1] + (known[t - 1] - known[t - 13]) / 12 * ahead
            for t in range(FIRST, len(known) + 1)
        ]
    )


def same_changes(known, months):
    """Change as in the same months a year ago: the seasonal naive forecast with drift."""
    return np.array(
        [
            known[t - 1] + known[t - 12 : t - 12 + months] - known[t - 13]
            for t in range(FIRST, len(known) + 1)
        ]
    )


def theta(known, months, alphas=ALPHAS):
    """Smooth exponentially and add half the slope of the straight line through all months.

    That is the Theta method (Assimakopoulos and Nikolopoulos 2000) as Hyndman and Billah (2003)
    simplified it. The weight is the one that erred least one month ahead until then.
    """
    level, squares = np.full(len(alphas), known[0]), np.zeros(len(alphas))
    ahead, made = np.arange(months), []
    for t in range(1, len(known) + 1):
        if t > 1:
            error = known[t - 1] - level
            squares, level = squares + error**2, level + alphas * error
        if t >= FIRST:
            best = squares.argmin()
            alpha, slope = alphas[best], _slope(known[:t])
            made.append(level[best] + slope / 2 * (ahead + (1 - (1 - alpha) ** t) / alpha))
    return np.array(made)


def mean(known, months):
    """Every month brings the mean of the last twelve."""
    return np.array(
        [np.full(months, known[t - 12 : t].mean()) for t in range(FIRST, len(known) + 1)]
    )


def rhythm(known, months):
    """Every month brings its mean share of a year, of as much as the last twelve months brought.

    The classical decomposition, with the moving year for its trend.
    """
    made = []
    for t in range(FIRST, len(known) + 1):
        starts = range(t - 12, -1, -12)[:LONGEST_RHYTHM]
        shares = [_shares(known[start : start + 12])[:months] for start in starts]
        made.append(known[t - 12 : t].sum() * np.mean(shares, axis=0))
    return np.array(made)


def grown_rhythm(known, months):
    """The same of a year that has grown on: by half of the last, for the moving year ends now and
    the months ahead lie in the next."""
    growth = [np.sqrt(_growth(known[:t])) for t in range(FIRST, len(known) + 1)]
    return rhythm(known, months) * np.array(growth)[:, np.newaxis]


LEVELS = {"theta": theta, "drift": drift, "same_changes": same_changes, "same": same}
SUMS = {"rhythm": rhythm, "grown_rhythm": grown_rhythm, "mean": mean}


def _slope(known):
    months = np.arange(len(known)) - (len(known) - 1) / 2
    return (months * (known - known.mean())).sum() / (months**2).sum()


def _growth(known):
    """Return how the last twelve months stand to the twelve before; 1 where that is not known."""
    before = known[-24:-12].sum() if len(known) >= 24 else 0
    return float(np.clip(known[-12:].sum() / before, *GROWTH)) if before > 0 else 1.0


def _shares(year):
    return year / year.sum() if year.sum() > 0 else np.full(12, 1 / 12)
