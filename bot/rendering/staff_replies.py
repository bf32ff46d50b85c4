"""A reply of the staff as it is read in a chat."""

from datetime import date

from bot.messages import telegram as words
from bot.rendering.signatures import reply_signature


def staff_reply(
    left: str, reply: str, department: str, replied: date | None, approved_by: str, *, danger: bool
) -> str:
    """What was left for the staff, as its beginning, and the reply: whose, approved by whom, of which day.

    Words that tell of a danger are not repeated: whoever shares the device would read them.
    """
    signature = reply_signature(department, replied, approved_by)
    if danger:
        return words.REPLIED_UNQUOTED.format(reply=reply, signature=signature)
    return words.REPLIED.format(text=left[: words.SHORT_QUOTE], reply=reply, signature=signature)
