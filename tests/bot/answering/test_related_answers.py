"""What an answer says of interpretations, repeals, newer editions and details."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.answer import Ask
from bot.answering.assistant import Assistant
from bot.rendering.render_json import to_data
from corpus.ties import DocumentKind
from retrieval.deciding import Reason, Verdict
from tests.bot.answering.tied_answers import DECISION, DECISION_NUMBER, FLATS_NAME, REPEAL, TODAY, asked
from tests.bot.fakes import FakeFinding, FakeHit, FakeQuery, FakeSearch
from tests.corpus.tied_files import FLATS, FLATS_NUMBER, catalog, notice, page

READING = "《青禾县人才公寓管理办法》政策解读"
EXPLAINED = page(
    READING,
    "一、租金。每月每平方米8元，约为市场价的一半。\n二、材料。申请时带身份证和学历证书。",
    day="2023-03-15",
)


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
