"""Saved pages of government sites: the article and its header table. The only importer of lxml."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree, html

from corpus.reading.composing import Part, TextLine, compose
from corpus.reading.encodings import declared_charset, decode
from corpus.reading.html.chrome import Node, is_service_line, strip_chrome
from corpus.reading.html.flow import flow_of
from corpus.reading.html.generated_words import write_out
from corpus.reading.html.notices import take_notice
from corpus.reading.html.page_address import find_address
from corpus.reading.html.page_article import (
    find_article,
    find_container,
    find_day,
    find_source,
    left_around,
)
from corpus.reading.html.page_titles import lines_above, shared_titles, sure_titles
from corpus.reading.html.repeats import leave_out_repeat
from corpus.reading.html.site_names import find_site
from corpus.reading.html.stylesheets import stylesheet_of
from corpus.reading.html.web_marks import fill_fields, take_machinery, take_marked
from corpus.reading.html.white_words import has_looks_elsewhere, take_white
from corpus.reading.refusals import DamagedError, NoArticleError
from corpus.text.excerpt import compact
from corpus.text.losses import Loss, LossKind, summed
from corpus.text.source_text import SourceText
from corpus.text.unprinted import visible_line

_XML = re.compile(r"^\s*<\?xml[^>]*\?>")
_SERVED = re.compile(r"<%.{0,2000}?%>", re.DOTALL)
"""What a server fills in before anybody sees the page, in one saved from its files."""
_COMPONENT = re.compile(r"<template\b[^<>]*>")
"""What the file of one part of a site begins with; a template inside a page is shown to nobody."""
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TITLE_SPAN = 6
_BROKEN_BYTES = 1000
"""Characters for each broken byte; with more broken bytes the encoding is another one."""


def read_page(name: str, data: bytes) -> SourceText:
    """The header table as lines `发文字号：…`, the title, then the article; all else is named as left out.

    Raises:
        NoArticleError: the page holds menus and links only.
        DamagedError: it cannot be parsed at all.
    """
    text = _decoded(name, data)
    page = _parse(name, text)
    body = page.find("body")
    if body is None:
        raise NoArticleError(name, "网页里没有正文", "请在浏览器里打开文件的正文页面，重新保存后再添加")
    sure, shared = sure_titles(page), shared_titles(page)
    facts, site, address = _facts(page), find_site(page), find_address(page, text)
    losses = _lay_out(page, body)
    notice = take_notice(body, losses)
    container = find_container(body)
    if container is not None:
        fill_fields(container)
    losses.extend(strip_chrome(body, container))
    article = find_article(body)
    if article is None:
        raise NoArticleError(name, "网页里没有正文", "请在浏览器里打开文件的正文页面，重新保存后再添加")
    above = lines_above(body, article, sure)
    titles = [*sure, *filter(None, [above.title]), *shared]
    facts = facts or [TextLine(fact) for fact in above.facts]
    lines = leave_out_repeat(list(_without_services(flow_of(article, losses), losses)), losses)
    titled = [*_titled(titles, lines), *lines]
    source = compose(name, [*notice, *(titled if notice else _published(titled, titles, facts))])
    losses.extend(left_around(body, article, compact(source.text)))
    dropped = summed([*losses, *source.dropped])
    return replace(source, dropped=dropped, site=visible_line(site), address=address)


def parts_of_page(name: str, data: bytes, losses: list[Loss]) -> list[Part]:
    """All paragraphs and tables of a page that is part of another file; what is left out goes to `losses`.

    Raises:
        DamagedError: it cannot be parsed at all.
        UnknownFormatError: its bytes are in no known encoding.
    """
    page = _parse(name, _decoded(name, data))
    body = page.find("body")
    if body is None:
        return []
    losses.extend(_lay_out(page, body))
    fill_fields(body)
    losses.extend(strip_chrome(body, body))
    return flow_of(body, losses)


def _lay_out(page: Node, body: Node) -> list[Loss]:
    """Makes the body say itself what the style sheets of its page say, without what only machines read.

    What it marks as not to be read is taken out: the losses.
    """
    sheet, looks_elsewhere = stylesheet_of(page), has_looks_elsewhere(page)
    losses = list(take_machinery(body))
    if sheet:
        write_out(body, sheet)
    return [*losses, *take_marked(body), *take_white(body, looks_elsewhere=looks_elsewhere)]


def _decoded(name: str, data: bytes) -> str:
    """The page in the encoding that it declares, if its bytes agree, else in the one detected."""
    declared = declared_charset(data[:4096])
    if declared in ("gb18030", "big5", "utf-8"):
        text = data.decode(declared, "replace")
        # A browser shows a page with a few broken bytes, which sites cut their titles to.
        if text.count("\ufffd") * _BROKEN_BYTES <= len(text):
            return text
    return decode(name, data)


def _parse(name: str, text: str) -> Node:
    """The tree of a page.

    Raises:
        DamagedError: lxml finds nothing to parse.
    """
    page = page_tree(text)
    if page is None:
        raise DamagedError(name, "网页内容无法解析", "请在浏览器里重新打开并保存后再添加")
    return page


def page_tree(text: str) -> Node | None:
    """The tree of a page, however broken, in time that grows with its length alone; None of an empty one."""
    bare = _SERVED.sub("", _UNREADABLE.sub("", _XML.sub("", text.lstrip("\ufeff")))).lstrip()
    opening = _COMPONENT.match(bare)
    bare = bare[opening.end() :] if opening else bare
    try:
        return html.document_fromstring(bare, parser=html.HTMLParser(remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _without_services(parts: Iterable[Part], losses: list[Loss]) -> Iterator[Part]:
    """The parts without lines that are buttons or counters of the site, which are added to `losses`."""
    for part in parts:
        if isinstance(part, TextLine) and is_service_line(part.text):
            losses.append(Loss(LossKind.SITE, part.text))
        else:
            yield part


def _titled(titles: Sequence[str], parts: Sequence[Part]) -> Iterator[TextLine]:
    """The title of the page, unless the article begins with it."""
    opening = compact("".join(part.text for part in parts[:_TITLE_SPAN] if isinstance(part, TextLine)))
    title = titles[0] if titles else ""
    if title and not _says(opening, title):
        yield TextLine(title)


def _facts(page: Node) -> list[TextLine]:
    """The day of publication and the source that the page states, as the lines that pages show."""
    stated = {"发布日期": find_day(page), "来源": find_source(page)}
    return [TextLine(f"{label}：{value}") for label, value in stated.items() if value]


def _published(parts: Sequence[Part], titles: Sequence[str], facts: Sequence[TextLine]) -> Iterator[Part]:
    """The parts with what the page states of its publication below the title."""
    words = ""
    for part in parts:
        yield part
        words += compact(part.text) if isinstance(part, TextLine) else ""
        if facts and titles and _says(words, titles[0]):
            yield from facts
            facts = ()


def _says(opening: str, title: str) -> bool:
    """Whether the article opens with the title without its issuer. Example: `关于印发…的通知`."""
    about = max(compact(title).find("关于"), 0)
    return compact(title)[about:] in opening
