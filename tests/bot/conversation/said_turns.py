"""Turns of one conversation over documents; the search finds what each test tells it."""

from dataclasses import dataclass, field, replace
from datetime import date

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.conversation.hearing.phrases import unheard
from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from corpus.catalog import Catalog
from retrieval.deciding.confidence import Verdict
from retrieval.deciding.reasons import Reason
from tests.bot.fakes import FakeFinding, FakeHit, ReadBySearch
from tests.corpus.taken import taken

FRIDGE = "周政办字〔2024〕11号#19"
CARS = "周政办字〔2024〕11号#16"
NOTHING = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC)
TODAY = date(2026, 11, 21)


def turns_over(catalog, search, ear=unheard, today=TODAY):
    """Says one turn of one conversation, and gives the answer."""
    talk = Talk(Assistant(catalog, search, today=lambda: today), MemorySessions(), ear)
    return lambda words, session="s", **more: talk.ask(Ask(words, session=session, **more))


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
    return turns_over(Catalog((taken(path),), "d"), Told(finds))


def turns_over_list(catalog):
    """Says one turn over the bundled documents, where 旧冰箱 finds two rows of the list of 2024."""
    return turns_over(catalog, Told({"旧冰箱": FakeFinding(hits=(FakeHit(FRIDGE), FakeHit(CARS, 0.8)))}))
