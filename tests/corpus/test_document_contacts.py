"""Contacts of a whole document, and which words of a measure a block governs."""

from pathlib import Path

import pytest

from corpus.catalog import Catalog
from corpus.records import Document
from tests.corpus.taken import taken, whose

HEAD = "青禾县{issuer}\n关于做好稳岗补贴工作的通知\n青发〔2025〕6号\n各镇人民政府：\n"
ITEMS = "一、补贴标准。每人补贴500元。\n二、补贴对象。小微企业。{second}\n"
SIGNED = "青禾县{issuer}\n2025年5月20日\n"


def document(
    folder: Path, second: str = "", *, closing: str = "", below: str = "", issuer: str = "人社局"
) -> Document:
    path = folder / "通知.txt"
    closing = f"{closing}\n" if closing else ""
    text = HEAD + ITEMS.replace("{second}", second) + closing + SIGNED + below
    path.write_text(text.format(issuer=issuer), encoding="utf-8")
    return taken(path)


def general(found: Document) -> list[tuple[str, str | None, str | None]]:
    return [(duty.department, duty.office, duty.phone) for duty in found.contacts]


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("联系电话：0311-5550101", [("青禾县人社局", None, "0311-5550101")]),
        ("青禾县人社局就业科联系电话：0311-5550101", [("青禾县人社局", "就业科", "0311-5550101")]),
        (
            "县人社局就业科：0311-5550101\n县人社局失业科：0311-5550102",
            [("县人社局", "就业科", "0311-5550101"), ("县人社局", "失业科", "0311-5550102")],
        ),
        (
            "联系人：许冰\n程立秋\n联系电话：0311-5550104\n0311-5550105\n邮箱：rs@qinghe.cn\njy@qinghe.cn",
            [("青禾县人社局", None, "0311-5550104"), ("青禾县人社局", None, "0311-5550105")],
        ),
        (
            "联系人：程立秋，联系电话：0311-5550106、0311-5550107（传真）、0311-5550108",
            [("青禾县人社局", None, "0311-5550106"), ("青禾县人社局", None, "0311-5550108")],
        ),
        ("联系单位：县就业服务中心　联系电话：0311-5550103", [("县就业服务中心", None, "0311-5550103")]),
    ],
)
def test_closing_lines_are_the_contacts_of_the_document(
    tmp_path: Path, closing: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    """They follow the last item, and no other item prints a phone."""
    assert general(document(tmp_path, closing=closing)) == expected


@pytest.mark.parametrize("title", ["咨询和监督", "咨询监督", "政策咨询", "业务咨询与服务"])
def test_an_item_called_after_questions_has_the_contacts(tmp_path: Path, title: str) -> None:
    """The phone for complaints in it is none of them."""
    calls = "县人社局就业科，电话：0311-5550101；县人社局失业科，电话：0311-5550102；监督电话：0311-5550103。"
    closing = f"三、{title}。{calls}"
    assert general(document(tmp_path, closing=closing)) == [
        ("县人社局", "就业科", "0311-5550101"),
        ("县人社局", "失业科", "0311-5550102"),
    ]


def test_a_phone_whose_remark_is_for_complaints_is_none(tmp_path: Path) -> None:
    """The remark stands behind it, in a list that is for asking."""
    closing = "三、联系方式\n县人社局就业科：0311-5550104（政策）\n纪检组：0311-5550199（监督）"
    assert general(document(tmp_path, closing=closing)) == [("县人社局", "就业科", "0311-5550104")]


def test_a_note_below_the_signature_is_the_documents_too(tmp_path: Path) -> None:
    """（联系人：…，联系电话：…）, as many notices print it."""
    found = document(tmp_path, below="（联系人：王晓，联系电话：0311-5550101）\n")
    assert [(d.department, d.person, d.phone) for d in found.contacts] == [
        ("青禾县人社局", "王晓", "0311-5550101")
    ]


def test_the_phone_of_an_item_is_not_the_documents(tmp_path: Path) -> None:
    """It stands within the item, and says nothing of other questions."""
    found = document(tmp_path, "由县就业服务中心受理，电话：0311-5550101。补贴按季发放。")
    assert general(found) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("本通知由县人社局负责解释。", ["县人社局"]),
        ("本通知由县人社局、县财政局负责解释。", ["县人社局", "县财政局"]),
        ("本通知由县人社局会同县财政局负责具体解释。", ["县人社局", "县财政局"]),
        ("县人社局负责本通知的解释。", ["县人社局"]),
        ("本通知由各相关部门负责解释。", []),
    ],
)
def test_who_interprets_a_document_answers_for_it(tmp_path: Path, words: str, expected: list[str]) -> None:
    """The weakest contact, without a phone."""
    assert general(document(tmp_path, words)) == [(name, None, None) for name in expected]


