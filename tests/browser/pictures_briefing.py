"""Pictures of a briefing: composed, presented, and each of its files as a reader opens it.

The files are those the page hands out; LibreOffice and poppler (soffice, pdftoppm) make pictures of
them. Official documents name fonts that this machine need not have: free ones stand in for them.
"""

import os
import subprocess
from pathlib import Path

from PIL import Image, ImageOps

from tests.browser.visiting import Visit
from ui import labels_briefing as words

DESK = {"briefing": (1440, 1180), "briefing-phone": (390, 844)}
SCREEN = (1280, 720)
COMPOSED, PRESENTED = 4, 9  # slides: a course beside bars; a map, whose townships can be clicked
SHEETS = {  # file: (pages shown, how many side by side, width of one in pixels)
    "pptx": (12, 3, 480),
    "docx": (3, 3, 480),
    "pdf": (3, 3, 480),
}
GAP, GROUND, FRAME = 12, "#E9EDEE", "#C3CACD"
COLOURS = 64  # of a sheet: flat slides need no more, and the file is a third
STAND_IN = {
    "Noto Sans CJK SC": ("微软雅黑", "黑体"),
    "Noto Serif CJK SC": ("方正小标宋简体", "仿宋_GB2312", "宋体"),
}
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>{}</fontconfig>"""
ALIAS = """<match target="pattern"><test name="family"><string>{}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>"""


def take(browser, server, folder: Path, pictures: Path):
    """Begin a briefing from the first template, present it and fetch its files into `folder`."""
    address = _desk(browser, server, pictures)
    context = browser.new_context(viewport=dict(zip(("width", "height"), SCREEN, strict=True)))
    page = context.new_page()
    Visit(page, server).open(address)
    for kind in SHEETS:
        label, ending = words.FILES[kind]
        with page.expect_download() as fetched:
            page.get_by_role("button", name=label, exact=True).click()
        fetched.value.save_as(folder / f"briefing.{ending}")
        _sheet(folder / f"briefing.{ending}", pictures / f"briefing-{kind}.png", *SHEETS[kind])
    page.get_by_role("button", name=words.PRESENT, exact=True).click()
    page.wait_for_url("**/out/*")
    page.keyboard.type(str(PRESENTED))
    page.keyboard.press("Enter")
    page.screenshot(path=pictures / "briefing-presented.png")
    page.keyboard.press("d")
    page.screenshot(path=pictures / "briefing-presented-dark.png")
    context.close()


def _desk(browser, server, pictures):
    """Take the page on which a briefing is composed; return its address."""
    address = "/briefing"
    for name, (width, height) in DESK.items():
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        visit = Visit(page, server)
        visit.open(address)
        if address == "/briefing":
            with visit.rerun():
                page.get_by_role("button", name=words.START, exact=True).click()
            address = f"{visit.address}&page={COMPOSED}"
            visit.open(address)
        page.wait_for_timeout(1000)
        page.screenshot(path=pictures / f"{name}.png")
        context.close()
    return address


def _sheet(file: Path, picture: Path, most: int, across: int, width: int):
    """Put the first pages of a file side by side in one picture."""
    source = file if file.suffix == ".pdf" else _printed(file)
    stem = file.parent / f"{file.suffix[1:]}-pages" / "page"
    stem.parent.mkdir()
    command = ["pdftoppm", "-png", "-l", str(most), "-scale-to-x", str(2 * width)]
    subprocess.run([*command, "-scale-to-y", "-1", str(source), str(stem)], check=True)
    pages = [_page(path, width) for path in sorted(stem.parent.glob("*.png"))]
    high = pages[0].height
    down = -(-len(pages) // across)
    size = (across * (width + GAP) + GAP, down * (high + GAP) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    for place, page in enumerate(pages):
        row, column = divmod(place, across)
        sheet.paste(page, (GAP + column * (width + GAP), GAP + row * (high + GAP)))
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)


def _page(path, width):
    page = Image.open(path).convert("RGB")
    high = round(page.height * width / page.width)
    small = page.resize((width - 2, high - 2), Image.Resampling.LANCZOS)
    return ImageOps.expand(small, 1, FRAME)


def _printed(file: Path) -> Path:
    """Return a deck or document as the PDF that LibreOffice prints of it."""
    folder = file.parent
    fonts = folder / "fonts.conf"
    aliases = [ALIAS.format(one, ours) for ours, many in STAND_IN.items() for one in many]
    fonts.write_text(FONTS.format("".join(aliases)), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*command, str(folder), str(file)],
        check=True,
        capture_output=True,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
    )
    return file.with_suffix(".pdf").replace(folder / f"{file.stem}-{file.suffix[1:]}.pdf")
