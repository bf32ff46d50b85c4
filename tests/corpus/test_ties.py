"""Which documents at hand are tied, by what each says of others."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.extraction.document_facts.citations import citations
from corpus.extraction.document_facts.extended_terms import extended_terms
from corpus.keeping.intake import read_intake
from corpus.keeping.tying import ties_among
from corpus.ties import DocumentKind, TieKind
from tests.corpus.tied_files import FLATS, notice, page, pairs, records, ties

FLATS_NUMBER = "青政办发〔2023〕6号"
OLD_FLATS = (
    FLATS.replace("〔2023〕6号", "〔2018〕2号").replace("2023年", "2018年").replace("2028年", "2023年")
)
OTHER_COUNTY = FLATS.replace("青禾县", "白石县").replace("青政办发", "白政办发")
POINTS = "一、申请对象。大专以上毕业生。\n二、申请方式。向窗口申请。"


# Interpretations.


@pytest.mark.parametrize(
    "title",
    [
        "《青禾县人才公寓管理办法》政策解读",
        "青禾县人才公寓管理办法解读（二）",
        "关于青禾县人才公寓管理办法的解读",
        "一图读懂《青禾县人才公寓管理办法》",
        "【政策解读】青禾县人才公寓管理办法",
        "《关于印发青禾县人才公寓管理办法的通知》政策解读",
        "《青禾县人民政府办公室关于印发〈青禾县人才公寓管理办法〉的通知》图解",
        "青禾县人才公寓管理办法热点10问",
        "《人才公寓管理办法》问答",
    ],
)
def test_an_interpretation_is_tied_to_the_policy_that_its_title_names(tmp_path: Path, title: str) -> None:
    """However it names it."""
    assert pairs(tmp_path, FLATS, page(title, POINTS)) == [(TieKind.INTERPRETS, title, FLATS_NUMBER)]


@pytest.mark.parametrize(
    "opening",
    [
        "近日，青禾县人民政府办公室印发了《青禾县人才公寓管理办法》（青政办发〔2023〕6号），主要内容如下：",
        "为贯彻落实《清河市人才住房办法》，我县出台《青禾县人才公寓管理办法》。",
        "《青禾县人才公寓管理办法》的制定背景是什么？",
        "现就《青禾县人才公寓管理办法》有关内容解读如下：",
    ],
)
def test_an_opening_names_the_policy_where_the_title_does_not(tmp_path: Path, opening: str) -> None:
    """What the policy itself rests on is not what is explained."""
    upper = notice("关于印发清河市人才住房办法的通知", "清政发〔2022〕1号", POINTS, issuer="清河市人民政府")
    upper = upper.replace("2025年", "2022年")
    title = "人才公寓政策解读"
    text = page(title, f"{opening}\n{POINTS}", source="青禾县住房和城乡建设局")
    assert pairs(tmp_path, upper, FLATS, text) == [(TieKind.INTERPRETS, title, FLATS_NUMBER)]


def test_another_countys_policy_of_the_same_name_is_not_meant(tmp_path: Path) -> None:
    """Neither by its full title nor by a title that leaves the county out."""
    full = page("《青禾县人才公寓管理办法》政策解读", POINTS)
    short = page("《人才公寓管理办法》政策解读", POINTS)
    assert pairs(tmp_path, OTHER_COUNTY, full, short) == []


def test_a_title_without_its_county_means_the_own_one(tmp_path: Path) -> None:
    """Both counties have one of that name."""
    title = "《人才公寓管理办法》政策解读"
    assert pairs(tmp_path, OTHER_COUNTY, FLATS, page(title, POINTS)) == [
        (TieKind.INTERPRETS, title, FLATS_NUMBER)
    ]


def test_an_interpretation_of_no_known_place_needs_the_place_in_the_title(tmp_path: Path) -> None:
    """人才公寓管理办法 alone may be anybody's."""
    full = "《青禾县人才公寓管理办法》政策解读"
    text = f"{full}\n\n{POINTS}\n"
    short = "人才公寓管理办法问答\n\n1.租金多少？\n答：8元。\n2.几年？\n答：三年。\n"
    assert [(tie.source, tie.target) for tie in ties(tmp_path, FLATS, text, short)] == [(full, FLATS_NUMBER)]


