"""What a site prints around an article: menus, paths, share buttons, footers."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from corpus.text.excerpt import compact
from corpus.text.labels import LABEL, LabelTopic, topic_of
from corpus.text.losses import Loss, LossKind

Node = Any
"""An lxml element; lxml ships no type information."""

_NEVER = re.compile(r"nav|iframe|button|select|option|input|textarea|svg|canvas|video|audio|object|embed")
_AROUND = ("header", "footer", "aside")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navi|menu|crumbs?|breadcrumbs?|dqwz|weizhi|location|position|share|bdsharebuttonbox|"
    r"bshare|jiathis|social|foot|footer|copyright|sidebar|side|toolbar|tools?|print|qrcode|ewm|erweima|related|"
    r"xgwz|xgyd|recommend|hot|pager|pagination|page-nav|prevnext|search|login|banner|top|topbar|header|head|logo|links|yqlj|"
    r"friendlink|accessib|wza|skip|comment|fontsize|dayin|guanbi|close|hidden)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_OF_TEXT = re.compile(
    r"p|t(?:able|head|body|foot|r|d|h)|caption|h[1-6]|li|d[dt]|span|font|strong|b|em|i|u|a|label"
)
"""Elements that hold words of a text; a class of such a name says nothing about them."""
_ROLES = ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar")
_LABELS = re.compile(
    r"^[【\[（(]?(?:打\s*印|关\s*闭|关闭窗口|关闭本页|打印本页|返回顶部|分享到?|收藏|字体|字号|大\s*中\s*小|TOP|上一篇|下一篇|"
    r"扫一扫.{0,20}|附件下载|相关链接|相关文章|相关阅读|当前位置|您(?:现)?在的位置|您当前的位置|来源|责任编辑|编辑|浏览次数|"
    r"点击数|访问量|阅读次数|无障碍(?:浏览)?)[】\]）)]?(?:$|[\s：:>＞|].{0,80}$)"
)
_DOCUMENT = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|et|ofd|zip|rar)(?:$|[?#])", re.IGNORECASE)
_HEAD = re.compile(r"(?:^|[\s_-])(?:header|head|top)(?:$|[\s_\d-])", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SENTENCE = re.compile(r"[，；].*。$")
_LEAST_FIELDS = 2
_DRAWINGS = ("canvas", "video", "audio", "object", "embed")
_GREATER_PART = 0.4
"""An element with a larger share of the page's words is no decoration, whatever its class is called."""


def strip_chrome(body: Node, article: Node | None) -> Iterator[Loss]:
    """Removes the chrome from a page's tree; the words that it contained are the losses.

    Inside `article`, and for paragraphs and tables anywhere, a name such as `top` or `share` makes chrome
    of blocks of links and buttons only.
    """
    total = len(words_of(body))
    inside = set(article.iter()) if article is not None else set()
    for element in list(body.iter()):
        if element is body or not _is_attached(element, body):
            continue
        words = words_of(element)
        within = element in inside
        if _is_never(element):
            yield from _object(element, within=within)
        elif len(words) > total * _GREATER_PART or not _is_chrome(element, within=within):
            continue
        if words:
            drawn = within and element.tag in (*_DRAWINGS, "svg")
            yield Loss(LossKind.OBJECT if drawn else LossKind.SITE, words)
        remove(element)


def words_of(element: Node) -> str:
    """The words of an element without white space."""
    return compact("".join(element.itertext()))


def is_service_line(text: str) -> bool:
    """Whether a line is a button or a counter of the site. Example: `【打印本页】` -> True."""
    return bool(_LABELS.match(text.strip()))


def names_document(address: str) -> bool:
    """Whether an address is that of a file to download. Example: `/files/申请表.doc` -> True."""
    return bool(_DOCUMENT.search(address))


def _is_attached(element: Node, body: Node) -> bool:
    return any(ancestor is body for ancestor in element.iterancestors())


def _is_never(element: Node) -> bool:
    return bool(_NEVER.fullmatch(element.tag))


def _is_chrome(element: Node, *, within: bool) -> bool:
    """Whether an element is chrome by its tag, its role, or its name where that is enough."""
    if element.tag in _AROUND or element.get("role") in _ROLES:
        return True
    if not any(map(_NAMES.search, _names(element))):
        return False
    of_text = within or _OF_TEXT.fullmatch(element.tag) or _is_titled_text(element)
    told = any(map(_HEAD.search, _names(element))) and tells_whose(element)
    return not (of_text or told) or _is_service_block(element)


def tells_whose(element: Node) -> bool:
    """Whether fields of a guide say who is responsible for it, and more. Example: 主管部门 and 办理窗口."""
    terms = [f"{words_of(term).rstrip('：:')}：" for term in element.iter("dt")]
    topics = [topic_of(term.rstrip("：")) for term in terms if LABEL.fullmatch(term)]
    return len(topics) >= _LEAST_FIELDS and LabelTopic.DUTY in topics


def _is_titled_text(element: Node) -> bool:
    """Whether what is called a head has a heading, and a paragraph of whole sentences below it."""
    if not any(map(_HEAD.search, _names(element))):
        return False
    headed = any(words_of(heading) for heading in element.iter(*_HEADINGS))
    return headed and any(map(_SENTENCE.search, map(words_of, element.iter("p"))))


def _is_service_block(element: Node) -> bool:
    """Whether an element holds links and buttons, and hardly a word beside them."""
    words = words_of(element)
    linked = sum(len(words_of(link)) for link in element.iter("a"))
    return linked * 2 > len(words) or is_service_line("".join(element.itertext()))


def _object(element: Node, *, within: bool) -> Iterator[Loss]:
    """A file, a drawing or, `within` the article, another page that the page shows inside itself."""
    shown = element.get("src") or element.get("data") or ""
    if names_document(shown):
        yield Loss(LossKind.ATTACHMENT, unquote(shown.split("?")[0].split("/")[-1]))
    elif (element.tag in _DRAWINGS and not words_of(element)) or (
        element.tag == "iframe" and within and shown
    ):
        yield Loss(LossKind.OBJECT)


def _names(element: Node) -> Iterator[str]:
    """Its id and classes, with words in camelCase separated."""
    for name in (element.get("id"), element.get("class")):
        if name:
            yield re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)


def remove(element: Node) -> None:
    """Takes an element out of the tree; the words after it stay."""
    parent = element.getparent()
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
