"""Whose rules an answer shows, level by level."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Answer, DocumentRef, HandedDown, ShownMeasure, Status, Term
from bot.messages.level_words import level_word, rules_of
from bot.rendering.render_text import render
from corpus.records import Section, State

OPEN = Term(State.UNSTATED, None, None, "")
OVER = Term(State.EXPIRED, None, date(2024, 12, 31), "有效期至2024年12月31日")


def shown(region, text, *, validity=OPEN, also=()):
    """A measure of a place."""
    doc = DocumentRef(f"{region}〔2024〕1号", "关于发放高龄津贴的通知", "", region, None)
    return ShownMeasure(
        id=f"{doc.number}#二",
        doc=doc,
        item="二",
        heading=(),
        text=text,
        sections=(Section("", text),),
        contacts=(),
        validity=validity,
        applies=True,
        applies_basis=None,
        deadline=None,
        highlights=(text,),
        conditions=(),
        score=0.8,
        also=also,
    )


def said(region, *measures, several=True):
    """The lines of an answer for somebody in a region."""
    answer = Answer("问", date(2026, 3, 1), Status.ANSWERED, "", measures, region=region)
    return render(replace(answer, several_places=several)).splitlines()


OWN = shown("云龙区", "发放标准。满80周岁每月90元。")
CITY = shown("徐州市", "发放标准。满80周岁每月60元。")
PROVINCE = shown("江苏省", "发放标准。满80周岁每月不低于40元。")


def test_levels_above_stand_in_groups_with_their_own_words():
    """The own rule says no level; each level above is named, numbered on and quoted."""
    lines = said("云龙区", OWN, CITY, PROVINCE)
    assert lines[0] == "发放标准。满80周岁每月90元。"
    assert lines[-4:] == [
        "市里的规定（徐州市）：",
        "2. 发放标准（徐州市〔2024〕1号第二项）：“满80周岁每月60元。”",
        "省里的规定（江苏省）：",
        "3. 发放标准（江苏省〔2024〕1号第二项）：“满80周岁每月不低于40元。”",
    ]


def test_the_rule_of_a_level_above_says_so_first():
    """Where the district has none of its own; somebody of the city is told nothing."""
    assert said("云龙区", CITY)[0] == "以下是市里的规定（徐州市）："
    assert said("徐州市", CITY)[0] == "发放标准。满80周岁每月60元。"


def test_who_names_no_place_sees_whose_rule_it_is():
    """As ever, and other places by their names."""
    lines = said(None, CITY, OWN)
    assert lines[0] == "以下是徐州市的规定："
    assert lines[-1] == "2. 〔云龙区〕发放标准（云龙区〔2024〕1号第二项）"


def test_own_rules_stand_before_those_of_levels_above():
    """The numbers go on."""
    more = replace(OWN, item="三", sections=(Section("", "发放时间。每季度末发放。"),))
    assert said("云龙区", OWN, more, CITY)[-4:] == [
        "相关的还有：",
        "2. 发放时间（云龙区〔2024〕1号第三项）",
        "市里的规定（徐州市）：",
        "3. 发放标准（徐州市〔2024〕1号第二项）：“满80周岁每月60元。”",
    ]


def test_what_has_ended_is_quoted_as_ended():
    """Nobody takes it for current."""
    assert said("云龙区", OWN, replace(CITY, validity=OVER))[-1].startswith("2. 〔已到期〕发放标准")


def test_a_long_rule_is_cut_after_a_clause_and_shows_it():
    """Three lines on a phone; what is left is verbatim."""
    long = "发放标准。" + "符合条件的老年人每人每月领取津贴，" * 9
    line = said("云龙区", OWN, shown("徐州市", long))[-1]
    assert line.endswith("领取津贴，”……")
    assert len(line) < 150


def test_a_rule_handed_down_names_the_other_levels_and_what_they_add():
    """The city's says one sentence more."""
    also = (
        HandedDown("a", CITY.doc, "二", ("外出居住的由子女代领。",)),
        HandedDown("b", PROVINCE.doc, "三", ()),
    )
    lines = said("云龙区", replace(OWN, also=also))
    first = lines.index("市里、省里也有同样的规定：徐州市〔2024〕1号第二项、江苏省〔2024〕1号第三项")
    assert lines[first + 1] == "市里的规定（徐州市）另外写明：“外出居住的由子女代领。”"


@pytest.mark.parametrize(
    ("region", "word"),
    [
        ("江苏省", "省里"),
        ("广西壮族自治区", "自治区里"),
        ("徐州市", "市里"),
        ("延边州", "州里"),
        ("兴安盟", "盟里"),
        ("云龙区", "区里"),
        ("沛县", "县里"),
        ("敖汉旗", "旗里"),
        ("沛县龙固镇", "镇里"),
        ("", "全国"),
    ],
)
def test_levels_are_called_as_people_do(region, word):
    """By how the name ends."""
    assert level_word(region) == word
    assert rules_of(region).startswith(f"{word}的规定")
