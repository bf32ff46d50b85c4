"""What the decision on a measure without plain-language questions is based on."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.records import Document, Measure, Section, Validity
from retrieval.deciding import features
from retrieval.indexing.index import Index
from retrieval.ranking.rules import Circumstances
from retrieval.retriever import Retriever
from tests.retrieval.letters import LettersEncoder

AROUND = Circumstances(None, date(2026, 11, 21))
QUESTION = "高龄津贴标准"
OWN, CITY = "高龄津贴标准为每人每月100元。", "高龄津贴标准为每人每月80元。"
OTHER = "秸秆还田每亩补助20元。"


def _document(ordinal: int, text: str) -> Document:
    number = f"青政发〔2026〕{ordinal}号"
    measure = Measure(f"{number}#一", number, "一", (), text, (Section("", text),), (), Validity())
    return Document(number, "通知", "", "青禾县", date(2026, 1, 1), Validity(), (), (measure,))


@pytest.fixture
def read(
    letters: LettersEncoder, make_index: Callable[..., Index]
) -> Callable[[Sequence[str]], dict[str, float]]:
    """The features of the question over documents of one measure each."""

    def of(texts: Sequence[str]) -> dict[str, float]:
        catalog = Catalog(tuple(_document(n, text) for n, text in enumerate(texts, 1)), "notices")
        reader = Retriever(catalog, make_index(catalog), letters)
        case, _ = reader.judge(reader.understand(QUESTION), AROUND)
        return features(case)

    return of


@pytest.mark.parametrize("name", ["apart", "other"])
def test_the_same_matter_in_another_document_takes_nothing_from_the_lead(read, name: str) -> None:
    """The notice of the city holds as much of the question; that on straw holds none of it."""
    alone, beside = read([OWN, OTHER]), read([OWN, CITY, OTHER])
    assert beside[name] == pytest.approx(alone[name], abs=0.1)
    assert beside[name] > 0.3


@pytest.mark.parametrize("name", ["apart", "other"])
def test_nothing_else_leaves_the_lead_whole(read, name: str) -> None:
    """Where every measure holds as much there is none to be ahead of."""
    assert read([OWN, CITY])[name] == 1.0
