"""What the bot keeps on disk: conversations, questions, feedback, the queue, subscriptions. All times UTC."""

from bot.store.accounts import Account, Accounts, Role
from bot.store.audit import Audit, Change
from bot.store.database import Database
from bot.store.desk_work import WEB_CHAT, Desk, Letter
from bot.store.journal import Complaint, Entry, Journal, Rating, Uncovered
from bot.store.people import People
from bot.store.staff_notices import Notice, Notices
from bot.store.stored_sessions import StoredSessions
from bot.store.subscriptions import Subscription, Subscriptions
from bot.store.updates import Updates
from bot.store.upkeep import Store

__all__ = [
    "WEB_CHAT",
    "Account",
    "Accounts",
    "Audit",
    "Change",
    "Complaint",
    "Database",
    "Desk",
    "Entry",
    "Journal",
    "Letter",
    "Notice",
    "Notices",
    "People",
    "Rating",
    "Role",
    "Store",
    "StoredSessions",
    "Subscription",
    "Subscriptions",
    "Uncovered",
    "Updates",
]
