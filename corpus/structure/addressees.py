"""The line that says to whom a document goes: 各县（市、区）人民政府，县直各部门：."""

import re

from corpus.text.excerpt import Excerpt, compact
from corpus.text.markers import find_marker

_LONGEST = 200
_SAYS = re.compile(
    r"(?:根据|依据|按照?|为[了进切更全加贯落做支促]|经(?![开济信贸营])|现[将就把对]|自\d|因[为此]|鉴于|近期|日前)"
    r"|.*(?:如下|为|是)[：:]$"
)
"""How a sentence begins, or ends, that addresses nobody. Example: `根据规定，名额分配如下：`."""


def is_addressees(line: Excerpt) -> bool:
    """Whether a first line names those to whom a document goes, and says nothing else.

    Example: `各镇人民政府，县直各部门：` -> True; `经县政府研究，补贴标准如下：` -> False
    """
    if len(line) > _LONGEST or not line.text.endswith(("：", ":")):
        return False
    said = "。" in line.text or find_marker(line.text) or _SAYS.match(compact(line.text))
    return not said
