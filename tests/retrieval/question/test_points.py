"""Which points questions ask for and texts print: the examples of the table and whole questions."""

import re

import pytest

from retrieval.question.points import POINTS, Point, points_asked, prints_point
from retrieval.text import plain

ROWS = POINTS.rows.items()
ASKED = [(point, pattern, text) for point, row in ROWS for pattern, text in row.asked.items()]
STATED = [(point, pattern, text) for point, row in ROWS for pattern, text in row.stated.items()]


def test_every_point_has_a_row_and_a_label():
    """A point without a row is never asked for; one without a label could not be said to be missing."""
    assert set(POINTS.rows) == set(Point)
    assert all(row.label for row in POINTS.rows.values())


@pytest.mark.parametrize(("point", "pattern", "text"), [*ASKED, *STATED])
def test_every_pattern_reads_its_example(point, pattern, text):
    """A pattern that reads nothing is a line too many."""
    assert re.search(pattern, plain(text))


@pytest.mark.parametrize(("point", "text"), [(point, text) for point, row in ROWS for text in row.not_asked])
def test_counter_examples_ask_for_something_else(point, text):
    """Each stands beside the point with which it could be confused."""
    assert point not in points_asked(plain(text))


@pytest.mark.parametrize(("point", "text"), [(point, text) for point, row in ROWS for text in row.not_stated])
def test_counter_examples_print_something_else(point, text):
    """Each stands beside the point with which it could be confused."""
    assert not prints_point(point, plain(text))


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("装个充电桩给补多少，几天能批下来", {Point.SUM, Point.SPAN}),
        ("水表坏了换新的钱谁掏", {Point.BEARER}),
        ("残联在哪栋楼，周六开门吗", {Point.ADDRESS, Point.HOURS}),
        ("娃满几岁能上公办园", {Point.AGE}),
        ("路边摊离学校多少米才行", {Point.LENGTH}),
        ("一年要体检几回", {Point.TIMES}),
        ("社保卡丢了咋办", set()),
        ("等了好几个月没人理，找谁", set()),
        ("他打电话叫我去，我该不该去", set()),
    ],
)
def test_questions_ask_for_points(question, points):
    """How they are worded on the street; what is only told asks for none."""
    assert set(points_asked(plain(question))) == points


@pytest.mark.parametrize(
    ("point", "printing", "silent"),
    [
        (Point.SUM, "每桩一次性补贴六百元", "对充电桩给予补贴"),
        (Point.SPAN, "自受理之日起七个工作日内答复", "应当及时答复"),
        (Point.ADDRESS, "受理地点：解放路12号", "由区残联受理"),
        (Point.AGE, "年满三周岁的儿童", "适龄儿童"),
        (Point.BEARER, "所需费用由供水企业承担", "供水企业负责更换"),
        (Point.PHONE, "咨询电话：0533-6801771", "可以电话咨询"),
    ],
)
def test_texts_print_points_or_are_silent(point, printing, silent):
    """The same matter with the very point, and without."""
    assert (prints_point(point, plain(printing)), prints_point(point, plain(silent))) == (True, False)
