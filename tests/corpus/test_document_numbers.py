"""Document numbers in the spellings that offices print."""

import pytest

from corpus.text.document_numbers import NUMBER, prints, spelled


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("周政办字〔2024〕11号", "周政办字〔2024〕11号"),
        ("周政办发[2018]7号", "周政办发〔2018〕7号"),
        ("周民字〔２０２５〕１８号", "周民字〔2025〕18号"),
        ("某政办发【2018】第4号", "某政办发〔2018〕4号"),
        ("鲁财税（2019）6号", "鲁财税〔2019〕6号"),
    ],
)
def test_a_number_has_one_spelling(printed: str, number: str) -> None:
    """Whatever brackets and figures print it."""
    assert NUMBER.fullmatch(printed)
    assert spelled(printed) == number


def test_an_article_behind_a_number_is_no_ordinal_of_it() -> None:
    """第三条 stays 第三条."""
    assert spelled("（某政发〔2018〕7号）第三条") == "〔某政发〔2018〕7号〕第三条"


def test_a_title_that_stands_for_a_number_is_not_printed_as_one() -> None:
    """Only numbers count, in any spelling."""
    text = "关于做好防汛工作的通知\n周民字〔２０２５〕１８号"
    assert prints(text, "周民字〔2025〕18号")
    assert not prints(text, "关于做好防汛工作的通知")
