"""An office's own tables: over the shipped ones, checked, taken up while the bot runs."""

import logging
import os

import pytest

from bot.helplines import CurrentHelplines, HelplineTableError, helplines_over, shipped_helplines

MINE = """
[dangers.mine]
matter = "矿井冒水"
numbers = ["119"]
sentence = "先往高处走。"
sure = ["井下 冒水"]
examples = ["井下冒水了"]
counter_examples = ["冒水的井补贴多少"]
"""


def written(folder, text, name="dangers.toml"):
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_without_tables_of_an_office_the_shipped_ones_count(tmp_path):
    """The very same object: nothing is built twice."""
    assert helplines_over(tmp_path) is shipped_helplines()


def test_a_new_row_is_added(tmp_path):
    """The shipped rows stay."""
    own = helplines_over(written(tmp_path, MINE))
    assert own.danger("井下冒水了，快来").name == "mine"
    assert own.danger("厨房着火了").name == "fire"


def test_a_row_of_the_same_name_takes_the_place_of_the_shipped_one(tmp_path):
    """Its sentence and numbers are the office's."""
    text = MINE.replace("dangers.mine", "dangers.fire").replace("井下 冒水", "着火了")
    own = helplines_over(written(tmp_path, text.replace("井下冒水了", "厨房着火了")))
    assert own.danger("厨房着火了").sentence == "先往高处走。"


def test_words_of_a_list_are_added(tmp_path):
    """俺媳妇儿她哥 is kin here, too; the shipped kin stay."""
    own = helplines_over(written(tmp_path, '[lists]\npartner = ["俺家那个"]\n'))
    assert own.danger("俺家那个打我").name == "home_violence"
    assert own.danger("老公打我").name == "home_violence"


def test_a_number_of_an_office_can_be_used(tmp_path):
    """A local number with its source."""
    number = '[numbers]\n05336000000 = { name = "矿山救援", source = "本地公开", as_of = 2026-11-01 }\n'
    written(tmp_path, number, "helplines.toml")
    own = helplines_over(written(tmp_path, MINE.replace('"119"', '"05336000000"')))
    assert own.danger("井下冒水").helplines[0].name == "矿山救援"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[dangers.mine\n", "不是有效的 TOML"),
        (MINE.replace('matter = "矿井冒水"\n', ""), "[dangers.mine]：“matter”缺少或不合要求"),
        (MINE.replace("sentence", "sentense"), "[dangers.mine]：“sentence”缺少或不合要求"),
        (MINE + 'colour = "red"\n', "[dangers.mine]：没有“colour”这一栏"),
        (MINE.replace('"119"', '"1190"'), "[dangers.mine]：号码1190不在"),
        (MINE.replace("井下 冒水", "{pit} 冒水"), "[dangers.mine]：词句“{pit} 冒水”写法不对"),
        (MINE.replace('["井下冒水了"]', '["井里没事"]'), "[dangers.mine]：例句“井里没事”没有认成这一行"),
        (MINE.replace('["冒水的井补贴多少"]', '["井下冒水补贴"]'), "反例“井下冒水补贴”被认成了这一行"),
        (MINE + 'quiet = ["jokes"]\n', "quiet 里没有“jokes”"),
    ],
)
def test_a_table_that_cannot_be_used_is_told_in_one_line(tmp_path, text, said):
    """The file, the row and what is wrong."""
    with pytest.raises(HelplineTableError) as raised:
        helplines_over(written(tmp_path, text))
    assert said in str(raised.value)
    assert str(tmp_path / "dangers.toml") in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_table_in_another_encoding_is_told(tmp_path):
    """GBK, as old editors write it."""
    (tmp_path / "dangers.toml").write_bytes(MINE.encode("gbk"))
    with pytest.raises(HelplineTableError, match="UTF-8"):
        helplines_over(tmp_path)


def test_a_changed_table_is_taken_up_and_a_broken_one_leaves_the_last(tmp_path, caplog):
    """Without a restart; what is broken is logged once."""
    current = CurrentHelplines(tmp_path)
    assert current().danger("井下冒水") is None
    written(tmp_path, MINE)
    assert current().danger("井下冒水").name == "mine"
    written(tmp_path, "[dangers.mine")
    os.utime(tmp_path / "dangers.toml", (1, 1))
    with caplog.at_level(logging.WARNING):
        assert current().danger("井下冒水").name == "mine"
        assert current().danger("井下冒水").name == "mine"
    assert len(caplog.records) == 1
