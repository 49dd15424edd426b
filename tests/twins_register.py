"""The cuts of the register, the benchmarks and the scorecards once more in plain Python."""

from tests.twins import columns, county, last, last_of_county, one, only, totals, until

KINDS = {"指标": "indicator", "统计图": "figure", "点位": "point_layer"}


def systems(tables):
    home = county(tables)["name_zh"]
    places = {row["theme"]: row["position"] for row in tables["reference.theme"]}
    found = []
    for system in tables["reference.system"]:
        covers = tables.of("reference.system_cover", system=system["system"]) or [None]
        shown = []
        for cover in covers:
            of = (
                cover and one(tables[KINDS[cover["kind"]]], id=cover["item"])
                if cover and cover["kind"] in KINDS
                else None
            )
            shown.append(
                columns(system, "system", "name_zh", "place")
                | {"is_own": system["place"].startswith(home)}
                | columns(system, "kind_zh", "file")
                | columns(cover, "kind", "item")
                | {"item_zh": of and of["name_zh"], "theme": of and of["theme"]}
            )
        first = min((places[row["theme"]] for row in shown if row["theme"]), default=None)
        for row in shown:
            order = (
                not row["is_own"],
                last(first),
                row["system"],
                row["kind"] == "页面",
                last(places.get(row["theme"])),
                [-ord(letter) for letter in row["kind"] or ""],
                row["item"] or "",
            )
            found.append((order, row))
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def benchmarks(tables):
    printed = {row["id"]: row for row in tables["reference.published_figure"]}
    domains = {row["domain"]: row for row in tables["reference.domain"]}
    pairs = {row["published"]: row["other"] for row in tables["reference.benchmark_pair"]}
    found = []
    for benchmark in tables["reference.benchmark"]:
        figure = printed[benchmark["published"]]
        other = printed.get(pairs.get(figure["id"]))
        indicator = tables.one("indicator", id=benchmark["indicator"])
        own = indicator and beside(tables, indicator["id"], figure["as_of"])
        found.append(
            {"id": figure["id"], "domain_zh": domains[figure["domain"]]["name_zh"]}
            | columns(figure, "place", "name_zh", "as_of", "value", "unit_zh")
            | columns(figure, "qualifier", "file")
            | {
                "other_zh": other and other["name_zh"],
                "other_value": other and other["value"],
                "other_unit_zh": other and other["unit_zh"],
                "of_other": float(figure["value"]) / float(other["value"]) if other else None,
            }
            | columns(benchmark, "same_basis", "note_zh")
            | {
                "indicator": indicator and indicator["id"],
                "indicator_zh": indicator and indicator["name_zh"],
            }
            | columns(own, "time_period", "obs_value")
        )
    places = {row["name_zh"]: row["position"] for row in domains.values()}
    return sorted(found, key=lambda row: (places[row["domain_zh"]], row["place"], row["id"]))


def beside(tables, indicator, as_of):
    """Return the county's last complete observation of a date, or else the first after it."""
    rows = [
        row
        for row in only(totals(tables, indicator), ref_area=county(tables)["ref_area"])
        if row["obs_status"] == "A"
    ]
    rows.sort(key=lambda row: row["end_date"])
    before = [row for row in rows if row["time_period"][: len(as_of)] <= as_of]
    return before[-1] if before else rows[0] if rows else None


def scorecards(tables, time_period):
    shown = last_of_county(tables, until(tables, time_period))
    found = []
    for card in sorted(tables["reference.scorecard"], key=lambda row: row["position"]):
        items = tables.of("reference.scorecard_item", scorecard=card["scorecard"])
        for item in sorted(items, key=lambda row: row["position"]) or [None]:
            indicator = item and tables.one("indicator", id=item["indicator"])
            id_ = indicator and indicator["id"]
            where = {"ref_area": county(tables)["ref_area"], "time_period": shown.get(id_)}
            row = one(totals(tables, id_), **where) if id_ else None
            found.append(
                columns(card, "scorecard")
                | {"scorecard_zh": card["name_zh"], "meaning_zh": card["meaning_zh"]}
                | columns(item, "position", "group_zh", "name_zh", "owner_zh")
                | {"indicator": id_}
                | columns(row, "time_period", "obs_value", "obs_status", "target", "pace")
                | columns(row, "pace_basis", "progress")
                | columns(row, "judgement", "change_year")
            )
    return found


TWINS = {"systems": systems, "benchmarks": benchmarks, "scorecards": scorecards}
