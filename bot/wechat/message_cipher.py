"""Encryption of messages as WeChat and WeCom document it. One of the two importers of cryptography.

Source: developer.work.weixin.qq.com/document/path/91144: AES-256-CBC, padded by PKCS#7 to 32 bytes, the first
16 bytes of the key as initial vector, over 16 random bytes, the length of the message in 4 bytes, the message
and the id of the account.
"""

import binascii
import secrets
from base64 import b64decode, b64encode
from collections.abc import Callable
from hashlib import sha1

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall

_BLOCK = 32
_RANDOM, _LENGTH = 16, 4


def signature(token: str, *parts: str) -> str:
    """SHA-1 of the token and the parts, sorted and joined, in hexadecimal.

    SHA-1 is what the platforms ask for; an attacker who finds collisions of it does not know the token.
    """
    return sha1("".join(sorted((token, *parts))).encode(), usedforsecurity=False).hexdigest()


class MessageCipher:
    """Encrypts and decrypts for one account."""

    def __init__(
        self, encoding_key: str, receiver: str, random: Callable[[int], bytes] = secrets.token_bytes
    ) -> None:
        """`encoding_key` is the EncodingAESKey of 43 characters, `receiver` the id of the account."""
        key = b64decode(encoding_key + "=")
        self._cipher = Cipher(AES256(key), CBC(key[:16]))
        self._receiver = receiver.encode()
        self._random = random

    def encrypted(self, message: str) -> str:
        """The message encrypted, in Base64."""
        data = message.encode()
        whole = self._random(_RANDOM) + len(data).to_bytes(_LENGTH, "big") + data + self._receiver
        padding = _BLOCK - len(whole) % _BLOCK
        encryptor = self._cipher.encryptor()
        return b64encode(encryptor.update(whole + bytes([padding]) * padding) + encryptor.finalize()).decode()

    def decrypted(self, encrypted: str) -> str:
        """The message that was encrypted for this account.

        Raises:
            CallbackRefusedError: it was not made with this key, or is for another account.
        """
        whole = _unpadded(self._opened(encrypted))
        start = _RANDOM + _LENGTH
        end = start + int.from_bytes(whole[_RANDOM:start], "big")
        if len(whole) < start or end > len(whole):
            raise CallbackRefusedError(RefusedCall.CIPHER)
        if whole[end:] != self._receiver:
            raise CallbackRefusedError(RefusedCall.RECEIVER)
        try:
            return whole[start:end].decode()
        except UnicodeDecodeError:
            raise CallbackRefusedError(RefusedCall.CIPHER) from None

    def _opened(self, encrypted: str) -> bytes:
        """What stands under the encryption, with its padding."""
        try:
            data = b64decode(encrypted, validate=True)
            decryptor = self._cipher.decryptor()
            return decryptor.update(data) + decryptor.finalize()
        except (binascii.Error, ValueError):
            # Neither Base64 nor whole blocks.
            raise CallbackRefusedError(RefusedCall.CIPHER) from None


def _unpadded(data: bytes) -> bytes:
    """The data without their padding.

    Raises:
        CallbackRefusedError: they are not padded as documented.
    """
    padding = data[-1] if data else 0
    if not 1 <= padding <= _BLOCK or data[-padding:] != bytes([padding]) * padding:
        raise CallbackRefusedError(RefusedCall.CIPHER)
    return data[:-padding]
