"""A text for a report, as sentences by rule: what pages show, copy and hand out as files."""

from dataclasses import dataclass

from ui.wording_told import Number, pieces_of

INDENT = "　　"  # of a paragraph in a Chinese text


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs; each is a wording_told.Told, a sentence or several."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    title: str
    sections: tuple[Section, ...]

    @property
    def numbers(self) -> list[Number]:
        """Every number said, in its order, with the observation it is of."""
        said = [words for section in self.sections for words in section.paragraphs]
        return [one for words in said for one in pieces_of(words) if isinstance(one, Number)]


def plain(draft: Draft, closing: str = "") -> str:
    """Return a draft as text to be pasted; `closing` stands below it."""
    lines = [draft.title, ""]
    for section in draft.sections:
        lines += [section.heading, *(INDENT + words for words in section.paragraphs), ""]
    return "\r\n".join([*lines, *([closing] if closing else [])])
