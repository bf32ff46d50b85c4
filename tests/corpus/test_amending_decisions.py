"""Decisions at hand that amend, add, strike or extend: which document they change, and where."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.extraction.document_facts.citations import citations
from corpus.extraction.document_facts.extended_terms import extended_terms
from corpus.keeping.intake import read_intake
from corpus.ties import DocumentKind, TieKind
from tests.corpus.tied_files import (
    FLATS,
    FLATS_NUMBER,
    notice,
    page,
    pairs,
    ties,
)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("将第三条修改为：“人才公寓租金为每月每平方米6元。”", "第三条"),
        ("第三条修改为：\n“第三条　租金标准：\n（一）本科生6元；\n（二）硕士4元。”", "第三条"),
        ("第二条中的“本科”修改为“专科”。", "第二条"),
        ("将第四条第一款改为“租住期限不超过五年。”", "第四条"),
        ("删去第四条。", "第四条"),
        ("第4条予以删除。", "第四条"),
        ("在第二条后增加一款：“退役军人可以申请。”", "第二条"),
        ("第四条第三项修改为：“续租不超过一次；”", "第四条"),
        ("在《青禾县人才公寓管理办法》第二条中增加一项作为第二项，即：“退役军人；”", "第二条"),
        ("第二条增加一款作为该条第二款，即：“夫妻只能申请一套。”", "第二条"),
    ],
)
def test_an_amended_article_is_known(tmp_path: Path, sentence: str, label: str) -> None:
    """With the sentence that amends it, and the measure of the decision that holds it."""
    decision = notice(
        "关于修改《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕11号", f"一、{sentence}\n二、抓好落实。"
    )
    (tie,) = ties(tmp_path, FLATS, decision)
    (change,) = tie.changes
    words = "".join(sentence.split())
    assert (tie.kind, tie.target, change.measure) == (TieKind.AMENDS, FLATS_NUMBER, f"{FLATS_NUMBER}#{label}")
    assert ("".join(change.words.split()), change.by) == (words, "青政办发〔2025〕11号#一")


def test_several_articles_of_one_sentence_are_amended(tmp_path: Path) -> None:
    """The numbers that articles get are none of theirs."""
    body = (
        "一、将第二条、第五条中的“县住建局”修改为“县住房局”。\n二、第五条改为第六条。\n"
        "三、增加一条，作为第七条：“提前腾退的，退还押金。”\n四、第二条后增加一条作为第三条，即：“按月缴租。”"
    )
    decision = notice("关于修改《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕11号", body)
    (tie,) = ties(tmp_path, FLATS, decision)
    items = [(change.label, change.measure.partition("#")[2]) for change in tie.changes]
    assert items == [("第二条", "第二条"), ("第五条", "第五条"), ("第五条", "第五条"), ("", ""), ("", "")]


def test_a_decision_on_several_documents_changes_each(tmp_path: Path) -> None:
    """The sentences belong to the document named last; one that is not at hand is left out."""
    parking = notice(
        "关于印发青禾县停车管理办法的通知",
        "青政发〔2020〕5号",
        "第一条 停车收费每小时2元。\n第二条 夜间停车半价。\n第三条 本办法自2020年7月1日起施行。",
        day="2020年6月1日",
    )
    body = (
        "一、对《青禾县停车管理办法》（青政发〔2020〕5号）作出修改\n（一）删去第二条。\n（二）将第一条中的“2元”修改为“1元”。\n"
        "二、将《青禾县养犬规定》第二条修改为“每户一只。”\n"
        "三、对《青禾县人才公寓管理办法》作如下修改：第四条修改为“租住期限不超过五年。”"
    )
    decision = notice("关于修改部分规范性文件的决定", "青政发〔2025〕8号", body)
    changed = {
        tie.target: [(change.label, change.words[:5]) for change in tie.changes]
        for tie in ties(tmp_path, FLATS, parking, decision)
    }
    assert changed == {
        "青政发〔2020〕5号": [("第二条", "删去第二条"), ("第一条", "将第一条中")],
        FLATS_NUMBER: [("第四条", "对《青禾县")],
    }


def test_a_text_that_contains_the_changes_is_not_amended_again(tmp_path: Path) -> None:
    """It says so at its head, or prints the new words."""
    decision = notice(
        "关于修改《青禾县人才公寓管理办法》的决定",
        "青政办发〔2025〕11号",
        "一、将第三条修改为：“人才公寓租金为每月每平方米6元。”\n二、抓好落实。",
    )
    head = "（根据2025年5月20日《关于修改〈青禾县人才公寓管理办法〉的决定》修正）\n\n第一条"
    says_so = FLATS.replace("\n第一条", head)
    prints = FLATS.replace("租金为每月每平方米8元", "租金为每月每平方米6元")
    assert pairs(tmp_path, says_so, decision) == [
        (TieKind.INCORPORATES, FLATS_NUMBER, "青政办发〔2025〕11号")
    ]
    assert [tie.changes for tie in ties(tmp_path, prints, decision)] == [()]


def test_an_extended_term_is_a_change_of_the_whole(tmp_path: Path) -> None:
    """With the sentence that extends it."""
    body = (
        "经研究，决定将《青禾县人才公寓管理办法》（青政办发〔2023〕6号）有效期延长至2030年3月31日。\n"
        "一、抓好落实。\n二、做好衔接。"
    )
    decision = notice(
        "关于延长《青禾县人才公寓管理办法》有效期的通知", "青政办发〔2028〕1号", body, day="2028年3月1日"
    )
    (tie,) = ties(tmp_path, FLATS, decision)
    ((change),) = tie.changes
    assert (change.label, change.measure) == ("有效期", "")
    assert change.words.endswith("有效期延长至2030年3月31日")


def test_a_text_without_a_title_is_understood(tmp_path: Path) -> None:
    """Of a collection's page the title may not be found; the text is taken in all the same."""
    path = tmp_path / "甲.txt"
    path.write_text(FLATS, encoding="utf-8")
    (draft,) = read_intake(path).drafts
    for title in ("", "关于", "关于延长"):
        assert citations(replace(draft, title=title), DocumentKind.POLICY) == ()


