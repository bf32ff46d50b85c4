"""What a follow-up that is answered from fields costs: neither a vector nor a search."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from bot.answer import Ask, Status
from bot.answering.assistant import Assistant
from bot.conversation.hearing.phrases import make_ear
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from retrieval import Retriever

DAY = date(2026, 11, 21)
FRIDGE = "周政办字〔2024〕11号#19"
OPENING = "家里旧冰箱换新的有补贴吗"


class CountingEncoder:
    """The real encoder; remembers what it was asked to encode."""

    def __init__(self, encoder):
        self._encoder = encoder
        self.name, self.dim = self._encoder.name, self._encoder.dim
        self.encoded = []

    def encode_queries(self, texts):
        """The real vectors."""
        self.encoded += texts
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts):
        """The real vectors; passages are counted by nobody."""
        return self._encoder.encode_passages(texts)


@dataclass
class CountingSearch:
    """A retriever; remembers what was searched."""

    retriever: Retriever
    searched: list[str] = field(default_factory=list)

    def as_typed(self, question, as_of):
        """As the retriever reads it."""
        return self.retriever.as_typed(question, as_of)

    def search(self, question, **where):
        """What the retriever finds."""
        self.searched.append(question)
        return self.retriever.search(question, **where)


@pytest.fixture(scope="module")
def encoder(workbench):
    return CountingEncoder(workbench.encoder)


@pytest.fixture(scope="module")
def search(workbench, encoder):
    return CountingSearch(Retriever(workbench.catalog, workbench.retriever.index, encoder))


@pytest.fixture
def say(workbench, search, encoder):
    """Says one turn after the opening question; what the opening took is not counted."""
    assistant = Assistant(workbench.catalog, search, today=lambda: DAY)
    talk = Talk(assistant, MemorySessions(), make_ear(encoder, workbench.retriever.index.table))
    opening = talk.ask(Ask(OPENING, session="s"))
    assert opening.measures[0].id == FRIDGE
    search.searched.clear()
    encoder.encoded.clear()
    return lambda words: talk.ask(Ask(words, session="s"))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("电话呢", "0533-6195136"),
        ("那电话呢", "0533-6195136"),
        ("哪个科", "商贸流通科"),
        ("归谁管", "区商务局"),
        ("到什么时候", "2024年12月31日"),
        ("有效期到哪天", "2024年12月31日"),
        ("怎么申请", "区商务局"),
        ("金额多少", "给予奖励"),
    ],
)
def test_a_field_is_read_without_a_vector_and_without_a_search(say, search, encoder, words, says):
    """The measure at hand prints it; the words name no place, year or matter that a search could find."""
    answer = say(words)
    assert (answer.status, [measure.id for measure in answer.measures[-1:]]) == (Status.ANSWERED, [FRIDGE])
    assert says in answer.text
    assert (search.searched, encoder.encoded) == ([], [])


def test_another_place_is_still_looked_up(say, search):
    """聊城的电话呢 asks for the rules of 聊城, which no field of a measure of 周村 holds."""
    say("聊城的电话呢")
    assert any("聊城" in question for question in search.searched)


@pytest.mark.parametrize("words", ["低保电话呢", "dianhua duoshao"])
def test_another_matter_and_what_may_be_misspelt_are_still_searched(say, search, words):
    """A matter of its own, and pinyin, whose characters only a search tells."""
    say(words)
    assert search.searched


def test_a_year_named_is_no_field_of_the_measure_at_hand(say):
    """2026年的电话呢: the measure ended with 2024, which is what is said."""
    assert "2024年12月31日" in say("2026年的电话呢").text
