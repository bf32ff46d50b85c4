"""The line that says who printed a document and when, which closes it or stands above its annexes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus.structure.issuers import joint_issuer
from corpus.structure.site_table import day_of
from corpus.text.excerpt import compact

_PRINTED_BY = re.compile(r"(?P<who>[\u4e00-\u9fff（）]{0,30}?)(?P<day>(?:19|20)\d\d年\d{1,2}月\d{1,2}日)印发")
_OFFICE_OF = re.compile(r"(?<=[局委厅部])办公室$")


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who printed a document and when; `who` is empty where the line names no body."""

    who: str
    day: date | None


def find_imprint(lines: Iterable[str]) -> Imprint | None:
    """The first such line; the office of a body prints for the body.

    Example: `青禾市流管办 2015年12月31日印发` -> 青禾市流管办, 2015-12-31
    """
    for line in lines:
        match = _PRINTED_BY.fullmatch(compact(line))
        if match:
            return Imprint(joint_issuer([_OFFICE_OF.sub("", match["who"])]), day_of(match["day"]))
    return None
