"""Finding telephone numbers in what documents print."""

import pytest

from corpus.text.phones import find_phones, local_digits, same_phone


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("(0533)6195136", ["(0533)6195136"]),
        ("0533—6195136", ["0533—6195136"]),
        ("6195136转801", ["6195136转801"]),
        ("（6195136转801）", ["6195136转801"]),
        ("0533-6195136（转801）", ["0533-6195136（转801）"]),
        ("400-658-1234", ["400-658-1234"]),
        ("4006581234", ["4006581234"]),
        ("6195136（传真）、6195137（兼传真）", ["6195137"]),
        ("0533-966008、0533-12345", ["0533-966008", "0533-12345"]),
        ("2025-12345", []),
        ("13805331234", ["13805331234"]),
        ("6195136、6195137", ["6195136", "6195137"]),
        ("0533-6195136/6195137", ["0533-6195136", "6195137"]),
        ("０５３３－６１９５３８１", ["０５３３－６１９５３８１"]),
        ("010-66012345", ["010-66012345"]),
        ("0533--6195136", ["0533--6195136"]),
        ("05336195136", ["05336195136"]),
        ("400 658 1234", ["400 658 1234"]),
        ("4006-581-234", ["4006-581-234"]),
        ("138 0533 1234", ["138 0533 1234"]),
        ("6195136；6195137转2", ["6195136", "6195137转2"]),
    ],
)
def test_numbers_are_found_as_printed(text: str, phones: list[str]) -> None:
    """Area codes in brackets or before any dash, extensions, 400 numbers, mobiles, two joined."""
    assert [phone.text for phone in find_phones(text)] == phones


@pytest.mark.parametrize(
    "text",
    [
        "20240501",
        "总额6195136元",
        "6195136.5",
        "11370306000000000X",
        "1234567",
        "370306199001011234",
        "12345",
        "面积6195136平方米",
        "2500000吨",
        "2500000户",
        "91370306MA3C12345X",
        "邮编255300",
        "3703062024000123",
    ],
)
def test_other_figures_are_no_phones(text: str) -> None:
    """A day, a sum, a share, a code, a number that no exchange gives out; a hotline without its word."""
    assert find_phones(text) == ()


def test_short_numbers_count_where_the_words_call_them_phones() -> None:
    """12345 after 热线 is a number to call, 110 too, but not the 120 households that follow."""
    assert [phone.text for phone in find_phones("12345、12366", called_so=True)] == ["12345", "12366"]
    assert [phone.text for phone in find_phones("95598或110，覆盖120户", called_so=True)] == ["95598", "110"]


@pytest.mark.parametrize(
    ("printed", "area", "local"),
    [
        ("（0533）6190201转3", "0533", "6190201"),
        ("05336190201", "0533", "6190201"),
        ("6190201", "", "6190201"),
        ("010-66012345", "010", "66012345"),
        ("400-658-1234", "", "4006581234"),
    ],
)
def test_a_phone_is_parted_from_its_area_code_and_extension(printed: str, area: str, local: str) -> None:
    """What is dialled within the area remains."""
    assert local_digits(printed) == (area, local)


def test_area_codes_are_compared_where_both_have_one() -> None:
    """6190201 may be a number of any area."""
    assert same_phone("0533-6190201", "6190201")
    assert same_phone("（0533）6190201", "05336190201")
    assert not same_phone("0533-6190201", "0635-6190201")
