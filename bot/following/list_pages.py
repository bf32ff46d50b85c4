"""What a list of a site names: documents, and further lists. A list is a page, a sitemap or a feed."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.errors import FetchError
from bot.following.fetching import FetchedPage
from bot.following.page_links import decoded_page, outline_of
from bot.following.site_addresses import FollowedSite, normal, turned_pages
from bot.following.site_maps import is_site_map, read_site_map
from bot.messages import arrivals as messages

_MAP = "sitemap "
"""Stands before the stamp of an address that a sitemap names as another sitemap."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An address that a list names."""

    url: str
    words: str
    """What the list says of it: its title, the day of its last change."""
    is_list: bool

    @classmethod
    def of(cls, site: FollowedSite, base: str, url: str, words: str) -> "ListEntry":
        """An entry of the list at `base`."""
        return cls(url, words, words.startswith(_MAP) or site.is_list(url, words, base))


def listed_on(site: FollowedSite, page: FetchedPage) -> list[ListEntry]:
    """All that a list names on its own site, each address once, in its order.

    Raises:
        FetchError: it is no list, or says that there is no such page.
    """
    found = dict(_of_map(site, page) if is_site_map(page.data) else _of_page(site, page))
    found.pop(page.url, None)
    return [ListEntry.of(site, page.url, url, words) for url, words in found.items()]


def _of_map(site: FollowedSite, page: FetchedPage) -> Iterator[tuple[str, str]]:
    read = read_site_map(page.data)
    if read is None:
        raise FetchError(page.url, messages.NOT_READ)
    for link in read.maps:
        if site.holds(url := normal(page.url, link)):
            yield url, _MAP
    for entry in read.pages:
        url = normal(page.url, entry.url)
        if url and site.holds(url) and site.is_article(url, entry.title):
            yield url, " ".join(filter(None, (entry.title, entry.stamp)))


def _of_page(site: FollowedSite, page: FetchedPage) -> Iterator[tuple[str, str]]:
    outline = outline_of(decoded_page(page.data, page.content_type))
    if outline.is_error:
        raise FetchError(page.url, messages.ERROR_PAGE)
    for link in outline.links:
        url = normal(page.url, link.href)
        if not url or not site.holds(url):
            continue
        if site.is_list(url, link.words, page.url) or site.is_article(url, link.words):
            yield url, link.words
    for url in turned_pages(page.url, outline.turns):
        if site.holds(url):
            yield url, ""
