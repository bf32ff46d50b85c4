"""What a person should look at, on the bundled documents."""

from pathlib import Path

import pytest

from corpus.keeping.document_record import understood
from corpus.keeping.intake import read_intake
from corpus.keeping.suspicions import Suspicion, by_spelling, cited, named_numbers
from tests.bundled import bundled_stock


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, Suspicion], tuple[str, ...]]:
    stock = bundled_stock()
    return {
        (remark.document, remark.suspicion): remark.about
        for record in stock.current
        for remark in record.doubts(by_spelling(stock.numbers))
    }


def test_a_number_that_is_also_another_document_is_pointed_out(found) -> None:
    """27号 cites a plan for families in need as 周政办字〔2020〕29号, which is the notice on 低保 here."""
    assert found["周政发〔2020〕27号", Suspicion.CITED] == ("周政办字〔2020〕29号",)


def test_a_number_that_no_text_prints_is_pointed_out(found) -> None:
    """The collection of 2022 and the chronicle have none; the chronicle has no date either."""
    unprinted = [number for number, suspicion in found if suspicion is Suspicion.NO_NUMBER]
    assert unprinted == ["周村2022稳中求进清单", "聊城市人民政府大事记（2021年6月）"]
    undated = [number for number, suspicion in found if suspicion is Suspicion.NO_DATE]
    assert undated == ["聊城市人民政府大事记（2021年6月）"]


def test_measures_without_a_department_are_counted(found) -> None:
    """The notice on 低保 names none; every row of 周政办字〔2024〕11号 names one."""
    assert found["周政办字〔2020〕29号", Suspicion.NO_DEPARTMENT] == ("全文",)
    assert ("周政办字〔2024〕11号", Suspicion.NO_DEPARTMENT) not in found


def test_phones_and_page_jumps_of_the_bundled_texts_are_settled(found) -> None:
    """Every phone has its department, every jump is followed, every department is known."""
    settled = {Suspicion.LOOSE_PHONE, Suspicion.PAGE_JUMP, Suspicion.UNKNOWN_DEPARTMENT}
    assert not [key for key in found if key[1] in settled]


DOUBTFUL = """周村区民政局
关于做好助餐服务的通知
周民字〔2025〕4号

各镇：
一、助餐标准。每餐补助3元，补助资金由区财政局、区老龄事业服务中心承担，咨询电话：6433459。
二、运营主体。运营主体要公示价格。（责任单位：区老龄事业服务中心）
三、资金来源。按照周政办发〔2024〕9号执行（下转第5页）
四、监督检查。（责任单位：区民政局，联系电话：6433450）

周村区民政局
2025年3月3日
"""


def doubted(folder: Path, text: str) -> dict[Suspicion, tuple[str, ...]]:
    path = folder / "通知.txt"
    path.write_text(text, encoding="utf-8")
    (draft,) = read_intake(path).drafts
    found = understood(draft).doubts(by_spelling(["周政办发〔2024〕9号", "周政办发〔2024〕19号"]))
    return {remark.suspicion: remark.about for remark in found}


@pytest.fixture
def doubts(tmp_path: Path) -> dict[Suspicion, tuple[str, ...]]:
    return doubted(tmp_path, DOUBTFUL)


def test_a_phone_between_two_departments_is_nobodys(doubts) -> None:
    """The sentence names two bodies; nobody is made to answer."""
    assert doubts[Suspicion.LOOSE_PHONE] == ("一 6433459",)


LABELS_IN_LINES = """周村区人民政府办公室关于加强夏季防汛工作的通知
各镇政府、街道办事处：
一、排查隐患。完成河道排查。责任单位：区应急局、区住房城乡建设局
联系电话：6195002
二、值班值守。汛期实行24小时值班，咨询电话：12350。
三、物资储备。储备编织袋2万条。责任单位：区财政局。各镇政府要按时上报。
周村区人民政府办公室
2025年5月30日
"""


def test_labels_behind_a_sentence_name_departments(tmp_path: Path) -> None:
    """Item 1 names two bodies for one phone, item 3 one body; a hotline of item 2 is nobody's."""
    found = doubted(tmp_path, LABELS_IN_LINES)
    assert found[Suspicion.LOOSE_PHONE] == ("一 6195002", "二 12350")
    assert found[Suspicion.NO_DEPARTMENT] == ("二",)


def test_a_title_is_no_number(tmp_path: Path) -> None:
    """A notice without a number is called by its title, which is pointed out."""
    title = "周村区人民政府办公室关于加强夏季防汛工作的通知"
    assert doubted(tmp_path, LABELS_IN_LINES)[Suspicion.NO_NUMBER] == (title,)


def test_a_department_outside_the_directory_is_pointed_out(doubts) -> None:
    """区老龄事业服务中心 is in no table of 周村; 区民政局 is."""
    assert doubts[Suspicion.UNKNOWN_DEPARTMENT] == ("区老龄事业服务中心",)


def test_measures_that_name_nobody_are_listed(doubts) -> None:
    """Item 3 names nobody; a sentence of item 1 says who pays."""
    assert doubts[Suspicion.NO_DEPARTMENT] == ("三",)


