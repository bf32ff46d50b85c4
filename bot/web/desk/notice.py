"""The page of the notice on top of every answer, and of the switch that turns answers off."""

from dataclasses import replace
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request, Response

from bot.china_time import today_in_china
from bot.messages import desk as messages
from bot.store import WHOLE_BOT, Notice
from bot.web.desk.office import Office, done
from bot.web.desk.visits import WHERE, Door, Visit

PLACE = f"{WHERE}/notice"
_MAX_PLACE = 50
MAX_TEXT = 300
"""Together with the longest answer it stays within one message of Telegram."""


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the notice and the switch."""
    routes, notices = APIRouter(prefix="/notice"), office.store.notices

    @routes.get("")
    def notice(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        return _page(office, request, visit, _place(office, visit, request.query_params.get("place", "")))

    @routes.post("")
    def put(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        place = _place(office, visit, visit.text("place", _MAX_PLACE))
        notice = notices.of(place)
        text, issued, until = visit.text("text", MAX_TEXT), _day(visit, "issued"), _day(visit, "until")
        if text and issued is None:
            return _page(office, request, visit, place, messages.BAD_NOTICE_DAY)
        if text and visit.text("until", 10) and (until is None or (issued and until < issued)):
            return _page(office, request, visit, place, messages.BAD_UNTIL)
        after = replace(notice, text=text, issued=issued if text else None, until=until if text else None)
        notices.put(after, place)
        office.note(visit, "notice", _subject(messages.NOTICE_HEADING, place), before=notice.text, after=text)
        return done(_address(place), "notice")

    @routes.post("/switch")
    def switch(request: Request, visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        place = _place(office, visit, visit.text("place", _MAX_PLACE))
        notice = notices.of(place)
        off, sentence = visit.text("off", 1) == "1", visit.text("sentence", MAX_TEXT)
        if off and not sentence:
            return _page(office, request, visit, place, messages.NO_SENTENCE)
        after = replace(notice, off=off, sentence=sentence if off else "")
        notices.put(after, place)
        before = _state(notice)
        office.note(visit, "switch", _subject(messages.SWITCH, place), before=before, after=_state(after))
        return done(_address(place), "switch")

    return routes


def _place(office: Office, visit: Visit, asked: str) -> str:
    """The place whose notice is meant: that of the visitor, else one of the table that is asked for."""
    return visit.place or (asked if asked in office.service.places().rows else WHOLE_BOT)


def _address(place: str) -> str:
    return f"{PLACE}?{urlencode({'place': place})}" if place else PLACE


def _subject(what: str, place: str) -> str:
    return f"{what}（{place}）" if place else what


def _page(office: Office, request: Request, visit: Visit, place: str, fault: str = "") -> Response:
    """Notice and switch of a place as they stand, with what was wrong with what was sent."""
    notice = office.store.notices.of(place)
    return office.form(
        request,
        visit,
        "notice",
        fault,
        held=notice,
        place=place,
        places=() if visit.place else tuple(office.service.places().rows),
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
