"""Who is in danger is told so; who asks about rules, news, games or prices is not."""

import re

import pytest

from bot.helplines import (
    SHIPPED,
    faults,
    read_dangers,
    read_helplines,
    shipped_helplines,
    words_alarm,
)
from bot.helplines.signs import Sign, WordLists
from corpus.text.phones import HOTLINE

HELPLINES = shipped_helplines()


def numbers_of(message):
    danger = HELPLINES.danger(message)
    return [helpline.number for helpline in danger.helplines] if danger else []


def test_the_examples_of_the_tables_are_recognised_and_the_counter_examples_are_not():
    """Each as its own row."""
    assert list(faults(HELPLINES, read_helplines(SHIPPED), read_dangers(SHIPPED))) == []


def test_every_number_has_a_source_and_a_day():
    """None is younger than the day on which the table was made."""
    rows = read_helplines(SHIPPED).numbers
    assert all(row.source and row.as_of.year >= 2005 for row in rows.values())
    assert {"110", "119", "120", "122", "12356", "12338", "12355", "12348", "96110"} <= rows.keys()


def test_every_number_can_be_dialled_from_a_page():
    """Pages know hotlines by one pattern; a number that it lacks would be words without a link."""
    numbers = read_helplines(SHIPPED).numbers
    assert [number for number in numbers if not re.fullmatch(HOTLINE, number)] == []


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("我不想活了", "12356"),
        ("老公打我怎么办", "110"),
        ("孩子走丢了", "110"),
        ("厨房着火了", "119"),
        ("家里煤气漏了", "119"),
        ("出车祸了", "122"),
        ("路口撞车了，人躺地上不动", "120"),
        ("俺爹晕倒了叫不醒", "120"),
        ("我刚被骗转了八万块", "110"),
    ],
)
def test_the_number_that_helps_most_comes_first(message, first):
    """As the duties of these numbers are."""
    assert numbers_of(message)[0] == first


def test_fraud_names_the_police_before_the_advice_line():
    """96110 advises and is no number for reports."""
    assert numbers_of("我刚被骗转了八万块") == ["110", "96110"]


def test_a_cry_for_help_is_heard_in_traditional_characters_and_with_blanks():
    """Typed as people type."""
    assert numbers_of("我 不 想 活 了")
    assert numbers_of("老公打我，怎麼辦")
    assert numbers_of("wo bu xiang huo le")


def test_policy_words_do_not_silence_somebody_who_wants_to_die():
    """低保 and 补贴 are in the message, and still."""
    assert numbers_of("低保也没批下来，我不想活了")
    assert numbers_of("活着真没意思，补贴也不给，干脆一了百了")


def test_an_urgent_word_outweighs_policy_words():
    """赔 alone makes it a question of insurance."""
    assert not numbers_of("家里着火了，保险赔吗")
    assert numbers_of("家里着火了快来人，保险以后再赔")


def test_the_end_of_a_long_message_is_read():
    """2,000 characters and more."""
    assert numbers_of("说来话长。" * 900 + "我不想活了")


def test_every_sign_can_be_picked_by_an_anchor():
    """None has an empty anchor, which no text holds."""
    rows = read_dangers(SHIPPED)
    lists = WordLists(rows.lists)
    signs = [s for row in rows.dangers.values() for s in (*row.sure, *row.signs, *row.weak)]
    assert all("" not in Sign.read(sign, lists).anchors for sign in signs)


@pytest.mark.parametrize(
    "message",
    [
        "我爸打我，我不想活了",
        "我爸打我我不想活了",
        "老伴走了俺也不想活",
        "孙子不认我，我活腻了",
        "领导天天骂我，我真不想活了",
        "丈夫打我，我写好遗书了",
        "同学都欺负我，我想自杀",
        "儿子不管我，不想活了",
        "我姐没了，我想去陪她",
        "孩子他爸打我，我抱着孩子想跳河",
    ],
)
def test_whose_despair_it_is_decides_and_not_who_else_is_named(message):
    """Somebody else is named, and the writer is who despairs: he is spoken to himself."""
    assert HELPLINES.danger(message).name == "suicide"


