"""Sentences of the table of measures, of all documents or of one department."""

from datetime import date

LEDGER_TITLE = "政策台账"
LEDGER_HEADER = (
    "文号",
    "文件",
    "条目",
    "内容",
    "牵头（责任）单位",
    "配合单位",
    "科室",
    "联系人",
    "电话",
    "完成时限",
    "有效期",
)
LEDGER_WIDTHS = (22, 40, 10, 80, 20, 24, 30, 20, 40, 20, 26)
"""Of the columns, in characters."""
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
