"""Whose age counts where a question speaks of several people: that of the relative whom it asks for."""

import re
from collections.abc import Iterable

from bot.eligibility.asker_facts import AskerFact
from bot.eligibility.quantity_names import DATE

_AGE = "岁"
_RELATIVE = (
    r"老伴儿?|爱人|媳妇|老婆|老公|对象|丈夫|妻子|[男女]朋友|岳[父母]|丈母娘|公公|婆婆|外[公婆]|姥[姥爷]|爷爷?|奶奶?"
    r"|父亲|母亲|爸爸?|妈妈?|爹|娘(?!家)|儿子|闺女|女儿|孩子|娃|孙[子女]|[哥姐弟妹叔姨舅姑]+|邻居|朋友|同事"
)
_SOMEBODY = re.compile(
    rf"(?P<relative>{_RELATIVE})|(?P<they>[他她])(?!们)|(?:[我俺咱](?:们|家)?|自己|本人)(?!的?(?:{_RELATIVE}))"
)
_FOR = re.compile(rf"(?:替|帮|代|给|为)[我俺咱]?(?:{_RELATIVE}|[他她](?!们))")
_CLAUSE = re.compile(r"[^，。；！？,;!?\n]+")
_ASKS = re.compile(r"(?:能|可以|够|行|中|符合|算).*(?:吗|么|不|没|吧|呢|多少|几)|[能领]不|能.*$")
_WONDERS = re.compile(r"[我俺咱](?:就|想|来)*(?:问|打听|咨询|了解|看)(?:问|听|看)?(?:一?下)?")
_SELF = "我"


def of_applicant(question: str, figures: Iterable[AskerFact]) -> tuple[AskerFact, ...]:
    """The figures without the ages of others, where the question asks for somebody beside the asker.

    Example: `我今年75，我老伴82，他能领吗` -> 82; `我75，我老伴能领吗` -> no age
    """
    applicant = _applicant(question)
    told = tuple(figures)
    if applicant in (None, _SELF):
        return told
    return tuple(f for f in told if not _is_age(f) or _last_named(question[: f.start]) in (applicant, None))


def _is_age(figure: AskerFact) -> bool:
    return figure.unit == _AGE or (figure.unit == DATE and "生" in figure.near)


def _applicant(question: str) -> str | None:
    """For whom the last asking clause asks: a relative, `我`; None where it names nobody."""
    asking = [clause for clause in _CLAUSE.finditer(question) if _ASKS.search(clause.group())]
    if not asking:
        return None
    words = _WONDERS.sub("", asking[-1].group())
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
    relatives = re.findall(_RELATIVE, before)
    return (relatives[-1] if relatives else None) if match["they"] else _SELF
