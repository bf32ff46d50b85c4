"""Encryption and signatures, against examples that the platforms publish with their libraries."""

from base64 import b64encode

import pytest

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall
from bot.wechat.message_cipher import MessageCipher, signature

WECOM_KEY, CORP = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "wx5823bf96d3bd56c7"
ECHO = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="
MESSAGE = (
    "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/s"
    "YYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJ"
    "YuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGU"
    "callcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDY"
    "A5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q=="
)
KEY, APP = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wxb11529c136998cb6"


def refused(cipher, text):
    """Why the cipher refuses a text."""
    with pytest.raises(CallbackRefusedError) as error:
        cipher.decrypted(text)
    return error.value.why


def test_the_published_echo_is_signed_and_decrypted_as_published():
    """Source: Sample of WXBizMsgCrypt for WeCom: token QDG6eK, reply 1616140317555161061."""
    assert signature("QDG6eK", "1409659589", "263014780", ECHO) == "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3"
    assert MessageCipher(WECOM_KEY, CORP).decrypted(ECHO) == "1616140317555161061"


def test_the_published_message_is_decrypted_as_published():
    """Source: the same sample: message 4561255354251345929 of application 218."""
    expected = "477715d11cdb4164915debcba66cb864d751f3e6"
    assert signature("QDG6eK", "1409659813", "1372623149", MESSAGE) == expected
    read = MessageCipher(WECOM_KEY, CORP).decrypted(MESSAGE)
    assert "<MsgId>4561255354251345929</MsgId>" in read
    assert "<AgentID>218</AgentID>" in read


def test_a_message_is_encrypted_as_published():
    """Source: WXBizMsgCryptTest of the official accounts' library, random bytes aaaabbbbccccdddd."""
    cipher = MessageCipher(KEY, APP, lambda count: b"aaaabbbbccccdddd"[:count])
    expected = "jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg=="
    assert cipher.encrypted("我是中文abcd123") == expected


@pytest.mark.parametrize("length", [0, 1, 11, 12, 13, 31, 32, 33, 2048])
def test_whatever_was_encrypted_is_decrypted(length):
    """Lengths around the borders of blocks: 16 + 4 + length + 18 bytes are filled up to 32."""
    cipher = MessageCipher(KEY, APP)
    assert cipher.decrypted(cipher.encrypted("政" * length)) == "政" * length


def test_the_same_message_is_never_encrypted_alike():
    """16 random bytes stand in front."""
    cipher = MessageCipher(KEY, APP)
    assert cipher.encrypted("补贴") != cipher.encrypted("补贴")


def test_what_is_meant_for_another_account_is_refused():
    """The receiver stands behind the message."""
    other = MessageCipher(KEY, "wx2c2769f8efd9abc2").encrypted("补贴")
    assert refused(MessageCipher(KEY, APP), other) is RefusedCall.RECEIVER


@pytest.mark.parametrize(
    "text", ["", "補", "abc", "AAAA", b64encode(bytes(16)).decode(), b64encode(bytes(64)).decode(), ECHO]
)
def test_what_was_made_with_another_key_is_refused(text):
    """No Base64, no whole blocks, no padding: one reason for all."""
    assert refused(MessageCipher(KEY, APP), text) is RefusedCall.CIPHER


def test_a_length_beyond_the_message_is_refused():
    """A count of bytes that are not there is not read: here it stands behind the random bytes."""
    forged = MessageCipher(KEY, APP, lambda count: bytes(count) + (1000).to_bytes(4, "big"))
    assert refused(MessageCipher(KEY, APP), forged.encrypted("短")) is RefusedCall.CIPHER
