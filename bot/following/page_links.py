"""What a page of a site says to machines: its links, its tags, and how many pages its list has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

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
_SILENT = frozenset(("script", "style", "noscript"))
_VOID = frozenset(("meta", "link", "br", "img", "input", "hr"))


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
    reader = _OutlineReader()
    reader.feed(text)
    reader.close()
    scripts = "".join(reader.scripts)
    turns = [(int(m["count"]), m["stem"], m["suffix"]) for m in _COUNTED.finditer(scripts)]
    turns += [(int(m["count"]), "index", "") for m in _COUNT.finditer(scripts)]
    records = "".join(record for record in _RECORDS.findall(scripts) if "<a " in record)
    return PageOutline(
        (*reader.links, *(outline_of(records).links if records else ())),
        reader.tags,
        _in_line("".join(reader.title)),
        _in_line(" ".join(reader.text)),
        tuple(turns),
    )


def _in_line(words: str) -> str:
    return " ".join(words.split())


class _OutlineReader(HTMLParser):
    """Collects what an outline tells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[PageLink] = []
        self.tags: dict[str, str] = {}
        self.title: list[str] = []
        self.text: list[str] = []
        self.scripts: list[str] = []
        self._open: list[str] = []
        self._href: str | None = None
        self._words: list[str] = []
        self._told = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what a tag begins."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.tags.setdefault(values.get("name", "").lower(), _in_line(values.get("content", "")))
        elif tag == "a":
            self._end_link()
            self._href, self._words, self._told = values.get("href", ""), [], values.get("title", "")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Notes what it ends; an end without a beginning ends nothing."""
        if tag == "a":
            self._end_link()
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Words go to what is open."""
        inner = self._open[-1] if self._open else ""
        if inner == "script":
            self.scripts.append(data)
        elif inner == "title":
            self.title.append(data)
        elif inner not in _SILENT:
            self.text.append(data)
            if self._href is not None:
                self._words.append(data)

    def close(self) -> None:
        """The end of the page ends everything."""
        super().close()
        self._end_link()

    def _end_link(self) -> None:
        if self._href and not _ASIDE.intersection(self._open):
            words = _in_line("".join(self._words))
            self.links.append(PageLink(self._href, self._told if len(self._told) > len(words) else words))
        self._href = None
