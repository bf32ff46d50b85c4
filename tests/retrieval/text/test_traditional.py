"""Traditional characters."""

import pytest

from retrieval.text.traditional import simplified


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("舊冰箱換新有補貼嗎", "旧冰箱换新有补贴吗"),
        ("請問發展改革局電話", "请问发展改革局电话"),
        ("著名商標乾淨", "著名商标干净"),
        ("乾安縣購房補貼怎麼領", "乾安县购房补贴怎么领"),
        ("乾潭鎮的豬肉乾攤位怎麼辦證", "乾潭镇的猪肉干摊位怎么办证"),
        ("旧冰箱换新有补贴吗 pue", "旧冰箱换新有补贴吗 pue"),
    ],
)
def test_traditional_characters_become_simplified(written, read):
    """Simplified text stays as it is."""
    assert simplified(written) == read
