"""The attacker recovers what is badly withheld, and is never wrong about what it is sure of.

Withholding small counts and nothing else is no protection: it is the control of every test that
finds nothing to recover: tests/test_attacked.py.
"""

import shutil

import duckdb
import pytest

from queries import database
from tests.attacker import bounds, recovered, shown
from tests.attacker_definitions import is_amount
from tests.attacker_intervals import Z, worked_back
from tests.attacker_system import Contradiction, System
from tests.limits import byar_lower, byar_upper, wilson_lower
from tests.suppressed import small_only, true_cells

MODES = [
    pytest.param({"optimistic": optimistic, "rates": rates}, id=name)
    for name, optimistic, rates in [
        ("plain", False, False),
        ("optimistic", True, False),
        ("rates", False, True),
        ("both", True, True),
    ]
]
CELL = ["quantity", "category", "ref_area", "time_period"]


@pytest.fixture(scope="module")
def truth(demo):
    return true_cells(demo)


@pytest.fixture(scope="module")
def careless(demo, truth, tmp_path_factory):
    """A store with the counts of 1 to 9 withheld and nothing else."""
    path = tmp_path_factory.mktemp("careless") / "published.duckdb"
    return small_only(demo, truth, path, amounts=False)


@pytest.fixture(scope="module")
def half_careless(demo, truth, tmp_path_factory):
    """A store with the counts of 1 to 9 withheld, and the amounts paid to so few."""
    path = tmp_path_factory.mktemp("half_careless") / "published.duckdb"
    return small_only(demo, truth, path, amounts=True)


def system(known, ranges):
    return System(dict(known), {cell: (1.0, float("inf")) for cell in ranges})


def whole(_):
    return True


def test_one_cell_withheld_of_a_sum_is_the_rest():
    county = system({"county": 40, "a": 18, "b": 15}, ["c"])
    county.relate({"county": -1, "a": 1, "b": 1, "c": 1})
    assert county.bounds(["c"], whole) == {"c": (7, 7)}


def test_two_cells_withheld_leave_each_other_what_the_rest_leaves_them():
    county = system({"county": 40, "a": 34}, ["b", "c"])
    county.relate({"county": -1, "a": 1, "b": 1, "c": 1})
    assert county.bounds(["b", "c"], whole) == {"b": (1, 5), "c": (1, 5)}


def test_two_tables_that_share_cells_say_more_than_either():
    """By hand: a + b = 12, c + d = 5, a + c = 4 leave a at most 3, so b at least 9."""
    table = system({}, ["a", "b", "c", "d"])
    table.relate({"a": 1, "b": 1}, 12, 12)
    table.relate({"c": 1, "d": 1}, 5, 5)
    table.relate({"a": 1, "c": 1}, 4, 4)
    found = table.bounds(["a", "b", "c", "d"], whole)
    assert found == {"a": (1, 3), "b": (9, 11), "c": (1, 3), "d": (2, 4)}


def test_a_cell_no_sum_holds_down_has_no_end():
    alone = system({"county": 40}, ["a"])
    alone.relate({"county": 1, "a": 1}, 0, float("inf"))
    assert alone.bounds(["a"], whole) == {"a": (1, float("inf"))}


def test_a_hope_is_given_up_where_the_published_cells_deny_it():
    county = system({"county": 12, "a": 10}, ["b", "c"])
    county.relate({"county": -1, "a": 1, "b": 1, "c": 1}, 0, float("inf"))
    county.relate({"b": 1, "c": 1}, 6, 6)
    county.relate({"county": -1, "a": 1, "b": 1, "c": 1}, hopeful=True)
    assert county.bounds(["b", "c"], whole) == {"b": (1, 5), "c": (1, 5)}


