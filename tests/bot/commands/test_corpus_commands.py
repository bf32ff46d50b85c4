"""The corpus commands over real folders: what they print, keep and return."""

import csv
import io
import json
import sys
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from bot import app
from bot.answer import Answer, Status
from bot.answering.assistant import today_in_china
from bot.cli import main
from bot.rendering.render_json import to_data
from bot.settings import load_settings
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.intake import read_intake
from tests.notices import NOTICE, NUMBER, settle

OTHER_NUMBER = "周政办字〔2024〕91号"
OTHER = """周村区人民政府办公室
关于做好农村公路养护工作的通知
周政办字〔2024〕91号

各镇政府、街道办事处：
一、养护标准。县道每公里每年安排养护资金1万元。（责任单位：区交通运输局）
二、养护责任。乡道由所在镇负责日常养护。（责任单位：各镇政府）

周村区人民政府办公室
2024年5月6日
"""


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch):
    """A bundled corpus of one notice, an empty home, nobody at the keyboard."""
    settle(monkeypatch, tmp_path / "corpus", tmp_path / "home")
    monkeypatch.setattr(sys, "stdin", io.StringIO())


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "养护.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


class Quick:
    """The real wiring, but for the index."""

    load_library = staticmethod(app.load_library)
    added_documents = staticmethod(app.added_documents)
    confirmed_phones = staticmethod(app.confirmed_phones)

    def open_adder(self, settings):
        """Says so."""
        return app.open_adder(settings, lambda: "索引已就绪")


def corpus(*arguments):
    return main(["corpus", *map(str, arguments)], Quick())


class Keyboard(io.StringIO):
    """Somebody at a terminal who types a line."""

    def isatty(self):
        """It is one."""
        return True


def listed(capsys):
    capsys.readouterr()
    assert corpus("list", "--json") == 0
    return {(line["number"], line["state"]): line for line in map(json.loads, read(capsys).splitlines())}


def read(capsys):
    return capsys.readouterr().out


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


def test_check_proves_every_source(capsys, other):
    """Bundled and added; every character stands somewhere, exit code 0."""
    corpus("add", str(other), "--yes")
    read(capsys)
    assert corpus("check") == 0
    lines = read(capsys).splitlines()
    characters = len("".join(OTHER.split()))
    (line,) = [line for line in lines if line.startswith("养护.txt")]
    assert f"{characters}字" in line
    assert line.endswith("一字不缺")
    assert lines[-1].startswith("共2个来源")


def test_check_calls_no_scan_whole(tmp_path, other, capsys):
    """What was read from a picture has no plainer reading beside it: a person looks at the original."""
    intake = read_intake(other)
    drafts = tuple(replace(draft, sources=("养护.txt",), scanned=True) for draft in intake.drafts)
    AddedFiles(tmp_path / "home" / "documents").add(replace(intake, drafts=drafts))
    assert corpus("check") == 0
    (line,) = [line for line in read(capsys).splitlines() if line.startswith("养护.txt")]
    assert line.endswith("有没有认错、漏认，请对照原件")
    assert "一字不缺" not in line


def test_check_lists_what_to_look_at(tmp_path, capsys):
    """A measure without a department, a document at hand that is cited, a phone that nobody owns."""
    path = tmp_path / "补充.txt"
    text = OTHER.replace("县道每公里", f"按照{NUMBER}执行。咨询电话：6195000。县道每公里")
    path.write_text(text.replace("（责任单位：区交通运输局）", ""), encoding="utf-8")
    assert corpus("add", path, "--yes") == 0
    shown = read(capsys)
    for words in (
        f"请核对是否同一份：{NUMBER}",
        "没有写明承办单位的条目1条：一",
        "没有对应的单位：一 6195000",
    ):
        assert words in shown
    assert corpus("check") == 0
    lines = read(capsys).splitlines()
    assert f"存疑 {OTHER_NUMBER}：没有写明承办单位的条目1条：一" in lines
    doubtful = [line for line in lines if line.startswith("存疑 ")]
    assert lines[-1].endswith(f"存疑{len(doubtful)}处。")


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


def test_check_compares_with_the_file_itself(capsys, other):
    """A sentence of the file that the kept text lacks: exit code 1, its words are named."""
    corpus("add", str(other), "--yes")
    (kept,) = load_settings().library_folder.glob("*/text.txt")
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace("乡道由所在镇负责日常养护。", " " * 13), encoding="utf-8")
    read(capsys)
    assert corpus("check") == 1
    lines = read(capsys).splitlines()
    assert any("原件里还有13字没有读到" in line for line in lines)
    assert any(line.startswith("  没有读到：") and "乡道由所在镇负责日常养护" in line for line in lines)


def test_check_finds_a_damaged_file(capsys, other):
    """What was kept is not what was given: exit code 1, the folder is named."""
    corpus("add", str(other), "--yes")
    (kept,) = load_settings().library_folder.glob("*/original/养护.txt")
    kept.write_text("别的", encoding="utf-8")
    read(capsys)
    assert corpus("check") == 1
    assert str(kept.parent.parent) in read(capsys)


