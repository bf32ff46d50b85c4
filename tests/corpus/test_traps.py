"""Places of the bundled texts that trip a reader, each as the texts print it."""

from corpus.catalog import Catalog

COMPANIES = [
    "电信周村分公司",
    "移动周村分公司",
    "联通周村分公司",
    "山东广电网络周村分公司",
    "周村供电中心",
    "绿能燃气周村分公司",
    "瀚海水业公司",
    "各热力公司",
]


def words(catalog: Catalog, measure_id: str) -> str:
    return "".join(catalog.measure(measure_id).text.split())


def departments(catalog: Catalog, measure_id: str) -> list[str]:
    return [duty.department for duty in catalog.measure(measure_id).responsibilities]


def test_a_name_torn_by_a_line_break_is_whole(catalog: Catalog) -> None:
    """列许/德伟之后 in the notice of June 2021."""
    assert "贾相云为聊城市人民政府副秘书长（列许德伟之后）；赵鹏为" in words(
        catalog, "聊政任〔2021〕11号#全文"
    )


def test_a_misprint_stays_as_printed(catalog: Catalog) -> None:
    """AE0 with a zero, 150吨万以上 in the wrong order."""
    assert "“AE0国际互认企业（海关高级认证企业）”" in words(catalog, "聊政办字〔2021〕11号#第四条（八）")
    assert "150吨万以上" in words(catalog, "周政办字〔2024〕11号#24")


def test_an_annex_that_is_left_out_holds_nothing(catalog: Catalog) -> None:
    """（略）: neither document has a measure of its annex."""
    for number in ("聊政办发〔2021〕5号", "聊政办字〔2021〕13号"):
        texts = ["".join(measure.text.split()) for measure in catalog.document(number).measures]
        assert not [text for text in texts if "略）" in text or "略)" in text]


def test_the_words_of_the_first_print_are_quoted(catalog: Catalog) -> None:
    """Item 25: 即时发现 in the one, 及时发现 in the other; the difference is told."""
    assert "落实即时发现即时帮扶和脱贫监测机制" in words(catalog, "周政发〔2020〕27号#25")
    assert "25: 落实即时 / 落实及时" in catalog.document("周政发〔2020〕27号").differences


def test_an_item_that_waits_for_the_city_still_names_its_departments(catalog: Catalog) -> None:
    """Item 30: the policy is the city's; three departments of the district."""
    item = "周政发〔2020〕27号#30"
    assert "待市出台相关文件或者方案后" in words(catalog, item)
    assert departments(catalog, item) == ["区医疗保障分局", "区财政局", "区税务局"]


def test_companies_under_a_general_heading_are_the_departments(catalog: Catalog) -> None:
    """专营单位：eight companies, each as printed; 专营单位 itself is none."""
    assert departments(catalog, "周政办字〔2020〕31号#四（十四）") == COMPANIES


def test_one_body_under_three_names(catalog: Catalog) -> None:
    """区供销联社, 区供销社 and 区供销合作社."""
    names = {catalog.names.canonical(name, "周村") for name in ("区供销联社", "区供销社", "区供销合作社")}
    assert names == {"区供销联社"}