def test_whole_people_say_more_than_fractions_of_them():
    """By hand: 80 yuan each and 300 yuan each, 1180 together: 11 and 1 is the only way."""
    paid = System(ranges={(0, "a"): (1.0, 20.0), (0, "b"): (1.0, 20.0)})
    paid.relate({(0, "a"): 80, (0, "b"): 300}, 1180, 1180)
    cells = [(0, "a"), (0, "b")]
    assert paid.bounds(cells, whole) == {(0, "a"): (1, 11), (0, "b"): (1, 3)}
    paid.known.clear()
    assert paid.bounds(cells, whole, integers=True) == {(0, "a"): (11, 11), (0, "b"): (1, 1)}


def test_published_cells_that_contradict_a_sum_are_told():
    wrong = system({"county": 40, "a": 34, "b": 9}, [])
    wrong.relate({"county": -1, "a": 1, "b": 1})
    with pytest.raises(Contradiction):
        wrong.bounds([])


def test_the_definitions_taken_down_are_those_counted(demo, truth):
    """Every cell printed is the cell counted straight from the payments."""
    both = shown([demo.published]).merge(truth, on=CELL)
    assert len(both) > 10_000
    assert (both["low"] - both["value"]).abs().max() < 0.005


def test_a_store_that_withholds_nothing_shows_small_counts(demo, truth, tmp_path):
    path = small_only(demo, truth, tmp_path / "open.duckdb", amounts=False, below=1)
    assert len(recovered(shown([path]), truth)) > 400


def test_small_counts_withheld_are_printed_nowhere(careless, truth):
    cells = recovered(shown([careless]), truth)
    assert cells[~cells["quantity"].map(lambda name: is_amount((name,)))].empty


@pytest.mark.parametrize("mode", MODES)
def test_withholding_small_counts_alone_protects_few_of_them(careless, truth, mode):
    found = bounds([careless], **mode)
    assert len(recovered(found, truth)) > 0.5 * len(found)


@pytest.mark.parametrize("rates", [False, True])
def test_withholding_small_amounts_too_protects_few_of_them(half_careless, truth, rates):
    found = bounds([half_careless], optimistic=True, rates=rates)
    assert len(recovered(found, truth)) > 0.4 * len(found)


def test_what_the_attacker_is_sure_of_is_true(half_careless, truth):
    found = bounds([half_careless], optimistic=False, rates=False)
    both = found.merge(truth, on=CELL)
    assert len(both) == len(found)
    room = 1e-6 * both["value"]
    assert both["value"].between(both["low"] - room, both["high"] + room).all()


def test_a_store_that_withholds_all_but_noughts_gives_nothing_away(careless, truth, tmp_path):
    path = shutil.copy(careless, tmp_path / "closed.duckdb")
    with duckdb.connect(str(path)) as con:
        con.execute(CLOSE)
    assert recovered(bounds([path], optimistic=True, rates=True), truth).empty


def test_a_withheld_month_is_read_off_the_next(careless, truth, tmp_path):
    """The column of the month before, left standing, prints nearly every cell withheld."""
    path = shutil.copy(careless, tmp_path / "forgotten.duckdb")
    with duckdb.connect(str(path)) as con:
        con.register("truth", truth)
        con.execute(FORGET)
    found = recovered(bounds([path], optimistic=False, rates=False), truth)
    children = found[(found["quantity"] == "recipients") & (found["category"] == "困境儿童")]
    assert (children["low"] == children["high"]).sum() > 100


@pytest.mark.parametrize(
    ("method", "cases", "base"),
    [("wilson", 3, 20), ("wilson", 0, 7), ("wilson", 7, 7), ("byar", 3, 20000), ("byar", 0, 50)],
)
def test_both_limits_of_an_interval_tell_its_cases(method, cases, base):
    lower, upper = limits_of(method, cases, base)
    assert worked_back(method, lower, upper) == pytest.approx((cases, base), abs=1e-5)


def limits_of(method, cases, base):
    if method == "byar":
        return byar_lower(cases, Z) / base, byar_upper(cases, Z) / base
    return wilson_lower(cases, base, Z), 1 - wilson_lower(base - cases, base, Z)


