"""A library that keeps itself: folders that are watched, and sites that are followed."""

from bot.following.bringing import Bringer, told
from bot.following.fetching import FetchingLimits, SiteFetcher
from bot.following.folder_watch import WatchState
from bot.following.site_addresses import FollowedSite, normal
from bot.following.site_state import SiteState
from bot.following.site_visit import SiteVisit
from bot.following.waiting_files import Arrival, WaitingFile, WaitingFiles
from bot.following.watching import FolderWatcher

__all__ = [
    "Arrival",
    "Bringer",
    "FetchingLimits",
    "FolderWatcher",
    "FollowedSite",
    "SiteFetcher",
    "SiteState",
    "SiteVisit",
    "WaitingFile",
    "WaitingFiles",
    "WatchState",
    "normal",
    "told",
]
