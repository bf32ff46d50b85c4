"""The language of signs: parts in order, gaps, lists, ends of the message, numbers."""

import pytest

from bot.helplines.signs import Sign, Signs, WordLists, as_compared, units_of

LISTS = WordLists({"kin": ("儿子", "婆婆"), "self": ("我", "俺")})


def fits(written, message):
    return Sign.read(written, LISTS).pattern.search(as_compared(message)) is not None


@pytest.mark.parametrize(
    ("written", "message", "fitting"),
    [
        ("着火了", "厨房着火了！", True),
        ("着火了", "着火点在哪", False),
        ("{kin} 打 ~ {self}", "俺婆婆昨晚又打了俺", True),
        ("{kin} 打 ~ {self}", "我打儿子的电话", False),
        ("{kin} 打 ~ {self}", "儿子打了三年工，我想问补贴", False),
        ("喝|吞 农药", "吞下去半瓶农药", True),
        ("喝|吞 农药", "喝了一二三四五六七农药", False),
        ("喝 … 农药", "喝了一二三四五六七农药", True),
        ("喝 … 农药", "喝多了。农药在哪买", False),
        ("^救命", "救命啊", True),
        ("^救命", "这药能救命", False),
        ("打{self}$", "儿子打我！！", True),
        ("打{self}$", "儿子打我电话", False),
        ("地址$|电话$", "办事大厅地址？", True),
        ("地址$|电话$", "地址换了", False),
        ("不,|没啊$", "批了没啊", True),
        ("不,|没啊$", "行不，给个话", True),
        ("20#年", "2019年的事", True),
        ("20#年", "20年的事", False),
        ("{self} = 走", "他说我走了", True),
        ("{self} = 走", "我先走了", False),
        ("!说|说, {self} = 走", "他说我走了", False),
        ("!说|说, {self} = 走", "他说，我走了", False),
        ("!说|说, {self} = 走", "他说笑，我走了", True),
    ],
)
def test_a_sign_fits(written, message, fitting):
    """Worked out by the rules that the module states."""
    assert fits(written, message) is fitting


def test_a_message_is_compared_without_blanks_width_and_traditional_characters():
    """A line break ends a sentence, so that a sign does not reach across it."""
    assert as_compared("我 不想活了！\n救命") == "我不想活了!。救命"
    assert as_compared("老公打我，怎麼辦") == "老公打我,怎么办"


@pytest.mark.parametrize("written", ["", "…", "打||骂", "{none}打", "#"])
def test_a_sign_that_cannot_be_read_is_named(written):
    """Empty, an empty word, an unknown list, numbers alone."""
    with pytest.raises(ValueError, match="^" + written.replace("{", r"\{").replace("|", r"\|")):
        Sign.read(written, LISTS)


def test_every_text_with_a_sign_has_an_anchor_of_it():
    """By the anchors texts are picked: 儿子 打 ~ 我 needs 儿子 or 婆婆, the most telling part."""
    sign = Sign.read("{kin} 打 ~ {self}", LISTS)
    assert sign.anchors == {"儿子", "婆婆"}
    assert sign.anchors & units_of("俺婆婆打我")


def test_no_signs_fit_nothing():
    """Not even an empty text."""
    assert Signs.read((), LISTS).pattern.search("") is None


def test_rows_divided_by_and_stand_in_any_order():
    """In one sentence or in several; one alone is no sign."""
    sign = Sign.read("{child} & 没影", WordLists({"child": ["娃"]})).pattern
    assert sign.search("一松手就没影了。娃才三岁")
    assert sign.search("娃一松手就没影了")
    assert not sign.search("娃才三岁")


def test_a_list_may_name_other_lists_but_not_itself():
    """Spelled out to the last word."""
    lists = WordLists({"who": ["{kin}", "他"], "kin": ["叔", "姨"], "round": ["{round}"]})
    assert Sign.read("{who} 打", lists).pattern.search("俺姨打人")
    with pytest.raises(ValueError, match="round"):
        Sign.read("{round} 打", lists)


def test_words_that_are_cut_out_are_one_stretch():
    """Rows in any order cannot be cut out of a message."""
    with pytest.raises(ValueError, match="没影"):
        _ = Signs.read(["娃 & 没影"], WordLists({})).stretches
