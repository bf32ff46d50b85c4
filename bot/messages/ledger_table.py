"""Sentences of the table of measures, of all documents or of one department."""

from corpus.held_terms import HeldTerm

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
LEDGER_ENDED = "已被别的文件废止或取代"


def span_of_term(held: HeldTerm) -> str:
    """From when until when, for a table, or why there is no such span.

    Example: 2024-07-22 and 2024-12-31 -> "2024-07-22至2024-12-31"
    """
    term, reason = held.validity, no_term(held)
    if reason:
        return reason
    if term.valid_from is None and term.until is None:
        return LEDGER_UNSTATED
    words = [day.isoformat() if day else LEDGER_UNSTATED for day in (term.valid_from, term.until)]
    return LEDGER_VALIDITY.format(start=words[0], until=words[1])


def no_term(held: HeldTerm) -> str:
    """Why something is not in force, whatever its days; empty where nothing but these tells.

    Another document has ended it, its publisher says so, or it is not issued yet.
    """
    if held.validity.draft:
        return LEDGER_DRAFT
    if held.validity.void:
        return LEDGER_VOID
    return LEDGER_ENDED if held.ended else ""
