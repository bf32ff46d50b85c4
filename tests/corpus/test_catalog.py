import shutil
from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.cataloguing import load_catalog
from corpus.errors import RecordsError, SourceError
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.intake import read_intake

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


def test_what_is_stored_is_read_back_equal(catalog: Catalog) -> None:
    """JSON keeps every record."""
    assert Catalog.from_json(catalog.to_json()) == catalog


def test_a_measure_that_is_not_divided_holds_its_text_once(catalog: Catalog) -> None:
    """Also when it is read from the disk, where it stands twice; equal terms are one object too."""
    read = Catalog.from_json(catalog.to_json())
    whole = [
        measure for measure in read.measures if [part.text for part in measure.sections] == [measure.text]
    ]
    assert whole
    assert all(measure.sections[0].text is measure.text for measure in whole)
    assert len({id(measure.validity) for measure in read.measures}) == len(
        {measure.validity for measure in read.measures}
    )


def test_something_else_than_records_is_refused() -> None:
    """The error says what to do."""
    with pytest.raises(RecordsError, match="存储的记录读不了"):
        Catalog.from_json(b"{}")


def test_a_document_is_found_by_its_number_or_an_unambiguous_part(catalog: Catalog) -> None:
    """Only one number ends in 27号; 11号 is three documents'."""
    assert catalog.document("周政发〔2020〕27号").title.endswith("具体措施的通知")
    assert catalog.document("27号文").number == "周政发〔2020〕27号"
    assert catalog.document("周政办字2024 11号").number == "周政办字〔2024〕11号"
    with pytest.raises(RecordsError, match="多份文件"):
        catalog.document("11号")
    with pytest.raises(RecordsError, match="没有文号"):
        catalog.document("1号")


def test_an_unknown_measure_is_named_in_the_error(catalog: Catalog) -> None:
    """The message carries the id."""
    with pytest.raises(RecordsError, match="无此文#1"):
        catalog.measure("无此文#1")


def test_regions_are_those_of_the_documents(catalog: Catalog) -> None:
    """Two regions, 周村 first."""
    assert list(catalog.regions) == ["周村", "聊城"]


def test_the_digest_changes_with_a_source(tmp_path: Path) -> None:
    """One character more in a text is another corpus."""
    copy = tmp_path / "documents"
    shutil.copytree(DOCUMENTS, copy)
    before = DocumentCollection(copy).digest()
    assert before == DocumentCollection(DOCUMENTS).digest()
    text = sorted(copy.glob("*.txt"))[0]
    text.chmod(0o644)
    text.write_bytes(text.read_bytes() + b"\n")
    assert DocumentCollection(copy).digest() != before


def test_a_missing_folder_is_one_clear_error(tmp_path: Path) -> None:
    """The path stands in the message."""
    with pytest.raises(SourceError, match="nowhere"):
        load_catalog(tmp_path / "nowhere")


def test_a_region_that_an_added_document_brings_can_be_named(tmp_path: Path) -> None:
    """No table knows 桓台县; a question may name it all the same, and 沂源 stays another place."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    path = tmp_path / "通知.txt"
    path.write_text(
        "桓台县民政局关于发放高龄津贴的通知\n桓民发〔2024〕3号\n各镇：\n一、标准。每月100元。\n"
        "桓台县民政局\n2024年3月1日\n",
        "utf-8",
    )
    library = AddedFiles(tmp_path / "library")
    library.add(read_intake(path))
    catalog = load_catalog(folder, library)
    assert catalog.regions == ("桓台县",)
    region = catalog.region("桓台县")
    assert region is not None
    assert region.own == ("桓台县", "桓台")
    assert catalog.region("沂源县") is None


def test_a_text_that_changed_is_read_anew(tmp_path: Path) -> None:
    """In the same folder: another phone of the same length, printed for item 19 of the list of 2024."""
    folder = Path(shutil.copytree(DOCUMENTS, tmp_path / "documents"))
    fridge = "周政办字〔2024〕11号#19"
    assert load_catalog(folder).measure(fridge).responsibilities[0].phone == "6195136"
    (text,) = folder.glob("000_*.txt")
    text.write_text(text.read_text(encoding="utf-8").replace("6195136", "6195199"), encoding="utf-8")
    assert load_catalog(folder).measure(fridge).responsibilities[0].phone == "6195199"
