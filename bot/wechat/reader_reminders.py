"""Reminders of people who are told with their next question, or sooner where that is allowed."""

from dataclasses import dataclass
from datetime import date

from bot.answer import Answer
from bot.messages import day_reminders as words
from bot.ports import LookUps
from bot.store import Store, reader_chat, unkept
from bot.unasked.reminding import Reminded, Reminding, may_be_reminded
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
        """(label, command) below an answer whose first measure has a day to remind of; else none."""
        if not answer.measures or not may_be_reminded(answer.measures[0], answer.as_of):
            return ()
        return ((words.ASK, f"{COMMAND} {answer.measures[0].id}"),)

    def asks_since(self, measure_id: str, since: date | None) -> bool:
        """Whether the person has to say from which day the working days of a measure count."""
        return self._reminding.asks_since(measure_id, since)

    def promised(
        self,
        person: str,
        measure_id: str,
        calendar: str = "",
        address: str = "",
        since: date | None = None,
    ) -> str:
        """Notes the days to come of a measure, or its working days since a day; what is said about it.

        `calendar` is where they are as a file for a calendar: a phone that rings by itself is surer.
        `address` is as whom the platform knows the person, sealed.
        """
        how = self._how()
        if calendar:
            calendar = f"{calendar}?since={since}" if since else calendar
            how = f"{how}\n{words.TO_CALENDAR.format(address=calendar)}"
        asker = Reminded(person, reader_chat(person), address=address)
        return self._reminding.promised(asker, measure_id, how, since)

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
