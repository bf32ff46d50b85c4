"""The assistant with its parts at hand, for judging and explaining what it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from bot.answer import Answer, Ask
from bot.answering import Assistant, Rarity, Withholding
from bot.ports import Finding, Search
from corpus.catalog import Catalog
from embeddings import Encoder
from retrieval import Retriever
from retrieval.fitting import Baseline, BaselineSearch, JudgedQuestion, norm
from retrieval.ranking import Hidden


class Questions(StrEnum):
    """Which of the stored plain-language questions are compared."""

    ALL = "all"
    NOT_OWN = "not own"
    """Without those of the documents that answer the question, as if these had been added today."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Workbench:
    """What an assistant is made of. `basis` says what it stands on: model, digest of the documents."""

    catalog: Catalog
    retriever: Retriever
    encoder: Encoder
    region: str | None
    basis: Mapping[str, str]

    def ask(self, question: JudgedQuestion, as_of: date, using: Questions = Questions.ALL) -> Answer:
        """The answer of the assistant."""
        return self._answer(self.search(question, using), question, as_of)

    def reply(self, question: str, as_of: date) -> Answer:
        """The answer of the assistant to a question that nobody has judged."""
        return Assistant(self.catalog, self.retriever, region=self.region).ask(Ask(question, as_of=as_of))

    def withheld_by(self, question: str, finding: Finding) -> str:
        """What the rule is called that withholds what a search found; empty where none does."""
        rule = Withholding(self.catalog, lambda: Rarity.of(self.catalog)).rule(question, finding)
        return rule.label if rule else ""

    def ask_baseline(self, question: JudgedQuestion, as_of: date, baseline: Baseline) -> Answer:
        """The answer of the assistant over a search by one channel alone."""
        return self._answer(BaselineSearch(self.retriever, self.encoder, baseline), question, as_of)

    def search(self, question: JudgedQuestion, using: Questions) -> Retriever:
        """The retriever that compares a question with these stored ones."""
        if using is Questions.ALL:
            return self.retriever
        stored = self.retriever.index.questions
        return self.retriever.without(stored.positions if using is Questions.NONE else self._own(question))

    def gold(self, question: JudgedQuestion) -> tuple[int, ...]:
        """Positions of the measures that answer a question."""
        measures = self.retriever.facts.measures
        return question.positions((m.document for m in measures), (m.text for m in measures))

    def _own(self, question: JudgedQuestion) -> Hidden:
        """Positions of the stored questions of the documents that answer a question."""
        facts, stored = self.retriever.facts, self.retriever.index.questions
        documents = [norm(number) for number in facts.documents]
        answering = {gold.document for gold in question.gold}
        own = np.array([documents[owner] in answering for owner in stored.owners], dtype=np.bool_)
        return stored.positions[own]

    def _answer(self, search: Search, question: JudgedQuestion, as_of: date) -> Answer:
        return Assistant(self.catalog, search, region=self.region).ask(
            Ask(question.q, id=question.id, as_of=as_of)
        )
