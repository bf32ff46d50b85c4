"""What a turn asks of what was said before."""

import re
import tomllib

import pytest

from bot.conversation.hearing.followups import (
    FOLLOWUPS_FILE,
    OWN_YEAR,
    Move,
    is_reset,
    name_recalled,
    read_turn,
    without_returning,
    without_turning,
)
from retrieval.question.asked import Asked


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("那电话呢", Asked.PHONE),
        ("打哪个电话问", Asked.PHONE),
        ("这事找哪个科室", Asked.OWNER),
        ("谁牵头", Asked.OWNER),
        ("还有谁配合", Asked.SUPPORT),
        ("要求什么时候完成", Asked.DEADLINE),
        ("这个办法用到哪年为止", Asked.VALIDITY),
        ("还有效吗", Asked.VALIDITY),
        ("那能拿多少", Asked.AMOUNT),
        ("有什么条件", Asked.CONDITIONS),
        ("把全文发我看看", Asked.FULL),
        ("出自哪个文件", Asked.SOURCE),
        ("他电话", Asked.PHONE),
        ("电话一样吗", Asked.PHONE),
        ("向哪个单位报", Asked.OWNER),
        ("谁批", Asked.OWNER),
        ("材料交给谁", Asked.OWNER),
        ("有效到哪年", Asked.VALIDITY),
        ("过期了没", Asked.VALIDITY),
        ("现在还能领吗", Asked.VALIDITY),
        ("啥时候完工", Asked.DEADLINE),
        ("怎么申请", Asked.PROCEDURE),
        ("最高给几十万", Asked.AMOUNT),
        ("第几条写的", Asked.SOURCE),
        ("发文机关是谁", Asked.SOURCE),
        ("具体得找哪个科打听咧", Asked.OWNER),
        ("今年还有没有", Asked.VALIDITY),
        ("现在过了日子了", Asked.VALIDITY),
        ("现在过期了咋整", Asked.VALIDITY),
        ("留个手机", Asked.PHONE),
    ],
)
def test_a_field_is_asked_for_without_a_matter(words, field):
    """Each phrase names this field and nothing that could be looked up."""
    turn = read_turn(words)
    assert field in turn.fields
    assert turn.content == ()


@pytest.mark.parametrize(
    ("words", "move", "place"),
    [
        ("第二个说细点", Move.NTH, 2),
        ("第3条呢", Move.NTH, 3),
        ("最后一个", Move.NTH, -1),
        ("第一个电话多少", Move.NTH, 1),
        ("第二条找谁", Move.NTH, 2),
        ("第三十个呢", Move.NTH, 30),
        ("上一个呢", Move.PREVIOUS, 0),
        ("还有别的吗", Move.MORE, 0),
        ("还有吗", Move.MORE, 0),
        ("详细点", Move.DETAILS, 0),
        ("换个说法", Move.REPHRASE, 0),
        ("没看懂", Move.REPHRASE, 0),
        ("不是这个", Move.REJECT, 0),
        ("唉听不懂，你说简单点", Move.REPHRASE, 0),
        ("那今年还有没有新的", Move.MORE, 0),
    ],
)
def test_a_move_among_what_was_shown(words, move, place):
    """Each phrase is this move and names no matter."""
    turn = read_turn(words)
    assert (turn.move, turn.ordinal, turn.content) == (move, place, ())


def test_a_vague_count_chooses_none_of_what_was_shown():
    """两三个 is two or three of them, not the thirteenth."""
    assert read_turn("两三个看看").move is not Move.NTH


TABLE = tomllib.loads(FOLLOWUPS_FILE.read_text(encoding="utf-8"))
MOVE_LINES = [
    (Move(move), *line)
    for move, groups in TABLE["moves"].items()
    for group in groups.values()
    for line in group.items()
]
TURNING_LINES = [line for group in TABLE["turning"].values() for line in group.items()]


@pytest.mark.parametrize(("move", "pattern", "text"), MOVE_LINES)
def test_every_pattern_of_a_move_reads_its_example(move, pattern, text):
    """The example is read as this move, whatever other moves would read in it."""
    assert re.search(pattern, text)
    assert read_turn(text).move is move


def test_every_move_but_the_counted_has_its_words():
    """第二个 is read by its number."""
    assert {Move(name) for name in TABLE["moves"]} == set(Move) - {Move.NTH}


@pytest.mark.parametrize(("pattern", "text"), TURNING_LINES)
def test_every_pattern_of_turning_away_reads_its_example(pattern, text):
    """What is left is the other matter."""
    assert re.search(pattern, text)
    assert without_turning(text) == text.partition("，")[2]


@pytest.mark.parametrize("words", TABLE["hollow"].values(), ids=TABLE["hollow"])
def test_hollow_words_stand_once_and_name_no_matter(words):
    """Alone or in a row."""
    everywhere = [word for other in TABLE["hollow"].values() for word in other.split()]
    assert all(everywhere.count(word) == 1 for word in words.split())
    plain = "".join(word for word in words.split() if word.isalpha())
    assert read_turn(plain).content == ()


def test_a_long_row_of_hollow_words_is_read_at_once():
    """这些 may be 这些 or 这 and 些: 200 of them in a row part in more ways than could be tried."""
    assert read_turn("这些" * 200).content == ()
    assert read_turn("这些" * 200 + "驴").content == ("这些" * 200 + "驴",)


