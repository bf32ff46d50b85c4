"""Taking documents in and out, without a word printed or a page made."""

import pytest

from bot import app
from corpus.errors import LibraryError, RecordsError, SourceError
from corpus.keeping.additions import Addition
from tests.notices import NOTICE, NUMBER

OTHER_NUMBER = "周政办字〔2024〕91号"
OTHER = NOTICE.replace(NUMBER, OTHER_NUMBER).replace("2023年3月1日", "2024年3月1日")


@pytest.fixture
def adder(settings):
    return app.open_adder(settings, lambda: "索引已就绪")


def written(folder, text=OTHER, name="通知.txt"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_reviewed_kept_and_counts(adder, tmp_path, capsys):
    """Nothing changes before it is kept; then it is there, and a second time it changes nothing."""
    (file,) = adder.review([adder.read(written(tmp_path))])
    assert [document.change for document in file.documents] == [Addition.NEW]
    assert (file.replaces, file.is_kept, adder.stock().numbers) == ((), False, (NUMBER,))
    reported = []
    assert adder.add([file], lambda done, total: reported.append((done, total))) == [(Addition.NEW,)]
    assert (adder.stock().numbers, reported) == ((NUMBER, OTHER_NUMBER), [(1, 1)])
    assert adder.review([adder.read(written(tmp_path))])[0].is_kept
    assert adder.refresh() == "索引已就绪"
    assert capsys.readouterr() == ("", "")


def test_the_older_file_goes_in_first(adder, tmp_path):
    """So that the newer one of a number counts; both are doubted."""
    newer = adder.read(
        written(tmp_path, OTHER.replace("300元", "360元").replace("3月1日", "4月1日"), "a.txt")
    )
    older = adder.read(written(tmp_path, OTHER, "b.txt"))
    reviewed = adder.review([newer, older])
    assert [file.brought.intake.file for file in reviewed] == ["b.txt", "a.txt"]
    assert all("后存入的将替代先存入的" in file.documents[0].doubts[0] for file in reviewed)
    assert adder.add(reviewed) == [(Addition.NEW,), (Addition.VERSION,)]
    assert "360元" in adder.stock().current[1].document.measures[0].text


def test_what_a_file_repeals_and_what_it_is_said_to_replace_count_no_more(adder, tmp_path):
    """The number in its text, and the one that whoever brings it names; once each."""
    third = NOTICE.replace(NUMBER, "周政办字〔2025〕3号").replace(
        "（责任单位：区残联）\n\n", f"\n三、本通知自印发之日起施行，《旧办法》（{NUMBER}）同时废止。\n\n"
    )
    adder.add(adder.review([adder.read(written(tmp_path))]))
    (file,) = adder.review([adder.read(written(tmp_path, third, "新.txt"))], [OTHER_NUMBER, NUMBER])
    assert file.replaces == (OTHER_NUMBER, NUMBER)
    adder.add([file])
    assert adder.stock().numbers == ("周政办字〔2025〕3号",)
    again = adder.review([adder.read(written(tmp_path, NOTICE.replace("300元", "360元"), "旧.txt"))])
    assert "周政办字〔2025〕3号" in again[0].documents[0].doubts[0]


def test_a_document_that_is_removed_brings_back_what_it_replaced(adder, tmp_path):
    """What was never added cannot be removed."""
    adder.add(adder.review([adder.read(written(tmp_path))], [NUMBER]))
    assert adder.stock().numbers == (OTHER_NUMBER,)
    adder.remove(OTHER_NUMBER)
    assert adder.stock().numbers == (NUMBER,)
    with pytest.raises(LibraryError, match=NUMBER):
        adder.remove(NUMBER)


def test_a_file_that_says_nothing_is_refused_with_its_name(adder, tmp_path):
    """White space is no text."""
    with pytest.raises(SourceError, match=r"空\.txt"):
        adder.read(written(tmp_path, " \n", "空.txt"))


def test_a_document_may_be_called_by_a_part_of_its_number(adder, tmp_path):
    """Also one that was replaced, by the whole of it."""
    assert adder.full_number("90号") == NUMBER
    adder.add(adder.review([adder.read(written(tmp_path))], [NUMBER]))
    assert adder.full_number(NUMBER) == NUMBER
    with pytest.raises(RecordsError, match="95号"):
        adder.full_number("95号")
