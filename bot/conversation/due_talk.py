"""/due and /tasks: what is due, and the deadlines of one department, a page at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answer import Status
from bot.conversation import answers
from bot.conversation.department_lookup import Named, of_department, regions_named, without_places
from bot.conversation.focus import Listing, Topic
from bot.conversation.scene import Reply, Scene
from bot.due import DueTask, DueTime, by_department, due_line, due_window, tasks_due, tasks_of
from bot.layout import Block, Line, plain, strong
from bot.messages import chinese_date, talk
from bot.messages import due as messages

PAGE = 10
"""Tasks in one reply."""


def due(scene: Scene, words: str) -> Reply:
    """/due, /due 周村, /due 区商务局: what is overdue, due this month and the next, by department."""
    if without_places(words, regions_named(scene, words)):
        return of_department(scene, words, "due", _due_of)
    return _page(scene, Topic(words, listing=Listing.DUE))


def tasks(scene: Scene, words: str) -> Reply:
    """/tasks 区大数据局: what a department has to do by a day that is printed."""
    return of_department(scene, words, "tasks", _tasks_of)


def next_page(scene: Scene, topic: Topic) -> Reply | None:
    """The tasks behind those that were listed; None where all were."""
    return _page(scene, topic) if topic.listed < len(_listed(scene, topic)) else None


def _due_of(scene: Scene, words: str, named: Named) -> Reply:
    return _page(scene, Topic(words, department=named, listing=Listing.DUE))


def _tasks_of(scene: Scene, words: str, named: Named) -> Reply:
    return _page(scene, Topic(words, department=named, listing=Listing.TASKS))


def _listed(scene: Scene, topic: Topic) -> Sequence[DueTask]:
    """All tasks of the list, in the order that they are told in."""
    catalog, window = scene.assistant.catalog, due_window(scene.blank.as_of)
    if topic.department and topic.listing == Listing.TASKS:
        return tasks_of(catalog, window, *topic.department)
    found = tasks_due(catalog, window, _regions(scene, topic))
    grouped = by_department(found)
    if topic.department:
        return grouped.get(topic.department, ())
    return [task for group in grouped.values() for task in group]


def _regions(scene: Scene, topic: Topic) -> Sequence[str]:
    """Where: as the words or the department say, else where the asker is, else everywhere."""
    if topic.department:
        return (topic.department[0],)
    own = (scene.blank.region,) if scene.blank.region else tuple(scene.assistant.catalog.regions)
    return regions_named(scene, topic.question) or own


def _page(scene: Scene, topic: Topic) -> Reply:
    every = _listed(scene, topic)
    if not every:
        return replace(scene.blank, status=Status.NOT_COVERED, text=_nothing(scene, topic)), scene.focus
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
    return replace(answers.said(scene.blank, measures, blocks), more=talk.NEXT_SAID if on else ""), focus


def _head(scene: Scene, topic: Topic, every: Sequence[DueTask]) -> Block:
    times = Counter(task.time for task in every)
    if topic.department and topic.listing == Listing.TASKS:
        region, name = topic.department
        said = messages.TASKS_COUNTS.format(count=len(every), counts=_counts(times, messages.TASKS_COUNT))
        first = messages.TASKS_HEAD.format(name=name, region=region)
    else:
        said = messages.COUNTS.format(counts=_counts(times, messages.COUNT))
        day = chinese_date(scene.blank.as_of)
        first = messages.HEAD.format(regions="、".join(_regions(scene, topic)), day=day)
    past = [plain(messages.NOT_TOLD)] if times[DueTime.OVERDUE] else []
    return (strong(first), plain(said), *past)


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
    name = topic.department[1] if topic.department else "、".join(_regions(scene, topic))
    return messages.NONE.format(regions=name)
