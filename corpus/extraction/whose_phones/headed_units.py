"""Phones of a text that opens with whom it is about: 县图书馆：周一闭馆。服务台5550101，技术支持5550102."""

import re
from collections.abc import Collection, Iterator

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.printed_desks import CalledDesk
from corpus.text.bodies import district_of, is_body, is_district, is_utility, is_vague
from corpus.text.labels import LABEL
from corpus.text.markers import find_marker
from corpus.text.phones import find_phones

_HEAD = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,20}(?:（[\u4e00-\u9fff]{2,12}）)?)：(?!（?\d{3})")
_HOUSE = re.compile(
    r"(?![各本该我全])[\u4e00-\u9fff]{0,18}(?:[动植]物园|(?<=[\u4e00-\u9fff]{2})(?:公园|乐园|景区|馆|剧院|影院|医院|[小中大]学|学校|幼儿园|公司|银行))"
)
"""Houses that are open to all, and firms. Example: `人民公园`."""
_LEVEL = re.compile(r"[省市州县区旗镇乡]")
_OF_WHOLE = re.compile(r"[局厅委会院馆园]$|公司$|政府$|集团$|联$|学$|校$|银行$|[支分]行$")
"""How bodies end that are no part of another."""
_PART = re.compile(r"[\u4e00-\u9fff]{2,14}")
_CALLING = re.compile(
    r"(?:的|联系|咨询|服务)*(?:电话|热线|专线|手机|联系方式)(?:号码)?(?:是|为)?$|^(?:拨打|致电|联系|请拨打|详询)+"
)
_ASIDE = re.compile(r"举报|投诉|监督|传真|邮编|邮箱|QQ|群")
_MARKS = re.compile("[，。；、：（）]")
_HOTLINES = re.compile(r"12345|1[12]\d")


def head_of(line: str) -> str:
    """The one that a line is about, which it opens with before a colon; empty where it does not.

    Example: `一、县图书馆：周一闭馆。` -> `县图书馆`; `咨询部门：县民政局` -> ``
    """
    marker = find_marker(line)
    words = Words.of(line[marker.end if marker else 0 :])
    opened = _HEAD.match(words.norm)
    name = opened["name"] if opened else ""
    known = is_body(name) or is_utility(name) or _HOUSE.fullmatch(name)
    return name if known and not (LABEL.fullmatch(f"{name}：") or is_vague(name) or _is_part(name)) else ""


def as_part(desk: CalledDesk, head: str) -> CalledDesk:
    """The desk; one that is called as parts of a body are belongs to the head of its text.

    Example: `培训部` of `县文化馆` -> 县文化馆, 培训部; `县残联` -> itself
    """
    if not head or desk.department == head or not _is_part(desk.department):
        return desk
    return CalledDesk(head, desk.department, desk.person)


def phones_of_head(words: Words, head: str, known: Collection[str]) -> Iterator[tuple[CalledDesk, str]]:
    """The phones of a line that are not `known` to be somebody's, as those of its head.

    What stands right before a phone says which desk of it answers; those for complaints are left out, and
    those behind the name of another body.
    """
    end = 0
    for phone in find_phones(words.raw, called_so=True):
        said = _MARKS.split(words.norm[end : phone.start].rstrip("：（，"))[-1]
        sentence = re.split("[。；]", words.norm[end : phone.start])[-1]
        end = phone.end
        if phone.text in known or _ASIDE.search(said) or _HOTLINES.fullmatch(phone.text):
            continue
        desk = _CALLING.sub("", said)
        if not desk or not _PART.fullmatch(desk):
            desk = ""
        elif not _is_part(desk) and (is_body(desk) or is_district(desk)):
            continue
        if _ASIDE.search(sentence):
            continue
        yield CalledDesk(head, desk or None), phone.text


def _is_part(name: str) -> bool:
    """Whether a name says neither a place nor a level and does not end as whole bodies do: `培训部`."""
    placed = _LEVEL.match(name) or district_of(name) or is_district(name)
    return bool(name) and not (placed or is_utility(name) or _OF_WHOLE.search(name))
