"""Colours, type and the Plotly template: the only place where a hex code is written."""

from functools import cache
from pathlib import Path

import plotly.graph_objects as go

INK = "#1B2327"
TEXT_2 = "#475259"
TEXT_3 = "#626D74"  # the lightest grey that still reads as text (5.3:1 on white)
PAGE = "#FFFFFF"
SOFT = "#F5F7F7"
HAIRLINE = "#DDE2E4"
GRID = "#E9EDEE"
ACCENT = "#0F6375"
ACCENT_MUTED = "#5DA5B0"
ATTENTION = "#A8480B"
ATTENTION_SURFACE = "#FBF1EA"
QUIET = "#B4C3C8"
QUIET_LINE = "#C3CCD0"
SEA = "#EEF4F8"
SEA_TEXT = "#4F6C80"
LAND = "#F4F3EF"
LAND_LINE = "#D9D6CC"
LAND_TEXT = "#6A6A60"
OUT_OF_SCOPE = "#E6E8E9"
HATCH = "#C3C9CC"
PROTECTED = "#EDF0F1"
PROTECTED_DOT = "#8D9BA1"
VEIL = 0.82  # how much of its ground's colour lies under a label that stands over dots
INCOMPLETE_BAND = "#F5F6F6"

SEQUENTIAL = ("#E8F2F3", "#CFE4E7", "#AFD3D8", "#88BEC6", "#5DA5B0", "#1F7584", "#0B4A58")
# Which of the seven steps a map with so many classes uses: evenly spread, never two neighbours.
STEPS = {1: (3,), 2: (1, 5), 3: (1, 3, 5), 4: (0, 2, 4, 6), 5: (0, 2, 4, 5, 6)}
CATEGORICAL = (
    "#0F6375",
    "#DC9754",
    "#6F60B7",
    "#8CB4EB",
    "#8B4F14",
    "#DDB0BC",
    "#473727",
    "#927765",
)
DARK_CATEGORIES = (0, 2, 4, 6)  # on which white reads

# What each colour becomes in a dark hall. The steps turn round: what is most stays the strongest,
# and what is written on them turns with them.
DARK = {
    INK: "#E9EEF0",
    TEXT_2: "#BCC6CB",
    TEXT_3: "#A2AEB4",
    PAGE: "#11171A",
    SOFT: "#1C2428",
    HAIRLINE: "#354046",
    GRID: "#283136",
    ACCENT: "#5FB9C9",
    ATTENTION: "#F29B5F",
    ATTENTION_SURFACE: "#33241A",
    QUIET: "#5C6C73",
    QUIET_LINE: "#59666C",
    SEA: "#16212B",
    SEA_TEXT: "#8FB3CB",
    LAND: "#1D2324",
    LAND_LINE: "#3B4344",
    LAND_TEXT: "#A8ADA6",
    OUT_OF_SCOPE: "#2D3437",
    HATCH: "#4C565B",
    PROTECTED: "#232A2D",
    PROTECTED_DOT: "#66747A",
    INCOMPLETE_BAND: "#1A2023",
    SEQUENTIAL[0]: "#15292E",
    SEQUENTIAL[1]: "#19363D",
    SEQUENTIAL[2]: "#1D444D",
    SEQUENTIAL[3]: "#22535E",
    SEQUENTIAL[4]: "#2E6C79",
    SEQUENTIAL[5]: "#6DBCCA",
    SEQUENTIAL[6]: "#B5E2E9",
    CATEGORICAL[1]: "#DC9754",
    CATEGORICAL[2]: "#A79BE8",
    CATEGORICAL[3]: "#6C94CC",
    CATEGORICAL[4]: "#D3A277",
    CATEGORICAL[5]: "#A67684",
    CATEGORICAL[6]: "#B7A493",
    CATEGORICAL[7]: "#8C7361",
}

FONT = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',sans-serif"
MONO = "'Noto Sans Mono CJK SC',Consolas,'Microsoft YaHei',monospace"

# A chart on a page is read, not operated: no toolbar, and the wheel scrolls the page.
CHART_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}

STYLES = tuple(sorted(Path(__file__).parent.glob("*.css")))
CSS_VARIABLES = {
    "ink": INK,
    "text-2": TEXT_2,
    "text-3": TEXT_3,
    "page": PAGE,
    "soft": SOFT,
    "hairline": HAIRLINE,
    "grid": GRID,
    "accent": ACCENT,
    "accent-muted": ACCENT_MUTED,
    "attention": ATTENTION,
    "attention-surface": ATTENTION_SURFACE,
    "quiet": QUIET,
    "quiet-line": QUIET_LINE,
    "protected": PROTECTED,
    "hatch": HATCH,
    "arrived": SEQUENTIAL[2],
    "mono": MONO,
}

# A complete template: Streamlit replaces unset colours with its own in the browser, and a figure
# that leaves the page as a file would then come out black.
TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONT, "size": 14, "color": INK},
        "paper_bgcolor": PAGE,
        "plot_bgcolor": PAGE,
        "colorway": CATEGORICAL,
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "font": {"family": FONT, "size": 14},
            "bgcolor": PAGE,
            "bordercolor": HAIRLINE,
        },
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "xaxis": {"showgrid": False, "zeroline": False, "linecolor": TEXT_2, "tickcolor": TEXT_2},
        "yaxis": {"gridcolor": GRID, "zeroline": False, "nticks": 5},
    }
)


@cache
def stylesheet():
    """Return the page's CSS: the tokens as variables, then every .css file beside this one."""
    variables = ";".join(f"--{name}:{value}" for name, value in CSS_VARIABLES.items())
    rules = "\n".join(path.read_text(encoding="utf-8") for path in STYLES)
    return f"<style>:root{{{variables}}}\n{rules}</style>"


def ink_on(fill):
    """Return the text colour that reads on a sequential step: white on the two darkest."""
    return PAGE if fill in SEQUENTIAL[5:] else INK
