"""Turns about what a notice says beside the measure at hand: 要带啥, 去哪办, 多久能批 after the amount."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer import Answer, Status
from bot.answering import (
    Particular,
    article_on,
    fields_on,
    matter_named,
    particulars_asked,
    says,
    sentences_on,
)
from bot.answering.declining import refusal
from bot.conversation import answers
from bot.conversation.hearing.followups import read_turn
from bot.conversation.nearness import MOSTLY, coverage
from bot.conversation.scene import Reply, Scene
from bot.layout import Block, strong
from bot.messages import talk as messages
from bot.rendering import contact_blocks, filled_lines, leads, source, title
from corpus.records import Document, Measure
from retrieval.question import Asked, stated_by

_BY_FIELDS = frozenset((Particular.WHEN, Particular.HOW, Particular.AMOUNT, Particular.FOR_WHOM))
"""What the fields of a measure say better where it stands in the measure itself."""


def particular(scene: Scene) -> Reply | None:
    """要带啥, 去哪办，几天能批: as the measure says it, or the article of its notice that does."""
    asked = particulars_asked(scene.reading.question)
    here = _here(scene)
    if not asked or here is None or (scene.turn.move and not scene.turns_back):
        return None
    if not scene.turns_back and not _names_nothing_else(scene, *here):
        return None
    document, measure = here
    saying, topic = _saying(asked, measure, document, _question(scene)), scene.topic
    filled = filled_lines(scene.assistant.fields_of(measure.id), fields_on(asked))
    if topic is not None and filled:
        return _answer(scene, measure, saying, filled), scene.focus.staying(topic)
    if not saying and topic is not None and Particular.AGAIN in asked:
        shown = scene.assistant.answered(scene.blank, _question(scene), [measure.id], unprinted=True)
        return shown, scene.focus.staying(topic)
    if not saying:
        return _papers_unstated(scene, measure) if Particular.PAPERS in asked else None
    if set(saying) == {measure.id} and set(asked) & _BY_FIELDS:
        return None
    return (_answer(scene, measure, saying), scene.focus.staying(topic)) if topic else None


def with_article(scene: Scene, question: str, shown: Sequence[str]) -> list[str]:
    """The measures of an answer, led by the article with the particular that the turn asks for.

    Example: 聊城呢，要带什么 -> the article of 聊城's notice on papers, before that on the amount
    """
    catalog = scene.assistant.catalog
    best = catalog.measure(shown[0])
    document = catalog.document(best.document)
    asked = particulars_asked(scene.reading.question)
    articles = (article_on(each, best, document, question) for each in asked)
    return list(dict.fromkeys((*(article.id for article in articles if article), *shown)))


def _papers_unstated(scene: Scene, measure: Measure) -> Reply | None:
    """That the notice of a measure names no papers, and whom to ask; None where it speaks of some."""
    topic = scene.topic
    if topic is None or stated_by(Asked.MATERIALS, measure.text):
        return None
    shown = scene.assistant.quoted(scene.blank, topic.question, [measure.id])[0]
    departments = scene.focus.near or scene.assistant.departments_near(topic.question, (shown.doc.region,))
    calls = () if scene.focus.near else refusal.neighbour_call(shown.calls)
    document = scene.assistant.catalog.document(measure.document)
    elsewhere = any(says(other, Particular.PAPERS) for other in document.measures)
    unstated = messages.PAPERS_ELSEWHERE if elsewhere else messages.PAPERS_UNSTATED
    lines = [
        unstated.format(title=title(measure.sections)),
        *(span.text for line in leads(shown, scene.blank.region) for span in line),
        *(calls or (department.line for department in departments)),
        scene.assistant.way_on(topic.question, scene.blank.region),
    ]
    answer = replace(scene.blank, status=Status.NOT_COVERED, text="\n".join(lines))
    return answer, replace(scene.focus.staying(topic), near=scene.focus.near)


def _here(scene: Scene) -> tuple[Document, Measure] | None:
    """Document and measure of the talk; None without, or where the turn names a region, year or document."""
    topic, query = scene.topic, scene.query
    if topic is None or topic.chosen is None:
        return None
    if query.regions or query.elsewhere or query.years or query.documents:
        return None
    measure = scene.assistant.catalog.measure(topic.chosen)
    return scene.assistant.catalog.document(measure.document), measure


def _names_nothing_else(scene: Scene, document: Document, measure: Measure) -> bool:
    """Whether a turn names no matter beside the one of the talk: 结婚证去哪领 is one of its own."""
    content = read_turn(matter_named(scene.reading.question, scene.places)).content
    return not content or coverage(content, f"{document.title}，{measure.text}") >= MOSTLY


def _question(scene: Scene) -> str:
    return f"{scene.topic.question if scene.topic else ''}，{scene.reading.question}"


def _saying(
    asked: Sequence[Particular], measure: Measure, document: Document, question: str
) -> dict[str, tuple[Particular, ...]]:
    """Id of an article -> the particulars asked for that are told from it, in the order of the table."""
    told: dict[str, tuple[Particular, ...]] = {}
    for each in asked:
        article = measure if says(measure, each) else article_on(each, measure, document, question)
        if article:
            told[article.id] = (*told.get(article.id, ()), each)
    return told


def _answer(
    scene: Scene, measure: Measure, saying: Mapping[str, tuple[Particular, ...]], filled: Block = ()
) -> Answer:
    """What is printed, then what the staff `filled` in."""
    others = [name for name in saying if name != measure.id]
    shown = scene.assistant.quoted(scene.blank, _question(scene), [*others, measure.id])
    blocks: list[Block] = [answers.about(shown[-1]), leads(shown[-1], scene.blank.region)]
    for each in shown:
        told = saying.get(each.id, ())
        if not told:
            continue
        if each.id == measure.id:
            blocks.append(
                answers.words_of([words for one in told for words in sentences_on(measure.sections, one)])
            )
        else:
            named = "、".join(one.label for one in told)
            blocks += [(strong(messages.SAME_DOCUMENT.format(named=named)),), answers.words_of([each.text])]
        blocks += contact_blocks(each.calls) if Particular.WHERE in told else []
        blocks.append(source(each))
    if filled:
        blocks += [filled, *([] if saying else [answers.brief_source(shown[-1])])]
    return answers.said(scene.blank, shown, blocks)
