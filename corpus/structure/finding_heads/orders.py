"""Orders and announcements: 清河区人民政府令 第24号, 公告 2025年第24号, on one line or on several."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.readers import Block
from corpus.structure.finding_heads.document_head import Head, run_of, words_at
from corpus.structure.finding_heads.other_titles import title_in_note
from corpus.structure.finding_heads.titles import read_title
from corpus.structure.issuers import is_organ, joint_issuer
from corpus.structure.site_table import day_of
from corpus.text.document_numbers import ANNOUNCED, NUMBER, ORDINAL_OF_YEAR

_KIND = re.compile(r"(?P<issuer>[\u4e00-\u9fff、]{2,40}?)(?P<kind>令|公告|通告)")
_MAX_LINES = 4
"""Issuer, kind and number may each stand on a line of their own; two more are for joint issuers."""
_MAX_TITLE_LINES = 4
_DECREED = re.compile(
    r"[（(](?:[^（）()]*(?:通过|批准|同意)，?)?(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)"
    r"(?P<number>(?P<issuer>[\u4e00-\u9fff]{2,40}?)(?:令|公告)(?:(?:19|20)\d\d年)?第\d{1,4}号)(?:公布|发布)(?![^（）()]*修[正订改])"
    r"[^（）()]*[）)]"
)
_MAX_BRACKET_LINES = 3
_BEGUN = re.compile(r"(?:[\d.．、；：（(]|机关)\s*[\u4e00-\u9fff]{1,12}(?:部|署|局|委|会|院)$|[（(]$")
"""A line that ends in the first of the issuers that a citation names: `依据：（财政部`, `7财政部`."""


def find_order(blocks: Sequence[Block], position: int) -> Head | None:
    """The order or announcement whose number ends at a line; None where that line is anything else.

    Its title is the one below, else what its first sentences put into force.

    Example: `清河区人民政府令`, `第24号`, `《稳岗补贴办法》已经…通过，现予公布` -> titled 稳岗补贴办法
    """
    last = words_at(blocks, position)
    if not (ORDINAL_OF_YEAR.fullmatch(last) or ANNOUNCED.fullmatch(last)):
        return None
    for start in range(position, max(position - _MAX_LINES, -1), -1):
        lines = run_of(blocks, start, position + 1)
        ordinal = ORDINAL_OF_YEAR.search(lines[-1])
        printed = "".join(lines).removesuffix(ordinal[0]) if ordinal else ""
        kind = _KIND.fullmatch(printed)
        if kind and is_organ(kind["issuer"]) and not is_cited(blocks, start, position):
            issuer = joint_issuer([kind["issuer"]])
            end, title = _title_below(blocks, position + 1)
            return Head(start, end, "".join(lines), title or printed, issuer)
    return None


def with_order_below(blocks: Sequence[Block], head: Head) -> Head:
    """The head with the order that the bracket right below a title names, unless it has a number already.

    An amended text keeps its head as it is: two orders stand in its bracket.

    Example: `（2025年3月4日青禾县人民政府令第24号公布）` -> number 青禾县人民政府令第24号
    """
    if NUMBER.fullmatch(head.number) or ANNOUNCED.fullmatch(head.number):
        return head
    for end in range(head.end + 1, min(head.end + _MAX_BRACKET_LINES, len(blocks)) + 1):
        order = _DECREED.fullmatch("".join(run_of(blocks, head.end, end)))
        if order and is_organ(order["issuer"]):
            issuer, day = joint_issuer([order["issuer"]]), day_of(order["day"])
            return replace(head, end=end, number=order["number"], issuer=issuer, issued=day)
    return head


def is_cited(blocks: Sequence[Block], first: int, last: int) -> bool:
    """Whether a number on these lines is only cited: a sentence begins above it or ends behind it.

    Blanks in a text of one line tear such citations: `（财政部`, `海关总署`, `税务总局公告2020年第6号）`.
    """
    words = "".join(run_of(blocks, first, last + 1))
    opened, closed = (sum(words.count(bracket) for bracket in pair) for pair in ("（(", "）)"))
    return closed > opened or bool(first and _BEGUN.search(words_at(blocks, first - 1)))


def _title_below(blocks: Sequence[Block], start: int) -> tuple[int, str]:
    """Where the head ends, and the title on the lines below a number or in the sentence that follows it."""
    for end in range(start + 1, min(start + _MAX_TITLE_LINES, len(blocks)) + 1):
        title = read_title(run_of(blocks, start, end))
        if title:
            return end, title.text
    return start, title_in_note(blocks, start)
