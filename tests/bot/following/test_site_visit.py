"""A column of a site: what is new comes in, what changed replaces it, and nothing else is fetched again."""

import pytest

from bot.errors import FetchError
from tests.served_site import (
    COLUMN,
    Page,
    article,
    article_path,
    fill_site,
    listing,
    put_lists,
)
from tests.shelves import as_word, notice, number_of, zipped


def listed(site, *entries, pages=1, more=""):
    site.pages[f"{COLUMN}index.html"] = listing(entries, pages, more)


def test_a_second_visit_fetches_only_what_changed(site, office):
    """60 documents on three lists with 12 attachments; then one is changed and one is new."""
    fill_site(site, 60)
    _, first = office.visit(site.start_url)
    assert (first.counts.stored, first.counts.failed) == (72, 0)
    assert len(site.bodies()) == 60 + 12 + 3
    office.visit(site.start_url)
    assert site.bodies() == []
    site.pages[article_path(7)] = article(7, "u", amount=777)
    site.pages[article_path(60)] = article(60, "u")
    put_lists(site, 61)
    lines, _ = office.visit(site.start_url)
    lists = [f"{COLUMN}index.html", *(f"{COLUMN}index_{turn}.html" for turn in (1, 2, 3))]
    assert site.bodies() == sorted([article_path(7), article_path(60), *lists])
    assert len(lines) == 2
    amounts = office.amounts()
    assert len(amounts) == 60 + 12 + 1
    assert "777元" in amounts[number_of(7)]
    assert "160元" in amounts[number_of(60)]
    assert site.at_once == 1
    assert office.noted[-1][:2] == ("add", number_of(7)) or office.noted[-1][:2] == ("add", number_of(60))


def test_a_document_keeps_the_address_that_it_was_fetched_from(site, office):
    """An attachment its own, one of an archive that of the archive."""
    site.host = "www.qinghe.example"
    folder = article_path(1).rpartition("/")[0]
    attached = '<a href="./a.docx">附件1</a><a href="./f.zip">附件2</a>'
    site.pages[article_path(1)] = article(1, "u", attached=attached)
    site.pages[f"{folder}/a.docx"] = Page(as_word(notice(8)))
    site.pages[f"{folder}/f.zip"] = Page(zipped({"细则.docx": as_word(notice(9))}))
    listed(site, (article_path(1), "关于某件事情的通知"))
    office.visit(site.start_url)
    addresses = {entry.numbers: entry.address for entry in office.adder.entries()}
    assert addresses == {
        (number_of(1),): site.root + article_path(1),
        (number_of(8),): f"{site.root}{folder}/a.docx",
        (number_of(9),): f"{site.root}{folder}/f.zip",
    }


def test_pages_are_not_asked_for_again_before_their_time(site, office):
    """Unless their list says something new of them."""
    fill_site(site, 3)
    office.visit(site.start_url)
    site.took()
    site.pages[article_path(1)] = article(1, "u", amount=777)
    office.visit(site.start_url, recheck_s=3600.0)
    assert [path for path, _ in site.took()] == ["/robots.txt", f"{COLUMN}index.html"]
    paths = [(article_path(n), f"关于第{n}件事的通知（更新）") for n in (1,)]
    listed(site, *paths)
    office.visit(site.start_url, recheck_s=3600.0)
    assert "777元" in office.amounts()[number_of(1)]


def test_a_page_that_changes_around_its_document_brings_nothing(site, office):
    """A counter of visits; also where the site knows no tags."""
    fill_site(site, 2)
    office.visit(site.start_url)
    for ordinal in (0, 1):
        page = article(ordinal, "u")
        page.data, page.tagged = page.data.replace(b"</h1>", b"</h1><span>12345</span>"), False
        site.pages[article_path(ordinal)] = page
    lines, visit = office.visit(site.start_url)
    assert (lines, visit.counts.stored) == ([], 0)


def test_a_visit_that_is_broken_off_loses_nothing(site, office):
    """The limit of requests ends it in the middle; the next ones go on."""
    fill_site(site, 10)
    for _ in range(3):
        with pytest.raises(FetchError, match="其余的下次再看"):
            office.visit(site.start_url, max_requests=5, recheck_s=3600.0)
    office.visit(site.start_url, recheck_s=3600.0)
    assert len(office.amounts()) == 10 + 2


