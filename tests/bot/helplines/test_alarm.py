"""What sounds like danger is heard by words and vector together, without the encoder's vector by words."""

import numpy as np

from bot.helplines import make_alarm, words_alarm
from embeddings import make_encoder


class _Stranger:
    """An encoder that the model was not fitted with."""

    name = "stranger"
    dim = 3

    def encode_queries(self, texts):
        raise AssertionError(texts)

    def encode_passages(self, texts):
        return np.zeros((len(texts), self.dim), dtype=np.float32)


def test_another_encoder_leaves_the_alarm_to_the_words():
    """Its vectors mean something else."""
    assert make_alarm(_Stranger()) is words_alarm


def test_the_vector_hears_what_is_told_in_new_words():
    """Of no row and no example; of small talk in like words at most half alarms."""
    alarm = make_alarm(make_encoder())
    told = [
        "俺弟的手卷进脱粒机里了，血流了一地",
        "屋里一股臭鸡蛋味，老伴说头晕得站不住",
        "三楼那家窗户往外冒黑烟",
        "有人拿砖头砸我家玻璃，往屋里闯",
    ]
    harmless = [
        "昨天把脱粒机卖了，换了台新的",
        "鸡蛋放坏了，一股臭味，扔了",
        "三楼那家换了新窗户，挺亮堂",
        "邻居拉来一车砖头，准备盖厨房",
    ]
    assert all(map(alarm, told))
    assert sum(map(alarm, harmless)) <= len(harmless) / 2
