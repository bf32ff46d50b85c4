"""Archives and e-mails: what is in them, under which names, and what is refused unwritten."""

import stat
import zipfile
from io import BytesIO

import pytest

from corpus.reading.refusals import (
    DamagedError,
    LockedError,
    RefusedError,
    TooLargeError,
    UnknownFormatError,
    UnsafeError,
)
from corpus.unpacking import UnpackingLimits, unpack
from corpus.unpacking import unpacking_tools as tools
from tests.shelves import mailed, zipped


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "unpacked"
    made.mkdir()
    return made


def archive(tmp_path, data, name="打包.zip"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def opened(tmp_path, folder, data, name="打包.zip", **limits):
    return unpack(archive(tmp_path, data, name), folder, UnpackingLimits(**limits))


def inside(unpacked):
    return [file.inside for file in unpacked.files]


@pytest.mark.parametrize("flagged", [True, False])
@pytest.mark.parametrize("names", [["通知/甲.txt", "乙.txt"], ["通知.txt"], ["联通.txt"], ["a.txt"]])
def test_names_in_gbk_and_in_utf8_are_read(tmp_path, folder, names, flagged):
    """With a flag and without; 通知 and 联通 in GBK are valid UTF-8 of another alphabet."""
    unpacked = opened(tmp_path, folder, zipped(dict.fromkeys(names, b"x"), flagged=flagged))
    assert inside(unpacked) == names
    assert all(file.path.read_bytes() == b"x" for file in unpacked.files)


def test_a_name_that_is_none_and_one_that_begins_with_dots_are_read(tmp_path, folder):
    """Neither of them is what a system left; an e-mail's attachment may be named as a path."""
    unpacked = opened(tmp_path, folder, zipped({".": b"x", "通知/..甲.txt": b"y"}, flagged=True))
    assert inside(unpacked) == ["文件", "通知/..甲.txt"]
    letter = opened(tmp_path, folder, mailed({"../../关于/奖励.txt": b"z"}), "转发.eml")
    assert [file.path.read_bytes() for file in letter.files] == [b"z"]


def test_names_in_utf8_without_a_flag_are_read(tmp_path, folder):
    """As programs on Linux and macOS write them."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("通知/甲.txt", b"x")
    raw = data.getvalue()
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):
        at = raw.index(sign) + (6 if sign.endswith(b"\x04") else 8)
        raw = raw[:at] + b"\x00\x00" + raw[at + 2 :]
    assert inside(opened(tmp_path, folder, raw)) == ["通知/甲.txt"]


def test_an_archive_in_an_archive_is_taken_apart_and_what_systems_leave_is_not(tmp_path, folder):
    """A name may be there twice, or be that of a file and of a folder."""
    inner = zipped({"名单/丙.txt": b"3"})
    files = {"a": b"1", "a/b.txt": b"2", "内.zip": inner, "__MACOSX/._a": b"", ".DS_Store": b"", "空/": b""}
    unpacked = opened(tmp_path, folder, zipped(files))
    assert inside(unpacked) == ["a", "a/b.txt", "内.zip/名单/丙.txt"]
    assert [file.path.read_bytes() for file in unpacked.files] == [b"1", b"2", b"3"]
    assert (unpacked.refused, unpacked.skipped) == ((), ())


def test_attachments_of_a_mail_are_its_files_and_short_words_are_passed_over(tmp_path, folder):
    """Also those in an archive that is attached; a long text is a file itself."""
    data = mailed({"附件.txt": b"1", "包.zip": zipped({"内.txt": b"2"})})
    unpacked = opened(tmp_path, folder, data, "信.eml")
    assert inside(unpacked) == ["附件.txt", "包.zip/内.txt"]
    assert unpacked.skipped == (("转发文件.txt", "邮件正文不长，只取了附件"),)
    long = opened(tmp_path, folder / "2", mailed({"附件.txt": b"1"}, "一、补助标准。" * 40), "信.eml")
    assert inside(long) == ["附件.txt", "转发文件.txt"]


def test_a_mail_without_attachments_is_its_words(tmp_path, folder):
    """However few they are."""
    assert inside(opened(tmp_path, folder, mailed({}), "信.eml")) == ["转发文件.txt"]


def test_names_and_subjects_in_plain_gbk_are_read_and_signatures_are_not(tmp_path, folder):
    """As old programs write them: no header declares the encoding."""
    data = (
        'Subject: 转发通知\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        'Content-Type: application/octet-stream; name="实施办法.txt"\r\n'
        'Content-Disposition: attachment; filename="实施办法.txt"\r\n\r\n1\r\n--x\r\n'
        'Content-Type: application/pkcs7-signature; name="smime.p7s"\r\n\r\nx\r\n--x\r\n'
        "Content-Type: text/plain\r\n\r\n请查收\r\n--x--\r\n"
    )
    unpacked = opened(tmp_path, folder, data.encode("gb18030"), "信.eml")
    assert inside(unpacked) == ["实施办法.txt"]
    assert unpacked.skipped == (
        ("smime.p7s", "是电子签名"),
        ("转发通知.txt", "邮件正文不长，只取了附件"),
    )


@pytest.mark.parametrize("name", ["../外.txt", "/etc/外.txt", "..\\外.txt", "C:\\外.txt", "a/../../外.txt"])
def test_names_that_lead_outside_refuse_the_archive(tmp_path, folder, name):
    """Before any of its files is written."""
    with pytest.raises(UnsafeError, match=r"^打包\.zip：压缩包内有越界的文件名"):
        opened(tmp_path, folder, zipped({"好.txt": b"x", name: b"x"}))
    assert list(folder.iterdir()) == []
    assert not list(tmp_path.rglob("外.txt"))


def test_a_bomb_is_refused_before_it_unfolds(tmp_path, folder):
    """One that nests is refused alone; what stands beside it is unpacked."""
    bomb = zipped({"零.txt": bytes(3_000_000)})
    with pytest.raises(UnsafeError, match="压缩炸弹"):
        opened(tmp_path, folder, bomb)
    assert list(folder.iterdir()) == []
    unpacked = opened(tmp_path, folder, zipped({"好.txt": b"x", "内.zip": bomb}))
    assert inside(unpacked) == ["好.txt"]
    assert [where for where, _ in unpacked.refused] == ["内.zip"]
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) == 1


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        ({"max_files": 2}, "文件超过 2 个的上限"),
        ({"max_bytes": 1_000_000}, "解压后超过 1 MB 的上限"),
    ],
)
def test_limits_hold_for_all_that_nests(tmp_path, folder, limits, why):
    """Three files, two of them in an archive within the archive."""
    many = {f"{n}.txt": bytes(range(256)) * 2000 for n in range(3)}
    with pytest.raises(TooLargeError, match=why):
        opened(tmp_path, folder, zipped(many), **limits)


def test_a_large_file_and_too_deep_an_archive_are_left_out_alone(tmp_path, folder):
    """Each with its reason."""
    deep = zipped({"d.txt": b"x"})
    for ordinal in range(3):
        deep = zipped({f"{ordinal}.zip": deep})
    data = zipped({"好.txt": b"x", "大.txt": bytes(range(200)) * 10, "深.zip": deep})
    unpacked = opened(tmp_path, folder, data, max_file_bytes=1900)
    assert inside(unpacked) == ["好.txt"]
    assert [(where, why.partition("，")[0]) for where, why in unpacked.refused] == [
        ("大.txt", "大.txt：文件有 0.0 MB"),
        ("深.zip/2.zip/1.zip", "1.zip：压缩包套了3层以上"),
    ]


def test_links_are_passed_over(tmp_path, folder):
    """They are no files, and are never followed."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        info = zipfile.ZipInfo("链接.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(info, "/etc/passwd")
    unpacked = opened(tmp_path, folder, data.getvalue())
    assert (unpacked.files, unpacked.skipped) == ((), (("链接.txt", "是指向别处的链接"),))


def test_a_damaged_member_is_refused_alone(tmp_path, folder):
    """Its checksum tells."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("坏.txt", b"abcdefgh")
        made.writestr("好.txt", b"x")
    unpacked = opened(tmp_path, folder, data.getvalue().replace(b"abcdefgh", b"abcdefgX"))
    assert inside(unpacked) == ["好.txt"]
    assert [where for where, _ in unpacked.refused] == ["坏.txt"]
    assert not list(folder.rglob("坏.txt"))


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"PK\x03\x04 cut", DamagedError), (b"", DamagedError), (b"no archive", DamagedError)],
)
def test_what_is_no_archive_is_refused(tmp_path, folder, data, error):
    """In one line."""
    with pytest.raises(error) as refused:
        opened(tmp_path, folder, data)
    assert "\n" not in str(refused.value)


def test_an_archive_with_a_password_is_refused(tmp_path, folder):
    """With what to do."""
    raw = bytearray(zipped({"a.txt": b"x"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + at] |= 1
    with pytest.raises(LockedError, match="加了密码，请解压后添加"):
        opened(tmp_path, folder, bytes(raw))


def test_without_a_program_seven_zip_names_what_to_install(tmp_path, folder, monkeypatch):
    """And what to do without it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnknownFormatError, match="没有能解开它的程序，请安装 7zip 或 libarchive-tools"):
        opened(tmp_path, folder, b"7z\xbc\xaf\x27\x1c", "包.7z")


