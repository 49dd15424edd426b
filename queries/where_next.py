"""Where next: which communities should get a place. Asked of a version; siting.py solves it."""

from dataclasses import dataclass

from queries import siting, store
from queries.siting import Answer
from queries.versions import Version


@dataclass(frozen=True)
class Asked:
    """A question: for whom, as of which month, and what may be spent.

    `facility` is meal, lounge or either, `people` all, 60 or 80. `sites` is how many places, or
    `budget` what they may cost in yuan; `capacity` how many persons one serves at most, 0: any.
    """

    facility: str
    people: str
    time_period: str
    sites: int = 0
    budget: float = 0
    capacity: int = 0


@dataclass(frozen=True)
class Found:
    """The best answer, the greedy one, and what is planned: each place's gain and all together."""

    best: Answer
    quick: Answer
    planned: dict[str, float]
    together: float
    left: int  # persons that nothing reaches now
    costs: dict[str, float]  # yuan, by candidate


def answer(version: Version, asked: Asked) -> Found:
    """Return the Found places for people that no open place reaches in that month."""
    homes = store.read(
        version,
        "reach_homes",
        facility=asked.facility,
        people=asked.people,
        time_period=asked.time_period,
        since=asked.time_period,
    )
    left = homes[~homes["is_reached"]].set_index("community")["persons"]
    pairs = store.read(version, "reach_candidates")
    costs = pairs.drop_duplicates("candidate").set_index("candidate")["cost"]
    planned = store.read(version, "reach_pairs", facility=asked.facility)
    most = asked.capacity or None
    spent = costs if asked.budget else costs * 0 + 1
    question = pairs, left, spent, asked.budget or asked.sites, most
    names = list(dict.fromkeys(planned["candidate"]))
    return Found(
        best=siting.solve(*question),
        quick=siting.greedy(*question),
        planned={name: siting.reached_by(planned, left, [name], most) for name in names},
        together=siting.reached_by(planned, left, names, most),
        left=int(left.sum()),
        costs={str(name): float(cost) for name, cost in costs.items()},
    )
