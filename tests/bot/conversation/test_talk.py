"""Turns of a conversation over the bundled documents; the search finds what each test tells it."""

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.hearing.phrases import Sense
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from retrieval.question import Asked
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, ReadBySearch
from tests.corpus.taken import taken

FRIDGE = "周政办字〔2024〕11号#19"
CARS = "周政办字〔2024〕11号#16"
NOTHING = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC)


@dataclass
class Told(ReadBySearch):
    """A search that finds by the words of a question; what is excluded is not found."""

    finds: dict[str, FakeFinding] = field(default_factory=dict)

    def search(self, question, *, region, as_of, top_k, exclude=frozenset()):
        """What the test told of these words."""
        for words, finding in self.finds.items():
            if words in question:
                hits = tuple(hit for hit in finding.hits if hit.measure_id not in exclude)
                verdict = finding.verdict if hits else Verdict.NOT_COVERED
                return replace(finding, verdict=verdict, hits=hits, rejected=())
        return NOTHING


def talk_over_notice(folder, notice, finds):
    """Says one turn of one conversation over a notice; the search finds what it is told."""
    path = folder / "通知.txt"
    path.write_text(notice, encoding="utf-8")
    assistant = Assistant(Catalog((taken(path),), "d"), Told(finds), today=lambda: date(2026, 11, 21))
    talk = Talk(assistant, MemorySessions())
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.fixture
def say(catalog):
    """Says one turn of one conversation."""
    both = FakeFinding(hits=(FakeHit(FRIDGE), FakeHit(CARS, 0.8)))
    assistant = Assistant(catalog, Told({"旧冰箱": both}), today=lambda: date(2026, 11, 21))
    talk = Talk(assistant, MemorySessions())
    return lambda words: talk.ask(Ask(words, session="s"))


def test_the_phone_of_what_was_shown(say):
    """Row 19 prints 区商务局 商贸流通科 6195136; the reply names the measure's document too."""
    say("旧冰箱换新有补贴吗")
    answer = say("那电话呢")
    assert answer.status is Status.ANSWERED
    assert "0533-6195136" in answer.text
    assert "周政办字〔2024〕11号" in answer.text
    assert [measure.id for measure in answer.measures] == [FRIDGE]


def test_the_second_of_what_was_shown(say):
    """第二个 is the car scrappage measure, and what follows is about it."""
    say("旧冰箱换新有补贴吗")
    assert say("第二个说细点").measures[0].id == CARS
    assert "7000元" in say("那能拿多少").text
    assert say("上一个呢").measures[0].id == FRIDGE


def test_an_item_beyond_the_list_is_the_documents(say):
    """第9项 where two rows were shown is row 9 of their document, on farm machines; 第九个 is of the list."""
    say("旧冰箱换新有补贴吗")
    assert say("第9项讲什么").measures[0].id == "周政办字〔2024〕11号#9"
    assert say("第九个").status is Status.CLARIFY


def test_how_to_apply_is_said_or_said_to_be_missing(say):
    """Row 16 names the 小程序 to apply by, row 19 names nothing: whom to ask then."""
    say("旧冰箱换新有补贴吗")
    assert "没有写怎么申请" in say("怎么申请").text
    say("第二个")
    assert "小程序申请补贴" in say("怎么申请").text


def test_words_that_name_nothing_new_stay_with_the_measure(say):
    """我能要吗 after an answer is about its measure."""
    say("旧冰箱换新有补贴吗")
    assert [measure.id for measure in say("那我要吗").measures] == [FRIDGE]


def test_a_case_that_no_document_knows_is_put_beside_the_measure(say):
    """自行车算吗: the five kinds of row 19 are quoted, no verdict is given."""
    say("旧冰箱换新有补贴吗")
    answer = say("自行车算吗")
    assert [measure.id for measure in answer.measures] == [FRIDGE]
    assert "5类旧家电" in answer.text


