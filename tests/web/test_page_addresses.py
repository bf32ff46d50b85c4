"""Addresses of pages: where they lead, what is tried with them, and what they never repeat."""

import re
from hashlib import sha256
from html import unescape
from urllib.parse import quote

import pytest

from tests.web.scripted import FRIDGE

NUMBER = quote("周政办字〔2024〕11号")
SCRIPT = "<script>alert(1)</script>"


async def test_files_are_kept_for_good_under_the_address_of_what_they_hold(client):
    """The address that the page links carries the digest of the file; any other one is asked again."""
    page = (await client.get("/")).text
    linked = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert [address.split("?")[0] for address in linked] == [
        "/static/icon.svg",
        "/static/style.css",
        "/static/offering.js",
        "/static/speaking.js",
        "/static/page.js",
    ]
    for address in linked:
        file = await client.get(address)
        assert file.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert sha256(file.content).hexdigest().startswith(address.split("?")[1])
        older = await client.get(address.split("?")[0], params="0123456789")
        assert older.headers["cache-control"] == "no-cache"


async def test_an_id_with_its_sharp_leads_to_the_readable_address(client):
    """/m/…%2319 becomes /m/…/19, for good."""
    response = await client.get(f"/m/{quote(FRIDGE, safe='')}")
    assert response.status_code == 308
    assert response.headers["location"] == f"/m/{NUMBER}/19"


@pytest.mark.parametrize(
    "address",
    ["/?q={}", "/answer?q={}", "/search?q={}", "/departments?q={}", "/?region={}&q=x", "/search?region={}"],
)
async def test_script_in_an_address_stays_text(client, address):
    """Reflected only with its brackets escaped."""
    response = await client.get(address.format(quote(SCRIPT)))
    assert response.status_code == 200
    assert SCRIPT not in response.text


@pytest.mark.parametrize(
    "address",
    [
        "/m/../../etc/passwd",
        "/m/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/static/..%2f..%2fsettings.py",
        "/static/%2e%2e/application.py",
        "/d/%00",
        f"/departments/{quote('区商务局')}?region=x",
        f"/departments/{quote(SCRIPT, safe='')}",
        "/nope",
    ],
)
async def test_path_tricks_find_nothing(client, address):
    """404, as a page."""
    response = await client.get(address)
    assert response.status_code == 404
    assert "root:" not in response.text
    assert SCRIPT not in response.text


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "/a%0d%0aX: y"]
)
async def test_the_display_switch_leads_nowhere_else(client, back):
    """Another host or a line break in the way back leads to the first page."""
    response = await client.get("/display/large", params={"back": back})
    assert response.status_code == 303
    assert response.headers["location"] in ("/", "/a%250d%250aX:%20y")
    assert "X" not in response.headers


async def test_large_text_is_switched_on_and_off(client):
    """A cookie keeps it; the page carries the class."""
    await client.get("/display/large", params={"back": "/d"})
    assert 'class="large"' in (await client.get("/d")).text
    await client.get("/display/large")
    assert 'class="large"' not in (await client.get("/d")).text


async def test_the_display_switch_comes_back_to_the_same_question(client):
    """With what has a meaning in an address: & and % stay part of the question."""
    page = await client.get("/", params={"q": "旧冰箱&region=聊城，补50%吗"})
    (back,) = re.findall(r'name="back" value="([^"]+)"', page.text)
    switched = await client.get("/display/large", params={"back": unescape(back)})
    answer = (await client.get(switched.headers["location"])).text
    assert 'class="large"' in answer
    assert "旧冰箱&amp;region=聊城，补50%吗</h2>" in answer


@pytest.mark.parametrize("asked", ["旧冰箱补贴怎么申请", "龙卷风来了怎么办呀"])
@pytest.mark.parametrize("count", [2000, 3000, 6000])
async def test_a_long_question_does_not_make_a_long_page(client, asked, count):
    """What is repeated of it has a bound, and the page says how it was read, like every channel."""
    page = await client.get("/", params={"q": (asked * 1000)[:count]})
    assert len(page.content) < 40_000
    assert "您的消息较长，我按开头和结尾的内容查找。" in page.text
    (heading,) = re.findall(r'class="asked".*</span>(.*)</h2>', page.text)
    assert heading.endswith("……")
    assert len(heading) == 100


