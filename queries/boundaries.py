"""Township polygons from a GeoJSON file, and the questions an official one must answer first."""

import json
from itertools import combinations

import shapely
from shapely.geometry import shape

NAME_PROPERTIES = ("name", "name_zh", "NAME", "Name", "名称", "镇街道", "XZQMC", "xzqmc")
CODE_PROPERTIES = ("code", "ref_area", "CODE", "代码", "XZQDM", "xzqdm")
NEAR_DEGREES = 0.1  # how far outside the schematic an official boundary may reach
OVERLAP_SHARE = 0.01  # of the smaller township; less is the trembling of two digitised lines


class GeographyError(ValueError):
    """An official boundary file that cannot be used, with what to mend, in Chinese."""


def read_schematic(path, townships):
    """Return {ref_area: polygon} of our own schematic file, which is keyed by code."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    drawn = {item["properties"]["code"]: shape(item["geometry"]) for item in collection["features"]}
    lacking = [name for ref_area, name, _ in townships if ref_area not in drawn]
    if lacking:
        raise GeographyError(f"{path.name}：示意图中没有{'、'.join(lacking)}，请补画后再启动")
    return {ref_area: drawn[ref_area] for ref_area, _, _ in townships}


def read_official(path, townships, schematic):
    """Return {ref_area: polygon}; raise GeographyError with every fault found, one a line."""
    matched, faults = match(read_collection(path), townships)
    names = {ref_area: name for ref_area, name, _ in townships}
    for ref_area, polygon in matched.items():
        faults += shape_faults(names[ref_area], polygon)
    if not faults:
        faults = place_faults(names, matched, schematic)
    if not faults:
        faults = overlap_faults(names, matched)
    if faults:
        raise GeographyError("\n".join(f"{path.name}：{fault}" for fault in faults))
    return matched


def read_collection(path):
    """Return the features of a file that may not be GeoJSON at all."""
    advice = "请在GIS软件中重新导出为GeoJSON（UTF-8编码、经纬度坐标）"
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as problem:
        raise GeographyError(f"{path.name}：文件不是UTF-8编码，{advice}") from problem
    except json.JSONDecodeError as problem:
        raise GeographyError(
            f"{path.name}：第{problem.lineno}行不是有效的JSON，{advice}"
        ) from problem
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise GeographyError(f"{path.name}：没有图形集合（FeatureCollection），{advice}")
    return collection["features"]


def match(features, townships):
    """Return {ref_area: polygon} and the faults: the name decides, a code only where none is known.

    Two published code lists swap two of the townships, so a code never overrules a name; one that
    stands alone is confirmed by where the polygon lies (place_faults).
    """
    by_name = {
        word: ref_area for ref_area, name, aliases in townships for word in (name, *aliases) if word
    }
    by_code = {ref_area: ref_area for ref_area, _, _ in townships}
    matched, faults = {}, []
    for number, item in enumerate(features, start=1):
        properties = item.get("properties") or {}
        name, code = first(properties, NAME_PROPERTIES), first(properties, CODE_PROPERTIES)
        ref_area = by_name.get(name) or by_code.get(code[:9])
        called = f"第{number}个图形（{name or code or '无名称'}）"
        if ref_area is None:
            faults.append(f"{called}不是本市的镇街道，请改正名称属性，或删去该图形")
        elif ref_area in matched:
            faults.append(f"{called}重复出现，请先把同一镇街道的图形融合为一个")
        elif (item.get("geometry") or {}).get("type") not in ("Polygon", "MultiPolygon"):
            faults.append(f"{called}不是面，请导出面图层")
        else:
            matched[ref_area] = shapely.force_2d(shape(item["geometry"]))
    missing = [name for ref_area, name, _ in townships if ref_area not in matched]
    if missing:
        faults.append(f"缺少{'、'.join(missing)}，请补齐后重新导出")
    return matched, faults


def first(properties, keys):
    return next((str(properties[key]).strip() for key in keys if properties.get(key)), "")


def shape_faults(name, polygon):
    west, south, east, north = polygon.bounds if not polygon.is_empty else (0, 0, 0, 0)
    if polygon.is_empty:
        return [f"{name}的图形是空的，请重新导出"]
    if max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 180:
        return [f"{name}的坐标像是投影坐标（米），请导出为经纬度（CGCS2000，EPSG:4490）"]
    if max(abs(south), abs(north)) > 90:
        return [f"{name}的经度、纬度写反了，请按“经度，纬度”的次序导出"]
    if not polygon.is_valid:
        return [f"{name}的边界自相交或不闭合，请用GIS软件的“修复几何”处理后再导出"]
    return []


def place_faults(names, matched, schematic):
    """Return the townships that lie outside the county, or in one another's place."""
    whole = shapely.union_all(list(schematic.values()))
    near = shapely.box(*whole.bounds).buffer(NEAR_DEGREES)
    faults = []
    for ref_area, polygon in matched.items():
        name = names[ref_area]
        shared = {other: polygon.intersection(drawn).area for other, drawn in schematic.items()}
        likeliest = max(shared, key=shared.get)
        if not near.covers(polygon):
            faults.append(f"{name}落在本市范围之外，请核对坐标系（应为CGCS2000或WGS84经纬度）")
        elif shared[likeliest] == 0:
            faults.append(f"{name}与示意图中的任何镇街道都不相交，请核对坐标")
        elif likeliest != ref_area:
            faults.append(f"{name}画在了{names[likeliest]}的位置，请核对名称与代码是否对调")
    return faults


def overlap_faults(names, matched):
    faults = []
    for (one, here), (other, there) in combinations(matched.items(), 2):
        share = here.intersection(there).area / min(here.area, there.area)
        if share > OVERLAP_SHARE:
            faults.append(
                f"{names[one]}与{names[other]}重叠{share:.0%}，请核对边界或做拓扑检查后再导出"
            )
    return faults
