"""OFD packages: where members are found, what stands beside the pages, and what is refused."""

import zipfile
from pathlib import Path

import pytest

from corpus.errors import SourceError
from corpus.limits import Limits
from corpus.readers import Paragraph, read_source
from corpus.reading.refusals import (
    DamagedError,
    LockedError,
    TooLargeError,
    UnknownFormatError,
    UnsafeError,
)
from corpus.text.losses import Loss, LossKind
from tests.corpus.ofd_files import LEFT, SPACE, Packed, Paper, ofd_file
from tests.corpus.word_files import paragraph, run, word_file

WORDS = "青禾县残疾人两项补贴每月98元，咨询0599-8235566。"
ROOT = f'xmlns:ofd="{SPACE}"'


def paper(words: str = WORDS) -> Paper:
    page = Paper()
    page.write(LEFT, 60, words)
    return page


def text_of(path: Path, **limits: int) -> str:
    return read_source(path, Limits(**limits)).text.strip()


@pytest.mark.parametrize(
    "location",
    [
        "Pages/Page_{}/Content.xml",
        "/Doc_0/Pages/Page_{}/Content.xml",
        "Doc_0/Pages/Page_{}/Content.xml",
        "./Pages/../Pages/Page_{}/Content.xml",
        "Pages\\Page_{}\\Content.xml",
        "pages/page_{}/content.XML",
    ],
)
def test_pages_are_located_however_a_program_writes_their_path(tmp_path: Path, location: str) -> None:
    """From the file, from the root with or without a slash, with backslashes, in another case."""
    assert text_of(ofd_file(tmp_path / "件.ofd", Packed([paper()]), location=location)) == WORDS


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_names_of_members_are_read_in_either_encoding(tmp_path: Path, encoding: str) -> None:
    """Older programs write names in GBK, or in UTF-8 without saying so."""
    path = ofd_file(tmp_path / "件.ofd", Packed([paper()]), location="页面/第{}页.xml")
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    stored = "Doc_0/页面/第0页.xml".encode(encoding)
    stand_in = "x" * len(stored)
    members[stand_in] = members.pop("Doc_0/Pages/Page_0/Content.xml")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    path.write_bytes(path.read_bytes().replace(stand_in.encode(), stored))
    assert text_of(path) == WORDS


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.encode("utf-8-sig"),
        lambda xml: xml.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16"),
        lambda xml: xml.replace('encoding="UTF-8"', 'encoding="GBK"').encode("gbk"),
        lambda xml: xml.replace(f' xmlns:ofd="{SPACE}"', "").encode(),
        lambda xml: xml.replace(SPACE, "http://www.ofdspec.org").encode(),
        lambda xml: xml.replace("<ofd:Layer", "\x0b<ofd:Layer").encode(),
    ],
    ids=["byte order mark", "UTF-16", "GBK", "prefix not declared", "older namespace", "control character"],
)
def test_pages_are_parsed_in_the_forms_that_programs_write(tmp_path: Path, change: object) -> None:
    """The words are the same in each."""
    path = ofd_file(tmp_path / "甲.ofd", Packed([paper()]))
    with zipfile.ZipFile(path) as archive:
        page = archive.read("Doc_0/Pages/Page_0/Content.xml").decode()
    members = {"Doc_0/Pages/Page_0/Content.xml": change(page)}  # type: ignore[operator]
    assert text_of(ofd_file(tmp_path / "件.ofd", Packed([paper()]), members=members)) == WORDS


def test_pages_stand_in_the_order_of_the_page_tree(tmp_path: Path) -> None:
    """Not in that of their numbers or their members; an orphan is not read."""
    document = Packed([paper("甲。"), paper("乙。"), paper("丙。")])
    path = ofd_file(tmp_path / "件.ofd", document)
    with zipfile.ZipFile(path) as archive:
        root = archive.read("Doc_0/Document.xml").decode()
    pages = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in (2, 0))
    changed = root[: root.index("<ofd:Pages >") + 12] + pages + root[root.index("</ofd:Pages>") :]
    assert text_of(ofd_file(path, document, members={"Doc_0/Document.xml": changed})).split() == [
        "丙。",
        "甲。",
    ]


