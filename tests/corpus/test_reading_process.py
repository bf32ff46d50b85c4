"""One file that goes wrong is told in one line, and the next one is read."""

import pytest

from corpus.keeping.reading_process import ReadingProcess
from corpus.limits import Limits
from corpus.reading.refusals import DamagedError, OverrunError
from tests.corpus import unruly_readers as unruly


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "通知.txt"
    file.write_text("一、发放育儿补贴。", encoding="utf-8")
    return file


@pytest.fixture
def process():
    return ReadingProcess(Limits(max_memory_bytes=300_000_000))


def test_many_files_are_read_by_one_process(process, path):
    """The process is started once and is another one than this."""
    read = [process.do(path.name, unruly.reads, path) for _ in range(3)]
    assert {text for text, _ in read} == {"一、发放育儿补贴。"}
    assert len({number for _, number in read}) == 1


def test_progress_is_passed_on(process, path):
    """What the reader reports is heard here."""
    heard = []
    process.do(path.name, unruly.reads, path, progress=lambda *counts: heard.append(counts))
    assert heard == [(1, 1)]


@pytest.mark.parametrize(
    ("unruly_reader", "said"),
    [
        (
            unruly.eats,
            "要用的内存超过 300 MB 的上限，请拆成几个较小的文件，或在设置里调高上限再添加",
        ),
        (
            unruly.dies,
            "读的时候程序中断了，文件可能有损坏，或要用的内存太多，请打开文件另存一份，或换一种格式再添加",
        ),
        (unruly.fails, "读的时候程序出了错（KeyError），请打开文件另存一份，或换一种格式再添加"),
    ],
)
def test_what_breaks_off_is_one_line_and_the_next_file_is_read(process, path, unruly_reader, said):
    """The line names the file, says why, and what to do."""
    with pytest.raises(OverrunError) as caught:
        process.do(path.name, unruly_reader, path)
    assert str(caught.value) == f"通知.txt：{said}"
    assert process.do(path.name, unruly.reads, path)[0] == "一、发放育儿补贴。"


@pytest.mark.parametrize("unruly_reader", [unruly.sleeps, unruly.computes])
def test_what_takes_too_long_is_ended(path, unruly_reader):
    """By the clock, whether it computes or waits."""
    process = ReadingProcess(Limits(max_seconds=1))
    with pytest.raises(OverrunError, match=r"通知\.txt：读了1秒还没有读完，请拆成几个较小的文件"):
        process.do(path.name, unruly_reader, path)


def test_what_asks_for_more_time_is_given_it(path):
    """Twice as long as a file may take."""
    process = ReadingProcess(Limits(max_seconds=1))
    assert process.do(path.name, unruly.asks_for_more, path) == "通知.txt"


def test_a_refusal_comes_back_as_it_is(process, path):
    """Its kind and its words survive the way from process to process."""
    with pytest.raises(DamagedError) as caught:
        process.do(path.name, unruly.refuses, path)
    assert (caught.value.why, caught.value.remedy) == ("文件不完整", "请重新下载")
    assert str(caught.value) == "通知.txt：文件不完整，请重新下载"
