"""What kind of thing a question asks for: how much, until when, on what condition, from whom.

Generous, unlike the wishes by which a search decides: a want too many quotes a sentence too many.
"""

import re
from enum import StrEnum


class Want(StrEnum):
    """What is asked for about the topic."""

    AMOUNT = "amount"
    DEADLINE = "deadline"
    ELIGIBILITY = "eligibility"
    WHO = "who"


_SIGNS = {
    Want.AMOUNT: re.compile(
        r"多少|几(?:块|元|百|千|万|个|户|家|成|折|级|次|倍|头|套|公里|分)|多大|最高|最多|最低|至少"
        r"|金额|额度|标准|比例|百分之|补[贴助偿点钱]|贴息|奖|给钱|价|费|利率|怎么[补奖算]"
    ),
    Want.DEADLINE: re.compile(
        r"什么时[候间]|啥时|何时|几[号月天年日]|多久|多长|期限|截止|到期|哪[一]?[天年月]|时限|最[晚迟长]|之前|日期"
    ),
    Want.ELIGIBILITY: re.compile(
        r"能不能|能否|可不可以|是否|是不是|算不算|够不够|符合|条件|资格|要求|门槛|享受|申[请报]|限制"
        r"|哪些(?:人|企业|单位|小区|项目)|什么人|谁能|[能可需要用算得行].{0,12}[吗么嘛不]|有没有"
    ),
    Want.WHO: re.compile(r"谁|哪个(?:部门|局|科|单位)|找|电话|归.{0,6}管|联系|负责|牵头|号码|咨询|配合"),
}


def wants(question: str) -> frozenset[Want]:
    """What the question asks for; empty when it shows no sign.

    Example: "最多能拿多少，找谁" -> {AMOUNT, WHO}
    """
    return frozenset(want for want, sign in _SIGNS.items() if sign.search(question))
