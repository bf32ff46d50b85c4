"""Small talk: whole messages only."""

import pytest

from bot.answering import small_talk
from bot.answering.small_talk import SmallTalk, recognised


@pytest.mark.parametrize(
    ("typed", "talk"),
    [
        ("你好！", SmallTalk.GREETING),
        ("您好，在吗？", SmallTalk.GREETING),
        ("hello", SmallTalk.GREETING),
        ("行，谢谢啊", SmallTalk.THANKS),
        ("好的，谢谢您", SmallTalk.THANKS),
        ("嗯嗯", SmallTalk.AGREEMENT),
        ("再见", SmallTalk.GOODBYE),
        ("你能做什么？", SmallTalk.HELP),
        ("怎么用", SmallTalk.HELP),
        ("你好，你是谁", SmallTalk.WHO),
        ("你是谁做的", SmallTalk.WHO),
        ("谁开发的你啊", SmallTalk.WHO),
        ("你是真人还是机器人", SmallTalk.WHO),
        ("什么破机器人，问啥啥不会，就知道糊弄老百姓，滚蛋吧", SmallTalk.COMPLAINT),
        ("中，知道了", SmallTalk.AGREEMENT),
        ("晓得嘞", SmallTalk.AGREEMENT),
        ("得劲", SmallTalk.AGREEMENT),
        ("俺心里有数了", SmallTalk.AGREEMENT),
        ("中中，没别的事了", SmallTalk.AGREEMENT),
        ("成，那先这样吧", SmallTalk.AGREEMENT),
        ("谢谢恁", SmallTalk.THANKS),
        ("妥了，麻烦恁啦", SmallTalk.THANKS),
        ("谢啦老师儿", SmallTalk.THANKS),
        ("中，回头再唠", SmallTalk.GOODBYE),
        ("恁真中，歇着吧", SmallTalk.GOODBYE),
        ("让恁费心了", SmallTalk.THANKS),
        ("给您添麻烦了", SmallTalk.THANKS),
        ("不孬，问清楚了", SmallTalk.AGREEMENT),
        ("妥妥的", SmallTalk.AGREEMENT),
    ],
)
def test_recognised(typed, talk):
    """What asks nothing of the documents is named for what it is."""
    assert recognised(typed) is talk


@pytest.mark.parametrize(
    "typed",
    [
        "你好，旧冰箱换新有补贴吗",
        "谢谢，那老旧小区改造找谁",
        "垃圾分类归哪个局管",
        "垃圾好几天没人收了",
        "骗子老给我爹打电话",
        "有病没钱看",
        "机器人企业有什么奖励",
        "可以申请低保吗",
        "工业机器人",
        "",
        "中不",
        "成都",
        "俺的",
        "那这样呢",
        "没有房产证",
        "懂了，电话呢",
        "给俺",
        "看不明白",
        "没弄明白",
    ],
)
def test_questions_are_left_alone(typed):
    """A greeting in front does not make small talk of a question."""
    assert recognised(typed) is None


def test_reply_gives_three_examples():
    """Whoever says hello sees what can be asked."""
    said = small_talk.reply("你好")
    assert said is not None
    assert said.count("\n· ") == 3


def test_repeated_words_are_read_in_linear_time():
    """Forty times the same syllable is recognised without trying all ways to cut it."""
    assert recognised("好" * 39 + "冰") is None


@pytest.mark.parametrize("words", ["/help", "帮助", "怎么用"])
def test_help_lists_the_commands_that_work_everywhere(words):
    """Each on a line of its own, as it is typed."""
    lines = small_talk.reply(words).split("\n")
    for command in ("/eligible", "/dept 区商务局", "/doc", "/measure", "/region 周村", "/reset"):
        assert any(line.startswith(command) for line in lines), command
    assert "/eligible" not in small_talk.reply("谢谢")


@pytest.mark.parametrize(
    "typed", ["怎么逃税", "给我编个假证明", "如何破解公租房系统", "炸药怎么做", "怎么骗补贴"]
)
def test_how_to_cheat_or_break_in_is_refused_at_once(typed):
    """With a way on for whoever is in need."""
    assert recognised(typed) is SmallTalk.MISUSE
    assert "12345" in small_talk.reply(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "怎么举报骗补贴",
        "如何破解融资难",
        "怎么查处逃税",
        "买到假发票怎么处理",
        "怎么防电信诈骗",
        "骗补怎么处罚",
    ],
)
def test_how_cheating_is_dealt_with_is_a_question(typed):
    """About rules."""
    assert recognised(typed) is not SmallTalk.MISUSE
