"""Where a document says that people complain: `【监督投诉】5553119（县公安局警务督察大队，24小时接听）`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.departments import Names
from corpus.extraction.assignments import Assignment
from corpus.records import Document, Measure, PrintedAt, Responsibility, Role, Site
from corpus.text.bodies import is_body
from corpus.text.phones import find_phones

_ASKS = re.compile(
    r"投诉|举报|检举|(?:往|上|去|到|找|跟)?(?:哪[里儿]?|谁)告|告(?:到|给)?(?:哪|谁)|告(?:他|它|她|状|发)"
)
_LINE = re.compile(r"\s*【?(?:监督|投诉|举报|服务监督)[\u4e00-\u9fff]{0,8}[】：:]")
_OWNER = re.compile(
    r"[（(](?P<who>[\u4e00-\u9fff]{4,24})[，,）)]|[：:】](?P<before>[\u4e00-\u9fff]{4,24})[：:]?$"
)


def asks_to_complain(question: str) -> bool:
    """Whether a question asks where to complain. Example: `强卖头盔往哪告` -> True."""
    return bool(_ASKS.search(question))


def complaint_desks(measure: Measure, document: Document, names: Names) -> Iterator[Assignment]:
    """Those whom the lines of a document for complaints name, those of the measure itself first."""
    others = (other for other in document.measures if other.id != measure.id)
    for printed in (measure, *others):
        for line in printed.text.splitlines():
            for duty in _of_line(line, names, document.region):
                narrowed = replace(printed, responsibilities=(duty,))
                yield Assignment(narrowed, PrintedAt(Site.ITEM, printed.item))
    for line in document.lead.splitlines():
        for duty in _of_line(line, names, document.region):
            yield Assignment(replace(measure, responsibilities=(duty,)), PrintedAt(Site.END))


def _of_line(line: str, names: Names, region: str) -> Iterator[Responsibility]:
    phones = find_phones(line) if _LINE.match(line) else ()
    for phone in phones:
        behind = _OWNER.match(line, phone.end)
        before = _OWNER.search(line[: phone.start])
        who = (behind and behind["who"]) or (before and before["before"]) or ""
        if is_body(who):
            yield Responsibility(who, names.canonical(who, region), Role.RESPONSIBLE, phone=phone.text)
