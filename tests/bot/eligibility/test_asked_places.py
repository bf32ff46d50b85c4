"""Registers, homes and places of work beside the place that a text asks for."""

import pytest

from bot.eligibility.printed.asked_places import Home, asked_places

DISTRICT = Home("周村")
TOWN = Home("周村", "王村镇")


def told(text, question, home=DISTRICT):
    """What a question tells of the only place that a text asks for."""
    ((trait, _, _, _),) = asked_places(text, home)
    return [(one.value, one.is_denied) for one in trait.said(question)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("户口在张店，人住周村", [("外地", False)]),
        ("我户口桓台，82岁", [("外地", False)]),
        ("户口是淄川的，在周村住十年了", [("外地", False)]),
        ("外地户口行吗", [("外地", False)]),
        ("周村户口", [("本地", False)]),
        ("俺爹王村户口", [("本地", False)]),
        ("户口不在周村", [("本地", True)]),
        ("我不是周村户口", [("本地", True)]),
        ("俺没有周村户口", [("本地", True)]),
        ("我不是张店户口", [("外地", True)]),
        ("我是周村人", [("本地", False)]),
        ("淄博户口", []),
        ("户口本丢了", []),
        ("农村户口", []),
    ],
)
def test_a_register_is_here_elsewhere_or_unknown(question, expected):
    """A town of the district is here, another district elsewhere, the city around it may be either."""
    assert told("具有周村区户籍，年满80周岁", question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("王村户口", [("本地", False)]),
        ("户口在南郊镇", [("外地", False)]),
        ("周村户口", []),
        ("张店户口", [("外地", False)]),
    ],
)
def test_the_register_of_a_town_is_no_other_town_s(question, expected):
    assert told("具有本镇户籍的居民", question, TOWN) == expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("在周村区殡仪馆火化的", "在张店火化的", [("外地", False)]),
        ("在周村区殡仪馆火化的", "在周村的殡仪馆火化", [("本地", False)]),
        ("在本区实际居住", "我住在张店", [("外地", False)]),
        ("在本区实际居住", "在张店住院呢", []),
        ("在本区注册的企业", "我在张店上班", []),
    ],
)
def test_what_is_done_at_the_place_of_a_text_is_compared(text, question, expected):
    assert told(text, question) == expected


def test_a_document_of_a_town_is_known_by_its_issuer():
    assert Home.of("周村", "王村镇人民政府") == TOWN
    assert Home.of("周村", "周村区民政局") == DISTRICT