def test_measures_without_a_phone_fall_back_on_the_document(tmp_path: Path) -> None:
    """Marked as the document's; the directory and the measure's own names stay apart."""
    found = document(tmp_path, closing="县人社局就业科联系电话：0311-5550101")
    first = Catalog((found,), "").contacts(found.measures[0])
    assert [(c.department, c.office, c.phone, c.of_document) for c in first] == [
        ("县人社局", "就业科", "0311-5550101", True)
    ]


@pytest.mark.parametrize(
    ("closing", "below"),
    [
        ("县人社局就业科联系电话：0311-5550101", ""),
        ("", "（联系单位：县人社局就业科，联系电话：0311-5550101）\n"),
        ("县人社局就业科：0311-5550101\n县人社局失业科：0311-5550101", ""),
    ],
)
def test_the_directory_knows_the_desks_of_a_document(tmp_path: Path, closing: str, below: str) -> None:
    """What it prints at its end or below its signature is lent to others, as of one of its measures."""
    found = document(tmp_path, closing=closing, below=below)
    desks = Catalog((found,), "").directory.of_department("县人社局", found.region)
    assert ("就业科", "0311-5550101") in {(desk.contact.office, desk.contact.phone) for desk in desks}
    assert all(len(desk.sources) == 1 and not desk.contact.of_document for desk in desks)


def test_a_phone_of_nobody_is_no_desk(tmp_path: Path) -> None:
    path = tmp_path / "公告.txt"
    path.write_text(
        "青禾县招聘公告\n一、岗位\n社区工作者10名。\n二、报名\n现场报名。\n咨询电话：0311-5550101\n",
        encoding="utf-8",
    )
    found = taken(path)
    assert [duty.phone for duty in found.contacts] == ["0311-5550101"]
    assert Catalog((found,), "").directory.desks == {}


def test_an_interpreter_never_stands_beside_a_department(tmp_path: Path) -> None:
    """Item 1 names 县商务局; item 2 says who interprets."""
    found = document(tmp_path, "本通知由县人社局负责解释。")
    path = tmp_path / "通知.txt"
    text = path.read_text(encoding="utf-8").replace("500元。", "500元。（责任单位：县商务局）")
    path.write_text(text, encoding="utf-8")
    found = taken(path)
    named = Catalog((found,), "").contacts(found.measures[0])
    assert [(c.department, c.of_document) for c in named] == [("县商务局", False)]


@pytest.mark.parametrize(
    "closing",
    [
        "清河区：0311-5550101；桥东区：0311-5550102",
        "清河区：0311-5550101\n桥东区：0311-5550102",
        "咨询电话：清河区0311-5550101，桥东区0311-5550102",
    ],
)
def test_phones_by_district_name_their_districts(tmp_path: Path, closing: str) -> None:
    """In one line, in several, behind a label."""
    assert general(document(tmp_path, closing=closing)) == [
        ("清河区", None, "0311-5550101"),
        ("桥东区", None, "0311-5550102"),
    ]


