"""Document numbers in the spellings that offices print."""

import pytest

from corpus.text.document_numbers import NUMBER, number_alone, number_before, prints, spelled


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


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("青政办发〔2026〕5", "青政办发〔2026〕5号"),
        ("青政办发[2026]第12", "青政办发〔2026〕12号"),
        ("青政办发〔2026〕5号", "青政办发〔2026〕5号"),
        ("青政办发〔2026〕5号文件精神", ""),
        ("2026年5月", ""),
        ("补贴标准（2026）", ""),
    ],
)
def test_a_number_alone_on_its_line_may_lack_its_last_sign(line: str, number: str) -> None:
    """号 is put behind it; anything else on the line is no number."""
    assert number_alone(line) == number


def test_a_number_without_its_last_sign_is_printed() -> None:
    """And is not the beginning of a longer one."""
    assert prints("青政办发〔2026〕5\n各镇：", "青政办发〔2026〕5号")
    assert not prints("青政办发〔2026〕51号", "青政办发〔2026〕5号")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("青政办发〔2013〕15号关于发放补贴的通知.doc", "青政办发〔2013〕15号"),
        ("青政办发[2013]15号关于发放补贴的通知", "青政办发〔2013〕15号"),
        ("青政办发〔2013〕15号关于发放津贴的通知.doc", ""),
        ("关于发放补贴的通知.doc", ""),
    ],
)
def test_a_number_right_before_a_title_is_its_own(line: str, number: str) -> None:
    """The file at the end of a page is called by its number and title; other files are others'."""
    assert number_before(line, "关于发放补贴的通知") == number
