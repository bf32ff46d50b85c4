"""How printed phones are dialled from anywhere."""

import pytest

from corpus.dialling import dial
from corpus.regions import load_regions


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("6195136", "0533-6195136"),
        ("61951367", "0533-61951367"),
        ("13805330000", "13805330000"),
        ("0533-6195136", "0533-6195136"),
        ("（0533）6195136", "0533-6195136"),
        ("05336195136", "0533-6195136"),
        ("010-66012345", "010-66012345"),
        ("400-618-1234", "400-618-1234"),
        ("4006181234", "400-618-1234"),
        ("6195136转801", "0533-6195136转801"),
        ("12345", "12345"),
        ("0533—6195136", "0533-6195136"),
        ("(0533) 6195136", "0533-6195136"),
        ("０５３３－６１９５１３６", "0533-6195136"),
        ("6195136（转801）", "0533-6195136转801"),
        ("0533-6195136-801", "0533-6195136-801"),
        ("400-658-1234转8", "400-658-1234转8"),
        ("138-0533-0000", "13805330000"),
        ("138 0533 0000", "13805330000"),
        ("400 658 1234", "400-658-1234"),
        ("4006-581-234", "400-658-1234"),
        ("（０５３３）６１９５１３６", "0533-6195136"),
    ],
)
def test_a_printed_phone_is_dialled_from_anywhere(printed: str, dialled: str) -> None:
    """A local number gets its area code; coded, mobile, 400 and hotline numbers stay what they are."""
    assert dial(printed, load_regions()["周村"]) == dialled


def test_the_other_region_has_its_own_code() -> None:
    """聊城's area code is 0635."""
    assert dial("8288953", load_regions()["聊城"]) == "0635-8288953"


def test_an_unknown_region_gives_the_number_as_printed() -> None:
    """No area code is guessed."""
    assert dial("6195136", None) == "6195136"
    assert dial(None, None) is None
