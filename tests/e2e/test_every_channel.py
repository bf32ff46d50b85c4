"""What every channel does, whatever carries its words: one assistant, one chain, the same answers."""

import logging

import pytest

from bot.conversation.sessions import MemorySessions
from bot.conversation.talk import Talk
from bot.settings import load_settings
from tests.bot.fakes import NUMBER
from tests.e2e.lines import LINES, RETRIED
from tests.e2e.running import LONG_CLAUSE, QUESTION, real_assistant
from tests.e2e.test_personal_numbers import leaks, told

PERSONAL = "我的手机号是13812345678，身份证370303199001011234，" + QUESTION


@pytest.fixture(params=LINES, ids=LINES)
def line(request):
    """A person's end of each channel, over one small library."""
    with LINES[request.param](Talk(real_assistant(), MemorySessions())) as opened:
        yield opened


class TestEveryChannel:
    """The contract of a channel."""

    def test_a_question_is_answered_with_the_measure_and_its_phone(self, line):
        """Document, item, end of its term, and the phone as it is dialled from elsewhere."""
        said = line.say(QUESTION)
        for words in ("5类旧家电", NUMBER, "第19项", "2024年12月31日到期", "区商务局", "0533-6195136"):
            assert words in said

    def test_in_danger_the_number_to_call_is_read_first(self, line):
        """Nothing stands above it, and no policy below it."""
        said = line.say("我不想活了")
        assert "12356" in said[:20]
        assert "120" in said
        assert NUMBER not in said

    def test_a_further_question_is_about_the_measure_at_hand(self, line):
        """`电话呢` names nothing by itself; each person has a talk of their own."""
        line.say(QUESTION)
        assert "0533-6195136" in line.say("电话呢")
        assert "0533-6195136" not in line.say("电话呢", person=2)

    def test_a_number_chooses_from_the_measures_listed(self, line):
        """The answer lists the ships as 2."""
        line.say(QUESTION)
        assert "0533-6038876" in line.say("2")

    def test_thanks_are_answered_with_courtesy(self, line):
        """And with no measure."""
        said = line.say("谢谢")
        assert "不客气" in said
        assert NUMBER not in said

    def test_of_a_long_message_beginning_and_end_are_searched_and_the_person_knows(self, line):
        """2,800 characters, of which the first name the matter."""
        said = line.say(QUESTION + LONG_CLAUSE * 147)
        assert "开头和结尾" in said
        assert "0533-6195136" in said

    def test_a_message_without_words_gets_an_example(self, line):
        """Signs and spaces alone are no question."""
        said = line.say(" ？ ")
        assert "没有看到您的问题" in said
        assert "农村低保一年多少钱" in said

    def test_help_says_how_to_ask(self, line):
        """With the commands that the assistant answers everywhere."""
        said = line.say("/help")
        for words in (
            "用平常的话",
            "/eligible",
            "/dept",
            "/tasks",
            "/due",
            "/doc",
            "/measure",
            "/region",
            "/reset",
        ):
            assert words in said

    def test_what_is_due_is_told(self, line):
        """The list of 2024 prints no deadline: nothing is due, and 区商务局 has no task with one."""
        assert "没有时限已过、本月或下月到期的任务" in line.say("/due 周村")
        assert "没有给区商务局的任务单列时限" in line.say("/tasks 区商务局")

    def test_a_wish_to_be_told_of_news_is_no_question(self, line):
        """It is fulfilled, or it is said where it can be; words that name nothing are asked for what."""
        said = line.say("以后家电有新政策告诉我一声")
        assert "订阅" in said
        assert "“家电”" in said
        assert NUMBER not in said
        assert "订阅" in line.say("有新政策告诉我")
        assert "订阅" in line.say("取消订阅") + line.say("退订")

    def test_a_wish_to_be_reminded_is_no_question(self, line):
        """Nothing is to be reminded of before anything was found."""
        assert "请先查到要提醒的那一条" in line.say("到时候提醒我")

    def test_no_personal_number_is_kept_or_logged(self, line, caplog):
        """Not in a byte of the data folder, not in a line of the log; the question is answered."""
        with caplog.at_level(logging.DEBUG, "bot"):
            said = line.say(PERSONAL)
        assert "0533-6195136" in said
        assert len(line.store.journal.entries()) == 1
        assert leaks(load_settings().home) == []
        assert told(caplog.text) == []

    def test_no_word_of_a_question_is_logged(self, line, caplog):
        """Questions are the asker's own business."""
        with caplog.at_level(logging.DEBUG, "bot"):
            line.say(QUESTION)
        assert "冰箱" not in caplog.text


@pytest.mark.parametrize("line", RETRIED, indirect=True)
class TestEveryRetriedChannel:
    """The contract of a channel whose platform brings a message again until it is satisfied."""

    def test_a_message_that_comes_three_times_is_answered_once(self, line):
        """The person reads one answer, and the question is noted once."""
        read = line.thrice(QUESTION)
        assert len(read) == 1
        assert "0533-6195136" in read[0]
        asked = [entry.text for entry in line.store.journal.entries()]
        assert asked.count(QUESTION.replace("，", ",")) == 1
