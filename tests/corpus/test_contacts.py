"""Whom to call, against the printed texts: every tuple below was read in the sources, not in output."""

import pytest

from corpus.catalog import Catalog
from corpus.records import Contact, Role

TASKS = "周政办字〔2024〕11号"
COLLECTION = "周村2022稳中求进清单"
LEAD, RESPONSIBLE, SUPPORT = Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT
DECEMBER = "2022年12月"

Row = tuple[Role, str, str | None, str | None]

ROWS: dict[str, list[Row]] = {
    "1": [
        (LEAD, "区工业和信息化局", "投资发展科", "6195170"),
        (SUPPORT, "区财政局", "经济建设科", "7878011"),
    ],
    "4": [(LEAD, "区发展改革局", "价格科", "6195227"), (SUPPORT, "周村供电中心", None, "2336966")],
    "5": [
        (LEAD, "区生态环境分局", "技术服务中心", "6458021"),
        (SUPPORT, "周村交警大队", "车辆管理所", "6801771"),
        (SUPPORT, "区财政局", "资环科", "7878163"),
    ],
    "11": [(LEAD, "区文化和旅游局", "周村区旅游事业发展中心", "6195773")],
    "15": [
        (LEAD, "区发展改革局", "能源科", "6195397"),
        (SUPPORT, "区工业和信息化局", "投资发展科", "6195170"),
        (SUPPORT, "区住建局", "城镇科", "6408678"),
        (SUPPORT, "区卫生健康局", "规划信息与财务科", "6195267"),
        (SUPPORT, "区市政环卫服务中心", "排水科", "6182338"),
    ],
    "18": [
        (LEAD, "区财政局", "综合服务中心政府采购事务科", "7878173"),
        (SUPPORT, "区机关事务服务中心", None, "6195081"),
    ],
    "19": [(LEAD, "区商务局", "商贸流通科", "6195136"), (SUPPORT, "区财政局", "经济建设科", "7878011")],
    "20": [
        (LEAD, "区服务业发展中心", "服务业项目科", "6195636"),
        (SUPPORT, "区财政局", "经济建设科", "7878011"),
        (SUPPORT, "区商务局", "商贸流通科", "6195136"),
    ],
    "21": [
        (LEAD, "区自然资源局", "空间规划与耕地保护科", "6451027"),
        (SUPPORT, "周村规划管理办公室", "国土空间规划科", "6420010"),
        (SUPPORT, "税务局", "税政二股", "6431137"),
    ],
    "22": [(LEAD, "区税务局", "税政二股", "6432935"), (LEAD, "区税务局", "税政一股", "6054272")],
    "23": [(LEAD, "区交通运输局", "办公室", "6038800")],
    "31": [
        (LEAD, "区自然资源局", "空间规划与耕地保护科", "6451027"),
        (LEAD, "区自然资源局", "开发利用科", "6427745"),
    ],
}

Line = tuple[Role, str, str | None, str | None, str | None, str | None]

ITEMS: dict[str, list[Line]] = {
    "3": [(LEAD, "区工业和信息化局", "投资发展科", "马剑萍", "6195170", DECEMBER)],
    "12": [
        (LEAD, "区住房保障服务中心", None, "赵德生", "6411265", None),
        (LEAD, "区住房城乡建设局", "住房保障服务中心", None, None, None),
        (SUPPORT, "区财政局", "综合科", None, None, DECEMBER),
    ],
    "13": [
        (LEAD, "区人防办", None, "沈东修", "6182655", DECEMBER),
        (RESPONSIBLE, "区发展改革局", "价格科", None, None, None),
        (SUPPORT, "区财政局", None, None, None, DECEMBER),
    ],
    "19-2": [
        (LEAD, "区税务局", "税政二股", "张文超", "6431137", DECEMBER),
        (LEAD, "区税务局", "税政二股", "宋宇", "6238089", DECEMBER),
    ],
    "25": [
        (LEAD, "区财政局", None, "许钰", "7878007", None),
        (LEAD, "区财政局", None, "赵文刚", "7878153", None),
        (LEAD, "区财政局", "经济建设科", None, None, DECEMBER),
        (LEAD, "区财政局", "工商贸易科", None, None, DECEMBER),
    ],
    "27": [
        (LEAD, "区发展改革局", "动能转换推进科", "乔宗梅", "6195388", DECEMBER),
        (SUPPORT, "区科技局", "综合管理科", None, None, DECEMBER),
        (SUPPORT, "区财政局", "经济建设科", None, None, DECEMBER),
    ],
    "30": [
        (LEAD, "区工业和信息化局", None, "马剑萍", "6195170", None),
        (LEAD, "区工业和信息化局", None, "曲巍", "6195207", None),
        (LEAD, "区工业和信息化局", "投资发展科", None, None, DECEMBER),
        (LEAD, "区工业和信息化局", "信息化科", None, None, DECEMBER),
        (SUPPORT, "区财政局", "工商贸易科", None, None, DECEMBER),
    ],
    "35": [
        (LEAD, "区市场监管局", "区知识产权保护服务中心", "姜楠", "6196858", DECEMBER),
        (LEAD, "区市场监管局", "区知识产权保护服务中心", "戴军", "6196068", DECEMBER),
    ],
    "36-1": [
        (LEAD, "区发展改革局", "国民经济综合科", "张月", "6195248", DECEMBER),
        (LEAD, "区投资促进中心", "统计管理科", None, None, DECEMBER),
    ],
    "45": [(LEAD, "区发展改革局", "能源科", "丛湘波", "6195397", DECEMBER)],
    "47": [
        (LEAD, "区发展改革局", "能源科", "丛湘波", "6195397", DECEMBER),
        (LEAD, "区商务局", "商贸流通科", "马骏", "6195136", DECEMBER),
    ],
    "49": [(LEAD, "区商务局", "对外综合科", "李雪", "6195135", DECEMBER)],
    "53": [
        (LEAD, "区发展改革局", "商贸流通和社会事业科", "王迎新", "6195196", DECEMBER),
        (SUPPORT, "区民政局", None, None, None, DECEMBER),
        (SUPPORT, "区卫生健康局", None, None, None, DECEMBER),
    ],
}


