"""Replies: order, titles, terms."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, DocumentRef, ShownMeasure, Status, Term
from bot.eligibility.checking import Check, Fulfilment
from bot.messages import chinese_date
from bot.messages.items import item_name
from bot.rendering.render_text import join, render
from bot.rendering.reply import answer_blocks, full_blocks, leads
from corpus.records import Condition, Role, Section, State
from corpus.short_titles import title
from corpus.text.typesetting import clipped, cut_at_clause, tidy, utf16_length
from tests.bot.fakes import COLLECTION, contact

SHOWN = ShownMeasure(
    id="周政办字〔2020〕30号#（八）",
    doc=DocumentRef(
        "周政办字〔2020〕30号",
        "周村区人民政府办公室关于印发周村区新型智慧城市建设实施方案的通知",
        "周村区人民政府办公室",
        "周村",
        date(2020, 8, 13),
    ),
    item="（八）",
    heading=("一、重点工作",),
    text="智慧医疗。推动分级诊疗。",
    sections=(Section("", "智慧医疗。推动分级诊疗。"),),
    contacts=(replace(contact("区卫生健康局"), deadline="2021年10月"),),
    validity=Term(State.UNSTATED, None, None, ""),
    applies=True,
    applies_basis=None,
    deadline=None,
    highlights=("智慧医疗。推动分级诊疗。",),
    conditions=(),
    score=0.8,
)


def said(*measures, region=None, several=False):
    answer = Answer("问", date(2026, 11, 21), Status.ANSWERED, "", measures, region=region)
    return render(replace(answer, several_places=several))


def test_order_of_a_plain_answer():
    """Quote, deadline, source, term, whom to ask; nothing in front where nothing warns."""
    assert said(SHOWN) == (
        "智慧医疗。推动分级诊疗。\n\n"
        "完成时限：2021年10月\n"
        "依据：《周村区人民政府办公室关于印发周村区新型智慧城市建设实施方案的通知》"
        "（周政办字〔2020〕30号）第（八）项，2020年8月13日发布\n"
        "有效期：文件未写明有效期，是否仍在执行请向承办单位核实\n\n"
        "找谁问：\n区卫生健康局\n文件未印电话，可拨打12345政务服务便民热线转接"
    )


def test_the_page_of_the_original_stands_behind_the_source():
    """Where it is known; the address only with the whole measure, which has room for it."""
    paged = replace(SHOWN, page=3, url="https://www.qinghe.gov.cn/a.pdf")
    assert "第（八）项，2020年8月13日发布，原件第3页\n" in said(paged)
    assert "qinghe" not in said(paged)
    whole = join(full_blocks(paged))
    assert "，原件第3页\n" in whole
    assert "\n发布网址：https://www.qinghe.gov.cn/a.pdf\n" in whole


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (
            Term(State.IN_FORCE, date(2020, 9, 21), date(2025, 5, 30), "有效期至2025年5月30日"),
            "有效期：到2025年5月30日，目前有效（原文：“有效期至2025年5月30日”）",
        ),
        (
            Term(State.UNSTATED, date(2022, 1, 1), None, "2022年1月1日起实施"),
            "有效期：自2022年1月1日起施行，文件未写明有效期到何时",
        ),
        (Term(State.NOT_YET, date(2027, 1, 1), None, ""), "此项政策自2027年1月1日起施行，现在尚未生效。"),
        (Term(State.EXPIRED, None, date(2025, 5, 30), ""), "此项政策已于2025年5月30日到期。"),
        (
            Term(State.DRAFT, None, None, "征求意见稿"),
            "这份文件还是征求意见稿，没有正式印发，不能作为办事依据。",
        ),
    ],
)
def test_terms(term, expected):
    """Every state has its words and quotes its basis."""
    assert expected in said(replace(SHOWN, validity=term))


def test_a_warning_comes_first():
    """Expired is said before anything is quoted."""
    text = said(replace(SHOWN, validity=Term(State.EXPIRED, None, date(2025, 5, 30), "")))
    assert text.startswith("此项政策已于2025年5月30日到期。\n\n智慧医疗。")


def test_whose_rule_it_is_stands_above_the_quote_where_nobody_named_a_place():
    """Below the warnings. Where the place is known, or all documents are of one, it is not said."""
    expired = replace(SHOWN, validity=Term(State.EXPIRED, None, date(2025, 5, 30), ""))
    assert said(SHOWN, several=True).startswith("以下是周村的规定：\n\n智慧医疗。")
    assert said(expired, several=True).startswith(
        "此项政策已于2025年5月30日到期。\n以下是周村的规定：\n\n智慧医疗。"
    )
    assert said(SHOWN, region="周村", several=True).startswith("智慧医疗。")
    assert said(SHOWN, region="聊城", several=True).startswith(
        "以下是周村的文件，不是聊城的规定。\n\n智慧医疗。"
    )
    assert said(SHOWN).startswith("智慧医疗。")


def test_a_document_of_no_known_place_is_said_to_be_of_none():
    """An added notice that names no place."""
    assert said(replace(SHOWN, doc=replace(SHOWN.doc, region="")), several=True).startswith("智慧医疗。")


def test_other_places_are_labelled_in_the_list():
    """The second measure is another city's."""
    other = replace(SHOWN, doc=replace(SHOWN.doc, region="聊城", number="聊政发〔2021〕7号"), item="一（一）")
    assert "2. 〔聊城〕智慧医疗（聊政发〔2021〕7号第一部分第（一）项）" in said(SHOWN, other)


