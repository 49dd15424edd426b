"""The cuts of a township's profile once more in plain Python."""

import math
import statistics

from tests.twins import county, last_of_county, of_cells, setting, totals, townships, until

SIGN = {"higher": 1, "lower": -1, "same": 0}


def profile_ends(tables, ref_area, time_period):
    shown = last_of_county(tables, until(tables, time_period))
    indicators = {row["id"]: row for row in tables["indicator"]}
    positions = {row["theme"]: row["position"] for row in tables["reference.theme"]}
    areas = {row["ref_area"] for row in townships(tables)}
    known = of_cells(tables.of("interval", category="_T"))
    found = {"strongest": [], "weakest": []}
    for indicator, period in shown.items():
        of = indicators[indicator]
        rows = [
            row
            for row in totals(tables, indicator)
            if row["time_period"] == period and row["obs_status"] == "A"
        ]
        middle = next(row for row in rows if row["ref_area"] == county(tables)["ref_area"])
        rows = [row for row in rows if row["ref_area"] in areas]
        own = next((row for row in rows if row["ref_area"] == ref_area), None)
        if own is None or not of["standardised"] or (own["places"] or 0) < 4:
            continue
        if (own["denominator"] or 0) < setting(tables, "headline_base"):
            continue
        line = listed(tables, of, own, middle, rows, known.get((indicator, ref_area, period)))
        if line:
            order = line.pop("order")
            place = (positions[of["theme"]], indicator)
            found[line["at_end"]].append((order, place, of["theme"], line))
    return [line for end in found.values() for line in firsts(end)]


def listed(tables, of, own, middle, rows, interval):
    """Return an indicator's line with its order, None where it is listed at neither end."""
    sign = -1 if of["polarity"] == "lower_is_better" else 1
    apart = own["obs_value"] - middle["obs_value"]
    if abs(apart) < setting(tables, "headline_change") * abs(middle["obs_value"]) or apart == 0:
        return None
    tied = sum(row["obs_value"] == own["obs_value"] for row in rows)
    first, last = own["place"], own["place"] + tied - 1
    if interval:
        if interval["versus_county"] is None:
            return None
        if SIGN[interval["versus_county"]] * apart <= 0:
            return None
        first = first if interval["place_from"] is None else interval["place_from"]
        last = last if interval["place_to"] is None else interval["place_to"]
    end, place, places = "strongest", own["place"], own["places"]
    if apart * sign > 0:
        if 2 * place > places or last >= places or (not interval and 4 * last > places):
            return None
    else:
        end = "weakest"
        is_near = not interval and 4 * (places - first + 1) > places
        if 2 * place <= places + 1 or first <= 1 or is_near:
            return None
    spread = statistics.pstdev(row["obs_value"] for row in rows)
    ends = (first, last) if end == "strongest" else (places - last, places - first)
    return {
        "order": (not interval, *ends, -abs(apart) / spread),
        "at_end": end,
        "indicator": of["id"],
        **{name: of[name] for name in ("name_zh", "unit_zh", "decimals", "polarity")},
        **{name: own[name] for name in ("ref_area", "time_period", "obs_value")},
        "county_value": middle["obs_value"],
        "change_county": apart,
        "has_interval": bool(interval),
        "versus_county": interval["versus_county"] if interval else None,
        "place": place,
        "place_from": first,
        "place_to": last,
        "places": places,
        "tied": own["tied"],
    }


def firsts(lines):
    """Return the first three lines in their order, one of a theme."""
    of_themes = {}
    for order, (position, indicator), theme, line in sorted(
        lines, key=lambda one: (one[0], one[1][1])
    ):
        of_themes.setdefault(theme, (order, position, indicator, line))
    return [line for *_, line in sorted(of_themes.values(), key=lambda one: one[:3])[:3]]


def sparks(tables, ref_area, time_period):
    day, found = until(tables, time_period), []
    segments = {(row["indicator"], row["time_period"]): row["segment"] for row in tables["segment"]}
    for indicator in sorted({row["indicator"] for row in totals(tables)}):
        rows = [
            row
            for row in totals(tables, indicator)
            if row["ref_area"] == ref_area and row["obs_status"] != "M" and row["end_date"] <= day
        ]
        rows.sort(key=lambda row: row["end_date"])
        kept = rows[-(25 if rows and rows[-1]["freq"] == "M" else 13) :]
        if kept:
            of = [segments.get((indicator, row["time_period"]), 0) for row in rows]
            values = [
                row["obs_value"]
                if segments.get((indicator, row["time_period"]), 0) == max(of)
                else None
                for row in kept
            ]
            found.append(
                {
                    "indicator": indicator,
                    "spark": values,
                    "known": sum(value is not None for value in values),
                    "is_incomplete": kept[-1]["obs_status"] == "P",
                }
            )
    return found


def peers(tables, ref_area, time_period):
    lines = tables["reference.population"]
    year = max((row["year"] for row in lines if row["year"] <= int(time_period[:4])), default=None)
    inside = [row for row in townships(tables) if row["in_scope"]]
    values = {row["ref_area"]: features(tables, row, year) for row in inside}
    if year is None or ref_area not in values:
        return []
    scores = {}
    for at in range(5):
        scale = [one[at]["scale"] for one in values.values()]
        spread = statistics.pstdev(scale)
        for area, one in values.items():
            score = (one[at]["scale"] - statistics.fmean(scale)) / spread if spread else 0
            scores.setdefault(area, []).append(score)
    distances = sorted(
        (math.dist(scores[ref_area], scores[row["ref_area"]]), row["position"], row)
        for row in inside
        if row["ref_area"] != ref_area
    )
    far = distances[1][0] * 1.5
    found = []
    for nearness, (distance, _, row) in enumerate(distances[:3], 1):
        if nearness == 3 and distance > far:
            continue
        area = row["ref_area"]
        for at, (own, other) in enumerate(zip(values[ref_area], values[area], strict=True)):
            apart = abs(scores[ref_area][at] - scores[area][at])
            found.append(
                {
                    "nearness": nearness,
                    "ref_area": area,
                    "name_zh": row["name_zh"],
                    "distance": distance,
                    "feature": at + 1,
                    **{name: own[name] for name in ("feature_zh", "unit_zh", "decimals")},
                    "own_value": own["value"],
                    "peer_value": other["value"],
                    "apart": apart,
                    "is_alike": apart <= 0.5,
                }
            )
    return found


def features(tables, township, year):
    code = township["ref_area"]
    lines = tables.of("reference.population", ref_area=code, year=year)
    persons = sum(row["persons"] for row in lines)
    old = sum(row["persons"] for row in lines if row["age_band"] not in ("0-17", "18-59"))
    if not persons:
        return []
    places = len(tables.of("reference.community", ref_area=code))
    density = float(persons) / float(township["area_km2"])
    share, urban = 100 * old / persons, float(township["kind"] == "街道")
    return [
        feature("常住人口", "人", 0, persons, math.log(persons)),
        feature("60岁及以上占比", "%", 1, share, share),
        feature("村、社区", "个", 0, places, places),
        feature("人口密度", "人／平方千米", 0, density, math.log(density)),
        feature(township["kind"], "", 0, urban, urban),
    ]


def feature(feature_zh, unit_zh, decimals, value, scale):
    told = {"feature_zh": feature_zh, "unit_zh": unit_zh, "decimals": decimals}
    return told | {"value": float(value), "scale": float(scale)}


TWINS = {"profile_ends": profile_ends, "sparks": sparks, "peers": peers}
