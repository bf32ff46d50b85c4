"""What the staff filled in, where it is asked for: 要带什么, 几点上班, 在哪办."""

from bot.answering import fields_on, particulars_asked, without_particulars
from bot.conversation import answers
from bot.conversation.about_departments.departments_named import named_department
from bot.conversation.focus import Topic
from bot.conversation.hearing.followups import read_turn
from bot.conversation.scene import Reply, Scene
from bot.layout import strong
from bot.messages import talk as messages
from bot.rendering import filled_lines


def of_department(scene: Scene) -> Reply | None:
    """区商务局几点上班: what the staff filled in for a department that the turn names, and no matter."""
    kinds = fields_on(particulars_asked(scene.reading.question))
    named = named_department(scene) if kinds else None
    if named is None or read_turn(without_particulars(named.rest)).content:
        return None
    region, name = named.departments[0]
    lines = filled_lines(scene.assistant.department_fields(region, name), kinds)
    if not lines:
        return None
    head = (strong(messages.FIELDS_OF.format(name=name, region=region)),)
    topic = Topic(scene.reading.question, department=(region, name))
    return answers.said(scene.blank, (), [head, lines]), scene.focus.turned_to(topic)
