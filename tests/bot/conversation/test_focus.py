"""What a conversation is about, kept and read again."""

import json

from bot.answer import OfferedDepartment
from bot.conversation.focus import MAX_EARLIER, Focus, Interview, Topic, from_data


def test_a_focus_survives_the_disk():
    """Through JSON and back it is the same."""
    topic = Topic("低保多少", department=("周村", "区民政局")).showing(["a#1", "b#2"])
    focus = Focus(region="周村").turned_to(Topic("先前")).turned_to(topic)
    assert from_data(json.loads(json.dumps(focus.to_data()))) == focus


def test_the_departments_that_a_refusal_named_survive_until_the_talk_goes_on():
    """Through JSON and back they are the same; another topic or answer ends them."""
    near = (OfferedDepartment("周村", "区民政局", "a#1", "可以问：区民政局"),)
    focus = Focus(topic=Topic("先前"), near=near)
    assert from_data(json.loads(json.dumps(focus.to_data()))) == focus
    assert focus.turned_to(Topic("低保")).near == ()
    assert focus.staying(Topic("先前")).near == ()


def test_an_interview_survives_the_disk():
    """So do its answers."""
    focus = Focus(interview=Interview("matter").answered("who", "企业"), asked_region=True)
    assert from_data(json.loads(json.dumps(focus.to_data()))) == focus


def test_data_of_another_version_are_an_empty_focus():
    """What cannot be read starts a conversation anew."""
    assert from_data({"subject": "x"}) == Focus()
    assert from_data({"topic": {"colour": 1}, "earlier": [], "pending": "", "region": None}) == Focus()


def test_topics_before_are_bounded():
    """Only the newest few can be gone back to, newest first."""
    focus = Focus()
    for number in range(MAX_EARLIER + 3):
        focus = focus.turned_to(Topic(str(number)))
    assert [topic.question for topic in focus.earlier] == ["6", "5", "4", "3", "2"]


def test_showing_chooses_the_first_and_remembers_all():
    """A second answer adds to what was seen."""
    topic = Topic("q").showing(["a", "b"]).showing(["c"])
    assert (topic.shown, topic.chosen, topic.seen) == (("c",), "c", ("a", "b", "c"))
