"""Reads region, year, document, item, department and what is asked for from a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.departments import Names
from corpus.regions import Region
from retrieval.question.asked import Asked, wishes
from retrieval.question.asked_numbers import DocumentNumbers
from retrieval.question.everyday import default_lexicon
from retrieval.question.filler import without_filler
from retrieval.question.place_tree import NamedPlace, PlaceTree, tree_over
from retrieval.question.printed_figures import as_printed
from retrieval.question.references import documents_named, item_named
from retrieval.question.toponyms import cities_named, without_towns
from retrieval.question.years import coming_years_in_figures, in_full, years_away, years_named
from retrieval.text import plain, shortened, simplified, without_markup, without_politeness


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the ranker sees it."""

    original: str
    text: str
    """In NFKC, lower case, simplified characters and numbers as printed, without polite phrases, markup and
    names of towns; about 400 characters at most."""
    content: str
    """`text` without filler words, a blank in their place."""
    places: tuple[str, ...] = ()
    """Places that it names and in which rules of the corpus hold, whether or not they have documents."""
    regions: tuple[str, ...] = ()
    """Of each the nearest region of the corpus whose rules hold there: itself, or what it belongs to."""
    alike: tuple[str, ...] = ()
    """Those places of which only one is meant, since they share the name that it uses: 鼓楼区."""
    cities: tuple[str, ...] = ()
    """What it names that some regions of the corpus belong to and others do not; empty beside a region."""
    around: tuple[str, ...] = ()
    """Places that it names and that contain regions of the corpus, without documents of their own."""
    elsewhere: tuple[str, ...] = ()
    """Places that it names and the corpus does not cover."""
    years: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    """Numbers of the documents that it may name; several where it gives a part that their numbers share."""
    item: str | None = None
    """The item that it names."""
    departments: tuple[tuple[str, str], ...] = ()
    """(region, canonical name) of the departments that it names."""
    wishes: frozenset[Asked] = frozenset()
    typed: str = ""
    """`content` before the question was respelt; empty where it was not respelt."""
    added: tuple[str, ...] = ()
    """Words of documents for the everyday words that it uses."""
    spoken: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The everyday words, each with the words of documents that mean it."""
    unplaced: str = ""
    """`content` without the names of the places that it names."""

    @property
    def respelt(self) -> str:
        """The question in the characters that were meant, where it was respelt; else empty."""
        return self.text if self.typed else ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names and numbers in the corpus that a question may mention."""

    regions: tuple[Region, ...]
    numbers: DocumentNumbers
    names: Names
    """Of departments."""
    towns: tuple[str, ...] = ()
    """Parts of regions whose names say nothing about a topic."""

    @property
    def tree(self) -> PlaceTree:
        """The places as seen from these regions."""
        return tree_over(tuple(region.name for region in self.regions))


_REGISTER = re.compile("户口|户籍")


def understand(question: str, known: Vocabulary, today: date | None = None) -> Query:
    """Reads a question. Without the day on which it is asked, 去年 and 明年 are ignored.

    Example: "周村11号文第16项找谁" -> regions ("周村",), item "16", wishes {OWNER}
    """
    typed = shortened(without_politeness(without_markup(simplified(plain(question)))))
    named = in_full(as_printed(typed))
    named = coming_years_in_figures(named, today) if today else named
    asked = known.tree.named(named)
    places = _places(asked, known.tree)
    regions = _regions(places, known.tree)
    beyond = [place for place in asked if not place.meant]
    around = tuple(dict.fromkeys(p.every[0] for p in beyond if known.tree.is_around(p)))
    elsewhere = tuple(dict.fromkeys(p.words for p in beyond if not known.tree.is_around(p)))
    text = without_towns(named, known.towns)
    content = without_filler(text)
    return Query(
        original=question,
        text=text,
        content=content,
        places=places,
        regions=regions,
        alike=next((p.meant for p in asked if _differ(p, known.tree)), ()),
        cities=() if regions else cities_named(named, known.regions),
        around=around,
        elsewhere=elsewhere,
        years=_years(text, today),
        documents=documents_named(text, known.numbers, regions),
        item=item_named(text),
        departments=_departments(text, known.names, regions),
        wishes=wishes(text),
        added=default_lexicon().expand(text),
        spoken=default_lexicon().spoken(text),
        unplaced=_unplaced(content, regions, [place.words for place in asked], known),
    )


