"""Questions in the characters that were meant."""

import pytest

from retrieval.indexing import LexicalIndex
from retrieval.respelling.spelling import Speller
from retrieval.text.syllables import SyllableTable
from retrieval.text.terms import characters

WRITTEN = [
    "老小区改造找谁",
    "老旧小区改造补贴多少",
    "报废旧汽车补贴多少",
    "政府采购优先中小企业",
    "政府采购补贴",
    "监督员由谁聘任",
    "智慧医保归谁管",
    "ai咨询",
]


@pytest.fixture(scope="module")
def speller() -> Speller:
    """One that has read eight short texts, each many times over."""
    written = LexicalIndex.build(map(characters, WRITTEN * 50))
    return Speller(written.units, frozenset({"ai"}), SyllableTable.from_pypinyin())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("正府采狗", "政府采购"),
        ("爆废旧汽车 布贴多少", "报废旧汽车 补贴多少"),
        ("间督员", "监督员"),
        ("智慧一保", "智慧医保"),
    ],
)
def test_homophones_are_put_right(speller: Speller, typed: str, meant: str) -> None:
    """The character that stands with neither neighbour anywhere is the doubtful one."""
    assert speller.respell(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("laoxiaoqu gaizao", "老小区改造"),
        ("lao xiao qu gai zao zhao shei", "老小区改造找shei"),
        ("旧汽车 butie duoshao", "旧汽车 补贴多少"),
        ("zeng fu cai gou", "政府采购"),
    ],
)
def test_pinyin_is_read(speller: Speller, typed: str, meant: str) -> None:
    """Spaced or not, among characters, and as speakers who do not tell zheng from zeng write it."""
    assert speller.respell(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "老旧小区改造", "ai咨询", "pue 1.3", "捷达补贴", "hello", "2020年 补贴"]
)
def test_what_is_known_or_like_nothing_stays(speller: Speller, typed: str) -> None:
    """Words of the corpus, Latin words, figures, and names that sound like nothing known."""
    assert speller.respell(typed) == typed
