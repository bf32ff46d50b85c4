"""Turns with a topic of their own: a case of a measure, a new topic, the rest of a question."""

import re
from dataclasses import replace

from bot.answer import Answer, Status
from bot.answering import (
    Reading,
    holds_matter,
    is_of_notice,
    matter_named,
    shares_matter,
)
from bot.conversation import circumstance_talk
from bot.conversation.about_places import place_talk, region_talk
from bot.conversation.at_hand import CASE_ASKS, AtHand, at_hand, printed_words
from bot.conversation.choosing import asking_which
from bot.conversation.extended_notices import carried_on
from bot.conversation.focus import Focus, Topic
from bot.conversation.hearing.followups import OWN_YEAR, read_turn
from bot.conversation.nearness import LIKELY, SURE, coverage, first, score
from bot.conversation.other_notice import is_on_another_notice
from bot.conversation.relation import Relation, prefers, relation
from bot.conversation.scene import Reply, Scene
from bot.eligibility import gives_figure, restated
from bot.ports import Finding
from bot.rendering import render_text
from corpus.records import Measure
from retrieval.deciding import Reason, Verdict
from retrieval.question import Asked

_SUM_ASKED = "给多少钱"
_AS_NEAR = 0.9
"""From this share of the best score on, a turn that leans on the document at hand means a measure of it."""
_SURELY = 0.9
"""From this score on the article of a notice that a turn finds is what it asks about."""
_COUNTS = re.compile(r"[几多]少?(?:年|个月|次|回|趟|岁|天)|多久|多长时间")
"""What a turn counts itself: with the words of the question before, only the same would be quoted again."""


_TELLS_REGISTER = re.compile(r"(?!.*(?:迁|办|怎么|[本簿]))[^，。]{0,8}(?:户口|户籍)[^，。]{0,8}")
"""A turn that only tells where somebody is registered: 户口在张店的呢, 我是外地户口."""


def completed(scene: Scene) -> Reply | None:
    """农机的 after 补贴: answers both together, where that scores better than the turn alone."""
    pending, content = scene.focus.pending, scene.turn.content
    if not pending or not content:
        return None
    question = scene.reading.question.rstrip("呢。？?！! ") + pending
    joined = scene.find(question)
    if joined.verdict is not Verdict.ANSWER:
        return None
    if scene.finding.verdict is Verdict.ANSWER and score(scene.finding) > score(joined):
        return None
    return _opened(scene, question, joined)


def matter(scene: Scene) -> Reply | None:
    """要是还买油车呢, 智慧农业呢: continues with the current measure or turns to another."""
    topic = scene.topic
    if topic is None or topic.chosen is None or not scene.turn.content:
        return None
    if OWN_YEAR.search(scene.reading.question) and not _finds_another(scene, topic.chosen):
        return _case(scene, topic)
    if reply := _article_found(scene, topic.chosen):
        return reply
    if _names_another_notice(scene):
        return None
    question = f"{scene.before}，{scene.reading.question}"
    joined = scene.find(question)
    match relation(scene, joined):
        case Relation.STAYS:
            return _case(scene, topic)
        case Relation.JOINS if joined.verdict is Verdict.ANSWER:
            return _joined(scene, topic, question, joined)
        case Relation.NEITHER:
            return region_talk.refused(scene, Reason.OFF_TOPIC)
    return None


def _names_another_notice(scene: Scene) -> bool:
    """买拖拉机有补贴没 after building a house: not a case that the current measure compares."""
    hand = at_hand(scene)
    if hand is None or hand.tells_standing(hand.current):
        return False
    return is_on_another_notice(scene, hand.document)


def _article_found(scene: Scene, chosen: str) -> Reply | None:
    """低保呢 after what an insurance costs: the article of the notice at hand that is surely found first."""
    near = first(scene.finding)
    if near is None or not (_is_beside(scene, chosen, near) or _leans_on(scene, chosen, near)):
        return None
    question = f"{scene.reading.question}，{scene.before}"
    article = scene.assistant.catalog.measure(near)
    printed = AtHand(scene, article).prints(article)
    answer = scene.assistant.answered(scene.blank, question, [near], unprinted=not printed)
    return answer, scene.focus.turned_to(Topic(question).showing([near]))


def _is_beside(scene: Scene, chosen: str, near: str) -> bool:
    """办完以后几天内报 after the day of the plan: surely found, and the current has no more of its words."""
    content = scene.words.content
    here, there = coverage(content, scene.text_of(chosen)), coverage(content, scene.text_of(near))
    return near == scene.found_beside and score(scene.finding) >= SURE and there >= here


def _leans_on(scene: Scene, chosen: str, near: str) -> bool:
    """Whether a turn that leans, and asks for no field, surely finds an article of the notice at hand."""
    measure = scene.assistant.catalog.measure
    article, document = measure(near), scene.assistant.catalog.document(measure(chosen).document)
    of_notice = article.document == document.number and is_of_notice(article, document)
    surely = scene.finding.verdict is Verdict.ANSWER and score(scene.finding) >= _SURELY
    return of_notice and surely and scene.words.leans and not scene.turn.fields


