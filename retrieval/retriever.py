"""Turns a question into ranked measures and a decision."""

import copy
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

import numpy as np

from corpus.catalog import Catalog
from corpus.regions import region_of
from embeddings import Encoder
from retrieval.case_making import Judge
from retrieval.deciding import (
    Asks,
    Case,
    Decision,
    Reason,
    Verdict,
    decide,
    default_asks,
    has_neighbour,
    probability,
    stating_next,
)
from retrieval.gathering import Candidates, Gatherer, default_limits
from retrieval.indexing import Index
from retrieval.question import (
    TABLE_ROW,
    Query,
    asked_from,
    nearest_alike,
    positions_called,
    row_label,
    understand,
)
from retrieval.ranking import (
    PARTS,
    VECTOR_PARTS,
    Circumstances,
    Hidden,
    MeasureFacts,
    Weights,
    default_weights,
    facts_of,
    is_of_other_town,
    vocabulary_of,
)
from retrieval.respelling import Speller, corrections, is_meant, is_stored
from retrieval.search_result import Hit, Result, hit_of
from retrieval.text import plain

_NEAR = 3
"""The most measures shown that are near, but not very near, the best."""
_GUESSED_SURE = 0.2
"""The least chance at which a question read in other characters than were typed is answered. Of 200 stored
questions in pinyin, judged as if they were new, .945 are then answered, and of 187 that nothing answers .957
are refused; from the ordinary threshold on .970 and .909, from .15 on .970 and .925, from .25 on .940 and
.968 (2026-11-21)."""
_SPELT_OUT = 0.5
"""Share of a question's syllables from which it counts as typed in pinyin."""
_OF_PLACE = frozenset({Reason.OFF_TOPIC, Reason.OTHER_REGION, Reason.OTHER_SUBSIDY})
"""Reasons to refuse for which the name of a place may be to blame."""
_REJECTED = 5
"""The most rejected hits in a result, for explanations and suggestions."""


