"""All documents, each understood once: what is kept of them, and when they are read anew."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.cataloguing import catalog_of
from corpus.document_digest import document_digest
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.document_record import understood
from corpus.keeping.intake import read_intake
from corpus.keeping.record_files import RecordFiles
from tests.notices import NOTICE, NUMBER, fill

OTHER_NUMBER = "周政办字〔2024〕91号"
OTHER = NOTICE.replace(NUMBER, OTHER_NUMBER).replace("2023年3月1日", "2024年3月1日")


@pytest.fixture
def added(tmp_path: Path) -> AddedFiles:
    return AddedFiles(tmp_path / "home" / "documents")


@pytest.fixture
def open_anew(bundled: Path, added: AddedFiles, tmp_path: Path) -> Callable[[], DocumentCollection]:
    """Opens the collection as another process would."""
    return lambda: DocumentCollection(bundled, added, RecordFiles(tmp_path / "records"))


def bring(added: AddedFiles, folder: Path, text: str = OTHER) -> None:
    """Adds a file of that text."""
    path = folder / "通知.txt"
    path.write_text(text, encoding="utf-8")
    added.add(read_intake(path, "周村"))


def records(folder: Path) -> dict[str, int]:
    """The files of kept records, with what tells a rewritten one."""
    return {path.name: path.stat().st_ino for path in (folder / "records").iterdir()}


def test_what_is_kept_is_what_was_understood(
    open_anew: Callable[[], DocumentCollection], added: AddedFiles, tmp_path: Path
) -> None:
    """Read by another process: the same documents in the same order, and nothing is written again."""
    bring(added, tmp_path)
    first = open_anew().stock()
    kept = records(tmp_path)
    assert open_anew().stock() == first
    assert first.numbers == (NUMBER, OTHER_NUMBER)
    assert (records(tmp_path), len(kept)) == (kept, 2)


def test_digests_are_kept_with_documents(
    open_anew: Callable[[], DocumentCollection], added: AddedFiles, tmp_path: Path
) -> None:
    """As worked out, also of what was read and of a text of two files; a changed document has its own."""
    bring(added, tmp_path)
    bring(added, tmp_path)
    open_anew().stock()
    kept = open_anew().stock()
    assert [record.digest for record in kept.current] == [document_digest(r.document) for r in kept.current]
    catalog, former = catalog_of(kept), kept.current[0]
    changed = replace(former.document, title="另一个标题")
    assert catalog.digest_of(former.document) == former.digest
    assert catalog.digest_of(changed) == document_digest(changed)


def test_an_added_file_is_read_and_understood_alone(
    open_anew: Callable[[], DocumentCollection], added: AddedFiles, tmp_path: Path
) -> None:
    """The records of the others stay as they are; a removed file's go."""
    open_anew().stock()
    before = records(tmp_path)
    bring(added, tmp_path)
    open_anew().stock()
    after = records(tmp_path)
    assert before.items() <= after.items()
    assert len(after) == 2


def test_the_records_of_a_replaced_file_stay_and_of_a_removed_one_go_with_the_next(
    open_anew: Callable[[], DocumentCollection], added: AddedFiles, tmp_path: Path
) -> None:
    """Which is listed as replaced, and which is not listed at all."""
    bring(added, tmp_path)
    bring(added, tmp_path, OTHER.replace("300元", "360元"))
    open_anew().stock()
    assert len(records(tmp_path)) == 3
    added.remove(OTHER_NUMBER)
    open_anew().stock()
    assert len(records(tmp_path)) == 2


def test_what_was_understood_when_it_was_brought_is_not_understood_again(
    open_anew: Callable[[], DocumentCollection], added: AddedFiles, tmp_path: Path
) -> None:
    """The collection is told, and takes it as its own."""
    path = tmp_path / "通知.txt"
    path.write_text(OTHER, encoding="utf-8")
    intake = read_intake(path, "周村")
    brought = tuple(map(understood, intake.drafts))
    collection = open_anew()
    collection.remember(intake, brought)
    added.add(intake)
    assert collection.stock().current[1] is brought[0]
    assert open_anew().stock().current[1] == brought[0]


@pytest.mark.parametrize("damage", [lambda data: data[:-3], lambda data: b"", lambda data: b"x" * 32 + b"[]"])
def test_damaged_records_are_understood_anew(
    open_anew: Callable[[], DocumentCollection],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    damage: Callable[[bytes], bytes],
) -> None:
    """Noticed, said in the log, made good."""
    first = open_anew().stock()
    (path,) = (tmp_path / "records").iterdir()
    sound = path.read_bytes()
    path.write_bytes(damage(sound))
    with caplog.at_level(logging.WARNING):
        assert open_anew().stock() == first
    assert "sealed_file_damaged" in caplog.text
    assert path.read_bytes() == sound


def test_a_text_that_changed_is_understood_anew(
    open_anew: Callable[[], DocumentCollection], bundled: Path, tmp_path: Path
) -> None:
    """The old records of the folder go."""
    open_anew().stock()
    fill(bundled, NOTICE.replace("300元", "360元"))
    stock = open_anew().stock()
    assert "360元" in stock.current[0].document.measures[0].text
    assert len(records(tmp_path)) == 1


def test_records_that_cannot_be_kept_are_no_fault(
    bundled: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A file stands where the folder should be: everything is understood each time."""
    (tmp_path / "records").write_text("", encoding="utf-8")
    collection = DocumentCollection(bundled, None, RecordFiles(tmp_path / "records"))
    assert collection.stock().numbers == (NUMBER,)
    assert "sealed_file_not_kept" in caplog.text


def test_a_file_that_cannot_be_read_any_more_is_left_out(
    open_anew: Callable[[], DocumentCollection],
    added: AddedFiles,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Its kept text and the file itself are gone; the others count, and nothing is kept of it."""
    bring(added, tmp_path)
    (entry,) = added.entries()
    (added.folder_of(entry) / "drafts.json").unlink()
    added.original(entry).unlink()
    assert open_anew().stock().numbers == (NUMBER,)
    assert "document_unreadable" in caplog.text
    assert len(records(tmp_path)) == 1


def test_a_catalog_holds_what_counts_and_what_was_replaced(
    open_anew: Callable[[], DocumentCollection], added: AddedFiles, tmp_path: Path
) -> None:
    """The notice with a higher sum stands for the bundled one."""
    bring(added, tmp_path, NOTICE.replace("300元", "360元"))
    stock = open_anew().stock()
    catalog = catalog_of(stock)
    assert ["360元" in catalog.documents[0].measures[0].text, catalog.digest] == [True, stock.digest]
    assert [(kept.document.number, kept.by) for kept in catalog.replaced] == [(NUMBER, NUMBER)]
    assert stock.added[NUMBER].file == "通知.txt"
