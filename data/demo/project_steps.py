"""The step log of the community projects, one row per step begun."""

from demo import common, community_projects
from demo.common import AS_OF

COLUMNS = ("step", "started_on", "due_on", "done_on", "cancelled_on")


def make(seed):
    """Return a row per project and step begun, in the order of projects and steps."""
    return [
        {"project": row["project"], "ref_area": row["ref_area"], "as_of": AS_OF}
        | dict(zip(COLUMNS, step, strict=True))
        for row in community_projects.make(seed)
        for step in row["steps"]
    ]


def write(seed, folder):
    heads = common.headings("project_steps")
    common.write(folder / "project_steps.csv", heads, make(seed))
