"""What a site prints around an article: menus, paths, share buttons, footers."""

import re
from collections.abc import Callable, Iterator
from typing import Any

Node = Any
"""An lxml element; lxml ships no type information."""

_NEVER = re.compile(
    r"script|style|noscript|template|nav|iframe|button|select|option|input|textarea|svg|canvas|video|audio|"
    r"object|embed|link|meta|map"
)
_AROUND = ("header", "footer", "aside")
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navi|menu|crumbs?|breadcrumbs?|dqwz|weizhi|location|position|share|bdsharebuttonbox|"
    r"bshare|jiathis|social|foot|footer|copyright|sidebar|side|toolbar|tools?|print|qrcode|ewm|erweima|related|"
    r"xgwz|xgyd|recommend|hot|pager|pagination|page-nav|prevnext|search|login|banner|top|topbar|header|head|logo|links|yqlj|"
    r"friendlink|accessib|wza|skip|comment|fontsize|dayin|guanbi|close|hidden)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES = ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar")
_LABELS = re.compile(
    r"^[【\[（(]?(?:打\s*印|关\s*闭|关闭窗口|关闭本页|打印本页|返回顶部|分享到?|收藏|字体|字号|大\s*中\s*小|TOP|上一篇|下一篇|"
    r"扫一扫.{0,20}|附件下载|相关链接|相关文章|相关阅读|当前位置|您(?:现)?在的位置|您当前的位置|来源|责任编辑|编辑|浏览次数|"
    r"点击数|访问量|阅读次数|无障碍(?:浏览)?)[】\]）)]?(?:$|[\s：:>＞|].{0,80}$)"
)
_GREATER_PART = 0.4
"""An element with a larger share of the page's words is no decoration, whatever its class is called."""


def strip_chrome(body: Node, words: Callable[[Node], str]) -> list[str]:
    """Removes the chrome from a page's tree and returns the words that it contained."""
    removed: list[str] = []
    total = len(words(body))
    for element in list(body.iter()):
        if element is body or not _is_attached(element, body):
            continue
        text = "" if not isinstance(element.tag, str) else words(element)
        if _is_chrome(element) and (_is_never(element) or len(text) <= total * _GREATER_PART):
            if text and not _is_never(element):
                removed.append(text)
            _remove(element)
    return removed


def is_service_line(text: str) -> bool:
    """Whether a line is a button or a counter of the site. Example: `【打印本页】` -> True."""
    return bool(_LABELS.match(text.strip()))


def _is_attached(element: Node, body: Node) -> bool:
    return any(ancestor is body for ancestor in element.iterancestors())


def _is_never(element: Node) -> bool:
    return not isinstance(element.tag, str) or bool(_NEVER.fullmatch(element.tag))


def _is_chrome(element: Node) -> bool:
    if _is_never(element) or element.tag in _AROUND or element.get("role") in _ROLES:
        return True
    return bool(_HIDDEN.search(element.get("style") or "")) or any(map(_NAMES.search, _names(element)))


def _names(element: Node) -> Iterator[str]:
    """Its id and classes, with words in camelCase separated."""
    for name in (element.get("id"), element.get("class")):
        if name:
            yield re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name)


def _remove(element: Node) -> None:
    """Takes an element out of the tree; the words after it stay."""
    parent = element.getparent()
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
