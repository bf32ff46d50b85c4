"""The store of added documents: what is kept, what counts, and that a crash leaves old or new."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.cataloguing import load_catalog
from corpus.errors import FolderError, NoAddedDocumentError, SourceError
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.additions import Addition
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.intake import Intake, read_intake
from corpus.keeping.standing import Standing, versions
from corpus.keeping.wordings import Wording
from tests.notices import NOTICE, NUMBER

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
RAISED = NOTICE.replace("300元", "360元")
OTHER_NUMBER = "周政办字〔2024〕91号"
OTHER = NOTICE.replace(NUMBER, OTHER_NUMBER).replace("2023年3月1日", "2024年3月1日")


@pytest.fixture
def library(tmp_path: Path) -> AddedFiles:
    return AddedFiles(tmp_path / "home" / "documents")


def words_of(folder: Path) -> tuple[Wording, ...]:
    """The words of the documents of a folder."""
    return DocumentCollection(folder).stock().bundled


def counting(library: AddedFiles, folder: Path) -> list[str]:
    """The numbers of the added documents that count beside an empty folder."""
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    return list(DocumentCollection(empty, library).stock().numbers)


def taken(folder: Path, text: str, name: str = "通知.txt") -> Intake:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_intake(path, "周村")


def test_a_file_is_kept_as_given_with_its_text_and_its_documents(library: AddedFiles, tmp_path: Path) -> None:
    """The bytes, the text, the records, and when it came."""
    now = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)
    assert library.add(taken(tmp_path, NOTICE), now=now) == (Addition.NEW,)
    (entry,) = library.entries()
    assert library.original(entry).name == "通知.txt"
    assert library.original(entry).read_bytes() == NOTICE.encode()
    assert library.text(entry) == NOTICE
    assert (entry.numbers, entry.region, entry.added) == ((NUMBER,), "周村", "2026-11-21T05:30:00+00:00")
    (draft,) = library.drafts(entry)
    assert [measure.item for measure in draft.measures] == ["一", "二"]


def test_the_same_file_again_changes_nothing(library: AddedFiles, tmp_path: Path) -> None:
    """Not even under another name."""
    library.add(taken(tmp_path, NOTICE))
    before = library.digest()
    assert library.add(taken(tmp_path, NOTICE, "副本.txt")) == (Addition.NONE,)
    assert library.digest() == before


def test_the_same_words_in_another_file_change_nothing(library: AddedFiles, tmp_path: Path) -> None:
    """White space is not a new version."""
    library.add(taken(tmp_path, NOTICE))
    assert library.add(taken(tmp_path, NOTICE.replace("\n\n", "\n\n\n"))) == (Addition.NONE,)
    assert len(library.entries()) == 1


@pytest.mark.parametrize("name", ["000_f2f7b07f2a542574.txt", "001_e9b96b9635c13b94.txt"])
def test_a_bundled_text_is_nothing_new(library: AddedFiles, name: str) -> None:
    """Also the collection of 2022, whose number no text prints: it is known by its words."""
    intake = read_intake(DOCUMENTS / name, "周村")
    assert set(library.add(intake, words_of(DOCUMENTS))) == {Addition.NONE}
    assert library.entries() == ()


def test_another_edition_of_a_bundled_text_is_a_version(library: AddedFiles) -> None:
    """002 and 003 print 周政发〔2020〕27号 in different words; 002 is the one quoted."""
    words = words_of(DOCUMENTS)
    assert library.changes(read_intake(DOCUMENTS / "002_eca5bd2329171e4e.txt"), words) == (Addition.NONE,)
    gazette = read_intake(DOCUMENTS / "003_4fa64617e0e8c615.txt")
    changes = dict(
        zip((draft.number for draft in gazette.drafts), library.changes(gazette, words), strict=True)
    )
    assert changes == {
        "周政发〔2020〕27号": Addition.VERSION,
        "周政办字〔2020〕29号": Addition.NONE,
        "周政办字〔2020〕30号": Addition.NONE,
        "周政办字〔2020〕31号": Addition.NONE,
    }


def test_the_same_number_with_other_words_is_a_new_version(
    library: AddedFiles, bundled: Path, tmp_path: Path
) -> None:
    """The newest counts, also over a bundled one; the older ones are kept and marked."""
    assert library.add(taken(tmp_path, RAISED), words_of(bundled)) == (Addition.VERSION,)
    newest = NOTICE.replace("300元", "400元")
    assert library.add(taken(tmp_path, newest), words_of(bundled)) == (Addition.VERSION,)
    catalog = load_catalog(bundled, library)
    assert "400元" in catalog.measure(f"{NUMBER}#一").text
    assert [(kept.document.number, kept.by) for kept in catalog.replaced] == [(NUMBER, NUMBER)] * 2
    assert ["300元" in catalog.replaced[0].document.measures[0].text, len(catalog.documents)] == [True, 1]
    first = library.entries()[0]
    assert "360元" in library.text(first)


def test_a_bundled_document_may_be_replaced_by_another_number(
    library: AddedFiles, bundled: Path, tmp_path: Path
) -> None:
    """Its measures leave the catalog; it is listed with the number of its successor."""
    library.add(taken(tmp_path, OTHER), words_of(bundled), replaces=[NUMBER])
    catalog = load_catalog(bundled, library)
    assert [document.number for document in catalog.documents] == [OTHER_NUMBER]
    assert [(kept.document.number, kept.by) for kept in catalog.replaced] == [(NUMBER, OTHER_NUMBER)]
    assert type(catalog).from_json(catalog.to_json()) == catalog


def test_what_is_replaced_may_be_said_later(library: AddedFiles, bundled: Path, tmp_path: Path) -> None:
    """The same file with --replaces is a change; said twice it is none."""
    words = words_of(bundled)
    library.add(taken(tmp_path, OTHER), words)
    library.add(taken(tmp_path, OTHER), words, replaces=[NUMBER])
    library.add(taken(tmp_path, OTHER), words, replaces=[NUMBER])
    assert len(library.entries()) == 2
    assert [document.number for document in load_catalog(bundled, library).documents] == [OTHER_NUMBER]


def test_replacing_again_what_was_added_anew_is_a_change(library: AddedFiles, tmp_path: Path) -> None:
    """A later version counts again until a later word takes it out."""
    library.add(taken(tmp_path, NOTICE))
    library.add(taken(tmp_path, OTHER), replaces=[NUMBER])
    library.add(taken(tmp_path, RAISED))
    assert counting(library, tmp_path) == [OTHER_NUMBER, NUMBER]
    library.add(taken(tmp_path, OTHER), replaces=[NUMBER])
    assert counting(library, tmp_path) == [OTHER_NUMBER]


def test_removing_brings_back_what_was_replaced(library: AddedFiles, bundled: Path, tmp_path: Path) -> None:
    """Newest first; what was never added cannot be removed."""
    words = words_of(bundled)
    library.add(taken(tmp_path, RAISED), words)
    library.remove(NUMBER)
    assert "300元" in load_catalog(bundled, library).measure(f"{NUMBER}#一").text
    every = versions([NUMBER], library.entries())
    assert [version.standing for version in every] == [Standing.CURRENT, Standing.REMOVED]
    with pytest.raises(NoAddedDocumentError, match=NUMBER):
        library.remove(NUMBER)


def test_a_removed_file_may_be_added_again(library: AddedFiles, tmp_path: Path) -> None:
    """It counts as new."""
    library.add(taken(tmp_path, NOTICE))
    library.remove(NUMBER)
    assert library.add(taken(tmp_path, NOTICE)) == (Addition.NEW,)
    assert counting(library, tmp_path) == [NUMBER]


def test_a_successor_that_was_removed_replaces_nothing(
    library: AddedFiles, bundled: Path, tmp_path: Path
) -> None:
    """The bundled document counts again."""
    library.add(taken(tmp_path, OTHER), words_of(bundled), replaces=[NUMBER])
    library.remove(OTHER_NUMBER)
    catalog = load_catalog(bundled, library)
    assert ([document.number for document in catalog.documents], catalog.replaced) == ([NUMBER], ())


def test_the_digest_covers_what_was_added(library: AddedFiles, bundled: Path, tmp_path: Path) -> None:
    """An empty library is no change; adding and removing are."""
    collection = DocumentCollection(bundled, library)
    empty = collection.digest()
    assert DocumentCollection(bundled).digest() == empty
    library.add(taken(tmp_path, OTHER))
    added = collection.digest()
    library.remove(OTHER_NUMBER)
    assert len({empty, added, collection.digest()}) == 3


def test_a_half_written_entry_is_not_seen_and_swept_away(library: AddedFiles, tmp_path: Path) -> None:
    """As a process leaves it that is killed while writing."""
    left = library.folder / ".building-4711"
    left.mkdir(parents=True)
    (left / "entry.json").write_text("{", encoding="utf-8")
    assert library.entries() == ()
    library.add(taken(tmp_path, NOTICE))
    assert not left.exists()
    assert len(library.entries()) == 1


def test_a_damaged_entry_is_left_out(library: AddedFiles, tmp_path: Path) -> None:
    """The others count, and the next one gets a place of its own."""
    library.add(taken(tmp_path, NOTICE))
    next(library.folder.glob("0*/entry.json")).write_text("{}", encoding="utf-8")
    assert library.entries() == ()
    library.add(taken(tmp_path, OTHER))
    assert [entry.sequence for entry in library.entries()] == [2]


def test_records_of_another_shape_are_read_anew(library: AddedFiles, tmp_path: Path) -> None:
    """From the file as given, with the region that was named."""
    library.add(taken(tmp_path, NOTICE))
    next(library.folder.glob("0*/drafts.json")).write_text("[{}]", encoding="utf-8")
    (draft,) = library.drafts(library.entries()[0])
    assert (draft.number, draft.region, len(draft.measures)) == (NUMBER, "周村", 2)


def test_adding_at_once_keeps_everything(library: AddedFiles, tmp_path: Path) -> None:
    """Four at a time, each with a place of its own; the same file is kept once."""
    intakes = [
        taken(tmp_path, NOTICE.replace("90号", f"{number}号"), f"{number}.txt") for number in (1, 2, 3, 1)
    ]
    threads = [threading.Thread(target=library.add, args=(intake,)) for intake in intakes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [entry.sequence for entry in library.entries()] == [1, 2, 3]
    assert len(counting(library, tmp_path)) == 3


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(FolderError, match="home/documents"):
        AddedFiles(tmp_path / "home" / "documents").add(taken(tmp_path, NOTICE))


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    """White space is no text."""
    with pytest.raises(SourceError, match=r"空\.txt"):
        taken(tmp_path, " \n\n", "空.txt")