def test_a_list_prints_its_area_code_once(tmp_path: Path) -> None:
    """Both numbers are dialled with it, and each is quoted as printed."""
    found = document(tmp_path, "由县就业服务中心受理，电话：0311-5550203/5550204。")
    called = Catalog((found,), "").contacts(found.measures[1])
    assert [(c.phone, c.dial) for c in called] == [
        ("0311-5550203", "0311-5550203"),
        ("5550204", "0311-5550204"),
    ]


def test_each_of_several_blocks_governs_its_own_words(tmp_path: Path) -> None:
    """Brackets with and without a phone; the words since the block before."""
    found = document(
        tmp_path,
        "初创企业补贴1万元。（责任单位：县人社局；电话：5550101）展会补贴2万元。（责任单位：县商务局）",
    )
    duties = found.measures[1].responsibilities
    assert {duty.department: duty.clause for duty in duties} == {
        "县人社局": "补贴对象。小微企业。初创企业补贴1万元。",
        "县商务局": "展会补贴2万元。",
    }


def test_a_loose_phone_behind_a_block_is_its_departments(tmp_path: Path) -> None:
    """The line 联系电话 names nobody; the bracket right above it does."""
    found = document(tmp_path, "（责任单位：县商务局）\n联系电话：0311-5550101", issuer="人民政府")
    assert ("县商务局", "0311-5550101") in [(who[0], who[4]) for who in whose(found)["二"]]


def test_the_first_of_a_list_leads_where_the_document_says_so(tmp_path: Path) -> None:
    """The rule stands in the first block and holds for the second; what it carries follows."""
    path = tmp_path / "措施.txt"
    path.write_text(
        "青禾县支持小微企业若干措施\n"
        "一、房租补贴。每户1000元。（责任单位：县商务局、县财政局。列第一位的为牵头单位，下同。"
        "以下均需各镇落实，不再列出）\n"
        "二、用工补贴。每人500元。（责任单位：县人社局、县财政局）\n",
        encoding="utf-8",
    )
    assert {item: [(w[0], w[1].value) for w in own] for item, own in whose(taken(path)).items()} == {
        "一": [("县商务局", "lead"), ("县财政局", "support")],
        "二": [("县人社局", "lead"), ("县财政局", "support"), ("各镇", "support")],
    }


def test_a_department_alone_in_a_first_line_has_the_item(tmp_path: Path) -> None:
    """（一）县住建局 under 职责分工; 县财政局： in one line."""
    path = tmp_path / "方案.txt"
    path.write_text(
        "青禾县老旧小区改造工作方案\n一、目标任务\n改造20个小区。\n二、职责分工\n"
        "（一）县住建局\n牵头组织实施，制定改造计划。\n"
        "（二）县财政局：保障改造资金，按时拨付。\n"
        "（三）县残联、县民政局：\n做好无障碍设施改造。\n",
        encoding="utf-8",
    )
    own = {item: [w[0] for w in who] for item, who in whose(taken(path)).items()}
    assert (own["二（一）"], own["二（二）"], own["二（三）"]) == (
        ["县住建局"],
        ["县财政局"],
        ["县残联", "县民政局"],
    )


def test_a_guide_names_its_desk_and_its_phone_in_sections_of_their_own(tmp_path: Path) -> None:
    """受理机构 and 咨询电话 are titles; the phone belongs to the one desk that is named."""
    path = tmp_path / "指南.txt"
    path.write_text(
        "青禾县高龄津贴办事指南\n一、补贴对象\n年满80周岁的本县户籍老人。\n二、补贴标准\n每人每月100元。\n"
        "三、受理机构\n县民政局养老服务科\n四、咨询电话\n0311-5550103\n",
        encoding="utf-8",
    )
    assert general(taken(path)) == [("县民政局", "养老服务科", "0311-5550103")]


