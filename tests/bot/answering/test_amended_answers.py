"""What an answer says of articles that are amended and of terms that are extended."""

from datetime import date
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from corpus.records import State
from corpus.ties import TieKind
from tests.bot.answering.tied_answers import DECISION, DECISION_NUMBER, FLATS_NAME, TODAY, asked
from tests.bot.fakes import FakeSearch
from tests.corpus.tied_files import FLATS, FLATS_NUMBER, catalog, notice


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
