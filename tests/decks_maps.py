"""Maps of the sample deck: classes, circles and points over the schematic townships."""

import json
from functools import cache

import pandas as pd

from queries.geography import schematic_geography
from queries.places import DATA
from tests.decks_charts import RATES, words
from ui.map_drawing import draw_map
from ui.slides.slide import Cell, Column, MapPart, Table

OUTSIDE = "乍浦镇"
COUNTS = {"当湖街道": 186, "钟埭街道": 92, "新仓镇": 31, "新埭镇": 24, "广陈镇": 18, "林埭镇": 12}


@cache
def geography():
    collection = json.loads((DATA / "geo" / "townships_schematic.geojson").read_text("utf-8"))
    named = [item["properties"] for item in collection["features"]]
    return schematic_geography(DATA / "geo", [(one["code"], one["name"], []) for one in named])


@cache
def drawn_rates():
    """Return the map of RATES in classes: 曹桥街道 protected, 乍浦镇 not in the statistics."""
    return drawn(RATES, {"曹桥街道": "Q"}, "{:.2f}", unit_zh="家／万人", decimals=2)


def drawn(values, statuses, form, **options):
    rows = [
        {
            "ref_area": one.ref_area,
            "in_scope": one.name_zh != OUTSIDE,
            "scope_note_zh": "嘉兴港区管理，不在统计口径" if one.name_zh == OUTSIDE else None,
            "obs_value": values.get(one.name_zh, float("nan")),
            "obs_status": statuses.get(one.name_zh, "A" if one.name_zh in values else "O"),
            "value_label": form.format(values.get(one.name_zh, 0)),
        }
        for one in geography().townships.values()
    ]
    settings = {"standardised": True, "width": 640, "height": 456} | options
    return draw_map(pd.DataFrame(rows), geography(), **settings)


def rate_map():
    return map_part("每万人社会组织", "家／万人，2024年8月", drawn_rates(), "家／万人", 2, RATES)


def count_map():
    drawing = drawn(
        COUNTS, {"曹桥街道": "Q"}, "{:.0f}", standardised=False, unit_zh="家", decimals=0
    )
    return map_part("登记社会组织", "家，2024年8月", drawing, "家", 0, COUNTS)


def point_map():
    states = {"新仓镇": "active", "当湖街道": "active", "新埭镇": "inactive", "林埭镇": "missing"}
    points = pd.DataFrame(
        [
            {
                "name_zh": f"{one.name_zh}助餐点",
                "ref_area": one.ref_area,
                "lon": one.label.x,
                "lat": one.label.y,
                "state": states[one.name_zh],
                "detail_zh": None,
            }
            for one in geography().townships.values()
            if one.name_zh in states
        ]
    )
    drawing = drawn({}, {}, "{}", unit_zh="个", points=points)
    meanings = {"active": "本月有服务", "inactive": "本月无服务", "missing": "尚无助餐点"}
    part = map_part("助餐点", "个，2024年8月", drawing, "个", 0, {})
    return MapPart(part.title, part.measure, drawing, point_table(states, meanings), "个", meanings)


def point_table(states, meanings):
    rows = tuple((words(name), words(meanings[state])) for name, state in states.items())
    return Table("助餐点", "2024年8月", (Column("镇街道"), Column("状态")), rows)


def map_part(title, measure, drawing, unit_zh, decimals, values):
    rows = tuple(
        (words(area.name_zh), Cell(area.tip_value, values.get(area.name_zh)))
        for area in drawing.areas
    )
    columns = (Column("镇街道"), Column(title, unit_zh, decimals))
    return MapPart(title, measure, drawing, Table(title, measure, columns, rows), unit_zh)
