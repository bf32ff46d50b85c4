"""Costs that a text only says a sum does not cover: 上述费用不含物业管理费."""

import re

_EXCLUDED = re.compile(
    r"(?:不包?[含括]|未包?[含括])(?P<costs>[\u4e00-\u9fff、]{2,30}费用?)(?![\u4e00-\u9fff])"
)
_ASKED = re.compile(r"(?P<cost>[\u4e00-\u9fff]{2})费")
"""The words that tell a cost from others stand right before 费, the hollow ones of its full name aside."""


def only_excludes(question: str, text: str) -> bool:
    """Whether a question asks for a cost that a text names, but only as not covered by its sums.

    Example: `停车费一月多少` and `租金每月20元（不含停车管理费）` -> True
    """
    asked = _ASKED.search(question)
    excluded = "，".join(_EXCLUDED.findall(text))
    if asked is None:
        return False
    return asked["cost"] in excluded and asked["cost"] not in _EXCLUDED.sub("，", text)
