from corpus.structure.clauses.divisions import find_measures
from corpus.structure.clauses.numbering import item_names
from corpus.structure.clauses.segment import grow
from corpus.text.excerpt import whole

LEAD = "（牵头单位：市商务局）"


def names(*paragraphs: str) -> list[str]:
    root = grow(whole(paragraph) for paragraph in paragraphs)
    return item_names(root, find_measures(root))


def test_labels_that_run_on_across_parents_stand_bare() -> None:
    """33号 numbers its tasks 1 to 12 through five headings."""
    assert names(
        "二、任务",
        "（一）流通",
        f"1．商贸。{LEAD}",
        f"2．农资。{LEAD}",
        "（二）服务",
        f"3．骨干。{LEAD}",
        "三、保障",
        "（一）领导。",
    ) == ["1", "2", "3", "三（一）"]


def test_labels_that_restart_carry_the_path() -> None:
    """31号 counts （一） anew under every 一、."""
    assert names("一、要求", "（一）思想。", "（二）原则。", "二、实施", "（一）计划。") == [
        "一（一）",
        "一（二）",
        "二（一）",
    ]


def test_only_list_with_responsibilities_stands_bare() -> None:
    """30号: the tasks of part 一 name departments, the safeguards of part 二 none."""
    assert names("一、工作", f"（一）外网。{LEAD}", f"（二）网站。{LEAD}", "二、保障", "（一）机制。") == [
        "（一）",
        "（二）",
        "二（一）",
    ]


def test_clause_is_divided_where_its_parts_name_who_is_responsible() -> None:
    """五（二）1 of 聊政办字〔2021〕13号 is a measure; 1. under 二（一） of 30号 is not."""
    assert names(
        "五、保障", "（二）政策", f"1. 财政。{LEAD}", f"2. 税收。{LEAD}", "（三）服务", "1. 统计。"
    ) == [
        "五（二）1",
        "五（二）2",
        "五（三）",
    ]


def test_label_with_a_dash_belongs_to_the_item_it_names() -> None:
    """第19项 is split into 19—1 … though sections of its own stand between."""
    root = grow(map(whole, ["第19项", "（一）政策原文", "第19项政策19—1", "（一）政策原文", "第20项"]))
    assert item_names(root, find_measures(root)) == ["19-1", "20"]


def test_remark_after_the_last_clause_belongs_to_none() -> None:
    """27号 ends in a paragraph for all its items after item 33."""
    remark = "为确保各项重要政策举措和重点工作部署在我区落地落实，各部门要提高站位。"
    root = grow(map(whole, ["一、减税", "1．关于社保。", "落实措施：继续。（责任单位：区财政局）", remark]))
    assert [paragraph.text for paragraph in root.closing] == [remark]


def test_bracket_in_a_paragraph_of_its_own_stays_with_its_clause() -> None:
    """Page breaks push （牵头部门：…） to a new paragraph."""
    root = grow(map(whole, ["八、金融", "（五）支持转型。发行债券。", LEAD]))
    (measure,) = find_measures(root)
    assert [paragraph.text for paragraph in measure.paragraphs][-1] == LEAD