def test_the_edition_of_the_number_is_meant(tmp_path: Path) -> None:
    """An older page names the older number."""
    text = page("《青禾县人才公寓管理办法》（青政办发〔2018〕2号）政策解读", POINTS, day="2024-01-05")
    assert [target for _, _, target in pairs(tmp_path, OLD_FLATS, FLATS, text)] == ["青政办发〔2018〕2号"]


@pytest.mark.parametrize(
    ("day", "number"), [("2019-03-01", "青政办发〔2018〕2号"), ("2023-03-15", FLATS_NUMBER)]
)
def test_without_a_number_the_newest_edition_of_the_day_is_meant(
    tmp_path: Path, day: str, number: str
) -> None:
    """An interpretation of 2019 explains the rules of 2018."""
    text = page("《青禾县人才公寓管理办法》政策解读", POINTS, day=day)
    assert [target for _, _, target in pairs(tmp_path, OLD_FLATS, FLATS, text)] == [number]


def test_an_edition_that_is_not_at_hand_is_not_replaced_by_another(tmp_path: Path) -> None:
    """The number printed is that of a policy nobody added."""
    text = page("《青禾县人才公寓管理办法》（青政办发〔2020〕9号）政策解读", POINTS)
    assert pairs(tmp_path, OLD_FLATS, FLATS, text) == []


def test_without_days_two_editions_leave_a_choice(tmp_path: Path) -> None:
    """The page prints no day."""
    text = f"《青禾县人才公寓管理办法》政策解读\n\n来源：青禾县民政局\n\n{POINTS}\n"
    assert pairs(tmp_path, OLD_FLATS, FLATS, text) == []
    assert [target for _, _, target in pairs(tmp_path, FLATS, text)] == [FLATS_NUMBER]


def test_an_interpretation_is_not_of_a_much_later_policy(tmp_path: Path) -> None:
    """It may be published days before the policy is printed, not years."""
    early, late = (
        page("《青禾县人才公寓管理办法》政策解读", POINTS, day=day) for day in ("2023-03-01", "2021-03-01")
    )
    assert len(pairs(tmp_path, FLATS, early)) == 1
    assert pairs(tmp_path, FLATS, late) == []


def test_a_draft_and_the_policy_are_explained_apart(tmp_path: Path) -> None:
    """What explains a draft names it so."""
    title = "青禾县停车管理办法（征求意见稿）"
    draft = page(title, POINTS, day="2024-03-01")
    issued = notice("关于印发青禾县停车管理办法的通知", "青民发〔2024〕9号", POINTS, day="2024年6月1日")
    about_draft = page(f"《{title}》起草说明", POINTS, day="2024-03-02")
    about_policy = page("《青禾县停车管理办法》政策解读", POINTS, day="2024-06-02")
    assert pairs(tmp_path, draft, issued, about_draft, about_policy) == [
        (TieKind.INTERPRETS, f"《{title}》起草说明", title),
        (TieKind.INTERPRETS, "《青禾县停车管理办法》政策解读", "青民发〔2024〕9号"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "一、总则。根据《青禾县人才公寓管理办法》，就有关事项通知如下。\n二、其他。自印发之日起执行。",
        "一、总则。按照《青禾县人才公寓管理办法》（青政办发〔2023〕6号）第三条收取租金。\n二、其他。抓好落实。",
        "一、总则。符合《青禾县人才公寓管理办法》条件的，可以申请。\n二、其他。抓好落实。",
    ],
)
def test_a_document_cited_as_grounds_is_not_tied(tmp_path: Path, body: str) -> None:
    """Neither with its number nor without."""
    assert pairs(tmp_path, FLATS, notice("关于做好人才安居工作的通知", "青民发〔2025〕9号", body)) == []


