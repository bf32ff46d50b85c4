"""A measure's text and the named sections that it falls into."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from corpus.records import Section
from corpus.structure.clauses.lead_ins import lead_ins
from corpus.structure.clauses.segment import Clause
from corpus.structure.paragraphs import is_heading
from corpus.text.excerpt import Excerpt, compact
from corpus.text.markers import Style

CONTACT = "联系方式"
_CONTACT = re.compile(r"[（(].*电话[：:].*[）)]", re.DOTALL)
_NAMED = re.compile(r"(\S{0,4}(?:措施|目标|任务|原文|说明))\s*[：:]\s*")
_MIN_SECTIONS = 2


def paragraphs_of(clause: Clause) -> list[Excerpt]:
    """The paragraphs of a clause and of all below it, its own label left out."""
    below = [paragraph for child in clause.children for paragraph in child.printed()]
    return [part for part in (clause.words(), *clause.paragraphs[1:], *below, *clause.closing) if part.text]


def borrowed(clause: Clause) -> list[Clause]:
    """The sections of an item that a sub-item shares because it does not print them itself.

    Example: 36—1 and 36—2 both start from the （一）政策原文 of 第36项.
    """
    if clause.style is not Style.SUBITEM or clause.parent is None:
        return []
    own = {_name(child) for child in clause.children}
    above = takewhile(lambda child: child.style is not Style.SUBITEM, clause.parent.children)
    return [child for child in above if _is_section(child) and _name(child) not in own]


def read_measure(clause: Clause) -> tuple[str, tuple[Section, ...]]:
    """Text and sections of a measure.

    The text prints everything, below the words of the clauses above that are said for it too; a section's
    text leaves out the line or word that names it.
    """
    lent = borrowed(clause)
    parts = [child for child in clause.children if _is_section(child)]
    if len(parts) + len(lent) >= _MIN_SECTIONS:
        return _sectioned(clause, lent)
    paragraphs = [paragraph.text for paragraph in (*lead_ins(clause), *paragraphs_of(clause))]
    return "\n".join(paragraphs), tuple(_by_name(paragraphs))


def _sectioned(clause: Clause, lent: Sequence[Clause]) -> tuple[str, tuple[Section, ...]]:
    own = paragraphs_of(clause)
    if lent and clause.words().text:
        # What it shares stands before its label: the whole label keeps the text as printed.
        own = [clause.paragraphs[0], *own[1:]]
    above = lead_ins(clause)
    shared = [*above, *(paragraph for part in lent for paragraph in part.printed())]
    sections = [_section(part) for part in (*lent, *clause.children)]
    contact = list(_contact_lines(own))
    kept = [Section("", _lines(above))] if above else []
    kept.extend(_without(section, contact) for section in sections)
    kept.extend(Section(CONTACT, line) for line in contact)
    return "\n".join(part.text for part in (*shared, *own)), tuple(kept)


def _section(part: Clause) -> Section:
    if _is_section(part):
        return Section(_name(part), _lines(part.printed()[1:]))
    return Section("", _lines(part.printed()))


def _contact_lines(paragraphs: Sequence[Excerpt]) -> Iterator[str]:
    """The closing line with the telephone number, if there is one."""
    if paragraphs and _CONTACT.fullmatch(paragraphs[-1].text):
        yield paragraphs[-1].text


def _without(section: Section, lines: Sequence[str]) -> Section:
    kept = [line for line in section.text.split("\n") if line not in lines]
    return Section(section.name, "\n".join(kept))


def _by_name(paragraphs: Sequence[str]) -> Iterator[Section]:
    """Sections opened by a word and a colon. Example: `关于…。`, `落实措施：（1）…` -> "", 落实措施."""
    name = ""
    lines: list[str] = []
    for paragraph in paragraphs:
        match = _NAMED.match(paragraph)
        if match and lines and match[1] != name:
            yield Section(name, "\n".join(lines))
            name, lines = match[1], [paragraph[match.end() :]]
        else:
            lines.append(paragraph)
    yield Section(name, "\n".join(lines))


def _is_section(clause: Clause) -> bool:
    return clause.style is Style.HAN_BRACKET and is_heading(clause.paragraphs[0].text)


def _name(clause: Clause) -> str:
    return compact(clause.words().text)


def _lines(paragraphs: Iterable[Excerpt]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)
