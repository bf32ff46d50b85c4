"""What texts ask to be so at their own place: a household register, and what is done there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.eligibility.place_traits import HERE, place_trait
from bot.eligibility.traits import Trait
from corpus.regions import region_of

REGISTER = "户籍"
"""The name of a place trait: where somebody is registered."""
_HAN = "\u4e00-\u9fff"
_REGISTER = "(?:常住|城镇|农村|农业|集体)?(?:户籍|户口)"
_PRINTED = re.compile(
    rf"(?:具有|持有|拥有)?(?<!非)(?<!不是)(?P<place>本(?:区|县|市|镇|乡|街道)|(?:(?!的)[{_HAN}]){{2,4}}?[区县市镇])(?={_REGISTER})"
    rf"(?:(?:常住)?(?:户籍|户口))?"
)
_REGISTERED_AT = re.compile(
    r"(?:户口(?!本|簿)|户籍)(?:上|现在|也|都|就|还|一直|仍|本来|早)*(?P<denied>不是?|没)?"
    r"(?:在|是|落|归|属于?|随|迁到|上在|落在)*(?:[咱我俺]们?)?(?=(?P<place>.{2,6}))"
)
_REGISTER_OF = re.compile(
    rf"(?P<denied>不是|没有?)?(?P<place>(?:(?![不没是])[{_HAN}]){{2,9}}?)的?(?:常住|城镇|农村|农业|集体)*(?:户口|户籍)(?!(?:在|是|落|还|就)[{_HAN}])"
)
_NATIVE = re.compile(
    rf"(?P<denied>不是)?(?P<place>[{_HAN}]{{2,6}}?)(?:人(?![员家口均才])|的(?=[，。！？]|$))"
)
_DONE = (
    ("火化", "火化|烧(?!纸)"),
    ("居住", "住(?!院|房)"),
    ("就业|务工|工作", "上班|打工|干活|工作|就业|务工"),
    ("注册|登记|设立", "注册|登记|开的?|设立|办的执照"),
    ("纳税", "纳税|交税|缴税"),
    ("参保|缴纳社会保险费?", "参保|社保"),
    ("购买|购置", "买|购"),
    ("种植", "种"),
    ("养殖", "养"),
    ("报废", "报废"),
    ("就读", "上学|念书|读书|就读"),
)
"""What texts ask to be done at their place, and how people say it."""
_DONE_AT = re.compile(
    rf"(?<!不)在(?P<place>本[区县市镇]|[{_HAN}]{{2,3}}?[区县市镇])(?:行政区域|范围|境|辖区)?内?(?:(?!的)[{_HAN}]){{0,6}}?"
    rf"(?P<verb>{'|'.join(verb for verb, _ in _DONE)})"
)


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


def asked_places(words: str, home: Home) -> Iterator[tuple[Trait, str, int, int]]:
    """Where a text asks for something at its place: the trait, the value asked for, and its words.

    A text that names its own place is of that one, also where nothing else tells its region.

    Example: `具有周村区户籍、年满80周岁` -> 户籍 at 周村, 本地
    """
    for match in _PRINTED.finditer(words):
        place = _place(match["place"], home)
        if place:
            trait = place_trait(REGISTER, *place, (_REGISTERED_AT,), (_REGISTER_OF,), (_NATIVE,))
            yield trait, HERE, *match.span()
    for match in _DONE_AT.finditer(words):
        place = _place(match["place"], home)
        if place:
            yield place_trait(match["verb"], *place, *_said(match["verb"])), HERE, *match.span()


@lru_cache(maxsize=len(_DONE) * 4)
def _said(verb: str) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """How people say that something is done at a place: 在张店火化的, 住在张店."""
    words = next(said for printed, said in _DONE if re.fullmatch(printed, verb))
    ahead = re.compile(rf"(?<!不)(?<!没)在(?=(?P<place>.{{2,6}}))[^，。]{{2,10}}?(?:{words})")
    to = "[在到]?" if verb == "居住" else "[在到]"
    return (ahead, re.compile(rf"(?P<denied>[不没])?(?:{words}){to}(?=(?P<place>.{{2,6}}))")), ()


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
