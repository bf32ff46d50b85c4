"""Cities and provinces whose names stand without their level at the beginning of a title: 潍坊, 吉林."""

import re
from collections.abc import Mapping
from functools import lru_cache

from corpus.gazetteer import load_gazetteer
from corpus.region_names import PROVINCES
from corpus.regions import name_of
from corpus.text.numerals import UP_TO_99

_LARGE = re.compile(r"(?:市|地区|盟|省|自治区|(?<=自治)州)$")
_MEANT_OTHERWISE = frozenset(
    (
        "朝阳",
        "吉林",
        "白银",
        "安康",
        "来宾",
        "三明",
        "大同",
        "兴安",
        "新星",
        "双河",
        "白杨",
        "天门",
        "东方",
        "长治",
    )
)
"""Short names that are words, or names of several large places, of which a beginning tells nothing."""
_BODY_OR_ROAD = (
    rf"[东南西北中]?[{UP_TO_99}]?[路街巷]|大道|大街|[桥河湖江山湾港寺村塔站]|公园|大学|学院|医院|银行|农商|机场|"
    r"高铁|铁路|战役|会议|有限|公司|集团"
)
"""What makes another name of a city's: 中山路, 南京大学."""


def called_short(words: str) -> str:
    """The city or province that words begin with, its level left out.

    Example: `潍坊老年优待证办理指南` -> 潍坊市; `中山路街道办事指南` -> empty
    """
    begun = _short_names().match(words)
    return name_of((_large_places()[begun["short"]],)) if begun else ""


@lru_cache(maxsize=1)
def _large_places() -> Mapping[str, str]:
    """Names of provinces and cities without their level -> full names."""
    large = [
        name
        for name, chains in load_gazetteer().chains.items()
        if _LARGE.search(name) and any(len(chain) < 2 for chain in chains)
    ]
    return {short: name for name in large if (short := _without_level(name)) not in _MEANT_OTHERWISE}


def _without_level(name: str) -> str:
    province = next((p for p in PROVINCES if name.startswith(p) and () in load_gazetteer().chains[name]), "")
    return province or _LARGE.sub("", load_gazetteer().short_name(name))


@lru_cache(maxsize=1)
def _short_names() -> re.Pattern[str]:
    longest_first = sorted(_large_places(), key=len, reverse=True)
    names = "|".join(longest_first)
    return re.compile(rf"(?:关于)?(?P<short>{names})(?!{_BODY_OR_ROAD})(?=[-—_ \u4e00-\u9fff]|$)")