def test_the_lists_of_the_programs_are_read():
    """As bsdtar 3.6 and 7-Zip 26 print them."""
    tar = (
        "drwxr-xr-x  0 root   root        0 Nov 29 12:00 通知/\n"
        "-rw-r--r--  0 root   root     1234 Nov 29  2025 通知/甲 乙.txt\n"
        "lrwxrwxrwx  0 root   root        0 Nov 29 12:00 链接 -> /etc/passwd\n"
    )
    assert tools._bsdtar_listing(tar) == [
        ("通知/", 0, "d"),
        ("通知/甲 乙.txt", 1234, "-"),
        ("链接", 0, "l"),
    ]
    seven = (
        "Path = 通知\nSize = 0\nAttributes = D drwxr-xr-x\n\n"
        "Path = 通知/甲.txt\nSize = 12\nAttributes = A -rw-r--r--\n"
    )
    assert tools._seven_zip_listing(seven) == [("通知", 0, "d"), ("通知/甲.txt", 12, "-")]


@pytest.mark.parametrize("name", ["包.rar", "包.7z"])
def test_a_zip_archive_under_another_name_is_read_as_what_it_is(tmp_path, folder, name):
    """Many are renamed for a form that takes .rar alone."""
    assert inside(opened(tmp_path, folder, zipped({"甲.txt": b"x"}), name)) == ["甲.txt"]


