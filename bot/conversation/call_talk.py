"""Turns that ask whom to call about the measure at hand: 投诉打哪, 税务那边打哪个."""

import re
from collections.abc import Iterator, Sequence

from bot.answering import ONE_MATTER, asks_to_complain, holds_matter, matter_named, without_complaint
from bot.conversation import answers
from bot.conversation.fields import about_chosen
from bot.conversation.focus import Topic
from bot.conversation.scene import Reply, Scene
from bot.layout import plain, strong
from bot.messages import talk as messages
from bot.rendering import clipped, contact_blocks, leads, source, tidy
from corpus.records import Contact, Measure
from corpus.regions import region_of
from corpus.text.phones import find_phones
from retrieval.question import Asked

_HEARD = re.compile(r"投诉|举报|监督")
_CLAUSE = re.compile(r"[^。；;\n]+[。；;]?")
_FIELD_NAME = re.compile(r"】\s*")
"""The end of the name of a field, which its words follow on a line of their own."""
_OF_CALLS = frozenset((Asked.PHONE, Asked.OWNER))
_SIDE = re.compile(r"(?:那边|那头|那块|这边|这头|这块|方面|上头|口子?)+的?$")
_SIDE_CHARS = 4
"""So many characters at most name a side of the work: 税务, 住建; longer names are a matter."""
_LINES, _LINE_UNITS = 4, 160
"""So many lines of a reply, each of so many UTF-16 code units."""


def complaint(scene: Scene) -> Reply | None:
    """投诉打哪个: the lines for complaints of the document at hand, where no matter is told."""
    topic, asked = scene.topic, scene.reading.question
    if topic is None or topic.chosen is None or not asks_to_complain(asked):
        return None
    if without_complaint(matter_named(asked, scene.places)):
        return None
    saying = [(one, line) for one in _beside(scene, topic.chosen) for line in _complaint_lines(one)]
    if not saying:
        return about_chosen(scene, topic, (Asked.OWNER,))
    return _printed(scene, topic, saying, messages.COMPLAINTS_PRINTED)


def of_place(scene: Scene) -> Reply | None:
    """青禾县打哪个 after the notice of the city above it: the lines of that notice that name the place."""
    topic, turn = scene.topic, scene.words
    if topic is None or topic.chosen is None or turn.move:
        return None
    if (
        not turn.fields
        or not _OF_CALLS.issuperset(turn.fields)
        or any(len(word) > 2 for word in turn.content)
    ):
        return None
    own = region_of(scene.region_of(topic.chosen)).own
    named = [place for place in scene.place_words if place not in own]
    every = ((one, line) for one in _beside(scene, topic.chosen) for line in _lines(one))
    saying = [(one, line) for one, line in every if any(place in line for place in named)]
    return _printed(scene, topic, saying, messages.PLACE_PRINTED) if saying else None


def _printed(scene: Scene, topic: Topic, saying: Sequence[tuple[Measure, str]], head: str) -> Reply:
    """Lines of the document at hand below what they are, and their sources."""
    names = list(dict.fromkeys(one.id for one, _ in saying))
    shown = scene.assistant.quoted(scene.blank, scene.reading.question, names)
    lines = tuple(plain(clipped(tidy(line), _LINE_UNITS)) for _, line in saying[:_LINES])
    blocks = [leads(shown[0], scene.blank.region), (strong(head),), lines, *map(source, shown)]
    return answers.said(scene.blank, shown, blocks), scene.focus.staying(topic)


def _beside(scene: Scene, chosen: str) -> Sequence[Measure]:
    """The articles of the notice of a measure; it alone where its document is of many matters."""
    measure = scene.assistant.catalog.measure(chosen)
    document = scene.assistant.catalog.document(measure.document)
    return document.measures if len(document.measures) <= ONE_MATTER else (measure,)


def _complaint_lines(measure: Measure) -> Iterator[str]:
    """The clauses of an article that print a phone for complaints."""
    return (clause for clause in _lines(measure) if _HEARD.search(clause))


def _lines(measure: Measure) -> Iterator[str]:
    """The clauses of an article that print a phone."""
    if len(measure.sections) == 1:
        clauses = _CLAUSE.findall(_FIELD_NAME.sub("】", measure.text))
        yield from (clause for clause in clauses if find_phones(clause))


def side(scene: Scene) -> Reply | None:
    """税务那边打哪个: the one department among those of the measure at hand whose name says so."""
    topic, turn = scene.topic, scene.words
    if topic is None or topic.chosen is None or scene.query.regions or scene.query.elsewhere:
        return None
    named = [_SIDE.sub("", word) for word in turn.content]
    if Asked.PHONE not in turn.fields or len(named) != 1 or not 1 < len(named[0]) <= _SIDE_CHARS:
        return None
    shown = scene.assistant.quoted(scene.blank, topic.question, [topic.chosen])[0]
    meant = [one for one in shown.contacts if one.phone and _is_named(scene, named[0], one)]
    if len({one.canonical for one in meant}) != 1:
        return None
    blocks = [answers.about(shown), leads(shown, scene.blank.region), *contact_blocks(meant)]
    blocks.append(answers.brief_source(shown))
    return answers.said(scene.blank, [shown], blocks), scene.focus.staying(topic)


def _is_named(scene: Scene, named: str, contact: Contact) -> bool:
    return holds_matter(named, scene.query.spoken, f"{contact.canonical}{contact.office}")
