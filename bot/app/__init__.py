"""The wiring: the only room that knows every part. What is heavy is imported where it is built."""

from bot.app.assistant_wiring import make_assistant, make_workbench
from bot.app.desk_wiring import open_adder, open_desk, open_store
from bot.app.document_wiring import added_documents, confirmed_phones, load_library, open_collection
from bot.app.index_wiring import bundle_vectors, bundled_texts, refresh_aside, refresh_index

__all__ = [
    "added_documents",
    "bundle_vectors",
    "bundled_texts",
    "confirmed_phones",
    "load_library",
    "make_assistant",
    "make_workbench",
    "open_adder",
    "open_collection",
    "open_desk",
    "open_store",
    "refresh_aside",
    "refresh_index",
]
