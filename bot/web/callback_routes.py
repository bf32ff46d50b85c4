"""The addresses that WeChat, WeCom and DingTalk call."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException, Request, Response
from pydantic import SecretStr

from bot.dingtalk import RobotCallback, SessionWebhooks
from bot.ports import Assistance
from bot.rendering import card_of
from bot.settings import Settings
from bot.store import Store
from bot.token_buckets import TokenBuckets
from bot.web.addresses import calendar_address, measure_address
from bot.web.public_pages.print_pages import Press
from bot.web.service import Service
from bot.wechat import (
    ALLOWANCES,
    AddressSeal,
    Callback,
    CallbackReply,
    ChatPlatform,
    Correspondent,
    PlatformAccount,
    PlatformApi,
    ReturnAddresses,
    ServicePost,
    Turns,
    UnaskedMessages,
)

ROBOT_PATIENCE_S = 600.0
"""DingTalk takes an answer whenever it is there; after this one that hangs is given up."""
BELOW = "/callback/"
"""All of them lie below it; the name of the platform follows."""


@dataclass(frozen=True, slots=True)
class Callbacks:
    """What takes the calls for each account that is set up."""

    accounts: Mapping[ChatPlatform, Callback]
    """Of WeChat and WeCom."""
    robot: RobotCallback | None
    """Of DingTalk."""

    async def run(self, stop: asyncio.Event) -> None:
        """Sends what is sent unasked until told to stop."""
        await asyncio.gather(*(one.run(stop) for one in self.accounts.values()))

    def close(self) -> None:
        """Gives up what is not answered."""
        for callback in (*self.accounts.values(), *((self.robot,) if self.robot else ())):
            callback.close()


def make_callbacks(
    settings: Settings, assistance: Assistance, service: Service, store: Store, press: Press
) -> Callbacks:
    """What takes the calls for each account that is set up."""
    limits = TokenBuckets(settings.messages_per_minute, settings.message_burst)
    hours = (settings.news_from, settings.news_until)

    def address_of(measure_id: str) -> str:
        return f"{settings.web_address}{measure_address(measure_id)}" if settings.web_address else ""

    def calendar_of(measure_id: str) -> str:
        return f"{settings.web_address}{calendar_address(measure_id)}" if settings.web_address else ""

    async def drawn(measure_id: str) -> bytes | None:
        shown = await asyncio.to_thread(assistance.look_ups.show, measure_id)
        if shown is None:
            return None
        card = card_of(shown, address_of(measure_id))
        with suppress(HTTPException):
            return await press.made(lambda: press.printing.card(card))
        return None

    def correspondent(account: PlatformAccount, post: ServicePost | None = None) -> Correspondent:
        answered, addresses = service.answered, (address_of, calendar_of)
        return Correspondent(account, assistance, answered, store, limits, *addresses, post, drawn)

    def callback(account: PlatformAccount) -> Callback:
        allowance = ALLOWANCES[account.platform]
        # WeCom lets members be written to at any time, so that it is worth knowing them after a restart.
        seal = AddressSeal(account.token) if account.platform is ChatPlatform.WECOM else None
        addresses = ReturnAddresses(allowance, seal=seal)
        post = ServicePost(PlatformApi(account), addresses) if account.secret else None
        replying = correspondent(account, post)
        turns = Turns(replying.reply, following=replying.follow if post else None)
        unasked = UnaskedMessages(store, assistance.look_ups, post, turns, hours) if post else None
        return Callback(account, turns, unasked)

    robot, secret = None, _said(settings.dingtalk_secret)
    if secret:
        account = PlatformAccount(ChatPlatform.DINGTALK, "", secret)
        turns = Turns(correspondent(account).reply, patience_s=ROBOT_PATIENCE_S)
        robot = RobotCallback(secret, turns, SessionWebhooks(settings.dingtalk_api))
    called = {account.platform: callback(account) for account in accounts(settings)}
    return Callbacks(called, robot)


def accounts(settings: Settings) -> tuple[PlatformAccount, ...]:
    """The accounts that are set up."""
    official = settings.wechat_token and PlatformAccount(
        ChatPlatform.WECHAT,
        settings.wechat_appid,
        settings.wechat_token.get_secret_value(),
        _said(settings.wechat_key),
        secret=_said(settings.wechat_secret),
        api=settings.wechat_api,
    )
    application = settings.wecom_token and PlatformAccount(
        ChatPlatform.WECOM,
        settings.wecom_corp,
        settings.wecom_token.get_secret_value(),
        _said(settings.wecom_key),
        settings.wecom_agent,
        _said(settings.wecom_secret),
        settings.wecom_api,
    )
    return tuple(account for account in (official, application) if account)


def _said(secret: SecretStr | None) -> str:
    """What a secret says; "" where there is none."""
    return secret.get_secret_value() if secret else ""


def router(callbacks: Callbacks) -> APIRouter:
    """Routes below `BELOW`, one for each account."""
    routes = APIRouter(include_in_schema=False)
    for platform, callback in callbacks.accounts.items():
        _add(routes, f"{BELOW}{platform}", callback)
    if callbacks.robot:
        _add_robot(routes, callbacks.robot)
    return routes


def _add_robot(routes: APIRouter, robot: RobotCallback) -> None:
    @routes.post(f"{BELOW}{ChatPlatform.DINGTALK}")
    async def receive(request: Request) -> Response:
        return Response(status_code=await robot.received(request.headers, await request.body()))


def _add(routes: APIRouter, path: str, callback: Callback) -> None:
    @routes.get(path)
    async def verify(request: Request) -> Response:
        return _response(callback.verified(request.query_params))

    @routes.post(path)
    async def receive(request: Request) -> Response:
        return _response(await callback.received(request.query_params, await request.body()))


def _response(reply: CallbackReply) -> Response:
    return Response(reply.body, reply.status, media_type=reply.media_type)