def test_the_phone_of_a_covering_note_is_the_documents(tmp_path: Path) -> None:
    """The note says whom to ask about the measures behind it."""
    path = tmp_path / "通知.txt"
    path.write_text(
        "青禾县人民政府办公室\n关于印发青禾县扶持小微企业若干措施的通知\n青政办发〔2025〕6号\n各镇人民政府：\n"
        "现印发给你们，执行中的问题请向县工信局反映（联系人：王晓，电话：0311-5550101）。\n"
        "青禾县人民政府办公室\n2025年5月20日\n青禾县扶持小微企业若干措施\n"
        "一、房租补贴。每户每年1000元，按季发放，直接拨付到企业账户。\n"
        "二、用工补贴。每招用1人补贴500元，每户最多5万元，按年申领。\n",
        encoding="utf-8",
    )
    assert general(taken(path)) == [("县工信局", None, "0311-5550101")]


def test_a_power_list_names_body_office_and_phone(tmp_path: Path) -> None:
    """行使主体, 承办机构, 咨询监督电话; a stroke fills no slot."""
    path = tmp_path / "清单.csv"
    path.write_text(
        "序号,权力名称,行使主体,承办机构,咨询监督电话\n"
        "1,社会团体登记,青禾县民政局,社会组织管理股,0311-5550101\n"
        "2,公开募捐资格审核,青禾县民政局,县慈善事业中心,0311-5550102\n"
        "3,殡仪馆审批,青禾县民政局,/,/\n",
        encoding="utf-8",
    )
    assert {item: [(w[0], w[2], w[4]) for w in own] for item, own in whose(taken(path)).items()} == {
        "1": [("青禾县民政局", "社会组织管理股", "0311-5550101")],
        "2": [("青禾县民政局", "县慈善事业中心", "0311-5550102")],
        "3": [("青禾县民政局", None, None)],
    }


def test_columns_of_other_names_hold_departments_and_phones(tmp_path: Path) -> None:
    """兑现部门, 咨询单位及电话; 牵头单位 with a stroke leaves 责任单位 responsible."""
    path = tmp_path / "清单.csv"
    path.write_text(
        "序号,政策内容,牵头单位,责任单位,咨询方式\n"
        "1,高企每家奖励20万元,县科技局,县财政局,0311-5550101\n"
        "2,首店每家奖励5万元,/,县商务局,0311-5550102\n",
        encoding="utf-8",
    )
    assert {item: [(w[0], w[1].value, w[4]) for w in own] for item, own in whose(taken(path)).items()} == {
        "1": [("县科技局", "lead", "0311-5550101"), ("县财政局", "support", None)],
        "2": [("县商务局", "responsible", "0311-5550102")],
    }


def test_rows_by_district_are_contacts_of_the_others(tmp_path: Path) -> None:
    """A table of districts and phones closes a notice of the city."""
    path = tmp_path / "通知.md"
    path.write_text(
        "# 青禾市关于发放消费券的通知\n\n一、消费券标准。每人100元，分两期发放。\n\n"
        "二、使用范围。全市超市和商场均可使用。\n\n| 序号 | 区县 | 咨询电话 |\n|---|---|---|\n"
        "| 1 | 清河区 | 0311-5550101 |\n| 2 | 桥东区 | 0311-5550102 |\n",
        encoding="utf-8",
    )
    assert general(taken(path)) == [("清河区", None, "0311-5550101"), ("桥东区", None, "0311-5550102")]


def test_a_numbered_line_is_the_measures_own(tmp_path: Path) -> None:
    """Its phone is nobody's second one; a title that ends in 电话 is no department."""
    text = (
        "青禾县医保缴费通告\n一、缴费标准\n每人400元。\n二、咨询方式\n（一）县医保局：0311-5550101\n"
        "（二）县税务局：0311-5550102\n（三）各乡镇咨询电话：\n城关镇：5550103\n东山乡：5550104\n"
    )
    path = tmp_path / "通告.txt"
    path.write_text(text, encoding="utf-8")
    assert sorted(general(taken(path))) == sorted(
        [
            ("县医保局", None, "0311-5550101"),
            ("县税务局", None, "0311-5550102"),
            ("城关镇", None, "5550103"),
            ("东山乡", None, "5550104"),
        ]
    )


