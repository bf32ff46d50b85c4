"""What the desk works with, opened by whoever starts it."""

from dataclasses import dataclass
from pathlib import Path

from bot.adding import DocumentAdder
from bot.following import WaitingFiles
from bot.store import Store
from bot.web.desk.refreshing import Refresher
from bot.web.desk.uploads import Uploads
from corpus.keeping.confirmations import Confirmations


@dataclass(frozen=True, slots=True)
class DeskParts:
    """The store, the documents, the phones, files not stored yet, and what brings the index up to date."""

    store: Store
    documents: DocumentAdder
    phones: Confirmations
    uploads: Uploads
    waiting: WaitingFiles
    """What watched folders and followed sites brought."""
    questions_folder: Path
    """Where the plain-language questions of the staff are kept."""
    refresher: Refresher
