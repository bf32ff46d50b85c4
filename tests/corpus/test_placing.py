"""Which region a document belongs to, and what told so."""

from pathlib import Path

import pytest

from corpus.drafts import DocumentDraft, RegionClue
from corpus.keeping.intake import read_intake

ITEMS = "一、房租补贴。每户每年补贴1000元。\n二、稳岗补贴。每招用1人补贴1000元。\n"


def read(path: Path, text: str, region: str | None = None) -> DocumentDraft:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (draft,) = read_intake(path, region).drafts
    return draft


@pytest.mark.parametrize(
    ("text", "region", "clue"),
    [
        (f"青禾县支持小微企业若干措施\n{ITEMS}", "青禾县", RegionClue.TITLE),
        (f"青禾县公租房常见问题解答\n{ITEMS}", "青禾县", RegionClue.TITLE),
        (f"支持小微企业若干措施\n{ITEMS}青禾县残疾人联合会\n2025年5月6日\n", "青禾县", RegionClue.ISSUER),
        (
            f"支持小微企业若干措施\n{ITEMS}青禾经济开发区管委会\n2025年5月6日\n",
            "青禾经济开发区",
            RegionClue.ISSUER,
        ),
        (
            f"支持社区商业若干措施\n{ITEMS}清河市南湖区城南街道办事处\n2025年5月6日\n",
            "清河市南湖区城南街道",
            RegionClue.ISSUER,
        ),
        (
            f"城关镇惠民政策清单\n{ITEMS}青禾县城关镇人民政府\n2025年5月6日\n",
            "青禾县城关镇",
            RegionClue.TITLE,
        ),
        (
            f"市政府办公室关于做好稳岗工作的通知\n宿政办发〔2025〕3号\n{ITEMS}宿迁市人民政府办公室\n2025年5月6日\n",
            "宿迁市",
            RegionClue.ISSUER,
        ),
        (
            f"中关村科技园区延庆园管理委员会支持创业若干措施\n{ITEMS}",
            "延庆区",
            RegionClue.TITLE,
        ),
        (
            f"关于做好广州市居民医保参保工作的通知\n{ITEMS}天河区医疗保障局\n2025年5月6日\n",
            "天河区",
            RegionClue.ISSUER,
        ),
        (
            f"关于做好广州市居民医保参保工作的通知\n{ITEMS}广州市医疗保障局\n天河区医疗保障局\n2025年5月6日\n",
            "广州市",
            RegionClue.TITLE,
        ),
        (f"青禾经济开发区北园支持创业若干措施\n{ITEMS}", "青禾经济开发区", RegionClue.TITLE),
        (
            "一、事项名称：档案接收\n二、实施机关：济南市槐荫区兴福街道办事处\n三、承诺时限：3个工作日\n"
            "四、收费标准：不收费\n",
            "济南市槐荫区兴福街道",
            RegionClue.PUBLISHER,
        ),
        (f"关于做好稳岗工作的通知\n穗人社发〔2025〕3号\n各单位：\n{ITEMS}", "广州市", RegionClue.NUMBER),
        (
            f"稳岗补贴申报指南\n来源：青禾县人力资源和社会保障局\n发布日期：2025-05-06\n{ITEMS}",
            "青禾县",
            RegionClue.ISSUER,
        ),
        (
            f"稳岗补贴申报指南\n来源：青禾县融媒体中心\n发布日期：2025-05-06\n{ITEMS}",
            "青禾县",
            RegionClue.PUBLISHER,
        ),
        (
            f"关于转发《淄博市低保办法》的通知\n{ITEMS}桓台县民政局\n2025年5月6日\n",
            "桓台县",
            RegionClue.ISSUER,
        ),
        (f"天河区积分入学指引\n{ITEMS}广州市天河区教育局\n2025年5月6日\n", "天河区", RegionClue.TITLE),
        (f"上城区人才政策\n{ITEMS}杭州市上城区人民政府办公室\n2025年5月6日\n", "上城区", RegionClue.TITLE),
        (f"清河市北湖区人才政策\n{ITEMS}", "清河市北湖区", RegionClue.TITLE),
        (f"国家税务总局厦门市税务局关于公布办税指南的通知\n{ITEMS}", "厦门市", RegionClue.TITLE),
        (
            f"关于办理外汇登记的通知\n{ITEMS}国家外汇管理局桓台县分局\n2025年5月6日\n",
            "桓台县",
            RegionClue.ISSUER,
        ),
        (f"关于纳税申报的提示\n{ITEMS}国家税务总局桓台县税务局  2025\n", "桓台县", RegionClue.ISSUER),
        (f"山东公布求职热线\n{ITEMS}", "山东省", RegionClue.TITLE),
        (f"新疆各地救助服务电话公布\n{ITEMS}", "新疆维吾尔自治区", RegionClue.TITLE),
        (f"山东路社区开放办事指南\n{ITEMS}青禾县民政局\n2025年5月6日\n", "青禾县", RegionClue.ISSUER),
        (
            f"滨江开发区小学招生通告\n{ITEMS}三、登记。登录青岛市新生登记系统。\n",
            "青岛市滨江开发区",
            RegionClue.TITLE,
        ),
        (
            f"滨江开发区小学招生通告\n{ITEMS}三、对象。青岛市、潍坊市居民。\n",
            "滨江开发区",
            RegionClue.TITLE,
        ),
    ],
)
def test_the_surest_clue_tells(tmp_path: Path, text: str, region: str, clue: RegionClue) -> None:
    """Title, issuer, number and source line, in that order."""
    draft = read(tmp_path / "a.txt", text)
    assert (draft.region, draft.region_clue) == (region, clue)


