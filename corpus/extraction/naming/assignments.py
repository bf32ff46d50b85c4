"""Which words of a document give a matter to a department: its chapter of duties, its desks, its headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.departments import Names
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import department_names
from corpus.extraction.naming.job_headings import DUTIES_TITLE
from corpus.records import Document, Measure, PrintedAt, Responsibility, Role, Site
from corpus.text.body_mentions import find_bodies
from corpus.text.markers import find_marker

_HEAD = re.compile(r"\s*(?P<who>[^：。，；\n]{2,60})：(?P<duty>.+)", re.DOTALL)
_CLAUSE = re.compile(r"[^；。\n]+")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_RUNS = re.compile(r"(?:等)?(?:负责)?(?:办理|承办|承担|负责|经办|牵头|受理|主管|组织|实施|开展)")
"""What stands behind a body in a heading that says that all below it is that body's matter."""
_DESK = re.compile(r"受理|日常工作|具体(?:工作|事务|实施)|(?:申请|申报|申领|登记|报名)")
"""Words of a sentence that says where people go with the matter of the whole document."""
_OTHER_DESK = re.compile(r"解释|投诉|举报|监督")
"""Who interprets a document or takes complaints is no desk for its matter."""
_LONGEST_DESK = 160
"""Characters of a measure that says who takes applications, and little else."""
_ANY_TOWN = re.compile(r"(?:所在)?地?(?:乡镇|镇|乡|街道)(?:（街道）)?(?:人民)?(?:政府|办事处)")
_MAIN = (Role.LEAD, Role.RESPONSIBLE)


@dataclass(frozen=True, slots=True)
class Assignment:
    """A measure with only the departments that its `words` give a matter to, and where the words stand."""

    measure: Measure
    printed_at: PrintedAt | None
    """None where it is the measure asked about."""

    @property
    def words(self) -> str:
        """The words that give the matter, verbatim but for white space."""
        return self.printed_at.words if self.printed_at else ""

    @property
    def departments(self) -> tuple[str, ...]:
        """The canonical names, in printed order."""
        return tuple(duty.canonical for duty in self.measure.responsibilities)


def chapter_duties(document: Document, names: Names) -> Iterator[Assignment]:
    """The duties that a chapter such as 职责分工 gives to departments, clause by clause.

    Example: `区财政局：筹集资金；按进度拨付。` -> two of 区财政局
    """
    for measure in document.measures:
        first, _, below = measure.text.partition("\n")
        if any(DUTIES_TITLE.search(title) for title in measure.heading):
            yield from _of_head(measure, measure.text, measure.responsibilities)
        elif below and DUTIES_TITLE.search(first):
            for line in below.split("\n"):
                yield from _of_head(measure, line, tuple(_before_colon(line, names, document.region)))


def _of_head(measure: Measure, text: str, duties: tuple[Responsibility, ...]) -> Iterator[Assignment]:
    head = _HEAD.match(text)
    main = tuple(duty for duty in duties if duty.role in _MAIN)
    if head is None or not main:
        return
    narrowed = replace(measure, responsibilities=main)
    for clause in _CLAUSE.findall(head["duty"]):
        if clause.strip():
            yield Assignment(narrowed, PrintedAt(Site.ITEM, measure.item, "".join(clause.split())))


def _before_colon(line: str, names: Names, region: str) -> Iterator[Responsibility]:
    head = _HEAD.match(line)
    for name in department_names(Words.of(head["who"])) if head else ():
        yield Responsibility(name, names.canonical(name, region), Role.RESPONSIBLE)


def desks(document: Document) -> Iterator[Assignment]:
    """The departments to which other measures send people with the matter of the whole document.

    Example: `津贴的申请由县民政局养老服务股（电话5550132）受理` -> 县民政局
    """
    for measure in document.measures:
        if any(DUTIES_TITLE.search(title) for title in measure.heading):
            continue
        main = tuple(duty for duty in measure.responsibilities if _takes_people(duty))
        if main and len(measure.text) <= _LONGEST_DESK:
            words = [sentence for sentence in _SENTENCE.findall(measure.text) if _is_desk(sentence, main)]
            if words:
                narrowed = replace(measure, responsibilities=main)
                yield Assignment(narrowed, PrintedAt(Site.ITEM, measure.item, "".join(words[0].split())))


def _takes_people(duty: Responsibility) -> bool:
    return duty.role in _MAIN and not duty.clause and not _ANY_TOWN.fullmatch(duty.department)


def _is_desk(sentence: str, duties: tuple[Responsibility, ...]) -> bool:
    named = any(duty.department in "".join(sentence.split()) for duty in duties)
    return named and bool(_DESK.search(sentence)) and not _OTHER_DESK.search(sentence)


def headed(measure: Measure, names: Names, region: str) -> Assignment | None:
    """The body that a heading above a measure gives all below it; None where none does.

    Example: below `二、县就业服务中心办理的事项` -> 县就业服务中心
    """
    for title in reversed(measure.heading):
        words = "".join(title.split())
        marker = find_marker(words)
        words = words[marker.end :] if marker else words
        body = next(find_bodies(words), None)
        if body is not None and body.start == 0 and _RUNS.match(words, body.end):
            canonical = names.canonical(body.name, region)
            duty = Responsibility(body.name, canonical, Role.RESPONSIBLE, body.office)
            printed_at = PrintedAt(Site.HEADING, words="".join(title.split()))
            return Assignment(replace(measure, responsibilities=(duty,)), printed_at)
    return None
