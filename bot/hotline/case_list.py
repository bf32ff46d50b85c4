"""Every question of the hotline: those kept, those left for the staff, and those not covered."""

from bot.china_time import day_in_china
from bot.store import ASKED, LETTER, HotlineCase, Letter, Store


def every_case(store: Store) -> tuple[HotlineCase, ...]:
    """All cases, each id once: as it is kept, or as the staff's own work shows it."""
    own = [*(_of_letter(letter) for letter in store.desk.exchanged()), *_uncovered(store)]
    kept = {case.id: case for case in store.hotline.all()}
    return (*(_newer(case, kept.pop(case.id, case)) for case in own), *kept.values())


def _newer(own: HotlineCase, kept: HotlineCase) -> HotlineCase:
    """What is kept, unless the desk has replied with other words since."""
    return own if own.answer and own.answer != kept.answer else kept


def _of_letter(letter: Letter) -> HotlineCase:
    return HotlineCase(
        f"{LETTER}{letter.id}",
        letter.text,
        letter.reply or "",
        letter.department,
        approved_by=letter.approved_by,
        checked=day_in_china(letter.replied) if letter.approved_by and letter.replied else None,
    )


def _uncovered(store: Store) -> list[HotlineCase]:
    waiting = store.journal.uncovered()
    return [HotlineCase(f"{ASKED}{question.id}", question.text) for question in waiting]