def test_file_and_folder_tell_where_the_text_does_not(tmp_path: Path) -> None:
    """The nearest folder first."""
    text = f"稳岗补贴申报指南\n{ITEMS}"
    by_file = read(tmp_path / "清河区" / "青禾县稳岗.txt", text)
    assert (by_file.region, by_file.region_clue) == ("青禾县", RegionClue.FILE)
    by_folder = read(tmp_path / "清河区" / "2025年" / "a.txt", text)
    assert (by_folder.region, by_folder.region_clue, by_folder.region_words) == (
        "清河区",
        RegionClue.FOLDER,
        "清河区",
    )


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("扬州高龄津贴申领指南", "扬州市"),
        ("关于贵港落户的问答", "贵港市"),
        ("广西养老服务指南", "广西壮族自治区"),
        ("中山路商圈服务指南", ""),
        ("武汉大学食堂服务指南", ""),
        ("白银回收服务指南", ""),
        ("朝阳产业服务指南", ""),
    ],
)
def test_a_title_may_call_a_city_without_its_level(tmp_path: Path, title: str, region: str) -> None:
    """Where nothing else tells; a road, a school, a word and what several places are called tell nothing."""
    assert read(tmp_path / "1.txt", f"{title}\n{ITEMS}").region == region
    issued = f"{title}\n{ITEMS}青禾县民政局\n2025年5月6日\n"
    assert read(tmp_path / "2.txt", issued).region == "青禾县"


def test_a_region_named_again_and_again_is_offered(tmp_path: Path) -> None:
    """Three times and no other; two regions in turn tell nothing."""
    often = "在广州市居住的家庭，持广州市户籍，到广州市各区窗口办理。"
    offered = read(tmp_path / "a.txt", f"公租房申请指南\n一、{often}\n二、材料。身份证。\n")
    assert (offered.region, offered.region_clue) == ("广州市", RegionClue.TEXT)
    both = "在广州市或者深圳市居住，广州市、深圳市、广州市、深圳市均可办理。"
    assert read(tmp_path / "b.txt", f"公租房申请指南\n一、{both}\n二、材料。身份证。\n").region == ""


@pytest.mark.parametrize(
    ("body", "region"),
    [
        (
            "一、表格可在山东省药品监管局网站下载。\n二、受理窗口：淄博市周村区新建路1号\n三、咨询地址：淄博市周村区新建路"
            "1号\n四、结果在淄博市政务网公开，也可到淄博市周村区新建路1号领取。",
            "周村",
        ),
        ("一、持证即可办理。\n二、受理地点：济南市槐荫区经十路2号\n三、当天办结。", "槐荫区"),
        ("一、办理地址：济南市槐荫区经十路2号\n二、办理地址：济南市历下区泉城路9号", ""),
        ("一、在德州市注册的企业可以申请。\n二、报送地址：济南市槐荫区经十路2号", ""),
    ],
)
def test_a_guide_that_names_no_place_is_of_where_it_is_applied_for(
    tmp_path: Path, body: str, region: str
) -> None:
    """What that lies in may be named too; of several addresses, or beside another place, none tells."""
    assert read(tmp_path / "甲.txt", f"第二类医疗器械备案服务指南\n\n{body}\n").region == region


