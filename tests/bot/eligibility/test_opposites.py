"""What speaks against a condition whose figure fits."""

import tomllib

import pytest

from bot.eligibility.leaving_open.opposites import OPPOSITES_FILE, default_opposites, speaks_against

ROWS = tomllib.loads(OPPOSITES_FILE.read_text(encoding="utf-8"))["opposite"]
CARS = "对个人消费者报废国三及以下排放标准燃油乘用车并购买新能源乘用车的，补贴1万元"
HOUSES = "老旧小区是指2005年底前在城市或县城国有土地上建成的住宅小区"


@pytest.mark.parametrize(
    ("pattern", "question"),
    [pair for row in ROWS for pair in row["told"].items()],
    ids=lambda words: words[:20],
)
def test_each_pattern_reads_its_example(pattern, question):
    row = next(row for row in default_opposites() if pattern in [told.pattern for told in row.told])
    assert next(told for told in row.told if told.pattern == pattern).search(question)


@pytest.mark.parametrize(("name", "question"), [(row["name"], q) for row in ROWS for q in row["not_told"]])
def test_what_only_sounds_alike_speaks_against_nothing(name, question):
    row = next(row for row in default_opposites() if row.name == name)
    assert not any(told.search(question) for told in row.told)


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("国三车去年卖给车贩子了，换电车补吗", CARS, True),
        ("厂里的国三面包车报废补吗", CARS, True),
        ("国三车过户给亲戚了还补吗", CARS, True),
        ("我的国三车上月报废了", CARS, False),
        ("2003年的房，不过是村里集体土地", HOUSES, True),
        ("2003年的小区能改造吗", HOUSES, False),
        ("我把国三的车卖了", HOUSES, False),
    ],
)
def test_only_what_the_text_asks_for_is_spoken_against(question, sentence, expected):
    assert speaks_against(question, sentence, sentence) is expected


def test_an_exception_counts_wherever_the_measure_prints_it():
    text = f"{HOUSES}。改造不含住宅拆除新建。"
    assert speaks_against("我们小区2003年的，打算拆了重建", HOUSES, text)
