"""Names and phones side by side, without a word as 电话 between: 北郊镇人社所：6560123, 高新科5820679."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.printed_desks import CalledDesk, desk_on_line, desk_with_person, named_desk
from corpus.text.bodies import is_utility
from corpus.text.person_names import is_person
from corpus.text.phones import PrintedPhone, find_phones

_NAMED = re.compile(
    r"(?:^|[。；，、：（]|(?<=[\d）]))"
    r"(?P<name>[\u4e00-\u9fff]{2,24}(?:（[\u4e00-\u9fff]{2,12}）(?=：))?)"
    r"(?P<person>，[\u4e00-\u9fff]{2,4})?[：，]?(?=（?\d)"
)
"""A name and the first figure behind it; somebody may stand between: `（保护处，蔺青，5550101）`."""
_BEHIND = re.compile(r"（(?!(?:[城老]镇|[\u4e00-\u9fff]{0,2}[市城]区)）)(?P<words>[\u4e00-\u9fff，]{2,24})）")
"""Whose a phone is may stand behind it, which 城镇 does not say. Example: `6195003（区应急局）`."""
_STAFF = re.compile(
    r"(?:^|[：；，、])(?P<person>[\u4e00-\u9fff]{2,4})（(?P<desk>[\u4e00-\u9fff]{2,16})）[，：]?(?=（?\d)"
    r"|由(?P<answers>(?:(?!会同|联合|配合|[和与及])[\u4e00-\u9fff]){2,20}?)(?:负责)?(?:解答|受理|答复|办理|接听|处理|提供)"
    r"[^，。；（]{0,8}(?:（|，(?:联系|咨询)?电话：?)(?=（?\d)"
)
_BODY_BEFORE = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,20})（$")
_REMARK = re.compile(r"（[^（）\d]{1,12}）[、，；/和]?")
_COMPLAINTS = re.compile(
    r"(?:举报|投诉|监督)(?!管理)[\u4e00-\u9fff]{0,5}：(?P<said>(?:(?!(?:咨询|联系|服务|办公|受理)[\u4e00-\u9fff]{0,4}：)[^。])*)"
)
"""A label for complaints with what it announces. Example: `举报电话：县农业农村局5550199`."""
_LONGEST_RUN = 80
"""Characters behind a name that its phones may take: five of them."""
_MARKS = "，、；：/（） "


def phones_behind_names(words: Words) -> Iterator[tuple[CalledDesk, str]]:
    """The phones of a line that bodies stand before; with a colon, or in a row, districts and offices too.

    Those behind a label for complaints are none.

    Example: `北郊镇人社所：6560123；清河区：6062345` -> one phone for each
    """
    row = _is_row(words)
    aside = _for_complaints(words)
    for match in _NAMED.finditer(words.norm):
        colon = words.norm[match.end() - 1] == "："
        listed = row or colon or bool(match["person"]) or is_utility(match["name"])
        desk = desk_with_person(match["name"] + (match["person"] or ""), listed=listed)
        if desk is None or any(start <= match.start("name") < end for start, end in aside):
            continue
        desk = _within_body_before(desk, words.norm[: match.start("name")])
        behind = words[match.end() : match.end() + _LONGEST_RUN]
        phones = find_phones(behind.raw, called_so=listed)
        if phones and not behind.norm[: phones[0].start].strip("（"):
            yield from ((desk, phone.text) for phone in run_of(behind, phones))


def _within_body_before(desk: CalledDesk, before: str) -> CalledDesk:
    """The desk; an office in a bracket is one of the body before it: `县医院（儿科，5550101）`."""
    opened = _BODY_BEFORE.search(before) if not desk.department else None
    body = named_desk(opened["name"], listed=False) if opened else None
    return desk.of(body.department) if body else desk


def desk_behind(words: Words, end: int) -> tuple[CalledDesk, int] | None:
    """Whom the bracket behind a phone that ends at `end` names, and where it ends; None where nobody.

    Example: `5550101（县人社局就业股）` -> 县人社局, 就业股
    """
    behind = _BEHIND.match(words.norm, end)
    desk = desk_with_person(behind["words"]) if behind else None
    return (desk, behind.end()) if behind and desk else None


def phones_before_names(words: Words) -> Iterator[tuple[CalledDesk, str]]:
    """The phones of a line with whom the brackets behind them name; not those for complaints."""
    aside = _for_complaints(words)
    for phone in find_phones(words.raw, called_so=True):
        named = desk_behind(words, phone.end)
        if named and not any(start <= phone.start < end for start, end in aside):
            yield named[0], phone.text


def phones_of_staff(words: Words) -> Iterator[tuple[CalledDesk, str]]:
    """The phones of a line that somebody at a desk, or the desk that answers, stands right before.

    Example: `林青（学生资助科），5550101`, `政策由农机股解答（5550102）` -> both
    """
    for match in _STAFF.finditer(words.norm):
        desk = named_desk(match["desk"] or match["answers"])
        person = match["person"]
        if desk is None or (person and not is_person(person)):
            continue
        behind = words[match.end() : match.end() + _LONGEST_RUN]
        phones = find_phones(behind.raw, called_so=True)
        if phones and phones[0].start <= 1:
            yield from ((replace(desk, person=person), phone.text) for phone in run_of(behind, phones))


def run_of(words: Words, phones: Sequence[PrintedPhone]) -> Iterator[PrintedPhone]:
    """The first phone, and those behind it that only a mark or a remark parts from the one before.

    Example: `6155968（城市低保）、6155969（农村低保）` -> both
    """
    end = phones[0].end
    for phone in phones:
        if phone.start > end + 1 and not _REMARK.fullmatch(words.norm, end, phone.start):
            return
        end = phone.end
        yield phone


def _for_complaints(words: Words) -> list[tuple[int, int]]:
    """Where what labels for complaints announce stands."""
    return [match.span("said") for match in _COMPLAINTS.finditer(words.norm)]


def _is_row(words: Words) -> bool:
    """Whether a line only says who has which phone, for what. Example: `高新科5820679、农业科5820676`."""
    end, names = 0, []
    for phone in find_phones(words.raw):
        names.append(words.norm[end : phone.start].strip(_MARKS).rpartition("：")[2])
        end = phone.end
    rest = words.norm[end:].rstrip("。").strip(_MARKS)
    ended = not rest or is_person(rest) or desk_on_line(rest) is not None
    return ended and bool(names and names[0]) and all(desk_with_person(name) for name in names if name)