def test_a_page_jump_without_its_other_half_is_pointed_out(doubts) -> None:
    """No 上接 follows."""
    assert doubts[Suspicion.PAGE_JUMP] == ("（下转第5页）",)


def test_a_document_cited_by_number_that_is_at_hand_is_pointed_out(doubts) -> None:
    """9号 is cited, 19号 is not."""
    assert doubts[Suspicion.CITED] == ("周政办发〔2024〕9号",)


def test_numbers_are_cited_in_the_order_of_the_text_whatever_stands_in_front() -> None:
    """In any spelling, glued to the words before; 1号 is not 11号, and its own number is none."""
    text = "按照周政办发[2024]9号、原周政发（２０２０）２７号和周政办字〔2024〕11号执行"
    at_hand = ("周政发〔2020〕27号", "周政办字〔2024〕1号", "周政办字〔2024〕11号", "周政办发〔2024〕9号")
    assert cited(named_numbers(text), "周政办字〔2024〕11号", by_spelling(at_hand)) == (
        "周政办发〔2024〕9号",
        "周政发〔2020〕27号",
    )


def test_a_region_that_nothing_tells_is_asked_for(tmp_path: Path) -> None:
    """What only a folder tells is to be confirmed; what the whole country issues has none."""
    items = "一、补贴。每户每年补贴房租1000元。\n二、申报。每年6月30日前申报。\n"
    assert Suspicion.NO_REGION in doubted(tmp_path, f"房租补贴申领指南\n{items}")
    named = doubted(tmp_path, f"青禾县房租补贴申领指南\n{items}")
    assert not {Suspicion.NO_REGION, Suspicion.GUESSED_REGION} & set(named)
    folder = tmp_path / "青禾县"
    folder.mkdir()
    assert doubted(folder, f"房租补贴申领指南\n{items}")[Suspicion.GUESSED_REGION] == ("青禾县",)
    country = f"国务院关于做好稳岗工作的意见\n国发〔2025〕3号\n{items}国务院\n2025年5月6日\n"
    assert Suspicion.NO_REGION not in doubted(tmp_path, country)


def test_a_phone_that_no_item_has_is_told(tmp_path: Path) -> None:
    """The second row of a list names nobody; the others are found by whom they belong to."""
    path = tmp_path / "电话.csv"
    rows = "1,区医保局,6433001,正阳路2号\n2,,6433002,\n3,区水利局,6433003,正阳路8号\n"
    path.write_text(f"清河区咨询电话一览表,,,\n序号,单位,电话,地址\n{rows}", encoding="utf-8")
    (draft,) = read_intake(path, "清河区").drafts
    said = {remark.suspicion: remark.about for remark in understood(draft).doubts({})}
    assert said[Suspicion.UNREAD_PHONE] == ("6433002",)


@pytest.mark.parametrize(
    ("region", "is_doubted"), [("金星", True), ("清河区", False), ("周村", False), ("山东", False)]
)
def test_a_named_region_that_is_no_place_is_doubted(tmp_path: Path, region: str, is_doubted: bool) -> None:
    """Nobody could ask for it; a district that no table has may be one."""
    path = tmp_path / "甲.txt"
    items = "一、补贴。每户每年补贴房租1000元。\n二、申报。每年6月30日前申报。\n"
    path.write_text(f"关于房租补贴的通知\n{items}", encoding="utf-8")
    (draft,) = read_intake(path, region).drafts
    said = [remark.suspicion for remark in understood(draft).doubts({})]
    assert (Suspicion.STRANGE_REGION in said) is is_doubted


@pytest.mark.parametrize(
    ("title", "items"),
    [
        ("上线前检查", "一、域名。每页标题不超过30字，图片写替代文字。\n二、缓存。有效3600秒，每天备份。\n"),
        ("红烧鱼做法", "一、备料。鲤鱼一条，葱姜各20克。\n二、下锅。小火煎5分钟，翻面再煎5分钟。\n"),
    ],
)
def test_a_text_of_no_office_is_asked_about(tmp_path: Path, title: str, items: str) -> None:
    """It names no body, no place and nothing that offices deal with."""
    assert Suspicion.NO_OFFICE in doubted(tmp_path, f"{title}\n{items}")


@pytest.mark.parametrize(
    "text",
    [
        "房租补贴申领指南\n一、标准。每户每年1000元。\n二、时间。每年6月30日前。\n",
        "老人免费乘车的通知\n一、对象。本县年满65周岁的居民。\n二、时间。全年可乘。\n",
        "检查清单\n一、消防。通道不得堆放杂物。\n二、用电。由县应急局每季度检查一次。\n",
    ],
)
def test_a_text_of_an_office_without_its_name_is_not_asked_about(tmp_path: Path, text: str) -> None:
    """What it deals with tells, or a body that it gives something to do."""
    assert Suspicion.NO_OFFICE not in doubted(tmp_path, text)


def test_a_draft_is_pointed_out(tmp_path: Path) -> None:
    """With the words that call it so."""
    text = "青禾县房租补贴办法（征求意见稿）\n一、补贴。每户1000元。\n二、申报。6月30日前。\n"
    assert doubted(tmp_path, text)[Suspicion.DRAFT] == ("征求意见稿",)
