"""Names of places that questions use, and where such a name means no place that is asked about."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from corpus.regions import Region

TOPONYMS_FILE = Path(__file__).parent / "toponyms.toml"

_HOME = re.compile(r"家里|老家|在家|回家|村里|庄里|家乡|[爹娘爸妈]|父母|老人|媳妇|儿子|闺女|孩子")
_ORIGIN = (
    "教授|专家|客商|客户|老板|商人|独资|资本|人投|投资人|订单|院校|高校|青年|同胞|仔|籍|户口|户籍|来的|过来"
)
"""People and things that come from a place; the question about them concerns this one."""
_TRADED = re.compile(
    "[买卖]|引进|进口|出口|招|请来|一家|的?(?:企业|公司|厂|技术|设备|产品|专利|品牌|商标|市场|展会)"
)
"""What is bought from a country, sold to it or owned there; nobody asks here for a rule of that country."""
_RELATIVE = "(?:儿子?|闺女|女儿|孩子|对象|老公|媳妇|老伴|爹|娘|爸|妈|[弟妹哥姐])"
_GONE = "打工|当兵|上大学|念大学|读大学|念书|读书|退伍|回来"
_NAMED_AFTER = "中心|便民|卫生|小学|中学|学校|幼儿园|医院|敬老院|养老院|派出所|法庭|政府|党委|人大|供销社|路"
"""Institutions and roads named after the town before them."""
_OTHER_END = re.compile(
    rf"(?<=市)(?:[场级容价值盈占]|民(?!政|族|营|宗))|(?<=区)[域块间别位段]|(?<=县)[域级]|的?(?:{_ORIGIN})"
)
_OTHER_NAME = re.compile(rf"港|银行|路|街道|胶|菜|的?(?:{_ORIGIN})")
"""What makes another word of a name with its level, and of one without."""
_LEVEL = re.compile(r"[省市州盟区县旗]$")
_HIDDEN = "□"
_TOWN_LEVELS = ("街道", "镇")


def cities_named(text: str, regions: Sequence[Region]) -> tuple[str, ...]:
    """The names in a text of what some regions belong to and others do not.

    Example: "淄博的企业得了省长质量奖", with 周村 and 聊城 -> ("淄博",)
    """
    above = {name for region in regions for name in region.above}
    telling = (name for name in above if any(name not in region.above for region in regions))
    return tuple(sorted(name for name in telling if name in text))


def away_masked(text: str) -> str:
    """A text that mentions home, as long as it is, with the places hidden where somebody works or studies.

    Example: "俺在青岛打工,家里的地谁能种" -> "俺在□□□□,家里的地谁能种"
    """
    return _away().sub(lambda match: _HIDDEN * len(match[0]), text) if _HOME.search(text) else text


def names_otherwise(text: str, start: int, end: int) -> bool:
    """Whether a name of a place at [start, end) belongs to something else, or to who comes from there.

    What is bought from a country or sold to it asks for no rule of that country.

    Example: 青岛 in "走青岛港出口", 四川 in "四川来的务工人员", 韩国 in "从韩国引进一条生产线"
    """
    if text[start:end] in _abroad() and _TRADED.match(text, end):
        return True
    other = _OTHER_END if _LEVEL.search(text, start, end) else _OTHER_NAME
    return other.match(text, end) is not None


def towns_of(regions: Sequence[Region], is_printed: Callable[[str], bool]) -> tuple[str, ...]:
    """The parts of regions whose names say nothing about a topic: towns, streets, and what no text names.

    Measures apply to a whole region; only a part that a measure names, such as a county, may be a topic:
    `is_printed` says whether one names it.
    """
    parts = dict.fromkeys(name for region in regions for name in region.toponyms)
    return tuple(n for n in parts if n.endswith(_TOWN_LEVELS) or not is_printed(n))


def without_towns(text: str, towns: Sequence[str]) -> str:
    """A text without the names of towns.

    What is named after a town keeps its name; a text that says nothing else is unchanged.

    Example: "青年路街道的低保一个月多少" -> "低保一个月多少"; "王村镇中心卫生院" stays
    """
    return _town(tuple(towns)).sub("", text) or text


@lru_cache(maxsize=1)
def _away() -> re.Pattern[str]:
    place = rf"(?:{'|'.join(map(re.escape, place_names()))})[市省]?(?:那边)?"
    return re.compile(rf"{_RELATIVE}[^,。]{{0,3}}在{place}|{place}(?:{_GONE})")


@lru_cache(maxsize=8)
def _town(towns: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, sorted(towns, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"(?:{either})(?!{_NAMED_AFTER})(?:办事处)?(?:这边|那边|这里|那里)?的?")


@lru_cache(maxsize=1)
def place_names() -> tuple[str, ...]:
    """The names of places that a question may mean, longest first."""
    return tuple(sorted(" ".join(_lists().values()).split(), key=len, reverse=True))


@lru_cache(maxsize=1)
def _abroad() -> frozenset[str]:
    return frozenset(_lists()["abroad"].split())


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, str]:
    return tomllib.loads(TOPONYMS_FILE.read_text(encoding="utf-8"))
