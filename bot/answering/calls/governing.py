"""Which contacts come first: those responsible for the quoted sentences and in the asker's district."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answering.wording.sentence_spans import REMEMBERED, split
from corpus.records import Contact, Measure, Role
from corpus.text.bodies import district_of

_LEAST_CLAUSES = 2
"""Where one block governs whatever is governed, nothing can be left out."""
_LEAST_DISTRICTS = 2
"""With a single district there is nothing to choose between."""

_TOWN = re.compile(r"[\u4e00-\u9fff]{1,4}(?:镇|乡|街道)")
"""A town or street, by its name."""


def governed(measure: Measure, quoted: Sequence[str]) -> Measure:
    """The measure with only those responsibilities whose blocks govern a quoted sentence, or all of it.

    The measure itself where its blocks govern everything quoted alike, or where none governs a sentence. A
    block that names only bodies above, whom nobody is to call, governs nothing here.
    """
    local = (duty for duty in measure.responsibilities if duty.role is not Role.SUPERIOR)
    clauses = {duty.clause for duty in local if duty.clause}
    if len(clauses) < _LEAST_CLAUSES:
        return measure
    cores = {clause: _core(clause) for clause in clauses}
    sentences = [words for run in quoted for words in _cores(run)]
    over = [{clause for clause, core in cores.items() if _overlap(core, words)} for words in sentences]
    chosen = set[str]().union(*over)
    if not chosen or not all(over) or chosen == clauses:
        return measure
    kept = (duty for duty in measure.responsibilities if not duty.clause or duty.clause in chosen)
    return replace(measure, responsibilities=tuple(kept))


def with_offices(narrowed: Iterable[Contact], every: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts with the offices that the whole measure gives to their phones."""
    offices: dict[tuple[str | None, ...], str | None] = {
        (c.canonical, c.person, c.phone): c.office for c in every if c.phone
    }
    return tuple(
        replace(c, office=c.office or offices.get((c.canonical, c.person, c.phone))) for c in narrowed
    )


def with_rest(first: Sequence[Contact], every: Iterable[Contact]) -> tuple[Contact, ...]:
    """The contacts of `first`, then those of `every` that belong to other desks."""
    named = {_desk(contact) for contact in first}
    return (*first, *(contact for contact in every if _desk(contact) not in named))


def of_district(contacts: Sequence[Contact], asked: str) -> tuple[Contact, ...]:
    """The contacts without those of districts other than the ones that the asker's words name.

    All of them where the words name none of the districts; those of towns then stand last, and are left out
    where the words name another town.

    Example: 清河区人社局, 桥东区人社局 for `我在清河区` -> 清河区人社局
    """
    districts = {district_of(contact.department) for contact in contacts if contact.phone} - {""}
    towns = {district for district in districts if _TOWN.fullmatch(district)}
    named = {district for district in districts if _says(asked, district, contacts)}
    if towns and not named:
        return _towns_last(contacts, towns, asked)
    if len(districts) < _LEAST_DISTRICTS or not named:
        return tuple(contacts)
    return tuple(c for c in contacts if district_of(c.department) in {"", *named})


def _towns_last(contacts: Sequence[Contact], towns: Collection[str], asked: str) -> tuple[Contact, ...]:
    """The contacts with those of towns last, and without them where the words name a town of its own."""
    own = [contact for contact in contacts if district_of(contact.department) not in towns]
    if not any(contact.phone for contact in own):
        return tuple(contacts)
    return (*own, *(() if _TOWN.search(asked) else (c for c in contacts if c not in own)))


def _says(asked: str, district: str, contacts: Sequence[Contact]) -> bool:
    """Whether words name a district, by its stem too, unless that is the stem of the county above a town."""
    stem = district[:-1] if len(district) > _LEAST_DISTRICTS else district
    above = any(
        contact.department.startswith((f"{stem}县", f"{stem}市", f"{stem}区")) for contact in contacts
    )
    shared = above and bool(_TOWN.fullmatch(district))
    return district in asked or (stem in asked and not shared)


def _desk(contact: Contact) -> tuple[str | None, ...]:
    return contact.canonical, contact.office, contact.person, contact.phone


def _overlap(clause: str, sentence: str) -> bool:
    return bool(sentence) and (sentence in clause or clause in sentence)


@lru_cache(maxsize=REMEMBERED)
def _cores(run: str) -> tuple[str, ...]:
    """The sentences of a quoted run as they are compared."""
    return tuple(_core(run[start:end]) for start, end in split(run))


def _core(words: str) -> str:
    return "".join(words.split()).strip("。；;，")
