"""What the texts of measures state."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.records import Document, Validity
from retrieval.indexing.text_facts import TextFacts


@pytest.fixture
def trade_in(catalog: Catalog) -> Document:
    """周政办字〔2024〕11号, issued in 2024, until 2024-12-31: cars with a sum, fridges without one."""
    return catalog.documents[0]


def with_text(document: Document, text: str, validity: Validity) -> Document:
    return replace(document, measures=(replace(document.measures[0], text=text, validity=validity),))


def test_sums_and_terms_are_told_measure_by_measure(catalog: Catalog) -> None:
    """1万元, 592元, 免费 and 减免费用 are sums; 1月1日 and 15日 are terms; of five measures in order."""
    facts = TextFacts.joined([TextFacts.of(document) for document in catalog.documents])
    assert facts.amounts.tolist() == [True, False, True, True, True]
    assert facts.terms.tolist() == [False, False, True, False, True]
    assert facts.lengths.tolist() == [len(m.text) for m in catalog.measures]


def test_a_term_of_several_years_counts_whole_for_a_sum_and_what_names_no_year(trade_in: Document) -> None:
    """Until 2026, issued in 2024: a sum is of all three years, a plan of other years of the last and its."""
    until = Validity(until=date(2026, 12, 31))
    assert TextFacts.of(with_text(trade_in, "补贴1万元。", until)).mentioned() == [{2024, 2025, 2026}]
    assert TextFacts.of(with_text(trade_in, "每年6月底前申报。", until)).mentioned() == [{2024, 2025, 2026}]
    assert TextFacts.of(with_text(trade_in, "2019年起办理。", until)).mentioned()[0] >= {2019, 2026}
    assert 2025 not in TextFacts.of(with_text(trade_in, "2019年起办理。", until)).mentioned()[0]


def test_short_texts_on_purpose_are_formal(trade_in: Document) -> None:
    """为…制定 says why a document exists; with more than 250 characters it says more than that."""
    words = "为支持汽车以旧换新，促进消费，制定本办法。"
    assert TextFacts.of(with_text(trade_in, words, Validity())).formal.tolist() == [True]
    assert TextFacts.of(with_text(trade_in, words + "补" * 250, Validity())).formal.tolist() == [False]


def test_what_is_stored_comes_back(catalog: Catalog) -> None:
    """Of several documents, and of none."""
    for documents in (catalog.documents, ()):
        facts = TextFacts.joined([TextFacts.of(document) for document in documents])
        again = TextFacts.from_arrays(facts.arrays())
        assert again.mentioned() == facts.mentioned()
        assert again.formal.tolist() == facts.formal.tolist()
