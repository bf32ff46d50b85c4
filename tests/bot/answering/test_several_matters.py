"""A question about several matters."""

from dataclasses import dataclass, field, replace

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from retrieval.deciding import Reason, Verdict
from tests.bot.fakes import (
    DOCUMENT,
    FRIDGE,
    SHIPS,
    FakeCatalog,
    FakeFinding,
    FakeHit,
    FakeQuery,
    ReadBySearch,
    measure,
)

NOTHING = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC)


@dataclass
class FindsByWord(ReadBySearch):
    """Finds a measure where a question has its word and no other; `place` is named by the first question."""

    words: dict[str, str]
    score: float = 0.9
    place: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    def search(self, question, **_):
        """The one measure whose word stands in the question, if there is one."""
        self.asked.append(question)
        named = [name for word, name in self.words.items() if word in question]
        query = FakeQuery(regions=self.place if len(self.asked) == 1 else ())
        if len(named) != 1:
            return FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC, query=query)
        return FakeFinding(hits=(FakeHit(named[0], self.score),), query=query)


BOTH = {"冰箱": FRIDGE.id, "船舶": SHIPS.id}


def ask(question, search=None):
    return Assistant(FakeCatalog(), search or FindsByWord(BOTH)).ask(Ask(question))


@pytest.mark.parametrize(
    "question",
    [
        "旧冰箱换新补多少，另外老旧船舶拆解补多少",
        "旧冰箱换新补多少？老旧船舶报废拆解有补助吗？",
        "交售冰箱补多少，船舶提前报废拆解补多少",
        "交售冰箱和船舶提前报废拆解都补多少",
    ],
)
def test_each_matter_is_answered_under_its_own_words(question):
    """In the order asked, each with its quote, source and whom to call."""
    answer = ask(question)
    assert [shown.id for shown in answer.measures] == [FRIDGE.id, SHIPS.id]
    first, second = answer.text.index("您问的“"), answer.text.rindex("您问的“")
    assert first < answer.text.index("6195136") < second < answer.text.index("6038876")


def test_a_matter_that_nothing_is_found_on_is_named():
    """And can be asked again alone."""
    answer = ask("旧冰箱换新补多少，另外彩票中了几个号")
    assert [shown.id for shown in answer.measures] == [FRIDGE.id]
    assert "您还问了“彩票中了几个号”：没有查到" in answer.text
    assert [option.says for option in answer.options] == ["彩票中了几个号"]


def test_a_clause_that_is_surely_found_answers_where_the_whole_finds_nothing():
    """What the other one asks is named; a guess that holds none of the words of its clause is not told."""
    asked = "旧冰箱换新补多少，船舶冰箱的彩票几点开"
    assert "您还问了“船舶冰箱的彩票几点开”" in ask(asked).text
    assert "您还问了“船舶冰箱的彩票几点开”" in ask(asked, FindsByWord(BOTH, score=0.3)).text
    guessed = FindsByWord({"彩票": FRIDGE.id, "火车票": SHIPS.id, "几号": SHIPS.id}, score=0.3)
    assert ask("彩票中了多少钱，火车票几号开卖", guessed).status is Status.NOT_COVERED


def test_what_keeps_the_whole_from_being_found_is_named_too():
    """旧冰箱 alone is found, and beside it no question is asked."""
    answer = ask("旧冰箱换新补多少，顺便问下船舶冰箱彩票号码")
    assert [shown.id for shown in answer.measures] == [FRIDGE.id]
    assert "您还问了“船舶冰箱彩票号码”" in answer.text


def test_what_only_tells_is_no_matter():
    """Nothing is said of it."""
    assert "您还问了" not in ask("旧冰箱换新补多少，另外彩票都过期了").text


def test_one_measure_for_both_parts_is_one_answer():
    """As without parts."""
    answer = ask("旧冰箱换新补多少？冰箱以旧换新找哪家店？")
    assert [shown.id for shown in answer.measures] == [FRIDGE.id]
    assert "您问的" not in answer.text


def test_of_two_clauses_that_ask_the_one_that_nothing_answers_is_named():
    """Each names a matter of its own; what the whole question finds answers one of them alone."""
    asked = "彩票几点开奖，船舶提前报废拆解补多少"
    assert "您还问了“彩票几点开奖”：没有查到" in ask(asked, FindsByWord(BOTH, score=0.3)).text


@pytest.mark.parametrize("question", ["旧货几点收，轮渡补多少", "冰箱补多少，轮渡补多少"])
def test_clauses_are_parted_only_where_each_is_found_by_words_of_its_own(question):
    """Otherwise the whole is answered, or refused, as one."""
    search = FindsByWord(
        {"旧货": FRIDGE.id, "冰箱": FRIDGE.id, "船舶": SHIPS.id, "轮渡": SHIPS.id}, score=0.3
    )
    assert "您问的" not in ask(question, search).text


