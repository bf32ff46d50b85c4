"""Documents and measures of the bundled texts as they are parsed: heads, labels, and no character lost."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.bundled_sources import BUNDLED_CORPUS
from corpus.drafts import DocumentDraft, MeasureDraft
from corpus.readers import read_plain
from corpus.records import PieceKind
from corpus.structure.coverage import contested, uncovered
from corpus.structure.parse import parse_source
from corpus.structure.sources import Origin
from tests.corpus.printed_documents import CHRONICLE, LIST_2022, PRINTED, PrintedDocument

HAN = "一二三四五六七八九十"
# How many （一） stand under each of the eighteen parts of the annex of 聊政发〔2021〕7号.
PARTS_OF_7 = [18, 21, 9, 9, 10, 10, 14, 8, 5, 10, 7, 11, 15, 12, 14, 9, 10, 7]


def han(number: int) -> str:
    """Example: 21 -> 二十一."""
    tens, units = divmod(number, 10)
    ten = "" if tens == 0 else ("" if tens == 1 else HAN[tens - 1]) + "十"
    return ten + (HAN[units - 1] if units else "")


def items(drafts: dict[str, DocumentDraft], number: str) -> list[str]:
    return [measure.item for measure in drafts[number].measures]


def bracketed(prefix: str, count: int) -> list[str]:
    return [f"{prefix}（{han(position)}）" for position in range(1, count + 1)]


def test_documents_are_those_that_the_texts_print(drafts: dict[str, DocumentDraft]) -> None:
    """Seventeen documents: those printed, nothing else."""
    assert list(drafts) == [printed.number for printed in PRINTED]


@pytest.mark.parametrize("printed", PRINTED, ids=[printed.number for printed in PRINTED])
def test_document_head_is_read_as_printed(drafts: dict[str, DocumentDraft], printed: PrintedDocument) -> None:
    """Number, title, issuer, region, day of issue, sources and how many measures."""
    draft = drafts[printed.number]
    issued = draft.issued.isoformat() if draft.issued else ""
    assert (draft.number, draft.title, draft.issuer, draft.region, issued) == printed[:5]
    assert (tuple(draft.sources), len(draft.measures)) == (printed.sources, printed.measures)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("周政字〔2024〕33号", [*map(str, range(1, 13)), *bracketed("三", 4)]),
        ("周政办字〔2024〕9号", [f"表{row}" for row in range(1, 68)]),
        ("周政办字〔2024〕11号", [str(row) for row in range(1, 33)]),
        (
            LIST_2022,
            [
                *map(str, range(1, 19)),
                *(f"19-{part}" for part in range(1, 6)),
                *map(str, range(20, 36)),
                "36-1",
                "36-2",
                *map(str, range(37, 57)),
            ],
        ),
        ("周政发〔2020〕27号", [str(item) for item in range(1, 34)]),
        ("周政办字〔2020〕29号", ["全文"]),
        ("周政办字〔2020〕30号", [*bracketed("", 21), *bracketed("二", 5)]),
        (
            "周政办字〔2020〕31号",
            [
                *bracketed("一", 4),
                *bracketed("二", 4),
                *bracketed("三", 2),
                *bracketed("四", 15),
                *bracketed("五", 3),
            ],
        ),
        (
            "聊政发〔2021〕7号",
            [
                *bracketed("正文二", 4),
                *bracketed("正文三", 4),
                *bracketed("正文四", 5),
                *(
                    name
                    for part, count in enumerate(PARTS_OF_7, start=1)
                    for name in bracketed(han(part), count)
                ),
            ],
        ),
        (
            "聊政办发〔2021〕5号",
            [
                *bracketed("一", 7),
                *bracketed("二", 2),
                *bracketed("三", 3),
                *bracketed("四", 4),
                *bracketed("五", 4),
            ],
        ),
        (
            "聊政办字〔2021〕11号",
            [
                "第一条",
                "第二条",
                "第三条",
                *bracketed("第四条", 13),
                *bracketed("第五条", 4),
                *bracketed("第六条", 6),
                *bracketed("第七条", 2),
                "第八条",
                "第九条",
            ],
        ),
        (
            "聊政办字〔2021〕13号",
            [
                *bracketed("一", 2),
                *bracketed("二", 6),
                *bracketed("三", 4),
                *bracketed("四", 4),
                "五（一）",
                *(f"五（二）{part}" for part in range(1, 6)),
                "五（三）",
                "五（四）",
            ],
        ),
        ("聊政办字〔2021〕14号", [*bracketed("三", 5), *bracketed("四", 3)]),
        ("聊政任〔2021〕12号", ["全文"]),
    ],
)
def test_measures_are_named_by_the_labels_printed(
    drafts: dict[str, DocumentDraft], number: str, expected: list[str]
) -> None:
    """Labels that run on stand bare, labels that restart carry their path."""
    assert items(drafts, number) == expected


def test_chronicle_counts_further_entries_of_a_day(drafts: dict[str, DocumentDraft]) -> None:
    """18 June has four entries, 29 June five; 10-11 and 23—24 June are days of their own."""
    names = items(drafts, CHRONICLE)
    assert names[:3] == ["1日", "2日", "2日△2"]
    assert [name for name in names if name.startswith("18日")] == ["18日", "18日△2", "18日△3", "18日△4"]
    assert {"10日", "10-11日", "23日", "23—24日", "24日", "29日△5", "30日△3"} <= set(names)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("聊政发〔2021〕7号#十八（四）", "市生态环境局、市交通运输局、市市场监管局、市外办、"),
        ("聊政办发〔2021〕5号#五（二）", "抓好教育培训。重点围绕贯彻落实《政府信息公开条例》"),
        ("聊政办字〔2021〕11号#第六条（五）", "奖励资金由市财政部门拨付到各县（市、区）财政部门"),
        ("聊政办字〔2021〕13号#五（二）5", "电价格政策。\n(牵头单位：市自然资源和规划局、市发展改革委、"),
        ("聊政发〔2021〕7号#五（六）", "市税务局、市大数据局)"),
        ("聊政发〔2021〕7号#九（一）", "市地方金融监管局；"),
        ("聊政发〔2021〕7号#二（二十）", "（牵头部门：市行政审批局；"),
        ("聊政发〔2021〕7号#二（十五）", "各县（市、区）人民政府、市属开发区管委会）"),
        ("聊政发〔2021〕7号#一（十一）", "（牵头部门：市行政审批局、市市场监管局；责任部门：市税务局）"),
        ("聊政发〔2021〕7号#十八（六）", "（牵头部门：市商务投资促进局、市贸促会）"),
        ("聊政发〔2021〕7号#正文四（四）", "将营商环境评价成绩纳入全市高质量发展综合考评和"),
        (f"{LIST_2022}#12", "责任单位：区财政局，责任科室：综合科；"),
        (f"{LIST_2022}#27", "（牵头单位：区发展改革局，责任科室：动能转换推进科，2022年12月）"),
        (f"{LIST_2022}#30", "责任科室：工商贸易科；完成时限：2022年12月）"),
        ("周政办字〔2020〕30号#（三）", "周村经济开发区管委会；完成时限：2020年8月）"),
        ("周政办字〔2020〕30号#（十六）", "（建筑面积20000平方米以上)用电能耗"),
    ],
)
def test_torn_words_are_whole_again(measures: dict[str, MeasureDraft], key: str, words: str) -> None:
    """Page jumps, column breaks and hard wraps cut names, numbers and brackets."""
    assert words in measures[key].text


def test_lost_line_is_not_invented(measures: dict[str, MeasureDraft]) -> None:
    """The print drops a line after 外商 in 十八（六）."""
    assert "印发《关于完善外商投诉处理相关工作制度的通知》" in measures["聊政发〔2021〕7号#十八（六）"].text


def test_displaced_removals_follow_their_heading(measures: dict[str, MeasureDraft]) -> None:
    """聊政任〔2021〕12号 appoints one and removes three."""
    assert measures["聊政任〔2021〕12号#全文"].text == (
        "市人民政府决定，任命：\n吕海燕为聊城市信访局信访督查专员（副县级）（试用期一年）。\n免去：\n"
        "玄志刚的聊城市广播电视台副台长职务；\n代子亭的聊城市土地储备开发集团有限公司董事长职务；\n"
        "商善刚的聊城市中医医院院长职务。"
    )


def test_closing_paragraphs_are_glued_to_no_measure(measures: dict[str, MeasureDraft]) -> None:
    """Remarks for a whole document follow its last item, or the last of a part."""
    assert measures["周政发〔2020〕27号#33"].text.endswith("区医疗保障分局配合）")
    assert measures["周政办字〔2020〕31号#五（三）"].text.endswith("参与老旧小区改造工作。")
    assert measures["聊政办发〔2021〕5号#一（七）"].text.endswith("依法全面公开各类服务信息。")
    assert measures["周政字〔2024〕33号#三（四）"].text.endswith("区供销联社，各镇政府、街道办事处）")


def test_differences_between_two_prints_are_reported(drafts: dict[str, DocumentDraft]) -> None:
    """002 is quoted; 003 prints other words in six items, other widths and spaces in many."""
    differences = drafts["周政发〔2020〕27号"].differences
    assert [line.split(":")[0] for line in differences] == ["2", "14", "23", "25", "26", "33"]
    assert "23: 区发展改革局 / 区发展改革委" in differences
    assert "26: 区供销联社 / 区供销社" in differences
    assert "2: 电影放映服务等 / 电影放映等" in differences


@pytest.mark.parametrize("path", sorted(BUNDLED_CORPUS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_every_character_of_a_source_stands_in_one_kind_of_piece(
    drafts: dict[str, DocumentDraft], path: Path
) -> None:
    """Nothing is lost, and nothing is two things at once."""
    pieces = [piece for draft in drafts.values() for piece in draft.pieces]
    assert uncovered(path.name, path.read_bytes().decode("utf-8"), pieces) == ()
    assert contested(path.name, pieces) == ()


def test_text_of_a_measure_stands_in_its_source(drafts: dict[str, DocumentDraft]) -> None:
    """White space apart; measures stitched across a page jump or sharing a section apart."""
    joined = {
        "聊政发〔2021〕7号#十八（四）",
        "聊政发〔2021〕7号#正文四（四）",
        "聊政办发〔2021〕5号#五（二）",
        "聊政办字〔2021〕13号#五（二）5",
        "聊政任〔2021〕12号#全文",
        f"{LIST_2022}#36-2",
    }
    foreign = set()
    for draft in drafts.values():
        source = "".join((BUNDLED_CORPUS / draft.sources[0]).read_text("utf-8").split())
        for measure in draft.measures:
            if "".join(measure.text.split()) not in source:
                foreign.add(f"{draft.number}#{measure.item}")
    assert foreign == joined


def test_contacts_of_the_cover_belong_to_no_measure(drafts: dict[str, DocumentDraft]) -> None:
    """0635-8288953 is the editors' telephone."""
    assert not any("8288953" in m.text for draft in drafts.values() for m in draft.measures)
    assert not any("8288953" in draft.text for draft in drafts.values())


