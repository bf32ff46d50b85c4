"""What officials look up: whose number it is, what a department leads, a document by its number or title."""

import pytest

from bot.answer import Status
from bot.conversation.about_departments.department_talk import roles_named
from bot.conversation.lookups import documents_titled
from corpus.records import Role
from tests.bot.conversation.said_turns import turns_over
from tests.bot.fakes import FakeFinding, FakeQuery, FakeSearch

LIST_2024 = "周政办字〔2024〕11号"


def conversation(catalog, query=None):
    """What says one turn; the search finds nothing and reads every question as `query`."""
    search = FakeSearch(FakeFinding(query=query or FakeQuery()))
    return turns_over(catalog, search)


@pytest.mark.parametrize(
    "words",
    [
        "6195136是哪个科的电话",
        "0533-6195136是谁的号码",
        "6195136 哪个部门",
        "这个6195136是哪儿的",
        "6195136是什么单位",
        "谁家的电话是6195136",
        "6195136是哪里的号码",
        "帮我查一下6195136是谁的电话",
        "6195136",
    ],
)
def test_whose_number_it_is_however_it_is_asked(catalog, words):
    """Row 16 of the 2024 list prints 6195136 for 区商务局 商贸流通科."""
    answer = conversation(catalog)(words)
    assert answer.status is Status.ANSWERED
    assert "区商务局 商贸流通科" in answer.text.splitlines()[1]


def test_a_number_that_no_document_prints_is_said_to_be_unknown(catalog):
    """However it is asked; no office is made up for it."""
    assert conversation(catalog)("6190000是哪个科的电话").status is Status.NOT_COVERED


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        (" 牵头", (Role.LEAD,)),
        ("牵头哪些任务", (Role.LEAD,)),
        ("主责的事", (Role.LEAD,)),
        ("牵头和负责的", (Role.LEAD, Role.RESPONSIBLE)),
        ("负责和配合哪些事", (Role.RESPONSIBLE, Role.SUPPORT)),
        ("配合的有哪些", (Role.SUPPORT,)),
        ("参与哪些工作", (Role.SUPPORT,)),
        ("牵头和配合的任务", ()),
        ("负责什么", ()),
        ("", ()),
    ],
)
def test_the_words_say_in_which_role(words, roles):
    """负责 may mean anything that a department does."""
    assert roles_named(words) == roles


@pytest.mark.parametrize(
    "words", ["/dept 区大数据局 牵头", "区大数据局牵头哪些任务", "列一下区大数据局牵头的"]
)
def test_what_a_department_leads_is_listed_without_what_it_supports(catalog, words):
    """周政办字〔2020〕30号 names 区大数据局 as 牵头 of seven items, the 2022 list of row 43."""
    text = conversation(catalog)(words).text
    assert "共8项：牵头8项" in text
    assert "〔配合〕" not in text
    assert "另有负责7项、配合5项，说“区大数据局负责和配合哪些事”看这些。" in text


@pytest.mark.parametrize("words", ["/dept 区大数据局 配合", "区大数据局配合的有哪些"])
def test_what_it_supports_is_listed_alone(catalog, words):
    """The other five of the thirteen."""
    text = conversation(catalog)(words).text
    assert "共5项：配合5项" in text
    assert "〔牵头〕" not in text


def test_the_role_stays_for_the_next_department(catalog):
    """区商务局呢 after what 区大数据局 leads."""
    say = conversation(catalog)
    say("区大数据局牵头哪些任务")
    assert "〔配合〕" not in say("区商务局呢").text


def test_what_nobody_is_said_to_lead_is_listed_as_what_it_is(catalog):
    """周政字〔2024〕33号 names 区供销联社 among 责任单位, without a lead."""
    text = conversation(catalog)("列一下供销社牵头的").text
    assert "区供销联社（周村）" in text
    assert "手头的文件没有写明区供销联社牵头的事" in text
    assert "〔负责〕" in text
    assert "〔牵头〕" not in text


