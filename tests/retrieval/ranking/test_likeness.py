"""How like words and documents are, and how far a question is put in the documents' own words."""

from collections.abc import Callable

import numpy as np
import pytest

from corpus.catalog import Catalog
from retrieval.indexing.index import Index
from retrieval.ranking.likeness import Likeness
from retrieval.ranking.word_likeness import compare_words
from retrieval.retriever import Retriever


@pytest.fixture
def compare(retriever: Retriever) -> Callable[[str], Likeness]:
    def compared(question: str) -> Likeness:
        return compare_words(retriever.understand(question), retriever.index).likeness

    return compared


def test_words_of_the_documents_are_literal(compare: Callable[[str], Likeness]) -> None:
    """A sentence of a measure is wholly literal; one whose pairs of characters stand nowhere is not."""
    assert compare("为新开办企业、个体工商户免费刻制公章").literal == 1
    assert compare("戳子要掏钱吗").literal == 0


def test_measures_of_a_document_share_its_likeness(
    compare: Callable[[str], Likeness], retriever: Retriever
) -> None:
    """冰箱 stands in item 19 alone, but the document of both items holds it; no other document does."""
    found = compare("旧冰箱").parts["document"]
    of_2024 = retriever.facts.documents == "周政办字〔2024〕11号"
    assert len(set(found[of_2024].tolist())) == 1
    assert found[of_2024].min() > 0 == found[~of_2024].max()


def test_documents_tell_less_than_measures_where_they_are_few(compare: Callable[[str], Likeness]) -> None:
    """低保 stands in two of five measures and in two of three documents: less is told by the latter."""
    likeness = compare("低保")
    assert likeness.parts["whole"].max() == 1
    assert 0 < likeness.parts["document"].max() < 1


def test_documents_without_measures_are_no_measures(
    catalog: Catalog, make_index: Callable[..., Index]
) -> None:
    """Each measure points to its own document, in the order of the catalog."""
    index = make_index(catalog)
    owners = [catalog.documents[place].number for place in index.document_of]
    assert owners == [measure.document for measure in catalog.measures]
    assert index.documents.size == len(catalog.documents)
    assert index.document_of.dtype == np.int32
