"""What a search found that is not shown after all."""

from dataclasses import replace

import pytest

from bot.answering.declining.withholding import Withholding
from bot.answering.wording.rare_words import Rarity
from corpus.records import Responsibility, Role
from retrieval.question import Asked
from tests.bot.fakes import DOCUMENT, FakeCatalog, FakeFinding, FakeHit, FakeQuery, measure
from tests.bundled import bundled_catalog

FOREIGN = "聊政发〔2021〕7号#十八（六）"
TENDERS = "聊政发〔2021〕7号#十二（七）"
CHARGES = "聊政发〔2021〕7号#正文三（四）"
LIAOCHENG = FakeQuery(regions=("聊城",))


@pytest.fixture(scope="module")
def withholding():
    catalog = bundled_catalog()
    rarity = Rarity.of(catalog)
    return Withholding(catalog, lambda: rarity)


def shown(withholding, question, *found, score=0.9, query=LIAOCHENG):
    """The ids of what is shown of the measures found."""
    hits = tuple(FakeHit(name, score) for name in found)
    return [hit.measure_id for hit in withholding.shown(question, FakeFinding(hits=hits, query=query))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("聊城招标有猫腻往哪投诉", [TENDERS]),
        ("聊城有人违规收费往哪举报", [CHARGES]),
        ("聊城外商投资的厂子有难处找谁投诉", [FOREIGN]),
        ("聊城大厅排队太久往哪投诉", []),
    ],
)
def test_a_complaint_is_answered_only_by_what_speaks_of_its_matter(withholding, question, expected):
    """Complaints of foreign firms, on tenders and on charges have each an article of their own."""
    found = shown(withholding, question, FOREIGN, TENDERS, CHARGES)
    assert found == expected


def test_a_complaint_about_nothing_named_is_answered_as_found(withholding):
    """投诉电话 alone names no matter that a measure could lack."""
    assert shown(withholding, "聊城投诉电话", FOREIGN) == [FOREIGN]


PHONES = measure("五", (("", "咨询电话：柳塘区住建局6120311；投诉电话6120345。"),), document="柳塘充电棚指南")
GUIDE = replace(
    DOCUMENT,
    number="柳塘充电棚指南",
    title="柳塘区电动车充电棚补贴申领指南",
    region="柳塘区",
    measures=(PHONES,),
)
LIUTANG = FakeQuery(regions=("柳塘区",))


@pytest.mark.parametrize(
    ("question", "expected"),
    [("柳塘区充电棚乱收钱往哪投诉", [PHONES.id]), ("柳塘区幼儿园乱收钱往哪投诉", [])],
)
def test_a_phone_for_complaints_is_that_of_the_matter_of_its_notice(question, expected):
    """The title names the matter; a complaint about another one is neither answered nor sent there."""
    of_guide = Withholding(FakeCatalog((GUIDE,)), lambda: Rarity.of([PHONES.text]))
    assert shown(of_guide, question, PHONES.id, query=LIUTANG) == expected
    assert of_guide.is_near(question, FakeFinding(query=LIUTANG), PHONES) is bool(expected)


LIST = "周政办字〔2020〕30号#（二十）"
"""It names 智能厕所 and 智能门禁 among eight services of scenic areas."""


@pytest.mark.parametrize(
    ("question", "score", "expected"),
    [
        ("村里厕所哪年弄好", 0.2, []),
        ("小区门禁哪年装好", 0.2, []),
        ("智慧景区哪年弄好", 0.2, [LIST]),
        ("景区厕所智能导游哪年弄好", 0.8, [LIST]),
    ],
)
def test_a_word_in_passing_bears_out_no_unsure_answer(withholding, question, score, expected):
    """A thing in a long list whose name has the word; what titles name, or what is surely found, is shown."""
    assert shown(withholding, question, LIST, score=score, query=FakeQuery()) == expected


@pytest.mark.parametrize(
    ("question", "score", "expected"),
    [
        ("残疾人每月补多少", 0.03, []),
        ("残疾人每月补多少", 0.5, ["周村2022稳中求进清单#56"]),
        ("残疾人补多少", 0.03, ["周村2022稳中求进清单#56"]),
    ],
)
def test_a_sum_for_a_unit_is_not_answered_by_chance(withholding, question, score, expected):
    """Item 56 of the collection of 2022 prints no sum for a month."""
    assert shown(withholding, question, "周村2022稳中求进清单#56", score=score, query=FakeQuery()) == expected