def test_the_full_text_says_once_that_it_is_over(say):
    """Row 19 ended with 2024."""
    say("旧冰箱换新有补贴吗")
    assert say("全文").text.count("此项政策已于2024年12月31日到期。") == 1


def test_more_than_was_shown_is_not_made_up(say):
    """There is no third; the reply says how many there are."""
    say("旧冰箱换新有补贴吗")
    answer = say("第三个")
    assert answer.status is Status.CLARIFY
    assert "2条" in answer.text


def test_a_field_of_nothing_asks_back(say):
    """电话多少 at the start asks of what; /reset brings a conversation back there."""
    assert say("电话多少").status is Status.CLARIFY
    say("旧冰箱换新有补贴吗")
    assert say("/reset").status is Status.CHAT
    assert say("电话多少").status is Status.CLARIFY


def test_the_rejected_measures_do_not_come_again(say):
    """Both were shown; nothing else is found, and the reply says so."""
    say("旧冰箱换新有补贴吗")
    answer = say("不是这个")
    assert answer.status is Status.NOT_COVERED
    assert "12345" in answer.text


def test_what_is_over_gets_a_phone_and_a_way_on(say):
    """Row 19 ended on 2024-12-31: who asks what to do now is told so, whom to call, and of the hotline."""
    say("旧冰箱换新有补贴吗")
    text = say("现在过期了咋整").text
    assert all(words in text for words in ("2024年12月31日", "0533-6195136", "12345"))


def test_thanks_end_nothing(say):
    """After thanks the conversation goes on about the same measure."""
    say("旧冰箱换新有补贴吗")
    assert say("谢谢").status is Status.CHAT
    assert "0533-6195136" in say("电话").text


def test_another_place_is_not_answered_from_here(catalog):
    """济南呢 after a measure of 周村: no measure, no phone."""
    told = {
        "旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),)),
        "济南": FakeFinding(query=FakeQuery(elsewhere=("济南",))),
    }

    class Elsewhere(Told):
        def search(self, question, **rest):
            return told["济南"] if question == "济南呢" else super().search(question, **rest)

    talk = Talk(Assistant(catalog, Elsewhere(told), today=lambda: date(2026, 11, 21)), MemorySessions())
    talk.ask(Ask("旧冰箱换新有补贴吗", session="s"))
    answer = talk.ask(Ask("济南呢", session="s"))
    assert answer.status is Status.NOT_COVERED
    assert answer.measures == ()
    assert "0533" not in answer.text
    assert "0533-6195136" in talk.ask(Ask("那电话呢", session="s")).text


@pytest.fixture
def wander(catalog):
    """Says one turn of one conversation; the search knows the places that a turn names."""
    fridge = FakeFinding(hits=(FakeHit(FRIDGE),))
    places = {
        "聊城呢": FakeQuery(regions=("聊城",)),
        "周村呢": FakeQuery(regions=("周村",)),
        "济南呢": FakeQuery(elsewhere=("济南",)),
    }

    class Wandering(Told):
        def search(self, question, **rest):
            found = super().search(question, **rest)
            return replace(found, query=places.get(question, FakeQuery()))

    talk = Talk(
        Assistant(catalog, Wandering({"旧冰箱": fridge}), today=lambda: date(2026, 11, 21)), MemorySessions()
    )
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize("place", ["聊城呢", "济南呢"])
@pytest.mark.parametrize("turn", ["那要带什么材料", "那得带啥"])
def test_a_matter_is_kept_where_the_new_place_has_none(wander, place, turn):
    """No document names papers for the refrigerator: the refusal says of what, and whom to ask."""
    wander("旧冰箱换新有补贴吗")
    assert wander(place).status is Status.NOT_COVERED
    answer = wander(turn)
    assert answer.status is Status.NOT_COVERED
    assert "以旧换新" in answer.text
    assert "没有写要带什么材料" in answer.text
    assert "0533-6195136" in answer.text
    assert "0533-6195136" in wander("找谁").text


