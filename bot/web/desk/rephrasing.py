"""The page where a question that somebody asked becomes a plain-language question of a measure."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response

from bot.messages import desk as messages
from bot.store import masked
from bot.web.addresses import measure_named
from bot.web.desk.office import Office, done
from bot.web.desk.visits import WHERE, Door, Visit
from bot.web.offers.searching import SearchEntry
from retrieval.indexing import add_question

MAX_QUESTION = 200
MOST = 12
_IN_HEAD = 5
"""A pair of characters in the title or headings counts as much as so many in the text."""


def router(office: Office, door: Door) -> APIRouter:
    """Routes of the choice of a measure."""
    routes = APIRouter()

    @routes.get("/question")
    def choose(request: Request, visit: Annotated[Visit, Depends(door.reader)]) -> Response:
        text, query = _asked(office, request.query_params), request.query_params
        typed = query.get("q", text)[:MAX_QUESTION]
        return office.page(
            request,
            visit,
            "question",
            text=text,
            typed=typed,
            found=near(office.service.shelf.entries, typed),
            kind=query.get("kind", ""),
            number=query.get("id", ""),
            most=MAX_QUESTION,
        )

    @routes.post("/question")
    def save(visit: Annotated[Visit, Depends(door.editor)]) -> Response:
        measure = measure_named(visit.text("measure", MAX_QUESTION), office.service.shelf.ids)
        words = " ".join(masked(visit.text("words", MAX_QUESTION)).split())
        if measure is None or not words:
            raise HTTPException(422, messages.NO_CHOICE)
        fresh = add_question(office.parts.questions_folder, measure, words)
        _settle(office, visit)
        if fresh:
            office.note(visit, "question", measure, after=words)
            office.refresh()
        return done(WHERE, "question")

    return routes


def near(entries: Sequence[SearchEntry], typed: str) -> list[SearchEntry]:
    """The measures that share most pairs of characters with what was typed, best first."""
    letters = "".join(filter(str.isalnum, typed.casefold()))
    pairs = {letters[offset : offset + 2] for offset in range(len(letters) - 1)}
    scored = [(_shared(entry, pairs), entry) for entry in entries]
    scored = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return [entry for _, entry in scored[:MOST]]


def _shared(entry: SearchEntry, pairs: set[str]) -> int:
    head, body = entry.words
    return sum(_IN_HEAD * (pair in head) + (pair in body) for pair in pairs)


def _asked(office: Office, query: Mapping[str, str]) -> str:
    """The words of the question that an address names."""
    number = query.get("id", "")
    question = None
    if number.isdecimal() and len(number) < 10:
        store, kind = office.store, query.get("kind")
        question = (
            store.desk.letter(int(number)) if kind == "letter" else store.journal.uncovered_of(int(number))
        )
    if question is None:
        raise HTTPException(404)
    return question.text


def _settle(office: Office, visit: Visit) -> None:
    """Takes a question not covered off the queue; a letter waits for its reply all the same."""
    number = visit.text("id", 9)
    question = office.store.journal.uncovered_of(int(number)) if number.isdecimal() else None
    if visit.fields.get("kind") == "uncovered" and question:
        office.store.journal.handle(question.text)
