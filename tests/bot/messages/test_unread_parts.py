"""What was left out of a file, in words."""

from bot.messages.unread_parts import left_out
from corpus.text.losses import Loss, LossKind


def test_losses_are_counted_by_kind_and_their_words_follow() -> None:
    """What holds words of the text comes first; heads of pages come last."""
    losses = (
        Loss(LossKind.RUNNING, "青禾县人民政府公报", 2),
        Loss(LossKind.FORMULA, "Equation.3"),
        Loss(LossKind.PICTURE),
    )
    assert list(left_out(losses)) == [
        "未读入：1个公式、1张图片、2行页眉页脚",
        "  公式：Equation.3",
        "  页眉页脚：青禾县人民政府公报",
    ]


def test_nothing_is_said_where_nothing_is_left_out() -> None:
    """No line at all."""
    assert list(left_out(())) == []


def test_many_and_long_words_are_cut() -> None:
    """Three examples of a kind, sixty characters each."""
    losses = [Loss(LossKind.SITE, f"栏目{number}") for number in range(5)]
    losses.append(Loss(LossKind.HIDDEN_ROW, "暗" * 70))
    assert list(left_out(losses)) == [
        "未读入：1行隐藏的行、5处网站栏目",
        f"  隐藏的行：{'暗' * 60}……",
        "  网站栏目：栏目0；栏目1；栏目2……",
    ]


def test_every_kind_has_words() -> None:
    """A new kind of loss is shown too."""
    for kind in LossKind:
        assert list(left_out([Loss(kind, "某")]))[1].endswith("：某")