@pytest.mark.parametrize("mark", [" ", "：", "　"])
def test_an_annex_may_list_desks_a_line_each(tmp_path: Path, mark: str) -> None:
    """Without a table, and though the chapter on contacts prints a phone too."""
    desks = [("城南小学", "5550202"), ("第一中学", "5550203"), ("北郊中心幼儿园", "5550204")]
    text = "\n".join(
        [
            "关于招生工作的通知",
            "一、范围",
            "年满6周岁。",
            "二、联系方式",
            "区教育局基教科：5550201。",
            "附件",
            "各学校电话",
        ]
        + [f"{name}{mark}{phone}" for name, phone in desks]
    )
    path = tmp_path / "通知.txt"
    path.write_text(text, encoding="utf-8")
    found = general(taken(path))
    assert [(name, None, phone) for name, phone in desks] == found[:3]
    assert ("区教育局", "基教科", "5550201") in found


QUESTIONS = (
    "燃气安全检查问答\n青禾县城管局\n2026年6月3日\n\n"
    "问：收费吗？\n答：不收费，乱收费的请拨打投诉电话0311-5550109。\n\n"
    "问：到哪里预约？\n答：{where}\n\n"
    "问：多久查一次？\n答：每年一次{other}。\n\n"
    "问：家里没人怎么办？\n答：另约时间，电话同上。\n"
)


def answered(folder: Path, where: str, other: str = "") -> list[tuple[str, str | None, str | None]]:
    """The contacts of a whole document of questions and answers."""
    path = folder / "问答.txt"
    path.write_text(QUESTIONS.format(where=where, other=other), encoding="utf-8")
    return general(taken(path))


def test_the_phones_of_the_one_answer_that_prints_some_serve_the_others(tmp_path: Path) -> None:
    """电话同上 means them; whose they are nothing says, and the one for complaints is none of them."""
    where = "1.和平路站，电话0311-5550101；2.北大街站旁，周日也开门，电话0311-5550102。"
    assert answered(tmp_path, where) == [("", None, "0311-5550101"), ("", None, "0311-5550102")]


@pytest.mark.parametrize(
    ("where", "other"),
    [
        ("找县燃气公司预约，电话0311-5550101。", ""),
        ("到站点预约，电话0311-5550101。", "，灶具另查，电话0311-5550102"),
    ],
    ids=["another body's", "two answers"],
)
def test_phones_of_an_answer_that_are_for_it_alone_serve_no_other(
    tmp_path: Path, where: str, other: str
) -> None:
    """They are those of another body, or another answer prints its own."""
    assert answered(tmp_path, where, other) == []


@pytest.mark.parametrize(
    ("matter", "shown"),
    [
        ("申报平台技术支持", "申报平台技术支持"),
        ("青禾县岗位等级评估支撑", "青禾县岗位等级评估支撑"),
        ("资金拨付对接", "资金拨付对接"),
    ],
)
@pytest.mark.parametrize(("issuer", "owner"), [("人社局", "青禾县人社局"), ("人民政府", "")])
def test_somebody_for_a_matter_is_called_about_it_alone(
    tmp_path: Path, matter: str, shown: str, issuer: str, owner: str
) -> None:
    """The general phone above stays, and comes first; a government answers for too much to own one."""
    closing = (
        "联系人：许冰，程立秋；联系电话：0311-5550104，0311-5550105。\n"
        f"{matter}联系人：林青；联系电话：0311-5550106。"
    )
    expected = [(owner, None, "0311-5550104"), (owner, None, "0311-5550105"), (owner, shown, "0311-5550106")]
    assert general(document(tmp_path, closing=closing, issuer=issuer)) == expected


@pytest.mark.parametrize("below", ["技术支持：青禾软件 0311-5550107", "网站技术支持电话：0311-5550107"])
def test_who_keeps_a_site_is_no_contact(tmp_path: Path, below: str) -> None:
    """Neither below the signature, nor with a label of its own."""
    found = document(tmp_path, closing="联系电话：0311-5550101", below=below)
    assert general(found) == [("青禾县人社局", None, "0311-5550101")]
