"""What an office writes of the places that its bot serves."""

import pytest

from bot.place_table import PLACES_FILE, PlaceTable, PlaceTableError, WatchedPlaceTable, read_place_table
from bot.ways_on import WaysOn

TABLE = """
["徐州市"]
hotline = "0516-80800000"
hotline_name = "徐州市服务热线"
keys = ["xuzhou"]

["徐州市云龙区"]
hotline = "0516-80801111"
hotline_name = "云龙区服务热线"
chats = [-1001234567890]
staff = ["lihua"]
"""


@pytest.fixture
def written(tmp_path):
    """Writes a table; gives its path."""

    def write(text):
        path = tmp_path / PLACES_FILE
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_what_is_tied_to_a_place(written):
    """A chat, a key, an account; whatever is named nowhere belongs to the whole bot."""
    table = read_place_table(written(TABLE))
    assert (table.of_chat(-1001234567890), table.of_chat(1)) == ("云龙区", None)
    assert (table.of_key("xuzhou"), table.of_key("")) == ("徐州市", None)
    assert (table.of_staff("lihua"), table.of_staff("wanghong")) == ("云龙区", "")


@pytest.mark.parametrize(
    ("place", "number"),
    [
        ("云龙区", "0516-80801111"),
        ("徐州市", "0516-80800000"),
        ("铜山区", "0516-80800000"),
        ("南京市", None),
        (None, None),
    ],
)
def test_the_hotline_is_that_of_the_nearest_place(written, place, number):
    """A place without one has its city's; elsewhere 12345 alone is named."""
    hotline = read_place_table(written(TABLE)).hotline(place)
    assert (hotline.number if hotline else None) == number


def test_the_hotline_of_the_place_stands_before_12345(written):
    """In whatever says where to ask."""
    table = read_place_table(written(TABLE))
    said = WaysOn(places=lambda: table).of("办个什么证", "铜山区")
    assert said.startswith("可以先打徐州市服务热线0516-80800000。")
    assert "12345" in said
    assert "0516" not in WaysOn().of("办个什么证", "铜山区")


def test_without_a_file_there_are_no_places(tmp_path):
    """The bot serves all alike."""
    assert read_place_table(tmp_path / PLACES_FILE) == PlaceTable()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "不是有效的 TOML"),
        ('["天宫里"]\n', "没有认出“天宫里”是哪个地方"),
        ('["鼓楼区"]\n', "叫“鼓楼区”的地方不止一处"),
        ('["云龙区"]\n["徐州市云龙区"]\n', "写了两节"),
        ('["云龙区"]\nhotline = "打前台"\nhotline_name = "前台"\n', "“hotline”不合要求"),
        ('["云龙区"]\nhotline = "0516-80801111"\n', "要一起写"),
        ('["云龙区"]\nphone = "0516-80801111"\n', "没有“phone”这一栏"),
        ('["云龙区"]\nkeys = ["a"]\n["泉山区"]\nkeys = ["a"]\n', "只能归一个地方"),
        ('"云龙区" = 1\n', "[云龙区]"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_in_one_line(written, text, said):
    """The file, the place and what is wrong with it."""
    path = written(text)
    with pytest.raises(PlaceTableError) as refused:
        read_place_table(path)
    assert said in str(refused.value)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_table_damaged_meanwhile_leaves_what_was_read_last(written, tmp_path, caplog):
    """It is logged once; a better one counts at once."""
    written(TABLE)
    current = WatchedPlaceTable(tmp_path)
    written("[")
    assert current().of_key("xuzhou") == current().of_key("xuzhou") == "徐州市"
    assert len(caplog.records) == 1
    written('["云龙区"]\nkeys = ["xuzhou"]\n')
    assert current().of_key("xuzhou") == "云龙区"
