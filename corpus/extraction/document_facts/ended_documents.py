"""Documents that a text repeals, by title or number, in a sentence or in a list."""

import re
from collections.abc import Iterator

from corpus.extraction.document_facts.extended_terms import LONGER
from corpus.extraction.document_facts.listed_documents import LABEL, entry_on
from corpus.text.cited_titles import AND, CITED, CitedTitle, cited_titles
from corpus.text.numerals import UP_TO_99
from corpus.ties import Citation, DocumentKind, TieKind

_ENDS = (
    r"(?:同时废止|一并废止|予以废止|自行废止|即行废止|[起后]废止|起失效|同时失效|同时停止执行|予以停止执行|不再执行|宣布失效|"
    r"决定废止)"
)
_ENDING = re.compile(_ENDS)
_SENTENCES = re.compile(r"[。\n]")
_GROUNDS = re.compile(
    rf"(?:根据|按照|依据|参照|依照|[自从](?=《[^《》]{{2,80}}》[^，；]{{0,20}}(?:施行|实施|印发|发布|公布)))(?:{CITED}[）)〕\]]?[、和及]?)+"
)
"""Documents that a repeal rests on, or that tell its day."""
_UNTIL_END = re.compile(
    rf"(?:[）)〕\]、和及与，]|{CITED})*(?:等?[\d{UP_TO_99}]{{0,3}}[件份个]?(?:行政)?(?:规范性)?文件)?，?(?:[自从于][^，；《》]{{0,25}}?，?)?"
    rf"(?:一并|相应|即行|现)?(?={_ENDS})"
)
"""What may stand between a document and its end: others, a day. Of anything else, only a part of it ends."""
_ENDS_BEFORE = re.compile(
    rf"(?:决定废止|宣布失效|废止|停止执行)(?:以下|下列)?(?:文件：?)?(?:{CITED}[）)〕\]]?[、和及与]?)*$"
)
_PART = re.compile(r"[）)〕\]]?(?:文件)?(?:的|中|内|里)|[）)〕\]]?(?:第|附件|部分|有关|相关)")
_LIST = re.compile(
    rf"^{LABEL}(?:[^《》。]{{0,60}}(?:废止|失效|停止执行)[^《》。；]{{0,40}}(?:文件|目录|清单|如下|下列|以下)|"
    r"[^《》。]{0,60}(?:文件|目录|如下|下列|以下)[^《》。；]{0,30}(?:废止|失效|停止执行))[^《》。；]{0,20}[：:]?$"
)
_KEPT = re.compile(rf"(?:{LONGER}|保留|修改|修订|拟|不予废止)[^《》。]{{0,30}}[：:]?$")
_DECIDING = (DocumentKind.REPEAL, DocumentKind.AMENDMENT)
"""A decision that changes some documents may repeal others."""
_BY_TITLE = re.compile(
    rf"(?:关于|{AND})(?:宣布)?(?:废止|失效|停止执行)(?P<named>.*?)"
    rf"(?P<changes>{AND}(?:修改|修正|修订).*)?(?:等[^《》]{{0,20}})?的?(?:决定|通知|公告)$"
)


def ended_documents(title: str, text: str, kind: DocumentKind) -> Iterator[Citation]:
    """The documents that a text without white space within its lines repeals as a whole.

    Example: `《青禾县停车办法》（青政发〔2010〕3号）同时废止。` -> 青禾县停车办法, 青政发〔2010〕3号
    """
    called = _BY_TITLE.search(title) if kind in _DECIDING else None
    for cited in cited_titles(called["named"]) if called else ():
        yield _ended(cited, title)
    for sentence in filter(_ENDING.search, _SENTENCES.split(text)):
        for clause in filter(_ENDING.search, sentence.split("；")):
            words = _GROUNDS.sub("", clause)
            yield from (_ended(cited, sentence) for cited in cited_titles(words) if _ends(cited, words))
    yield from _listed(text, everything=kind is DocumentKind.REPEAL and "《" not in title)


def _listed(text: str, *, everything: bool) -> Iterator[Citation]:
    """The entries of lists below a line that announces a repeal, or of a text that is one, `everything`."""
    inside, opening = everything, ""
    lines = text.split("\n")
    for position, line in enumerate(lines):
        if _KEPT.search(line) and "废止" not in line:
            inside = False
        elif _LIST.match(line):
            inside, opening = True, line
        elif inside:
            following = lines[position + 1] if position + 1 < len(lines) else ""
            yield from _entry(line, following, opening or line)


def _entry(line: str, following: str, opening: str) -> Iterator[Citation]:
    cited = entry_on(line, following)
    if cited:
        words = f"{opening}\n{line}" if opening != line else line
        yield Citation(TieKind.REPEALS, cited.title, cited.number, words)


def _ends(cited: CitedTitle, words: str) -> bool:
    """Whether it is the document itself that ends, and no part of it."""
    before, part = words[: cited.start], _PART.match(words, cited.end)
    return bool(_UNTIL_END.match(words, cited.end)) or bool(not part and _ENDS_BEFORE.search(before))


def _ended(cited: CitedTitle, words: str) -> Citation:
    return Citation(TieKind.REPEALS, cited.title, cited.number, words)
