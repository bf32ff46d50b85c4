"""The addresses that WeChat and WeCom call."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response
from pydantic import SecretStr

from bot.ports import Assistance
from bot.settings import Settings
from bot.store import Store
from bot.token_buckets import TokenBuckets
from bot.web.addresses import measure_address
from bot.web.service import Service
from bot.wechat import (
    ALLOWANCES,
    Callback,
    CallbackReply,
    Correspondent,
    LetterDelivery,
    PlatformAccount,
    PlatformApi,
    ReturnAddresses,
    ServicePost,
    Turns,
    WechatPlatform,
)

BELOW = "/callback/"
"""All of them lie below it; the name of the platform follows."""


def make_callbacks(
    settings: Settings, assistance: Assistance, service: Service, store: Store
) -> dict[WechatPlatform, Callback]:
    """What takes the calls for each account that is set up."""
    limits = TokenBuckets(settings.messages_per_minute, settings.message_burst)

    def address_of(measure_id: str) -> str:
        return f"{settings.web_address}{measure_address(measure_id)}" if settings.web_address else ""

    def callback(account: PlatformAccount) -> Callback:
        allowance = ALLOWANCES[account.platform]
        post = ServicePost(PlatformApi(account), ReturnAddresses(allowance)) if account.secret else None
        correspondent = Correspondent(account, assistance, service.answered, store, limits, address_of, post)
        turns = Turns(correspondent.reply, following=correspondent.follow if post else None)
        return Callback(account, turns, LetterDelivery(store, post, turns) if post else None)

    return {account.platform: callback(account) for account in accounts(settings)}


def accounts(settings: Settings) -> tuple[PlatformAccount, ...]:
    """The accounts that are set up."""
    official = settings.wechat_token and PlatformAccount(
        WechatPlatform.WECHAT,
        settings.wechat_appid,
        settings.wechat_token.get_secret_value(),
        _said(settings.wechat_key),
        secret=_said(settings.wechat_secret),
        api=settings.wechat_api,
    )
    application = settings.wecom_token and PlatformAccount(
        WechatPlatform.WECOM,
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


def router(callbacks: Mapping[WechatPlatform, Callback]) -> APIRouter:
    """Routes below `BELOW`, one for each account."""
    routes = APIRouter(include_in_schema=False)
    for platform, callback in callbacks.items():
        _add(routes, f"{BELOW}{platform}", callback)
    return routes


def _add(routes: APIRouter, path: str, callback: Callback) -> None:
    @routes.get(path)
    async def verify(request: Request) -> Response:
        return _response(callback.verified(request.query_params))

    @routes.post(path)
    async def receive(request: Request) -> Response:
        return _response(await callback.received(request.query_params, await request.body()))


def _response(reply: CallbackReply) -> Response:
    return Response(reply.body, reply.status, media_type=reply.media_type)
