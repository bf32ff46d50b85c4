"""What the OpenAPI description adds to the routes: examples of real answers, the optional key."""

import json
from pathlib import Path
from typing import Any

from fastapi import FastAPI

from bot.messages import web_interface
from bot.web.problems import Problem

_FILE = Path(__file__).with_name("examples.json")
EXAMPLES: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
"""Operation -> what it answered on 2026-11-21 over the bundled documents, to the examples of its fields."""

_KEY = {"type": "apiKey", "in": "header", "name": "X-API-Key", "description": web_interface.API_KEY}


class Described(FastAPI):
    """An application whose OpenAPI description adds what the routes leave out."""

    def openapi(self) -> dict[str, Any]:
        """The whole description; made once."""
        described = super().openapi()
        described["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        described["components"]["securitySchemes"] = {"key": _KEY}
        described["security"] = [{}, {"key": []}]
        for operation in (operation for path in described["paths"].values() for operation in path.values()):
            answers = operation["responses"]["200"]["content"]
            if "application/json" in answers:
                answers["application/json"]["example"] = EXAMPLES[operation["operationId"]]
        return described
