"""The mistakes clerks make, planted as extra rows: each is refused, so no figure moves."""

import datetime

from demo import names


def organizations(rows):
    """A wrong check character, an unknown township, 30 February, a row twice, a missing name."""
    first, second, third, fourth, fifth = (rows[place] for place in (40, 310, 620, 815, 990))
    code = first["credit_code"]
    return _insert(
        rows,
        {
            120: first | {"credit_code": code[:-1] + ("1" if code[-1] == "0" else "0")},
            333: second | {"credit_code": _other_code(second), "ref_area": "当湖镇"},
            702: third | {"credit_code": _other_code(third), "registered_on": "2024-02-30"},
            826: dict(fourth),
            1001: fifth | {"credit_code": _other_code(fifth), "name": None},
        },
    )


def social_workers(rows):
    """A level that is not one, and a certificate dated after the export."""
    return _insert(
        rows,
        {
            911: rows[905] | {"worker": "S000001", "level": "社工师"},
            2870: rows[2866] | {"worker": "S000002", "certified_on": datetime.date(2024, 3, 15)},
        },
    )


def resident_lounges(rows):
    """A stage that its dates do not bear out."""
    return _insert(rows, {57: rows[55] | {"lounge": "K0901", "built_on": None}})


def meal_points(rows):
    """A point closed before it opened, and a community of another township."""
    return _insert(
        rows,
        {
            31: rows[30] | {"meal_point": "Z0901", "closed_on": datetime.date(2008, 5, 1)},
            88: rows[86] | {"meal_point": "Z0902", "ref_area": "曹桥街道", "community": "广陈社区"},
        },
    )


def meal_services(rows):
    """A letter in a number, more delivered than served, and a return sent twice."""
    return _insert(
        rows,
        {
            1420: rows[1411] | {"meals": "1O2"},
            3305: rows[3300] | {"delivered": rows[3300]["meals"] + 100},
            4718: dict(rows[4702]),
        },
    )


def assistance_payments(rows):
    """A recovered amount entered as negative, an unknown programme, month 13, no household."""
    return _insert(
        rows,
        {
            20_111: rows[20_100] | {"payment": "P999900001", "amount": "-730.00"},
            41_818: rows[41_801] | {"payment": "P999900002", "programme": "低保金"},
            66_006: rows[66_001] | {"payment": "P999900003", "month": "2022-13"},
            93_402: rows[93_400] | {"payment": "P999900004", "household": None},
        },
    )


def _other_code(row):
    """Return a valid code that no organization has: the same body, filed under another office."""
    return names.recoded(row["credit_code"])


def _insert(rows, faults):
    """Return the rows with each fault put in at its place."""
    found = list(rows)
    for place in sorted(faults):
        found.insert(place, faults[place])
    return found
