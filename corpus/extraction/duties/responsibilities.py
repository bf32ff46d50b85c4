"""Who does what in a measure: from its table cells, its labelled blocks, its heading or its sentences."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.departments import Names
from corpus.drafts import MeasureDraft
from corpus.extraction.duties.blocks import Block, find_blocks, read_block
from corpus.extraction.duties.contact_cells import has_phone, read_cell
from corpus.extraction.duties.directory_rows import district_above, within_district
from corpus.extraction.duties.ledger_duties import ledger_duties
from corpus.extraction.duties.offices_of_issuer import is_of_town, offices_of_issuer
from corpus.extraction.duties.pieced_sections import BareText, PiecedSection
from corpus.extraction.duties.places_to_apply import (
    body_to_apply_at,
    desks_to_apply_at,
    windows_to_go_to,
)
from corpus.extraction.duties.sentence_duties import sentence_duties
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import Answerable, LabelledEntry, duties_of, office_of
from corpus.extraction.naming.contact_lines import find_lines
from corpus.extraction.naming.department_lists import NamedDepartment
from corpus.extraction.naming.document_rules import DocumentRules
from corpus.extraction.naming.job_headings import headed_departments, shared_departments
from corpus.extraction.naming.printed_desks import CalledDesk
from corpus.extraction.whose_phones.phone_owners import Caller
from corpus.extraction.whose_phones.running_phones import Call, find_calls, find_unowned
from corpus.records import Responsibility, Role, Section
from corpus.text.bodies import district_of, is_any_town, is_body, is_office
from corpus.text.ledger_columns import ColumnRole

QUOTED = "政策原文"
"""The section that quotes a superior's policy; bodies named there are not whom to call."""
_SUPERIOR = re.compile(r"(?:山东)?省|国家|国务院")
_MAIN = (Role.LEAD, Role.RESPONSIBLE)


def responsibilities(draft: MeasureDraft, around: Caller, rules: DocumentRules) -> tuple[Responsibility, ...]:
    """Every department that a measure makes responsible, in printed order.

    Labels and brackets count before headings, these before sentences. A phone without an owner belongs to the
    one department that the labels name, else to the one office that issued the document, else to nobody by
    name: its department is "".
    """
    names, region = around.names, around.region
    if draft.cells:
        duties = ledger_duties(draft.cells, names, region, _list_owner(draft, around))
        read = tuple(within_district(duties, district_above(draft.heading), names, region, bare=True))
        read = read if any(duty.phone for duty in read) else (*read, *_from_words(draft, around))
        return read or tuple(_to_apply_at(draft, names, region))
    if draft.assignment:
        quoted = tuple(_quoted(draft, names, region))
        return (*_from_cell(draft.assignment, names, region), *quoted)
    pieces = _Pieces(draft, around, rules)
    labelled = (*pieces.of_blocks(), *pieces.of_entries(), *_from_lines(draft.sections, names, region))
    headed = () if labelled else tuple(_from_headings(draft, names, region))
    duties = labelled or headed
    owner = _only_main(duties) or around.issuer
    calls = tuple(_from_calls(draft, replace(around, issuer=owner), {duty.phone for duty in duties}))
    others = (
        () if duties else (*_from_sentences(draft, calls, names, region), *_sent_to(draft, calls, around))
    )
    rows = tuple(_from_rows(draft, around))
    called = {call.phone for call in calls}
    said = {duty.phone for duty in (*duties, *others, *rows) if duty.phone}
    found = (*duties, *calls, *others, *rows, *_ownerless(draft, said, called, names, region))
    return found or tuple(_to_apply_at(draft, names, region))


def _to_apply_at(draft: MeasureDraft, names: Names, region: str) -> Iterator[Responsibility]:
    text = _field_text(draft)
    for desk in dict.fromkeys((*desks_to_apply_at(text), *windows_to_go_to(text))):
        canonical = names.canonical(desk.department, region) if desk.department else ""
        yield Responsibility(desk.department, canonical, Role.RESPONSIBLE, desk.office)


