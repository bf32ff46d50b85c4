"""What a document is for, as its title, its opening or its make tells."""

from pathlib import Path

import pytest

from corpus.ties import DocumentKind
from tests.corpus.tied_files import notice, page, records

BODY = "一、适用范围。适用于在青禾县就业的毕业生。\n二、申请方式。向县人社局申请。"


@pytest.mark.parametrize(
    ("title", "kind", "words"),
    [
        ("《青禾县人才公寓管理办法》政策解读", DocumentKind.INTERPRETATION, "政策解读"),
        ("青禾县人才公寓管理办法解读（一）", DocumentKind.INTERPRETATION, "解读（一）"),
        ("关于《青禾县养老补贴方案》的起草说明", DocumentKind.INTERPRETATION, "的起草说明"),
        ("一图读懂青禾县养老补贴方案", DocumentKind.INTERPRETATION, "一图读懂"),
        ("图解：青禾县促消费若干措施", DocumentKind.INTERPRETATION, "图解"),
        ("【政策解读】青禾县促消费若干措施", DocumentKind.INTERPRETATION, "【政策解读"),
        ("青禾县人才公寓管理办法政策问答", DocumentKind.QUESTIONS, "政策问答"),
        ("问答实录：《青禾县促消费若干措施》有关情况", DocumentKind.QUESTIONS, "问答实录："),
        ("青禾县医保缴费热点20问", DocumentKind.QUESTIONS, "热点20问"),
        ("青禾县失业保险常见问题解答（2025年版）", DocumentKind.QUESTIONS, "常见问题解答（2025年版）"),
        ("青禾县居住证办理指南", DocumentKind.GUIDE, "办理指南"),
        ("某某同志在全县民政工作会议上的讲话", DocumentKind.REPORT, "在全县民政工作会议上的讲话"),
        ("青禾县人才政策全解析", DocumentKind.REPORT, "政策全解析"),
    ],
)
def test_a_title_tells_the_kind(tmp_path: Path, title: str, kind: DocumentKind, words: str) -> None:
    """Each with the words that tell it."""
    (record,) = records(tmp_path, page(title, BODY))
    assert (record.document.kind, record.document.kind_words) == (kind, words)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于修改《青禾县人才公寓管理办法》的决定", DocumentKind.AMENDMENT),
        ("关于修改部分行政规范性文件的决定", DocumentKind.AMENDMENT),
        ("关于延长《青禾县人才公寓管理办法》有效期的通知", DocumentKind.AMENDMENT),
        ("关于废止《青禾县煤炭管理办法》的决定", DocumentKind.REPEAL),
        ("关于宣布失效一批文件的通知", DocumentKind.REPEAL),
    ],
)
def test_decisions_on_other_documents_are_kinds_of_their_own(
    tmp_path: Path, title: str, kind: DocumentKind
) -> None:
    """They set no rules by themselves."""
    (record,) = records(tmp_path, notice(title, "青民发〔2025〕9号", BODY))
    assert record.document.kind is kind


@pytest.mark.parametrize(
    "title",
    [
        "关于做好政策解读工作的通知",
        "关于印发青禾县政策解读工作办法的通知",
        "关于开展惠民政策问答进社区活动的通知",
        "关于修订印发青禾县低保工作规程的通知",
        "关于进一步优化办事指南的通知",
    ],
)
def test_a_notice_on_interpreting_is_a_policy(tmp_path: Path, title: str) -> None:
    """What it asks for is none of what it is."""
    (record,) = records(tmp_path, notice(title, "青民发〔2025〕9号", BODY))
    assert (record.document.kind, record.document.kind_words) == (DocumentKind.POLICY, "")


def test_an_opening_that_says_so_tells_an_interpretation(tmp_path: Path) -> None:
    """The title does not."""
    body = f"现就《青禾县人才公寓管理办法》的主要内容解读如下：\n{BODY}"
    (record,) = records(tmp_path, page("青禾县人才公寓来了", body))
    assert record.document.kind is DocumentKind.INTERPRETATION


def test_a_text_of_questions_alone_is_told_by_its_first(tmp_path: Path) -> None:
    """Every measure is a question with its answer."""
    body = "1.租金多少？\n答：每月每平方米8元。\n2.押金几天退？\n答：验房后15天内退。"
    (record,) = records(tmp_path, page("青禾县人才公寓那些事", body))
    assert (record.document.kind, record.document.kind_words) == (DocumentKind.QUESTIONS, "租金多少？")


def test_a_text_put_out_for_opinions_is_a_draft_unless_it_explains_one(tmp_path: Path) -> None:
    """Both are drafts; only the first is a policy to be."""
    first, second = records(
        tmp_path,
        page("青禾县停车管理办法（征求意见稿）", BODY),
        page("《青禾县停车管理办法（征求意见稿）》起草说明", BODY),
    )
    kinds = (first.document.kind, second.document.kind)
    assert kinds == (DocumentKind.DRAFT, DocumentKind.INTERPRETATION)


@pytest.mark.parametrize(
    "opening",
    [
        "经县政府同意，县政府办公室日前印发了《青禾县养老补贴方案》，明确了补贴的条件。",
        "本报讯 从下月起，青禾县发放养老补贴。",
        "记者从县民政局获悉，《青禾县养老补贴方案》已经公布。",
    ],
)
def test_news_of_a_policy_is_a_report(tmp_path: Path, opening: str) -> None:
    (record,) = records(tmp_path, page("青禾县发放养老补贴", f"{opening}\n\n{BODY}"))
    assert record.document.kind is DocumentKind.REPORT


def test_a_notice_that_speaks_of_reporters_is_a_policy(tmp_path: Path) -> None:
    text = f"近日，县政府印发了《青禾县养老补贴方案》，现就落实工作通知如下：\n\n{BODY}"
    (record,) = records(tmp_path, notice("青禾县民政局关于落实养老补贴的通知", "青民发〔2025〕9号", text))
    assert record.document.kind is DocumentKind.POLICY