def test_grounds_of_an_interpretation_are_not_explained(tmp_path: Path) -> None:
    """The page explains something else."""
    text = page("青禾县安居政策解读", f"根据《青禾县人才公寓管理办法》，对有关问题作如下说明。\n{POINTS}")
    assert pairs(tmp_path, FLATS, text) == []


# Amendments.


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("将第三条修改为：“人才公寓租金为每月每平方米6元。”", "第三条"),
        ("第三条修改为：\n“第三条　租金标准：\n（一）本科生6元；\n（二）硕士4元。”", "第三条"),
        ("第二条中的“本科”修改为“专科”。", "第二条"),
        ("将第四条第一款改为“租住期限不超过五年。”", "第四条"),
        ("删去第四条。", "第四条"),
        ("第4条予以删除。", "第四条"),
        ("在第二条后增加一款：“退役军人可以申请。”", "第二条"),
        ("第四条第三项修改为：“续租不超过一次；”", "第四条"),
        ("在《青禾县人才公寓管理办法》第二条中增加一项作为第二项，即：“退役军人；”", "第二条"),
        ("第二条增加一款作为该条第二款，即：“夫妻只能申请一套。”", "第二条"),
    ],
)
def test_an_amended_article_is_known(tmp_path: Path, sentence: str, label: str) -> None:
    """With the sentence that amends it, and the measure of the decision that holds it."""
    decision = notice(
        "关于修改《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕11号", f"一、{sentence}\n二、抓好落实。"
    )
    (tie,) = ties(tmp_path, FLATS, decision)
    (change,) = tie.changes
    words = "".join(sentence.split())
    assert (tie.kind, tie.target, change.measure) == (TieKind.AMENDS, FLATS_NUMBER, f"{FLATS_NUMBER}#{label}")
    assert ("".join(change.words.split()), change.by) == (words, "青政办发〔2025〕11号#一")


def test_several_articles_of_one_sentence_are_amended(tmp_path: Path) -> None:
    """The numbers that articles get are none of theirs."""
    body = (
        "一、将第二条、第五条中的“县住建局”修改为“县住房局”。\n二、第五条改为第六条。\n"
        "三、增加一条，作为第七条：“提前腾退的，退还押金。”\n四、第二条后增加一条作为第三条，即：“按月缴租。”"
    )
    decision = notice("关于修改《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕11号", body)
    (tie,) = ties(tmp_path, FLATS, decision)
    items = [(change.label, change.measure.partition("#")[2]) for change in tie.changes]
    assert items == [("第二条", "第二条"), ("第五条", "第五条"), ("第五条", "第五条"), ("", ""), ("", "")]


def test_a_decision_on_several_documents_changes_each(tmp_path: Path) -> None:
    """The sentences belong to the document named last; one that is not at hand is left out."""
    parking = notice(
        "关于印发青禾县停车管理办法的通知",
        "青政发〔2020〕5号",
        "第一条 停车收费每小时2元。\n第二条 夜间停车半价。\n第三条 本办法自2020年7月1日起施行。",
        day="2020年6月1日",
    )
    body = (
        "一、对《青禾县停车管理办法》（青政发〔2020〕5号）作出修改\n（一）删去第二条。\n（二）将第一条中的“2元”修改为“1元”。\n"
        "二、将《青禾县养犬规定》第二条修改为“每户一只。”\n"
        "三、对《青禾县人才公寓管理办法》作如下修改：第四条修改为“租住期限不超过五年。”"
    )
    decision = notice("关于修改部分规范性文件的决定", "青政发〔2025〕8号", body)
    changed = {
        tie.target: [(change.label, change.words[:5]) for change in tie.changes]
        for tie in ties(tmp_path, FLATS, parking, decision)
    }
    assert changed == {
        "青政发〔2020〕5号": [("第二条", "删去第二条"), ("第一条", "将第一条中")],
        FLATS_NUMBER: [("第四条", "对《青禾县")],
    }


