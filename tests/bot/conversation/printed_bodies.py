"""Documents of one measure that print bodies and their phones."""

from datetime import date

from corpus.records import Document, Measure, Responsibility, Role, Section, Validity

UNSTATED = Validity(None, None, "")


def document_of(number, region, title, text, lead="", *duties):
    """A document of a region whose only measure has a text and, read from it, duties."""
    measure = Measure(
        id=f"{number}#1",
        document=number,
        item="1",
        heading=(),
        text=text,
        sections=(Section("", text),),
        responsibilities=duties,
        validity=UNSTATED,
        applies=True,
        applies_basis=None,
        deadline=None,
    )
    return Document(number, title, "", region, date(2026, 5, 1), UNSTATED, ("a",), (measure,), lead=lead)


def duty_of(name, office=None, phone=None):
    """What a body leads."""
    return Responsibility(name, name, Role.LEAD, office=office, phone=phone)
