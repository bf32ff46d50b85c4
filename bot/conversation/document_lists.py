"""Lists of documents that a turn asks for: those that ended, of a year, of an issuer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answer import Status
from bot.answering import reference, related_documents
from bot.conversation import answers
from bot.conversation.scene import Reply, Scene
from bot.layout import plain
from bot.messages import talk as messages
from bot.rendering import document_name
from corpus.records import Document
from corpus.ties import TieKind
from retrieval.text import plain as plain_text

_MOST = 15
"""Documents of one list."""
_ENDED = re.compile(
    r"(?:哪些|哪几个|哪几份|什么|有没有)(?:政策|规范性)?(?:文件|政策|规定)[^，。]{0,6}(?:废止|失效|作废)"
    r"|(?:废止|失效|作废)了?(?:的|哪些|哪几份|什么)(?:政策|规范性)?(?:文件|政策|规定)"
)
_ISSUING = "(?:印发|发布|公布|出台|制定|下发|出|发)"
_DOCUMENTS = "(?:政策|规范性)?(?:文件|政策)"
_WHICH = "(?:哪些|什么|哪几份|几份|多少份|多少个)"
_YEAR = r"(?:20\d\d年度?|今年|去年)"
_NUMBERED = re.compile(r"〔(20\d\d)〕")
_TITLED = re.compile(r"(20\d\d)年")
_ISSUED = re.compile(
    rf"{_YEAR}?(?P<who>[\u4e00-\u9fff]{{2,20}}?)??(?:在)?{_YEAR}?(?:都|一共|共)?{_ISSUING}(?:过|了)?{_WHICH}{_DOCUMENTS}"
    rf"|{_YEAR}?(?P<whose>[\u4e00-\u9fff]{{2,20}}?)??(?:在)?{_YEAR}?{_ISSUING}?的?{_DOCUMENTS}(?:都|一共|共)?有{_WHICH}"
)


def ended_documents(scene: Scene) -> Reply | None:
    """哪些文件废止了: the documents at hand that another one has ended, those of the asker's region."""
    if not _ENDED.search(scene.reading.question) or scene.query.documents:
        return None
    catalog, as_of = scene.assistant.catalog, scene.blank.as_of
    wanted = scene.query.regions or ((scene.blank.region,) if scene.blank.region else ())
    named = [
        (document, each)
        for document in catalog.documents
        if document.measures and (not wanted or document.region in wanted)
        for each in related_documents(catalog, document.number, as_of)
        if each.tie is TieKind.REPEALS and not each.outward and each.in_effect
    ]
    if not named:
        return None
    lines = [plain(messages.ENDED_DOCUMENTS.format(count=len(named)))]
    for ended, by in named:
        form = messages.LAPSED_ENTRY if by.lapses else messages.ENDED_ENTRY
        said = form.format(document=document_name(reference(ended)), by=document_name(by.doc))
        lines.append(plain(said))
    shown = [ended.measures[0].id for ended, _ in named]
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, shown)
    return answers.said(scene.blank, measures, [tuple(lines)]), scene.focus


def issued_documents(scene: Scene) -> Reply | None:
    """2026年出的文件有哪些, 区民政局发过哪些文件: the documents at hand, newest first."""
    asked = _ISSUED.fullmatch("".join(plain_text(scene.reading.question).split()).rstrip("？?。"))
    if asked is None or scene.query.documents:
        return None
    who, years = asked["who"] or asked["whose"] or "", _years(scene, asked[0])
    wanted = scene.query.regions or ((scene.blank.region,) if scene.blank.region else ())
    issuers = [_issuer(one) for one in scene.assistant.catalog.documents]
    named = who in scene.places or any(who in issuer for issuer in issuers)
    if not named or not (years or who):
        return None
    found = [
        one
        for one in scene.assistant.catalog.documents
        if (not wanted or one.region in wanted)
        and (not years or _year_of(one) in years)
        and (not who or who in _issuer(one) or who in scene.places)
    ]
    return _listed(scene, sorted(found, key=_newness, reverse=True))


def _years(scene: Scene, asked: str) -> list[int]:
    """The years that a question names, by figures or from today."""
    today = scene.blank.as_of.year
    spoken = {"今年": today, "去年": today - 1}
    return [*scene.query.years, *(year for words, year in spoken.items() if words in asked)]


def _year_of(document: Document) -> int | None:
    """The year of issue; of a document without a day that of its number or of its title."""
    if document.issued:
        return document.issued.year
    printed = _NUMBERED.search(document.number) or _TITLED.search(document.title)
    return int(printed[1]) if printed else None


def _newness(document: Document) -> date:
    return document.issued or date(_year_of(document) or date.min.year, 1, 1)


def _issuer(document: Document) -> str:
    return "".join(document.issuer.split())


def _listed(scene: Scene, found: Sequence[Document]) -> Reply:
    if not found:
        return replace(scene.blank, status=Status.NOT_COVERED, text=messages.NO_SUCH_DOCUMENTS), scene.focus
    lines = [plain(messages.SUCH_DOCUMENTS.format(count=len(found)))]
    lines += [
        plain(messages.SUCH_DOCUMENT.format(document=document_name(reference(d)))) for d in found[:_MOST]
    ]
    lines += [plain(messages.MORE_SUCH_DOCUMENTS.format(listed=_MOST))] if len(found) > _MOST else []
    shown = [one.measures[0].id for one in found if one.measures]
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, shown)
    return answers.said(scene.blank, measures, [tuple(lines)]), scene.focus
