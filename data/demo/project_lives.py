"""What becomes of a community project between its application and the day of the export."""

import datetime

from demo import project_plans
from demo.common import AS_OF


def live(rng, row):
    """Lead an approved project to the day of the export: dates, `steps`, what it spent and earned.

    A step is (step, started, due, done, cancelled).
    """
    slow = project_plans.SLOW.get(row["ref_area"], 1.0)
    wait = {
        step: datetime.timedelta(days=int(rng.integers(*span) * slow))
        for step, span in project_plans.PACE.items()
    }
    begun, applied = row["approved_on"], row["approved_on"] - wait["立项"]
    length = datetime.timedelta(days=int(rng.integers(150, 331)))
    end = begun + length
    late = int(rng.normal(2, 12)) + (rng.random() < 0.13 * slow**2) * int(rng.integers(60, 300))
    final = end + datetime.timedelta(days=late)
    dates = {
        "申报": (applied, applied),
        "立项": (applied + datetime.timedelta(days=45), begun),
        "签约": (begun + datetime.timedelta(days=30), begun + wait["签约"]),
        "中期": (begun + length / 2, begun + length / 2 + wait["签约"] / 2),
        "结项": (end, final),
        "审计": (final + datetime.timedelta(days=60), final + wait["审计"]),
    }
    row |= {"applied_on": applied, "planned_end_on": end, "steps": []}
    if rng.random() < 0.025:
        row["cancelled_on"] = min(AS_OF, begun + length / 3)
    _walk(row, dates)
    done = {step: done for step, _, _, done, _ in row["steps"]}
    if done.get("结项"):
        row["final_on"] = done["结项"]
    share = rng.uniform(0.88, 1.01)
    if "final_on" not in row:
        share *= 0.85 * min(1, (row.get("cancelled_on", AS_OF) - begun) / length)
    row["spent"] = f"{row['budget'] * share:.2f}"
    earns = rng.random() < (0.8 if "集散平台" in row["name"] else 0.3)
    row["own_income"] = f"{row['budget'] * share * rng.uniform(0.05, 0.5) * earns:.2f}"


def _walk(row, dates):
    started = row["applied_on"]
    until = row.get("cancelled_on", AS_OF)
    for step, (due, done) in dates.items():
        done = max(done, started)
        is_done = done <= until
        cancelled = None if is_done else row.get("cancelled_on")
        row["steps"].append(
            (step, started, max(due, started), done if is_done else None, cancelled)
        )
        if not is_done:
            return
        started = done
