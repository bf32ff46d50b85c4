"""Picture files opened, their frames as arrays of colours. The only importer of PIL."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

from corpus.limits import DEFAULT_LIMITS, Limits
from corpus.reading.refusals import DamagedError, TooLargeError

Picture = NDArray[np.uint8]
"""Colours: uint8 (height, width, 3), red, green, blue."""
Grey = NDArray[np.uint8]
"""Brightness: uint8 (height, width), 0 is black."""

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP")
_SHOWN = {"PNG": "image/png", "JPEG": "image/jpeg"}
_LONGEST = 2600
"""Pixels: an A4 page at 222 dpi. What is larger is made smaller: lines are read 48 pixels high."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, MemoryError, OverflowError, ArithmeticError)
"""What PIL raises on files that break the rules of their format."""
_RESAVE = "请重新扫描或另存为 .png 或 .jpg 再添加"
_RESCAN = "请用 200 到 300 dpi 重新扫描，或缩小后再添加"
_QUALITY, _EFFORT = 75, 2
_BESIDE, _ABOVE = 0.12, 0.008
"""Shares of the page's width and height around figures that are shown: a few words, half a line."""
_WHITE = (255, 255, 255)


def frames_of(name: str, data: bytes, limits: Limits) -> tuple[int, Iterator[Picture]]:
    """The number of frames of a picture file, and its frames, upright as the camera says, one at a time.

    The sizes are read from the headers: what has more pixels than the limits allow is not decoded.

    Raises:
        DamagedError: it cannot be decoded.
        TooLargeError: it has too many pixels or frames.
    """
    image = _opened(name, data)
    count = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    if count > limits.max_pages:
        raise TooLargeError(
            name, f"有 {count} 页，超过 {limits.max_pages} 页的上限", "请拆成几个较小的文件再添加"
        )
    return count, (_frame(name, image, ordinal, limits) for ordinal in range(count))


def _opened(name: str, data: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # its own check is made here, with a limit and words of ours
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # oddities of metadata, which change nothing that is read
            return Image.open(BytesIO(data), formats=_FORMATS)
    except UnidentifiedImageError as error:
        raise DamagedError(name, "内容不是能识别的图片", _RESAVE) from error
    except _BROKEN as error:
        raise DamagedError(name, "图片已损坏，打不开", _RESAVE) from error


def _frame(name: str, image: Image.Image, ordinal: int, limits: Limits) -> Picture:
    try:
        if ordinal:
            image.seek(ordinal)
        check_pixels(name, image.width, image.height, limits)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image.draft("RGB", (_LONGEST, _LONGEST))
            return _colours(image)
    except _BROKEN as error:
        raise DamagedError(name, "图片已损坏，无法解码", _RESAVE) from error


def check_pixels(name: str, width: float, height: float, limits: Limits) -> None:
    """Checks the size of a picture before it is decoded.

    Raises:
        TooLargeError: it has too many pixels.
    """
    pixels = width * height
    if pixels > limits.max_pixels:
        why = f"图片有 {pixels / 1_000_000:.0f} 百万像素，超过 {limits.max_pixels / 1_000_000:.0f} 百万的上限"
        raise TooLargeError(name, why, _RESCAN)


def _colours(image: Image.Image) -> Picture:
    """The picture on white, no larger than a page needs."""
    upright = ImageOps.exif_transpose(image) or image
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        given = upright.convert("RGBA")
        upright = Image.new("RGBA", given.size, (*_WHITE, 255))
        upright.alpha_composite(given)
    if upright.mode.startswith(("I", "F")):
        upright = upright.point(lambda value: value / 256).convert("L")
    plain = upright.convert("RGB")
    if max(plain.size) > _LONGEST:
        plain.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BOX)
    return np.asarray(plain)


def shown_kind(data: bytes) -> tuple[str, int]:
    """The media type of a picture that every browser shows, PNG or JPEG, "" of any other; its pixels.

    Only its header is read.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data), formats=list(_SHOWN))
            return _SHOWN[str(image.format)], image.width * image.height
    except _BROKEN:
        return "", 0


def draw_frame(path: Path, number: int, width: int) -> bytes:
    """A frame of a picture file, from 1, as a picture of `width` pixels at most, as WebP.

    Raises:
        DamagedError: there is no such frame, or it cannot be decoded.
        TooLargeError: it has too many pixels.
    """
    count, frames = frames_of(path.name, path.read_bytes(), DEFAULT_LIMITS)
    if not 1 <= number <= count:
        raise DamagedError(path.name, f"没有第{number}页", _RESAVE)
    image = Image.fromarray(next(islice(frames, number - 1, None)))
    image.thumbnail((width, image.height))
    return _as_webp(image)


def count_frames(path: Path) -> int:
    """How many frames a picture file has.

    Raises:
        DamagedError: it cannot be opened.
        TooLargeError: it has too many.
    """
    return frames_of(path.name, path.read_bytes(), DEFAULT_LIMITS)[0]


def piece_of(data: bytes, box: tuple[float, float, float, float], quarters: int = 0) -> bytes:
    """The part of a picture around a box, in shares of its width and height, turned upright, as WebP.

    `quarters`: by how many the page is turned against the clock to be read.
    """
    with Image.open(BytesIO(data)) as image:
        x0, top, x1, bottom = box
        margins = (_BESIDE * image.width, _ABOVE * image.height)
        beside, above = margins if quarters % 2 == 0 else margins[::-1]
        left, high = max(0, round(x0 * image.width - beside)), max(0, round(top * image.height - above))
        right = min(image.width, round(x1 * image.width + beside))
        low = min(image.height, round(bottom * image.height + above))
        piece = image.crop((left, high, max(right, left + 1), max(low, high + 1))).convert("RGB")
        return _as_webp(piece.rotate(90 * quarters, expand=True))


def _as_webp(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", quality=_QUALITY, method=_EFFORT)
    return file.getvalue()


def file_of(picture: Picture) -> bytes:
    """The picture as a file, not packed."""
    file = BytesIO()
    Image.fromarray(picture).save(file, "BMP")
    return file.getvalue()


def turned(picture: Picture, degrees: float) -> Picture:
    """The picture turned against the clock about its middle, on white, of the same size."""
    image = Image.fromarray(picture)
    return np.asarray(image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=_WHITE))


def resized(picture: Picture, width: int, height: int) -> Picture:
    """The picture in another size."""
    return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.BILINEAR))


def paper_of(grey: Grey, cell: int) -> Grey:
    """The brightness of the paper behind the words; `cell` is the height of the largest words in pixels."""
    height, width = grey.shape
    small = Image.fromarray(grey).resize((max(1, width // 8), max(1, height // 8)), Image.Resampling.BOX)
    reach = max(3, cell // 8 * 2 + 1)
    lit = small.filter(ImageFilter.MaxFilter(reach)).filter(ImageFilter.GaussianBlur(reach))
    return np.asarray(lit.resize((width, height), Image.Resampling.BILINEAR))
