"""Signs that recognition confuses, and figures that are to be looked at: without a recogniser."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from corpus.reading.scans.doubts import Sheet, doubts_of
from corpus.reading.scans.drawn_rules import rules_of
from corpus.reading.scans.ink import Seal, seals_of, without_seals
from corpus.reading.scans.pictures import file_of, piece_of
from corpus.reading.scans.recognition import SeenLine
from corpus.reading.scans.repairs import repaired
from corpus.reading.scans.second_reading import surer
from corpus.reading.scans.skew import skew_of
from corpus.reading.scans.text_layers import differing, is_same_page
from corpus.reading.scans.turns import PageTurn
from tests.corpus.scanned_pages import Press, askew, font_file, notice, ruled_table, sealed

drawn = pytest.mark.skipif(not font_file(), reason="needs a font with Chinese characters (fonts-noto-cjk)")


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("青政办发[2024]18号", "青政办发〔2024〕18号"),
        ("青政办发〔2024]18号", "青政办发〔2024〕18号"),
        ("青政办发【2024〕第18号", "青政办发〔2024〕第18号"),
        ("青政办发（2024）18号", "青政办发（2024）18号"),
        ("见附件[2024年版]", "见附件[2024年版]"),
        ("按每人２４００元,期限３年", "按每人2400元，期限3年"),
        ("（联系电话：6210345)", "（联系电话：6210345）"),
        ("会保障局,电话:6218771.", "会保障局，电话：6218771。"),
        ("电话：0533一6186904）", "电话：0533-6186904）"),
        ("电话：0533一6186", "电话：0533一6186"),
        ("771234)", "771234）"),
        ("1)申请材料", "1)申请材料"),
        ("年利率2.35%,8:30至17:00", "年利率2.35%,8:30至17:00"),
        ("二○二四年五月二0日", "二〇二四年五月二0日"),
        ("共计2,400元", "共计2,400元"),
    ],
)
def test_signs_are_put_right_only_where_a_rule_tells(seen: str, printed: str) -> None:
    """Numbers of documents, marks among Chinese characters; figures and round brackets stay."""
    assert repaired(seen) == printed


def line(text: str, score: float = 0.99, top: float = 100) -> SeenLine:
    """A line at some height, 400 pixels wide."""
    return SeenLine(text, score, 100, top, 500, top + 30)


def doubted(seen: SeenLine, other: str, seals: tuple[Seal, ...] = ()) -> list[tuple[str, str]]:
    """The doubts of one line beside what the second reader has."""
    sheet = Sheet(1, PageTurn(0, 0.0, 1000, 1000), seals, [line(other)])
    return [(doubt.words, doubt.other) for doubt in doubts_of([seen], sheet)]


@pytest.mark.parametrize(
    ("ours", "theirs", "kept"),
    [
        (
            "支持小微企业发展若于措施的通知",
            "支持小微企业发展若干措施的通知",
            "支持小微企业发展若干措施的通知",
        ),
        ("电话：0533-6210345", "电话：0533-6210845", "电话：0533-6210345"),
        ("各乡镇人民政府", "备多镇八民攻府", "各乡镇人民政府"),
        ("县人民政府", "县人民政府办", "县人民政府"),
    ],
)
def test_surer_reader_counts_where_both_nearly_agree(ours: str, theirs: str, kept: str) -> None:
    """Never in figures, and not where much differs."""
    assert surer(line(ours, 0.96), [line(theirs, 0.99)]).text == kept
    assert surer(line(ours, 0.99), [line(theirs, 0.96)]).text == ours


def test_figures_that_two_readers_read_alike_are_none() -> None:
    """The rest of the line may differ: its words are marked with the whole page."""
    assert doubted(line("电话：0533-6210345，奖励10万元"), "电活：0533-6210345，奖励10万元") == []


def test_figures_that_two_readers_read_differently_are_doubts() -> None:
    """A phone, a sum, a date, each with the other reading."""
    assert doubted(line("电话：0533-6210345"), "电话：0533-6210845") == [("0533-6210345", "0533-6210845")]
    assert doubted(line("奖励10万元"), "奖励70万元") == [("10万元", "70万元")]
    assert doubted(line("2024年5月20日起"), "2024年6月20日起") == [("2024年5月20日", "2024年6月20日")]
    assert doubted(line("电话6212794%"), "电话6212794。") == [("6212794%", "6212794")]


def test_figures_that_only_one_reader_sees_are_doubts() -> None:
    """Without another reading to show."""
    assert doubted(line("电话：6210345", top=700), "电话：6210345") == [("6210345", "")]


def test_faint_figures_are_doubts() -> None:
    """The score of the line is low, or what was read cannot be: a phone is no share."""
    assert doubted(line("电话：6210345%"), "电话：6210345%") == [("6210345%", "")]
    assert doubted(line("电话：6210345", score=0.8), "电话：6210345") == [("6210345", "")]


def test_figures_under_a_seal_are_doubts() -> None:
    """Those beside it in the same line are none."""
    seen = line("6218771咨询或拨打6210345")
    assert doubted(seen, seen.text, (Seal(400, 50, 600, 300),)) == [("6210345", "")]


def test_numbers_of_clauses_are_no_doubts() -> None:
    """One or two figures without a unit."""
    assert doubted(line("（1）申请材料"), "（7）申请材料") == []


def test_layer_that_differs_from_its_picture_is_told_by_its_figures() -> None:
    """A digit of a phone; what is the same is not told. A layer of other words is another page."""
    layer = "县民政局，电话：0533-6210345\n每户补贴600元"
    seen = "县民政局，电话：0533-6210845\n每户补贴600元"
    assert is_same_page(layer, seen)
    assert [(d.words, d.other, d.page) for d in differing(layer, seen, 3)] == [
        ("0533-6210345", "0533-6210845", 3)
    ]
    assert not is_same_page("由扫描软件生成，仅供内部参考", seen)


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        (PageTurn(0, 0.0, 1000, 2000), (0.1, 0.1, 0.3, 0.2)),
        (PageTurn(2, 0.0, 1000, 2000), (0.7, 0.8, 0.9, 0.9)),
        (PageTurn(1, 0.0, 1000, 2000), (0.8, 0.1, 0.9, 0.3)),
        (PageTurn(3, 0.0, 1000, 2000), (0.1, 0.7, 0.2, 0.9)),
    ],
)
def test_position_is_told_on_the_page_as_given(turn: PageTurn, box: tuple[float, ...]) -> None:
    """Of a page that was turned to be read: upside down, its head to the right, its head to the left."""
    assert turn.in_picture((100, 200, 300, 400)) == box


@drawn
def test_seal_is_taken_off_and_the_red_head_stays() -> None:
    """Black words under the seal stay; nothing red is left where it was."""
    press = Press(dpi=100)
    plain = np.asarray(notice(press).image)
    picture = np.asarray(sealed(notice(press), press, (120, 150)).image)
    (seal,) = seals_of(picture)
    middle = ((seal.x0 + seal.x1) / 2, (seal.top + seal.bottom) / 2)
    assert middle == pytest.approx((120 / 25.4 * 100, 150 / 25.4 * 100), abs=10)
    clean = without_seals(picture, [seal])
    inside = (slice(seal.top, seal.bottom), slice(seal.x0, seal.x1))
    assert np.abs(clean[inside].astype(int) - plain[inside]).mean() < 5
    assert (clean[: press.millimetres(60)] == picture[: press.millimetres(60)]).all()


@drawn
@pytest.mark.parametrize("degrees", [-3.0, 0.0, 2.0])
def test_skew_is_measured(degrees: float) -> None:
    """Against the clock, to a tenth of a degree."""
    assert skew_of(np.asarray(askew(notice(Press(dpi=100)), degrees).image)) == pytest.approx(
        degrees, abs=0.1
    )


@drawn
def test_rules_of_a_table_are_found_and_strokes_are_none() -> None:
    """Six rows and four columns; the page of a notice has its one red rule."""
    rules = rules_of(np.asarray(ruled_table(Press(dpi=150)).image))
    assert (sum(rule.level for rule in rules), sum(not rule.level for rule in rules)) == (7, 5)
    assert [rule.level for rule in rules_of(np.asarray(notice(Press(dpi=150)).image))] == [True]


def test_blank_paper_has_neither_skew_nor_seals_nor_rules() -> None:
    """White."""
    white = np.asarray(Image.new("RGB", (600, 800), "white"))
    assert (skew_of(white), seals_of(white), rules_of(white)) == (0.0, [], [])


@pytest.mark.parametrize(
    ("quarters", "size"), [(0, (10 + 2 * 24, 10 + 2 * 2)), (1, (10 + 2 * 24, 10 + 2 * 2)), (2, (58, 14))]
)
def test_piece_is_shown_upright_with_a_few_words_around(quarters: int, size: tuple[int, int]) -> None:
    """Twelve hundredths of the page along the line, eight thousandths above and below it."""
    page = np.full((200, 200, 3), 255, np.uint8)
    piece = Image.open(BytesIO(piece_of(file_of(page), (0.5, 0.5, 0.55, 0.55), quarters)))
    assert piece.size == size
