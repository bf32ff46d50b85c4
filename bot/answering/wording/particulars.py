"""What people ask beside a matter, and the article of its notice that says it: papers, window, days."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from bot.answering.wording.complaining import asks_to_complain
from bot.answering.wording.points_said import asks_where
from bot.answering.wording.sentence_spans import sentences
from bot.answering.wording.whole_lists import with_whole_lists
from corpus.frozen_columns import frozen_columns
from corpus.records import Document, ItemReason, Measure, Responsibility, Role, Section
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99

PARTICULARS_FILE = Path(__file__).with_name("particulars.toml")
ONE_MATTER = 25
"""The most measures of a document that is about one matter, not a table of many."""
_ARTICLE = re.compile(r"第[^条行项章]{1,4}[条章]")
"""The label of an article, or of words below a chapter: a document in articles is about one matter."""
_NOT_GIVEN = re.compile(
    r"(?:收入|财产|资产|存款|注册资[本金]|销售额|产值|投资额)[^，。；]{0,12}?(?:低于|高于|不足|超过|达到?|在)?"
    rf"[\d{UP_TO_99}百千.]+[万亿]?元(?:以[上下内])?"
    rf"|另(?:外|再)?(?:加|增加?|加?发)[^，。；\d]{{0,8}}[\d{UP_TO_99}百千.]+[万亿]?元"
)
"""Sums that somebody must earn or own, and that nobody is given; what comes on top is not what is given."""
_NEVER = re.compile(r"(?!)")
_LABELLED = re.compile("[\u4e00-\u9fff]{2,10}：")
"""A text that begins with a label on the line of its body."""
_HEADING = re.compile(r"[\u4e00-\u9fff、]{2,14}")
"""A sentence without any mark: 办理地点和电话."""
_OFTEN = 3
"""A body that so many articles name does the work of the whole notice."""
_FEW = 3
"""So many articles of a document may say a particular, each of a matter of its own: more are a handbook."""
_OWN_WAY = 3
"""So many of the things asked by whoever goes to apply are said by the guide of a matter of its own."""
_HANDBOOK = 2
"""So many guides make a handbook."""
_NAMED_PAIRS, _HERE = 3, 0.34
"""So many pairs of characters of a question name a matter, of which this share at least stands in another one
on the same matter."""
_TOWNS = re.compile(
    r"(?:乡镇|街道|镇|乡)(?:人民政府|办事处|[\u4e00-\u9fff]{0,4}[办所]|[\u4e00-\u9fff]{0,6}(?:中心|服务站))?$"
)
"""Bodies that exist in every town and do the everyday work of whatever department."""
_HALLS = re.compile("(?:政务|便民|行政|市民)服务(?:中心|大厅)|办事大厅")
"""Where departments have their windows."""


class Particular(StrEnum):
    """Something that a notice says once for its whole matter, often in an article of its own.

    Each has a row in `particulars.toml`.
    """

    PAPERS = "papers"
    """What is to be brought or handed in."""
    WHERE = "where"
    """To which window or body one goes."""
    WHEN = "when"
    """Until or from when one may apply."""
    HOURS = "hours"
    """On which days and at which hours the window is open."""
    PAID = "paid"
    """On which days, and how often, it is paid."""
    HOW_LONG = "how_long"
    """Within how many days it is decided or paid."""
    HOW = "how"
    """By which steps one applies."""
    AMOUNT = "amount"
    """How much is given."""
    FOR_WHOM = "for_whom"
    """Who may have it."""
    TERM = "term"
    """How long one may have it."""
    ACCOUNT = "account"
    """To which card or account it is paid."""
    FEE = "fee"
    """Whether it costs something, and what."""
    ONLINE = "online"
    """Whether it can be done without going anywhere."""
    PROXY = "proxy"
    """Whether somebody else may do it."""
    CONSEQUENCE = "consequence"
    """What follows where it is not done, late or wrongly done."""
    AGAIN = "again"
    """Whether one may apply or have it once more."""

    @property
    def label(self) -> str:
        """What it is called in an answer. Example: PAPERS -> 要交什么材料."""
        return PARTICULARS[self].label


@dataclass(frozen=True, slots=True)
class ParticularRow:
    """The patterns of a particular; each pattern with a text that it reads."""

    label: str
    """What it is called in an answer."""
    asked: Mapping[str, str]
    said: Mapping[str, str]
    not_asked: tuple[str, ...]
    not_said: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of articles that are on nothing else."""


