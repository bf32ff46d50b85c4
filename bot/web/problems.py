"""Errors as data. Source: RFC 9457, application/problem+json."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Response
from pydantic import BaseModel, ConfigDict

from bot.messages import web as messages

PROBLEM_TYPE = "application/problem+json"


class Problem(BaseModel):
    """What went wrong, for a program and for the person behind it."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "about:blank",
                "title": "Not Found",
                "status": 404,
                "detail": "没有这个编号的条目。",
            }
        }
    )

    type: str = "about:blank"
    title: str
    status: int
    detail: str


def problem(status: int, detail: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """The response for an error; without a detail the sentence for its status."""
    said = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail or messages.PROBLEMS.get(status, messages.PROBLEM),
    )
    body = json.dumps(said.model_dump(), ensure_ascii=False)
    return Response(body, status, dict(headers or {}), PROBLEM_TYPE)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How OpenAPI is told of the errors of a route."""
    return {
        status: {"model": Problem, "description": messages.PROBLEMS[status], "content": {PROBLEM_TYPE: {}}}
        for status in statuses
    }
