"""Answers from the fields of one measure, verbatim."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot import messages as common
from bot.answer import Answer, ShownMeasure, Status
from bot.answering import sentences
from bot.layout import Block, faint, plain, strong
from bot.messages import chinese_date
from bot.messages import talk as messages
from bot.messages.items import item_name
from bot.rendering import (
    clipped,
    contact_blocks,
    cut_at_clause,
    full_blocks,
    leads,
    quotes,
    render_text,
    source,
    tidy,
    title,
    utf16_length,
)
from corpus.records import Role, State
from corpus.text.numerals import NINE
from retrieval.question import ROWS, Asked, is_price

_DATED = frozenset({Asked.SOURCE, Asked.VALIDITY, Asked.DEADLINE})
"""Fields answered by the full source with its printed dates; the others cite the source in one line."""
QUOTE_UNITS = 1500
"""UTF-16 code units that the words of one field may take."""
FULL_UNITS = 3300
"""UTF-16 code units that a full text may take, so that the whole reply fits one message."""
_POINTS = 8
_POINT_UNITS = 160

_DAY = re.compile(r"\d{4}\s*年|\d+\s*月(?:\d+\s*日|底)?|\d+\s*个?(?:工作)?[日天]|年底|期限|长期")
_DAY_COLUMN = re.compile(r"[\u4e00-\u9fff]{0,8}(?:日|日期|时间|期限|时限)")
"""A column of days. Example: `接种日`, `开放时间`."""
_TERM = re.compile(r"自[^，。]{2,14}起|有效期|执行期|施行|\d{4}年\d{1,2}月\d{1,2}日前")
_APPLYING = re.compile(r"申请|申报|受理|提交|报送|小程序|网办|办理")
_FIGURE = re.compile(
    r"\d[\d.,，]*\s*(?:[%％‰]|[万亿千百]?\s*[元台套个户家处公吨名平张亩头次所座项岁年])|百分之|减半|全额|免[征收]"
    rf"|[{NINE}]折"
)


def said(blank: Answer, measures: Sequence[ShownMeasure], blocks: Sequence[Block]) -> Answer:
    """An answer made of these blocks, about these measures."""
    kept = tuple(block for block in blocks if block)
    return replace(
        blank,
        status=Status.ANSWERED,
        measures=tuple(measures),
        said=kept,
        text=render_text.join(kept),
    )


def field_blocks(measure: ShownMeasure, fields: Sequence[Asked], region: str | None) -> list[Block]:
    """What the measure says about each field, after any warnings and before its source."""
    wanted = [_BLOCKS[field](measure) for field in dict.fromkeys(map(_merged, fields))]
    blocks = list(dict.fromkeys(block for of_field in wanted for block in of_field))
    under = source(measure) if set(fields) & _DATED else brief_source(measure)
    return [about(measure), leads(measure, region), *blocks, under]


def brief_source(measure: ShownMeasure) -> Block:
    """Document, item, issue date and term in one line; an expired term is already in the warnings above."""
    doc, term = measure.doc, measure.validity
    issued = common.ISSUED.format(day=chinese_date(doc.issued)) if doc.issued else common.ISSUE_UNSTATED
    until = chinese_date(term.until) if term.until else ""
    ends = {State.IN_FORCE: messages.BRIEF_UNTIL, State.UNSTATED: messages.BRIEF_UNSTATED}.get(term.state, "")
    name = doc.number if "〔" in doc.number else f"《{doc.number}》"
    line = messages.BRIEF_SOURCE.format(
        number=name, item=item_name(measure.item), issued=issued, term=ends.format(until=until)
    )
    return (faint(line),)


def about(measure: ShownMeasure) -> Block:
    """A line that names the measure in a few words."""
    return (strong(messages.ABOUT.format(title=title(measure.sections))),)


def states(measure: ShownMeasure, field: Asked) -> bool:
    """Whether the measure says anything about a field."""
    if field is Asked.DEADLINE:
        return bool(_deadlines(measure))
    if field is Asked.AMOUNT and _is_priced(measure):
        return True
    signs = {Asked.AMOUNT: _FIGURE, Asked.PROCEDURE: _APPLYING}
    return field not in signs or bool(_stating(measure, signs[field]))


def whole(measure: ShownMeasure, region: str | None) -> list[Block]:
    """The full text, cut to fit one message."""
    blocks: list[Block] = [leads(measure, region)]
    room, said = FULL_UNITS, leads(measure, None)
    for block in (block for block in full_blocks(measure) if block != said):
        words = render_text.join([block])
        if utf16_length(words) > room:
            blocks += [_cut(words, room), (plain(messages.SHORTENED_FULL),)]
            return [*blocks, *contact_blocks(measure.contacts)]
        blocks.append(block)
        room -= utf16_length(words)
    return blocks


def words_of(stated: Sequence[str]) -> Block:
    """Stretches of a measure, each once, cut to the room of one field."""
    words = cut_at_clause("\n".join(map(tidy, dict.fromkeys(stated))), QUOTE_UNITS)
    return tuple(plain(line) for line in words.split("\n"))


def key_points(measure: ShownMeasure, region: str | None) -> list[Block]:
    """Amounts, conditions and dates, clause by clause, then whom to call: for whoever finds the text hard."""
    points = [check.condition.text for check in measure.conditions] or list(measure.highlights)
    lines = [
        plain(messages.POINT.format(words=clipped(tidy(p), _POINT_UNITS))) for p in dict.fromkeys(points)
    ]
    head = (strong(messages.KEY_POINTS), *lines[:_POINTS])
    return [leads(measure, region), head, source(measure), *contact_blocks(measure.calls)]


def _merged(field: Asked) -> Asked:
    return Asked.OWNER if field is Asked.PHONE else field


def _cut(words: str, room: int) -> Block:
    return tuple(plain(line) for line in cut_at_clause(words, max(room, 1)).split("\n"))


def _contacts(measure: ShownMeasure) -> list[Block]:
    """All contacts: a turn that only asks whom to contact quotes no sentence to narrow them by."""
    return contact_blocks(measure.contacts)


def _support(measure: ShownMeasure) -> list[Block]:
    if any(contact.role is Role.SUPPORT for contact in measure.contacts):
        return contact_blocks(measure.contacts, whole=True)
    return [(plain(ROWS[Asked.SUPPORT].unstated),), *contact_blocks(measure.contacts)]


def _deadline(measure: ShownMeasure) -> list[Block]:
    if measure.deadline or any(contact.deadline for contact in measure.contacts):
        return []
    stated = _deadlines(measure)
    return [words_of(stated)] if stated else [(plain(ROWS[Asked.DEADLINE].unstated),)]


def _deadlines(measure: ShownMeasure) -> list[str]:
    printed = [measure.deadline, *(c.deadline for c in measure.contacts if not c.inferred)]
    columns = (f"{s.name}：{s.text}" for s in measure.sections if _DAY_COLUMN.fullmatch(s.name))
    return [words for words in printed if words] or _stating(measure, _DAY) or [*columns]


def _is_priced(measure: ShownMeasure) -> bool:
    """Whether it is a row of a table with a price, a bare number that its column explains."""
    return any(map(is_price, measure.sections[1:]))


def _amount(measure: ShownMeasure) -> list[Block]:
    if measure.applies and _is_priced(measure):
        return [quotes(measure, QUOTE_UNITS)]
    stated = [words for words in measure.highlights if _FIGURE.search(words)] or _stating(measure, _FIGURE)
    if not stated or not measure.applies:
        return [
            () if not measure.applies else (plain(ROWS[Asked.AMOUNT].unstated),),
            quotes(measure, QUOTE_UNITS),
        ]
    return [words_of(stated)]


def _conditions(measure: ShownMeasure) -> list[Block]:
    stated = quotes(measure, QUOTE_UNITS)
    texts = [check.condition.text for check in measure.conditions]
    spans = [text for text in texts if not any(text in words for words in measure.highlights)]
    lines = [plain(messages.POINT.format(words=clipped(tidy(s), _POINT_UNITS))) for s in dict.fromkeys(spans)]
    return [stated or (plain(ROWS[Asked.CONDITIONS].unstated),), tuple(lines[:_POINTS])]


def _procedure(measure: ShownMeasure) -> list[Block]:
    """The sentences on how to apply, then whom to ask, since most measures say little about it."""
    stated = _stating(measure, _APPLYING)
    said = words_of(stated) if stated else (plain(ROWS[Asked.PROCEDURE].unstated),)
    return [said, *contact_blocks(measure.calls)]


def _term(measure: ShownMeasure) -> list[Block]:
    """The sentences that say from when or until when it applies, and whom to ask once it is over.

    The source below has the dates.
    """
    stated = _stating(measure, _TERM)
    said = [words_of(stated)] if stated else []
    if measure.validity.state is not State.EXPIRED:
        return said
    after = messages.AFTER_ENDING if measure.validity.ended else messages.AFTER_TERM
    return [*said, (plain(after),), *contact_blocks(measure.calls)]


def _nothing_more(measure: ShownMeasure) -> list[Block]:
    """Nothing: the source is printed under every answer anyway."""
    return []


def _stating(measure: ShownMeasure, sign: re.Pattern[str]) -> list[str]:
    return [s.text for s in sentences(measure.sections) if sign.search(s.text)]


_BLOCKS: dict[Asked, Callable[[ShownMeasure], list[Block]]] = {
    Asked.OWNER: _contacts,
    Asked.SUPPORT: _support,
    Asked.DEADLINE: _deadline,
    Asked.AMOUNT: _amount,
    Asked.CONDITIONS: _conditions,
    Asked.PROCEDURE: _procedure,
    Asked.VALIDITY: _term,
    Asked.SOURCE: _nothing_more,
}
