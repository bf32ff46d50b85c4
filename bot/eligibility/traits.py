"""What somebody or something is, has or did, where that is no figure: 本地户籍, 首次, 验收通过."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

TRAITS_FILE = Path(__file__).parent / "traits.toml"

_DENIED = re.compile(r"(?:(?<!是)不是|不算|不属于|没有?|非|无|未)[^，。、！？!?]{0,2}$")

_DENIED_BEHIND = re.compile(r"(?:户|家庭|的)?(?:[也都又]|肯定|根本)*(?:不是|不算|没有|算不上)(?=[，。！!]|$)")
"""Behind what is denied: 低保边缘也不是."""


@dataclass(frozen=True, slots=True)
class TraitValue:
    """One of the values of a trait, which exclude each other, and how people say that it is theirs."""

    name: str
    said: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TraitWording:
    """A construction in which documents require a trait, and the values that they allow by it."""

    words: re.Pattern[str]
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidTrait:
    """A value of a trait that a text says or denies at [start, end)."""

    value: str
    is_denied: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Trait:
    """A quality with its values, from the lowest to the highest where it `is_scale`; equal only to itself."""

    name: str
    values: tuple[TraitValue, ...]
    wordings: tuple[TraitWording, ...]
    is_scale: bool = False
    is_membership: bool = False
    """Whether somebody may be several such things at once, so that a list of them asks for one."""
    has_topic: bool = False
    """Whether what it is of has to be named by both: 首次升规, 粪污处理设施验收."""
    is_noun: bool = False
    """Whether documents also name it without asking for it: 服务小微企业."""
    is_history: bool = False
    """Whether it is something that happened or did not, within the years that are printed."""

    def said(self, text: str) -> tuple[SaidTrait, ...]:
        """The values that a text says or denies; of words within other words only the longer ones count.

        Example: `不是低保户` -> 是, denied
        """
        every = [
            SaidTrait(value.name, _is_denied(text, match), *match.span())
            for value in self.values
            for match in value.said.finditer(text)
        ]
        return tuple(one for one in every if not any(_is_within(one, other) for other in every))

    def from_value(self, value: str) -> tuple[str, ...]:
        """The value and those above it."""
        names = tuple(one.name for one in self.values)
        return names[names.index(value) :]


def _is_denied(text: str, match: re.Match[str]) -> bool:
    return bool(_DENIED.search(text[: match.start()]) or _DENIED_BEHIND.match(text, match.end()))


def _is_within(one: SaidTrait, other: SaidTrait) -> bool:
    longer = other.end - other.start > one.end - one.start
    return longer and other.start <= one.start and one.end <= other.end


def holds(trait: Trait, allowed: frozenset[str], said: Sequence[SaidTrait]) -> bool | None:
    """Whether what is said of a trait is among what is allowed; None where that is not sure."""
    positive = {one.value for one in said if not one.is_denied}
    denied = {one.value for one in said if one.is_denied}
    if positive & denied:
        return None
    if positive:
        return _of_values(trait, allowed, positive)
    if denied and allowed <= denied:
        return False
    rest = {value.name for value in trait.values} - denied
    return True if denied and rest and rest <= allowed else None


def _of_values(trait: Trait, allowed: frozenset[str], positive: set[str]) -> bool | None:
    if positive <= allowed:
        return True
    if positive & allowed:
        return None
    if not trait.is_scale:
        return False
    names = [value.name for value in trait.values]
    highest = max(names.index(name) for name in allowed)
    return None if max(names.index(name) for name in positive) > highest else False


@lru_cache(maxsize=1)
def default_traits() -> tuple[Trait, ...]:
    """The traits that come with the project."""
    return traits_from(tomllib.loads(TRAITS_FILE.read_text(encoding="utf-8")))


def traits_from(raw: Mapping[str, Sequence[Mapping[str, Any]]]) -> tuple[Trait, ...]:
    """The traits of a parsed file. Raises TypeError or KeyError where a key is unknown or missing."""
    return tuple(_trait(**table) for table in raw.get("trait", ()))


def _trait(
    name: str, values: Mapping[str, str], printed: Sequence[Mapping[str, Any]], **flags: bool
) -> Trait:
    return Trait(
        name,
        tuple(TraitValue(value, re.compile(words)) for value, words in values.items()),
        tuple(TraitWording(re.compile(one["words"]), tuple(one["allowed"])) for one in printed),
        **flags,
    )
