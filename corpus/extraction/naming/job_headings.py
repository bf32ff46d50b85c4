"""Departments that stand as headings of what they do: （一）县住建局, or 县财政局：负责资金保障."""

import re
from functools import lru_cache

from corpus.departments import Names
from corpus.drafts import MeasureDraft
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.department_lists import department_names
from corpus.text.bodies import is_body, is_town
from corpus.text.markers import find_marker

DUTIES_TITLE = re.compile(r"(?:职责|任务|责任)(?:及|和|任务)?分工|(?:部门|单位|工作)职责|分工(?:安排|职责)")
"""Title of a chapter that tells departments what each has to do."""
_HEAD = re.compile(r"(?P<who>[^：。，]{2,40})：")
_GENERIC_HEAD = re.compile(r"专营单位|有关单位|责任单位")
_ANNOUNCES = re.compile(r"应当|不得|以下|下列|如下|履行")
"""What a line before a colon says of what follows: it names nobody. Example: `见习单位应当履行以下职责：`."""
_LISTED = re.compile(r"(?P<who>[^。，；]+?)按(?:照)?各自")
_OTHERS = re.compile(r"其他有关(?:部门|单位)(?=按)")
_SHARED = re.compile(r"(?:^|[，。；])(?P<who>[^，。；：]+?)等?按(?:照)?(?:部门|各自)?职[能责]分工负责")
_EVERY = re.compile(
    r"各.{0,20}(?:部门|单位|[局委办站所]|政府|办事处|街道|[镇乡县区市）]|企业|学校|医院|公司|机构)"
)
_LONGEST = 60
_VERB = re.compile(
    r"设置|允许|符合|鼓励|引导|扶持|申请|设立|加快|推动|促进|(?<=[局委厅会])设(?![施备计])"
    r"|组成|成立|产生|申报|报考|报名|就读|只[可能]|不[得能]|应当|必须|每[\u4e00-\u9fff]|一[所家个名]|业主|大会$|机会$|社会$|的|确保|负责|是[本各我]"
)
"""What a title or a sentence says, so that it is no list of names. Example: `每人只能申报一家公司`."""


def headed_departments(draft: MeasureDraft) -> list[str]:
    """The departments that the heading or the first line of a measure names alone; none elsewhere.

    Example: heading 职责分工, `县财政局：负责资金保障。` -> 县财政局; first line `县住建局` -> 县住建局
    """
    words = Words.of(draft.text)
    under_duties = any(DUTIES_TITLE.search(title) for title in draft.heading)
    if under_duties and (listed := _before_colon(words)):
        return listed
    first, _, rest = draft.text.partition("\n")
    titles = (first if rest.strip() else "", draft.heading[-1] if draft.heading else "")
    return next((list(names) for title in titles if (names := _bodies_alone(title))), [])


def shared_departments(draft: MeasureDraft, names: Names, region: str) -> list[str]:
    """The known departments that a sentence says to do something 按职责分工负责."""
    words = Words.of(draft.text)
    for match in _SHARED.finditer(words.norm):
        listed = department_names(words[match.start("who") : match.end("who")])
        if all(names.canonical(name, region) != name or names.is_known(name, region) for name in listed):
            return listed
    return []


def _before_colon(words: Words) -> list[str]:
    others = _OTHERS.match(words.norm)
    if others is not None:
        return [words.raw[: others.end()]]
    head = _HEAD.match(words.norm)
    if head is None or _ANNOUNCES.search(head["who"]):
        return []
    if _GENERIC_HEAD.fullmatch(head["who"]):
        body = words[head.end() :]
        listed = _LISTED.match(body.norm)
        return department_names(body[: listed.end("who")]) if listed else []
    return department_names(words[: head.end("who")])


@lru_cache(maxsize=256)
def _bodies_alone(title: str) -> tuple[str, ...]:
    """The bodies of a line that holds nothing else. Example: `（一）县住建局、县财政局` -> both.

    Remembered, for the measures of a chapter stand below the same heading.
    """
    marker = find_marker(title)
    words = Words.of(title[marker.end :] if marker else title)
    if not words.norm or len(words) > _LONGEST or _VERB.search(words.norm):
        return ()
    names = tuple(department_names(words[: len(words.norm.rstrip("：。；"))]))
    return names if all(is_body(name) or is_town(name) or _EVERY.fullmatch(name) for name in names) else ()