def test_current_version_is_read(tmp_path: Path) -> None:
    """A package with versions says which one counts."""
    path = ofd_file(tmp_path / "件.ofd", Packed([paper("旧版每月80元。")]), Packed([paper()]))
    entry = (
        f"<ofd:OFD {ROOT}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions>"
        '<ofd:Version ID="1" BaseLoc="V1.xml"/><ofd:Version ID="2" Current="true" BaseLoc="V2.xml"/>'
        "</ofd:Versions></ofd:DocBody></ofd:OFD>"
    )
    version = f"<ofd:DocVersion {ROOT}><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocVersion>"
    documents = Packed([paper("旧版每月80元。")]), Packed([paper()])
    assert text_of(ofd_file(path, *documents, members={"OFD.xml": entry, "V2.xml": version})) == WORDS


def beside(path: Path) -> Path:
    """A page with a watermark, a remark, a stamp, a link, a signature on it, and an attached file."""
    annotations = (
        f"<ofd:PageAnnot {ROOT}>"
        + annotation("Watermark", words="内部资料")
        + annotation("Highlight", remark="此处待核实")
        + annotation("Stamp", words="同意")
        + annotation("Stamp")
        + annotation("Link", remark="https://example.cn")
        + annotation("Path", remark="未公开的意见", visible="false")
        + "</ofd:PageAnnot>"
    )
    members = {
        "Doc_0/Annots/Annotations.xml": f'<ofd:Annotations {ROOT}><ofd:Page PageID="1000">'
        "<ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>",
        "Doc_0/Annots/Page_0.xml": annotations,
        "Doc_0/Attachs/Attachments.xml": f"<ofd:Attachments {ROOT}>"
        '<ofd:Attachment ID="1" Name="补贴申请表" Format="docx">'
        "<ofd:FileLoc>a.docx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>",
        "Doc_0/Attachs/a.docx": b"PK",
        "Doc_0/Signs/Signatures.xml": f"<ofd:Signatures {ROOT}>"
        '<ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'
        "</ofd:Signatures>",
        "Doc_0/Signs/Sign_0/Signature.xml": f"<ofd:Signature {ROOT}><ofd:SignedInfo>"
        '<ofd:StampAnnot ID="1" PageRef="1000" '
        'Boundary="10 10 40 40"/></ofd:SignedInfo></ofd:Signature>',
    }
    root = (
        "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>"
        "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
    )
    document = Packed([paper()], root=root, signatures="Doc_0/Signs/Signatures.xml")
    return ofd_file(path, document, members=members)


def annotation(kind: str, words: str = "", remark: str = "", visible: str = "true") -> str:
    drawn = (
        f'<ofd:TextObject Boundary="20 20 40 8" Font="3" Size="6">'
        f'<ofd:TextCode X="0" Y="6" DeltaX="g 3 6">{words}'
        "</ofd:TextCode></ofd:TextObject>"
        if words
        else ""
    )
    said = f"<ofd:Remark>{remark}</ofd:Remark>" if remark else ""
    return (
        f'<ofd:Annot ID="1" Type="{kind}" Visible="{visible}">{said}'
        f'<ofd:Appearance Boundary="0 0 50 50">{drawn}</ofd:Appearance></ofd:Annot>'
    )


def test_what_stands_beside_the_pages_is_named_and_not_mixed_in(tmp_path: Path) -> None:
    """Annotations, stamps and attached files are losses of their kinds; a link says nothing."""
    source = read_source(beside(tmp_path / "件.ofd"))
    assert source.text.strip() == WORDS
    assert source.dropped == (
        Loss(LossKind.WATERMARK, "内部资料"),
        Loss(LossKind.COMMENT, "此处待核实"),
        Loss(LossKind.SEAL, "同意"),
        Loss(LossKind.SEAL),
        Loss(LossKind.HIDDEN, "未公开的意见"),
        Loss(LossKind.SEAL, "第1页"),
        Loss(LossKind.ATTACHMENT, "补贴申请表.docx"),
    )


def composite(path: Path, units: dict[str, str]) -> Path:
    """A page with unit 0, and units with such objects."""
    page = Paper(objects=[unit("0")])
    return ofd_file(path, Packed([page], units={key: Paper(objects=[inner]) for key, inner in units.items()}))


def unit(key: str) -> str:
    return f'<ofd:CompositeObject ID="9" Boundary="0 0 100 100" ResourceID="{key}"/>'


def templates_in_a_circle(path: Path) -> Path:
    pages = {key: Paper(templates=[other]) for key, other in (("1", "2"), ("2", "1"))}
    return ofd_file(path, Packed([Paper(templates=["1"])], templates=pages))


def with_entities(path: Path) -> Path:
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "字">]><ofd:Page>&b;</ofd:Page>'
    return ofd_file(path, Packed([paper()]), members={"Doc_0/Pages/Page_0/Content.xml": xml})


