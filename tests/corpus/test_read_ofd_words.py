"""What an OFD page draws otherwise than in plain lines: unseen, coloured, set by glyphs, turned."""

from pathlib import Path

import pytest

from corpus.readers import read_source
from corpus.text.losses import Loss, LossKind
from tests.corpus.ofd_files import FIRST, LEFT, SIZE, SPACE, Packed, Paper, ofd_file
from tests.corpus.read_blocks import paragraphs


def prefixed(inner: str, name: str = "ofd") -> str:
    """A template of XML with `@` in the place of the prefix."""
    return inner.replace("@", f"{name}:")


def one_page(path: Path, *extra: str, **options: object) -> Path:
    """A page with the first paragraph and further objects."""
    paper = Paper()
    paper.paragraphs([FIRST])
    paper.objects.extend(map(prefixed, extra))
    return ofd_file(path, Packed([paper], **options))  # type: ignore[arg-type]


def text_object(words: str, x: float = LEFT, y: float = 150, looks: str = "", inner: str = "") -> str:
    deltas = f'DeltaX="g {len(words) - 1} {SIZE}"' if len(words) > 1 else ""
    return (
        f'<@TextObject ID="90" Boundary="{x} {y - SIZE} {SIZE * len(words)} 7" Font="3" Size="{SIZE}" '
        f"{looks}>{inner}"
        f'<@TextCode X="0" Y="{SIZE}" {deltas}>{words}</@TextCode></@TextObject>'
    )


@pytest.mark.parametrize(
    ("hidden", "kind"),
    [
        (text_object("内部批注内容", looks='Visible="false"'), LossKind.HIDDEN),
        (text_object("内部批注内容", looks='Alpha="0"'), LossKind.HIDDEN),
        (text_object("内部批注内容", inner='<@FillColor Value="255 255 255"/>'), LossKind.HIDDEN),
        (text_object("内部批注内容", inner='<@FillColor Value="0 0 0" Alpha="0"/>'), LossKind.HIDDEN),
        (text_object("内部批注内容", looks='Fill="false"'), LossKind.HIDDEN),
        (text_object("内部批注内容", x=400), LossKind.HIDDEN),
        (f'<@PageBlock ID="8" Visible="false">{text_object("内部批注内容")}</@PageBlock>', LossKind.HIDDEN),
        (text_object("内部批注内容", x=1e12), LossKind.HIDDEN),
        (text_object("内部批注内容", looks='CTM="0.7 -0.7 0.7 0.7 0 0"'), LossKind.TURNED),
    ],
    ids=["not visible", "no strength", "white", "clear colour", "neither filled nor lined", "beside the page",
         "in a group that is not visible", "nowhere", "at an angle"],
)  # fmt: skip
def test_words_that_no_reader_sees_are_left_out_and_named(
    tmp_path: Path, hidden: str, kind: LossKind
) -> None:
    """They are not in the text, and their words are in the losses."""
    source = read_source(one_page(tmp_path / "件.ofd", hidden))
    assert paragraphs(source) == [FIRST]
    assert source.dropped == (Loss(kind, "内部批注内容"),)


SHOWN = ["申报指南"]


@pytest.mark.parametrize(
    ("parameters", "looks", "texts"),
    [
        ('<@DrawParam ID="5"><@FillColor Value="255 255 255"/></@DrawParam>', 'DrawParam="5"', []),
        (
            '<@DrawParam ID="5" Relative="6"/>'
            '<@DrawParam ID="6"><@FillColor Value="#FF #FF #FF"/></@DrawParam>',
            'DrawParam="5"',
            [],
        ),
        ('<@DrawParam ID="5" Relative="5"/>', 'DrawParam="5"', SHOWN),
        ('<@DrawParam ID="5"><@FillColor Value="0 0 0 10"/></@DrawParam>', 'DrawParam="5"', SHOWN),
        (
            '<@DrawParam ID="5"><@FillColor><@Pattern/></@FillColor></@DrawParam>',
            'DrawParam="5"',
            ["申报指南"],
        ),
    ],
    ids=["white", "white of another", "of itself", "four inks", "a pattern"],
)
def test_colours_come_from_drawing_parameters(
    tmp_path: Path, parameters: str, looks: str, texts: list[str]
) -> None:
    """A parameter may refer to another; what is no colour prints."""
    resources = f'<@Res xmlns:ofd="{SPACE}"><@DrawParams>{parameters}</@DrawParams></@Res>'
    paper = Paper()
    paper.paragraphs([FIRST])
    paper.objects.append(prefixed(text_object("申报指南", looks=looks)))
    document = Packed([paper], common=prefixed("<@DocumentRes>DocumentRes.xml</@DocumentRes>"))
    path = ofd_file(tmp_path / "件.ofd", document, members={"Doc_0/DocumentRes.xml": prefixed(resources)})
    assert paragraphs(read_source(path))[1:] == texts


