"""Names and phones side by side."""

import pytest

from corpus.extraction.evened_words import Words
from corpus.extraction.naming.printed_desks import CalledDesk
from corpus.extraction.whose_phones.desk_rows import phones_behind_names


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (
            "高新科5550101 农业科5550102",
            [(CalledDesk("", "高新科"), "5550101"), (CalledDesk("", "农业科"), "5550102")],
        ),
        ("县财政局 林 青 5550103", [(CalledDesk("县财政局", None, "林青"), "5550103")]),
        ("清河区 5550104", [(CalledDesk("清河区"), "5550104")]),
        (
            "培育专利，建设中心。（保护科，蔺青，5550105）落实奖励。（县就业中心，许冰，5550106）",
            [
                (CalledDesk("", "保护科", "蔺青"), "5550105"),
                (CalledDesk("县就业中心", None, "许冰"), "5550106"),
            ],
        ),
        ("材料送农业科，共 5550107 份", []),
        ("举报电话：县农业农村局5550108；县财政局：5550109", []),
        (
            "监督电话：县财政局5550110。咨询：县民政局：5550111",
            [(CalledDesk("县民政局"), "5550111")],
        ),
    ],
)
def test_phones_are_those_of_the_names_right_before_them(
    line: str, rows: list[tuple[CalledDesk, str]]
) -> None:
    """Offices and districts need a line that says nothing else; numbers for complaints are left out."""
    assert list(phones_behind_names(Words.of(line))) == rows
