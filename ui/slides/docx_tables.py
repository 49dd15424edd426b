"""Tables of a Word document: three rules, heads repeated on every page, rows never broken."""

from ui import theme
from ui.slides.docx_parts import element, text, twips
from ui.slides.grids import PADDING_MM, Grid

WHOLE = 14  # rows up to which a table is not parted between pages
THICK, THIN = 12, 4  # eighths of a point


def table(grid: Grid, caption: str, style_id: str, has_notes: bool):
    """Return a w:tbl of a grid; a short one stays on one page, with the notes below it."""
    is_whole = len(grid.rows) <= WHOLE
    last = len(grid.rows) - 1
    rows = [_row(grid, grid.heads, [""] * len(grid.heads), style_id, True, is_head=True)]
    for place, (words, fills) in enumerate(zip(grid.rows, grid.fills, strict=True)):
        keeps = is_whole and (place < last or has_notes)
        rows.append(_row(grid, words, fills, style_id, keeps))
    columns = element("tblGrid", *(element("gridCol", w=twips(mm)) for mm in grid.widths))
    return element("tbl", _properties(grid, caption), columns, *rows)


def _properties(grid, caption):
    rule = {"val": "single", "sz": THICK, "space": 0, "color": theme.INK.removeprefix("#")}
    side = {"w": twips(PADDING_MM / 2), "type": "dxa"}
    return element(
        "tblPr",
        element("tblW", w=twips(sum(grid.widths)), type="dxa"),
        element("jc", val="center"),
        element("tblBorders", element("top", **rule), element("bottom", **rule)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", element("left", **side), element("right", **side)),
        element("tblLook", val="0420", firstRow=1, noVBand=1),
        element("tblCaption", val=caption),
    )


def _row(grid, words, fills, style_id, keeps, is_head=False):
    properties = element("trPr", element("cantSplit"))
    if is_head:
        properties.append(element("tblHeader"))
    cells = [
        _cell(grid, place, told, fill, style_id, keeps, is_head)
        for place, (told, fill) in enumerate(zip(words, fills, strict=True))
    ]
    return element("tr", properties, *cells)


def _cell(grid, place, words, fill, style_id, keeps, is_head):
    properties = element("tcPr", element("tcW", w=twips(grid.widths[place]), type="dxa"))
    if is_head:
        rule = element("bottom", val="single", sz=THIN, space=0, color="auto")
        properties.append(element("tcBorders", rule))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill.removeprefix("#")))
    properties.append(element("vAlign", val="bottom" if is_head else "center"))
    form = element("pPr", element("pStyle", val=style_id))
    if keeps:
        form.append(element("keepNext"))
    form.append(element("jc", val=grid.aligned[place]))
    return element("tc", properties, element("p", form, _run(grid, words, fill, is_head)))


def _run(grid, words, fill, is_head):
    form = element("rPr")
    if is_head:
        form.append(element("b"))
    form.append(element("color", val=theme.ink_on(fill).removeprefix("#")))
    form.append(element("sz", val=round(2 * grid.size)))
    run = element("r", form)
    for line, told in enumerate(words.split("\n")):
        if line:
            run.append(element("br"))
        run.append(text(told))
    return run
