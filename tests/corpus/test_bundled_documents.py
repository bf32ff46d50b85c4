"""Heads, terms and the wording of measures in the bundled documents, written down from the printed texts."""

import pytest

from corpus.catalog import Catalog
from tests.corpus.printed_documents import PRINTED, PrintedDocument

TEXTS = {
    "聊政办发〔2021〕5号#五（二）": (
        "",
        "围绕贯彻落实《政府信息公开条例》，灵活采取线下集中授课、点对点指导、视频会议、线上答疑等多种方式加强业务培训。",
    ),
    "聊政办字〔2021〕11号#第六条（五）": (
        "奖励资金由市财政部门拨付到各县（市、区）财政部门（个别市直单位除外），",
        "由各县（市、区）财政部门及时会同当地市场监管部门拨付到获奖单位或个人。",
    ),
    "聊政办字〔2021〕11号#第六条（二）": (
        "各奖项的申报截止时间为每年度的9月30日。",
        "各奖项的申报截止时间为每年度的9月30日。",
    ),
    "聊政任〔2021〕11号#全文": (
        "市人民政府决定，任命：侯德功为聊城市人民政府办公室主任；",
        "李颖的聊城市人民政府办公室副主任职务。",
    ),
    "聊政任〔2021〕13号#全文": (
        "市人民政府决定，任命：王同章为聊城市乡村振兴局局长；",
        "张义革、韩辉、孙华伟的聊城市扶贫开发办公室副主任职务自然免除。",
    ),
    "聊城市人民政府大事记（2021年6月）#1日": (
        "1日，市委副书记、市长、市政府党组书记李长萍主持召开市政府党组会议，",
        "贾鹏柱参加会议。",
    ),
    "聊城市人民政府大事记（2021年6月）#2日": (
        "2日，为期3天的全市重点项目上半年现场观摩会议召开。",
        "等市领导参加观摩。",
    ),
    "聊城市人民政府大事记（2021年6月）#2日△2": (
        "全国深化“放管服”改革着力培育和激发市场主体活力电视电话会议召开。",
        "参加聊城分会场会议。",
    ),
}
"""First and last words of measures that page jumps, columns or neighbours could have damaged."""


@pytest.mark.parametrize("printed", PRINTED, ids=[printed.number for printed in PRINTED])
def test_a_document_carries_what_its_head_and_last_lines_print(
    catalog: Catalog, printed: PrintedDocument
) -> None:
    """Number, title, issuer, region, date of issue, term and the files that print it."""
    document = catalog.document(printed.number)
    assert (document.title, document.issuer, document.region) == printed[1:4]
    days = (document.issued, document.validity.valid_from, document.validity.until)
    assert tuple(day.isoformat() if day else "" for day in days) == printed[4:7]
    assert document.sources == printed.sources


def test_there_are_seventeen_documents(catalog: Catalog) -> None:
    """The five files print seventeen, one of them twice."""
    assert [document.number for document in catalog.documents] == [printed.number for printed in PRINTED]


@pytest.mark.parametrize("measure_id", TEXTS)
def test_a_measure_begins_and_ends_with_its_own_words(catalog: Catalog, measure_id: str) -> None:
    """Nothing cut off, nothing glued on."""
    first, last = TEXTS[measure_id]
    text = "".join(catalog.measure(measure_id).text.split())
    assert text.startswith(first)
    assert text.endswith(last)


def test_removals_printed_before_their_heading_stay_in_their_notice(catalog: Catalog) -> None:
    """聊政任〔2021〕12号 prints 免去： after its date; the three removals are all its own."""
    text = "".join(catalog.measure("聊政任〔2021〕12号#全文").text.split())
    for words in (
        "吕海燕为聊城市信访局信访督查专员",
        "代子亭的",
        "商善刚的",
        "免去：玄志刚的聊城市广播电视台副台长职务",
    ):
        assert words in text
    assert "奖励资金" not in text
