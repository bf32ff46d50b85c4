"""How much of a matter a measure of another place holds."""

import pytest

from bot.answering.wording.rare_words import Rarity, shared_matter

TEXTS = ("地理标志产品", "环境标志产品", "标志产品", "农产品")
RARITY = Rarity(len(TEXTS), lambda pair: sum(pair in text for text in TEXTS))


@pytest.mark.parametrize(
    ("words", "text", "other", "least", "most"),
    [
        ("地理标志产品奖", "对地理标志产品奖励", "地理标志产品奖补", 0.9, 1),
        ("地理标志产品奖", "对地理标志产品奖励", "采购环境标志产品", 0.1, 0.6),
        ("地理标志产品奖", "对地理标志产品奖励", "公务用车", 0, 0),
    ],
)
def test_rare_words_tell_whether_it_is_the_same_matter(words, text, other, least, most):
    """地理 stands in one text of four and outweighs 产品, which stands in all."""
    share = shared_matter([words], text, other, RARITY)
    assert share is not None
    assert least <= share <= most


def test_words_that_the_measure_lacks_tell_nothing():
    """None, and not 0: there is nothing to compare."""
    assert shared_matter(["拆船"], "老旧运输船舶报废", "老旧运输船舶报废", RARITY) is None


def test_a_particle_joins_no_words():
    """企业的贷款 is 企业 and 贷款, not 业的."""
    assert shared_matter(["企业的贷款"], "企业的贷款", "企业，贷款", RARITY) == 1
