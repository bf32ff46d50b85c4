import pytest

from corpus.regions import dial, holds_in, load_regions, region_of


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


def test_the_hotlines_are_known() -> None:
    """12345 for everything, 12366 for tax, everywhere."""
    assert all(set(region.hotlines.values()) == {"12345", "12366"} for region in load_regions().values())


def test_a_region_that_a_document_brings_has_names_and_no_area_code() -> None:
    """桓台县 is also called 桓台; 莘县 is never called 莘; no area code is guessed."""
    assert region_of("桓台县").own == ("桓台县", "桓台")
    assert region_of("莘县").own == ("莘县",)
    assert dial("8180136", region_of("桓台县")) == "8180136"
    assert region_of("周村") is load_regions()["周村"]


def test_a_region_within_others_is_called_by_its_last_name_too() -> None:
    """泰州市海陵区 is 海陵; 泰州 is what it belongs to."""
    region = region_of("泰州市海陵区")
    assert (region.own, region.above) == (("泰州市海陵区", "海陵区", "海陵"), ("泰州市", "泰州"))


@pytest.mark.parametrize(
    ("name", "place", "holds"),
    [("山东省", "周村", True), ("山东省", "聊城", True), ("淄博市", "周村", True), ("周村", "周村", True),
     ("淄博市", "聊城", False), ("周村", "聊城", False), ("周村", "山东省", False)],
)  # fmt: skip
def test_a_document_holds_in_its_region_and_what_belongs_to_it(name: str, place: str, holds: bool) -> None:
    """周村 lies in 淄博市 and 山东省, 聊城 in 山东省."""
    assert holds_in(name, place) is holds