def read_particulars(text: str) -> Mapping[Particular, ParticularRow]:
    """The rows of a table in the format of `particulars.toml`, in its order.

    Raises:
        ValueError, TypeError: a row or a column has an unknown name.
    """
    return {
        Particular(name): ParticularRow(**frozen_columns(raw)) for name, raw in tomllib.loads(text).items()
    }


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined.replace("{figures}", rf"\d{UP_TO_99}"))


ERRANDS = tuple(
    each for each in Particular if each not in (Particular.AMOUNT, Particular.FOR_WHOM, Particular.TERM)
)
"""What is asked by whoever goes to apply; a matter is rather told by what it gives, and to whom."""
_IN_PASSING = frozenset((Particular.ONLINE, Particular.PROXY, Particular.CONSEQUENCE))
"""What whatever article may say beside its own matter."""
PARTICULARS = read_particulars(PARTICULARS_FILE.read_text(encoding="utf-8"))
_ASKED = {name: _compiled(row.asked) for name, row in PARTICULARS.items()}
_SAID = {name: _compiled(row.said) for name, row in PARTICULARS.items()}
_TITLED = {name: _compiled(row.titles) if row.titles else _NEVER for name, row in PARTICULARS.items()}


def particulars_asked(question: str) -> tuple[Particular, ...]:
    """What a question asks of this kind, in the order of the table.

    Example: `去哪办，要带啥` -> PAPERS, WHERE
    """
    if asks_to_complain(question):
        return ()
    return tuple(name for name, asked in _ASKED.items() if asked.search(question))


def without_particulars(question: str) -> str:
    """A question with a blank for the words that ask for a particular.

    Example: `高龄津贴去哪办` -> `高龄津贴 `
    """
    for asked in _ASKED.values():
        question = asked.sub(" ", question)
    return question


def says(measure: Measure, particular: Particular) -> bool:
    """Whether a sentence of a measure says a particular; below a title or in a column on it all do."""
    return any(_saying(measure.sections, particular))


def sentences_on(sections: Sequence[Section], particular: Particular) -> tuple[str, ...]:
    """The sentences of a measure's sections that say a particular, in reading order, lists as a whole."""
    return tuple(_saying(sections, particular))


def _saying(sections: Sequence[Section], particular: Particular) -> Iterator[str]:
    yield from (one.text for one in sections if one.name and _TITLED[particular].fullmatch(one.name.strip()))
    said = _SAID[particular]
    unread = _NOT_GIVEN if particular is Particular.AMOUNT else _NEVER
    titled = len(sections) == 1 and _is_title_on(particular, sections[0].text)
    every = sentences(tuple(sections))
    bare = ["".join(each.text.split()) for each in every]
    found = [titled or bool(said.search(unread.sub("，", words))) for words in bare]
    # What a heading of a line of its own announces stands in the sentence behind it.
    heads = [
        False,
        *(hit and bool(_HEADING.fullmatch(words)) for hit, words in zip(found, bare, strict=True)),
    ]
    told = with_whole_lists(every, [hit or head for hit, head in zip(found, heads, strict=False)])
    yield from (each.text for each, is_told in zip(every, told, strict=True) if is_told)


def titled_article(particular: Particular, measure: Measure, document: Document) -> Measure | None:
    """The only article of a measure's notice whose title says that it is on a particular and nothing else.

    Example: `办理时限` for HOW_LONG, whatever other articles say in passing
    """
    titled = [other for other in document.measures if is_titled(other, particular)]
    if len(titled) != 1 or not is_of_notice(measure, document) or not is_general(titled[0], document):
        return None
    return titled[0]


def _is_title_on(particular: Particular, text: str) -> bool:
    """Whether the title of a text is on a particular, as also 关于备案材料 is."""
    return bool(_TITLED[particular].fullmatch(title_of(text).removeprefix("关于")))


def is_label_on(label: str, particular: Particular) -> bool:
    """Whether the label of a field says that it is on a particular. Example: `收费标准`, FEE -> True."""
    return bool(_TITLED[particular].fullmatch(label))


def title_of(text: str) -> str:
    """The first line of a text, or of its only one the label or the first sentence, where more follows.

    Example: `发放时间：每月15日前打入社保卡。` -> 发放时间
    """
    title, _, rest = text.strip().partition("\n")
    if not rest:
        title, _, rest = title.partition("：" if _LABELLED.match(title) else "。")
    return title.strip(" ：:。") if rest else ""


