"""Words beside a figure that a text does not account for: 兼职主播 where 全职主播 are counted."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from bot.eligibility.affinity import known_names
from bot.eligibility.printed.printed_bounds import PrintedBound
from bot.eligibility.quantity_names import QuantityNames
from bot.eligibility.spoken.kin import RELATIVE
from bot.eligibility.told_words import default_things
from corpus.regions import load_regions
from corpus.text.numerals import LARGE, TWOS, UP_TO_99

PLAIN_FILE = Path(__file__).parent / "plain_words.toml"

_REMEMBERED = 256
"""Texts whose everyday words are kept: what is shown is asked about again."""
_HAN = "\u4e00-\u9fff"
_PLACE = rf"^[{_HAN}]{{2,4}}?(?:新区|开发区|区|县|市)"
"""The place that many questions begin with."""
_WHO = rf"[我俺咱]们?(?:这|家)?[{_HAN}]{{1,3}}(?:厂|公司|店|社|场|院)"
"""Whose something is tells nothing of what it is: 我们面粉厂."""
_LEAST = 2
"""Signs that make a word."""
_CLASSES = "率证贷险"
"""Signs that are a noun by themselves behind what tells its kind: 房贷 is no 流动资金贷款."""
_MODIFIES = re.compile(rf"(?![的和及或与为有对将把由向从在])[{_HAN}]")
_MARK = "，"
"""Stands for what is accounted for, so that words on both sides of it do not grow together."""


def names_something_else(bound: PrintedBound, clause: str, text: str, names: QuantityNames) -> bool:
    """Whether a clause of a question names something else than a comparison of a text measures.

    Example: `中药材种植面积100亩以上`, 小麦种植面积130亩 -> True; `持有高级工证书满2年`, 我有电工证 -> True
    """
    explained = _explained(bound, text, names)
    rest = _unaccounted(clause, text, explained)
    return bool(_strange_words(bound, rest) or _other_kinds(bound, clause, explained))


def _strange_words(bound: PrintedBound, rest: str) -> list[str]:
    """The words left of a clause that have no more than half of their signs from a comparison."""
    signs = set(bound.words)
    return [word for word in _runs(rest) if _LEAST * sum(sign in signs for sign in word) <= len(word)]


def _other_kinds(bound: PrintedBound, clause: str, explained: frozenset[str]) -> list[str]:
    """The nouns behind another sign in a clause than in a comparison, where it never says that one."""
    plain, found = _without_plain(_without_whose(clause)), []
    for start, end in _shared(plain, bound.words):
        front, noun = plain[start - 1 : start], plain[start:end]
        printed = {bound.words[at - 1] for at in _offsets(noun, bound.words) if at}
        told = _is_sign(front) and front not in bound.sentence
        told = told and not any(front + noun[:1] in word for word in explained)
        if told and printed and all(_MODIFIES.match(sign) and sign not in clause for sign in printed):
            found.append(front + noun)
    return found


def _explained(bound: PrintedBound, text: str, names: QuantityNames) -> frozenset[str]:
    """Everyday words for words of a text: of the quantity that is compared, of synonyms, of groups."""
    known = known_names(bound, names)
    of_quantity = (
        word for one in names.quantities if one.name in known for word in (*one.said, *one.printed)
    )
    return _everyday_words(text, names).union(of_quantity)


@lru_cache(maxsize=_REMEMBERED)
def _everyday_words(text: str, names: QuantityNames) -> frozenset[str]:
    of_synonyms = (
        word for one in names.synonyms for word in one.every if any(w in text for w in one.every if w != word)
    )
    of_groups = (word for one in names.groups if one.is_printed(text) for word in one.said)
    of_things = (
        word
        for one in default_things()
        if any(printed in text for printed in one.words)
        for word in (*one.words, *one.kinds)
    )
    return frozenset((*of_synonyms, *of_groups, *of_things))


def _unaccounted(clause: str, text: str, explained: frozenset[str]) -> str:
    """A clause with a mark for every sign that has its neighbour in the text too, or is of a known word."""
    said = _without_whose(clause)
    known = {at for i in range(len(said) - 1) if said[i : i + 2] in text for at in (i, i + 1)}
    known |= {i for word in explained for at in _offsets(word, said) for i in range(at, at + len(word))}
    return "".join(_MARK if i in known else sign for i, sign in enumerate(said))


def _shared(said: str, printed: str) -> Iterator[tuple[int, int]]:
    """The longest stretches that two texts share, of two signs and more or a noun of one, left to right."""
    start = 0
    while start < len(said):
        end = start + (1 if said[start] in _CLASSES else _LEAST)
        if end > len(said) or not said[start:end].strip(_MARK) or said[start:end] not in printed:
            start += 1
            continue
        while end < len(said) and said[start : end + 1] in printed:
            end += 1
        yield start, end
        start = end


def _without_whose(clause: str) -> str:
    return _whose().sub(_MARK, clause)


def _without_plain(clause: str) -> str:
    return _plain().sub(lambda match: _MARK * len(match.group()), clause)


def _runs(rest: str) -> list[str]:
    return [run for run in _plain().split(rest) if len(run) >= _LEAST]


def _is_sign(sign: str) -> bool:
    return bool(sign) and not _plain().fullmatch(sign)


def _offsets(word: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(word), text)]


@lru_cache(maxsize=1)
def _whose() -> re.Pattern[str]:
    names = {name for region in load_regions().values() for name in region.own}
    return re.compile("|".join((_PLACE, _WHO, *sorted(names, key=len, reverse=True))))


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """What tells nothing of a thing: no Chinese sign, a number, a relative, a plain word or sign."""
    table = tomllib.loads(PLAIN_FILE.read_text(encoding="utf-8"))
    words = "|".join(sorted(map(re.escape, table["words"].split()), key=len, reverse=True))
    return re.compile(
        rf"[^{_HAN}]|{RELATIVE}|{words}|[{TWOS}{UP_TO_99}{LARGE}几{''.join(table['signs'].split())}]"
    )
