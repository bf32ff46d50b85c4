"""Whether a document tells how a paper is got, or only has it handed in."""

from dataclasses import replace

import pytest

from bot.answering.declining.asked_papers import only_handed_in
from tests.bot.fakes import DOCUMENT, FakeCatalog, measure


def _only(question, matter, text, title="关于困难老人补贴的通知"):
    one = measure("1", (("", text),))
    return only_handed_in(
        question, matter, one, FakeCatalog((replace(DOCUMENT, title=title, measures=(one,)),))
    )


@pytest.mark.parametrize(
    ("question", "matter", "text"),
    [
        ("残疾证怎么办", "残疾证", "申请材料：残疾人证、身份证、户口簿。"),
        ("办居住证要什么材料", "办居住证", "父母一方持有居住证满6个月。"),
        ("优待证要什么材料办", "优待证 办", "退役军人持优待证免费乘车。"),
        ("老年证在哪办", "老年证", "凭老年人优待证免费乘车。"),
    ],
)
def test_a_paper_that_is_handed_in_is_not_got_there(question, matter, text):
    assert _only(question, matter, text)


@pytest.mark.parametrize(
    ("question", "matter", "text"),
    [
        ("残疾证怎么办", "残疾证", "申请残疾人证，携带身份证到残联评定。"),
        ("居住证怎么办", "居住证", "居住证办理由派出所受理。"),
        ("残疾证有什么用", "残疾证", "凭残疾人证免费乘车。"),
        ("残疾补贴要什么材料", "残疾补贴", "申请材料：残疾人证、身份证。"),
        ("护照怎么办", "护照", "申请材料：身份证。"),
    ],
    ids=["applied for", "handled", "its use", "another matter", "not printed"],
)
def test_other_questions_and_documents_are_left_alone(question, matter, text):
    assert not _only(question, matter, text)


def test_a_title_that_names_the_paper_is_on_it():
    assert not _only("残疾证怎么办", "残疾证", "携带残疾人证原件。", "残疾人证办事指南")
