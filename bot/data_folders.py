"""Where in the data folder what is kept."""

from pathlib import Path


class DataFolders:
    """The folders and files below the home of the data."""

    home: Path

    @property
    def index_folder(self) -> Path:
        """Where the index is kept."""
        return self.home / "index"

    @property
    def evaluations_folder(self) -> Path:
        """Where reports of evaluations are kept."""
        return self.home / "evaluations"

    @property
    def library_folder(self) -> Path:
        """Where the documents are kept that people add."""
        return self.home / "documents"

    @property
    def records_folder(self) -> Path:
        """Where what was understood of each document is kept; it can be made anew."""
        return self.home / "records"

    @property
    def questions_folder(self) -> Path:
        """Where the plain-language questions are kept that the staff add."""
        return self.home / "questions"

    @property
    def pictures_folder(self) -> Path:
        """Where pictures of the pages of originals are kept; they can be drawn anew."""
        return self.home / "pictures"

    @property
    def uploads_folder(self) -> Path:
        """Where a file waits until somebody of the staff confirms what was read in it."""
        return self.home / "uploads"

    @property
    def staged_folder(self) -> Path:
        """Where what was read of many files waits until it is stored."""
        return self.home / "staged"

    @property
    def waiting_folder(self) -> Path:
        """Where what watched folders and followed sites brought waits for the staff."""
        return self.home / "waiting"

    @property
    def following_folder(self) -> Path:
        """Where is kept what is known of watched folders and followed sites."""
        return self.home / "following"

    @property
    def phones_file(self) -> Path:
        """Where the phones are kept that the staff confirmed or corrected."""
        return self.home / "phones.json"

    @property
    def database(self) -> Path:
        """Where conversations, questions, feedback and subscriptions are kept."""
        return self.home / "wenzheng.db"

    @property
    def chat_history(self) -> Path:
        """Where the terminal chat keeps what was typed."""
        return self.home / "chat-history"