def _finds_another(scene: Scene, chosen: str) -> bool:
    """俺们小区2008年盖的能改造不 after the fridge: surely finds a measure that has more of its words."""
    near = first(scene.finding)
    if near is None or near == chosen or scene.finding.verdict is not Verdict.ANSWER:
        return False
    content = scene.turn.content
    here, there = coverage(content, scene.text_of(chosen)), coverage(content, scene.text_of(near))
    return there > here and score(scene.finding) >= (SURE if here else LIKELY)


def other_figure(scene: Scene) -> Reply | None:
    """那12万呢 after 月销售额18万免税吗, 增长12%, 户口在外地: compares this, if the measure does."""
    topic = scene.topic
    if topic is None or topic.chosen is None:
        return None
    turn, as_of = scene.reading.question, scene.blank.as_of
    if case := restated(topic.case, turn, as_of):
        question, told = f"{topic.question}，{case}", replace(topic, case=case)
    elif again := restated(topic.question, turn, as_of):
        question, told = again, replace(topic, question=again, case="")
    elif gives_figure(turn, as_of) or _TELLS_REGISTER.fullmatch(turn):
        question, told = f"{scene.before}，{turn}", replace(topic, case=turn)
    else:
        return None
    answer = scene.assistant.answered(scene.blank, question, [topic.chosen])
    told_of = [check for check in answer.measures[0].conditions if check.said]
    if not told_of or (all(check.met is False for check in told_of) and circumstance_talk.fits_beside(scene)):
        return None
    return answer, scene.focus.staying(told)


def plain(scene: Scene) -> Reply:
    """The turn on its own."""
    blank = scene.assistant.meant(scene.blank, scene.finding)
    full, found = _asked_in_full(scene), _near_the_current(scene)
    answer = scene.assistant.decided(blank, full, found)
    if answer.status is Status.NOT_COVERED and full != scene.reading:
        answer = scene.assistant.decided(blank, scene.reading, found)
    answer = _marked(scene, answer)
    return asking_which(scene, *place_talk.asking_where(scene, answer, _after(scene, answer)))


def _marked(scene: Scene, answer: Answer) -> Answer:
    """轮渡上能带鸟吗 after buses: what is guessed of the notice at hand is said to be nearest and no more."""
    hand, best = at_hand(scene), next(iter(answer.measures), None)
    if hand is None or best is None or scene.turns_away or score(scene.finding) >= LIKELY:
        return answer
    article = scene.assistant.catalog.measure(best.id)
    held = hand.prints(article) and holds_matter(hand.matter, scene.query.spoken, printed_words(article))
    if article.document != hand.current.document or held or answer.parts:
        return answer
    marked = replace(answer, measures=(replace(best, unprinted=True), *answer.measures[1:]))
    return replace(marked, text=render_text.render(marked))


def _asked_in_full(scene: Scene) -> Reading:
    """养老院床位呢 after 托位补多少: a turn that only names another matter asks what was asked before."""
    topic = scene.topic
    if topic is None or not scene.words.leans or scene.words.fields:
        return scene.reading
    if Asked.AMOUNT not in read_turn(topic.question).fields:
        return scene.reading
    return replace(scene.reading, question=f"{scene.reading.question}，{_SUM_ASKED}")


def _near_the_current(scene: Scene) -> Finding:
    """What a turn finds; of a turn that leans on what was said those of the same document first.

    Example: 所得税呢 after the value added tax of a list -> the income tax of that list
    """
    finding, topic = scene.finding, scene.topic
    if topic is None or topic.chosen is None or not scene.words.leans or not finding.hits:
        return finding
    measure = scene.assistant.catalog.measure
    document = measure(topic.chosen).document
    as_near = [hit for hit in finding.hits if hit.score >= _AS_NEAR * finding.hits[0].score]
    of_document = [measure(hit.measure_id).document == document for hit in as_near]
    if True not in of_document or of_document[0]:
        return finding
    ahead = as_near[: of_document.index(True)]
    return scene.find(scene.reading.question, frozenset(hit.measure_id for hit in ahead))


def _case(scene: Scene, topic: Topic) -> Reply | None:
    hand = at_hand(scene)
    if hand is None or _is_of_another(scene, hand):
        return None
    asked, article = scene.reading.question, _comparing_beside(scene, hand) or hand.nearest
    question = asked if _COUNTS.search(asked) else f"{asked}，{scene.before}，{CASE_ASKS}"
    answer = scene.assistant.answered(scene.blank, question, [article.id], unprinted=not hand.prints(article))
    told = article if hand.prints(article) else hand.current
    return answer, scene.focus.staying(replace(topic, chosen=told.id, case=asked))


