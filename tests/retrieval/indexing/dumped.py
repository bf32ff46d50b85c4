"""All that an index says, in a form that can be compared."""

from collections import defaultdict

import numpy as np

from retrieval.indexing.index import Index
from retrieval.indexing.lexical import LexicalIndex
from retrieval.indexing.passage_index import PassageIndex
from retrieval.indexing.unit_table import UnitCounts


def dumped(index: Index) -> dict[str, object]:
    """Passages, owners, facts, which text contains which unit how often, what that is worth, and vectors."""
    facts = index.text_facts
    return {
        "measures": list(index.measures),
        "passages": list(index.passages),
        "kinds": list(index.kinds),
        "readings": index.table.readings,
        "document_of": index.document_of.tolist(),
        "facts": [facts.terms.tolist(), facts.amounts.tolist(), facts.formal.tolist(), facts.mentioned()],
        "pairs": _counts(index.pairs),
        "whole": _lexical(index.whole),
        "documents": _lexical(index.documents),
        **{name: _channel(getattr(index, name)) for name in ("text", "questions", "uncovered")},
    }


def _channel(channel: PassageIndex) -> dict[str, object]:
    vectors = channel.dense.vectors(np.arange(channel.dense.size, dtype=np.int32))
    return {
        "positions": channel.positions.tolist(),
        "owners": channel.owners.tolist(),
        "kinds": {kind: among.tolist() for kind, among in channel.of_kind.items()},
        "characters": _lexical(channel.characters),
        "syllables": _lexical(channel.syllables),
        "vectors": vectors.tolist(),
    }


def _lexical(index: LexicalIndex) -> dict[str, object]:
    """Unit -> the texts that contain it and how often; in how many they are; what texts are worth."""
    held = defaultdict[int, dict[int, int]](dict)
    for postings, places in index.parts:
        standing = places.up(np.arange(places.rows, dtype=np.int32)).tolist()
        for row, key in enumerate(postings.units.keys.tolist()):
            span = slice(*postings.starts[row : row + 2].tolist())
            pairs = zip(postings.texts[span].tolist(), postings.counts[span].tolist(), strict=True)
            held[key].update({standing[text]: count for text, count in pairs if standing[text] >= 0})
    containing = {key: dict(sorted(texts.items())) for key, texts in sorted(held.items()) if texts}
    return {"texts": containing, "counts": _counts(index.units), "damping": index.damping.tolist()}


def _counts(counts: UnitCounts) -> dict[int, int]:
    """Number of a unit -> how often it occurs."""
    summed = defaultdict[int, int](int)
    for tally in counts.tallies:
        keys = tally.table.keys.tolist()
        for key, count in zip(keys, tally.counts(slice(0, len(keys))).tolist(), strict=True):
            summed[key] += count
    return {key: count for key, count in sorted(summed.items()) if count}
