"""Whether a message tells of danger or names a matter, by the signs of the tables."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.helplines.alarm import Alarm
from bot.helplines.signs import Sign, Signs, as_compared, units_of
from retrieval.text import shortened

_MAX_CHARS = 2000
"""Of a longer message the beginning and the end are read; no channel of people takes more."""
_MOST_NUMBERS = 3
"""Numbers that somebody is told at once; more are no help."""
_LEAST_TOLD = 8
"""Characters with which something can be told; less is a word or small talk."""
_GONE = "□"
"""What stands in place of words that only look like a danger."""
_A_NOT_A = re.compile(r"([^动]|[^,。]{2})[不没]\1")
"""Asks whether: 给不给, 合适不合适; not 动不动."""
_MARKED = re.compile(r"[^,。!?□]{3}\?")
"""A question mark behind words that are no cry for help."""
_POLICY = "policy"
"""The list of quieting words that an urgent word outweighs."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """A number that helps, by the name of those who answer it."""

    number: str
    name: str


@dataclass(frozen=True)
class Danger:
    """A danger somebody may be in, and how it is recognised."""

    name: str
    helplines: tuple[Helpline, ...]
    """The one to call first, first."""
    sentence: str
    sure: Signs
    """Signs that suffice, whatever is said about policies."""
    signs: Signs
    weak: Signs
    """Signs that suffice where the message also says that it is happening now."""
    stated: Signs
    """Signs that suffice where the message tells what happens and asks nothing but for help."""
    loose: Signs
    """Signs that suffice where the documents do not answer."""
    own: Signs
    """Stretches in which the writer tells of himself; none of the row's signs is sought in them."""
    quiet: tuple[str, ...]
    """The lists of words after which even sure signs mean no danger."""

    @cached_property
    def all_signs(self) -> frozenset[Sign]:
        """All by which it is recognised, however surely."""
        kinds = (self.sure, self.signs, self.weak, self.stated, self.loose)
        return frozenset(sign for signs in kinds for sign in signs.members)


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter that a question may be about, and whom to call about it."""

    name: str
    label: str
    """As it is said: 社保、就业."""
    helplines: tuple[Helpline, ...]
    words: Signs
    unless: Signs
    departments: tuple[str, ...]
    """Ends of the names of the departments that deal with it."""

    def words_in(self, question: str) -> tuple[str, ...]:
        """The words by which a question names the matter, the longest first; none where it does not.

        Of several as long the last comes first: what is asked stands at the end of a question.
        """
        text = self.unless.pattern.sub(_GONE, as_compared(question))
        named = [match for sign in self.words.members if (match := sign.pattern.search(text))]
        named.sort(key=lambda match: (len(match.group()), match.start()), reverse=True)
        return tuple(dict.fromkeys(match.group() for match in named))


@dataclass(frozen=True)
class Helplines:
    """All dangers and matters at one moment."""

    dangers: tuple[Danger, ...]
    """In the order in which they decide: the most pressing first."""
    matters: tuple[Matter, ...]
    look_alikes: Signs
    """Words that hold a sign and mean no danger: 着火点, 跳楼机."""
    quiet: Mapping[str, Signs]
    now: Signs
    urgent: Signs
    question: Signs
    """Words of a question about rules, prices, offices."""
    cry: Signs
    """Words of a question that asks for help: 怎么办, 要不要报警."""
    seeking: Signs
    """Words of a question that asks who comes, where to go or what it is: 找谁, 哪个科, 是不是中毒."""
    everyday: Signs
    """Words of errands, troubles with things and small talk, after which nothing alarms."""
    caution: tuple[Helpline, ...]
    """Whom to call where a message may tell of a danger."""

    def danger(self, message: str, *, unanswered: bool = False) -> Danger | None:
        """The danger that a message tells of; None where it tells of none.

        Where the documents have no answer to it, `unanswered`, fewer words suffice: nothing is lost then.

        Example: "厨房着火了" -> fire; "森林着火点怎么监测" -> None
        """
        text = as_compared(shortened(message, _MAX_CHARS))
        near = self._near(text)
        if not near:
            return None
        bare = self.look_alikes.pattern.sub(_GONE, text)
        told = {danger.name: _told(bare, near, danger) for danger in self.dangers}
        surely = [danger for danger in self.dangers if self._tells_of(bare, danger, told[danger.name])]
        if self._is_quiet(bare) or self._asks(bare):
            return _joined(surely)
        stated = [danger for danger in self.dangers if told[danger.name].intersection(danger.stated.members)]
        if surely or stated or not unanswered:
            return _joined([*surely, *stated])
        return next((row for row in self.dangers if told[row.name].intersection(row.loose.members)), None)

    def may_be_danger(self, message: str, sounds_alarming: Alarm) -> bool:
        """Whether a message that no row fits tells something alarming and asks nothing but for help.

        Example: "俺爹嘴角往一边斜" -> True; "章又没盖上，气死我了" -> False
        """
        text = self.look_alikes.pattern.sub(_GONE, as_compared(shortened(message, _MAX_CHARS)))
        if len(text) < _LEAST_TOLD or self._is_quiet(text) or self._asks(text):
            return False
        return not self._is_there(text, self.everyday) and sounds_alarming(text)

    def matters_of(self, question: str) -> Iterator[Matter]:
        """The matters that a question names, in the order of the table."""
        return (matter for matter in self.matters if matter.words_in(question))

    @cached_property
    def _by_anchor(self) -> Mapping[str, tuple[Sign, ...]]:
        """Anchor -> the signs of dangers that need it or one of its like."""
        found = defaultdict[str, list[Sign]](list)
        for danger in self.dangers:
            for sign in danger.all_signs:
                for anchor in sign.anchors:
                    found[anchor].append(sign)
        return {anchor: tuple(signs) for anchor, signs in found.items()}

    def _near(self, text: str) -> set[Sign]:
        """The signs that a text may have: most texts have none, and no pattern is tried on them."""
        by_anchor = self._by_anchor
        return {sign for unit in units_of(text) & by_anchor.keys() for sign in by_anchor[unit]}

    def _tells_of(self, text: str, danger: Danger, told: frozenset[Sign]) -> bool:
        """Whether a text with these signs of a danger tells of it.

        Beside a question about a rule a sign alone does not: it may be what the rule is about. Two tell.
        """
        if not told.isdisjoint(danger.sure.members) and not self._quieted(text, danger.quiet):
            return True
        happens = not told.isdisjoint(danger.signs.members)
        happens = happens or (not told.isdisjoint(danger.weak.members) and self._is_there(text, self.now))
        if not happens or self._is_quiet(text):
            return False
        return len(told.difference(danger.loose.members)) > 1 or not self._asks_about_a_rule(text)

    def _asks_about_a_rule(self, text: str) -> bool:
        """Whether a text asks what rules say and nothing in it presses; who comes, where to go is no rule."""
        return self._asks(self.seeking.pattern.sub(_GONE, text)) and not self._is_there(text, self.urgent)

    def _asks(self, text: str) -> bool:
        """Whether a text asks anything but for help."""
        asked = self.cry.pattern.sub(_GONE, text)
        return any(asks.search(asked) for asks in (_A_NOT_A, _MARKED)) or self._is_there(asked, self.question)

    def _is_quiet(self, text: str) -> bool:
        """Whether any list quiets a text; an urgent word outweighs those on policies."""
        outweighed = {_POLICY} if self._is_there(text, self.urgent) else set()
        return self._quieted(text, [name for name in self.quiet if name not in outweighed])

    def _quieted(self, text: str, lists: Sequence[str]) -> bool:
        """Whether words of one of these lists show that a policy, a tale or the past is spoken of."""
        return any(self._is_there(text, self.quiet[name]) for name in lists)

    @staticmethod
    def _is_there(text: str, signs: Signs) -> bool:
        return signs.pattern.search(text) is not None


def _told(text: str, near: Collection[Sign], danger: Danger) -> frozenset[Sign]:
    """The signs of a danger that a text has, of those that it may have."""
    others = danger.own.pattern.sub(_GONE, text)
    return frozenset(sign for sign in danger.all_signs.intersection(near) if sign.pattern.search(others))


def _joined(told: Sequence[Danger]) -> Danger | None:
    """The first of the dangers told, with whom to call first for each other one behind its own numbers.

    Example: robbery and an arm broken -> 110, 120
    """
    if not told:
        return None
    first = told[0]
    others = (danger.helplines[0] for danger in told[1:])
    return replace(first, helplines=tuple(dict.fromkeys((*first.helplines, *others)))[:_MOST_NUMBERS])
