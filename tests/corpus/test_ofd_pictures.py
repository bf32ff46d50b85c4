"""Pages of OFD packages as pictures in SVG: what stands where, in what colour, and what never gets in."""

import base64
import re
from io import BytesIO
from pathlib import Path
from random import Random
from xml.etree.ElementTree import Element, fromstring

import pytest
from PIL import Image

from corpus.errors import SourceError
from corpus.reading.ofd import count_ofd_pages, draw_ofd_page
from tests.corpus.ofd_files import SPACE, Hand, Packed, Paper, ofd_file

SVG = "{http://www.w3.org/2000/svg}"
MM = 72 / 25.4
ALLOWED = {"svg", "rect", "text", "path", "image"}


def drawn(path: Path, number: int = 1) -> Element:
    return fromstring(draw_ofd_page(path, number, 1240))


def texts(page: Element) -> list[str]:
    return [text.text or "" for text in page.iter(f"{SVG}text")]


def points(text: Element) -> list[tuple[float, float]]:
    """Where the characters of a text with one height stand, in points."""
    a, b, c, d, e, f = (
        float(value) for value in re.findall(r"-?[\d.]+(?:e-?\d+)?", text.get("transform", ""))
    )
    y = float(text.get("y", ""))
    return [(a * x + c * y + e, b * x + d * y + f) for x in map(float, text.get("x", "").split())]


def picture(mode: str = "PNG", size: tuple[int, int] = (4, 2)) -> bytes:
    data = BytesIO()
    Image.new("RGB", size, (200, 0, 0)).save(data, mode)
    return data.getvalue()


def with_pictures(path: Path, *pictures: bytes) -> Path:
    """A page with these pictures one below the other, 40 by 20 millimetres."""
    paper = Paper()
    for ordinal in range(len(pictures)):
        paper.objects.append(
            f'<ofd:ImageObject ID="{ordinal + 4}" Boundary="10 {10 + 30 * ordinal} 40 20" '
            f'ResourceID="{ordinal + 50}" CTM="40 0 0 20 0 0"/>'
        )
    media = "".join(
        f'<ofd:MultiMedia ID="{ordinal + 50}" Type="Image"><ofd:MediaFile>{ordinal}.png</ofd:MediaFile>'
        "</ofd:MultiMedia>"
        for ordinal in range(len(pictures))
    )
    listed = (
        f'<ofd:Res xmlns:ofd="{SPACE}" BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>'
    )
    members: dict[str, bytes | str] = {"Doc_0/DocumentRes.xml": listed}
    members |= {f"Doc_0/Res/{ordinal}.png": data for ordinal, data in enumerate(pictures)}
    named = "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
    return ofd_file(path, Packed([paper], common=named), members=members)


@pytest.mark.parametrize(
    "hand",
    [Hand(), Hand(prefix="", grouped=False), Hand(prefix="o", scaled=True)],
    ids=["grouped distances", "no prefix", "points behind a matrix"],
)
def test_words_stand_where_the_package_sets_them(tmp_path: Path, hand: Hand) -> None:
    """A line of 5 characters that fills 40 mm from (30, 50): one every (40 - 5 x 5.4) / 4 + 5.4 = 8.65 mm."""
    paper = Paper(hand)
    paper.write(30, 50, "青禾县政府", 5.4, fill=40)
    page = drawn(ofd_file(tmp_path / "a.ofd", Packed([paper])))
    (text,) = page.iter(f"{SVG}text")
    assert text.text == "青禾县政府"
    expected = [((30 + 8.65 * n) * MM, 50 * MM) for n in range(5)]
    assert points(text) == [pytest.approx(point, abs=0.05) for point in expected]
    scale = float(re.findall(r"[\d.]+", text.get("transform", ""))[0])
    assert float(text.get("font-size", "")) * scale == pytest.approx(5.4 * MM, abs=0.01)


def test_a_page_has_the_size_and_the_colours_of_the_paper(tmp_path: Path) -> None:
    """An A4 page is 595.276 x 841.89 points, 1240 x 1754 pixels; a red line of 1 mm, a box filled grey."""
    paper = Paper()
    paper.line(28, 90, 182, 90, 'LineWidth="1"', '<ofd:StrokeColor Value="255 0 0"/>')
    paper._path(
        (10, 10, 5, 5),
        "M 0 0 L 5 0 L 5 5 L 0 5 C",
        'Stroke="false" Fill="true" Alpha="51"',
        '<ofd:FillColor Value="128 128 128"/>',
    )
    page = drawn(ofd_file(tmp_path / "a.ofd", Packed([paper])))
    assert page.get("viewBox") == "0 0 595.276 841.89"
    assert (page.get("width"), page.get("height")) == ("1240", "1754")
    line, box = page.iter(f"{SVG}path")
    assert (line.get("d"), line.get("stroke"), line.get("stroke-width")) == ("M 0 0 L 154 0", "#ff0000", "1")
    assert (line.get("fill"), box.get("stroke")) == ("none", "none")
    assert (box.get("d"), box.get("fill"), box.get("fill-opacity")) == (
        "M 0 0 L 5 0 L 5 5 L 0 5 Z",
        "#808080",
        "0.2",
    )