def test_exported_lines_are_what_an_answer_shows(monkeypatch, capsys, other):
    """Field by field, apart from what belongs to the question and what staff filled in."""
    corpus("add", str(other), "--yes")
    assistant = app.make_assistant(load_settings())
    read(capsys)
    raw = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", raw)
    assert corpus("export", "--format", "jsonl") == 0
    lines = [json.loads(line) for line in raw.buffer.getvalue().decode().splitlines()]
    assert len(lines) == 4
    for line in lines:
        measure = assistant.look_ups.show(line["id"])
        answer = Answer("", today_in_china(), Status.ANSWERED, "", measures=(measure,))
        (shown,) = json.loads(json.dumps(to_data(answer), default=str))["measures"]
        elsewhere = ("highlights", "also", "terms", "nearby", "score", "staff_fields")
        assert line == {name: value for name, value in shown.items() if name not in elsewhere}


def test_the_ledger_is_written_whole(tmp_path, capsys):
    """A header in Chinese, a row a measure, no temporary file left."""
    path = tmp_path / "台账.csv"
    assert corpus("export", "--format", "csv", "-o", str(path)) == 0
    assert "已导出2条" in read(capsys)
    header, first, _ = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))
    row = dict(zip(header, first, strict=True))
    assert (row["文号"], row["条目"], row["牵头（责任）单位"]) == (NUMBER, "一", "区残联")
    assert "每车每年300元" in row["内容"]
    assert row["有效期"] == "未写明"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("台账")] == ["台账.csv"]


def test_the_workbook_holds_the_same_rows(tmp_path, capsys):
    """As the CSV file does, header included."""
    csv_path, path = tmp_path / "台账.csv", tmp_path / "台账.xlsx"
    assert (
        corpus("export", "--format", "csv", "-o", csv_path),
        corpus("export", "--format", "xlsx", "-o", path),
    ) == (0, 0)
    rows = list(csv.reader(io.StringIO(csv_path.read_bytes().decode("utf-8-sig"), newline="")))
    sheet = load_workbook(path).active
    assert [[cell.value or "" for cell in row] for row in sheet.iter_rows()] == rows


def test_two_files_of_one_number_are_pointed_out(tmp_path, capsys, other):
    """The later one takes the place of the earlier one: said before anything is stored."""
    rival = tmp_path / "另一份.txt"
    rival.write_text(OTHER.replace("1万元", "2万元"), encoding="utf-8")
    assert corpus("add", other, rival, "--yes") == 0
    assert read(capsys).count(f"也是“{OTHER_NUMBER}”") == 2
    assert set(listed(capsys)) == {(NUMBER, "current"), (OTHER_NUMBER, "current"), (OTHER_NUMBER, "replaced")}


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


def test_a_document_that_its_site_marks_as_void_is_shown_so(tmp_path, capsys):
    """Before storing, in both lists, and in the ledger."""
    path = tmp_path / "失效.txt"
    path.write_text(
        f"发文字号：{OTHER_NUMBER}\n发布机构：周村区人民政府办公室\n有效性：失效\n" + OTHER, encoding="utf-8"
    )
    assert corpus("add", path, "--yes") == 0
    assert "有效期：已失效（发布网站标明）" in read(capsys)
    assert listed(capsys)[OTHER_NUMBER, "current"]["void"] is True
    main(["corpus", "list"])
    assert "已失效" in read(capsys)
    main(["corpus", "export", "--format", "csv"])
    assert "已失效" in read(capsys)


FOREIGN = OTHER.replace("（责任单位：区交通运输局）", "（责任单位：区交通运输局，联系电话：0532-88881234）")


@pytest.fixture
def foreign(tmp_path, capsys):
    """A document of 周村 whose phone is one of 青岛, added."""
    path = tmp_path / "养护.txt"
    path.write_text(FOREIGN, encoding="utf-8")
    assert corpus("add", path, "--yes") == 0
    return capsys.readouterr().out


def dialled():
    """What is dialled where the document added prints a phone."""
    library = Quick.load_library(load_settings())
    return [c.dial for m in library.document(OTHER_NUMBER).measures for c in library.contacts(m) if c.phone]


def test_a_phone_of_elsewhere_is_told_when_a_document_is_added(foreign):
    """With its item; it is shown unchecked in the sample."""
    assert "  · 区号不是本地的电话，核实前不能一键拨打：一 0532-88881234" in foreign.splitlines()
    assert "→ 区交通运输局 （号码未经核对）0532-88881234" in foreign


def test_it_is_dialled_once_somebody_confirmed_it(foreign, capsys):
    """As printed, or as it is now."""
    assert dialled() == [None]
    assert corpus("confirm", "0532-88881234", "--by", "张三", "--source", "电话询问") == 0
    assert read(capsys) == "已核实：周村 区交通运输局  0532-88881234\n"
    assert dialled() == ["0532-88881234"]
    told = ("--by", "张三", "--source", "电话询问", "--now", "6195136", "--department", "区交通运输局")
    assert corpus("confirm", "0532-88881234", *told) == 0
    assert dialled() == ["0533-6195136"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("6195999", "--by", "张三", "--source", "电话"), "没有文件把“6195999”印作"),
        (("0532-88881234", "--by", "张三", "--source", "电话", "--region", "聊城"), "没有文件把"),
        (("0532-88881234", "--by", " ", "--source", "电话"), "请写明谁核实的"),
        (("0532-88881234", "--by", "张三", "--source", "电话", "--now", "同前"), "不像一个电话号码"),
    ],
)
def test_what_cannot_be_confirmed_is_told_in_one_line(foreign, capsys, arguments, said):
    """Nothing is kept of it."""
    assert corpus("confirm", *arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert dialled() == [None]
