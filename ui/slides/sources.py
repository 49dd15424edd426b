"""Where a slide's numbers come from: what stands at its foot and in the speaker's notes."""

from dataclasses import dataclass

from ui import wording
from ui.slides import labels_making as labels


@dataclass(frozen=True)
class Sources:
    """What declared things (indicators, figures) are made of, for one version."""

    extracts: tuple[str, ...]
    source: str
    as_of: str
    notes: tuple[tuple[str, str], ...]


def of(view, declared: list) -> Sources:
    """Return the sources of some indicators and figures, each named once."""
    wanted = dict.fromkeys(name for one in declared for name in one.extracts.split(","))
    known = view.read("extracts")
    known = known[known["kind"].eq("extract") & known["contract"].isin(list(wanted))]
    # an extract may have come in several files: a correction stands beside what it corrects
    files = known.sort_values("contract", key=lambda ids: ids.map([*wanted].index), kind="stable")
    named = "、".join(name + labels.DEMO_SOURCE for name in files["name_zh"].unique())
    until = min(files["as_of"].dropna(), default=None)
    as_of = f"{labels.AS_OF}{wording.day(until)}" if until is not None else ""
    notes = [(labels.DEFINITION, f"{one.name_zh}：{_definition(one)}") for one in declared]
    notes.append((labels.SOURCE, _files(files)))
    notes += [(labels.SQL, "、".join(dict.fromkeys(one.file for one in declared)))]
    notes += [
        (labels.VERSION, view.version.id),
        (labels.AS_OF, wording.day(until) if as_of else ""),
    ]
    return Sources(tuple(wanted), f"{labels.SOURCE}：{named}" if named else "", as_of, tuple(notes))


def _definition(one):
    return one.definition_zh + (one.caveats_zh or "")


def _files(files):
    return "；".join(
        f"{row.name_zh}{labels.DEMO_SOURCE}{row.file}，{row.loaded:,}行，退回{row.refused:,}行"
        for row in files.itertuples()
    )