def test_whose_rule_it_is_is_said_while_the_talk_is_elsewhere(wander):
    """After 聊城呢 a measure of 周村 is no rule there; after 周村呢 it is one of the place asked about."""
    wander("旧冰箱换新有补贴吗")
    wander("聊城呢")
    assert "以下是周村的文件，不是聊城的规定" in wander("那要带什么材料").text
    assert "不是聊城的规定" not in wander("周村呢").text


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("区商务局电话多少", "0533-6195136"),
        ("发改委电话", "0533-6195397"),
        ("种业服务科电话多少", "0533-6195867"),
        ("6195896是哪里的电话", "农机推广服务科"),
    ],
)
def test_phones_come_from_the_directory(say, words, phone):
    """The name of a department, its everyday name, an office, or a number alone is looked up."""
    answer = say(words)
    assert answer.status is Status.ANSWERED
    assert phone in answer.text


def test_a_department_that_prints_no_phone_names_the_hotline(say):
    """No document prints a phone of 区审计局."""
    answer = say("区审计局电话")
    assert answer.status is Status.NOT_COVERED
    assert "12345" in answer.text


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("区商务局牵头哪些任务", {"lead"}),
        ("区商务局牵头和负责哪些任务", {"lead", "responsible"}),
        ("区商务局有哪些任务", {"lead", "responsible", "support"}),
    ],
)
def test_the_ledger_of_a_department_is_complete_page_by_page(say, catalog, words, roles):
    """What 区商务局 does in these roles: as many entries as the first page says, each once."""
    first = say(words)
    texts = [first.text]
    while "还有吗" in texts[-1]:
        texts.append(say("还有吗").text)
    count = sum(
        any(duty.canonical == "区商务局" and duty.role in roles for duty in measure.responsibilities)
        for measure in catalog.measures
    )
    assert f"共{count}项：" in first.text
    assert f"共{count}项，已列{count}项" in texts[-1]
    numbers = [
        line.split(".")[0] for text in texts for line in text.splitlines() if line.split(".")[0].isdigit()
    ]
    assert numbers == [str(place) for place in range(1, count + 1)]


def test_everyday_names_and_they(say):
    """住建局 is 区住房城乡建设局; 他们 is who was talked about."""
    say("住建局电话")
    assert "区住房城乡建设局" in say("他们管什么事").text


def test_another_department_after_a_ledger_gets_its_own(say):
    """财政局呢 after the ledger of 区商务局 is the ledger of 区财政局, as people expect in 周村."""
    say("区商务局牵头哪些任务")
    assert "共" in say("区财政局呢").text


def test_the_ledger_of_one_year(catalog):
    """2020年的呢 after the ledger of 区教育和体育局: what the documents of 2020 give it."""

    class Years(Told):
        def search(self, question, **rest):
            years = (2020,) if "2020" in question else ()
            return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, query=FakeQuery(years=years))

    talk = Talk(Assistant(catalog, Years(), today=lambda: date(2026, 11, 21)), MemorySessions())
    talk.ask(Ask("区教育和体育局牵头哪些任务", session="s"))
    answer = talk.ask(Ask("2020年的呢", session="s"))
    assert {measure.doc.issued.year for measure in answer.measures} == {2020}
    assert "智慧教育" in answer.text


def test_the_district_and_the_city_have_bureaus_of_one_short_name(say):
    """区工信局 is not 市工业和信息化局."""
    text = say("区工信局电话").text
    assert "区工业和信息化局" in text
    assert "市工业和信息化局" not in text


def test_a_ledger_within_one_document(say):
    """区委网信办 leads one item of the smart city plan, 2020: IPv6."""
    answer = say("智慧城市方案里，区委网信办牵头哪一项")
    assert [measure.id for measure in answer.measures] == ["周政办字〔2020〕30号#（二）"]
    assert "区大数据局" in say("哪些单位配合").text


