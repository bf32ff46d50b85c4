"""What OpenAPI tells: its examples are what the running interface says."""

from urllib.parse import quote

import jsonschema
import pytest

from bot.settings import Settings
from bot.web.application import make_application
from tests.bot.fakes import FakeFinding, FakeHit, ReadBySearch, assistance
from tests.web.scripted import FRIDGE, page_client, scripted


class OnlyTheFridge(ReadBySearch):
    """Finds item 19 of the list of 2024 for every question."""

    def search(self, question, *, region, as_of, top_k, exclude=frozenset()):
        """That item."""
        return FakeFinding(hits=(FakeHit(FRIDGE),))


@pytest.fixture
async def client():
    application = make_application(Settings(), assistance(scripted(OnlyTheFridge())))
    async with page_client(application) as held:
        yield held
    application.service.close()


@pytest.fixture
async def told(client):
    return (await client.get("/api/openapi.json")).json()


FILES = {
    "get /api/calendar/": "text/calendar",
    "get /api/cards/": "image/png",
    "get /api/sheets/": "application/pdf",
}


def example(told, address, method="get"):
    """The example of the answer of an operation."""
    return told["paths"][address][method]["responses"]["200"]["content"]["application/json"]["example"]


def unscored(answer):
    """An answer without what every fitting of the ranking changes."""
    measures = [{**measure, "score": None} for measure in answer["measures"]]
    return {**answer, "measures": measures, "confidence": None}


def contents(told):
    """Every content that OpenAPI tells of: its place, its schema and its example."""
    for address, methods in told["paths"].items():
        for method, operation in methods.items():
            for status, response in operation["responses"].items():
                for kind, content in response["content"].items():
                    yield f"{method} {address} {status} {kind}", content


async def test_every_answer_and_every_error_has_an_example_that_fits_its_schema(told):
    """Of all routes and statuses; errors are problem+json and nothing else, files what they are."""
    places = []
    for place, content in contents(told):
        places.append(place)
        jsonschema.validate(content["example"], {**content["schema"], "components": told["components"]})
    assert len(places) == len(set(places))
    for place in places:
        answer = next((kind for start, kind in FILES.items() if place.startswith(start)), "application/json")
        wanted = answer if " 200 " in place else "application/problem+json"
        assert place.endswith(wanted)


async def test_the_example_of_a_question_gets_the_answer_shown(client, told):
    """Item 19 found: the same words, contacts, term and conditions."""
    (asked,) = told["components"]["schemas"]["Question"]["examples"]
    answer = await client.post("/api/ask", json=asked)
    assert unscored(answer.json()) == unscored(example(told, "/api/ask", "post"))


async def test_the_examples_of_look_ups_are_what_they_find(client, told):
    """Of documents two; everything else to the letter."""
    for address, place in (
        ("/api/measures/{measure_id}", f"/api/measures/{quote(FRIDGE, safe='')}"),
        ("/api/departments/{name}", f"/api/departments/{quote('周村供电中心')}"),
        ("/api/search", f"/api/search?q={quote('冰箱 空调')}"),
        ("/api/complete", "/api/complete?q=ljxq"),
        ("/healthz", "/healthz"),
        ("/readyz", "/readyz"),
    ):
        assert (await client.get(place)).json() == example(told, address), address
    documents = (await client.get("/api/documents")).json()
    shown = example(told, "/api/documents")
    assert [document for document in documents if document in shown] == shown


async def test_the_examples_of_what_is_sent_are_those_whose_answers_are_shown(told):
    """The id, the department and the words of the examples above."""
    shown = {
        parameter["name"]: parameter["schema"].get("examples", parameter.get("examples"))
        for address in ("/api/measures/{measure_id}", "/api/departments/{name}", "/api/search")
        for parameter in told["paths"][address]["get"]["parameters"]
    }
    assert (shown["measure_id"], shown["name"], shown["q"]) == ([FRIDGE], ["周村供电中心"], ["冰箱 空调"])


async def test_the_key_is_told_as_optional(told):
    """Where keys are set it goes into a header."""
    assert told["security"] == [{}, {"key": []}]
    assert told["components"]["securitySchemes"]["key"]["name"] == "X-API-Key"
