"""Adding files by the corpus commands over real folders: what is shown, asked, stored and refused."""

import io
import json
import sys

import pytest

from bot.cli import main
from bot.settings import load_settings
from tests.bot.commands.corpus_at_hand import OTHER, OTHER_NUMBER, corpus, listed, read
from tests.notices import NOTICE, NUMBER

pytestmark = pytest.mark.usefixtures("folders")


class Keyboard(io.StringIO):
    """Somebody at a terminal who types a line."""

    def isatty(self):
        """It is one."""
        return True


def test_before_storing_it_shows_what_it_understood(capsys, other):
    """Head, counts, sample measures with departments; then the document is listed and answered from."""
    assert main(["corpus", "add", str(other), "--yes"]) == 0
    shown = read(capsys)
    for line in (
        "文号：周政办字〔2024〕91号",
        "标题：周村区人民政府办公室关于做好农村公路养护工作的通知",
        "发文机关：周村区人民政府办公室",
        "地区：周村",
        "发布日期：2024年5月6日",
        "有效期：未写明",
        "条目：2条；联系电话：0个；承办单位：2个；单列的完成时限：0处",
        "存入：新文件",
    ):
        assert line in shown.splitlines()
    assert "县道每公里每年安排养护资金1万元" in shown
    assert "→ 区交通运输局" in shown
    entry = listed(capsys)[OTHER_NUMBER, "current"]
    assert entry == {
        "number": OTHER_NUMBER,
        "title": "周村区人民政府办公室关于做好农村公路养护工作的通知",
        "issuer": "周村区人民政府办公室",
        "region": "周村",
        "issued": "2024-05-06",
        "valid_from": None,
        "valid_until": None,
        "extended_by": "",
        "ended": False,
        "void": False,
        "draft": False,
        "sources": ["养护.txt"],
        "url": "",
        "scanned": False,
        "measures": 2,
        "state": "current",
        "replaced_by": None,
        "kind": "policy",
        "kind_words": "",
        "ties": [],
    }
    assert main(["ask", "县道养护每公里安排多少钱"]) == 0
    assert "每公里每年安排养护资金1万元" in read(capsys)


def test_what_ties_a_file_to_others_is_shown_before_it_is_stored(capsys, tmp_path):
    """The page explains the notice at hand, by its number."""
    path = tmp_path / "解读.txt"
    path.write_text(
        "《周村区人民政府办公室关于提高残疾人机动轮椅车燃油补贴标准的通知》政策解读\n\n发布日期：2023-03-05\n"
        "来源：周村区残疾人联合会\n\n一、补多少。每车每年300元。\n二、补给谁。持证的车主。\n",
        encoding="utf-8",
    )
    corpus("add", str(path))
    shown = read(capsys).splitlines()
    assert "类别：政策解读（依据“政策解读”）" in shown
    name = "《周村区人民政府办公室关于提高残疾人机动轮椅车燃油补贴标准的通知》"
    assert f"解读的政策：{name}（周政办字〔2023〕90号，2023年3月1日发布）" in shown


def test_without_a_terminal_nothing_is_stored_unasked(capsys, other):
    """It shows what it read, says how to go on, exit code 2."""
    assert corpus("add", str(other)) == 2
    printed = capsys.readouterr()
    assert OTHER_NUMBER in printed.out
    assert "--yes" in printed.err
    assert len(listed(capsys)) == 1


@pytest.mark.parametrize(("typed", "documents"), [("y\n", 2), ("是\n", 2), ("n\n", 1), ("\n", 1), ("", 1)])
def test_a_terminal_is_asked(monkeypatch, capsys, other, typed, documents):
    """Only a yes stores; anything else leaves everything as it is, exit code 0."""
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    assert corpus("add", str(other)) == 0
    assert ("没有存入" in read(capsys)) == (documents == 1)
    assert len(listed(capsys)) == documents


def test_the_same_file_again_changes_nothing(capsys, other):
    """It says so without asking, exit code 0; the index stays."""
    main(["corpus", "add", str(other), "--yes"])
    index = load_settings().index_folder / "current"
    before = (listed(capsys), index.stat().st_mtime_ns)
    assert main(["corpus", "add", str(other)]) == 0
    assert "内容没有变化" in read(capsys)
    assert (listed(capsys), index.stat().st_mtime_ns) == before


