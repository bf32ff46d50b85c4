"""Documents and items called by their numbers."""

import pytest

from retrieval.question.asked_numbers import DocumentNumbers
from retrieval.question.references import (
    documents_named,
    item_named,
    positions_called,
    row_label,
    without_documents,
    without_item,
)
from retrieval.text.normalise import plain

NUMBERS = {
    "周政办字〔2024〕11号": "周村",
    "周政办字〔2024〕9号": "周村",
    "周政发〔2020〕27号": "周村",
    "周村2022稳中求进清单": "周村",
    "聊政办字〔2021〕11号": "聊城",
    "聊政任〔2021〕11号": "聊城",
    "聊政发〔2021〕7号": "聊城",
}


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("周政办字〔2024〕11号讲了啥", ["周政办字〔2024〕11号"]),
        ("周政办字[2024]9号", ["周政办字〔2024〕9号"]),
        ("请问周政办字2024年11号", ["周政办字〔2024〕11号"]),
        ("二十七号文里宽带降价谁管", ["周政发〔2020〕27号"]),
        ("27号文", ["周政发〔2020〕27号"]),
        ("周政办字「2024」9号", ["周政办字〔2024〕9号"]),
        ("周政办字［2024］9号", ["周政办字〔2024〕9号"]),
        ("周政办字 2024-9号", ["周政办字〔2024〕9号"]),
        ("周政办字2024 9号", ["周政办字〔2024〕9号"]),
        ("周政办字〔2024〕第9号", ["周政办字〔2024〕9号"]),
        ("2020年27号文", ["周政发〔2020〕27号"]),
        ("11号文第16项", ["周政办字〔2024〕11号", "聊政办字〔2021〕11号", "聊政任〔2021〕11号"]),
        ("2022年稳中求进清单第8项", ["周村2022稳中求进清单"]),
        ("2022年那批稳中求进清单第8项", ["周村2022稳中求进清单"]),
        ("稳中求进清单第五十四项", ["周村2022稳中求进清单"]),
        ("2023年稳中求进清单第8项", []),
        ("稳中求进清单是啥", []),
        ("我家住3号楼", []),
        ("2024年11号之前要交吗", []),
    ],
)
def test_documents_are_found_by_number_or_nickname(question: str, numbers: list[str]) -> None:
    """A number that several documents share may mean each of them."""
    assert list(documents_named(plain(question), DocumentNumbers(NUMBERS))) == numbers


def test_a_number_of_another_issuer_is_no_document_at_hand() -> None:
    """Year and serial alone do not make it 周政办字〔2024〕11号."""
    assert documents_named("鲁政发〔2024〕11号", DocumentNumbers(NUMBERS)) == ()


def test_nothing_but_the_item_is_left_out() -> None:
    """What stands around it names the document."""
    assert without_item("稳中求进第13项找谁") == "稳中求进 找谁"


def test_place_named_leaves_out_the_documents_of_others() -> None:
    """周村11号文 is the one of 周村."""
    assert documents_named("周村11号文第16项", DocumentNumbers(NUMBERS), ("周村",)) == (
        "周政办字〔2024〕11号",
    )


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("11号文第16项", "16"),
        ("27号文第二十四项", "24"),
        ("清单第19-2项", "19-2"),
        ("政务公开表 13 是什么", "表13"),
        ("任务分解表第12行", "行12"),
        ("表里第三行", "行3"),
        ("第三行业有什么扶持", None),
        ("第4条", "第四条"),
        ("第六条（二）找谁", "第六条二"),
        ("第四条第（五）项", "第四条五"),
        ("附件十八（四）", "十八四"),
        ("第三部分第（二）项", "三二"),
        ("第五部分第（二）项第5点", "五二5"),
        ("9号第（三）项", "（三）"),
        ("第一百零五条怎么说", "第一百零五条"),
        ("第105条怎么说", "第一百零五条"),
        ("16岁能领吗", None),
    ],
)
def test_item_is_found_by_its_number(question: str, item: str | None) -> None:
    """第16项 and 表13 are items, an age is none."""
    assert item_named(plain(question)) == item


@pytest.mark.parametrize(
    ("item", "labels", "places"),
    [
        ("16", ["6", "16"], [1]),
        ("13", ["表3", "表13"], [1]),
        ("3", ["（二）", "（三）"], [1]),
        ("十八四", ["十八（四）", "八（四）"], [0]),
        ("第四条", ["第三条", "第四条（一）", "第四条（二）"], [1, 2]),
        ("12", ["12-1", "12-2", "1", "121-1"], [0, 1]),
        ("第四条", ["3", "4"], [1]),
        ("99", ["9"], []),
        ("三二", ["二（三）", "三", "三（二）"], [2]),
        ("（三）", ["二（三）", "三"], [0]),
        ("（三）", ["二", "三"], [1]),
        ("（三）", ["（二）", "（三）", "三"], [1]),
        ("第二条", ["一", "二（一）", "二（二）", "二十（一）"], [1, 2]),
        ("2", ["一", "二（一）", "三"], [1]),
    ],
)
def test_item_means_a_label_however_it_is_printed(item: str, labels: list[str], places: list[int]) -> None:
    """Rows, points and articles are called by their number; an article without a text means its points."""
    assert positions_called(item, labels) == places


def test_a_row_is_called_by_its_number_in_whatever_way_it_is_labelled():
    """The rows of a sole table are labelled 表12, those of a list as printed; an article is none."""
    assert positions_called("行12", ["表11", "表12"]) == [1]
    assert positions_called("行12", ["11", "12"]) == [1]
    assert positions_called("行12", ["第十二条"]) == []
    assert (row_label("行12"), row_label("12"), row_label(None)) == ("表12", "", "")


@pytest.mark.parametrize(
    "called",
    [
        "周政办字〔2024〕9号",
        "周政办字[2024]第9号",
        "周政办字「2024」9号",
        "周政办字2024-9号",
        "2024年9号文",
        "9号文件",
    ],
)
def test_nothing_is_left_of_a_document_that_is_only_named(called):
    """Whatever the form of its number."""
    assert without_documents(plain(called)).strip() == ""
