"""Those whom the words before a label of phones list: 县民政局、县残联 before 联系电话."""

import re

from corpus.extraction.naming.printed_desks import CalledDesk, desk_with_person, named_desk
from corpus.text.person_names import is_person

_PEOPLE = re.compile(r"联系人员?：(?P<people>[\u4e00-\u9fff；、，]{5,80})$")
_APART = re.compile("[；、，]")
_CLAUSE = re.compile("[，。；：]")
_DOING = re.compile(r"(?:责任|牵头|主责|承办|实施|落实|配合|参与)(?:单位|部门|主体)：[^，。；：]*$")
"""Those who do something, of whom only the first may be meant by the phone behind."""


def listed_before(words: str) -> list[CalledDesk]:
    """The desks, or people, that words without white space end with; none where they list no several.

    Those of a duty are no list of callers: 责任单位：县民政局、县残联.

    Example: `县民政局、县残联`, `联系人：就业科林青；社保科高远，` -> both; `县民政局` -> none
    """
    words = words.rstrip("，；、（")
    if _DOING.search(words):
        return []
    people = _PEOPLE.search(words)
    if people:
        found = [_somebody(part) for part in _APART.split(people["people"])]
    else:
        found = [_body(part) for part in _CLAUSE.split(words)[-1].split("、")]
    desks = [desk for desk in found if desk]
    return desks if len(desks) == len(found) > 1 else []


def _somebody(words: str) -> CalledDesk | None:
    desk = desk_with_person(words)
    if desk:
        return desk if desk.person else None
    return CalledDesk("", None, words) if is_person(words) else None


def _body(words: str) -> CalledDesk | None:
    desk = named_desk(words)
    return desk if desk and desk.department else None
