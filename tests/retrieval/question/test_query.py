"""What a question says beyond its words."""

from datetime import date

import pytest

from corpus.departments import load_names
from corpus.regions import load_regions
from retrieval.question.asked import Asked
from retrieval.question.asked_numbers import DocumentNumbers
from retrieval.question.query import Vocabulary, asked_from, understand

NUMBERS = {
    "周政办字〔2024〕11号": "周村",
    "周政发〔2020〕27号": "周村",
    "聊政办字〔2021〕11号": "聊城",
}
KNOWN = Vocabulary(tuple(load_regions().values()), DocumentNumbers(NUMBERS), load_names())


def test_original_is_kept() -> None:
    """What was typed stays as it was."""
    asked = "您好，旧ＰＣ换新有补贴吗？"
    query = understand(asked, KNOWN)
    assert query.original == asked
    assert query.text == "旧pc换新有补贴吗?"
    assert query.content == "旧pc换新 补贴 ?"


def test_a_place_around_regions_with_documents_is_neither_theirs_nor_elsewhere() -> None:
    """周村 lies in 淄博市, of which nothing is at hand; 威海 contains nothing."""
    query = understand("淄博市低保多少", KNOWN)
    assert (query.places, query.around, query.elsewhere) == ((), ("淄博市",), ())
    assert understand("威海低保多少", KNOWN).around == ()


def test_document_and_item_are_read_from_their_numbers() -> None:
    """二十七号文第24项 names both."""
    query = understand("二十七号文第24项谁管", KNOWN)
    assert (query.documents, query.item) == (("周政发〔2020〕27号",), "24")


@pytest.mark.parametrize(
    ("question", "years"),
    [("2020年和2022年低保", (2020, 2022)), ("2022nian tigao", (2022,)), ("花了2020元", ())],
)
def test_years_are_those_called_years(question: str, years: tuple[int, ...]) -> None:
    """An amount of 2020元 is no year."""
    assert understand(question, KNOWN).years == years


def test_year_may_lie_from_the_day_of_asking() -> None:
    """Asked in 2026 明年 is 2027; without a day it stays unread."""
    assert understand("明年低保涨多少", KNOWN, date(2026, 11, 21)).years == (2027,)
    assert understand("明年低保涨多少", KNOWN).years == ()


def test_departments_are_canonical_with_their_region() -> None:
    """An everyday name leads to the body it means."""
    assert ("周村", "区工业和信息化局") in understand("经信局哪个科管", KNOWN).departments


@pytest.mark.parametrize(
    ("everyday", "canonical"),
    [
        ("工商局", "区市场监管局"),
        ("劳动局", "区人力资源社会保障局"),
        ("交警队", "周村交警大队"),
        ("房管局", "区房地产事业服务中心"),
    ],
)
def test_place_named_decides_whose_department_is_meant(everyday: str, canonical: str) -> None:
    """周村的工商局 is no body of 聊城."""
    assert understand(f"周村{everyday}管吗", KNOWN).departments == (("周村", canonical),)


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("低保标准多少钱", Asked.AMOUNT),
        ("找谁办", Asked.OWNER),
        ("电话是多少", Asked.PHONE),
        ("什么时候截止", Asked.DEADLINE),
        ("受理后多少天办完", Asked.DEADLINE),
        ("按多少比例奖", Asked.AMOUNT),
        ("要带什么材料", Asked.MATERIALS),
        ("我的补贴审到哪一步了", Asked.PROGRESS),
        ("帮我写一篇讲话稿", Asked.PAPERWORK),
        ("打官司能赢吗", Asked.LAW_ADVICE),
        ("残疾证丢了去哪补", Asked.PERSONAL_CASE),
    ],
)
def test_wish_is_read_from_the_words(question: str, wish: Asked) -> None:
    """What someone wants is told apart from the topic."""
    assert wish in understand(question, KNOWN).wishes


@pytest.mark.parametrize("question", ["办事要多少天", "电话多少", "电话号码是多少"])
def test_number_of_days_or_of_a_telephone_is_no_amount(question: str) -> None:
    """多少 asks for an amount only where nothing else is counted."""
    assert Asked.AMOUNT not in understand(question, KNOWN).wishes


@pytest.mark.parametrize(
    "question",
    ["改造进度慢了区里怎么通报", "智慧城市评星拿奖补卡在哪一步", "不建地下室要交多少钱一平米"],
)
def test_state_of_a_policy_or_a_rate_is_no_near_miss(question: str) -> None:
    """How far the district is and what must be paid a square metre may stand in a measure."""
    assert not understand(question, KNOWN).wishes & {Asked.PROGRESS, Asked.PRICES}


def test_topic_alone_is_no_wish() -> None:
    """A bare topic asks for nothing in particular."""
    assert understand("充电桩", KNOWN).wishes == frozenset()


@pytest.mark.parametrize(
    ("question", "region", "elsewhere"),
    [
        ("我户口在桓台，能领高龄津贴吗", "周村", False),
        ("我是张店户口，能领吗", "周村", False),
        ("我户口在桓台，能领高龄津贴吗", None, True),
        ("桓台的高龄津贴多少", "周村", True),
        ("户口在桓台，桓台的高龄津贴多少", "周村", True),
    ],
)
def test_where_somebody_is_registered_is_no_place_whose_rules_are_asked_for(
    question: str, region: str | None, elsewhere: bool
) -> None:
    """As far as it is known from where he asks."""
    assert bool(asked_from(understand(question, KNOWN), region).elsewhere) is elsewhere