def _from_words(draft: MeasureDraft, around: Caller) -> Iterator[Responsibility]:
    """The phones that the cells of a row print in sentences, where no column holds any.

    Example: 方式 `电话预约`, 办法 `拨打预约电话：5550101` -> that phone
    """
    if any(cell.role is ColumnRole.PHONE for cell in draft.cells):
        return
    calls = tuple(_from_calls(draft, around, ()))
    yield from calls
    called = {call.phone for call in calls}
    yield from _ownerless(draft, (), called, around.names, around.region)


def _only_main(duties: Collection[Responsibility]) -> str:
    """The department of a measure that alone leads or is responsible; empty where several are."""
    main = {duty.canonical: duty.department for duty in duties if duty.role in _MAIN}
    return next(iter(main.values())) if len(main) == 1 else ""


def _list_owner(draft: MeasureDraft, around: Caller) -> str:
    """Whose a list is whose rows name nobody: of the body that is its heading, else of the issuer."""
    headings = ("".join(title.split()) for title in reversed(draft.heading))
    return next(filter(is_body, headings), "") or office_of(around.issuer, "")


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
    for section in sections:
        text, end = BareText(section.text), 0
        for block in find_blocks(Words.of(section.text)):
            clause, end = text.printed(end, block.start), block.end
            yield from map(_as_superior, _of_block(block, clause, names, region))


class _Pieces:
    """The blocks and labelled entries of a measure.

    Where several of them name somebody, each governs only its own words.
    """

    def __init__(self, draft: MeasureDraft, around: Caller, rules: DocumentRules) -> None:
        self._around = around
        self._quoted = tuple(_quoted(draft, around.names, around.region))
        sections = (section.text for section in draft.sections if section.name != QUOTED)
        self._sections = [PiecedSection(text, rules) for text in sections]
        self._several = sum(len(section.named) for section in self._sections) > 1

    def of_blocks(self) -> Iterator[Responsibility]:
        """The departments of the brackets, those of a quoted policy as superiors."""
        yield from self._quoted
        for section in self._sections:
            for block in section.blocks:
                clause = section.clause(block) if self._several else ""
                yield from _of_block(block, clause, self._around.names, self._around.region)

    def of_entries(self) -> Iterator[Responsibility]:
        """The departments of the labelled lines and of the brackets with a phone."""
        names, region = self._around.names, self._around.region
        for section in self._sections:
            for entry in section.entries:
                clause = section.clause(entry) if self._several and entry.named else ""
                for named in entry.answerable(self._owner(section, entry)):
                    yield from (replace(duty, clause=clause) for duty in duties_of(named, names, region))

    def _owner(self, section: PiecedSection, entry: LabelledEntry) -> str:
        """Whose phones are that an entry prints without a name: of the block before it, else the issuer."""
        before = section.directly_before(entry)
        if before is None:
            return office_of(self._around.issuer, entry.before)
        main = [named.department for named in before.named if before.role(named) in _MAIN]
        return main[0] if len(main) == 1 else ""


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


def _from_lines(sections: Sequence[Section], names: Names, region: str) -> Iterator[Responsibility]:
    for section in sections:
        for line in find_lines(Words.of(section.text)):
            canonical = names.canonical(line.department, region)
            yield Responsibility(line.department, canonical, Role.LEAD, None, line.person, line.phone)


def _from_calls(
    draft: MeasureDraft, around: Caller, known: Collection[str | None]
) -> Iterator[Responsibility]:
    calls = (call for text in _titled_texts(draft) for call in find_calls(text, around))
    for call in dict.fromkeys(calls):
        if call.phone not in known:
            yield _called(call, around)


def _titled_texts(draft: MeasureDraft) -> Iterator[str]:
    """The sections of a measure below their names, which may say what a number is. Example: `咨询电话`."""
    for section in draft.sections:
        if section.name != QUOTED:
            yield f"{section.name}\n{section.text}" if section.name else section.text