def with_late_entities(path: Path) -> Path:
    xml = '<?xml version="1.0"?>' + " " * 5000 + '<!DOCTYPE a [<!ENTITY b "字">]><Page>&b;</Page>'
    return ofd_file(path, Packed([paper()]), members={"Doc_0/Pages/Page_0/Content.xml": xml.encode("utf-16")})


def nested(path: Path) -> Path:
    page = Paper(objects=['<ofd:PageBlock ID="1">' * 5000 + "</ofd:PageBlock>" * 5000])
    return ofd_file(path, Packed([page]))


def of_many_pages(path: Path) -> Path:
    root = f"<ofd:Document {ROOT}><ofd:Pages>" + '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * 21
    members = {"Doc_0/Document.xml": root + "</ofd:Pages></ofd:Document>"}
    return ofd_file(path, Packed([paper()]), members=members)


def encrypted(path: Path) -> Path:
    members = {"Encryptions.xml": f"<ofd:Encryptions {ROOT}/>", "Doc_0/doc.dat": b"\x01\x02"}
    return ofd_file(path, Packed([paper()]), members=members, lacks="Doc_0/Document.xml")


def bomb(path: Path) -> Path:
    return ofd_file(path, Packed([paper()]), members={"Doc_0/Res/a.bin": b"\x00" * 5_000_000})


def outside(path: Path) -> Path:
    return ofd_file(path, Packed([paper()]), members={"../../evil.sh": b"x"})


@pytest.mark.parametrize(
    ("build", "error", "said"),
    [
        (templates_in_a_circle, UnsafeError, "模板页互相引用"),
        (lambda path: composite(path, {"0": unit("1"), "1": unit("0")}), UnsafeError, "互相包含"),
        (
            lambda path: composite(path, {str(n): unit(str(n + 1)) * 30 for n in range(9)}),
            TooLargeError,
            "超过 100000 个",
        ),
        (with_entities, UnsafeError, "实体"),
        (with_late_entities, UnsafeError, "实体"),
        (nested, UnsafeError, "嵌套过深"),
        (of_many_pages, TooLargeError, "21 页"),
        (encrypted, LockedError, "加了密码"),
        (bomb, UnsafeError, "压缩"),
        (outside, UnsafeError, "越界"),
        (lambda path: ofd_file(path, Packed([Paper()])), SourceError, "没有(认出)?文字"),
        (lambda path: ofd_file(path, Packed([])), DamagedError, "没有页面"),
        (
            lambda path: ofd_file(path, Packed([paper()]), lacks="Doc_0/Pages/Page_0/Content.xml"),
            DamagedError,
            "第 1 页",
        ),
        (lambda path: ofd_file(path, Packed([paper()]), lacks="Doc_0/Document.xml"), DamagedError, "主文件"),
        (lambda path: ofd_file(path, Packed([paper()]), members={"OFD.xml": "<OFD"}), DamagedError, "损坏"),
    ],
    ids=["templates in a circle", "units in a circle", "units that multiply", "entities",
         "entities far down, in UTF-16", "nesting", "pages", "encrypted", "zip bomb", "path outside",
         "no words", "no pages",
         "page missing", "root missing", "no XML"],
)  # fmt: skip
def test_packages_that_cannot_be_read_are_refused_in_one_line(
    tmp_path: Path, build: object, error: type[SourceError], said: str
) -> None:
    """What, why, what to do."""
    path = build(tmp_path / "件.ofd")  # type: ignore[operator]
    with pytest.raises(error, match=said) as refusal:
        read_source(path, Limits(max_pages=20))
    assert str(refusal.value).startswith("件.ofd：")
    assert "\n" not in str(refusal.value)


def test_numbers_without_measure_draw_nothing(tmp_path: Path) -> None:
    """Repeats of a billion, sizes and lines beyond every page, words for numbers."""
    page = paper()
    page.objects += [
        '<ofd:TextObject Boundary="20 90 60 8" Font="3" Size="6">'
        '<ofd:TextCode X="0" Y="6" DeltaX="g 999999999 6">限额</ofd:TextCode></ofd:TextObject>',
        '<ofd:TextObject Boundary="20 120 60 8" Font="3" Size="1e300">'
        '<ofd:TextCode X="0" Y="6">甲</ofd:TextCode>'
        "</ofd:TextObject>",
        '<ofd:PathObject Boundary="0 0 nan 1"><ofd:AbbreviatedData>M 0 0 L 1e9 1e999'
        "</ofd:AbbreviatedData></ofd:PathObject>",
        '<ofd:PathObject Boundary="0 0 a b"><ofd:AbbreviatedData>M</ofd:AbbreviatedData></ofd:PathObject>',
        '<ofd:CompositeObject Boundary="0 0 1e99 9" CTM="1 0 0 1e99 0 0" ResourceID="8"/>',
    ]
    source = read_source(ofd_file(tmp_path / "件.ofd", Packed([page], units={"8": paper("乙丙。")})))
    assert source.text.split() == [WORDS, "限额"]
    assert source.dropped == (Loss(LossKind.HIDDEN, "甲"), Loss(LossKind.HIDDEN, "乙丙。"))


