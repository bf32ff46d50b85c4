"""What is said beside the table of a notice without a label: provisions that its rows do not have."""

import re
from collections.abc import Sequence

from corpus.drafts import MeasureDraft
from corpus.records import ItemReason, PieceKind, Section
from corpus.structure.clauses.beside_items import NOTES
from corpus.structure.clauses.layouts import Labelled, Layout
from corpus.structure.scopes import Scope
from corpus.structure.table_kinds import TASK_HEADER
from corpus.text.bodies import is_body
from corpus.text.excerpt import Excerpt, compact
from corpus.text.tables import Table

_SHARED_FIELD = re.compile(
    r"(?:注：)?(?:办公|工作|受理|上班|服务|办理|营业|接待)?(?:时间|地址|地点)：|(?:咨询|联系|投诉|举报|监督|服务|办公)+(?:电话|方式|热线)："
)
"""What all rows of a table share, below it. Example: `办公时间：周一至周五8:30至17:00。`."""
_RULING = re.compile(
    r"应当?|须(?!知)|必须|可以?|均|不得|不予|不再|不[收享]|免[费收]|全额|半价|减半|凭|每[日天周月年次人户册件张辆]|\d"
)
"""Words of a sentence that rules something. Example: `个人不得申报。`, `逾期每天收0.2元。`"""
_REMARK = re.compile("(?:备?注|说明)[：:]")
_FIGURE = re.compile(r"\d")
_LEADS_UP = re.compile(r"现将|如下[：。]|为(?:了|进一步|贯彻|落实|切实)|根据|按照.{0,30}(?:要求|精神)")
"""What only leads up to a table."""


def with_notes(scope: Scope, layout: Layout) -> Layout:
    """The layout of a table with a measure of what is said beside it and its rows do not say.

    Below it stand hours, address and phones of all rows; above and below it sentences that rule something, of
    a notice whose table is no plan of tasks.
    """
    noted = _notes_beside(scope.body)
    if not noted:
        return layout
    text = "\n".join(part.text for part in noted)
    title = tuple(part.text for part in scope.title)
    draft = MeasureDraft(NOTES, title, text, (Section("", text),), reason=ItemReason.BESIDE)
    owned = {id(part) for part in noted}
    own = (Labelled(PieceKind.MEASURE, NOTES, part) for part in noted)
    rest = (part for part in layout.labelled if id(part.excerpt) not in owned)
    return Layout((*layout.measures, draft), (*rest, *own))


def _notes_beside(body: Sequence[Excerpt | Table]) -> list[Excerpt]:
    """The paragraphs above and below the tables of a scope that are a measure of their own."""
    last = max((position for position, part in enumerate(body) if isinstance(part, Table)), default=None)
    if last is None:
        return []
    above = [part for part in body[:last] if isinstance(part, Excerpt)]
    below = [part for part in body[last + 1 :] if isinstance(part, Excerpt)]
    if below and all(_SHARED_FIELD.match(compact(part.text)) for part in below):
        return below
    headers = [compact(cell.text) for part in body if isinstance(part, Table) for cell in part.header]
    if any(map(TASK_HEADER.search, headers)):
        return []
    ruling = [part for part in above if _rules(part) and not _LEADS_UP.search(compact(part.text))]
    # Once one line below rules, its neighbours belong to it: 中午不休息, 申报电话; but nobody's signature.
    said = [part for part in below if not is_body(compact(part.text))]
    noted = ruling + (said if any(map(_rules, below)) else [])
    return sorted(noted, key=lambda part: part.offsets[0])


def _rules(paragraph: Excerpt) -> bool:
    """Whether a paragraph has a sentence that rules something; a remark on the table (注：) has a figure."""
    words = compact(paragraph.text)
    ruling = _FIGURE if _REMARK.match(words) else _RULING
    return "。" in words and ruling.search(words) is not None
