"""Documents whose measures are read from the disk one by one."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.document_digest import document_digest
from corpus.errors import RecordsError
from corpus.read_bytes import FileBytes, HeldBytes
from corpus.records import Document, Responsibility, Role, Section
from corpus.stored_measures import (
    Named,
    holding,
    ids_of,
    may_print,
    measure_called,
    named_in,
    recording,
    titles_of,
)
from retrieval.indexing.written_records import with_records, written_records

QUOTED = '所称“以旧换新”是指"交旧\\购新"。\n另行通知'


@pytest.fixture
def documents(catalog: Catalog) -> tuple[Document, ...]:
    """Three documents of two, one and two measures; the first names a superior body and an office too."""
    first, *others = catalog.documents
    duties = (
        Responsibility("省商务厅", "省商务厅", Role.SUPERIOR, office="流通处"),
        Responsibility("区商务局（区投促局）", "区商务局", Role.LEAD, office="商贸科", phone="6195136"),
        Responsibility("区商务局（区投促局）", "区商务局", Role.SUPPORT),
    )
    changed = replace(first.measures[0], text=QUOTED, responsibilities=duties)
    return replace(first, measures=(changed, *first.measures[1:])), *others


@pytest.fixture
def stored(documents: tuple[Document, ...], tmp_path: Path) -> tuple[Document, ...]:
    """The same, read from a file."""
    written = written_records(documents)
    (tmp_path / "measures").write_bytes(written.measures)
    return with_records(written.documents, FileBytes(tmp_path / "measures"), written.arrays)


def test_what_is_written_is_equal_to_what_is_read(
    documents: tuple[Document, ...], stored: tuple[Document, ...]
) -> None:
    """As documents, by their digests, forwards, backwards and in part."""
    assert stored == documents
    assert documents == stored
    assert list(map(hash, stored)) == list(map(hash, documents))
    assert list(map(document_digest, stored)) == list(map(document_digest, documents))
    assert [tuple(each.measures[:1]) for each in stored] == [each.measures[:1] for each in documents]
    assert stored[0].measures[-1] == documents[0].measures[-1]
    assert stored[0] != documents[1]


def test_a_measure_is_found_by_its_id(stored: tuple[Document, ...]) -> None:
    """By the whole id alone: not by its end, nor in another document."""
    assert [list(ids_of(each)) for each in stored] == [[m.id for m in each.measures] for each in stored]
    assert ids_of(stored[0])[1] == "周政办字〔2024〕11号#19"
    found = measure_called(stored[0], "周政办字〔2024〕11号#19")
    assert found is not None
    assert found.item == "19"
    for other in ("19", "周政办字〔2024〕11号#1", "周政办字〔2024〕11号#190", "聊政发〔2021〕7号#一（一）"):
        assert measure_called(stored[0], other) is None


def test_titles_are_told_without_reading_a_record(documents: tuple[Document, ...]) -> None:
    """A few words of each measure, those of its own document alone."""
    first, *others = documents
    sections = (Section("", "旧车报废换新。凭证明领取。"),)
    every = (replace(first, measures=(replace(first.measures[0], sections=sections),)), *others)
    written = written_records(every)
    unread = with_records(written.documents, HeldBytes(b"x" * len(written.measures)), written.arrays)
    assert titles_of(unread[0]) == ["旧车报废换新"]
    assert [titles_of(each) for each in unread] == [titles_of(each) for each in every]


def test_of_those_that_call_only_those_with_a_phone_are_read(stored: tuple[Document, ...]) -> None:
    """区商务局 stands in both measures, its phone in one; measures in memory are all given."""
    named = [measure.item for measure in recording(stored[0], ["区商务局"])]
    assert [each.item for each in recording(stored[0], ["区商务局"], calling=True)] == named[:1]
    assert not list(recording(stored[0], ["区民政局"], calling=True))
    held = replace(stored[0], measures=tuple(stored[0].measures))
    assert list(recording(held, ["区商务局"], calling=True)) == list(held.measures)


def test_a_catalog_looks_measures_up_by_id(stored: tuple[Document, ...]) -> None:
    """Its ids stand in the order of its measures; an id of no measure is an error."""
    catalog = Catalog(stored, "stored")
    assert list(catalog.measure_ids) == [measure.id for measure in catalog.measures]
    assert len(catalog.measures) == 5
    assert catalog.measure("聊政发〔2021〕7号#十（十）").text.startswith("对事实清楚的工伤认定")
    for wrong in ("聊政发〔2021〕7号#十", "聊政发〔2021〕7号", ""):
        with pytest.raises(RecordsError):
            catalog.measure(wrong)


def test_only_records_with_the_words_are_read(
    documents: tuple[Document, ...], stored: tuple[Document, ...]
) -> None:
    """Of the two of the first document one says 冰箱; words that JSON writes otherwise are found too."""
    assert [measure.item for measure in recording(stored[0], ["冰箱"])] == ["19"]
    assert not list(recording(stored[1], ["冰箱"]))
    for words in ('"交旧\\购新"', "。\n另行", "补贴"):
        assert list(holding(stored[0], words)) == list(holding(documents[0], words)) != []
    assert [may_print(each, ["6195136"]) for each in stored] == [True, False, False]
    assert all(may_print(each, ["6195136"]) for each in documents)


def test_whom_a_document_names_is_kept_beside_its_records(
    documents: tuple[Document, ...], stored: tuple[Document, ...]
) -> None:
    """Each once, without superior bodies, as in memory."""
    assert list(map(named_in, stored)) == list(map(named_in, documents))
    names = (("区商务局（区投促局）", "区商务局"), ("区商务局", "区商务局"))
    assert named_in(stored[0]) == Named(names, ("商贸科",))


def desk(office: str, person: str, phone: str) -> Responsibility:
    """A desk of 区商务局."""
    return Responsibility("区商务局", "区商务局", Role.LEAD, office=office, person=person, phone=phone)


@pytest.mark.parametrize("on_disk", [True, False], ids=["stored", "in memory"])
def test_the_directory_is_the_same_wherever_records_lie(
    documents: tuple[Document, ...], on_disk: bool
) -> None:
    """Desks by department, office, person and phone, one of them in full-width digits; 流通处 has no desk."""
    own = tuple(
        replace(measure, responsibilities=(*measure.responsibilities, duty))
        for measure, duty in zip(
            documents[0].measures,
            (desk("综合科、办公室", "张三", "619０２０１"), desk("商贸科", "李四、王五", "0533-6190202")),
            strict=True,
        )
    )
    every = (replace(documents[0], measures=own), *documents[1:])
    written = written_records(every)
    if on_disk:
        every = with_records(written.documents, HeldBytes(written.measures), written.arrays)
    directory = Catalog(every, "some").directory
    phones = [each.phone for each in directory.contacts("区商务局", "周村")]
    assert sorted(phones, key=str) == ["0533-6190202", "6195136", "619０２０１"]
    assert directory.contacts("区商务局", "聊城") == ()
    assert {name: list(found) for name, found in directory.desks.items()} == {"周村": ["区商务局"]}
    assert directory.offices_named("商贸科和办公室的电话，流通处的") == ("办公室", "商贸科")
    assert directory.departments_of("综合科") == (("周村", "区商务局"),)
    assert directory.departments_of("流通处") == ()
    assert [found.contact.phone for found in directory.of_person("王五")] == ["0533-6190202"]
    assert [found.phone for found in directory.of_phone("6190201")] == ["619０２０１"]
    assert [found.office for found in directory.of_phone("0533-6190202")] == ["商贸科"]
    assert directory.of_phone("6190203") == ()


@pytest.mark.parametrize("regions", [2, 80])
def test_desks_of_many_regions_are_looked_up_as_those_of_few(
    documents: tuple[Document, ...], regions: int
) -> None:
    """The same desk in each; 李四 in the last alone. More regions than are kept are asked word by word."""
    names = [f"第{n}县" for n in range(regions)]
    measure = documents[0].measures[1]
    every = [
        replace(
            documents[0], number=f"{n}号", region=name, measures=(replace(measure, responsibilities=own),)
        )
        for n, name in enumerate(names)
        for own in [(desk("综合科", "李四" if n == regions - 1 else "张三", f"61902{n:02}"),)]
    ]
    written = written_records(every)
    stored = with_records(written.documents, HeldBytes(written.measures), written.arrays)
    for held in (stored, tuple(every)):
        directory = Catalog(held, "some").directory
        assert directory.departments_of("综合科") == tuple((name, "区商务局") for name in names)
        assert [each.contact.phone for each in directory.of_person("李四")] == [f"61902{regions - 1:02}"]
        assert [each.person for each in directory.of_phone("6190200")] == ["张三"]
        assert len(directory.offices("综合科")) == regions
        assert len(directory.offices("综合科", names[1])) == 1
        assert list(directory.desks) == names


def test_desks_of_one_department_are_its_own_among_all(documents: tuple[Document, ...]) -> None:
    """Also where the document names it for all of its measures, or only as a superior body."""
    whole = (
        Responsibility("市工信局", "市工信局", Role.LEAD, phone="6190301"),
        Responsibility("省商务厅", "省商务厅", Role.SUPERIOR, phone="6190302"),
    )
    every = (replace(documents[0], contacts=whole), *documents[1:])
    written = written_records(every)
    stored = with_records(written.documents, HeldBytes(written.measures), written.arrays)
    for held in (stored, every):
        directory = Catalog(held, "some").directory
        among_all = directory.desks["周村"]
        assert sorted(among_all) == sorted(("区商务局", "市工信局", "省商务厅"))
        for name in (*among_all, "区财政局"):
            assert directory.of_department(name, "周村") == among_all.get(name, ())


def test_a_document_without_measures_has_none_on_the_disk(documents: tuple[Document, ...]) -> None:
    """It stands between others, which keep theirs."""
    several = (documents[0], replace(documents[1], measures=()), documents[2])
    written = written_records(several)
    again = with_records(written.documents, HeldBytes(written.measures), written.arrays)
    assert again == several
    assert not list(recording(again[1], ["低保"]))
    assert measure_called(again[1], "周政办字〔2020〕29号#全文") is None


def test_a_record_that_is_something_else_is_an_error(documents: tuple[Document, ...]) -> None:
    """The file was another one: one clear error of ours."""
    written = written_records(documents)
    broken = with_records(written.documents, HeldBytes(b"x" * len(written.measures)), written.arrays)
    with pytest.raises(RecordsError):
        tuple(broken[0].measures)
