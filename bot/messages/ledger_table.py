"""Sentences of the table of measures, of all documents or of one department."""

from datetime import date

LEDGER_TITLE = "政策台账"
LEDGER_COLUMNS = {
    "文号": 22,
    "文件": 40,
    "条目": 10,
    "内容": 80,
    "牵头（责任）单位": 20,
    "配合单位": 24,
    "科室": 30,
    "联系人": 20,
    "电话": 40,
    "完成时限": 20,
    "有效期": 26,
}
"""Head -> width in characters."""
LEDGER_VALIDITY = "{start}至{until}"
LEDGER_UNSTATED = "未写明"
LEDGER_VOID = "已失效（发布网站标明）"
LEDGER_DRAFT = "征求意见稿"


def span_of_validity(
    start: date | None, until: date | None, *, void: bool = False, draft: bool = False
) -> str:
    """From when until when, for a table; `void`: its publisher says that it has ended; `draft`: not issued.

    Example: (date(2024, 7, 22), date(2024, 12, 31)) -> "2024-07-22至2024-12-31"
    """
    if draft:
        return LEDGER_DRAFT
    if void:
        return LEDGER_VOID
    if start is None and until is None:
        return LEDGER_UNSTATED
    words = [day.isoformat() if day else LEDGER_UNSTATED for day in (start, until)]
    return LEDGER_VALIDITY.format(start=words[0], until=words[1])
