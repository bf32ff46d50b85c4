"""Notices of mixed layouts: each sentence of the body stands in an item, or in a kind of text with a name.

Kinds with names: title, number and addressees, the purpose of a document, its signature, the list of annexes.
"""

import re

import pytest

from corpus.keeping.intake import read_intake
from corpus.records import PieceKind

END = "\n\n青禾县民政局\n2026年3月1日\n"
PURPOSE = "为方便群众，现将有关事项公告如下："
WHO = "津贴对象：本县户籍、年满70周岁且卧床半年以上的老年人。"
SUM = "津贴标准：卧床的每人每月180元，住院的每人每月150元。"
HOW = "申请方法：持身份证到镇民政窗口填表，五天内答复。"
DAYS = "发放日期：每月12日前发到银行卡，遇节假日顺延。"
DESKS = "各镇窗口：\n东街镇窗口，电话5550101，周一\n西街镇窗口，电话5550102\n石门镇窗口，电话5550103"
RUNNING = "津贴按月发放，每人每月180元。\n\n已经住进养老机构的，减半发放。"
NOTICES = {
    "labels inline": [PURPOSE, WHO, SUM, HOW, DAYS],
    "labels inline and alone": [PURPOSE, WHO, SUM, HOW, DESKS],
    "labels alone": [PURPOSE, "津贴对象", WHO[5:], "津贴标准", SUM[5:], "申请材料", "身份证和病历，各一份。"],
    "one numbered": [PURPOSE, WHO, "二、" + SUM, HOW, DAYS],
    "questions in mid-text": [
        PURPOSE,
        RUNNING,
        "住院期间发吗？",
        "住院满60天的停发。",
        "搬走怎么办？",
        "从次月起停发。",
    ],
    "questions below labels": [PURPOSE, WHO, SUM, HOW, "问：住院期间发吗？", "答：住院满60天的停发。"],
    "rules above two titles": [
        PURPOSE,
        RUNNING,
        "申请材料：",
        "身份证和病历，各一份。",
        "咨询电话：",
        "县民政局老龄股，5550101。",
    ],
    "rules above chapters": [
        PURPOSE,
        RUNNING,
        "一、申请材料。身份证和病历。",
        "二、申请时间。每年3月和9月。",
    ],
    "a rule below a title": [
        PURPOSE,
        "一、申请材料",
        "材料一式两份，不予退回。",
        "（一）身份证。到窗口核对原件。",
        "（二）病历。由县医院出具。",
        "二、申请时间。每年3月和9月。",
    ],
    "a rule at the end": [
        PURPOSE,
        "一、县里给予护理津贴。（责任单位：县民政局）",
        "二、镇里组织上门护理。（责任单位：县民政局）",
        "以上津贴和护理只能选择一项，已经选定的一年内不得变更。",
    ],
    "points and a rule above": [
        PURPOSE,
        "每户限报一人，不得重复申报。",
        "1．申请表一份，到窗口领取。",
        "2．病历一份，由县医院出具。",
    ],
    "aims with a count": [
        PURPOSE,
        "一、目标任务",
        "今年更换老旧电梯120台，额满后转入下一年度。",
        "二、申请材料。身份证和病历。",
    ],
    "an annex": [PURPOSE, WHO, SUM, HOW, DAYS, "附件：1．护理津贴申请表", "2．名单"],
}
_SENTENCE = re.compile(r"[^。？\n]+[。？]?")


def pieces(folder, text: str) -> list[tuple[PieceKind, str]]:
    path = folder / "公告.txt"
    path.write_text(text, encoding="utf-8")
    intake = read_intake(path, None)
    (draft,) = intake.drafts
    return [(piece.kind, intake.text[piece.start : piece.end]) for piece in draft.pieces]


@pytest.mark.parametrize("name", NOTICES)
def test_every_sentence_stands_in_an_item(tmp_path, name):
    """Whatever an outline had left over stood in no item, and no question found it."""
    body = NOTICES[name]
    found = pieces(tmp_path, "青禾县民政局关于发放护理津贴的公告\n\n" + "\n\n".join(body) + END)
    items = "\n".join(text for kind, text in found if kind is PieceKind.MEASURE)
    named = (
        PURPOSE,
        "附件：1．护理津贴申请表",
        "2．名单",
        "津贴对象",
        "津贴标准",
        "一、申请材料",
        "一、目标任务",
        "（",
    )
    said = [
        line
        for part in body
        for line in _SENTENCE.findall(part)
        if not line.startswith(named) or "：" in line[:5]
    ]
    assert [line for line in said if line not in named and line.strip("。") not in items] == []
    # A text without an outline is one item, its purpose with it.
    assert PURPOSE not in items or items.startswith(PURPOSE)


RULES = (
    "护理津贴办法\n\n第一条 每人每月180元，按月发到银行卡。\n\n第二条 每月12日发放，遇节假日顺延。\n\n"
    "第三条 住进养老机构的老年人，津贴发到机构，由机构用于护理，按季度公布用途。\n"
)


def noted(folder, note: str) -> list[tuple[PieceKind, str]]:
    """The pieces of a notice with this note above rules."""
    title = "青禾县民政局关于印发护理津贴办法的通知\n\n各镇人民政府：\n\n"
    return pieces(folder, title + note + END + "\n" + RULES)


def test_what_a_covering_note_rules_is_an_item(tmp_path):
    """A note above the rules it is issued with is a head; what it rules itself had gone with it."""
    found = noted(tmp_path, "现将《护理津贴办法》印发给你们，请认真执行。2025年已经领取的，不得重复申报。")
    assert (PieceKind.MEASURE, "2025年已经领取的，不得重复申报。") in found
    assert (PieceKind.HEAD, "现将《护理津贴办法》印发给你们，请认真执行。") in found


@pytest.mark.parametrize(
    "note",
    [
        "现将《办法》印发给你们，请结合实际认真执行。",
        "本办法自印发之日起施行，有效期至2028年12月31日。",
        "各镇要加强领导，提高认识。",
    ],
)
def test_a_note_that_rules_nothing_is_no_item(tmp_path, note):
    """Who is to carry a document out, and from when it holds, is said of all of it."""
    assert (PieceKind.HEAD, note) in noted(tmp_path, note)
