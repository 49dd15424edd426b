"""The bulletin as LibreOffice sets it: pages, headlines and numbers are there."""

import os
import shutil
import subprocess

import pypdf
import pytest

from tests.decks import sample_deck
from tests.paper import ON, picture, squeezed, tables_of, told_on_paper
from ui.slides.docx_bulletin import docx

OFFICE = shutil.which("soffice")
REQUIRED = os.environ.get("OFFICE_TESTS_REQUIRED") == "1"
SECONDS = 120

pytestmark = pytest.mark.skipif(
    not OFFICE and not REQUIRED, reason="LibreOffice (soffice) is not installed"
)


@pytest.fixture(scope="module")
def deck():
    return sample_deck()


@pytest.fixture(scope="module")
def pages(deck, tmp_path_factory):
    assert OFFICE, "OFFICE_TESTS_REQUIRED=1, but there is no soffice"
    folder = tmp_path_factory.mktemp("office")
    source = folder / "bulletin.docx"
    source.write_bytes(docx(deck, picture=picture, on=ON))
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return [page.extract_text() for page in pypdf.PdfReader(folder / "bulletin.pdf").pages]


@pytest.fixture(scope="module")
def text(pages):
    return squeezed("".join(pages))


def test_it_has_several_pages_and_none_without_words(pages):
    assert len(pages) > 5
    assert all(len(squeezed(page)) > 60 for page in pages)


def test_headings_are_there_with_their_numbers(deck, text):
    numerals = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一")
    for numeral, one in zip(numerals, deck.slides[1:], strict=True):
        assert squeezed(f"{numeral}、{one.headline}") in text


def test_every_number_of_every_table_is_there_in_its_row(deck, text):
    for table in tables_of(deck):
        for row in table.rows:
            assert squeezed("".join(told_on_paper(table, row))) in text


def test_pages_are_numbered_between_dashes(pages):
    for number, page in enumerate(pages, start=1):
        assert f"—{number}—" in squeezed(page)
