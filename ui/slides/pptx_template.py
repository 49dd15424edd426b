"""The file a deck is written into: our own look, or the bureau's template without its slides."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from ui import theme
from ui.slides import labels_slides as labels
from ui.slides.pptx_text import colour

SIZE = (960, 540)  # points: 16:9
TITLES = {"TITLE", "CENTER_TITLE"}
POINTERS = ("p:custShowLst", "p:extLst")  # of a presentation: they name slides that are gone
THUMBNAIL = RELATIONSHIP_TYPE.THUMBNAIL
OURS = {
    "dk1": theme.INK,
    "lt1": theme.PAGE,
    "dk2": theme.TEXT_2,
    "lt2": theme.SOFT,
    **{f"accent{n}": code for n, code in enumerate(theme.CATEGORICAL[:6], start=1)},
    "hlink": theme.ACCENT,
    "folHlink": theme.TEXT_3,
}


class TemplateRefused(ValueError):
    """A template no deck can be written into; the message tells a clerk in Chinese what to mend."""


@dataclass(frozen=True)
class Base:
    """An empty presentation, with the layout of a cover and that of every other slide."""

    presentation: object
    cover: object
    page: object
    is_ours: bool

    @property
    def width(self) -> float:
        return self.presentation.slide_width.pt

    @property
    def height(self) -> float:
        return self.presentation.slide_height.pt


def base_of(template: Path | None) -> Base:
    """Return the Base a deck is written into; raises TemplateRefused."""
    if template is None or not Path(template).exists():
        return _ours()
    try:
        presentation = Presentation(str(template))
    except (PackageNotFoundError, zipfile.BadZipFile, ValueError, KeyError) as error:
        raise TemplateRefused(labels.NO_TEMPLATE.format(file=Path(template).name)) from error
    layouts = {kind: _layout(presentation, names) for kind, names in labels.LAYOUTS.items()}
    lacking = [labels.LAYOUTS[kind] for kind, found in layouts.items() if found is None]
    if lacking:
        names = "、".join(labels.OR.join(f"“{name}”" for name in names) for names in lacking)
        raise TemplateRefused(labels.NO_LAYOUT.format(file=Path(template).name, names=names))
    _empty(presentation)
    return Base(presentation, layouts["cover"], layouts["page"], is_ours=False)


def _layout(presentation, names):
    """Return the layout with the first of these names that any has, if it has a title."""
    layouts = [one for master in presentation.slide_masters for one in master.slide_layouts]
    for name in names:
        for layout in layouts:
            if layout.name.strip() == name and title_of(layout) is not None:
                return layout
    return None


def title_of(slide):
    """Return the title placeholder of a slide, a layout or a master."""
    found = (one for one in slide.placeholders if one.placeholder_format.type.name in TITLES)
    return next(found, None)


def _empty(presentation):
    """Take every slide out, and all that would still point at one or show it."""
    root = presentation.part._element
    for entry in list(presentation.slides._sldIdLst):
        presentation.part.drop_rel(entry.rId)
        presentation.slides._sldIdLst.remove(entry)
    for name in POINTERS:
        for found in root.findall(qn(name)):
            root.remove(found)
    package = presentation.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype == THUMBNAIL:
            package._rels.pop(key)


def _ours():
    """Return python-pptx's own presentation in 16:9 with our theme and two layouts."""
    presentation = Presentation()
    _empty(presentation)
    presentation.slide_width, presentation.slide_height = (Pt(side) for side in SIZE)
    master = presentation.slide_master
    _rewrite_theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    cover, page = (_layout(presentation, labels.LAYOUTS[kind]) for kind in ("cover", "page"))
    for layout in list(master.slide_layouts):
        if layout not in (cover, page):
            master.slide_layouts.remove(layout)
    for layout, kind in ((cover, "cover"), (page, "page")):
        layout._element.cSld.set("name", labels.LAYOUTS[kind][0])
    for place in (master, cover, page):
        _lay_out(place)
    return Base(presentation, cover, page, is_ours=True)


def _lay_out(slide):
    """Spread placeholders of a 4:3 page over the wide one; the title is bold ink, to the left."""
    for shape in slide.placeholders:
        if shape._element.spPr.xfrm is not None:
            shape.left, shape.width = (round(side * 4 / 3) for side in (shape.left, shape.width))
    for style in slide._element.iter(qn("p:titleStyle")):
        properties = style.find(qn("a:lvl1pPr"))
        properties.set("algn", "l")
        run = properties.find(qn("a:defRPr"))
        run.set("b", "1")
        run.set("sz", "2500")


def _rewrite_theme(part):
    """Make colours and fonts of a theme ours, so that what is added to a deck keeps its look."""
    root = etree.fromstring(part.blob)
    for name, code in OURS.items():
        for slot in root.iter(qn(f"a:{name}")):
            slot[:] = [slot.makeelement(qn("a:srgbClr"), {"val": str(colour(code))})]
    for group in ("majorFont", "minorFont"):
        for fonts in root.iter(qn(f"a:{group}")):
            for font in fonts:
                if font.tag in (qn("a:latin"), qn("a:ea")) or font.get("script") == "Hans":
                    font.set("typeface", labels.DECK_FONT)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
