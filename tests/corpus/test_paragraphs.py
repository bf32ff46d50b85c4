import pytest

from corpus.structure.paragraphs import continues, is_title


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


def test_title_names_a_plan_and_says_nothing_else() -> None:
    """A sentence about a plan is no title."""
    assert is_title("2021年聊城市政务公开工作要点")
    assert not is_title("现印发工作要点，请认真执行方案")