def test_pages_are_counted_through_all_documents(tmp_path: Path) -> None:
    """The third page of two documents of two pages is the first of the second; templates lie below."""
    pages = [Paper() for _ in range(4)]
    for number, paper in enumerate(pages, start=1):
        paper.write(30, 50, f"第{number}页")
    head = Paper()
    head.write(30, 30, "眉")
    pages[2].templates.append("9")
    path = ofd_file(tmp_path / "a.ofd", Packed(pages[:2]), Packed(pages[2:], templates={"9": head}))
    assert count_ofd_pages(path) == 4
    assert [texts(drawn(path, number)) for number in (1, 2, 3, 4)] == [
        ["第1页"],
        ["第2页"],
        ["眉", "第3页"],
        ["第4页"],
    ]


@pytest.mark.parametrize("number", [0, -1, 2, 10**9])
def test_a_page_that_a_package_lacks_is_refused(tmp_path: Path, number: int) -> None:
    """In one line."""
    path = ofd_file(tmp_path / "a.ofd", Packed([Paper()]))
    with pytest.raises(SourceError, match=rf"^a\.ofd：没有第{number}页，请下载原件查看$"):
        draw_ofd_page(path, number, 1240)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """Marks of XML are escaped; colours, widths and names of fonts are never passed on as written."""
    words = '<script>alert("1")</script>&\'<image href="http://x"/>'
    evil = "&quot;/&gt;&lt;script&gt;alert(2)&lt;/script&gt;"
    paper = Paper()
    paper.write(30, 50, words, looks=f'DrawParam="{evil}" Weight="700"')
    paper.write(30, 60, "行", looks=f'Weight="{evil}"')
    paper.write(30, 70, "色")
    paper.line(1, 1, 9, 1, f'LineWidth="{evil}"')
    paper.line(1, 2, 9, 2, f'DashPattern="{evil}"')
    paper.line(1, 3, 9, 3, f'Rule="{evil}"', f'<ofd:StrokeColor Value="{evil}"/>')
    paper._path((0, 0, 9, 9), f"M 0 0 {evil} L 1 1", 'LineWidth="1"')
    path = ofd_file(tmp_path / "a.ofd", Packed([paper]))
    data = draw_ofd_page(path, 1, 1240).decode()
    page = fromstring(data)
    assert texts(page) == [words, "色"]
    assert {element.tag.removeprefix(SVG) for element in page.iter()} <= ALLOWED
    assert "alert(2)" not in data
    assert not re.search(r"<script|\son\w+=|href=|url\(", re.sub(r">[^<]*<", "><", data))


def test_pictures_are_inside_and_all_others_are_grey_boxes(tmp_path: Path) -> None:
    """PNG and JPEG byte for byte; a bitmap, a page of the web and what is broken are shown as 图片."""
    png, jpeg = picture(), picture("JPEG")
    others = (
        picture("BMP"),
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"\x89PNG broken",
    )
    page = drawn(with_pictures(tmp_path / "a.ofd", png, jpeg, *others))
    shown = list(page.iter(f"{SVG}image"))
    assert [image.get("href") for image in shown] == [
        f"data:image/png;base64,{base64.b64encode(png).decode()}",
        f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}",
    ]
    assert shown[0].get("transform") == "matrix(113.386 0 0 56.6929 28.3465 28.3465)"
    assert texts(page) == ["图片"] * 3


def test_pictures_of_too_many_pixels_are_grey_boxes(tmp_path: Path) -> None:
    """40 million on a page: of two of 25 million, which take few bytes, the first is shown."""
    large = picture(size=(5000, 5000))
    page = drawn(with_pictures(tmp_path / "a.ofd", large, large))
    assert (len(list(page.iter(f"{SVG}image"))), texts(page)) == (1, ["图片"])


def test_pictures_of_too_many_bytes_are_grey_boxes(tmp_path: Path) -> None:
    """6 million on a page."""
    stuffed = picture("JPEG") + Random(7).randbytes(4_000_000)
    page = drawn(with_pictures(tmp_path / "a.ofd", stuffed, stuffed, picture()))
    assert (len(list(page.iter(f"{SVG}image"))), texts(page)) == (2, ["图片"])


def test_the_size_of_a_picture_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes more is refused as a whole; here 100 kB, of which 1,000 single words take more."""
    paper = Paper()
    for ordinal in range(1000):
        paper.write(ordinal % 200, ordinal // 2, "字")
    path = ofd_file(tmp_path / "a.ofd", Packed([paper]))
    assert 100_000 < len(draw_ofd_page(path, 1, 1240)) < 12_000_000
    monkeypatch.setattr("corpus.reading.ofd.ofd_pictures._MOST_BYTES", 100_000)
    with pytest.raises(SourceError, match=r"^a\.ofd：这一页内容太多，画不出来，请下载原件查看$"):
        draw_ofd_page(path, 1, 1240)


@pytest.mark.parametrize(
    ("size", "pixels"),
    [((841, 100), ("1240", "147")), ((10, 3000), ("27", "8000")), ((1e5, 1e5), ("1240", "1240"))],
)
def test_a_picture_has_a_bounded_number_of_pixels(
    tmp_path: Path, size: tuple[float, float], pixels: tuple[str, str]
) -> None:
    """A strip, a tape, a page of 100 metres: 1240 pixels wide, no side over 8,000."""
    page = drawn(ofd_file(tmp_path / "a.ofd", Packed([Paper(size=size)])))
    assert (page.get("width"), page.get("height")) == pixels
