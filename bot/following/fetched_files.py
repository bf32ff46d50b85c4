"""The pages and attachments of one list, fetched into a folder, each with the page that it belongs to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from posixpath import splitext

from bot.errors import FetchError
from bot.following.fetching import FetchedPage, SiteFetcher
from bot.following.list_pages import ListEntry
from bot.following.page_links import PageOutline, decoded_page, outline_of
from bot.following.site_addresses import attached_name, is_attachment, normal
from bot.following.site_state import KnownAddress, SiteState
from bot.messages import arrivals as messages
from corpus.unpacking import inner_path

_TITLE_CHARS = 60
_NO_PATH = str.maketrans({"/": "_", "\\": "_", ":": "："})
"""A title is no path, whatever it holds; A: at its beginning is no drive."""
_MOST_ATTACHED = 30
"""Attachments of one page."""


@dataclass
class FetchedFiles:
    """Files of one portion."""

    folder: Path
    fetcher: SiteFetcher
    state: SiteState
    now: Callable[[], float]
    paths: dict[Path, str] = field(default_factory=dict)
    """A file -> the address that it came from."""
    attached: list[KnownAddress] = field(default_factory=list)
    """What is known of the attachments, to be kept once they are taken in."""
    _pages: dict[str, str] = field(default_factory=dict)
    """The address of a file -> the page that it belongs to."""
    _faults: list[str] = field(default_factory=list)

    def visit(self, entry: ListEntry) -> KnownAddress:
        """Fetches a page with its attachments, or a file; what is known of the address then.

        Raises:
            FetchError: the address gives nothing that may be used.
        """
        if is_attachment(entry.url):
            known = self._attachment(entry.url, entry.words, entry.url)
            return replace(known, stamp=entry.words)
        known = self.state.address(entry.url) or KnownAddress(entry.url)
        page = self.fetcher.fetch(entry.url, etag=known.etag, modified=known.modified)
        links = known.links
        if not page.is_unchanged:
            outline = outline_of(decoded_page(page.data, page.content_type))
            if outline.is_error:
                raise FetchError(entry.url, messages.ERROR_PAGE)
            self._write(page, _title(outline, entry), ".html", entry.url)
            links = tuple(self._attached(page, outline))
        for url, words in links:
            self._try_attachment(url, words, entry.url)
        fresh = known if page.is_unchanged else replace(known, etag=page.etag, modified=page.modified)
        return replace(fresh, stamp=entry.words, checked=self.now(), links=links, fault="")

    def page_of(self, url: str) -> str:
        """The page that a fetched file belongs to."""
        return self._pages.get(url, url)

    def faults(self) -> Iterator[str]:
        """A line for each attachment that could not be fetched since the last time."""
        while self._faults:
            yield self._faults.pop(0)

    def _attached(self, page: FetchedPage, outline: PageOutline) -> Iterator[tuple[str, str]]:
        """The attachments of a page that are fetched; those that are not are named as faults."""
        links = {normal(page.url, link.href): link.words for link in outline.links}
        named = [(url, words) for url, words in links.items() if url and is_attachment(url)]
        own = [(url, words) for url, words in named if self.fetcher.site.holds(url)]
        away = [url for url, _ in named if not self.fetcher.site.holds(url)]
        self._faults += [str(FetchError(url, messages.ATTACHED_ELSEWHERE)) for url in away[:_MOST_ATTACHED]]
        if (left := len(own) - _MOST_ATTACHED) > 0:
            why = messages.MANY_ATTACHED.format(most=_MOST_ATTACHED, left=left)
            self._faults.append(str(FetchError(page.url, why)))
        yield from own[:_MOST_ATTACHED]

    def _try_attachment(self, url: str, words: str, page: str) -> None:
        """One attachment that cannot be fetched does not stop the page."""
        try:
            self.attached.append(self._attachment(url, words, page))
        except FetchError as error:
            if error.over:
                raise
            self._faults.append(str(error))

    def _attachment(self, url: str, words: str, page: str) -> KnownAddress:
        known = self.state.address(url) or KnownAddress(url)
        most = self.fetcher.limits.max_file_bytes
        file = self.fetcher.fetch(url, etag=known.etag, modified=known.modified, max_bytes=most)
        if file.is_unchanged:
            return replace(known, checked=self.now())
        stem, suffix = splitext(attached_name(url))
        self._write(file, words.removesuffix(suffix) or stem, suffix.lower(), page, url)
        return replace(known, etag=file.etag, modified=file.modified, checked=self.now(), fault="")

    def _write(self, page: FetchedPage, title: str, suffix: str, owner: str, url: str = "") -> None:
        """Writes a file under its title, in a folder of its own."""
        folder = self.folder / str(len(self.paths))
        folder.mkdir()
        stem = title.translate(_NO_PATH).strip(" .")[:_TITLE_CHARS]
        name = PurePosixPath(inner_path(title, f"{stem}{suffix}")).name if stem else f"page{suffix}"
        path = folder / name
        path.write_bytes(page.data)
        self.paths[path] = url or owner
        self._pages[url or owner] = owner


def _title(outline: PageOutline, entry: ListEntry) -> str:
    return outline.tags.get("articletitle") or entry.words or outline.title
