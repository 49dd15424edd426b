"""Monthly settlements of care subsidies: supervision finds more from spring 2024, then less."""

import datetime

from demo import common, service_providers
from demo.residents import OLDER, residents

MONTHS = [at for at in common.MONTHS if at >= (2023, 1)]
SUPERVISED_FROM = (2024, 4)  # the supervision module, a plan for 2024
FOUND = (0.062, 0.05, 0.038, 0.03, 0.026)  # share flagged from then on, by month
FOUND_BY_HAND = 0.008
OFTEN_FLAGGED = 7  # the so-manyeth provider: three times as many as others
GRANT = 285  # yuan a person and month


def make(seed):
    """Return every settlement: provider × township × month."""
    rng = common.generator(seed, "care_subsidies")
    heads = residents(OLDER)
    routes = [
        (number, provider, area, int(rng.integers(14, 62)))
        for number, provider in enumerate(service_providers.make(seed), start=1)
        for area in _served(rng, provider["ref_area"], heads)
    ]
    rows = []
    for at in MONTHS:
        first = datetime.date(*at, 1)
        for number, provider, area, usual in routes:
            gone = provider.get("left_on") and provider["left_on"] < first
            if provider["joined_on"] < first and not gone:
                rows.append(_row(rng, at, number, provider["provider"], area, usual))
    return rows


def write(seed, folder):
    common.write(folder / "care_subsidies.csv", common.headings("care_subsidies"), make(seed))


def _served(rng, home, heads):
    """Return the townships a provider serves: its own and up to two others."""
    others = [name for name in heads if name != home]
    more = rng.permutation(len(others))[: int(rng.integers(0, 3))]
    return [home, *(others[place] for place in more)]


def _row(rng, at, number, provider, area, usual):
    persons = max(round(usual * (1 + 0.012 * MONTHS.index(at)) * rng.normal(1, 0.05)), 3)
    share = FOUND_BY_HAND
    if at >= SUPERVISED_FROM:
        share = FOUND[at[1] - SUPERVISED_FROM[1]]
    flagged = int(rng.binomial(persons, share * (3 if number == OFTEN_FLAGGED else 1)))
    returned = rng.binomial(flagged, 0.7)
    return {
        "month": f"{at[0]}-{at[1]:02d}",
        "provider": provider,
        "ref_area": area,
        "persons": persons,
        "amount": f"{persons * GRANT * rng.normal(1, 0.05):.2f}",
        "flagged": flagged,
        "recovered": f"{returned * GRANT:.2f}",
    }
