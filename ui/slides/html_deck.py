"""A briefing as one HTML file that presents itself: no request to anywhere, no server needed.

Every slide is the SVG that all other channels use. A content security policy can allow the script
and the style by their text (SCRIPT, STYLE): nothing else acts, no attribute holds either.
"""

from html import escape
from pathlib import Path

from ui import theme
from ui.slides import labels_slides, svg_slide
from ui.slides.slide import Deck

HERE = Path(__file__).parent
SCRIPT = (HERE / "deck.js").read_text(encoding="utf-8")


def _style() -> str:
    """Return the deck's CSS: the tokens in light and in dark, and what turns the slides dark."""
    light = "".join(f"--{name}:{value};" for name, value in theme.CSS_VARIABLES.items())
    dark = "".join(
        f"--{name}:{theme.DARK[value]};"
        for name, value in theme.CSS_VARIABLES.items()
        if value in theme.DARK
    )
    turned = "".join(
        f'.dark [{paint}="{colour}"]{{{paint}:{now}}}'
        for colour, now in theme.DARK.items()
        for paint in ("fill", "stroke")
    )
    rules = (HERE / "deck.css").read_text(encoding="utf-8")
    return f":root{{{light}--font:{theme.FONT}}}.dark{{{dark}}}\n{rules}{turned}"


STYLE = _style()


def html(deck: Deck) -> bytes:
    """Return the file. The slides of single townships are in it too, hidden until asked for."""
    count = len(deck.slides)
    sections = [
        _section(
            f"slide-{n}",
            labels_slides.SAID.format(n, count, slide.headline),
            svg_slide.slide_svg(deck, n),
        )
        for n, slide in enumerate(deck.slides, start=1)
    ]
    sections += [
        _section(
            f"aside-{area}",
            labels_slides.SAID_ASIDE.format(slide.headline),
            svg_slide.aside_svg(deck, area),
            area,
        )
        for area, slide in deck.asides.items()
    ]
    return _PAGE.format(
        title=escape(deck.name),
        style=STYLE,
        sections="\n".join(sections),
        bar=_bar(),
        help=_help(),
        paused=labels_slides.PAUSED,
        playing=labels_slides.PLAYING,
        typed=labels_slides.TYPED,
        back=labels_slides.BACK,
        deck=labels_slides.DECK,
        script=SCRIPT,
    ).encode("utf-8")


def _section(id_, label, svg, area=""):
    of = f' data-aside="{escape(area)}"' if area else ""
    return (
        f'<section id="{id_}" class="slide" tabindex="-1"{of} '
        f'aria-roledescription="{labels_slides.SLIDE}" aria-label="{escape(label)}">{svg}</section>'
    )


def _bar():
    """Return the buttons that appear where a mouse or a finger moves."""
    buttons = "".join(
        f'<button type="button" data-key="{key}" aria-label="{name}" title="{name}（{key_name}）">'
        f"{sign}</button>"
        for key, key_name, sign, name in labels_slides.BUTTONS
    )
    return (
        f'<nav class="bar" aria-label="{labels_slides.CONTROLS}">'
        f'<span class="place"></span>{buttons}</nav>'
    )


def _help():
    rows = "".join(
        f"<dt>{' '.join(f'<kbd>{key}</kbd>' for key in keys)}</dt><dd>{what}</dd>"
        for keys, what in labels_slides.KEYS
    )
    return (
        f'<div class="help" role="dialog" aria-label="{labels_slides.HELP}" hidden>'
        f"<h2>{labels_slides.HELP}</h2><dl>{rows}</dl></div>"
    )


_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main aria-roledescription="{deck}" aria-label="{title}">
{sections}
</main>
{bar}
<p class="typed" aria-hidden="true" hidden data-words="{typed}"></p>
<p class="play" role="status" data-playing="{playing}" data-paused="{paused}" hidden></p>
<p class="back" hidden>{back}</p>
<p class="said" aria-live="polite"></p>
<div class="progress" aria-hidden="true"><i></i></div>
{help}
<div class="blank" hidden></div>
<script>{script}</script>
</body>
</html>
"""
