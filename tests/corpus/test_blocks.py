import pytest

from corpus.extraction.duties.blocks import find_blocks, read_block
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import department_names
from corpus.extraction.naming.role_words import BlockLabel
from corpus.records import Role


def named(text: str) -> list[tuple[str, str, list[str]]]:
    block = read_block(Words.of(text))
    return [(name.department, block.role(name).value, name.offices) for name in block.named]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责任单位：区财政局", [("区财政局", "responsible", [])]),
        (
            "责任人:赵学,责任单位:区民政局牵头,区残联配合",
            [("区民政局", "lead", []), ("区残联", "support", [])],
        ),
        (
            "牵头单位：区发展改革局，责任科室：能源科；牵头单位：区商务局，责任科室：商贸流通科",
            [("区发展改革局", "lead", ["能源科"]), ("区商务局", "lead", ["商贸流通科"])],
        ),
        (
            "责任单位：区科技局，责任科室：综合管理科；区财政局，经济建设科；完成时限：2022年12月",
            [("区科技局", "responsible", ["综合管理科"]), ("区财政局", "responsible", ["经济建设科"])],
        ),
        ("牵头部门：组宣部 配合部门：财政局", [("组宣部", "lead", []), ("财政局", "support", [])]),
        ("责任单位：A局、B局分别落实", [("A局", "responsible", []), ("B局", "responsible", [])]),
        (
            "牵头单位：区委网信办；配合单位：区大数据局等",
            [("区委网信办", "lead", []), ("区大数据局", "support", [])],
        ),
    ],
)
def test_a_block_gives_departments_roles_and_offices(
    text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    """Labels, 牵头/配合 after a list, and unlabelled segments that go on with what came before."""
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("牵头单位：区商务局，完成时限：完成时限：2022年12月", "2022年12月"),
        ("牵头单位：区发展改革局，责任科室：动能转换推进科，2022年12月", "2022年12月"),
        ("牵头单位：区交通运输局；完成时限：2021年—2025年，分5期建设", "2021年—2025年，分5期建设"),
        ("牵头单位：区商务局；完成时限：长期", "长期"),
    ],
)
def test_a_deadline_survives_doubled_missing_and_prolonged_labels(text: str, deadline: str) -> None:
    """Damage printed in items 3 and 27 of the 2022 collection and the wording of 30号（十一）."""
    assert read_block(Words.of(text)).deadline == deadline


def test_brackets_inside_a_list_stay_whole() -> None:
    """各县（市、区）人民政府 is one name, 各镇政府、街道办事处 another."""
    listed = "市财政局、各县（市、区）人民政府、市属开发区管委会、各镇政府、街道办事处"
    assert department_names(Words.of(listed)) == [
        "市财政局",
        "各县（市、区）人民政府",
        "市属开发区管委会",
        "各镇政府、街道办事处",
    ]


def test_running_text_opens_no_block() -> None:
    """帮扶责任人，, 联合验收牵头部门 and 责任单位及具体责任人 have no bracket and label before a colon."""
    text = "安排帮扶责任人，由联合验收牵头部门推送，压实到责任单位及具体责任人（只由牵头部门组织）。"
    assert list(find_blocks(Words.of(text))) == []


def test_an_unclosed_bracket_ends_with_the_sentence() -> None:
    """A lost bracket does not swallow the rest of the text."""
    blocks = list(find_blocks(Words.of("加快建设。（责任单位：区财政局。下一句、再一句。")))
    assert [name.department for name in blocks[0].named] == ["区财政局"]


def test_help_without_a_lead_is_support() -> None:
    """配合 never becomes responsible."""
    block = read_block(Words.of("配合单位：区财政局"))
    assert (block.named[0].kind, block.role(block.named[0])) == (BlockLabel.HELP, Role.SUPPORT)
