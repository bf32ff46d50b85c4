"""What a turn asks the time of: 几天回信, 多久来人, 有效期几年; and the sentences that print such a time."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from retrieval.question import Point, points_asked, prints_point
from retrieval.text import plain

SPANS_FILE = Path(__file__).with_name("spans.toml")
_LONG = re.compile(
    r"[多几]少?(?:个?工作日|个?小时|[天日年周]|个?月(?!份))|多(?:久|长时间?|少时间|大会儿)|什么时候|啥时候|何时"
)
_UNITS = (
    (re.compile("[几多]少?个?小时"), re.compile("小时|分钟")),
    (re.compile("[几多]少?(?:天|日|个?工作日)"), re.compile("[天日]|小时")),
    (re.compile("[几多]少?个?月"), re.compile("月")),
    (re.compile("[几多]少?年"), re.compile("年")),
)
"""The unit that is asked in, and the units of what may be told."""
_WITHIN = re.compile("之内|以内|[久间天日月年时]内")
_LIMITED = re.compile(r"\d\s*个?(?:工作日|[天日月年]|小时)(?:之内|以内|内)")
"""What ends a time within which something is asked for: 当场 does not."""
_LITTLE = re.compile(
    r"[一-鿿]?(?:能|会|要|得|可以|快|就|才|给|那|的|了|呢|啊|吧|吗|不|没|我|你|俺|们|人|家|他|之?[内前后])|[还最长多少钱上下里]"
)


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that takes time."""

    asked: re.Pattern[str]
    said: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class AskedSpan:
    """A time that a turn asks for."""

    question: str
    events: tuple[_Event, ...]

    def is_printed_in(self, sentence: str) -> bool:
        """Whether a sentence prints a time, in the unit asked for, of one of the events.

        Example: `几天回信`, `10个工作日内答复` -> True; `多久来人`, `10个工作日内答复` -> False
        """
        words = plain("".join(sentence.split()))
        if not prints_point(Point.SPAN, words):
            return False
        fits = all(told.search(words) for unit, told in _UNITS if unit.search(self.question))
        fits = fits and (not _WITHIN.search(self.question) or bool(_LIMITED.search(words)))
        return fits and any(event.said.search(words) for event in self.events)


def asked_span(question: str) -> AskedSpan | None:
    """What a turn asks the time of; None where it asks for none, or says more than what takes it."""
    question = question.removeprefix("那")  # 那几天 are days, in front of a turn it goes on.
    if Point.SPAN not in points_asked(question):
        return None
    events = tuple(event for event in _events() if event.asked.search(_LONG.sub(" ", question)))
    return AskedSpan(question, events) if events else None


def named_beside(question: str) -> str:
    """What a turn names beside a time and what takes it. Example: `粪坑多久来抽` -> `粪坑抽`."""
    left = _LONG.sub(" ", question)
    for event in _events():
        left = event.asked.sub(" ", left)
    return "".join(re.findall("[\u4e00-\u9fff]+", _LITTLE.sub(" ", left)))


@lru_cache(maxsize=1)
def _events() -> Sequence[_Event]:
    rows = tomllib.loads(SPANS_FILE.read_text(encoding="utf-8"))
    return tuple(
        _Event(re.compile("|".join(row["asked"])), re.compile("|".join(row["said"]))) for row in rows.values()
    )
