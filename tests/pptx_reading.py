"""A deck read back as PowerPoint would: its shapes, words, charts and the workbooks behind."""

import io
import zipfile
from dataclasses import replace

from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from tests.decks import sample_deck, slide

PART = {
    kind: n
    for n, kind in enumerate(
        (
            *("cover", "cards", "line", "bar", "stacked", "share"),
            *("pyramid", "maps", "heat", "long", "notices", "text"),
        )
    )
}


def opened(content):
    return Presentation(io.BytesIO(content))


def deck_of(*parts, **more):
    return replace(sample_deck(), slides=(slide("标题", parts, **more),))


def shapes_in(shapes):
    """Return every shape, those of groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from shapes_in(shape.shapes)


def said(slide):
    return "\n".join(s.text_frame.text for s in shapes_in(slide.shapes) if s.has_text_frame)


def charts(slide):
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def rendered_parts(written, folder):
    """Return the XML of every part of the package in a folder, by name."""
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        return {
            name: package.read(name).decode("utf-8")
            for name in package.namelist()
            if name.startswith(folder) and name.endswith(".xml")
        }
