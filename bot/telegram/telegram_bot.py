"""The Telegram channel: connects, serves by long polling, stops when what it works on is done."""

import asyncio
import logging
import sys
from collections.abc import Awaitable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from urllib.parse import urlsplit

from telegram import BotCommand, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, Defaults, Updater

from bot.errors import ChannelError
from bot.messages import telegram
from bot.messages.telegram import COMMANDS
from bot.ports import Assistance
from bot.settings import Settings
from bot.store import Store
from bot.telegram.channel import App, Parts
from bot.telegram.chat_order import ChatOrder
from bot.telegram.chat_pauses import ChatPauses
from bot.telegram.chat_routes import ALLOWED, add_handlers
from bot.telegram.errands import Errands
from bot.telegram.keyboards import MeasureKeys
from bot.telegram.poller import Poller
from bot.telegram.readable_updates import one_line
from bot.telegram.receiving import Receiver
from bot.telegram.wire import Wire
from bot.token_buckets import TokenBuckets

THREADS = 2
"""Questions worked on at once, one for each core of the machine it is meant for."""

GRACE_S = 8.0
"""How long a stop waits for what is being answered, as that of the page does."""

START_TRIES = 4
"""Attempts to reach the server at the start, 1, 1.5 and 2.25 s apart; once running it is tried for ever."""


async def serve(
    settings: Settings,
    assistance: Assistance,
    store: Store,
    stop: asyncio.Event,
    *,
    start_tries: int = START_TRIES,
    grace_s: float = GRACE_S,
) -> None:
    """Serves until `stop` is set, then finishes what is being answered, in `grace_s` seconds or not at all.

    Raises:
        ChannelError: no token, a refused token, or no server in reach at the start; one line.
    """
    # What the library logs below CRITICAL is reported here in one line; its own lines bring tracebacks.
    logging.getLogger("telegram.ext").setLevel(logging.CRITICAL)
    for name in ("Updater", "ExtBot"):
        logging.getLogger(f"telegram.ext.{name}").addFilter(one_line)
    poller = Poller(settings.telegram_api)
    intake = Receiver(store.updates)
    app = _application(settings, poller, intake, store)
    with ThreadPoolExecutor(THREADS, "assistant") as pool:
        limits = TokenBuckets(settings.messages_per_minute, settings.message_burst)
        keys = MeasureKeys(assistance.look_ups.catalog.measure_ids)
        parts = Parts(assistance, keys, pool, store, limits, site=settings.web_address or "")
        add_handlers(app, parts, settings.admin_ids)
        try:
            await _connect(app, stop, start_tries)
            if app.updater and not stop.is_set():
                await intake.resume(app.bot)
                errands = Errands(parts, app.bot, (settings.news_from, settings.news_until))
                await _work(app, _begun(app.updater, settings), errands, poller.refused, stop)
        except InvalidToken:
            # The library's message holds the token: it must not be kept as the cause.
            raise ChannelError(telegram.TELEGRAM_BAD_TOKEN) from None
        except (NetworkError, RetryAfter) as error:
            raise ChannelError(telegram.TELEGRAM_UNREACHABLE.format(address=settings.telegram_api)) from error
        finally:
            await _ended(app, grace_s)
    if poller.refused.is_set():
        raise ChannelError(telegram.TELEGRAM_BAD_TOKEN)


def _application(settings: Settings, poller: Poller, intake: Receiver, store: Store) -> App:
    if settings.telegram_token is None:
        raise ChannelError(telegram.TELEGRAM_NO_TOKEN)
    return (
        Application.builder()
        .token(settings.telegram_token.get_secret_value())
        .base_url(f"{settings.telegram_api}/bot")
        .base_file_url(f"{settings.telegram_api}/file/bot")
        .get_updates_request(poller)
        .request(Wire())
        .rate_limiter(ChatPauses())
        .update_queue(intake)
        .concurrent_updates(ChatOrder(store.updates))
        .defaults(
            Defaults(parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True))
        )
        .build()
    )


async def _connect(app: App, stop: asyncio.Event, tries: int) -> None:
    """Logs in and registers the commands; tries again while the server is out of reach."""
    delay_s = 1.0
    for left in reversed(range(tries)):
        try:
            await app.initialize()
            await app.bot.set_my_commands([BotCommand(name, words) for name, words in COMMANDS])
            return
        except (NetworkError, RetryAfter):
            if not left:
                raise
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), delay_s)
            return
        delay_s *= 1.5


async def _begun(updater: Updater, settings: Settings) -> Updater:
    """Fetches updates, or listens for them where there is a public address."""
    if settings.webhook_url is None:
        await updater.start_polling(allowed_updates=ALLOWED, error_callback=lambda _: None)
        return updater
    secret = settings.webhook_secret
    await updater.start_webhook(
        listen=settings.webhook_listen,
        port=settings.webhook_port,
        url_path=urlsplit(settings.webhook_url).path.lstrip("/"),
        webhook_url=settings.webhook_url,
        secret_token=secret.get_secret_value() if secret else None,
        allowed_updates=ALLOWED,
    )
    return updater


async def _work(
    app: App, begun: Awaitable[Updater], errands: Errands, refused: asyncio.Event, stop: asyncio.Event
) -> None:
    """Answers until told to stop or the token is refused."""
    await begun
    await app.start()
    sys.stdout.write(telegram.TELEGRAM_READY.format(name=app.bot.username) + "\n")
    sys.stdout.flush()
    over = asyncio.Event()
    running = asyncio.create_task(errands.run(over))
    waits = [asyncio.create_task(event.wait()) for event in (stop, refused)]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    over.set()
    await running


async def _stopped(app: App, grace_s: float) -> None:
    """Fetches no more and finishes what has arrived; nothing to do where that was done.

    Telegram out of reach is no reason to go on: what it has not confirmed it brings again. What takes longer
    than `grace_s` is given up; it is kept, and answered by the next run.
    """
    try:
        if app.updater and app.updater.running:
            with suppress(TelegramError):
                await app.updater.stop()
    finally:
        # Also where the stop itself is cut short: the library refuses to close what is still running.
        if app.running:
            with suppress(TimeoutError):
                await asyncio.wait_for(app.stop(), grace_s)


async def _ended(app: App, grace_s: float) -> None:
    """Leaves nothing running or open, whatever ended the service."""
    try:
        await _stopped(app, grace_s)
    finally:
        await app.shutdown()
        await app.bot.shutdown()