FRAGMENTS = [
    *("一、总体要求", "（一）加强领导。", "1. 做好工作", "第一条 为了", "第3项", "3—1 内资", "①"),
    *("附件1", "附件：1．表", "\t序号", "\t1", "\t2", "\t", "\t责任单位", "目 录", "通知 4"),
    *("某某市人民政府", "关于印发工作方案的通知", "某政发〔2021〕7号", "2021年6月18日", "2021年13月40日"),
    *("（下转第41页）", "（上接第25页）", "各县，执行。", "各县：", "免去：", "张三的局长职务；"),
    *("某市大事记", "(2021年6月)", "1日，开会。", "△会见。", "（责任单位：区财政局）", "——————", "12"),
    *("纳入", "入全市", "（", " ", "\n", "\n\n", "\x0c", "\r\n", "\u2028", "\x1c"),
]


@given(
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=40).map("\n".join),
    st.sampled_from(["", "甲"]),
)
@settings(max_examples=200)
def test_any_text_is_parsed_without_loss_and_with_unique_items(text: str, number: str) -> None:
    """Whatever the text: no exception, no character lost, each measure found again by its piece."""
    drafts = parse_source(read_plain("x.txt", text), Origin("x.txt", number=number))
    pieces = [piece for draft in drafts for piece in draft.pieces]
    assert uncovered("x.txt", text, pieces) == ()
    assert contested("x.txt", pieces) == ()
    for draft in drafts:
        assert len({measure.item for measure in draft.measures}) == len(draft.measures)
    ids = {f"{draft.number}#{measure.item}" for draft in drafts for measure in draft.measures}
    assert {piece.name for piece in pieces if piece.kind is PieceKind.MEASURE} == ids


