"""What kind of help a measure gives, told by its own words; for sorting a search, never shown as policy."""

import re

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("资金补助", r"补贴|补助|奖补|奖励|资助|贴息|救助金|专项资金"),
        ("税费减免", r"减免|减税|免征|退税|缓缴|降费|减按|抵扣"),
        ("融资贷款", r"贷款|融资|担保|信贷|授信|基金"),
        ("用地保障", r"用地|土地供应|建设用地"),
        ("人才就业", r"人才|就业|创业|招聘|职业技能"),
        ("审批服务", r"审批|一网通办|办理时限|并联|告知承诺|证照"),
        ("民生保障", r"低保|救助|养老|医保|住房保障|老旧小区|特困"),
    )
)
"""Kind and the words that tell it; a measure may be of several."""


def kinds(text: str) -> tuple[str, ...]:
    """The kinds of help that a text speaks of.

    Example: "给予一次性定额补助" -> ("资金补助",)
    """
    return tuple(name for name, pattern in KINDS if pattern.search(text))
