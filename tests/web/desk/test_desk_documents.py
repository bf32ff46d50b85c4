"""Documents at the desk: read, reviewed, stored, replaced, withdrawn; and what may not be uploaded."""

import io
import logging
import re
import zipfile
from email.message import EmailMessage

import pytest

from bot.web.desk.uploads import safe_name
from corpus.readers import PICTURES, SUFFIXES
from corpus.unpacking import PACKED_SUFFIXES
from tests.web.office import log_in, send, token_in, visitor

NUMBER = "周政办发〔2026〕3号"
TEXT = f"""周村区人民政府办公室
关于做好秸秆还田补助工作的通知

{NUMBER}

各镇人民政府、街道办事处，区政府各部门：
一、补助标准。对实施秸秆还田的农户，每亩补助30元。（责任单位：区农业农村局，电话：6195001）
二、申报时间。每年9月底前向所在镇、街道申报。（责任单位：区农业农村局）

周村区人民政府办公室
2026年3月5日
"""
BYTES = TEXT.encode()
BUNDLED = "周政办字〔2024〕11号"


async def upload(client, name="通知.txt", data=BYTES, **fields):
    """Sends a file as the form does."""
    token = token_in(await client.get("/desk/log"))
    files = {"file": (name, data, "text/plain")}
    return await client.post("/desk/documents/add", data={"token": token, **fields}, files=files)


async def test_whatever_is_read_can_be_chosen(client):
    """A picker of files shows no file whose ending the form does not name."""
    page = (await client.get("/desk/documents/add")).text
    offered = page.split('accept="')[1].split('"')[0].split(",")
    assert {*SUFFIXES, *PICTURES, *PACKED_SUFFIXES} == set(offered)


def waiting_in(page):
    """The token of the file that waits on a page of review."""
    return page.text.split('name="upload" value="')[1].split('"')[0]


def waiting(home):
    return [path for path in (home / "uploads").rglob("*") if path.is_file()]


async def test_a_file_is_read_reviewed_and_only_then_stored(client, application, home, begun):
    """The review shows number, date, measures and phone; storing asks for the index; the log tells of it."""
    page = await upload(client)
    assert page.status_code == 200
    assert all(
        words in page.text for words in (f"文号：{NUMBER}", "2026年3月5日", "条目：2条", "0533-6195001")
    )
    assert NUMBER not in (await client.get("/desk/documents")).text
    response = await send(client, "/desk/documents/store", upload=waiting_in(page))
    assert response.headers["location"] == "/desk/documents?done=stored"
    assert NUMBER in (await client.get("/desk/documents")).text
    assert waiting(home) == []
    (change,) = application.office.store.audit.changes(10)
    assert (change.who, change.act, change.subject, change.after) == ("编辑员", "添加文件", NUMBER, "新文件")
    assert begun.wait(10)


async def test_the_review_shows_what_was_left_out(client):
    """Before anything else that was read of the file."""
    struck = TEXT.replace("每亩补助30元", "每亩补助~~20~~30元").encode()
    page = await upload(client, "通知.md", struck)
    assert page.text.index("未读入：1处划掉的文字") < page.text.index(NUMBER)
    assert "划掉的文字：20" in page.text


async def test_what_is_not_confirmed_changes_nothing(client, home):
    """Discarded, and a second confirmation of the same file, leave no trace."""
    page = await upload(client)
    await send(client, "/desk/documents/discard", upload=waiting_in(page))
    assert waiting(home) == []
    again = await send(client, "/desk/documents/store", upload=waiting_in(page))
    assert again.status_code == 422
    assert "已经存入或放弃" in again.text
    assert not (home / "documents").exists()


async def test_a_document_is_replaced_and_comes_back_when_the_new_one_is_withdrawn(client):
    """The bundled list does not count while the new one stands for it."""
    page = await upload(client, replaces=BUNDLED)
    assert f"取代：{BUNDLED}" in page.text
    await send(client, "/desk/documents/store", upload=waiting_in(page), replaces=BUNDLED)
    assert f"被{NUMBER}替代" in (await client.get("/desk/documents")).text
    await send(client, "/desk/documents/withdraw", number=NUMBER)
    text = (await client.get("/desk/documents")).text
    assert f"被{NUMBER}替代" not in text
    page = await client.get("/desk/documents/of", params={"number": BUNDLED})
    assert page.status_code == 200
    (link,) = re.findall(r'<a href="([^"]+)">查看原件</a>', page.text)
    assert (await client.get(link)).status_code == 200


