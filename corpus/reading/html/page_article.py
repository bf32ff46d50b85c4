"""The article of a web page: its element, its day, its source."""

import re
from collections.abc import Iterator
from operator import itemgetter

from corpus.reading.html.chrome import Node, is_service_line, names_document, tells_whose
from corpus.reading.html.flow import is_block, is_data
from corpus.text.excerpt import compact
from corpus.text.losses import Loss, LossKind
from corpus.text.numerals import UP_TO_99

_CONTAINERS = re.compile(
    r"^(?:ucap-?content|trs_editor\w*|trs_ueditor|custom_unionstyle|zoom|zoomcon|zoomtitle|vsb_content\w*|v_news_content|"
    r"wp_articlecontent|article-?_?(?:content|con|body|text|box)|art-?_?(?:con|content|body)|pages?_content|"
    r"news-?_?(?:content|con|text)|content-?_?(?:text|body|box|main)|con-?_?text|main-?_?text|zw-?_?(?:content|con)|"
    r"xxgk-?_?(?:content|con)|view|detail-?_?(?:content|con)|bt-content|ewb-article\w*|j-fontcontent|fontzoom|mainbody)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[。；，！？]")
_FIELD = re.compile(rf"^[（(]?(?:\d{{1,2}}|[{UP_TO_99}]{{1,3}})[）)]?[、.．]?[\u4e00-\u9fff]{{2,12}}[：:].+")
"""A numbered field of a guide. Example: `三、承诺时限：5个工作日`."""
_LINE = re.compile(r"[\u4e00-\u9fff]{2}")
_NOTE = re.compile(
    r"现(?:印发|转发|批转|发布|公布)?给你们|(?:印发|转发|批转)给你们|(?:通知|通告|公告|公布)如下|(?:遵照|认真|贯彻)执行|特此(?:通知|通告|公告)"
)
"""What covering notes say. Example: `现印发给你们，请认真贯彻执行`."""
_ANNEX = re.compile(rf"附[件表](?:\d{{1,2}}|[{UP_TO_99}])?[：:]?(?!下载)[\u4e00-\u9fff]")
_MIN_PROSE = 40
"""Characters of sentences: a personnel notice has more, a menu or an empty page less."""
_MIN_BESIDE_TABLE = 15
"""The same for a page with a table: a guide to a service is a table with one sentence below."""
_MOST = 0.85
_SOURCE = re.compile(r"(?:信息|文章|稿件|内容)?来源\s*[：:]\s*(?P<source>\S.{1,59})")
_OWN_SITE = re.compile(r"^本[网站]\s*")
_MOST_INSIDE = 3
"""Elements within a line 来源: an icon, a label, a value."""


def find_container(body: Node) -> Node | None:
    """The element that holds the article by its name; None where no element of such a name holds it."""
    known = [element for element in body.iter() if isinstance(element.tag, str) and _is_container(element)]
    if not known:
        return None
    prose, best = max(((_prose(element), element) for element in known), key=itemgetter(0))
    enough = prose >= _MIN_PROSE or any(is_data(table) for table in best.iter("table"))
    return best if enough and prose >= _prose(body) / 2 else None


def left_around(body: Node, article: Node, read: str) -> Iterator[Loss]:
    """What the page prints outside the article; `read` is the text that was read, without white space."""
    inside = set(article.iter())
    for block in body.iter():
        if isinstance(block.tag, str) and block not in inside and (block is body or is_block(block)):
            words = compact("".join(text for text, _ in own_words(block)))
            if words:
                yield Loss(LossKind.REPEATED if words in read else _kind_around(block, words), words)


def _kind_around(block: Node, words: str) -> LossKind:
    if any(names_document(link.get("href") or "") for link in block.iter("a")):
        return LossKind.ATTACHMENT
    linked = sum(len(compact(text)) for text, is_link in own_words(block) if is_link)
    return LossKind.SITE if linked * 2 > len(words) or is_service_line(words) else LossKind.AROUND


