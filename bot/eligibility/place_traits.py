"""Traits of a place: where somebody is registered, lives, works, beside the place that a text asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.eligibility.traits import SaidTrait, Trait, TraitValue
from corpus.gazetteer import load_gazetteer
from corpus.regions import lies_in, region_of

HERE, ELSEWHERE = "本地", "外地"
_REMEMBERED = 1024
_OUTSIDE = re.compile(r"(?:外|别的|其他|老)(?:地|省|市|区|县|乡|镇|家)")
_INSIDE = re.compile(r"本(?:地|区|县|市|镇|乡|街道)|当地|这(?:里|儿|边)|[咱我俺]们?这")
_LEVEL = re.compile("[省市区县]$")
_LONGEST, _SHORTEST = 6, 2
"""Signs of the name of a place."""


@dataclass(frozen=True, slots=True, eq=False)
class PlaceTrait(Trait):
    """Something that is so at a place; equal only to itself.

    Its patterns have a group `place`, of which the beginning (`ahead`) or the end (`behind`) is a name, and
    may have one `denied`. Where `natural` is given, it is looked for if the others say nothing.
    """

    place: str = ""
    """A region, or a town within `region`."""
    region: str = ""
    ahead: tuple[re.Pattern[str], ...] = ()
    behind: tuple[re.Pattern[str], ...] = ()
    natural: tuple[re.Pattern[str], ...] = ()

    def said(self, text: str) -> tuple[SaidTrait, ...]:
        """Where a text says that it is so: here or elsewhere; nothing where it is neither for sure.

        Example: `户口在张店` -> 外地 of 周村; `户口不在周村` -> 本地, denied
        """
        every = [one for pattern in self.ahead for one in self._told(text, pattern, is_ahead=True)]
        every += [one for pattern in self.behind for one in self._told(text, pattern, is_ahead=False)]
        natives = (one for pattern in self.natural for one in self._told(text, pattern, is_ahead=False))
        return tuple(every or natives)

    def _told(self, text: str, pattern: re.Pattern[str], *, is_ahead: bool) -> Iterator[SaidTrait]:
        for match in pattern.finditer(text):
            words = match["place"]
            for size in range(min(len(words), _LONGEST), _SHORTEST - 1, -1):
                value = self._value(words[:size] if is_ahead else words[-size:])
                if value:
                    start = match.start() if is_ahead else match.end("place") - size
                    end = max(match.end(), match.start("place") + size) if is_ahead else match.end()
                    yield SaidTrait(value, bool(match.groupdict().get("denied")), start, end)
                    break

    def _value(self, name: str) -> str:
        if _INSIDE.fullmatch(name):
            return HERE
        if _OUTSIDE.fullmatch(name):
            return ELSEWHERE
        return _standing(name, self.place, self.region)


@lru_cache(maxsize=_REMEMBERED)
def place_trait(
    name: str,
    place: str,
    region: str,
    ahead: tuple[re.Pattern[str], ...],
    behind: tuple[re.Pattern[str], ...] = (),
    natural: tuple[re.Pattern[str], ...] = (),
) -> PlaceTrait:
    """The one trait of a name at a place, so that what is asked twice is the same."""
    never = re.compile("$^")
    values = (TraitValue(HERE, never), TraitValue(ELSEWHERE, never))
    return PlaceTrait(
        name, values, (), place=place, region=region, ahead=ahead, behind=behind, natural=natural
    )


@lru_cache(maxsize=_REMEMBERED)
def _standing(name: str, place: str, region: str) -> str:
    """Whether a name is of a place within another one, of one elsewhere, or of neither for sure."""
    if place != region:
        if name in (place, place[:-1]):
            return HERE
        if name in region_of(region).toponyms:
            return ELSEWHERE
        return ELSEWHERE if _standing(name, region, region) == ELSEWHERE else ""
    around = region_of(region)
    own = (*around.own, *(one.removesuffix(one[-1]) for one in around.own if _LEVEL.search(one)))
    if name in own or _LEVEL.sub("", name) in own or name in around.toponyms or lies_in(name, around):
        return HERE
    if name in around.above or _LEVEL.sub("", name) in around.above:
        return ""
    chains = load_gazetteer().chains
    return ELSEWHERE if any(one in chains for one in (name, *(name + level for level in "市县区"))) else ""
