"""Pages whose title, publisher and day stand above the element with the text, written here."""

from datetime import date
from pathlib import Path

import pytest

from corpus.records import Document
from tests.corpus.taken import taken

BODY = (
    "<p>各镇人民政府、各有关单位：</p><p>为方便群众办事，现将有关事项通知如下，请认真落实，并及时报告进展情况。</p>"
    "<p>一、补贴标准。每户每年补贴房租1000元，直接打到本人的银行卡，不收取任何费用。</p>"
    "<p>二、申请时间。每年6月30日前，带身份证到镇便民服务中心申请，逾期的第二年再办。</p>"
)
MENU = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12))


def page(folder: Path, above: str, title: str, body: str = BODY, head: str = "") -> Document:
    """A page with a menu, some lines above its text, and the text."""
    path = folder / "页面.html"
    path.write_text(
        f"<html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><ul>{MENU}</ul>"
        f"<div class='mid'>{above}<div class='txt'>{body}</div></div></body></html>",
        encoding="utf-8",
    )
    return taken(path, "青禾县")


@pytest.mark.parametrize("title", ["住房保障专栏", "办事指南-青禾社保网", "青禾县民生频道"])
def test_a_title_above_the_text_counts_before_the_name_of_a_column(tmp_path: Path, title: str) -> None:
    """Many pages of a site share the title of their column."""
    document = page(tmp_path, "<div>关于做好租房补贴发放工作的通知</div>", title)
    assert document.title == "关于做好租房补贴发放工作的通知"
    assert [measure.item for measure in document.measures] == ["一", "二"]


def test_a_number_in_the_bracket_behind_such_a_title_is_the_documents(tmp_path: Path) -> None:
    """And no part of the title."""
    above = "<div>关于做好租房补贴发放工作的通知(青建住〔2025〕8号)</div>"
    document = page(tmp_path, above, "住房保障专栏")
    assert (document.number, document.title) == ("青建住〔2025〕8号", "关于做好租房补贴发放工作的通知")


def test_publisher_and_day_between_title_and_text_are_read(tmp_path: Path) -> None:
    """On one line, whatever white space parts them."""
    facts = "发布单位： 县住房服务中心&nbsp;&nbsp; 发布时间：2025-08-09"
    above = f"<div>■关于租房补贴的办理指南</div><div>{facts}</div>"
    document = page(tmp_path, above, "办事指南-青禾县住房网")
    assert document.title == "关于租房补贴的办理指南"
    assert (document.issuer, document.issued) == ("县住房服务中心", date(2025, 8, 9))


def test_what_a_page_says_for_machines_counts_before_the_line_above_the_text(tmp_path: Path) -> None:
    """And a counter of visits is no part of a publisher."""
    stated = "<meta name='PubDate' content='2025-08-10'><meta name='ContentSource' content='青禾县民政局'>"
    above = (
        "<div>关于租房补贴的办理指南</div><div>信息来源：青禾县住建局 浏览量：88 发布时间：2025-08-09</div>"
    )
    document = page(tmp_path, above, "办事指南", head=stated)
    assert (document.issuer, document.issued) == ("青禾县民政局", date(2025, 8, 10))
    document = page(tmp_path, above, "办事指南")
    assert (document.issuer, document.issued) == ("青禾县住建局", date(2025, 8, 9))


def test_a_heading_of_the_page_counts_before_the_line_above_the_text(tmp_path: Path) -> None:
    """The line may name what the page belongs to."""
    above = "<h1>青禾县租房补贴办法</h1><div>青禾县2025年住房保障工作方案</div>"
    assert page(tmp_path, above, "专栏").title == "青禾县租房补贴办法"


def test_links_above_the_text_are_no_title(tmp_path: Path) -> None:
    """They lead to other documents."""
    above = "<div><a href='/2'>关于做好防汛工作的通知</a></div>"
    assert page(tmp_path, above, "青禾县租房补贴政策").title == "青禾县租房补贴政策"


def test_columns_behind_the_title_of_a_page_are_no_part_of_it(tmp_path: Path) -> None:
    """Each is parted by a hyphen, the name of the site comes last."""
    assert page(tmp_path, "", "租房补贴服务指南-青禾县-青禾流动人口服务网").title == "租房补贴服务指南"


def test_the_page_of_a_handbook_has_the_day_above_its_contents(tmp_path: Path) -> None:
    """What stands above 目录 is a cover, whose day a site prints."""
    contents = "<p>目录</p><p>一、补贴标准……1</p><p>二、申请时间……2</p>"
    above = "<p>青禾县租房补贴服务指南</p><p>发布时间：2025-04-29</p>"
    document = page(tmp_path, "", "青禾县租房补贴服务指南-青禾县-青禾政务网", above + contents + BODY)
    assert (document.title, document.issued) == ("青禾县租房补贴服务指南", date(2025, 4, 29))


@pytest.mark.parametrize(
    "line", ["青禾县民政局 2025-04-29 08:25:55", "2025年4月29日 | 青禾县民政局", "青禾县民政局 2025.4.29"]
)
def test_who_published_a_page_and_when_may_stand_without_labels(tmp_path: Path, line: str) -> None:
    """Right below the title; a line of a medium tells the day alone."""
    above = f"<h1>青禾县租房补贴政策</h1><p class='info'>{line}</p>"
    document = page(tmp_path, above, "青禾县租房补贴政策")
    assert (document.issuer, document.issued) == ("青禾县民政局", date(2025, 4, 29))
    medium = page(tmp_path, above.replace("民政局", "融媒体中心"), "青禾县租房补贴政策")
    assert (medium.issuer, medium.issued) == ("", date(2025, 4, 29))