def test_an_interval_beside_a_rounded_share_gives_its_count_away(careless, truth, tmp_path):
    """Of sensitive shares none is made: queries/interval.sql asks for both numbers to be shown."""
    path = shutil.copy(careless, tmp_path / "left.duckdb")
    with duckdb.connect(str(path)) as con:
        con.execute(CLOSE)
        con.execute(database.script("limits"))
        con.register("truth", truth)
        con.execute(LEAVE)
    found = recovered(shown([path]), truth)
    assert (found["quantity"] == "returned").sum() > 20


def test_an_earlier_version_that_shows_the_cell_gives_it_away(demo, careless, truth, tmp_path):
    earlier = small_only(demo, truth, tmp_path / "open.duckdb", amounts=False, below=1)
    stores = [earlier, careless]
    found = bounds(stores, optimistic=False, rates=False, unchanged=True)
    exact = found[found["low"] == found["high"]]
    assert len(exact) > 0.9 * len(found)


def test_a_count_that_grows_to_ten_gives_its_former_self_away(demo, truth, careless, tmp_path):
    """The later version prints the ten; what did not change around it stands for both versions."""
    august = truth[truth["time_period"] == "2024-08"]
    children = august[august["category"].eq("困境儿童") & august["quantity"].eq("recipients")]
    town = children[children["value"] < 10].sort_values("value").iloc[-1]
    more = 10 - town["value"]
    grows = {
        **{(quantity, "_T"): more for quantity in ("recipients", "sent", "rows")},
        **{("amount", "_T"): more * 1720, ("amount_ytd", "_T"): more * 1720},
        **{("recipients", "困境儿童"): more, ("amount", "困境儿童"): more * 1720},
    }
    later = truth.copy()
    for (quantity, category), growth in grows.items():
        own = august["quantity"].eq(quantity) & august["category"].eq(category)
        there = august["ref_area"].isin([town["ref_area"], "330482"])
        later.loc[august.index[own & there], "value"] += growth
    path = small_only(demo, later, tmp_path / "later.duckdb", amounts=False)
    alone = bounds([careless], optimistic=True, rates=False)
    together = bounds([careless, path], optimistic=True, rates=False, unchanged=True)

    def low_high(found):
        own = found[(found[CELL] == town[CELL]).all(axis=1) & found["store"].eq(0)]
        return own[["low", "high"]].iloc[0].tolist()

    assert low_high(alone) != [town["value"]] * 2
    assert low_high(together) == [town["value"]] * 2


CLOSE = """
    update observation
    set numerator = null, denominator = null, obs_value = null, previous_value = null,
        change_previous = null, year_ago_value = null, change_year = null,
        change_year_ratio = null, progress = null, place = null, obs_status = 'Q'
    where obs_status in ('A', 'P') and numerator > 0
        and indicator in (select id from indicator where extracts = 'assistance_payments')
        and indicator not like '%_standard';
    update figure_cell
    set numerator = null, obs_value = null, obs_status = 'Q'
    where figure = 'assistance_programme_mix' and numerator > 0;
    delete from arrival_month where extract = 'assistance_payments';
    delete from interval;
"""
LEAVE = """
    insert into interval (indicator, ref_area, time_period, category, obs_lower, obs_upper, method)
    select 'assistance_returned_share', above.ref_area, above.time_period, '_T',
        100 * wilson_lower(above.value, below.value, 1.959963984540054),
        100 - 100 * wilson_lower(below.value - above.value, below.value, 1.959963984540054),
        'wilson'
    from truth as above
    inner join truth as below using (ref_area, time_period)
    where above.quantity = 'returned' and below.quantity = 'sent'
        and above.category = '_T' and below.category = '_T' and below.value > 0
        and above.value between 1 and 9;
"""
FORGET = """
    update observation
    set previous_value = truth.value
    from truth, period
    where truth.quantity = 'recipients' and truth.category = '困境儿童'
        and observation.indicator = 'child_support_recipient'
        and period.time_period = observation.time_period
        and truth.time_period = period.previous
        and truth.ref_area = observation.ref_area;
"""
