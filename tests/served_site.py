"""A government site as such sites are built, served on loopback; all of its documents are invented.

Lists index.html, index_1.html … whose pages a script counts; pages in GBK and UTF-8 with the tags of the
standard and the table of 索引号 and 文号; attachments; and what goes wrong on such sites.
"""

import threading
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.shelves import as_word, notice, number_of

A_LIST = 20
COLUMN = "/zwgk/zcwj/"
_ARTICLE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title}_清河区人民政府</title>
<meta name="SiteName" content="清河区人民政府"><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{day}"><meta name="ContentSource" content="清河区人民政府办公室">
<meta name="ColumnName" content="政策文件"><meta name="ColumnType" content="信息公开">
<meta name="Url" content="{url}">
</head><body><nav><a href="/">首页</a><a href="/zwgk/ldzc/20990101/">领导之窗</a></nav>
<table><tr><td>索引号</td><td>QH-{ordinal}</td><td>文号</td><td>{number}</td></tr>
<tr><td>成文日期</td><td>{day}</td><td>有效性</td><td>{standing}</td></tr></table>
<h1>{title}</h1><div class="TRS_Editor">{body}</div>{attached}
<footer><a href="/gywm/20010101/index.html">关于我们</a></footer></body></html>"""


@dataclass
class Page:
    """What an address answers."""

    data: bytes = b""
    status: int = 200
    content_type: str = "text/html"
    headers: dict[str, str] = field(default_factory=dict)
    endless: bool = False
    """Whether it is sent in chunks, longer than it says."""
    tagged: bool = True
    """Whether it can be asked for by tag."""


@dataclass
class ServedSite:
    """The pages of a site, and what was asked of them."""

    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    """(path, status) of every request, in order."""
    host: str = "127.0.0.1"
    at_once: int = 0
    """The most requests at the same time."""
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self):
        """Serves until `close`."""
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"

            def do_GET(self):
                site._answer(self)

            def log_message(self, *_):
                """Nothing is printed."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    @property
    def root(self):
        """Without a slash."""
        return f"http://{self.host}:{self._server.server_port}"

    @property
    def start_url(self):
        """Of the column."""
        return f"{self.root}{COLUMN}index.html"

    def close(self):
        """Ends it."""
        self._server.shutdown()
        self._server.server_close()

    def took(self):
        """What was asked since the last time: (path, status) each with how often."""
        taken, self.asked = Counter(self.asked), []
        return taken

    def bodies(self):
        """Paths answered with a body since the last time, without robots.txt."""
        return sorted(path for path, status in self.took() if status == 200 and path != "/robots.txt")

    def _answer(self, handler):
        with self._lock:
            self._now += 1
            self.at_once = max(self.at_once, self._now)
        page = self.pages.get(handler.path, Page(b"<html>404</html>", 404))
        tag = f'"{sha256(page.data).hexdigest()[:12]}"' if page.tagged else ""
        same = bool(tag) and page.status == 200 and handler.headers.get("If-None-Match") == tag
        status = 304 if same else page.status
        self.asked.append((handler.path, status))
        with self._lock:
            self._now -= 1
        handler.send_response(status)
        for name, value in page.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Type", page.content_type)
        if tag:
            handler.send_header("ETag", tag)
        if not page.endless:
            handler.send_header("Content-Length", str(0 if same else len(page.data)))
        handler.end_headers()
        if not same:
            self._send(handler, page)

    def _send(self, handler, page):
        try:
            handler.wfile.write(page.data)
            while page.endless:
                handler.wfile.write(bytes(1 << 16))
        except OSError:
            return


def article(ordinal, url, *, charset="utf-8", amount=0, standing="有效", attached=""):
    """The page of a notice; the day and the table stand in it as sites print them."""
    text = notice(ordinal, amount)
    title, day = text.splitlines()[1], text.splitlines()[-1]
    body = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    page = _ARTICLE.format(
        charset=charset,
        title=title,
        day=day,
        url=url,
        ordinal=ordinal,
        number=number_of(ordinal),
        standing=standing,
        body=body,
        attached=attached,
    )
    return Page(page.encode("gb18030" if charset == "gb2312" else charset))


def article_path(ordinal):
    return f"{COLUMN}2024{1 + ordinal % 9:02}/t2024{1 + ordinal % 9:02}01_{1000 + ordinal}.html"


def listing(paths, pages=1, more=""):
    """A list of a column as TRS WCM makes it; the links are relative."""
    items = "".join(
        f'<li><a href="./{path.removeprefix(COLUMN)}" title="{title}">{title[:12]}…</a><i>2024-03-12</i></li>'
        for path, title in paths
    )
    return Page(
        f'<html><head><meta charset="utf-8"><meta name="ColumnName" content="政策文件"></head><body>'
        f'<nav><a href="/zwgk/20240101/other.html">别的栏目别的栏目</a></nav><ul>{items}</ul>{more}'
        f'<script>createPageHTML({pages}, 0, "index", "html");</script></body></html>'.encode()
    )


def fill_site(site, count):
    """A column of so many documents: every third in GBK, every fifth with a document of its own attached."""
    for ordinal in range(count):
        path, attached = article_path(ordinal), ""
        if ordinal % 5 == 4:
            file = f"./P0{ordinal}.docx"
            attached = f'<p><a href="{file}">附件1：实施细则{ordinal}.docx</a></p>'
            folder = path.rpartition("/")[0]
            site.pages[f"{folder}/P0{ordinal}.docx"] = Page(
                as_word(notice(5_000 + ordinal)), content_type="application/octet-stream"
            )
        site.pages[path] = article(
            ordinal, f"http://x{path}", charset="gb2312" if ordinal % 3 == 0 else "utf-8", attached=attached
        )
    put_lists(site, count)


def put_lists(site, count):
    """The lists of the documents 0 to count - 1, the newest first."""
    ordinals = list(range(count))[::-1]
    lists = [ordinals[start : start + A_LIST] for start in range(0, count, A_LIST)]
    for turn, own in enumerate(lists):
        name = "index.html" if turn == 0 else f"index_{turn}.html"
        paths = [(article_path(n), notice(n).splitlines()[1]) for n in own]
        site.pages[f"{COLUMN}{name}"] = listing(paths, len(lists))
