"""A file somebody brings: its region where nobody names one, and numbers printed twice."""

import os
from pathlib import Path

import pytest

from corpus.errors import SourceError
from corpus.keeping.intake import read_intake

NOTICE = """{issuer}
关于做好农村公路养护工作的通知
{number}

各有关单位：
一、养护标准。县道每公里每年安排养护资金1万元。
二、养护责任。乡道由所在镇负责日常养护。

{issuer}
2024年5月6日
"""


def taken(folder: Path, text: str, region: str | None = None):
    path = folder / "通知.txt"
    path.write_text(text, encoding="utf-8")
    return read_intake(path, region)


@pytest.mark.parametrize(
    ("issuer", "number", "region"),
    [
        ("周村区人民政府办公室", "周政办字〔2024〕91号", "周村"),
        ("聊城市人民政府", "聊政发〔2024〕9号", "聊城"),
        ("桓台县人民政府", "桓政发〔2024〕3号", "桓台县"),
        ("桓台县民政局", "桓民发〔2024〕3号", "桓台县"),
        ("淄博市城市管理局", "淄城管发〔2024〕3号", "淄博市"),
        ("国家市场监督管理总局", "国市监发〔2024〕3号", ""),
    ],
)
def test_the_issuer_tells_the_region(tmp_path: Path, issuer: str, number: str, region: str) -> None:
    """A known region by its name here, another by the name of the place."""
    (draft,) = taken(tmp_path, NOTICE.format(issuer=issuer, number=number)).drafts
    assert (draft.number, draft.region) == (number, region)


def test_a_region_that_is_named_counts(tmp_path: Path) -> None:
    """Before what the issuer tells."""
    text = NOTICE.format(issuer="周村区人民政府办公室", number="周政办字〔2024〕91号")
    (draft,) = taken(tmp_path, text, "淄博").drafts
    assert draft.region == "淄博"


def test_a_number_printed_twice_in_one_file_is_one_document(tmp_path: Path) -> None:
    """As in the bundled corpus."""
    text = NOTICE.format(issuer="周村区人民政府办公室", number="周政办字〔2024〕91号")
    intake = taken(tmp_path, text + text.replace("1万元", "2万元"))
    assert [draft.number for draft in intake.drafts] == ["周政办字〔2024〕91号"]


def test_a_region_is_kept_under_its_name_here(tmp_path: Path) -> None:
    """周村区 is 周村 throughout: one directory, one area code."""
    intake = taken(tmp_path, NOTICE.format(issuer="某某公司", number="周政办字〔2024〕91号"), "周村区")
    assert (intake.region, intake.drafts[0].region) == ("周村", "周村")


def test_a_name_in_gb18030_is_read(tmp_path: Path) -> None:
    """As unpacked from an archive made elsewhere: the bytes are 补贴 in GB18030."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb2\xb9\xcc\xf9.txt"))
    path.write_text("请做好养护。", encoding="utf-8")
    intake = read_intake(path)
    assert (intake.file, intake.drafts[0].number, intake.drafts[0].sources) == (
        "补贴.txt",
        "补贴",
        ("补贴.txt",),
    )


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    """Of the empty string plus one word known by heart: sha256 of "abc" (FIPS 180-4)."""
    assert taken(tmp_path, "abc").sha256.startswith("ba7816bf")


def test_a_table_of_a_header_alone_is_refused(tmp_path: Path) -> None:
    """Nobody could ask about it."""
    path = tmp_path / "台账.csv"
    path.write_text("事项,责任单位\n,\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"台账\.csv：没有读出任何条目"):
        read_intake(path)
