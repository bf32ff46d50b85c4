"""No number of a person stands in any byte of what the bot keeps, writes to logs or reports."""

import logging
import re
import unicodedata
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.report import lines, make_report
from bot.store import Store
from bot.store.masking import impersonal, masked
from tests.e2e.running import Scripted, running, settings

START, END = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)

# Numbers made up for the test: IDs, mobiles, landlines, bank cards, plates as people write them.
FORMS = (
    "370303199001011234",
    "370303 19900101 1234",
    "370303-19900101-1234",
    "3703 0319 9001 0112 34",
    "３７０３０３１９９００１０１１２３４",
    "370303199001 01123X",
    "37030319900101123x",
    "370303·19900101·1234",
    "370303.1990.0101.1234",
    "370303900101123",
    "370303 900101 123",
    "370303-900101-123",
    "３７０３０３９００１０１１２３",
    "13812345678",
    "138 1234 5678",
    "138-1234-5678",
    "138.1234.5678",
    "138·1234·5678",
    "１３８１２３４５６７８",
    "1 3 8 1 2 3 4 5 6 7 8",
    "+86 138 1234 5678",
    "+8613812345678",
    "(+86)138-1234-5678",
    "0086-138-1234-5678",
    "86 13812345678",
    '138\u200b1234\u200b5678',
    "0533-6195136",
    "0533 6195136",
    "(0533)6195136",
    "（0533）6195136",
    "0533.619.5136",
    "+86-533-6195136",
    "010-8888 6666",
    "010-88886666",
    "6195136",
    "619-5136",
    "6222021234567890",
    "6222 0212 3456 7890",
    "6222-0212-3456-7890-123",
    "6222021234567890123",
    "鲁C12345",
    "鲁C·12345",
    "鲁C 1234挂",
    "鲁CD12345",
    "鲁C D12345",
    "鲁c·d12345",
    "粤B F1234学",
)  # fmt: skip


def traces(form):
    """How a number would look in a file: as written, and its digits alone."""
    plain = unicodedata.normalize("NFKC", form)
    bare = re.sub(r"[^0-9A-Za-z]", "", plain)
    return {text.encode() for text in (form, plain, bare) if len(text) >= 6}


def leaks(folder: Path):
    """(file, form) of every number that stands in a byte of the folder."""
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert files
    return [
        (path.name, form)
        for path, data in files.items()
        for form in FORMS
        if any(trace in data for trace in traces(form))
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_number_is_masked_in_whatever_form_it_is_written(form):
    """Not a digit is left of it."""
    assert not re.search("[0-9]", masked(f"我的是{form}请查"))


@pytest.mark.parametrize(
    "text", ["3000-5000元", "20000000元", "2020-2025年", "2024.3.5-2025.3.4", "第1、2、3项"]
)
def test_amounts_and_years_stay(text):
    """What is followed by a unit, a span of years or a list is no number of a person."""
    assert masked(text) == text


def test_offices_are_answered_with_their_numbers():
    """A landline and a document number that are asked about reach the assistant as typed."""
    assert (
        impersonal("0533-6195136是谁的，周政办字〔2024〕11号讲啥")
        == "0533-6195136是谁的，周政办字〔2024〕11号讲啥"
    )


def test_no_byte_of_the_data_folder_holds_a_number(api, caplog):
    """Asked, left with the staff, subscribed, waiting after a crash; before and after /forget and a stop."""
    home = settings(api).home
    asker = Scripted()
    with caplog.at_level(logging.DEBUG, "bot"), running(api, asker):
        for chat, form in enumerate(FORMS, 100):
            for kind in ("", "/staff ", "/subscribe "):
                api.say(f"{kind}我的是{form}请查", chat, author_signature=form)
        api.sent(len(FORMS) * 3)
        slow = api.say(f"慢，我的是{FORMS[0]}")
        assert asker.started.wait(20)
        before = leaks(home)
        with closing(Store.open(settings(api).database)) as store:
            waiting = store.database.rows("SELECT body FROM updates WHERE id = ?", (slow,))
            shown = "".join(lines(make_report(store.journal, START, END)))
        asker.release.set()
        api.say("/forget")
        api.sent(len(FORMS) * 3 + 2)
        after = leaks(home)
    assert before == []
    assert "〔身份证号〕" in waiting[0][0]
    assert after == []
    assert leaks(home) == []
    written = (caplog.text + shown).encode()
    assert [form for form in FORMS if any(trace in written for trace in traces(form))] == []


def test_what_was_removed_is_overwritten(tmp_path):
    """After /forget the words of a letter stand in no byte, nor in the log beside the file."""
    with closing(Store.open(tmp_path / "db")) as store:
        store.desk.leave(":7", 7, "我家在柳泉路八号")
        assert "柳泉路八号".encode() in b"".join(path.read_bytes() for path in tmp_path.iterdir())
        store.forget(":7")
        assert "柳泉路八号".encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
