"""What a question that the search refuses is answered with after all."""

import pytest

from bot.answering.leading.near_answers import NearAnswers
from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.catalog import Catalog, load_catalog
from retrieval.deciding import Reason
from retrieval.question.asked import Asked, wishes
from tests.bot.answering.test_particulars import TITLED
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery
from tests.corpus.taken import taken

DIBAO = "周政办字〔2020〕29号#全文"
BEDS, ELDERLY = "周村2022稳中求进清单#53", "周村2022稳中求进清单#55"


@pytest.fixture(scope="module")
def near_answers():
    return NearAnswers(load_catalog(BUNDLED_CORPUS))


def refused(question, *near, reason=Reason.OFF_TOPIC):
    """What a search that refuses a question came to."""
    hits = tuple(FakeHit(name, 0.1) for name in near)
    return FakeFinding(rejected=hits, reason=reason, query=FakeQuery(wishes=wishes(question)))


@pytest.mark.parametrize(
    ("question", "near", "answer"),
    [
        ("城市低保一个人一个月多少", (DIBAO,), DIBAO),
        ("特困供养一年多少钱", (DIBAO,), DIBAO),
        ("普惠养老一张床补多少", (ELDERLY, BEDS), BEDS),
    ],
)
def test_a_measure_on_the_very_matter_with_the_sum_answers(near_answers, question, near, answer):
    """周政办字〔2020〕29号 prints sums for a month and a year, item 53 one for a bed and item 55 none."""
    assert near_answers.measure_for(question, refused(question, *near)) == answer


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("低保户体检一年补多少", DIBAO),
        ("失业的一个月给多少", DIBAO),
        ("低保一天多少钱", DIBAO),
        ("养老机构护理员一个月补多少", BEDS),
        ("低保户有多少家", DIBAO),
    ],
)
def test_another_matter_or_unit_stays_refused(near_answers, question, near):
    """The measure lacks a word of the question, a sum for its unit, or is not asked for a sum."""
    assert near_answers.measure_for(question, refused(question, near)) is None


def test_other_refusals_stay(near_answers):
    """A question about another region's rule is not answered from here."""
    question = "城市低保一个人一个月多少"
    finding = refused(question, DIBAO, reason=Reason.OTHER_REGION)
    assert near_answers.measure_for(question, finding) is None
    assert Asked.AMOUNT in finding.query.wishes


def test_an_article_titled_so_lifts_a_refusal_before_one_that_says_it_in_passing(tmp_path):
    """第三条 says that something is examined within ten days; 第五条 is on how long it takes."""
    path = tmp_path / "办法.txt"
    path.write_text(TITLED, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    number = catalog.documents[0].number
    question = "育秧补贴多久能批下来"
    finding = refused(question, f"{number}#第三条")
    assert NearAnswers(catalog).measure_for(question, finding) == f"{number}#第五条"


def test_what_an_office_has_added_lifts_the_want_of_a_subsidy(near_answers):
    """That it is in no document is known of what has plain-language questions; no place need be named."""
    question = "城市低保一个人一个月多少"
    for unasked, answer in ((True, DIBAO), (False, None)):
        hits = (FakeHit(DIBAO, 0.1, unasked=unasked),)
        finding = FakeFinding(
            rejected=hits, reason=Reason.OTHER_SUBSIDY, query=FakeQuery(wishes=wishes(question))
        )
        assert near_answers.measure_for(question, finding) == answer
