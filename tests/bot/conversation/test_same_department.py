"""A place behind a question for a body's phone asks for the body of that place, a city for its namesake."""

from dataclasses import replace

import pytest

from bot.answer import Ask, Status
from bot.answering import Assistant
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from retrieval.deciding import Verdict
from tests.bot.conversation.printed_bodies import document_of, duty_of
from tests.bot.conversation.said_turns import TODAY
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, FakeSearch

COUNTIES = Catalog(
    (
        document_of("青某〔2026〕1号", "青禾县", "通知", "事项", "", duty_of("县商务局", None, "5550001")),
        document_of("松某〔2026〕1号", "松源县", "通知", "县商务局负责审核，电话5570001。"),
        document_of("云某〔2026〕1号", "云岭县", "通知", "县民政局负责审核，电话5560001。"),
    ),
    "d",
)
PLACES = {"青禾": "青禾县", "松源": "松源县", "云岭": "云岭县"}


class ByPlace(FakeSearch):
    """Reads the place in the words of each turn."""

    def search(self, question, **limits):
        """The same finding with the places that the question names."""
        found = super().search(question, **limits)
        regions = tuple(region for name, region in PLACES.items() if name in question)
        return replace(found, query=FakeQuery(regions=regions))


@pytest.mark.parametrize(
    ("turn", "phone"),
    [("松源呢", "5570001"), ("松源县的呢", "5570001"), ("云岭呢", "没有印云岭县商务局的电话")],
)
def test_the_same_body_of_another_place_is_asked_for(turn, phone):
    """And its phone follows; none of the body that was asked for before."""
    search = ByPlace(FakeFinding(Verdict.NOT_COVERED))
    talk = Talk(Assistant(COUNTIES, search, today=lambda: TODAY), MemorySessions())
    first, second, third = (talk.ask(Ask(words, session="s")) for words in ("青禾商务局电话", turn, "电话"))
    assert "5550001" in first.text
    for answer in (second, third):
        assert phone in answer.text
        assert "5550001" not in answer.text


def test_a_city_means_its_district_of_the_same_name():
    """济南呢 after what holds in 市中区 of 枣庄 is 市中区 of 济南; nothing of 枣庄 is told then."""
    near = document_of("枣某〔2026〕1号", "枣庄市市中区", "通知", "低保每月800元。")
    far = document_of("济某〔2026〕1号", "济南市市中区", "通知", "高龄津贴每月100元。")
    here = FakeFinding(hits=(FakeHit("枣某〔2026〕1号#1"),), query=FakeQuery(regions=("枣庄市市中区",)))
    there = FakeFinding(Verdict.NOT_COVERED, query=FakeQuery(around=("济南",)))

    class Search(FakeSearch):
        """Finds by the first turn alone."""

        def search(self, question, **limits):
            super().search(question, **limits)
            return there if "济南" in question else here

    catalog = Catalog((near, far), "d")
    talk = Talk(Assistant(catalog, Search(), today=lambda: TODAY), MemorySessions())
    first, second = (talk.ask(Ask(words, session="s")) for words in ("枣庄市中区低保", "济南呢"))
    assert first.status is Status.ANSWERED
    assert "济南市市中区" in second.text
    assert "800" not in second.text
