"""What the staff filled in, as lines: each with whose it is, who filled it in and when."""

from collections.abc import Collection, Sequence

from bot.layout import Block, plain, strong
from bot.messages import staff_fields as messages
from bot.staff_fields import FieldKind, StaffField, chosen_fields


def filled_lines(fields: Sequence[StaffField], kinds: Collection[FieldKind] = tuple(FieldKind)) -> Block:
    """The fields of these kinds, below a line that says that no document prints them; none without any."""
    lines = [plain(_line(field)) for field in chosen_fields(fields) if field.kind in kinds]
    return (strong(messages.HEAD), *lines) if lines else ()


def _line(field: StaffField) -> str:
    department = field.subject.department
    return messages.LINE.format(
        name=messages.KINDS[field.kind],
        whose=messages.WHOSE.format(department=department) if department else "",
        words=" ".join(field.words.split("\n")),
        by=field.by,
        day=field.day,
    )
