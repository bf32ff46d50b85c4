"""Phones in running text: 县住房保障服务中心负责受理。咨询电话：8180136."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.departments import Names
from corpus.extraction.entries import office_of
from corpus.extraction.words import Words
from corpus.text.bodies import bodies_in, is_body
from corpus.text.phones import find_phones, set_apart

_CALL = re.compile(
    r"(?:联系人(?:员)?：(?P<person>[\u4e00-\u9fff]{2,4})[，；、]?)?"
    r"(?:联系|咨询|服务|办公|受理|政策咨询|业务咨询)(?:电话|热线)(?:号码)?(?:：|为|是)?(?P<said>[^。]*)"
)
_SENTENCE = re.compile(r"[。；]")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}")
_BETWEEN = "，、；：/（）()和或与转 "
_TAKES = re.compile(r"[^，。；]*?(?:受理|办理|咨询|申请|申报|报名|解答)")
"""Clauses that send people to a body; another one that a sentence names may only help."""


@dataclass(frozen=True, slots=True)
class Call:
    """A phone that running text prints, and whose it is."""

    department: str
    person: str | None
    phone: str


@dataclass(frozen=True, slots=True)
class Caller:
    """What is known of names around a text: the table, the region, the body that issued the document."""

    names: Names
    region: str
    issuer: str


def find_calls(text: str, around: Caller) -> Iterator[Call]:
    """The phones of running text, each with the body printed before it, else the one that its sentence names.

    Where that names none, the phone is that of the body that issued the document, unless that is a
    government, which answers for many. Where it names several, nobody knows whose it is.

    Example: `咨询电话：区民政局6433459；区残联6411234` -> one phone for each
    """
    for before, line in pairwise(["", *text.split("\n")]):
        words = Words.of(set_apart(line))
        for match in _CALL.finditer(words.norm):
            owner = _owner(Words.of(before), words, match.start(), around)
            said = words[match.start("said") : match.end("said")]
            yield from _calls(said, owner, match["person"])


def _calls(said: Words, owner: str, person: str | None) -> Iterator[Call]:
    end = 0
    for phone in find_phones(said.raw, called_so=True):
        label = said[end : phone.start].norm.strip(_BETWEEN)
        end = phone.end
        if is_body(label):
            owner, person = label, None
        elif _PERSON.fullmatch(label):
            person = label
        elif label:
            return
        if owner:
            yield Call(owner, person, phone.text)


def _owner(before: Words, words: Words, place: int, around: Caller) -> str:
    named = _named(before, words, place, around)
    if not named:
        return office_of(around.issuer, words[:place].norm or before.norm)
    return named[0] if len(named) == 1 else ""


def _named(before: Words, words: Words, place: int, around: Caller) -> list[str]:
    """The bodies named in the sentence up to `place`.

    Where it begins there, those that the one before names as the place to go to.
    """
    ends = [0, *(match.end() for match in _SENTENCE.finditer(words.norm, 0, place))]
    window = words[ends[-1] : place].norm
    if not window:
        earlier = words[ends[-2] : place].norm if len(ends) > 1 else before.norm
        window = "".join(_TAKES.findall(earlier))
    known = [mention.text for mention in around.names.find(window, around.region)]
    others = [body for body in bodies_in(window) if not any(name in body for name in known)]
    return [name for name in dict.fromkeys((*known, *others)) if not name.startswith("各")]
