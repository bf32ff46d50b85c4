"""Brackets, labels and verbs that say who does what, as offices other than the bundled ones print them."""

import pytest

from corpus.extraction.duties.blocks import find_blocks, is_block
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.document_rules import read_rules

LEAD, DUTY, HELP = "lead", "responsible", "support"
TRADE, MONEY = "县商务局", "县财政局"


def named(bracket: str) -> list[tuple[str, str]]:
    """Departments and roles of the one bracket behind a sentence."""
    (block,) = find_blocks(Words.of(f"发放消费券200万元。{bracket}"))
    return [(each.department, block.role(each).value) for each in block.named]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("〔责任单位：县商务局、各乡镇（街道）〕", [(TRADE, DUTY), ("各乡镇（街道）", DUTY)]),
        ("【责任单位：县商务局】", [(TRADE, DUTY)]),
        ("［牵头单位：县商务局；配合单位：县财政局］", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（责任单位：县商务局、各区〔县、市〕政府）", [(TRADE, DUTY), ("各区〔县、市〕政府", DUTY)]),
        ("〔牵头单位：县委组织部（人才办）、县财政局〕", [("县委组织部（人才办）", LEAD), (MONEY, LEAD)]),
    ],
)
def test_brackets_of_any_shape_open_a_block(bracket: str, expected: list[tuple[str, str]]) -> None:
    """Round, square, tortoise-shell and lenticular ones, nested in each other."""
    assert named(bracket) == expected


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("（主责单位：县商务局）", [(TRADE, LEAD)]),
        ("（实施单位：县商务局）", [(TRADE, DUTY)]),
        ("（落实单位：县商务局）", [(TRADE, DUTY)]),
        ("（主管部门：县商务局）", [(TRADE, DUTY)]),
        ("（牵头责任单位：县商务局；参与单位：县财政局）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（牵头：县商务局；配合：县财政局）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（责任单位：县商务局；配合单位：县财政局）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（责任领导：某某；责任单位：县商务局）", [(TRADE, DUTY)]),
        ("（县级责任单位：县商务局）", [(TRADE, DUTY)]),
    ],
)
def test_labels_of_any_wording_give_a_role(bracket: str, expected: list[tuple[str, str]]) -> None:
    """主责 leads; who is responsible leads too where others only help; officials are no departments."""
    assert named(bracket) == expected


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("（县商务局牵头，县财政局等按职责分工负责）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（县商务局、县财政局等部门按职责分工负责）", [(TRADE, DUTY), (MONEY, DUTY)]),
        ("（县商务局牵头，各镇（街道）配合）", [(TRADE, LEAD), ("各镇（街道）", HELP)]),
        ("（县商务局牵头负责）", [(TRADE, LEAD)]),
        ("（县商务局牵头，县财政局参与）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（县商务局负责，县财政局指导）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（由县商务局会同县财政局负责）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（县商务局牵头，会同县财政局实施）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（县商务局、县财政局分工负责，持续推进）", [(TRADE, DUTY), (MONEY, DUTY)]),
        ("（县商务局、县财政局）", [(TRADE, DUTY), (MONEY, DUTY)]),
        ("（责任单位：县商务局（牵头）、县财政局）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（责任单位：*县商务局、县财政局）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（责任单位：县商务局★，县财政局）", [(TRADE, LEAD), (MONEY, HELP)]),
        ("（责任单位：县商务局和县财政局）", [(TRADE, DUTY), (MONEY, DUTY)]),
        ("（责任单位：县商务局、县财政局。）", [(TRADE, DUTY), (MONEY, DUTY)]),
    ],
)
def test_verbs_and_marks_give_a_role(bracket: str, expected: list[tuple[str, str]]) -> None:
    """With or without a label; the verb of a list belongs to all of it."""
    assert named(bracket) == expected


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        (
            "（责任单位：国网青禾县供电公司、青禾经济开发区管委会、北郊街道办事处）",
            ["国网青禾县供电公司", "青禾经济开发区管委会", "北郊街道办事处"],
        ),
        ("（县委统战部、县残联、县税务局按职责分工负责）", ["县委统战部", "县残联", "县税务局"]),
        (
            "（县医保中心、清河银保监分局、青禾县城投集团负责）",
            ["县医保中心", "清河银保监分局", "青禾县城投集团"],
        ),
        ("（责任单位：县发展和改革局、各有关部门）", ["县发展和改革局"]),
        ("（责任单位：县财政局，/，无）", [MONEY]),
        ("（责任单位：县财政局，各市、州、县人民政府）", [MONEY, "各市、州、县人民政府"]),
        ("（责任单位：县财政局，各市、县〔区〕政府）", [MONEY, "各市、县〔区〕政府"]),
        ("（责任单位：县财政局，各市州、县（市、区）人民政府）", [MONEY, "各市州、县（市、区）人民政府"]),
        ("（责任单位：县财政局，省、市重点项目单位）", [MONEY, "省、市重点项目单位"]),
        ("（责任单位：县财政局，各地、州、市人民政府）", [MONEY, "各地、州、市人民政府"]),
        ("（责任单位：县财政局，地址：清河路7号政务楼3号楼）", [MONEY]),
    ],
)
def test_bodies_that_are_no_bureau_count_and_nobody_does_not(bracket: str, expected: list[str]) -> None:
    """Committees of zones, party offices, companies; 各有关部门, / and 无 name nobody."""
    assert [department for department, _ in named(bracket)] == expected


