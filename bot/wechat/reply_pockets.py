"""What each person may reply to by a number: the menu below the last reply, and what did not fit it."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.wechat.numbered_menu import NumberedMenu

_MOST = 10_000
"""People whose last reply is remembered; that of whoever was replied to longest ago goes first."""


@dataclass(frozen=True, slots=True)
class ReplyPocket:
    """What one person's last reply leaves open."""

    menu: NumberedMenu = field(default_factory=NumberedMenu)
    parts: tuple[str, ...] = ()
    """What follows the part shown."""


class ReplyPockets:
    """The last replies, by person. For one thread."""

    def __init__(self) -> None:
        self._pockets: OrderedDict[str, ReplyPocket] = OrderedDict()

    def emptied(self, person: str) -> ReplyPocket:
        """What the last reply to a person left open; from now on nothing is."""
        return self._pockets.pop(person, ReplyPocket())

    def filled(self, person: str, parts: Sequence[str], menu: NumberedMenu) -> str:
        """The first part of a reply; what follows it and its menu stay open until the person writes again."""
        shown, *following = parts
        if following or menu.says:
            self._pockets[person] = ReplyPocket(menu, tuple(following))
        while len(self._pockets) > _MOST:
            self._pockets.popitem(last=False)
        return shown
