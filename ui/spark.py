"""The sparkline of a card: an SVG as a data URI, for an <img> (inline SVG would be stripped)."""

import math
from urllib.parse import quote

from ui import theme

PAD = 5  # px kept free around the line for its end dot


def sparkline(values, target=None, incomplete=False, width=84, height=38):
    """Return the data URI; None among the values is a gap, `incomplete` hollows the last point."""
    return "data:image/svg+xml," + quote(
        line_svg(values, target, incomplete, width, height), safe=" =:/,"
    )


def line_svg(values, target=None, incomplete=False, width=84, height=38):
    """Return the same line as an SVG, for a file."""
    known = [(i, float(v)) for i, v in enumerate(values) if v is not None and not math.isnan(v)]
    has_target = target is not None and not math.isnan(target)
    levels = [v for _, v in known] + ([float(target)] if has_target else [])
    low, high = (min(levels), max(levels)) if levels else (0, 0)
    across = (width - 2 * PAD) / max(len(values) - 1, 1)
    down = (height - 2 * PAD) / ((high - low) or 1)

    def point(i, value):
        y = PAD + (high - value) * down if high > low else height / 2
        return f"{width - PAD - (len(values) - 1 - i) * across:.1f},{y:.1f}"

    parts = []
    if has_target:
        y = point(0, target).split(",")[1]
        parts.append(
            f'<path d="M0,{y}H{width}" stroke="{theme.TEXT_3}" stroke-dasharray="3 3" fill="none"/>'
        )
    for run in _runs(known):
        path = "L".join(point(i, value) for i, value in run)
        parts.append(
            f'<path d="M{path}" stroke="{theme.ACCENT}" stroke-width="2" fill="none" '
            'stroke-linejoin="round" stroke-linecap="round"/>'
        )
    if known:
        x, y = point(*known[-1]).split(",")
        fill = theme.PAGE if incomplete else theme.ACCENT
        parts.append(
            f'<circle cx="{x}" cy="{y}" r="3.2" fill="{fill}" stroke="{theme.ACCENT}" '
            'stroke-width="1.4"/>'
        )
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def _runs(known):
    """Return the points split where a period is missing; a lone point is drawn as a dot."""
    runs = []
    for i, value in known:
        if runs and runs[-1][-1][0] == i - 1:
            runs[-1].append((i, value))
        else:
            runs.append([(i, value)])
    return [run if len(run) > 1 else run * 2 for run in runs]
