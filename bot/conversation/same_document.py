"""Turns that another measure of the same document answers: 谁来测, 逾期还收不 after the amount."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import ShownMeasure
from bot.answering import ONE_MATTER, TRACE, Act, acts_asked, only_mentions, says_who
from bot.conversation import answers
from bot.conversation.at_hand import at_hand
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import read_turn
from bot.conversation.nearness import MOSTLY, coverage, first, score
from bot.conversation.other_notice import is_on_another_notice
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, strong
from bot.messages import talk as messages
from bot.ports import Finding
from bot.rendering import contact_blocks, leads, quotes, source
from corpus.records import Document, Measure
from corpus.text.phones import find_phones
from retrieval.deciding import Reason, Verdict
from retrieval.question import NEAR_MISSES

_LISTED = 2
"""A measure with so many phones is a list of whom to call."""
_LEANING = 0.7
"""Below this probability of standing alone a turn depends on what was said."""
_GUESSED, _STRAYING = 0.6, 0.9
"""Below this score what a turn finds in another document is a guess; in one of another region it is a guess
up to the second."""


def doer(scene: Scene) -> Reply | None:
    """谁来测, 钱谁拨: who does what the current measure does not speak of, as one other measure says."""
    acts = acts_asked(scene.reading.question)
    here = _here(scene)
    if here is None or scene.turn.move or not acts:
        return None
    document, topic, measure = here
    saying = _saying(document, measure, acts)
    if saying is None or not _is_all(scene.words.content, acts, saying):
        return None
    shown = scene.assistant.quoted(scene.blank, scene.reading.question, [saying.id, measure.id])
    answer = answers.said(scene.blank, shown, _who_blocks(shown, scene.blank.region))
    return answer, scene.focus.staying(topic)


def _saying(document: Document, measure: Measure, acts: Sequence[Act]) -> Measure | None:
    """The one other measure that says who does what is asked; None where the current one says it.

    Whom to ask for money that has not come is told by the line on that, whoever pays it.
    """
    acts = [act for act in acts if act.name == TRACE and _of_act(document, [act])] or acts
    if any(says_who(measure, act) for act in acts):
        return None
    saying = _of_act(document, acts)
    alone = [other for other in saying if len(find_phones(other.text)) < _LISTED] or saying
    return alone[0] if len(alone) == 1 else None


def _of_act(document: Document, acts: Sequence[Act]) -> list[Measure]:
    return [other for other in document.measures if any(says_who(other, act) for act in acts)]


def said_beside(scene: Scene) -> Reply | None:
    """逾期还收不: what an article of the notice says, where a search leads elsewhere or nowhere.

    Of a turn that depends on what was said, or is nearer to this notice than to any other, the article that
    comes nearest, even if it does not print what is asked.
    """
    here, hand = _here(scene), at_hand(scene)
    if here is None or hand is None or not scene.words.matter or scene.turns_away:
        return None
    if not _leads_elsewhere(scene, here[0]) or is_on_another_notice(scene, here[0]):
        return None
    article = hand.nearest
    if scene.turn.fields and only_mentions(hand.matter, scene.query.spoken, article.text):
        return None  # 低保在哪办 after 低保家庭学生免收: said of people, and nothing of the matter.
    surely = coverage(scene.words.matter, article.text) >= MOSTLY or hand.tells_standing(article)
    if not surely and not _goes_on(scene, here[0]):
        return None
    question = f"{scene.reading.question}，{scene.told_before(here[1].question)}"
    answer = scene.assistant.answered(scene.blank, question, [article.id], unprinted=not hand.prints(article))
    return answer, scene.focus.staying(replace(here[1], chosen=hand.told.id))


def _goes_on(scene: Scene, document: Document) -> bool:
    """Whether a turn depends on what was said, or finds nothing nearer than an article of the notice."""
    if scene.finding.verdict is not Verdict.NOT_COVERED and not _strays(scene):
        return False
    found = first(scene.finding)
    leans = scene.words.follows or scene.sense.alone < _LEANING
    return leans or (found is not None and _stands_in(found, document))


def near(scene: Scene) -> Reply | None:
    """那旧拖拉机呢: the measure on the matter that a turn names, though by itself it says too little."""
    finding, topic = scene.finding, scene.topic
    neighbour = finding.neighbour
    if topic is None or topic.chosen is None or neighbour is None or finding.reason is not Reason.OFF_TOPIC:
        return None
    leans = scene.words.leans or scene.sense.alone < _LEANING
    held = coverage(scene.words.matter, scene.text_of(neighbour))
    if not leans or held < MOSTLY or scene.region_of(neighbour) != scene.region_of(topic.chosen):
        return None
    answer = scene.assistant.answered(scene.blank, scene.reading.question, [neighbour])
    return answer, scene.focus.turned_to(Topic(scene.reading.question).showing([neighbour]))


def _here(scene: Scene) -> tuple[Document, Topic, Measure] | None:
    """Document, topic and measure of the talk; None where it has none or the turn names a place or a year."""
    topic, query = scene.topic, scene.query
    if topic is None or topic.chosen is None or query.regions or query.elsewhere or query.years:
        return None
    measure = scene.assistant.catalog.measure(topic.chosen)
    document = scene.assistant.catalog.document(measure.document)
    return (document, topic, measure) if len(document.measures) <= ONE_MATTER else None


def _is_all(content: Sequence[str], acts: Sequence[Act], saying: Measure) -> bool:
    """Whether a turn names nothing beside what is done, or the measure that says who does it holds it."""
    left = (re.sub(rf"{act.asked.pattern}|[钱款没还]", "", chunk) for act in acts for chunk in content)
    return (
        not any(len(chunk) > 1 and read_turn(chunk).content for chunk in left)
        or coverage(content, saying.text) >= MOSTLY
    )


def _leads_elsewhere(scene: Scene, document: Document) -> bool:
    """Whether the turn by itself is refused, but not for what its words ask, or guessed to be elsewhere."""
    finding: Finding = scene.finding
    if finding.verdict is Verdict.NOT_COVERED:
        by_words = bool(set(finding.query.wishes) & NEAR_MISSES)
        return not (by_words or (scene.refused_for_good and scene.sense.alone >= _LEANING))
    found = first(finding)
    least = _STRAYING if _strays(scene) else _GUESSED
    return found is not None and not _stands_in(found, document) and score(finding) < least


def _strays(scene: Scene) -> bool:
    """Whether what a turn without a place finds holds in another region than the measure of the talk."""
    found, chosen = first(scene.finding), scene.topic.chosen if scene.topic else None
    return bool(found and chosen) and scene.region_of(found or "") != scene.region_of(chosen or "")


def _stands_in(measure_id: str, document: Document) -> bool:
    return any(measure.id == measure_id for measure in document.measures)


def _who_blocks(shown: Sequence[ShownMeasure], region: str | None) -> list[Block]:
    stating, measure = shown
    return [
        answers.about(measure),
        leads(measure, region),
        (strong(messages.SAME_DOCUMENT.format(named=messages.SAID_WHO)),),
        quotes(stating, answers.QUOTE_UNITS),
        *contact_blocks(stating.calls),
        source(stating),
    ]
