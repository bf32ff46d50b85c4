"""The page of what is asked most: the tables say what the charts draw."""

import pytest

from tests.web.office import log_in, visitor


@pytest.fixture
async def client(application):
    async with visitor(application) as held:
        for question in ("旧冰箱换新", "旧冰箱换新", "龙卷风"):
            await held.get("/", params={"q": question, "region": "周村"})
        await log_in(held, "查看员")
        yield held


async def test_the_tables_count_what_was_asked_on_the_page(client):
    """Two answered by 区商务局's item 19, one not covered, all from 周村."""
    text = "".join((await client.get("/desk/statistics")).text.split())
    assert "3次提问：已答2，没有查到1" in text
    assert '>区商务局</a></th><tdclass="number">2</td>' in text
    assert '>周村</a></th><tdclass="number">3</td><tdclass="number">1</td>' in text
    assert '旧冰箱换新</td><tdclass="number">2</td>' in text


async def test_a_row_narrows_the_rest(client):
    """The department's own questions; and taking it off again is a link."""
    text = (await client.get("/desk/statistics", params={"department": "区商务局"})).text
    assert "只看部门：区商务局" in text
    assert "龙卷风" not in text


@pytest.mark.parametrize(
    "query", ["days=999", "days=x", "region=%00", "day=" + "9" * 5000, "department=<script>"]
)
async def test_any_address_is_answered(client, query):
    """What cannot be chosen counts as nothing or as all; never as a fault, never as markup."""
    response = await client.get(f"/desk/statistics?{query}")
    assert response.status_code == 200
    assert "<script>" not in response.text


async def test_nothing_is_drawn_by_a_script_within_the_page(client):
    """The library and the drawing are files of this server, as the policy asks."""
    response = await client.get("/desk/statistics")
    assert response.text.count("<script") == response.text.count('<script src="/static/')
    assert "unsafe-inline" not in response.headers["content-security-policy"]
    assert " style=" not in response.text
