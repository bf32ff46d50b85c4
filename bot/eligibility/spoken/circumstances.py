"""What a message tells of somebody, and what is left: figures, kinds of people, a household register."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.eligibility.quantity_names import Group, default_names
from bot.eligibility.spoken.asker_fact import AskerFact
from bot.eligibility.spoken.asker_facts import facts_of
from bot.eligibility.traits import Trait, default_traits
from corpus.extraction.quantities import quantities

_OF_PEOPLE = frozenset(
    ("户籍", "户籍性质", "自有住房", "第几套住房", "养老金", "失能程度", "文化程度", "就业", "独居", "机动车")
)
"""Traits of a person, beside those that make somebody one of a kind of people."""
_DISABILITY = "残疾类别"
_SETS_OF_PEOPLE = frozenset(("户籍", "孩次", "学历", _DISABILITY, ""))
_MATTERS = frozenset(("低保", "乡镇", "专精特新"))
"""Groups whose name is a matter by itself."""
_REGISTER = re.compile(r"(?:常住|城镇|农村|农业|集体)?(?:户口|户籍)(?![本簿证])|外地|本地|外省|外市|外来")
_PEOPLE = re.compile(
    r"乡下|城里|老(?:年)?人|老头|老太太?|残疾人|职工|工人|学生|儿童|妇女|居民|农民|村民|市民|军人|家属|家庭|个人|大人|小孩"
)
"""Kinds of people, whatever is asked of them."""
_ALIKE = (
    re.compile("老年?人|老头|老太|高龄"),
    re.compile("儿童|小孩|未成年"),
    re.compile("军人|当兵的"),
    re.compile("农民|村民|农村居民"),
)
"""What one kind of people is called, by somebody and in documents: 老人, 老年人."""
_KIN = re.compile(
    r"[俺我他她咱][爸妈爹娘哥姐弟妹家们]|老(?:伴|爹|娘|妈|爸)|爷俩|娘俩|两口子|婆婆|公公|岳[父母]|姥[姥爷]|姑姑|舅舅"
    r"|叔叔|大[爷娘姨]|儿子|女儿|闺女|孩子|娃娃?|孙[子女]|侄[子女]"
)
"""Whoever is told of, which says nothing of what he is."""
_FIGURE_OF = re.compile(
    r"(?:家庭|家里|人均|每人|每月|一?个?月|年|月)*"
    r"(?:收入|工资|退休金|养老金|存款|面积|年龄|岁数|工龄|等级|单[台价]|总额|一共|总共|人均|(?:住|交|缴|干|种|养|停|晚|过|开|做|用|买|装|上|退休|毕业|结婚|经营|营业)了?)[是有才]?"
)
"""What a figure is of."""
_OF_KIND = re.compile("(低保|五保|特困|低收入|脱贫)的(?=[呢吗咧吧不？?]|$)")
"""低保的呢 asks about 低保户."""
_BODY = re.compile("耳朵|眼睛|眼|腿脚|腿|胳膊|手|脑子|身体")
_LASTING = re.compile("[\u4e00-\u9fff]{1,3}$")
_TIMES = frozenset("年月日天")
_NOT = re.compile(r"(?:不是|没有?|不算|不属于)$")
_SUPPOSING = re.compile(r"^(?:那么?|要是|如果|假如|换成|换作|改成)(?=.)")
_WORD = re.compile("[\u4e00-\u9fff]{2,}")
_SENTENCE = re.compile("[。；\n]")


@dataclass(frozen=True, slots=True)
class ToldCircumstances:
    """What a message tells of somebody."""

    message: str
    """Without 那, 要是 in front."""
    told: tuple[str, ...]
    """Its words for that, in their order; empty where nothing but kin is told of."""
    rest: str
    """The message with a blank for each of them, and for kin."""
    kinds: tuple[tuple[Trait, str], ...]
    """The kinds of people, each a trait with its value."""
    figures: tuple[AskerFact, ...]
    bare: str = ""
    """The message with a blank for each figure and for kin: 能领高龄津贴吗 of 我妈85能领高龄津贴吗."""

    @property
    def is_kind(self) -> bool:
        """Whether no more is told than of which kind somebody is: no figure, no household register."""
        return bool(self.kinds) and not self.figures and not any(map(_REGISTER.search, self.told))

    def are_named_in(self, text: str) -> bool:
        """Whether a text names one of the kinds of people, or what is asked of registers or figures.

        Example: `五保户`, `特困人员由财政全额资助`; `收入3000`, `人均月收入低于2800元` -> True
        """
        if any(value == one.value for trait, value in self.kinds for one in trait.said(text)):
            return True
        printed = [one for trait, value in self.kinds for one in trait.wordings if value in one.allowed]
        if any(one.words.search(text) for one in printed):
            return True
        if any(group.is_said(self.message) and group.is_printed(text) for group in _groups_of_kinds()):
            return True
        if any(map(_REGISTER.search, self.told)) and _REGISTER.search(text):
            return True
        words = [word for told in self.told for word in _WORD.findall(told) if not _REGISTER.search(word)]
        if self.figures:
            each = _SENTENCE.split(text)
            return any(_measures(figure, words, sentence) for figure in self.figures for sentence in each)
        alike = (kind for kind in _ALIKE if any(map(kind.search, words)))
        return any(word in text for word in words) or any(kind.search(text) for kind in alike)


def circumstances_of(message: str, as_of: date) -> ToldCircumstances:
    """Reads a message.

    Example: `那我妈是低保户呢` -> 低保户, the rest `  是 呢`
    """
    message = _OF_KIND.sub(r"\1户", _SUPPOSING.sub("", message))
    figures = facts_of(message, as_of).figures
    placed = list(_placed(figures, message))
    told = _joined([*placed, *_kinds(message)])
    kin = [match.span() for pattern in (_KIN, _BODY) for match in pattern.finditer(message)]
    kinds = tuple(
        (trait, one.value) for trait in _traits() for one in trait.said(message) if not one.is_denied
    )
    words = tuple(message[start:stop] for start, stop in told)
    rest, bare = (_without(message, _joined([*spans, *kin])) for spans in (told, placed))
    return ToldCircumstances(message, words, rest, kinds, figures, bare)


def _without(message: str, spans: Sequence[tuple[int, int]]) -> str:
    """A message with a blank for each span, and for what denies it."""
    left, end = "", 0
    for start, stop in spans:
        left += _NOT.sub("", message[end:start]) + " "
        end = stop
    return left + message[end:]


def _measures(figure: AskerFact, words: Sequence[str], sentence: str) -> bool:
    """Whether a sentence prints a figure of the unit of one that is told, and the words of what it is of."""
    units = {one.unit for one in quantities(sentence)}
    if figure.unit in _TIMES:
        return not units.isdisjoint(_TIMES) and all(set(word) & set(sentence) for word in words)
    return figure.unit in units and all(word[-2:] in sentence for word in words)


def _traits() -> list[Trait]:
    return [one for one in default_traits() if one.is_membership or one.name in _OF_PEOPLE]


def _groups() -> list[Group]:
    return [
        group
        for group in default_names().groups
        if group.set in _SETS_OF_PEOPLE and group.printed not in _MATTERS
    ]


def _groups_of_kinds() -> list[Group]:
    """Those of which texts name all or none: the kinds of a disability."""
    return [group for group in _groups() if group.set == _DISABILITY]


def _placed(figures: Sequence[AskerFact], message: str) -> Iterator[tuple[int, int]]:
    """Each figure with the words in front of it that say of what it is."""
    for figure in figures:
        named = [match for match in _FIGURE_OF.finditer(message) if match.end() == figure.start]
        if not named and figure.unit in _TIMES and message[figure.end : figure.end + 1] == "了":
            named = list(_LASTING.finditer(message[: figure.start]))
        yield (named[0].start() if named else figure.start), figure.end


def _kinds(message: str) -> Iterator[tuple[int, int]]:
    for trait in _traits():
        yield from ((one.start, one.end) for one in trait.said(message))
    for pattern in (_REGISTER, _PEOPLE):
        yield from (match.span() for match in pattern.finditer(message))
    for group in _groups():
        for word in filter(message.__contains__, (group.printed, *group.also, *group.said)):
            yield from (match.span() for match in re.finditer(re.escape(word), message))


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in their order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        else:
            joined.append((start, stop))
    return joined
