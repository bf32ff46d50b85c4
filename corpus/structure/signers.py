"""Who signs a document: the lines above its date, and the names that a torn signature leaves."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.structure.issuers import joint_issuer
from corpus.structure.paragraphs import is_bare, is_title
from corpus.text.excerpt import Excerpt, compact
from corpus.text.tables import Table

_HEAD_OF_BODY = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,20}(?:部|委|委员会|局|厅|署|院|办公室|政府))"
    r"(?:代理?)?(?:[部局厅署院行省市州盟县区旗]长|主任|主席)[\u4e00-\u9fff]{2,4}"
)
"""Who signs for a body, by name. Example: `环境保护部部长 某某`."""
_SEAL = re.compile(r"[（(](?:代章|代印章?|盖章|公章|印章|章)[）)]$")
"""What stands behind the name of a body whose seal, or another's, is on the paper."""
_TORN_DATE = re.compile(r"(?<=[\u4e00-\u9fff])20\d\d(?:年(?:\d{1,2}月?)?)?$")
"""What is left of a date where a page was cut off behind the name. Example: `青禾县水利局 2020`."""
_MOST_SIGNERS = 50
"""Lines above a date; the longest list of bodies that sign together has twelve."""


def first_signer(elements: Sequence[Excerpt | Table], opening: int, signed: int, issuer: str) -> int:
    """Where the lines of those who sign begin, above the date at `signed`."""
    above = elements[signed - 1]
    first = signed - (signed > opening and (_is_signature(above, issuer) or bool(signers_of([above]))))
    most = max(opening, signed - _MOST_SIGNERS)
    while most < first < signed and signers_of(elements[first:signed]) and signers_of([elements[first - 1]]):
        first -= 1
    return first


def _is_signature(element: Excerpt | Table, issuer: str) -> bool:
    if isinstance(element, Table):
        return False
    words = compact(element.text)
    return words == issuer or (is_bare(words) and not is_title(words))


def signers_of(elements: Sequence[Excerpt | Table]) -> str:
    """Those who sign, a line each or several on one line; empty unless all lines name bodies.

    Example: `财政部 国家卫生健康委` -> `财政部、国家卫生健康委`; `财 政 部` -> `财政部`
    """
    named = [_named_on(element) for element in elements]
    return joint_issuer(named) if all(named) else ""


def _named_on(element: Excerpt | Table) -> str:
    if isinstance(element, Table):
        return ""
    words = _TORN_DATE.sub("", _SEAL.sub("", compact(element.text)))
    head = _HEAD_OF_BODY.fullmatch(words)
    return joint_issuer([_SEAL.sub("", part) for part in _apart(element)]) or joint_issuer(
        [head["body"] if head else words]
    )


def last_named(elements: Sequence[Excerpt | Table]) -> str:
    """The body that a torn signature names at the end of the paragraph above the date."""
    last = elements[-1] if elements else None
    parts = _apart(last) if isinstance(last, Excerpt) else []
    return joint_issuer(parts[-1:])


def _apart(element: Excerpt) -> list[str]:
    """The words of a line that white space sets apart in the source."""
    starts = [i for i in range(1, len(element)) if element.offsets[i] != element.offsets[i - 1] + 1]
    cuts = [0, *starts, len(element)]
    return [part for a, b in pairwise(cuts) if (part := element.text[a:b].strip())]
