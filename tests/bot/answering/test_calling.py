"""Whom an answer names where the measure itself names nobody, or somebody for another matter."""

from datetime import date

import pytest

from bot.answering.calls.calling import Calling
from bot.answering.calls.matter_doers import of_matters
from bot.answering.quoting.highlights import highlights
from bot.answering.wording.rare_words import Rarity
from bot.helplines import shipped_helplines
from corpus.catalog import Catalog
from corpus.keeping.confirmations import Confirmed, ConfirmedPhone, PhoneLine
from corpus.records import Confirmation, Contact, Role, Site
from tests.bot.fakes import contact
from tests.corpus.taken import taken

HEAD = (
    "青禾县人民政府办公室\n关于印发《青禾县高龄津贴发放办法》的通知\n青政办发〔2026〕5号\n各乡镇人民政府：\n"
)
HEAD += (
    "现将《青禾县高龄津贴发放办法》印发给你们。\n青禾县人民政府办公室\n2026年2月2日\n青禾县高龄津贴发放办法\n"
)
ARTICLES = (
    "第一条 为了让高龄老人安享晚年，制定本办法。\n"
    "第二条 具有本县户籍、年满八十周岁的老年人可以享受高龄津贴。\n"
    "第三条 高龄津贴按月发放，八十至八十九周岁每人每月60元，九十周岁以上每人每月200元。\n"
    "第四条 高龄津贴的申请由县民政局社会福利股（电话5550177）受理，乡镇人民政府初审。\n"
    "第五条 冒领津贴的，由县审计局责令退回。\n"
)
HEADED = (
    "青禾县人民政府关于便民服务的意见\n青政发〔2026〕9号\n"
    "一、县水务局办理的事项\n（一）报装。新装水表的，十日内装好。\n（二）抄表。每两个月抄表一次。\n"
    "二、县供电公司办理的事项\n（一）换表。电表坏了的，免费更换。\n"
    "三、其他事项\n咨询电话：县水务局5550188，县供电公司5550199。\n青禾县人民政府\n2026年3月3日\n"
)
DUTIES = (
    "青禾县人民政府办公室关于印发翠湖公园改造方案的通知\n青政办字〔2026〕8号\n"
    "一、主要任务\n（一）清理湖底。5月底前挖除湖底淤泥3万方。\n（二）修补凉亭。6月底前修补凉亭12座。\n"
    "（三）会议制度。每周碰头一次。\n"
    "二、职责分工\n县水务局：负责挖除淤泥，保证湖水水质。\n县文化和旅游局：负责凉亭的设计、修补和维护。\n"
    "县财政局：负责筹集资金。\n青禾县人民政府办公室\n2026年4月1日\n"
)


@pytest.fixture
def ask(tmp_path):
    """The contacts that an answer about one measure of a text shows, by its item."""

    def asked(text: str, item: str, question: str) -> tuple[Contact, ...]:
        path = tmp_path / "通知.txt"
        path.write_text(text, encoding="utf-8")
        return _called(Catalog((taken(path),), "d"), item, question)

    return asked


def _called(catalog: Catalog, item: str, question: str) -> tuple[Contact, ...]:
    measure = next(each for each in catalog.measures if each.id.endswith(item))
    calling = Calling(catalog, lambda: Rarity.of(catalog), shipped_helplines().matters_of)
    called = calling.contacts(measure, question, "", highlights(question, measure))
    return called.nearest or called.every