def test_a_text_that_contains_the_changes_is_not_amended_again(tmp_path: Path) -> None:
    """It says so at its head, or prints the new words."""
    decision = notice(
        "关于修改《青禾县人才公寓管理办法》的决定",
        "青政办发〔2025〕11号",
        "一、将第三条修改为：“人才公寓租金为每月每平方米6元。”\n二、抓好落实。",
    )
    head = "（根据2025年5月20日《关于修改〈青禾县人才公寓管理办法〉的决定》修正）\n\n第一条"
    says_so = FLATS.replace("\n第一条", head)
    prints = FLATS.replace("租金为每月每平方米8元", "租金为每月每平方米6元")
    assert pairs(tmp_path, says_so, decision) == [
        (TieKind.INCORPORATES, FLATS_NUMBER, "青政办发〔2025〕11号")
    ]
    assert [tie.changes for tie in ties(tmp_path, prints, decision)] == [()]


def test_an_extended_term_is_a_change_of_the_whole(tmp_path: Path) -> None:
    """With the sentence that extends it."""
    body = (
        "经研究，决定将《青禾县人才公寓管理办法》（青政办发〔2023〕6号）有效期延长至2030年3月31日。\n"
        "一、抓好落实。\n二、做好衔接。"
    )
    decision = notice(
        "关于延长《青禾县人才公寓管理办法》有效期的通知", "青政办发〔2028〕1号", body, day="2028年3月1日"
    )
    (tie,) = ties(tmp_path, FLATS, decision)
    ((change),) = tie.changes
    assert (change.label, change.measure) == ("有效期", "")
    assert change.words.endswith("有效期延长至2030年3月31日")


def test_a_text_without_a_title_is_understood(tmp_path: Path) -> None:
    """Of a collection's page the title may not be found; the text is taken in all the same."""
    path = tmp_path / "甲.txt"
    path.write_text(FLATS, encoding="utf-8")
    (draft,) = read_intake(path).drafts
    for title in ("", "关于", "关于延长"):
        assert citations(replace(draft, title=title), DocumentKind.POLICY) == ()


def test_articles_printed_below_a_decision_are_no_changes(tmp_path: Path) -> None:
    """The decision prints the policy as it is now; its articles may speak of changing something."""
    body = (
        "一、将第四条修改为：“租住期限不超过五年。”\n根据本决定重新公布。\n\n青禾县人才公寓管理办法\n\n"
        "第一条 为规范管理，制定本办法。\n第二条 用途变更为商业的，应当收回。\n"
        "第三条 名称改为人才之家的，报县住建局。"
    )
    decision = notice("关于修改《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕11号", body)
    (tie,) = ties(tmp_path, FLATS, decision)
    assert [change.label for change in tie.changes] == ["第四条"]


@pytest.mark.parametrize(
    "body",
    [
        "第一条 年内对《青禾县人才公寓管理办法》进行修订。\n第二条 将第三条房源调整为公租房。",
        "一、第三条街改为步行街。\n二、按《青禾县人才公寓管理办法》管理。",
    ],
)
def test_a_policy_with_plans_of_its_own_amends_nothing(tmp_path: Path, body: str) -> None:
    """Only a sentence that names the document changes its articles."""
    text = notice("关于做好人才安居工作的通知", "青民发〔2025〕9号", body)
    assert all(not tie.changes for tie in ties(tmp_path, FLATS, text))


def test_a_notice_may_amend_without_saying_so_in_its_title(tmp_path: Path) -> None:
    """In one sentence, or below an opening."""
    one = "一、将《青禾县人才公寓管理办法》第三条租金标准调整为“每月每平方米6元”。\n二、抓好落实。"
    several = "现对《青禾县人才公寓管理办法》作出如下调整：\n一、第三条修改为：“租金6元。”\n二、删去第四条。"
    for body, labels in ((one, ["第三条"]), (several, ["第三条", "第四条"])):
        text = notice("关于调整人才公寓有关标准的通知", "青建发〔2025〕9号", body)
        (tie,) = ties(tmp_path, FLATS, text)
        assert [change.label for change in tie.changes] == labels