def test_white_words_on_a_coloured_ground_are_read(tmp_path: Path) -> None:
    """A heading in white on red shows."""
    ground = (
        '<@PathObject ID="8" Boundary="20 140 170 14" Stroke="false" Fill="true">'
        '<@FillColor Value="200 0 0"/>'
        "<@AbbreviatedData>M 0 0 L 170 0 L 170 14 L 0 14 C</@AbbreviatedData></@PathObject>"
    )
    white = text_object("申报指南", inner='<@FillColor Value="255 255 255"/>')
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", ground, white))) == [FIRST, "申报指南"]


def test_glyphs_without_words_are_named_by_their_numbers(tmp_path: Path) -> None:
    """A program that lost the characters keeps the glyphs: nothing can be read, nothing is passed over."""
    lost = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 30 8" Font="3" Size="5">'
        '<@CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><@Glyphs>1021 77</@Glyphs>'
        "</@CGTransform>"
        '<@TextCode X="0" Y="5" DeltaX="5"></@TextCode></@TextObject>'
    )
    source = read_source(one_page(tmp_path / "件.ofd", lost))
    assert paragraphs(source) == [FIRST]
    assert source.dropped == (Loss(LossKind.SYMBOL, "仿宋 1021 77"),)


def test_one_text_may_run_over_several_lines(tmp_path: Path) -> None:
    """DeltaX jumps back and DeltaY down where a TextCode goes on below."""
    words = "受理地点青禾县行政服务中心二楼东侧"
    code = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 60 20" Font="3" Size="5">'
        f'<@TextCode X="0" Y="5" DeltaX="g 7 5 -35 g 8 5" DeltaY="g 7 0 8 g 8 0">{words}</@TextCode>'
        "</@TextObject>"
    )
    source = read_source(one_page(tmp_path / "件.ofd", code))
    assert paragraphs(source)[1:] == ["受理地点青禾县行", "政服务中心二楼东侧"]


def test_words_without_distances_are_set_by_their_width(tmp_path: Path) -> None:
    """Some programs give none: glyphs would all stand on each other."""
    code = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 90 9" Font="3" Size="5">'
        '<@TextCode X="0" Y="5">电话：0599-8236688转2</@TextCode></@TextObject>'
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", code)))[1:] == ["电话：0599-8236688转2"]


def test_even_distances_are_no_blanks(tmp_path: Path) -> None:
    """Some programs set digits as far apart as Chinese characters, and heads twice as far."""
    codes = "".join(
        f'<@TextObject ID="90" Boundary="{LEFT} {y} 90 9" Font="3" Size="5">'
        f'<@TextCode X="0" Y="5" DeltaX="g {len(words) - 1} {step}">{words}</@TextCode></@TextObject>'
        for y, words, step in ((150, "电话05998231101", 5), (165, "青禾县水利局文件", 9), (180, "12 34", 5))
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", codes)))[1:] == [
        "电话05998231101",
        "青禾县水利局文件",
        "12 34",
    ]


def test_line_breaks_of_the_xml_are_blanks(tmp_path: Path) -> None:
    """Whoever lays out the XML breaks words where a blank stands; between 用 and O it is too narrow."""
    code = (
        f'<@TextObject ID="90" Boundary="{LEFT} 150 90 9" Font="3" Size="5">'
        '<@TextCode X="0" Y="5" DeltaX="5 5 g 7 2.5">\n      请用\n      OFD 1.1\n'
        "</@TextCode></@TextObject>"
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", code)))[1:] == ["请用OFD 1.1"]


def test_characters_of_four_bytes_count_as_one_or_two(tmp_path: Path) -> None:
    """𠮷 takes two places where a program counts in UTF-16, one where it counts characters."""
    codes = "".join(
        f'<@TextObject ID="90" Boundary="{LEFT} {y} 90 9" Font="3" Size="5">'
        f'<@TextCode X="0" Y="5" DeltaX="{deltas}">联系人：𠮷某某</@TextCode></@TextObject>'
        for y, deltas in ((150, "g 6 5"), (165, "g 4 5 0 g 2 5"))
    )
    assert paragraphs(read_source(one_page(tmp_path / "件.ofd", codes)))[1:] == ["联系人：𠮷某某"] * 2


def test_page_of_words_that_run_upwards_is_read_turned(tmp_path: Path) -> None:
    """A table printed across the page: every matrix turns."""
    paper = Paper()
    for ordinal, words in enumerate(("值班室", "青禾县水利局二楼东侧")):
        paper.objects.append(prefixed(text_object(words, 60 + 12 * ordinal, 200, looks='CTM="0 -1 1 0 0 0"')))
    source = read_source(ofd_file(tmp_path / "件.ofd", Packed([paper])))
    assert paragraphs(source) == ["值班室", "青禾县水利局二楼东侧"]


def test_words_over_a_scan_are_read_though_nothing_shows_them(tmp_path: Path) -> None:
    """A scan made searchable: a picture of the page, and all words without strength."""
    paper = Paper(objects=['<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="5"/>'])
    paper.objects.append(prefixed(text_object("关于防汛工作的通知", looks='Alpha="0"')))
    source = read_source(ofd_file(tmp_path / "件.ofd", Packed([paper])))
    assert paragraphs(source) == ["关于防汛工作的通知"]
    assert source.dropped == (Loss(LossKind.PICTURE),)
