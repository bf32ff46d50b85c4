"""What the bot keeps on disk: conversations, questions, feedback, the queue, subscriptions. All times UTC."""

from bot.store.accounts import Account, Accounts, StaffRole
from bot.store.archive import backup, restore
from bot.store.audit import Audit, AuditRecord
from bot.store.database import Database
from bot.store.desk_work import WEB_CHAT, DeskWork, Letter
from bot.store.effects import Effects
from bot.store.full_disk import unkept
from bot.store.hotline_cases import ASKED, LETTER, CaseStatus, HotlineCase, HotlineCases
from bot.store.journal import Complaint, Journal, JournalEntry, Rating, Uncovered
from bot.store.kept_fields import KeptFields
from bot.store.masking import impersonal, masked, nameless
from bot.store.own_records import OwnKind, OwnRecord, OwnRecords
from bot.store.people import People
from bot.store.reminders import Reminder, Reminders
from bot.store.staff_notices import WHOLE_BOT, Notice, Notices
from bot.store.stored_sessions import StoredSessions
from bot.store.subscriptions import Subscription, Subscriptions, reader_chat
from bot.store.task_progress import ProgressNote, TaskKey, TaskProgress
from bot.store.updates import Updates
from bot.store.upkeep import Store

__all__ = [
    "ASKED",
    "LETTER",
    "WEB_CHAT",
    "WHOLE_BOT",
    "Account",
    "Accounts",
    "Audit",
    "AuditRecord",
    "CaseStatus",
    "Complaint",
    "Database",
    "DeskWork",
    "Effects",
    "HotlineCase",
    "HotlineCases",
    "Journal",
    "JournalEntry",
    "KeptFields",
    "Letter",
    "Notice",
    "Notices",
    "OwnKind",
    "OwnRecord",
    "OwnRecords",
    "People",
    "ProgressNote",
    "Rating",
    "Reminder",
    "Reminders",
    "StaffRole",
    "Store",
    "StoredSessions",
    "Subscription",
    "Subscriptions",
    "TaskKey",
    "TaskProgress",
    "Uncovered",
    "Updates",
    "backup",
    "impersonal",
    "masked",
    "nameless",
    "reader_chat",
    "restore",
    "unkept",
]