def test_package_under_another_name_is_refused_with_its_own(tmp_path: Path) -> None:
    """What a file is, its content decides."""
    path = ofd_file(tmp_path / "件.ofd", Packed([paper()])).rename(tmp_path / "件.pdf")
    with pytest.raises(UnknownFormatError, match=r"OFD.*\.ofd"):
        read_source(path)


def test_lines_that_a_custom_tag_holds_are_one_paragraph(tmp_path: Path) -> None:
    """Two lines of a title are tagged as one, two tags part a line; a broken list is passed over."""
    page = Paper()
    for y, words in enumerate(("青禾县人民政府关于加快", "民宿发展的意见", "各镇人民政府：", "现提出意见。")):
        page.write(LEFT, 60 + 12 * y, words)
    page.write(LEFT, 110, "联系人：某某")
    page.write(LEFT + 60, 110, "电话：0599-8230001")
    groups = [10, 11], [14], [15]
    reference = '<ofd:ObjectRef PageRef="1000">{}</ofd:ObjectRef>'.format
    tags = "".join(f"<t:节>{''.join(map(reference, group))}</t:节>" for group in groups)
    members = {
        "Doc_0/Tags/CustomTags.xml": f"<ofd:CustomTags {ROOT}>"
        '<ofd:CustomTag TypeID="a"><ofd:FileLoc>a.xml</ofd:FileLoc></ofd:CustomTag>'
        '<ofd:CustomTag TypeID="b"><ofd:FileLoc>b.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>',
        "Doc_0/Tags/a.xml": f'<t:根 xmlns:t="urn:t" {ROOT}>{tags}</t:根>',
        "Doc_0/Tags/b.xml": "<:params",
    }
    document = Packed([page], root="<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>")
    assert read_source(ofd_file(tmp_path / "件.ofd", document, members=members)).text.split() == [
        "青禾县人民政府关于加快民宿发展的意见",
        "各镇人民政府：",
        "现提出意见。",
        "联系人：某某",
        "电话：0599-8230001",
    ]


@pytest.mark.parametrize(
    ("said", "texts"),
    [
        (
            ["为民服务中心每日开放，节", "假日不休。", "接待群众。"],
            ["为民服务中心每日开放，节", "假日不休。", "接待群众。"],
        ),
        (
            ["为民服务中心每日开放，节假日不休。", "接待群众。"],
            ["为民服务中心每日开放，节假日不休。", "接待群众。"],
        ),
        (
            ["为民服务中心每日开放，节假日照常。", "接待群众。"],
            ["为民服务中心每日开放，节", "假日不休。接待群众。"],
        ),
    ],
    ids=["in lines", "as a paragraph", "in other words"],
)
def test_paragraphs_of_an_attached_word_file_count_where_it_says_the_same(
    tmp_path: Path, said: list[str], texts: list[str]
) -> None:
    """Narrow lines on two pages hide where paragraphs end; the Word file that was printed knows."""
    pages = [Paper(), Paper()]
    pages[0].write(LEFT, 60, "为民服务中心每日开放，节")
    pages[1].write(LEFT, 60, "假日不休。接待群众。")
    word = word_file(tmp_path / "a.docx", *(paragraph(run(text)) for text in said)).read_bytes()
    members = {
        "Doc_0/Attachs/Attachments.xml": f'<ofd:Attachments {ROOT}><ofd:Attachment ID="1" Name="原文">'
        "<ofd:FileLoc>a.docx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>",
        "Doc_0/Attachs/a.docx": word,
    }
    document = Packed(pages, root="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>")
    source = read_source(ofd_file(tmp_path / "件.ofd", document, members=members))
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == texts
    assert source.blocks[0].page == 1
    assert source.blocks[-1].page == 2
    assert source.dropped == (Loss(LossKind.ATTACHMENT, "原文.docx"),)
