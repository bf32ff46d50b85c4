"""Menus by numbers, in place of buttons: `2` says what stands behind the 2."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer import Answer, OptionKind, Status
from bot.messages import telegram as chat_words
from bot.messages import wechat as words

_NUMBERED = re.compile(r"^(\d{1,2})\. ?(.*)$", re.MULTILINE)
_TYPED = re.compile(r"(?:回复|选)?([0-9]{1,2})[.。、号)）]?")


@dataclass(frozen=True, slots=True)
class NumberedMenu:
    """What may be chosen below a reply."""

    lines: str = ""
    """As shown; empty where there is nothing to choose, or the reply itself numbers it."""
    says: tuple[tuple[int, str], ...] = ()
    """(number, what choosing it says)."""

    def chosen(self, typed: str) -> str:
        """What was chosen with the words typed: a number of the menu, or what is written behind it.

        The same words where that is neither. Example: "２。" -> what stands behind 2
        """
        number = _TYPED.fullmatch(unicodedata.normalize("NFKC", typed).strip())
        written = {label.strip(): int(figure) for figure, label in _NUMBERED.findall(self.lines)}
        chosen = int(number[1]) if number else written.get(typed.strip(), 0)
        return dict(self.says).get(chosen, typed)

    def command(self, name: str) -> str:
        """The first choice that is a command of that name; "" where none is."""
        return next((said for _, said in self.says if said.partition(" ")[0] == name), "")


def menu_of(
    answer: Answer, text: str, leave: str = "", of_first: Sequence[tuple[str, str]] = ()
) -> NumberedMenu:
    """The menu below an answer whose words are `text`.

    What `text` itself numbers, and measures that are chosen by their ordinals, are understood by the
    conversation and keep their numbers; the menu goes on behind them. With `leave`, a command, a refused
    question can be left for the staff; `of_first` are the (label, command) of what can be had of the first
    measure of an answer.
    """
    numbers = {label.strip(): int(number) for number, label in _NUMBERED.findall(text)}
    offered = [
        (option.label, option.says)
        for option in answer.options
        if option.kind is not OptionKind.ORDINAL and option.label not in numbers
    ]
    if answer.status is Status.NOT_COVERED:
        # A refusal names its own in words.
        offered = [(chat_words.LEAVE, leave)] if leave and not answer.danger else []
    if answer.more:
        offered.append((chat_words.NEXT_PAGE, answer.more))
    if answer.status is Status.ANSWERED and not answer.danger:
        offered += of_first
    first = max((*numbers.values(), len(answer.measures)), default=0) + 1
    says = tuple((number, said) for number, (_, said) in enumerate(offered, first))
    lines = [
        words.MENU_ENTRY.format(number=number, label=label)
        for number, (label, _) in enumerate(offered, first)
    ]
    return NumberedMenu("\n".join((words.MENU_HEAD, *lines)) if lines else "", says)
