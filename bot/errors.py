"""What can go wrong at the edges of the bot.

- WenzhengError
    - BotError
        - SettingsError: the environment holds a value that cannot be used
        - UsageError: the command line asks for something that is not there
        - StoreError: the database cannot be opened, read or written
        - ChannelError: a channel (Telegram) cannot be reached or refuses the token
        - FetchError: an address of a site that is followed gives nothing
        - UnpublishedYearError: working days of a year that nobody can count yet
        - CallbackRefusedError: a call that WeChat or WeCom cannot have made
        - UnreachedError: the interface of a platform does not answer
        - PlatformRefusedError: WeChat or WeCom does not take a message
"""

from bot.messages import calendar
from corpus.errors import WenzhengError


class BotError(WenzhengError):
    """The bot cannot do what it was started for; the message is one line for the person at the keyboard."""


class SettingsError(BotError):
    """The environment holds a value that cannot be used."""


class UsageError(BotError):
    """The command line asks for something that is not there: a file, a document, a measure."""


class StoreError(BotError):
    """The database cannot be opened, read or written."""


class ChannelError(BotError):
    """A channel cannot be reached or refuses the token."""


class UnpublishedYearError(BotError):
    """Working days of a year cannot be counted: its holidays are not published yet, or not known here."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(calendar.UNPUBLISHED.format(year=year))


class FetchError(BotError):
    """An address of a site that is followed gives nothing that may be used."""

    def __init__(
        self, url: str, why: str, *, status: int = 0, over: bool = False, away: bool = False
    ) -> None:
        self.url = url
        self.why = why
        self.status = status
        """What the site answered; 0 where it did not."""
        self.over = over
        """Whether nothing more is to be fetched in this visit."""
        self.away = away
        """Whether the site did not answer, or could not."""
        super().__init__(f"{url}：{why}")
