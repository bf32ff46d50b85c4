"""/due, /tasks, 本月哪些任务到期: what is due, and the deadlines of one department, a page at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.answer import Option, OptionKind, Status, options
from bot.conversation import answers
from bot.conversation.about_departments.department_lookup import (
    Named,
    of_department,
    regions_named,
    without_places,
)
from bot.conversation.about_departments.departments_named import named_department
from bot.conversation.focus import Listing, Topic
from bot.conversation.hearing.due_questions import (
    DueTurn,
    days_said,
    due_question,
    due_span,
    is_paid_by_people,
    without_days,
)
from bot.conversation.scene import Reply, Scene
from bot.due import DueSpan, DueTask, DueTime, by_department, due_line, due_window, tasks_due, tasks_of
from bot.helplines import way_on
from bot.layout import Block, Line, plain, strong
from bot.messages import chinese_date, talk
from bot.messages import due as messages

PAGE = 10
"""Tasks in one reply."""
_LONGEST = 40
"""Characters of an everyday question about what is due."""


def due(scene: Scene, words: str) -> Reply:
    """/due, /due 周村, /due 下个月 区商务局: what is overdue, due this month and the next, by department."""
    today = scene.blank.as_of
    said, rest = days_said(words, today), without_days(words, today)
    places = regions_named(scene, rest)
    if without_places(rest, places):
        told = partial(_due_of, said=said)
        return of_department(scene, rest.strip(), f"due {said}".strip(), told)
    return _page(scene, Topic("".join(places) + said, listing=Listing.DUE))


def asked(scene: Scene) -> Reply | None:
    """本月哪些任务到期, 下个月区发改局有啥要交的, 逾期没有; after such a list 下个月呢, 财政局呢."""
    words, topic = scene.reading.question, scene.topic
    if len(words) > _LONGEST:
        return None
    named, places = named_department(scene), regions_named(scene, words)
    listed = topic is not None and topic.listing == Listing.DUE
    of_whom = bool(named and named.departments)
    turn = DueTurn(scene.blank.as_of, of_whom, bool(places), alone=topic is None, listed=listed)
    question = due_question(without_places(named.rest if named else words, places), turn)
    if question is None:
        return None
    if question.own and not of_whom:
        return replace(scene.blank, status=Status.CLARIFY, text=messages.WHOSE), scene.focus
    if named and of_whom and is_paid_by_people(words, named.departments[0][1]):
        return _owed(scene, named.departments[0][1], question.said)
    before = topic if topic and question.goes_on else Topic("")
    text = "".join(places or regions_named(scene, before.question))
    text += question.said or days_said(before.question, turn.today)
    department = named.departments[0] if named and of_whom else None if places else before.department
    return _page(scene, Topic(text, department=department, listing=Listing.DUE))


def _owed(scene: Scene, name: str, said: str) -> Reply:
    """下个月税务局有啥要交的: whom to ask, since whoever asks pays, and the words that list its own tasks."""
    own = messages.TASKS_SAID.format(name=name, days=said)
    lines = [
        messages.OWED.format(name=name),
        way_on(scene.reading.question, scene.assistant.helplines),
        messages.OWN_TASKS.format(name=name, said=own),
    ]
    offered = options((own,), OptionKind.SUGGESTION)
    answer = replace(scene.blank, status=Status.NOT_COVERED, text="\n".join(lines), options=offered)
    return answer, scene.focus


def tasks(scene: Scene, words: str) -> Reply:
    """/tasks 区大数据局: what a department has to do by a day that is printed."""
    return of_department(scene, words, "tasks", _tasks_of)


def next_page(scene: Scene, topic: Topic) -> Reply | None:
    """The tasks behind those that were listed; None where all were."""
    return _page(scene, topic) if topic.listed < len(_listed(scene, topic)) else None


def _due_of(scene: Scene, words: str, named: Named, said: str) -> Reply:
    return _page(scene, Topic(said, department=named, listing=Listing.DUE))


def _tasks_of(scene: Scene, words: str, named: Named) -> Reply:
    return _page(scene, Topic(words, department=named, listing=Listing.TASKS))


def _listed(scene: Scene, topic: Topic) -> Sequence[DueTask]:
    """All tasks of the list, in the order that they are told in."""
    catalog, window = scene.assistant.catalog, due_window(scene.blank.as_of)
    if topic.department and topic.listing == Listing.TASKS:
        return tasks_of(catalog, window, *topic.department)
    return _due_tasks(scene, topic, _span(scene, topic))


def _due_tasks(scene: Scene, topic: Topic, span: DueSpan | None) -> Sequence[DueTask]:
    window = due_window(scene.blank.as_of)
    found = tasks_due(scene.assistant.catalog, window, _regions(scene, topic), span)
    grouped = by_department(found)
    if topic.department:
        return grouped.get(topic.department, ())
    return [task for group in grouped.values() for task in group]


def _span(scene: Scene, topic: Topic) -> DueSpan | None:
    return due_span(topic.question, scene.blank.as_of)


def _regions(scene: Scene, topic: Topic) -> Sequence[str]:
    """Where: as the words or the department say, else where the asker is, else everywhere."""
    if topic.department:
        return (topic.department[0],)
    own = (scene.blank.region,) if scene.blank.region else tuple(scene.assistant.catalog.regions)
    return regions_named(scene, topic.question) or own


def _page(scene: Scene, topic: Topic) -> Reply:
    every = _listed(scene, topic)
    if not every:
        text = _nothing(scene, topic)
        offered = _offered(scene, topic, text)
        focus = scene.focus.turned_to(topic) if topic.listing == Listing.DUE else scene.focus
        return replace(scene.blank, status=Status.NOT_COVERED, text=text, options=offered), focus
    part = every[topic.listed : topic.listed + PAGE]
    listed = topic.listed + len(part)
    shown = tuple(dict.fromkeys(task.measure.id for task in part))
    head = () if topic.listed else _head(scene, topic, every)
    on = talk.LEDGER_ON if listed < len(every) else ""
    end = [plain(talk.LEDGER_LISTED.format(count=len(every), listed=listed) + on)]
    if topic.department and topic.listing == Listing.TASKS:
        end.append(plain(messages.TASKS_REST.format(name=topic.department[1])))
    blocks: list[Block] = [head, *_blocks(scene, topic, part), tuple(end)]
    moved = replace(topic, listed=listed).showing(shown)
    focus = scene.focus.staying(moved) if topic is scene.topic else scene.focus.turned_to(moved)
    measures = scene.assistant.quoted(scene.blank, scene.reading.question, shown)
    answer = answers.said(scene.blank, measures, blocks)
    offered = _offered(scene, topic, answer.text)
    return replace(answer, options=offered, more=talk.NEXT_SAID if on else ""), focus


def _head(scene: Scene, topic: Topic, every: Sequence[DueTask]) -> Block:
    times = Counter(task.time for task in every)
    if topic.department and topic.listing == Listing.TASKS:
        region, name = topic.department
        said = messages.TASKS_COUNTS.format(count=len(every), counts=_counts(times, messages.TASKS_COUNT))
        first = messages.TASKS_HEAD.format(name=name, region=region)
    else:
        span = _span(scene, topic)
        in_span = messages.IN_SPAN.format(span=_span_words(scene, span), count=len(every)) if span else ""
        said = messages.COUNTS.format(counts=in_span or _counts(times, messages.COUNT))
        day = chinese_date(scene.blank.as_of)
        first = messages.HEAD.format(regions=_name(scene, topic), day=day)
    past = [plain(messages.NOT_TOLD)] if times[DueTime.OVERDUE] else []
    beside = _beside(scene, topic, every)
    return (strong(first), plain(said), *past, *([plain(beside)] if beside else []))


def _span_words(scene: Scene, span: DueSpan) -> str:
    if span.first is None and span.last == scene.blank.as_of - timedelta(days=1):
        return messages.OVERDUE
    if span.first is None:
        return messages.UNTIL.format(last=chinese_date(span.last))
    if span.first >= span.last:
        return messages.ON.format(last=chinese_date(span.last))
    return messages.FROM_TO.format(first=chinese_date(span.first), last=chinese_date(span.last))


def _beside(scene: Scene, topic: Topic, every: Sequence[DueTask]) -> str:
    """How many tasks are overdue beside those of a span, and the words that list them; "" where none are."""
    if topic.listing != Listing.DUE or _span(scene, topic) is None:
        return ""
    overdue = [task for task in _due_tasks(scene, topic, None) if task.time is DueTime.OVERDUE]
    count = len({task.key for task in overdue} - {task.key for task in every})
    return messages.BESIDE.format(count=count, said=_overdue_said(scene, topic)) if count else ""


def _overdue_said(scene: Scene, topic: Topic) -> str:
    """The words that list what is overdue there."""
    places = "".join(regions_named(scene, topic.question))
    return messages.OVERDUE_SAID.format(name=topic.department[1] if topic.department else places)


def _offered(scene: Scene, topic: Topic, text: str) -> tuple[Option, ...]:
    """The same words to be chosen, where a text says them."""
    said = _overdue_said(scene, topic)
    return options((said,), OptionKind.SUGGESTION) if said in text else ()


def _name(scene: Scene, topic: Topic) -> str:
    """The department asked for, or else the places."""
    return topic.department[1] if topic.department else "、".join(_regions(scene, topic))


def _counts(times: Mapping[DueTime, int], forms: Mapping[str, str]) -> str:
    counted = ((form, times[DueTime(time)]) for time, form in forms.items())
    return "，".join(form.format(count=count) for form, count in counted if count)


def _blocks(scene: Scene, topic: Topic, part: Sequence[DueTask]) -> list[Block]:
    """The tasks with the department above each group, where there may be several."""
    blocks: list[Block] = []
    ordinal = topic.listed
    for (region, name), group in by_department(part).items():
        lines: list[Line] = []
        if topic.department is None:
            lines.append(strong(messages.DEPARTMENT.format(name=name or messages.NOBODY, region=region)))
        for task in group:
            ordinal += 1
            lines.append(plain(due_line(ordinal, task, scene.blank.as_of)))
        blocks.append(tuple(lines))
    return blocks


def _nothing(scene: Scene, topic: Topic) -> str:
    if topic.department and topic.listing == Listing.TASKS:
        return messages.TASKS_NONE.format(name=topic.department[1])
    span, beside = _span(scene, topic), _beside(scene, topic, ())
    when = _span_words(scene, span) if span else messages.DUE_SOON
    return messages.NONE.format(regions=_name(scene, topic), when=when) + (f"\n{beside}" if beside else "")