STANDARDS = "聊政办字〔2021〕11号#第四条（十一）"
"""It rewards secretariats of technical committees for standards."""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("聊城三胎有奖励吗", []),
        ("聊城养猫有奖励吗", []),
        ("聊城跑马拉松给不给奖金", []),
        ("聊城标准化秘书处有奖励吗", [STANDARDS]),
        ("聊城有什么奖励", [STANDARDS]),
        ("聊城承担国家标准有奖励吗", [STANDARDS]),
    ],
)
def test_that_something_is_given_bears_out_no_answer(withholding, question, expected):
    """However sure: a measure must have a word of what it is to be given for; who names none is answered."""
    assert shown(withholding, question, STANDARDS) == expected


@pytest.mark.parametrize(
    ("question", "found"),
    [("挂横幅要许可吗", 0), ("打井要审批吗", 0), ("采砂许可找谁", 1), ("审批归谁管", 1)],
)
def test_that_something_is_permitted_bears_out_no_answer(question, found):
    """The article is on permits for 采砂; 横幅 and 打井 have a word of it in common, which any permit has."""
    permits = measure("三", (("", "河道采砂许可由县水利局审批，审批后公示。"),), document="n")
    notice = replace(DOCUMENT, number="n", title="河道采砂管理办法", measures=(permits,))
    catalog = FakeCatalog((notice,))
    finding = FakeFinding(hits=(FakeHit(permits.id, 0.8),))
    assert len(Withholding(catalog, lambda: Rarity.of(catalog)).shown(question, finding)) == found


@pytest.mark.parametrize(("question", "found"), [("副镇长电话", 0), ("殡葬服务站电话", 1)])
def test_who_holds_a_post_is_not_called_at_an_office(question, found):
    """However sure: the article prints the phone of an office, and nobody's post."""
    office = measure("九", (("", "镇殡葬服务站负责解释，电话5550101。"),), document="n")
    notice = replace(DOCUMENT, number="n", title="殡葬管理办法", measures=(office,))
    catalog = FakeCatalog((notice,))
    query = FakeQuery(wishes=frozenset((Asked.PHONE,)))
    finding = FakeFinding(hits=(FakeHit(office.id, 0.8),), query=query)
    assert len(Withholding(catalog, lambda: Rarity.of(catalog)).shown(question, finding)) == found


def test_a_rule_that_withholds_is_named(withholding):
    """For whoever asks why nothing was shown; what is shown is withheld by none."""
    finding = FakeFinding(hits=(FakeHit(STANDARDS, 0.9),), query=LIAOCHENG)
    rule = withholding.rule("聊城养猫有奖励吗", finding)
    assert rule is not None
    assert rule.label == "除了给钱物或审批，没有所问的事"
    assert withholding.rule("聊城标准制定有奖励吗", finding) is None


def test_what_is_asked_for_by_its_number_is_shown(withholding):
    """Whatever it says."""
    query = FakeQuery(documents=("周村2022稳中求进清单",), item="56")
    assert shown(
        withholding, "2022清单第56项一个月补多少", "周村2022稳中求进清单#56", score=0.03, query=query
    )


@pytest.mark.parametrize(
    ("question", "near"), [("路灯谁修", False), ("门禁谁装", True), ("智慧旅游找谁", True), ("找谁", True)]
)
def test_a_measure_is_near_that_has_a_word_of_the_matter(withholding, question, near):
    """Item （二十） of 周政办字〔2020〕30号 has 门禁 and 旅游; a question without a matter is near to all."""
    measure = withholding.catalog.measure(LIST)
    assert withholding.is_near(question, FakeFinding(query=FakeQuery()), measure) is near


PHONE_LINE = measure(
    "1",
    (("单位", "青禾县民政局"), ("科室", "社会救助科"), ("电话", "5550101"), ("备注", "低保、特困")),
    document="青禾县电话表",
)
PHONE_LINE = replace(
    PHONE_LINE,
    responsibilities=(
        Responsibility("青禾县民政局", "青禾县民政局", Role.RESPONSIBLE, "社会救助科", phone="5550101"),
    ),
)
PHONE_LIST = replace(
    DOCUMENT, number="青禾县电话表", title="青禾县便民服务电话一览表", region="青禾县", measures=(PHONE_LINE,)
)
CANTEEN = measure(
    "1", (("单位", "城南社区食堂"), ("地址", "城南路5号"), ("电话", "5550102")), document="青禾县食堂名单"
)
CANTEENS = replace(
    DOCUMENT, number="青禾县食堂名单", title="青禾县社区食堂名单", region="青禾县", measures=(CANTEEN,)
)


