"""What the extracts on charity, weddings and emergencies share: places, months, days."""

import calendar
import datetime

from demo import common

MONTHS = tuple(at for at in common.MONTHS if at >= (2022, 1))


def communities():
    """Return {township: names of its communities}."""
    return {
        township.name: [community["name_zh"] for community in township.communities]
        for township in common.townships()
    }


def day_of(rng, at):
    """Return a random day of the month (year, month)."""
    year, month = at
    return datetime.date(year, month, int(rng.integers(1, calendar.monthrange(year, month)[1] + 1)))


def later(rng, day, mean, until=common.AS_OF):
    """Return a day some days after `day`, `mean` on average; None if that is not reached yet."""
    found = day + datetime.timedelta(days=1 + int(rng.gamma(2.0, mean / 2.0)))
    return found if found <= until else None