@pytest.mark.parametrize(
    ("bracket", "department", "office"),
    [
        ("（责任单位：县民政局养老服务科）", "县民政局", "养老服务科"),
        ("（责任单位：县民政局（社会救助股））", "县民政局", "社会救助股"),
        ("（牵头单位：县委组织部人才工作科）", "县委组织部", "人才工作科"),
        ("（责任单位：县人社局就业服务中心）", "县人社局", "就业服务中心"),
    ],
)
def test_an_office_behind_its_body_stands_apart(bracket: str, department: str, office: str) -> None:
    """Glued to the name or in brackets, without any phone."""
    (block,) = find_blocks(Words.of(f"发放补贴。{bracket}"))
    assert [(each.department, each.offices) for each in block.named] == [(department, [office])]


@pytest.mark.parametrize(
    "text",
    [
        "申请材料齐全的（含县财政局出具的证明）可以申请。",
        "由各单位负责（县财政局除外）。",
        "以主管部门（以下简称主管部门：县商务局）的通知为准。",
        "发放补贴（县商务局）。",
        "市政府督查室检查（由区发展改革局负责解释）。",
    ],
)
def test_other_brackets_are_no_blocks(text: str) -> None:
    """Words that only mention a body give it nothing to do."""
    assert not list(find_blocks(Words.of(text)))


def test_a_governments_own_office_stays_with_it() -> None:
    """市政府督查室 is a body, not a desk of the government."""
    assert named("（责任单位：市政府督查室）") == [("市政府督查室", DUTY)]


def test_a_bracket_alone_is_told_from_a_sentence() -> None:
    """Sentences are cut before what follows such a bracket."""
    assert is_block("（责任单位：县商务局；联系电话：5550101）")
    assert is_block("〔县商务局牵头〕")
    assert not is_block("（每人500元）")


@pytest.mark.parametrize(
    ("words", "first", "before_comma", "carried"),
    [
        ("（责任单位：A局、B局。列第一位的为牵头单位，下同）", True, False, ()),
        ("注：责任单位中排在首位的单位为牵头单位。", True, False, ()),
        ("各项任务第一个单位为牵头单位", True, False, ()),
        ("责任单位第一个逗号前为牵头单位。", False, True, ()),
        ("以下均需各镇落实，不再列出", False, False, ("各镇",)),
        (
            "以下各项任务均需各县人民政府、功能区管委会落实，不再逐一列出",
            False,
            False,
            ("各县人民政府", "功能区管委会"),
        ),
        ("以下均涉及各镇（街道），不再重复列出", False, False, ("各镇（街道）",)),
        ("以下责任单位中均包含各市、县〔区〕政府，不再列出", False, False, ("各市、县〔区〕政府",)),
        (
            "以下政策均需市、县（市、区）人民政府落实，不再单独列出",
            False,
            False,
            ("市、县（市、区）人民政府",),
        ),
        ("第一责任单位为县商务局，以下简称商务局。", False, False, ()),
    ],
)
def test_rules_for_the_whole_document_are_read(
    words: str, first: bool, before_comma: bool, carried: tuple[str, ...]
) -> None:
    """Which place of a list leads, and who belongs to every item that follows."""
    rules = read_rules(words)
    assert (rules.first_leads, rules.before_comma_leads, rules.carried) == (first, before_comma, carried)
