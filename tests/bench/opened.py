"""What a process takes that opens a stored index and answers: `python -m tests.bench.opened FOLDER`.

Standard input has a line of JSON a question, with `q` and `region`; standard output gets the figures as one.
Times are processor times, the start from the beginning of the process.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

AS_OF = date(2026, 11, 21)


def opened(folder: Path, questions: Sequence[tuple[str, str]]) -> Mapping[str, float]:
    """Figures of a new process that opens the index in use of a folder and answers questions with regions."""
    lines = "\n".join(json.dumps({"q": q, "region": region}) for q, region in questions)
    command = [sys.executable, "-m", "tests.bench.opened", str(folder)]
    done = subprocess.run(command, input=lines, check=True, capture_output=True, text=True)
    figures: Mapping[str, float] = json.loads(done.stdout)
    return figures


def _figures(folder: Path, questions: Sequence[Mapping[str, str]]) -> Mapping[str, float]:
    from bot.answer import Ask
    from bot.answering import Assistant, RememberingSearch
    from bot.chain.returning_memory import return_memory
    from embeddings import make_encoder
    from retrieval import IndexStore, Retriever

    encoder = make_encoder()
    stored = IndexStore(folder, encoder).current()
    if stored is None:
        raise SystemExit(f"no index in {folder}")
    search = Retriever(stored.catalog, stored.index, encoder)
    assistant = Assistant(stored.catalog, RememberingSearch(search))
    started = time.process_time()
    assistant.prepare()
    prepared = time.process_time()
    taken = []
    for question in questions:
        begin = time.process_time()
        assistant.ask(Ask(question["q"], region=question["region"], as_of=AS_OF))
        taken.append(time.process_time() - begin)
    return_memory()
    resident = _resident_mb()
    return {
        "start_s": started,
        "prepare_s": prepared - started,
        "first_ms": 1000 * taken[0],
        "answer_ms": 1000 * statistics.median(taken),
        "resident_mb": resident["Rss"],
        "own_mb": resident["Anonymous"],
    }


def _resident_mb() -> dict[str, float]:
    """Memory of this process by kind; `Rss` is all of it, `Anonymous` what no file holds."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    return {name: int(size.split()[0]) / 1024 for name, _, size in (line.partition(":") for line in lines)}


if __name__ == "__main__":
    print(json.dumps(_figures(Path(sys.argv[1]), [json.loads(line) for line in sys.stdin])))