def test_articles_printed_below_a_decision_are_no_changes(tmp_path: Path) -> None:
    """The decision prints the policy as it is now; its articles may speak of changing something."""
    body = (
        "一、将第四条修改为：“租住期限不超过五年。”\n根据本决定重新公布。\n\n青禾县人才公寓管理办法\n\n"
        "第一条 为规范管理，制定本办法。\n第二条 用途变更为商业的，应当收回。\n"
        "第三条 名称改为人才之家的，报县住建局。"
    )
    decision = notice("关于修改《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕11号", body)
    (tie,) = ties(tmp_path, FLATS, decision)
    assert [change.label for change in tie.changes] == ["第四条"]


@pytest.mark.parametrize(
    "body",
    [
        "第一条 年内对《青禾县人才公寓管理办法》进行修订。\n第二条 将第三条房源调整为公租房。",
        "一、第三条街改为步行街。\n二、按《青禾县人才公寓管理办法》管理。",
    ],
)
def test_a_policy_with_plans_of_its_own_amends_nothing(tmp_path: Path, body: str) -> None:
    """Only a sentence that names the document changes its articles."""
    text = notice("关于做好人才安居工作的通知", "青民发〔2025〕9号", body)
    assert all(not tie.changes for tie in ties(tmp_path, FLATS, text))


def test_a_notice_may_amend_without_saying_so_in_its_title(tmp_path: Path) -> None:
    """In one sentence, or below an opening."""
    one = "一、将《青禾县人才公寓管理办法》第三条租金标准调整为“每月每平方米6元”。\n二、抓好落实。"
    several = "现对《青禾县人才公寓管理办法》作出如下调整：\n一、第三条修改为：“租金6元。”\n二、删去第四条。"
    for body, labels in ((one, ["第三条"]), (several, ["第三条", "第四条"])):
        text = notice("关于调整人才公寓有关标准的通知", "青建发〔2025〕9号", body)
        (tie,) = ties(tmp_path, FLATS, text)
        assert [change.label for change in tie.changes] == labels


def test_an_older_decision_amends_no_newer_text(tmp_path: Path) -> None:
    """It was decided before the policy was issued."""
    decision = notice(
        "关于修改《青禾县人才公寓管理办法》的决定",
        "青政办发〔2021〕1号",
        "一、删去第四条。\n二、抓好落实。",
        day="2021年2月1日",
    )
    assert pairs(tmp_path, FLATS, decision) == []


def test_an_interpretation_that_tells_of_changes_amends_nothing(tmp_path: Path) -> None:
    """It quotes what somebody else decided."""
    text = page(
        "《青禾县人才公寓管理办法》政策解读", "一、修改内容。\n将第四条修改为“不超过五年。”\n二、其他。无。"
    )
    assert [kind for kind, _, _ in pairs(tmp_path, FLATS, text)] == [TieKind.INTERPRETS]


@pytest.mark.parametrize(
    ("said", "extended"),
    [
        ("《甲办法》（青政发〔2021〕3号）、《乙办法》有效期延长至2030年3月31日。", ["甲办法", "乙办法"]),
        ("根据《丙条例》，将《甲办法》的有效期再延长三年。", ["甲办法"]),
        ("《甲办法》继续有效。", []),
        (
            "经评估，下列文件有效期延长至2030年3月31日：\n1.《甲办法》（青政发〔2021〕3号）；\n2.《乙规定》\n"
            "三、抓好落实。\n《丙条例》",
            ["甲办法", "乙规定"],
        ),
        (
            "以下规范性文件延长两年：（1）《甲办法》（青政发〔2021〕3号）；（2）《乙规定》。",
            ["甲办法", "乙规定"],
        ),
        (
            "继续执行的文件目录（有效期至2029年底）\n1.青禾县停车管理办法\n青政发〔2021〕3号\n2.青禾县物业规定",
            ["青禾县停车管理办法", "青禾县物业规定"],
        ),
        ("下列政策延长至2026年底：\n1.对企业给予补贴，《甲办法》另有规定的从其规定。", []),
    ],
)
def test_each_document_named_side_by_side_is_extended(said: str, extended: list[str]) -> None:
    """Each of a list too. What stands before as grounds is not, nor what goes on without a day."""
    assert [each.document.title for each in extended_terms(said) if each.document] == extended
