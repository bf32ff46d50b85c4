"""Words that look like departments and are none, and brackets that name who does it in two ways."""

from pathlib import Path

import pytest

from corpus.departments import load_names
from corpus.drafts import DocumentDraft
from corpus.extraction.assemble import assemble
from corpus.extraction.duties.sentence_duties import sentence_duties
from corpus.extraction.evened_words import Words
from corpus.extraction.naming.named_bodies import name_body
from corpus.keeping.intake import read_intake
from corpus.text.body_mentions import find_bodies

TITLE = "青禾县人力资源和社会保障局关于印发就业见习管理办法的通知"


def draft_of(tmp_path: Path, *lines: str) -> DocumentDraft:
    path = tmp_path / "文件.txt"
    path.write_text("\n".join((TITLE, "青人社发〔2025〕3号", *lines)), encoding="utf-8")
    (draft,) = read_intake(path).drafts
    return draft


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("见习基地是指经过县人力资源社会保障局认定的单位", ["县人力资源社会保障局"]),
        ("属于县市场监管局管辖的案件", ["县市场监管局"]),
        ("受区民政部门委托", ["区民政部门"]),
        ("强化社区养老服务中心建设", []),
        ("优化社区卫生服务中心布局", []),
        ("完善县就业服务中心功能", ["县就业服务中心"]),
    ],
)
def test_verbs_before_a_name_are_no_part_of_it(text: str, names: list[str]) -> None:
    assert [body.name for body in find_bodies(text, bare=True)] == names


@pytest.mark.parametrize(
    "text",
    [
        "强化社区养老服务中心建设。",
        "属于县市场监管局管辖的除外。",
        "受区民政部门委托的机构可以申请。",
        "县公安局委托的服务机构应当一次告知。",
        "县民政局授权的评估机构负责上门评估。",
        "城东城区中心校所属各小学负责接收。",
    ],
)
def test_sentences_that_only_mention_a_body_give_it_nothing(text: str) -> None:
    assert sentence_duties(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "由县公安机关处五十元罚款。",
        "县公安局处以警告。",
        "配合县住房保障部门做好查处工作。",
    ],
)
def test_what_a_body_does_is_no_office_of_it(text: str) -> None:
    """处 as a verb, and what else a body does, right behind its name."""
    assert [body.office for body in find_bodies(text, bare=True)] == [None]


@pytest.mark.parametrize(
    ("printed", "department"),
    [
        ("（一）初核机构：县就业服务中心（以下简称县就业中心）", "县就业服务中心"),
        ("（二）复核机构：县人社局", "县人社局"),
        ("1.受理单位：北郊镇人民政府", "北郊镇人民政府"),
        ("县就业服务中心（简称就业中心）", "县就业服务中心"),
    ],
)
def test_a_label_before_a_name_is_no_part_of_it(printed: str, department: str) -> None:
    assert name_body(Words.of(printed)).department == department


@pytest.mark.parametrize(
    "line", ["见习单位应当履行以下职责：", "见习单位不得有下列行为：", "主办单位履行职责如下："]
)
def test_a_line_that_announces_duties_names_no_department(line: str, tmp_path: Path) -> None:
    draft = draft_of(
        tmp_path, "第一章 总则", "第一条 为规范见习，制定本办法。", "第二章 见习单位职责", f"第二条 {line}",
        "（一）提供合适的岗位；", "（二）按月发放补贴。", "第三章 附则", "第三条 本办法自印发之日起施行。",
    )  # fmt: skip
    measures = assemble(draft, load_names()).measures
    assert [duty.department for measure in measures for duty in measure.responsibilities] == []


@pytest.mark.parametrize(
    ("bracket", "named"),
    [
        (
            "（地方人民政府相关部门负责，商务部、最高人民法院指导）",
            [("地方人民政府相关部门", "lead"), ("商务部", "support"), ("最高人民法院", "support")],
        ),
        (
            "（各镇人民政府负责，县民政局、县财政局指导）",
            [("各镇人民政府", "lead"), ("县民政局", "support"), ("县财政局", "support")],
        ),
        (
            "（县人民政府有关部门负责，市商务局指导）",
            [("县人民政府有关部门", "lead"), ("市商务局", "support")],
        ),
    ],
)
def test_those_who_guide_others_support_them(
    bracket: str, named: list[tuple[str, str]], tmp_path: Path
) -> None:
    sentence = "支持有条件的地方探索家政服务人员休息时间的保障办法。"
    draft = draft_of(tmp_path, f"（一）探索权益保障。{sentence}{bracket}", f"（二）规范用工。{sentence}")
    duties = assemble(draft, load_names()).measures[0].responsibilities
    assert [(duty.department, duty.role.value) for duty in duties] == named


