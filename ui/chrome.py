"""HTML of the frame: brand, badge, page head, footer."""

import base64
import re
import uuid
from html import escape

from ui import labels, wording

# 2.79家／万人, 2024年8月31日, or a unit by itself: 家／万人
MEASURE = re.compile(
    r"（?[+−]?\d[\d.,]*%?(?:[年月]\d+)*(?:[一-鿿]{0,5}(?![一-鿿])|[一-鿿]{0,2})(?:／[一-鿿·]{1,3})?"
    r"|[一-鿿]{1,3}／[一-鿿·]{1,3}"
)


def brand(county_zh: str) -> str:
    return f'<div class="brand">{escape(county_zh)}{labels.BOARD}</div>'


def menu(entries: list[tuple[str, str, bool]], kind: str, words: str) -> str:
    """Return links in a row; entries are (address, title, whether it is the page shown)."""
    shown = "".join(
        f'<a class="within" href="{escape(address)}" target="_self"'
        f"{' aria-current=page' * is_current}>{escape(title)}</a>"
        for address, title, is_current in entries
    )
    return f'<nav class="{kind}" aria-label="{words}">{shown}</nav>'


def badge(version_id: str, as_of: str, is_pinned: bool) -> str:
    held = "固定版本" if is_pinned else "版本"
    return (
        '<div class="badges">'
        f'<span class="version">{held} {escape(as_of)} · {escape(version_id[:7])}</span>'
        f'<span class="demo" title="{labels.DEMO_NOTE}">{labels.DEMO}</span></div>'
    )


def who(words: str, note: str) -> str:
    """Return who reads, as the top bar has it; the note comes up under the mouse."""
    return f'<div class="who" title="{escape(note)}">{escape(words)}</div>'


def door(board: str, title: str, words: str) -> str:
    """Return what stands on a page for somebody who may not see the board."""
    return (
        f'<div class="door"><div class="brand">{escape(board)}</div>'
        f"<h1>{escape(title)}</h1><p>{escape(words)}</p></div>"
    )


def refused(why: str, ask: str) -> str:
    """Return what stands in place of a page the reader's role does not open."""
    return f'<div class="refused"><b>{escape(why)}</b><p>{escape(ask)}</p></div>'


def head(title: str, facts: list[str], above: str = "") -> str:
    """Return a page's head: what stands above it, its title, and a line of facts."""
    crumb = f'<div class="crumb">{escape(above)}</div>' if above else ""
    line = "".join(f"<span>{escape(fact)}</span>" for fact in facts)
    return f'<div class="head">{crumb}<h1>{escape(title)}</h1><div class="facts">{line}</div></div>'


def unbroken(words: str) -> str:
    """Return words for HTML in which a line may end before a number, never before its unit."""
    return MEASURE.sub(r'<wbr><span class="unbroken">\g<0></span>', escape(words, quote=False))


def section(title: str, subtitle: str = "") -> str:
    below = f'<div class="subtitle">{escape(subtitle)}</div>' if subtitle else ""
    return f'<div class="section"><h2>{escape(title)}</h2>{below}</div>'


def summary(sentence: str, source: str = "", trace: str = "") -> str:
    """Return a figure's sentence; `trace` is the address that says where its numbers come from."""
    below = f'<div class="source">{escape(source)}</div>' if source else ""
    return f'<div class="summary">{unbroken(sentence)}</div>{below}{foot_link(trace)}'


def small(words: str) -> str:
    """Return a small line of words, or nothing."""
    return f'<div class="source">{escape(words)}</div>' if words else ""


def signals(lines: list[str], note: str) -> str:
    """Return what a series says of itself, a line each; the note on the method under the mouse."""
    shown = "".join(f"<div>{unbroken(line)}</div>" for line in lines)
    return f'<div class="signals" title="{escape(note)}">{shown}</div>' if lines else ""


