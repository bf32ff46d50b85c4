"""What pages, addresses and sitemaps say to machines, worked out by reading them."""

import pytest

from bot.following.page_links import decoded_page, outline_of
from bot.following.site_addresses import FollowedSite, is_attachment, normal, turned_pages
from bot.following.site_maps import is_site_map, read_site_map

START = "http://www.qinghe.example/zwgk/zcwj/index.html"
FOLDER = "http://www.qinghe.example/zwgk/zcwj"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("./t1.html#top", f"{FOLDER}/t1.html"),
        (" ../a b.html ", "http://www.qinghe.example/zwgk/ab.html"),
        ("/附件.docx", "http://www.qinghe.example/%E9%99%84%E4%BB%B6.docx"),
        ("HTTP://WWW.QINGHE.EXAMPLE:80/x", "http://www.qinghe.example/x"),
        ("a.do;jsessionid=1F?id=2", f"{FOLDER}/a.do?id=2"),
        ("javascript:void(0)", ""),
        ("mailto:a@example.org", ""),
        ("http://user:pw@www.qinghe.example/", ""),
        ("http://[::1", ""),
        ("ftp://www.qinghe.example/x", ""),
    ],
)
def test_links_are_brought_into_one_form(link, url):
    """Relative ones, with blanks, Chinese, ports and sessions; others are none."""
    assert normal(START, link) == url


@pytest.mark.parametrize(
    ("link", "words", "is_list"),
    [
        ("index_1.html", "", True),
        ("index_12.html", "下一页", True),
        ("list_2.html", "2", True),
        ("index.html?page=3", "3", True),
        ("gfxwj/", "规范性文件", True),
        ("gfxwj/index.html", "规范性文件", True),
        ("202401/t20240101_123.html", "关于某事的通知", False),
        ("/zwgk/ldzc/index.html", "领导之窗", False),
        ("/index.html", "首页", False),
        ("column-index-2.html", "", False),
        ("../zcwj/index.html?uid=1&pageNum=2", "2", True),
        ("20240101.html", "关于某事的通知", False),
    ],
)
def test_lists_are_told_from_documents(link, words, is_list):
    """By where they lead and what stands on them; what is above the column is no list of it."""
    assert FollowedSite(START).is_list(normal(START, link), words, START) is is_list


@pytest.mark.parametrize(
    ("link", "words", "is_article"),
    [
        ("202401/t20240101_123.html", "关于某事的通知", True),
        ("/art/2024/3/12/art_123_456.html", "关于某事的通知", True),
        ("/col/show.do?id=12345", "关于某事的通知", True),
        ("wenjian.html", "关于提高补贴标准的通知", True),
        ("/zwgk/ldzc/wang.html", "王某", False),
        ("/pic/20240101.jpg", "图", False),
        ("/gszbm/auto23694/", "统计数据", False),
        ("/files/P0.docx", "附件", True),
    ],
)
def test_documents_are_told_from_the_rest(link, words, is_article):
    """By figures in their address, or by a title below the column."""
    assert FollowedSite(START).is_article(normal(START, link), words) is is_article


def test_a_list_of_another_name_turns_to_pages_of_that_name():
    """Its own name is what counts."""
    start = f"{FOLDER}/column-index-1.shtml"
    site = FollowedSite(start)
    assert site.is_list(f"{FOLDER}/column-index-2.shtml", "", start)
    assert not site.is_list(f"{FOLDER}/content-post-2.shtml", "", start)


def test_lists_that_scripts_hold_or_count_are_read():
    """A datastore of records, and a count of pages that stands in the page itself."""
    outline = outline_of(
        "<script type='text/xml'><datastore><record><![CDATA[<li><a href='/art/2024/1/2/art_1_2.html'>"
        "关于某事的通知</a></li>]]></record></datastore></script><script>var countPage = 3; //共</script>"
    )
    assert [(link.href, link.words) for link in outline.links] == [
        ("/art/2024/1/2/art_1_2.html", "关于某事的通知")
    ]
    assert list(turned_pages(START, outline.turns)) == [f"{FOLDER}/index_{n}.html" for n in (1, 2)]


