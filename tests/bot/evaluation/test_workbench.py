"""The assistant with its parts at hand: which stored questions are compared, which measures are right."""

from dataclasses import replace
from datetime import date

import pytest

from bot.evaluation.workbench import Questions, Workbench
from corpus.catalog import Catalog
from embeddings import VectorCache
from retrieval.fitting.baselines import Baseline
from retrieval.fitting.judged import Gold, JudgedQuestion
from retrieval.indexing.composition import build_index
from retrieval.indexing.passages import passage_groups
from retrieval.ranking.rules import Circumstances
from retrieval.retriever import Retriever
from tests.bot.fakes import DOCUMENT, FRIDGE, measure
from tests.retrieval.letters import LettersEncoder

AS_OF = date(2024, 8, 1)
NUMBER = "周政办字〔2023〕90号"


def question(evidence="每车每年300元", number=NUMBER, q="轮椅车燃油补贴"):
    return JudgedQuestion("q", q, "citizen", "amount", (Gold(number, evidence),))


def test_gold_is_where_its_words_stand(notice_bench):
    """Item 一 states the rate; both items name the cars; other documents hold nothing."""
    assert notice_bench.gold(question()) == (0,)
    assert notice_bench.gold(question("残疾人机动轮椅车")) == (0, 1)
    assert notice_bench.gold(question(number="周政办字〔2023〕91号")) == ()


def test_an_answer_is_the_assistants(notice_bench):
    """It is about the question asked, on the day asked, and quotes the measure."""
    answer = notice_bench.ask(question(q="残疾人机动轮椅车燃油补贴标准是每车每年多少元"), AS_OF)
    assert (answer.id, answer.as_of) == ("q", AS_OF)
    assert "每车每年300元" in answer.text


def test_a_baseline_refuses_nothing(notice_bench):
    """Off every topic, what has a single sign in common comes first."""
    asked = question(q="今年股票涨了没有")
    assert notice_bench.ask(asked, AS_OF).measures == ()
    assert notice_bench.ask_baseline(asked, AS_OF, Baseline.BM25).measures


LIMIT = measure("全文", (("", "城市低保标准由每人每月592元提高到663元。"),), document="周政办字〔2020〕29号")


@pytest.fixture
def questioned():
    """Three measures of two documents, two of them with a stored question; no model."""
    other = replace(DOCUMENT, number=LIMIT.document, measures=(LIMIT,))
    catalog = Catalog((DOCUMENT, other), "two documents")
    groups = passage_groups(catalog, {FRIDGE.id: ("老冰箱换新的补多少",), LIMIT.id: ("低保领几百块",)}, {})
    letters = LettersEncoder()
    index = build_index(groups, VectorCache(letters, bundled=None))
    return Workbench(catalog, Retriever(catalog, index, letters), letters, None, {})


@pytest.mark.parametrize(
    ("using", "lacking"),
    [
        (Questions.ALL, [True, False, False]),
        (Questions.NONE, [True, True, True]),
        (Questions.NOT_OWN, [True, False, True]),
    ],
)
def test_questions_left_out_are_as_if_there_were_none(questioned, using, lacking):
    """Of the documents that answer, of all, or of none; the others keep theirs."""
    search = questioned.search(question("每人每月663元", "周政办字〔2020〕29号"), using)
    case, _ = search.judge(search.understand("低保多少"), Circumstances(None, AS_OF))
    assert case.likeness.lacking.tolist() == lacking
