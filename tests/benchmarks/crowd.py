"""Many readers at once, in a process of their own: they open, look, change a filter, go elsewhere.

python -m tests.benchmarks.crowd URL '{"readers": 50, "seconds": 60, "think": [5, 15]}'

Prints one line of JSON: seconds of every step by kind, what went wrong, the driver's own CPU. All
readers reach this machine only, and are bounded in number and time whatever is asked.
"""

import asyncio
import json
import random
import sys
import time
from collections import defaultdict

from tests.benchmarks.crowd_reader import Reader

MOST_READERS, LONGEST = 200, 900  # sessions open at once, seconds
ELSEWHERE = 0.3  # of the steps: on to another page
USUAL, FIRST = 0.7, 6  # most picks are among a list's first few: the newest months
FILTERS = ("choice-period", "choice-area", "choice-township", "choice-compare", "choice-indicator")
DEFAULTS = {"readers": 50, "seconds": 60, "think": [5, 15], "seed": 1, "arrive": 10, "sessions": 0}
DEFAULTS |= {"headers": {}, "opens": ["", "assistance", "indicator", "township", "compare"]}


def main():
    url, asked = sys.argv[1], DEFAULTS | json.loads(sys.argv[2])
    asked["readers"] = min(asked["readers"], MOST_READERS)
    asked["seconds"] = min(asked["seconds"], LONGEST)
    start, cpu = time.perf_counter(), time.process_time()
    crowd = Crowd(url, asked)
    asyncio.run(crowd.all_read())
    print(
        json.dumps(
            {
                "took": crowd.took,
                "wrong": crowd.wrong,
                "bytes": crowd.bytes,
                "elapsed": time.perf_counter() - start,
                "driver_cpu": time.process_time() - cpu,
            }
        )
    )


class Crowd:
    """What was asked for, and what came of it."""

    def __init__(self, url, asked):
        self.url, self.asked = url, asked
        self.took, self.wrong, self.bytes = defaultdict(list), [], 0
        self.left = asked["sessions"]  # how many sessions are opened in all, 0: one a reader

    async def all_read(self):
        self.until = time.perf_counter() + self.asked["seconds"]
        await asyncio.gather(*(self.one(number) for number in range(self.asked["readers"])))

    async def one(self, number: int):
        """Be one reader until time is up; with `sessions`, leave and come anew until they are."""
        chance = random.Random(self.asked["seed"] * 1000 + number)
        await asyncio.sleep(self.asked["arrive"] * number / self.asked["readers"])
        while time.perf_counter() < self.until:
            if self.asked["sessions"]:
                if self.left <= 0:
                    return
                self.left -= 1
            try:
                await self.session(chance)
            except Exception as problem:
                self.wrong.append(f"{type(problem).__name__}: {problem}"[:300])
                await asyncio.sleep(1)

    async def session(self, chance):
        reader = Reader(self.url, headers=dict(self.asked["headers"]))
        self.took["open"].append(await reader.opened(chance.choice(self.asked["opens"])))
        try:
            steps = chance.randint(1, 4) if self.asked["sessions"] else sys.maxsize
            while steps and time.perf_counter() < self.until:
                await asyncio.sleep(chance.uniform(*self.asked["think"]))
                await self.step(reader, chance)
                self.bytes += reader.page.size
                steps -= 1
        finally:
            await reader.closed()

    async def step(self, reader, chance):
        filters = filters_of(reader.page)
        links = [one for one in reader.page.links if not one.external and not one.disabled]
        if links and (chance.random() < ELSEWHERE or not filters):
            self.took["page"].append(await reader.follow(chance.choice(links)))
            return
        widget = chance.choice(filters)
        self.took["filter"].append(await reader.change(widget, picked(reader, widget, chance)))


def filters_of(page) -> list[str]:
    """Return the ids of the widgets a reader narrows or swaps with, as the page has them."""
    return sorted(id_ for id_ in page.widgets if id_.endswith(FILTERS))


def picked(reader, widget, chance):
    """Return what a reader picks in a widget, another value than it has."""
    kind, one = reader.page.widgets[widget]
    if kind == "multiselect":
        return chance.sample(list(one.options), k=chance.randint(0, 2))
    state = reader.states.get(widget)
    now = state.string_value if state else one.options[one.default]
    options = one.options[:FIRST] if chance.random() < USUAL else one.options
    return chance.choice([each for each in options if each != now] or [now])


if __name__ == "__main__":
    main()
