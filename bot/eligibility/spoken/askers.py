"""What somebody who asks belongs to, as far as a stretch of a measure speaks of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bot.eligibility.quantity_names import Group, QuantityNames, names_undenied
from bot.eligibility.shared_words import pairs
from bot.eligibility.spoken.whose_figures import relative_asked_for
from corpus.text.numerals import UP_TO_99

_OLD = re.compile(r"更换(?=使用|已|旧|老|超|达)|旧|原来的|报废|转让|交[回售]|淘汰|拆除")
_NEW = re.compile(
    r"提(?=[台辆])|换(?!热|设备|证|使用|已|旧|老|超|达)|购|买|新[车购买的建造]|造[条艘]|更新(?=购置|一[台套批])"
)


_SEX = "性别"
_SEX_ALONE = re.compile(
    rf"(?:^|(?<=[我俺咱，,岁\d{UP_TO_99}]))[男女](?=[，,\d{UP_TO_99}]|今年|失业|下岗|退休|农村|城里|城镇|没工作|在家|$)"
)
"""我女46, 52岁男: a sex as people add it to an age."""


class Side(StrEnum):
    """Which of two things words are about, where one is given up for another."""

    OLD = "old"
    NEW = "new"


def swaps(text: str) -> bool:
    """Whether a text speaks of a thing given up and of one bought for it."""
    return bool(_OLD.search(text) and re.search("购|新车|新建", text))


def names_side(words: str) -> bool:
    """Whether words speak of giving something up, or of what is bought for it."""
    return bool(_OLD.search(words) or _NEW.search(words))


def side_at(text: str, offset: int) -> Side:
    """What the words at an offset are about: the last verb before them tells; the old thing comes first."""
    old = max((match.end() for match in _OLD.finditer(text, 0, offset)), default=0)
    new = max((match.end() for match in _NEW.finditer(text, 0, offset)), default=0)
    return Side.NEW if new > old else Side.OLD


@dataclass(frozen=True, slots=True)
class AskerGroups:
    """The groups that a question names, apart for the old and the new thing where there are two."""

    question: str
    names: QuantityNames

    def belongs(self, printed: str, side: Side | None = None, whole: str = "") -> bool | None:
        """Whether the asker is one of those that a text names; None where nothing is said of that.

        Only groups with rivals count: who is 硕士 is not 本科, but who is not called 退役军人 may be one.
        Where `whole`, the text of the measure, names no rival either, silence is no doubt.
        """
        answers = {self._of_set(groups, side) for groups in self._printed(printed).values()}
        if whole and all(len(groups) == 1 for groups in self._printed(whole).values()):
            answers.discard(None)
        return False if False in answers else None if None in answers else True

    def is_each(self, printed: str) -> bool | None:
        """Whether the asker says to be all that a text names without rivals: 独居, 退役军人."""
        answers = {
            True if group.is_said(self.question) else False if group.is_denied(self.question) else None
            for group in self.names.groups
            if not group.set and group.is_printed(printed)
        }
        return False if False in answers else None if None in answers else True

    def is_any(self, printed: str) -> bool | None:
        """Whether the asker is one of those of a list, with rivals or without."""
        named = [group for group in self.names.groups if group.is_printed(printed)]
        if any(group.is_said(self.question) for group in named):
            return True
        denied = named and all(group.is_denied(self.question) for group in named)
        return False if denied else None

    def names_any(self, printed: str) -> bool:
        """Whether a text of a document names any group."""
        return any(group.is_printed(printed) for group in self.names.groups)

    def ordinal(self, printed: str, count: int) -> int | None:
        """Which member of a list of `count` groups the asker is, from 0; None where that is not sure."""
        printed_at = {group.set + group.printed: group.offset(printed) for group in self.names.groups}
        listed = sorted(
            (group for group in self.names.groups if printed_at[group.set + group.printed] >= 0),
            key=lambda group: printed_at[group.set + group.printed],
        )
        mine = [position for position, group in enumerate(listed) if group.is_said(self.question)]
        return mine[0] if len(listed) == count and len(mine) == 1 else None

    def shares(self, words: str, text: str) -> bool:
        """Whether the question takes up words that stand only here in the text of the measure."""
        named = [group for group in self.names.groups if group.is_printed(words)]
        if named:
            return any(group.is_said(self.question) for group in named)
        rare = (pair for pair in pairs(words) if text.count(pair) <= 1)
        return any(names_undenied(self.question, pair) for pair in rare)

    def _printed(self, text: str) -> dict[str, list[Group]]:
        sets: dict[str, list[Group]] = {}
        higher = {name for group in self.names.groups if group.names_higher(text) for name in group.higher}
        for group in self.names.groups:
            if group.set and (group.printed in higher or group.is_printed(text)):
                sets.setdefault(group.set, []).append(group)
        return sets

    def _of_set(self, printed: list[Group], side: Side | None) -> bool | None:
        words = "，".join(self.words(side)) if printed[0].set != _SEX else self._of_sex()
        if any(group.is_said(words) for group in printed):
            return True
        rivals = [group for group in self.names.groups if group.set == printed[0].set]
        if any(group.is_said(words) for group in rivals) or all(g.is_denied(words) for g in printed):
            return False
        return None

    def _of_sex(self) -> str:
        """Words that tell the sex of whom the question asks for: a relative's name, or the question."""
        relative = relative_asked_for(self.question)
        return f"我{relative}" if relative else _SEX_ALONE.sub(r"\g<0>的", self.question)

    def words(self, side: Side | None) -> Iterator[str]:
        """The stretches of the question that are about a side."""
        if side is None:
            yield self.question
            return
        verbs = [m.start() for pattern in (_OLD, _NEW) for m in pattern.finditer(self.question)]
        for start, end in pairwise(sorted({0, *verbs, len(self.question)})):
            if side_at(self.question, end) is side:
                yield self.question[start:end]
