"""What parts of a slide have in common: a title with its measure, and a note below."""

from ui import theme
from ui.slides.box import Box
from ui.slides.pptx_text import Words, clipped, fitted, lines_of, write

TITLE_SIZES = (16, 15, 14, 13, 12)
TITLE_ROW, MEASURE_ROW, SPACE = 22, 18, 6
NOTE_LINES = 2
BOLD = 0.93  # bold type is wider


def headed(shapes, part, box: Box) -> Box:
    """Write a part's title and measure; return the room left below them."""
    if part.title:
        size = fitted(part.title, TITLE_SIZES, box.width * BOLD, TITLE_ROW)
        words = Words(clipped(part.title, size, box.width), size, bold=True)
        write(shapes, box.strip(0, TITLE_ROW), [words])
        box = box.below(TITLE_ROW)
    if part.measure:
        words = Words(clipped(part.measure, 12, box.width), 12, theme.TEXT_3)
        write(shapes, box.strip(0, MEASURE_ROW), [words])
        box = box.below(MEASURE_ROW)
    return box.below(SPACE) if part.title or part.measure else box


def noted(shapes, note: str, box: Box) -> Box:
    """Write a note at the foot of a part; return the room left above it."""
    if not note:
        return box
    words = Words(clipped(note, 12, box.width, NOTE_LINES), 12, theme.TEXT_3)
    height = 16 * lines_of(words.text, 12, box.width)
    write(shapes, Box(box.x, box.bottom - height, box.width, height), [words])
    return Box(box.x, box.y, box.width, box.height - height - SPACE)


def said(part) -> str:
    """Return the alternative text of a chart, a map or a table."""
    measure = f"（{part.measure}）" if part.measure else ""
    return f"{part.title or part.table.title}{measure}"