def test_a_document_by_its_number(say):
    """/doc gives title, issue date and the count of its measures: the table has 32 rows."""
    answer = say("/doc 周政办字〔2024〕11号")
    assert "2024年7月22日" in answer.text
    assert "共32项" in answer.text
    assert "16." in say("还有吗").text


@pytest.mark.parametrize(("numbers", "says"), [(1, "共32项"), (2, "哪一份")])
def test_a_document_named_in_words(catalog, numbers, says):
    """Its number alone opens its list; where two documents end so, it is asked which."""
    found = ("周政办字〔2024〕11号", "聊政办字〔2021〕11号")[:numbers]

    class Documents(Told):
        def search(self, question, **rest):
            return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, query=FakeQuery(documents=found))

    talk = Talk(Assistant(catalog, Documents(), today=lambda: date(2026, 11, 21)), MemorySessions())
    assert says in talk.ask(Ask("11号文是啥", session="s")).text


def test_a_measure_by_its_id(say):
    """/measure opens it; an unknown one is said to be unknown."""
    assert "商贸流通科" in say(f"/measure {FRIDGE}").text
    assert say("/measure 没有#1").status is Status.NOT_COVERED


def test_somebody_who_wants_a_person_is_told_where(say):
    """转人工 names the hotline and whom to call about the matter at hand."""
    say("旧冰箱换新有补贴吗")
    answer = say("转人工")
    assert "12345" in answer.text
    assert "0533-6195136" in answer.text