def _is_of_another(scene: Scene, hand: AtHand) -> bool:
    """暖气的找谁 after school buses: no article has a word of the matter, another document all of them."""
    near, spoken = first(scene.finding), scene.query.spoken
    if near is None or not scene.turn.fields or hand.tells_standing(hand.current):
        return False
    catalog = scene.assistant.catalog
    measure = catalog.measure(near)
    if measure.document == hand.current.document or not holds_matter(hand.matter, spoken, measure.text):
        return False
    return not any(shares_matter(hand.matter, spoken, one.text) for one in hand.articles)


def _comparing_beside(scene: Scene, hand: AtHand) -> Measure | None:
    """俺小区06年盖的算不 after who pays: the measure of the document that the turn finds, if it compares."""
    near = first(scene.finding)
    if near is None or scene.finding.verdict is not Verdict.ANSWER:
        return None
    measure = scene.assistant.catalog.measure(near)
    beside = measure.document == hand.current.document and measure.id != hand.current.id
    return (
        measure if beside and hand.tells_standing(measure) and not hand.tells_standing(hand.current) else None
    )


def _joined(scene: Scene, topic: Topic, question: str, joined: Finding) -> Reply:
    """What the question before and the turn find together; the measure with the turn's own words first."""
    shown = [hit.measure_id for hit in joined.hits]
    near = first(scene.finding)
    turned = near is not None and near != topic.chosen and not scene.turn.aspect
    if near and topic.chosen and turned and prefers(scene, near, topic.chosen):
        shown = [near]
    best = scene.assistant.catalog.measure(shown[0])
    named = AtHand(scene, best).names(best)
    answer = scene.assistant.answered(scene.blank, question, shown, unprinted=not named)
    return answer, scene.focus.turned_to(Topic(question).showing(shown))


def _opened(scene: Scene, question: str, finding: Finding) -> Reply:
    blank = scene.assistant.meant(scene.blank, finding)
    shown = [hit.measure_id for hit in finding.hits]
    answer = scene.assistant.answered(blank, question, shown)
    return answer, scene.in_place(scene.focus.turned_to(Topic(question).showing(shown)))


def _after(scene: Scene, answer: Answer) -> Focus:
    """A new topic where something was shown or only the region or year was wrong; otherwise unchanged."""
    topic = Topic(scene.reading.question)
    if answer.status is Status.ANSWERED:
        shown = [measure.id for measure in answer.measures]
        return scene.in_place(scene.focus.turned_to(topic.showing(shown, carried_on(scene, shown))))
    if answer.status is Status.CLARIFY:
        listed = tuple(hit.measure_id for hit in scene.finding.hits)
        focus = (
            scene.focus.turned_to(replace(topic, shown=listed, seen=listed, open=True))
            if listed
            else scene.focus
        )
        return replace(focus, pending=scene.reading.question)
    asked_elsewhere = scene.finding.reason in (Reason.OTHER_PLACE, Reason.OTHER_REGION, Reason.OTHER_YEAR)
    if asked_elsewhere and scene.turn.content and _shares_words(scene, first(scene.finding)):
        place = "".join(scene.query.elsewhere)
        asked = scene.reading.question.replace(place, "") if place else scene.reading.question
        return scene.focus.turned_to(replace(topic, question=asked))
    titled = _of_named_notice(scene)
    near = scene.finding.neighbour or titled
    on_it = near and scene.turn.content and (near == titled or _shares_words(scene, near))
    if near and on_it and _is_of_here(scene, near):
        # The refusal named this measure and whom to call, so the next turn is about it.
        return replace(scene.focus.turned_to(topic.showing([near])), near=answer.departments)
    return replace(scene.focus, pending="", near=answer.departments)


def _of_named_notice(scene: Scene) -> str | None:
    """公租房给亲戚住几天行不: the best article of the notice that has the matter as its title.

    The refusal says that it does not answer; the next turn is about that notice all the same.
    """
    catalog, near = scene.assistant.catalog, scene.finding.rejected[:2]
    documents = {catalog.measure(hit.measure_id).document for hit in near}
    if len(near) < 2 or len(documents) > 1:
        return None
    matter = matter_named(scene.reading.question, scene.places)
    title_of = catalog.document(documents.pop()).title
    return near[0].measure_id if shares_matter(matter, scene.query.spoken, title_of) else None


def _shares_words(scene: Scene, near: str | None) -> bool:
    """Whether any of the turn's words occur in a measure; those of 美国总统是谁 occur in none."""
    return near is not None and coverage(scene.turn.content, scene.text_of(near)) > 0


def _is_of_here(scene: Scene, near: str) -> bool:
    """Whether a measure is of the region that is talked about, or that the turn names."""
    chosen = scene.topic.chosen if scene.topic else None
    return chosen is None or bool(scene.query.regions) or scene.region_of(near) == scene.region_of(chosen)
