"""The HTTP interface: its shape, its errors, its limits."""

from dataclasses import replace
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from bot.place_table import PlaceRow, PlaceTable
from bot.settings import Settings
from bot.web.application import make_application
from bot.web.interface.schemas import AnswerData, ConditionData, MeasureData
from tests.bot.fakes import assistance
from tests.web.scripted import FRIDGE, page_client, scripted, two_regions

KEY, OTHER_KEY = "0123456789abcdef", "fedcba9876543210"


async def test_an_answer_has_the_shape_of_every_channel(client):
    """The question's id comes back; item 19 with its phone as dialled."""
    response = await client.post("/api/ask", json={"q": "旧冰箱", "id": "q1", "session": "s"})
    answer = response.json()
    assert (answer["id"], answer["session"], answer["status"]) == ("q1", "s", "answered")
    first = answer["measures"][0]
    assert first["id"] == FRIDGE
    assert first["contacts"][0]["dial"] == "0533-6195136"
    assert first["validity"]["until"] == "2024-12-31"


async def test_validity_is_judged_on_the_day_asked(client):
    """In force in October 2024."""
    answer = (await client.post("/api/ask", json={"q": "旧冰箱", "as_of": "2024-10-01"})).json()
    assert answer["measures"][0]["validity"]["state"] == "in_force"


async def test_not_covering_a_question_is_an_answer(client):
    """200 with a status, no measures, the hotline."""
    answer = (await client.post("/api/ask", json={"q": "今天天气怎么样呢"})).json()
    assert answer["status"] == "not_covered"
    assert answer["measures"] == []
    assert "12345" in answer["text"]


async def test_what_can_be_looked_up(client):
    """A measure by its id, documents, a department, a search."""
    measure = await client.get(f"/api/measures/{quote(FRIDGE, safe='')}")
    assert measure.json()["doc"]["issued"] == "2024-07-22"
    assert len((await client.get("/api/documents")).json()) == 17
    (department,) = (await client.get(f"/api/departments/{quote('区商务局')}")).json()
    assert sum(department["counts"].values()) == len(department["measures"])
    found = (await client.get("/api/search", params={"q": "冰箱 空调"})).json()
    assert [hit["id"] for hit in found["hits"]] == [FRIDGE]


async def test_a_name_of_two_regions_gives_two_departments():
    """区商务局 of 周村, and of a copy of its list issued in 聊城."""
    async with page_client(make_application(Settings(), assistance(two_regions()))) as client:
        found = (await client.get(f"/api/departments/{quote('区商务局')}")).json()
    assert [department["region"] for department in found] == ["周村", "聊城"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"[]", 422),
        (b'{"q": 1}', 422),
        (b'{"q": "x", "surplus": 1}', 422),
        (b'{"q": "\\ud800"}', 422),
        (b'{"q": "x", "region": "\\u4e0a\\u6d77"}', 422),
        (b'{"q": "x", "as_of": "2024-13-01"}', 422),
        (b'{"q": "\xff"}', 422),
        (b'{"q": "' + b"x" * 2001 + b'"}', 422),
        (b"x" * 16_385, 413),
    ],
)
async def test_a_body_that_cannot_be_used_is_a_problem(client, body, status):
    """RFC 9457; what was sent is not repeated."""
    response = await client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code in (status, 400)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == response.status_code


async def test_too_long_a_question_is_told_how_long_it_may_be(client):
    """2,000 characters."""
    detail = (await client.post("/api/ask", json={"q": "低" * 2001})).json()["detail"]
    assert (detail.count("2000"), "低" in detail) == (1, False)


async def test_a_value_of_the_wrong_form_is_told_the_right_one(client):
    """A day, and one of the choices; what was sent is not repeated."""
    day = (await client.post("/api/ask", json={"q": "低保", "as_of": "去年"})).json()["detail"]
    assert day == "body.as_of：要写成日期，例如 2026-11-21。"
    missing = (await client.post("/api/ask", json={})).json()["detail"]
    assert missing == "缺少 body.q。"
    unknown = (await client.post("/api/ask", json={"q": "低保", "where": "周村"})).json()["detail"]
    assert unknown == "没有 body.where 这个字段，请核对名称。"


@pytest.mark.parametrize("body", ["[]", "null", '"低保"', '{"q":', "q=低保"])
async def test_a_body_that_is_no_object_is_told_what_one_looks_like(client, body):
    """Whatever it is instead."""
    sent = await client.post("/api/ask", content=body.encode(), headers={"Content-Type": "application/json"})
    assert sent.status_code == 422
    assert sent.json()["detail"].startswith("请求体要写成 JSON 对象")


async def test_a_form_is_told_that_json_is_wanted(client):
    """As programs send it that leave the kind of content out."""
    assert "JSON 对象" in (await client.post("/api/ask", data={"q": "低保"})).json()["detail"]


async def test_a_streamed_body_is_stopped_at_the_limit(client):
    """Without a declared length too."""

    async def endless():
        for _ in range(40):
            yield b"x" * 1024

    assert (await client.post("/api/ask", content=endless())).status_code == 413


async def test_every_response_carries_the_security_headers(client):
    """Pages, data, files, errors."""
    for address in ("/", "/api/documents", "/static/page.js", "/nope", "/healthz"):
        headers = (await client.get(address)).headers
        assert "'unsafe-inline'" not in headers["content-security-policy"]
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers


