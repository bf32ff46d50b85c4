"""What the staff fill in: each kind with its form, its name and its hint."""

import pytest

from bot.messages import staff_fields as messages
from bot.staff_fields import FieldKind


@pytest.mark.parametrize("kind", FieldKind)
def test_every_kind_has_a_form_a_name_and_a_hint(kind):
    """A kind that lacks one could be neither filled in nor shown."""
    assert kind.form.max_chars > 0
    assert messages.KINDS[kind]
    assert messages.HINTS[kind]
