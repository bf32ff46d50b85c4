"""Collects the parts of groups: stored parts are read, the others are made and stored."""

from collections.abc import Sequence

from embeddings import Progress, VectorCache
from retrieval.indexing.index_segment import GroupPart
from retrieval.indexing.part_store import PartStore
from retrieval.indexing.parts import make_part
from retrieval.indexing.passages import PassageGroup
from retrieval.text import TextReader


def collect_parts(
    groups: Sequence[PassageGroup],
    reader: TextReader,
    cache: VectorCache,
    store: PartStore | None = None,
    progress: Progress | None = None,
) -> list[GroupPart]:
    """The part of each group, in their order.

    What the cache lacks is encoded before the first part is made, so that `progress` covers all of it.
    New parts are written to `store`.
    """
    parts = {group.digest: part for group in groups if store and (part := store.part(group.digest))}
    lacking = [group for group in groups if group.digest not in parts]
    encoded = [passage for group in lacking for passage in group.passages if passage.encoded]
    cache.kept([text for passage in encoded for text in passage.encoded_texts], progress)
    for group in lacking:
        parts[group.digest] = part = make_part(group, reader, cache.kept)
        if store:
            store.keep(group.digest, part)
    return [GroupPart(group.digest, group.document, parts[group.digest]) for group in groups]