async def with_settings(asker, **values):
    """A client of an application with these settings."""
    return page_client(make_application(Settings(**values), asker))


async def test_too_many_requests_are_told_when_to_come_back(asker):
    """The third of two a minute: 429 with Retry-After; monitors are never held up."""
    async with await with_settings(asker, web_per_minute=2) as client:
        statuses = [(await client.get("/api/documents")).status_code for _ in range(3)]
        held = await client.get("/api/documents")
        assert statuses == [200, 200, 429]
        assert 0 < int(held.headers["retry-after"]) <= 30
        assert (await client.get("/healthz")).status_code == 200


async def test_what_is_looked_for_while_typing_counts_a_quarter_of_a_request(asker):
    """Of two requests a minute eight such looks are left, and no question after them."""
    application = make_application(Settings(web_per_minute=2), asker)
    async with page_client(application) as held:
        looks = [(await held.get("/words?q=a")).status_code for _ in range(8)]
        assert looks == [200] * 8
        assert (await held.get("/")).status_code == 429
    application.service.close()


async def test_a_person_who_asks_too_often_is_told_on_a_page(asker):
    """Whoever has no JavaScript reads a sentence, not data."""
    async with await with_settings(asker, web_per_minute=1) as client:
        await client.get("/")
        held = await client.get("/")
    assert held.status_code == 429
    assert 0 < int(held.headers["retry-after"]) <= 60
    assert "<h1>请稍等一会儿</h1>" in held.text


async def test_every_field_of_an_answer_is_documented(client):
    """OpenAPI names what is sent, of the answer, its measures and their conditions."""
    answer = (await client.post("/api/ask", json={"q": "冰箱企业补贴"})).json()
    assert set(answer) == set(AnswerData.model_fields)
    assert set(answer["measures"][0]) == set(MeasureData.model_fields)
    names = {"kind", "quantity", "op", "value", "unit", "text", "rule"}
    assert all(
        names <= set(one) <= set(ConditionData.model_fields) for one in answer["measures"][0]["conditions"]
    )


async def test_a_key_is_asked_for_where_keys_are_set(asker):
    """401 without and with a wrong one; the page needs none."""
    async with await with_settings(asker, web_keys=f"hall:{KEY}") as client:
        assert (await client.get("/api/documents")).status_code == 401
        assert (await client.get("/api/documents", headers={"X-API-Key": "x" * 16})).status_code == 401
        assert (await client.get("/api/documents", headers={"X-API-Key": KEY})).status_code == 200
        assert (await client.get("/")).status_code == 200


async def test_a_key_may_be_tied_to_a_place(asker):
    """Its questions are asked from there, unless they say where; others from nowhere."""
    table = PlaceTable({"聊城": PlaceRow(keys=("hall",))})
    tied = replace(asker, places=lambda: table)
    async with await with_settings(tied, web_keys=f"hall:{KEY},site:{OTHER_KEY}") as client:

        async def header(key, **asked):
            headers = {"X-API-Key": key}
            answer = await client.post("/api/ask", json={"q": "旧冰箱换新补多少", **asked}, headers=headers)
            return answer.json()["text"].splitlines()[0]

        assert "不是聊城的规定" in await header(KEY)
        assert "不是临清市的规定" in await header(KEY, region="临清")
        assert "不是" not in await header(KEY, region="周村区")
        assert "不是" not in await header(OTHER_KEY)


@pytest.mark.parametrize(
    ("region", "said"),
    [
        ("杭州市", "手头没有杭州市的文件"),
        ("天宫里", "没有认出“天宫里”是哪个地方"),
        ("鼓楼区", "手头没有鼓楼区的文件"),
    ],
)
async def test_a_place_where_no_rule_holds_is_told_in_one_line(client, region, said):
    """As the detail of the problem."""
    response = await client.post("/api/ask", json={"q": "旧冰箱", "region": region})
    assert response.status_code == 422
    assert said in response.json()["detail"]
    assert "周村、聊城" in response.json()["detail"]


async def test_other_sites_may_call_only_where_set(asker):
    """CORS for the origin named and for no other."""
    async with await with_settings(asker, web_origins="https://a.example") as client:
        allowed = await client.get("/api/documents", headers={"Origin": "https://a.example"})
        other = await client.get("/api/documents", headers={"Origin": "https://b.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://a.example"
    assert "access-control-allow-origin" not in other.headers


async def test_monitors_are_told(asker):
    """Alive, ready with all measures, counted by route and never by address or question."""
    async with await with_settings(asker) as client:
        await client.post("/api/ask", json={"q": "旧冰箱"})
        assert (await client.get("/healthz")).json()["status"] == "ok"
        assert (await client.get("/readyz")).json()["measures"] == 599
        text = (await client.get("/metrics")).text
    assert 'wenzheng_http_requests_total{route="/api/ask",status="200"} 1.0' in text
    assert 'wenzheng_answers_total{status="answered"} 1.0' in text
    assert "冰箱" not in text


described = schemathesis.openapi.from_asgi(
    "/api/openapi.json", make_application(Settings(web_per_minute=1_000_000), assistance(scripted())).asgi
)


@described.parametrize()
@settings(max_examples=25, suppress_health_check=list(HealthCheck), database=None)
def test_no_request_breaks_the_interface(case):
    """Whatever is sent: no 5xx, no status and no body that OpenAPI does not describe."""
    case.call_and_validate(checks=[not_a_server_error, status_code_conformance, response_schema_conformance])
