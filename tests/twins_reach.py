"""The cuts of reach once more in plain Python. Distances come of the angle between two directions
from the middle of the earth, not of the haversine.
"""

from math import acos, cos, radians, sin

from tests.twins import columns, setting, townships

EARTH = 6371008.8
OLDER = {"all": ("0-17", "18-59", "60-69", "70-79"), "60": ("60-69", "70-79"), "80": ()}
EXTRACT = {"meal": "meal_points", "lounge": "resident_lounges", "either": "resident_lounges"}


def direction(row):
    lon, lat = radians(row["lon"]), radians(row["lat"])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def apart(left, right):
    along = sum(a * b for a, b in zip(direction(left), direction(right), strict=True))
    return EARTH * acos(max(-1.0, min(1.0, along)))


def walk(tables):
    names = ("reach_minutes", "reach_metres_a_minute", "reach_detour")
    minutes, speed, detour = (setting(tables, name) for name in names)
    return minutes * speed / detour


def homes_of(tables):
    scope = {row["ref_area"]: row for row in townships(tables) if row["in_scope"]}
    found = [row for row in tables["reference.community"] if row["ref_area"] in scope]
    found.sort(key=lambda row: (scope[row["ref_area"]]["position"], row["community"]))
    return [(row, scope[row["ref_area"]]) for row in found]


def persons_of(tables, people):
    year = max(row["year"] for row in tables["reference.community_population"])
    counted = {}
    for row in tables["reference.community_population"]:
        if row["year"] == year and row["age_band"] in (*OLDER[people], "80-89", "90+"):
            counted[row["community"]] = counted.get(row["community"], 0) + row["persons"]
    return counted


def counted_on(tables, facility, month):
    days = [
        row["counted_on"]
        for row in tables["reference.extract_month"]
        if row["extract"] == EXTRACT[facility] and row["time_period"] == month
    ]
    return max(days, default=None)


def is_open(place, day):
    opened, closed = place["opened_on"], place["closed_on"]
    return bool(day and opened and opened <= day and (closed is None or closed > day))


def of_kind(tables, facility):
    return [row for row in tables["reach_place"] if facility in (row["facility"], "either")]


def near(tables, facility):
    """Return {community: the places in reach of it}."""
    reach, places = walk(tables), of_kind(tables, facility)
    return {
        home["community"]: [place for place in places if apart(home, place) <= reach]
        for home, _ in homes_of(tables)
    }


def reach_homes(tables, facility, people, time_period, since):
    now, before = (counted_on(tables, facility, month) for month in (time_period, since))
    persons, places = persons_of(tables, people), near(tables, facility)
    found = [
        {
            "community": home["community"],
            "name_zh": home["name_zh"],
            "kind_zh": home["kind"],
            "ref_area": home["ref_area"],
            "area_zh": area["name_zh"],
            "position": area["position"],
            **columns(home, "lon", "lat"),
            "persons": persons.get(home["community"], 0),
            "is_reached": any(is_open(place, now) for place in places[home["community"]]),
            "was_reached": any(is_open(place, before) for place in places[home["community"]]),
        }
        for home, area in homes_of(tables)
    ]
    return [
        row
        | summed([other for other in found if other["ref_area"] == row["ref_area"]], "area")
        | summed(found, "county")
        for row in found
    ]


def summed(rows, of):
    gaps = {"area_gaps": sum(not row["is_reached"] for row in rows)} if of == "area" else {}
    return {
        f"{of}_persons": sum(row["persons"] for row in rows),
        f"{of}_reached": sum(row["persons"] for row in rows if row["is_reached"]),
        f"{of}_before": sum(row["persons"] for row in rows if row["was_reached"]),
    } | gaps


def reach_places(tables, facility, people, time_period, since):
    now, before = (counted_on(tables, facility, month) for month in (time_period, since))
    persons, gained, lost = persons_of(tables, people), {}, {}
    for community, places in near(tables, facility).items():
        open_now = [place for place in places if is_open(place, now)]
        open_then = [place for place in places if is_open(place, before)]
        if open_now and not open_then:
            first = min(open_now, key=lambda p: (p["opened_on"], p["facility"], p["place"]))
            key = first["facility"], first["place"]
            gained[key] = gained.get(key, 0) + persons.get(community, 0)
        if open_then and not open_now:
            latest = max(place["closed_on"] for place in open_then)
            key = min(
                (place["facility"], place["place"])
                for place in open_then
                if place["closed_on"] == latest
            )
            lost[key] = lost.get(key, 0) + persons.get(community, 0)
    areas, found = {row["ref_area"]: row for row in townships(tables)}, []
    for place in of_kind(tables, facility):
        is_now, was_then = is_open(place, now), is_open(place, before)
        if not (is_now or was_then or place["stage"] in ("拟建", "在建")):
            continue
        state = "open" if is_now and was_then else "opened" if is_now else "closed"
        key, area = (place["facility"], place["place"]), areas[place["ref_area"]]
        found.append(
            columns(place, "place", "facility", "facility_zh", "name_zh", "ref_area")
            | {"area_zh": area["name_zh"]}
            | columns(place, "community_zh", "lon", "lat", "opened_on", "closed_on", "stage")
            | {"state": state if is_now or was_then else "planned"}
            | {"gained": gained.get(key, 0), "lost": lost.get(key, 0)}
        )
    position = {code: area["position"] for code, area in areas.items()}
    return sorted(
        found,
        key=lambda row: (
            *(-row["gained"], -row["lost"], position[row["ref_area"]]),
            *(row["facility"], row["place"]),
        ),
    )


def reach_pairs(tables, facility):
    found = [
        {"candidate": place["place"], "home": community}
        for community, places in near(tables, facility).items()
        for place in places
        if place["stage"] in ("拟建", "在建")
    ]
    return sorted(found, key=lambda row: (row["candidate"], row["home"]))


def reach_candidates(tables):
    reach, places = walk(tables), [home for home, _ in homes_of(tables)]
    town, village = (setting(tables, f"reach_site_cost_{one}") for one in ("town", "village"))
    found = [
        {
            "candidate": site["community"],
            "home": home["community"],
            "cost": village if site["kind"] == "村" else town,
        }
        for site in places
        for home in places
        if site is home or apart(site, home) <= reach
    ]
    return sorted(found, key=lambda row: (row["candidate"], row["home"]))


def reach_facilities(tables):
    kinds = sorted({row["facility"] for row in tables["reach_place"]}, reverse=True)
    return [
        {
            "facility": kind,
            "facility_zh": tables.one("reach_place", facility=kind)["facility_zh"],
            "places": len(of_kind(tables, kind)),
            "people_year": max(row["year"] for row in tables["reference.community_population"]),
        }
        for kind in kinds
    ]


TWINS = {
    "reach_candidates": reach_candidates,
    "reach_facilities": reach_facilities,
    "reach_homes": reach_homes,
    "reach_pairs": reach_pairs,
    "reach_places": reach_places,
}
