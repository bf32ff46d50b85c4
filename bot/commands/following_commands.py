"""The commands that keep the library current: wenzheng corpus watch, wenzheng corpus follow."""

# ruff: noqa: T201 - a command line prints

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bot.commands.collection_wiring import CollectionWiring
from bot.commands.desk_commands import StoreWiring
from bot.errors import FetchError, UsageError
from bot.messages import arrivals as messages
from bot.messages import desk as desk_messages
from corpus.text.unprinted import visible_line

if TYPE_CHECKING:
    from bot.following import Bringer, FolderWatcher, FollowedSite, SiteFetcher, SiteVisit
    from bot.settings import Settings
    from bot.store import Store

OK, FAULTY = 0, 1
_HOUR_S = 3600.0
_BETWEEN_S = 3.0
"""Between the two looks of a watch that ends after them: a file that is copied then grows."""
_RECHECK_S = 12 * _HOUR_S
"""A page of which its list says nothing new is asked for again after so long, whether it has changed."""


class FollowingWiring(CollectionWiring, StoreWiring, Protocol):
    """What these commands need built."""


def add_parsers(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the two commands and their arguments."""
    words = messages.HELP
    watched = commands.add_parser("watch", help=words["watch"])
    watched.add_argument("folder", type=Path, metavar="FOLDER", help=words["watch_folder"])
    watched.add_argument("--every", type=float, default=60.0, metavar="S", help=words["watch_every"])
    watched.add_argument("--sure", action="store_true", help=words["sure"])
    watched.set_defaults(command=watch)
    followed = commands.add_parser("follow", help=words["follow"])
    followed.add_argument("url", metavar="URL", help=words["follow_url"])
    followed.add_argument("--every", type=float, default=24.0, metavar="H", help=words["follow_every"])
    followed.set_defaults(command=follow)
    followed.add_argument("--all", action="store_true", help=words["follow_all"])
    for parser in (watched, followed):
        parser.add_argument("--region", metavar="R", help=words["region"])
        parser.add_argument("--once", action="store_true", help=words["once"])
        parser.add_argument("--yes", action="store_true", help=words["yes"])


def watch(app: FollowingWiring, settings: "Settings", args: argparse.Namespace) -> int:
    """Looks at a folder again and again, or twice, and does what changed."""
    from bot.following import FolderWatcher, WatchState

    folder = args.folder.absolute()
    if not folder.is_dir():
        raise UsageError(messages.NO_FOLDER.format(path=folder))
    state = WatchState.read(_state_file(settings, str(folder), "json"))
    with _bringer(app, settings, args, messages.BY_FOLDER) as bringer:
        watcher = FolderWatcher(folder, bringer, state, sure=args.sure)
        if args.once:
            _look(watcher)
            time.sleep(min(args.every, _BETWEEN_S))
            _look(watcher)
            return OK
        print(messages.WATCHING.format(path=visible_line(str(folder))))
        while True:
            _look(watcher)
            time.sleep(max(args.every, 1.0))


def follow(app: FollowingWiring, settings: "Settings", args: argparse.Namespace) -> int:
    """Visits a column of a site once, or again and again."""
    from bot.following import FollowedSite, SiteState, SiteVisit, normal

    start = normal("", args.url)
    if not start:
        raise UsageError(messages.BAD_ADDRESS.format(url=args.url))
    site = FollowedSite(start)
    path = _state_file(settings, start, "db")
    with (
        _bringer(app, settings, args, messages.BY_SITE) as bringer,
        closing(SiteState(path)) as state,
    ):
        while True:
            recheck_s = 0.0 if args.all else _RECHECK_S
            fetcher = _fetcher(settings, site)
            code = _visited(SiteVisit(site, fetcher, state, bringer, recheck_s=recheck_s))
            if args.once:
                return code
            time.sleep(max(args.every * _HOUR_S, 60.0))


def _look(watcher: "FolderWatcher") -> None:
    _say(watcher.look(), watcher.bringer)


def _fetcher(settings: "Settings", site: "FollowedSite") -> "SiteFetcher":
    from bot.following import FetchingLimits, SiteFetcher
    from bot.networks import parse_networks

    limits = FetchingLimits(
        pause_s=settings.follow_pause_s, max_file_bytes=settings.follow_file_mb * 1_000_000
    )
    return SiteFetcher(site, limits, parse_networks(settings.follow_networks))


def _visited(visit: "SiteVisit") -> int:
    """Makes a visit and sums it up; a site that is away is no reason to end."""
    code = OK
    try:
        _say(visit.run(), visit.bringer)
    except FetchError as error:
        print(visible_line(str(error)), file=sys.stderr)
        code = OK if error.over else FAULTY
    counts = visit.counts
    print(
        messages.VISIT.format(
            requests=visit.fetcher.requests,
            fetched=visit.fetcher.fetched,
            stored=counts.stored,
            waiting=counts.waiting,
            refused=counts.refused,
            failed=counts.failed,
        )
    )
    if counts.waiting:
        print(messages.WAITING_HINT)
    return code


def _say(lines: Iterable[str], bringer: "Bringer") -> None:
    """Prints what is done as it is done; what is stored or withdrawn is found once the index follows."""
    try:
        for line in lines:
            print(visible_line(line), flush=True)
    finally:
        if bringer.changed():
            print(bringer.adder.refresh(), flush=True)


@contextmanager
def _bringer(
    app: FollowingWiring, settings: "Settings", args: argparse.Namespace, by: str
) -> "Iterator[Bringer]":
    from bot.adding import StagedReadings
    from bot.following import Bringer, WaitingFiles

    with closing(app.open_store(settings)) as store:
        yield Bringer(
            app.open_adder(settings),
            StagedReadings(settings.staged_folder),
            WaitingFiles(settings.waiting_folder),
            _noting(store, by),
            straight=args.yes or settings.straight_in,
            region=args.region,
        )


def _noting(store: "Store", by: str) -> "Callable[[str, str, str], None]":
    def note(act: str, number: str, about: str) -> None:
        store.audit.note(by, desk_messages.ACTS[act], number, after=about)

    return note


def _state_file(settings: "Settings", name: str, suffix: str) -> Path:
    digest = sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return settings.following_folder / f"{digest}.{suffix}"
