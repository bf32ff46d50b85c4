"""Tunes a network on lessons; goes on where it was cut off."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from embeddings.training.batches import MEASURES, Batch, LessonBook, Pieces, batches
from embeddings.training.contrast import Compared, contrast, drift
from embeddings.training.transformer import TextTransformer, padded, vectors_of

SEED = 20261129
ROUNDS = 1
"""A second one found no more on documents left out and less on the bundled ones (2026-11-29)."""
RATE = 5e-5
"""Of learning, at its highest: it rises over the first steps and falls to nearly nothing at the end."""
_RISING_STEPS, _LEAST_RATE = 40, 0.02
ANCHOR = 2.0
"""Weight of the drift from the vectors before tuning, against forgetting."""
LIKENESS = 0.92
"""From this cosine on passages of two documents say nearly the same; one pair in two hundred does."""
SHARE = 0.5
"""Of the tuned weights in the encoder; the rest are those from before. So it forgets less of what it was not
taught: with .6 in place of 1 stored questions about the bundled texts find their measure in .757 of the
cases, not in .726; with .5 the public benchmark loses nothing in the whole search (2026-11-29)."""
_PARTS = 4
"""Texts of like length run together, in so many groups a batch."""

Report = Callable[[str], None]


class Tuner:
    """A network on its way, with the vectors that it began with and the newest of all passages."""

    def __init__(self, network: TextTransformer, book: LessonBook, taught: Sequence[int]) -> None:
        torch.manual_seed(SEED)
        network.word.weight.requires_grad_(False)
        network.position.weight.requires_grad_(False)
        self._network, self._book, self._taught = network, book, taught
        self._old_passages = vectors_of(network, book.passages)
        self._old_questions = vectors_of(network, book.questions)
        self._excused = book.excused(self._old_passages, LIKENESS)
        self._bank = self._old_passages.clone()
        self._optimiser = torch.optim.AdamW(_weights(network), lr=RATE, betas=(0.9, 0.98))
        self._steps = len(taught) // MEASURES
        self.rounds = 0
        """Rounds done."""

    def resume(self, path: Path) -> None:
        """Goes on from a file that `save` wrote."""
        kept = torch.load(path, weights_only=True)
        self._network.load_state_dict(kept["network"])
        self._optimiser.load_state_dict(kept["optimiser"])
        self._bank, self.rounds = kept["bank"], kept["rounds"]

    def save(self, path: Path) -> None:
        """Writes what is needed to go on."""
        kept = {"network": self._network.state_dict(), "optimiser": self._optimiser.state_dict()}
        torch.save({**kept, "bank": self._bank, "rounds": self.rounds}, path)

    def round(self, report: Report) -> None:
        """Learns every lesson once."""
        for number, batch in enumerate(batches(self._book, self._taught, SEED + self.rounds)):
            loss = self._learn(batch, self.rounds * self._steps + number)
            report(f"round {self.rounds + 1}, step {number + 1} of {self._steps}: loss {loss:.3f}")
        self.rounds += 1

    def _learn(self, batch: Batch, step: int) -> float:
        left = 1 - step / (self._steps * ROUNDS)
        for group in self._optimiser.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / _RISING_STEPS) * max(_LEAST_RATE, left)
        compared, old = self._compared(batch)
        new = torch.cat([compared.asked, compared.near]), compared.passages
        loss = contrast(compared) + ANCHOR * drift(new, old)
        self._optimiser.zero_grad(set_to_none=True)
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        return float(loss.detach())

    def _compared(self, batch: Batch) -> tuple[Compared, tuple[Tensor, Tensor]]:
        """The vectors of a batch, and the old ones of its questions and passages."""
        book = self._book
        answers = torch.tensor([self._best_passage(question) for question in batch.asked])
        shown, here = torch.unique(answers, return_inverse=True)
        questions = [*batch.asked, *batch.near]
        vectors = self._encode([book.questions[number] for number in questions])
        passages = self._encode([book.passages[number] for number in shown.tolist()])
        compared = Compared(
            asked=vectors[: len(batch.asked)],
            near=vectors[len(batch.asked) :],
            stored=self._encode([book.stored[number] for number in batch.stored]),
            passages=passages,
            bank=self._bank.index_copy(0, shown, passages),
            answers=answers,
            answers_here=here,
            near_owners=torch.from_numpy(book.question_owners[batch.near]),
            owners=torch.from_numpy(book.question_owners[batch.asked]),
            lessons=torch.tensor(batch.lessons),
            first_passages=torch.from_numpy(book.first_passages[batch.lessons]),
            excused=self._excused,
        )
        self._bank[shown] = passages.detach()
        return compared, (self._old_questions[questions], self._old_passages[shown])

    def _best_passage(self, question: int) -> int:
        """The passage of the lesson that is nearest to the question as it was before tuning."""
        lesson = self._book.question_owners[question]
        first = int(self._book.first_passages[lesson])
        own = self._bank[first : first + len(self._book.lessons[lesson].passages)]
        return first + int((own @ self._old_questions[question]).argmax())

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
