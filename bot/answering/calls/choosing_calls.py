"""Which of the phones that a document prints answers a question about whom to call."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from bot.answering.calls.firms import is_firm
from bot.answering.calls.printed_calls import PrintedCall
from bot.answering.wording.rare_words import without_bodies
from corpus.text.bodies import is_body
from corpus.text.han_pairs import pairs_of

_KIND = re.compile(r"哪一?个?(?P<kind>科|股|处|所|站|室|[大中]队|窗口|部(?!门))")
"""What kind of office is asked for. Example: `问哪个股`."""
_GENERAL = re.compile(r"咨询|联系人|联系电话|未尽事宜|具体问题|政策|解释|执行中")
"""What stands with a phone for all questions about a document."""
_ASKING = re.compile(r"咨询|未尽事宜|具体问题")
"""What stands with the phone for questions where others serve a duty of their own: 拨付, 联系电话."""
_STEM = re.compile(
    r"[\u4e00-\u9fff]{2,5}(?=所$|站$|街道办事处$|街道$|社区$|镇人民政府$|镇政府$|镇$|乡$|办事处$)"
)
_HOLLOW = re.compile("服务|管理|中心|办公|联系|咨询|电话")
"""Words of many bodies, which name none."""
_PLACE_LEVEL = re.compile(r"街道|社区|[镇乡村]")

Owner = tuple[str, str | None]
"""A body and an office of it."""


def of_closest(calls: Iterable[PrintedCall], measure: str, sentences: Sequence[str]) -> list[PrintedCall]:
    """The phones that stand in these sentences of a measure; those for complaints only where all are."""
    said = "".join("".join(words.split()) for words in sentences)
    here = [call for call in calls if call.measure == measure and call.phone in said]
    return [call for call in here if not call.complaint] or here


def of_owners(calls: Iterable[PrintedCall], owners: Collection[Owner]) -> list[PrintedCall]:
    """The phones of these offices, or of these bodies where no office is named."""
    return [call for call in calls if any(_is_of(call, *owner) for owner in owners)]


def of_kind(calls: Sequence[PrintedCall], question: str) -> list[PrintedCall]:
    """The one phone of an office of the kind that a question asks for. Example: `哪个股` -> 优抚褒扬股."""
    asked = _KIND.search(question)
    if asked is None:
        return []
    fitting = [call for call in calls if (call.office or call.department).endswith(asked["kind"])]
    return fitting if len(fitting) == 1 else []


def of_matter(calls: Sequence[PrintedCall], words: str, title: str, least: int = 1) -> list[PrintedCall]:
    """The phone whose own words share most with what is asked; none where that leaves two.

    Words that several phones have, or that the title of the document has, tell nothing; `least` is how many
    pairs of characters must be shared. Where the title names the matters of several phones (招生和校车) one
    of its words is enough.
    """
    own = [pairs_of(_matter(call)) for call in calls]
    titled, telling = pairs_of(title), pairs_of(words)
    if _names_several(titled, own):
        least = 1
    else:
        telling -= titled
    shares = [
        len({pair for pair in pairs & telling if sum(pair in other for other in own) == 1}) for pairs in own
    ]
    best = max(shares, default=0)
    chosen = [call for call, share in zip(calls, shares, strict=True) if share == best]
    return chosen if best >= least and len(chosen) == 1 else []


def _names_several(titled: frozenset[str], own: Sequence[frozenset[str]]) -> bool:
    """Whether at least two phones have words of a title that no other phone has."""
    return sum(any(sum(p in other for other in own) == 1 for p in pairs & titled) for pairs in own) > 1


def of_name(calls: Sequence[PrintedCall], question: str, title: str) -> list[PrintedCall]:
    """The phones of the one of several firms and shops whose name, as far as it is its own, is asked for.

    Words that another of them has, or whose characters the title of the document has, are nobody's own.

    Example: 青禾顺达车行, 青禾飞跃车行 for `飞跃的电话` -> the second
    """
    shops = (name for call in calls if (name := call.department) and (is_firm(name) or not is_body(name)))
    names = dict.fromkeys(shops)
    asked = {pair for pair in pairs_of(question) if not set(pair) <= set(title)}
    meant = [
        name
        for name in names
        if asked & pairs_of(name).difference(*(pairs_of(other) for other in names if other != name))
    ]
    return [call for call in calls if call.department in meant] if len(meant) == 1 else []


def general(calls: Iterable[PrintedCall]) -> list[PrintedCall]:
    """The phone for all questions about the document; none where several bodies have one.

    Example: `县民政局社会救助科咨询电话：…；县财政局联系电话：…` -> 社会救助科
    """
    fitting = [call for call in calls if _GENERAL.search(_matter(call))]
    asking = [call for call in fitting if _ASKING.search(call.words)]
    return next((chosen for chosen in (fitting, asking) if len(_offices(chosen)) == 1), [])


def _offices(calls: Iterable[PrintedCall]) -> set[tuple[str, str | None]]:
    return {(call.department, call.office) for call in calls}


def of_place(calls: Sequence[PrintedCall], question: str) -> list[PrintedCall]:
    """Of phones that a list gives for each place, that of the place which a question names.

    Example: 南关所, 北坛所 for `北坛那边` -> 北坛所; 王村社区 for `王村镇的医保` -> none
    """
    stems = [(call, match.group()) for call in calls if (match := _STEM.match(call.department))]
    return [call for call, stem in stems if _names_place(question, stem, call.department)]


def of_body_beside(calls: Sequence[PrintedCall], question: str) -> list[PrintedCall]:
    """Of the phones of a row of several bodies, that of the one which a question names beside another.

    Example: 城南社区, 和顺物业 for `城南社区物业电话` -> 和顺物业; for `城南社区电话` -> 城南社区
    """
    bodies = dict.fromkeys(call.department for call in calls if call.department)
    whole = [body for body in bodies if body in question]
    left = question
    for body in whole:
        left = left.replace(body, "，")
    left = _HOLLOW.sub("，", left)
    others = [body for body in bodies if body not in whole and pairs_of(body) & pairs_of(left)]
    meant = others if len(others) == 1 else whole
    return [call for call in calls if call.department in meant] if len(meant) == 1 < len(bodies) else []


def _names_place(question: str, stem: str, body: str) -> bool:
    """Whether a question names a place by its stem, with the level that the body has if with any."""
    for match in re.finditer(re.escape(stem), question):
        level = _PLACE_LEVEL.match(question, match.end())
        if level is None or body.startswith(stem + level.group()):
            return True
    return False


def first_that_chooses(choices: Iterable[Callable[[], list[PrintedCall]]]) -> list[PrintedCall]:
    """What the first of several ways of choosing chooses."""
    return next((chosen for choose in choices if (chosen := choose())), [])


def _is_of(call: PrintedCall, department: str, office: str | None) -> bool:
    if office:
        return office in (call.office, call.department)
    names = sorted((call.department, department), key=len)
    return bool(names[0]) and names[1].endswith(names[0])


def _matter(call: PrintedCall) -> str:
    firm = call.department if is_firm(call.department) else ""
    words = without_bodies(call.words.replace(firm, "，") if firm else call.words)
    return words.replace(call.office, "，") if call.office else words
