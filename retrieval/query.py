"""What a question says beyond its words: place, year, document, item, department, and what is asked for."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from corpus.departments import Names
from corpus.regions import Region
from retrieval.normalise import plain, shortened, without_politeness
from retrieval.places import foreign_places, regions_named


class Wish(StrEnum):
    """What someone wants to know about a topic."""

    PHONE = "phone"
    OWNER = "owner"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    CONDITION = "condition"
    MATERIALS = "materials"
    PROGRESS = "progress"
    CASE = "case"
    LAW = "law"
    PRICE = "price"
    PAPERWORK = "paperwork"


WISHES: tuple[tuple[Wish, str], ...] = (
    (Wish.PHONE, r"电话|号码|联系方式|打给谁|打哪|联系谁|dianhua"),
    (
        Wish.OWNER,
        r"哪个(?:部门|局|科|单位|股|办)|哪些(?:部门|单位)|归谁|谁管|谁来|找谁|谁牵头|牵头|归哪|谁负责|哪儿管|谁盯",
    ),
    (Wish.AMOUNT, r"多少|几成|几块|最高|最多|比例|百分之|标准|额度|补几|奖几|duoshao"),
    (Wish.DEADLINE, r"什么时候|何时|截止|几月|几号|哪一?天|哪一?年|期限|到什么时|几天"),
    (Wish.CONDITION, r"条件|符合|能不能|能申请|可以申请|够不够|算不算|有资格|要求"),
    (
        Wish.MATERIALS,
        r"(?:准备|带|交|提交|需要|哪些|什么|啥)[^，。？?]{0,6}(?:材料|证件|手续资料)|复印件|报名表|申请表|表格[^，。]{0,4}下载|哪下载",
    ),
    (
        Wish.PROGRESS,
        r"(?:审|办|走|批)到哪|没到账|还没(?:发|批|审)|帮我查|给我查|查查我|查一下我的|到哪一步|卡在哪|进度|给看一眼|排到",
    ),
    (
        Wish.CASE,
        r"(?:邻居|同事|亲戚|某某|他家|她家)[^。？?]{0,20}(?:查查|查一下|咋评|怎么评|凭什么)|划到哪个学校|哪个学区",
    ),
    (
        Wish.LAW,
        r"打官司|起诉|告到法院|上法院|胜算|律师|双倍赔偿|判(?:几年|多少|双倍)|该?赔(?:我|偿)?多少|仲裁",
    ),
    (
        Wish.PRICE,
        r"大概得花|花多少万|市场价|多少钱一(?:台|部|斤|吨|平)|充一度电|一度电[^，。]{0,6}几毛|行情|二手[^，。]{0,4}值",
    ),
    (Wish.PAPERWORK, r"帮我写|写一篇|写个|讲稿|翻译|作文|编一个|讲个笑话|代码"),
)
"""Wish -> words that express it."""

NEAR_MISSES = frozenset({Wish.MATERIALS, Wish.PROGRESS, Wish.CASE, Wish.LAW, Wish.PRICE, Wish.PAPERWORK})
"""Wishes that policy texts as a rule do not meet, though they may hold the topic."""

_WISHES = tuple((wish, re.compile(pattern)) for wish, pattern in WISHES)

FILLER_FILE = Path(__file__).parent / "filler.toml"
"""Words that say how one asks, not about what."""

_DOCUMENT = re.compile(
    r"([一-龥]{2,6})?[〔\[(【](20\d\d)[〕\])】]第?(\d{1,3})号"
    r"|(?:(20\d\d)年?第?)?(\d{1,3}|[一二三四五六七八九十]{1,3})号文"
)
"""A number with its year in brackets, or one that is called 文."""
_ITEM = re.compile(r"第\s*(\d{1,3})\s*(?:项|条)|表\s*(\d{1,3})")
_YEAR = re.compile(r"(20[0-3]\d)\s*(?:年|nian|以来|至|-)")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the ranker sees it."""

    original: str
    text: str
    """NFKC, lower case, without politeness, at most 400 characters."""
    content: str
    """`text` without filler words, a blank in their place."""
    regions: tuple[str, ...] = ()
    """Regions of the corpus that it names."""
    elsewhere: tuple[str, ...] = ()
    """Places it names that the corpus does not hold."""
    years: tuple[int, ...] = ()
    document: str | None = None
    """The number of a document of the corpus that it names."""
    item: str | None = None
    departments: tuple[tuple[str, str], ...] = ()
    """(region, canonical name) of the departments that it names."""
    wishes: frozenset[Wish] = frozenset()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the corpus can be asked by."""

    regions: tuple[Region, ...]
    numbers: tuple[str, ...]
    """Of its documents."""
    names: Names
    """Of departments."""


def understand(question: str, known: Vocabulary) -> Query:
    """Reads a question.

    Example: "周村11号文第16项找谁" -> regions ("周村",), item "16", wishes {OWNER}
    """
    text = shortened(without_politeness(plain(question)))
    regions = regions_named(text, known.regions)
    return Query(
        original=question,
        text=text,
        content=_filler().sub(" ", text).strip() or text,
        regions=regions,
        elsewhere=foreign_places(text, known.regions),
        years=tuple(dict.fromkeys(int(y) for y in _YEAR.findall(text))),
        document=_document(text, known.numbers, regions),
        item=_item(text),
        departments=tuple(dict.fromkeys((m.region, m.canonical) for m in known.names.find(text))),
        wishes=frozenset(wish for wish, pattern in _WISHES if pattern.search(text)),
    )


@lru_cache(maxsize=1)
def _filler() -> re.Pattern[str]:
    words = tomllib.loads(FILLER_FILE.read_text(encoding="utf-8"))["words"].split()
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _item(text: str) -> str | None:
    found = _ITEM.search(text)
    if found is None:
        return None
    return found.group(1) or f"表{found.group(2)}"


def _document(text: str, numbers: tuple[str, ...], regions: tuple[str, ...]) -> str | None:
    """The one document whose number the text gives; None where none or several fit."""
    squeezed = plain(text).replace(" ", "")
    for number in numbers:
        if plain(number) in squeezed:
            return number
    found = _DOCUMENT.search(squeezed)
    if found is None:
        return None
    issuer, bracketed, serial, said, nickname = found.groups()
    year, count = bracketed or said, serial or _number(nickname)
    fits = [n for n in numbers if re.search(rf"(?<!\d){count}号$", n) and (year is None or year in n)]
    fits = [n for n in fits if not issuer or n.startswith(issuer[-4:]) or issuer[-2:] in n] or fits
    near = [n for n in fits if any(n.startswith(r[0]) for r in regions)] or fits
    return near[0] if len(near) == 1 else None


def _number(written: str) -> int:
    """A number below 100 in figures or Chinese figures.

    Example: "二十七" -> 27
    """
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
