"""A township on one page of A4: what stands on it, from the cuts its page on the screen has."""

from dataclasses import dataclass

from ui import labels, picks, reading, spark, wording
from ui.slides import labels_paper as say
from ui.slides import sources
from ui.wording_judgements import Status

OVERVIEW = "overview"
LINE = (72, 20)  # px, a row's line through its last periods
FEWEST = 3  # values that make a line


@dataclass(frozen=True)
class Row:
    """A key indicator: its values as they are read, and what may be said of them."""

    theme: str
    name: str
    period: str
    value: str  # or the word for why there is none
    is_known: bool
    county: str
    versus: Status
    place: Status
    course: Status
    line: str  # SVG, "" where too few values make none


@dataclass(frozen=True)
class End:
    """A strength or a weakness, with its value and for what it is listed."""

    name: str
    value: str
    reason: str


@dataclass(frozen=True)
class Peer:
    name: str
    alike: str
    unlike: str


@dataclass(frozen=True)
class OnePage:
    """All that stands on the page; `extracts` are the contracts its numbers are made of."""

    title: str
    county: str
    facts: tuple[str, ...]
    period: str
    rows: tuple[Row, ...]
    strongest: tuple[End, ...]
    weakest: tuple[End, ...]
    peers: tuple[Peer, ...]
    notice: str  # of the map
    source: str
    as_of: str
    version: str
    protection: str
    extracts: tuple[str, ...]


def made(view, area, facts: list[str]) -> OnePage:
    """Return the page of a township; `facts` are the line below its name."""
    cell = {"ref_area": area.ref_area, "time_period": view.period}
    profile = view.read("profile", time_period=view.period)
    ends, peers = view.read("profile_ends", **cell), view.read("peers", **cell)
    rows = tuple(_rows(view, area, profile))
    known = view.declared.indicators
    listed = dict.fromkeys([*keys(view, profile), *ends["indicator"]])
    found = sources.of(view, [known[one] for one in listed])
    least = view.read("settings").set_index("setting").loc["small_count", "value"]
    return OnePage(
        title=area.name_zh,
        county=view.declared.county.name_zh,
        facts=tuple(facts),
        period=wording.month_or_year(view.period),
        rows=rows,
        strongest=tuple(map(_end, ends[ends["at_end"] == "strongest"].itertuples())),
        weakest=tuple(map(_end, ends[ends["at_end"] == "weakest"].itertuples())),
        peers=tuple(_peer(of_peer) for _, of_peer in peers.groupby("nearness")),
        notice=reading.boundaries(view.version)[0].notice_zh,
        source=found.source,
        as_of=found.as_of,
        version=view.version.id,
        protection=labels.protection(least),
        extracts=found.extracts,
    )


def keys(view, profile) -> list[str]:
    """Return the key indicators: the overview's cards, then every theme's first; without those of
    which a single township has a number, being the county's own.
    """
    cards = view.read("board_indicators", board=OVERVIEW)["indicator"]
    areas = profile[profile["area_level"] == "township"].groupby("indicator").size()
    wanted = dict.fromkeys([*cards, *picks.of_every_theme(view)])
    return [one for one in wanted if areas.get(one, 0) != 1]


def _rows(view, area, profile):
    own = profile[profile["ref_area"] == area.ref_area].set_index("indicator", drop=False)
    middle = profile[profile["area_level"] == "county"].set_index("indicator")
    lines = _lines(view, area)
    on_overview = set(view.read("board_indicators", board=OVERVIEW)["indicator"])
    for id_ in keys(view, profile):
        of = view.declared.indicators[id_]
        theme = say.OVERVIEW if id_ in on_overview else of.theme_zh
        if id_ not in own.index:  # no case of it can be here, or nothing is known of it by then
            yield _without(theme, of, "M" if id_ in middle.index else "O")
            continue
        row, county = own.loc[id_], middle.loc[id_]
        bare = Status("", say.OF_SIZE, "muted")
        yield Row(
            theme,
            of.name_zh,
            wording.month_or_year(row.time_period),
            wording.amount(row.obs_value, of, row.obs_status),
            row.obs_status in ("A", "P"),
            wording.amount(county.obs_value, of, county.obs_status),
            wording.against_county(row),
            # a total follows size: its place says nothing of the work
            wording.strip_place(row) if of.standardised else bare,
            wording.course(row.trend),
            lines.get(id_, ""),
        )


def _without(theme, of, obs_status):
    nothing, absent = Status("", "", "muted"), wording.status_word(obs_status)
    return Row(theme, of.name_zh, "", absent, False, "", nothing, nothing, nothing, "")


def _lines(view, area):
    rows = view.read("sparks", ref_area=area.ref_area, time_period=view.period)
    return {
        row.indicator: spark.line_svg(
            row.spark.tolist(), incomplete=row.is_incomplete, width=LINE[0], height=LINE[1]
        )
        for row in rows[rows["known"] >= FEWEST].itertuples()
    }


def _end(row):
    return End(row.name_zh, wording.amount(row.obs_value, row), wording.reason(row))


def _peer(rows):
    return Peer(rows["name_zh"].iloc[0], wording.alike(rows), wording.unlike(rows))
