"""Replies of the staff in chats."""

from datetime import date

from bot.rendering import staff_reply

DAY = date(2026, 11, 30)


def test_a_reply_repeats_the_beginning_of_what_was_left() -> None:
    """Forty characters of it, so that whoever left several knows which is meant."""
    said = staff_reply("问" * 50, "可以申请。", "区住建局", DAY, "李明", danger=False)
    assert said == f"工作人员对您留言“{'问' * 40}”的答复：\n可以申请。\n——区住建局，李明核准，2026年11月30日"


def test_a_reply_to_who_told_of_a_danger_repeats_nothing() -> None:
    """A chat is read by others who hold the phone."""
    said = staff_reply("老公打我怎么办", "请拨打12338。", "区妇联", DAY, "", danger=True)
    assert said == "工作人员对您留言的答复：\n请拨打12338。\n——区妇联，2026年11月30日"
