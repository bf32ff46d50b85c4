"""Names that nothing but a blank parts: 联系人：高远 蔺青. Elsewhere blanks beside Chinese say nothing."""

import re
from collections.abc import Iterator

from corpus.text.bodies import is_body, is_office
from corpus.text.person_names import is_person

_NAMES = r"(?P<names>[\u4e00-\u9fff]{2,12}(?:\s+[\u4e00-\u9fff]{2,12})+)(?![：:\u4e00-\u9fff])"
_PEOPLE = re.compile(rf"(?:联系|经办|联络|责任|负责|承办)人员?(?:姓名)?\s*[：:]\s*{_NAMES}")
_OFFICES = re.compile(
    rf"(?:责任|承办|经办|具体|办理|受理|联系|牵头|业务|咨询)(?:科室|股室|处室)\s*[：:]\s*{_NAMES}"
)
_BLANK = re.compile(r"\s+")
_SERVICE = re.compile(r"[\u4e00-\u9fff]{2,}(?:平台|组|专班)")
"""What may stand in a list of offices and is none."""


def blanks_between_names(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of white space that part the names behind a label of people or of offices.

    Example: `联系人：高远 蔺青` -> the blank; `联系人：高远 联系电话：5550101` -> none
    """
    if "：" not in text and ":" not in text:
        return
    for pattern, is_one in ((_PEOPLE, is_person), (_OFFICES, _is_desk)):
        for match in pattern.finditer(text):
            if all(map(is_one, match["names"].split())):
                yield from (blank.span() for blank in _BLANK.finditer(text, *match.span("names")))


def set_names_apart(text: str) -> str:
    """The text with 、 for these blanks, so that the names stay apart when white space is removed.

    Example: `联系科室：就业科 社保科` -> `联系科室：就业科、社保科`
    """
    for start, end in sorted(blanks_between_names(text), reverse=True):
        text = f"{text[:start]}、{text[end:]}"
    return text


def _is_desk(words: str) -> bool:
    return is_office(words) or is_body(words) or bool(_SERVICE.fullmatch(words))
