"""The grade that a question names, where a text is about others: 三级 and `残疾等级为一级、二级`."""

import re

from corpus.text.numerals import NINE, whole_number

_ONE = rf"(?:[{NINE}十]|\d{{1,2}})"
_GRADES = re.compile(
    rf"(?<![\d省市区县国])({_ONE}(?:[、和或至到—-]{_ONE})*)级(?!人民|党|政府|财政|以上|部门|响应)"
)
_LISTED = re.compile(_ONE)
_SPAN = re.compile("[至到—-]")


def other_grade(question: str, text: str) -> bool:
    """Whether a text names grades and not that which a question names.

    Example: `三级残疾补多少`, `残疾等级为一级、二级` -> True; `三、四级残疾每人130元` -> False
    """
    asked, said = _grades(question), _grades("".join(text.split()))
    return bool(asked and said) and asked.isdisjoint(said)


def names_grades(question: str, text: str) -> bool:
    """Whether a question and a text both name grades. Example: `我爸二级`, `三、四级残疾130元` -> True."""
    return bool(_grades(question) and _grades("".join(text.split())))


def _grades(text: str) -> frozenset[int]:
    named: set[int] = set()
    for match in _GRADES.finditer(text):
        numbers = [whole_number(each) or 0 for each in _LISTED.findall(match[1])]
        spanned = len(numbers) == 2 and _SPAN.search(match[1])
        named.update(range(numbers[0], numbers[1] + 1) if spanned else numbers)
    return frozenset(named)