def test_a_list_of_counties_is_the_city_s_that_they_lie_in(tmp_path: Path) -> None:
    """西湖区 lies in two cities, the others in 杭州市; three, or those of two cities, tell nothing."""
    named = "西湖区：5550101\n萧山区：5550102\n桐庐县：5550103\n"
    found = read(tmp_path / "a.txt", f"年报咨询电话\n{named}淳安县：5550104\n")
    assert (found.region, found.region_clue) == ("杭州市", RegionClue.TEXT)
    assert read(tmp_path / "b.txt", f"年报咨询电话\n{named}").region == ""
    assert read(tmp_path / "c.txt", f"年报咨询电话\n{named}天河区：5550104\n桓台县：5550105\n").region == ""


def test_what_the_whole_country_issues_belongs_to_no_region(tmp_path: Path) -> None:
    """Even in a folder that names one."""
    text = f"国务院关于做好稳岗工作的意见\n国发〔2025〕3号\n{ITEMS}国务院\n2025年5月6日\n"
    assert read(tmp_path / "青禾县" / "a.txt", text).region == ""


def test_who_brings_a_file_decides(tmp_path: Path) -> None:
    """Before all that the text says."""
    draft = read(tmp_path / "a.txt", f"青禾县支持小微企业若干措施\n{ITEMS}", "清河区")
    assert (draft.region, draft.region_clue) == ("清河区", RegionClue.NAMED)


@pytest.mark.parametrize(
    ("words", "region"),
    [
        ("在北京市注册的企业", "北京市朝阳区"),
        ("在长春市注册的企业", "长春市朝阳区"),
        ("在吉林省注册的企业", "长春市朝阳区"),
        ("在北京市或者长春市注册的企业", "朝阳区"),
        ("在本区注册的企业", "朝阳区"),
    ],
)
def test_a_name_that_several_share_is_told_apart_by_the_city_that_the_text_speaks_of(
    tmp_path: Path, words: str, region: str
) -> None:
    """Beijing and Changchun have a 朝阳区; where the text speaks of both or neither, it stays open."""
    text = (
        f"朝阳区支持企业若干措施\n一、房租补贴。{words}，每家最高补贴10万元。\n二、贷款贴息。最高50万元。\n"
    )
    assert read(tmp_path / "a.txt", text).region == region


@pytest.mark.parametrize(
    ("text", "region", "clue"),
    [
        (
            f"关于共同发放稳岗补贴的通知\n{ITEMS}徐州市人力资源和社会保障局\n宿州市人力资源和社会保障局\n2025年5月6日\n",
            "徐州市、宿州市",
            RegionClue.ISSUER,
        ),
        (f"徐州市与宿州市跨省通办事项办法\n{ITEMS}", "徐州市、宿州市", RegionClue.TITLE),
        (f"关于印发云龙区、泉山区稳岗办法的通知\n{ITEMS}", "云龙区、泉山区", RegionClue.TITLE),
        (
            f"徐州市与宿州市跨省通办事项办法\n{ITEMS}徐州市人民政府\n2025年5月6日\n",
            "徐州市",
            RegionClue.TITLE,
        ),
        (f"徐州市云龙区稳岗办法\n{ITEMS}", "云龙区", RegionClue.TITLE),
    ],
)
def test_what_two_places_issue_together_is_of_both(
    tmp_path: Path, text: str, region: str, clue: RegionClue
) -> None:
    """Both sign it, or its title names both and nobody has signed; not a district behind its city."""
    draft = read(tmp_path / "a.txt", text)
    assert (draft.region, draft.region_clue) == (region, clue)


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("徐州市人力资源和社会保障局将升级系统。", "徐州市"),
        ("由徐州市人社局受理。", "徐州市"),
        ("徐州市人力资源和社会保障局、宿州市人力资源和社会保障局互认。", ""),
        ("材料报江苏省人力资源和社会保障厅。", ""),
        ("宿州市民政局的做法可以参考。", ""),
    ],
)
def test_a_body_that_signs_by_its_level_is_of_the_place_that_its_full_name_tells(
    tmp_path: Path, said: str, region: str
) -> None:
    """市人社局 alone may be that of any city; the name of another body, or two such names, tell nothing."""
    text = f"市人社局关于暂停办理业务的通告\n{said}\n{ITEMS}市人社局\n2025年5月6日\n"
    assert read(tmp_path / "a.txt", text).region == region


