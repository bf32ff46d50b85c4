"""Conversations: what a turn means in the light of earlier turns, and the answers to it."""

from bot.conversation.focus import Focus, from_data
from bot.conversation.hearing.phrases import make_ear
from bot.conversation.interviewing.choices import asker_kinds
from bot.conversation.sessions import IDLE_S, MAX_SESSIONS, MemorySessions, Sessions
from bot.conversation.talk import Talk

__all__ = [
    "IDLE_S",
    "MAX_SESSIONS",
    "Focus",
    "MemorySessions",
    "Sessions",
    "Talk",
    "asker_kinds",
    "from_data",
    "make_ear",
]
