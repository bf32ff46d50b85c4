"""What a person should look at, on the bundled documents."""

from pathlib import Path

import pytest

from corpus.catalog import Catalog, load_drafts
from corpus.departments import load_names
from corpus.keeping.suspicions import Suspicion, remarks

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def found(catalog: Catalog) -> dict[tuple[str, Suspicion], tuple[str, ...]]:
    drafts = load_drafts(DOCUMENTS)
    at_hand = {draft.number for draft in drafts}
    return {
        (remark.document, remark.suspicion): remark.about
        for draft in drafts
        for remark in remarks(draft, catalog.document(draft.number), load_names(), at_hand)
    }


def test_a_number_that_is_also_another_document_is_pointed_out(found) -> None:
    """27号 cites a plan for families in need as 周政办字〔2020〕29号, which is the notice on 低保 here."""
    assert found["周政发〔2020〕27号", Suspicion.CITED] == ("周政办字〔2020〕29号",)


def test_a_number_that_no_text_prints_is_pointed_out(found) -> None:
    """The collection of 2022 and the chronicle have none; the chronicle has no date either."""
    unprinted = [number for number, suspicion in found if suspicion is Suspicion.NO_NUMBER]
    assert unprinted == ["周村2022稳中求进清单", "聊城市人民政府大事记（2021年6月）"]
    undated = [number for number, suspicion in found if suspicion is Suspicion.NO_DATE]
    assert undated == ["聊城市人民政府大事记（2021年6月）"]


def test_measures_without_a_department_are_counted(found) -> None:
    """The notice on 低保 names none; every row of 周政办字〔2024〕11号 names one."""
    assert found["周政办字〔2020〕29号", Suspicion.NO_DEPARTMENT] == ("全文",)
    assert ("周政办字〔2024〕11号", Suspicion.NO_DEPARTMENT) not in found


def test_phones_and_page_jumps_of_the_bundled_texts_are_settled(found) -> None:
    """Every phone has its department, every jump is followed, every department is known."""
    settled = {Suspicion.LOOSE_PHONE, Suspicion.PAGE_JUMP, Suspicion.UNKNOWN_DEPARTMENT}
    assert not [key for key in found if key[1] in settled]