def test_an_older_decision_amends_no_newer_text(tmp_path: Path) -> None:
    """It was decided before the policy was issued."""
    decision = notice(
        "关于修改《青禾县人才公寓管理办法》的决定",
        "青政办发〔2021〕1号",
        "一、删去第四条。\n二、抓好落实。",
        day="2021年2月1日",
    )
    assert pairs(tmp_path, FLATS, decision) == []


def test_an_interpretation_that_tells_of_changes_amends_nothing(tmp_path: Path) -> None:
    """It quotes what somebody else decided."""
    text = page(
        "《青禾县人才公寓管理办法》政策解读", "一、修改内容。\n将第四条修改为“不超过五年。”\n二、其他。无。"
    )
    assert [kind for kind, _, _ in pairs(tmp_path, FLATS, text)] == [TieKind.INTERPRETS]


# Repeals.


@pytest.mark.parametrize(
    "repeal",
    [
        "《青禾县人才公寓管理办法》同时废止。",
        "《关于印发〈青禾县人才公寓管理办法〉的通知》（青政办发〔2023〕6号）同时废止。",
        "《青禾县养犬规定》和《青禾县人才公寓管理办法》自本办法施行之日起废止。",
        "原《青禾县人才公寓管理办法》（青政办发〔2023〕6号）不再执行。",
        "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）等2件规范性文件自2025年6月1日起一并废止。",
        "县政府决定废止《青禾县养犬规定》《青禾县人才公寓管理办法》。",
    ],
)
def test_a_repealed_document_is_known(tmp_path: Path, repeal: str) -> None:
    """By number or by title."""
    text = notice(
        "关于印发青禾县人才安居办法的通知",
        "青政办发〔2025〕7号",
        f"第一条 毕业生可以申请。\n第二条 租金8元。\n第三条 本办法自2025年6月1日起施行。{repeal}",
    )
    assert pairs(tmp_path, FLATS, text) == [(TieKind.REPEALS, "青政办发〔2025〕7号", FLATS_NUMBER)]


@pytest.mark.parametrize(
    "body",
    [
        "经研究，决定废止下列文件：\n1.《青禾县养犬规定》（青政发〔2012〕9号）\n2.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）",
        "一、废止的规范性文件目录\n1.青禾县人民政府办公室关于印发青禾县人才公寓管理办法的通知（青政办发〔2023〕6号）\n二、继续有效的文件目录\n1.《青禾县停车办法》",
        "对以下文件予以废止：\n（一）《青禾县人才公寓管理办法》；\n（二）《青禾县养犬规定》。",
    ],
)
def test_a_list_of_repealed_documents_is_read(tmp_path: Path, body: str) -> None:
    """Entry by entry."""
    text = notice("关于公布文件清理结果的通知", "青政办发〔2025〕7号", body)
    assert pairs(tmp_path, FLATS, text) == [(TieKind.REPEALS, "青政办发〔2025〕7号", FLATS_NUMBER)]


def test_a_decision_may_repeal_in_its_title(tmp_path: Path) -> None:
    """Its text says no more."""
    text = notice(
        "关于废止《青禾县人才公寓管理办法》的决定", "青政办发〔2025〕7号", "一、请遵照执行。\n二、做好衔接。"
    )
    assert pairs(tmp_path, FLATS, text) == [(TieKind.REPEALS, "青政办发〔2025〕7号", FLATS_NUMBER)]


@pytest.mark.parametrize(
    "sentence",
    [
        "《青禾县人才公寓管理办法》第三条同时废止。",
        "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）中与本办法不一致的规定同时废止。",
        "《青禾县养犬规定》自《青禾县人才公寓管理办法》施行之日起废止。",
        "根据《青禾县人才公寓管理办法》，《青禾县养犬规定》予以废止。",
        "违反《青禾县人才公寓管理办法》的，资格失效。",
        "《青禾县人才公寓管理办法》规定的租金标准不再执行。",
        "《青禾县人才公寓管理办法》附件同时废止。",
        "依《青禾县人才公寓管理办法》签订的合同自行废止。",
    ],
)
def test_what_is_repealed_in_part_or_only_named_beside_stays(tmp_path: Path, sentence: str) -> None:
    """The document itself is in force."""
    body = f"第一条 毕业生可以申请。\n第二条 租金8元。\n第三条 本办法自2025年6月1日起施行。{sentence}"
    assert (
        pairs(tmp_path, FLATS, notice("关于印发青禾县人才安居办法的通知", "青政办发〔2025〕7号", body)) == []
    )


