"""Answers as JSON data."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.answer import Answer, QuotedTerm, RelatedDocument, ShownMeasure, Term
from bot.eligibility import Check
from corpus.export import contact_data


def render(answer: Answer) -> str:
    """The answer as one line of JSON, Chinese left readable."""
    return dumps(to_data(answer))


def dumps(data: Mapping[str, Any]) -> str:
    """One line of JSON; unpaired surrogates, which UTF-8 cannot encode, become U+FFFD."""
    line = json.dumps(data, ensure_ascii=False, default=str, allow_nan=False)
    return line.encode("utf-8", "replace").decode("utf-8")


def to_data(answer: Answer) -> dict[str, Any]:
    """The answer as plain data; dates become ISO text when written as JSON."""
    return {
        "id": answer.id,
        "question": answer.question,
        "session": answer.session,
        "as_of": answer.as_of,
        "status": answer.status,
        "text": answer.text,
        "measures": [measure_data(measure) for measure in answer.measures],
        "suggestions": answer.suggestions,
        "confidence": answer.confidence,
    }


def measure_data(measure: ShownMeasure) -> dict[str, Any]:
    """One measure as plain data; its nearest contacts come first, what it lacks is said in `text`."""
    data = asdict(measure)
    del data["nearest"], data["instead"], data["earlier"], data["unprinted"], data["later"]
    del data["titled_year"], data["former"], data["windows"]
    return {
        **data,
        "contacts": [contact_data(contact) for contact in measure.contacts],
        "validity": _term(measure.validity),
        "conditions": [_condition(check) for check in measure.conditions],
        "nearby": [asdict(words) for words in measure.nearby],
        "terms": [_quoted_term(term) for term in measure.terms],
        "score": round(measure.score, 4),
        "related": [related_data(each) for each in measure.related],
    }


def related_data(related: RelatedDocument) -> dict[str, Any]:
    """A tied document as plain data."""
    return {**asdict(related), "validity": _term(related.validity)}


def _condition(check: Check) -> dict[str, Any]:
    """A condition, what the question says about it, if anything, and whether that meets it (null: open).

    `item` names the article of the document that states it, where that is not the measure itself.
    """
    asked = {"said": check.said, "met": check.met} if check.said else {}
    elsewhere = {"item": check.item} if check.item else {}
    return {**asdict(check.condition), **asked, **elsewhere}


def _quoted_term(term: QuotedTerm) -> dict[str, Any]:
    """A term that a quoted sentence or its notice states, with its words."""
    return {
        "kind": term.kind,
        "state": term.state,
        "from": term.valid_from,
        "until": term.until,
        "words": term.words,
        "printed_at": asdict(term.printed_at) if term.printed_at else None,
    }


def _term(term: Term) -> dict[str, Any]:
    return {"state": term.state, "from": term.valid_from, "until": term.until, "basis": term.basis}