def test_the_place_of_the_question_holds_for_each_part():
    """It need not be said twice."""
    search = FindsByWord(BOTH, place=("周村",))
    ask("周村冰箱换新补多少，另外船舶拆解补多少", search)
    assert search.asked[1:] == ["周村冰箱换新补多少", "周村船舶拆解补多少"]


HOURS = measure("三", (("办公时间", "周一至周五上午9:00—11:30。"),), document="冰箱指南")
SUM = measure("二", (("补贴标准", "每台冰箱补贴300元。"),), document="冰箱指南")
GUIDE = replace(DOCUMENT, number="冰箱指南", title="冰箱换新补贴申领指南", measures=(SUM, HOURS))


def test_what_the_notice_of_the_other_part_says_is_told_from_it():
    """几点上班 names no matter; it is asked of the window for refrigerators."""
    search = FindsByWord({"冰箱换新": SUM.id})
    answer = Assistant(FakeCatalog((GUIDE,)), search).ask(Ask("冰箱换新补多少，另外窗口几点上班"))
    assert [shown.id for shown in answer.measures] == [SUM.id, HOURS.id]
    assert "您还问了" not in answer.text


def test_nothing_found_on_any_part_is_refused_as_one():
    """Once, with the way on."""
    answer = ask("彩票中了几个号，另外火车几点开")
    assert answer.status is Status.NOT_COVERED
    assert "您还问了" not in answer.text


def test_a_matter_of_its_own_is_not_told_from_the_other_notice():
    """火车票几点开卖 names another matter than the hours of the window for refrigerators."""
    search = FindsByWord({"冰箱换新": SUM.id})
    answer = Assistant(FakeCatalog((GUIDE,)), search).ask(Ask("冰箱换新补多少，另外火车票几点上班能买"))
    assert [shown.id for shown in answer.measures] == [SUM.id]
    assert "您还问了“火车票几点上班能买”" in answer.text


@pytest.mark.parametrize(
    "asked", ["船舶冰箱的彩票站要什么证件，船舶几天下来", "交售旧冰箱，船舶冰箱的彩票最多给几个号"]
)
def test_a_later_clause_or_one_that_asks_nothing_answers_for_no_other(asked):
    """The first clause names the matter that is asked about, and it is not found; or only told of."""
    assert ask(asked).status is Status.NOT_COVERED


BIKES = measure("一", (("补贴标准", "本科每辆补贴500元。"),), document="骑行通知")
STALLS = measure("一", (("办理时限", "本科以外的三日内办结。"),), document="摆摊通知")
RIDING = replace(DOCUMENT, number="骑行通知", title="关于自行车骑行补贴的通知", measures=(BIKES,))
STALLING = replace(DOCUMENT, number="摆摊通知", title="关于早市摊位登记的通知", measures=(STALLS,))


def test_parts_are_told_apart_by_the_titles_of_their_notices():
    """An article says 本科 and no more; that it is about riding stands in the title above it."""
    search = FindsByWord({"骑行": BIKES.id, "摊位": STALLS.id}, score=0.4)
    assistant = Assistant(FakeCatalog((RIDING, STALLING)), search)
    answer = assistant.ask(Ask("骑行补贴本科多少，早市摊位几天办好"))
    assert answer.parts == ("骑行补贴本科多少", "早市摊位几天办好")


FARES = measure("一", (("票价", "水上巴士单程票每张2元。"),), document="水上巴士通告")
LOST = measure("二", (("遗失物品", "遗失的行李可以在码头认领。"),), document="水上巴士通告")
BOATS = replace(DOCUMENT, number="水上巴士通告", title="水上巴士运营通告", measures=(FARES, LOST))


class FindsBoth(FindsByWord):
    """Finds both articles for what names a ticket and luggage, and nothing on luggage alone."""

    def search(self, question, **_):
        """As told above."""
        if "行李" in question and "单程票" in question:
            return FakeFinding(hits=(FakeHit(FARES.id, 0.9), FakeHit(LOST.id, 0.8)), query=FakeQuery())
        return super().search(question, **_)


def test_what_the_whole_finds_answers_a_part_that_is_refused_alone():
    """Where it has most of the words of the part; quoted for these."""
    assistant = Assistant(FakeCatalog((BOATS,)), FindsBoth({"单程票": FARES.id}))
    answer = assistant.ask(Ask("单程票多少钱，另外遗失行李怎么认领"))
    assert [shown.id for shown in answer.measures] == [FARES.id, LOST.id]
    assert answer.unmet == ()


