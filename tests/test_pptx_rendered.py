"""A deck as an office program prints it: every slide, headline and number can be read there."""

import os
import re
import shutil
import subprocess

import pypdf
import pytest

from tests.decks import sample_deck
from tests.decks_charts import RATES
from tests.pptx_reading import PART
from ui.slides.pptx_deck import pptx

OFFICE = shutil.which("soffice")
REQUIRED = os.environ.get("OFFICE_TESTS_REQUIRED") == "1"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Return the words of each page of the sample deck, without white space."""
    if not OFFICE:
        reason = "needs LibreOffice (soffice) on the path"
        pytest.fail(reason) if REQUIRED else pytest.skip(reason)
    folder = tmp_path_factory.mktemp("rendered")
    (folder / "deck.pptx").write_bytes(pptx(sample_deck()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, folder / "deck.pptx"], check=True, capture_output=True, timeout=240)
    printed = pypdf.PdfReader(folder / "deck.pdf").pages
    return [re.sub(r"\s", "", page.extract_text()) for page in printed]


def test_every_slide_is_a_page_under_its_headline(pages):
    headlines = [one.headline for one in sample_deck().slides]
    assert len(pages) == len(headlines) == 12
    for page, headline in zip(pages, headlines, strict=True):
        assert headline in page


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("cards", ["3.50", "97.4", "5.26", "已保护"]),
        ("line", ["4.72", "4.63", "4.49", "4.27", "3.87", "3.50", "3.27", "3.12"]),
        ("bar", [f"{value:.2f}" for value in RATES.values()]),
        ("stacked", ["49", "63", "82", "113", "拟建5", *(f"{v:.2f}" for v in RATES.values())]),
        ("share", ["812", "799", "760", "741", "310", "152", "33"]),
        ("pyramid", ["512", "203", "198", "314", "64", "139", "11"]),
        ("maps", ["186", "92", "31", "24", "18", "12"]),
        ("heat", ["120", "1070", "已保护"]),
    ],
)
def test_the_numbers_of_a_slide_are_printed(pages, kind, numbers):
    for number in numbers:
        assert number in pages[PART[kind]], number


def test_no_sign_is_printed_where_bars_stand_back_to_back(pages):
    assert not re.search("[-−]198", pages[PART["pyramid"]])
