"""What is asked for: every line of the table reads its example, and no row reads its counter-examples."""

import re

import pytest

from retrieval.question.asked import (
    FIELDS,
    NEAR_MISSES,
    ROWS,
    Asked,
    hints,
    read_rows,
    stated_by,
    take_fields,
    wishes,
    without_wishes,
)


def _lines(column):
    """(row, pattern, example) of every line of a column."""
    return [(asked, *line) for asked, row in ROWS.items() for line in getattr(row, column).items()]


TALKED = [
    (asked, pattern.replace("{words}", "|".join(row.words)), text)
    for asked, row in ROWS.items()
    for group in row.in_talk.values()
    for pattern, text in group.items()
]
LINES = [*_lines("words"), *_lines("decides"), *_lines("hints"), *TALKED]


def test_every_row_is_there_once_in_the_order_of_its_names():
    """The enumeration and the file name the same rows in the same order."""
    assert tuple(ROWS) == tuple(Asked)
    assert all(row.label for row in ROWS.values())


def test_every_row_is_read_in_some_way():
    """By words, by the search or in a talk; words that all share need a talk that reads them."""
    for asked, row in ROWS.items():
        assert row.words or row.decides or row.in_talk, asked
        assert not row.words or row.in_talk, asked


@pytest.mark.parametrize(("asked", "pattern", "text"), LINES)
def test_every_pattern_reads_its_example(asked, pattern, text):
    """A pattern that reads nothing is none."""
    assert re.search(pattern, text), asked


@pytest.mark.parametrize(("asked", "pattern", "text"), LINES)
def test_every_line_holds_one_pattern(asked, pattern, text):
    """Alternatives stand on lines of their own, each with its example."""
    bare = re.sub(r"\\.|\[[^\]]*\]", "", pattern)
    while (shorter := re.sub(r"\([^()]*\)", "", bare)) != bare:
        bare = shorter
    assert "|" not in bare, (asked, text)


@pytest.mark.parametrize(("asked", "pattern", "text"), _lines("words"))
def test_shared_words_are_read_in_all_three_ways(asked, pattern, text):
    """They decide, hint and are taken out of a turn."""
    assert asked in wishes(text), pattern
    assert asked in hints(text), pattern
    assert asked in take_fields(text)[0], pattern


@pytest.mark.parametrize(("asked", "pattern", "text"), _lines("decides"))
def test_what_decides_hints_too(asked, pattern, text):
    """What is surely asked for is quoted."""
    assert asked in wishes(text), pattern
    assert asked in hints(text), pattern


@pytest.mark.parametrize(("asked", "pattern", "text"), _lines("hints"))
def test_a_hint_decides_nothing(asked, pattern, text):
    """What the search would read in its example anyway is needed as no hint."""
    assert asked in hints(text), pattern
    assert asked not in wishes(text), pattern


@pytest.mark.parametrize(("asked", "pattern", "text"), TALKED)
def test_a_turn_asks_for_the_field_of_its_words(asked, pattern, text):
    """Whatever other rows would read in it."""
    assert asked in take_fields(text)[0], pattern


@pytest.mark.parametrize(
    ("column", "read"),
    [("not_decided", wishes), ("not_hinted", hints), ("not_in_talk", lambda text: take_fields(text)[0])],
)
def test_no_row_reads_its_counter_examples(column, read):
    """Each is near to a pattern of its row."""
    for asked, row in ROWS.items():
        for text in getattr(row, column):
            assert asked not in read(text), text


def test_every_way_to_read_a_row_has_a_counter_example():
    """Where a column is filled, something near to it is left out."""
    for asked, row in ROWS.items():
        assert bool(row.not_decided) == bool(row.words or row.decides), asked
        assert bool(row.not_hinted) == bool(row.hints), asked
        assert bool(row.not_in_talk) == bool(row.in_talk), asked


@pytest.mark.parametrize(
    ("asked", "other", "text"),
    [(asked, Asked(other), text) for asked, row in ROWS.items() for other, text in row.takes_before.items()],
)
def test_the_order_of_rows_decides_whose_words_they_are(asked, other, text):
    """Further up a row takes its words first; in the other order the other row would read them."""
    swapped = [field for field in FIELDS if field is not other]
    swapped.insert(swapped.index(asked), other)
    assert FIELDS.index(asked) < FIELDS.index(other)
    assert other not in take_fields(text)[0]
    assert asked in take_fields(text)[0]
    assert other in take_fields(text, swapped)[0]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("首台套保费一家企业一年最高补多少？", {Asked.AMOUNT}),
        ("智慧教育那项时限是几月", {Asked.DEADLINE}),
        ("垃圾分类宣传是哪个局负责的？", {Asked.OWNER}),
        ("单套公寓能纳入公租房管理吗", {Asked.CONDITIONS}),
        ("家里旧冰箱想换新的，有补贴吗，找谁", {Asked.AMOUNT, Asked.OWNER}),
        ("污水处理厂扩建", set()),
    ],
)
def test_hints(question, expected):
    """A question may ask for several things, or none by name."""
    assert hints(question) == expected


def test_what_documents_do_not_say_is_met_by_a_measure_that_does():
    """Who asks for papers is answered by a measure that lists them; nobody is told of a neighbour."""
    assert {Asked.MATERIALS, Asked.PERSONAL_CASE} <= NEAR_MISSES
    assert stated_by(Asked.MATERIALS, "申请人应提交以下材料")
    assert not stated_by(Asked.MATERIALS, "给予一次性补助")
    assert stated_by(Asked.PRICES, "水质检测费收费标准为每次80元")
    assert stated_by(Asked.PRICES, "供水费怎么收？居民用水每吨3.2元")
    assert not stated_by(Asked.PRICES, "每平方米补助20元")
    assert not stated_by(Asked.PRICES, "安装费每平方米补助20元")
    assert not stated_by(Asked.PERSONAL_CASE, "给予一次性补助")
    assert stated_by(Asked.AMOUNT, "给予一次性补助")


def test_a_new_word_is_one_line():
    """A line under words is read as a wish, as a hint and in a talk alike."""
    rows = read_rows('[deadline]\nlabel = "期限"\n[deadline.words]\n"末班日子" = "末班日子是哪天"\n')
    row = rows[Asked.DEADLINE]
    assert row.strict == row.generous == row.talked == ("末班日子",)


def test_an_unknown_row_or_column_is_an_error():
    """A slip of the pen is noticed when the table is read."""
    with pytest.raises(ValueError, match="dedline"):
        read_rows('[dedline]\nlabel = "期限"\n')
    with pytest.raises(TypeError, match="word"):
        read_rows('[deadline]\nlabel = "期限"\nword = {}\n')


def test_words_of_wishes_are_taken_out_of_a_question():
    """What is left is the topic."""
    assert without_wishes("低保找谁") == "低保"