async def test_a_document_that_another_one_repeals_is_doubted(client):
    """Whoever brings the repealed one afterwards is told: among its doubts, and among what it is tied to."""
    old, repeals = (
        "周政办发〔2025〕9号",
        "三、本通知自印发之日起施行，《旧补助办法》（周政办发〔2025〕9号）同时废止。",
    )
    new = TEXT.replace("\n\n周村区人民政府办公室\n2026", f"\n{repeals}\n\n周村区人民政府办公室\n2026")
    await send(client, "/desk/documents/store", upload=waiting_in(await upload(client, data=new.encode())))
    page = await upload(
        client, "旧.txt", TEXT.replace(NUMBER, old).replace("2026年3月", "2025年3月").encode()
    )
    assert "请留意" in page.text
    assert page.text.count(NUMBER) == 2


async def test_a_bundled_document_is_not_withdrawn(client):
    """It says what to do instead."""
    response = await send(client, "/desk/documents/withdraw", number=BUNDLED)
    assert response.status_code == 422
    assert "自带的文件不能撤下" in response.text


async def test_a_document_shows_what_the_parser_doubts(client):
    """A document without department and date says so."""
    page = await upload(client, "无号.txt", "关于某事的通知\n\n一、做好某事，按时完成。\n".encode())
    await send(client, "/desk/documents/store", upload=waiting_in(page))
    text = (await client.get("/desk/documents/of", params={"number": "关于某事的通知"})).text
    assert "没有写明承办单位的条目" in text
    assert "没有找到发布日期" in text


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/passwd", "passwd"),
        ("..\\..\\boot.txt", "boot.txt"),
        ("/etc/cron.d/x.txt", "x.txt"),
        ("..", "文件"),
        (".", "文件"),
        ("", "文件"),
        ("a\x00b.txt", "ab.txt"),
        ("换\n行.txt", "换行.txt"),
        ("字" * 300 + ".txt", "字" * 58 + ".txt"),
        (".htaccess", "htaccess"),
    ],
)
def test_a_name_stays_within_its_folder(name, kept):
    """The last part alone, without what a disk does not take; 180 bytes hold 58 characters and .txt."""
    assert safe_name(name) == kept


@pytest.mark.parametrize("name", ["../../../escaped.txt", "..\\..\\escaped.txt", "/etc/escaped.txt"])
async def test_a_path_in_a_name_leads_nowhere(client, home, name):
    """The file waits in its own folder below uploads, under the last part of its name."""
    assert (await upload(client, name)).status_code == 200
    (file,) = waiting(home)
    assert (file.name, file.parent.parent) == ("escaped.txt", home / "uploads")


@pytest.mark.parametrize("token", ["..", "../documents", "/etc", "", "x" * 22, "A" * 21 + "/"])
async def test_a_path_in_a_token_leads_nowhere(client, home, token):
    """Neither storing nor discarding reaches beyond the waiting files."""
    await upload(client)
    (home / "documents").mkdir()
    (home / "documents" / "keep").touch()
    assert (await send(client, "/desk/documents/store", upload=token)).status_code == 422
    await send(client, "/desk/documents/discard", upload=token)
    assert (home / "documents" / "keep").exists()
    assert len(waiting(home)) == 1


async def test_a_file_over_the_limit_is_refused_before_it_is_kept(client, home):
    """1 MB here; the page says so."""
    response = await upload(client, data=b"x" * 1_100_000)
    assert response.status_code == 413
    assert "最多1 MB" in response.text.replace("\xa0", " ")
    assert waiting(home) == []


async def test_other_forms_stay_small(client):
    """16 kB for everything that is no file."""
    assert (await send(client, "/desk/notice", text="字" * 20_000)).status_code == 413


