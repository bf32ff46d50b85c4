"""Taking cases in: all of a file or none; an approved answer to an open question is sent to whoever asked."""

from collections.abc import Sequence
from dataclasses import replace

from bot.hotline.case_list import every_case
from bot.hotline.case_rows import CaseFaultsError, CaseRow, plain_words
from bot.messages import hotline as messages
from bot.store import ASKED, LETTER, CaseStatus, HotlineCase, Store


def import_cases(store: Store, rows: Sequence[CaseRow]) -> tuple[int, int]:
    """Takes all rows in; (how many changed something, how many answers were sent to those who asked).

    Raises:
        CaseFaultsError: a row speaks of a question that is not there, that has been answered otherwise, or
            that was changed since the file was made; then nothing is written.
        StoreError: the database cannot be written; then nothing is.
    """
    with store.database.together():
        known = {case.id: _as_read(case) for case in every_case(store)}
        faults = [
            messages.ROW_FAULT.format(number=row.number, fault=fault)
            for row in rows
            if (fault := _fault(store, row.case, known.get(row.case.id)))
        ]
        if faults:
            raise CaseFaultsError(faults)
        fresh = [row.case for row in rows if _differs(row.case, known.get(row.case.id))]
        sent = sum(_take(store, case, known.get(case.id)) for case in fresh)
    return len(fresh), sent


def _as_read(case: HotlineCase) -> HotlineCase:
    """A case as it would come back unchanged."""
    return replace(case, question=plain_words(case.question), answer=plain_words(case.answer))


def _fault(store: Store, case: HotlineCase, before: HotlineCase | None) -> str:
    if not _differs(case, before):
        return ""
    asked_here = case.id.startswith((LETTER, ASKED))
    if before is None:
        return messages.UNKNOWN_ID.format(id=case.id) if asked_here else ""
    if before.changed > case.changed and case.changed:
        return messages.CHANGED_SINCE.format(id=case.id)
    if asked_here and case.question != before.question:
        return messages.OTHER_QUESTION.format(id=case.id)
    if _is_sent(store, before) and case.answer != before.answer:
        return messages.ALREADY_SENT.format(id=case.id)
    return ""


def _is_sent(store: Store, case: HotlineCase) -> bool:
    """Whether whoever asked has been given the answer."""
    if case.id.startswith(LETTER):
        letter = store.desk.letter(_number(case.id))
        return letter is not None and letter.reply is not None
    return case.id.startswith(ASKED) and case.status is CaseStatus.APPROVED


def _differs(case: HotlineCase, before: HotlineCase | None) -> bool:
    return before is None or replace(case, changed=0) != replace(before, changed=0)


def _take(store: Store, case: HotlineCase, before: HotlineCase | None) -> int:
    """Keeps a case, and sends its answer where that was approved just now; to how many people."""
    store.hotline.put(case)
    if case.status is not CaseStatus.APPROVED or (before and _is_sent(store, before)):
        return 0
    if case.id.startswith(LETTER):
        store.desk.reply(_number(case.id), case.answer, case.department, case.approved_by)
        return 1
    return _reply_to_askers(store, case) if case.id.startswith(ASKED) else 0


def _reply_to_askers(store: Store, case: HotlineCase) -> int:
    asked = store.journal.uncovered_of(_number(case.id))
    if asked is None:
        return 0
    people = store.journal.askers(asked.text)
    for person, chat, topic in people:
        number = store.desk.leave(person, chat, asked.text, topic)
        store.desk.reply(number, case.answer, case.department, case.approved_by)
    store.journal.handle(asked.text)
    return len(people)


def _number(case_id: str) -> int:
    """Of a question of the desk, whose case is known."""
    return int(case_id.removeprefix(LETTER).removeprefix(ASKED))
