"""What a document says once for all of its lists of departments.

列第一位的为牵头单位，下同: the first of each list leads.
以下均需各镇落实: a body belongs to all items that follow.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import NamedDepartment, department_names
from corpus.extraction.naming.role_words import BlockLabel

_LEADS = r"(?:的)?(?:责任)?(?:单位|部门|者)?(?:均)?(?:为|是|系)(?:牵头|主办|主责|第一责任)"
_FIRST = re.compile(
    rf"(?:(?:列|排|位列|排名|排列)(?:在)?(?:第一|首|最前)(?:位|个|名)?|排首位|首位|(?<!逗号前)第一个(?!逗号|顿号)|第一个顿号前){_LEADS}"
)
_BEFORE_COMMA = re.compile(rf"第一个逗号(?:之)?前{_LEADS}")
_CARRIED = re.compile(
    r"以下(?:各项|所有|每项|各条)?(?:任务|工作|措施|事项|政策|条款|(?:责任|落实|牵头|配合)单位中?)?(?:均|都|皆)?(?:需要?|须|由|涉及|包含|包括|要求|应当?|为)*"
    r"(?P<who>[^。；]{2,60}?)(?:共同|具体|分别|抓好|贯彻|组织)*(?:落实|负责|配合|实施|参与)?[，,]?(?:下同，?)?不(?:再|另)(?:一一|逐一|逐项|重复|单独|另行)*(?:列|标|赘)"
)
"""Bodies that belong to every item from here on and are not printed again."""


@dataclass(frozen=True, slots=True)
class DocumentRules:
    """The rules that a document prints for its own lists of departments."""

    first_leads: bool = False
    """The first department of a list of responsible ones leads."""
    before_comma_leads: bool = False
    """Those before the first comma lead."""
    carried: tuple[str, ...] = ()
    """Bodies that support every item behind the rule."""
    carried_from: str = ""
    """The words of the rule, to find the item that prints it."""


NO_RULES = DocumentRules()


def read_rules(text: str) -> DocumentRules:
    """The rules that the text of a document prints, wherever they stand.

    Example: `（责任单位：A局、B局。列第一位的为牵头单位，下同）` -> the first of every list leads
    """
    words = Words.of(text)
    carried = _CARRIED.search(words.norm)
    return DocumentRules(
        bool(_FIRST.search(words.norm)),
        bool(_BEFORE_COMMA.search(words.norm)),
        tuple(department_names(words[slice(*carried.span("who"))])) if carried else (),
        carried.group() if carried else "",
    )


def mark_leads(named: Sequence[NamedDepartment], rules: DocumentRules) -> None:
    """Marks the leads that the rules give among the departments of one list.

    Lists that say themselves who leads stay as they are.
    """
    if not named or any(each.kind is BlockLabel.LEAD for each in named):
        return
    for position, each in enumerate(named):
        leads = (rules.first_leads and position == 0) or (rules.before_comma_leads and each.group == 0)
        if leads and each.kind is BlockLabel.DUTY:
            each.kind = BlockLabel.LEAD
