"""A property worked out once, without holding others up."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bot.conversation.once import Once


@dataclass(frozen=True)
class Asked:
    """Somebody who waits, while they work something out, until others do so too."""

    together: threading.Barrier

    @Once
    def answer(self):
        """The same object whenever it is asked for again."""
        self.together.wait(30)
        return object()


def test_it_is_worked_out_once_and_kept():
    """In a frozen class too."""
    asked = Asked(threading.Barrier(1))
    assert asked.answer is asked.answer


def test_two_people_work_theirs_out_at_the_same_time():
    """Neither waits for the other to have done: each goes on only once both have begun."""
    together = threading.Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda asked: asked.answer, [Asked(together), Asked(together)])
    assert first is not second


def test_the_class_itself_shows_what_it_says():
    """As functions do."""
    assert Asked.answer.__doc__ == "The same object whenever it is asked for again."
