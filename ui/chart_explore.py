"""A cross-tab's cells as the board's own charts and maps draw them; which of them suit it."""

from types import SimpleNamespace

import pandas as pd

from queries.exploring import ADDS_UP, Answer
from ui import chart_trend, wording_explore
from ui.pivot import ZERO_WHEN_ABSENT
from ui.wording_numbers import short

FREQS = {"month": "M", "quarter": "Q", "year": "A"}
FEW = 6  # parts of a bar that can be told apart
LEAST_PERIODS = 3  # of a line; two make a pair of bars
NO_EVENTS = pd.DataFrame(columns=["event_on", "name_zh", "is_break"])


def suited(answer: Answer) -> list[str]:
    """Return the kinds of chart that suit the shape of an answer, the best first."""
    plan = answer.plan
    looks, one = plan.dimensions, plan.question.measures[0]
    has_time = plan.time is not None and looks[plan.time].grain in FREQS
    has_time = has_time and answer.cells[plan.names[plan.time]].nunique() >= LEAST_PERIODS
    adds_up = one.how in ADDS_UP and plan.question.show not in ("previous", "year")
    if not looks:
        return ["numbers"]
    found = []
    if len(looks) in (1, 2) and has_time:
        found.append("line")
    if len(looks) == 1:
        found.append("bar")
        found += ["map"] * (looks[0].field.type == "township" and not looks[0].way)
    if len(looks) == 2:
        few = answer.cells["d2"].nunique() <= FEW
        stacked = ["stacked"] * adds_up
        found += [*stacked, "heat"] if few else ["heat", *stacked]
    return [*found, "table"]


def line(answer: Answer, compact: bool):
    """Return the first measure through time, a line for each value of the other dimension."""
    plan = answer.plan
    time = plan.names[plan.time]
    other = next((d for d in plan.names if d != time), None)
    cells = answer.cells[answer.cells[time].notna() & (answer.cells[time] != "")]
    if other:
        cells = cells[cells[other].notna()]
    names = (
        list(dict.fromkeys(cells.sort_values(f"o{other[1:]}")[f"w{other[1:]}"])) if other else [""]
    )
    of = _of(plan, answer)
    value = dict(
        zip(
            zip(cells[f"w{other[1:]}"] if other else [""] * len(cells), cells[time], strict=True),
            cells["s1"],
            strict=True,
        )
    )
    periods = sorted(cells[time].unique())
    is_zero = plan.question.measures[0].how in ZERO_WHEN_ABSENT and plan.question.show == "value"
    rows = pd.DataFrame(
        [
            {
                "ref_area": name,
                "name_zh": name,
                "area_level": "township" if other else "county",
                "time_period": period,
                "start_date": _start(period),
                "obs_value": value.get((name, period), 0.0 if is_zero else float("nan")),
                "target": float("nan"),
                "segment": 0,
            }
            for name in names
            for period in periods
        ]
    )
    rows["obs_status"] = rows["obs_value"].notna().map({True: "A", False: "O"})
    return chart_trend.trend_figure(
        rows, of, names[:3] if other else [], NO_EVENTS, compact=compact
    )


def areas(answer: Answer, known: list) -> pd.DataFrame:
    """Return the cells by township as a map draws them; `known` are the areas of the version."""
    plan, of = answer.plan, _of(answer.plan, answer)
    rows = answer.cells.set_index("d1")
    is_zero = plan.question.measures[0].how in ZERO_WHEN_ABSENT and plan.question.show == "value"
    shown = pd.DataFrame([vars(one) for one in known])
    shown["obs_value"] = [
        rows["s1"].get(code, 0.0 if is_zero else float("nan")) for code in shown["ref_area"]
    ]
    status = rows.get("status", {})
    shown["obs_status"] = [
        "A" if pd.notna(value) else status.get(code) or "O"
        for code, value in zip(shown["ref_area"], shown["obs_value"], strict=True)
    ]
    shown["value_label"] = [short(row.obs_value, of, row.obs_status) for row in shown.itertuples()]
    return shown


def _of(plan, answer):
    of = wording_explore.shown(plan, 0)
    freq = FREQS.get(plan.dimensions[plan.time].grain, "M") if plan.time is not None else "M"
    return SimpleNamespace(
        unit_zh=of.unit_zh,
        decimals=of.decimals,
        kind="flow",
        freq=freq,
        accumulate="",
        standardised=True,
    )


def _start(period):
    year, _, part = period.partition("-")
    month = int(part[1:]) * 3 - 2 if part.startswith("Q") else int(part or 1)
    return pd.Timestamp(int(year), month, 1)