def test_the_words_that_list_the_rest_do_so(catalog):
    """What 区商务局 does without the lead: 负责 and 配合 together, and no line of what it leads."""
    say = conversation(catalog)
    text = say("区商务局牵头哪些事").text
    assert "〔负责〕" not in text
    said = text.partition("说“")[2].partition("”")[0]
    assert said == "区商务局负责和配合哪些事"
    rest = say(said).text
    assert "〔牵头〕" not in rest
    assert "〔负责〕" in rest


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("老旧小区改造", ["周政办字〔2020〕31号"]),
        ("《供销合作社》", ["周政字〔2024〕33号"]),
        ("政务公开", ["周政办字〔2024〕9号", "聊政办发〔2021〕5号"]),
        ("政务公开 工作要点", ["聊政办发〔2021〕5号"]),
        ("房产税", []),
    ],
)
def test_a_document_is_known_by_words_of_its_title(catalog, words, numbers):
    """All of them must stand in it."""
    assert documents_titled(catalog, words) == numbers


def test_doc_lists_the_document_of_that_title_or_asks_which(catalog):
    """One is shown, several are offered, of none it is said."""
    assert "周政办字〔2020〕31号" in conversation(catalog)("/doc 老旧小区改造").text
    several = conversation(catalog)("/doc 政务公开")
    assert several.status is Status.CLARIFY
    assert several.suggestions == ("周政办字〔2024〕9号", "聊政办发〔2021〕5号")
    assert conversation(catalog)("/doc 房产税").status is Status.NOT_COVERED


@pytest.mark.parametrize(
    "words",
    [
        "周政办字〔2024〕11号",
        "周政办字［2024］11号",
        "周政办字「2024」第11号",
        "周政办字2024 11号",
        "周政办字 2024-11号",
        "周政办字【2024】11号是什么文件",
        "2024年11号文",
    ],
)
def test_a_document_that_is_only_named_is_listed(catalog, words):
    """Whatever the form of its number: the title and the first of its rows."""
    answer = conversation(catalog, FakeQuery(documents=(LIST_2024,)))(words)
    assert answer.text.splitlines()[1].startswith(LIST_2024)


def test_an_item_of_a_document_is_not_its_list(catalog):
    """第19项 was asked for: it is left to the search."""
    say = conversation(catalog, FakeQuery(documents=(LIST_2024,), item="19"))
    assert LIST_2024 not in say(f"{LIST_2024}第19项").text


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("/dept 财政 周村", "区财政局（周村）"),
        ("/dept 周村 发改", "区发展改革局（周村）"),
        ("/dept 教育局 聊城", "市教育体育局（聊城）"),
        ("/Dept 区商务局", "区商务局（周村）"),
        ("／dept 区商务局", "区商务局（周村）"),
    ],
)
def test_part_of_a_name_and_a_place_suffice(catalog, words, first):
    """The place named decides, and the first characters of a name stand for it."""
    assert conversation(catalog)(words).text.splitlines()[0] == first


def test_several_departments_that_may_be_meant_are_offered(catalog):
    """人社 is short for one body in each of the two places."""
    answer = conversation(catalog)("/dept 人社")
    assert answer.status is Status.CLARIFY
    assert [option.says for option in answer.options] == [
        "/dept 区人力资源社会保障局 周村",
        "/dept 市人力资源社会保障局 聊城",
    ]


def test_a_department_of_another_place_is_not_taken_from_here(catalog):
    """青岛 has no documents here."""
    answer = conversation(catalog, FakeQuery(elsewhere=("青岛",)))("/dept 住建局 青岛")
    assert answer.status is Status.NOT_COVERED
    assert "没有青岛的部门" in answer.text


def test_a_year_without_documents_is_said(catalog):
    """No document at hand is of 2019; of 2024 only those of that year count."""
    ask = conversation(catalog)
    assert ask("/dept 区发展改革局 2019").text.startswith("手头没有2019年的文件")
    assert "2020" not in ask("/dept 区发展改革局 2024").text.replace("0533", "")