@pytest.mark.parametrize(
    ("first", "second", "items"),
    [
        ("什么情况需要办理转移？", "转移材料", ["一（一）", "一（二）", "二（一）", "二（二）"]),
        ("转移条件怎么规定", "办理渠道有哪些？", ["一（一）", "一（二）", "二（一）", "二（二）"]),
        ("什么情况需要办理转移？", "需要什么材料？", ["一", "二"]),
    ],
)
def test_one_question_among_titles_is_a_title(
    first: str, second: str, items: list[str], tmp_path: Path
) -> None:
    conditions = (
        "（一）转入申请", "参保人在本省参保缴费后，可以向社保经办机构提出转入申请，由其受理。",
        "（二）转出申请", "参保人离开本省就业的，可以向新就业地提出申请，本省按规定办理转出。",
    )  # fmt: skip
    ways = (
        "（一）线上办理", "参保人登录社保服务平台，填写申请表并上传身份证照片，三个工作日内办结。",
        "（二）窗口办理", "参保人带身份证原件到镇便民服务中心的社保窗口填写申请表，当场办结。",
    )  # fmt: skip
    draft = draft_of(tmp_path, f"一、{first}", *conditions, f"二、{second}", *ways)
    assert [measure.item for measure in draft.measures] == items


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("要求县教育局做好准备", ["县教育局"]),
        ("责成区住建局整改", ["区住建局"]),
        ("由市财政纳入市社保机构部门预算", []),
        ("青禾县师生发展指导中心", ["青禾县师生发展指导中心"]),
        ("县消费维权协调中心", ["县消费维权协调中心"]),
        ("青禾市教育考试院", ["青禾市教育考试院"]),
        ("省、自治区、直辖市公安机关", []),
        ("各区（市）县教育行政部门", []),
        ("各县（市、区）市场监管局", []),
        ("依法移送司法机关", []),
        ("清运工作的证明由青禾区建设和水务局开具", ["青禾区建设和水务局"]),
        ("县水利和湖泊局负责巡查", ["县水利和湖泊局"]),
        ("市绿化和市容管理局受理", ["市绿化和市容管理局"]),
        ("县市场监管局和县公安局负责", ["县市场监管局", "县公安局"]),
        ("由县教育局和财政局会签", ["县教育局", "财政局"]),
    ],
)
def test_words_around_a_name_are_no_part_of_it(text: str, names: list[str]) -> None:
    assert [body.name for body in find_bodies(text, bare=True)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县财政、审计部门", ["县财政部门", "县审计部门"]),
        ("由市发展改革、财政、民政等部门负责", ["市发展改革部门", "市财政部门", "市民政部门"]),
        ("市区财政、审计部门", ["市区财政部门", "市区审计部门"]),
        (
            "经青禾县住房保障、民政及公安行政主管部门审核",
            ["青禾县住房保障部门", "青禾县民政部门", "青禾县公安部门"],
        ),
        ("县财政局、县审计局", ["县财政局", "县审计局"]),
    ],
)
def test_matters_that_share_a_level_are_bodies_each(text: str, names: list[str]) -> None:
    assert [body.name for body in find_bodies(text, bare=True)] == names


@pytest.mark.parametrize(
    "text", ["县价格主管部门依法查处。", "青禾县教育局门户网站发布公告。", "县公安局予以行政处罚。"]
)
def test_what_follows_a_body_is_no_office_of_it(text: str) -> None:
    assert [body.office for body in find_bodies(text, bare=True)] == [None]


def test_all_bodies_of_a_list_share_its_duties() -> None:
    text = "县发展改革委、县财政局、青禾银监局、县审计局按照各自职责分工，负责有关监督工作。"
    assert [duty.department for duty in sentence_duties(text)] == [
        "县发展改革委",
        "县财政局",
        "青禾银监局",
        "县审计局",
    ]


@pytest.mark.parametrize(
    "line", ["每名学生只可申报一所学校。", "每人限报一家公司。", "不得重复报名两个中心。"]
)
def test_a_sentence_that_ends_in_a_kind_of_body_names_none(tmp_path: Path, line: str) -> None:
    """A first line that says what people may do is no heading of a department."""
    draft = draft_of(
        tmp_path, f"一、{line}", "注：请谨慎选择，报名成功后不可更改。", "二、报名截止后不再受理。"
    )
    document = assemble(draft, load_names())
    assert [measure.responsibilities for measure in document.measures] == [(), ()]


def test_a_sentence_below_a_label_alone_is_no_list_of_names(tmp_path: Path) -> None:
    """What is done stands before 由: it is no part of the name of who does it."""
    draft = draft_of(
        tmp_path, "一、实施主体", "全县供水改造由县水利局、县财政局组织实施。", "二、其他", "按规定执行。"
    )
    document = assemble(draft, load_names())
    named = [duty.department for measure in document.measures for duty in measure.responsibilities]
    assert named == ["县水利局", "县财政局"]


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (
            ("【主管部门】县住建局负责建立全县统一的信息平台，对全县租售活动实行监督管理和指导。",),
            ["县住建局"],
        ),
        (("每人补贴200元。", "【主管部门】县住建局、县财政局"), ["县住建局", "县财政局"]),
        (("（没有单位的人员由镇政府、街道办事处负责）", "单位按月申报。"), ["镇政府", "街道办事处"]),
        (("确保农村学生升入优质高中的机会", "县内高中定向招生。"), []),
        (("县档案馆是本级政府指定查阅文件的中心。", "查阅免费。"), []),
        (("县公安局承担人口管理办公室日常工作。",), ["县公安局"]),
    ],
)
def test_names_hold_no_sentence(tmp_path: Path, lines: tuple[str, ...], named: list[str]) -> None:
    """What is said of a body, before its name or behind it, is no part of it, nor of its office."""
    first, *others = lines
    draft = draft_of(tmp_path, f"一、{first}", *others, "二、其他事项按规定执行。")
    document = assemble(draft, load_names())
    duties = [duty for measure in document.measures for duty in measure.responsibilities]
    assert [(duty.department, duty.office) for duty in duties] == [(name, None) for name in named]