def test_attachments_are_files_that_are_read():
    """No pages, no pictures."""
    names = ("a.docx", "a.PDF", "a.xlsx", "a.zip", "a.html", "a.jpg", "a.exe", "a")
    assert [is_attachment(f"{FOLDER}/{name}") for name in names] == [True] * 4 + [False] * 4


def test_a_page_tells_its_links_tags_and_turns():
    """Also in markup that is broken; links of the site's frame are left out."""
    outline = outline_of(
        "<html><head><title> 政策\n文件 </title><META NAME=ArticleTitle content='关于 通知'>"
        "</head><body>"
        "<nav><a href=/x/20240101.html>别的</a></nav><ul>"
        "<li><a href='a.html' title='关于某事的通知全文'>关于某…"
        "<li><a href=b.html>乙<b>丙</b></a></ul></div><script>createPageHTML(3, 0, 'index', 'html');"
        "var a='<a href=c.html>';</script>"
    )
    assert [(link.href, link.words) for link in outline.links] == [
        ("a.html", "关于某事的通知全文"),
        ("b.html", "乙丙"),
    ]
    assert (outline.title, outline.tags["articletitle"]) == ("政策 文件", "关于 通知")
    assert outline.turns == ((3, "index", "html"),)
    assert outline.is_article


@pytest.mark.parametrize(
    ("page", "is_error"),
    [
        ("<title>404 Not Found</title>", True),
        ("<p>对不起，您访问的页面不存在或已被删除。</p>", True),
        ("<p>系统正在维护，请稍后再试。</p>", True),
        ("<title>关于公布404路公交线路的通知</title><meta name=ArticleTitle content=通知><p>一、</p>", False),
        (f"<title>通知</title><p>{'一、补助标准。' * 90}材料不存在或已删除的，不予受理。</p>", False),
        ("<title>关于补助的通知</title><p>一、每年补助404元。</p>", False),
    ],
)
def test_error_pages_are_recognised_whatever_their_status(page, is_error):
    """A page that is marked as an article, or is long, or names a sum, is none."""
    assert outline_of(page).is_error is is_error


def test_pages_are_decoded_as_they_declare_or_as_their_bytes_are():
    """GBK in the header, in the head, undeclared, and declared wrongly."""
    text = "<meta charset='{}'>关于补助的通知"
    assert "补助" in decoded_page("补助".encode("gbk"), "text/html; charset=GBK")
    assert "补助" in decoded_page(text.format("gb2312").encode("gbk"), "")
    assert "补助" in decoded_page("补助".encode("gbk"), "")
    assert "补助" in decoded_page("补助".encode(), "")
    assert "补助" in decoded_page(text.format("iso-8859-1").encode(), "")


def test_a_sitemap_that_declares_entities_or_is_broken_is_none():
    """Neither grows without end."""
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><urlset><url><loc>&a;</loc></url></urlset>'
    assert is_site_map(bomb)
    assert read_site_map(bomb) is None
    assert read_site_map(b"<urlset><url>") is None
    index = b"<sitemapindex><sitemap><loc>http://a/b.xml</loc></sitemap></sitemapindex>"
    assert read_site_map(index).maps == ("http://a/b.xml",)
    assert not is_site_map(b"<html><head></head></html>")


@pytest.mark.parametrize(
    "markup", ["<p>" * 50_000 + "</b>" * 50_000, "<p>" * 50_000 + "<a href=x>" * 50_000, "<![x" * 50_000]
)
def test_markup_that_is_made_to_take_time_takes_none(markup):
    """Tags that never end, links in them, and declarations that nobody knows; a real link before stays."""
    outline = outline_of(f'<a href="t1.html">关于某事的通知</a>{markup}')
    assert (outline.links[0].href, outline.links[0].words) == ("t1.html", "关于某事的通知")


@pytest.mark.parametrize("text", ["", " \n", "<!---->", "\x00"])
def test_an_empty_page_says_nothing(text):
    """It has no tree either."""
    outline = outline_of(text)
    assert (outline.links, outline.title, outline.text) == ((), "", "")
