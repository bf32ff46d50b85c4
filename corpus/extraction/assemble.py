"""Drafts in, records out: every measure with its departments, term and whether it applies."""

import re
from collections.abc import Iterator, Sequence

from corpus.departments import Names
from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.extraction.days.measure_terms import measure_validity, row_validity
from corpus.extraction.days.validity import document_validity
from corpus.extraction.document_facts.aims import is_aims
from corpus.extraction.document_facts.applicability import not_applicable
from corpus.extraction.document_facts.consultation import draft_words
from corpus.extraction.document_facts.document_kind import document_kind
from corpus.extraction.document_facts.marks import marked
from corpus.extraction.duties.document_contacts import document_contacts
from corpus.extraction.duties.responsibilities import responsibilities
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.document_rules import DocumentRules, read_rules
from corpus.extraction.stated_conditions.conditions import conditions
from corpus.extraction.whose_phones.phone_owners import Caller
from corpus.records import Document, ItemReason, Measure, Responsibility, Role, Validity
from corpus.text.bodies import is_body

_CALLS_OF = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{3,24}?(?:局|委|厅|委员会|联合会|残联|妇联|总工会|法院|检察院))"
    r"(?!关于|各|所属|下属|直属|系统)[\u4e00-\u9fff]{0,10}?(?:电话|热线|联系方式|通讯录|办事窗口|服务窗口)(?:一览表?|名录|表|公示|目录)?"
)
"""The title of a list of the phones of one body. Example: `青禾县城管局业务咨询电话`."""
_COMPILATION = re.compile(r"汇编|选编|手册|问答|百问|集锦|一本通|口袋书|明白[纸卡]|读本|政策汇总")


def assemble(draft: DocumentDraft, names: Names) -> Document:
    """The document with its measures understood."""
    validity = _validity(draft)
    around = Caller(names, draft.region, _own_office(draft))
    duties = tuple(_duties(draft, around))
    measures = zip(draft.measures, duties, strict=True)
    kind, kind_words = document_kind(draft, is_draft=validity.draft)
    return Document(
        number=draft.number,
        title=draft.title,
        issuer=draft.issuer,
        region=draft.region,
        issued=draft.issued,
        validity=validity,
        sources=draft.sources,
        measures=tuple(_measure(measure, draft.number, validity, own) for measure, own in measures),
        differences=draft.differences,
        lead=draft.lead,
        contacts=document_contacts(draft, duties, around),
        kind=kind,
        kind_words=kind_words,
        address=draft.address,
        scanned=draft.scanned,
        scan_doubts=draft.scan_doubts,
    )


def _validity(draft: DocumentDraft) -> Validity:
    """The term of a document; one that is put out for opinions has none, whatever days it prints."""
    called = draft_words(draft.title, draft.text)
    if called:
        return Validity(basis=called, draft=True)
    stated = document_validity(draft.text, draft.issued)
    return marked(draft.marks, Validity() if _is_of_an_item(stated, draft) else stated)


def _is_of_an_item(stated: Validity, draft: DocumentDraft) -> bool:
    """Whether a term is what a compilation says of one of its items, or a row of a table of what it cites."""
    words = "".join(stated.basis.split())
    whole = _is_compilation(draft)
    items = [measure for measure in draft.measures if whole or measure.reason is ItemReason.ROW]
    return bool(words) and any(words in "".join(measure.text.split()) for measure in items)


def _is_compilation(draft: DocumentDraft) -> bool:
    """Whether a document puts together what others have issued, or answers many questions."""
    asked = sum(measure.reason is ItemReason.QUESTION for measure in draft.measures)
    return bool(_COMPILATION.search(draft.title)) or 2 * asked > len(draft.measures)


def _duties(draft: DocumentDraft, around: Caller) -> Iterator[tuple[Responsibility, ...]]:
    """Those of each measure; what a rule carries on belongs to the measures behind the one that prints it."""
    rules = read_rules(draft.text)
    carries = not any(_prints(measure, rules.carried_from) for measure in draft.measures)
    for measure in draft.measures:
        duties = responsibilities(measure, around, rules)
        yield (*duties, *_carried(duties, rules, around)) if carries else duties
        carries = carries or _prints(measure, rules.carried_from)


def _prints(measure: MeasureDraft, words: str) -> bool:
    return words in Words.of(measure.text).norm


def _carried(
    duties: Sequence[Responsibility], rules: DocumentRules, around: Caller
) -> Iterator[Responsibility]:
    """The bodies that a rule adds to a measure with departments of its own."""
    named = {duty.canonical for duty in duties}
    if any(duty.role is not Role.SUPERIOR for duty in duties):
        for name in rules.carried:
            canonical = around.names.canonical(name, around.region)
            if canonical not in named:
                yield Responsibility(name, canonical, Role.SUPPORT)


def _measure(
    measure: MeasureDraft, number: str, validity: Validity, duties: tuple[Responsibility, ...]
) -> Measure:
    basis = not_applicable(measure.sections)
    stated = conditions(measure.text)
    deadlines = {duty.deadline for duty in duties if duty.role is not Role.SUPERIOR and duty.deadline}
    return Measure(
        id=f"{number}#{measure.item}",
        document=number,
        item=measure.item,
        heading=measure.heading,
        text=measure.text,
        sections=measure.sections,
        responsibilities=tuple(duty for duty in duties if duty.department),
        ownerless=tuple(duty for duty in duties if not duty.department),
        validity=row_validity(measure.sections, validity) or measure_validity(measure.text, validity),
        applies=basis is None,
        applies_basis=basis,
        deadline=next(iter(deadlines)) if len(deadlines) == 1 else None,
        conditions=stated,
        reason=measure.reason,
        page=measure.page,
        aims=is_aims(measure, duties, stated),
    )


def _own_office(document: DocumentDraft) -> str:
    """The body that issued a document or lists its phones in it; what is passed on prints those of others.

    Example: titled `青禾县城管局业务咨询电话`, without an issuer -> 青禾县城管局
    """
    passed_on = "转发" in document.title or _COMPILATION.search(document.title)
    called = _CALLS_OF.fullmatch("".join(document.title.split())) if not document.issuer else None
    own = called["body"] if called and is_body(called["body"]) else document.issuer
    return "" if passed_on else own
