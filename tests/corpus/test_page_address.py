"""The address that a saved page was published at, from the page to the records."""

from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.cataloguing import catalog_of
from corpus.keeping.added_files import AddedFiles
from corpus.keeping.collection import DocumentCollection
from corpus.keeping.intake import read_intake
from corpus.text.web_address import is_web_address

PLACE = "https://www.qinghe.gov.cn/art/2024/9/3/art_1_22.html"
BODY = (
    "<body><h1>青禾县人民政府关于支持小店的通知</h1><div class='TRS_Editor'><p>青政发〔2024〕8号</p>"
    "<p>一、减免房租。小店租用国有房屋的，减免三个月房租。</p>"
    "<p>二、补贴水电。每户每年补贴水电费600元，直接打到缴费账户。</p>"
    "<p>青禾县人民政府</p><p>2024年9月3日</p></div></body></html>"
)


def page(tmp_path: Path, head: str, above: str = "") -> Path:
    path = tmp_path / "小店.html"
    path.write_text(f"<!DOCTYPE html>{above}<html><head><title>通知</title>{head}</head>{BODY}", "utf-8")
    return path


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f'<meta name="Url" content=" {PLACE} "><link rel="canonical" href="https://a.gov.cn/b.html">', ""),
        (f'<link rel="alternate canonical" href="{PLACE}">', ""),
        (f'<meta property="og:url" content="{PLACE}">', ""),
        ("", f"\n<!-- saved from url=({len(PLACE):04d}){PLACE} -->\n"),
        (f'<meta name="Url" content="/art/22.html"><link rel="canonical" href="{PLACE}">', ""),
    ],
    ids=["government standard", "canonical", "open graph", "saved by a browser", "the first that is whole"],
)
def test_a_page_states_its_address(tmp_path: Path, head: str, above: str) -> None:
    """In one of four places, the standard of government sites before all others."""
    (draft,) = read_intake(page(tmp_path, head, above)).drafts
    assert (draft.address, len(draft.measures)) == (PLACE, 2)


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "/art/22.html",
        "https://www.qinghe.gov.cn/",
        "file:///C:/Users/a/小店.html",
        "javascript:alert(1)//www.qinghe.gov.cn/a",
        "https://www.qinghe.gov.cn/a b",
        'https://www.qinghe.gov.cn/"><script>',
        "https://user:secret@www.qinghe.gov.cn/a",
        "https://localhost/a.html",
        "https://www.qinghe.gov.cn/" + "a" * 1000,
    ],
)
def test_what_nobody_can_open_is_no_address(stated: str) -> None:
    """A site's first page, a file on a disk, a script, an address with a password in it."""
    assert not is_web_address(stated)


def test_the_records_keep_the_address(tmp_path: Path) -> None:
    """What whoever fetched the file says counts before what the page states, also when it is read again."""
    bundled, elsewhere = tmp_path / "bundled", "https://www.qinghe.gov.cn/art/22.html"
    bundled.mkdir()
    added = AddedFiles(tmp_path / "added")
    added.add(read_intake(page(tmp_path, f'<meta name="Url" content="{PLACE}">'), address=elsewhere))
    (entry,) = AddedFiles(tmp_path / "added").entries()
    (added.folder_of(entry) / "drafts.json").write_text("of an older shape")
    catalog = catalog_of(DocumentCollection(bundled, added).stock())
    assert [(d.number, d.address, d.sources) for d in catalog.documents] == [
        ("青政发〔2024〕8号", elsewhere, ("小店.html",))
    ]
    assert Catalog.from_json(catalog.to_json()).documents == catalog.documents
