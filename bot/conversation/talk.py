"""The assistant in conversation: every turn is read in the light of what was said before."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer, Ask
from bot.answering import Assistant, read
from bot.conversation.focus import Focus
from bot.conversation.hearing.followups import without_turning
from bot.conversation.hearing.phrases import Ear, unheard
from bot.conversation.scene import Scene, Step
from bot.conversation.sessions import Sessions
from bot.conversation.steps import STEPS


class Talk:
    """Answers turns of conversations; never raises on what people type."""

    def __init__(
        self,
        assistant: Assistant,
        sessions: Sessions,
        ear: Ear = unheard,
        steps: Sequence[Step] = STEPS,
    ) -> None:
        """The last step must answer every turn."""
        self.assistant = assistant
        self._sessions = sessions
        self._ear = ear
        self._steps = steps

    def ask(self, ask: Ask) -> Answer:
        """The answer to one turn; without a session the question is answered on its own."""
        focus = self._sessions.load(ask.session) if ask.session else Focus()
        typed = read(ask.question)
        reading = replace(typed, question=without_turning(typed.question))
        blank = self.assistant.blank(ask, reading)
        blank = replace(blank, region=focus.region or blank.region)
        scene = Scene(self.assistant, reading, blank, focus, self._ear, turns_away=reading != typed)
        answer, after = next(reply for step in self._steps if (reply := step(scene)) is not None)
        if ask.session and after != focus:
            self._sessions.save(ask.session, after)
        return answer