def test_files_that_stay_valid_are_not_repealed(tmp_path: Path) -> None:
    """They stand in a list of their own, below the list of those repealed."""
    body = (
        "一、宣布失效的文件目录\n1.《青禾县养犬规定》\n二、继续有效的文件目录\n"
        "1.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）"
    )
    assert pairs(tmp_path, FLATS, notice("关于公布清理结果的通知", "青政办发〔2025〕7号", body)) == []


PARKING = notice(
    "关于印发青禾县停车管理办法的通知",
    "青政发〔2015〕3号",
    "第一条 停车场由县住建局管理。\n第二条 停车每小时2元。\n第三条 自2015年5月1日起施行。",
)
BOTH = (
    "一、对下列文件予以废止：\n1.《青禾县停车管理办法》（青政发〔2015〕3号）。\n二、对下列文件予以修改：\n"
    "（一）将《青禾县人才公寓管理办法》（青政办发〔2023〕6号）第三条修改为：“租金为每月每平方米6元。”"
)
BOTH_WITHOUT_MARKS = (
    "一、废止以下文件\n（一）青禾县停车管理办法（青政发〔2015〕3号）\n二、修改以下文件\n"
    "（一）青禾县人才公寓管理办法（青政办发〔2023〕6号）\n将第三条修改为：“租金为每月每平方米6元。”"
)


@pytest.mark.parametrize("body", [BOTH, BOTH_WITHOUT_MARKS])
@pytest.mark.parametrize(
    "title",
    [
        "关于废止和修改部分行政规范性文件的决定",
        "关于修改、废止部分行政规范性文件的决定",
        "关于废止《青禾县停车管理办法》和修改《青禾县人才公寓管理办法》的决定",
        "关于修改《青禾县人才公寓管理办法》和废止《青禾县停车管理办法》的决定",
    ],
)
def test_one_decision_repeals_some_and_changes_others(tmp_path: Path, title: str, body: str) -> None:
    """What it changes is not repealed, and what it repeals is not changed."""
    found = pairs(tmp_path, FLATS, PARKING, notice(title, "青政发〔2026〕20号", body, day="2026年5月20日"))
    assert sorted(found) == [
        (TieKind.AMENDS, "青政发〔2026〕20号", FLATS_NUMBER),
        (TieKind.REPEALS, "青政发〔2026〕20号", "青政发〔2015〕3号"),
    ]


def test_a_document_that_counts_no_more_is_still_known_as_repealed(tmp_path: Path) -> None:
    """It was replaced when the other was added."""
    old, new = records(
        tmp_path,
        FLATS,
        notice(
            "关于废止《青禾县人才公寓管理办法》的决定",
            "青政办发〔2025〕7号",
            "一、抓好落实。\n二、做好衔接。",
        ),
    )
    assert [(tie.source, tie.target) for tie in ties_among([new], [old])] == [
        ("青政办发〔2025〕7号", FLATS_NUMBER)
    ]


# 细则, and newer editions.


@pytest.mark.parametrize(
    ("title", "grounds"),
    [
        ("关于印发《青禾县人才公寓管理办法实施细则》的通知", "为规范管理，制定本细则。"),
        ("关于印发青禾县人才公寓管理办法实施细则（试行）的通知", "为规范管理，制定本细则。"),
        ("关于印发青禾县人才公寓分配细则的通知", "根据《青禾县人才公寓管理办法》，制定本细则。"),
        ("关于贯彻落实《青禾县人才公寓管理办法》的实施意见", "为做好工作，提出意见。"),
    ],
)
def test_what_carries_a_policy_out_is_tied_to_it(tmp_path: Path, title: str, grounds: str) -> None:
    """By its title, or a 细则 by its grounds."""
    body = f"第一条 {grounds}\n第二条 向窗口提交申请表。\n第三条 自2025年7月1日起施行。"
    assert pairs(tmp_path, FLATS, notice(title, "青建发〔2025〕20号", body)) == [
        (TieKind.IMPLEMENTS, "青建发〔2025〕20号", FLATS_NUMBER)
    ]


