"""What leaves open whether a condition is met."""

from datetime import date

import pytest

from bot.eligibility import check, facts_of
from bot.eligibility.leaving_open.open_verdicts import (
    doubts,
    families,
    grows_otherwise,
    is_doubtful,
    is_of_another,
)
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.records import Measure, Section, Validity

AS_OF = date(2026, 11, 21)
DOUBTED = [pair for each in doubts() for pair in each.doubted]
SURE = [pair for each in doubts() for pair in each.sure]
OTHERS = [pair for each in families() for pair in each.doubted]
SAME = [pair for each in families() for pair in each.sure]


def verdicts(text, question):
    """The verdicts on the conditions of a rule, in order."""
    measure = Measure(
        "n#1", "n", "1", (), text, (Section("", text),), (), Validity(), conditions=conditions(text)
    )
    return [one.met for one in check(measure, facts_of(question, AS_OF)) if one.met is not None and one.said]


@pytest.mark.parametrize(("phrase", "question"), DOUBTED)
def test_each_doubt_is_raised_by_its_example(phrase, question):
    """The table gives one for every row."""
    assert is_doubtful(phrase, question)


@pytest.mark.parametrize(("phrase", "question"), SURE)
def test_what_is_said_plainly_is_not_doubted(phrase, question):
    """Nor what a phrase takes in."""
    assert not is_doubtful(phrase, question)


@pytest.mark.parametrize(("phrase", "question"), OTHERS)
def test_one_word_of_a_family_excludes_the_others(phrase, question):
    """The table gives an example for every family."""
    assert is_of_another(phrase, phrase, question)


@pytest.mark.parametrize(("phrase", "question"), SAME)
def test_the_same_word_of_a_family_is_no_other(phrase, question):
    """Nor one of several that the phrase names."""
    assert not is_of_another(phrase, phrase, question)


def test_what_the_sentence_names_beside_is_no_other_matter():
    """With 或者 either may be told of."""
    sentence = "年出栏羊300只以上，或者存栏母羊100只以上"
    assert not is_of_another("年出栏羊300只以上", sentence, "母羊存栏120只")


@pytest.mark.parametrize(
    ("phrase", "question", "doubted"),
    [
        ("2026年新购置烘干机", "2025年买的烘干机", True),
        ("2026年新购置烘干机", "2026年买的烘干机", False),
        ("2026年6月30日前完成", "2025年就弄完了", False),
    ],
)
def test_what_was_done_in_another_year_is_doubted(phrase, question, doubted):
    """Where the phrase prints a year; a last day is compared as a day."""
    assert is_doubtful(phrase, question) is doubted


def test_growth_without_a_noun_is_of_the_clause_before():
    """The nearest one that names something that may grow."""
    assert grows_otherwise("营业收入增长", "", "又涨了", "去年利润200万，今年")
    assert not grows_otherwise("营业收入增长", "", "又涨了", "利润不多，营业收入3000万，今年")


def test_the_growth_of_one_thing_says_nothing_of_another():
    """A step that names nothing is of what its sentence names."""
    assert grows_otherwise("纳税额增长", "", "利润涨了")
    assert grows_otherwise("增长", "对年产值增长的企业", "销量涨了")
    assert not grows_otherwise("年营业收入增长", "", "营收多了")
    assert not grows_otherwise("增长", "比上年增长的", "销量涨了")


RULE = "对2026年新购置单台价值12万元以上且累计投入不低于90万元设备的加工企业，给予补助。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2026年买了设备，单台15万，总共95万", [True, True]),
        ("2025年买了设备，单台15万，总共95万", []),
        ("2026年租了设备，单台15万，总共95万", []),
        ("2026年买的二手设备，单台15万，总共95万", []),
    ],
)
def test_neither_verdict_is_given_in_doubt(question, expected):
    """Another year, a hired machine, a used one."""
    assert verdicts(RULE, question) == expected


COUPLE = "申请人及配偶名下无住房的，可以申请租赁补贴。"


@pytest.mark.parametrize("question", ["我名下没有房子", "我名下没有房子，我媳妇有一套"])
def test_of_a_couple_both_have_to_be_told(question):
    """What one of them has not, the other may have."""
    assert True not in verdicts(COUPLE, question)


EDUCATED = "申请补贴应当具有全日制本科及以上学历。"


def test_what_is_said_of_a_boyfriend_leaves_it_open_who_applies():
    """Of the two one has the schooling."""
    assert verdicts(EDUCATED, "我男朋友是博士，我是大专") == []
    assert verdicts(EDUCATED, "我是大专") == [False]


HERD = "年出栏肉羊300只以上的，奖励1万元。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("去年出栏羊420只，今年才出了90只", [False]),
        ("去年出栏羊420只，今年因为闹羊瘟才卖掉90只", []),
        ("去年出栏羊420只，今年出了510只", [True]),
        ("今年出栏羊420只，去年才出了90只", [True]),
    ],
)
def test_a_later_year_that_stands_otherwise_leaves_it_open(question, expected):
    """The last year counts where it is told."""
    assert verdicts(HERD, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("连成片种了60亩花生", [True]),
        ("东洼30亩西洼30亩，加起来60亩花生", []),
        ("种了两处花生，一共60亩", []),
    ],
)
def test_pieces_added_up_are_not_one_piece(question, expected):
    """Where the text asks for one that hangs together."""
    assert verdicts("对连片种植花生50亩以上的农户，每亩补助50元。", question) == expected


def test_the_words_beside_a_figure_tell_what_it_is_of():
    """Not another figure's, elsewhere in the question."""
    rule = "对奶牛存栏60头以上的牧场，补助3万元。"
    assert verdicts(rule, "奶牛存栏80头，肉牛20头") == [True]
    assert verdicts(rule, "奶牛没养，肉牛存栏80头") == []


def test_who_is_excepted_at_the_head_of_a_sentence_is_told_nothing():
    """除…外 opens it, the figure follows."""
    rule = "除房地产企业外，对从业人员30人以上的企业，返还一半。"
    assert verdicts(rule, "我们公司从业人员50人") == [True]
    assert verdicts(rule, "我们是房地产企业，从业人员50人") == []


YEARLY = "对年接待老人800人次以上的食堂，奖励1万元。"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("食堂去年接待老人900人次", [True]),
        ("食堂去年接待老人500人次", [False]),
        ("食堂两年一共接待老人900人次", []),
        ("食堂上半年接待老人500人次", []),
        ("食堂上半年接待老人900人次", [True]),
        ("食堂最多能接待老人900人次", []),
        ("食堂接待游客900人次", []),
    ],
)
def test_a_yearly_figure_is_of_one_whole_year(question, expected):
    """A part of it may be enough already; what a place holds is nobody received."""
    assert verdicts(YEARLY, question) == expected


def test_another_figures_words_do_not_tell_of_this_one():
    """建筑面积 is of the first figure; the second one is of activities."""
    rule = "对使用面积500平方米以上、年办讲座10场以上的书院，补助2万元。"
    assert verdicts(rule, "书院建筑面积600平，一年办讲座12场") == [True]
