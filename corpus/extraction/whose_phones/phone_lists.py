"""Lists of phones whose lines need the words above them: a title such as 联系电话, or a name."""

import re
from collections.abc import Iterator

from corpus.extraction.naming.printed_desks import desk_on_line, governing
from corpus.text.markers import find_marker
from corpus.text.person_names import is_person

CALLED_FOR = r"(?:联系|联络|咨询|服务|办公|受理|值班|政策|业务|客服|预约|报名|申报|技术|统一|公开|对外)"
"""What a phone is for, as its label says, as a pattern without groups."""
_TITLE = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,10}}联系人员?[及和与、])?(?P<label>{CALLED_FOR}{{1,4}}(?:电话|热线|专线|方式))"
)
_PEOPLE = re.compile(r"(?:[\u4e00-\u9fff]{0,10}联系人员?)[及和与、](?:电话|手机)")
"""Who answers, with the phone. Example: `联系人及电话：`."""
_CALLED = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:电话|热线|专线|联系方式)[：:][\s\d（）()、，,；/—-]{7,}(?:[（(][^（）()]{2,8}[）)])?"
)
"""A line of a label and its phones: what is printed below it without a label goes on with them."""
_SERVICES = re.compile(rf"{CALLED_FOR}{{2,5}}[：:]")
"""What people may ask, above those who answer. Example: `政策业务咨询服务：`."""
_USUAL_LABEL = "联系电话"
_NAME_ABOVE = re.compile(r"(?:[\u4e00-\u9fff]{2,10}[：:])?(?P<name>[\u4e00-\u9fff]{2,4})")
"""Whom the phone on the next line of such a list is of. Example: `保险服务：林青` above `5550108`."""
_NAME_ALONE = re.compile(r"[\u4e00-\u9fff]{2,20}[：:]\s*")
"""A name that a colon ends. Example: `清河区：` above `5550111`."""
_PERSON_FIRST = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})\s*[（(：:]?(?=\d{7})")
"""Somebody before the phone, below a name that a colon ends. Example: `林青（5550101）`."""
_OPENS_PHONE = frozenset("0123456789（(")
_LONGEST = 40
"""Characters of a line of a list that is not its first."""
_FOR_COMPLAINTS = re.compile(r"\s*(?:举报|投诉|监督)[\u4e00-\u9fff]{0,6}\s*[：:]")
"""A line of phones for complaints; names and phones right below it without a label go on with them."""
_SAYS_CALL = re.compile("电话|热线|专线|咨询|联系|。")
_FIGURE = re.compile(r"\d{3}")


def listed_lines(text: str) -> Iterator[tuple[str, str] | None]:
    """Each line of a text with the line above it; None for a line without figures.

    A line that needs the words above it stands behind them, and nothing above it.

    Example: `咨询电话`, `林青5550108` -> None, (``, `咨询电话：林青5550108`)
    """
    title = name = above = ""
    first = goes_on = complaints = False
    for line in text.split("\n"):
        opens = bool(_FOR_COMPLAINTS.match(line))
        complaints = complaints and not opens and not _SAYS_CALL.search(line)
        called = bool(_FIGURE.search(line)) and not complaints
        complaints = complaints or opens
        listed = bool(title) and called and (first or len(line) <= _LONGEST)
        if goes_on and called and line[:1] in _OPENS_PHONE and len(line) <= _LONGEST:
            title, listed = title or _USUAL_LABEL, True
        named = _NAME_ABOVE.fullmatch("".join(line.split())) if title and not called else None
        alone = called and line[:1] in _OPENS_PHONE and bool(_name_on(above))
        staffed = called and _is_staffed(above, line)
        before = f"{title}：{name}" if listed and not (alone or staffed) else f"{_name_on(above)}："
        before = before.replace("：", "，") if staffed else before
        whole = listed or alone or staffed
        yield (("", before + line) if whole else (above, line)) if called else None
        name = named["name"] if named and is_person(named["name"]) else ""
        goes_on = bool(_CALLED.fullmatch(line.strip())) or (goes_on and listed)
        heading = _title_of(line)
        if heading or not (listed or name):
            title = heading
        first, above = bool(heading), governing(above, line)


def _is_staffed(above: str, line: str) -> bool:
    """Whether a line says who answers at the desk that the line above names.

    Example: `县指挥部物资保障组：` above `林青（5550101）` -> True
    """
    somebody = _PERSON_FIRST.match(line)
    named = somebody and is_person(somebody["name"]) and _name_on(above)
    return bool(named) and not _title_of(above)


def _name_on(line: str) -> str:
    """The name that is all that a line says: with a colon, or that of a desk, as in a table; else empty.

    Example: `清河区：` -> `清河区`; `办事大厅窗口电话` -> `办事大厅窗口`
    """
    if _NAME_ALONE.fullmatch(line):
        return line.rstrip(" ：:")
    desk = desk_on_line(line)
    return desk.department + (desk.office or "") if desk else ""


def _title_of(line: str) -> str:
    """The label that a line gives to the phones below it; empty where it announces none.

    Example: `（三）联系人及咨询电话` -> `咨询电话`; `政策咨询服务：` -> `联系电话`
    """
    label = find_marker(line)
    words = "".join(line[label.end if label else 0 :].split()).strip("【】·")
    heading = _TITLE.fullmatch(words.strip("：:"))
    people = _PEOPLE.fullmatch(words.strip("：:"))
    return heading["label"] if heading else (_USUAL_LABEL if people or _SERVICES.fullmatch(words) else "")