def _desks(contacts: tuple[Contact, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(contact.department, contact.office, contact.phone) for contact in contacts]


def test_the_phone_for_questions_leads_one_for_a_duty(ask):
    """第六条 gives two bodies a phone each: one to ask, one of whoever pays out."""
    articles = ARTICLES.replace("由县民政局社会福利股（电话5550177）受理，乡镇人民政府初审", "每年一次")
    articles += (
        "第六条 县民政局社会福利股负责审核确认，咨询电话：5550177。"
        "县财政局社会保障股负责资金拨付，联系电话：5550178。\n"
        "第七条 本办法自2026年3月1日起施行。\n"
    )
    contacts = ask(HEAD + articles, "第三条", "高龄津贴一个月给多少钱，电话多少")
    assert _desks(contacts) == [("县民政局", "社会福利股", "5550177")]


def test_the_article_that_takes_applications_answers_for_the_one_with_the_amount(ask):
    """第三条 has the amount, 第四条 the office and its phone; it is said that they stand there."""
    contacts = ask(HEAD + ARTICLES, "第三条", "高龄津贴一个月给多少钱，找哪个部门，电话多少")
    assert _desks(contacts) == [("县民政局", "社会福利股", "5550177")]
    assert contacts[0].printed_at is not None
    assert (contacts[0].printed_at.site, contacts[0].printed_at.item) == (Site.ITEM, "第四条")


def test_an_article_that_names_a_body_itself_keeps_it(ask):
    """第五条 gives 县审计局 something to do."""
    assert _desks(ask(HEAD + ARTICLES, "第五条", "冒领了津贴谁来追")) == [("县审计局", None, None)]


@pytest.mark.parametrize(
    ("item", "desk"),
    [("一（一）", ("县水务局", None, "5550188")), ("二（一）", ("县供电公司", None, "5550199"))],
)
def test_the_heading_above_names_whose_matter_it_is(ask, item, desk):
    """Of the phones at the end, the one of that body alone is shown."""
    contacts = ask(HEADED, item, "多久能弄好，打哪个电话")
    assert _desks(contacts) == [desk]
    assert contacts[0].printed_at is not None


@pytest.mark.parametrize(
    ("item", "question", "departments"),
    [
        ("一（一）", "湖底的淤泥谁来挖", ["县水务局"]),
        ("一（二）", "凉亭坏了归谁修", ["县文化和旅游局"]),
        ("一（三）", "多久碰头一次", []),
    ],
)
def test_the_chapter_of_duties_is_read_by_its_words(ask, item, question, departments):
    """A task that no duty speaks of is given to nobody."""
    assert [contact.department for contact in ask(DUTIES, item, question)] == departments


def test_departments_act_in_their_own_paragraphs(ask):
    """Each paragraph of a text without numbers has its own body; the question picks the paragraph."""
    text = (
        "青禾县取暖安全工作安排\n青安办〔2026〕3号\n各乡镇：\n今冬继续开展取暖安全工作。\n"
        "居民家的烟囱帽一律免费更换。县住房和城乡建设局负责上门更换，预约电话5550122。\n"
        "县商务局给餐馆发放报警器，每家一台，联系电话5550133。\n青禾县安全生产委员会办公室\n2026年1月5日\n"
    )
    chimney = ask(text, "全文", "烟囱帽换一个要钱不，找谁")
    alarm = ask(text, "全文", "餐馆的报警器找谁领")
    assert _desks(chimney) == [("县住房和城乡建设局", None, "5550122")]
    assert _desks(alarm) == [("县商务局", None, "5550133")]


@pytest.mark.parametrize(
    ("item", "question", "department"),
    [
        ("周政办字〔2020〕31号#二（一）", "改造计划谁来编，摸底找谁", "区住房城乡建设局"),
        ("周政办字〔2020〕31号#二（四）", "改完以后物业归谁指导", "区房地产事业服务中心"),
        ("聊政办字〔2021〕11号#第四条（九）", "鲁班奖的奖金跟谁申报", "市市场监管局"),
    ],
)
def test_the_bundled_documents_say_it_elsewhere(catalog, item, question, department):
    """31号 in its part 四, 聊政办字〔2021〕11号 in 第六条（一）."""
    contacts = _called(catalog, item, question)
    assert contacts[0].department == department
    assert contacts[0].printed_at is not None


def test_a_list_that_does_not_say_who_takes_which_is_kept_whole(catalog):
    """第六条（一） names five bodies by their functions: none is chosen."""
    contacts = _called(catalog, "聊政办字〔2021〕11号#第四条（九）", "鲁班奖的奖金跟谁申报")
    assert [contact.department for contact in contacts] == [
        "市市场监管局",
        "市住房城乡建设局",
        "市商务投资促进局",
        "市行政审批局",
        "聊城海关",
    ]


def test_of_two_clauses_the_one_asked_about_decides(catalog):
    """聊政发〔2021〕7号 八（八）: 市公安局 leads against debtors, 聊城银保监分局 in the sentence before."""
    contacts = _called(catalog, "聊政发〔2021〕7号#八（八）", "打击逃废债归谁管")
    assert [contact.department for contact in contacts] == ["市公安局"]


WELLS = (
    "青禾县水务局关于护井补助的通知\n青水发〔2026〕8号\n各乡镇：\n"
    "一、补助。每眼井每年补助900元。\n"
    "二、测水。县水务局节水办公室十日内上门测水，测水合格的发给补助。\n"
    "三、纠纷。因打井闹矛盾的，由村民委员会、乡镇司法所调解。\n"
    "四、乱排。往井里排污水的，县综合执法局第三中队依法处罚，群众可以举报。\n"
    "五、电话。节水办公室咨询电话5550112，县排水公司运营科服务电话5550150，"
    "县综合执法局第三中队举报电话5550199。\n青禾县水务局\n2026年3月2日\n"
)


@pytest.mark.parametrize(
    ("item", "question", "desks"),
    [
        ("一", "护井补助打哪个电话问", [("县水务局", "节水办公室", "5550112")]),
        ("二", "谁上门测水，电话多少", [("县水务局", "节水办公室", "5550112")]),
        ("三", "打井闹矛盾了谁调解", [("村民委员会", None, None), ("乡镇司法所", None, None)]),
        ("四", "有人往井里排污水，举报电话", [("县综合执法局", "第三中队", "5550199")]),
    ],
)
def test_of_the_phones_at_the_end_that_of_the_matter_is_chosen(ask, item, question, desks):
    """五 prints three phones: for questions, for drains, for complaints; 三 is nobody's of them."""
    assert _desks(ask(WELLS, item, question)) == desks


def test_bodies_whose_names_are_equally_long_are_two(ask):
    """县医疗保障局 settles the bill and has no phone; that of 县卫生健康局 is not its."""
    text = (
        "青禾县卫生健康局关于护理补贴的通知\n青卫发〔2026〕3号\n各乡镇：\n"
        "（联系人：县卫生健康局人口股 王青禾，联系电话：5550127）\n"
        "一、补贴。每人每天补贴150元。\n二、结算。县医疗保障局负责住院费用的结算。\n"
        "青禾县卫生健康局\n2026年3月2日\n"
    )
    assert _desks(ask(text, "二", "住院费用的结算归哪家"))[0] == ("县医疗保障局", None, None)


YARDS = "新建粮食烘干点符合规划的，做好用地保障；粮食烘干点减半征收房产税、城镇土地使用税。"
LISTED = (
    contact("县自然资源局", phone="5550101"),
    contact("县财政局", Role.SUPPORT, phone="5550102"),
    contact("县税务局", Role.SUPPORT, phone="5550103"),
)


def _led_by(question):
    """The departments in the order in which a question on YARDS is given them."""
    matters = shipped_helplines().matters_of(question)
    return [each.department for each in of_matters(question, matters, YARDS, LISTED)]


def test_whoever_does_the_half_that_is_asked_about_leads_the_list():
    """The list is in the order of the text: land first, then taxes."""
    assert _led_by("粮食烘干点房产税减半到哪年")[:2] == ["县税务局", "县自然资源局"]
    assert _led_by("粮食烘干点用地保障找谁")[0] == "县自然资源局"


def test_the_list_stays_where_the_text_has_no_word_of_the_matter_or_both_halves_are_named():
    """发票 is a matter of taxes too, of which the text says nothing."""
    assert _led_by("粮食烘干点的发票找谁")[0] == "县自然资源局"
    assert _led_by("粮食烘干点用地和房产税都找谁")[0] == "县自然资源局"


DESK_ELSEWHERE = (
    "青禾县民政局关于护林补助的通知\n青民发〔2026〕9号\n"
    "第一条 护林员每人每年补助6000元。\n第二条 年龄不超过65周岁。\n"
    "第三条 每季度申报一次。{desks}\n青禾县民政局\n2026年4月2日\n"
)


def test_the_one_desk_of_the_issuer_answers_for_articles_that_name_nobody(ask):
    """It is said where it stands; complaints count for nobody."""
    desks = "县民政局社会福利股负责审核，电话5550177，投诉电话5550178。"
    contacts = ask(DESK_ELSEWHERE.format(desks=desks), "第一条", "护林员一年补多少")
    assert _desks(contacts) == [("县民政局", "社会福利股", "5550177")]
    assert contacts[0].printed_at is not None
    assert contacts[0].printed_at.item == "第三条"


def test_the_desk_of_another_body_does_not(ask):
    """It may only pay out."""
    desks = "县财政局社保股负责拨付，电话5550179。"
    assert ask(DESK_ELSEWHERE.format(desks=desks), "第一条", "护林员一年补多少") == ()


STEPS = (
    "青禾县住房和城乡建设局关于受理危房改造补助申请的通知\n青建发〔2026〕6号\n"
    "一、办理步骤\n村民到户籍所在地镇政府领取申请表，镇政府20日内入户调查。\n"
    "二、补助标准\n每户补助20000元。\n"
    "三、咨询电话\n{calls}\n青禾县住房和城乡建设局\n2026年3月3日\n"
)


@pytest.mark.parametrize(
    ("calls", "phones"),
    [
        (
            "县村镇建设中心危改科0311-5550177（改造）；县村镇建设中心综合科0311-5550178（验收）。",
            ["0311-5550177", "0311-5550178"],
        ),
        ("县村镇建设中心0311-5550177。", ["0311-5550177"]),
    ],
    ids=["two offices of one body", "one body"],
)
def test_whoever_has_no_phone_leaves_the_reader_those_of_the_document(
    ask, calls: str, phones: list[str]
) -> None:
    """The item names 镇政府, whose phone nothing prints; those of 咨询电话 are for all items."""
    shown = ask(STEPS.format(calls=calls), "一", "危房改造补助在哪里申请")
    assert shown[0].department == "镇政府"
    assert [c.phone for c in shown if c.phone] == phones


def test_of_two_desks_one_whose_phone_was_corrected_is_still_chosen_by_its_matter(tmp_path):
    """The bracket behind each number says whose it is; the staff have corrected that of the wells."""
    path = tmp_path / "通知.txt"
    path.write_text(
        "青禾县水务局关于水价的通知\n青水发〔2026〕8号\n一、水井。每眼井每年交90元。\n二、水表。换表交60元。\n"
        "三、咨询。水井收费电话：5550125（县水务局水井股）。换水表电话：5550177（县水务局水表股）。\n"
        "青禾县水务局\n2026年3月2日\n",
        encoding="utf-8",
    )
    line = PhoneLine("青禾县", "县水务局", "水井股", "5550125")
    corrected = ConfirmedPhone(line, "5550126", Confirmation("张三", date(2026, 3, 9), "打通了", "5550125"))
    catalog = Catalog((taken(path),), "d", phones=lambda: Confirmed((corrected,)))
    assert _desks(_called(catalog, "三", "水井收费打哪个电话")) == [("县水务局", "水井股", "5550126")]
    assert _desks(_called(catalog, "三", "换水表打哪个电话")) == [("县水务局", "水表股", "5550177")]


def test_whoever_has_no_phone_leaves_the_reader_the_one_of_the_same_item(ask):
    """交警部门 has none; the one desk that the item prints does."""
    text = (
        "青禾县教育局关于校车补助的通知\n青教发〔2026〕4号\n"
        "一、补助标准\n校车每辆每年补助9000元，由交警部门审核。\n符合条件的可以申请。\n联系电话：县校车管理中心5550166\n"
        "二、其他\n校车每年检测一次。\n青禾县教育局\n2026年5月6日\n"
    )
    shown = ask(text, "一", "校车一年补多少")
    assert _desks(shown)[0] == ("交警部门", None, None)
    assert "5550166" in [contact.phone for contact in shown]


SHOPS = (
    "青禾县商务局关于电动自行车以旧换新补贴的通知\n青商字〔2026〕8号\n"
    "一、补贴标准\n交回旧车换购新车的，每辆补贴500元。\n"
    "二、职责分工\n县商务局负责补贴审核，联系人：高远，电话：5550101；县公安局负责旧车注销，电话：5550102。\n"
    "三、销售门店\n青禾县顺达车行（和平路5号）5550103\n青禾县飞跃电动车销售有限公司（曙光街6号）5550104\n"
    "青禾县商务局\n2026年2月20日\n"
)
FIRMS = (
    "青禾县住房和城乡建设局关于供热有关事项的通告\n青住建通〔2026〕5号\n"
    "一、供热时间\n2026年11月15日至2027年3月15日。\n"
    "二、供热企业和电话\n青禾县热力集团有限公司：负责城区，客服电话5550101。\n"
    "青禾恒暖供热有限公司：负责东片，客服电话5550102。\n"
    "青禾县安居物业服务有限公司：负责石门镇驻地，电话5550103。\n"
    "青禾县住房和城乡建设局\n2026年8月20日\n"
)


@pytest.mark.parametrize(
    ("item", "question", "phones"),
    [
        ("#一", "电动自行车换新补多少钱", {"5550101"}),
        ("#三", "飞跃电动车的电话", {"5550104"}),
        ("#三", "顺达车行在哪", {"5550103"}),
    ],
)
def test_a_shop_is_asked_only_where_it_is_named(ask, item, question, phones):
    """The first shop of the list was whom to ask about the subsidy, and about the other shop."""
    assert {contact.printed_phone for contact in ask(SHOPS, item, question)[:1]} == phones


@pytest.mark.parametrize(
    ("question", "phones"),
    [
        ("青禾安居物业电话", {"5550103"}),
        ("石门镇暖气不热打哪个电话", {"5550103"}),
        ("青禾恒暖的客服", {"5550102"}),
        ("青禾暖气坏了报修", {"5550101", "5550102", "5550103"}),
    ],
)
def test_of_firms_that_do_the_same_only_the_one_meant_is_singled_out(tmp_path, question, phones):
    """The place in front of one name, which all of them serve, singled its firm out for everybody."""
    path = tmp_path / "通告.txt"
    path.write_text(FIRMS, encoding="utf-8")
    catalog = Catalog((taken(path),), "d")
    measure = next(each for each in catalog.measures if each.id.endswith("#二"))
    calling = Calling(catalog, lambda: Rarity.of(catalog), shipped_helplines().matters_of)
    called = calling.contacts(measure, question, question, ())
    assert {contact.printed_phone for contact in called.nearest or called.every} == phones