@pytest.mark.parametrize(
    "message",
    [
        "他不想活了",
        "奶奶不想活了",
        "我二舅想上吊",
        "俺娘老跟我说不想活了",
        "闺女说：我不想活了",
        "我对象发微信，我不想活了",
        "我妈打我弟，我弟不想活了",
        "老公打我，他说他不想活了",
        "我爸要跳楼，我也不想活了",
    ],
)
def test_despair_of_others_stays_theirs_also_where_their_words_are_repeated(message):
    """我 in what somebody else said is not the writer."""
    assert HELPLINES.danger(message).name == "others_suicide"


def test_nobody_who_may_be_beaten_is_told_only_to_stay():
    """Whoever wants to die may beat others too."""
    danger = HELPLINES.danger("老公打我，他说他不想活了")
    assert "先躲开" in danger.sentence


def test_less_plain_words_count_where_the_documents_do_not_answer():
    """挨打 alone is heard only then, and never beside words of policy."""
    assert HELPLINES.danger("又挨打了，眼睛都肿得睁不开") is None
    assert HELPLINES.danger("又挨打了，眼睛都肿得睁不开", unanswered=True).name == "home_violence"
    assert HELPLINES.danger("挨打了能申请救助吗", unanswered=True) is None


@pytest.mark.parametrize(
    "message",
    [
        "想死，公租房也申请不上", "老了没人管想死", "寻死的心都有", "俺爹想死", "媳妇喝药了",
        "喝了过期药肚子疼", "村支书打我", "电梯困住了", "手被烟花炸了", "密码告诉客服了", "钱没了！",
    ],
)  # fmt: skip
def test_a_danger_told_is_heard_whatever_the_documents_answer(message):
    """The words of a document of the bot are no reason to hear less."""
    assert HELPLINES.danger(message)


def test_a_second_danger_adds_its_number_behind_those_of_the_first():
    """Whoever is robbed and hurt needs the police and an ambulance; no more than three numbers are told."""
    assert numbers_of("抢包的刚骑摩托跑了，我手被拽断了") == ["120", "110"]
    assert numbers_of("电梯里关着个孕妇，说喘不上气了") == ["120", "119"]
    assert numbers_of("我不想活了，刚才喝了半瓶农药，血流了一地，楼下着火了") == ["120", "110", "12356"]


def test_an_opening_that_asks_is_no_question_where_a_telling_follows():
    """想问一下 before a comma only begins."""
    assert numbers_of("想问一下，我爱人肚子疼，流了好多血，怀孕六个月了") == ["120"]
    assert not numbers_of("想问一下，怀孕六个月产检能报多少")


def test_an_animal_that_hurts_people_is_told_and_one_of_a_rule_is_not():
    """The police first; whoever is bitten needs an ambulance too."""
    assert numbers_of("野猪冲进村小学操场了")[0] == "110"
    assert numbers_of("家里养的藏獒发疯了，追着人咬，现在在街上")[0] == "110"
    assert not numbers_of("野猪拱了苞谷，有没有补偿")


def test_a_statement_of_classes_of_words_is_heard_and_a_question_with_them_is_not():
    """Who, which limb and which sign suffice where nothing but help is asked for."""
    assert numbers_of("俺大伯左腿忽然抬不动了")[0] == "120"
    assert numbers_of("俺大伯左腿忽然抬不动了，要不要报警")
    assert not numbers_of("左腿抬不动了能评几级残疾")


def test_who_is_told_first_depends_on_what_is_told_not_on_the_order_of_the_words():
    """Rows of one sign stand in any order and in any sentence."""
    assert numbers_of("刀子举着呢！他就在我店门口")[0] == "110"
    assert numbers_of("他就在我店门口！刀子举着呢")[0] == "110"


def test_what_is_told_in_words_of_no_row_may_be_danger():
    """A question, an errand and a word or two never may."""
    assert HELPLINES.may_be_danger("崖边的土往下掉，俺趴着不敢动", words_alarm)
    assert not HELPLINES.may_be_danger("崖边的土往下掉，保险给赔吗", words_alarm)
    assert not HELPLINES.may_be_danger("跑了四趟，公章还是没盖上，气死我了", words_alarm)
    assert not HELPLINES.may_be_danger("往下掉", words_alarm)


