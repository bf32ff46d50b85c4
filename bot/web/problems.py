"""Errors as data. Source: RFC 9457, application/problem+json."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Response
from pydantic import BaseModel

from bot.messages import web_problems
from corpus.text.unprinted import visible

PROBLEM_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong, for a program and for the person behind it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str


def problem(status: int, detail: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """The response for an error; without a detail the sentence for its status."""
    body = json.dumps(_problem(status, detail).model_dump(), ensure_ascii=False)
    return Response(body, status, dict(headers or {}), PROBLEM_TYPE)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI is told of the errors of a route; `Described` adds the schema that they refer to."""
    return {
        status: {
            "description": web_problems.PROBLEMS[status],
            "content": {
                PROBLEM_TYPE: {
                    "schema": {"$ref": "#/components/schemas/Problem"},
                    "example": _problem(status).model_dump(),
                }
            },
        }
        for status in statuses
    }


def _problem(status: int, detail: str = "") -> Problem:
    said = visible(detail) or web_problems.PROBLEMS.get(status, web_problems.PROBLEM)
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=said)