def _ownerless(
    draft: MeasureDraft,
    said: Collection[str | None],
    called: Collection[str | None],
    names: Names,
    region: str,
) -> Iterator[Responsibility]:
    """The phones of nobody by name; beside those `said` to be a department's, only those of offices.

    Phones `called` are those of desks that running text names, which keep no other desk's phone away.

    Where a field such as 申请渠道 names one body alone, they are its phones; below an office, that one's.
    """
    unowned = dict.fromkeys(call for text in _titled_texts(draft) for call in find_unowned(text))
    known = {*said, *called}
    calls = [call for call in unowned if call.phone not in known and (call.office or not said)]
    desk = _desk_for_all(draft) if calls else CalledDesk("")
    canonical = names.canonical(desk.department, region) if desk.department else ""
    for call in calls:
        office = call.office or desk.office
        yield Responsibility(desk.department, canonical, Role.RESPONSIBLE, office, call.person, call.phone)


def _desk_for_all(draft: MeasureDraft) -> CalledDesk:
    """Whom the fields on where to apply name, else the office that a measure is called by.

    Example: `清河区婚姻登记处` above `电话：5550101` -> that
    """
    text = _field_text(draft)
    body = body_to_apply_at(text)
    windows = [] if body.name else list(desks_to_apply_at(text))
    if body.name or len(windows) == 1:
        return windows[0] if windows else CalledDesk(body.name, body.office)
    headed = draft.item if is_office(draft.item) else ""
    return CalledDesk(headed) if district_of(headed) else CalledDesk("", headed or None)


def _field_text(draft: MeasureDraft) -> str:
    """The lines of a measure without white space."""
    return "\n".join("".join(line.split()) for part in _titled_texts(draft) for line in part.split("\n"))


def _called(call: Call, around: Caller) -> Responsibility:
    canonical = around.names.canonical(call.department, around.region)
    return Responsibility(call.department, canonical, Role.RESPONSIBLE, call.office, call.person, call.phone)


def _from_rows(draft: MeasureDraft, around: Caller) -> Iterator[Responsibility]:
    """From the tables that stand in the text of a measure; bare offices are those of the issuer."""
    owner = office_of(around.issuer, "")
    duties = (
        duty for cells in draft.rows for duty in ledger_duties(cells, around.names, around.region, owner)
    )
    yield from dict.fromkeys(duty for duty in duties if duty.department)


def _from_headings(draft: MeasureDraft, names: Names, region: str) -> Iterator[Responsibility]:
    """From a heading that names departments, else from a sentence of known ones that end in 分工负责."""
    for name in headed_departments(draft) or shared_departments(draft, names, region):
        yield Responsibility(name, names.canonical(name, region), Role.RESPONSIBLE)


def _sent_to(
    draft: MeasureDraft, calls: Sequence[Responsibility], around: Caller
) -> Iterator[Responsibility]:
    """The offices of the issuer that a measure has papers sent to, or that act in it by their bare names."""
    issuer = around.issuer if is_of_town(around.issuer) else office_of(around.issuer, "")
    for office in offices_of_issuer(draft.text, around.issuer) if issuer else ():
        if office not in {call.office for call in calls}:
            canonical = around.names.canonical(issuer, around.region)
            yield Responsibility(issuer, canonical, Role.RESPONSIBLE, office)


def _from_sentences(
    draft: MeasureDraft, calls: Sequence[Responsibility], names: Names, region: str
) -> Iterator[Responsibility]:
    """The bodies of sentences that give them something to do, but for those that a phone names already."""
    called = {call.canonical for call in calls}
    for duty in sentence_duties(draft.text):
        canonical = names.canonical(duty.department, region)
        # The government of each one's own town is no desk beside one that prints a phone.
        if canonical not in called and not (called and is_any_town(duty.department)):
            yield Responsibility(duty.department, canonical, duty.role, duty.office)
