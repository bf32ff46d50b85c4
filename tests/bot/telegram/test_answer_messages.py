"""Which message answers which."""

from bot.telegram.answer_messages import AnswerMessages


def test_a_message_is_answered_anew_only_when_its_words_change():
    """And by chat: numbers of messages are given anew in each."""
    answers = AnswerMessages()
    answers.note(7, 1, "低保", [11])
    assert answers.is_answered(7, 1, "低保")
    assert not answers.is_answered(7, 1, "低保电话")
    assert not answers.is_answered(8, 1, "低保")
    answers.note(7, 1, "低保电话", [11])
    assert answers.is_answered(7, 1, "低保电话")
    assert answers.answers(7, 1) == (11,)
    assert answers.answers(8, 1) == ()


def test_the_oldest_answers_go_first():
    """One that is given anew counts as new."""
    answers = AnswerMessages(most=2)
    for question in (1, 2, 1, 3):
        answers.note(7, question, "问", [question])
    assert [answers.answers(7, question) for question in (1, 2, 3)] == [(1,), (), (3,)]
