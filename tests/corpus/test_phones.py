"""Finding telephone numbers in what documents print."""

import pytest

from corpus.text.phones import find_phones


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
        ("13805331234", ["13805331234"]),
        ("6195136、6195137", ["6195136", "6195137"]),
        ("0533-6195136/6195137", ["0533-6195136", "6195137"]),
        ("０５３３－６１９５３８１", ["０５３３－６１９５３８１"]),
        ("010-66012345", ["010-66012345"]),
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
    ],
)
def test_other_figures_are_no_phones(text: str) -> None:
    """A day, a sum, a share, a code, a number that no exchange gives out; a hotline without its word."""
    assert find_phones(text) == ()


def test_short_numbers_count_where_the_words_call_them_phones() -> None:
    """12345 after 热线 is a number to call."""
    assert [phone.text for phone in find_phones("12345、12366", called_so=True)] == ["12345", "12366"]
