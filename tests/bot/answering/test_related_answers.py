"""What an answer says of interpretations, amendments, repeals and newer editions."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Answer, Ask
from bot.answering.assistant import Assistant
from bot.rendering.render_json import to_data
from corpus.catalog import Catalog
from corpus.records import State
from corpus.ties import DocumentKind, TieKind
from retrieval.deciding import Reason, Verdict
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, FakeSearch
from tests.corpus.tied_files import FLATS, catalog, notice, page

TODAY = date(2026, 11, 21)
FLATS_NUMBER = "青政办发〔2023〕6号"
FLATS_NAME = (
    "《青禾县人民政府办公室关于印发青禾县人才公寓管理办法的通知》（青政办发〔2023〕6号，2023年3月10日发布）"
)
READING = "《青禾县人才公寓管理办法》政策解读"
EXPLAINED = page(
    READING,
    "一、租金。每月每平方米8元，约为市场价的一半。\n二、材料。申请时带身份证和学历证书。",
    day="2023-03-15",
)
DECISION_NUMBER = "青政办发〔2025〕11号"
DECISION = notice(
    "关于修改《青禾县人才公寓管理办法》的决定",
    DECISION_NUMBER,
    "对《青禾县人才公寓管理办法》（青政办发〔2023〕6号）作如下修改：\n"
    "一、将第三条修改为：“人才公寓租金为每月每平方米6元。”\n二、删去第四条。\n"
    "三、增加一条，作为第六条：“离开青禾县的，应当腾退。”\n本决定自2025年6月1日起施行。",
)
REPEAL = notice(
    "关于废止《青禾县人才公寓管理办法》的决定",
    "青政办发〔2026〕2号",
    "一、《青禾县人才公寓管理办法》自2026年7月1日起废止。\n二、本决定自2026年7月1日起施行。",
    day="2026年6月1日",
)


def asked(
    library: Catalog, *hits: tuple[str, float], question: str = "人才公寓租金多少", day: date = TODAY
) -> Answer:
    """The answer where a search finds these measures."""
    found = FakeFinding(hits=tuple(FakeHit(name, score) for name, score in hits))
    return Assistant(library, FakeSearch(found), today=lambda: day).ask(Ask(question))


def test_a_policy_names_its_interpretation(tmp_path: Path) -> None:
    """In one line below its source."""
    answer = asked(catalog(tmp_path, FLATS, EXPLAINED), (f"{FLATS_NUMBER}#第三条", 0.9))
    lines = answer.text.splitlines()
    assert "有解读：《〈青禾县人才公寓管理办法〉政策解读》（2023年3月15日发布）" in lines
    assert lines[0] == "人才公寓租金为每月每平方米8元。"


def test_an_interpretation_says_that_it_is_none_of_the_policy(tmp_path: Path) -> None:
    """And which one it explains, with number, day and term."""
    library = catalog(tmp_path, FLATS, EXPLAINED)
    answer = asked(library, (f"{READING}#二", 0.9), question="申请人才公寓带什么证件")
    assert answer.text.splitlines()[:2] == [
        "以下出自政策解读，不是政策文件本身。",
        f"所解读的政策：{FLATS_NAME}；有效期：到2028年3月31日，目前有效",
    ]
    assert answer.measures[0].kind is DocumentKind.INTERPRETATION


def test_in_a_later_year_the_policy_in_force_answers_for_what_explains_it(tmp_path: Path) -> None:
    """The interpretation is silent on 2027, the policy holds until 2028-03-31, and not in 2030."""
    library = catalog(tmp_path, FLATS, EXPLAINED)

    def shown(year: int) -> list[str]:
        near = (FakeHit(f"{READING}#一", 0.8), FakeHit(f"{FLATS_NUMBER}#第三条", 0.7))
        query = FakeQuery(years=(year,))
        found = FakeFinding(Verdict.NOT_COVERED, Reason.OTHER_YEAR, rejected=near, query=query)
        answer = Assistant(library, FakeSearch(found), today=lambda: TODAY).ask(Ask(f"{year}年租金多少"))
        return [measure.id for measure in answer.measures]

    assert shown(2027) == [f"{FLATS_NUMBER}#第三条"]
    assert shown(2030) == []


def test_of_a_policy_that_measure_leads_which_states_the_sum(tmp_path: Path) -> None:
    """Not the one on other things that happens to be nearer."""
    library = catalog(tmp_path, FLATS, EXPLAINED)
    near = ((f"{READING}#一", 0.9), (f"{FLATS_NUMBER}#第四条", 0.85), (f"{FLATS_NUMBER}#第三条", 0.8))
    assert asked(library, *near).measures[0].id == f"{FLATS_NUMBER}#第三条"


def test_questions_and_answers_say_what_they_are_without_a_policy_at_hand(tmp_path: Path) -> None:
    """Nothing is named that is not there."""
    title = "青禾县医保缴费热点20问"
    text = page(title, "1.几月缴费？\n答：10月起。\n2.缴多少？\n答：每人400元。")
    answer = asked(catalog(tmp_path, text), (f"{title}#2", 0.9))
    assert answer.text.splitlines()[:2] == ["以下出自政策问答，不是政策文件本身。", ""]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            DECISION,
            "；后来有修改：《青禾县民政局关于修改〈青禾县人才公寓管理办法〉的决定》（青政办发〔2025〕11号，2025年5月20日发布）",
        ),
        (
            REPEAL,
            "；已被《青禾县民政局关于废止〈青禾县人才公寓管理办法〉的决定》（青政办发〔2026〕2号，2026年6月1日发布）废止",
        ),
    ],
)
def test_an_interpretation_tells_what_became_of_its_policy(tmp_path: Path, text: str, said: str) -> None:
    """It was written before."""
    answer = asked(catalog(tmp_path, FLATS, EXPLAINED, text), (f"{READING}#一", 0.9))
    assert said in answer.text.splitlines()[1]


# Which comes first.


def test_a_policy_goes_before_its_interpretation(tmp_path: Path) -> None:
    """Where both say what the rent is."""
    library = catalog(tmp_path, FLATS, EXPLAINED)
    answer = asked(library, (f"{READING}#一", 0.9), (f"{FLATS_NUMBER}#第三条", 0.7))
    assert [shown.id for shown in answer.measures] == [f"{FLATS_NUMBER}#第三条", f"{READING}#一"]


def test_a_near_measure_of_the_policy_is_brought_forward(tmp_path: Path) -> None:
    """The search had kept it back."""
    library = catalog(tmp_path, FLATS, EXPLAINED)
    found = FakeFinding(
        hits=(FakeHit(f"{READING}#一", 0.9),), rejected=(FakeHit(f"{FLATS_NUMBER}#第三条", 0.8),)
    )
    answer = Assistant(library, FakeSearch(found), today=lambda: TODAY).ask(Ask("人才公寓租金多少"))
    assert answer.measures[0].id == f"{FLATS_NUMBER}#第三条"


@pytest.mark.parametrize(
    ("policy", "score"),
    [("第三条", 0.2), ("第二条", 0.8)],
    ids=["far behind", "without a sum"],
)
def test_an_interpretation_stays_first_where_it_alone_says_what_is_asked(
    tmp_path: Path, policy: str, score: float
) -> None:
    """A measure of the policy that is far behind, or that names no sum where one is asked for."""
    library = catalog(tmp_path, FLATS, EXPLAINED)
    answer = asked(library, (f"{READING}#一", 0.9), (f"{FLATS_NUMBER}#{policy}", score))
    assert answer.measures[0].id == f"{READING}#一"


def test_measures_of_other_policies_stay_where_they_are(tmp_path: Path) -> None:
    """Only the policy that is explained goes before."""
    other = notice("关于公租房租金的通知", "青建发〔2024〕3号", "一、租金每月每平方米5元。\n二、每季度缴纳。")
    library = catalog(tmp_path, FLATS, EXPLAINED, other)
    answer = asked(library, (f"{READING}#一", 0.9), ("青建发〔2024〕3号#一", 0.8))
    assert answer.measures[0].id == f"{READING}#一"


# Amendments.


def test_an_amended_article_is_told_before_the_old_words(tmp_path: Path) -> None:
    """With document, day, and from when on."""
    answer = asked(catalog(tmp_path, FLATS, DECISION), (f"{FLATS_NUMBER}#第三条", 0.9))
    assert answer.text.splitlines()[:5] == [
        "这一条已被《青禾县民政局关于修改〈青禾县人才公寓管理办法〉的决定》（青政办发〔2025〕11号，2025年5月20日发布）修改（自2025年6月1日起）：",
        "将第三条修改为：“人才公寓租金为每月每平方米6元。”",
        "修改前的原文如下，请以修改后的为准。",
        "",
        "人才公寓租金为每月每平方米8元。",
    ]


def test_a_struck_article_is_told(tmp_path: Path) -> None:
    """It is quoted as it was, below the words that strike it."""
    answer = asked(catalog(tmp_path, FLATS, DECISION), (f"{FLATS_NUMBER}#第四条", 0.9))
    lines = answer.text.splitlines()
    assert lines[0].endswith("删去（自2025年6月1日起），不再执行：")
    assert lines[1:3] == ["“删去第四条。”", "删去前的原文如下，仅供了解。"]
    assert answer.measures[0].validity.ended


def test_an_article_that_is_still_to_be_deleted_holds(tmp_path: Path) -> None:
    """The day before the decision takes effect."""
    shelf = catalog(tmp_path, FLATS, DECISION)
    answer = asked(shelf, (f"{FLATS_NUMBER}#第四条", 0.9), day=date(2025, 5, 31))
    assert "自2025年6月1日起将按" in answer.text.splitlines()[0]
    assert not answer.measures[0].validity.ended


def test_an_article_of_which_a_part_is_deleted_holds(tmp_path: Path) -> None:
    """Its second paragraph goes; the article stays."""
    decision = DECISION.replace("删去第四条", "删去第四条第二款")
    answer = asked(catalog(tmp_path, FLATS, decision), (f"{FLATS_NUMBER}#第四条", 0.9))
    assert not answer.measures[0].validity.ended
    assert "请以修改后的为准" in answer.text


def test_before_its_day_a_change_is_announced(tmp_path: Path) -> None:
    """The decision is in force from June on."""
    library = catalog(tmp_path, FLATS, DECISION)
    answer = asked(library, (f"{FLATS_NUMBER}#第三条", 0.9), day=date(2025, 5, 25))
    assert answer.text.startswith("这一条自2025年6月1日起将按《青禾县民政局关于修改")
    assert "到那一天以前，仍是以下原文：\n\n人才公寓租金为每月每平方米8元。" in answer.text


def test_an_article_that_is_not_changed_only_points_to_the_changes(tmp_path: Path) -> None:
    """Below the source, and nothing before the quote."""
    answer = asked(catalog(tmp_path, FLATS, DECISION), (f"{FLATS_NUMBER}#第二条", 0.9))
    assert answer.text.startswith("在我县就业的全日制本科以上毕业生可以申请人才公寓。")
    assert "这份文件的其他条文有修改：《青禾县民政局关于修改" in answer.text


def test_an_article_may_be_changed_where_the_decision_names_another_label(tmp_path: Path) -> None:
    """The text has no 第三十条; nobody knows which one is meant."""
    decision = DECISION.replace("删去第四条", "删去第三十条")
    answer = asked(catalog(tmp_path, FLATS, decision), (f"{FLATS_NUMBER}#第二条", 0.9))
    assert "这份文件有过修改，请核对这一条是否改动：" in answer.text


def test_an_item_of_a_decision_is_shown_as_the_article_that_it_changes(tmp_path: Path) -> None:
    """Once, if both were found."""
    library = catalog(tmp_path, FLATS, DECISION)
    answer = asked(library, (f"{DECISION_NUMBER}#一", 0.9), (f"{FLATS_NUMBER}#第三条", 0.7))
    assert [shown.id for shown in answer.measures] == [f"{FLATS_NUMBER}#第三条"]
    assert "每月每平方米6元" in answer.text


def test_an_added_article_is_shown_as_a_change(tmp_path: Path) -> None:
    """It stands nowhere else."""
    answer = asked(catalog(tmp_path, FLATS, DECISION), (f"{DECISION_NUMBER}#三", 0.9))
    assert answer.text.startswith(f"以下是对{FLATS_NAME}的修改，不是一份完整的规定。\n\n增加一条，作为第六条")


def test_an_item_of_a_decision_that_is_looked_up_shows_the_article_before(tmp_path: Path) -> None:
    """As its full text does."""
    assistant = Assistant(catalog(tmp_path, FLATS, DECISION), FakeSearch(), today=lambda: TODAY)
    shown = assistant.show(f"{DECISION_NUMBER}#一")
    assert shown is not None
    (related,) = shown.related
    assert (related.tie, related.outward) == (TieKind.AMENDS, True)
    (change,) = related.changes
    assert (change.item, change.before) == ("第三条", "人才公寓租金为每月每平方米8元。")


def test_many_changes_of_one_article_fit_a_message(tmp_path: Path) -> None:
    """What is left out is said."""
    changes = "\n".join(
        f"{label}、第三条第一款中的“{label}号楼”修改为“{'人才公寓' * 40}”。" for label in "一二三四五六七八九"
    )
    decision = notice("关于修改《青禾县人才公寓管理办法》的决定", DECISION_NUMBER, changes)
    answer = asked(catalog(tmp_path, FLATS, decision), (f"{FLATS_NUMBER}#第三条", 0.9))
    assert len(answer.text) < 3000
    assert "（修改内容较多，未全部列出，请查看修改决定全文）" in answer.text


LAPSED = FLATS.replace("2028年3月31日", "2026年3月31日")


def test_an_extended_document_is_in_force(tmp_path: Path) -> None:
    """The printed term is over; the one that a later notice gives it is not, in its own words."""
    body = (
        "经研究，将《青禾县人才公寓管理办法》有效期延长至2030年3月31日。\n一、抓好落实。\n"
        "二、延长期间，租金收入按原渠道管理。"
    )
    longer = notice(
        "关于延长《青禾县人才公寓管理办法》有效期的通知", "青政办发〔2026〕1号", body, day="2026年3月1日"
    )
    answer = asked(catalog(tmp_path, LAPSED, longer), (f"{FLATS_NUMBER}#第三条", 0.9))
    lines = answer.text.splitlines()
    assert lines[0].endswith("对这份文件的有效期另有规定：")
    assert "有效期延长至2030年3月31日" in lines[1]
    assert lines[2] == ""
    assert "到期" not in answer.text
    validity = answer.measures[0].validity
    assert (validity.state, validity.until) == (State.IN_FORCE, date(2030, 3, 31))
    assert validity.extended_by == "青政办发〔2026〕1号"


def test_the_words_of_a_list_that_extends_stand_on_the_line_of_the_term(tmp_path: Path) -> None:
    """Its heading and the entry, one behind the other."""
    heading = "经评估，决定将下列文件有效期延长至2030年3月31日："
    entry = "1.《青禾县人才公寓管理办法》（青政办发〔2023〕6号）"
    listed = notice(
        "关于公布规范性文件清理结果的通知",
        "青政办发〔2026〕1号",
        f"{heading}\n{entry}\n2.《青禾县供热办法》（青政办发〔2023〕8号）",
        day="2026年3月1日",
    )
    answer = asked(catalog(tmp_path, LAPSED, listed), (f"{FLATS_NUMBER}#第三条", 0.9))
    (line,) = (line for line in answer.text.splitlines() if line.startswith("有效期"))
    assert f"“{heading}{entry}”" in line


@pytest.mark.parametrize(
    ("title", "body", "until"),
    [
        (
            "关于《青禾县人才公寓管理办法》继续施行的通知",
            "经评估，《青禾县人才公寓管理办法》（青政办发〔2023〕6号）继续施行，有效期至2029年底。",
            date(2029, 12, 31),
        ),
        (
            "关于延长《青禾县人才公寓管理办法》有效期的通知",
            "经县政府同意，有效期延长两年。",
            date(2028, 3, 31),
        ),
        (
            "关于做好2026年人才安居工作的通知",
            "一、做好入住。\n二、《青禾县人才公寓管理办法》（青政办发〔2023〕6号）执行期限顺延至2027年6月。",
            date(2027, 6, 30),
        ),
    ],
)
def test_every_wording_that_extends_a_term_counts(tmp_path: Path, title: str, body: str, until: date) -> None:
    """By a day, by a count of years from the printed end, and in a notice of another matter."""
    longer = notice(title, "青政办发〔2026〕1号", body, day="2026年3月1日")
    answer = asked(catalog(tmp_path, LAPSED, longer), (f"{FLATS_NUMBER}#第三条", 0.9))
    assert answer.measures[0].validity.until == until


def test_an_extension_counts_from_its_own_day(tmp_path: Path) -> None:
    """Before it was issued the document was over."""
    longer = notice(
        "关于延长《青禾县人才公寓管理办法》有效期的通知",
        "青政办发〔2026〕1号",
        "有效期延长至2030年3月31日。",
        day="2026年7月20日",
    )
    library = catalog(tmp_path, LAPSED, longer)
    answer = asked(library, (f"{FLATS_NUMBER}#第三条", 0.9), day=date(2026, 7, 1))
    assert answer.text.startswith("此项政策已于2026年3月31日到期。")


def test_what_a_notice_of_extension_changes_is_told_with_its_article(tmp_path: Path) -> None:
    """Beside the longer term, the new figure of the article that it is about."""
    body = (
        "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）有效期延长至2030年3月31日。"
        "延长期间，第三条规定的租金由每月每平方米8元调整为10元。"
    )
    longer = notice(
        "关于延长《青禾县人才公寓管理办法》有效期的通知", "青政办发〔2026〕1号", body, day="2026年3月1日"
    )
    library = catalog(tmp_path, LAPSED, longer)
    changed, other = (asked(library, (f"{FLATS_NUMBER}#{a}", 0.9)).text for a in ("第三条", "第二条"))
    assert "这一条已被" in changed
    assert "租金由每月每平方米8元调整为10元" in changed
    assert "10元" not in other


def test_nobody_is_compared_with_words_that_are_changed(tmp_path: Path) -> None:
    """The printed limit of 3200 is one of 3600 now: 3400 is told neither to fit nor not to."""
    flats = LAPSED.replace("第二条 在我县", "第二条 家庭人均月收入低于3200元、在我县")
    body = (
        "《青禾县人才公寓管理办法》（青政办发〔2023〕6号）有效期延长至2030年3月31日。"
        "延长期间，第二条规定的家庭人均月收入标准调整为“低于3600元”。"
    )
    longer = notice(
        "关于延长《青禾县人才公寓管理办法》有效期的通知", "青政办发〔2026〕1号", body, day="2026年3月1日"
    )
    question = "家庭人均月收入3400元能申请人才公寓吗"
    before, after = (
        asked(catalog(tmp_path, *texts), (f"{FLATS_NUMBER}#第二条", 0.9), question=question)
        for texts in ((flats,), (flats, longer))
    )
    assert "不符合：" in before.text
    assert "符合" not in after.text
    assert "调整为“低于3600元”" in after.text


# Repeals, newer editions, 细则.


def test_a_repealed_document_says_so(tmp_path: Path) -> None:
    """By what, and from when on."""
    library = catalog(tmp_path, FLATS, REPEAL)
    name = "《青禾县民政局关于废止〈青禾县人才公寓管理办法〉的决定》（青政办发〔2026〕2号，2026年6月1日发布）"
    now = asked(library, (f"{FLATS_NUMBER}#第三条", 0.9)).text.splitlines()[0]
    before = asked(library, (f"{FLATS_NUMBER}#第三条", 0.9), day=date(2026, 6, 15)).text.splitlines()[0]
    assert now == f"这份文件已被{name}废止（自2026年7月1日起）。"
    assert before == f"这份文件自2026年7月1日起将被{name}废止。"


def test_an_older_edition_names_the_newer(tmp_path: Path) -> None:
    """Before what it says itself."""
    body = "第一条 毕业生可以申请。\n第二条 租金6元。\n第三条 自2025年7月1日起施行。"
    newer = notice("关于印发青禾县人才公寓管理办法（2025年修订）的通知", "青政办发〔2025〕7号", body)
    library = catalog(tmp_path, FLATS, newer)
    old, new = (
        asked(library, (name, 0.9)).text for name in (f"{FLATS_NUMBER}#第三条", "青政办发〔2025〕7号#第二条")
    )
    assert old.startswith(
        "这份文件已有修订后的版本：《青禾县民政局关于印发青禾县人才公寓管理办法（2025年修订）的通知》"
    )
    assert f"修订前的版本：{FLATS_NAME}" in new


def test_a_policy_and_its_details_name_each_other(tmp_path: Path) -> None:
    """Below their sources."""
    body = "第一条 为规范管理，制定本细则。\n第二条 向窗口提交申请表。\n第三条 抓好落实。"
    details = notice("关于印发青禾县人才公寓管理办法实施细则的通知", "青建发〔2025〕20号", body)
    library = catalog(tmp_path, FLATS, details)
    policy, detail = (
        asked(library, (name, 0.9)).text for name in (f"{FLATS_NUMBER}#第二条", "青建发〔2025〕20号#第二条")
    )
    assert "有配套文件：《青禾县民政局关于印发青禾县人才公寓管理办法实施细则的通知》" in policy
    assert f"所落实的文件：{FLATS_NAME}" in detail


def test_the_data_of_an_answer_name_the_tied_documents(tmp_path: Path) -> None:
    """With the direction, the day and the words."""
    answer = asked(catalog(tmp_path, FLATS, DECISION), (f"{FLATS_NUMBER}#第三条", 0.9))
    (shown,) = to_data(replace(answer, text=""))["measures"]
    assert shown["kind"] == "policy"
    (related,) = shown["related"]
    assert (related["tie"], related["outward"], related["doc"]["number"]) == (
        "amends",
        False,
        DECISION_NUMBER,
    )
    assert (related["since"], related["in_effect"], related["validity"]["state"]) == (
        date(2025, 6, 1),
        True,
        "unstated",
    )
    assert list(related["changes"]) == [
        {
            "item": "第三条",
            "words": "将第三条修改为：“人才公寓租金为每月每平方米6元。”",
            "before": "人才公寓租金为每月每平方米8元。",
            "deletes": False,
        }
    ]
