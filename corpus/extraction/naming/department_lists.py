"""Lists of departments as documents print them: names, marks of the lead, whom to call behind a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.named_bodies import NamedBody, name_body
from corpus.extraction.naming.role_words import BlockLabel, in_roles, without_manner
from corpus.text.bodies import is_body, is_vague
from corpus.text.phones import find_phones

_LISTED = re.compile(r"（(?P<inside>[^（）]*、[^（）]*、[^（）]*)）$")
_EACH = re.compile(r"各镇(?:政府)?$")
_STAR = re.compile(r"^[*＊★☆▲△●]+|[*＊★☆▲△●]+$")
"""A mark at a name says that this department leads; documents explain it in a note, or not at all."""
_NOTE = re.compile(
    r"（(?P<said>[^（）]*(?:下同|按照?(?:各自)?职[责能]|分工|牵头|主办|主责|配合|协办|参与|排名|不再)[^（）]*)）$"
)
_ACTING = re.compile(r"(?P<whose>[^（）]+)（(?P<acting>[^（）]+(?:承办|经办|办理|实施))）")
"""An authority, and in the bracket who acts for it. Example: `县人民政府（由县住建局承办）`."""
_APPOINTED = re.compile(r"(?:具体)?(?=由)|(?:具体)?(?:授权|委托|交由?)")
_AND = re.compile(r"以及|[和与及]")
_LEVELS = re.compile(
    r"(?:各?[省市州盟地县区旗]|各[市州地县区旗]{2})(?:（[^（）]*）)?(?:、[省市州盟地县区旗](?:（[^（）]*）)?)*"
)
"""Levels of government without the word that says so; it stands behind the last of them."""
_JOINT = re.compile(r"(?:政府|党委|管委会|委员会|单位)$")
"""How a body ends that several levels of government have; 部门 of several levels would name nobody."""
_MATTER = re.compile(
    r"[^（）]{2,}(?<!自)由(?=[省市州盟县区旗镇乡]|街道|[\u4e00-\u9fff]{2,6}[省市州盟县区旗镇乡])"
)
"""What somebody does, before who does it. Example: `没有单位的由` before `镇政府`."""
_SLASH = re.compile(r"(?<=[\u4e00-\u9fff）])/(?=[\u4e00-\u9fff])")


@dataclass(slots=True)
class NamedDepartment:
    """A department as a block names it, with whom to call where that stands behind its name."""

    department: str
    kind: BlockLabel
    offices: list[str] = field(default_factory=list)
    people: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    group: int = 0
    """How many commas of its list stand before it."""
    acts: bool = True
    """False for an authority that another body of the list acts for."""


def listed_departments(value: Words, kind: BlockLabel) -> Iterator[NamedDepartment]:
    """The departments of a part of a block in printed order; its verbs and marks may give other roles.

    An authority stands before the bodies that act for it.

    Example: `*县人社局、县科技局（配合）` -> 县人社局 as LEAD, 县科技局 as HELP;
    `县人民政府（由县住建局承办）` -> 县人民政府, which does not act, and 县住建局
    """
    for listed, role in in_roles(value, kind):
        for printed in _entries(listed):
            acting = _acting_for(Words.of(printed), role)
            if acting:
                yield from acting
                continue
            entry, own = _marked(Words.of(printed), role)
            body = name_body(entry)
            if not is_vague(body.department):
                yield NamedDepartment(body.department, own, [*body.offices], body.people, body.phones)


def listed_bodies(listed: Words) -> list[NamedBody]:
    """The bodies of a list with whom to call, in printed order.

    Example: `区住建局（6437001）、区商务局` -> 区住建局 with its phone, 区商务局
    """
    bodies = (name_body(Words.of(entry)) for entry in _entries(listed))
    return [body for body in bodies if not is_vague(body.department)]


def department_names(listed: Words) -> list[str]:
    """The names of a list as printed; brackets stay whole, 各镇政府、街道办事处 is one body.

    Example: `市财政局、各县（市、区）人民政府` -> [`市财政局`, `各县（市、区）人民政府`]
    """
    return [body.department for body in listed_bodies(listed)]


def _marked(entry: Words, kind: BlockLabel) -> tuple[Words, BlockLabel]:
    """The name without a star or a note in brackets, and the role that these give."""
    note = _NOTE.search(entry.norm)
    if note is not None and note.start() > 0 and not find_phones(note["said"]):
        entry, kind = entry[: note.start()], _kind_of_note(note["said"], kind)
    star = _STAR.search(entry.norm)
    if star is None:
        return entry, kind
    return (entry[star.end() :] if star.start() == 0 else entry[: star.start()]), BlockLabel.LEAD


def _acting_for(entry: Words, kind: BlockLabel) -> list[NamedDepartment]:
    """An authority and the bodies that its bracket says act for it; none where the bracket names no body."""
    match = _ACTING.fullmatch(entry.norm)
    if match is None:
        return []
    inside = entry[match.start("acting") : match.end("acting")]
    appointed = _APPOINTED.match(inside.norm)
    acting = [*listed_departments(inside[appointed.end() if appointed else 0 :], kind)]
    if not acting or not all(is_body(named.department) for named in acting):
        return []
    return [NamedDepartment(entry[: match.end("whose")].raw, kind, acts=False), *acting]


def _kind_of_note(said: str, kind: BlockLabel) -> BlockLabel:
    if re.search(r"牵头|主办|主责", said) and "第一" not in said:
        return BlockLabel.LEAD
    return BlockLabel.HELP if re.match(r"配合|协办|参与", said) else kind


def _entries(listed: Words) -> list[str]:
    """The entries of a list as printed."""
    listed = without_manner(listed)
    names: list[str] = []
    for part in map(_without_matter, _parts(listed)):
        within = _LISTED.search(part.norm)
        if _ACTING.fullmatch(part.norm):
            names.append(part.raw)
        elif within is not None and not find_phones(within["inside"]) and not _NOTE.search(part.norm):
            names.extend(_entries(part[within.start("inside") : within.end("inside")]))
        elif names and _goes_on(names[-1], part.norm):
            names[-1] = f"{names[-1]}、{part.raw}"
        elif part.norm:
            names.append(part.raw)
    return names


def _without_matter(entry: Words) -> Words:
    """An entry without what its body does, printed before it. Example: `没有单位的由镇政府` -> 镇政府."""
    matter = _MATTER.match(entry.norm)
    return entry[matter.end() :] if matter else entry


def _goes_on(name: str, part: str) -> bool:
    """Whether the next entry belongs to the same body; a name is as printed, an entry as `Words` match it.

    Example: `各镇政府`, `街道办事处`; `各市`, `州`, `县（市、区）人民政府`
    """
    if _EACH.search(name):
        return part.startswith("街道")
    levels = _LEVELS.match(part)
    whole = levels and (levels.end() == len(part) or _JOINT.search(part))
    return bool(whole and _LEVELS.fullmatch(Words.of(name).norm))


def _parts(listed: Words) -> Iterator[Words]:
    for part in listed.split("、，"):
        yield from _at_and(part)


def _at_and(part: Words) -> Iterator[Words]:
    """A part cut at 和 or / between two whole names. Example: `县财政局和县民政局` -> both."""
    for match in (*_SLASH.finditer(part.norm), *_AND.finditer(part.norm)):
        left, right = without_manner(part[: match.start()]), part[match.end() :]
        if not part.encloses(match.start()) and is_body(left.norm) and _begins_name(right.norm):
            yield left
            yield from _at_and(right)
            return
    yield part


def _begins_name(words: str) -> bool:
    return words.startswith("各") or (bool(re.match(r"[省市县区镇乡]|街道", words)) and is_body(words))