def contacts_of(catalog: Catalog, number: str, item: str) -> tuple[Contact, ...]:
    return catalog.contacts(catalog.measure(f"{number}#{item}"))


@pytest.mark.parametrize("item", ROWS)
def test_a_row_of_the_2024_tasks_names_departments_offices_and_phones_in_printed_order(
    catalog: Catalog, item: str
) -> None:
    """The cell's first department leads, the others support; all numbers dial with 0533."""
    found = contacts_of(catalog, TASKS, item)
    assert [(c.role, c.department, c.office, c.phone) for c in found] == ROWS[item]
    assert [c.dial for c in found] == [f"0533-{phone}" for *_, phone in ROWS[item]]
    assert not any(c.inferred for c in found)


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_of_the_2022_collection_names_its_contacts(catalog: Catalog, item: str) -> None:
    """Brackets and the closing line give one contact where they name one office, else stay apart."""
    found = contacts_of(catalog, COLLECTION, item)
    assert [(c.role, c.canonical, c.office, c.person, c.phone, c.deadline) for c in found] == ITEMS[item]


def test_a_closing_line_prints_the_department_in_its_own_words(catalog: Catalog) -> None:
    """Item 53 prints 区发展改革委 beside its phone, 区发展改革局 elsewhere."""
    found = contacts_of(catalog, COLLECTION, "53")
    assert (found[0].department, found[0].canonical) == ("区发展改革委", "区发展改革局")


def test_provincial_bodies_are_never_contacts(catalog: Catalog) -> None:
    """政策原文 ends in （牵头单位：省…）, which is not whom to call."""
    for measure in catalog.document(COLLECTION).measures:
        named = [contact.department for contact in catalog.contacts(measure)]
        assert not [name for name in named if name.startswith(("省", "人民银行济南", "国铁"))]


def test_persons_responsible_at_the_top_are_not_contact_persons(catalog: Catalog) -> None:
    """27号 prints 责任人：赵学, who is no contact of 区财政局."""
    found = contacts_of(catalog, "周政发〔2020〕27号", "9")
    assert [(c.department, c.person) for c in found if not c.inferred] == [("区财政局", None)]


def test_an_office_whose_subject_the_measure_names_is_lent_with_its_name(catalog: Catalog) -> None:
    """33号 item 1 builds 县域商贸流通网络; 商贸流通科 prints 6195136 in 周政办字〔2024〕11号."""
    lent = [c for c in contacts_of(catalog, "周政字〔2024〕33号", "1") if c.inferred]
    assert [(c.canonical, c.office, c.dial) for c in lent][:1] == [("区商务局", "商贸流通科", "0533-6195136")]
    assert lent[0].source.startswith(TASKS)
    assert str(lent[0].as_of) == "2024-07-22"


@pytest.mark.parametrize(
    ("number", "item", "department", "office"),
    [
        ("周政发〔2020〕27号", "10", "区人力资源社会保障局", "人才工作科"),
        ("周政发〔2020〕27号", "1", "区人力资源社会保障局", "人才工作科"),
        ("周政发〔2020〕27号", "22", "区商务局", "商贸流通科"),
        ("周政办字〔2020〕30号", "（八）", "区卫生健康局", "基妇科"),
        ("周政办字〔2020〕30号", "（七）", "区发展改革局", "能源科"),
    ],
)
def test_an_office_that_does_other_things_is_lent_only_as_its_department(
    catalog: Catalog, number: str, item: str, department: str, office: str
) -> None:
    """创业担保贷款, 养老保险, 跨境贸易, 智慧医疗 and 社会信用 are no matters of offices with known phones.

    Both registers print numbers of a dozen bureaus: whoever calls there is put through.
    """
    lent = [c for c in contacts_of(catalog, number, item) if c.canonical == department and c.inferred]
    assert lent, office
    assert {(c.office, c.person) for c in lent} == {(None, None)}
    assert {c.source.partition("#")[0] for c in lent} <= {TASKS, COLLECTION}


def test_no_number_crosses_regions(catalog: Catalog) -> None:
    """No document of 聊城 prints a department's phone, so that nothing is lent there."""
    for measure in catalog.measures:
        if catalog.document_of(measure).region == "聊城":
            assert [c.phone for c in catalog.contacts(measure) if c.phone] == []


def test_the_editors_phone_is_nobodys_contact(catalog: Catalog) -> None:
    """0635-8288953 belongs to the editors of the gazette."""
    phones = {contact.phone for measure in catalog.measures for contact in catalog.contacts(measure)}
    assert not {phone for phone in phones if phone and "8288953" in phone}
