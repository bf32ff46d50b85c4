import pytest

from corpus.structure.paragraphs import continues, is_title, undo_wraps
from corpus.text.excerpt import Excerpt
from corpus.text.source_text import Paragraph


def undone(lines: list[str]) -> list[str]:
    """The paragraphs that hard-wrapped lines make up."""
    wrapped = [Paragraph(Excerpt(line, tuple(range(len(line)))), 0, closed=False) for line in lines]
    return [paragraph.text.replace("\n", "") for paragraph in undo_wraps(wrapped)]


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("（责任单位：区财", "政局，责任科室：综合科）"),
        ("1.创意。（牵头单位：区发展改革局，责任科室：动能转换推进科；", "责任单位：区财政局）"),
        ("（二）全面提升企业投资贸易便利度和吸引", "力。持续激发各类市场主体活力"),
        ("（五）对获得“泰山品质”认证的一次性", "奖励 30 万元；"),
        ("（二）申报组织和个人在提供相关资料时，", "要实事求是、客观真实"),
        ("（十六）建筑用能实时监测平台。配合建设大型公共建筑（建筑面积", "20000 平方米以上)用电能耗"),
    ],
)
def test_torn_sentence_goes_on_after_a_page_break(before: str, line: str) -> None:
    """Blank lines of the sources are often page breaks in the middle of a sentence."""
    assert continues(before, line, gap=True)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("（一）指导思想", "以习近平新时代中国特色社会主义思想为指导"),
        ("一、总体要求", "以习近平新时代中国特色社会主义思想为指导"),
        ("聊城市优化营商环境创新突破行动实施方案", "为深入贯彻落实省委、省政府决策部署"),
        ("企业助力创新发展。", "展。"),
        ("助力企业", "（二）落实目标"),
        ("实施监督", "2021年6月18日"),
    ],
)
def test_heading_or_finished_sentence_does_not_go_on(before: str, line: str) -> None:
    """Titles have no punctuation at their end either, yet end there."""
    assert not continues(before, line, gap=True)


RAGGED = [
    "养老服务是基础性工作，",
    "全区各级要提高认识、",
    "健全机制，",
    "落实发展养老服务",
    "优惠扶持政策，鼓励社会力量参与提供基本养老服务，支持物业服务企业因地制宜提供居家服务。",
]


def test_lines_torn_at_every_mark_are_one_sentence() -> None:
    """Texts copied out of other files end their lines anywhere: a short line is then no heading."""
    assert undone(RAGGED) == ["".join(RAGGED)]


def test_a_label_alone_belongs_to_the_line_below() -> None:
    """A label in another type may stand on a line of its own."""
    lines = [
        "（二）",
        "主要任务。为符合条件的老年人提供助餐、助浴、助洁服务，每周不少于一次，费用由区财政承担。",
    ]
    assert undone(lines) == [" ".join(lines)]


def test_title_names_a_plan_and_says_nothing_else() -> None:
    """A sentence about a plan is no title."""
    assert is_title("2021年聊城市政务公开工作要点")
    assert not is_title("现印发工作要点，请认真执行方案")


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (["三、收费标准", "不收费"], ["三、收费标准", "不收费"]),
        (["一、补贴对象", "小微企业。"], ["一、补贴对象", "小微企业。"]),
        (["（二）申请材料", "身份证"], ["（二）申请材料", "身份证"]),
        (["一、补贴标准", "和对象"], ["一、补贴标准和对象"]),
        (["申请渠道", "县人社局"], ["申请渠道", "县人社局"]),
        (["县税务局税政股", "咨询电话", "5550101"], ["县税务局税政股", "咨询电话", "5550101"]),
        (["政策有效期：至2026年12月31日", "青禾县财政局"], ["政策有效期：至2026年12月31日", "青禾县财政局"]),
        (["区防汛抗旱", "指挥部办公室"], ["区防汛抗旱指挥部办公室"]),
    ],
)
def test_short_lines_that_say_what_follows_stand_alone(lines: list[str], paragraphs: list[str]) -> None:
    """Titles of sections, names of fields, a term above a signature; a torn name is one."""
    assert undone(lines) == paragraphs


def test_a_name_above_its_phone_keeps_a_line_of_its_own() -> None:
    """Where each cell of a table has a line, an address is not run into the next name; a torn name is."""
    lines = ["历山区和平路1号二楼", "城南街道便民服务中心", "5550101", "历山区退役军人", "事务局", "5550102"]
    assert undone(lines) == [
        "历山区和平路1号二楼",
        "城南街道便民服务中心",
        "5550101",
        "历山区退役军人事务局",
        "5550102",
    ]
    lines = ["邮箱gc@qinghe.cn", "青禾县财政局经济建设科：", "电话：5550103"]
    assert undone(lines) == lines


def test_a_matter_with_whom_to_call_for_it_is_a_line_of_its_own() -> None:
    """Below it another one begins, with a remark behind its name or not."""
    rows = ["道路积水（24小时）：5550141", "路灯故障：县市政公司5550142或12319", "停水抢修：安澜水务5550143"]
    assert undone(rows) == rows
