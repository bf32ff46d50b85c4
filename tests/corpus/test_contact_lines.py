import pytest

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.contact_lines import ContactLine, find_lines


@pytest.mark.parametrize(
    ("printed", "lines"),
    [
        ("（区商务局牵头，联系人：马骏，联系电话：6195136）", [ContactLine("区商务局", "马骏", "6195136")]),
        ("(区发展改革局牵头,联系人:丛湘波,电话:6195397)", [ContactLine("区发展改革局", "丛湘波", "6195397")]),
        ("（区商务局牵头，李雪，联系电话：6195135）", [ContactLine("区商务局", "李雪", "6195135")]),
        ("（区人防办，联系人：沈东修，联系电话：6182655）", [ContactLine("区人防办", "沈东修", "6182655")]),
        (
            "（区市场监管局牵头，联系人：姜楠、戴军，联系电话：6196858、6196068）",
            [ContactLine("区市场监管局", "姜楠", "6196858"), ContactLine("区市场监管局", "戴军", "6196068")],
        ),
        (
            "（区税务局牵头，联系人：张文超，联系电话：6431137；宋宇，联系电话：6238089）",
            [ContactLine("区税务局", "张文超", "6431137"), ContactLine("区税务局", "宋宇", "6238089")],
        ),
        (
            "（区财政局牵头，联系人：许钰，电话：7878007；联系人：赵文刚，电话：7878153）",
            [ContactLine("区财政局", "许钰", "7878007"), ContactLine("区财政局", "赵文刚", "7878153")],
        ),
        (
            "（区发展改革局、区商务局各司其责，区发展改革局联系人：丛湘波，电话：6195397；"
            "区商务局联系人：马骏，联系电话：6195136）",
            [ContactLine("区发展改革局", "丛湘波", "6195397"), ContactLine("区商务局", "马骏", "6195136")],
        ),
        ("请拨打咨询电话：12345。", []),
    ],
)
def test_a_closing_line_pairs_persons_with_phones(printed: str, lines: list[ContactLine]) -> None:
    """Every variant of the closing line that the 2022 collection prints."""
    assert list(find_lines(Words.of(printed))) == lines
