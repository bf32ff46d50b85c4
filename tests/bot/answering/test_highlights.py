"""Highlights: the sentences that answer, verbatim; amounts and conditions never left out."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.quoting.highlights import MAX_FACT_CHARS, SHORT_CHARS, highlights
from tests.bot.fakes import FRIDGE, FRIDGE_ORIGINAL, measure

CAR_ORIGINAL = (
    "统筹落实中央财政和省级相关资金，支持汽车报废更新，对个人消费者报废国三及以下排放标准燃油乘用车或"
    "2018年4月30日前（含当日）注册登记的新能源乘用车，并在山东省登记的汽车销售机构购买纳入工业和信息化部"
    "《减免车辆购置税的新能源汽车车型目录》的新能源乘用车或2.0升及以下排量燃油乘用车，给予一次性定额补贴。"
    "其中，对报废上述两类旧车并购买新能源乘用车的，补贴1万元；"
    "对报废国三及以下排放标准燃油乘用车并购买2.0升及以下排量燃油乘用车的，补贴7000元。"
)
CAR_STEPS = (
    "1.指导个人消费者通过“汽车以旧换新”小程序申请补贴，认真解答群众业务咨询。\n"
    "2.依法依规为符合强制报废标准的老旧汽车办理注销登记业务。\n3.配合业务主管部门做好政策兑现。"
)
CAR = measure(
    "16",
    (
        ("政策原文", CAR_ORIGINAL),
        ("落实目标", "贯彻落实省、市政策，推动汽车“以旧换新”政策在我区落实落地。"),
        ("工作措施", CAR_STEPS),
    ),
)
SHORT = measure(
    "表45",
    (
        (
            "工作要求",
            "各部门单位政府开放活动计划安排按附件2要求于7月10日前报区政府政务公开办公室备案"
            "（本年度已开展政府开放活动的，仅报送活动开展情况）",
        ),
    ),
)
TRAILED = measure(
    "1",
    (
        ("政策原文", "统筹资金800亿元，集中支持“七网”建设。（牵头单位：省发展改革委、省财政厅）"),
        ("工作任务", "逐项梳理项目。（牵头单位：区发展改革局，责任科室：商贸流通科；完成时限：2022年12月）"),
    ),
)


def test_amount_asked_quotes_every_amount():
    """Both cases of the car measure, 1万元 and 7000元, whichever car was asked for."""
    said = "".join(highlights("报废国三轿车买1.5升油车能补多少钱", CAR))
    assert "补贴7000元" in said
    assert "补贴1万元" in said


def test_neighbours_are_one_run():
    """The whole first section, all of which states conditions or amounts, is quoted as one stretch."""
    assert CAR_ORIGINAL in highlights("报废旧车买新车能补多少钱", CAR)


def test_what_is_granted_comes_before_how_it_is_run():
    """The refrigerator measure is quoted from its 政策原文, not from its campaigns."""
    first = highlights("旧冰箱换新有补贴吗", FRIDGE)[0]
    assert FRIDGE_ORIGINAL.startswith(first)


def test_a_short_measure_is_quoted_whole():
    """Under 260 characters nothing is chosen."""
    assert highlights("随便问问", SHORT) == (SHORT.text,)


def test_who_does_it_is_left_to_the_contacts():
    """Brackets that only name departments are not quoted."""
    assert highlights("七网建设", TRAILED) == ("统筹资金800亿元，集中支持“七网”建设。", "逐项梳理项目。")


def test_a_question_sharing_no_words_gets_what_is_granted():
    """Pinyin shares no character; the measure still speaks for itself."""
    assert FRIDGE_ORIGINAL.startswith(highlights("jiu bing xiang", FRIDGE)[0])


def test_a_sentence_that_leans_on_another_is_quoted_with_it():
    """其中 says nothing without what it is part of; item 3 of the 2022 collection."""
    before = "对符合条件的重大技术改造项目给予贷款贴息、担保费补助或股权投资支持。"
    terms = "其中：贷款贴息按银行最新一期的贷款市场报价利率（LPR）的35%、最高2000万元确定。"
    other = "积极做好政策宣传解读。" * 30
    held = measure("3", (("政策原文", before + terms), ("保障措施", other)))
    assert highlights("LPR的百分之几", held)[0] == before + terms


@given(st.text(alphabet="补贴多少钱旧冰箱换新car哪个局1万元？", max_size=30))
def test_every_run_is_verbatim_and_short(question):
    """Whatever is asked, runs stand in one section word for word, within the limit, in reading order."""
    for held in (CAR, FRIDGE):
        runs = highlights(question, held)
        assert runs
        assert all(any(run in section.text for section in held.sections) for run in runs)
        assert sum(map(len, runs)) <= max(SHORT_CHARS, MAX_FACT_CHARS)
        places = [held.text.index(run) for run in runs]
        assert places == sorted(places)


BOILED = "".join(
    f"{n}.做好第{n}批机具的登记、核验、公示和回访工作，发现问题及时整改到位。\n" for n in range(1, 9)
)


def of_text(text):
    """A measure of one section."""
    return measure("1", (("政策原文", text),))


def test_amounts_that_a_semicolon_joins_are_quoted_together():
    """Whoever asks for one of them may be the other's: the first half is not left out."""
    for question in ("我的车是国四的2.0T，报废换油车", "2018年4月30日前上牌的旧车报废了补多少"):
        quoted = "".join(highlights(question, CAR))
        assert "补贴1万元" in quoted
        assert "补贴7000元" in quoted