def test_another_archive_that_is_called_zip_is_not_called_broken(tmp_path, folder, monkeypatch):
    """The program that reads it is asked, or missed."""
    monkeypatch.setattr(tools, "_installed", lambda tool: None)
    with pytest.raises(UnknownFormatError, match="没有能解开它的程序"):
        opened(tmp_path, folder, b"Rar!\x1a\x07\x01\x00", "包.zip")


def test_a_list_of_files_elsewhere_is_no_archive(tmp_path, folder, monkeypatch):
    """The program bsdtar unpacks such a list by reading the files of this machine that it names."""
    program(tmp_path, monkeypatch, "printf 1 > 好.txt")
    with pytest.raises(DamagedError, match="不是压缩包"):
        opened(tmp_path, folder, b"#mtree\nx.txt type=file contents=/etc/hostname\n", "包.rar")
    assert not list(folder.rglob("*"))


def program(tmp_path, monkeypatch, unpacking):
    """A program of that name that lists four members and then does what it is told."""
    folder = tmp_path / "bin"
    folder.mkdir()
    mode = "-rw-r--r--  0 root root"
    script = folder / "bsdtar"
    script.write_text(
        f"""#!/bin/sh
case $1 in
-tvf) echo '{mode} 1 Nov 29 12:00 好.txt'
 echo '{mode} 1 Nov 29 12:00 坏.txt'
 echo '{mode} 9 Nov 29 12:00 短.txt'
 echo 'drwxr-xr-x  0 root root 0 Nov 29 12:00 空/';;
-xf) {unpacking};;
esac
""",
        encoding="utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_a_program_that_complains_is_believed_about_what_it_did_not_name(tmp_path, folder, monkeypatch):
    """Where it fails, a file is taken that has its size and is in no complaint."""
    program(
        tmp_path,
        monkeypatch,
        "for f in 好 坏 短; do printf 1 > $f.txt; done; echo '坏.txt: bad CRC' >&2; exit 1",
    )
    unpacked = opened(tmp_path, folder, b"7z", "包.7z")
    assert inside(unpacked) == ["好.txt"]
    assert [where for where, _ in unpacked.refused] == ["坏.txt", "短.txt"]
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["好.txt"]


def test_a_program_that_is_asked_for_a_password_refuses_the_archive(tmp_path, folder, monkeypatch):
    """As a whole."""
    program(tmp_path, monkeypatch, "echo 'Passphrase required' >&2; exit 1")
    with pytest.raises(LockedError, match="加了密码"):
        opened(tmp_path, folder, b"Rar!", "包.rar")


@pytest.mark.skipif(not any(map(tools._installed, tools._TOOLS)), reason="neither 7zip nor bsdtar is here")
def test_a_damaged_seven_zip_archive_is_refused_by_the_program(tmp_path, folder):
    """In one line of ours."""
    with pytest.raises(RefusedError, match="压缩包不完整、已损坏或加了密码"):
        opened(tmp_path, folder, b"7z\xbc\xaf\x27\x1c broken", "包.7z")