def test_a_new_version_is_announced_and_replaces_the_bundled_one(tmp_path, capsys):
    """The old words are listed as replaced and not answered any more."""
    path = tmp_path / "新.txt"
    path.write_text(NOTICE.replace("300元", "360元"), encoding="utf-8")
    assert main(["corpus", "add", str(path), "--yes"]) == 0
    assert "旧版本保留并标为已被替代" in read(capsys)
    assert set(listed(capsys)) == {(NUMBER, "current"), (NUMBER, "replaced")}
    main(["ask", "残疾人机动轮椅车燃油补贴一年多少钱"])
    answer = read(capsys)
    assert "360元" in answer
    assert "300元" not in answer
    main(["corpus", "list"])
    assert read(capsys).splitlines()[-1].endswith("已被新版本替代")


def test_a_new_version_is_not_said_to_end_its_own_number(tmp_path, capsys):
    """Even where --replaces names it: the number stays in the answers, with the new words."""
    path = tmp_path / "新.txt"
    path.write_text(NOTICE.replace("300元", "360元"), encoding="utf-8")
    assert main(["corpus", "add", str(path), "--replaces", NUMBER, "--yes"]) == 0
    said = read(capsys)
    assert ("旧版本保留" in said, "不再作为答复依据" in said) == (True, False)


def test_replaces_takes_another_document_out_of_the_answers(capsys, other):
    """A part of the number will do; the successor is named; removing it brings the old one back."""
    assert main(["corpus", "add", str(other), "--replaces", "90号", "--yes"]) == 0
    assert f"取代：{NUMBER}" in read(capsys)
    assert corpus("add", other, "--replaces", NUMBER) == 0
    assert "没有需要存入" in read(capsys)
    entries = listed(capsys)
    assert set(entries) == {(OTHER_NUMBER, "current"), (NUMBER, "replaced")}
    assert entries[NUMBER, "replaced"]["replaced_by"] == OTHER_NUMBER
    main(["ask", "残疾人机动轮椅车燃油补贴一年多少钱"])
    assert "300元" not in read(capsys)
    main(["corpus", "show", NUMBER])
    assert read(capsys).startswith(f"已被替代（{OTHER_NUMBER}）")
    assert main(["corpus", "remove", OTHER_NUMBER]) == 0
    assert set(listed(capsys)) == {(NUMBER, "current")}


def test_a_document_that_repeals_another_one_at_hand_takes_its_place(tmp_path, capsys):
    """The new notice says 同时废止 with the number of the bundled one: shown before, marked after."""
    path = tmp_path / "废止.txt"
    repeal = f"三、施行时间。本通知自印发之日起施行。《通知》（{NUMBER}）同时废止。\n\n周村区人民政府办公室"
    path.write_text(OTHER.replace("\n周村区人民政府办公室\n2024", f"{repeal}\n2024"), encoding="utf-8")
    assert corpus("add", path, "--yes") == 0
    assert f"取代：{NUMBER}" in capsys.readouterr().out
    assert corpus("list", "--json") == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(entry["number"], entry["state"], entry["replaced_by"]) for entry in listed] == [
        (OTHER_NUMBER, "current", None),
        (NUMBER, "replaced", OTHER_NUMBER),
    ]


