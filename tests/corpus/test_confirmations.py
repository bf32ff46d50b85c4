"""Phones that the staff confirm: they win in answers and in the directory, the texts stay as printed."""

from datetime import date

import pytest

from bot.settings import BUNDLED_CORPUS
from corpus.catalog import Catalog, folder_digest, load_catalog
from corpus.errors import LibraryError
from corpus.keeping.confirmations import Confirmations, ConfirmedPhone, Line
from corpus.records import Confirmation

FRIDGE = "周政办字〔2024〕11号#19"
LINE = Line("周村", "区商务局", "商贸流通科", "6195136")
CONFIRMED = ConfirmedPhone(LINE, "6412345", Confirmation("张三", date(2026, 11, 20), "打通了电话", "6195136"))


@pytest.fixture
def kept(tmp_path):
    return Confirmations(tmp_path / "phones.json")


def first(catalog):
    """The first contact of item 19: 区商务局 商贸流通科 6195136."""
    return catalog.contacts(catalog.measure(FRIDGE))[0]


def test_a_corrected_phone_wins_and_says_so(kept):
    """In the measure that prints the old one; with the area code, who, when and what is printed."""
    kept.put(CONFIRMED)
    catalog = load_catalog(BUNDLED_CORPUS, None, kept)
    contact = first(catalog)
    assert (contact.phone, contact.dial) == ("6412345", "0533-6412345")
    assert contact.confirmed == CONFIRMED.confirmation
    assert "6195136" in catalog.measure(FRIDGE).text
    assert "6412345" not in catalog.measure(FRIDGE).text
    assert {c.phone for c in catalog.directory.offices("商贸流通科", "周村")} == {"6412345"}


def test_the_printed_number_still_finds_its_office(kept):
    """Whoever reads the old number in a document is told the new one; the new one finds it too."""
    kept.put(CONFIRMED)
    directory = load_catalog(BUNDLED_CORPUS, None, kept).directory
    for digits in ("6195136", "6412345"):
        assert "6412345" in {c.phone for c in directory.of_phone(digits, "周村")}


def test_another_office_keeps_its_phone(kept):
    """Only the line that was confirmed is touched: 区财政局 经济建设科 keeps 7878011."""
    kept.put(CONFIRMED)
    catalog = load_catalog(BUNDLED_CORPUS, None, kept)
    supporting = next(c for c in catalog.contacts(catalog.measure(FRIDGE)) if c.department == "区财政局")
    assert (supporting.phone, supporting.confirmed) == ("7878011", None)


def test_withdrawing_brings_the_printed_one_back(kept):
    """And every change makes another state of the documents, so that the index follows."""
    before = folder_digest(BUNDLED_CORPUS, None, kept)
    kept.put(CONFIRMED)
    between = folder_digest(BUNDLED_CORPUS, None, kept)
    kept.withdraw(LINE)
    assert first(load_catalog(BUNDLED_CORPUS, None, kept)).phone == "6195136"
    assert between != before


def test_the_last_confirmation_of_a_line_counts(kept):
    """One line, one phone."""
    kept.put(CONFIRMED)
    kept.put(ConfirmedPhone(LINE, "6195136", Confirmation("李四", date(2026, 11, 21), "来函", "6195136")))
    (held,) = kept.now().phones
    assert (held.phone, held.confirmation.by) == ("6195136", "李四")


def test_a_catalog_keeps_them_on_the_disk(kept):
    """What the index stores knows them too."""
    kept.put(CONFIRMED)
    catalog = load_catalog(BUNDLED_CORPUS, None, kept)
    assert first(Catalog.from_json(catalog.to_json())) == first(catalog)


def test_a_damaged_file_is_one_line(tmp_path):
    """It is named."""
    (tmp_path / "phones.json").write_text("[{")
    with pytest.raises(LibraryError, match=r"phones\.json"):
        Confirmations(tmp_path / "phones.json").now()
