"""Everyday questions about what is due: 本月哪些任务到期, 下个月区发改局有啥要交的, 逾期没有.

到期, 逾期 and 要交 are said of certificates, loans, policies and fees as well, and by far more people. So a
question counts only where all its words are of the kinds below: whatever names another matter, as in
驾驶证本月到期, leaves a word over, and the documents are searched as for any other question.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.due import DueSpan, named_span

_OVERDUE = re.compile("逾期|超期|拖期|超过?时限|超时|过了?(?:时限|期限)|(?:时限|期限)已?(?:经)?过")
_ENDING = re.compile(
    "到期限?|到时限|到(?:点|时间)|(?:该|要|需要?|必须|应该?|得)(?:完成|办结|办完|办好|做完|干完|落实|了结|收尾|销号)"
)
_COLLECTS = re.compile("税务|医疗保障|医保|社会保险|公积金|供水|供电|供热|热力|燃气|自来水")
"""Bodies that people pay to."""
_PAYS = re.compile("(?:该|要|需要?|必须|应该?|得)[交缴]")
_REPORTS = re.compile("上交|上报|报送|交卷|交账|交差|任务|事项|材料|报告|总结|报表|台账|我们?[局单]")
_OPEN = re.compile(
    "(?:没有?|未|尚未)(?:按时|按期|如期)?(?:完成|办结|办完|办好|做完|干完|落实|销号|办)|完不成"
)
_LIMIT = re.compile("(?:完成)?(?:时限|期限)|截止")
_HANDED_IN = re.compile("(?:该|要|需要?|必须|应该?|得)(?:上?交|上?报|报送|交卷|交账|交差)")
_TASKS = re.compile(
    "(?:重点|目标|工作|督办|督查|专项|牵头)?(?:任务|事项)|督办件|(?:牵头|负责|承担)的?(?:工作|事情?)"
)
_WORK = re.compile("工作")
"""What an office has to do, but jobs as well."""
_OWN = re.compile("(?:我们?|咱们?|俺们?|本)(?:局|委|办|街道|镇)|[我本](?:单位|部门)")
_OFFICES = re.compile("(?:哪些?个?|各个?|每个|所有|全部)(?:单位|部门|委办局|科室|局)")
_KINDS = (_OVERDUE, _HANDED_IN, _OPEN, _ENDING, _LIMIT, _OWN, _TASKS, _OFFICES, _WORK)
"""Looked for in this order, each in what those before leave."""
_LISTS = re.compile(
    r"哪些|哪[几一两]?[个项件条]|什么|啥|有没有|几[个项件条]|谁|列|清单|名单|情况|提醒|快|马上|即将|就要|的[吗么嘛]?\W*$"
)
_NONE_LEFT = re.compile(r"没有?了?吗?\W*$")
_POINTS = re.compile("(?<!^)那|这(?!几天)|[它此]|该(?![完办交上报落做干了])|(?:什么|啥)(?:是|叫)")
"""What points at the measure talked of, or asks what a word means."""
_HOLLOW = re.compile(
    "请问|请|帮|麻烦|给|我|你|您|想|问|知道|了解|查|看|列|说|报|提醒|一下|出来?|下|清单|名单|情况|台账|表"
    "|全[区市县镇]|目前|现在|当前|眼下|最近|近期|马上|即将|快|就要|将要?|已经?|还剩?|都|各|[这近]几天|完成|办结|有没有|没有?|有|没"
    "|哪些|哪[几一两]?[个项件条]|什么|啥|多少|几[个项件条]|[项件条个谁要会是到在里的地得了着过和跟与及不那]"
    "|[呢吗嘛么吧啊呀哈]|全部|所有|一共|总共|共"
)
_WORD = re.compile(r"\w")
_OVERDUE_SAID = "逾期"


@dataclass(frozen=True, slots=True)
class DueQuestion:
    """Which tasks a question asks for."""

    said: str
    """The words for the days; empty where it names none and does not ask for what is overdue alone."""
    own: bool = False
    """Whether it asks for an office that it does not name: 我们局."""
    goes_on: bool = False
    """Whether it only says what is different from the list before: 下个月呢."""


@dataclass(frozen=True, slots=True)
class DueTurn:
    """What is known of a turn beside its words."""

    today: date
    department: bool = False
    """Whether it names a department."""
    place: bool = False
    """Whether it names a place."""
    alone: bool = True
    """Whether nothing was talked of before, so that 逾期没有 can be said of nothing else."""
    listed: bool = False
    """Whether it comes after a list of what is due."""


def days_said(words: str, today: date) -> str:
    """The words for the days that a text asks for, 逾期 for those behind us.

    Example: `下个月哪些任务到期` -> `下个月`; `本月超期的` -> `本月逾期`
    """
    return named_span(words, today).said + (_OVERDUE_SAID if _OVERDUE.search(words) else "")


def without_days(words: str, today: date) -> str:
    """The text without these words."""
    return _OVERDUE.sub(" ", named_span(words, today).rest)


def due_span(said: str, today: date) -> DueSpan | None:
    """The days that words of `days_said` stand for; None for none.

    Of days to come none is overdue: 本月逾期 on the first of a month is all that is.

    Example: 2026-11-29, `本月逾期` -> 2026-11-01 to 2026-11-28
    """
    span = named_span(said, today).span
    if _OVERDUE_SAID not in said:
        return span
    yesterday = today - timedelta(days=1)
    if span is None or (span.first and span.first > yesterday):
        return DueSpan(None, yesterday)
    return DueSpan(span.first, min(span.last, yesterday))


def due_question(words: str, turn: DueTurn) -> DueQuestion | None:
    """What the words ask for, without names of departments and places; None where it is not what is due."""
    named = named_span(words, turn.today)
    found, rest = _kinds_in(named.rest)
    if _WORD.search(_HOLLOW.sub("", rest)) or _POINTS.search(named.rest.strip()):
        return None
    days, overdue = named.span is not None, _OVERDUE in found
    asked = _is_due(found, words, turn, days=days)
    goes_on = not asked and turn.listed and (days or overdue or turn.department or turn.place)
    if not asked and not goes_on:
        return None
    return DueQuestion(days_said(words, turn.today), own=_OWN in found, goes_on=goes_on)


def is_paid_by_people(words: str, department: str) -> bool:
    """Whether the words ask what people have to pay to a body, and not which tasks it has.

    Example: `下个月税务局有啥要交的`, `区税务局` -> True; `下个月区发改局有啥要交的` -> False
    """
    return bool(_COLLECTS.search(department) and _PAYS.search(words) and not _REPORTS.search(words))


def _kinds_in(words: str) -> tuple[set[re.Pattern[str]], str]:
    """The kinds of which there are words, and what is left without them."""
    found = set()
    for kind in _KINDS:
        left = kind.sub(" ", words)
        if left != words:
            found.add(kind)
        words = left
    return found, words


def _is_due(found: set[re.Pattern[str]], words: str, turn: DueTurn, *, days: bool) -> bool:
    """Whether words of these kinds, and no others, ask for what is due."""
    ends, overdue = not found.isdisjoint((_OVERDUE, _ENDING, _OPEN)), _OVERDUE in found
    office = turn.department or not found.isdisjoint((_OWN, _OFFICES))
    lists = bool(_LISTS.search(words))
    if _TASKS in found:
        limited = ends or days or not found.isdisjoint((_LIMIT, _HANDED_IN))
        return limited and (days or office or lists or overdue)
    none_left = overdue and bool(_NONE_LEFT.search(words))
    if office:
        return (ends and (days or lists or none_left)) or (days and bool(found - {_OWN, _OFFICES}))
    return turn.alone and (none_left or (lists and (overdue or (days and ends))))