def test_an_older_document_that_one_at_hand_repeals_is_pointed_out(tmp_path, capsys):
    """Added after its successor: the doubt says what to do, and that takes it out of the answers."""
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(OTHER.replace("〔2024〕91号", "〔2019〕9号").replace("2024年", "2019年"), encoding="utf-8")
    repeal = "三、本通知自印发之日起施行。《通知》（周政办字〔2019〕9号）同时废止。\n\n周村区人民政府办公室"
    text = OTHER.replace("\n周村区人民政府办公室\n2024", f"{repeal}\n2024")
    new.write_text(text, encoding="utf-8")
    assert corpus("add", new, "--yes") == 0
    capsys.readouterr()
    assert corpus("add", old, "--yes") == 0
    assert f"“{OTHER_NUMBER}”写明废止本文件" in read(capsys)
    assert corpus("add", new, "--yes") == 0
    assert ("周政办字〔2019〕9号", "replaced") in listed(capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "养护.txt", "--replaces", "周政办字〔1999〕1号", "--yes"],
        ["add", "养护.txt", "corpus/notice.txt", "--replaces", NUMBER, "--yes"],
        ["add", "leer"],
        ["remove", NUMBER],
        ["remove", "周政办字〔1999〕1号"],
        ["export", "--format", "csv", "-o", "nowhere/ledger.csv"],
    ],
)
def test_what_cannot_be_done_gets_one_line_and_exit_code_2(monkeypatch, tmp_path, capsys, other, arguments):
    """An unknown number, two files for one --replaces, an empty folder, a bundled document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "leer").mkdir()
    assert corpus(*arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert set(listed(capsys)) == {(NUMBER, "current")}


def test_one_bad_file_in_fifty_does_not_stop_the_others(tmp_path, capsys):
    """One clear line for it, forty-nine stored, exit code 1."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, 50):
        text = OTHER.replace("91号", f"{number}号")
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (folder / "坏.txt").write_bytes(b"")
    (folder / ".DS_Store").write_bytes(b"\x00")
    assert corpus("add", str(folder), "--yes") == 1
    fault, count = capsys.readouterr().err.splitlines()
    assert fault.startswith("坏.txt")
    assert "1个" in count
    assert len(listed(capsys)) == 50


def test_a_missing_file_is_named(capsys):
    """Nothing else to do: exit code 1."""
    assert corpus("add", "没有.txt", "--yes") == 1
    assert "没有.txt" in capsys.readouterr().err


def test_what_is_left_out_is_shown_before_it_is_stored(tmp_path, capsys):
    """By kind, with the words; and listed again by the check, which calls the rest whole."""
    path = tmp_path / "养护.md"
    path.write_text(OTHER.replace("1万元", "~~8千元~~1万元") + "\n![路网图](a.png)\n", encoding="utf-8")
    assert corpus("add", path, "--yes") == 0
    named = ["未读入：1处划掉的文字、1张图片", "  划掉的文字：8千元", "  图片：路网图"]
    assert read(capsys).splitlines()[1:4] == named
    assert corpus("check") == 0
    lines = read(capsys).splitlines()
    position = next(n for n, line in enumerate(lines) if line.startswith("养护.md"))
    assert lines[position].endswith("读入的一字不缺，未读入的如下")
    assert lines[position + 1 : position + 4] == named
    assert "未读入2处" in lines[-1]


def test_limits_are_settings(monkeypatch, capsys, tmp_path):
    """A file over the limit is refused with the limit named."""
    monkeypatch.setenv("WENZHENG_MAX_FILE_MB", "1")
    path = tmp_path / "大.txt"
    path.write_text(OTHER + "。" * 400_000, encoding="utf-8")
    assert corpus("add", path, "--yes") == 1
    assert "1 MB" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="only there a process has a limit of memory")
def test_a_file_that_takes_too_much_memory_does_not_stop_the_others(monkeypatch, capsys, tmp_path, other):
    """It is told in one line; the files before and behind it are added."""
    monkeypatch.setenv("WENZHENG_MAX_READ_MEMORY_MB", "80")
    path = tmp_path / "大.txt"
    path.write_text(OTHER.replace("\n", "\n" + "\u3000" * 800_000, 6), encoding="utf-8")
    last = tmp_path / "末.txt"
    last.write_text(OTHER.replace(OTHER_NUMBER, "周政办字〔2024〕92号"), encoding="utf-8")
    assert corpus("add", other, path, last, "--yes") == 1
    said = capsys.readouterr()
    assert said.err.splitlines()[0] == (
        "大.txt：要用的内存超过 80 MB 的上限，请拆成几个较小的文件，或在设置里调高上限再添加"
    )
    assert {number for number, _ in listed(capsys)} == {NUMBER, OTHER_NUMBER, "周政办字〔2024〕92号"}
