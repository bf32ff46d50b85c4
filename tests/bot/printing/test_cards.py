"""Picture cards: what they say, how wide and how heavy they are, when they carry a code."""

from dataclasses import replace
from io import BytesIO

import pytest
import segno
from PIL import Image

from bot.printing.card_pictures import WIDTH, drawn_card
from bot.rendering import card_of
from tests.web.scripted import FRIDGE, SHIPS, scripted

ADDRESS = (
    "https://zc.example.gov.cn/m/%E5%91%A8%E6%94%BF%E5%8A%9E%E5%AD%97%E3%80%942024%E3%80%9511%E5%8F%B7/19"
)
LONG = "周村2022稳中求进清单#51"


@pytest.fixture(scope="module")
def assistant():
    return scripted()


def picture(card):
    return Image.open(BytesIO(drawn_card(card)))


def test_a_card_says_what_the_measure_says_word_for_word(assistant):
    """Expired, with the warning; the first sentence whole; 区商务局 with its number; the source."""
    card = card_of(assistant.show(FRIDGE))
    assert card.title == "支持家电销售企业联合生产企业、回收企业开展线上线下以旧换新"
    assert card.badge == "已到期"
    assert card.where == "周村 · 周政办字〔2024〕11号 第19项"
    assert card.leads == ("此项政策已于2024年12月31日到期。",)
    assert card.quote.startswith("按照省级奖补，各市发放促消费补贴")
    assert card.quote.endswith("绿色智能家电的给予补贴。")
    assert card.is_cut
    assert card.calls == ("找谁问：", "区商务局 商贸流通科 电话 0533-6195136")
    assert card.source[0].endswith("第19项，2024年7月22日发布")
    assert "".join(assistant.show(FRIDGE).sections[0].text.split()).startswith(card.quote)


def test_a_card_of_what_does_not_apply_says_so_and_why(assistant):
    """In the badge, and first among the warnings, with the words of the document."""
    card = card_of(assistant.show(SHIPS))
    assert card.badge == "不适用本地"
    assert card.leads[:2] == (
        "文件写明，这一条不适用于周村：",
        "“目前我区无航运企业及船舶，不符合奖补标准，此项政策不涉及。”",
    )


@pytest.mark.parametrize("name", [FRIDGE, SHIPS, LONG])
def test_a_card_is_readable_in_a_chat_and_light(assistant, name):
    """1080 pixels wide, under 200 kB, not taller than three screens."""
    drawn = drawn_card(card_of(assistant.show(name), ADDRESS))
    shown = Image.open(BytesIO(drawn))
    assert shown.format == "PNG"
    assert shown.width == WIDTH == 1080
    assert 1000 < shown.height < 3500
    assert len(drawn) < 200_000


def test_what_nothing_prints_and_several_lines_break_no_card(assistant):
    """A text of three lines is taller by the two lines more; controls leave no trace."""
    card = card_of(assistant.show(FRIDGE))
    one, three, odd = (
        picture(replace(card, quote=text)) for text in ("补贴", "补\n贴\n款", "补\u200b\x07贴")
    )
    assert three.height - one.height == 2 * 63
    assert odd.tobytes() == one.tobytes()


def test_the_code_stands_on_the_card_only_where_there_is_an_address(assistant):
    """Module by module the code of the address, in the lower right corner; none without."""
    wanted = code_of(segno.make_qr(ADDRESS, error="m"))
    assert modules(picture(card_of(assistant.show(FRIDGE), ADDRESS)), len(wanted)) == wanted
    assert modules(picture(card_of(assistant.show(FRIDGE))), len(wanted)) is None


def test_the_code_of_a_chinese_address_is_written_in_utf_8(assistant):
    """A site may have a name such as 周村.中国; left to itself segno writes it in Shift JIS."""
    address = "https://周村.中国/m/19"
    wanted, other = (
        code_of(segno.make_qr(address, error="m", encoding=name)) for name in ("utf-8", "shift_jis")
    )
    shown = picture(card_of(assistant.show(FRIDGE), address))
    assert modules(shown, len(wanted)) == wanted
    assert modules(shown, len(other)) != other


def code_of(code):
    """The dark and light modules of a code, row by row, without its quiet zone."""
    return [[bool(dark) for dark in row] for row in code.matrix_iter(border=0)]


def modules(shown, count):
    """The dark and light modules of a code of so many a side; None where its corner is empty."""
    size = 264 // (count + 4)
    corner = shown.convert("L").crop((1080 - 64 - 264, shown.height // 2, 1080 - 64, shown.height))
    dark = corner.point(lambda grey: 255 if grey < 20 else 0)
    if dark.getbbox() is None:
        return None
    left, top, _, _ = dark.getbbox()
    middle = size // 2
    return [
        [dark.getpixel((left + x * size + middle, top + y * size + middle)) == 255 for x in range(count)]
        for y in range(count)
    ]