def test_without_a_session_every_question_stands_alone(catalog):
    """Nothing is remembered of who gives no session."""
    told = Told({"旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),))})
    talk = Talk(Assistant(catalog, told, today=lambda: date(2026, 11, 21)), MemorySessions())
    talk.ask(Ask("旧冰箱换新有补贴吗"))
    assert talk.ask(Ask("那电话呢")).status is Status.CLARIFY


@pytest.fixture
def hear(catalog):
    """Says one turn of a conversation of which the test tells how each message is phrased."""
    told = Told(
        {
            "旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),)),
            "报废汽车": FakeFinding(hits=(FakeHit(CARS),)),
            "洗衣机": FakeFinding(hits=(FakeHit(FRIDGE),)),
            "暖气费": FakeFinding(hits=(FakeHit(CARS, 0.2),)),
            "开放活动计划": FakeFinding(hits=(FakeHit("周政办字〔2024〕9号#表45"),)),
        }
    )
    senses = {
        "能打的号": Sense({"phone": 0.9, "alone": 0.1}),
        "妥妥的喽": Sense({"chat": 0.9, "alone": 0.1}),
        "喊个活人出来": Sense({"human": 0.9, "alone": 0.1}),
        "俺村里头咧": Sense({"case": 0.9, "alone": 0.1}),
    }
    assistant = Assistant(catalog, told, today=lambda: date(2026, 11, 21))
    talk = Talk(assistant, MemorySessions(), lambda message: senses.get(message, Sense()))
    return lambda words: talk.ask(Ask(words, session="h"))


def test_a_field_is_heard_by_its_phrasing(hear):
    """能打的号 asks for the phone, though its words find nothing."""
    hear("旧冰箱换新有补贴吗")
    assert "0533-6195136" in hear("能打的号").text


def test_nothing_is_heard_before_there_is_a_matter(hear):
    """At the start it is looked up like any question."""
    assert hear("能打的号").status is Status.NOT_COVERED


def test_a_case_is_heard_by_its_phrasing(hear):
    """Another case of the measure at hand, though its words find nothing."""
    hear("旧冰箱换新有补贴吗")
    assert [measure.id for measure in hear("俺村里头咧").measures] == [FRIDGE]


def test_a_sign_of_listening_is_answered_in_kind(hear):
    """It is neither looked up nor does it end the matter."""
    hear("旧冰箱换新有补贴吗")
    assert hear("妥妥的喽").status is Status.CHAT
    assert "0533-6195136" in hear("电话").text


def test_whoever_wants_a_person_need_not_say_so_in_one_way(hear):
    """The hotline, as for 转人工."""
    hear("旧冰箱换新有补贴吗")
    assert "12345" in hear("喊个活人出来").text


def test_a_matter_is_recalled_with_the_field_asked_before(hear):
    """汽车那个呢 after 旧冰箱，归谁管: who leads the car measure, row 16, with the police in support."""
    hear("报废汽车补多少")
    hear("旧冰箱换新有补贴吗")
    hear("归谁管")
    answer = hear("报废汽车那个呢")
    assert [measure.id for measure in answer.measures] == [CARS]
    assert "周村交警大队" in answer.text


def test_what_was_only_mentioned_can_be_returned_to(hear):
    """回到洗衣机 where no answer was about it: looked up without the words that return."""
    hear("报废汽车补多少")
    assert [measure.id for measure in hear("回到洗衣机，多少钱").measures] == [FRIDGE]


def test_a_matter_of_its_own_is_not_answered_from_the_one_before(hear):
    """暖气费 stands neither in the appliances nor in the cars that it weakly finds: refused, not answered."""
    hear("旧冰箱换新有补贴吗")
    answer = hear("暖气费啥时候开始交")
    assert answer.status is Status.NOT_COVERED
    assert answer.measures == ()


def test_within_how_many_days_is_said_by_the_row_beside(hear):
    """Row 45 has the plans reported by 10 July; row 46 what was done, within 5 working days."""
    hear("开放活动计划哪天前报")
    assert "于活动开展后5个工作日内报区政府政务公开办公室备案" in hear("几天内报").text


CLINICS = "周政办字〔2024〕11号#10"
AWARD = "聊政办字〔2021〕11号#第四条（四）"
BUYING = "周政办字〔2024〕11号#18"


class Leaning(Told):
    """Knows which turns name a place or ask for materials, though they find nothing."""

    def search(self, question, **rest):
        """周村呢 names 周村, 材料 asks for materials; else what the test told."""
        finding = super().search(question, **rest)
        regions = ("周村",) if "周村" in question else ()
        wishes = frozenset({Asked.MATERIALS}) if "材料" in question else frozenset()
        return replace(finding, query=FakeQuery(regions, wishes=wishes))


@pytest.fixture
def lean(catalog):
    """Says one turn of a conversation; turns with 几 or 手机 sound as if they might go on."""
    told = {
        "卫生室": FakeFinding(hits=(FakeHit(CLINICS, 0.7),)),
        "旧冰箱换新，手机": NOTHING,
        "旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE),)),
        "周村地理标志": FakeFinding(hits=(FakeHit(BUYING, 0.8),)),
        "地理标志": FakeFinding(hits=(FakeHit(AWARD),)),
    }
    assistant = Assistant(catalog, Leaning(told), today=lambda: date(2026, 11, 21))
    senses = {"手机呢": Sense({"case": 0.6, "other": 0.4}), "一共几个村": Sense({"alone": 0.6, "case": 0.4})}
    talk = Talk(assistant, MemorySessions(), lambda message: senses.get(message, Sense()))
    return lambda words: talk.ask(Ask(words, session="l"))


def test_a_number_that_the_measure_prints_is_asked_of_it(lean):
    """Row 10 改造提升35个薄弱村卫生室: 一共几个村 finds nothing alone and is a question about it."""
    lean("村卫生室")
    answer = lean("一共几个村")
    assert [measure.id for measure in answer.measures] == [CLINICS]
    assert "35个" in answer.text


def test_a_thing_of_which_nothing_is_known_is_another_matter(lean):
    """Row 19 is about appliances; neither 手机 alone nor both together find it."""
    lean("旧冰箱换新")
    answer = lean("手机呢")
    assert answer.status is Status.NOT_COVERED
    assert answer.measures == ()


def test_another_place_must_have_a_rule_on_the_same_matter(lean):
    """周村 buys 环境标志产品; 聊城 awards 地理标志产品: 周村 has nothing on these."""
    lean("地理标志产品奖几万")
    answer = lean("周村呢")
    assert answer.status is Status.NOT_COVERED
    assert "周村的文件里没有查到这件事" in answer.text


def test_materials_are_quoted_from_the_article_that_names_them(lean):
    """第六条（三） has a form filled in and papers shown, for all awards of 第四条."""
    lean("地理标志产品奖几万")
    answer = lean("要交什么材料")
    assert "填写《聊城市质量发展奖励资金申请表》" in answer.text
    assert "找谁问" not in answer.text


@pytest.mark.parametrize("turn", ["电话多少", "找谁", "那归谁管"])
def test_the_department_that_a_refusal_named_is_kept(say, turn):
    """No document says how to apply for 低保; 区民政局 and its phone are said, and said again."""
    refused = say("低保户口本丢了咋补")
    assert refused.status is Status.NOT_COVERED
    assert "0533-6195405" in refused.text
    answer = say(turn)
    assert answer.status is Status.ANSWERED
    assert "区民政局" in answer.text
    assert "0533-6195405" in answer.text
    assert "0533-6195405" in say("电话呢").text


def test_a_department_that_a_refusal_named_is_forgotten_with_the_next_topic(say):
    """After the refrigerator the phone is that of its measure."""
    say("低保户口本丢了咋补")
    say("旧冰箱换新有补贴吗")
    assert "0533-6195136" in say("电话多少").text


@pytest.mark.parametrize("turn", ["那手机呢", "手机呢"])
def test_a_thing_that_the_measure_does_not_name_is_said_so(say, turn):
    """Row 19 lists 冰箱 and four more, no 手机; it is no question for a phone number either."""
    say("旧冰箱换新有补贴吗")
    answer = say(turn)
    assert answer.status is Status.NOT_COVERED
    assert "没有写到“手机”" in answer.text
    assert "0533-6195136" in answer.text
    assert "没有写到" not in say("空调呢").text


def test_a_thing_of_the_kind_turns_to_the_measure_on_it(catalog):
    """船呢 after cars: both questions find row 7 on ships, though the turn alone finds nothing."""
    ships = FakeFinding(hits=(FakeHit(CARS), FakeHit("周政办字〔2024〕11号#7", 0.4)))
    talk = Talk(
        Assistant(catalog, Told({"报废汽车": ships}), today=lambda: date(2026, 11, 21)), MemorySessions()
    )
    talk.ask(Ask("报废汽车补多少", session="s"))
    assert talk.ask(Ask("船呢", session="s")).measures[0].id == "周政办字〔2024〕11号#7"


SMART_BUSES, SMART_SCHOOLS = "周政办字〔2020〕30号#（十一）", "周政办字〔2020〕30号#（十四）"


def test_a_side_with_a_name_of_its_own_is_another_matter(catalog):
    """智慧教育那块呢 after 智慧公交: buses have none of it, and what it finds has its words."""
    finds = {
        "公交": FakeFinding(hits=(FakeHit(SMART_BUSES),)),
        "智慧教育": FakeFinding(hits=(FakeHit(SMART_SCHOOLS, 0.5),)),
    }
    assistant = Assistant(catalog, Told(finds), today=lambda: date(2026, 11, 21))
    talk = Talk(assistant, MemorySessions())
    talk.ask(Ask("公交预报谁管", session="s"))
    answer = talk.ask(Ask("智慧教育那块呢", session="s"))
    assert [measure.id for measure in answer.measures] == [SMART_SCHOOLS]


def test_a_thing_that_nothing_names_is_refused_with_what_was_said(say):
    """咸菜坛子 stands nowhere: the reply says so, quotes the measure talked of and whom to ask about that."""
    say("旧冰箱换新有补贴吗")
    answer = say("咸菜坛子呢")
    assert answer.status is Status.NOT_COVERED
    assert "没有查到“咸菜坛子”" in answer.text
    assert "交售空调、冰箱（含冰柜）" in answer.text
    assert "0533-6195136" in answer.text
