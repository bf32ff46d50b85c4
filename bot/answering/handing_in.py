"""What is to be brought or handed in: questions about it, and the words of a measure that say it."""

import re

ONE_MATTER = 25
"""The most measures of a document that is about one matter, not a table of many."""
_ASKED = re.compile(
    r"(?:带|交|拿|准备|提交|提供)(?:些|上|齐)?(?:什么|啥|哪些)(?!时)(?!钱|税|费|社保|保险)|(?:什么|啥|哪些|要)(?:材料|证件|手续|资料)"
)
_HANDED_IN = re.compile(
    r"填写《[^》]*》|(?:提交|提供|报送|附)[^，。；]{0,12}(?:材料|资料|证明|证件|身份证|户口簿|复印件|原件)"
    r"|(?:申报|申请|所需|办理)材料[：:]|(?:持|携带|带|凭)[^，。；]{2,24}(?:证|表|卡|簿|小结|发票|复印件)"
)


def asks_what_to_bring(question: str) -> bool:
    """Whether a question is about papers. Example: `取暖救助要带啥` -> True; `要交什么钱` -> False."""
    return bool(_ASKED.search(question))


def says_what_to_bring(text: str) -> bool:
    """Whether a text says what is to be handed in. Example: `并提交身份证复印件` -> True."""
    return bool(_HANDED_IN.search(text))
