"""What takes documents in, what keeps conversations, and what the desk of the staff works with."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.app.document_wiring import added_documents, confirmed_phones, open_collection
from bot.app.index_wiring import brought_up_to_date, refresh_aside
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.adding import DocumentAdder
    from bot.store import Store
    from bot.web.desk.desk_parts import DeskParts
    from bot.web.desk.refreshing import Work


def open_adder(settings: Settings, refresh: Callable[[], str] | None = None) -> "DocumentAdder":
    """What takes documents in and out; `refresh` is done in place of bringing the index up to date."""
    from bot.adding import DocumentAdder
    from corpus.keeping.reading_process import ReadingProcess

    collection = open_collection(settings)

    def refreshed() -> str:
        return brought_up_to_date(settings, collection)

    process = ReadingProcess(settings.limits)
    return DocumentAdder(collection, added_documents(settings), process, refresh or refreshed)


def open_store(settings: Settings) -> "Store":
    """The database of conversations, questions and the staff. Whoever opens it closes it.

    Raises:
        StoreError: it cannot be used.
    """
    from bot.store import Store

    return Store.open(settings.database)


def open_desk(settings: Settings, store: "Store", begin: "Callable[[], Work] | None" = None) -> "DeskParts":
    """What the desk works with; the index follows its changes in a process of its own, or by `begin`."""
    from bot.following import WaitingFiles
    from bot.web.desk.desk_parts import DeskParts
    from bot.web.desk.refreshing import Refresher
    from bot.web.desk.uploads import Uploads

    refresher = Refresher(begin or (lambda: refresh_aside(settings)))
    return DeskParts(
        store,
        open_adder(settings, refresher.refresh),
        confirmed_phones(settings),
        Uploads(settings.uploads_folder),
        WaitingFiles(settings.waiting_folder),
        settings.questions_folder,
        refresher,
    )
