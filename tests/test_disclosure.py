"""What is withheld, and that it is withheld everywhere; tables small enough to work by hand."""

import json
import shutil

import pandas as pd
import pytest

from queries import publishing, versions
from queries.build import build
from queries.disclosure import Earlier, protect
from tests.rows import records, tiny_data

PERSONS, YUAN = "persons", "yuan"
NUMBERS = (
    "numerator",
    "denominator",
    "obs_value",
    "previous_value",
    "change_previous",
    "year_ago_value",
    "change_year",
    "change_year_ratio",
    "progress",
    "place",
    "judgement",
)
SENSITIVE = (
    "select id from {} inner join contract on rows_of = contract.contract "
    "where contract.disclosure = 'sensitive'"
)


def counts(*cells):
    """Return the values of points 0, 1, … in persons."""
    return pd.DataFrame(
        {
            "point": range(len(cells)),
            "measure": PERSONS,
            "is_amount": False,
            "counts_once": False,
            "value": [float(cell) for cell in cells],
            "cost": [1.0 + cell for cell in cells],
            "heads": None,
            **dict.fromkeys(
                ("contributors", "largest", "second_largest", "least_each", "most_each"),
                float("nan"),
            ),
        }
    )


def amount(value, contributors, largest, second_largest):
    """Return the values of point 0, an amount that is in no relation."""
    each = value / contributors
    return counts(value).assign(
        measure=YUAN,
        is_amount=True,
        contributors=float(contributors),
        largest=largest,
        second_largest=second_largest,
        least_each=each,
        most_each=each,
    )


def sums(*relations):
    """Return relations, each given as its total's point and its parts'."""
    rows = [
        (number, point, -1 if point == total else 1, False)
        for number, (total, *parts) in enumerate(relations)
        for point in (total, *parts)
    ]
    return pd.DataFrame(rows, columns=["relation", "point", "sign", "overlapping"])


ROW = sums((0, 1, 2, 3))  # 0 = 1 + 2 + 3


def withheld(values, relations=ROW, **rules):
    chosen = protect(values, relations, **rules)
    return dict(zip(chosen["point"], chosen["reason"], strict=True))


def test_nothing_is_withheld_where_no_count_is_small():
    assert withheld(counts(60, 30, 20, 10)) == {}


@pytest.mark.parametrize(("count", "is_small"), [(1, True), (9, True), (10, False), (0, False)])
def test_a_count_from_one_to_nine_is_withheld_and_nought_is_not(count, is_small):
    assert (1 in withheld(counts(50 + count, count, 20, 30))) is is_small


def test_the_cheapest_other_part_goes_with_it_and_the_total_stays():
    assert withheld(counts(54, 4, 20, 30)) == {1: "primary", 2: "complementary"}


def test_two_small_parts_protect_each_other_only_if_together_they_could_be_ten_and_one():
    # 3 + 4: whoever knows that they make 7 knows that neither is 9
    assert set(withheld(counts(37, 3, 4, 30))) == {1, 2, 3}
    # 5 + 6 = 11: either may be anything from 1 to 10
    assert set(withheld(counts(41, 5, 6, 30))) == {1, 2}


def test_a_small_part_whose_only_neighbour_is_nought_takes_the_total_along():
    assert set(withheld(counts(4, 4, 0, 0))) == {0, 1}
    assert set(withheld(counts(34, 4, 30, 0))) == {1, 2}


def test_a_table_of_two_dimensions_is_closed_in_both():
    # rows and columns of   4 20 | 24
    #                      30 40 | 70
    #                      34 60 | 94   as points 0–8
    table = counts(4, 20, 24, 30, 40, 70, 34, 60, 94)
    relations = sums((2, 0, 1), (5, 3, 4), (8, 6, 7), (6, 0, 3), (7, 1, 4), (8, 2, 5))
    assert set(withheld(table, relations)) == {0, 1, 3, 4}


def test_a_running_sum_is_withheld_where_it_would_tell_its_month():
    # months 1 2 3 = 20, 4, 30; running sums of two and three months 4 5 = 24, 54
    months = counts(0, 20, 4, 30, 24, 54)
    hidden = withheld(months, sums((4, 1, 2), (5, 1, 2, 3)))
    assert 2 in hidden
    assert {1, 4} & set(hidden)  # else 24 − 20
    assert {1, 3, 5} & set(hidden)  # else 54 − 20 − 30


def test_an_amount_shared_by_few_is_withheld_whatever_its_size():
    assert withheld(amount(90_000, 9, 10_000, 10_000)) == {0: "primary"}
    assert withheld(amount(90_000, 30, 3_000, 3_000)) == {}


