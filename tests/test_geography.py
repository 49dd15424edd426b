"""Boundaries: which file is drawn, and what an official one is asked before it is trusted."""

import json

import pytest
import shapely
from shapely.geometry import mapping

from queries.geography import GeographyError, load_geography, schematic_geography
from queries.places import DATA

EAST, WEST, SOUTH = "330482001", "330482002", "330482003"
TOWNSHIPS = [(EAST, "东镇", ["东开发区"]), (WEST, "西镇", []), (SOUTH, "南镇", [])]
SQUARES = {
    EAST: shapely.box(121.0, 30.7, 121.1, 30.8),
    WEST: shapely.box(120.9, 30.7, 121.0, 30.8),
    SOUTH: shapely.box(120.9, 30.6, 121.1, 30.7),
}
NAMES = {"东镇": EAST, "西镇": WEST, "南镇": SOUTH}


def feature(polygon, **properties):
    return {"type": "Feature", "properties": properties, "geometry": mapping(polygon)}


def write(path, *features):
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")


def official(folder, *features):
    write(folder / "townships.geojson", *features)


def named(**changed):
    """Return the three squares by name, some of them changed."""
    return [feature(changed.get(name, SQUARES[code]), name=name) for name, code in NAMES.items()]


@pytest.fixture
def folder(tmp_path):
    schematic = [feature(square, code=code, name="") for code, square in SQUARES.items()]
    write(tmp_path / "townships_schematic.geojson", *schematic)
    county = shapely.union_all(list(SQUARES.values()))
    write(
        tmp_path / "county_outlines.geojson",
        feature(county, code="330482", name="本县"),
        feature(shapely.box(120.7, 30.6, 120.9, 30.8), code="330402", name="邻县"),
    )
    return tmp_path


def faults(folder):
    with pytest.raises(GeographyError) as problem:
        load_geography(folder, TOWNSHIPS)
    return str(problem.value)


def test_without_an_official_file_the_schematic_is_drawn_and_says_so(folder):
    geography = load_geography(folder, TOWNSHIPS)
    assert not geography.official
    assert "示意边界，非法定界线，不作划界依据" in geography.notice_zh


def test_an_official_file_replaces_the_schematic_and_the_words(folder):
    official(folder, *named(南镇=shapely.box(120.9, 30.65, 121.1, 30.7)))
    geography = load_geography(folder, TOWNSHIPS)
    assert geography.official
    assert "示意" not in geography.notice_zh
    assert geography.townships[SOUTH].polygon.bounds == (120.9, 30.65, 121.1, 30.7)


def test_the_name_decides_where_two_code_lists_disagree(folder):
    official(
        folder,
        feature(SQUARES[EAST], name="东镇", code=WEST),
        feature(SQUARES[WEST], name="西镇", code=EAST),
        feature(SQUARES[SOUTH], name="南镇", code=SOUTH),
    )
    geography = load_geography(folder, TOWNSHIPS)
    assert geography.townships[EAST].polygon.equals(SQUARES[EAST])


def test_a_township_is_known_by_an_alias(folder):
    official(
        folder,
        feature(SQUARES[EAST], 名称="东开发区"),
        feature(SQUARES[WEST], 名称="西镇"),
        feature(SQUARES[SOUTH], 名称="南镇"),
    )
    assert load_geography(folder, TOWNSHIPS).townships[EAST].polygon.equals(SQUARES[EAST])


def test_codes_alone_that_swap_two_townships_are_noticed(folder):
    official(
        folder,
        feature(SQUARES[WEST], code=EAST),
        feature(SQUARES[EAST], code=WEST),
        feature(SQUARES[SOUTH], code=SOUTH),
    )
    assert "东镇画在了西镇的位置，请核对名称与代码是否对调" in faults(folder)


