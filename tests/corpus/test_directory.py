from corpus.catalog import Catalog


def test_an_office_leads_to_its_department_and_phone(catalog: Catalog) -> None:
    """种业服务科 is printed once: item 29 of the 2022 collection, 区农业技术服务中心, 6195867."""
    found = catalog.directory.offices("种业服务科")
    assert [(c.canonical, c.person, c.dial) for c in found] == [
        ("区农业技术服务中心", "李宏科", "0533-6195867")
    ]


def test_newest_contacts_come_first(catalog: Catalog) -> None:
    """区商务局: 商贸流通科 6195136 of 2024 stands before the lines of 2022 (马骏, 李雪)."""
    found = catalog.directory.contacts("区商务局", "周村")
    assert (found[0].office, found[0].person, found[0].phone) == ("商贸流通科", None, "6195136")
    assert {(c.person, c.phone) for c in found[1:]} == {("马骏", "6195136"), ("李雪", "6195135")}


def test_one_phone_may_belong_to_several(catalog: Catalog) -> None:
    """6195388 is printed for 乔宗梅 (items 27, 34) and 窦伟乘 (item 44)."""
    assert {c.person for c in catalog.directory.of_phone("6195388")} == {"乔宗梅", "窦伟乘"}


def test_a_desk_keeps_all_measures_that_print_it(catalog: Catalog) -> None:
    """基妇科 stands in row 10 only; 商贸流通科 6195136 without a person in rows 16, 19 and 20."""
    desks = catalog.directory.of_department("区商务局", "周村")
    assert set(desks[0].sources) == {f"周政办字〔2024〕11号#{row}" for row in (16, 19, 20)}


def test_the_directory_holds_nothing_for_another_region(catalog: Catalog) -> None:
    """区财政局 belongs to 周村; 聊城's 市财政局 has no printed phone."""
    assert catalog.directory.contacts("区财政局", "聊城") == ()
    assert catalog.directory.contacts("市财政局", "聊城") == ()
