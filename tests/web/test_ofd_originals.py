"""OFD originals as people see them: their pages drawn as pictures that run and load nothing."""

import re
from urllib.parse import quote

import pytest

from bot.settings import Settings
from bot.web.application import make_application
from tests.corpus.ofd_files import Packed, Paper, ofd_file
from tests.web.printed_original import NOTICE, add, asker_over, serving

HERE = f"/o/{quote(NOTICE, safe='')}"
REDRAWN = "图片是按原件重画的，不含印章和批注，以原件为准。"
HOSTILE = "<script>alert(1)</script>\"'&"


def notice(folder):
    """Two measures, one a page; the second page ends with hostile words."""
    first, second = Paper(), Paper()
    first.write(38, 40, "青禾县人民政府办公室关于支持小店的通知", 7.4)
    first.write(75, 55, NOTICE)
    first.paragraphs(["一、减免房租。县内小店按规定享受减免房租，每户每年向所在镇申请一次。"], 80)
    second.paragraphs(["二、补贴水电。县内小店按规定享受补贴水电，每户每年向所在镇申请一次。"], 40)
    second.write(30, 200, HOSTILE)
    return ofd_file(folder / "made.ofd", Packed([first, second])).read_bytes()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder, home = tmp_path_factory.mktemp("brought"), tmp_path_factory.mktemp("home")
    add(home, folder, "支持小店.ofd", notice(folder))
    return home


@pytest.fixture(scope="module")
def application(home):
    made = make_application(Settings(home=home, web_per_minute=100_000), asker_over(home))
    yield made
    made.service.close()


async def test_a_measure_leads_to_its_page(client):
    """The second measure stands on the second of two pages; one line says what is not drawn."""
    measure = await client.get(f"/m/{quote(NOTICE, safe='')}/{quote('二')}")
    (link,) = re.findall(r'<a href="([^"]+)">查看原件</a>', measure.text)
    page = await client.get(link)
    assert "第2页，共2页" in page.text
    assert re.findall(r'<img src="([^"]+)"', page.text) == [f"{HERE}/pages/2.svg"]
    assert REDRAWN in page.text
    assert "下载原件" in page.text


async def test_a_picture_runs_and_loads_nothing(client, home):
    """Served as what it is, under a policy of its own, kept on disk, known by its tag."""
    got = await client.get(f"{HERE}/pages/2.svg")
    again = await client.get(f"{HERE}/pages/2.svg", headers={"If-None-Match": got.headers["etag"]})
    assert (got.status_code, got.headers["content-type"]) == (200, "image/svg+xml")
    assert got.headers["content-security-policy"] == (
        "default-src 'none'; img-src data:; sandbox; frame-ancestors 'none'"
    )
    assert got.headers["x-content-type-options"] == "nosniff"
    assert got.headers["cache-control"] == "private, no-cache"
    assert ">二、补贴水电。县内小店" in "".join(re.findall(r">[^<]*", got.text))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;</text>" in got.text
    assert "<script" not in got.text
    assert (again.status_code, again.content) == (304, b"")
    assert any(path.name.endswith("-2-1240") for path in (home / "pictures").iterdir())


async def test_other_responses_keep_the_policy_of_the_server(client):
    """Also the page around a picture, and a picture that is not there."""
    for address in (HERE, f"{HERE}/pages/3.svg", f"{HERE}/file"):
        policy = (await client.get(address)).headers["content-security-policy"]
        assert "img-src 'self' data:" in policy


@pytest.mark.parametrize(
    "picture", ["0.svg", "3.svg", "01.svg", "1.webp", "2.png", "1", "1.svg.svg", "..%2F1.svg"]
)
async def test_a_picture_that_is_not_there_is_not_found(client, picture):
    """Other pages, and the picture of another kind of original."""
    assert (await client.get(f"{HERE}/pages/{picture}")).status_code == 404
    assert (await client.get(f"{HERE}/figures/1.webp")).status_code == 404
    assert (await client.get(f"{HERE}?page=3")).status_code == 404


async def test_a_package_that_is_broken_is_shown_as_text(tmp_path):
    """It can still be downloaded."""
    home = tmp_path / "home"
    added = add(home, tmp_path, "支持小店.ofd", notice(tmp_path))
    (entry,) = added.entries()
    async with serving(home) as client:
        added.original(entry).write_bytes(b"PK\x03\x04 broken")
        page = await client.get(f"{HERE}?item={quote('二')}")
        assert "这份原件不能直接显示成图片" in page.text
        assert REDRAWN not in page.text
        assert (await client.get(f"{HERE}/pages/1.svg")).status_code == 404
