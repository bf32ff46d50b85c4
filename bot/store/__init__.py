"""What the bot keeps on disk: conversations, questions, feedback, the queue, subscriptions. All times UTC."""

from bot.store.database import Database
from bot.store.desk import Desk, Letter
from bot.store.journal import Entry, Journal, Rating
from bot.store.people import People
from bot.store.sessions import StoredSessions
from bot.store.store import Store
from bot.store.subscriptions import Subscription, Subscriptions
from bot.store.updates import Updates

__all__ = [
    "Database",
    "Desk",
    "Entry",
    "Journal",
    "Letter",
    "People",
    "Rating",
    "Store",
    "StoredSessions",
    "Subscription",
    "Subscriptions",
    "Updates",
]