@pytest.mark.parametrize(
    ("question", "document", "expected"),
    [
        ("北河镇有没有低保", PHONE_LIST, []),
        ("低保一个月多少", PHONE_LIST, []),
        ("低保打哪个电话", PHONE_LIST, [PHONE_LINE.id]),
        ("低保去哪办", PHONE_LIST, [PHONE_LINE.id]),
        ("民政局几点上班", PHONE_LIST, [PHONE_LINE.id]),
        ("民政局在哪条路", PHONE_LIST, [PHONE_LINE.id]),
        ("青禾县民政局低保电话", PHONE_LIST, [PHONE_LINE.id]),
        ("青禾县医保局电话", PHONE_LIST, []),
        ("有没有社区食堂", CANTEENS, [CANTEEN.id]),
    ],
)
def test_a_line_of_a_list_of_phones_is_no_rule(question, document, expected):
    """It says whom to call, not what there is; a list of the very things asked for says that there are."""
    catalog = FakeCatalog((document,))
    rarity = Rarity.of(catalog)
    withheld = Withholding(catalog, lambda: rarity)
    query = FakeQuery(regions=("青禾县",))
    assert shown(withheld, question, document.measures[0].id, query=query) == expected


def test_a_line_without_a_phone_does_not_say_which_one_to_call():
    """Its cell is blank, or holds an area code alone; where the desk is it says still."""
    line = replace(PHONE_LINE, responsibilities=())
    document = replace(PHONE_LIST, measures=(line,))
    catalog = FakeCatalog((document,))
    rarity = Rarity.of(catalog)
    withheld = Withholding(catalog, lambda: rarity)
    query = FakeQuery(regions=("青禾县",))
    assert shown(withheld, "民政局救助科电话多少", line.id, query=query) == []
    assert shown(withheld, "民政局救助科在哪条路", line.id, query=query) == [line.id]


def test_the_rule_behind_a_line_of_phones_is_shown_where_it_is_about_as_near():
    """The line is left out; what hardly comes near stays refused."""
    rule = measure("1", (("", "低保标准为每人每月660元。"),), document="青禾县低保通知")
    notice = replace(
        DOCUMENT, number="青禾县低保通知", title="青禾县低保标准通知", region="青禾县", measures=(rule,)
    )
    catalog = FakeCatalog((PHONE_LIST, notice))
    rarity = Rarity.of(catalog)
    withheld = Withholding(catalog, lambda: rarity)
    for score, expected in ((0.7, [rule.id]), (0.3, [])):
        finding = FakeFinding(
            hits=(FakeHit(PHONE_LINE.id, 0.8),),
            rejected=(FakeHit(rule.id, score),),
            query=FakeQuery(regions=("青禾县",)),
        )
        assert [hit.measure_id for hit in withheld.shown("那低保呢", finding)] == expected


@pytest.mark.parametrize(
    ("question", "score", "unasked", "expected"),
    [
        ("护照咋办", 0.3, True, []),
        ("护照咋办", 0.4, True, [TENDERS]),
        ("护照咋办", 0.3, False, [TENDERS]),
        ("招标怎么报名", 0.3, True, [TENDERS]),
    ],
)
def test_an_added_measure_without_a_word_of_the_matter_answers_only_surely(
    withholding, question, score, unasked, expected
):
    """The article on tenders has no 护照; of shipped measures their plain-language questions decide."""
    hits = (FakeHit(TENDERS, score, unasked=unasked),)
    found = withholding.shown(question, FakeFinding(hits=hits, query=LIAOCHENG))
    assert [hit.measure_id for hit in found] == expected


DAYS = measure("二", (("", "网上报名：2026年7月1日至7月5日。"),), document="n")
WHOM = measure("一", (("", "小学一年级招收年满6周岁的儿童。"),), document="n")


@pytest.mark.parametrize(("articles", "found"), [((DAYS,), 0), ((WHOM, DAYS), 1)])
def test_a_word_that_another_article_of_the_short_notice_has_is_not_foreign_to_it(articles, found):
    """网上报名 has no 小学; 招生对象 beside it has."""
    notice = replace(DOCUMENT, number="n", title="关于义务教育招生的通知", measures=articles)
    catalog = FakeCatalog((notice,))
    finding = FakeFinding(hits=(FakeHit(DAYS.id, 0.3, unasked=True),))
    kept = Withholding(catalog, lambda: Rarity.of(catalog)).shown("小学报名什么时候", finding)
    assert len(kept) == found


@pytest.mark.parametrize(("asked", "shown_too"), [("低保多少钱", 0), ("低保户多少钱", 1)])
def test_a_sum_for_people_called_by_a_matter_is_not_the_sum_of_the_matter(asked, shown_too):
    """Where nothing on 低保 itself is at hand, what 低保户 get for heating is no answer."""
    heating = measure("三", (("", "城乡低保户每户补助600元，从供暖费中扣减。"),), document="n")
    notice = replace(DOCUMENT, number="n", title="冬季供暖问答", measures=(heating,))
    catalog = FakeCatalog((notice,))
    query = FakeQuery(wishes=frozenset((Asked.AMOUNT,)))
    finding = FakeFinding(hits=(FakeHit(heating.id, 0.6, unasked=True),), query=query)
    kept = Withholding(catalog, lambda: Rarity.of(catalog)).shown(asked, finding)
    assert len(kept) == shown_too


