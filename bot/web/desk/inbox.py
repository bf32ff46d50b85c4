"""The page of what waits: questions handed over, and questions that no document answered."""

from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.errors import UsageError
from bot.messages import desk as messages
from bot.messages.undelivered import why_undelivered
from bot.store import Letter, Uncovered
from bot.web.desk.forms import Number
from bot.web.desk.office import Office, done
from bot.web.desk.paged_lists import fetched_page
from bot.web.desk.visits import WHERE, Door, Visit

MAX_REPLY = 1500
"""Characters; percent-encoded they stay within what the server takes."""
MAX_DEPARTMENT = 40
PER_PAGE = 20
SHOWN_S = 30 * 24 * 3600
"""So long news that reached nobody are counted."""


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the queue."""
    routes = APIRouter()
    _add_list(routes, office, door)
    _add_letters(routes, office, door)
    _add_uncovered(routes, office, door)
    return routes


def question_address(*, letter: Letter | None = None, uncovered: Uncovered | None = None) -> str:
    """Where a question is made one of a measure."""
    question = letter or uncovered
    kind = "letter" if letter else "uncovered"
    return f"{WHERE}/question?" + urlencode({"kind": kind, "id": question.id if question else 0})


def _add_list(routes: APIRouter, office: Office, door: Door) -> None:
    @routes.get("")
    def inbox(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return office.page(
            request,
            visit,
            "inbox",
            letters=[letter for letter in office.store.desk.open() if letter.is_of(visit.place)],
            undeliverable=[one for one in office.store.desk.undeliverable() if one.is_of(visit.place)],
            undelivered=[] if visit.place else _undelivered(office),
            listed=fetched_page(
                request, partial(office.store.journal.uncovered, place=visit.place), PER_PAGE
            ),
            most=MAX_REPLY,
            most_department=MAX_DEPARTMENT,
            departments=_department_names(office),
            question_address=question_address,
        )


def _add_letters(routes: APIRouter, office: Office, door: Door) -> None:
    desk = office.store.desk

    @routes.post("/letters/{number}/reply")
    def reply(number: Number, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        _check(office, visit, number)
        words, department = _words(visit), _department(visit)
        try:
            desk.reply(number, words, department, _approver(visit))
        except UsageError:
            return done(WHERE, "already")
        office.note(visit, "reply", messages.LETTER.format(id=number), after=words)
        return done(WHERE, "replied")

    @routes.post("/letters/{number}/close")
    def close(number: Number, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        _check(office, visit, number)
        try:
            desk.close(number)
        except UsageError:
            return done(WHERE, "already")
        office.note(visit, "close", messages.LETTER.format(id=number))
        return done(WHERE, "closed")


def _add_uncovered(routes: APIRouter, office: Office, door: Door) -> None:
    store = office.store

    @routes.post("/uncovered/{number}/reply")
    def reply(number: Number, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        question, words = store.journal.uncovered_of(number, visit.place), _words(visit)
        department = _department(visit)
        if question is None:
            return done(WHERE, "already")
        for person, chat, topic in store.journal.askers(question.text, visit.place):
            number_left = store.desk.leave(person, chat, question.text, topic)
            store.desk.reply(number_left, words, department, _approver(visit))
        store.journal.handle(question.text, visit.place)
        office.note(visit, "reply", messages.ASKED_AS.format(id=number), after=words)
        return done(WHERE, "replied")

    @routes.post("/uncovered/{number}/close")
    def close(number: Number, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        question = store.journal.uncovered_of(number, visit.place)
        if question is None:
            return done(WHERE, "already")
        store.journal.handle(question.text, visit.place)
        office.note(visit, "close", messages.ASKED_AS.format(id=number))
        return done(WHERE, "closed")


def _check(office: Office, visit: Visit, number: int) -> None:
    """Raises HTTPException 404 where nobody of the place of a visitor left a question of that number."""
    letter = office.store.desk.letter(number)
    if letter is None or not letter.is_of(visit.place):
        raise HTTPException(404)


def _department_names(office: Office) -> list[str]:
    """Of every region, those of the whole documents first; offered while the staff type."""
    desks = office.holdings.now().catalog.directory.desks
    return list(dict.fromkeys(name for departments in desks.values() for name in departments))


def _department(visit: Visit) -> str:
    """In whose name the reply is given. Raises HTTPException 422 where that is not said."""
    department = visit.text("department", MAX_DEPARTMENT)
    if not department:
        raise HTTPException(422, messages.NO_REPLYING_DEPARTMENT)
    return department


def _approver(visit: Visit) -> str:
    """Who approves the reply, as citizens read it: whoever the staff name, else whose account it is."""
    return visit.text("approver", MAX_DEPARTMENT) or visit.account.name


def _words(visit: Visit) -> str:
    words = visit.text("words", MAX_REPLY)
    if not words:
        raise HTTPException(422, messages.EMPTY_REPLY)
    return words


def _undelivered(office: Office) -> list[tuple[str, list[tuple[str, int]]]]:
    """News and reminders of late that never reach their chat: (what they are, (why in Chinese, how many))."""
    store = office.store
    kinds = (
        (messages.UNDELIVERED_NEWS, store.subscriptions.undeliverable(store.database.now() - SHOWN_S)),
        (messages.UNDELIVERED_REMINDERS, store.reminders.undeliverable()),
    )
    return [(words, _in_chinese(told)) for words, told in kinds if told]


def _in_chinese(told: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Reasons with how many, those that mean the same together, most first."""
    counts: Counter[str] = Counter()
    for why, count in told:
        counts[why_undelivered(why)] += count
    return counts.most_common()