def _bomb():
    """A Word file whose text unpacks to 200 MB."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b"0" * 200_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("空.txt", b""),
        ("坏.docx", b"PK\x03\x04 no archive"),
        ("坏.pdf", b"%PDF-1.7 nothing"),
        ("程序.exe", b"MZ\x90\x00" * 100),
        ("炸弹.docx", None),
    ],
)
async def test_a_file_that_cannot_be_read_is_told_in_a_line(client, home, name, data):
    """Empty, damaged, of no known kind, unpacking without end: nothing waits afterwards."""
    response = await upload(client, name, _bomb() if data is None else data)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert waiting(home) == []


async def test_script_in_a_document_is_shown_as_printed(client):
    """In its title, its name and its text."""
    script = "<script>alert(1)</script>"
    page = await upload(
        client, f"{script}.txt", TEXT.replace("秸秆还田", script).encode(), region=script[:20]
    )
    assert page.status_code == 200
    assert script not in page.text


async def test_a_form_without_a_file_is_told_so(client):
    """Neither the field nor a name."""
    assert "没有选文件" in (await send(client, "/desk/documents/add")).text


@pytest.mark.parametrize("where", ["add", "store", "discard", "withdraw"])
async def test_a_reader_neither_uploads_nor_stores(application, home, where, caplog):
    """Refused before the file is read; one line in the log."""
    async with visitor(application) as reader:
        await log_in(reader, "查看员")
        token = token_in(await reader.get("/desk/documents"))
        with caplog.at_level(logging.WARNING):
            response = await reader.post(
                f"/desk/documents/{where}",
                data={"token": token, "upload": "A" * 22, "number": BUNDLED},
                files={"file": ("通知.txt", TEXT.encode())},
            )
        assert response.status_code == 403
        assert "添加文件</a>" not in (await reader.get("/desk/documents")).text
    assert [r.getMessage() for r in caplog.records] == ["event=desk_refused kind=role who=查看员"]
    assert not (home / "uploads").exists()


async def test_nobody_uploads_without_a_login(application, home):
    """A body of any size is not read at all."""
    async with visitor(application) as nobody:
        response = await nobody.post("/desk/documents/add", files={"file": ("a.txt", b"x" * 900_000)})
    assert (response.status_code, response.headers["location"]) == (303, "/desk/login")
    assert not (home / "uploads").exists()


# The library that reads forms leaves the file of a part without an end to the collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_malformed_upload_is_no_fault_of_the_server(client, home):
    """Multipart cut off, with two files, with too many fields."""
    token = token_in(await client.get("/desk/log"))
    cut = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc'
    response = await client.post(
        "/desk/documents/add", content=cut, headers={"Content-Type": "multipart/form-data; boundary=x"}
    )
    assert response.status_code in (400, 403)
    two = [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))]
    assert (await client.post("/desk/documents/add", data={"token": token}, files=two)).status_code == 400
    many = {f"f{number}": "x" for number in range(50)}
    response = await client.post("/desk/documents/add", data={"token": token, **many}, files=two[:1])
    assert response.status_code == 400
    assert waiting(home) == []


def packed(**members):
    """The bytes of a zip archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


async def test_files_of_an_archive_wait_one_by_one(client, application, home):
    """Each is reviewed and stored by itself; what cannot be read is named; the archive itself is not kept."""
    other = TEXT.replace("〔2026〕3号", "〔2026〕4号").replace("秸秆还田", "改厕")
    archive = packed(**{"一.txt": TEXT, "二.txt": other, "图.docx": b"not a document"})
    page = await upload(client, "三份.zip", archive)
    assert page.status_code == 200
    assert all(words in page.text for words in (NUMBER, "周政办发〔2026〕4号", "没有读成", "图.docx"))
    files = application.office.parts.waiting.all()
    assert sorted(file.path.name for file in files) == ["一.txt", "二.txt"]
    assert waiting(home) == []
    assert (await send(client, "/desk/documents/store", upload=files[0].token)).status_code == 303
    assert len(application.office.parts.waiting.all()) == 1


async def test_an_email_is_taken_apart_as_well(client, application):
    """Its attachment waits."""
    mail = EmailMessage()
    mail["Subject"] = "请添加"
    mail.set_content("见附件")
    mail.add_attachment(BYTES, maintype="text", subtype="plain", filename="通知.txt")
    await upload(client, "来信.eml", mail.as_bytes())
    assert [file.path.name for file in application.office.parts.waiting.all()][-1:] == ["通知.txt"]


async def test_an_archive_replaces_no_single_document(client, application):
    """Which of its files should, nobody said."""
    page = await upload(client, "一.zip", packed(**{"一.txt": TEXT}), replaces=BUNDLED)
    assert page.status_code == 422
    assert "不能指定替代哪一份" in page.text
    assert application.office.parts.waiting.all() == ()


async def test_the_form_offers_archives(client):
    """The field lets people choose them."""
    page = (await client.get("/desk/documents/add")).text
    assert all(suffix in page for suffix in (".zip", ".eml", ".7z", ".rar"))


async def test_the_review_shows_every_measure_and_the_file(client):
    """Five measures are five to be compared with the file, which can be had beside them."""
    items = "\n".join(f"{'一二三四五'[n]}、第{n}项补助。每亩补助{n + 1}元。" for n in range(5))
    page = await upload(
        client, data=TEXT.replace(TEXT[TEXT.index("一、") : TEXT.index("\n\n周")], items).encode()
    )
    assert all(f"每亩补助{n + 1}元。" in page.text for n in range(5))
    file = await client.get("/desk/documents/file", params={"upload": waiting_in(page)})
    assert items in file.text
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("token", ["", "../../desk.sqlite", "x" * 22])
async def test_a_file_that_is_not_there_is_not_found(client, token):
    """Whatever is asked for."""
    assert (await client.get("/desk/documents/file", params={"upload": token})).status_code == 404


async def test_the_file_is_for_the_staff(application, client):
    """Nobody else gets what is not stored yet."""
    page = await upload(client)
    async with visitor(application) as nobody:
        response = await nobody.get("/desk/documents/file", params={"upload": waiting_in(page)})
        assert response.status_code in (303, 401, 403)
