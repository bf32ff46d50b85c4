"""Many files at once: one bad file stops no other, what is twice is kept once, a second run goes on."""

import os
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from bot.adding import Shipment, ShippedOutcome, StagedReadings, write_report
from bot.china_time import today_in_china
from bot.cli import main
from corpus.keeping.standing import Standing
from tests.bot.shared_reading import shared_adder
from tests.shelves import as_old_text, as_pdf, as_text, as_word, make_shelf, notice, number_of, zipped

WIRING = SimpleNamespace(open_adder=shared_adder)
"""All that the command needs, without an index."""
_AT_HAND = 1
"""Documents that are there before."""


@pytest.fixture
def shelf(tmp_path):
    made = tmp_path / "柜子"
    made.mkdir()
    return made


def put(folder, **files):
    for name, data in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_bytes(data)


def opened(settings):
    return Shipment(shared_adder(settings), StagedReadings(settings.staged_folder))


def shipped(settings, folder):
    """A shipment of all files of a folder, stored."""
    shipment = opened(settings)
    shipment.read(sorted(Path(folder).rglob("*.*")))
    shipment.store()
    return shipment


def outcomes(shipment):
    return {row.name: row.outcome.value for row in shipment.rows}


def kept(settings):
    """Number -> the text of its first measure, of all documents that count."""
    current = shared_adder(settings).stock().current
    return {record.number: record.document.measures[0].text for record in current}


def test_one_text_in_three_files_is_kept_once_with_all_sources_named(settings, shelf):
    """Word, the PDF made of it and a text in another encoding; quotation marks may differ."""
    text = notice(10).replace("补助标准", '"补助"标准')
    put(shelf, 甲_docx=as_word(text), 乙_pdf=as_pdf(notice(11)), 丙_txt=as_text(text.replace('"', "“")))
    put(shelf, 丁_txt=as_old_text(notice(11)))
    shipment = shipped(settings, shelf)
    assert outcomes(shipment) == {"丁.txt": "stored", "丙.txt": "stored", "乙.pdf": "copy", "甲.docx": "copy"}
    sources = {r.number: r.document.sources for r in shared_adder(settings).stock().current}
    assert sources[number_of(10)] == ("丙.txt", "甲.docx")
    assert sources[number_of(11)] == ("丁.txt", "乙.pdf")


def test_a_copy_of_what_was_kept_before_is_named_with_it(settings, shelf, tmp_path):
    """Even of a version that does not count any more: it does not count again."""
    put(shelf, 旧_txt=as_text(notice(10)), 新_txt=as_text(notice(10, 999, 25)))
    shipped(settings, shelf)
    put(tmp_path, 再来_docx=as_word(notice(10)))
    shipment = opened(settings)
    shipment.read([tmp_path / "再来.docx"])
    shipment.store()
    assert outcomes(shipment) == {"再来.docx": "copy"}
    assert "999元" in kept(settings)[number_of(10)]
    replaced = shared_adder(settings).stock().versions
    old = [known for known in replaced if known.version.standing is Standing.REPLACED]
    assert [known.record.document.sources for known in old] == [("旧.txt", "再来.docx")]


def test_a_bad_file_stops_no_other_and_the_newest_counts(settings, shelf):
    """The one that is read last is the older."""
    put(shelf, a_txt=as_text(notice(10, 999, 25)), b_txt=as_text(notice(10)), c_docx=b"PK\x03\x04", d_txt=b"")
    shipment = shipped(settings, shelf)
    assert outcomes(shipment) == {
        "a.txt": "stored",
        "b.txt": "stored",
        "c.docx": "refused",
        "d.txt": "refused",
    }
    assert "999元" in kept(settings)[number_of(10)]
    rivals = f"这一批里还有别的文件也是“{number_of(10)}”，发布日期较晚的为准"
    assert [row.doubts[0] for row in shipment.rows if row.outcome is ShippedOutcome.STORED] == [rivals] * 2


