"""Bars of a native chart in parts: side by side, or as shares of columns of 100 %."""

from itertools import accumulate

from ui import theme
from ui.chart_parts import spread, text_width
from ui.slides.pptx_bars import PAD, bars_plot, runs_of, set_bars
from ui.slides.pptx_chart_look import (
    LABEL_SIZE,
    Label,
    Plot,
    grid,
    number_format,
    quiet_axis,
    write_labels,
)

LEGEND = 30  # points over bars in parts
BELOW = 24
END_GAP = 18


def draw_stacked(shapes, chart, part, series, names, box):
    """Draw bars in parts; the number of a part too narrow for it stands behind the bar."""
    totals = [sum(one.values[i] or 0 for one in series) for i in range(len(names))]
    whole = max(totals) or 1
    plot = bars_plot(box, names, [""], LEGEND)
    for _ in range(2):  # room taken behind the bars may make another part too narrow
        behind = [narrow(series, i, plot.across / whole) for i in range(len(names))]
        room = max(
            text_width(behind_words(parts, series, i), LABEL_SIZE) * 1.05
            for i, parts in enumerate(behind)
        )
        plot = bars_plot(box, names, [""], LEGEND, room)
    set_bars(chart, plot, 0, whole)
    scale = plot.across / whole
    form = number_format(part.unit_zh, part.decimals)
    for n, (native, one) in enumerate(zip(chart.plots[0].series, series, strict=True)):
        labels = []
        for i, value in enumerate(one.values):
            if value and n not in behind[i]:
                tone = theme.PAGE if is_dark(one) else theme.INK
                labels.append(Label(i, "ctr", tone, runs_of(one, i, part, tone), bold=True))
            elif value and n == behind[i][0]:
                words = behind_words(behind[i], series, i)
                begins = sum(other.values[i] or 0 for other in series[:n])
                middle = (begins + value / 2) * scale
                aside = totals[i] * scale + PAD + text_width(words, LABEL_SIZE) / 2
                runs = ((words, theme.INK),)
                labels.append(Label(i, "ctr", runs=runs, bold=True, move=(aside - middle, 0)))
        write_labels(native, labels, plot, form)


def narrow(series, i, scale):
    """Return which parts of a bar are too narrow for their number."""
    return [
        n
        for n, one in enumerate(series)
        if one.values[i] and one.values[i] * scale < text_width(one.words[i], LABEL_SIZE) + PAD
    ]


def behind_words(parts, series, i):
    return " ".join(series[n].name + series[n].words[i] for n in parts)


def draw_share(shapes, chart, part, series, names, box):
    """Draw columns of 100 %; each part is named beside the last column that has values."""
    last = max(i for i in range(len(names)) if any(one.values[i] for one in series))
    texts = [f"■ {one.name} {one.words[last]}" for one in series]
    room = max(text_width(text, LABEL_SIZE) for text in texts) * 1.08 + PAD
    plot = Plot(box.width, box.height, 46, PAD, room, BELOW)
    plot.place(chart)
    quiet_axis(chart.value_axis, line=False)
    grid(chart.value_axis, [0, 0.5, 1], "0%")
    quiet_axis(chart.category_axis)
    chart.plots[0].gap_width, chart.plots[0].overlap = 32, 100
    step = plot.across / len(names)
    heights = [column_heights(series, i, plot.high) for i in range(len(names))]
    tops = list(accumulate(heights[last]))
    wanted = [plot.high - top + high / 2 for top, high in zip(tops, heights[last], strict=True)]
    placed = spread(wanted, END_GAP, END_GAP / 2, plot.high - END_GAP / 2)
    form = number_format(part.unit_zh, part.decimals)
    for n, (native, one) in enumerate(zip(chart.plots[0].series, series, strict=True)):
        tone = theme.PAGE if is_dark(one) else theme.INK
        labels = [
            Label(i, "ctr", tone, runs_of(one, i, part, tone))
            for i, value in enumerate(one.values)
            if value
            and i != last
            and heights[i][n] >= END_GAP
            and text_width(one.words[i], LABEL_SIZE) <= step * 0.7
        ]
        aside = (len(names) - last - 0.5) * step + text_width(texts[n], LABEL_SIZE) / 2 + 4
        runs = (("■ ", one.colour), (f"{one.name} {one.words[last]}", theme.INK))
        labels.append(Label(last, "ctr", runs=runs, move=(aside, placed[n] - wanted[n])))
        write_labels(native, labels, plot, form)


def column_heights(series, i, high):
    values = [one.values[i] or 0 for one in series]
    return [value / (sum(values) or 1) * high for value in values]


def is_dark(one):
    dark = {theme.CATEGORICAL[n] for n in theme.DARK_CATEGORIES} | {*theme.SEQUENTIAL[5:]}
    return one.colour in dark and not one.is_hatched