def test_what_goes_wrong_is_told_and_the_rest_comes_in(site, office):
    """A missing page, an error with status 200, a redirect to a private address, a loop, a huge file."""
    good, names = article_path(3), ("gone", "error", "away", "inside", "loop", "big")
    paths = {name: f"{COLUMN}202401/t20240101_{n}.html" for n, name in enumerate(names)}
    folder = f"{COLUMN}202401"
    attached = '<a href="./big.docx">附件1</a><a href="./endless.docx">附件2</a><a href="./ok.docx">附件3</a>'
    site.pages |= {
        good: article(3, "u"),
        paths["error"]: Page("<title>页面不存在</title><p>您访问的页面不存在或已删除。</p>".encode()),
        paths["away"]: Page(status=302, headers={"Location": "http://127.0.0.2:1/x"}),
        paths["inside"]: Page(status=302, headers={"Location": "http://10.0.0.8/x"}),
        paths["loop"]: Page(status=302, headers={"Location": paths["loop"]}),
        paths["big"]: article(4, "u", attached=attached),
        f"{folder}/big.docx": Page(bytes(3_000_000)),
        f"{folder}/endless.docx": Page(bytes(10), endless=True, tagged=False),
        f"{folder}/ok.docx": Page(as_word(notice(9))),
    }
    listed(site, *((path, f"关于某件事情的通知{path[-6:-5]}") for path in (*paths.values(), good)))
    lines, visit = office.visit(site.start_url, max_file_bytes=2_000_000)
    whys = {line.partition("：")[0].rpartition("/")[2]: line for line in lines if line.startswith("http")}
    assert "网站答复 404" in whys["t20240101_0.html"]
    assert "内容却是出错提示" in whys["t20240101_1.html"]
    assert "转到了别的网站" in whys["t20240101_2.html"]
    assert "转到了别的网站" in whys["t20240101_3.html"]
    assert "转来转去没有结果" in whys["t20240101_4.html"]
    assert "超过 2 MB 的上限" in whys["big.docx"]
    assert "超过 2 MB 的上限" in whys["endless.docx"]
    assert visit.counts.failed == 5
    assert set(office.amounts()) == {number_of(3), number_of(4), number_of(9)}


def test_a_page_that_becomes_an_error_page_replaces_nothing(site, office):
    """Its document stays."""
    fill_site(site, 2)
    office.visit(site.start_url)
    site.pages[article_path(1)] = Page(b"<title>404</title>")
    lines, _ = office.visit(site.start_url)
    assert "内容却是出错提示" in lines[0]
    assert len(office.amounts()) == 2


def test_a_document_marked_as_out_of_force_is_known_as_such(site, office):
    """有效性：失效 in the table of the page."""
    site.pages[article_path(1)] = article(1, "u")
    listed(site, (article_path(1), "关于某件事情的通知"))
    office.visit(site.start_url)
    site.pages[article_path(1)] = article(1, "u", standing="失效")
    office.visit(site.start_url)
    (record,) = [r for r in office.adder.stock().current if r.number == number_of(1)]
    assert record.document.validity.void


def test_lists_that_turn_in_a_circle_end(site, office):
    """Each names the next one, for ever."""
    for turn in range(30):
        more = f'<a href="index_{turn + 1}.html">下一页</a>'
        name = "index.html" if turn == 0 else f"index_{turn}.html"
        site.pages[f"{COLUMN}{name}"] = listing([], more=more)
    office.visit(site.start_url)
    assert len(site.took()) < 40


@pytest.mark.parametrize("kind", ["sitemap", "rss", "atom"])
def test_sitemaps_and_feeds_are_lists_too(site, office, kind):
    """A change that they tell of is fetched at once; what is elsewhere is not."""
    forms = {
        "sitemap": '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>',
        "rss": "<rss><channel>{}</channel></rss>",
        "atom": '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>',
    }
    entries = {
        "sitemap": "<url><loc>{url}</loc><lastmod>{day}</lastmod></url>",
        "rss": "<item><title>通知</title><link>{url}</link><pubDate>{day}</pubDate></item>",
        "atom": '<entry><title>通知</title><link href="{url}"/><updated>{day}</updated></entry>',
    }

    def write(day):
        urls = [site.root + article_path(1), "http://other.example/20240101.html"]
        inner = "".join(entries[kind].format(url=url, day=day) for url in urls)
        site.pages["/map.xml"] = Page(f'<?xml version="1.0"?>{forms[kind].format(inner)}'.encode())

    site.pages[article_path(1)] = article(1, "u")
    write("2024-01-01")
    office.visit(f"{site.root}/map.xml", recheck_s=3600.0)
    site.pages[article_path(1)] = article(1, "u", amount=777)
    office.visit(f"{site.root}/map.xml", recheck_s=3600.0)
    assert "777元" not in office.amounts()[number_of(1)]
    write("2024-02-02")
    office.visit(f"{site.root}/map.xml", recheck_s=3600.0)
    assert "777元" in office.amounts()[number_of(1)]