@pytest.mark.parametrize(
    ("question", "words"),
    [("加班厂里不给交社保咋办", ("社保", "加班")), ("社保断了几个月，现在退休划算吗", ("退休", "社保"))],
)
def test_of_words_as_long_the_last_comes_first(question, words):
    """The order is the question's, whatever order the table or the process keeps its words in."""
    matter = next(HELPLINES.matters_of(question))
    assert tuple(word for word in matter.words_in(question) if word in words) == words


@pytest.mark.parametrize(
    "message",
    [
        "秸秆是堆着烧还是粉碎了还田",
        "厂里把库房烧了一半，损失算谁的",
        "货车压坏了护栏和树，要赔树还是光罚款",
        "老人瘫在床上了，护理补助给几多",
        "垃圾站冒烟了，按焚烧秸秆算？",
        "阿公腿断咗，边个部门有轮椅借",
    ],
)
def test_a_rule_is_asked_about_in_many_ways(message):
    """By a question mark, by two ways to choose from, by who has to, and as it is asked in dialects."""
    assert not numbers_of(message)


@pytest.mark.parametrize(
    "message",
    ["他还是天天抽我脖子，我躲着不敢出去", "老伴喊不应了，谁来救救她", "俺爹栽地上不动了，怎么办？"],
)
def test_a_cry_for_help_is_no_question_about_a_rule(message):
    """还是 is also what goes on, and who comes to help is no office."""
    assert numbers_of(message)


@pytest.mark.parametrize(
    "message",
    [
        "再不批我就砍了你们科长", "我早晚弄死楼下那家人", "我要把那个队长给剁了", "我要把他们全家都杀了",
        "逼急了老子一把火点了村委会", "我迟早把信访办炸了",
        "不给钱我就抱着汽油去你们局里", "恨不得把那帮城管全杀了",
    ],
)  # fmt: skip
def test_a_threat_against_officials_or_neighbours_is_heard(message):
    """Whoever makes it is spoken to first, and not as somebody whose house burns."""
    assert HELPLINES.danger(message).name == "threatening"


@pytest.mark.parametrize(
    "message",
    [
        "我打死他家的狗要赔吗", "我把他家的树砍了要罚钱吗", "我要把老房子烧了的木头运走", "打死野猪算违法吗",
        "我想带液化气罐去局里年检", "我去街道办把那个公司注销了", "邻居把我家狗弄死了找谁",
        "我要把他做掉的那份表补上",
    ],
)  # fmt: skip
def test_a_killed_animal_or_a_felled_tree_is_no_threat(message):
    """What is struck belongs to somebody and is not somebody."""
    assert not numbers_of(message)


@pytest.mark.parametrize(
    "message",
    [
        "同事在厂里中暑了，高温津贴能领几个月",
        "要是孩子在泳池溺水了，救生员担多大的责",
        "去年底出车祸的那个司机，驾照几年后能再考",
        "货款压得我喘不过气，能不能晚两个月交税",
        "楼道里电线打火，物业几天内必须修好",
    ],
)
def test_what_happened_before_a_question_about_a_rule_is_no_danger(message):
    """Costs, deadlines and liability are asked about, or what has not happened."""
    assert not numbers_of(message)


@pytest.mark.parametrize(
    "message",
    [
        "屋里燃气味特别大，能投诉吗",
        "孩子吞了颗磁铁珠子，要挂哪个科",
        "山洪来了院墙要冲走了，找谁转移我们",
        "贼进屋了我躲在柜子里，怎么报警",
        "菌子吃了全家吐，是不是中毒",
        "隔壁大爷五天没开门了，社区管不管",
    ],
)
def test_who_comes_and_where_to_go_is_no_question_about_a_rule(message):
    """Somebody in danger asks this too."""
    assert numbers_of(message)


@pytest.mark.parametrize(
    "message",
    [
        "俺爹晕倒了，医保给报吗",
        "工友手被机器绞断了，能赔几多",
        "娃掉水库里了怎么办，救援收费吗",
        "刚撞了个骑车的，要不要我赔",
        "地窖里下去俩人没上来，归哪个单位管",
        "滑坡把路埋了，底下还有人，哪个部门出钱清",
        "我撑不下去了，助学贷款能不能缓",
        "燃气泄漏了，满屋子都是味，检修一次多少钱",
    ],
)
def test_a_danger_that_goes_on_is_heard_before_any_question_about_it(message):
    """Whoever lies there, is buried or despairs comes first, whatever is asked about money."""
    assert numbers_of(message)