def find_article(body: Node) -> Node | None:
    """The element that holds the article: a container of a known name, else where the sentences stand."""
    known = find_container(body)
    if known is not None:
        around = known.getparent()
        inner = known is not body and any(map(_is_of_document, _beside(known)))
        return around if inner else known
    tabled = any(is_data(table) for table in body.iter("table"))
    least = _MIN_BESIDE_TABLE if tabled else _MIN_PROSE
    if _prose(body) >= least:
        return _densest(body, _SENTENCE)
    if _prose(body, _FIELD) >= _MIN_PROSE:
        return _densest(body, _FIELD)
    return _densest(body, _LINE) if _says_plainly(body, least) else None


def _says_plainly(body: Node, least: int) -> bool:
    """Whether a page without sentences is lines and cells that say something, and not links.

    Example: a list of desks with their phones, a table of matters
    """
    linked = sum(linked for _, linked in _blocks(body))
    said = _prose(body, _LINE)
    return said >= least and said >= 2 * linked


def find_day(page: Node) -> str:
    """The day of publication that the page states for machines; empty where it states none.

    Source: 政府网站网页标签规范, PubDate.
    """
    return stated(page, "pubdate")


def find_source(page: Node) -> str:
    """Where the article is from, as the page states for machines or in the line 来源; else empty.

    Source: 政府网站网页标签规范, ContentSource.
    """
    source = stated(page, "contentsource")
    return _OWN_SITE.sub("", source) if source else next(_source_lines(page), "")


def stated(page: Node, name: str) -> str:
    """What the page states for machines under a name in small letters; empty where it states nothing."""
    named = {(meta.get("name") or "").lower(): meta.get("content") or "" for meta in page.iter("meta")}
    return " ".join(named.get(name, "").split())


def _source_lines(page: Node) -> Iterator[str]:
    for element in page.iter("span", "li", "p", "div", "td", "em", "i", "font"):
        words = " ".join("".join(element.itertext()).split()) if len(element) <= _MOST_INSIDE else ""
        match = _SOURCE.fullmatch(words)
        if match:
            yield match["source"]


def _is_container(element: Node) -> bool:
    names = [element.get("id") or "", *(element.get("class") or "").split()]
    return element.tag == "article" or any(_CONTAINERS.match(name) for name in names)


def _densest(body: Node, said: re.Pattern[str]) -> Node:
    """The smallest element that holds nearly all sentences, or fields, of the page."""
    least = _MOST * _prose(body, said)
    best = body
    while True:
        below = [child for child in best if isinstance(child.tag, str) and _prose(child, said) >= least]
        if not below or below[0].tag == "p" or (below[0].tag == "table" and is_data(below[0])):
            return best
        if any(_is_of_document(beside) for beside in best if beside is not below[0]):
            return best
        best = below[0]


def _beside(element: Node) -> Iterator[Node]:
    yield from element.itersiblings()
    yield from element.itersiblings(preceding=True)


def _is_of_document(beside: Node) -> bool:
    """Whether an element beside the one with most of an article is part of it: a note, an annex, fields."""
    if not isinstance(beside.tag, str):
        return False
    words = compact("".join(beside.itertext()))
    linked = sum(len(compact("".join(link.itertext()))) for link in beside.iter("a"))
    own = bool(_NOTE.search(words) or _ANNEX.match(words)) or tells_whose(beside)
    return linked * 2 < len(words) and own


def _prose(element: Node, said: re.Pattern[str] = _SENTENCE) -> int:
    """Characters in blocks that hold sentences, or what else `said` finds, rather than links."""
    return sum(
        len(words) for words, linked in _blocks(element) if said.search(words) and linked * 2 < len(words)
    )


def _blocks(element: Node) -> Iterator[tuple[str, int]]:
    """The words directly in each block, and how many of their characters are links."""
    for block in element.iter():
        if isinstance(block.tag, str) and (block is element or is_block(block)):
            pieces = list(own_words(block))
            words = compact("".join(text for text, _ in pieces))
            yield words, len(compact("".join(text for text, linked in pieces if linked)))


def own_words(block: Node, *, linked: bool = False) -> Iterator[tuple[str, bool]]:
    """The words directly in a block, outside blocks within it, each with whether a link holds them."""
    yield block.text or "", linked
    for child in block:
        if isinstance(child.tag, str) and not is_block(child):
            yield from own_words(child, linked=linked or child.tag == "a")
        yield child.tail or "", linked
