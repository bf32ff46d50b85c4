"""What a measure prints of the points that a question asks for."""

from datetime import date

import pytest

from corpus.catalog import Catalog
from retrieval.deciding.printed_points import PrintedPoints, printed_points
from retrieval.question import Query
from retrieval.retriever import Retriever

STIPEND = "周政办字〔2020〕29号#全文"
"""城市低保标准由每人每月592元提高到663元，自2020年1月1日起执行。"""
STAMPS = "聊政发〔2021〕7号#一（一）"
"""为新开办企业、个体工商户免费刻制公章，实行公章赠送。"""


@pytest.fixture
def read(catalog: Catalog, retriever: Retriever):
    """A question read against a measure, by its id."""
    measures = {measure.id: measure for measure in catalog.measures}

    def points(question: str, measure: str) -> PrintedPoints:
        query: Query = retriever.understand(question, date(2026, 11, 21))
        return printed_points(query, measures[measure], "")

    return points


def test_a_point_is_printed_or_not(read):
    """The sum stands there, an address nowhere."""
    assert read("低保一个月多少钱", STIPEND).stated == 1.0
    assert read("低保在哪条街办", STIPEND).stated == -1.0


def test_of_several_points_each_must_be_printed(read):
    """A sum alone does not answer whoever asks for a phone too."""
    assert read("低保多少钱，打什么电话问", STIPEND).stated == -1.0


def test_nothing_is_said_of_points_where_none_is_asked_for(read):
    """The likest sentence then tells how near the words are: 公 and 章 stand in it, 丢 does not."""
    points = read("公章丢", STAMPS)
    assert (points.asked, points.stated) == (False, 0.0)
    assert points.nearness == pytest.approx(2 / 3)


def test_a_point_that_is_not_printed_is_near_no_words(read):
    """However much of the question another sentence has."""
    assert read("公章在哪条街刻", STAMPS).nearness == 0.0