@pytest.mark.parametrize(
    ("titled", "signed", "region"),
    [
        ("省农机中心", "江苏省农业机械服务中心", "江苏省"),
        ("自治区水利厅", "宁夏回族自治区水利厅", "宁夏回族自治区"),
        ("市农机中心", "市农机中心", ""),
    ],
)
def test_who_signs_in_full_tells_the_place_of_a_title_with_a_level_alone(
    tmp_path: Path, titled: str, signed: str, region: str
) -> None:
    """省 and 自治区 are the names of no place."""
    draft = read(tmp_path / "a.txt", f"{titled}关于举办农机培训班的通知\n{ITEMS}{signed}\n2025年5月6日\n")
    assert (draft.issuer, draft.region) == (signed, region)


ARTICLE = (
    "<h1>高龄津贴申领指南</h1><p>一、对象。年满80周岁的老人。</p><p>二、标准。每人每月100元，按季发放。</p>"
)


@pytest.mark.parametrize(
    ("title", "foot", "region"),
    [
        ("高龄津贴申领指南-徐州市人民政府", "", "徐州市"),
        ("高龄津贴申领指南_徐州市民政局门户网站", "", "徐州市"),
        ("徐州市民政局", "", "徐州市"),
        ("高龄津贴申领指南", "主办：徐州市民政局 苏ICP备1号", "徐州市"),
        ("高龄津贴申领指南", "技术支持：徐州市青禾软件有限公司", ""),
        ("高龄津贴申领指南-宿州在线", "", ""),
    ],
)
def test_a_page_that_nothing_else_places_is_of_whoever_runs_its_site(
    tmp_path: Path, title: str, foot: str, region: str
) -> None:
    """Its name stands behind the title or in the foot; who built the site, or a portal, runs no office."""
    head = f"<html><head><title>{title}</title></head>"
    text = f"{head}<body>{ARTICLE}<div class='footer'>{foot}</div></body></html>"
    assert read(tmp_path / "a.html", text).region == region


@pytest.mark.parametrize(
    ("filed", "signed", "region"),
    [
        ("青禾县", "北郊镇人民政府", "青禾县北郊镇"),
        ("青禾县", "青禾县北郊镇人民政府", "青禾县北郊镇"),
        ("周村", "王村镇人民政府", "周村区王村镇"),
        ("青禾县", "青禾县民政局", "青禾县"),
        ("青禾县", "南湖县北郊镇人民政府", "青禾县"),
        ("清河市", "北郊镇人民政府", "清河市北郊镇"),
        ("", "李村镇人民政府", "李村镇"),
    ],
)
def test_the_paper_of_a_town_is_the_towns_whoever_files_it_under_the_county(
    tmp_path: Path, filed: str, signed: str, region: str
) -> None:
    """A place that the paper contradicts stays as it was said."""
    text = f"关于做好2027年度居民医保缴费的通知\n{ITEMS}{signed}\n2026年5月6日\n"
    assert read(tmp_path / "a.txt", text, filed or None).region == region


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("王村镇农村改厕管护问答", "周村区王村镇"),
        ("关于王村镇改厕管护的问答", "周村"),
        ("农村改厕管护问答", "周村"),
    ],
)
def test_a_title_that_begins_with_a_town_tells_where_nobody_signs(
    tmp_path: Path, title: str, region: str
) -> None:
    """Filed under the county; a town within a title may be what a paper of the county is about."""
    text = f"{title}\n\n问：厕所满了找谁抽？\n答：拨打5550133。\n\n问：抽一次多少钱？\n答：20元。\n"
    assert read(tmp_path / "a.txt", text, "周村").region == region
