"""What a question says beyond its words."""

import pytest

from corpus.departments import load_names
from corpus.regions import load_regions
from retrieval.query import Vocabulary, Wish, understand

NUMBERS = (
    "周政办字〔2024〕11号",
    "周政办字〔2024〕9号",
    "周政发〔2020〕27号",
    "聊政办字〔2021〕11号",
    "聊政任〔2021〕11号",
    "聊政发〔2021〕7号",
)
KNOWN = Vocabulary(tuple(load_regions().values()), NUMBERS, load_names())


def test_original_is_kept() -> None:
    """What was typed stays as it was."""
    asked = "您好，旧ＰＣ换新有补贴吗？"
    query = understand(asked, KNOWN)
    assert query.original == asked
    assert query.text == "旧pc换新有补贴吗?"
    assert query.content == "旧pc换新 补贴 ?"


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("周政办字〔2024〕11号讲了啥", "周政办字〔2024〕11号"),
        ("周政办字[2024]9号", "周政办字〔2024〕9号"),
        ("二十七号文里宽带降价谁管", "周政发〔2020〕27号"),
        ("27号文", "周政发〔2020〕27号"),
        ("周村11号文第16项", "周政办字〔2024〕11号"),
        ("11号文第16项", None),
        ("7号文", "聊政发〔2021〕7号"),
        ("我家住3号楼", None),
        ("2024年11号之前要交吗", None),
        ("2020年27号文", "周政发〔2020〕27号"),
    ],
)
def test_document_is_found_by_number_or_nickname(question: str, number: str | None) -> None:
    """A number that several documents share names none of them, unless the place decides."""
    assert understand(question, KNOWN).document == number


@pytest.mark.parametrize(
    ("question", "item"),
    [("11号文第16项", "16"), ("政务公开表 13 是什么", "表13"), ("第4条", "4"), ("16岁能领吗", None)],
)
def test_item_is_found_by_its_number(question: str, item: str | None) -> None:
    """第16项 and 表13 are items, an age is none."""
    assert understand(question, KNOWN).item == item


@pytest.mark.parametrize(
    ("question", "years"),
    [("2020年和2022年低保", (2020, 2022)), ("2022nian tigao", (2022,)), ("花了2020元", ())],
)
def test_years_are_those_called_years(question: str, years: tuple[int, ...]) -> None:
    """An amount of 2020元 is no year."""
    assert understand(question, KNOWN).years == years


def test_departments_are_canonical_with_their_region() -> None:
    """An everyday name leads to the body it means."""
    assert ("周村", "区工业和信息化局") in understand("经信局哪个科管", KNOWN).departments


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("低保标准多少钱", Wish.AMOUNT),
        ("找谁办", Wish.OWNER),
        ("电话是多少", Wish.PHONE),
        ("什么时候截止", Wish.DEADLINE),
        ("要带什么材料", Wish.MATERIALS),
        ("我的补贴审到哪一步了", Wish.PROGRESS),
        ("帮我写一篇讲话稿", Wish.PAPERWORK),
        ("打官司能赢吗", Wish.LAW),
    ],
)
def test_wish_is_read_from_the_words(question: str, wish: Wish) -> None:
    """What someone wants is told apart from the topic."""
    assert wish in understand(question, KNOWN).wishes


def test_topic_alone_is_no_wish() -> None:
    """A bare topic asks for nothing in particular."""
    assert understand("充电桩", KNOWN).wishes == frozenset()
