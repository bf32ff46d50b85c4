"""Whose site a page was saved from: as it states for machines, behind its title, or in its foot."""

import re

from corpus.reading.html.chrome import Node
from corpus.reading.html.page_article import stated

_BEHIND_TITLE = re.compile(r"\s*[-—–_|｜]+\s*")
_OFFICIAL = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:人民政府|管委会|管理委员会|[局委厅办])(?:办公[厅室])?(?:政务|官方|门户)?(?:网站?|官网)?"
)
"""A body that has a site. Example: `青禾县民政局门户网站`."""
_HOST = re.compile(r"主办(?:单位|机关)?\s*[：:]\s*(?P<host>[\u4e00-\u9fff]{4,30})")


def find_site(page: Node) -> str:
    """The name of the site or of the body that runs it; empty where the page tells neither.

    Source: 政府网站网页标签规范, SiteName.

    Example: `<title>高龄津贴申领指南-青禾县人民政府</title>` -> `青禾县人民政府`
    """
    return stated(page, "sitename") or _in_title(page) or _in_foot(page)


def _in_title(page: Node) -> str:
    words = " ".join("".join(title.itertext()) for title in page.iter("title"))
    last = _BEHIND_TITLE.split(words.strip())[-1]
    return last if _OFFICIAL.fullmatch(last) else ""


def _in_foot(page: Node) -> str:
    hosts = _HOST.findall("".join(page.itertext()))
    return hosts[-1] if hosts and _OFFICIAL.fullmatch(hosts[-1]) else ""