def test_a_last_day_is_quoted_where_a_term_is_asked_for():
    """（1） has few words of the question and says until when; （2） has more and says nothing of it."""
    text = (
        "关于“延长小店房租缓缴政策”。（1）对承租公房的个体户，按照应缓尽缓的要求办理，最长可缓至2027年6月30日。"
        f"（2）将小店房租缓缴的办理情况纳入小店房租工作考核。\n{BOILED}"
    )
    assert "2027年6月30日" in "".join(highlights("小店房租缓缴到什么时候", of_text(text)))


def test_a_column_that_is_only_a_figure_is_quoted():
    """What is paid stands in a cell of its own; the phone beside it is left to the contacts."""
    row = measure(
        "表1", (("类别", "新设网点"), ("补助", "4000元"), ("资金（万元）", "36"), ("咨询电话", "6123456"))
    )
    assert highlights("新设网点补多少", row) == ("新设网点", "4000元", "36")


NOTICE_IN_PARAGRAPHS = measure(
    "全文",
    (
        (
            "",
            "本通告适用于县城规划区内的住宅小区、沿街商铺和单位宿舍，县城规划区以外的乡镇参照执行，不另行发文。\n"
            "电动车应当停放在划定的停车区域，不得停放在楼道、楼梯间和安全出口，车与车之间相距不少于0.5米。\n"
            "电动车充电应当在集中充电点进行，低保户凭低保证充电免收服务费，充电时间一次不宜超过8小时。\n"
            "改装的电动车蓄电池应当于2026年9月30日前自行拆除，旧的电动车蓄电池可以送到回收站抵扣新电池款。\n"
            "电动车上牌携带身份证、购车发票和产品合格证，到县车辆管理所办理，遗失号牌的应当及时补办新的号牌。\n"
            "举报电动车在楼道充电的，请拨打县消防救援大队电话，咨询电动车上牌的，请拨打县车辆管理所电话。\n"
            "本通告自2026年6月15日起施行，县城规划区内的电动车管理此前规定与本通告不一致的，以本通告为准。\n",
        ),
    ),
)


def test_the_sentence_with_what_is_asked_is_quoted_of_many():
    """A last day, a distance, papers and a fee stand in one sentence each, which share few of the words."""
    wanted = {
        "电动车电池最晚啥时候拆": "9月30日前",
        "电动车隔多远停": "0.5米",
        "电动车上牌要带啥": "产品合格证",
        "低保的电动车充电收不收钱": "免收服务费",
    }
    for question, words in wanted.items():
        assert words in "".join(highlights(question, NOTICE_IN_PARAGRAPHS))
