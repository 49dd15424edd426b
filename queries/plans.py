"""Plans: a question beside the dataset it is asked of, and the records it is asked of."""

from dataclasses import dataclass

from queries import aspects
from queries.aspects import Aspect, aspect
from queries.datasets import Dataset
from queries.questions import Measure, Question

OTHER = "_other"  # the code of everything that is not among the first


@dataclass(frozen=True)
class Plan:
    """A question beside the dataset it is asked of."""

    dataset: Dataset
    question: Question

    @property
    def dimensions(self) -> list[Aspect]:
        return [aspect(self.dataset, spelt) for spelt in self.question.by]

    @property
    def names(self) -> list[str]:
        return [f"d{number}" for number in range(1, len(self.question.by) + 1)]

    def paired(self):
        """Yield every dimension beside its name."""
        return zip(self.dimensions, self.names, strict=True)

    @property
    def across(self) -> str:
        """Return the dimension that goes across: the last of several."""
        return self.names[-1] if len(self.names) > 1 else ""

    @property
    def time(self) -> int | None:
        """Return which dimension is a time, or None."""
        times = [number for number, one in enumerate(self.dimensions) if one.grain]
        return times[0] if times else None

    @property
    def compares(self) -> bool:
        return self.question.show in ("previous", "year")

    def measure(self, number: int) -> Measure:
        """Return a measure; what is told per 1,000 is counted or added up first."""
        one = self.question.measures[number]
        if one.how != "per":
            return one
        field = self.dataset.fields.get(one.column)
        how = "count" if field is None else "sum" if field.is_number else "distinct"
        return Measure(how, one.column)

    def value(self, number: int) -> str:
        """Return SQL for what a measure is taken of: a column, or for a share a condition."""
        one = self.question.measures[number]
        if one.how == "share":
            return f"v{number + 1}"
        return f"v{number + 1}" if one.column else ""


def where(plan: Plan, without: str = "") -> str:
    """Return SQL for the question's filters, but those of one column."""
    found = [one for one in plan.question.where if one.column.partition(".")[0] != without]
    fixed = [one for one in found if one.operator != "last"]
    others = all_of([aspects.condition(plan.dataset, one, "true") for one in fixed])
    return all_of([aspects.condition(plan.dataset, one, others) for one in found])


def all_of(conditions: list[str]) -> str:
    """Return SQL that is true where every condition is."""
    return " and ".join(f"({one})" for one in conditions) or "true"
