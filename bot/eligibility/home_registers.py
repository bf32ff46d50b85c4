"""Where somebody's household is registered, beside the place whose register a text asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.eligibility.traits import SaidTrait, Trait, TraitValue
from corpus.gazetteer import load_gazetteer
from corpus.regions import lies_in, region_of

HERE, ELSEWHERE = "本地", "外地"
_REMEMBERED = 1024
_HAN = "\u4e00-\u9fff"
_REGISTER = "(?:常住|城镇|农村|农业|集体)?(?:户籍|户口)"
_PRINTED = re.compile(
    rf"(?:具有|持有|拥有)?(?<!非)(?<!不是)(?P<place>本(?:区|县|市|镇|乡|街道)|[{_HAN}]{{2,4}}?[区县市镇])(?={_REGISTER})"
    rf"(?:(?:常住)?(?:户籍|户口))?"
)
_REGISTERED_AT = re.compile(
    r"(?:户口(?!本|簿)|户籍)(?:上|现在|也|都|就|还|一直|仍|本来|早)*(?P<denied>不是?|没)?"
    r"(?:在|是|落|归|属于?|随|迁到|上在|落在)*(?:[咱我俺]们?)?(?=(?P<place>.{2,6}))"
)
_REGISTER_OF = re.compile(
    rf"(?P<denied>不是|没有?)?(?P<place>[{_HAN}]{{2,9}}?)的?(?:常住|城镇|农村|农业|集体)*(?:户口|户籍)(?!(?:在|是|落|还|就)[{_HAN}])"
)
_NATIVE = re.compile(
    rf"(?P<denied>不是)?(?P<place>[{_HAN}]{{2,6}}?)(?:人(?![员家口均才])|的(?=[，。！？]|$))"
)
_OUTSIDE = re.compile(r"(?:外|别的|其他|老)(?:地|省|市|区|县|乡|镇|家)")
_INSIDE = re.compile(r"本(?:地|区|县|市|镇|乡|街道)|当地|这(?:里|儿|边)|[咱我俺]们?这")
_LEVEL = re.compile("[省市区县]$")
_LONGEST, _SHORTEST = 6, 2


@dataclass(frozen=True, slots=True)
class Home:
    """The place of a document: its region, and the town where a town issued it."""

    region: str = ""
    town: str = ""

    @classmethod
    def of(cls, region: str, issuer: str) -> "Home":
        """The place of a document of a region by its issuer. Example: `王村镇人民政府` -> the town 王村镇."""
        town = re.match(rf"[{_HAN}]{{2,12}}?(?:镇|乡|街道)(?=人民政府|办事处|党政)", issuer)
        name = re.search(rf"[{_HAN}]{{2,4}}(?:镇|乡|街道)$", town.group()) if town else None
        return cls(region, re.sub(".*[区县市]", "", name.group()) if name else "")


NOWHERE = Home()
"""That of a text of no known place."""


@dataclass(frozen=True, slots=True, eq=False)
class HomeRegister(Trait):
    """The trait of being registered at a place; equal only to itself."""

    place: str = ""
    """A region, or a town within `region`."""
    region: str = ""

    def said(self, text: str) -> tuple[SaidTrait, ...]:
        """Where a text says that somebody is registered: here or elsewhere; nothing where it is neither.

        Example: `户口在张店` -> 外地 of 周村; `户口不在周村` -> 本地, denied
        """
        every = [*self._told(text, _REGISTERED_AT), *self._told(text, _REGISTER_OF)]
        return tuple(every or self._told(text, _NATIVE))

    def _told(self, text: str, pattern: re.Pattern[str]) -> Iterator[SaidTrait]:
        for match in pattern.finditer(text):
            words, ahead = match["place"], pattern is _REGISTERED_AT
            for size in range(min(len(words), _LONGEST), _SHORTEST - 1, -1):
                value = self._value(words[:size] if ahead else words[-size:])
                if value:
                    start = match.start() if ahead else match.end("place") - size
                    end = match.end() + size if ahead else match.end()
                    yield SaidTrait(value, bool(match["denied"]), start, end)
                    break

    def _value(self, name: str) -> str:
        if _INSIDE.fullmatch(name):
            return HERE
        if _OUTSIDE.fullmatch(name):
            return ELSEWHERE
        return _standing(name, self.place, self.region)


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


@lru_cache(maxsize=_REMEMBERED)
def _register(place: str, region: str) -> HomeRegister:
    values = (TraitValue(HERE, re.compile("$^")), TraitValue(ELSEWHERE, re.compile("$^")))
    return HomeRegister("户籍", values, (), place=place, region=region)


def home_registers(words: str, home: Home) -> Iterator[tuple[Trait, str, int, int]]:
    """Where a text asks to be registered at a place: the trait, the value asked for, and its words.

    A text that names its own place is of that one, also where nothing else tells its region.

    Example: `具有周村区户籍、年满80周岁` -> 户籍 at 周村, 本地
    """
    for match in _PRINTED.finditer(words):
        place = _place(match["place"], home)
        if place:
            yield _register(*place), HERE, *match.span()


def _place(printed: str, home: Home) -> tuple[str, str] | None:
    """The place whose register is asked for, and the region that it is or lies in."""
    if printed in ("本镇", "本乡", "本街道") or (home.town and printed.endswith(home.town)):
        return (home.town, home.region) if home.town else None
    if not home.region:
        return None if printed.startswith("本") else (printed, printed)
    around = region_of(home.region)
    if printed == "本市":
        return (around.city, around.city) if around.city else None
    if printed.startswith("本"):
        return home.region, home.region
    return _named_place(printed, home.region)


def _named_place(printed: str, region: str) -> tuple[str, str] | None:
    """A place that a text of a region names: the region, one around it, or a town within it."""
    around = region_of(region)
    for name in (*around.own, *around.above, *around.toponyms):
        if printed.endswith((name, *(name + level for level in "区县市镇"))):
            place = region if name in around.own else name
            return place, region if name in (*around.own, *around.toponyms) else name
    return None