def test_what_a_file_repeals_counts_no_more(settings, shelf):
    """Whichever of the two is read first."""
    later = notice(12).replace("{year}", "2020").replace("第12批", "第12批补充")
    later = later.replace("二、", f"《旧通知》（{number_of(10)}）同时废止。\n二、")
    put(shelf, a_txt=as_text(later), b_txt=as_text(notice(10)))
    shipped(settings, shelf)
    assert number_of(12) in kept(settings)
    assert number_of(10) not in kept(settings)


class NeverReading:
    """An adder that must not read any more."""

    def __init__(self, adder):
        self.adder = adder

    def __getattr__(self, name):
        return getattr(self.adder, name)

    def read_alone(self, path, region=None, address=""):
        """Fails."""
        raise AssertionError(path)


def test_a_second_run_reads_nothing_again(settings, shelf):
    """After it was read, and after it was stored."""
    put(shelf, a_txt=as_text(notice(10)), b_zip=zipped({"内.txt": as_text(notice(11))}), c_txt=b"")
    first = opened(settings)
    first.read(sorted(shelf.iterdir()))
    second = opened(settings)
    second.adder = NeverReading(second.adder)
    second.read(sorted(shelf.iterdir()))
    assert outcomes(second) == {"a.txt": "ready", "内.txt": "ready", "c.txt": "refused"}
    second.store()
    third = opened(settings)
    third.read(sorted(shelf.glob("[ab]*")))
    assert outcomes(third) == {"a.txt": "known", "内.txt": "known"}
    assert len(kept(settings)) == _AT_HAND + 2
    assert list(settings.staged_folder.iterdir()) == []


def test_a_file_that_changes_between_reading_and_storing_is_not_stored(settings, shelf):
    """Its row says so."""
    put(shelf, a_txt=as_text(notice(10)))
    shipment = opened(settings)
    shipment.read([shelf / "a.txt"])
    put(shelf, a_txt=as_text(notice(11)))
    shipment.store()
    assert (shipment.rows[0].outcome, shipment.rows[0].why) == ("refused", "读过以后文件又变了，请再运行一次")
    assert len(kept(settings)) == _AT_HAND


def test_a_mixed_shelf_is_kept_whole_and_once(settings, tmp_path):
    """All forms, archives, mails, copies, versions and broken files."""
    shelf = make_shelf(tmp_path / "柜子", 40)
    shipment = shipped(settings, shelf.folder)
    stock = shared_adder(settings).stock()
    now = kept(settings)
    assert {number: amount for number, amount in shelf.numbers.items() if amount not in now[number]} == {}
    assert len(stock.versions) == _AT_HAND + shelf.texts
    refused = sum(row.outcome is ShippedOutcome.REFUSED for row in shipment.rows)
    assert refused == shelf.refused


def test_the_command_sums_up_reports_and_says_what_is_wrong(settings, shelf, tmp_path, capsys):
    """A page and a workbook; markup in names does no harm."""
    put(shelf, 甲_zip=zipped({"a<b>.txt": as_text(notice(10)), "坏.txt": b""}), 乙_txt=as_text(notice(10)))
    page, book = tmp_path / "r.html", tmp_path / "r.xlsx"
    arguments = ["corpus", "add", str(shelf), "--yes", "--report", str(page), "--report", str(book)]
    assert main(arguments, WIRING) == 1
    read = capsys.readouterr()
    said = read.out.splitlines()
    assert said[0].startswith("共3个文件：待存入1个，重复1个，没有读成1个")
    assert read.err.splitlines() == [
        "甲.zip/坏.txt：文件是空的，请核对文件后再添加",
        "有1个文件没有读成，原因见上。",
    ]
    assert said[-3:-1] == [f"报告已写到 {page}。", f"报告已写到 {book}。"]
    assert "a&lt;b&gt;.txt" in page.read_text("utf-8")
    rows = list(load_workbook(book).active.iter_rows(values_only=True))
    assert rows[0] == ("文件", "结果", "文号", "标题", "说明")
    assert len(rows) == 4
    assert kept(settings)[number_of(10)].startswith("补助标准")


