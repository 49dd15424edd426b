"""How a native chart looks: place of its plot, axes, number formats, labels of single points."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from ui import theme
from ui.slides.pptx_text import colour

AXIS_SIZE = 12
LABEL_SIZE = 13
SCALED = (  # from this size, in whole steps of that: a format divides by thousands only
    (1e8, 1e6, '[=0]0;0\\.00,,"亿"'),
    (1e4, 1e3, '[=0]0;0\\.0,"万"'),
)
SHOWN = ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"]
NO_LEADERS = (  # a label that was moved stands clear of its point by itself
    f'<c:extLst {nsdecls("c")}><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


@dataclass(frozen=True)
class Plot:
    """Where the plot lies in its chart, in points; `width` and `height` are the whole chart's."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def across(self) -> float:
        return self.width - self.left - self.right

    @property
    def high(self) -> float:
        return self.height - self.top - self.bottom

    def place(self, chart):
        """Fix the plot there, so that what stands beside it stands where it was measured."""
        sides = {
            "x": self.left / self.width,
            "y": self.top / self.height,
            "w": self.across / self.width,
            "h": self.high / self.height,
        }
        told = "".join(f'<c:{side} val="{share:.5f}"/>' for side, share in sides.items())
        area = chart._chartSpace.chart.plotArea
        for old in area.findall(qn("c:layout")):
            area.remove(old)
        area.insert(
            0,
            parse_xml(
                f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>'
                f'<c:xMode val="edge"/><c:yMode val="edge"/>{told}</c:manualLayout></c:layout>'
            ),
        )


@dataclass(frozen=True)
class Label:
    """What is written at one point. Without `runs` it is the value itself and follows its cell.

    `runs` are (words, colour); `move` is in points, right and down from where it would stand.
    """

    at: int
    position: str  # r, t, b, ctr, outEnd
    colour: str = theme.INK
    runs: tuple[tuple[str, str], ...] = ()
    bold: bool = False
    with_name: bool = False
    with_value: bool = True
    move: tuple[float, float] = (0, 0)
    ground: str = ""  # the colour behind the words, where a line runs below them


def number_format(unit_zh: str, decimals: int) -> str:
    """Return how cells and labels show a value, as the pages do: 97.4%, 100%, 4.49, 3182."""
    if unit_zh == "%":
        return '[=100]0"%";[=0]0"%";0.0"%"'
    return "0." + "0" * decimals if decimals else "0"


def written(value, unit_zh: str, decimals: int) -> str:
    """Return what number_format makes of a value."""
    if unit_zh == "%":
        return f"{value:.0f}%" if value in (0, 100) else f"{value:.1f}%"
    return f"{value:.{decimals}f}"


def axis_format(marks, unit_zh: str, decimals: int) -> str:
    """Return the format of an axis with these marks: 2.5万 where that is all of a number."""
    for size, step, form in SCALED:
        if marks[-1] >= size and not any(mark % step for mark in marks):
            return form
    return number_format(unit_zh, decimals)


def quiet_axis(axis, labels=True, line=True):
    """Take ticks and grid off an axis and set its type; the value axis of bars goes altogether."""
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW if labels else XL_TICK_LABEL_POSITION.NONE
    axis.tick_labels.font.size = Pt(AXIS_SIZE)
    axis.tick_labels.font.color.rgb = colour(theme.TEXT_2)
    if line:
        axis.format.line.color.rgb, axis.format.line.width = colour(theme.TEXT_2), Pt(0.75)
    else:
        axis.format.line.fill.background()


def grid(axis, ticks, form):
    """Show a value axis with a few light lines at these evenly spaced values."""
    axis.minimum_scale, axis.maximum_scale = ticks[0], ticks[-1]
    axis.major_unit = ticks[1] - ticks[0]
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = colour(theme.GRID)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False


def write_labels(series, labels: list[Label], plot: Plot, form: str):
    """Label these points of a native series, and none of its others."""
    group = series._element.get_or_add_dLbls()
    group[:] = [parse_xml(label_xml(label, plot, form)) for label in labels] + [
        parse_xml(f'<c:{name} {nsdecls("c")} val="0"/>') for name in SHOWN
    ]
    group.append(parse_xml(NO_LEADERS))


def label_xml(label: Label, plot: Plot, form: str) -> str:
    moved = ""
    if any(label.move):
        right, down = label.move[0] / plot.width, label.move[1] / plot.height
        moved = (
            f'<c:layout><c:manualLayout><c:x val="{right:.5f}"/><c:y val="{down:.5f}"/>'
            "</c:manualLayout></c:layout>"
        )
    body = (
        '<a:bodyPr wrap="none" lIns="38100" tIns="0" rIns="38100" bIns="0" anchor="ctr">'
        "<a:spAutoFit/></a:bodyPr><a:lstStyle/>"
    )
    runs = "".join(
        f"<a:r>{look('rPr', tone, label.bold)}<a:t>{escape(words)}</a:t></a:r>"
        for words, tone in label.runs
    )
    rich = f"<c:tx><c:rich>{body}<a:p>{runs}</a:p></c:rich></c:tx>" if runs else ""
    shown = {"showVal": label.with_value, "showSerName": label.with_name}
    flags = "".join(f'<c:{name} val="{int(shown.get(name, False))}"/>' for name in SHOWN)
    ground = fill_xml(label.ground) if label.ground else "<a:noFill/>"
    default = look("defRPr", label.colour, label.bold)
    return (
        f'<c:dLbl {nsdecls("c", "a")}><c:idx val="{label.at}"/>{moved}{rich}'
        f'<c:numFmt formatCode={quoteattr(form)} sourceLinked="0"/>'
        f"<c:spPr>{ground}<a:ln><a:noFill/></a:ln></c:spPr>"
        f"<c:txPr>{body}<a:p><a:pPr>{default}</a:pPr></a:p></c:txPr>"
        f'<c:dLblPos val="{label.position}"/>{flags}<c:separator> </c:separator></c:dLbl>'
    )


def look(tag: str, tone: str, bold: bool) -> str:
    return f'<a:{tag} sz="{LABEL_SIZE * 100}" b="{int(bold)}">{fill_xml(tone)}</a:{tag}>'


def fill_xml(code: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour(code)}"/></a:solidFill>'
