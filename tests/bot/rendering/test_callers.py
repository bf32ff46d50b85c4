"""Whom to call: leads with phones, lent phones marked, provincial bodies never."""

from dataclasses import replace

from bot.rendering.callers import contact_blocks, first_call
from bot.rendering.render_text import join
from corpus.records import Role
from tests.bot.fakes import COLLECTION, contact


def said(*contacts):
    return join(contact_blocks(contacts))


def test_every_lead_is_named_with_office_person_and_phone():
    """As item 1 of the 2022 collection prints it."""
    assert (
        said(contact("区发展改革局", office="商贸流通和社会事业科", person="王迎新", phone="6195196"))
        == "找谁问：\n区发展改革局 商贸流通和社会事业科 联系人 王迎新 电话 0533-6195196"
    )


def test_two_offices_of_one_department_are_two_lines():
    """Each has its own phone."""
    text = said(
        contact("区税务局", office="税政二股", phone="6432935"),
        contact("区税务局", office="税政一股", phone="6054272"),
    )
    assert text.splitlines()[1:] == [
        "区税务局 税政二股 电话 0533-6432935",
        "区税务局 税政一股 电话 0533-6054272",
    ]


def test_a_lent_phone_says_where_it_comes_from():
    """Document and date stand behind the number."""
    text = said(
        contact("区民政局"),
        contact("区民政局", office="社会救助科", phone="6433459", inferred_from=f"{COLLECTION}#55"),
    )
    assert text == (
        "找谁问：\n区民政局 社会救助科 电话 0533-6433459（电话取自《周村2022稳中求进清单》，2022年4月8日）"
    )


def test_a_phone_lent_without_an_office_is_to_be_passed_on():
    """The documents print it for an office that does other things: who answers there passes the call on."""
    text = said(
        contact("区卫生健康局"),
        contact("区卫生健康局", phone="6195129", inferred_from=f"{COLLECTION}#55"),
    )
    assert text == (
        "找谁问：\n区卫生健康局 电话 0533-6195129"
        "（电话取自《周村2022稳中求进清单》，2022年4月8日，可请其转接承办科室）"
    )


def test_departments_keep_their_printed_order_whether_or_not_a_phone_is_lent():
    """33号 三（三） prints 区供销联社 first; only the others have a phone elsewhere."""
    text = said(
        contact("区供销联社"),
        contact("区财政局"),
        contact("区自然资源局"),
        contact("区财政局", phone="7878011", inferred_from=f"{COLLECTION}#55"),
    )
    first, second, third = text.splitlines()[1:]
    assert (first, third) == ("区供销联社", "区自然资源局")
    assert second.startswith("区财政局 电话 0533-7878011")


def test_without_any_phone_the_hotline_is_offered():
    """12345, and the departments by name on one line."""
    text = said(contact("市财政局"), contact("市商务投资促进局"))
    assert text.splitlines()[1] == "市财政局、市商务投资促进局"
    assert "12345" in text


def test_a_printed_office_is_kept_beside_a_lent_phone():
    """The measure names 办公室; the phone lent is another office's."""
    text = said(
        contact("区大数据局", office="办公室"),
        contact("区大数据局", office="电子政务科", phone="6195699", inferred_from=f"{COLLECTION}#43"),
    )
    assert "区大数据局 电子政务科 电话 0533-6195699（电话取自" in text
    assert text.endswith("区大数据局（办公室）")


def test_many_phones_are_cut_and_counted():
    """Twelve phones: ten lines and how many there are; the full text has them all."""
    many = [contact(f"第{n}局", phone=f"61950{n:02}") for n in range(12)]
    assert said(*many).splitlines()[-1] == "（共12个联系方式，其余见全文）"
    assert "0533-6195011" in join(contact_blocks(many, whole=True))


def test_supporting_departments_follow_briefly():
    """On one line behind the leads."""
    text = said(
        contact("区商务局", phone="6195136"),
        contact("区财政局", Role.SUPPORT, phone="7878011"),
        contact("区统计局", Role.SUPPORT),
    )
    assert text.endswith("配合单位：区财政局 电话 0533-7878011；区统计局")


def test_supporters_answer_where_nobody_leads():
    """Somebody must be asked."""
    assert said(contact("区统计局", Role.SUPPORT, phone="6195000")).startswith("找谁问：\n区统计局")


def test_provincial_bodies_are_never_offered():
    """省财政厅 stands in a quoted policy only."""
    text = said(contact("省财政厅", Role.SUPERIOR, phone="12345678"))
    assert "省财政厅" not in text
    assert "12345政务" in text


def test_offices_without_phones_stand_behind_their_department():
    """As item 43 of the 2022 collection names three offices and one phone."""
    text = said(
        contact("区大数据局", person="汪珊至", phone="6195699"),
        contact("区大数据局", office="办公室"),
        contact("区大数据局", office="电子政务科"),
    )
    assert text.splitlines()[1:] == [
        "区大数据局 联系人 汪珊至 电话 0533-6195699",
        "区大数据局（办公室、电子政务科）",
    ]


def test_a_long_list_is_cut_and_counted():
    """Thirty departments without phones: the first 25 and how many there are."""
    text = said(*(contact(f"第{n}局", Role.RESPONSIBLE) for n in range(30)))
    assert "第24局等30个单位" in text
    assert "第25局" not in text


def test_contacts_of_the_whole_document_are_said_to_be_so():
    """The measure names 区民政局 without a phone; the notice closes with one."""
    closing = replace(contact("区人社局", office="就业科", phone="6195208"), of_document=True)
    assert said(contact("区民政局"), closing).splitlines() == [
        "找谁问：",
        "区民政局",
        "",
        "文件没有写明这一条的联系电话，整份文件的联系方式是：",
        "区人社局 就业科 电话 0533-6195208",
    ]


def test_a_phone_without_a_name_is_the_documents():
    """As a notice of several bodies closes."""
    closing = replace(contact("", Role.RESPONSIBLE, phone="6195208"), of_document=True)
    assert said(closing).splitlines()[-1] == "文件所留 电话 0533-6195208"


def test_who_interprets_the_document_is_asked_last():
    """Nobody else is named, and no phone."""
    interpreter = replace(contact("区财政局", Role.RESPONSIBLE), of_document=True)
    assert said(interpreter) == (
        "找谁问：文件没有写明这一条由谁承办，整份文件由区财政局负责解释，可以向其咨询"
    )


def test_who_interprets_the_document_stands_once_beside_who_does_it():
    """No second heading, and no excuse: the measure names somebody with a phone."""
    interpreter = replace(contact("区财政局", Role.RESPONSIBLE), of_document=True)
    lines = said(contact("区民政局", phone="6195300"), interpreter).splitlines()
    assert lines == ["找谁问：", "区民政局 电话 0533-6195300", "", "整份文件由区财政局负责解释"]


def test_the_one_call_says_that_it_is_the_documents():
    """One phrase for a list; the own department would go before it."""
    closing = replace(contact("区人社局", phone="6195208"), of_document=True)
    assert first_call([closing]) == "区人社局 电话 0533-6195208（这是整份文件的联系方式）"


def test_a_phone_that_is_not_plausible_is_shown_as_printed_and_marked():
    """Nobody is to dial it before the staff have checked it."""
    foreign = replace(contact("区民政局", phone="0532-88881234"), dial=None)
    assert said(foreign) == "找谁问：\n区民政局 电话（号码未经核对）0532-88881234"
    assert first_call([foreign]) == "区民政局 电话（号码未经核对）0532-88881234"
