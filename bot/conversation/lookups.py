"""Look-ups by command: /dept, /doc, /measure, /due, /tasks, and 转人工."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import messages as common
from bot.answer import OptionKind, RelatedDocument, Status, options
from bot.answering import holds_matter, related_documents
from bot.conversation import answers
from bot.conversation.about_departments import department_talk, due_talk
from bot.conversation.about_departments.department_lookup import department
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import Move, read_turn
from bot.conversation.hearing.phrases import Manner
from bot.conversation.scene import Reply, Scene
from bot.judged_terms import term_of
from bot.layout import Block, faint, plain, strong
from bot.messages import chinese_date
from bot.messages import talk as messages
from bot.messages.items import item_name
from bot.ports import CatalogView
from bot.rendering import (
    document_leads,
    first_call,
    published,
    scan_mark,
    term_line,
    tidy,
    tie_lines,
    title,
)
from corpus.errors import WenzhengError
from corpus.records import Document
from corpus.text.genres import GENRES
from corpus.ties import TieKind
from retrieval.question import Asked, without_documents
from retrieval.text import plain as plain_text

PAGE = 15
"""Measures of a document in one reply."""
_COMMAND = re.compile(r"[/／]\s*([a-z_]+)(?:@\w+)?(?:\s+(.*)|\s*)", re.DOTALL | re.IGNORECASE)
_ANSWERED_LATER = frozenset(("region", "eligible", "reset", "start", "help"))
_YEAR = re.compile(r"(20\d\d)\s*年?")
_PIECE = re.compile(r"[\u4e00-\u9fff]+|\d+")
_MOST_TITLED = 5
_ABOUT_ANOTHER = frozenset((TieKind.AMENDS, TieKind.REPEALS, TieKind.INTERPRETS))
_CALLED_DOCUMENT = re.compile(rf"(?:{GENRES}|文件?|清单|政策|计划|要点|决定|公告|制度|标准|条例)$")
"""How words end that name a document and no matter of one."""
_WANTED = 0.6
"""From this probability on, a message is taken to ask for a person."""
_HUMAN = re.compile(
    r"(?:我要|请|帮我|给我|想)?(?:转|找|接)?(?:个)?(?:人工|真人|工作人员|客服)(?:服务|客服|坐席|回答)?(?:吧|呢)?"
)


def command(scene: Scene) -> Reply | None:
    """/dept 区商务局, /doc 11号文, /measure ID, /due, /tasks 区商务局."""
    match = _COMMAND.fullmatch(scene.reading.shown.strip())
    if match is None or match.group(1).lower() in _ANSWERED_LATER:
        return None
    name, rest = match.group(1).lower(), match.group(2) or ""
    if name not in _ANSWERS:
        return _unknown(scene, match.group(1))
    if not rest.strip() and name in messages.COMMAND_EMPTY:
        text = messages.COMMAND_EMPTY[name]
        return replace(scene.blank, status=Status.CLARIFY, text=text), scene.focus
    return _ANSWERS[name](scene, rest.strip())


def _unknown(scene: Scene, name: str) -> Reply:
    """/list: that there is no such command, and which there are; of those of chats, what serves here."""
    form = messages.IN_CHATS_ALONE.get(name.lower())
    said = (form or messages.UNKNOWN_COMMAND).format(name=f"/{name}")
    text = said if form else f"{said}{messages.HELP_COMMANDS}"
    return replace(scene.blank, status=Status.CLARIFY, text=text), scene.focus


def whole_document(scene: Scene) -> Reply | None:
    """11号文是什么, 周政办字〔2024〕11号讲了啥: names a document and asks nothing about it."""
    numbers = scene.query.documents
    left = read_turn(without_documents(plain_text(scene.reading.question)))
    asks_standing = left.fields == (Asked.VALIDITY,)
    if not numbers or scene.query.item or left.move or left.content or (left.fields and not asks_standing):
        return None
    if len(numbers) > 1:
        return _which_document(scene, numbers)
    document = scene.assistant.catalog.document(numbers[0])
    return document_page(scene, document, Topic(document.number, documents=(document.number,)))


def titled_document(scene: Scene) -> Reply | None:
    """智慧城市方案还有效吗: whether a document named by words of its title still holds."""
    turn = scene.turn
    if turn.fields != (Asked.VALIDITY,) or scene.query.item or scene.query.documents or turn.move:
        return None
    words = "".join(scene.placeless(piece) for piece in turn.content)
    if not _CALLED_DOCUMENT.search(words):
        return None
    numbers = _of_themselves(scene.assistant.catalog, documents_titled(scene.assistant.catalog, words))
    here = [n for n in numbers if scene.assistant.catalog.document(n).region == scene.blank.region] or numbers
    if len(here) > 1:
        return _which_document(scene, here[:_MOST_TITLED])
    document = scene.assistant.catalog.document(here[0]) if here else None
    return document_page(scene, document, Topic(words, documents=(here[0],))) if document else None


def _of_themselves(catalog: CatalogView, numbers: Sequence[str]) -> list[str]:
    """Without those that extend, amend, repeal or explain another of them: 办法 rather than its 延期通知."""
    about = {
        tie.source
        for number in numbers
        for tie in catalog.ties_of(number)
        if tie.target == number and tie.kind in _ABOUT_ANOTHER
    }
    return [number for number in numbers if number not in about]


def more_listed(scene: Scene) -> Reply | None:
    """还有吗 after a page of a list: the next page."""
    topic = scene.topic
    if topic is None or not topic.listed or scene.turn.move is not Move.MORE or scene.turn.content:
        return None
    if topic.listing:
        page = due_talk.next_page(scene, topic)
    elif topic.department:
        page = department_talk.ledger_page(scene, topic)
    else:
        document = scene.assistant.catalog.document(topic.documents[0])
        page = document_page(scene, document, topic) if topic.listed < len(document.measures) else None
    text = messages.LEDGER_LISTED.format(count=topic.listed, listed=topic.listed)
    return page or (replace(scene.blank, status=Status.CHAT, text=text), scene.focus)


def human(scene: Scene) -> Reply | None:
    """转人工: the hotline, and whom to call about the current topic."""
    asked = _HUMAN.fullmatch(scene.reading.question.strip("。！!？? "))
    if not asked and not _wants_somebody(scene):
        return None
    lines = [messages.HUMAN]
    if scene.topic and scene.topic.chosen:
        catalog = scene.assistant.catalog
        call = first_call(catalog.contacts(catalog.measure(scene.topic.chosen)))
        lines += [messages.HUMAN_CALL.format(call=call)] if call else []
    return replace(scene.blank, status=Status.CHAT, text="\n".join(lines)), scene.focus


def _wants_somebody(scene: Scene) -> bool:
    """机器人说不清，换个人来: asks for a person by its phrasing, after an answer."""
    if scene.topic is None or not scene.words.content:
        return False
    return scene.sense.chance(Manner.HUMAN) >= _WANTED


def _document(scene: Scene, number: str) -> Reply:
    try:
        document = scene.assistant.catalog.document(number)
    except WenzhengError as error:
        numbers = scene.query.documents or documents_titled(scene.assistant.catalog, number)
        numbers = numbers or _documents_like(scene.assistant.catalog, number)
        if not numbers:
            text = f"{error}\n{messages.DOCUMENT_HINT}"
            return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
        if len(numbers) > 1:
            return _which_document(scene, numbers)
        document = scene.assistant.catalog.document(numbers[0])
    return document_page(scene, document, Topic(number, documents=(document.number,)))


def _which_document(scene: Scene, numbers: Sequence[str]) -> Reply:
    text = "\n".join([messages.WHICH_DOCUMENT, *(f"· {number}" for number in numbers)])
    listed = options(numbers, OptionKind.MEASURE)
    return replace(scene.blank, status=Status.CLARIFY, text=text, options=listed), scene.focus


def _documents_like(catalog: CatalogView, words: str) -> list[str]:
    """The numbers of the documents issued in the year that the words are, or whose number has their pieces.

    Example: "周政办字2024 11" -> ["周政办字〔2024〕11号"]
    """
    year = _YEAR.fullmatch(words.strip())
    if year:
        return [d.number for d in catalog.documents if d.issued and d.issued.year == int(year.group(1))]
    pieces = _PIECE.findall(words.removesuffix("号"))
    return [
        d.number
        for d in catalog.documents
        if pieces and _PIECE.findall(d.number.removesuffix("号")) == pieces
    ]


def documents_titled(catalog: CatalogView, words: str) -> list[str]:
    """The numbers of the documents whose title contains all the words, in the order of the documents.

    Where no title has them as they are, those that hold them shortened or in another order.

    Example: "老旧小区 改造" -> ["周政办字〔2020〕31号"]; "低保标准" -> ["周政办字〔2020〕29号"]
    """
    wanted = words.strip("《》“” ").split()
    titles = {document.number: "".join(document.title.split()) for document in catalog.documents}
    whole = [number for number, printed in titles.items() if all(word in printed for word in wanted)]
    return whole or [
        number
        for number, printed in titles.items()
        if all(holds_matter(word, (), printed) for word in wanted)
    ]


def document_page(scene: Scene, document: Document, topic: Topic) -> Reply:
    """The next page of a document's measures, under the document's heading."""
    part = document.measures[topic.listed : topic.listed + PAGE]
    listed = topic.listed + len(part)
    shown = [measure.id for measure in part]
    measures = scene.assistant.quoted(scene.blank, topic.question, shown)
    lines = [
        plain(
            messages.DOC_ENTRY.format(ordinal=ordinal, item=item_name(m.item) or "-", title=title(m.sections))
        )
        for ordinal, m in enumerate(part, topic.listed + 1)
    ]
    listing = messages.LEDGER_LISTED.format(count=len(document.measures), listed=listed)
    goes_on = listed < len(document.measures)
    end = (plain(listing + (messages.LEDGER_ON if goes_on else "")),)
    first = topic.listed == 0 and bool(measures)
    related = related_documents(scene.assistant.catalog, document.number, scene.blank.as_of) if first else ()
    head = _head(scene, document, related) if first else ()
    tied = tie_lines(related)
    moved = replace(topic, listed=listed).showing(shown)
    focus = scene.focus.staying(moved) if topic is scene.topic else scene.focus.turned_to(moved)
    answer = answers.said(scene.blank, measures, [head, tied, tuple(lines), end])
    return replace(answer, more=messages.NEXT_SAID if goes_on else ""), focus


def _head(scene: Scene, document: Document, related: Sequence[RelatedDocument]) -> Block:
    """What the document is, whether it still holds, and where it was published."""
    issued = common.ISSUED.format(day=chinese_date(document.issued)) if document.issued else ""
    term = faint(term_line(term_of(scene.assistant.catalog, document, scene.blank.as_of)))
    named = (strong(tidy(document.title)), faint(f"{document.number} {issued}".strip()))
    return (
        *named,
        *document_leads(related),
        term,
        *scan_mark(scanned=document.scanned),
        *published(document.address),
    )


def _measure(scene: Scene, name: str) -> Reply:
    shown = scene.assistant.show(name)
    if shown is None:
        text = messages.NO_MEASURE.format(name=name)
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
    blocks = answers.whole(shown, scene.blank.region)
    answer = answers.said(scene.blank, [shown], blocks)
    return answer, scene.focus.turned_to(Topic(title(shown.sections)).showing([name]))


_ANSWERS: dict[str, Callable[[Scene, str], Reply]] = {
    "dept": department,
    "doc": _document,
    "measure": _measure,
    "due": due_talk.due,
    "tasks": due_talk.tasks,
}
"""By the name of the command; each is given the words behind it."""