def test_an_amount_one_person_dominates_is_withheld_by_the_p_percent_rule():
    # less the largest two 80 and 15 of 100, 5 are left: under a tenth of 80
    assert withheld(amount(100, 12, 80.0, 15.0)) == {0: "primary"}
    # 60 and 30: 10 are left, over a tenth of 60
    assert withheld(amount(100, 12, 60.0, 30.0)) == {}
    assert withheld(amount(100, 12, 80.0, 15.0), percent=5) == {}


def test_what_was_withheld_stays_withheld_though_it_has_grown():
    grown = counts(62, 12, 20, 30)
    assert withheld(grown) == {}
    assert set(withheld(grown, earlier=Earlier(withheld=frozenset({1, 2})))) == {1, 2}


def test_what_readers_know_from_an_earlier_version_is_no_complement():
    table = counts(54, 4, 20, 30)
    assert set(withheld(table, earlier=Earlier(known=frozenset({2})))) == {1, 3}


def test_withholding_the_same_once_more_withholds_no_more():
    table = counts(4, 20, 24, 30, 40, 70, 34, 60, 94)
    relations = sums((2, 0, 1), (5, 3, 4), (8, 6, 7), (6, 0, 3), (7, 1, 4), (8, 2, 5))
    once = withheld(table, relations)
    told = Earlier(frozenset(once), frozenset(table["point"]) - frozenset(once))
    assert withheld(table, relations, earlier=told) == once


# In the build


def test_no_small_count_of_sensitive_records_is_in_the_store(demo_shelf):
    ids = SENSITIVE.format("indicator")
    small = demo_shelf.execute(
        f"select count(*) from observation where indicator in ({ids}) "
        "and (numerator between 1 and 9 or denominator between 1 and 9)"
    ).fetchall()
    assert small == [(0,)]


def test_a_withheld_cell_has_no_number_in_any_column(demo_shelf):
    rows = records(demo_shelf, "select * from observation where obs_status = 'Q'")
    assert len(rows) > 1000
    assert not [row for row in rows if any(row[name] is not None for name in NUMBERS)]
    cells = records(demo_shelf, "select * from figure_cell where obs_status = 'Q'")
    assert len(cells) > 500
    assert not [row for row in cells if row["numerator"] or row["obs_value"]]


def test_a_withheld_cell_is_in_no_comparison_of_its_neighbours(demo_shelf):
    told = demo_shelf.execute(
        "select count(*) from observation as later "
        "inner join period using (time_period) "
        "inner join observation as before on later.indicator = before.indicator "
        "and later.ref_area = before.ref_area and later.category = before.category "
        "and before.time_period in (period.previous, period.year_ago) "
        "where before.obs_status = 'Q' and ("
        "(before.time_period = period.previous and later.previous_value is not null) or "
        "(before.time_period = period.year_ago and later.year_ago_value is not null))"
    ).fetchall()
    assert told == [(0,)]


def test_a_share_of_sensitive_records_is_shown_rounded_and_alone(demo_shelf):
    rows = records(
        demo_shelf,
        f"select * from observation where indicator in ({SENSITIVE.format('indicator')} "
        "and per = 100) and obs_status in ('A', 'P')",
    )
    assert rows
    assert {row["numerator"] for row in rows} == {row["denominator"] for row in rows} == {None}
    assert all(row["obs_value"] == round(row["obs_value"], 1) for row in rows)


def test_one_cell_is_withheld_under_all_its_names(demo_shelf):
    statuses = demo_shelf.execute(
        "select count(*) from observation as one inner join observation as other "
        "using (ref_area, time_period) "
        "where one.indicator = 'child_support_recipient' "
        "and other.indicator = 'assistance_programme_recipient' and other.category = '困境儿童' "
        "and (one.obs_status = 'Q') <> (other.obs_status = 'Q')"
    ).fetchall()
    assert statuses == [(0,)]


def test_the_manifest_says_how_much_is_withheld(demo):
    shares = demo.manifest()["withheld"]
    assert set(shares) == {"primary", "complementary", "shown"}
    assert shares["primary"] > shares["complementary"] > 0
    assert shares["shown"] > shares["primary"] + shares["complementary"]


def test_everything_is_withheld_of_a_county_where_every_count_is_small(tmp_path):
    version = build(tiny_data(tmp_path / "data", small_count=10), tmp_path / "var")
    assert version.manifest()["withheld"]["primary"] > 0


def test_a_version_built_before_anything_was_withheld_is_not_opened(tiny, tmp_path):
    data = tiny_data(tmp_path / "data")
    var = shutil.copytree(tiny.folder.parent.parent, tmp_path / "var")
    version = versions.current(var)
    manifest = version.folder / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    del told["withheld"]
    manifest.write_text(json.dumps(told), encoding="utf-8")
    assert versions.current(var) is None
    with pytest.raises(publishing.ConfirmationNeeded, match="没有版本"):
        publishing.go_back(data, var, version.id, "甲")
