"""What a document says that it does to other documents, which it names by title, by number, or by both.

Only words that say so count: a document that is merely cited, as grounds or beside, is not among them.
"""

import re
from collections.abc import Iterable, Iterator

from corpus.drafts import DocumentDraft
from corpus.extraction.document_facts.article_changes import article_changes
from corpus.extraction.document_facts.ended_documents import ended_documents
from corpus.extraction.document_facts.explained_documents import explained_documents
from corpus.extraction.document_facts.extended_terms import LONGER, ExtendedTerm, extended_terms
from corpus.text.cited_titles import AND, CITED, EDITION_MARK, CitedTitle, cited_titles, number_of, passed_on
from corpus.text.excerpt import compact
from corpus.text.genres import GENRES
from corpus.ties import EXPLAINING, ArticleChange, Citation, DocumentKind, TieKind

_CHANGED = re.compile(
    rf"关于(?:废止.*?{AND})?(?:修改|修正|修订|{LONGER}|(?=《[^。]*》[^《》。]{{0,12}}{LONGER}))(?:{AND}废止)?"
    rf"(?P<named>.*?)(?:{AND}废止.*)?的(?:决定|通知|公告)$"
)
_BARE_TITLE = re.compile(
    rf"(?P<title>[^《》，。]{{6,80}}?(?:{GENRES}|条例|制度|规则|标准|政策|清单))(?:的|有关|部分|若干|第|等|$)"
)
_DETAILS = re.compile(r"^(?P<base>.+?)(?:的)?(?:实施|操作|管理|执行)?细则(?:[（(][^（）()]*[）)])*$")
_DETAIL_GROUNDS = re.compile(
    rf"(?:根据|依据|按照|依照)(?P<named>(?:{CITED}[）)〕\]]?|[^《》。；])*)，(?:[^。；《》]{{0,40}}，)?(?:特|现)?制[定订]本(?:实施|操作)?细则"
)
_CARRIES_OUT = re.compile(
    rf"(?:贯彻落实|贯彻|落实|实施|执行)[^《》，。]{{0,20}}(?P<named>(?:{CITED}[）)〕\]]?[、和及与]?)+)"
)
_REVISED = re.compile(rf"[（(]{EDITION_MARK}[）)]")
_REVISED_AS = re.compile(r"关于(?:修订|重新)(?:印发|公布|发布)")
_TAKES_PLACE = re.compile(rf"(?<!不得)(?<!不能)(?:代替|替代|取代)了?(?P<named>{CITED})")
_CORRECTED = re.compile(
    rf"根据[^。《》]{{0,60}}(?P<named>{CITED})[^。]{{0,30}}?(?:修正|修订|修改)(?:[）)]|$)", re.MULTILINE
)
_DECISION = re.compile(r"修改|修正|修订|废止|决定")
_SOME = ("部分", "若干", "一批", "有关")
_GROUNDS_CHARS = 3000
"""Where a 细则 says what it is made on: its first article, below a covering note."""
_HEAD_CHARS = 600
"""Where a text says by which decisions it was amended."""


def citations(draft: DocumentDraft, kind: DocumentKind) -> tuple[Citation, ...]:
    """What a document does to others by its own words, in the order of what may be done.

    A draft does nothing yet, unless it explains one.

    Example: titled 《青禾县人才公寓管理办法》政策解读 -> interprets 青禾县人才公寓管理办法
    """
    title, text = compact(draft.title), "\n".join(map(compact, draft.text.splitlines()))
    if kind in EXPLAINING:
        return tuple(explained_documents(title, text))
    if kind in (DocumentKind.DRAFT, DocumentKind.GUIDE):
        return ()
    every = (
        *_changed(title, text, kind),
        *ended_documents(title, text, kind),
        *_revised(title, text),
        *_carried_out(title, text),
        *_incorporated(text),
    )
    return tuple(dict.fromkeys(every))


def _changed(title: str, text: str, kind: DocumentKind) -> Iterator[Citation]:
    """What sentences change that name a document; the others are about the only one that the title names."""
    called = _CHANGED.search(title) if kind is DocumentKind.AMENDMENT else None
    named = _named_in_title(called["named"]) if called else []
    extended = tuple(extended_terms(text))
    for group in article_changes(text, named_only=kind is not DocumentKind.AMENDMENT):
        if group.title:
            yield Citation(TieKind.AMENDS, group.title, group.number, group.words, group.changes)
        elif len(named) == 1:
            number = named[0].number or number_of(text, named[0].title)
            yield Citation(TieKind.AMENDS, named[0].title, number, title, group.changes)
    for cited in named:
        number = cited.number or number_of(text, cited.title)
        yield Citation(TieKind.AMENDS, cited.title, number, title, _unnamed(extended))
    for each in extended:
        if each.document:
            own = each.document
            yield Citation(TieKind.AMENDS, own.title, own.number, each.change.words, (each.change,))


def _unnamed(extended: Iterable[ExtendedTerm]) -> tuple[ArticleChange, ...]:
    """The first term that a text gives without saying of which document."""
    return tuple(each.change for each in extended if each.document is None)[:1]


def _named_in_title(words: str) -> list[CitedTitle]:
    """The documents that a title names, between 《》 or without."""
    cited = list(cited_titles(words.replace("〈", "《").replace("〉", "》")))
    bare = None if cited or words.startswith(_SOME) else _BARE_TITLE.match(words)
    return [CitedTitle(bare["title"], "", bare.start(), bare.end())] if bare else cited


def _revised(title: str, text: str) -> Iterator[Citation]:
    name = passed_on(title)
    if _REVISED.search(name) or _REVISED_AS.search(title):
        yield Citation(TieKind.REVISES, _REVISED.sub("", name), "", title)
    for match in _TAKES_PLACE.finditer(text):
        for cited in cited_titles(match["named"]):
            yield Citation(TieKind.REVISES, cited.title, cited.number, match[0])


def _carried_out(title: str, text: str) -> Iterator[Citation]:
    """What a 细则 is one of, by its title or else by its grounds, and what a title says is carried out."""
    details = _DETAILS.match(passed_on(title))
    if details:
        base = details["base"].strip("《》〈〉")
        yield Citation(TieKind.IMPLEMENTS, base, number_of(text, base), title)
        grounds = _DETAIL_GROUNDS.search(text[:_GROUNDS_CHARS])
        for cited in cited_titles(grounds["named"]) if grounds else ():
            yield Citation(
                TieKind.IMPLEMENTS, cited.title, cited.number, grounds[0] if grounds else "", unsure=True
            )
    carried = _CARRIES_OUT.search(title.replace("〈", "《").replace("〉", "》"))
    for cited in cited_titles(carried["named"]) if carried else ():
        yield Citation(TieKind.IMPLEMENTS, cited.title, cited.number or number_of(text, cited.title), title)


def _incorporated(text: str) -> Iterator[Citation]:
    """The decisions by which a text says at its head that it was amended."""
    for match in _CORRECTED.finditer(text[:_HEAD_CHARS]):
        for cited in cited_titles(match["named"]):
            if _DECISION.search(cited.title):
                yield Citation(TieKind.INCORPORATES, cited.title, cited.number, match[0])