def test_a_table_in_a_chronicle_is_kept() -> None:
    """A line with a tab is a table; it holds no measures and is not lost."""
    text = "某市大事记\n(2021年6月)\n1日，开会。\n\t序号"
    drafts = parse_source(read_plain("x.txt", text), Origin("x.txt"))
    pieces = [piece for draft in drafts for piece in draft.pieces]
    assert uncovered("x.txt", text, pieces) == ()
    assert [measure.item for draft in drafts for measure in draft.measures] == ["1日"]


def test_labels_go_on_beyond_ninety_nine() -> None:
    """A handbook of 130 items, in three ways of numbering."""
    for form in ("{}.对第{}类企业给予补贴。", "{}、对第{}类企业给予补贴。", "问{}：第{}类人员领多少？"):
        text = "青禾县惠企政策汇编\n\n" + "\n".join(form.format(n, n) for n in range(1, 131))
        (draft,) = parse_source(read_plain("x.txt", text), Origin("x.txt"))
        assert len(draft.measures) == 130


def test_what_is_no_measure_is_the_lead(drafts: dict[str, DocumentDraft]) -> None:
    """Document 33 prints its reasons before the first heading; its first measure is none of them."""
    lead = drafts["周政字〔2024〕33号"].lead
    assert lead.startswith("周村区人民政府")
    assert "为推动供销合作社高质量发展，发挥供销合作社在加快农业农村现代化中的重要作用" in lead
    assert all(measure.text not in lead for measure in drafts["周政字〔2024〕33号"].measures)


