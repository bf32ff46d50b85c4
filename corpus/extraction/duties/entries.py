"""Who answers for a measure where labels such as 责任单位, 联系人, 联系电话 say so one after the other.

On lines of their own under a measure, or in one bracket behind it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.extraction.duties.entry_values import read_entry
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.answerables import LabelledEntry
from corpus.extraction.naming.printed_desks import governing, person_on_line
from corpus.text.bodies import is_office, set_bodies_apart
from corpus.text.labels import (
    ASSIGNED,
    CONTACT_BRACKET,
    LABEL,
    LABELLED,
    ROLE_LABEL,
    LabelTopic,
    opens_with_label,
    topic_of,
)
from corpus.text.markers import find_marker
from corpus.text.person_names import is_person
from corpus.text.phones import find_phones, set_apart
from corpus.text.spaced_names import set_names_apart

_FIELD = re.compile(r"(?!监督|举报|投诉)[\u4e00-\u9fff]{2,8}：")
"""A line with another label, which does not end the run of labels. Example: `收费标准：不收费`."""
_BOXED = re.compile(r"^\s*【(?P<label>[\u4e00-\u9fff、（）]{2,10})】[：:]?(?=.)")
"""A label in a box. Example: `【责任单位】县商务局`."""
_BOXED_SENTENCE = re.compile(r"】[^。]{4,}(?:负责|应当|由)[^。]{4,}。")
"""Behind a title in a box, a sentence. Example: `【主管部门】县住建局负责建立全县统一的平台。`."""
_COLON = re.compile("[:：]")
_SENTENCE = re.compile(r"由.{2,40}(?:负责|实施|办理|审批|审核|管理|承担)|应当|必须")
"""Below a label alone, words that say who acts are read as a sentence, not as a list of names."""
_LONGEST_DESKS = 100
"""Characters behind the last colon of a line that tell whether desks stand there."""
_ROLE_LABEL = re.compile(ROLE_LABEL)


def find_entries(text: str) -> Iterator[LabelledEntry]:
    """The entries of a text: runs of labelled lines, then brackets with a label and a phone."""
    yield from _of_lines(text)
    yield from _of_brackets(Words.of(text))


def _of_lines(text: str) -> Iterator[LabelledEntry]:
    offset = 0
    start = 0
    values: list[tuple[LabelTopic, Words]] = []
    before = ""
    for above, line in pairwise(["", *text.split("\n"), ""]):
        words = _words_of(line, above)
        opening = _opening(words)
        going_on = opening is None and values and _goes_on(words, values[-1][0])
        aside = _FIELD.match(words.norm) and person_on_line(line) is None
        if opening is None and values and (going_on or aside):
            values += [(values[-1][0], words)] if going_on else []
            offset += _width(line)
            continue
        if opening != 0 and values:
            yield read_entry(values, start, offset, before)
            values = []
        if opening is None:
            before = governing(before, line)
        else:
            start = start if values else offset + opening
            before = before if opening == 0 else words[:opening].raw
            values.extend(labelled(words[opening:]))
        offset += _width(line)


def _goes_on(words: Words, topic: LabelTopic) -> bool:
    """Whether a line without a label is one more phone or person of the label above it."""
    if topic in (LabelTopic.PERSON, LabelTopic.OFFICE):
        return (is_person if topic is LabelTopic.PERSON else is_office)(words.norm)
    phones = find_phones(words.raw) if topic is LabelTopic.PHONE else ()
    return sum(phone.end - phone.start for phone in phones) == len(words.raw) > 0


def _words_of(line: str, above: str) -> Words:
    """The words of a line, bodies and numbers apart; a label alone above it stands before them."""
    if not _BOXED_SENTENCE.search(line):
        line = _BOXED.sub(lambda match: f"{match['label']}：", line)
    if line.strip() and _is_bare_label(above) and not _SENTENCE.search(line):
        return Words.of(f"{above.strip().strip('【】：:')}：{line}")
    if not _COLON.search(line):
        return Words.of(line)
    line = _without_number(line)
    return Words.of(set_names_apart(set_bodies_apart(set_apart(line))))


def _without_number(line: str) -> str:
    """A line with blanks for the number before a label. Example: `四、承办机构：` -> `  承办机构：`."""
    number = find_marker(line)
    labelled = number and opens_with_label(line[number.end :])
    return " " * number.end + line[number.end :] if number and labelled else line


def _is_bare_label(line: str) -> bool:
    """Whether a line is a label of departments alone, whose value stands below. Example: `受理机构`."""
    return bool(_ROLE_LABEL.fullmatch("".join(line.split()).strip("【】：:")))


def _width(line: str) -> int:
    """Characters of a line, white space left out."""
    return len("".join(line.split()))


def _opening(words: Words) -> int | None:
    """Where the labels of a line begin: at its start, or behind a sentence with one of departments.

    Example: `完成河道排查。责任单位：区应急局` -> 7; `联系电话：6195136` -> 0; `完成河道排查。` -> None
    """
    if "：" not in words.norm:
        return None
    if LABELLED.match(words.norm):
        return 0
    starts = (match.start() for match in ASSIGNED.finditer(words.norm))
    return next(words.outside(starts), None)


def _of_brackets(words: Words) -> Iterator[LabelledEntry]:
    if "（" not in words.norm:
        return
    closings = words.closings()
    for match in CONTACT_BRACKET.finditer(words.norm):
        closing = closings.get(match.start())
        if closing is not None:
            values = list(labelled(words[match.start() + 1 : closing]))
            yield read_entry(values, match.start(), closing + 1)


def labelled(words: Words) -> Iterator[tuple[LabelTopic, Words]]:
    """What each label of a line announces, and the words up to the next label.

    Example: `联系人：许冰 联系电话：6433459` -> (PERSON, 许冰), (PHONE, 6433459)
    """
    labels = list(LABEL.finditer(words.norm, 0, words.norm.rfind("：") + _LONGEST_DESKS))
    for match, after in pairwise([*labels, None]):
        if match is not None:
            end = _trimmed(words.norm, after.start() if after is not None else len(words))
            yield topic_of(match["label"]), words[match.end() : end]


def _trimmed(words: str, end: int) -> int:
    """Where a value ends, without the punctuation or the opening bracket before the next label at `end`."""
    return len(words[:end].rstrip("，；。、（"))
