"""An adder as the wiring makes it, over a reading process that all tests share: starting one takes long."""

from bot import app
from bot.adding import DocumentAdder
from corpus.keeping.reading_process import ReadingProcess

_PROCESS = ReadingProcess()


def shared_adder(settings):
    """What takes documents in and out; that the index is to follow is only said."""
    collection, added = app.open_collection(settings), app.added_documents(settings)
    return DocumentAdder(collection, added, _PROCESS, lambda: "索引已就绪")
