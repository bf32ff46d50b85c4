"""What a question says beyond its words: place, year, document, item, department, and what is asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.departments import Names
from corpus.regions import Region
from retrieval.everyday import default_lexicon
from retrieval.filler import without_filler
from retrieval.normalise import plain, shortened, without_markup, without_politeness
from retrieval.places import foreign_places, regions_named, without_towns
from retrieval.printed_numbers import as_printed
from retrieval.references import documents_named, item_named
from retrieval.traditional import simplified
from retrieval.years import in_full, years_away, years_named


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
    (
        Wish.AMOUNT,
        r"(?<!电话)(?<!号码)(?<!电话是)(?<!号码是)多少(?!天|日|号|个?月|年|个?工作日)"
        r"|几成|几块|几个点|最高|最多|比例|百分之|标准|额度|[补奖贴给]几|duoshao",
    ),
    (
        Wish.DEADLINE,
        r"什么时候|啥时候|何时|截止|几月|几号|哪一?天|哪一?年|期限|时限|到什么时|几天|多少(?:天|日|个?工作日)|多久|多长时间",
    ),
    (Wish.CONDITION, r"条件|符合|能不能|能申请|可以申请|够不够|算不算|有资格|要求"),
    (
        Wish.MATERIALS,
        r"(?:准备|带|交|提交|需要|哪些|什么|啥)[^，。？?]{0,6}(?:材料|证件|手续资料)|复印件|报名表|申请表|表格[^，。]{0,4}下载|哪下载",
    ),
    (
        Wish.PROGRESS,
        r"(?:审|办|走|批)到哪|没到账|还没(?:发|批|审)|帮我查|给我查|查查我|查一下我的|"
        r"(?:我|俺|咱)[^，。,]{0,12}到哪一步|进度(?:查询|咋样|怎么样|如何)|查[^，。,]{0,6}进度"
        r"|(?:我|俺|咱)[^，。,]{0,12}(?:进度|卡在哪)|给看一眼|排到",
    ),
    (
        Wish.CASE,
        r"(?:邻居|同事|亲戚|某某|他家|她家)[^。？?]{0,20}(?:查查|查一下|咋评|怎么评|凭什么)|划到哪个学校|哪个学区"
        r"|(?:丢|遗失|弄没|找不着|损坏)了?[^，。,？?]{0,6}补|补办",
    ),
    (
        Wish.LAW,
        r"打官司|起诉|告到法院|上法院|胜算|律师|双倍赔偿|判(?:几年|多少|双倍)|该?赔(?:我|偿)?多少|仲裁",
    ),
    (
        Wish.PRICE,
        r"大概得花|花多少万|市场价|(?<![交缴收])多少钱一(?:台|部|斤|吨|平)|充一度电|一度电[^，。]{0,6}几毛|行情|二手[^，。]{0,4}值",
    ),
    (Wish.PAPERWORK, r"帮我写|写一篇|写个|讲稿|翻译|作文|编一个|讲个笑话|代码"),
)
"""Wish -> words that express it."""

NEAR_MISSES = frozenset({Wish.MATERIALS, Wish.PROGRESS, Wish.CASE, Wish.LAW, Wish.PRICE, Wish.PAPERWORK})
"""Wishes that policy texts as a rule do not meet, though they may hold the topic."""

_WISHES = tuple((wish, re.compile(pattern)) for wish, pattern in WISHES)


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the ranker sees it."""

    original: str
    text: str
    """NFKC, lower case, simplified, numbers as printed, without politeness, markup and names of towns, about
    400 characters at most."""
    content: str
    """`text` without filler words, a blank in their place."""
    regions: tuple[str, ...] = ()
    """Regions of the corpus that it names."""
    elsewhere: tuple[str, ...] = ()
    """Places it names that the corpus does not hold."""
    years: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    """The numbers of the documents of the corpus that it may name; several share a part of their number."""
    item: str | None = None
    """The item that it names."""
    departments: tuple[tuple[str, str], ...] = ()
    """(region, canonical name) of the departments that it names."""
    wishes: frozenset[Wish] = frozenset()
    typed: str = ""
    """What `content` was before it was respelt; empty where it was not."""
    added: tuple[str, ...] = ()
    """Words of documents for the everyday words that it uses."""

    @property
    def respelt(self) -> str:
        """The question in the characters that were meant, where others or pinyin were typed; else empty."""
        return self.text if self.typed else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the corpus can be asked by."""

    regions: tuple[Region, ...]
    numbers: Mapping[str, str]
    """Number of each document -> its region."""
    names: Names
    """Of departments."""
    towns: tuple[str, ...] = ()
    """Parts of regions whose names tell nothing of a matter."""


def understand(question: str, known: Vocabulary, today: date | None = None) -> Query:
    """Reads a question. Without the day it is asked on, 去年 and 明年 stay unread.

    Example: "周村11号文第16项找谁" -> regions ("周村",), item "16", wishes {OWNER}
    """
    typed = shortened(without_politeness(without_markup(simplified(plain(question)))))
    named = in_full(as_printed(typed))
    regions = regions_named(named, known.regions)
    text = without_towns(named, known.towns)
    return Query(
        original=question,
        text=text,
        content=without_filler(text),
        regions=regions,
        elsewhere=foreign_places(named, known.regions),
        years=_years(text, today),
        documents=documents_named(text, known.numbers, regions),
        item=item_named(text),
        departments=_departments(text, known.names, regions),
        wishes=frozenset(wish for wish, pattern in _WISHES if pattern.search(text)),
        added=default_lexicon().expand(text),
    )


def _years(text: str, today: date | None) -> tuple[int, ...]:
    """The years that a text names, those by their distance from today last."""
    away = [today.year + far for far in years_away(text)] if today else []
    return tuple(dict.fromkeys((*years_named(text), *away)))


def _departments(text: str, names: Names, regions: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(region, canonical name) of the departments that a text names, in the regions it names or in all."""
    found = [m for region in regions or (None,) for m in names.find(text, region)]
    return tuple(dict.fromkeys((mention.region, mention.canonical) for mention in found))
