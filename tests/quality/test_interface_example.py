"""The example that the HTTP interface shows is what the bot really answers."""

from datetime import date

from bot.answer import Ask
from bot.rendering.render_json import to_data
from bot.web.description import EXAMPLES


def test_the_bot_answers_the_example_as_shown(assistant):
    """The refrigerator's question from 周村: item 19 alone, with the same text."""
    shown = EXAMPLES["ask"]
    answer = to_data(assistant.ask(Ask(shown["question"], region="周村", as_of=date(2026, 11, 21))))
    assert answer["text"] == shown["text"]
    assert [measure["id"] for measure in answer["measures"]] == ["周政办字〔2024〕11号#19"]
