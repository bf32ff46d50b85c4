"""Tunes a network on lessons; goes on where it was cut off."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from embeddings.training.batches import Batch, LessonBook, Pieces, batches
from embeddings.training.contrast import Compared, contrast, drift
from embeddings.training.transformer import TextTransformer, padded, vectors_of

SEED = 20261129
ROUNDS = 2
RATE = 6e-5
"""Of learning, at its highest: it rises over the first steps and falls to nearly nothing at the end."""
_RISING_STEPS, _LEAST_RATE = 40, 0.02
ANCHOR = 2.0
"""Weight of the drift from the vectors before tuning, against forgetting."""
LIKENESS = 0.92
"""From this cosine on passages of two documents say nearly the same; one pair in two hundred does."""
SHARE = 0.7
"""Of the tuned weights in the encoder; the rest are those from before, so that it forgets less of what it was
not taught. With .5, .7 and 1, in files as they are used, .783, .816 and .807 of the questions about 45 other
offices find their measure inside its document, .777, .814 and .794 of the stored ones theirs, and .747, .760
and .767 of a public benchmark's; before tuning .660, .641 and .730 (2026-11-29)."""
_PARTS = 4
"""Texts of like length run together, in so many groups a batch."""

Report = Callable[[str], None]


class Tuner:
    """A network on its way, with the vectors that it began with.

    All vectors that are compared are new ones. Those of passages kept from earlier steps would be told from
    new ones by what all new ones have in common, and nothing else would be learnt: with 2,900 kept ones
    documents left out went from .589 to .658, and vectors left their old places within 30 steps (2026-11-29).
    """

    def __init__(self, network: TextTransformer, book: LessonBook, taught: Sequence[int]) -> None:
        torch.manual_seed(SEED)
        network.word.weight.requires_grad_(False)
        network.position.weight.requires_grad_(False)
        self._network, self._book, self._taught = network, book, taught
        self._old_passages = vectors_of(network, book.passages)
        self._old_questions = vectors_of(network, book.questions)
        self._excused = book.excused(self._old_passages, LIKENESS)
        self._optimiser = torch.optim.AdamW(_weights(network), lr=RATE, betas=(0.9, 0.98))
        self.rounds = 0
        """Rounds done."""

    def resume(self, path: Path) -> None:
        """Goes on from a file that `save` wrote."""
        kept = torch.load(path, weights_only=True)
        self._network.load_state_dict(kept["network"])
        self._optimiser.load_state_dict(kept["optimiser"])
        self.rounds = kept["rounds"]

    def save(self, path: Path) -> None:
        """Writes what is needed to go on."""
        kept = {"network": self._network.state_dict(), "optimiser": self._optimiser.state_dict()}
        torch.save({**kept, "rounds": self.rounds}, path)

    def round(self, report: Report) -> None:
        """Learns every lesson once."""
        firsts = self._old_passages[self._book.first_passages]
        drawn = list(batches(self._book, self._taught, firsts, SEED + self.rounds))
        for number, batch in enumerate(drawn):
            loss, drifted = self._learn(batch, self.rounds + number / len(drawn), number)
            report(
                f"round {self.rounds + 1}, step {number + 1} of {len(drawn)}: "
                f"loss {loss:.3f}, drift {drifted:.3f}"
            )
        self.rounds += 1

    def _learn(self, batch: Batch, rounds: float, step: int) -> tuple[float, float]:
        """Loss and drift of a step, after so many rounds."""
        rising = min(1.0, (step + 1) / _RISING_STEPS) if rounds < 1 else 1.0
        for group in self._optimiser.param_groups:
            group["lr"] = RATE * rising * max(_LEAST_RATE, 1 - rounds / ROUNDS)
        compared, old = self._compared(batch)
        drifted = drift((torch.cat([compared.asked, compared.near]), compared.passages), old)
        told_apart = contrast(compared)
        self._optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(told_apart + ANCHOR * drifted)
        nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        return float(told_apart.detach()), float(drifted.detach())

    def _compared(self, batch: Batch) -> tuple[Compared, tuple[Tensor, Tensor]]:
        """The vectors of a batch, and the old ones of its questions and passages."""
        book, questions = self._book, [*batch.asked, *batch.near]
        shown = [passage for lesson in batch.lessons for passage in book.passages_of(lesson)]
        numbers = {passage: number for number, passage in enumerate(shown)}
        vectors = self._encode([book.questions[number] for number in questions])
        compared = Compared(
            asked=vectors[: len(batch.asked)],
            near=vectors[len(batch.asked) :],
            stored=self._encode([book.stored[number] for number in batch.stored]),
            passages=self._encode([book.passages[number] for number in shown]),
            answers=torch.tensor([numbers[self._best_passage(question)] for question in batch.asked]),
            near_owners=torch.from_numpy(book.question_owners[batch.near]),
            owners=torch.from_numpy(book.question_owners[batch.asked]),
            lessons=torch.tensor(batch.lessons),
            asked_kinds=torch.from_numpy(book.kinds[batch.asked]),
            near_kinds=torch.from_numpy(book.kinds[batch.near]),
            excused=self._excused[:, shown],
            alike=self._excused[:, book.first_passages],
        )
        return compared, (self._old_questions[questions], self._old_passages[shown])

    def _best_passage(self, question: int) -> int:
        """The passage of the lesson that is nearest to the question as it was before tuning."""
        own = self._book.passages_of(int(self._book.question_owners[question]))
        return own[int((self._old_passages[own.start : own.stop] @ self._old_questions[question]).argmax())]

    def _encode(self, texts: Pieces) -> Tensor:
        """Vectors that learn, in the order of the texts."""
        order = torch.tensor(sorted(range(len(texts)), key=lambda number: len(texts[number])))
        with torch.autocast("cpu", torch.bfloat16):
            parts = [
                self._network(*padded([texts[number] for number in part])) for part in order.chunk(_PARTS)
            ]
        return torch.cat(parts)[order.argsort()]


def mix(network: nn.Module, before: Mapping[str, Tensor]) -> None:
    """Puts the weights of `network` between those `before` and its own, by SHARE."""
    now = network.state_dict()
    network.load_state_dict({name: old.lerp(now[name], SHARE) for name, old in before.items()})


def _weights(network: nn.Module) -> list[dict[str, object]]:
    """What learns: matrices are held small, biases and norms are not."""
    learning = [weight for weight in network.parameters() if weight.requires_grad]
    return [
        {"params": [weight for weight in learning if weight.dim() > 1], "weight_decay": 0.01},
        {"params": [weight for weight in learning if weight.dim() == 1], "weight_decay": 0.0},
    ]
