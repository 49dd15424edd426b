"""Monthly returns of projects: over 120 activities and 10,000 person-times of the 平舞阿姨 ones."""

from demo import common, community_projects
from demo.common import AS_OF

# brand → (activities a month, persons at each, share of months with a supervisor's visit)
MANNER = {"平舞阿姨": (0.73, 83, 0.8), "社立方": (1.3, 60, 0.7), "林聚邻": (1.2, 55, 0.3)}
USUAL = (0.95, 34, 0.66)
UNVISITED = {"独山港镇": 0.5, "广陈镇": 0.6}  # less supervision
DELIGHT = {"平舞阿姨": 0.03, "社立方": 0.02}


def make(seed):
    """Return a row per running project and month: one that did nothing returns zeros."""
    rng = common.generator(seed, "project_activities")
    rows = []
    for project in community_projects.make(seed):
        if "approved_on" in project:
            rows += _of_project(rng, project)
    return sorted(rows, key=lambda row: (row["month"], row["project"]))


def write(seed, folder):
    heads = common.headings("project_activities")
    common.write(folder / "project_activities.csv", heads, make(seed))


def _of_project(rng, project):
    often, crowd, visited = MANNER.get(project.get("brand"), USUAL)
    visited *= UNVISITED.get(project["ref_area"], 1)
    until = min(project.get("final_on") or project.get("cancelled_on") or AS_OF, AS_OF)
    first = project["approved_on"]
    for year, month in common.MONTHS:
        if (first.year, first.month) < (year, month) <= (until.year, until.month):
            activities = int(rng.poisson(often * (0.4 if month == 2 else 1)))
            sessions = int(rng.binomial(2, visited / 2))
            served = activities and int(rng.poisson(crowd * activities * rng.uniform(0.7, 1.3)))
            yield _row(rng, project, f"{year}-{month:02d}", activities, served, sessions)


def _row(rng, project, month, activities, served, sessions):
    rated = int(rng.binomial(served, 0.35))
    pleased = 0.9 + DELIGHT.get(project.get("brand"), 0) + rng.normal(0, 0.03)
    return {
        "project": project["project"],
        "ref_area": project["ref_area"],
        "month": month,
        "activities": activities,
        "person_times": served,
        "volunteers": activities and 2 + int(rng.poisson(3 * activities)),
        "supervision_sessions": sessions,
        "rated": rated,
        "satisfied": int(rng.binomial(rated, min(0.99, pleased))),
    }
