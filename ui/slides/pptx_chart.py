"""Charts as native chart parts: their numbers can be edited, their workbook holds only those."""

import re
from collections import Counter

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from ui import theme
from ui.slides import labels_slides as labels
from ui.slides.pptx_bars import draw_bars, draw_share, draw_stacked, draw_two_sides
from ui.slides.pptx_chart_look import number_format
from ui.slides.pptx_lines import axis_start, draw_lines, painted
from ui.slides.pptx_part import headed, noted, said
from ui.slides.pptx_shapes import pattern
from ui.slides.pptx_text import Box, Words, colour, describe, write
from ui.slides.pptx_workbook import Plotted, embed
from ui.slides.slide import Chart

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML can hold them
NAMED_GAPS = 3
KINDS = {
    "line": (XL_CHART_TYPE.LINE, draw_lines),
    "bar": (XL_CHART_TYPE.BAR_CLUSTERED, draw_bars),
    "stacked": (XL_CHART_TYPE.BAR_STACKED, draw_stacked),
    "share": (XL_CHART_TYPE.COLUMN_STACKED_100, draw_share),
    "pyramid": (XL_CHART_TYPE.BAR_CLUSTERED, draw_bars),
    "two_sides": (XL_CHART_TYPE.BAR_CLUSTERED, draw_two_sides),
}


def draw_chart(shapes, part: Chart, box: Box):
    """Draw a chart with title, measure and note into a box."""
    box = noted(shapes, note_of(part), headed(shapes, part, box))
    if not any(value is not None for one in part.series for value in one.values):
        words = {word: Words(word, 16, theme.TEXT_3) for one in part.series for word in one.words}
        write(shapes, box, list(words.values()), "centre", "middle")
        return
    kind = "two_sides" if part.kind == "pyramid" and len(part.series) == 2 else part.kind
    form, draw = KINDS[kind]
    series = painted(part) if kind == "line" else list(part.series)
    plotted = [Plotted(clean(one.name), one.values) for one in series]
    if kind == "line" and part.target:
        plotted.append(Plotted(part.target.words, (part.target.value,) * len(part.categories)))
    if kind == "two_sides":
        plotted[0] = Plotted(plotted[0].name, tuple(v and -v for v in plotted[0].values))
    names = [clean(name) for name in part.categories]
    if kind != "line":
        names = [name + why_lacking(part, i) for i, name in enumerate(names)]
    frame = shapes.add_chart(form, *box.emu, chart_data(part, names, plotted))
    frame.name = part.title or part.table.title
    describe(frame, said(part))
    chart = frame.chart
    see_through(chart)
    numbers = number_format(part.unit_zh, part.decimals)
    embed(chart, part.axis, names, plotted, numbers)
    chart.has_title = chart.has_legend = False
    chart.font.size, chart.font.color.rgb = Pt(12), colour(theme.TEXT_2)
    if kind != "line":
        fill_series(chart, series)
    if kind == "stacked":
        legend(chart)
    draw(shapes, chart, part, series, names, box)


def chart_data(part, names, plotted):
    data = CategoryChartData(number_format=number_format(part.unit_zh, part.decimals))
    data.categories = names
    for one in plotted:
        data.add_series(one.name, one.values)
    return data


def see_through(chart):
    """Let what lies below a chart be seen."""
    chart._chartSpace.insert_element_before(
        parse_xml(f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"),
        *("c:txPr", "c:externalData", "c:printSettings", "c:userShapes", "c:extLst"),
    )


def fill_series(chart, series):
    for native, one in zip(chart.plots[0].series, series, strict=True):
        native.invert_if_negative = False
        if one.is_hatched:
            pattern(native.format.fill, "planned", theme.PAGE)
            native.format.line.color.rgb = colour(theme.ACCENT_MUTED)
        else:
            native.format.fill.solid()
            native.format.fill.fore_color.rgb = colour(one.colour)


def legend(chart):
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size, chart.legend.font.color.rgb = Pt(13), colour(theme.INK)


def why_lacking(part, i) -> str:
    """Return why a category has no bar, in brackets behind its name: an empty cell says nothing."""
    lacking = [one for one in part.series if one.values[i] is None]
    if not lacking:
        return ""
    reasons = {one.words[i] for one in lacking}
    if len(lacking) == len(part.series) and len(reasons) == 1:
        return f"（{reasons.pop()}）"
    return f"（{'、'.join(one.name + one.words[i] for one in lacking)}）"


def note_of(part) -> str:
    """Return a chart's note; gaps of native lines are named where the pages mark them with ×."""
    told = [clause for clause in part.note.split("；") if clause and not clause.startswith("×")]
    if part.kind != "line":
        return "；".join(told)
    more = [labels.STARTS.format(start) for start in axis_start(part)]
    gaps = [
        (one.name, period, word)
        for one in part.series
        for period, value, word in zip(part.categories, one.values, one.words, strict=True)
        if value is None
    ]
    if len(gaps) > NAMED_GAPS:
        counted = Counter(word for _, _, word in gaps)
        gaps = [(word, n) for word, n in counted.items()]
    named = [(labels.GAP_OF if len(gap) == 3 else labels.GAPS_OF).format(*gap) for gap in gaps]
    more += [labels.GAPS.format("、".join(named))] if named else []
    if told and more:  # a note is a sentence; what is added belongs to it
        return "；".join([*told, *more]).replace("。；", "；") + "。"
    return "；".join([*told, *more])


def clean(name: str) -> str:
    return UNPRINTABLE.sub("", name)
