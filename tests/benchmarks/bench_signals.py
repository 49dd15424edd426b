"""How often signals are false, how small a change they find, and what other tests do.

    python -m tests.benchmarks.bench_signals [--count 2000] [--others 500]

Writes signals.json beside this file. `--others` series a class are asked by pymannkendall's tests:
they take milliseconds each.
"""

import argparse
import json
import time
import warnings
from pathlib import Path

import numpy as np
import pymannkendall

from queries import signals
from tests.benchmarks.unchanged import CLASSES, FLOWS, resembling, seasonal, walk, white

MONTHS = (36, 44, 48, 60)
SEED = 20261123
SLOPES = (0.25, 0.5, 1.0)  # standard deviations of a month, a year
JUMPS = (3, 4, 5, 6)  # standard deviations, of the last month
OTHERS = {  # of pymannkendall: those without a season are given the series less its season
    "seasonal": lambda raw, even: pymannkendall.seasonal_test(raw, 12),
    "correlated seasonal": lambda raw, even: pymannkendall.correlated_seasonal_test(raw, 12),
    "Hamed-Rao": lambda raw, even: pymannkendall.hamed_rao_modification_test(even),
    "Yue-Wang": lambda raw, even: pymannkendall.yue_wang_modification_test(even),
    "prewhitened": lambda raw, even: pymannkendall.pre_whitening_modification_test(even),
    "trend-free prewhitened": lambda raw, even: (
        pymannkendall.trend_free_pre_whitening_modification_test(even)
    ),
}


def false_alarms(count, months):
    """Return of each class the share of series without change that get a trend, and a point."""
    rng = np.random.default_rng(SEED + months)
    found = {}
    for kind, classes in CLASSES.items():
        for name, (make, is_count) in classes.items():
            series = make(rng, count, months)
            found[name] = {
                "trend": _share(signals.trend(series, kind, is_count)),
                "point": _share(signals.point(series, kind, is_count)),
            }
    return found


def power(count, months):
    """Return the share of series with a change that are found, by how large it is."""
    rng, found = np.random.default_rng(SEED - months), []
    years = np.arange(months) / 12
    for phi in (0.0, 0.3, 0.6):
        noise = seasonal(resembling(phi))
        for slope in SLOPES:
            series = noise(rng, count, months) + slope * years
            told = _share(signals.trend(series, "flow", False))
            found.append({"what": "slope a year", "phi": phi, "size": slope, "found": told})
        for jump in JUMPS:
            series = noise(rng, count, months)
            series[:, -1] += jump
            told = _share(signals.point(series, "flow", False))
            found.append({"what": "last month", "phi": phi, "size": jump, "found": told})
    for drift in (0.25, 0.5, 1.0):  # a month, in standard deviations of a net change
        series = walk(white)(rng, count, months) + drift * np.arange(months)
        told = _share(signals.trend(series, "stock", False))
        found.append({"what": "net change a month", "phi": 0.0, "size": drift, "found": told})
    return found


def other_tests(count, months):
    """Return of each class of flows how often pymannkendall's tests see a trend, at 5 %."""
    rng, found = np.random.default_rng(SEED + months), {}
    for name, (make, _) in FLOWS.items():
        series = make(rng, count, months)
        even = series - _season_of(series)
        found[name] = {
            test: sum(ask(*pair).p < 0.05 for pair in zip(series, even, strict=True)) / count
            for test, ask in OTHERS.items()
        }
    return found


def power_of_correlated(count, months):
    """Return how often the one of them that keeps to 5 % finds the slopes, months like 0.3."""
    rng = np.random.default_rng(SEED - months)
    noise, ask = seasonal(resembling(0.3)), OTHERS["correlated seasonal"]
    found = {}
    for slope in SLOPES:
        series = noise(rng, count, months) + slope * np.arange(months) / 12
        found[slope] = sum(ask(one, one).p < 0.05 for one in series) / count
    return found


def _season_of(series):
    months = series.shape[1]
    season = np.stack([series[:, month::12].mean(axis=1) for month in range(12)], axis=1)
    return np.tile(season, months // 12 + 1)[:, :months]


def _share(told):
    return float(np.mean(told["direction"] != "none"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--others", type=int, default=500)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")  # pymannkendall divides by nought where it can say nothing
    began = time.perf_counter()
    found = {
        "series": asked.count,
        "false_alarms": {months: false_alarms(asked.count, months) for months in MONTHS},
        "power": {months: power(asked.count, months) for months in MONTHS},
        "series_of_others": asked.others,
        "others": {months: other_tests(asked.others, months) for months in (48, 60)},
        "correlated": {months: power_of_correlated(asked.others, months) for months in (48, 60)},
    }
    found["seconds"] = round(time.perf_counter() - began, 1)
    path = Path(__file__).with_name("signals.json")
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for kind in ("trend", "point"):
        for name in found["false_alarms"][MONTHS[0]]:
            told = [f"{found['false_alarms'][months][name][kind]:.1%}" for months in MONTHS]
            print(kind, name, *told, sep=" | ")


if __name__ == "__main__":
    main()
