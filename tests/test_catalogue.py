"""The catalogue: every declared file loads, and a bad one is refused by its file's name."""

import pytest

from queries.catalogue import Figure, Indicator, PointLayer, load_catalogue, read_declared, row

HEADER = """/*
name_zh = "走访人次"
name_en = "Visits"
theme = "visits"
unit_measure = "visits"
unit_zh = "人次"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["visits"]
reviewed = 2026-11-01
definition_zh = "当月走访人次。"
definition_en = "Visits in the month."
rows = "record.month = spine.start_date"
*/
"""
SELECT = "select ref_area, time_period, visits as numerator from mart.visit_month\n"
RATED = HEADER.replace("per = 1\n", 'per = 1000\nchance = "rate"\n')
RATE = SELECT.replace("numerator", "numerator, persons as denominator")


def written(folder, text, name="visits_made"):
    path = folder / f"{name}.sql"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_indicator_is_known_by_its_file_name(tmp_path):
    indicator = read_declared(written(tmp_path, HEADER + SELECT), Indicator)
    assert indicator.id == "visits_made"
    assert indicator.sql == SELECT.strip()
    assert indicator.extracts == ("visits",)
    assert indicator.file == "queries/indicators/visits_made.sql"
    assert (indicator.rollup, indicator.accumulate, indicator.category_zh) == ("sum", "", "")


def test_only_an_indicator_with_a_denominator_may_colour_a_map(tmp_path):
    count = read_declared(written(tmp_path, HEADER + SELECT), Indicator)
    rate = read_declared(written(tmp_path, RATED + RATE), Indicator)
    assert (count.standardised, rate.standardised) == (False, True)


def test_a_rate_says_how_it_would_vary_by_chance_and_a_count_says_nothing(tmp_path):
    rate = read_declared(written(tmp_path, RATED + RATE), Indicator)
    count = read_declared(written(tmp_path, HEADER + SELECT), Indicator)
    assert (rate.chance, count.chance) == ("rate", "")
    assert (row(rate)["chance"], row(count)["chance"]) == ("rate", "")


def test_a_declared_thing_becomes_one_flat_record(tmp_path):
    record = row(read_declared(written(tmp_path, HEADER + SELECT), Indicator))
    assert record["extracts"] == "visits"
    assert record["standardised"] is False
    assert record["file"] == "queries/indicators/visits_made.sql"


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (SELECT, "TOML header"),
        ("-- a remark first\n" + HEADER + SELECT, "TOML header"),
        (HEADER.replace("per = 1", "per = one") + SELECT, "at line"),
        (HEADER.replace('unit_zh = "人次"\n', "") + SELECT, "unit_zh"),
        (HEADER.replace('extracts = ["visits"]\n', "") + SELECT, "extracts"),
        (HEADER.replace("per = 1", 'per = 1\ncolour = "red"') + SELECT, "colour"),
        (HEADER.replace("per = 1", 'id = "visits"\nper = 1') + SELECT, "id"),
        (HEADER.replace('"neutral"', '"good"') + SELECT, "polarity is 'good'"),
        (HEADER.replace('"flow"', '"stream"') + SELECT, "kind is 'stream'"),
        (HEADER.replace('"M"', '"W"') + SELECT, "freq is 'W'"),
        (HEADER.replace("per = 1", 'per = 1\nrollup = "mean"') + SELECT, "rollup is 'mean'"),
        (HEADER.replace("per = 1", 'per = 1\naccumulate = "month"') + SELECT, "accumulate"),
        (
            HEADER.replace('"flow"', '"stock"').replace("per = 1", 'per = 1\naccumulate = "year"')
            + SELECT,
            "only a monthly flow",
        ),
        (HEADER + RATE, "chance is '', expected one of share, rate, none"),
        (RATED.replace('"rate"', '"luck"') + RATE, "chance is 'luck'"),
        (RATED + SELECT, "chance is declared of an indicator that has no denominator"),
    ],
    ids=[
        "no header",
        "header not first",
        "not TOML",
        "missing key",
        "no extracts",
        "unknown key",
        "an id of its own",
        "bad polarity",
        "bad kind",
        "bad frequency",
        "bad roll-up",
        "bad accumulation",
        "a stock that accumulates",
        "a rate without its chance",
        "an unknown chance",
        "the chance of a count",
    ],
)
def test_a_bad_indicator_is_refused_by_its_file_name(tmp_path, spoilt, says):
    with pytest.raises(ValueError, match=r"^visits_made\.sql: ") as refusal:
        read_declared(written(tmp_path, spoilt), Indicator)
    assert says in str(refusal.value)


FIGURE = """/*
name_zh = "走访方式"
name_en = "Manner of visits"
theme = "visits"
kind = "mix"
unit_zh = "人次"
freq = "M"
extracts = ["visits"]
reviewed = 2026-11-01
definition_zh = "按方式分。"
definition_en = "By manner."
category_zh = "方式"
series_zh = "合计"
rows = "record.month = spine.start_date"
*/
select 1
"""


def test_a_figure_is_drawn_in_a_manner_the_charts_know(tmp_path):
    assert read_declared(written(tmp_path, FIGURE), Figure).kind == "mix"
    with pytest.raises(ValueError, match=r"visits_made\.sql: kind is 'pie'"):
        read_declared(written(tmp_path, FIGURE.replace('"mix"', '"pie"')), Figure)


def test_a_point_layer_words_its_states(tmp_path):
    layer = (
        '/*\nname_zh = "点位"\ntheme = "visits"\nextracts = ["visits"]\n\n'
        '[states]\nactive = "开放"\n*/\nselect 1\n'
    )
    record = row(read_declared(written(tmp_path, layer), PointLayer))
    assert record["state_active_zh"] == "开放"
    assert "states" not in record


def test_the_catalogue_holds_every_file_of_its_folders_in_order(tmp_path):
    (tmp_path / "indicators").mkdir()
    written(tmp_path / "indicators", HEADER + SELECT, "b")
    written(tmp_path / "indicators", HEADER + SELECT, "a")
    catalogue = load_catalogue(tmp_path)
    assert list(catalogue.indicators) == ["a", "b"]
    assert (catalogue.figures, catalogue.points) == ({}, {})


def test_the_shipped_catalogue_loads_and_is_as_large_as_promised():
    catalogue = load_catalogue()
    assert len(catalogue.indicators) >= 45
    assert {figure.kind for figure in catalogue.figures.values()} >= {
        "stages",
        "pyramid",
        "heat",
        "mix",
        "season",
    }


def test_what_is_the_same_as_another_names_one_that_is_there_and_not_itself():
    known = load_catalogue().indicators
    declared = {one.id: one.same_as for one in known.values() if one.same_as}
    assert declared
    assert all(other in known and other != id_ for id_, other in declared.items())
