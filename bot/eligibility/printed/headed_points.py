"""Points of one text that each begin with the name of what they give, as 1.生活补贴：…."""

import re

from bot.eligibility.printed.branches import LABEL
from bot.eligibility.shared_words import pairs

_GIVEN = "补贴|补助|津贴|奖励|奖补|待遇|救助|资助|贷款|贴息|减免|保险|补偿|慰问金|扶持"
_HEAD = re.compile(rf"(?:{LABEL.pattern})(?P<head>[\u4e00-\u9fff“”（）]{{0,16}}?(?:{_GIVEN}))[：:]")
_LEAST_POINTS = 2


def is_of_other_point(text: str, at: int, question: str) -> bool:
    """Whether an offset of a flat text is in a point on something else than what a question names.

    The question has to take up words of another head, and none that only the own head has.

    Example: the second of `1.生活补贴：低保家庭…；2.护理补贴：一级、二级…` for `生活补贴多少` -> True
    """
    heads = list(_HEAD.finditer(text))
    own = [one for one in heads if one.start() <= at]
    if len(heads) < _LEAST_POINTS or not own:
        return False
    ours, said = pairs(own[-1]["head"]), pairs(question)
    every = [pairs(one["head"]) for one in heads if one is not own[-1]]
    only_ours = ours.difference(*every)
    return not only_ours & said and any((theirs - ours) & said for theirs in every)
