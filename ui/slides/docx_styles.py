"""The page and the styles of an official document after GB/T 9704—2012, as a Word template."""

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as TO
from docx.enum.text import WD_LINE_SPACING
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from ui import theme
from ui.slides.docx_parts import add_field, element, fonts, indent, set_font, speakable

TITLE, BODY, SONG = "方正小标宋简体", "仿宋_GB2312", "宋体"
HEADINGS = ("黑体", "楷体_GB2312")
INSTEAD = {TITLE: SONG, BODY: "仿宋", HEADINGS[1]: "楷体"}  # where the first is not installed
LINE = 28.95  # points: 225 mm in 22 lines
GRID = {"type": "lines", "linePitch": 579}
CLOSER = -5  # twentieths of a point between characters of 16 points: 28 of them in 156 mm
MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
FOOT = 25  # mm from the edge: the number's dash stands 7 mm below the text
HEAD = 20
LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"))
TWO_CHARACTERS = {"firstLineChars": 200, "firstLine": 640}
AFTER_SPACING = ("w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")
AFTER_SNAP = ("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
AFTER_AUTO = ("w:snapToGrid", *AFTER_SNAP)
UNSPACED = ("autoSpaceDE", "autoSpaceDN")
CELL, NOTE, CLOSING, SUBTITLE = "表格文字", "图表注", "落款", "副标题"  # styles of our own


def blank():
    """Return an empty document with page, styles, numbered headings and fallback fonts."""
    made = docx.Document()
    _page(made.sections[0])
    _styles(made)
    _numbered(made)
    _fallbacks(made)
    made.settings.odd_and_even_pages_header_footer = True
    return made


def number_pages(made, header: str) -> None:
    """Put “— 1 —” at the outer edge of each page, and what the file says of itself above."""
    section = made.sections[0]
    sides = ((section.footer, TO.RIGHT, "right"), (section.even_page_footer, TO.LEFT, "left"))
    for footer, side, edge in sides:
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        indent(paragraph, **{f"{edge}Chars": 100, edge: 280})
        paragraph.add_run("— ")
        add_field(paragraph, "PAGE", "1")
        paragraph.add_run(" —")
    for above in (section.header, section.even_page_header):
        above.paragraphs[0].alignment = TO.CENTER
        above.paragraphs[0].add_run(speakable(header))


def _page(section):
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, mm in MARGINS.items():
        setattr(section, name, Mm(mm))
    section.header_distance, section.footer_distance = Mm(HEAD), Mm(FOOT)
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    properties.append(element("docGrid", **GRID))


def _styles(made):
    styles = made.styles
    for name in (CELL, NOTE, CLOSING, SUBTITLE):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    #         style, family, points, colour, alignment, line spacing, before, after, keeps with next
    looks = (
        ("Normal", BODY, 16, theme.INK, TO.JUSTIFY, LINE, 0, 0, False),
        ("Body Text", BODY, 16, theme.INK, TO.JUSTIFY, LINE, 0, 0, False),
        ("Title", TITLE, 22, theme.INK, TO.CENTER, 36, LINE, 0, True),
        (SUBTITLE, HEADINGS[1], 16, theme.INK, TO.CENTER, LINE, 0, LINE, True),
        ("Heading 1", HEADINGS[0], 16, theme.INK, TO.LEFT, LINE, 10, 0, True),
        ("Heading 2", HEADINGS[1], 16, theme.INK, TO.LEFT, LINE, 0, 0, True),
        ("Caption", HEADINGS[0], 12, theme.INK, TO.CENTER, None, 8, 3, True),
        (CELL, SONG, 10.5, theme.INK, TO.LEFT, None, 2, 2, False),
        (NOTE, SONG, 9, theme.TEXT_2, TO.LEFT, None, 2, 2, False),
        (CLOSING, BODY, 16, theme.INK, TO.RIGHT, LINE, 0, 0, True),
        ("Header", SONG, 9, theme.TEXT_2, TO.CENTER, None, 0, 0, False),
        ("Footer", SONG, 14, theme.INK, TO.LEFT, None, 0, 0, False),
    )
    for look in looks:
        _dress(styles, *look)
    for name in UNSPACED:  # 28 characters a line, digits among them or not
        _properties(styles["Normal"]).insert_element_before(element(name, val=0), *AFTER_AUTO)
    for name in ("Body Text", "Heading 1", "Heading 2"):
        indent(styles[name], **TWO_CHARACTERS)
        letters = styles[name].element.rPr
        letters.insert_element_before(element("spacing", val=CLOSER), *AFTER_SPACING)
    defaults = styles.element.find(qn("w:docDefaults")).find(".//" + qn("w:lang"))
    defaults.set(qn("w:eastAsia"), "zh-CN")


def _dress(styles, name, family, points, colour, side, line, before, after, keeps):
    style = styles[name]
    style.font.bold = style.font.italic = False
    set_font(style, family, points, colour)
    properties = _properties(style)
    for tag in ("w:pBdr", "w:contextualSpacing", "w:ind", "w:tabs", "w:numPr"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    form = style.paragraph_format
    form.alignment, form.keep_with_next, form.widow_control = side, keeps, True
    form.space_before, form.space_after = Pt(before), Pt(after)
    if line:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    else:  # pictures and small type stand off the grid of 22 lines
        form.line_spacing = 1.0
        properties.insert_element_before(element("snapToGrid", val=0), *AFTER_SNAP)
    style.quick_style = True


def _properties(style):
    return style.element.get_or_add_pPr()


def _numbered(made):
    """Number both levels of headings by their styles: 一、 and （一）."""
    numbering = made.part.numbering_part.element
    used = [int(one.get(qn("w:abstractNumId"))) for one in numbering.findall(qn("w:abstractNum"))]
    abstract = element("abstractNum", abstractNumId=max(used, default=0) + 1)
    abstract.append(element("multiLevelType", val="multilevel"))
    for level, ((form, words), family) in enumerate(zip(LEVELS, HEADINGS, strict=True)):
        abstract.append(
            element(
                "lvl",
                element("start", val=1),
                element("numFmt", val=form),
                element("pStyle", val=f"Heading{level + 1}"),
                element("suff", val="nothing"),
                element("lvlText", val=words),
                element("lvlJc", val="left"),
                element("pPr", element("ind", left=0, **TWO_CHARACTERS)),
                element("rPr", fonts(family)),
                ilvl=level,
            )
        )
    numbering.insert(0, abstract)
    number = numbering.add_num(int(abstract.get(qn("w:abstractNumId")))).numId
    for level in range(len(LEVELS)):
        properties = _properties(made.styles[f"Heading {level + 1}"])
        properties.get_or_add_numPr().extend(
            (element("ilvl", val=level), element("numId", val=number))
        )


def _fallbacks(made):
    """State what stands in for a font that is not installed, in the document's font table."""
    entries = "".join(
        f'<w:font w:name="{family}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for family, other in INSTEAD.items()
    )
    table = f"<w:fonts {nsdecls('w')}>{entries}</w:fonts>".encode()
    part, kind = made.part, RELATIONSHIP_TYPE.FONT_TABLE
    for key in [key for key, relation in part.rels.items() if relation.reltype == kind]:
        part.rels.pop(key)
    name = PackURI("/word/fontTable.xml")
    part.relate_to(Part(name, CONTENT_TYPE.WML_FONT_TABLE, table, part.package), kind)