def foot_link(address: str, words: str = labels.TRACE) -> str:
    """Return the quiet link at a panel's foot."""
    return f'<div class="source panel-foot">{link(address, words)}</div>' if address else ""


def link(address: str, words: str, kind: str = "trace-link") -> str:
    """Return a link inside HTML; `words` are HTML."""
    return f'<a class="within {kind}" href="{escape(address)}" target="_self">{words}</a>'


def number(words: str, address: str) -> str:
    """Return a number that leads to where it comes from, or the bare number without an address."""
    return link(address, words, "traced") if address else words


def empty(words: str = labels.NO_DATA) -> str:
    return f'<div class="empty">{escape(words)}</div>'


def provenance(indicator, inputs, version_id: str) -> str:
    """Return the fold 这个数怎么来的: definition, sources with their hash, the SQL in its file."""
    sources = "".join(
        f"<p>{escape(row.name_zh)}：{escape(row.file)}，{row.loaded:,}行，退回{row.refused:,}行，"
        f"SHA-256 {escape(row.sha256[:12])}…</p>"
        for row in inputs.itertuples()
    )
    notes = filter(None, (indicator.caveats_zh, wording.method(indicator)))
    caveats = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        '<details class="provenance" open><summary>这个数怎么来的</summary><div class="columns">'
        f"<div><h3>定义</h3><p>{escape(indicator.definition_zh)}</p>{caveats}<p>{nature(indicator)}；"
        f"口径核定于{wording.day(indicator.reviewed)}。</p></div>"
        f"<div><h3>来源</h3>{sources}<p>版本{version_id}。</p></div>"
        f"<div><h3>计算SQL（{escape(indicator.file)}）</h3><pre>{escape(indicator.sql)}</pre></div>"
        "</div></details>"
    )


def nature(of) -> str:
    """Return what sort of number it is: stock or flow, which way is better, how often."""
    known = (labels.KIND.get(of.kind), labels.POLARITY.get(getattr(of, "polarity", "")))
    return "，".join([*filter(None, known), f"按{labels.FREQ[of.freq]}"])


def footer(source: str, protection: str) -> str:
    return (
        f'<div class="foot"><span>{escape(source)}</span>'
        f"<span>{escape(protection)}</span><span>{labels.DEMO_NOTE}</span></div>"
    )


def picture(svg: str, words: str, kind: str) -> str:
    """Return an SVG as a picture; inline it would be stripped."""
    content = base64.b64encode(svg.encode()).decode()
    return f'<img class="{kind}" alt="{escape(words)}" src="data:image/svg+xml;base64,{content}">'


def made(address: str, words: str = "") -> str:
    """Return a link that is followed by itself: to a file just made, or a deck to be presented."""
    return f'<div class="source">{escape(words)}<a class="made" href="{address}"></a></div>'


def ready(carried: str | None = None) -> str:
    """Return a mark, another one each time, by which a waiting test or benchmark knows that what
    was to be shown is shown; for links outside, the choice they carry from now on.
    """
    told = "" if carried is None else f' data-carried="{escape(carried)}"'
    return f'<div data-page-ready="{uuid.uuid4().hex[:8]}"{told}></div>'


def first_build(words: str) -> str:
    return f'<div class="first-build"><h1>{labels.BOARD}</h1><p>{words}</p></div>'


def source(words: str) -> str:
    return f'<div class="source">{escape(words)}</div>'


def handed_in(file: str, extract: str, said: str, notes: list[str]) -> str:
    """Return one file of a hand-in: what it is called, what it is, what came of it."""
    below = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        f'<div class="handed-in"><b>{escape(file)}</b><span>{escape(extract)}</span>'
        f"<p>{unbroken(said)}</p>{below}</div>"
    )


def version(id_: str, said: str, is_live: bool) -> str:
    mark = '<span class="live">● 正在使用</span>' if is_live else ""
    return f'<div class="version-line"><b>{escape(id_)}</b>{mark}<p>{escape(said)}</p></div>'
