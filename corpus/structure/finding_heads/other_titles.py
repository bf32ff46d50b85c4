"""Titles that do not stand over their text: named by a covering note, or by the file."""

import re
from collections.abc import Sequence

from corpus.readers import Block
from corpus.structure.finding_heads.document_head import line_at, words_at
from corpus.text.excerpt import compact
from corpus.text.markers import find_marker

_NAMED = re.compile(
    r"^(?:(?:[^《》。；]{0,90}，)?现将|经[^《》]{0,40}[，,])?(?:新修订的|修订后的|修改后的)?《(?P<title>[^《》]{4,80}(?:《[^《》]*》[^《》]*)?)》"
    r"(?:[（(]以下简称[^（）()]{1,30}[）)])?[^《。]{0,60}(?:通过|同意|印发|公布|发布|施行|执行)"
)
_ISSUED = re.compile(r"(?:印发|公布|发布|制定了?)《(?P<title>[^《》]{4,80})》")
_SEARCHED = 4
"""Paragraphs below a number: addressees and a covering note."""
_BEFORE = re.compile(
    r"^(?:附件\s*\d*\s*[：:、.．_-]*\s*|\d{4}-\d{1,2}-\d{1,2}[-_ ]*|\d{1,3}(?:[_、.．-]|\s)\s*)+(?=\D)"
)
_BEHIND = re.compile(
    r"[-_ ]*(?:[（(]\d{1,2}[）)]|副本|最终稿?|定稿|终稿|(?:19|20)\d{6}"
    r"|(?<=意见|办法|细则|规定|通知|决定|条例|公告|措施)(?:19|20)\d\d)$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")


def title_in_note(blocks: Sequence[Block], start: int) -> str:
    """What the covering note from line `start` on puts into force; empty where it names nothing.

    Example: `《青禾县人才公寓管理办法》已经县政府同意，现印发给你们` -> `青禾县人才公寓管理办法`
    """
    for position in range(start, min(start + _SEARCHED, len(blocks))):
        match = _NAMED.search(words_at(blocks, position)) or _ISSUED.search(words_at(blocks, position))
        if match:
            return match["title"]
    return ""


def title_put_in_force(blocks: Sequence[Block]) -> str:
    """What the first sentence of a text without a title puts into force; empty where it names nothing.

    Example: `《青禾县用水办法》已经县政府同意，现予公布。` above `第一条` -> `青禾县用水办法`
    """
    for position in range(min(_SEARCHED, len(blocks))):
        if find_marker(line_at(blocks, position)):
            return ""
        if match := _NAMED.search(words_at(blocks, position)):
            return match["title"]
    return ""


def title_of_file(file: str) -> str:
    """The name of a file as a title, without its ending, what numbers it and what marks its copies.

    Example: `03_青禾县养老服务办法(1).docx` -> `青禾县养老服务办法`; `scan-7.pdf` -> `scan-7`
    """
    stem = file.rsplit(".", 1)[0]
    bare = _BEHIND.sub("", _BEFORE.sub("", stem)).strip()
    return compact(bare) if _HAN.search(bare) else stem