@pytest.mark.parametrize(
    ("name", "words"),
    [("r.txt", "--report 要写成 .html 或 .xlsx 文件"), ("没有/r.html", "报告写不了")],
)
def test_a_report_that_cannot_be_written_is_told_before_anything_is_read(
    settings, shelf, tmp_path, capsys, name, words
):
    """Nothing is stored."""
    put(shelf, a_txt=as_text(notice(10)))
    assert main(["corpus", "add", str(shelf), "--yes", "--report", str(tmp_path / name)], WIRING) == 2
    assert words in capsys.readouterr().err
    assert len(kept(settings)) == _AT_HAND


def test_without_a_terminal_and_without_yes_nothing_is_stored(settings, shelf, tmp_path, capsys):
    """The report is written all the same."""
    put(shelf, 甲_zip=zipped({"a.txt": as_text(notice(10))}))
    assert main(["corpus", "add", str(shelf), "--report", str(tmp_path / "r.html")], WIRING) == 2
    assert "没有存入" in capsys.readouterr().err
    assert "待存入" in (tmp_path / "r.html").read_text("utf-8")
    assert len(kept(settings)) == _AT_HAND


def test_a_report_tells_of_every_row(settings, shelf, tmp_path):
    """Also where nothing was brought."""
    write_report(tmp_path / "r.html", [], today_in_china())
    assert "共0个文件。" in (tmp_path / "r.html").read_text("utf-8")


def test_two_files_of_one_name_in_an_archive_have_a_row_each(settings, shelf):
    """An archive that was added to later holds the same name twice."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made.writestr("通知.txt", as_text(notice(1)))
        made.writestr("通知.txt", as_text(notice(2)))
    put(shelf, 打包_zip=data.getvalue())
    shipment = shipped(settings, shelf)
    assert [row.outcome for row in shipment.rows] == [ShippedOutcome.STORED] * 2
    assert {number for row in shipment.rows for number in row.numbers} == {number_of(1), number_of(2)}


def test_a_name_in_no_encoding_of_the_system_stops_nothing(settings, shelf):
    """Unpacked on Linux, names of Chinese Windows stay in GB18030."""
    try:
        (Path(os.fsdecode(os.fsencode(shelf) + "/关于.txt".encode("gb18030")))).write_bytes(
            as_text(notice(1))
        )
    except OSError:
        pytest.skip("names here are in UTF-8 alone")
    put(shelf, 别的_txt=as_text(notice(2)))
    shipment = shipped(settings, shelf)
    assert [row.outcome for row in shipment.rows] == [ShippedOutcome.STORED] * 2
    assert "关于.txt" in {entry.file for entry in shipment.adder.entries()}


def test_a_link_that_leads_out_of_a_folder_is_named_and_not_read(settings, shelf, tmp_path, capsys):
    """It may lead to what only this machine's account can read."""
    (tmp_path / "别处.txt").write_bytes(as_text(notice(10)))
    put(shelf, 甲_txt=as_text(notice(11)))
    (shelf / "乙.txt").symlink_to(tmp_path / "别处.txt")
    main(["corpus", "add", str(shelf), "--yes", "--report", str(tmp_path / "r.html")], WIRING)
    assert "乙.txt 是指向文件夹外面的链接" in capsys.readouterr().err
    assert set(kept(settings)) >= {number_of(11)}
    assert number_of(10) not in kept(settings)


def test_what_a_kill_left_of_an_archive_goes_with_a_later_command(settings, shelf):
    """Archives are taken apart in the data folder; after a day nobody needs what is left there."""
    staged = StagedReadings(settings.staged_folder)
    with staged.room() as room:
        assert room.is_relative_to(settings.staged_folder)
    old, new = settings.staged_folder / ".passing-old", settings.staged_folder / ".passing-new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "甲.txt").write_bytes(b"x")
    os.utime(old, (1, 1))
    put(shelf, 打包_zip=zipped({"甲.txt": as_text(notice(1))}))
    shipped(settings, shelf)
    assert (old.exists(), new.exists()) == (False, True)
