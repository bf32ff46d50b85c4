"""Notices that label their paragraphs on the line of the text."""

import pytest

from tests.corpus.taken import taken, texts

HEAD = "青禾县民政局关于发放护理津贴的公告\n青民发〔2026〕3号\n\n为减轻家庭负担，现将有关事项公告如下：\n\n"
END = "\n青禾县民政局\n2026年3月1日\n"
WHO = "津贴对象：本县户籍、年满70周岁且卧床半年以上的老年人。"
HOW_MUCH = "津贴标准：卧床的每人每月180元，住在养老机构的每人每月150元。"
NOT = "不予发放：已经领取长期护理保险待遇的老年人。"
WHEN = "发放日期：每月12日前发到银行卡，遇节假日顺延。"


def items(folder, *paragraphs: str) -> dict[str, str]:
    path = folder / "公告.txt"
    path.write_text(HEAD + "\n\n".join(paragraphs) + "\n" + END, encoding="utf-8")
    return texts(taken(path))


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        ((WHO, HOW_MUCH, NOT, WHEN), ["津贴对象", "津贴标准", "不予发放", "发放日期"]),
        (
            (
                WHO,
                HOW_MUCH,
                NOT,
                "各镇窗口：\n东街镇窗口，电话5550101\n西街镇窗口，电话5550102\n石门镇窗口，电话5550103",
            ),
            ["津贴对象", "津贴标准", "不予发放", "各镇窗口"],
        ),
        ((WHO, "二、" + HOW_MUCH, NOT, WHEN), ["津贴对象", "津贴标准", "不予发放", "发放日期"]),
        (
            (WHO, HOW_MUCH, "申请材料：交下列材料。\n1．身份证。\n2．病历。", WHEN),
            ["津贴对象", "津贴标准", "申请材料", "发放日期"],
        ),
        (
            (WHO, HOW_MUCH, NOT, "问：住院期间发吗？", "答：住院满60天的停发。"),
            ["津贴对象", "津贴标准", "不予发放", "住院期间发吗？"],
        ),
        (
            (WHO, HOW_MUCH, NOT, "中途搬走怎么办？", "搬到外县的，从次月起停发，搬回来可以重新申请。"),
            ["津贴对象", "津贴标准", "不予发放", "中途搬走怎么办？"],
        ),
    ],
)
def test_each_labelled_paragraph_is_an_item(tmp_path, paragraphs, names):
    """Two titles above lists had been the whole outline, and the paragraphs stood in no item."""
    found = items(tmp_path, *paragraphs)
    assert [name.replace("?", "？") for name in found] == [name.replace("？", "？") for name in names]
    said = "".join(found.values())
    lines = [line for line in "\n".join(paragraphs).split("\n") if line[:2] not in "二、问："]
    assert [line for line in lines if said.count(line) != 1] == []


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("第一步：到镇里登记并交身份证。", "第二步：由县里派人上门评估。", "第三步：公示七天后发到银行卡。"),
        (WHO, HOW_MUCH, "联系电话：5550101"),
        (WHO, WHO.replace("卧床", "失能"), HOW_MUCH),
        ("会议指出：护理津贴发放及时。", "会议强调：不得截留。", "会议要求：按月公示名单。"),
    ],
)
def test_counting_words_speakers_and_few_labels_divide_nothing(tmp_path, paragraphs):
    """Steps are one procedure, two labels may be two sentences, a label that returns is a field."""
    assert list(items(tmp_path, *paragraphs)) == ["全文"]
