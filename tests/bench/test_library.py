"""Generated libraries are the same everywhere, of the size asked for, and know their answers."""

import gc
import hashlib
import os
import subprocess
import sys
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path

import pytest

from corpus.gazetteer import load_gazetteer
from corpus.records import Document, Measure, Section, Validity
from tests.bench.library import Library, read, write
from tests.bench.library_places import Place, bare, places
from tests.bench.library_rewriting import Rewriting
from tests.bench.library_sources import Source

SIZE = 1500

TEXT = "周村区对购买冰箱的给予补贴，每台300元，我区共3户。（责任单位：区商务局，电话：6195136）"


def made_source(text: str) -> Source:
    """A district's document with one measure."""
    number = "周政办字〔2024〕11号"
    measure = Measure(f"{number}#1", number, "1", (), text, (Section("", text),), (), Validity())
    document = Document(number, "周村区的通知", "", "周村", date(2024, 2, 29), Validity(), (), (measure,))
    return Source(document, ("周村区", "周村"), ("淄博市", "山东省"), ("王村镇", "北郊镇"), ())


def rewriting(text: str = TEXT) -> Rewriting:
    return Rewriting(made_source(text), Place(("浙江省", "温州市", "苍南县")), 7, 1)


@lru_cache(maxsize=1)
def library() -> Library:
    return Library(SIZE)


def test_the_same_seed_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    """Nothing depends on the order of sets or on the process."""
    write(Library(300), tmp_path / "here", questions=20)
    code = (
        "import sys; from pathlib import Path; from tests.bench.library import Library, write; "
        "write(Library(300), Path(sys.argv[1]), questions=20)"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "4", "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "there")], env=environment, check=True)
    for name in ("documents.jsonl", "questions.jsonl"):
        here, there = ((tmp_path / folder / name).read_bytes() for folder in ("here", "there"))
        assert hashlib.sha256(here).digest() == hashlib.sha256(there).digest()


def test_another_seed_gives_another_library() -> None:
    """The seed decides places, figures and wordings."""
    first, second = (next(Library(300, seed=seed).documents()) for seed in (1, 2))
    assert first != second


def test_a_library_has_exactly_as_many_measures_as_asked_for() -> None:
    """The last document is cut."""
    assert sum(len(document.measures) for document in library().documents()) == SIZE


def test_numbers_and_ids_are_unique() -> None:
    """They are what the catalog looks documents and measures up by."""
    documents = list(library().documents())
    ids = [measure.id for document in documents for measure in document.measures]
    assert len({document.number for document in documents}) == len(documents)
    assert len(set(ids)) == SIZE


def test_known_answers_stand_in_the_measure_and_the_measure_in_the_region() -> None:
    """A question is of no use where its answer cannot be checked."""
    catalog, known = library().catalog(), list(library().questions(100))
    for question in known:
        measure = catalog.measure(question.measure)
        assert question.answer in measure.text
        assert catalog.document_of(measure).region == question.region
    assert len(known) > 90


def test_every_second_question_names_its_place() -> None:
    """The others are asked from there."""
    known = [question for question in library().questions(100) if int(question.id[1:]) % 2]
    names = {place.region: bare(place.name) for place in library().places}
    assert all(names[question.region] in question.q for question in known)


def test_no_question_that_is_asked_is_stored() -> None:
    """Else it would be recognised word for word."""
    stored = {q for questions in library().stored_questions().values() for q in questions}
    assert stored
    assert stored.isdisjoint(question.q for question in library().questions(200))


def test_no_document_names_the_place_of_its_source() -> None:
    """Its texts name its own place instead."""
    for document, source in library().made():
        printed = document.title + document.lead + "".join(m.text for m in document.measures)
        assert not [
            name for name in (*source.own, *source.parts) if name in printed.replace(document.number, "")
        ]


def test_a_library_holds_its_sources_and_no_documents() -> None:
    """So that a million measures can be streamed."""
    library().sources  # noqa: B018 - they are read when first wanted
    before = _documents_in_memory()
    for _ in islice(library().documents(), 50):
        pass
    assert _documents_in_memory() <= before + 1


def _documents_in_memory() -> int:
    gc.collect()
    return sum(type(kept) is Document for kept in gc.get_objects())


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    """The documents come back as they were."""
    write(Library(100), tmp_path, questions=3)
    assert list(read(tmp_path)) == list(Library(100).documents())


def test_places_come_after_what_they_lie_in_and_are_official_down_to_districts() -> None:
    """A library cut anywhere holds whole chains."""
    seen, chains = set[tuple[str, ...]](), load_gazetteer().chains
    for place in islice(places(1), 200):
        assert len(place.chain) == 1 or place.chain[:-1] in seen
        official = place.chain[:3]
        assert official[:-1] in chains[official[-1]]
        seen.add(place.chain)


def test_the_first_four_places_are_one_of_each_level() -> None:
    """Even the smallest library has a province, a city, a district and a town."""
    assert [place.level.name for place in Library(300).places] == ["PROVINCE", "CITY", "DISTRICT", "TOWN"]


def test_levels_departments_and_places_are_those_of_the_new_place() -> None:
    """周村区 becomes 苍南县, 我区 becomes 我县, and the bureau of the district one of the county."""
    printed = rewriting().text(TEXT)
    assert "苍南县" in printed
    assert "我县" in printed
    assert any(name in printed for name in ("：县商务局，", "：县商务和投资促进局，"))
    assert rewriting().text("淄博市、山东省、淄博、山东") == "温州市、浙江省、温州、浙江"


def test_words_that_end_like_a_level_stay() -> None:
    """小区 and 社区 are no districts."""
    assert rewriting().text("老旧小区和社区居委会") == "老旧小区和社区居委会"


@pytest.mark.parametrize(("printed", "digits", "zeros"), [("300元", 3, 2), ("15%", 2, 0), ("1000万元", 4, 3)])
def test_figures_keep_their_size(printed: str, digits: int, zeros: int) -> None:
    """Another figure with as many digits and zeros, and no zero in front."""
    figure = "".join(filter(str.isdigit, rewriting().text(printed)))
    assert len(figure) == digits
    assert len(figure) - len(figure.rstrip("0")) == zeros
    assert figure[0] != "0"


def test_one_hundred_percent_stays() -> None:
    """A rate may not exceed it."""
    assert rewriting().text("100%") == "100%"


def test_a_figure_printed_twice_is_the_same_at_both() -> None:
    """The rewriting of a whole document agrees with itself."""
    once, again = rewriting().text("补200元。"), rewriting().text("再补200元。")
    assert again.endswith(once.removeprefix("补"))


def test_days_and_printed_years_move_together() -> None:
    """A leap day becomes one that every year has."""
    day, printed = rewriting().day(date(2024, 2, 29)), rewriting().text("2024年完成")
    assert day is not None
    assert printed == f"{day.year}年完成"
    assert (day.month, day.day) == (2, 28)


def test_everyday_words_of_a_question_stay() -> None:
    """People do not speak as the new document is worded."""
    assert rewriting().question("周村买冰箱的补贴怎么申请") == "苍南买冰箱的补贴怎么申请"
