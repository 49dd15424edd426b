"""Whether the year's end lies in its interval as often as said, and who forecasts it best.

python -m tests.benchmarks.bench_forecast [--series 2000] [--var VAR] writes forecast.json: of
simulated series, and of the shipped data where VAR holds a version. The yardsticks: of a sum, that
the rest of last year comes again; of a level, that it stays. ETS is that of Hyndman et al. (2008)
as statsmodels has it.
"""

import argparse
import json
import time
import warnings
from pathlib import Path

import numpy as np

from queries import database, versions
from queries.extrapolation import FIRST, LEVELS, SUMS, outlook

OUT = Path(__file__).parent / "forecast.json"
SEASON = 1 + 0.6 * np.sin(2 * np.pi * np.arange(12) / 12) + 0.8 * (np.arange(12) == 10)
KNOWN = (32, 44, 68)  # months, the last of them an August if the first is a January
AHEAD = (1, 4, 9)
FITTED = 60  # series to which ETS is fitted: 35 ms each


def walk(chance, months):
    return 500 + np.cumsum(chance.normal(2, 3, months))


def line(chance, months):
    return 100 + 1.5 * np.arange(months) + chance.normal(0, 4, months)


def share(chance, months):
    noise = chance.normal(0, 1, months + 50)
    for month in range(1, months + 50):
        noise[month] += 0.7 * noise[month - 1]
    return 80 + noise[50:]


def steps(chance, months):
    return 40.0 + np.cumsum(chance.poisson(0.6, months))


def money(chance, months):
    mean = 100 * np.resize(SEASON, months) * 1.005 ** np.arange(months)
    return np.maximum(chance.normal(mean, mean / 8), 0)


def counts(chance, months):
    return chance.poisson(3 * np.resize(SEASON, months)).astype(float)


def even(chance, months):
    return np.maximum(chance.normal(100, 15, months), 0)


SERIES = {False: (walk, line, share, steps), True: (money, counts, even)}


def simulated(series, is_sum, known, ahead, many):
    chance, held, ours, naive, widths = np.random.default_rng(2024), 0, [], [], []
    for _ in range(many):
        start = chance.integers(0, 12)  # the year's end meets every season
        amounts = series(chance, known + ahead + start)[start:]
        came = amounts[known:].sum() if is_sum else amounts[-1]
        found = outlook(amounts[:known], ahead, is_sum)
        held += found.lower[-1] <= came <= found.upper[-1]
        ours.append(abs(found.amounts[-1] - came))
        naive.append(abs(yardstick(amounts[:known], ahead, is_sum) - came))
        widths.append(found.upper[-1] - found.lower[-1])
    return {
        "series": series.__name__,
        "known": known,
        "ahead": ahead,
        "coverage": round(float(held) / many, 3),
        "error_to_yardstick": round(float(np.mean(ours) / np.mean(naive)), 3),
        "width_to_error": round(float(np.mean(widths) / np.mean(ours)), 2),
    }


def yardstick(amounts, ahead, is_sum):
    return amounts[-12 : len(amounts) - 12 + ahead].sum() if is_sum else amounts[-1]


def shipped(var):
    """Stand in the same month of each earlier year of the shipped series; forecast its end."""
    version = versions.current(var)
    with database.connect() as con:
        con.execute(f"attach '{version.published}' as published (read_only)")
        con.execute("use published")
        rows = con.execute(database.script("forecast_series")).df()
    held, ours, naive, series = [], [], [], set()
    for row in rows.itertuples():
        amounts, ahead = np.array(row.amounts, dtype=float), 12 - row.months_gone
        for known in range(len(amounts) - 12, FIRST, -12):
            found = outlook(amounts[:known], ahead, row.is_sum, 100 if row.is_share else np.inf)
            came = amounts[known : known + ahead]
            end = came.sum() if row.is_sum else came[-1]
            before = amounts[max(known - row.months_gone, 0) : known].sum() if row.is_sum else 0
            if found is None or not end + before:
                continue
            series.add((row.indicator, row.ref_area))
            held.append(found.lower[-1] - 1e-9 <= end <= found.upper[-1] + 1e-9)
            ours.append(abs(found.amounts[-1] - end) / (end + before))
            naive.append(abs(yardstick(amounts[:known], ahead, row.is_sum) - end) / (end + before))
    return {
        "series": len(series),
        "trials": len(held),
        "coverage": round(float(np.mean(held)), 3),
        "mean_error": round(float(np.mean(ours)), 4),
        "mean_error_of_yardstick": round(float(np.mean(naive)), 4),
        "median_error": round(float(np.median(ours)), 4),
        "median_error_of_yardstick": round(float(np.median(naive)), 4),
    }


def against_others():
    """Return errors four months ahead of 44, of our methods and of others, and what each costs."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel
    from statsmodels.tsa.forecasting.theta import ThetaModel

    def ets(amounts, is_sum):
        season = {"seasonal": "add", "seasonal_periods": 12} if is_sum else {}
        model = ETSModel(amounts, error="add", trend="add", damped_trend=True, **season)
        return model.fit(disp=False).forecast(4)

    def theta(amounts, is_sum):
        return ThetaModel(amounts, period=12, deseasonalize=is_sum).fit().forecast(4)

    rows = []
    for is_sum, kinds in SERIES.items():
        for series in kinds:
            chance, errors, spent = np.random.default_rng(7), {}, {}
            for _ in range(FITTED):
                amounts = series(chance, 48)
                came = amounts[44:].sum() if is_sum else amounts[-1]
                for name, made in (
                    ("ours", lambda known, is_sum: outlook(known, 4, is_sum)),
                    ("statsmodels ThetaModel", theta),
                    ("statsmodels ETS", ets),
                ):
                    began = time.perf_counter()
                    with warnings.catch_warnings():
                        warnings.simplefilter("ignore")
                        found = made(amounts[:44], is_sum)
                    spent.setdefault(name, []).append(time.perf_counter() - began)
                    if name == "ours":
                        end = found.amounts[-1]
                    else:
                        end = np.sum(found) if is_sum else np.asarray(found)[-1]
                    errors.setdefault(name, []).append(abs(end - came))
            rows.append(
                {"series": series.__name__}
                | {name: round(float(np.mean(part)), 2) for name, part in errors.items()}
                | {
                    f"{name}, ms": round(1000 * float(np.median(part)), 1)
                    for name, part in spent.items()
                }
            )
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--series", type=int, default=2000)
    parser.add_argument("--var", type=Path)
    asked = parser.parse_args()
    rows = [
        simulated(series, is_sum, known, ahead, asked.series)
        for is_sum, kinds in SERIES.items()
        for series in kinds
        for known in KNOWN
        for ahead in AHEAD
    ]
    found = {"methods": [*LEVELS, *SUMS], "simulated": rows, "others": against_others()}
    if asked.var:
        found["shipped"] = shipped(asked.var)
    OUT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    for row in [*rows, *found["others"], found.get("shipped", {})]:
        print(row)


if __name__ == "__main__":
    main()
