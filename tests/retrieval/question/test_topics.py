"""Two wishes in one breath."""

import pytest

from retrieval.question.topics import Parting, split_topics


@pytest.mark.parametrize(
    ("text", "parting", "parts"),
    [
        (
            "公章刻制收不收钱?另外工伤认定要几天办完",
            Parting.ANNOUNCED,
            ("公章刻制收不收钱", "工伤认定要几天办完"),
        ),
        (
            "农村低保提到多少,还有旧冰箱换新补不补",
            Parting.ANNOUNCED,
            ("农村低保提到多少", "旧冰箱换新补不补"),
        ),
        (
            "旧冰箱换新补贴多少,再问一句,刻公章归谁管",
            Parting.ANNOUNCED,
            ("旧冰箱换新补贴多少", "刻公章归谁管"),
        ),
        ("水表几天能装,还有下水道接出去归谁", Parting.ANNOUNCED, ("水表几天能装", "下水道接出去归谁")),
        ("井盖丢了归谁管，顺便问下树枝挡路找谁", Parting.ANNOUNCED, ("井盖丢了归谁管", "树枝挡路找谁")),
        ("报废旧车有补贴吗?农村低保一年多少钱", Parting.MARKED, ("报废旧车有补贴吗", "农村低保一年多少钱")),
        (
            "想问两个事，一个是水井报废补多少，一个是路灯更换找谁",
            Parting.ANNOUNCED,
            ("水井报废补多少", "路灯更换找谁"),
        ),
        ("水费降多少，电费降多少", Parting.PARALLEL, ("水费降多少", "电费降多少")),
        ("水质检测要几天和井盖更换归谁管", Parting.PARALLEL, ("水质检测要几天", "井盖更换归谁管")),
        ("水井报废跟水泵更新分别找谁", Parting.PARALLEL, ("水井报废找谁", "水泵更新找谁")),
        (
            "打算租门面，打算贷笔款，都找哪个科",
            Parting.PARALLEL,
            ("打算租门面，找哪个科", "打算贷笔款，找哪个科"),
        ),
        ("路灯怎么换，残疾人坐船的票免不免", Parting.PARALLEL, ("路灯怎么换", "残疾人坐船的票免不免")),
        ("绳子最长多长，坐车能带狗不", Parting.PARALLEL, ("绳子最长多长", "坐车能带狗不")),
        ("转学啥时候办，还有高考几号报名", Parting.ANNOUNCED, ("转学啥时候办", "高考几号报名")),
        ("旧船拆解奖几万，渔网更换补几千", Parting.PARALLEL, ("旧船拆解奖几万", "渔网更换补几千")),
        ("水表几天能装，那个下水道谁来接", Parting.PARALLEL, ("水表几天能装", "那个下水道谁来接")),
        (
            "想问下水表几天能装，以及下水道接出去归谁",
            Parting.ANNOUNCED,
            ("水表几天能装", "下水道接出去归谁"),
        ),
        (
            "物业的人问：路灯更换的标准，还想打听一下井盖丢了找谁",
            Parting.ANNOUNCED,
            ("路灯更换的标准", "井盖丢了找谁"),
        ),
        (
            "水井报废补多少，顺便问一下驾照丢了补办多少钱",
            Parting.ANNOUNCED,
            ("水井报废补多少", "驾照丢了补办多少钱"),
        ),
        ("水井报废，路灯更换", Parting.PARALLEL, ("水井报废", "路灯更换")),
        ("水井报废补助、过桥费打几折", Parting.PARALLEL, ("水井报废补助", "过桥费打几折")),
    ],
)
def test_each_part_with_a_topic_stands_alone(text: str, parting: Parting, parts: tuple[str, ...]) -> None:
    """Leading words, question marks, and asking twice part two topics."""
    found = split_topics(text)
    assert found is not None
    assert (found.parting, found.parts) == (parting, parts)


@pytest.mark.parametrize(
    "text",
    [
        "旧冰箱换新补贴多少?找谁办?电话多少",
        "水井报废补多少，归哪个部门负责",
        "水井报废补多少？要什么材料",
        "水井报废补多少，以及电话多少",
        "我家水井用了十年，报废补多少",
        "路灯坏了归谁修，这个灯罩能换不",
        "旧冰箱还有没有补贴",
        "仓库里积着几千斤旧轮胎，想自己翻新，有啥支持没",
        "在码头干了十几年装卸，闺女也成家了，能不能换个工种",
        "渔船谁都能停这边，拖船要不要另外报备",
        "低保",
        "",
    ],
)
def test_what_asks_on_about_one_topic_is_not_parted(text: str) -> None:
    """找谁 and 电话多少 have no topic of their own, nor what only tells of the asker.

    几千斤, 十几年 and 谁都 ask for nothing.
    """
    assert split_topics(text) is None