def test_a_command_that_does_not_exist_is_said_so(catalog):
    """And the ones that do are listed; it is never searched for."""
    answer = conversation(catalog)("/list 商务局")
    assert answer.status is Status.CLARIFY
    assert answer.text.startswith("没有“/list”这个命令")
    assert "/dept" in answer.text


def test_a_command_of_chats_leads_to_what_serves_on_the_page(catalog):
    """Chats fulfil it themselves; here it would be told as unknown."""
    ask = conversation(catalog)
    assert "点“我的”" in ask("/mine").text
    assert "请工作人员答复" in ask("/staff 我的问题").text
    assert "“订阅”" in ask("/subscribe 养老").text


def test_a_number_of_a_document_is_read_without_its_brackets(catalog):
    """By its pieces; a year alone offers what was issued in it."""
    ask = conversation(catalog)
    assert LIST_2024 in ask("/doc 周政办字2024 11").text
    assert ask("/doc 2020").status is Status.CLARIFY
    assert "标题里的几个字" in ask("/doc 冰箱").text


def test_a_bare_number_that_no_document_prints_may_be_anything(catalog):
    """It is not called a phone."""
    answer = conversation(catalog)("6190000")
    assert answer.status is Status.CLARIFY
    assert "没有6190000这个号码" not in answer.text


def test_a_department_in_brackets_has_the_tasks_in_its_ledger(catalog):
    """Rows 57 to 63 of 周政办字〔2024〕9号 name 区政府办公室（区大数据局）."""
    text = conversation(catalog)("/dept 区大数据局 2024").text
    assert "共7项：负责7项" in text
    assert "附表第57行" in text
    assert "附表第63行" in text


def test_a_body_that_stands_in_brackets_alone_is_known(catalog):
    """Rows 65 and 66 name 区文化和旅游局（区图书馆）."""
    assert "共2项：负责2项" in conversation(catalog)("/dept 区图书馆").text


@pytest.mark.parametrize(
    ("words", "desk"),
    [
        ("/dept 价格科", "区发展改革局 价格科 电话 0533-6195227"),
        ("/dept 盛佳明", "固废与生态环境科 联系人盛佳明 电话 0533-6195061"),
        ("/dept 宋宇", "联系人宋宇 电话 0533-6238089"),
    ],
)
def test_an_office_or_a_person_is_looked_up_like_a_department(catalog, words, desk):
    """As 周政办字〔2024〕11号第4项 and items 11 and 19-2 of the collection of 2022 print them."""
    answer = conversation(catalog)(words)
    assert answer.status is Status.ANSWERED
    assert desk in answer.text


def test_somebody_whom_no_document_names_is_no_department(catalog):
    """Part of a name is nobody's."""
    assert conversation(catalog)("/dept 佳明").status is Status.NOT_COVERED


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("低保标准", "周政办字〔2020〕29号"),
        ("吕海燕任免", "聊政任〔2021〕12号"),
        ("专利奖", "聊政办字〔2021〕11号"),
        ("营商环境方案", "聊政发〔2021〕7号"),
    ],
)
def test_a_title_is_found_by_shortened_words_in_any_order(catalog, words, number):
    """低保 stands for 最低生活保障, and 任免 comes before the name in the title."""
    assert documents_titled(catalog, words) == [number]


def test_words_that_no_title_has_find_none(catalog):
    """One foreign word of two characters is enough."""
    assert documents_titled(catalog, "低保体检") == []


def test_a_body_printed_as_the_office_of_another_has_its_phone(catalog):
    """Row 11 of the 2024 list prints 周村区旅游事业发展中心6195773 below 区文化和旅游局."""
    answer = conversation(catalog)("周村区旅游事业发展中心电话")
    assert answer.status is Status.ANSWERED
    assert "0533-6195773" in answer.text
