"""What is asked on the page of reach: the address, and the defaults where it says nothing."""

from ui import labels_reach as words
from ui.view import View

YEAR = 12  # months
MOST_SITES, DEFAULT_SITES, DEFAULT_BUDGET = 10, 5, 50  # places; 10,000 yuan
TEN_THOUSAND = 10_000


def kinds(view: View) -> dict[str, str]:
    """Return {kind of place: its name}, each and any of them."""
    rows = view.read("reach_facilities")
    named = dict(zip(rows["facility"], rows["facility_zh"], strict=True))
    return named | {words.EITHER: words.OR.join(named.values())}


def facility(view: View) -> str:
    known = kinds(view)
    return view.chosen.facility if view.chosen.facility in known else next(iter(known))


def people(view: View) -> str:
    known = words.PEOPLE_KINDS
    return view.chosen.people if view.chosen.people in known else next(iter(known))


def earlier(view: View) -> list[str]:
    """Return the months before the one looked at, newest first."""
    return [month for month in view.declared.periods if month < view.period]


def since(view: View) -> str:
    """Return the month compared with: the chosen one, else the same of the year before."""
    months = earlier(view)
    if view.chosen.since in months:
        return view.chosen.since
    return months[min(YEAR, len(months)) - 1] if months else view.period


def of_homes(view: View) -> dict[str, str]:
    """Return the parameters of the cuts of reach."""
    return {
        "facility": facility(view),
        "people": people(view),
        "time_period": view.period,
        "since": since(view),
    }


def by_budget(view: View) -> bool:
    return bool(view.chosen.budget)


def sites(view: View) -> int:
    return min(int(view.chosen.sites or DEFAULT_SITES), MOST_SITES)


def of_siting(view: View) -> dict:
    """Return what queries.where_next.Asked holds."""
    asked = of_homes(view)
    del asked["since"]
    limit = (
        {"budget": int(view.chosen.budget) * TEN_THOUSAND}
        if by_budget(view)
        else {"sites": sites(view)}
    )
    return asked | limit | {"capacity": int(view.chosen.capacity or 0)}
