"""Who does what in a measure, read from its table cell, its bracketed blocks, or its heading."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.departments import Names
from corpus.drafts import MeasureDraft
from corpus.extraction.blocks import Block, find_blocks, read_block
from corpus.extraction.contact_cells import has_phone, read_cell
from corpus.extraction.contact_lines import find_lines
from corpus.extraction.department_lists import NamedDepartment, department_names
from corpus.extraction.entries import Answerable, duties_of, find_entries
from corpus.extraction.ledger_duties import ledger_duties
from corpus.extraction.running_phones import Caller, find_calls
from corpus.extraction.words import Words
from corpus.records import Responsibility, Role, Section

QUOTED = "政策原文"
"""The section that quotes a superior's policy; bodies named there are not whom to call."""
_DUTIES = re.compile(r"(?:职责|任务|责任)分工")
_HEAD = re.compile(r"(?P<who>[^：。，]{2,40})：")
_GENERIC_HEAD = re.compile(r"专营单位|有关单位|责任单位")
_LISTED = re.compile(r"(?P<who>[^。，；]+?)按(?:照)?各自")
_OTHERS = re.compile(r"其他有关(?:部门|单位)(?=按)")
_SHARED = re.compile(r"(?:^|[，。；])(?P<who>[^，。；：]+?)等?按(?:照)?(?:部门|各自)?职[能责]分工负责")
_SUPERIOR = re.compile(r"(?:山东)?省|国家|国务院")


def responsibilities(
    draft: MeasureDraft, names: Names, region: str, issuer: str = ""
) -> tuple[Responsibility, ...]:
    """Every department named in every responsibility block of a measure, in printed order.

    A phone that a notice of a single office prints without an owner belongs to the `issuer`.
    """
    if draft.cells:
        return ledger_duties(draft.cells, names, region)
    if draft.assignment:
        quoted = tuple(_quoted(draft, names, region))
        return (*_from_cell(draft.assignment, names, region), *quoted)
    labelled = (
        *_from_blocks(draft.sections, names, region),
        *_from_entries(draft, names, region, issuer),
        *_from_lines(draft.sections, names, region),
    )
    duties = labelled or tuple(_from_words(draft, names, region))
    called = _from_calls(draft, Caller(names, region, issuer), {duty.phone for duty in duties})
    return (*duties, *called)


def _from_cell(cell: str, names: Names, region: str) -> Iterator[Responsibility]:
    """A cell with phones ranks by order: the first department leads. A list has no such order."""
    if not has_phone(cell):
        yield from _of_block(read_block(Words.of(cell)), "", names, region)
        return
    lead = ""
    for desk in read_cell(cell, names, region):
        canonical = names.canonical(desk.department, region)
        lead = lead or canonical
        role = Role.LEAD if canonical == lead else Role.SUPPORT
        yield Responsibility(desk.department, canonical, role, desk.office, None, desk.phone)


def _quoted(draft: MeasureDraft, names: Names, region: str) -> Iterator[Responsibility]:
    sections = [section for section in draft.sections if section.name == QUOTED]
    yield from _from_blocks(sections, names, region)


def _from_blocks(sections: Sequence[Section], names: Names, region: str) -> Iterator[Responsibility]:
    blocks = [(section, tuple(find_blocks(Words.of(section.text)))) for section in sections]
    local = sum(len(own) for section, own in blocks if section.name != QUOTED)
    for section, own in blocks:
        end = 0
        for block in own:
            several = local > 1 or section.name == QUOTED
            clause = _governed(section.text, end, block.start) if several else ""
            end = block.end
            for duty in _of_block(block, clause, names, region):
                yield _as_superior(duty) if section.name == QUOTED else duty


def _of_block(block: Block, clause: str, names: Names, region: str) -> Iterator[Responsibility]:
    for named in block.named:
        above = region in names.printed and _SUPERIOR.match(named.department)
        role = Role.SUPERIOR if above else block.role(named)
        for duty in _of_named(named, role, block, names, region):
            yield replace(duty, clause=clause)


def _of_named(
    named: NamedDepartment, role: Role, block: Block, names: Names, region: str
) -> Iterator[Responsibility]:
    """One responsibility an office, or a phone where the name is followed by its own."""
    if named.phones:
        people = [*named.people] or [*filter(None, [block.persons])]
        desk = (named.offices, people, [*named.phones], block.deadline)
        yield from duties_of(Answerable(named.department, role, *desk), names, region)
        return
    canonical = names.canonical(named.department, region)
    offices: list[str | None] = [*named.offices] or [None]
    for office in offices:
        yield Responsibility(
            named.department, canonical, role, office, block.persons, deadline=block.deadline
        )


def _as_superior(duty: Responsibility) -> Responsibility:
    return Responsibility(duty.department, duty.canonical, Role.SUPERIOR, duty.office, clause=duty.clause)


def _governed(text: str, start: int, end: int) -> str:
    """The words between two offsets of the compacted text, as printed."""
    offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
    return text[offsets[start] : offsets[end - 1] + 1].lstrip("。；;，, \n") if start < end else ""


def _from_lines(sections: Sequence[Section], names: Names, region: str) -> Iterator[Responsibility]:
    for section in sections:
        for line in find_lines(Words.of(section.text)):
            canonical = names.canonical(line.department, region)
            yield Responsibility(line.department, canonical, Role.LEAD, None, line.person, line.phone)


def _from_entries(draft: MeasureDraft, names: Names, region: str, issuer: str) -> Iterator[Responsibility]:
    for section in draft.sections:
        if section.name == QUOTED:
            continue
        for entry in find_entries(section.text):
            for named in entry.answerable(issuer):
                yield from duties_of(named, names, region)


def _from_calls(
    draft: MeasureDraft, around: Caller, known: Collection[str | None]
) -> Iterator[Responsibility]:
    own = [section.text for section in draft.sections if section.name != QUOTED]
    calls = (call for text in own for call in find_calls(text, around))
    for call in dict.fromkeys(calls):
        if call.phone not in known:
            canonical = around.names.canonical(call.department, around.region)
            yield Responsibility(
                call.department, canonical, Role.RESPONSIBLE, call.office, call.person, call.phone
            )


def _from_words(draft: MeasureDraft, names: Names, region: str) -> Iterator[Responsibility]:
    """From a heading under 职责分工, else from a sentence of known departments that end in 分工负责."""
    words = Words.of(draft.text)
    listed = _headed(words) if any(_DUTIES.search(title) for title in draft.heading) else []
    for name in listed or _shared(words, names, region):
        yield Responsibility(name, names.canonical(name, region), Role.RESPONSIBLE)


def _headed(words: Words) -> list[str]:
    others = _OTHERS.match(words.norm)
    if others is not None:
        return [words.raw[: others.end()]]
    head = _HEAD.match(words.norm)
    if head is None:
        return []
    if _GENERIC_HEAD.fullmatch(head["who"]):
        body = words[head.end() :]
        listed = _LISTED.match(body.norm)
        return department_names(body[: listed.end("who")]) if listed else []
    return department_names(words[: head.end("who")])


def _shared(words: Words, names: Names, region: str) -> list[str]:
    for match in _SHARED.finditer(words.norm):
        listed = department_names(words[match.start("who") : match.end("who")])
        if all(names.canonical(name, region) != name or names.is_known(name, region) for name in listed):
            return listed
    return []
