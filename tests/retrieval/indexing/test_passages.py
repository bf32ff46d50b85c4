"""Measures to passages."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.catalog import Catalog
from corpus.records import Document, Measure, Section, Validity
from retrieval.indexing.passages import (
    Passage,
    PassageKind,
    catalog_passages,
    measure_passages,
    short_title,
    without_contacts,
)


def test_responsibility_brackets_are_taken_out_whole() -> None:
    """A bracket with a bracket inside is one; an ordinary bracket stays."""
    text = "做好宣传（含线上）。（责任单位：区政府办公室（区大数据局）、区商务局）"
    assert without_contacts(text) == (
        "做好宣传（含线上）。",
        "（责任单位：区政府办公室（区大数据局）、区商务局）",
    )


def test_passages_of_a_measure_are_title_lead_text_and_contacts() -> None:
    """Sections stay apart, and who is responsible stands in a passage of its own."""
    sections = (Section("政策原文", "支持更新。"), Section("工作措施", "做好核查。（牵头单位：区商务局）"))
    measure = Measure(
        "甲〔2024〕1号#6", "甲〔2024〕1号", "6", ("二、主要任务",), "", sections, (), Validity()
    )
    document = Document(
        "甲〔2024〕1号",
        "某区人民政府关于印发更新方案的通知",
        "",
        "周村",
        date(2024, 1, 1),
        Validity(),
        (),
        (measure,),
        lead="各镇人民政府：\n为推进设备更新，制定本方案。",
    )
    assert measure_passages(document, measure) == [
        Passage(measure.id, PassageKind.TITLE, "更新方案 二、主要任务"),
        Passage(measure.id, PassageKind.LEAD, "各镇人民政府: 为推进设备更新,制定本方案。"),
        Passage(measure.id, PassageKind.TEXT, "支持更新。", "更新方案"),
        Passage(measure.id, PassageKind.TEXT, "做好核查。", "更新方案"),
        Passage(measure.id, PassageKind.CONTACT, "（牵头单位：区商务局）"),
    ]


def test_a_text_is_encoded_with_what_its_document_is_about() -> None:
    """An article of a notice does not say what it is for; one that does is encoded as it stands."""
    texts = ("每人每月100元。", "周村区高龄津贴由区民政局发放。")
    measures = tuple(
        Measure(f"甲#{n}", "甲", str(n), (), "", (Section("正文", text),), (), Validity())
        for n, text in enumerate(texts)
    )
    title = "关于发放周村区高龄津贴的通知"
    document = Document("甲", title, "", "周村", date(2026, 1, 1), Validity(), (), measures)
    passages = [p for m in measures for p in measure_passages(document, m) if p.kind is PassageKind.TEXT]
    assert [passage.text for passage in passages] == list(texts)
    assert passages[0].encoded_texts == ("每人每月100元。", "发放周村区高龄津贴 每人每月100元。")
    spoken = replace(document, title="关于周村区高龄津贴的通知")
    assert measure_passages(spoken, measures[1])[1].encoded_texts == (texts[1],)


def test_each_question_is_a_passage(catalog: Catalog) -> None:
    """Questions stand behind the texts, owned by their measure or, where none answers, by their kind."""
    known = catalog.measures[0].id
    questions = {known: ("冰箱呢", "彩电呢"), "没有这份文件#1": ("谁管",)}
    passages = catalog_passages(catalog, questions, {"weather": ("明天下雨不",)})
    assert passages[-3:] == [
        Passage(known, PassageKind.QUESTION, "冰箱呢"),
        Passage(known, PassageKind.QUESTION, "彩电呢"),
        Passage("weather", PassageKind.UNCOVERED, "明天下雨不"),
    ]
    assert "谁管" not in {passage.text for passage in passages}


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        (
            "周村区人民政府办公室关于印发周村区新型智慧城市建设实施方案的通知",
            "周村区新型智慧城市建设实施方案",
        ),
        ("聊城市人民政府大事记(2021年6月)", "聊城市人民政府大事记(2021年6月)"),
    ],
)
def test_short_title_is_the_topic(title: str, topic: str) -> None:
    """Who issues it and that it is a notice drop out."""
    assert short_title(title) == topic


def test_how_a_document_begins_is_cut_and_not_encoded(catalog: Catalog) -> None:
    """200 characters of a long preamble count; without one there is no such passage."""
    document = catalog.documents[0]
    measure = document.measures[0]
    (lead,) = [p for p in measure_passages(replace(document, lead="序" * 300), measure) if not p.encoded]
    assert (lead.kind, lead.text) == (PassageKind.LEAD, "序" * 200)
    assert all(passage.encoded for passage in measure_passages(replace(document, lead=""), measure))
