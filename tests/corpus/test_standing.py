"""Which version of a document counts, from the order of adding alone."""

from corpus.keeping.standing import AddedFile, Standing, Version, versions


def entry(sequence: int, *numbers: str, replaces=(), removed=()) -> AddedFile:
    return AddedFile(
        sequence, f"{sequence}.txt", "0" * 64, None, "2026-11-21T00:00:00+00:00", numbers, replaces, removed
    )


def standings(bundled, *entries):
    return [(version.number, version.standing, version.successor) for version in versions(bundled, entries)]


def test_the_newest_version_counts() -> None:
    """Each older one names its successor, which bears the same number."""
    assert standings(["甲"], entry(1, "甲"), entry(2, "甲")) == [
        ("甲", Standing.REPLACED, "甲"),
        ("甲", Standing.REPLACED, "甲"),
        ("甲", Standing.CURRENT, None),
    ]


def test_a_document_may_replace_others() -> None:
    """Bundled or added before; one that was added later counts again."""
    first = entry(1, "乙", replaces=("甲", "丙"))
    assert standings(["甲"], first, entry(2, "丙")) == [
        ("甲", Standing.REPLACED, "乙"),
        ("乙", Standing.CURRENT, None),
        ("丙", Standing.CURRENT, None),
    ]


def test_what_replaces_may_be_replaced() -> None:
    """What it replaced does not come back by that."""
    assert standings(["甲"], entry(1, "乙", replaces=("甲",)), entry(2, "丁", replaces=("乙",))) == [
        ("甲", Standing.REPLACED, "乙"),
        ("乙", Standing.REPLACED, "丁"),
        ("丁", Standing.CURRENT, None),
    ]


def test_what_is_removed_replaces_nothing() -> None:
    """One of two documents of a file may be removed; the other still replaces."""
    assert standings(["甲"], entry(1, "甲", removed=("甲",))) == [
        ("甲", Standing.CURRENT, None),
        ("甲", Standing.REMOVED, None),
    ]
    assert standings(["甲"], entry(1, "乙", "丙", replaces=("甲",), removed=("乙",)))[0] == (
        "甲",
        Standing.REPLACED,
        "丙",
    )


def test_a_document_does_not_replace_itself() -> None:
    """Its own number among those it replaces says nothing."""
    alone = entry(1, "甲", replaces=("甲",))
    assert versions([], [alone]) == (Version("甲", alone, Standing.CURRENT),)