class Retriever:
    """Searches one catalog through one index; holds no state between questions and is thread-safe."""

    def __init__(
        self,
        catalog: Catalog,
        index: Index,
        encoder: Encoder,
        weights: Weights | None = None,
        asks: Asks | None = None,
        *,
        glances: bool = True,
    ) -> None:
        """`glances` skips the vector of questions that can be decided by their words alone."""
        self.catalog = catalog
        self.index = index
        self._weights = weights or default_weights()
        self.asks = asks or default_asks(encoder.name)
        self._hidden: Hidden | None = None
        self.facts = facts_of(catalog, index)
        candidates = Candidates(index, self.facts, default_limits())
        self._judge = Judge(candidates, encoder, self._weights, self.asks, glances)
        self._known = vocabulary_of(catalog, index)
        self._speller = Speller.of(index)

    @cached_property
    def _rows(self) -> Mapping[str, tuple[str, ...]]:
        """Label of a row of a table -> the documents that have such a row; made when a row is first meant."""
        return _rows_of(self.facts)

    @property
    def weights(self) -> Weights:
        """The weights of parts and rules, and the models and thresholds of decisions."""
        return self._weights

    def syllables(self) -> Mapping[str, str]:
        """The usual syllable of each character, without its tone."""
        return self.index.table.readings

    def without(self, hidden: Hidden) -> "Retriever":
        """A retriever over the same index that compares none of the passages at these positions."""
        other = copy.copy(self)
        other._hidden = hidden
        return other

    def gathering(self, candidates: Gatherer) -> "Retriever":
        """A retriever over the same index that compares questions with these candidates."""
        other = copy.copy(self)
        other._judge = replace(self._judge, candidates=candidates)
        return other

    def search(
        self,
        question: str,
        *,
        region: str | None = None,
        as_of: date,
        top_k: int = 5,
        exclude: frozenset[str] = frozenset(),
    ) -> Result:
        """The measures that concern a question, best first, and whether they answer it.

        `region` is where the person asks from; `exclude` holds ids of measures that must not be returned.
        A question that names its place is answered at least as readily as without the name.
        """
        result = self._searched(question, region, as_of, top_k, exclude)
        if result.verdict is not Verdict.NOT_COVERED or result.reason not in _OF_PLACE:
            return result
        return self._without_place(result, as_of, top_k, exclude) or result

    def _without_place(
        self, result: Result, as_of: date, top_k: int, exclude: frozenset[str]
    ) -> Result | None:
        """What a refused question finds without the name of its place, where that is a rule of the place.

        Asked from nowhere where the place has documents: among the rules of all places that of this one must
        come first by itself. The name of a place without any says nothing: it is asked from there.
        """
        query = result.query
        if len(query.places) != 1 or query.documents:
            return None
        (place,) = query.places
        asker = None if place in query.regions else place
        bare = self._searched(self._unnamed(query, place), asker, as_of, top_k, exclude)
        if bare.verdict is not Verdict.ANSWER:
            return None
        first = self.catalog.measure(bare.hits[0].measure_id)
        if is_of_other_town(query.original, first):
            return None
        region = self.catalog.document_of(first).region
        if region != place if asker is None else region not in ("", *self._known.tree.holding(place)):
            return None
        read = replace(bare.query, original=query.original, places=query.places, regions=query.regions)
        return replace(bare, query=read)

    def _unnamed(self, query: Query, place: str) -> str:
        """A question without the names of a place."""
        named = plain(query.original)
        said = (one.words for one in self._known.tree.named(named) if place in one.meant)
        for name in sorted((*region_of(place).own, *said), key=len, reverse=True):
            named = named.replace(name, "")
        return named

    def _searched(
        self, question: str, region: str | None, as_of: date, top_k: int, exclude: frozenset[str]
    ) -> Result:
        """The outcome for a question as it is worded."""
        query = asked_from(nearest_alike(self.understand(question, as_of), self._known, region), region)
        if not query.text or not self.facts.ids:
            return Result(query, Verdict.NOT_COVERED, Reason.EMPTY, (), ())
        around = Circumstances(region, as_of)
        case, order = self.read(query, around, exclude)
        query = case.query
        if query.documents and query.item:
            order = self._referred(case, around, order)
            if not order:
                return self._result(case, Decision(Verdict.NOT_COVERED, Reason.NO_ITEM, 0.0), [], order)
            case = replace(case, best=order[0])
            decision = self._decide(case)
            return self._result(case, decision, order[:top_k], [])
        if not order:
            return Result(query, Verdict.NOT_COVERED, Reason.OFF_TOPIC, (), ())
        case, order = stating_next(case, order)
        decision = self._decide(case)
        shown = order[: self._choose(case, order, top_k)]
        return self._result(case, decision, shown, order[len(shown) : len(shown) + _REJECTED])

    def _result(
        self, case: Case, decision: Decision, shown: Sequence[int], rejected: Sequence[int]
    ) -> Result:
        found = self._hits(case, decision, [*shown, *rejected])
        hits, rest = found[: len(shown)], found[len(shown) :]
        if decision.verdict is Verdict.NOT_COVERED:
            neighbour = case.facts.ids[case.best] if has_neighbour(case, decision.reason) else None
            return Result(
                case.query, decision.verdict, decision.reason, (), (*hits, *rest)[:_REJECTED], neighbour
            )
        heard = self._heard(case, shown[0]) if decision.verdict is Verdict.ANSWER else ()
        return Result(case.query, decision.verdict, decision.reason, hits, rest, heard=heard)

    def _decide(self, case: Case) -> Decision:
        """What to do with a case; a question stored word for word with the best measure is answered."""
        decision = decide(case, self.index.whole.rarity, self._weights)
        if is_stored(case.query.original, self.index, int(case.facts.positions[case.best]), self._hidden):
            return replace(decision, verdict=Verdict.ANSWER, reason=Reason.NONE)
        guessed = case.query.respelt and not case.named and decision.verdict is Verdict.ANSWER
        if guessed and decision.probability < _GUESSED_SURE:
            return replace(decision, verdict=Verdict.NOT_COVERED, reason=Reason.OFF_TOPIC)
        return decision

    def _heard(self, case: Case, position: int) -> tuple[str, ...]:
        """Words of a measure that unknown words of the question sound like; of pinyin the whole question."""
        index, query, owner = self.index, case.query, int(case.facts.positions[position])
        if query.typed and index.table.pinyin_share(query.typed) >= _SPELT_OUT:
            return (query.text,)
        channels = (index.text, index.questions)
        vocabularies = (index.whole.units, index.questions.characters.units)

        def sounding(pairs: Iterable[str]) -> list[str]:
            wanted = list(pairs)
            passages = {position for channel in channels for position in channel.sounding(wanted, owner)}
            return [plain(passage.text) for passage in index.passages.at(sorted(passages))]

        typed = query.typed or query.content
        alike = corrections(
            typed,
            sounding,
            lambda pair: any(pair in vocabulary for vocabulary in vocabularies),
            index.table,
        )
        respelt = self._speller.respell(typed) if alike else ""
        return tuple(words for words in alike if is_meant(words, typed, respelt))

    def _referred(self, case: Case, around: Circumstances, order: Sequence[int]) -> list[int]:
        """Positions of the measures named by document and item, those of the asker's region first."""
        referred, query, facts = [], case.query, case.facts
        for number in query.documents:
            asked = sorted(position for position in order if facts.documents[position] == number)
            labels = [facts.measures[position].item for position in asked]
            referred += [asked[position] for position in positions_called(query.item or "", labels)]
        return sorted(referred, key=lambda position: facts.regions[position] != around.region)

    def as_typed(self, question: str, as_of: date) -> Query | None:
        """What a question says in the characters typed, as `search` reads it, without searching.

        None where other characters may be meant, as in pinyin: only a search decides which reading is right.
        """
        query = self.understand(question, as_of)
        return query if self._respelt(query, as_of) is None else None

    def understand(self, question: str, as_of: date | None = None) -> Query:
        """What a question says beyond its words, on the day it is asked."""
        query = understand(question, self._known, as_of)
        return query if query.documents else replace(query, documents=self._with_row(query.item))

    def _with_row(self, item: str | None) -> tuple[str, ...]:
        """The documents whose table has the row that an item means: 分解表第44行 names no document."""
        label = row_label(item)
        return self._rows.get(label, ()) if label else ()

    def read(
        self, query: Query, around: Circumstances, exclude: frozenset[str] = frozenset()
    ) -> tuple[Case, Sequence[int]]:
        """The result of `judge` for the query as typed or as respelt, whichever is likelier to be answered.

        Pinyin is judged only in characters: its letters say little about whether anything answers it.
        """
        meant = self._respelt(query, around.as_of)
        if meant is None or self.index.table.pinyin_share(query.text) >= _SPELT_OUT:
            return self.judge(meant or query, around, exclude)
        readings = [self.judge(wording, around, exclude) for wording in (query, meant)]
        return max(readings, key=lambda reading: probability(reading[0], self._weights))

    def _respelt(self, query: Query, as_of: date) -> Query | None:
        """The query in the characters that were meant; None where those were typed."""
        text = self._speller.respell(query.text)
        if text == query.text:
            return None
        return replace(self.understand(text, as_of), original=query.original, typed=query.content)

    def judge(
        self,
        query: Query,
        around: Circumstances,
        exclude: frozenset[str] = frozenset(),
        hidden: Hidden | None = None,
    ) -> tuple[Case, Sequence[int]]:
        """The ranking of the measures that a query is compared with, and which may be shown, best first.

        Positions are those in the facts of the case. `exclude` names measures that are not shown, `hidden`
        passages that are not compared.
        """
        return self._judge.judge(query, around, exclude, self._hidden if hidden is None else hidden)

    def _choose(self, case: Case, order: Sequence[int], top_k: int) -> int:
        """How many measures are shown: up to three that are near the best, more only when very near."""
        weights, totals = case.ranking.weights, case.ranking.total[np.array(order[:top_k])]
        compared = [name for name in PARTS if case.glance is None or name not in VECTOR_PARTS]
        reach = sum(weights[name] for name in compared) / sum(weights[name] for name in PARTS)
        near = int((totals >= totals[0] - reach * self._weights.choice["margin"]).sum())
        close = int((totals >= totals[0] - reach * self._weights.choice["close"]).sum())
        return max(1, min(near, _NEAR), close)

    def _hits(self, case: Case, decision: Decision, positions: Sequence[int]) -> tuple[Hit, ...]:
        passages = self.index.passages.at([int(case.likeness.passages[position]) for position in positions])
        return tuple(
            hit_of(case, decision, position, passage.text)
            for position, passage in zip(positions, passages, strict=True)
        )


def _rows_of(facts: MeasureFacts) -> dict[str, tuple[str, ...]]:
    """Label of a row of a table -> the documents that have such a row."""
    having = defaultdict[str, list[str]](list)
    for number, name in zip(facts.documents.tolist(), facts.ids, strict=True):
        item = name[len(number) + 1 :]
        if item.startswith(TABLE_ROW) and number not in having[item]:
            having[item].append(number)
    return {label: tuple(numbers) for label, numbers in having.items()}