def test_a_detail_of_another_policy_is_not_tied(tmp_path: Path) -> None:
    """Its grounds are a law and another county's rules."""
    grounds = "根据《人才促进条例》《白石县人才公寓管理办法》，制定本细则。"
    body = f"第一条 {grounds}\n第二条 向窗口申请。\n第三条 抓好落实。"
    details = notice("关于印发青禾县人才公寓分配细则的通知", "青建发〔2025〕20号", body)
    assert pairs(tmp_path, FLATS, OTHER_COUNTY, details) == []


@pytest.mark.parametrize(
    "title",
    [
        "关于印发青禾县人才公寓管理办法（2025年修订）的通知",
        "关于修订印发青禾县人才公寓管理办法的通知",
        "关于重新印发青禾县人才公寓管理办法的通知",
    ],
)
def test_a_newer_edition_knows_the_one_before(tmp_path: Path, title: str) -> None:
    """The newest of those before it."""
    body = "第一条 毕业生可以申请。\n第二条 租金6元。\n第三条 自2025年7月1日起施行。"
    assert pairs(tmp_path, OLD_FLATS, FLATS, notice(title, "青政办发〔2025〕7号", body)) == [
        (TieKind.REVISES, "青政办发〔2025〕7号", FLATS_NUMBER)
    ]


def test_the_same_title_alone_makes_no_newer_edition(tmp_path: Path) -> None:
    """Nor does another batch of a list."""
    first = notice(
        "关于公布青禾县惠企政策清单（第一批）的通知", "青民发〔2024〕1号", POINTS, day="2024年3月1日"
    )
    second = notice("关于公布青禾县惠企政策清单（第二批）的通知", "青民发〔2024〕8号", POINTS)
    assert pairs(tmp_path, OLD_FLATS, FLATS, first, second) == []


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    """An interpretation may be there before its policy."""
    text = page("《青禾县人才公寓管理办法》政策解读", POINTS)
    assert set(pairs(tmp_path, text, FLATS)) == set(pairs(tmp_path, FLATS, text))


@pytest.mark.parametrize(
    ("said", "extended"),
    [
        ("《甲办法》（青政发〔2021〕3号）、《乙办法》有效期延长至2030年3月31日。", ["甲办法", "乙办法"]),
        ("根据《丙条例》，将《甲办法》的有效期再延长三年。", ["甲办法"]),
        ("《甲办法》继续有效。", []),
        (
            "经评估，下列文件有效期延长至2030年3月31日：\n1.《甲办法》（青政发〔2021〕3号）；\n2.《乙规定》\n"
            "三、抓好落实。\n《丙条例》",
            ["甲办法", "乙规定"],
        ),
        (
            "以下规范性文件延长两年：（1）《甲办法》（青政发〔2021〕3号）；（2）《乙规定》。",
            ["甲办法", "乙规定"],
        ),
        (
            "继续执行的文件目录（有效期至2029年底）\n1.青禾县停车管理办法\n青政发〔2021〕3号\n2.青禾县物业规定",
            ["青禾县停车管理办法", "青禾县物业规定"],
        ),
        ("下列政策延长至2026年底：\n1.对企业给予补贴，《甲办法》另有规定的从其规定。", []),
    ],
)
def test_each_document_named_side_by_side_is_extended(said: str, extended: list[str]) -> None:
    """Each of a list too. What stands before as grounds is not, nor what goes on without a day."""
    assert [each.document.title for each in extended_terms(said) if each.document] == extended
