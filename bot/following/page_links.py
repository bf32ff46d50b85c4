"""What a page of a site says to machines: its links, its tags, and how many pages its list has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.reading.html.chrome import Node
from corpus.reading.html.web_pages import page_tree

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_CHINESE = ("gb2312", "gbk", "gb18030", "gb_2312-80")
_COUNTED = re.compile(
    r"createPageHTML\s*\(\s*(?:['\"][^'\"]*['\"]\s*,\s*)?(?P<count>\d{1,4})\s*,\s*\d+\s*,\s*"
    r"['\"](?P<stem>\w+)['\"]\s*,\s*['\"](?P<suffix>\w+)['\"]"
)
"""Source: the script of the publishing system TRS WCM that turns the pages of a list."""
_COUNT = re.compile(r"\bcountPage\s*=\s*(?P<count>\d{1,4})\b")
"""The same where the script stands in the page itself; its lists are index.html, index_1.html …"""
_RECORDS = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
"""Entries of a list that a script shows page by page. Source: datastore of the publishing system JCMS."""
_ERROR = re.compile(
    r"\b(?:404|403|500|502|503)\b|页面不存在|找不到(?:该|您|此|你)?.{0,6}(?:页|文件|内容)|不存在或(?:者)?已(?:经)?(?:被)?删除|"
    r"访问(?:的页面)?出错|无法访问|系统(?:正在)?维护|出错了|not found",
    re.IGNORECASE,
)
_MOST_ERROR = 500
"""Characters of a page that does nothing but say that there is none."""
_ASIDE = frozenset(("nav", "header", "footer"))
_SILENT = frozenset(("script", "style", "noscript", "title"))


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link with the words on it, in one line."""

    href: str
    words: str


@dataclass(frozen=True, slots=True)
class PageOutline:
    """What a page says to machines."""

    links: tuple[PageLink, ...]
    tags: Mapping[str, str]
    """Names of meta tags in small letters -> their content, in one line."""
    title: str
    text: str
    turns: tuple[tuple[int, str, str], ...] = ()
    """(pages, stem, ending) of a list whose pages a script counts; the ending is "" where it does not say."""

    @property
    def is_article(self) -> bool:
        """Whether it is marked as one. Source: 政府网站网页标签规范, ArticleTitle of content pages."""
        return bool(self.tags.get("articletitle"))

    @property
    def is_error(self) -> bool:
        """Whether it does nothing but say that there is no such page, whatever its status."""
        if self.is_article:
            return False
        return bool(_ERROR.search(self.title)) or (
            len(self.text) < _MOST_ERROR and bool(_ERROR.search(self.text))
        )


def decoded_page(data: bytes, content_type: str = "") -> str:
    """A page in the encoding that its header or its head declares, else in UTF-8 or GB18030."""
    declared = _DECLARED.search(content_type.encode()) or _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    if name in _CHINESE:
        return data.decode("gb18030", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030" if name != "utf-8" else "utf-8", "replace")


def outline_of(text: str) -> PageOutline:
    """What a page says to machines; broken markup gives what can be read of it."""
    page = page_tree(text)
    if page is None:
        return PageOutline((), {}, "", "")
    scripts = "".join(script.text or "" for script in page.iter("script"))
    turns = [(int(m["count"]), m["stem"], m["suffix"]) for m in _COUNTED.finditer(scripts)]
    turns += [(int(m["count"]), "index", "") for m in _COUNT.finditer(scripts)]
    records = "".join(record for record in _RECORDS.findall(scripts) if "<a " in record)
    title = page.find(".//title")
    return PageOutline(
        (*_links(page), *(outline_of(records).links if records else ())),
        _tags(page),
        _in_line(title.text or "" if title is not None else ""),
        _in_line(" ".join(_words(page))),
        tuple(turns),
    )


def _links(page: Node) -> Iterator[PageLink]:
    """The links of the page itself, not those around it."""
    for link in page.iter("a"):
        href = link.get("href")
        if href and not any(above.tag in _ASIDE for above in link.iterancestors()):
            words, said = _in_line("".join(_words(link))), link.get("title", "")
            yield PageLink(href, said if len(said) > len(words) else words)


def _tags(page: Node) -> dict[str, str]:
    tags: dict[str, str] = {}
    for meta in page.iter("meta"):
        tags.setdefault(meta.get("name", "").lower(), _in_line(meta.get("content", "")))
    return tags


def _words(node: Node) -> Iterator[str]:
    """What is shown of an element and those in it, piece by piece."""
    for inner in node.iter():
        if inner.tag not in _SILENT:
            yield inner.text or ""
        if inner is not node:
            yield inner.tail or ""


def _in_line(words: str) -> str:
    return " ".join(words.split())
