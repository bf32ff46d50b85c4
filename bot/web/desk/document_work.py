"""What the pages of the documents work with: those kept, those uploaded, those that wait."""

from pathlib import Path

from bot.adding import ReviewedFile, StagedReadings
from bot.following import Bringer, told
from bot.web.desk.office import Office

PLACE = "/documents"


class Documents:
    """What the pages of the documents work with."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.holdings = office.holdings
        self.adder = office.parts.documents
        self.uploads = office.parts.uploads
        self.waiting = office.parts.waiting

    def path_of(self, token: str) -> Path | None:
        """The file of a token, uploaded or brought; None where there is none any more."""
        brought = self.waiting.file(token)
        return brought.path if brought else self.uploads.file(token)

    def discard(self, token: str) -> None:
        """Removes the file of a token."""
        self.waiting.discard(token)
        self.uploads.discard(token)

    def reviewed(self, token: str, path: Path, region: str, asked: str) -> ReviewedFile:
        """What adding a file that is not stored yet would do, of a region and in place of a document.

        Raises:
            SourceError: it cannot be read.
        """
        waiting = self.waiting.file(token)
        address = waiting.arrival.origin if waiting else ""
        brought = self.adder.read(path, region or None, address=address)
        (reviewed,) = self.adder.review([brought], [asked] if asked in self.holdings.now().numbers else [])
        return reviewed

    def unpacked(self, path: Path, region: str) -> list[str]:
        """Leaves the files of an archive waiting, one by one; a line about each.

        Raises:
            WenzhengError: the data folder cannot be written.
        """
        staged = StagedReadings(self.office.settings.staged_folder)
        bringer = Bringer(self.adder, staged, self.waiting, _not_noted, straight=False, region=region or None)
        return told(bringer.bring({path: path.name}))


def _not_noted(act: str, number: str, about: str) -> None:
    """What only waits changes no document: the log tells of it once it is stored or declined."""
