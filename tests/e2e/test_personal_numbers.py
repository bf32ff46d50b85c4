"""No number of a person stands in any byte of what the bot keeps, writes to logs or reports."""

import logging
import re
import unicodedata
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.report import lines, make_report, page
from bot.store import Store
from bot.store.masking import impersonal, masked
from tests.e2e.running import Scripted, running, settings
from tests.web.office import log_in, make_office, visitor

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
    """(file, form) of every number that stands in a byte of the folder.

    What was understood of the documents is left out: there stand the phones of offices.
    """
    kept = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "records")
    files = {path: path.read_bytes() for path in kept}
    assert files
    return [
        (path.name, form)
        for path, data in files.items()
        for form in FORMS
        if any(trace in data for trace in traces(form))
    ]


def told(text):
    """The forms of numbers that stand in a text."""
    written = text.encode()
    return [form for form in FORMS if any(trace in written for trace in traces(form))]


def reported(store):
    """The report as lines and as a page."""
    report = make_report(store.journal, START, END)
    return "\n".join(lines(report)) + page(report)


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
    with caplog.at_level(logging.DEBUG, "bot"), running(api, asker) as bot:
        for chat, form in enumerate(FORMS, 100):
            for kind in ("", "/staff ", "/subscribe "):
                api.say(f"{kind}我的是{form}请查", chat, author_signature=form)
        api.sent(len(FORMS) * 3)
        slow = api.say(f"慢，我的是{FORMS[0]}")
        assert asker.started.wait(20)
        before = leaks(home)
        with closing(Store.open(settings(api).database)) as store:
            waiting = store.database.rows("SELECT body FROM updates WHERE id = ?", (slow,))
            shown = reported(store)
        asker.release.set()
        api.say("/forget")
        api.sent(len(FORMS) * 3 + 2)
        after = leaks(home)
        shown += reported(bot.store)
    assert before == []
    assert "〔身份证号〕" in waiting[0][0]
    assert after == []
    assert leaks(home) == []
    assert told(caplog.text + shown) == []


async def test_what_is_sent_from_the_page_leaves_no_number_anywhere(tmp_path, caplog):
    """Asked, remarked, left: not in a byte of the folder, the log, the report, the metrics or the desk."""
    office = make_office(tmp_path / "home")
    store = office.service.store
    with caplog.at_level(logging.DEBUG, "bot"):
        for form in FORMS:
            async with visitor(office) as browser:
                await written_from_the_page(browser, f"旧冰箱换新，我的是{form}请查")
        async with visitor(office) as staff:
            await log_in(staff)
            before = leaks(tmp_path) + told(await watched(staff) + reported(store))
            fields = await asked(staff, q="旧冰箱换新，我的是13812345678请查")
            await staff.post("/forget", data=fields)
            after = leaks(tmp_path) + told(await watched(staff) + reported(store))
    office.close()
    assert before == after == leaks(tmp_path) == []
    assert told(caplog.text) == []


async def asked(browser, **question):
    """Asks on the page; the fields that its forms carry."""
    page_shown = (await browser.get("/", params=question, follow_redirects=True)).text
    return dict(re.findall(r'<input type="hidden" name="(token|number)" value="(\w+)">', page_shown))


async def written_from_the_page(browser, words):
    """Asks a question by interface and page, says that the answer was no good and why, leaves it."""
    await browser.post("/api/ask", json={"q": words, "session": "一"})
    fields = await asked(browser, q=words)
    await browser.post("/feedback", data={**fields, "good": "0"})
    await browser.post("/feedback/reason", data={**fields, "reason": "other", "words": words})
    assert (await browser.post("/leave", data={**fields, "words": words})).status_code == 303


async def watched(staff):
    """What monitors and the staff are shown."""
    addresses = ("/metrics", "/desk", "/desk/statistics", "/desk/feedback", "/desk/log")
    pages = [await staff.get(address) for address in addresses]
    assert all(shown.status_code == 200 for shown in pages)
    return "\n".join(shown.text for shown in pages)


def test_what_was_removed_is_overwritten(tmp_path):
    """After /forget the words of a letter stand in no byte, nor in the log beside the file."""
    with closing(Store.open(tmp_path / "db")) as store:
        store.desk.leave(":7", 7, "我家在柳泉路八号")
        assert "柳泉路八号".encode() in b"".join(path.read_bytes() for path in tmp_path.iterdir())
        store.forget(":7")
        assert "柳泉路八号".encode() not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
