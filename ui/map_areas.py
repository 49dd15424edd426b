"""What each township shows on a map: its value or the reason it has none, and its fill."""

from dataclasses import dataclass, replace

import pandas as pd
import shapely

from ui import theme
from ui.map_scale import ColourScale

REASONS = {
    "missing": "无数据",
    "protected": "已保护",
    "not_applicable": "不适用",
    "out_of_scope": "不在统计口径",
}
STATES = {"O": "missing", "Q": "protected", "M": "not_applicable"}  # by obs_status
PROVISIONAL = "未完整"
FILLS = {
    "missing": theme.PAGE,
    "protected": theme.PROTECTED,
    "not_applicable": theme.SOFT,
    "out_of_scope": theme.OUT_OF_SCOPE,
}
PLAIN = theme.SEQUENTIAL[0]  # townships under circles or points
LIT = theme.SEQUENTIAL[5]


@dataclass(frozen=True)
class Area:
    """One township in pixels. `state` is value, plain, or the key of a reason in REASONS."""

    ref_area: str
    name_zh: str
    polygon: shapely.Geometry
    state: str
    provisional: bool
    value: float
    value_zh: str
    unit_zh: str
    note_zh: str
    fill: str = PLAIN

    @property
    def tip_value(self) -> str:
        if self.state in REASONS:
            return REASONS[self.state]
        unit = "" if self.value_zh.endswith(self.unit_zh) else self.unit_zh
        return self.value_zh + unit if self.value_zh else ""

    @property
    def tip_note(self) -> str:
        return PROVISIONAL if self.provisional else self.note_zh


def describe(areas: pd.DataFrame, geography, frame, unit_zh) -> list[Area]:
    """Return every township of the geography; one without a row has no data."""
    rows = {row["ref_area"]: row for row in areas.to_dict("records")}
    return [
        describe_one(rows.get(township.ref_area, {}), township, frame, unit_zh)
        for township in geography.townships.values()
    ]


def describe_one(row, township, frame, unit_zh) -> Area:
    state = state_of(row)
    note = row.get({"out_of_scope": "scope_note_zh", "value": "verdict_zh"}.get(state))
    return Area(
        ref_area=township.ref_area,
        name_zh=township.name_zh,
        polygon=frame.project(township.polygon),
        state=state,
        provisional=state == "value" and row["obs_status"] == "P",
        value=row.get("obs_value"),
        value_zh=row.get("value_label") if state == "value" else "",
        unit_zh=unit_zh,
        note_zh="" if note is None or pd.isna(note) else note,
    )


def state_of(row) -> str:
    if not row.get("in_scope", True):
        return "out_of_scope"
    status = row.get("obs_status", "O")
    if status in STATES:
        return STATES[status]
    return "missing" if pd.isna(row["obs_value"]) else "value"


def filled(areas, scale) -> list[Area]:
    """Return the areas in the colours of their values; counts leave them plain, for circles."""
    return [replace(area, fill=fill_of(area, scale)) for area in areas]


def plain(areas, lit=()) -> list[Area]:
    """Return the areas as a ground for points, with or without a value; a few may be lit up."""
    return [
        replace(area, fill=FILLS[area.state])
        if area.state == "out_of_scope"
        else replace(
            area,
            state="plain",
            provisional=False,
            note_zh=area.tip_note,
            fill=LIT if area.ref_area in lit else PLAIN,
        )
        for area in areas
    ]


def fill_of(area, scale) -> str:
    if area.state != "value":
        return FILLS[area.state]
    return scale.colour(area.value) if isinstance(scale, ColourScale) else PLAIN
