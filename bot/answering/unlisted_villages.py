"""A village or community that a question names and a list of villages does not have."""

import re
from collections.abc import Iterable, Iterator

from bot.ports import CatalogView, Hit
from corpus.records import Document, ItemReason, Measure

_NAMED = re.compile(r"(?P<stem>[\u4e00-\u9fff]{1,8}?)(?P<kind>村|社区)(?![镇乡区里民容]|街道|上班)")
_BEFORE = re.compile(r".*(?:[我你您他她它咱在住到去找问是叫来从的向给请镇乡县市]|街道)")
"""Words in front of the name of a village, up to their last one."""
_NO_NAME = re.compile(
    r".*[个些们各每几哪这那本该全有没多少附近].*|.*(?:农|乡|行政|自然|城中|新型|所有|任何|以及|城市|智慧|[和与及或])"
)
"""What stands before 村 and 社区 where no village is named."""
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,12}(?:村|社区)(?:村?民?委员会|[村居]委会)?")
_LEAST = 2
"""So many rows of villages make a list."""
_STATION = re.compile(
    r"(?:便民|党群|为民|综合|服务|办事|社区|村部|[村居]委会|居委|村委|[站点]|中心|大厅|的|是|电话|号码|联系方式|多少|几点|上班|开门|"
    r"办公|时间|在?哪里?|地址|什么|地方|书记|主任|负责人|联系人|谁|找|打|呢|吗|[，。？?！! ])*"
)
"""What is asked of the office of a village itself, and of no matter."""


def rows_of_others(catalog: CatalogView, question: str, found: Iterable[Hit]) -> frozenset[str]:
    """Ids of all that a question on a village is not answered by, where a list was found that lacks it.

    These are the rows of other villages: their phones are not its own. Where it asks for the office of the
    village and for no matter, nothing answers but a document that prints the village.

    Example: `大石村便民服务站电话` and a list of 金山村 and 长安村 -> all ids
    """
    asked = _village(question)
    numbers = dict.fromkeys(catalog.measure(hit.measure_id).document for hit in found) if asked else ()
    lists = [document for document in map(catalog.document, numbers) if _lacks(document, asked)]
    if lists and _STATION.fullmatch(question.replace(asked, "", 1)):
        others = (document for document in catalog.documents if not _has(document, asked))
        return frozenset(one.id for document in others for one in document.measures)
    return frozenset(one.id for document in lists for one in document.measures if _is_village(one))


def _lacks(document: Document, village: str) -> bool:
    """Whether a document lists villages, and not this one."""
    return sum(map(_is_village, document.measures)) >= _LEAST and not _has(document, village)


def _village(question: str) -> str:
    """The first village that a question names; "" where there is none. Example: `我住大石村` -> `大石村`."""
    return next(_villages(question), "")


def _villages(question: str) -> Iterator[str]:
    for match in _NAMED.finditer(question):
        stem = _BEFORE.sub("", match["stem"])
        if stem and not _NO_NAME.fullmatch(stem):
            yield stem + match["kind"]


def _is_village(measure: Measure) -> bool:
    """Whether a measure is the row of a village."""
    row = measure.reason is ItemReason.ROW
    return row and any(_VILLAGE.fullmatch("".join(cell.text.split())) for cell in measure.sections[:2])


def _has(document: Document, village: str) -> bool:
    """Whether a document prints a village, whole, or as people call it: 莲花村 for 莲花社区."""
    stem = re.sub("村$|社区$", "", village)
    printed = (document.title, document.region or "", document.lead, *(one.text for one in document.measures))
    before = "" if len(stem) > 1 else r"(?:(?<![\u4e00-\u9fff])|(?<=[镇乡]))"
    name = re.compile(f"{before}{re.escape(stem)}(?:新村|村|社区|小区|区)")
    return any(map(name.search, printed))
