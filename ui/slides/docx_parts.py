"""Pieces of a Word document python-docx has no words for: elements, fields, fonts."""

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
TWIPS_MM = 1440 / 25.4
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # not in XML


def element(tag: str, *children, **attributes):
    """Return <w:tag w:attribute="..."> around its children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def text(words: str):
    """Return words as an element that keeps its spaces."""
    made = element("t")
    made.set(qn("xml:space"), "preserve")
    made.text = speakable(words)
    return made


def speakable(words: str) -> str:
    return UNSPEAKABLE.sub("", words)


def twips(mm: float) -> int:
    return round(mm * TWIPS_MM)


def fonts(family: str):
    return element("rFonts", hint="eastAsia", **dict.fromkeys(SLOTS, family))


def set_font(of, family: str, points: float, colour: str) -> None:
    """Set one family for all scripts of a style or run; a theme's fonts would go before it."""
    properties = of.element.get_or_add_rPr()
    properties._remove_rFonts()
    properties._insert_rFonts(fonts(family))
    of.font.size, of.font.color.rgb = Pt(points), RGBColor.from_string(colour.removeprefix("#"))


def indent(of, **attributes) -> None:
    """Set indents of a style or paragraph, in characters as well as in twips."""
    made = of.paragraph_format.element.get_or_add_pPr().get_or_add_ind()
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))


def add_field(paragraph, code: str, shown: str) -> None:
    """Add a field, and the words it shows until Word counts anew."""
    instruction = element("instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    pieces = (
        element("fldChar", fldCharType="begin"),
        instruction,
        element("fldChar", fldCharType="separate"),
        text(shown),
        element("fldChar", fldCharType="end"),
    )
    for piece in pieces:
        paragraph.add_run()._r.append(piece)