def test_what_comes_waits_for_the_staff_once(site, office):
    """What they decline is not brought again, unless it says something else."""
    fill_site(site, 2)
    office.visit(site.start_url, straight=False)
    waiting = office.waiting.all()
    assert office.amounts() == {}
    assert sorted(file.arrival.numbers[0] for file in waiting) == [number_of(0), number_of(1)]
    assert {file.arrival.origin for file in waiting} == {site.root + article_path(n) for n in (0, 1)}
    for file in waiting:
        office.waiting.discard(file.token)
    page = article(1, "u")
    page.data = page.data.replace(b"</h1>", b"</h1><span>1</span>")
    site.pages[article_path(1)] = page
    office.visit(site.start_url, straight=False)
    assert office.waiting.all() == ()
    site.pages[article_path(1)] = article(1, "u", amount=777)
    office.visit(site.start_url, straight=False)
    assert [file.arrival.numbers for file in office.waiting.all()] == [(number_of(1),)]


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_wants_to_be_left_alone_is(site, office, status):
    """The visit ends; what came before stays."""
    fill_site(site, 6)
    site.pages[article_path(3)] = Page(status=status)
    with pytest.raises(FetchError, match=f"网站答复 {status}"):
        office.visit(site.start_url)
    assert number_of(5) in office.amounts()
    assert (article_path(2), 200) not in site.took()


def test_a_title_that_looks_like_a_drive_stops_nothing(site, office):
    """Whatever a page calls itself, it is a file in a folder of ours."""
    page = article(1, "u")
    data = page.data.replace(b'name="ArticleTitle" content="', b'name="ArticleTitle" content="C:\\')
    site.pages[article_path(1)] = Page(data)
    site.pages[article_path(2)] = article(2, "u")
    listed(site, (article_path(1), "关于某件事情的通知"), (article_path(2), "关于另一件事的通知"))
    _, visit = office.visit(site.start_url)
    assert visit.counts.stored == 2


def test_attachments_that_are_not_fetched_are_named(site, office):
    """Those on another host, and those that are too many for one page."""
    attached = '<a href="http://files.example.org/a.docx">附件1</a>' + "".join(
        f'<a href="./{n}.docx">附件{n}</a>' for n in range(33)
    )
    site.pages[article_path(1)] = article(1, "u", attached=attached)
    listed(site, (article_path(1), "关于某件事情的通知"))
    lines, _ = office.visit(site.start_url)
    assert any("files.example.org/a.docx：附件在别的网站上" in line for line in lines)
    assert any("另有3个没有下载" in line for line in lines)


def test_an_attachment_behind_a_script_is_fetched(site, office):
    """As the publishing system JCMS gives them."""
    address = "/module/download/downfile.jsp?classid=0&filename=2301.docx"
    attached = f'<a href="{address.replace("&", "&amp;")}">附件1：实施细则</a>'
    site.pages[article_path(1)] = article(1, "u", attached=attached)
    site.pages[address] = Page(as_word(notice(8)), content_type="application/octet-stream")
    listed(site, (article_path(1), "关于某件事情的通知"))
    office.visit(site.start_url)
    assert set(office.amounts()) == {number_of(1), number_of(8)}


def test_of_a_long_list_what_was_fetched_stays_after_a_kill(site, office):
    """A sitemap may name all of a site."""
    for ordinal in range(25):
        site.pages[article_path(ordinal)] = article(ordinal, "u")
    urls = "".join(f"<url><loc>{site.root}{article_path(n)}</loc></url>" for n in range(25))
    site.pages[f"{COLUMN}index.html"] = Page(f"<urlset>{urls}</urlset>".encode(), content_type="text/xml")
    pauses = [0.0] * 24

    def sleep(_):
        if not pauses:
            raise KeyboardInterrupt
        pauses.pop()

    with pytest.raises(KeyboardInterrupt):
        office.visit(site.start_url, sleep=sleep, pause_s=60.0)
    assert len(office.amounts()) == 20
