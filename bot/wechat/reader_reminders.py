"""Reminders of people who are told with their next question, or sooner where that is allowed."""

from dataclasses import dataclass

from bot.answer import Answer
from bot.messages import day_reminders as words
from bot.ports import LookUps
from bot.reminding import Reminded, Reminding
from bot.rendering import days_to_come
from bot.store import Store, reader_chat, unkept
from bot.wechat.platform_accounts import ChatPlatform

COMMAND = "/remind"


@dataclass(frozen=True, slots=True)
class ReaderReminders:
    """The reminders of people whom the bot cannot write to at will."""

    store: Store
    look_ups: LookUps
    platform: ChatPlatform
    sends: bool = False
    """Whether a reminder is also sent, where the platform allows it."""

    def offered(self, answer: Answer) -> tuple[tuple[str, str], ...]:
        """(label, command) below an answer whose first measure has a day to come; else none."""
        if not answer.measures or not days_to_come(answer.measures[0], answer.as_of):
            return ()
        return ((words.ASK, f"{COMMAND} {answer.measures[0].id}"),)

    def promised(self, person: str, measure_id: str, calendar: str = "", address: str = "") -> str:
        """Notes the days to come of a measure; what is said about it.

        `calendar` is where they are as a file for a calendar: a phone that rings by itself is surer.
        `address` is as whom the platform knows the person, sealed.
        """
        how = self._how()
        if calendar:
            how = f"{how}\n{words.TO_CALENDAR.format(address=calendar)}"
        asker = Reminded(person, reader_chat(person), address=address)
        return self._reminding.promised(asker, measure_id, how)

    def arrived(self, person: str) -> tuple[str, ...]:
        """What a person is to be told now; from now on they know it."""
        told = []
        for reminder in self._reminding.waiting(reader_chat(person)):
            told.append(self._reminding.text(reminder))
            with unkept("reminder"):
                self.store.reminders.told(reminder.id)
        return tuple(told)

    @property
    def _reminding(self) -> Reminding:
        return Reminding(self.store, self.look_ups)

    def _how(self) -> str:
        """How the person will be told, and why not otherwise."""
        if not self.sends:
            return words.ONLY_REPLIES
        return words.SENDS if self.platform is ChatPlatform.WECOM else words.LATELY_ONLY
