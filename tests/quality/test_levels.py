"""Questions of a province, a city, districts and a town that have notices of their own, and of neighbours.

The notices of `levels/` are invented. The questions were written from them alone; 35 of 60 were right before
anything was mended for them.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.answer import Ask, Status
from bot.app import make_assistant
from retrieval.fitting import norm
from tests.quality.conftest import AS_OF
from tests.quality.placing import first_shown

FOLDER = Path(__file__).parent / "levels"
FILE = Path(__file__).parent / "levels.jsonl"
FLOORS = {
    "own": (11, 12),
    "city": (10, 12),
    "province": (8, 8),
    "neighbour": (8, 8),
    "none": (7, 7),
    "ambiguous": (4, 5),
    "town": (8, 8),
}
_FIRST_LINES = 120
_LEAD = 60
"""Characters in which an answer says that it is no rule of the place, white space apart."""


@pytest.fixture(scope="module")
def with_levels(shared_homes):
    """The whole bot after the notices of all levels were added."""
    return make_assistant(shared_homes.with_notices("levels", FOLDER.glob("*.txt")))


@pytest.fixture
def say(with_levels, request):
    """What says one turn of a conversation of this test."""
    return lambda words: with_levels.ask(Ask(words, session=request.node.name, as_of=AS_OF))


def _leads(question, answer):
    first, said = first_shown(answer), norm(answer.text)[:_LEAD]
    return first is not None and norm(question["evidence"]) in norm(first.text) and "不是" not in said


def _not_own(question, answer):
    first = first_shown(answer)
    if first is None:
        return answer.status is Status.NOT_COVERED
    return first.doc.region != question["named"] and "不是" in norm(answer.text)[:_FIRST_LINES]


def _refused(question, answer):
    return answer.status is Status.NOT_COVERED


def _choices(question, answer):
    offered = sorted(option.label for option in answer.options)
    return answer.status is Status.CLARIFY and offered == question["choices"]


def _town(question, answer):
    first = first_shown(answer)
    said = question["named"] in norm(answer.text)[:_LEAD]
    return first is not None and norm(question["evidence"]) in norm(first.text) and said


_JUDGES = {"leads": _leads, "not_own": _not_own, "refused": _refused, "choices": _choices, "town": _town}


@pytest.fixture(scope="module")
def level_tally(with_levels):
    """Of each kind (right, asked), and the ids of those answered wrong."""
    right, asked, wrong = Counter(), Counter(), []
    for line in FILE.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        answer = with_levels.ask(Ask(question["q"], region=question["region"], as_of=AS_OF))
        won = _JUDGES[question["expect"]](question, answer)
        right[question["kind"]] += won
        asked[question["kind"]] += 1
        wrong += [] if won else [question["id"]]
    return right, asked, wrong


@pytest.mark.parametrize("kind", FLOORS)
def test_the_rule_of_the_nearest_level_answers(level_tally, kind):
    """Its own, its city's, its province's; a neighbour's is marked, and what is nowhere is refused."""
    right, asked, wrong = level_tally
    assert (right[kind] >= FLOORS[kind][0], asked[kind]) == (True, FLOORS[kind][1]), wrong


def test_other_levels_of_the_same_rule_follow(say):
    """Each is said to be whose it is, as seen from where the talk is."""
    assert first_shown(say("云龙区高龄津贴多少")).doc.region == "云龙区"
    city = say("市里呢")
    assert (first_shown(city).doc.region, city.text.splitlines()[0]) == (
        "徐州市",
        "以下是市里的规定（徐州市）：",
    )
    assert first_shown(say("省里怎么规定")).doc.region == "江苏省"
    assert first_shown(say("区里有没有自己的规定")).doc.region == "云龙区"
    assert "全国的文件里没有查到" in say("全国的呢").text


def test_a_level_without_such_a_rule_is_said_to_have_none(say):
    """云龙区 has a rule of its city on refitting homes and none of its own."""
    assert first_shown(say("云龙区适老化改造补多少")).doc.region == "徐州市"
    own = say("区里有没有自己的规定")
    assert own.status is Status.NOT_COVERED
    assert "云龙区的文件里没有查到这件事" in own.text


def test_in_a_city_it_is_asked_which_district_is_meant(say):
    """Those with documents are offered, and what is chosen is answered."""
    say("徐州市高龄津贴多少")
    asked = say("区里呢")
    assert asked.status is Status.CLARIFY
    assert {option.label for option in asked.options} == {"云龙区", "泉山区", "沛县", "沛县龙固镇"}
    assert "110元" in first_shown(say("我在泉山区")).text


def test_another_place_without_documents(say):
    """铜山区 has the rule of its city, 南京 that of its province; 杭州 has none."""
    say("云龙区高龄津贴多少")
    assert first_shown(say("铜山区呢")).doc.region == "徐州市"
    assert first_shown(say("南京呢")).doc.region == "江苏省"
    assert say("杭州呢").status is Status.NOT_COVERED


def test_towns_of_a_district(say):
    """龙固镇 adds to the rule of its county; for 安国镇 that of the county holds."""
    assert "20元" in first_shown(say("沛县秸秆还田补多少")).text
    assert "8元" in first_shown(say("龙固镇呢")).text
    other = say("安国镇呢")
    assert (first_shown(other).doc.region, other.region) == ("沛县", "沛县安国镇")


def test_a_place_is_asked_for_between_two_districts_whose_city_has_a_rule_too(say):
    """The reply may be a third district, which has that of the city."""
    asked = say("高龄津贴一个月多少钱")
    assert {"云龙区", "泉山区"} <= {option.label for option in asked.options}
    assert "徐州市" not in {option.label for option in asked.options}
    there = say("我在铜山区")
    assert "手头没有铜山区自己的文件" in there.settled
    assert first_shown(there).doc.region == "徐州市"


def test_the_place_that_shares_its_name_is_chosen(say):
    """The question that waited is answered for it."""
    asked = say("鼓楼区高龄津贴多少钱")
    assert [option.says for option in asked.options] == ["我在南京市鼓楼区", "我在徐州市鼓楼区"]
    assert first_shown(say("我在南京市鼓楼区")).doc.region == "江苏省"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/region 杭州市", "手头没有杭州市的文件"),
        ("/region 天宫里", "没有认出“天宫里”是哪个地方"),
        ("/region 鼓楼区", "不止一处"),
    ],
)
def test_a_place_that_does_not_serve_gets_one_clear_line(say, words, said):
    """Elsewhere, in no tree, or one of several; places to choose from are offered."""
    answer = say(words)
    assert answer.status is Status.CLARIFY
    assert said in answer.text
    assert answer.options


@pytest.mark.parametrize("words", ["徐州市异地就医备案几天办完", "宿州市异地就医备案几天办完"])
def test_what_two_cities_issued_together_answers_in_both(with_levels, words):
    """It is a rule of the city that is asked about, whichever that is."""
    answer = with_levels.ask(Ask(words, as_of=AS_OF))
    assert "1个工作日" in first_shown(answer).text
    assert answer.text.splitlines()[0] == "以下是市里的规定（徐州市、宿州市）："


def test_elsewhere_it_is_no_rule(with_levels):
    """南京 is in the province of one of the two, and in neither city."""
    answer = with_levels.ask(Ask("南京市异地就医备案几天办完", as_of=AS_OF))
    assert first_shown(answer) is None or "不是南京市的规定" in answer.text[:_FIRST_LINES]
