"""What the command line shows of the files at hand: checks, exports, phones to confirm."""

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
from tests.bot.commands.corpus_at_hand import OTHER, OTHER_NUMBER, Quick, corpus, listed, read
from tests.notices import NUMBER

pytestmark = pytest.mark.usefixtures("folders")


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
