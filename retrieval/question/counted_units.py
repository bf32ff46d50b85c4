"""The unit in which a question counts: 不超过几个人 is answered by a number of people, not by a sum."""

import re

_ASKED = re.compile(
    r"几(?P<few>[个名家户人套次岁间张台所项件年天月日号成折])|多少(?P<many>[个名人户家件套张次台所项岁分天年钱])"
)
_AFTER = (
    (re.compile("月"), "个?月"),
    (re.compile("工作"), "个?(?:工作)?日"),
    (re.compile("人"), "个?[人名]"),
)
"""What may follow 个, with the unit that it makes."""
_NUMBER = r"[\d一二三四五六七八九十百千万两半.]+"
_STATED = {
    **dict.fromkeys("名人", f"{_NUMBER}[人名]"),
    **dict.fromkeys("天日", f"{_NUMBER}个?(?:工作)?[天日]"),
    **dict.fromkeys("月号", f"{_NUMBER}[月日]|[年月季]底"),
    "岁": f"{_NUMBER}周?岁",
    "年": f"{_NUMBER}(?:年|个月)",
    "成": "%|百分之|成|分之",
    "折": "折|半[价费]|%",
    "钱": "元|免费|%|全额|分之",
}
"""Unit asked for -> how a text states it, where that is not a number before the same character."""


def counted(question: str) -> re.Pattern[str] | None:
    """The pattern of a number in the unit that a plain question asks for; None where it asks for none.

    Example: "要求不超过几个人" -> a pattern that finds "一般不超过10人" and not "不超过2000元"
    """
    asked = _ASKED.search(question)
    if asked is None:
        return None
    unit = asked["few"] or asked["many"]
    after = question[asked.end() :]
    made = [stated for follows, stated in _AFTER if unit == "个" and follows.match(after)]
    return re.compile(_NUMBER + made[0] if made else _STATED.get(unit, f"{_NUMBER}{unit}"))