def article_on(particular: Particular, measure: Measure, document: Document, question: str) -> Measure | None:
    """The article of a measure's notice that says a particular of its matter, where it does not itself.

    What is given, and to whom, an article with a department of its own says of its own matter alone.

    One whose title says so goes before all. Else the one that shares most words with the question beside
    those of the title, of these the one that stands nearest under the same heading. For a row of a short
    table the only article beside it. None where the measure says it, no article does, the document is a table
    of many matters, or several articles say it and none is nearer to the measure.
    """
    if says(measure, particular):
        return None
    if not is_of_notice(measure, document):
        return _beside_table(particular, measure, document)
    if titled := titled_article(particular, measure, document):
        return titled
    if particular not in ERRANDS and not is_general(measure, document):
        return None
    saying = [
        other
        for other in document.measures
        if other.id != measure.id
        and speaks_for_others(other, particular, document)
        and not _asks_of_another(other, measure, document)
    ]
    below = [other for other in saying if measure.heading and other.heading == measure.heading]
    near = below or saying
    if len(near) > _FEW:
        return None
    own = pairs_of(question) - pairs_of(document.title)
    positions = {other.id: position for position, other in enumerate(document.measures)}
    here = positions[measure.id]

    def nearness(other: Measure) -> tuple[int, int, bool]:
        far = positions[other.id] - here
        return len(own & pairs_of(other.text)), -abs(far), far > 0

    return max(near, key=nearness, default=None)


def _asks_of_another(other: Measure, measure: Measure, document: Document) -> bool:
    """Whether a question of a list names a matter of which another one, and the title, have next to nothing.

    Example: 夫妻加名要多少钱 beside 宅基地能办证吗 -> True; 需要带什么材料 -> False
    """
    if other.reason is not ItemReason.QUESTION:
        return False
    asked = other.text.strip().partition("\n")[0]
    named = pairs_of(without_particulars(asked))
    here = named & pairs_of(f"{document.title}，{measure.text}")
    return len(named) >= _NAMED_PAIRS and len(here) < _HERE * len(named)


def _beside_table(particular: Particular, measure: Measure, document: Document) -> Measure | None:
    """The only article beside a table that says a particular of an errand, for a row of that table.

    Example: for a row `每亩135元` the article `补贴资金于9月30日前发放`
    """
    if particular not in ERRANDS or len(measure.sections) == 1 or len(document.measures) > ONE_MATTER:
        return None
    saying = [other for other in document.measures if speaks_for_others(other, particular, document)]
    return saying[0] if len(saying) == 1 else None


def is_of_notice(measure: Measure, document: Document) -> bool:
    """Whether a measure is an article of a document about one matter, and no row of a table or a card."""
    in_articles = all(_ARTICLE.match(other.item) for other in document.measures)
    return len(measure.sections) == 1 and (in_articles or len(document.measures) <= ONE_MATTER)


def is_general(measure: Measure, document: Document) -> bool:
    """Whether what an article says may hold for the others: who is named in it does no other matter.

    The issuer, whom the document names for all or in several articles, the bodies of every town, and the
    halls with the windows of all do the work of the whole matter.
    """
    named = Counter(duty.canonical for one in document.measures for duty in one.responsibilities)
    often = (name for name, count in named.items() if count >= _OFTEN)
    own = (document.issuer, *(duty.canonical for duty in document.contacts), *often)
    duties = (duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR)
    return len(measure.sections) == 1 and all(_is_of(duty, own) for duty in duties)


def speaks_for_others(measure: Measure, particular: Particular, document: Document) -> bool:
    """Whether what a measure says of a particular may hold for the others of its document.

    An answer to a question speaks of what that asks. In a handbook, where articles are guides of one errand
    each, with papers, window and days of its own, the title has to say so.
    """
    if measure.reason is ItemReason.QUESTION:
        asked = measure.text.strip().partition("\n")[0]
        where = particular is Particular.WHERE and asks_where(asked)
        return where or particular in particulars_asked(asked)
    if not says(measure, particular) or not is_general(measure, document):
        return False
    return sum(map(is_guide, document.measures)) < _HANDBOOK or is_titled(measure, particular)


def is_guide(measure: Measure) -> bool:
    """Whether a measure says of its own matter the papers and most of what else is asked to apply."""
    return (
        says(measure, Particular.PAPERS)
        and sum(says(measure, each) for each in ERRANDS if each not in _IN_PASSING) >= _OWN_WAY
    )


def is_titled(measure: Measure, *particulars: Particular) -> bool:
    """Whether the title of a measure says that it is on one of these particulars and nothing else."""
    return any(_is_title_on(each, measure.text) for each in particulars)


def _is_of(duty: Responsibility, own: Iterable[str]) -> bool:
    names = (duty.department, duty.canonical)
    everywhere = _TOWNS.search(duty.department) or _HALLS.search(duty.department)
    return bool(everywhere) or any(name.endswith(names) for name in own)
