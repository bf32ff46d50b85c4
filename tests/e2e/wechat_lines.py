"""An account of WeChat or WeCom with a bot behind it, for tests of both."""

from contextlib import contextmanager

from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from tests.e2e.lines import LINES
from tests.e2e.running import real_assistant

ME = "oyORnuP8q7ou2gfYjqLzSIWZf0rs"


def conversation():
    """Over a small library."""
    return Talk(real_assistant(), MemorySessions())


@contextmanager
def opened(inner, name="wechat", **settings):
    """The platform's end of an account, and the store behind it."""
    with LINES[name](inner, **settings) as line:
        yield line.stand_in, line.store
