"""What a web page calls its article: what it says for machines, its headings, the line above the text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.reading.html.chrome import Node, is_service_line
from corpus.reading.html.flow import is_block
from corpus.reading.html.page_article import own_words
from corpus.text.excerpt import compact
from corpus.text.genres import GENRES
from corpus.text.site_labels import LABELS

_STATED = ("ArticleTitle", "articletitle")
_SHARED = ("title", "og:title")
"""What many sites fill with the name of a column."""
_PATH = re.compile(r"(?<=.)\s*[_|｜].*$", re.DOTALL)
_SITE = re.compile(r"\s*(?:[-_|—–]+|\s{2,})\s*[^-_|—–]*(?:政府|网|门户|公开|平台|局|委|办)[^-_|—–]*$")
_GENERAL = re.compile(
    r"(?!.*关于)(?:.*政府(?:门户)?网站?|首页.*|.*(?:政务|信息|文件)公开(?:网|平台|专栏|专题|目录)?|.*(?:网站?|门户|专栏|频道)|"
    r"通知公告|公示公告|政策(?:文件|法规)|规范性文件|办事指南|文件(?:内容|详情)?|正文|详情|内容页?)"
)
"""Titles of a site or of one of its columns, which many pages share."""
_KINDS = (
    rf"{GENRES}|决定|通告|公告|批复|函|报告|通报|指南|指引|规划|计划|"
    "条例|制度|预案|公示|清单|政策|标准|规范|纲要"
)
_TITLE = re.compile(
    rf"(?=.*(?:关于|印发|《|年|[省市县区镇乡]))[^。；！？>＞»]{{6,120}}(?:{_KINDS})》?"
    r"(?:[（(][^（）()]{1,30}[）)]){0,2}"
)
_COLUMNS = re.compile(
    rf"(?P<title>.*(?:{_KINDS})》?(?:[（(][^（）()]{{1,12}}[）)])?)(?:\s*[-—–]\s*[^-—–]{{2,12}})+"
)
"""A title with the columns of the site behind it. Example: `服务指南-青禾县`."""
_MARK = re.compile(r"^[^\w《（【“]+")
"""What a page draws before its title: `■`."""
_FACT = re.compile(rf"(?:{LABELS})\s*[：:].{{2,200}}")
_DAY = r"(?P<day>(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?)(?:\s*\d\d:\d\d(?::\d\d)?)?"
_WHO = r"(?P<who>[\u4e00-\u9fff]{4,30})"
_BARE_FACTS = (re.compile(rf"{_WHO}\s*[|｜]?\s*{_DAY}"), re.compile(rf"{_DAY}\s*[|｜]?\s*{_WHO}"))
"""Who published a page and when, without a label. Example: `青禾县民政局 2025-05-06 10:20`."""
_MOST_ABOVE = 8
"""Blocks of words right above an article among which a page prints its title."""


@dataclass(frozen=True, slots=True)
class LinesAbove:
    """The title right above an article, empty where there is none, and the labelled lines below it."""

    title: str = ""
    facts: tuple[str, ...] = ()


def lines_above(body: Node, article: Node, known: Sequence[str] = ()) -> LinesAbove:
    """The title that a page prints above the element with its article; `known`: titles it gives elsewhere.

    Example: `住房专栏`, `关于发放补贴的通知`, `发布单位：县民政局` -> the second, with the third as its fact
    """
    lines = _blocks_before(body, article)[-_MOST_ABOVE:]
    titles = [position for position, line in enumerate(lines) if _TITLE.fullmatch(compact(line))]
    named = [position for position, line in enumerate(lines) if line in known]
    if not titles and not named:
        return LinesAbove()
    below = lines[max([*titles, *named]) + 1 :]
    title = _MARK.sub("", lines[titles[-1]]) if titles else ""
    return LinesAbove(title, tuple(fact for line in below for fact in _facts_in(line)))


def _facts_in(line: str) -> list[str]:
    """The facts of a line below a title, each with its label. Example: `青禾县民政局 2025-05-06` -> two."""
    if _FACT.fullmatch(line):
        return [line]
    bare = next(filter(None, (pattern.fullmatch(line) for pattern in _BARE_FACTS)), None)
    return [f"发布日期：{bare['day']}", f"来源：{bare['who']}"] if bare else []


def sure_titles(page: Node) -> list[str]:
    """The titles that the page gives this article alone, the most reliable first."""
    named = _named(page)
    headings = ("".join(heading.itertext()) for heading in page.iter("h1"))
    return _special([*(named.get(name) or "" for name in _STATED), *headings])


def shared_titles(page: Node) -> list[str]:
    """The titles that a site may give many of its pages."""
    named = _named(page)
    titles = (_without_site("".join(title.itertext())) for title in page.iter("title"))
    return _special([*(named.get(name) or "" for name in _SHARED), *titles])


def _without_site(title: str) -> str:
    """A title without the name of the site and its columns.

    Example: `租房服务指南-青禾县-青禾政务网` -> `租房服务指南`
    """
    bare = _SITE.sub("", _PATH.sub("", title)).strip()
    behind = _COLUMNS.fullmatch(bare)
    return behind["title"] if behind else bare


def _named(page: Node) -> dict[str | None, str | None]:
    return {meta.get("name") or meta.get("property"): meta.get("content") for meta in page.iter("meta")}


def _special(candidates: Iterable[str]) -> list[str]:
    """Those that are no name of a site or a column."""
    titles = [" ".join(title.split()) for title in candidates]
    return [title for title in titles if title and not _GENERAL.fullmatch(title)]


def _blocks_before(body: Node, article: Node) -> list[str]:
    """The words of the blocks that begin before an article, without links and buttons."""
    lines: list[str] = []
    for block in takewhile(lambda element: element is not article, body.iter()):
        if isinstance(block.tag, str) and (block is body or is_block(block)):
            line = " ".join("".join(text for text, linked in own_words(block) if not linked).split())
            if line and not is_service_line(line):
                lines.append(line)
    return lines