def test_articles_of_one_notice_that_a_search_surely_tells_apart_are_each_told():
    """Though the clauses share no word with them."""
    search = FindsByWord({"船票": FARES.id, "落下": LOST.id})
    answer = Assistant(FakeCatalog((BOATS,)), search).ask(Ask("船票多少一张，东西落下去哪找"))
    assert [shown.id for shown in answer.measures] == [FARES.id, LOST.id]


def test_a_matter_that_another_notice_only_has_a_word_of_is_named():
    """营业执照 beside a notice with 营业时间: that nothing was found is said."""
    homes = measure("一", (("登记", "在营业时间内到码头办理登记。"),), document="船只通告")
    notice = replace(DOCUMENT, number="船只通告", title="船只登记通告", measures=(homes,))
    answer = Assistant(FakeCatalog((notice,)), FindsByWord({"船只": homes.id})).ask(
        Ask("船只登记去哪，另外营业执照怎么办")
    )
    assert answer.unmet == ("营业执照怎么办",)


def test_a_place_called_by_its_short_name_is_not_put_in_front_again():
    """周村冰箱 of 周村区."""
    search = FindsByWord(BOTH, place=("周村",))
    ask("周村区冰箱换新补多少，另外船舶拆解补多少", search)
    assert search.asked[1:] == ["周村区冰箱换新补多少", "周村船舶拆解补多少"]


def test_a_place_that_a_later_topic_names_does_not_keep_the_first_from_an_answer():
    """It is tried with the place, and where that is refused as it is worded."""
    search = FindsByWord(BOTH | {"周村冰箱": SHIPS.id}, place=("周村",))
    answer = ask("冰箱换新补多少，顺便问下周村船舶拆解补多少", search)
    assert search.asked[1:3] == ["周村冰箱换新补多少", "冰箱换新补多少"]
    assert [shown.id for shown in answer.measures] == [FRIDGE.id, SHIPS.id]


SMALL = measure("一", (("小艇", "小艇检验每艘收费80元。"),), document="检验通知")
FERRY = measure("二", (("渡船", "载客的渡船检验每艘收费300元。"),), document="检验通知")
RAFTS = measure("三", (("期限", "渡船和小艇的检验在年底前完成。"),), document="检验通知")
INSPECTING = replace(DOCUMENT, number="检验通知", title="船艇检验收费通知", measures=(SMALL, FERRY, RAFTS))


@dataclass
class FindsInNotice(FindsByWord):
    """Finds for what names small boats and something else all articles of the notice, the second as near."""

    second: float = 0.8

    def search(self, question, **_):
        """As told above."""
        if "小艇" in question and "，" in question:
            hits = (FakeHit(SMALL.id, 0.9), FakeHit(RAFTS.id, 0.85), FakeHit(FERRY.id, self.second))
            return FakeFinding(hits=hits, query=FakeQuery())
        return super().search(question, **_)


def in_notice(question, second=0.8):
    search = FindsInNotice({"小艇": SMALL.id}, second=second)
    return Assistant(FakeCatalog((INSPECTING,)), search).ask(Ask(question))


def test_a_part_that_leans_on_the_first_is_told_from_the_next_article():
    """摆渡的渡船 alone is not found; beside the small boats the article with a sum for it is."""
    answer = in_notice("小艇检验收多少钱，摆渡的渡船收多少钱")
    assert [shown.id for shown in answer.measures] == [SMALL.id, FERRY.id]
    assert answer.parts == ("小艇检验收多少钱", "摆渡的渡船收多少钱")


@pytest.mark.parametrize(
    ("question", "second"),
    [("小艇检验收多少钱，摆渡的渡船收多少钱", 0.5), ("小艇检验收多少钱，彩票收多少钱", 0.8)],
)
def test_the_next_article_has_words_of_the_part_and_comes_as_near(question, second):
    """Otherwise nothing is told of the part from it."""
    assert len(in_notice(question, second).parts) < 2


def test_what_only_the_whole_finds_stands_under_its_part_and_the_other_is_named():
    """渡船 alone is not found sure enough, nor is the other matter."""

    class OnlyWhole(FindsByWord):
        def search(self, question, **_):
            whole = "渡船" in question and "彩票" in question
            return FakeFinding(hits=(FakeHit(FERRY.id, 0.4),), query=FakeQuery()) if whole else NOTHING

    answer = Assistant(FakeCatalog((INSPECTING,)), OnlyWhole({})).ask(Ask("渡船检验收多少，另外彩票几点开奖"))
    assert answer.parts == ("渡船检验收多少",)
    assert answer.unmet == ("彩票几点开奖",)
