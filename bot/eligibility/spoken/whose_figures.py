"""Whose figures count where a question speaks of several people: those of whom it asks for."""

import re
from collections.abc import Iterable

from bot.eligibility.quantity_names import DATE
from bot.eligibility.spoken.asker_fact import AskerFact
from bot.eligibility.spoken.kin import RELATIVE

_AGE = "岁"
_SOMEBODY = re.compile(
    rf"(?P<relative>{RELATIVE})|(?P<they>[他她])(?!们)|(?:[我俺咱](?:们|家)?|自己|本人)(?!的?(?:{RELATIVE}))"
)
_STRANGER = re.compile(
    r"邻居|隔壁|[表堂我俺][哥弟姐妹]|[叔舅姑姨]|师[傅父]|老板|东家|别[人家]|人家(?!里)|同事|(?<![男女])朋友|亲戚|同学|老乡|[老小][\u4e00-\u9fff](?=[家的流种养开办建买招])"
    r"|[\u4e00-\u9fff](?:师傅|老板|大[哥姐]|书记)"
)
_OWN = re.compile(rf"(?:[我俺咱](?:们|家|自己)?|自己|本人)(?!的?(?:{RELATIVE}|{_STRANGER.pattern}))")
_FOR = re.compile(rf"(?:替|帮|代|给|为)[我俺咱]?(?:{RELATIVE}|[他她](?!们))")
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")
_ASKS = re.compile(
    r"(?:能|可以|够|行|中|符合|算).*(?:吗|么|不|没|吧|呢|多少|几)|[能领]不|能.*$|(?:吗|么|嘛)$"
)
_WONDERS = re.compile(r"[我俺咱](?:就|想|来)*(?:问|打听|咨询|了解|看)(?:问|听|看)?(?:一?下)?")
_FOR_ME = re.compile(r"(?:给|替|帮|为|跟|对)[我俺咱](?=[当做作办申报领签担])")
"""能给我当共同借款人吗 asks for him who is to do it."""
_ALONE = re.compile(rf"[我俺咱](?!们|家|这|的?(?:{RELATIVE}))")
_ALL = re.compile("都|俩|两个人?|两口|他们|她们|分别|各")
_SELF = "我"


def of_applicant(question: str, figures: Iterable[AskerFact]) -> tuple[AskerFact, ...]:
    """The figures without those of others.

    A stranger's do not count where the asker goes on to speak of himself, a relative's not beside one of his
    own that measures the same; of ages only those of a relative count whom the question asks for.

    Example: `我今年75，我老伴82，他能领吗` -> 82; `邻居种了300亩，我种了30亩` -> 30亩
    """
    applicant = _applicant(question)
    told = tuple(f for f in figures if not _is_strangers(question, f, applicant))
    if applicant in (None, _SELF):
        own = {f.unit for f in told if _namer(question, f) == _SELF}
        return tuple(f for f in told if f.unit not in own or _namer(question, f) in (_SELF, None))
    return tuple(f for f in told if not _is_age(f) or _last_named(question[: f.start]) in (applicant, None))


def relative_asked_for(question: str) -> str:
    """The relative whom a question asks for, or of whom alone it speaks; empty where it is the asker."""
    applicant = _applicant(question)
    named = [match.group() for match in _SOMEBODY.finditer(question)]
    if applicant is None and len(set(named)) == 1 and re.fullmatch(RELATIVE, named[0]):
        return named[0]
    return "" if applicant in (None, _SELF) else str(applicant)


def asks_for_all(question: str) -> bool:
    """Whether the asking clause names nobody, or says that it is of all who were named: 都能领吗."""
    asking = [clause for clause in _CLAUSE.findall(question) if _ASKS.search(clause)]
    return bool(asking) and (bool(_ALL.search(asking[-1])) or _applicant(question) is None)


def is_told_of_applicant(question: str, start: int, end: int) -> bool:
    """Whether the clause at [start, end) names nobody else than whom the question asks for.

    Example: of `我儿子住养老院` in `俺爹80，我儿子住养老院，俺爹能领不` -> False
    """
    namer, applicant = _last_named(question[start:end]), _applicant(question)
    return namer is None or applicant in (None, namer)


def is_told_of_another(question: str, start: int, end: int) -> bool:
    """Whether the clause at [start, end) names somebody, and others are named of whom the question may be.

    Example: of `我妈户口在周村` in `我妈户口在周村，我82了，能领吗` -> True
    """
    namer, applicant = _last_named(question[start:end]), _applicant(question)
    if namer is None or namer == applicant:
        return False
    others = {_last_named(clause) for clause in _CLAUSE.findall(question[:start] + question[end:])}
    return applicant is not None or bool(others - {None, namer})


def is_of_relative(question: str, figure: AskerFact) -> bool:
    """Whether a figure is told of a relative by somebody who asks for himself alone.

    Example: `俺闺女毕业才1年，我申毕业年限够吧` -> True; `老伴75了，我们家能装吗` -> False
    """
    namer = _namer(question, figure)
    asking = [clause for clause in _CLAUSE.findall(question) if _ASKS.search(clause)]
    asked = _FOR_ME.sub("", _WONDERS.sub("", asking[-1])) if asking else ""
    alone = bool(_ALONE.search(asked) and not _FOR.search(asking[-1]))
    return alone and namer not in (None, _SELF) and _applicant(question) == _SELF


def _is_strangers(question: str, figure: AskerFact, applicant: str | None) -> bool:
    """Whether a clause tells a figure of a stranger, and a later one speaks of the asker."""
    words = _words_before(question, figure)
    if applicant not in (None, _SELF) and _last_named(words) == applicant:
        return False
    named = [*_STRANGER.finditer(words)]
    if not named or _OWN.search(words[named[-1].end() :]):
        return False
    _, mark, rest = question[figure.end :].partition("，")
    return bool(mark and _OWN.search(rest))


def _namer(question: str, figure: AskerFact) -> str | None:
    """Of whom the clause of a figure tells it; None where it names nobody."""
    return _last_named(_words_before(question, figure))


def _words_before(question: str, figure: AskerFact) -> str:
    """The words of its clause in front of a figure."""
    return question[: figure.start].rpartition("，")[2]


def _is_age(figure: AskerFact) -> bool:
    return figure.unit == _AGE or (figure.unit == DATE and "生" in figure.near)


def _applicant(question: str) -> str | None:
    """For whom the last asking clause asks: a relative, `我`; None where it names nobody."""
    asking = [clause for clause in _CLAUSE.finditer(question) if _ASKS.search(clause.group())]
    if not asking:
        return None
    words = _FOR_ME.sub("", _WONDERS.sub("", asking[-1].group()))
    named = _FOR.search(words) or _SOMEBODY.search(words)
    return _name(named.group(), question[: asking[-1].start()]) if named else None


def _last_named(words: str) -> str | None:
    """Who is spoken of last in some words; None where nobody is."""
    named = [*_SOMEBODY.finditer(words)]
    return _name(named[-1].group(), words[: named[-1].start()]) if named else None


def _name(words: str, before: str) -> str | None:
    """One name for somebody; 他 is the relative spoken of last."""
    match = _SOMEBODY.search(words)
    if match is None or match["relative"]:
        return match and match["relative"]
    relatives = re.findall(RELATIVE, before)
    return (relatives[-1] if relatives else None) if match["they"] else _SELF
