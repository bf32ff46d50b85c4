"""Saved pages that print their article once more below the menus of their site."""

from pathlib import Path

import pytest

from corpus.drafts import DocumentDraft
from corpus.keeping.intake import read_intake
from corpus.readers import Paragraph, read_source
from corpus.text.losses import LossKind

TITLE = "青禾县住房和城乡建设局关于做好人才公寓申请工作的通知"
LINES = (
    TITLE,
    "各镇人民政府，县政府各部门：",
    "为做好人才公寓申请工作，方便新来青禾县就业的高校毕业生，现将有关事项通知如下。",
    "一、申请条件",
    "申请人在青禾县没有自有住房，并与县内企业签订一年以上劳动合同，可以申请人才公寓。",
    "二、租金标准",
    "人才公寓的租金按照同地段市场租金的百分之六十收取，每年由县住房和城乡建设局公布一次。",
    "三、本通知自2025年3月4日起施行，有效期三年，由县住房和城乡建设局负责解释。",
    "青禾县住房和城乡建设局",
    "2025年3月4日",
    "公开方式：主动公开",
)
MENUS = {
    "departments": (
        "相关附件",
        "附件1：申请表.doc",
        "关怀版",
        "我要查",
        "· 县教育局",
        "· 县民政局",
        "×",
        "-",
    ),
    "services": ("相关新闻", "扫码进入", "“青好办”公众号", "了解更多办事资讯", "空气负（氧）", "赏花地图"),
    "streets": ("智能问答", "清河街道", "北郊镇", "南郊镇", "关注 · 青禾政府网", "+", "↺"),
}


def draft_of(tmp_path: Path, lines: tuple[str, ...]) -> DocumentDraft:
    path = tmp_path / "页.html"
    body = "".join(f"<p>{line}</p>" for line in lines)
    path.write_text(f"<html><body><div>{body}</div></body></html>", encoding="utf-8")
    (draft,) = read_intake(path).drafts
    return draft


@pytest.mark.parametrize("menus", MENUS.values(), ids=MENUS)
def test_menus_and_the_repeat_below_an_article_are_left_out(menus: tuple[str, ...], tmp_path: Path) -> None:
    draft = draft_of(tmp_path, (*LINES, *menus, "".join(LINES)))
    assert [measure.item for measure in draft.measures] == ["一", "二", "三"]
    assert draft.measures[-1].text.endswith("负责解释。")
    assert draft.issuer == "青禾县住房和城乡建设局"
    source = read_source(tmp_path / "页.html")
    assert [loss.words for loss in source.dropped if loss.kind is LossKind.REPEATED]


def test_marks_within_an_article_that_its_repeat_does_not_say_are_left_out(tmp_path: Path) -> None:
    draft_of(tmp_path, (LINES[0], "听全文", "-次", *LINES[1:], "我要办", "".join(LINES)))
    texts = [block.text for block in read_source(tmp_path / "页.html").blocks if isinstance(block, Paragraph)]
    assert texts == list(LINES)


@pytest.mark.parametrize("heading", ["相关附件", "相关链接", "附件下载："])
def test_headings_over_nothing_close_no_measure(heading: str, tmp_path: Path) -> None:
    texts = draft_of(tmp_path, (*LINES[:8], heading)).text
    assert texts.endswith("负责解释。")


def test_a_long_last_paragraph_of_its_own_words_stays(tmp_path: Path) -> None:
    closing = "四、县住房和城乡建设局每季度检查人才公寓的入住情况，发现转租的，收回房屋。" * 6
    draft = draft_of(tmp_path, (*LINES[:8], closing))
    assert draft.measures[-1].item == "四"


@pytest.mark.parametrize("menus", MENUS.values(), ids=MENUS)
def test_a_signed_text_with_chapters_before_menus_is_no_covering_note(
    menus: tuple[str, ...], tmp_path: Path
) -> None:
    lines = tuple(line for line in menus if not line.startswith(("附件", "相关"))) * 40
    draft = draft_of(tmp_path, (*LINES[:10], *lines))
    assert [measure.item for measure in draft.measures] == ["一", "二", "三"]
    assert draft.measures[-1].text.endswith("负责解释。")
