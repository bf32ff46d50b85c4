"""The whole path of a file that somebody brings, and its records as plain tuples to compare."""

from pathlib import Path

from corpus.departments import load_names
from corpus.dialling import dial
from corpus.drafts import DocumentDraft
from corpus.extraction.assemble import assemble
from corpus.extraction.whose_phones.phone_owners import Caller
from corpus.extraction.whose_phones.running_phones import find_calls
from corpus.keeping.intake import Intake, read_intake
from corpus.keeping.proof import prove
from corpus.records import Document, Measure, Role
from corpus.regions import region_of

LEAD, DUTY, HELP = Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT
TITLE = "青禾县小微企业房租补贴办法"
ARTICLES = "第一条 对小微企业给予房租补贴。\n第二条 每户每年补贴1000元。\n第三条 县工信局负责受理。\n"
NOTICE_HEAD = """清河区人民政府办公室
关于印发清河区惠民若干措施的通知
清河政办发〔2025〕6号

各镇人民政府，区政府各部门：
现将《清河区惠民若干措施》印发给你们，请认真组织实施。
清河区人民政府办公室
2025年5月20日

清河区惠民若干措施

"""

Who = tuple[str, Role, str | None, str | None, str | None, str | None]
"""Department, role, office, person, phone, deadline."""


def taken(path: Path, region: str | None = None) -> Document:
    """The one document of a file; no character of the file is lost on the way."""
    intake = read_intake(path, region)
    (draft,) = intake.drafts
    assert not lost(intake)
    return understood(draft)


def understood(draft: DocumentDraft) -> Document:
    return assemble(draft, load_names())


def lost(intake: Intake) -> tuple[str, ...]:
    return prove(intake.file, intake.text, intake.drafts).lost


def head(document: Document) -> tuple[str, str, str, str]:
    issued = document.issued.isoformat() if document.issued else ""
    return document.number, document.title, document.issuer, issued


def term(document: Document) -> tuple[str, str]:
    start, end = document.validity.valid_from, document.validity.until
    return start.isoformat() if start else "", end.isoformat() if end else ""


def texts(document: Document) -> dict[str, str]:
    return {measure.item: measure.text for measure in document.measures}


def who(measure: Measure) -> list[Who]:
    return [(d.department, d.role, d.office, d.person, d.phone, d.deadline) for d in measure.responsibilities]


def whose(document: Document) -> dict[str, list[Who]]:
    return {measure.item: who(measure) for measure in document.measures}


def dialled(document: Document) -> dict[str, list[str | None]]:
    region = region_of(document.region)
    return {m.item: [dial(d.phone, region) for d in m.responsibilities] for m in document.measures}


def measures(folder: Path, body: str, name: str = "措施.txt") -> dict[str, str]:
    """The measures of a body under the head of a notice; a paragraph a line."""
    path = folder / name
    path.write_text(NOTICE_HEAD + body.replace("\n", "\n\n"), encoding="utf-8")
    return texts(taken(path, "清河区"))


def taken_text(folder: Path, text: str, name: str = "a.txt") -> Document:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return taken(path)


def running_calls(text: str, issuer: str = "") -> list[tuple[str, str | None, str]]:
    """Body, office and phone of each desk that a running text of 青禾县 names, once."""
    found = find_calls(text, Caller(load_names(), "青禾县", issuer))
    return list(dict.fromkeys((call.department, call.office, call.phone) for call in found))