def test_a_number_that_is_cited_begins_no_document() -> None:
    """Blanks in a text of one line tear the citation of several issuers into lines."""
    cited = (
        "青禾县税费优惠问答\n\n"
        "1、捐赠能不能扣除？可以，见《关于捐赠税收政策的公告》（财政部\n海关总署\n税务总局公告2020年第6号）。\n"
        "2、车船税能不能缓缴？可以，依据7财政部\n税务总局公告（2020年第8号）\n办理。\n"
    )
    (draft,) = parse_source(read_plain("x.txt", cited), Origin("x.txt"))
    assert [measure.item for measure in draft.measures] == ["1", "2"]


def test_a_short_guide_of_fields_is_one_measure() -> None:
    """Points below 【所需材料】 are papers to bring; 【承办机构】 names whom 【咨询电话】 calls."""
    text = (
        "青禾县犬证办理指南\n\n【事项名称】犬证办理\n【承办机构】青禾县公安局治安大队\n"
        "【所需材料】\n1. 身份证\n2. 免疫证明\n3. 犬只照片\n【收费标准】不收费\n【咨询电话】5550101\n"
    )
    (draft,) = parse_source(read_plain("x.txt", text), Origin("x.txt"))
    assert [measure.item for measure in draft.measures] == ["全文"]


def test_fields_that_come_again_divide_a_handbook() -> None:
    """Each matter has its own 【承办机构】: such a text is no guide to one matter."""
    matter = "{}.{}\n【适用范围】居民\n【承办机构】县民政局\n【收费标准】不收费\n【咨询电话】5550101\n"
    text = "青禾县便民手册\n\n" + "".join(
        matter.format(n, name) for n, name in enumerate(("低保", "殡葬"), 1)
    )
    (draft,) = parse_source(read_plain("x.txt", text), Origin("x.txt"))
    assert len(draft.measures) == 2