@pytest.mark.parametrize(("score", "found"), [(0.2, 0), (0.6, 1)])
def test_what_gives_nothing_answers_no_question_after_a_gift(score, found):
    """火灾 stands in a plan of data; nobody is helped by it."""
    plan = measure("二", (("", "建设灭火救援指挥系统，汇聚火灾报警数据。"),), document="n")
    notice = replace(DOCUMENT, number="n", title="智慧城市方案", measures=(plan,))
    catalog = FakeCatalog((notice,))
    finding = FakeFinding(hits=(FakeHit(plan.id, score),))
    kept = Withholding(catalog, lambda: Rarity.of(catalog)).shown("火灾补助", finding)
    assert len(kept) == found


SHOPS = "柳塘茶馆指南"
SHOP_SAMPLE = measure("表1", (("", "铺面：XX街XX号\n姓名：XXX（照户口簿写）"),), document=SHOPS)
SHOP_PHONE = measure("二", (("", "联系电话：6120377"),), document=SHOPS)
SHOP_RENT = measure("三", (("", "铺面每月每平方米18元（不含卫生保洁费、停车管理费）。"),), document=SHOPS)
SHOP_GUIDE = replace(
    DOCUMENT,
    number=SHOPS,
    title="柳塘区茶馆开办指南",
    region="柳塘区",
    measures=(SHOP_SAMPLE, SHOP_PHONE, SHOP_RENT),
)


@pytest.mark.parametrize(
    ("question", "found", "expected"),
    [
        ("柳塘区茶馆开在哪", SHOP_SAMPLE, False),
        ("柳塘区茶馆打什么电话", SHOP_PHONE, True),
        ("柳塘区腿摔断了打什么电话", SHOP_PHONE, False),
        ("柳塘区茶馆铺面一平米多少钱", SHOP_RENT, True),
        ("柳塘区茶馆铺面保洁费多少", SHOP_RENT, False),
        ("柳塘区茶馆铺面停车费多少", SHOP_RENT, False),
    ],
)
def test_what_says_nothing_of_the_matter_by_itself_is_not_shown(question, found, expected):
    """A sample of a form, a lone phone of another matter, and a cost that the rent does not cover."""
    of_guide = Withholding(FakeCatalog((SHOP_GUIDE,)), lambda: Rarity.of([SHOP_RENT.text]))
    hits = (replace(FakeHit(found.id, 0.9), unasked=True),)
    finding = FakeFinding(hits=hits, query=LIUTANG)
    assert bool(of_guide.shown(question, finding)) is expected


@pytest.mark.parametrize(
    ("question", "text", "answers"),
    [
        ("俺爷七十五能领多少钱", "公交卡充值享受75折优惠。", False),
        ("我爸75了给多少补贴", "每吨补贴75元。", False),
        ("俺爷七十五能领多少钱", "年满70周岁的，每月发放75元。", True),
        ("俺爷七十五坐公交优惠多少", "公交卡充值享受75折优惠。", True),
    ],
)
def test_an_age_alone_is_answered_only_by_what_prints_ages(question, text, answers):
    """The same number beside another unit is no age; who names a matter asks about it."""
    article = measure("一", (("", text),), document=DOCUMENT.number)
    catalog = FakeCatalog((replace(DOCUMENT, title="关于优惠的通知", measures=(article,)),))
    finding = FakeFinding(hits=(FakeHit(article.id),), query=FakeQuery(wishes=frozenset({Asked.AMOUNT})))
    rarity = Rarity.of(catalog)
    told = Withholding(catalog, lambda: rarity).shown(question, finding)
    assert bool(told) is answers


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("第四幼儿园电话", False),
        ("第二幼儿园电话", True),
        ("第四小学电话", True),
        ("幼儿园电话", True),
    ],
)
def test_another_of_several_numbered_bodies_answers_nothing(question, answers):
    """Of a kind of which none with a number is printed the rule says nothing; others do."""
    article = measure("一", (("", "各幼儿园电话：第一幼儿园5550001；第二幼儿园5550002。"),))
    catalog = FakeCatalog((replace(DOCUMENT, title="关于入园的通知", measures=(article,)),))
    finding = FakeFinding(hits=(FakeHit(article.id),), query=FakeQuery(wishes=frozenset({Asked.PHONE})))
    rarity = Rarity.of(catalog)
    told = Withholding(catalog, lambda: rarity).shown(question, finding)
    assert bool(told) is answers
