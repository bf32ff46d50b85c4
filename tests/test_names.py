"""One word, one meaning: classes and modules are called apart, and the documents name what exists."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "retrieval", "embeddings", "corpus")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
TWICE = GLOSSARY.partition("## Names that stand twice")[2]
LISTED = {name for row in TWICE.splitlines() for name in re.findall(r"`(\w+)`", row[: row.find("|", 1)])}


def modules() -> Iterator[Path]:
    """All Python files of the packages."""
    return (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))


def tables() -> Iterator[Path]:
    """All tables of the packages, but for the plain-language questions."""
    found = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.toml")))
    return (path for path in found if "questions" not in path.parts)


def classes() -> Iterator[tuple[str, str]]:
    """(name, file) of every class."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                yield node.name, str(path.relative_to(ROOT))


def rooms() -> Iterator[tuple[str, str]]:
    """(name, path) of every module and of every package below the top."""
    for path in modules():
        named = path.parent if path.name == "__init__.py" else path
        yield named.stem, str(named.relative_to(ROOT))


def standing_twice(pairs: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """Names that stand in more than one file."""
    where: dict[str, set[str]] = defaultdict(set)
    for name, path in pairs:
        where[name].add(path)
    return {name: paths for name, paths in where.items() if len(paths) > 1}


def test_no_class_shares_its_name_unless_listed_with_a_reason() -> None:
    """A class name means one thing; the few that stand twice are in the glossary."""
    assert {name: paths for name, paths in standing_twice(classes()).items() if name not in LISTED} == {}


def test_no_module_shares_its_name_unless_listed_with_a_reason() -> None:
    """A file or folder name means one thing; the few that stand twice are in the glossary."""
    assert {name: paths for name, paths in standing_twice(rooms()).items() if name not in LISTED} == {}


def test_every_listed_name_does_stand_twice() -> None:
    """A name that was made unique leaves the list."""
    twice = standing_twice(classes()) | standing_twice(rooms())
    assert [name for name in sorted(LISTED) if name not in twice] == []


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:bot|retrieval|embeddings|corpus)/[\w/.]*)`", GLOSSARY)))
)
def test_the_glossary_names_files_that_exist(path: str) -> None:
    """Whoever looks a word up finds where it lives."""
    assert (ROOT / path).exists()


def test_the_architecture_names_files_that_exist() -> None:
    """A file is named by its path, or by its own name behind one in the same room."""
    named = re.findall(
        r"`((?:bot|retrieval|embeddings|corpus|tests)/[\w/.]*|[\w.]+\.(?:py|toml))`", ARCHITECTURE
    )
    own = {path.name for path in (*modules(), *(ROOT / "tests").rglob("*.py"), *tables())}
    assert [name for name in named if not ((ROOT / name).exists() or name in own)] == []


def test_the_architecture_names_every_table() -> None:
    """Whoever looks for a list of words finds what it is for."""
    assert [path.name for path in tables() if path.name not in ARCHITECTURE] == []


def test_every_file_of_decisions_is_named_with_the_question_it_answers() -> None:
    """Whoever asks why something is as it is finds the file; no link of the list leads nowhere."""
    room = ROOT / "docs" / "decisions"
    linked = re.findall(r"\]\(([\w.]+)\)", (room / "README.md").read_text(encoding="utf-8"))
    assert sorted([*linked, "README.md"]) == sorted(path.name for path in room.iterdir())


def test_links_between_documents_lead_to_files() -> None:
    """A file of `docs` that a text names exists."""
    texts = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *modules()]
    named = {name for path in texts for name in re.findall(r"docs/[\w/]+\.md", path.read_text("utf-8"))}
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
