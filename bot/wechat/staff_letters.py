"""What people leave for the staff, and the replies, which they read with their next message."""

from dataclasses import dataclass
from datetime import datetime

from bot.china_time import CHINA
from bot.errors import StoreError
from bot.helplines import danger_blocks
from bot.messages import telegram as chat_words
from bot.messages import wechat as words
from bot.ports import LookUps
from bot.rendering import render_text, staff_reply
from bot.store import WEB_CHAT, Letter, Store, unkept
from corpus.text.unprinted import visible


@dataclass(frozen=True, slots=True)
class StaffLetters:
    """The letters of people whom the bot cannot write to unasked."""

    store: Store
    look_ups: LookUps
    sends: bool = False
    """Whether a reply is also sent, where the platform allows it."""

    def left(self, person: str, text: str, update: int) -> str:
        """Leaves words for the staff; in danger the number to call comes first."""
        text = visible(text).strip()
        if not text:
            return chat_words.LEAVE_EMPTY
        danger = self.look_ups.danger(text)
        number = self.store.desk.leave(person, WEB_CHAT, text, update=update)
        said = (words.LEFT_SENDS if self.sends else words.LEFT).format(id=number)
        return f"{render_text.join(danger_blocks(danger))}\n\n{said}" if danger else said

    def arrived(self, person: str) -> tuple[str, ...]:
        """The replies that the person has not read yet, oldest first; from now on they have."""
        new = [letter for letter in self.store.desk.replies(person)[::-1] if not letter.delivered]
        for letter in new:
            with unkept("delivery"):
                self.store.desk.delivered(letter.id)
        return tuple(told(letter, self.look_ups) for letter in new)

    def forgotten(self, person: str) -> str:
        """Removes everything of the person, or says that it is still there."""
        try:
            self.store.forget(person)
        except StoreError:
            return chat_words.NOT_FORGOTTEN
        return chat_words.FORGOTTEN


def told(letter: Letter, look_ups: LookUps) -> str:
    """A reply of the staff as its person reads it."""
    day = datetime.fromtimestamp(letter.replied, CHINA).date() if letter.replied else None
    danger = look_ups.danger(letter.text) is not None
    said = letter.text, letter.reply or "", letter.department, day, letter.approved_by
    return staff_reply(*said, danger=danger)
