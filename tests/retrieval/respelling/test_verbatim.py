"""Questions asked as they are stored."""

from collections.abc import Callable
from datetime import date

from corpus.catalog import Catalog
from retrieval import Retriever, Verdict
from retrieval.indexing.index import Index
from retrieval.respelling.verbatim import is_stored, worded
from tests.retrieval.letters import LettersEncoder

SEALS = "聊政发〔2021〕7号#一（一）"


def test_width_and_the_last_sign_do_not_matter() -> None:
    """A question mark more or less asks the same."""
    assert worded("刻章要钱吗？ ") == worded("刻章要钱吗") == "刻章要钱吗"


def test_hidden_questions_are_not_stored(catalog: Catalog, make_index: Callable[..., Index]) -> None:
    """To judge a question as new it must not be found."""
    index = make_index(catalog, {SEALS: ("戳子收钱不",)})
    measure = [measure.id for measure in catalog.measures].index(SEALS)
    assert is_stored("戳子收钱不？", index, measure)
    assert not is_stored("戳子收钱不？", index, measure - 1)
    assert not is_stored("戳子收钱吗？", index, measure)
    assert not is_stored("戳子收钱不？", index, measure, hidden=index.questions.positions)


def test_stored_question_is_answered_whatever_it_looks_like(
    catalog: Catalog, letters: LettersEncoder, make_index: Callable[..., Index]
) -> None:
    """打官司 is law advice, but who stored this question with the measure said that it answers it."""
    index = make_index(catalog, {SEALS: ("没送公章能打官司吗",)})
    retriever = Retriever(catalog, index, letters)
    asked = retriever.search("没送公章能打官司吗？", as_of=date(2026, 11, 21))
    assert (asked.verdict, asked.hits[0].measure_id) == (Verdict.ANSWER, SEALS)
    other = retriever.search("没送我公章能打官司吗", as_of=date(2026, 11, 21))
    assert other.verdict is Verdict.NOT_COVERED
