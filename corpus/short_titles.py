"""A few words to tell a measure by."""

import re
from collections.abc import Sequence

from corpus.records import Section
from corpus.text.numerals import UP_TO_99
from corpus.text.typesetting import clipped, tidy

_LABEL = re.compile(rf"^[（(]?[\d{UP_TO_99}]+(?:[）)][.．、]?|[.．、])\s*")
_HOW = ("方式", "基础上", "前提下")
"""Endings of clauses that say how something is done, not what."""
_BASIS = re.compile(r"(?:根据|依据|遵照|按照|为).*(?:文件要求|要求|精神|规定|部署|》|〕\d+号[）)]?)")
"""A clause that says what the measure rests on, not what it does."""
_MONEY_CHARS = 16
"""A clause up to this length that ends in 资金 or 元 says who pays, not what for."""
_ENTRY = re.compile(r"[^\n]*(?:下列|以下|如下)[^\n]*[：:]\s*《(?P<named>[^》\n]+)》")
"""An entry of a list below the line that says what is done to all of them."""
_HEADING = re.compile(r"([^，。；：]{3,24})。.")
_TITLE_CHARS = 32
_TITLE_MIN_HAN = 8
"""A first clause with fewer Chinese characters is a date, a source of money or the end of a heading."""


def title(sections: Sequence[Section]) -> str:
    """A few words to tell a measure by: a short first sentence, or else its first meaningful clause.

    Of an entry of a list of documents it is the name of the document.

    Example: "智慧医疗。依托…" -> "智慧医疗"; "2024年，支持索道缆车升级改造，…" -> "支持索道缆车升级改造"
    """
    text = tidy(sections[0].text if sections else "")
    if entry := _ENTRY.match(text):
        return clipped(entry["named"], _TITLE_CHARS)
    first = _LABEL.sub("", text.partition("\n")[0])
    heading = _HEADING.match(first)
    clauses = [clause for clause in re.split(r"[，。；：]", first) if clause]
    said = heading[1] if heading else next((clause for clause in clauses if _weighs(clause)), first)
    if said.count("“") != said.count("”"):
        said = first
    said = said.rstrip("。；：:，")
    return clipped(said, _TITLE_CHARS)


def _weighs(clause: str) -> bool:
    enough = len(re.findall(r"[\u4e00-\u9fff]", clause)) >= _TITLE_MIN_HAN
    return (
        enough
        and not (len(clause) <= _MONEY_CHARS and clause.endswith(("资金", "元")))
        and not clause.endswith(_HOW)
        and not _BASIS.fullmatch(clause)
    )
