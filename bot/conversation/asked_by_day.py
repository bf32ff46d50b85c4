"""What a chronicle tells of a day: 2021年6月8日市政府做了什么."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer import Status
from bot.answering import matter_named
from bot.conversation.focus import Topic
from bot.conversation.nearness import coverage, first
from bot.conversation.scene import Reply, Scene
from bot.messages import talk as messages
from corpus.records import Document, ItemReason, Measure
from corpus.text.numerals import UP_TO_99, whole_number
from retrieval.question import asks_for_annals
from retrieval.text import plain

_MOST = 5
"""So many entries of a day are shown."""
_DAY = re.compile(
    rf"(?:(?P<year>20\d\d)年)?(?P<month>\d{{1,2}}|[{UP_TO_99}]{{1,2}})月(?P<day>\d{{1,2}}|[{UP_TO_99}]{{1,3}})[日号]"
)
_EVENT = re.compile(r"大事|要闻|会议|出席|参加|研究了|讲了?话")
_MONTH = re.compile(r"(?P<year>20\d\d)年(?P<month>\d{1,2})月")
_DAYS_OF_ENTRY = re.compile(r"(?P<first>\d{1,2})(?:[—–-](?P<last>\d{1,2}))?日")


@dataclass(frozen=True, slots=True)
class _AskedDay:
    """A day that a question names, and the question without it; the year is None where it names none."""

    year: int | None
    month: int
    day: int
    rest: str


def chronicled(scene: Scene) -> Reply | None:
    """The entries of the day that a question on events names, those with its words first; that there is none.

    Another day of the chronicle never stands in for it.
    """
    asked = _asked(plain(scene.reading.question))
    if asked is None:
        return None
    chronicle = _chronicle(scene, asked)
    if chronicle is None:
        return _none_of_month(scene, asked)
    entries = [one for one in chronicle.measures if _tells_of(one, asked.day)]
    if not entries:
        text = messages.NO_SUCH_DAY.format(
            title=chronicle.title,
            day=f"{asked.month}月{asked.day}日",
            days="、".join(_days(chronicle.measures)),
        )
        return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus
    matter = [matter_named(asked.rest, scene.places)]
    ids = [one.id for one in sorted(entries, key=lambda one: -coverage(matter, one.text))][:_MOST]
    question = scene.reading.question
    return scene.assistant.answered(scene.blank, question, ids), scene.focus.turned_to(
        Topic(question).showing(ids)
    )


def _none_of_month(scene: Scene, asked: _AskedDay) -> Reply | None:
    """That no chronicle of that month is at hand, where the search finds one of another month or place."""
    near = first(scene.finding)
    if near is None or scene.assistant.catalog.measure(near).reason is not ItemReason.ENTRY:
        return None
    year = f"{asked.year}年" if asked.year else ""
    text = messages.NO_CHRONICLE.format(day=f"{year}{asked.month}月{asked.day}日")
    return replace(scene.blank, status=Status.NOT_COVERED, text=text), scene.focus


def _asked(question: str) -> _AskedDay | None:
    """The day of a question on events; None where it names none, or a day of something else."""
    day = _DAY.search("".join(question.split()))
    if day is None:
        return None
    rest = f"{day.string[: day.start()]}{day.string[day.end() :]}"
    month, number = whole_number(day["month"]), whole_number(day["day"])
    if month is None or number is None or not (asks_for_annals(rest) or _EVENT.search(rest)):
        return None
    return _AskedDay(int(day["year"]) if day["year"] else None, month, number, rest)


def _chronicle(scene: Scene, asked: _AskedDay) -> Document | None:
    """The chronicle of the month, where the asker is or means; the newest where no year is named."""
    wanted = scene.query.regions or ((scene.blank.region,) if scene.blank.region else ())
    held = []
    for document in scene.assistant.catalog.documents:
        month = _MONTH.search("".join(document.title.split()))
        if month is None or (wanted and document.region not in wanted):
            continue
        of_month = int(month["month"]) == asked.month and asked.year in (None, int(month["year"]))
        if of_month and any(one.reason is ItemReason.ENTRY for one in document.measures):
            held.append((int(month["year"]), document))
    return max(held, key=lambda one: one[0])[1] if held and not scene.query.elsewhere else None


def _tells_of(entry: Measure, day: int) -> bool:
    """Whether an entry is of a day, or of days around it: `23—24日`."""
    days = _DAYS_OF_ENTRY.match(entry.item)
    return days is not None and int(days["first"]) <= day <= int(days["last"] or days["first"])


def _days(entries: Sequence[Measure]) -> list[str]:
    """The days that entries are of, as printed, each once."""
    labels = (_DAYS_OF_ENTRY.match(one.item) for one in entries)
    return list(dict.fromkeys(label[0] for label in labels if label))
