"""Regions as titles, issuers and names of files name them."""

import pytest

from corpus.gazetteer import load_gazetteer
from corpus.region_names import first_toponym, toponym_at, toponyms_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("青禾县支持小微企业若干措施", ("青禾县",)),
        ("关于印发青禾县支持小微企业若干措施的通知", ("青禾县",)),
        ("关于印发《青禾市科技创新若干政策》的通知", ("青禾市",)),
        ("2026年广州市天河区公办幼儿园招生指引", ("广州市", "天河区")),
        ("关于提高苍南县高龄津贴标准的通知", ("苍南县",)),
        ("山东省济宁市微山县", ("山东省", "济宁市", "微山县")),
        ("佛山市南海区桂城街道办事处", ("佛山市", "南海区", "桂城街道")),
        ("青禾县城关镇人民政府", ("青禾县", "城关镇")),
        ("城南街道支持社区商业若干措施", ("城南街道",)),
        ("长沙经济技术开发区管委会", ("长沙经济技术开发区",)),
        ("江苏常州经济开发区党政办公室", ("江苏", "常州经济开发区")),
        ("青禾县经济开发区管委会", ("青禾县", "经济开发区")),
        ("济宁高新区人才政策", ("济宁高新区",)),
        ("内蒙古自治区呼和浩特市新城区", ("内蒙古自治区", "呼和浩特市", "新城区")),
        ("青禾市民政局", ("青禾市",)),
        ("青禾县城乡居民医保", ("青禾县",)),
        ("青禾县返乡下乡创业政策汇编", ("青禾县",)),
        ("青禾县农民工返乡创业补贴", ("青禾县",)),
        ("青禾县家电下乡补贴办法", ("青禾县",)),
        ("青禾县三下乡活动安排", ("青禾县",)),
        ("青禾县桥下乡高龄津贴", ("青禾县", "桥下乡")),
        ("中共青禾县委组织部", ("青禾县",)),
        ("关于提高青禾县高龄津贴标准的通知", ("青禾县",)),
        ("关于受理天河区人才公寓申请的公告", ("天河区",)),
        ("关于发放青禾县高龄津贴的公告", ("青禾县",)),
        ("关于申领清河区一次性创业补贴的通告", ("清河区",)),
        ("关于修改《清河区养犬管理办法》的决定", ("清河区",)),
        ("关于延边州供水报装方案的通知", ("延边州",)),
        ("黔东南州凯里市停车管理办法", ("黔东南州", "凯里市")),
        ("青岛市北岭地区人才租房补贴细则", ("青岛市", "北岭地区")),
        ("上海市东滩新片区招商政策", ("上海市", "东滩新片区")),
        ("青岛市沿海地区渔民转产办法", ("青岛市",)),
        ("2026学年青岛市城区初中招生通告", ("青岛市",)),
        ("晋城市城区小学入学办法", ("晋城市", "城区")),
    ],
)
def test_a_region_is_read_level_by_level(text: str, names: tuple[str, ...]) -> None:
    """Known divisions and invented ones, towns, streets and development zones."""
    found = first_toponym(text)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "text",
    [
        "关于加强社区建设的通知",
        "关于推进合作市场监管的意见",
        "振兴城市更新若干措施",
        "关于适应城市更新要求的通知",
        "市政府办公室关于做好防汛工作的通知",
        "各县区残联",
        "县残联",
        "全市社会救助标准",
        "城市管理局",
        "工业园区企业扶持政策",
        "小区物业管理办法",
        "国家市场监督管理总局",
        "关于转发《淄博市低保办法》的通知",
        "电子居住证如何申领",
        "关于促进老城区发展的意见",
        "开发区企业奖励办法",
        "东部新区建设方案",
        "致全区企业的一封信",
        "三县一区招生方案",
        "养老院区域分布",
        "关于做好2025年度市直单位招聘计划申报工作的通知",
    ],
)
def test_words_that_end_like_a_region_are_none(text: str) -> None:
    """社区, 城市, 各县区, and the region of a document that is passed on."""
    assert first_toponym(text) is None


def test_running_text_names_divisions_in_full() -> None:
    """合作市 in 合作市场 is none."""
    named = [found.names for found in toponyms_in("在广州市办理，推进合作市场，天河区户籍的到浙江省温州市。")]
    assert named == [("广州市",), ("天河区",), ("浙江省", "温州市")]


def test_a_region_begins_where_it_is_asked_for() -> None:
    """Behind 关于."""
    found = toponym_at("关于青禾县的意见", 2)
    assert found is not None
    assert (found.start, found.end) == (2, 5)


def test_a_county_of_one_name_tells_what_it_belongs_to() -> None:
    """One 苍南县 in China, four 鼓楼区, each within a city."""
    gazetteer = load_gazetteer()
    assert gazetteer.above("苍南县") == ("浙江省", "温州市")
    assert gazetteer.above("鼓楼区") == ()
    assert gazetteer.within("鼓楼区", "南京市") == ("江苏省", "南京市")
    assert "青禾县" not in gazetteer
