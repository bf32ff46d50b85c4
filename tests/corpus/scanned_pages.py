"""Pages drawn as pictures: a notice as a scanner or a camera sees it. All words and places are made up."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
)
MARGIN_MM, WIDTH_MM, HEIGHT_MM = 28, 210, 297
RED = (214, 40, 38)
SEAL_MM = 21
"""Half the width of a seal."""
NOT_FIRST = "，。、；：）》”"

OFFICE = "青禾县人民政府办公室"
HEAD = f"{OFFICE}文件"
NUMBER = "青政办发〔2024〕18号"
TITLE = ("关于印发青禾县支持小微企业", "发展若干措施的通知")
PARAGRAPHS = (
    "各乡镇人民政府，县政府各部门：",
    "　　为进一步激发市场主体活力，促进小微企业健康发展，结合我县实际，制定以下措施。",
    "　　一、首次升规奖励。对2024年1月1日以后首次纳入统计的规模以上工业企业，给予一次性奖励10万元；"
    "连续三年在库的，再给予5万元。责任单位：县工业和信息化局（联系电话：0533-6210345）",
    "　　二、创业担保贷款贴息。符合条件的个人最高可申请30万元，期限不超过3年，按照年利率2.35%给予贴息。"
    "责任单位：县人力资源和社会保障局（联系电话：0533-6218899、0533-6217734）",
    "　　三、社会保险补贴。对吸纳高校毕业生就业并签订1年以上劳动合同的小微企业，按每人每年2400元的标准给予"
    "补贴，最长不超过36个月。责任单位：县社会保险事业管理中心，电话6218771。",
    "　　四、技术改造补助。设备投资额达到500万元以上的项目，按实际投资额的8%给予补助，单个项目最高不超过"
    "150万元。申报截止时间为2024年12月31日。",
    "　　五、稳岗返还。参保企业裁员率不高于5.5%的，按上年度实际缴纳失业保险费的60%予以返还。"
    "咨询电话：6216088。",
    "　　本措施自2024年6月1日起施行，有效期至2026年12月31日。",
)
SIGNED = (OFFICE, "2024年5月20日")
ROWS = (
    ("序号", "任务", "责任单位", "联系电话"),
    ("1", "首次升规奖励", "县工信局", "0533-6210345"),
    ("2", "创业担保贷款贴息", "县人社局", "0533-6218899"),
    ("3", "高校毕业生社会保险补贴", "县社保中心", "0533-6218771"),
    ("4", "技术改造设备补助", "县经信局", "0533-6217734"),
    ("10", "稳岗返还", "县就业服务中心", "0533-6216088"),
)


@dataclass(frozen=True)
class DrawnPicture:
    """A page as a picture, and the words that it shows in reading order."""

    image: Image.Image
    words: str


@cache
def font_file() -> str:
    """A font of this machine with Chinese characters; "" where there is none."""
    return next((name for name in FONTS if Path(name).exists()), "")


@dataclass(frozen=True)
class Press:
    """Draws words at some resolution."""

    dpi: int = 200
    points: float = 14

    @property
    def size(self) -> int:
        """Pixels of a character."""
        return round(self.points * self.dpi / 72)

    def millimetres(self, length: float) -> int:
        """So many millimetres in pixels."""
        return round(length / 25.4 * self.dpi)

    def sheet(self) -> Image.Image:
        """White paper."""
        return Image.new("RGB", (self.millimetres(WIDTH_MM), self.millimetres(HEIGHT_MM)), "white")

    def font(self, scale: float = 1.0) -> ImageFont.FreeTypeFont:
        """The font in the usual size or a multiple of it."""
        return ImageFont.truetype(font_file(), round(self.size * scale))

    def centred(self, pen: ImageDraw.ImageDraw, y: int, words: str, scale: float, colour: object) -> int:
        """Draws a line in the middle and returns where the next may stand."""
        font = self.font(scale)
        left = (self.millimetres(WIDTH_MM) - pen.textlength(words, font)) / 2
        pen.text((left, y), words, font=font, fill=colour)
        return y + round(self.size * scale * 1.7)

    def paragraph(self, pen: ImageDraw.ImageDraw, corner: tuple[int, int], width: int, words: str) -> int:
        """Draws a justified paragraph and returns where the next begins."""
        x, y = corner
        font, lines = self.font(), []
        line = ""
        for sign in words:
            if pen.textlength(line + sign, font) > width and sign not in NOT_FIRST:
                lines.append(line)
                line = ""
            line += sign
        for ordinal, text in enumerate([*lines, line]):
            last = ordinal == len(lines)
            spare = 0 if last else width - pen.textlength(text, font)
            at = float(x)
            for sign in text:
                pen.text((at, y), sign, font=font, fill="black")
                at += pen.textlength(sign, font) + spare / max(len(text) - 1, 1)
            y += round(self.size * 1.7)
        return y


def notice(press: Press, paragraphs: Sequence[str] = PARAGRAPHS) -> DrawnPicture:
    """A notice with a red head, its number, title, clauses, signature and date."""
    image = press.sheet()
    pen = ImageDraw.Draw(image)
    margin = press.millimetres(MARGIN_MM)
    width = image.width - 2 * margin
    y = press.centred(pen, margin, HEAD, 2.2, RED)
    y = press.centred(pen, y, NUMBER, 1, "black")
    pen.line((margin, y, image.width - margin, y), fill=RED, width=max(2, press.dpi // 50))
    y += press.size
    for line in TITLE:
        y = press.centred(pen, y, line, 1.35, "black")
    y += press.size // 2
    for words in paragraphs:
        y = press.paragraph(pen, (margin, y), width, words)
    y += press.size
    for words in SIGNED:
        y = press.paragraph(pen, (margin + width - 14 * press.size, y), width, words)
    words = "".join((HEAD, NUMBER, *TITLE, *paragraphs, *SIGNED)).replace("　", "")
    return DrawnPicture(image, words)


def two_columns(press: Press, paragraphs: Sequence[str] = PARAGRAPHS) -> DrawnPicture:
    """The clauses in two columns under a title."""
    image = press.sheet()
    pen = ImageDraw.Draw(image)
    margin = press.millimetres(20)
    width = (image.width - 3 * margin) // 2
    top = press.centred(pen, margin, "".join(TITLE), 1.2, "black") + press.size
    half = len(paragraphs) // 2 + 1
    for left, part in ((margin, paragraphs[:half]), (2 * margin + width, paragraphs[half:])):
        y = top
        for words in part:
            y = press.paragraph(pen, (left, y), width, words)
    return DrawnPicture(image, "".join((*TITLE, *paragraphs)).replace("　", ""))


def ruled_table(press: Press, rows: Sequence[Sequence[str]] = ROWS) -> DrawnPicture:
    """A table drawn with rules under a title."""
    image = press.sheet()
    pen = ImageDraw.Draw(image)
    edges = [press.millimetres(at) for at in (20, 36, 96, 136, 190)]
    top = press.centred(pen, press.millimetres(25), "青禾县惠企政策任务分工表", 1.35, "black") + press.size
    high, font, thick = round(press.size * 1.9), press.font(), max(2, press.dpi // 100)
    for ordinal, row in enumerate(rows):
        for left, words in zip(edges, row, strict=False):
            pen.text(
                (left + press.size // 3, top + ordinal * high + press.size // 4),
                words,
                font=font,
                fill="black",
            )
    bottom = top + len(rows) * high
    for at in range(len(rows) + 1):
        pen.line((edges[0], top + at * high, edges[-1], top + at * high), fill="black", width=thick)
    for edge in edges:
        pen.line((edge, top, edge, bottom), fill="black", width=thick)
    words = "青禾县惠企政策任务分工表" + "".join(cell for row in rows for cell in row)
    return DrawnPicture(image, words)


def sealed(picture: DrawnPicture, press: Press, middle_mm: tuple[float, float] = (148, 225)) -> DrawnPicture:
    """The page with the red seal of the office pressed on it, over whatever stands there."""
    radius, ink = press.millimetres(SEAL_MM), Image.new("RGB", picture.image.size, "white")
    pen = ImageDraw.Draw(ink)
    x, y = map(press.millimetres, middle_mm)
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=RED, width=max(3, radius // 14))
    for ordinal, sign in enumerate(OFFICE):
        turn = math.radians(150 + ordinal * 240 / (len(OFFICE) - 1))
        stamp = Image.new("L", (radius // 2, radius // 2), 0)
        font = ImageFont.truetype(font_file(), radius // 4)
        ImageDraw.Draw(stamp).text((radius // 8, radius // 16), sign, font=font, fill=255)
        stamp = stamp.rotate(-math.degrees(turn) - 90)
        at = (x + radius * 0.76 * math.cos(turn), y + radius * 0.76 * math.sin(turn))
        ink.paste(RED, (round(at[0] - radius / 4), round(at[1] - radius / 4)), stamp)
    points = [(0.36 if k % 2 == 0 else 0.15, k * math.pi / 5) for k in range(10)]
    star = [(x + radius * r * math.sin(turn), y - radius * r * math.cos(turn)) for r, turn in points]
    pen.polygon(star, fill=RED)
    return DrawnPicture(ImageChops.multiply(picture.image, ink), picture.words)


def askew(picture: DrawnPicture, degrees: float = 2.0) -> DrawnPicture:
    """The page as it lies on the glass, turned a little against the clock."""
    image = picture.image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")
    return DrawnPicture(image, picture.words)


def quarter_turned(picture: DrawnPicture, quarters: int) -> DrawnPicture:
    """The page fed into the scanner the wrong way round."""
    return DrawnPicture(picture.image.rotate(90 * quarters, expand=True), picture.words)


def noisy(picture: DrawnPicture, spread: float = 18, seed: int = 7) -> DrawnPicture:
    """The page with the noise of a cheap scanner, kept as a lossy picture."""
    grain = np.random.default_rng(seed).normal(0, spread, np.asarray(picture.image).shape)
    grained = np.clip(np.asarray(picture.image) + grain, 0, 255).astype(np.uint8)
    file = BytesIO()
    Image.fromarray(grained).save(file, "JPEG", quality=60)
    return DrawnPicture(Image.open(BytesIO(file.getvalue())), picture.words)


def photographed(picture: DrawnPicture) -> DrawnPicture:
    """The page as a camera sees it: a shadow from one side, a little blurred and askew."""
    height, width = picture.image.height, picture.image.width
    shade = np.linspace(1.0, 0.55, width)[None, :] * np.linspace(1.0, 0.85, height)[:, None]
    lit = (np.asarray(picture.image) * shade[:, :, None] * np.array([1.0, 0.97, 0.9])).astype(np.uint8)
    image = Image.fromarray(lit).filter(ImageFilter.GaussianBlur(1.0))
    return DrawnPicture(
        image.rotate(-1.3, Image.Resampling.BICUBIC, fillcolor=(120, 110, 100)), picture.words
    )


def saved(picture: DrawnPicture, path: Path) -> Path:
    """The picture as a file, in the format that its name says."""
    picture.image.save(path)
    return path


def as_pdf(pictures: Sequence[DrawnPicture], path: Path) -> Path:
    """A PDF whose pages are these pictures."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    for picture in pictures:
        canvas.drawImage(ImageReader(picture.image), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return path


def figures(press: Press, seed: int = 1) -> DrawnPicture:
    """A page of phones, sums and dates, each drawn by lot, in lines of prose."""
    lot = random.Random(seed)
    paragraphs = []
    for ordinal in range(1, 11):
        phone = f"0533-{lot.randint(2_000_000, 8_999_999)}"
        mobile = f"1{lot.choice('3578')}{lot.randint(100_000_000, 999_999_999)}"
        money, share = lot.randint(1, 9_999), lot.randint(100, 999) / 100
        day = f"{lot.randint(2020, 2027)}年{lot.randint(1, 12)}月{lot.randint(1, 28)}日"
        paragraphs.append(f"　　{ordinal}、奖励{money}万元，比例{share}%，截至{day}，电话{phone}、{mobile}。")
    return notice(press, paragraphs)


LAYOUTS: dict[str, Callable[[Press], DrawnPicture]] = {
    "clean": notice,
    "seal": lambda press: sealed(notice(press), press),
    "seal over text": lambda press: sealed(notice(press), press, (120, 150)),
    "skew": lambda press: askew(notice(press)),
    "seal and skew": lambda press: askew(sealed(notice(press), press), -2.0),
    "noise": lambda press: noisy(notice(press)),
    "photograph": lambda press: photographed(notice(press)),
    "upside down": lambda press: quarter_turned(notice(press), 2),
    "on its side": lambda press: quarter_turned(notice(press), 1),
    "two columns": two_columns,
    "ruled table": ruled_table,
    "figures": figures,
    "figures, noise": lambda press: noisy(figures(press, 2)),
    "figures, seal and skew": lambda press: askew(sealed(figures(press, 3), press, (120, 150))),
    "figures, photograph": lambda press: photographed(figures(press, 4)),
    "figures, faint": lambda press: noisy(figures(press, 5), 40),
    "table askew": lambda press: askew(ruled_table(press), 1.2),
}
"""Each kind of page by its name."""
