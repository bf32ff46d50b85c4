"""What is kept of an update is what answering it after a crash takes."""

import json

from telegram import Update

from bot.telegram.forum_topics import topic_of
from bot.telegram.kept_update import kept_body


def picture(**fields):
    """An update with a picture of a named person in a group."""
    person = {"id": 7, "is_bot": False, "first_name": "张三"}
    chat = {"id": -5, "type": "supergroup", "title": "柳泉路"}
    size = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}
    message = {"message_id": 1, "date": 1, "chat": chat, "from": person, "photo": [size], **fields}
    return Update.de_json({"update_id": 9, "message": message}, None)


def test_words_under_a_picture_are_kept_without_numbers():
    """After a crash they are answered; the picture and the names are not kept."""
    body = kept_body(picture(caption="我是13812345678请查低保", media_group_id="a1"))
    message = Update.de_json(json.loads(body), None).message
    assert (message.caption, message.media_group_id) == ("我是〔手机号〕请查低保", "a1")
    assert "张三" not in body
    assert "柳泉路" not in body
    assert "photo" not in body


def test_the_topic_of_a_forum_is_kept():
    """After a crash the answer goes to the topic of its question."""
    body = kept_body(picture(message_thread_id=31, is_topic_message=True))
    assert topic_of(Update.de_json(json.loads(body), None)) == 31
