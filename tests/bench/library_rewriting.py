"""Puts a real text into another place, year and wording, with other figures, departments and phones.

All of it happens in one pass, so that nothing is rewritten twice, and by tables that are the same for a whole
document: a figure, a department or a place that a document prints twice is the same at both.
"""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from tests.bench.library_places import Place, PlaceLevel, bare
from tests.bench.library_sources import Source

_YEARS = (-3, -2, -1, 0, 1)
"""By how many years a document may be moved."""
_UNDATED = 2015
"""The first year in the number of a document whose source has no day."""
_WORDINGS = """
奖补=奖励补助 补贴=补助 奖励=奖金 支持=扶持 加快=加速 推进=推动 开展=组织开展 完善=健全 鼓励=引导
落实=执行 符合条件的=达到条件的 给予=发给 最高=最多 不超过=至多 建立=设立
加强=强化 提高=提升 进一步=更好地 积极=主动 充分发挥=发挥好
按照=依照 实施=施行 重点=着重 申请=申报 办理=经办 资金=款项 贷款=信贷
居民=市民 群众=百姓 家庭=住户 培训=培养 服务=帮扶 设备=装置 改造=整修
"""
_DEPARTMENTS = """
商务局=商务和投资促进局 工业和信息化局=经济和信息化局 发展改革局=发展和改革局 农业农村局=农业农村和水务局
人力资源社会保障局=人力资源和社会保障局 住房城乡建设局=住房和城乡建设局 市场监管局=市场监督管理局
大数据局=数据局 文化和旅游局=文化广电和旅游局 自然资源局=自然资源和规划局 交通运输局=交通局
民政局=民政和社会事务局 医保局=医疗保障局
"""
_FIGURE = (
    r"(?<![\d.〔第])\d+(?:\.\d+)?"
    r"(?=万元|亿元|元|%|个百分点|万户|万人|倍|个工作日|天|户|家|台|辆|人|名|亩|吨|万|亿|平方米|公里)"
)
_PHONE = r"(?<!\d)\d{7,8}(?!\d)"
_YEAR = r"(?<!\d)20[0-3]\d(?=年|〕|\])"


def _pairs(table: str) -> Mapping[str, str]:
    return dict(pair.split("=") for pair in table.split())


@dataclass(frozen=True)
class Rewriting:
    """How one source becomes a document of a place; its key decides all that is left to chance."""

    source: Source
    place: Place
    ordinal: int
    """Of the new document in its library."""
    seed: int

    @property
    def key(self) -> str:
        """Tells this document from all others, of other libraries too."""
        return f"{self.seed}/{self.ordinal}"

    @property
    def number(self) -> str:
        """Of the new document; no two of a library are alike."""
        issued = self.source.document.issued
        year = _UNDATED + self.ordinal % 10 if issued is None else self.year(issued.year)
        return f"{bare(self.place.name)}政办发〔{year}〕{self.ordinal}号"

    def text(self, words: str) -> str:
        """What the new document prints for words of the source."""
        return _pattern(self.source).sub(lambda match: self._printed(match, self._literals), words)

    def question(self, words: str) -> str:
        """What somebody asks of the new document: everyday wordings stay as they are."""
        return _pattern(self.source).sub(lambda match: self._printed(match, self._names), words)

    def day(self, day: date | None) -> date | None:
        """A day of the source, as many years away as the texts are moved."""
        if day is None:
            return None
        return day.replace(year=self.year(day.year), day=min(day.day, 28) if day.month == 2 else day.day)

    def year(self, year: int) -> int:
        """A year of the source, moved."""
        return year + self._moved

    def _printed(self, match: re.Match[str], literals: Mapping[str, str]) -> str:
        words = match.group()
        if match.lastgroup == "literal":
            return literals.get(words, words)
        if match.lastgroup == "level":
            return self.place.level_word
        return str(self.year(int(words))) if match.lastgroup == "year" else self._figure(words)

    def _figure(self, printed: str) -> str:
        """Another figure with as many digits, and as many zeros at its end; a hundred stays, as of a rate."""
        if printed == "100":
            return printed
        digits = printed.rstrip("0.") or printed
        chance = random.Random(f"{self.key}/{printed}")
        changed = [str(chance.randint(1, 9)) if digit.isdigit() else digit for digit in digits]
        return "".join(changed) + printed[len(digits) :]

    @cached_property
    def _moved(self) -> int:
        return random.Random(f"{self.key}/year").choice(_YEARS)

    @cached_property
    def _literals(self) -> Mapping[str, str]:
        """Names, and those wordings and department names that this document uses instead."""
        chance = random.Random(f"{self.key}/wordings")
        chosen = {old: new for old, new in _replaceable().items() if chance.random() < 0.5}
        return chosen | self._names

    @cached_property
    def _names(self) -> Mapping[str, str]:
        source, place = self.source, self.place
        names = {source.document.number: self.number}
        names |= {part: place.towns[n % len(place.towns)] for n, part in enumerate(source.parts)}
        for full in reversed(source.above):
            level = PlaceLevel.PROVINCE if full.endswith(("省", "自治区")) else PlaceLevel.CITY
            names |= {full: place.at(level), bare(full): bare(place.at(level))}
        names |= {name: place.name if name == source.own[0] else bare(place.name) for name in source.own}
        return names


@lru_cache(maxsize=1)
def _replaceable() -> Mapping[str, str]:
    return {**_pairs(_WORDINGS), **_pairs(_DEPARTMENTS)}


@lru_cache(maxsize=1024)
def _pattern(source: Source) -> re.Pattern[str]:
    """Everything that may be rewritten in the texts of a source."""
    names = (source.document.number, *source.own, *source.parts)
    above = (called for full in source.above for called in (full, bare(full)))
    literals = sorted({*_replaceable(), *names, *above} - {""}, key=len, reverse=True)
    return re.compile(
        rf"(?P<literal>{'|'.join(map(re.escape, literals))})"
        rf"|(?P<level>{_level(source)})|(?P<year>{_YEAR})|(?P<figure>{_FIGURE}|{_PHONE})"
    )


def _level(source: Source) -> str:
    """The word for the source's own level, in 我区, 全市 and before the name of a department."""
    word = source.own[0][-1] if source.own else ""
    if word not in set("省市区县"):
        return r"(?!)"
    before_name = (
        rf"(?<![\u4e00-\u9fff]){word}(?=[委政直级]|[\u4e00-\u9fff]{{1,9}}(?:局|委|办|中心|部|院|行|所|社|会))"
    )
    return rf"(?<=[我全本]){word}|{before_name}"
