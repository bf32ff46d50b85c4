"""The page of the notice on top of every answer, and of the switch that turns answers off."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from bot.answering import today_in_china
from bot.messages import desk as messages
from bot.store import Notice
from bot.web.desk.office import Office, done
from bot.web.desk.visits import WHERE, Door, Visit

PLACE = f"{WHERE}/notice"
MAX_TEXT = 300
"""Together with the longest answer it stays within one message of Telegram."""


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the notice and the switch."""
    routes, notices = APIRouter(prefix="/notice"), office.store.notices

    @routes.get("")
    def notice(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _page(office, request, visit)

    @routes.post("")
    def put(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        notice = notices.current()
        text, issued, until = visit.text("text", MAX_TEXT), _day(visit, "issued"), _day(visit, "until")
        if text and issued is None:
            return _page(office, request, visit, messages.BAD_NOTICE_DAY)
        if text and visit.text("until", 10) and (until is None or (issued and until < issued)):
            return _page(office, request, visit, messages.BAD_UNTIL)
        notices.put(
            replace(notice, text=text, issued=issued if text else None, until=until if text else None)
        )
        office.note(visit, "notice", messages.NOTICE_HEADING, before=notice.text, after=text)
        return done(PLACE, "notice")

    @routes.post("/switch")
    def switch(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        notice = notices.current()
        off, sentence = visit.text("off", 1) == "1", visit.text("sentence", MAX_TEXT)
        if off and not sentence:
            return _page(office, request, visit, messages.NO_SENTENCE)
        after = replace(notice, off=off, sentence=sentence if off else "")
        notices.put(after)
        office.note(visit, "switch", messages.SWITCH, before=_state(notice), after=_state(after))
        return done(PLACE, "switch")

    return routes


def _page(office: Office, request: Request, visit: Visit, fault: str = "") -> Response:
    """Notice and switch as they stand, with what was wrong with what was sent."""
    notice = office.store.notices.current()
    return office.form(
        request,
        visit,
        "notice",
        fault,
        held=notice,
        today=today_in_china(),
        most=MAX_TEXT,
    )


def _day(visit: Visit, name: str) -> date | None:
    try:
        return date.fromisoformat(visit.text(name, 10))
    except ValueError:
        return None


def _state(notice: Notice) -> str:
    return messages.OFF.format(sentence=notice.sentence) if notice.off else messages.ON