def nearest_alike(query: Query, known: Vocabulary, region: str | None) -> Query:
    """The query with that one of its places of one name that shares most rules with where the asker is.

    Example: 鼓楼区 from 云龙区 -> 徐州市鼓楼区; unchanged where none is nearer than the others
    """
    if region is None or not query.alike:
        return query
    here = set(known.tree.holding(region))
    shared = {one: len(here.intersection(known.tree.holding(one))) for one in query.alike}
    nearest = [one for one in query.alike if shared[one] == max(shared.values())]
    if len(nearest) > 1:
        return query
    others = set(query.alike) - {nearest[0]}
    places = tuple(place for place in query.places if place not in others)
    return replace(query, places=places, regions=_regions(places, known.tree), alike=())


def asked_from(query: Query, region: str | None) -> Query:
    """The query of somebody in a region: where he says that he is registered, no rules are asked for.

    Example: `我户口在桓台，能领高龄津贴吗` from 周村 -> nothing elsewhere
    """
    if region is None or not _REGISTER.search(query.text):
        return query
    elsewhere = tuple(name for name in query.elsewhere if not _is_register(name, query.text))
    places = tuple(name for name in query.places if name == region or not _is_register(name, query.text))
    regions = query.regions if places == query.places else tuple(r for r in query.regions if r in places)
    return replace(query, elsewhere=elsewhere, places=places, regions=regions)


def _is_register(name: str, text: str) -> bool:
    """Whether a text names a place as where somebody is registered, and nowhere else."""
    stem = re.escape(name)
    as_register = re.compile(
        rf"(?:户口|户籍)[^，。\d]{{0,3}}?{stem}|{stem}[省市区县镇]?(?:的|这边|那边)?(?:农村|城镇|集体)?(?:户口|户籍)"
    )
    return name in text and name not in as_register.sub("", text)


def _regions(places: Sequence[str], tree: PlaceTree) -> tuple[str, ...]:
    """The nearest region whose rules hold in each place."""
    return tuple(dict.fromkeys(tree.holding(place)[0] for place in places))


def _places(asked: Sequence[NamedPlace], tree: PlaceTree) -> tuple[str, ...]:
    """What is meant; of places that share a name and all their rules, whoever issued these."""
    meant = (
        place.meant if len(place.meant) == 1 or _differ(place, tree) else tree.holding(place.meant[0])[:1]
        for place in asked
        if place.meant
    )
    return tuple(dict.fromkeys(one for places in meant for one in places))


def _differ(place: NamedPlace, tree: PlaceTree) -> bool:
    """Whether a place has a name that several share, and other rules than another of them."""
    return len({tree.holding(one) for one in place.meant}) > 1


def _unplaced(content: str, regions: Sequence[str], words: Sequence[str], known: Vocabulary) -> str:
    own = [name for region in known.regions if region.name in regions for name in region.own]
    for name in sorted((*own, *words), key=len, reverse=True):
        content = content.replace(name, " ")
    return content.strip() or content


def _years(text: str, today: date | None) -> tuple[int, ...]:
    """The years that a text names, first those in figures, then those relative to today."""
    away = [today.year + far for far in years_away(text)] if today else []
    return tuple(dict.fromkeys((*years_named(text), *away)))


def _departments(text: str, names: Names, regions: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """(region, canonical name) of the departments that a text names, in the regions it names or in all."""
    mentions = [m for region in regions or (None,) for m in names.find(text, region)]
    return tuple(dict.fromkeys((mention.region, mention.canonical) for mention in mentions))
