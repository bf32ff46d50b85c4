"""Numbers of documents looked up by what a question says of them."""

from retrieval.question.asked_numbers import DocumentNumbers

NUMBERS = DocumentNumbers(
    {
        "周政办字〔2024〕11号": "周村",
        "周村2022稳中求进清单": "周村",
        "聊政任〔2021〕11号": "聊城",
        "聊政发〔2021〕1号": "聊城",
        "甲": "",
    }
)


def given(text: str) -> list[str]:
    return [asked.number for asked in NUMBERS.given_in(text)]


def test_a_whole_number_is_given_wherever_it_stands() -> None:
    """At the end too; another serial of the same year is none."""
    assert given("请问聊政任〔2021〕11号") == ["聊政任〔2021〕11号"]
    assert given("聊政任〔2021〕12号讲了啥") == []


def test_a_name_is_given_without_its_year() -> None:
    """The year and the region are not needed to find it."""
    (asked,) = NUMBERS.given_in("那个稳中求进清单第8项")
    assert (asked.number, asked.year, asked.name) == ("周村2022稳中求进清单", "2022", "稳中求进清单")


def test_several_stand_in_the_order_of_the_corpus() -> None:
    """However short they are, and in whatever order they are named."""
    assert given("甲和周政办字〔2024〕11号") == ["周政办字〔2024〕11号", "甲"]


def test_a_serial_finds_the_numbers_that_end_with_it() -> None:
    """11号 is not 1号."""
    assert NUMBERS.of_serial(11) == ("周政办字〔2024〕11号", "聊政任〔2021〕11号")
    assert NUMBERS.of_serial(1) == ("聊政发〔2021〕1号",)
    assert NUMBERS.of_serial(0) == ()
