"""The XML of the platforms."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.wechat.callback_refusals import CallbackRefusedError, RefusedCall
from bot.wechat.callback_xml import document_of, fields_of

BOMB = '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><xml><Content>&b;</Content></xml>'
FILE = '<!DOCTYPE xml [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><Content>&f;</Content></xml>'


def test_fields_are_read_by_name():
    """In CDATA or not; blanks between fields and what lies deeper are no fields."""
    body = (
        b"<xml>\n <ToUserName><![CDATA[gh_1]]></ToUserName>\n <CreateTime>1348831860</CreateTime>"
        b"<Info><Deep>1</Deep></Info><Content><![CDATA[a<b>]]>&amp;</Content></xml>"
    )
    assert fields_of(body) == {
        "ToUserName": "gh_1",
        "CreateTime": "1348831860",
        "Info": "",
        "Content": "a<b>&",
    }


@pytest.mark.parametrize(
    "body", [BOMB, FILE, "<!DOCTYPE xml><xml/>", BOMB.encode("utf-16"), "", "{}", "<xml>"]
)
def test_what_is_no_plain_xml_is_refused(body):
    """Entities are neither expanded nor fetched: a document type is refused before any is read."""
    with pytest.raises(CallbackRefusedError) as error:
        fields_of(body)
    assert error.value.why is RefusedCall.XML


def test_a_field_twice_is_refused():
    """Which of the two would count is for nobody to choose."""
    with pytest.raises(CallbackRefusedError):
        fields_of("<xml><FromUserName>a</FromUserName><FromUserName>b</FromUserName></xml>")


def test_other_encodings_are_read_as_utf_8():
    """The platforms write UTF-8; what declares another cannot smuggle signs in."""
    said = '<?xml version="1.0" encoding="gb2312"?><xml><Content>补贴</Content></xml>'
    assert fields_of(said.encode()) == {"Content": "补贴"}


def test_the_end_of_cdata_within_words_is_spread_over_two():
    """]]> in a reply does not end it."""
    assert document_of(Content="a]]>b") == "<xml><Content><![CDATA[a]]]]><![CDATA[>b]]></Content></xml>"


@given(st.text())
def test_any_words_are_written_so_that_any_parser_reads_them(words):
    """But for characters that XML cannot hold; line breaks come out as XML reads them."""
    read = ElementTree.fromstring(document_of(Content=words, CreateTime=1)).findtext("Content") or ""
    kept = "".join(c for c in words if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    assert read == kept.replace("\r\n", "\n").replace("\r", "\n")
