"""Sentences that change an article of another document: 将第十二条修改为…, 删去第八条."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.cited_titles import CITED, cited_titles
from corpus.text.document_numbers import NUMBER, spelled
from corpus.text.numerals import ORDINAL, UP_TO_99
from corpus.ties import ArticleChange

_NUMERAL = rf"(?:{ORDINAL}|\d{{1,3}})"
_ARTICLE = rf"第{_NUMERAL}条(?:之[{UP_TO_99}])?"
_UNIT = rf"(?:{_ARTICLE}|第{_NUMERAL}部分第（{_NUMERAL}）项|(?<![条款分])第{_NUMERAL}项)"
_LABEL = rf"(?:[{UP_TO_99}]{{1,3}}、|[（(](?:[{UP_TO_99}]{{1,3}}|\d{{1,2}})[）)]|\d{{1,2}}[.．、](?!\d))?"
_INTO = r"(?:修改|修订|修正|调整|变更|更改|改)(?:后)?为"
_CUT = r"(?:删去|删除|去掉)"
_DOES = rf"(?:{_INTO}|予以{_CUT}|{_CUT}|增加|增写)"
_BETWEEN = (
    rf"(?:{_UNIT}|第(?:{_NUMERAL}|（{_NUMERAL}）)[款项目]|[、和及与至中内里的]|规定|内容|表述|条文|全文|“”|等|之?[后前]|"
    r"分别|统一|均)*"
)
"""What may stand between an article and what is done to it: its parts, other articles, what it says there."""
_NAMED = rf"(?:{CITED}[）)〕\]]?(?:[^。；《》]{{0,12}}(?:修改|修正|修订|调整)[：:，]|中的?|的)?)?"
_WHEN = r"(?:[^，。；：“”《》第]{0,16}(?:期间|期内|之?日起)，)?"
_CHANGE = re.compile(
    rf"^{_LABEL}{_WHEN}(?:{_CUT}{_NAMED}原?{_UNIT}|[将把在对]?{_NAMED}(?:原|其中)?{_UNIT}{_BETWEEN}{_DOES}|"
    rf"[将把]{_NAMED}(?:原|其中)?{_UNIT}{_BETWEEN}[^，。；：“”]{{0,12}}{_DOES}|"
    rf"{_NAMED}(?:原|其中)?{_UNIT}{_BETWEEN}(?:规定|中|里)的?[^，。；：“”]{{1,40}}{_INTO})"
)
"""An article in its own words, such as 第三条 用途变更为商业的, is none."""
_MAY = re.compile(
    rf"{_UNIT}[^。；\n“]{{0,40}}(?:“[^”]{{0,200}}”[^。；\n“]{{0,10}})?(?:{_INTO}|{_CUT}|增)|{_CUT}[^。；\n]{{0,20}}第|(?:增加?|增写|增设)[一两二][条章]"
)
"""What a text that changes articles has somewhere; most texts have none of it."""
_ADDS = re.compile(
    rf"^{_LABEL}(?:{CITED}[）)〕\]]?(?:中|的)?)?(?:新?增加?|增写|增设)(?:一|1|两|二)[条款项章节]"
)
_NOT_CHANGED = re.compile(
    rf"(?:{_INTO}|作为|顺延为|依次为){_UNIT}(?:[、和至]{_UNIT})*|{_UNIT}[之以]?[前后]面?，?增[加写](?:一|两)条"
)
"""Articles that a sentence only counts by: the new number, and where a new one is put."""
_FOUND = re.compile(_UNIT)
_LABELLED = re.compile(rf"^{_LABEL}")
_OPENS_PART = re.compile(
    rf"^(?:[^《》。]{{0,60}}?[将对]{CITED}[）)〕\]]?[^。；《》]{{0,12}}(?:修改|修正|修订|调整)|{_LABEL}{CITED}[）)〕\]]?(?:[（(][^（）()]*[）)])?[：:]?$)"
)
_BARE_PART = re.compile(
    rf"^{_LABEL}(?P<title>[^《》。，；：“”]{{6,80}}?)[（(](?P<number>{NUMBER.pattern})[）)](?:[作做]如下修改)?[：:]?$"
)
"""A document that a line names without 《》, with its number: the changes below are of it."""
_LONGEST = 3000
"""Characters of one change with what it quotes; behind that a missing ” is assumed."""
_ENDS = "。；！"


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes that a text decides for one document; both are empty where it names none of its own."""

    title: str
    number: str
    words: str
    """The words that name the document."""
    changes: tuple[ArticleChange, ...]


def article_changes(text: str, *, named_only: bool) -> tuple[ChangeGroup, ...]:
    """The changes of articles that a text decides, by the document that it last named to be changed.

    `text` has no white space within its lines. With `named_only` a sentence must name the document itself:
    the articles of a text that sets rules of its own are its own.

    Example: `一、将第三条修改为：“…”` -> a group without a title, 第三条
    """
    if not _MAY.search(text):
        return ()
    groups: dict[tuple[str, str], tuple[str, list[ArticleChange]]] = {}
    key, opening = ("", ""), ""
    for sentence in _sentences(text):
        bare = _unquoted(sentence)
        change = _CHANGE.match(bare)
        does = bool(change or _ADDS.match(bare))
        part = _OPENS_PART.match(bare) or (change if does else None)
        named = next(cited_titles(part[0]), None) if part else None
        whole = _BARE_PART.match(bare)
        if named:
            key, opening = (named.title, named.number), bare
        elif whole:
            key, opening = (whole["title"], spelled(whole["number"])), bare
        if does and (named or not named_only):
            changes = groups.setdefault(key, (opening, []))[1]
            words = _LABELLED.sub("", sentence)
            changes += [ArticleChange(label, words) for label in _labels(bare) or [""]]
    return tuple(ChangeGroup(*key, words, tuple(changes)) for key, (words, changes) in groups.items())


def _labels(bare: str) -> list[str]:
    """The articles that a sentence changes."""
    return list(dict.fromkeys(_FOUND.findall(_NOT_CHANGED.sub("", bare))))


def _sentences(text: str) -> Iterator[str]:
    """Sentences with whatever they quote, of however many lines; a line break ends one outside quotes."""
    start = depth = 0
    for position, sign in enumerate(text):
        depth = _depth(depth, sign, text[position - 1 : position]) if position - start < _LONGEST else 0
        if depth == 0 and _ends(text, position, sign):
            yield text[start : position + 1].strip()
            start = position + 1
    yield text[start:].strip()


def _depth(depth: int, sign: str, before: str) -> int:
    """How deep in quotations a sign leaves; a quotation of several paragraphs opens again with each."""
    again = depth > 0 and before == "\n"
    return max(0, depth + (sign == "“" and not again) - (sign == "”"))


def _ends(text: str, position: int, sign: str) -> bool:
    """Whether a sentence ends here: at its stop, behind a quotation that has one, or with its line."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if sign == "\n":
        return after != "“" and text[position - 2 : position] not in ("为：", "为:")
    if sign == "”":
        return before in _ENDS and after not in _ENDS
    return sign in _ENDS and after != "”"


def _unquoted(sentence: str) -> str:
    """A sentence without what it quotes. Example: `将“一年”改为“两年”` -> `将“”改为“”`."""
    kept: list[str] = []
    depth, before = 0, ""
    for sign in sentence:
        inside, depth = depth, _depth(depth, sign, before)
        if min(inside, depth) == 0:
            kept.append(sign)
        before = sign
    return "".join(kept)
