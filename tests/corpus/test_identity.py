"""Documents without a number: none takes the place of another by chance."""

from pathlib import Path

import pytest

from corpus.keeping.added_files import AddedFiles
from corpus.keeping.additions import Addition
from corpus.keeping.intake import Intake, read_intake
from corpus.keeping.standing import Standing, versions

TEXT = (
    "关于公布低保标准的公告\n一、城市低保标准为每人每月{sum}元。\n"
    "二、农村低保标准为每人每月500元。\n{issuer}\n{day}\n"
)


@pytest.fixture
def library(tmp_path: Path) -> AddedFiles:
    return AddedFiles(tmp_path / "home")


def brought(
    folder: Path,
    name: str = "公告.txt",
    sum_: int = 700,
    issuer: str = "青禾县民政局",
    day: str = "2024年5月6日",
) -> Intake:
    path = folder / name
    path.write_text(TEXT.format(sum=sum_, issuer=issuer, day=day), encoding="utf-8")
    return read_intake(path, "青禾县")


def counting(library: AddedFiles) -> list[str]:
    every = versions((), library.entries())
    return [version.number for version in every if version.standing is Standing.CURRENT]


def test_the_same_title_of_another_year_is_another_document(library: AddedFiles, tmp_path: Path) -> None:
    """Both count; the second is told apart by its day."""
    assert library.add(brought(tmp_path)) == (Addition.NEW,)
    assert library.add(brought(tmp_path, sum_=760, day="2025年5月8日")) == (Addition.NEW,)
    assert counting(library) == ["关于公布低保标准的公告", "关于公布低保标准的公告（2025年5月8日）"]


def test_the_same_title_of_another_body_is_another_document(library: AddedFiles, tmp_path: Path) -> None:
    """On the same day."""
    library.add(brought(tmp_path))
    library.add(brought(tmp_path, sum_=760, issuer="青禾县医疗保障局"))
    library.add(brought(tmp_path, sum_=770, issuer="青禾县教育局"))
    assert counting(library) == [
        "关于公布低保标准的公告",
        "关于公布低保标准的公告（2024年5月6日）",
        "关于公布低保标准的公告（青禾县教育局）",
    ]


def test_the_same_head_in_another_file_is_another_document(library: AddedFiles, tmp_path: Path) -> None:
    """Title, issuer and day are equal, the words are not."""
    library.add(brought(tmp_path))
    assert library.add(brought(tmp_path, "乡镇.txt", 760)) == (Addition.NEW,)
    assert len(counting(library)) == 2


def test_the_same_file_corrected_is_a_new_version(library: AddedFiles, tmp_path: Path) -> None:
    """Title, issuer, day and file are equal; of the second of its title too."""
    library.add(brought(tmp_path))
    assert library.add(brought(tmp_path, sum_=710)) == (Addition.VERSION,)
    library.add(brought(tmp_path, sum_=760, day="2025年5月8日"))
    assert library.add(brought(tmp_path, sum_=780, day="2025年5月8日")) == (Addition.VERSION,)
    assert counting(library) == ["关于公布低保标准的公告", "关于公布低保标准的公告（2025年5月8日）"]


def test_the_same_words_are_not_kept_twice(library: AddedFiles, tmp_path: Path) -> None:
    """Under another name of the file."""
    library.add(brought(tmp_path))
    assert library.add(brought(tmp_path, "副本.txt")) == (Addition.NONE,)
    assert counting(library) == ["关于公布低保标准的公告"]


def test_measures_carry_the_name_of_their_document(library: AddedFiles, tmp_path: Path) -> None:
    """Its pieces too."""
    library.add(brought(tmp_path))
    library.add(brought(tmp_path, sum_=760, day="2025年5月8日"))
    (second,) = library.drafts(library.entries()[1])
    named = {piece.name for piece in second.pieces if "#" in piece.name}
    assert named == {f"{second.number}#一", f"{second.number}#二"}


def test_a_number_that_is_printed_is_the_identity(library: AddedFiles, tmp_path: Path) -> None:
    """Another day or file of the same number is a version."""
    for day, name in (("2024年5月6日", "a.txt"), ("2025年5月8日", "b.txt")):
        path = tmp_path / name
        text = TEXT.replace("\n一、", "\n青民发〔2024〕3号\n一、")
        path.write_text(text.format(sum=700, issuer="青禾县民政局", day=day), encoding="utf-8")
        added = library.add(read_intake(path, "青禾县"))
    assert added == (Addition.VERSION,)
    assert counting(library) == ["青民发〔2024〕3号"]
