"""The roles that words give to departments: A、B牵头，C配合; A会同B负责; C等按职责分工负责."""

import re
from collections.abc import Iterator
from enum import StrEnum

from corpus.extraction.evened_words import Words


class BlockLabel(StrEnum):
    """What a label, or a verb behind a list, announces."""

    LEAD = "牵头"
    DUTY = "责任"
    HELP = "配合"
    PERSON = "责任人"
    OFFICE = "责任科室"
    DEADLINE = "完成时限"


_DONE = r"(?:组织)?(?:落实|实施|负责|推进|推动|办理|承办|完成|抓好|做好)"
_HOW = r"(?:分别|共同|联合|具体|积极|各自|统筹|密切|协同|一并|持续|长期|继续)*"
_DUTIES = r"(?:按照?|根据|依)(?:部门|各自)?职[责能](?:任务)?(?:和|及|、)?(?:任务)?分?工?(?:分别|各自|共同)?"
_MANNER = re.compile(
    rf"(?:分工负责|{_HOW}{_DUTIES}(?:{_DONE})*|(?:分别|具体|共同|各自){_DONE}|[，、]"
    r"|等(?:(?:其他|相关|有关|各)*(?:部门|单位|成员单位)+(?:（[^（）\d]{2,30}）)?)?)$"
)
"""Words behind a list that say how its departments work, and no more."""
_LEADING = re.compile(rf"{_HOW}(?:总?牵头|主办|主责|总负责)(?:单位|部门)?(?:{_DONE})*$")
_HELPING = re.compile(rf"{_HOW}(?:参与)?(?:配合|协助|参与|参加|协办|支持|指导|协同)(?:单位|部门|{_DONE})*$")
_DOING = re.compile(rf"{_HOW}{_DONE}(?:{_DONE})*$")
_TOGETHER = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?:牵头)?(?:会同|联合(?=[省市县区镇各])|会商|商(?=[省市县区]))(?=[\u4e00-\u9fff])"
)
_BY = re.compile(r"由(?=[\u4e00-\u9fff]{3})")
_WITH = re.compile(r"(?:会同|联合|协同)(?=[\u4e00-\u9fff]{3})")


def in_roles(value: Words, kind: BlockLabel) -> Iterator[tuple[Words, BlockLabel]]:
    """The lists of a part without the verbs that give roles, each with its role; `kind` where no verb does.

    Example: `县财政局会同县民政局负责` -> 县财政局 as LEAD, 县民政局 as HELP;
    `市商务局等按职责分工负责` -> 市商务局 as `kind`
    """
    listed, kind = without_verb(value, kind)
    by, beside = _BY.match(listed.norm), _WITH.match(listed.norm)
    if beside is not None:
        yield listed[beside.end() :], BlockLabel.HELP
        return
    listed = listed[by.end() :] if by is not None else listed
    together = _TOGETHER.search(listed.norm)
    if together is None or listed.encloses(together.start()):
        yield listed, kind
        return
    yield listed[: together.start()], BlockLabel.LEAD
    yield listed[together.end() :], BlockLabel.HELP


def without_verb(value: Words, kind: BlockLabel) -> tuple[Words, BlockLabel]:
    """The list without its closing verbs, and the role that they give.

    Example: `A、B牵头` -> `A、B` as LEAD
    """
    value = without_manner(value)
    for pattern, said in ((_LEADING, BlockLabel.LEAD), (_HELPING, BlockLabel.HELP), (_DOING, kind)):
        verb = pattern.search(value.norm)
        if verb is not None and verb.start() > 0:
            return without_manner(value[: verb.start()]), said
    return value, kind


def without_manner(value: Words) -> Words:
    """The list without the words behind it that only say how. Example: `A、B等部门分别落实` -> `A、B`."""
    while (manner := _MANNER.search(value.norm)) and manner.start() > 0:
        value = value[: manner.start()]
    return value
