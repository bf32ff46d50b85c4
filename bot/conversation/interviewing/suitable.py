"""Which measures fit somebody: searched for, then filtered by what their records say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answering import is_superseded
from bot.conversation.interviewing.choices import Choice, Step, default_choices
from bot.conversation.scene import Scene
from bot.eligibility import needs
from bot.judged_terms import term_of
from corpus.records import Measure, State
from corpus.stored_measures import ids_of

MOST = 5
"""Measures listed; an answer shows no more."""
MOST_NEEDS = 3
"""Most figures asked for at once; more would feel like filling in a form."""
_LEAST_SCORE = 0.2
"""Twice the score that a topic in a refusal needs: a measure must match well to be called fitting."""
_GRANT = re.compile(
    r"补贴|补助|奖励|奖补|以奖代补|贴息|减免|免征|免收|减半|减按|救助|担保贷款|延期还本"
    r"|最低生活保障标准|基本养老金|公益性岗位|给予|最高支持"
)
"""Words of a sentence that grants something."""
_TELLS = re.compile(r"公开|宣传|解读|督导|考核")
"""Words of a sentence that mentions a grant without granting it."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """What somebody said about himself; None or empty where it was left open."""

    who: Choice | None
    matter: Choice | None
    wish: str
    """The matter in the asker's own words, if it is none of the choices."""
    trade: Choice | None


def suitable(scene: Scene, asker: Applicant) -> tuple[str, ...]:
    """Ids of the measures that fit: those in force before expired ones and drafts, then by score."""
    catalog = scene.assistant.catalog
    best_scores: dict[str, float] = {}
    for question in _questions(asker):
        for name, score in _scored(scene, question):
            best_scores[name] = max(score, best_scores.get(name, 0.0))
    fits = [(catalog.measure(name), score) for name, score in best_scores.items()]
    fits = [(measure, score) for measure, score in fits if _fits(measure, asker)]
    day = scene.blank.as_of
    fits.sort(key=lambda fit: (term_of(catalog, fit[0], day).state in (State.EXPIRED, State.DRAFT), -fit[1]))
    return tuple(measure.id for measure, _ in fits[:MOST])


def needed(scene: Scene, measure_ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(name, unit) of the figures needed to check their conditions, most often needed first."""
    catalog = scene.assistant.catalog
    counted: dict[tuple[str, str], int] = {}
    for name in measure_ids:
        for need in needs(catalog.measure(name)):
            counted[need.name, need.unit] = counted.get((need.name, need.unit), 0) + 1
    return tuple(sorted(counted, key=lambda need: -counted[need]))[:MOST_NEEDS]


def _questions(asker: Applicant) -> tuple[str, ...]:
    who = asker.who.label if asker.who else ""
    trade = asker.trade.label if asker.trade else ""
    wishes = asker.matter.asks if asker.matter else (asker.wish,) if asker.wish else ()
    of_trade = (f"{trade}{who}有什么补助奖励",) if trade else ()
    return (*wishes, *of_trade) or tuple(
        ask
        for choice in default_choices()
        if choice.step is Step.MATTER and _is_for(choice, who)
        for ask in choice.asks[:1]
    )


def _is_for(choice: Choice, who: str) -> bool:
    return not who or not choice.only or who in choice.only


def _scored(scene: Scene, question: str) -> Iterable[tuple[str, float]]:
    """(measure id, score) of a question's hits in the asker's region, shown or not.

    Left out are documents for which another one stands: interpretations of a policy at hand, repealed ones.
    """
    catalog, region = scene.assistant.catalog, scene.blank.region
    left_out = frozenset(
        measure_id
        for document in catalog.documents
        if (region and document.region not in ("", *scene.tree.holding(region)))
        or is_superseded(catalog, document, scene.blank.as_of)
        for measure_id in ids_of(document)
    )
    finding = scene.assistant.find(question, replace(scene.blank, region=region), left_out)
    for hit in (*finding.hits, *finding.rejected):
        if hit.score >= _LEAST_SCORE:
            yield hit.measure_id, hit.score


def _fits(measure: Measure, asker: Applicant) -> bool:
    """Whether a paragraph is for such people and has a sentence that grants something in such a matter."""
    if not measure.applies:
        return False
    lines = [re.sub(r"\s", "", line) for line in measure.text.split("\n")]
    if not any(_gives(line, asker) for line in lines):
        return False
    return asker.trade is None or not _of_other_trade("".join(lines), asker.trade)


def _gives(line: str, asker: Applicant) -> bool:
    if asker.who and not asker.who.is_meant_by(line) and (asker.matter is None or _names_people(line)):
        return False
    given = [s for s in line.split("。") if _GRANT.search(s) and not _TELLS.search(s)]
    return any(asker.matter is None or asker.matter.is_meant_by(sentence) for sentence in given)


def _names_people(line: str) -> bool:
    """Whether a paragraph names any kind of people; one that names only a matter is for whoever has that."""
    return any(choice.is_meant_by(line) for choice in default_choices() if choice.step is Step.WHO)


def _of_other_trade(text: str, trade: Choice) -> bool:
    """Whether its first sentence, which says whom it is for, names another trade and not this one."""
    first = re.split(r"[。；]", text, maxsplit=1)[0]
    others = [c for c in default_choices() if c.step is Step.TRADE and c.label != trade.label]
    return not trade.is_meant_by(text) and any(choice.is_meant_by(first) for choice in others)
