"""The assistant in conversation: every turn is read against what was said before."""

from dataclasses import replace

from bot import messages as common
from bot.answer import Answer, Ask, Status
from bot.answering.assistant import Assistant
from bot.answering.reading import read
from bot.conversation import (
    choosing,
    department_talk,
    fields,
    interview,
    lookups,
    matters,
    navigation,
    region_talk,
)
from bot.conversation.focus import Focus
from bot.conversation.followups import is_reset, without_turning
from bot.conversation.phrases import Ear, Manner, unheard
from bot.conversation.scene import Reply, Scene, Step
from bot.conversation.sessions import Sessions
from bot.messages import talk as messages

_LISTENING = 0.7
"""A message this likely to be a sign of listening is one."""


def reset(scene: Scene) -> Reply | None:
    """/reset: the conversation begins anew."""
    if not is_reset(scene.reading.question):
        return None
    text = common.with_examples(messages.RESET)
    return replace(scene.blank, status=Status.CHAT, text=text), Focus()


def without_search(scene: Scene) -> Reply | None:
    """Greetings, thanks and what cannot be read change nothing."""
    answer = scene.assistant.without_search(scene.blank, scene.reading)
    return (answer, scene.focus) if answer else None


def listening(scene: Scene) -> Reply | None:
    """哦哦这样, 厉害了谢谢: phrased as a sign of listening or as thanks after an answer."""
    if scene.topic is None or not scene.words.content or scene.sense.chance(Manner.CHAT) < _LISTENING:
        return None
    text = common.with_examples(common.THANKS)
    return replace(scene.blank, status=Status.CHAT, text=text), scene.focus


STEPS: tuple[Step, ...] = (
    reset,
    interview.goes_on,
    interview.begin,
    lookups.command,
    lookups.human,
    navigation.nth,
    without_search,
    listening,
    department_talk.phone_owner,
    lookups.more_listed,
    lookups.whole_document,
    region_talk.at_home,
    department_talk.phones,
    department_talk.duties,
    department_talk.of_year,
    department_talk.own_phones,
    choosing.unsettled,
    choosing.settled,
    matters.completed,
    navigation.rejected,
    region_talk.other_place,
    region_talk.other_year,
    navigation.previous,
    navigation.closer,
    navigation.more,
    navigation.back,
    navigation.recalled,
    fields.field,
    fields.nothing_new,
    fields.counts,
    matters.matter,
    matters.plain,
)
"""Tried in order; the first that answers decides."""


class Talk:
    """Answers turns of conversations; never raises on what people type."""

    def __init__(self, assistant: Assistant, sessions: Sessions, ear: Ear = unheard) -> None:
        self.assistant = assistant
        self._sessions = sessions
        self._ear = ear

    def ask(self, ask: Ask) -> Answer:
        """The answer to one turn; without a session to a question on its own."""
        focus = self._sessions.load(ask.session) if ask.session else Focus()
        typed = read(ask.question)
        reading = replace(typed, question=without_turning(typed.question))
        blank = self.assistant.blank(ask, reading)
        blank = replace(blank, region=focus.region or blank.region)
        scene = Scene(self.assistant, reading, blank, focus, self._ear, turns_away=reading != typed)
        answer, after = next(reply for step in STEPS if (reply := step(scene)) is not None)
        if ask.session and after != focus:
            self._sessions.save(ask.session, after)
        return answer