def test_a_document_without_a_number_is_named_by_its_title():
    """The 2022 collection has a name instead of a number."""
    shown = replace(SHOWN, doc=replace(SHOWN.doc, number=COLLECTION, issued=None), item="12")
    assert "通知》第12项，文件未印发布日期" in said(shown)


def test_sections_are_named_once():
    """Two runs of one section stand under one name."""
    sections = (Section("政策原文", "甲。乙。丙。"), Section("落实目标", "丁。"))
    shown = replace(SHOWN, sections=sections, highlights=("甲。", "丙。", "丁。"))
    assert said(shown).startswith("【政策原文】甲。\n丙。\n【落实目标】丁。\n\n")


def test_equal_cells_keep_their_own_headings():
    """Of two cells with the same words each stands under the heading of its own column."""
    cells = (("班次", "合唱班"), ("成人", "免费"), ("学生", "不招收"), ("老年人", "免费"))
    shown = replace(SHOWN, sections=tuple(Section(*c) for c in cells), highlights=tuple(c[1] for c in cells))
    assert said(shown).startswith("【班次】合唱班\n【成人】免费\n【学生】不招收\n【老年人】免费\n\n")


def test_equal_cells_side_by_side_are_both_named():
    """The second is no further run of the first."""
    cells = (Section("成人", "每期500元"), Section("学生", "每期500元"))
    shown = replace(SHOWN, sections=cells, highlights=("每期500元", "每期500元"))
    assert said(shown).startswith("【成人】每期500元\n【学生】每期500元\n\n")


def test_a_cell_is_not_found_inside_a_longer_one():
    """A cell that is not quoted lends no heading: 800元 does not stand in 1800元."""
    cells = (Section("外区", "1800元"), Section("本区", "800元"), Section("说明", "每处1800元；满3年后800元"))
    assert said(replace(SHOWN, sections=cells, highlights=("800元",))).startswith("【本区】800元\n\n")
    both = replace(SHOWN, sections=cells, highlights=("800元", "每处1800元；"))
    assert said(both).startswith("【本区】800元\n【说明】每处1800元；\n\n")


def test_full_text_begins_with_its_headings():
    """And ends with whom to ask."""
    text = join(full_blocks(SHOWN))
    assert text.startswith("一、重点工作\n\n智慧医疗。")
    assert "区卫生健康局" in text


def test_blocks_of_a_reply_without_measures_are_its_lines():
    """A refusal is laid out as it was written."""
    answer = Answer("问", date(2026, 11, 21), Status.NOT_COVERED, "没有。\n请拨打12345。")
    assert join(answer_blocks(answer)) == answer.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("智慧医疗。依托“健康淄博”一卡通（码）便民服务平台，融合微医", "智慧医疗"),
        (
            "2024-2025年，省级筹集资金4500万元，支持2019年1月1日前安放龙骨的船舶",
            "支持2019年1月1日前安放龙骨的船舶",
        ),
        ("1.落实中央设备更新贷款财政贴息政策资金，围绕重点行业", "落实中央设备更新贷款财政贴息政策资金"),
        (
            "关于“加强污水、垃圾处置设施建设”。\n按照要求",
            "关于“加强污水、垃圾处置设施建设”",
        ),
        (
            "根据青禾县人民政府《关于提高低保标准的通知》(青政办字〔2020〕69号)文件要求，自2020年1月1日起，将农村低保标准由每人每年5150元提高到5760元；",
            "将农村低保标准由每人每年5150元提高到5760元",
        ),
        ("按照有关规定，对符合条件的企业给予一次性补助，", "对符合条件的企业给予一次性补助"),
        ("租房补贴标准：", "租房补贴标准"),
        ("下列文件延长至2030年底：\n《青禾县渡口管理办法》（青政办发〔2022〕8号）", "青禾县渡口管理办法"),
        ("", ""),
    ],
)
def test_titles(text, expected):
    """A short first sentence, else the first clause that names a matter rather than its money."""
    assert title((Section("", text),)) == expected


