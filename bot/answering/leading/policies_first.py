"""In which order tied measures are shown: a policy before what explains it, an article for its change."""

from collections.abc import Iterator, Sequence

from bot.answering.leading.ranked_hits import Scored
from bot.answering.quoting.highlights import states_as_much
from bot.ports import CatalogView, Finding
from corpus.errors import WenzhengError
from corpus.records import Measure
from corpus.ties import EXPLAINING, TieKind
from retrieval.deciding import Reason

NEAR_SHARE = 0.6
"""Least share of an interpretation's score for a measure of its policy to go before it."""


def policies_first(
    library: CatalogView, question: str, hits: Sequence[Scored], rejected: Sequence[Scored]
) -> list[Scored]:
    """What a search found, in the order in which it is shown; `rejected` hits may only be brought forward.

    A decision that changes an article gives way to the article, which is shown with the change. A measure of
    a policy goes before that of its interpretation, unless only the latter states what is asked.
    """
    shown = list({name: (name, score) for hit in hits for name, score in _articles(library, hit)}.values())
    near = [hit for hit in rejected if hit[0] not in {name for name, _ in shown}]
    ordered: list[Scored] = []
    for name, score in shown:
        explained = library.measure(name)
        policy = next(_policies_of(library, question, (explained, score), [*shown, *near]), None)
        ordered += [hit for hit in (*([policy] if policy else []), (name, score)) if hit not in ordered]
    return ordered[: max(len(hits), len(shown))]


def _articles(library: CatalogView, hit: Scored) -> Iterator[Scored]:
    """The articles at hand that a measure changes, else the measure itself."""
    name, score = hit
    document = library.measure(name).document
    changed = [
        change.measure
        for tie in library.ties_of(document)
        if tie.kind is TieKind.AMENDS and tie.source == document
        for change in tie.changes
        if change.by == name and _is_known(library, change.measure)
    ]
    yield from ((article, score) for article in dict.fromkeys(changed or [name]))


def _is_known(library: CatalogView, name: str) -> bool:
    try:
        return bool(name) and bool(library.measure(name))
    except WenzhengError:
        return False


def holding_then(library: CatalogView, question: str, finding: Finding) -> str | None:
    """The measure of a policy in force in the years asked for, of which only what explains it is silent."""
    years = finding.query.years if finding.reason is Reason.OTHER_YEAR else ()
    near = [(hit.measure_id, hit.score) for hit in finding.rejected]
    explained = library.measure(near[0][0]) if near else None
    if explained is None or not years:
        return None
    every = _policies_of(library, question, (explained, near[0][1]), near)
    holding = (name for name, _ in every if _holds_in(library.measure(name), years))
    return next(holding, None)


def _holds_in(measure: Measure, years: Sequence[int]) -> bool:
    term = measure.validity
    first, last = term.valid_from, term.until
    return bool(first and last) and all(first.year <= year <= last.year for year in years if first and last)


def _policies_of(
    library: CatalogView, question: str, hit: tuple[Measure, float], every: Sequence[Scored]
) -> Iterator[Scored]:
    """The measures of the policy that a measure explains that say as much about the question, best first."""
    explained, score = hit
    if library.document(explained.document).kind not in EXPLAINING:
        return
    ties = library.ties_of(explained.document)
    policies = {
        tie.target for tie in ties if tie.kind is TieKind.INTERPRETS and tie.source == explained.document
    }
    for name, chance in every:
        measure = library.measure(name)
        near = measure.document in policies and chance >= NEAR_SHARE * score
        if near and states_as_much(question, measure, explained):
            yield name, chance