@pytest.mark.parametrize(
    ("words", "matter"),
    [("到哪儿注销牌照", "注销牌照"), ("具体咋注销牌照呢", "注销牌照"), ("这些" * 200 + "牌照", "牌照")],
)
def test_the_matter_is_what_hollow_words_surround(words, matter):
    """Words before and after it that name nothing are left out."""
    assert read_turn(words).matter == (matter,)


def test_where_somebody_was_before_returns_to_nothing():
    """他之前在哪个局 asks for a body; 之前说的那个 returns."""
    assert read_turn("他之前在哪个局").move is None
    assert read_turn("之前说的那个").move is Move.BACK


def test_a_matter_of_its_own_is_kept_whole():
    """What is left beside the words of fields is the matter; a chunk is never cut inside."""
    turn = read_turn("研发费用加计扣除归谁管")
    assert turn.content == ("研发费用加计扣除",)
    assert turn.fields == (Asked.OWNER,)
    assert not turn.follows


def test_a_question_with_whether_rejects_nothing():
    """是不是 holds 不是 and is no refusal of what was shown."""
    assert read_turn("是不是只有冰箱能换").move is None


def test_a_case_is_asked_about():
    """算吗 and 行吗 ask of a case, 也 of one more."""
    assert read_turn("摩托车算吗").asks_case
    assert read_turn("个体户也行吗").also
    assert not read_turn("摩托车呢").asks_case


def test_single_characters_are_particles_unless_they_are_things():
    """向 names no matter, 驴 does."""
    assert read_turn("驴，给多少").content == ("驴",)
    assert read_turn("向，给多少").content == ()


@pytest.mark.parametrize("words", ["2006年建的呢", "要是2010年的房子呢", "我2019年买的车"])
def test_a_year_of_the_askers_own_is_told_from_a_year_of_rules(words):
    """A house built in 2006 asks for no rules of 2006."""
    assert OWN_YEAR.search(words)
    assert not OWN_YEAR.search("2006年的标准呢")


def test_a_continuation_is_known_by_its_words():
    """那…呢 and 要是 lean on what was said, 刚才 points back."""
    assert read_turn("那改办托育园呢").leans
    assert read_turn("要是还买油车呢").leans
    assert read_turn("刚才管子那事找谁").refers


def test_places_can_be_declared_to_say_no_matter():
    """A turn of a place alone has no content once its name is given."""
    assert read_turn("济南呢", ("济南",)).content == ()


def test_a_reset_is_a_whole_message():
    """/reset ends a conversation, a question that holds the word does not."""
    assert is_reset("/reset")
    assert is_reset("重新开始")
    assert not is_reset("重新开始申报行吗")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("先不说这个，五保户城里多少", "五保户城里多少"),
        ("对了，孩子上托班有补贴没", "孩子上托班有补贴没"),
        ("换个问题：农机报废补多少", "农机报废补多少"),
        ("另外问一下，低保多少", "低保多少"),
        ("对了吗", "对了吗"),
        ("换个话题", "换个话题"),
    ],
)
def test_words_that_turn_to_something_else_are_left_out(words, left):
    """They say nothing of the matter; a message of nothing else stays."""
    assert without_turning(words) == left


def test_words_that_return_are_left_out():
    """What is returned to may be looked up where it was only mentioned."""
    assert without_returning("回到低保，多少钱") == "低保，多少钱"
    assert without_returning("说回卫生室，找谁") == "卫生室，找谁"
    assert read_turn("回夜市，依据哪个文件").move is Move.BACK
    assert read_turn("回复多久能收到").move is None


def test_one_of_several_matters_is_recalled_by_its_name():
    """修路那个 names one, 那个 alone points at what is at hand."""
    assert name_recalled("修路那个呢") == "修路"
    assert name_recalled("那个呢") == ""


def test_a_thing_called_like_a_field_is_a_matter():
    """手机 after 家电 is a thing; its number is asked for with 号码 or 多少."""
    assert read_turn("手机呢").fields == ()
    assert read_turn("手机呢").content == ("手机呢",)
    assert read_turn("手机号多少").fields == (Asked.PHONE,)


def test_this_year_too_is_no_other_measure():
    """今年还有没有 asks whether it still holds, 还有没有 for others."""
    assert read_turn("今年还有没有").move is None
    assert read_turn("还有没有").move is Move.MORE


@pytest.mark.parametrize("words", ["农村户口的哩", "乡镇咧", "城里的嘞"])
def test_particles_of_the_dialects_lean_like_those_of_the_standard(words):
    """哩, 咧 and 嘞 are 呢."""
    assert read_turn(words).leans


@pytest.mark.parametrize(("words", "aspect"), [("税上有优惠没", True), ("俺那集上有卖假种子的", False)])
def test_a_side_of_the_question_is_no_place(words, aspect):
    """税上 is a side of what was asked, 集上 is where something happens."""
    assert read_turn(words).aspect is aspect


@pytest.mark.parametrize(
    ("words", "own"),
    [("俺那1999年的中不中", True), ("1999年的算不", True), ("2019年的有吗", False), ("2019年的", False)],
)
def test_a_year_that_may_do_is_that_of_a_thing_of_the_asker(words, own):
    """One that is only named asks for the rules of that year."""
    assert bool(OWN_YEAR.search(words)) is own
