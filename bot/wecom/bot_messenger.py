"""What the robot sends beyond replies, over its connection."""

import base64
import hashlib
import logging

from bot.json_calls import UnreachedError
from bot.logs import OncePerMinute
from bot.wechat import SendOutcome
from bot.wecom.bot_frames import BotCommand, Frame, chat_of, picture_body, sent_body
from bot.wecom.long_connection import BUSY, LongConnection
from bot.wecom.plain_markdown import markdown_of

_PIECE_BYTES = 512 * 1024
"""Most of a file that one frame carries. Source: developer.work.weixin.qq.com/document/path/101463."""
_FILE = "wenzheng.png"
_log = logging.getLogger(__name__)


class BotMessenger:
    """Sends to whoever wrote to the robot before."""

    def __init__(self, connection: LongConnection) -> None:
        self._connection = connection
        self._lines = OncePerMinute()

    async def send(self, receiver: str, text: str) -> SendOutcome:
        """Sends a text to the conversation of a sender."""
        try:
            await self._taken(BotCommand.SEND, sent_body(chat_of(receiver), markdown_of(text)))
        except _NotTakenError as error:
            return error.outcome
        return SendOutcome.SENT

    async def send_picture(self, receiver: str, picture: bytes) -> SendOutcome:
        """Sends a PNG: its pieces first, then the id that they got."""
        try:
            media = await self._uploaded(picture)
            await self._taken(BotCommand.SEND, picture_body(chat_of(receiver), media))
        except _NotTakenError as error:
            return error.outcome
        return SendOutcome.SENT

    async def _uploaded(self, picture: bytes) -> str:
        """The id of a picture that was uploaded.

        Source: the same page; the fields as in the SDKs of WeCom, aibot_upload_media_init, _chunk, _finish.
        """
        pieces = [picture[at : at + _PIECE_BYTES] for at in range(0, len(picture), _PIECE_BYTES)]
        announced = {
            "type": "image",
            "filename": _FILE,
            "total_size": len(picture),
            "total_chunks": len(pieces),
            "md5": hashlib.md5(picture, usedforsecurity=False).hexdigest(),
        }
        upload = {"upload_id": (await self._taken(BotCommand.UPLOAD, announced)).get("upload_id", "")}
        for number, piece in enumerate(pieces):
            carried = {"chunk_index": number, "base64_data": base64.b64encode(piece).decode()}
            await self._taken(BotCommand.PIECE, upload | carried)
        return str((await self._taken(BotCommand.UPLOADED, upload)).get("media_id", ""))

    async def _taken(self, command: BotCommand, body: Frame) -> Frame:
        """What the platform answers to a frame that it takes.

        Raises:
            _NotTakenError: it does not, or nobody hears it.
        """
        try:
            receipt = await self._connection.exchange(command, body)
        except UnreachedError:
            raise _NotTakenError(SendOutcome.UNREACHED) from None
        if receipt.code and self._lines.is_due(str(receipt.code)):
            _log.warning("event=wecom_bot_not_sent errcode=%s", receipt.code)
        if receipt.code:
            busy = receipt.code in BUSY
            raise _NotTakenError(SendOutcome.UNREACHED if busy else SendOutcome.REFUSED)
        return receipt.body


class _NotTakenError(Exception):
    def __init__(self, outcome: SendOutcome) -> None:
        self.outcome = outcome
        super().__init__(outcome)
