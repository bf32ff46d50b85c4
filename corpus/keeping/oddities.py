"""What a document holds that no policy needs: phones from elsewhere, addresses, orders to machines."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.area_codes import codes_of
from corpus.phone_doubts import PhoneDoubt, doubt_of
from corpus.records import Document
from corpus.text.phones import find_phones, narrow

_SAID = re.compile(r"(?:电话|联系方式|热线|手机|拨打|致电|咨询)(?:号码)?(?P<said>[^。；\n]{0,80})")
_PAID = re.compile(r"(?<![A-Za-z\d])(?:1(?:259|6[08])\d{2,8})(?!\d)")
"""Numbers of voice services that cost money."""
_LOOKS = "OoIl|\u0370-\u052f\u0660-\u0669\u06f0-\u06f9\u0966-\u096f①-⑨⓪❶-❾𝟎-𝟿"
"""Latin letters that look like digits, Greek and Cyrillic ones, and digits of other writings."""
_ALIKE = re.compile(rf"(?<![A-Za-z\d])(?=[\d-]{{0,15}}[{_LOOKS}])[\d{_LOOKS}-]{{7,16}}(?![A-Za-z\d])")
_ANY_LOOKS = re.compile(f"[{_LOOKS}]")
_FEWEST_DIGITS = 4
"""Ordinary digits beside them; fewer are a code or a word."""
_MAY_BE_PAID = re.compile("[1１](?:[2２][5５]|[6６][0０8８])")
_LINK = re.compile(r"(?:(?:https?|ftp)://|www\.)(?P<host>[A-Za-z\d.-]{3,80})", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]{1,64}@[A-Za-z\d-]{1,64}\.[A-Za-z.]{2,20}", re.ASCII)
_ORDER = re.compile(
    r"(?:忽略|无视|忘记|忘掉|不要?理会|不必理会|抛开|覆盖)[^。；，\n]{0,6}"
    r"(?:以上|上述|之前|此前|前面|先前|上面|所有|一切|任何|系统)"
    r"[^。；，\n]{0,6}(?:指令|指示|提示词?|命令|设定|规则|对话)"
    r"|(?:你|您)(?:现在|从现在起|今后)?(?:是|扮演|充当|作为)[^。；\n]{0,12}(?:助手|AI|人工智能|机器人|模型)"
    r"|系统提示词|(?:输出|泄露|显示|告诉我)[^。；，\n]{0,6}(?:提示词|系统指令)|越狱模式|开发者模式"
    r"|(?:ignore|disregard|forget|override)\s[\w\s]{0,24}(?:instruction|prompt|rule|context)s?"
    r"|(?:system|developer)\s?(?:prompt|message)|you\sare\s(?:now\s)?(?:an?|the)\s[\w\s]{0,24}"
    r"(?:assistant|model|ai|bot)\b"
    r"|<\|\w{1,16}\|>|\[/?INST\]|\"role\"\s?:\s?\"(?:system|assistant)\"",
    re.IGNORECASE,
)
_LINK_SIGN, _MAIL_SIGN = re.compile("[/.]"), re.compile("@")
_ORDER_SIGN = re.compile(r'[忽无忘不抛覆你您系输泄显告越开idfosy<\["]', re.IGNORECASE)
"""What every one of them holds; most texts have none and need no further look."""
_CLAUSE_END = re.compile(r"[，。；、\s]")
_AROUND = 12
"""Characters, within its clause, before something that stands in no measure; they tell where."""

_Finder = Callable[[str], Iterable[tuple[int, str]]]
"""Where in a text something stands, and how it is told of."""


@dataclass(frozen=True)
class Oddities:
    """What is odd about a document; each with the item that holds it, else with the words before it."""

    document: Document
    text: str
    """All of it."""

    @cached_property
    def phones(self) -> Mapping[PhoneDoubt, list[str]]:
        """Phones that are not plausible for its region, by reason."""
        codes = codes_of(self.document.region)
        by_doubt: defaultdict[PhoneDoubt, list[str]] = defaultdict(list)
        for phone, told in self._located(_phones):
            doubt = doubt_of(phone, codes)
            if doubt is not None:
                by_doubt[doubt].append(told)
        for doubt, finder in ((PhoneDoubt.PREMIUM, _paid), (PhoneDoubt.ALIKE, _alike)):
            by_doubt[doubt].extend(told for _, told in self._located(finder))
        return by_doubt

    @property
    def links(self) -> list[str]:
        """The hosts of the addresses that it prints."""
        return [told for _, told in self._located(_matches(_LINK, _LINK_SIGN, "host"))]

    @property
    def mails(self) -> list[str]:
        """The e-mail addresses that it prints."""
        return [told for _, told in self._located(_matches(_MAIL, _MAIL_SIGN))]

    @property
    def orders(self) -> list[str]:
        """Words that command a machine that reads them."""
        return [told for _, told in self._located(_matches(_ORDER, _ORDER_SIGN))]

    def _located(self, finder: _Finder) -> Iterator[tuple[str, str]]:
        """What a finder finds, with its spot: once for each measure, and once in all outside of them."""
        known: set[str] = set()
        for measure in self.document.measures:
            inside = dict.fromkeys(found for _, found in finder(measure.text))
            known.update(inside)
            yield from ((found, f"{measure.item} {found}") for found in inside)
        for start, found in finder(self.text):
            if found not in known:
                known.add(found)
                before = _CLAUSE_END.split(self.text[max(0, start - _AROUND) : start])[-1]
                yield found, f"{before}{found}"


def _phones(text: str) -> Iterator[tuple[int, str]]:
    yield from ((phone.start, phone.number) for phone in find_phones(text))
    for said in _SAID.finditer(text):
        for phone in find_phones(said["said"], called_so=True):
            yield said.start("said") + phone.start, phone.number


def _paid(text: str) -> Iterator[tuple[int, str]]:
    for said in _SAID.finditer(text) if _MAY_BE_PAID.search(text) else ():
        for match in _PAID.finditer(narrow(said["said"])):
            yield said.start("said") + match.start(), match[0]


def _alike(text: str) -> Iterator[tuple[int, str]]:
    for match in _ALIKE.finditer(narrow(text)) if _ANY_LOOKS.search(text) else ():
        if sum(sign in "0123456789" for sign in match[0]) >= _FEWEST_DIGITS:
            yield match.start(), match[0]


def _matches(pattern: re.Pattern[str], sign: re.Pattern[str], group: str | int = 0) -> _Finder:
    """Finds what a pattern matches; `sign` is in every match."""

    def find(text: str) -> Iterator[tuple[int, str]]:
        for match in pattern.finditer(text) if sign.search(text) else ():
            yield match.start(), match[group]

    return find
