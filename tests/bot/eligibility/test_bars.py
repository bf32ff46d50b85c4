"""What surely shuts an asker out."""

import pytest

from bot.eligibility.bars import bars
from bot.eligibility.exclusions import exclusions

CARE = "年满60周岁的老人可以申领。已入住养老机构的，以及已享受长期护理保险居家待遇的，不再享受本补贴。"
FIELDS = "撂荒的耕地、已改种果树苗木的耕地不予补贴。企业和合作社名下的农机不在补贴范围内。"
TOILETS = (
    "在本镇常年居住（每年不少于6个月）的户，可以报名，每户补助1200元。已经享受过改厕补助的户不能再报。\n"
    "经营用房和对外出租的整院不享受免费清掏。"
)
HOUSES = "有下列情形之一的，不予奖补：\n（一）占用永久基本农田建设温室的；\n（二）重复申报的。"
FOOD = "拟生产的食品不属于乳制品、罐头、白酒。"
HEAT = "10月15日前一次性缴清的居民用户，按98%收取。每户只限一处住房。"


def shut_out(text, question):
    """The words that shut out, and whether the text says so itself."""
    return [(text[one.start : one.end], one.leaves_out) for one in bars(text, question)]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (CARE, "俺娘住进敬老院了，还能领吗", True),
        (CARE, "俺娘已经领着长护险居家待遇了还能领吗", True),
        (FIELDS, "地荒了两年，给补吗", True),
        (FIELDS, "我们合作社的收割机能补吗", True),
        (CARE, "俺娘没住养老院，能领吗", False),
        (CARE, "俺爹80，儿住养老院他不住，能领不", False),
        (CARE, "要是住了养老院还能领吗", False),
        (CARE, "我邻居住养老院，我能领吗", False),
        (CARE, "俺娘住在我家", False),
        (FIELDS, "我自己的收割机能补吗", False),
        (TOILETS, "俺去年领过改厕补助，今年还能报不", True),
        (TOILETS, "我把整院租出去了，清掏免费不", True),
        (TOILETS, "我在外地打工，过年才回，能报吗", True),
        (TOILETS, "俺没领过改厕补助，能报不", False),
        (TOILETS, "我常年在村里住，能报吗", False),
        (HOUSES, "我占了永久基本农田建的温室，能补不", True),
        (HOUSES, "我没占永久基本农田建温室，能补不", False),
        (FOOD, "我想做罐头，能登记吗", True),
        (FOOD, "我做豆腐，能登记吗", False),
        (FOOD, "我不做白酒，能登记吗", False),
    ],
)
def test_who_is_left_out_is_shut_out_only_where_he_tells_it(text, question, expected):
    """Told of the asker, as it is now, not denied, and all of it."""
    assert bool(shut_out(text, question)) is expected


def test_what_is_asked_not_to_be_is_no_exclusion_of_the_text():
    """The text asks for it, and the asker is not so."""
    assert shut_out(FOOD, "我做白酒") == [("拟生产的食品不属于乳制品、罐头、白酒", False)]


def test_an_exclusion_has_its_items_each_with_the_noun_of_the_list():
    assert [one.items for one in exclusions(FIELDS)] == [
        ("撂荒的耕地", "已改种果树苗木的耕地"),
        ("企业的农机", "合作社名下的农机"),
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("我分两次交完的，打折吗", [("一次性缴清", False)]),
        ("我有两套房，都减吗", [("只限一处住房", False)]),
        ("要是分两次交呢", []),
        ("我一次交清了", []),
    ],
)
def test_the_opposite_of_what_is_asked_for_shuts_out(question, expected):
    assert shut_out(HEAT, question) == expected


@pytest.mark.parametrize(
    ("question", "is_shut_out"),
    [
        ("我那果园就在河滩地里，能申吗", True),
        ("果园挨着河滩地旁边，能申吗", False),
        ("果园不在河滩地，能申吗", False),
        ("果园在河滩地外头，能申吗", False),
    ],
)
def test_what_lies_where_a_text_asks_it_not_to_is_shut_out(question, is_shut_out):
    """在…以外 asks for what is not there; near it is not in it."""
    assert bool(shut_out("果园在河滩地、水源保护区以外的，可以申请。", question)) is is_shut_out
