"""The page over a stored index, whatever it was built from: `python -m tests.bench.library_server FOLDER`.

As `wenzheng serve`, which would bring the index up to date with the documents of its home first.
"""

import asyncio
import signal
import sys
from contextlib import closing
from pathlib import Path

from bot.answering import Assistant, RememberingSearch
from bot.chain import prepare_aside
from bot.conversation import Talk, make_ear
from bot.settings import Settings, load_settings
from bot.store import Store
from bot.web import server
from embeddings import make_encoder
from retrieval import IndexStore, Retriever
from tests.bot.fakes import assistance


async def _serve(settings: Settings, folder: Path, store: Store) -> None:
    """Until SIGTERM."""
    encoder = make_encoder()
    stored = IndexStore(folder, encoder).current()
    if stored is None:
        raise SystemExit(f"no index in {folder}")
    assistant = Assistant(stored.catalog, RememberingSearch(Retriever(stored.catalog, stored.index, encoder)))
    prepare_aside(assistant.prepare)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    talk = Talk(assistant, store.sessions, make_ear(encoder, stored.index.table))
    await server.serve(settings, assistance(talk, store=store, sessions=store.sessions), stop)


if __name__ == "__main__":
    own = load_settings()
    with closing(Store.open(own.database)) as opened:
        asyncio.run(_serve(own, Path(sys.argv[1]), opened))