@pytest.mark.parametrize("address", ["/", "/d", "/healthz", "/api/documents", "/static/page.js"])
async def test_head_is_answered_like_get_without_the_body(client, address):
    """Monitors and link checkers ask so: the same status and type, no content."""
    whole, head = await client.get(address), await client.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/departments/?q=%E5%95%86", "/departments?q=%E5%95%86"),
        (f"/m/{NUMBER}/19/", f"/m/{NUMBER}/19"),
        ("//evil.example/", "/evil.example"),
    ],
)
async def test_a_slash_too_many_leads_to_the_page_whatever_the_host(client, address, leads_to):
    """The way on names no host: the one that the request names may be anybody's."""
    request = client.build_request("GET", f"http://test{address}", headers={"Host": "evil.example"})
    response = await client.send(request)
    assert (response.status_code, response.headers["location"]) == (308, leads_to)


NUMBERS_OF_PERSONS = ("370303199001011234", "37030319900101123X", "6222021234567890123", "13812345678")


@pytest.mark.parametrize("number", NUMBERS_OF_PERSONS)
@pytest.mark.parametrize("address", ["/", "/answer", "/search"])
async def test_no_page_and_no_address_repeats_the_number_of_a_person(client, address, number):
    """The browser is led to an address without it before anything is answered; the page has it nowhere."""
    led = await client.get(address, params={"q": f"我是{number}，旧冰箱换新有补贴吗", "region": "周村"})
    assert led.status_code == 303
    assert number not in led.headers["location"]
    page = await client.get(led.headers["location"])
    assert page.status_code == 200
    assert number not in page.text
    assert "〔" in page.text


async def test_the_number_of_an_office_stays_in_the_address(client):
    """Whose it is may be the question."""
    response = await client.get("/", params={"q": "0533-6195136是哪里的电话"})
    assert response.status_code == 200
    assert "6195136" in response.text


async def test_a_hidden_number_is_nothing_to_search_for(client):
    """The answer is that of the question without it."""
    text = (await client.get("/answer", params={"q": "〔身份证号〕旧冰箱换新有补贴吗"})).text
    assert "对个人消费者在政策期内交售空调" in text


async def test_an_address_is_the_page_of_a_place(client):
    """A district without documents too, under its full or short name; the form keeps it."""
    for named in ("临清市", "聊城市临清市", "临清"):
        page = (await client.get("/", params={"region": named})).text
        assert "<option selected>临清市</option>" in page.replace("\n", "")
    answered = (await client.get("/", params={"region": "临清", "q": "旧冰箱"})).text
    assert "以下是周村的文件，不是临清市的规定。" in answered


@pytest.mark.parametrize(
    ("named", "said"), [("杭州市", "手头没有杭州市的文件"), ("天宫里", "没有认出“天宫里”")]
)
async def test_a_place_that_does_not_serve_is_told_and_places_are_offered(client, named, said):
    """Nothing is answered for it; each place offered is a link that keeps the question."""
    page = (await client.get("/", params={"region": named, "q": "旧冰箱"})).text
    assert said in page
    assert "冰箱（含冰柜）" not in page
    assert 'href="/?q=%E6%97%A7%E5%86%B0%E7%AE%B1&amp;region=%E5%91%A8%E6%9D%91"' in page
    part = await client.get("/answer", params={"region": named, "q": "旧冰箱"})
    assert part.status_code == 422


async def test_the_places_below_a_region_may_be_chosen(client):
    """The counties of 聊城 stand below it."""
    page = (await client.get("/")).text
    assert '<optgroup label="聊城下辖">' in page
    assert "<option>东阿县</option>" in page
