"""What a refusal keeps of a row with a phone, and of the county around the town that is asked about."""

from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.answering.declining.called_rows import is_called_about
from bot.helplines import shipped_helplines
from corpus.catalog import Catalog
from corpus.records import Document, ItemReason, Measure, Responsibility, Role, Validity
from retrieval.deciding import Reason, Verdict
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch, measure

UNSTATED = Validity(None, None, "")
TOWN = "周村区王村镇"


def row(body: str, phone: str | None = "6680301", number: str = "甲") -> Measure:
    """A row of a table: a body, its phone, and on which days it is open."""
    duty = Responsibility(body, body, Role.RESPONSIBLE, phone=phone)
    cells = (("单位", body), ("电话", phone or ""), ("开放", "每周三全天"))
    made = measure("表1", cells, document=number, responsibilities=(duty,))
    return replace(made, reason=ItemReason.ROW, validity=UNSTATED)


@pytest.mark.parametrize(
    ("question", "body", "places", "called"),
    [
        ("周三能在王村打疫苗吗", "王村镇中心卫生院", (TOWN,), True),
        ("周三能打疫苗吗", "县人民医院", (), True),
        ("周三能打疫苗吗", "县人民医院", (TOWN,), True),
        ("周三能在王村打疫苗吗", "北郊镇卫生院", (TOWN,), False),
        ("周三能在王村看电影吗", "王村镇中心卫生院", (TOWN,), False),
        ("周三能在王村打疫苗吗", "王村镇文化站", (TOWN,), False),
    ],
)
def test_a_row_is_near_whose_body_does_the_matter_where_it_is_asked_for(
    question: str, body: str, places: tuple[str, ...], called: bool
) -> None:
    """疫苗, 卫生院 and 医院 are words of one matter of the table; another town's is not called."""
    matters = [*shipped_helplines().matters_of(question)]
    assert is_called_about(row(body), matters, places) is called


def test_what_is_no_row_or_has_no_phone_is_not_called() -> None:
    """A rule that names 卫生院 may be on anything."""
    matters = [*shipped_helplines().matters_of("周三能打疫苗吗")]
    assert not is_called_about(row("县人民医院", None), matters, ())
    assert not is_called_about(replace(row("县人民医院"), reason=None), matters, ())


def refused(question: str, *held: Document, neighbour: str | None = None) -> str:
    """What is said of a question on 王村镇 to which the search finds no answer."""
    finding = FakeFinding(
        Verdict.NOT_COVERED, Reason.OFF_TOPIC, query=FakeQuery(regions=(TOWN,)), neighbour=neighbour
    )
    assistant = Assistant(Catalog(held, "d"), FakeSearch(finding), today=lambda: date(2026, 11, 21))
    return assistant.ask(Ask(question, region="周村")).text


def document(number: str, region: str, *measures: Measure) -> Document:
    return Document(number, f"{number}事项", "", region, date(2026, 5, 1), UNSTATED, ("a",), measures)


def duty_of(body: str, phone: str) -> Responsibility:
    return Responsibility(body, body, Role.LEAD, phone=phone)


HEALTH = measure(
    "1",
    (("", "支持村卫生室和卫生院改造。"),),
    document="乙",
    responsibilities=(duty_of("区卫生健康局", "6195129"),),
)
COUNTY = document("乙", "周村", replace(HEALTH, validity=UNSTATED))
TOWNS = document("丙", TOWN, replace(measure("1", (("", "种树。"),), document="丙"), validity=UNSTATED))


def test_of_a_town_the_county_around_it_knows_who_does_the_matter() -> None:
    """A document of the town is at hand, and names nobody for it."""
    assert "区卫生健康局 电话 0533-6195129" in refused("王村卫生院几号打疫苗", COUNTY, TOWNS)


def test_of_another_county_nobody_is_named_for_a_town() -> None:
    """桓台县 does not govern 王村镇."""
    strange = replace(COUNTY, region="桓台县")
    assert "6195129" not in refused("王村卫生院几号打疫苗", strange, TOWNS)


def test_the_row_of_the_body_that_does_the_matter_is_shown_with_its_phone() -> None:
    """Whether it says what is asked the search does not know: on which days stands in it."""
    listed = document("甲", "周村", row("王村镇中心卫生院"))
    said = refused("周三能在王村打疫苗吗", COUNTY, TOWNS, listed, neighbour="甲#表1")
    assert "附表第1行" in said
    assert "王村镇中心卫生院 电话 0533-6680301" in said
    assert "6195129" not in said