def test_every_fault_is_told_at_once(folder):
    official(
        folder,
        feature(SQUARES[EAST], name="东镇"),
        feature(SQUARES[EAST], name="东镇"),
        feature(SQUARES[WEST], name="北镇"),
    )
    message = faults(folder)
    assert "第2个图形（东镇）重复出现" in message
    assert "第3个图形（北镇）不是本市的镇街道" in message
    assert "缺少西镇、南镇" in message


def test_projected_metres_are_recognised(folder):
    official(folder, *named(东镇=shapely.box(40500000, 3398000, 40510000, 3409000)))
    assert "东镇的坐标像是投影坐标（米），请导出为经纬度" in faults(folder)


def test_swapped_longitude_and_latitude_are_recognised(folder):
    official(folder, *named(东镇=shapely.box(30.7, 121.0, 30.8, 121.1)))
    assert "东镇的经度、纬度写反了" in faults(folder)


def test_a_border_that_crosses_itself_is_refused(folder):
    bow_tie = shapely.Polygon([(121.0, 30.7), (121.1, 30.8), (121.1, 30.7), (121.0, 30.8)])
    official(folder, *named(东镇=bow_tie))
    assert "东镇的边界自相交或不闭合" in faults(folder)


def test_a_township_of_another_county_is_refused(folder):
    official(folder, *named(东镇=shapely.box(118.0, 29.0, 118.1, 29.1)))
    assert "东镇落在本市范围之外" in faults(folder)


def test_townships_that_overlap_are_refused_with_their_share(folder):
    official(folder, *named(东镇=shapely.box(120.98, 30.7, 121.1, 30.8)))
    assert "东镇与西镇重叠20%" in faults(folder)


def test_a_trembling_border_is_no_overlap(folder):
    official(folder, *named(东镇=shapely.box(120.9995, 30.7, 121.1, 30.8)))
    assert load_geography(folder, TOWNSHIPS).official


def test_points_are_no_townships(folder):
    official(folder, *named(东镇=shapely.Point(121.05, 30.75)))
    assert "第1个图形（东镇）不是面" in faults(folder)


def test_heights_are_ignored(folder):
    official(folder, *named(东镇=shapely.force_3d(SQUARES[EAST], 4.0)))
    assert not load_geography(folder, TOWNSHIPS).townships[EAST].polygon.has_z


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"features": [', "第1行不是有效的JSON"),
        (b"[]", "没有图形集合"),
        ('{"features": [], "name": "东镇"}'.encode("gb18030"), "文件不是UTF-8编码"),
    ],
)
def test_a_file_that_is_no_geojson_is_refused(folder, content, words):
    (folder / "townships.geojson").write_bytes(content)
    message = faults(folder)
    assert message.startswith("townships.geojson：")
    assert words in message


def test_a_refused_official_file_leaves_the_schematic(folder):
    official(folder, *named(东镇=shapely.Point(121.05, 30.75)))
    assert not schematic_geography(folder, TOWNSHIPS).official


def test_neighbours_are_the_other_counties_and_land_is_both(folder):
    geography = load_geography(folder, TOWNSHIPS)
    assert [place.name_zh for place in geography.neighbours] == ["邻县"]
    assert geography.land.covers(geography.outline)


def test_a_label_point_lies_inside_even_a_bent_township(folder):
    bent = shapely.union(
        shapely.box(120.9, 30.6, 120.92, 30.7), shapely.box(120.9, 30.6, 121.1, 30.62)
    )
    official(folder, *named(南镇=bent))
    township = load_geography(folder, TOWNSHIPS).townships[SOUTH]
    assert township.polygon.contains(township.label)
    assert not township.polygon.contains(township.polygon.centroid)


def test_the_shipped_folder_loads():
    features = json.loads((DATA / "geo" / "townships_schematic.geojson").read_text("utf-8"))
    known = [
        (item["properties"]["code"], item["properties"]["name"], [])
        for item in features["features"]
    ]
    geography = schematic_geography(DATA / "geo", known)
    assert len(geography.townships) == 9
    assert geography.outline.geom_type == "Polygon"
    assert geography.waters == ("杭州湾",)
