"""Measures that only say what their document is for: 指导思想, 基本原则, 工作目标, 为…制定本办法."""

import re

from corpus.drafts import MeasureDraft
from corpus.extraction.evened_words import Words
from corpus.records import Condition, ItemReason, Responsibility
from corpus.text.markers import find_marker
from corpus.text.numerals import UP_TO_99

_AIM = (
    rf"(?:[{UP_TO_99}\d]+年|本|今年|主要|总体|基本|工作|发展|建设|行动|战略|任务|实施|重要|近期|远期|阶段|预期)*"
    r"(?:指导思想|总体要求|总体思路|工作要求|要求|思路|目标任务|目标(?:要求|指标)?|原则|定位|背景|意义|愿景)"
)
_TITLE = re.compile(rf"(?:明确|把握|坚持|确立|落实)?(?:{_AIM}(?:[、和与及]|以及)?)+")
_LONGEST = 24
"""Characters; a longer title says more than aims, and the pattern is not tried on it."""
_TITLED = re.compile(r"[^。：；，\n]{2,20}(?=[。：；，\n]|$)")
_PURPOSE = re.compile(
    r"(?:为|为了|根据|依据|按照)[^。]*(?:制定|出台|提出|制订)(?:本|以下|如下)[^。]{0,20}[。：]?"
)
_DEMANDS = re.compile(r"(?:工作)?要求|任务")
"""A title of these alone stands above what somebody has to do as well as above aims."""
_CONCRETE = re.compile(r".*(?:范围|对象|条件|标准|适用|期限|时间|方式|流程|程序)")
"""Titles of what concerns people, below a heading such as 总体要求 too. Example: `改造范围`."""
_GIVES = ("amount", "cap", "applicant")


def is_aims(
    draft: MeasureDraft, duties: tuple[Responsibility, ...], conditions: tuple[Condition, ...]
) -> bool:
    """Whether a measure states aims alone: by its title or a heading, and nobody gets or does anything in it.

    Example: `（一）基本原则。坚持政府主导。` -> True; `（二）工作目标。（责任单位：区民政局）` -> False
    """
    named = any(duty.phone or duty.department for duty in duties)
    gives = any(condition.kind in _GIVES for condition in conditions)
    if draft.reason in (ItemReason.QUESTION, ItemReason.ROW) or named or gives:
        return False
    words = Words.of(draft.text).norm
    titled = _TITLED.match(draft.text.strip())
    own = titled[0] if titled else ""
    by_title = any(map(_names_aims, (*draft.heading, own))) and not _CONCRETE.fullmatch(own)
    return by_title or bool(_PURPOSE.fullmatch(words))


def _names_aims(title: str) -> bool:
    """Whether a title names aims. Example: `一、总体要求` -> True; `二、工作要求` -> False."""
    marker = find_marker(title)
    bare = "".join(title[marker.end if marker else 0 :].split()).rstrip("：:。")
    return len(bare) <= _LONGEST and bool(_TITLE.fullmatch(bare)) and not _DEMANDS.fullmatch(bare)
