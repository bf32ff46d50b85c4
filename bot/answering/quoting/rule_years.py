"""Of which year a rule is, beside the year that a question asks of, and what held before it."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from bot.answer import FormerRule
from bot.answering.wording.sentence_spans import sentences
from bot.ports import CatalogView
from corpus.records import Document, Measure
from corpus.text.han_pairs import pairs_of
from corpus.text.numerals import UP_TO_99
from retrieval.question import in_a_span, in_full, rule_years, years_away, years_named
from retrieval.text import plain

_FORMER_STANDARD = re.compile(
    r"原标准|由(?:原来?的?)?[^，。；]{0,16}(?:提高|调整|上调|增加|提升)(?:到|为|至)"
)
"""What holds since before: `由每人每月600元提高到660元`."""
_TITLED = re.compile(r"(?P<first>20\d\d)(?:年度?)?(?:[—–－\-至到~]+(?P<last>20\d\d))?年度?(?!\d{1,2}月)")
"""The year, or the years, that a title says its document is for."""
_FOR_YEAR = re.compile(
    r"(?<![我俺咱])(?P<year>20\d\d)年度?(?!\d{1,2}月)的?"
    r"(?:(?![买交缴办领生退考盖建装投][的了过]|我|俺|咱|出生|毕业|退休|入职|上牌|注册|成立)[^，。,;？?]){1,12}?"
    r"(?:多少|几|怎么|何时|什么时候|啥时候)"
)
"""A year of which something is asked, and not one in which somebody did something: 2019年交的社保."""
_THIS_YEAR = re.compile(rf"今年(?!\s*[\d{UP_TO_99}])")
"""Not 今年85, which tells an age."""
_DAY = re.compile(r"20\d\d年\d{1,2}月(?:\d{1,2}日)?")
_BEFORE = re.compile(
    r"(?:原来|原先|以前|过去|从前|早先|之前)(?!缴|交|买|在|住|领过|办过)|[老旧](?:办法|标准|政策|规定|文件|细则)"
)
"""Words that ask for the rule before the one in force."""


def earlier_year(question: str, document: Document, measure: Measure) -> int | None:
    """The year whose rules are asked for, where a document is younger and does not speak of it."""
    years = rule_years(in_full(plain(question)))
    text = "".join(f"{document.title}，{measure.text}".split())
    if not years or document.issued is None or _FORMER_STANDARD.search(text):
        return None
    since = measure.validity.valid_from
    told = any(_tells(year, text) or (since and since.year <= year) for year in years)
    return max(years) if max(years) < document.issued.year and not told else None


def titled_years(title: str) -> frozenset[int]:
    """The years that a title says its document is for. Example: `2026—2027年度…的通知` -> 2026, 2027."""
    return frozenset(
        year
        for each in _TITLED.finditer("".join(title.split()))
        for year in range(int(each["first"]), int(each["last"] or each["first"]) + 1)
    )


def untitled(title: str) -> str:
    """A title without its years, in which notices of several years are alike."""
    return _TITLED.sub("", "".join(title.split()))


def years_asked(question: str, as_of: date) -> tuple[int, ...]:
    """The years up to that of a day whose rules a question asks for, told in figures or by 今年, 去年."""
    words = _THIS_YEAR.sub(f"{as_of.year}年", in_full(plain(question)))
    gone = (as_of.year + far for far in years_away(words) if far < 0)
    return (*rule_years(words), *map(int, _FOR_YEAR.findall(words)), *gone)


def titled_year(question: str, document: Document, measure: Measure, as_of: date) -> tuple[int, str] | None:
    """The year whose rules are asked for and the words of the title that name another one; mostly None.

    A year may be told by its distance from the day of the question: 去年, 今年. A day of a year gone by
    that is printed, such as one of payment, does not make the document one for that year.

    Example: 2026年居民医保多少钱, answered from 关于做好2027年度居民医保征缴工作的通知 -> 2026, 2027年度
    """
    years = years_asked(question, as_of)
    titled = _TITLED.search("".join(document.title.split()))
    text = "".join(measure.text.split())
    undated = _DAY.sub("", text)
    told = any(_tells(year, undated if year < as_of.year else text) for year in years)
    if not years or titled is None or titled_years(document.title) & {*years} or told:
        return None
    return max(years), titled.group()


def former_rule(
    catalog: CatalogView, question: str, document: Document, measure: Measure
) -> FormerRule | None:
    """What the replaced document says of the matter, where an earlier year or rule is asked for.

    The sentence of the measure that has most words of the one at hand stands for it.
    """
    years = years_named(in_full(plain(question)))
    asked = _BEFORE.search(question)
    since = measure.validity.valid_from
    kept = [one.document for one in catalog.replaced if one.by == document.number != one.document.number]
    fitting = [former for former in kept if asked or (since and _held_in(former, years, since.year))]
    if not fitting or (not asked and not years):
        return None
    former = fitting[-1]
    told = _most_alike(former.measures, measure, question)
    if told is None:
        return None
    one, words = told
    return FormerRule(former.number, former.title, former.validity, one.item, words)


def _tells(year: int, text: str) -> bool:
    return str(year) in text or in_a_span(year, text)


def _held_in(former: Document, years: Collection[int], before: int) -> bool:
    """Whether a document held in one of these years, all of them before another."""
    begun, until = former.validity.valid_from, former.validity.until
    if not years or begun is None or max(years) >= before:
        return False
    return any(begun.year <= year <= (until.year if until else before) for year in years)


def _most_alike(measures: Sequence[Measure], at_hand: Measure, question: str) -> tuple[Measure, str] | None:
    """The measure, with its sentence, that shares most pairs with a question, then with another measure."""
    wanted, asked = pairs_of("".join(at_hand.text.split())), pairs_of(plain(question))
    each = [
        (measure, words)
        for measure in measures
        for sentence in sentences(measure.sections)
        if (words := sentence.text.strip())
    ]

    def share(pair: tuple[Measure, str]) -> tuple[int, int, int]:
        own = pairs_of("".join(pair[1].split()))
        return len(own & asked), len(own & wanted), -len(pair[1])

    return max(each, key=share, default=None)