def test_tidy_takes_out_typesetting_spaces():
    """Between Chinese and figures; words of Latin letters keep theirs."""
    assert tidy("2022 年，统筹 800 亿元 on line\n\n 二") == "2022年，统筹800亿元on line\n二"


def test_tidy_keeps_the_cells_of_a_row_apart():
    """A wide space: two spans of days side by side would read as one."""
    assert tidy("网上报名\t7月6日 —10日\t7月1日—3日") == "网上报名\u30007月6日—10日\u30007月1日—3日"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("19", "第19项"),
        ("表13", "附表第13行"),
        ("全文", ""),
        ("第四条（九）", "第四条（九）"),
        ("19-1", "第19-1项"),
        ("附件2-1", "附件2第1项"),
        ("附则（二）", "附则第（二）项"),
        ("申请条件", "“申请条件”"),
    ],
)
def test_item_names(item, expected):
    """As one would say it."""
    assert item_name(item) == expected


def test_dates_are_chinese():
    """No leading zeros."""
    assert chinese_date(date(2024, 7, 2)) == "2024年7月2日"


@pytest.mark.parametrize(
    ("text", "units", "expected"),
    [("老旧小区改造", 4, "老旧小…"), ("老旧小区", 4, "老旧小区"), ("😀😀😀", 5, "😀😀…")],
)
def test_clipped_counts_as_telegram_does(text, units, expected):
    """An emoji takes two units, the ellipsis one."""
    assert clipped(text, units) == expected


def test_cut_at_clause_leaves_whole_clauses():
    """补贴7000元 does not fit; without any border the beginning is left."""
    assert cut_at_clause("补贴1万元；补贴7000元。", 9) == "补贴1万元；"
    assert cut_at_clause("补贴一万元", 3) == "补贴一"


@given(st.data())
def test_any_measure_fits_one_message(data):
    """However long its parts are, the answer keeps below 3800 UTF-16 code units and names its number."""
    words = st.builds(
        lambda text, times: text * times,
        st.sampled_from(["补贴，", "😀", "字", "a b\n"]),
        st.integers(1, 3000),
    )
    text = data.draw(words)
    shown = replace(
        SHOWN,
        doc=replace(SHOWN.doc, title=data.draw(words)),
        sections=(Section("政策原文", text),),
        highlights=(text, text),
        deadline=data.draw(words),
        applies=False,
        applies_basis=data.draw(words),
        contacts=tuple(
            contact(data.draw(words), role, office=data.draw(words), phone=phone)
            for role in (Role.LEAD, Role.SUPPORT)
            for phone in ("6195000", None)
        ),
    )
    said_text = said(shown, shown, shown)
    assert utf16_length(said_text) <= 3800
    assert "周政办字〔2020〕30号" in said_text


def test_what_a_misspelt_question_was_taken_for_stands_on_top():
    """The words of the documents, before everything else."""
    answer = Answer("宽代", date(2026, 11, 21), Status.ANSWERED, "", (SHOWN,), heard=("宽带", "提速"))
    assert render(answer).startswith("按“宽带”“提速”为您查找：\n")


def test_figures_of_the_question_are_set_beside_the_conditions_after_the_quote():
    """The section stands between what the measure says and where it is printed."""
    condition = Condition("threshold", "总额", ">=", 1000.0, "万元", "总额不低于1000万元")
    check = Check(condition, Fulfilment.MEETS, "且总额不低于1000万元", "设备购置总额", "1200万")
    text = said(replace(SHOWN, conditions=(check,)))
    quote, section, source = (text.index(words) for words in ("智慧医疗", "对照您说的情况", "依据："))
    assert quote < section < source
    assert "符合：“且总额不低于1000万元”（您说的是1200万）" in text


@pytest.mark.parametrize(
    ("basis", "lead"),
    [
        ("目前我区无航运企业，此项政策不涉及。", "文件写明，这一条不适用于周村："),
        ("目前尚未建成冷库，下一步将积极引导社会资本参与。", "这一条在周村能不能用，文件是这样写的："),
        ("待实施细则出台后再组织申报。", "这一条在周村能不能用，文件是这样写的："),
    ],
)
def test_what_is_not_yet_done_is_not_said_not_to_apply(basis, lead):
    """The document tells how it stands; whether it applies is the office's to say."""
    shown = replace(SHOWN, applies=False, applies_basis=basis, doc=replace(SHOWN.doc, region="周村"))
    assert join([leads(shown, "周村")]).startswith(lead)
