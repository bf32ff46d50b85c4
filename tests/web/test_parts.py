"""The parts of the web that need no server."""

from datetime import date

import pytest

from bot.web.addresses import measure_address, measure_named
from bot.web.offers.marking import dialled, excerpt, linked, marked
from bot.web.offers.searching import Facet, entries_of, entry_of, kinds_of_help, look_up, words_of
from bot.web.offers.shelf import Shelf
from tests.bundled import bundled_catalog
from tests.web.scripted import FRIDGE, TODAY


@pytest.fixture(scope="module")
def entries():
    return entries_of(bundled_catalog())


def test_an_address_leads_back_to_its_measure():
    """Written with a slash or with #, and also where the item itself holds a slash."""
    assert measure_address("周村2022稳中求进清单#19-1").endswith("/19-1")
    assert measure_named("周政办字〔2024〕11号/19", {FRIDGE}) == FRIDGE
    assert measure_named(FRIDGE, {FRIDGE}) == FRIDGE
    assert measure_named("甲/乙/丙", {"甲#乙/丙"}) == "甲#乙/丙"
    assert measure_named("../../etc/passwd", {FRIDGE}) is None


def test_matches_are_marked_and_everything_else_is_escaped():
    """A tag in the text or in the word typed stays text."""
    assert marked("旧<b>冰箱", ["冰箱"]) == "旧&lt;b&gt;<mark>冰箱</mark>"
    assert marked("a<script>b", ["<script>"]) == "a<mark>&lt;script&gt;</mark>b"


def test_a_number_is_dialled_with_a_tap():
    """Area code and hotline; a year is no phone."""
    link = '电话 <a class="tel" href="tel:05336195136">0533-6195136</a>，2024年'
    assert dialled("电话 0533-6195136，2024年") == link
    assert dialled("电话（号码未经核对）0532-88881234") == "电话（号码未经核对）0532-88881234"
    assert "tel:12345" in dialled("12345政务服务便民热线")


def test_an_excerpt_is_verbatim_around_the_first_match():
    """An ellipsis says where it was cut."""
    assert excerpt("甲乙丙丁戊己", ["丙"], 1) == "…乙丙丁…"
    assert excerpt("甲乙", ["甲"]) == "甲乙"


def test_every_word_must_stand_in_the_measure(entries):
    """冰箱 and 空调 stand together in item 19 of the policy list of 2024 alone."""
    found = look_up(entries, words_of("冰箱 空调"), {}, TODAY)
    assert [entry.measure.id for entry in found.entries] == [FRIDGE]


def test_a_facet_counts_what_it_would_leave(entries):
    """Chosen or not, the count beside a value is what choosing it shows."""
    words = words_of("补贴")
    counts = look_up(entries, words, {}, TODAY).counts
    for facet in Facet:
        for value, count in counts[facet]:
            assert len(look_up(entries, words, {facet: value}, TODAY).entries) == count


def test_validity_is_judged_on_the_day(entries):
    """Item 19 was in force in October 2024 and is not today."""
    words = words_of("冰箱 空调")
    chosen = {Facet.STATE: "in_force"}
    assert look_up(entries, words, chosen, date(2024, 10, 1)).entries
    assert not look_up(entries, words, chosen, TODAY).entries


def test_kinds_of_help_are_told_by_the_words():
    """Item 7's 一次性定额补助 is money; a text without any sign is of no kind."""
    assert kinds_of_help("给予一次性定额补助") == ("资金补助",)
    assert kinds_of_help("加强宣传") == ()


def test_what_is_denied_is_no_help():
    """But what the same text gives is."""
    assert kinds_of_help("列入严重失信名单的，不予奖补；三年内不得享受补贴。") == ()
    assert kinds_of_help("最高补助10万元，弄虚作假的不再享受补贴。") == ("资金补助",)


def test_a_measure_is_ready_to_be_looked_up_alone_as_among_all(entries):
    """Its words, its kinds and its term are the same; no other measure is read for it."""
    among = entries[40]
    alone = entry_of(among.catalog, among.measure)
    for seen in (lambda entry: entry.words, lambda entry: entry.title, lambda entry: entry.text):
        assert seen(alone) == seen(among)
    assert all(alone.values(facet, TODAY) == among.values(facet, TODAY) for facet in Facet)


def test_the_departments_of_a_region_are_counted_alone():
    """As when all regions are."""
    catalog = bundled_catalog()
    one, every = Shelf(catalog).bodies, dict(Shelf(catalog).bodies)
    assert list(every) == list(one)
    assert one["周村"] == every["周村"]
    assert [body.measures for body in one["周村"]] == sorted((b.measures for b in one["周村"]), reverse=True)


@pytest.mark.parametrize(
    "text",
    ["请登录https://a.gov.cn/x。电话0533-6195136", "（https://a.gov.cn/x）", "https://a.gov.cn/x, 或到窗口"],
)
def test_an_address_ends_where_the_sentence_goes_on(text):
    """Neither the mark behind it nor a phone is part of the link."""
    link = '<a href="https://a.gov.cn/x" rel="noreferrer">https://a.gov.cn/x</a>'
    assert linked(text) == text.replace("https://a.gov.cn/x", link)


def test_an_address_keeps_what_it_asks_for():
    """A question mark, an ampersand and a slash at the end belong to it."""
    assert 'href="http://a.cn/q?id=3&amp;p=~/"' in linked("见http://a.cn/q?id=3&p=~/。")
