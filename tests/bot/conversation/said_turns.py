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
from tests.bot.fakes import FakeFinding, ReadBySearch
from tests.corpus.taken import taken

FRIDGE = "周政办字〔2024〕11号#19"
CARS = "周政办字〔2024〕11号#16"
NOTHING = FakeFinding(Verdict.NOT_COVERED, Reason.OFF_TOPIC)
TODAY = date(2026, 11, 21)


def turns_over(catalog, search, ear=unheard, today=TODAY):
    """Says one turn of one conversation, and gives the answer."""
    talk = Talk(Assistant(catalog, search, today=lambda: today), MemorySessions(), ear)
    return lambda words, session="s", **more: talk.ask(Ask(words, session=session, **more))


