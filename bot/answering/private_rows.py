"""Published lists of the people who get something: what is told of one of them answers nobody."""

import re
from collections.abc import Iterable

from bot.ports import CatalogView, Hit
from corpus.records import ItemReason, Measure

_PERSON = re.compile(
    r"(?:户主|学生|家长|老人|残疾人|(?:共同|主)?申请人|被?救助人|受助人|承租人|保障对象|救助对象|补[贴助]对象)?"
    r"(?:姓名|名字)|户主|(?:主)?申请人|被?救助人|受助人|承租人|保障对象|(?:救助|补[贴助])对象"
)
"""Headings of a column that names people."""
_PRIVATE = re.compile(
    r"身份证|证件号|家庭(?:人口|人数|成员|收入)|保障人[口数]|住址|家庭地址|所在(?:村|社区|街道|镇)|户籍|出生|"
    r"(?:补[贴助偿]|救助|发放|享受|资助|保障|帮扶|慰问|奖[补励])(?:总?金?额|资金|标准|类[别型]|方式|原因)"
    r"|残疾(?:类别|等级)|人员类[别型]|^类[别型]$|困难(?:类[别型]|原因)|致[贫困]"
)
"""Headings of columns that tell of somebody's affairs."""
_STAFF = re.compile(r"职务|职责|分工|科室|岗位|窗口|电话|联系方式")
"""Headings of a list of those who serve."""
_MASKED = re.compile(r"\d{4,14}[*＊xX×]{2,14}\d{0,4}(?!\d)")
"""A number of an identity card with its middle covered."""
_ASKS_LIST = re.compile("公示|名单|公布")
"""Words that ask for such a list itself."""
_LIST = 2
"""So many covered numbers make a text a list of people."""


def lists_person(measure: Measure) -> bool:
    """Whether a measure is about one of the people on a list (户主, 所在村, 补助金额), or is the list."""
    if measure.reason is not ItemReason.ROW:
        return len(_MASKED.findall(measure.text)) >= _LIST
    names = ["".join(section.name.split()) for section in measure.sections]
    if any(map(_STAFF.search, names)):
        return False
    return any(map(_PERSON.match, names)) and any(map(_PRIVATE.search, names))


def private_rows(catalog: CatalogView, found: Iterable[Hit]) -> frozenset[str]:
    """Ids of all such rows and lists in the documents of one that was found."""
    documents = {
        measure.document
        for measure in (catalog.measure(hit.measure_id) for hit in found)
        if lists_person(measure)
    }
    rows = (measure for number in documents for measure in catalog.document(number).measures)
    return frozenset(measure.id for measure in rows if lists_person(measure))


def elsewhere(catalog: CatalogView, question: str, private: Iterable[str]) -> frozenset[str]:
    """Ids of all measures of other documents, where a question asks for a list or for somebody on it.

    What comes nearest beside the list is on another matter. Empty where it asks for neither.

    Example: `农机公示有异议找谁`, `王三领了多少` -> all but the text around the list
    """
    rows = [catalog.measure(name) for name in private]
    people = {cell.text.strip() for row in rows for cell in row.sections if _PERSON.match(cell.name)}
    named = any(len(name) > 1 and name in question for name in people)
    if not rows or not (named or _ASKS_LIST.search(question)):
        return frozenset()
    lists = {row.document for row in rows}
    return frozenset(one.id for one in catalog.measures if one.document not in lists)
