"""What can go wrong while reading and storing, each with the file, the place and what to do about it."""

from __future__ import annotations


class IngestError(Exception):
    """Base of all errors of reading and storing; the message is Chinese and fit to be shown to a user."""


class UnreadableFile(IngestError):
    """A file that cannot be read: names the file, the page where known, the reason and the way out."""

    def __init__(self, file: str, reason: str, advice: str, page: int | None = None) -> None:
        self.file, self.reason, self.advice, self.page = file, reason, advice, page
        place = f"第{page}页" if page else ""
        super().__init__(f"{file}{place}：{reason}。{advice}")

    def __reduce__(self) -> tuple[type[UnreadableFile], tuple[str, str, str, int | None]]:
        """So that it comes whole out of the process that read the file."""
        return type(self), (self.file, self.reason, self.advice, self.page)


class StoreUnavailable(IngestError):
    """The database or the vector store does not answer."""


class EmbeddingUnavailable(IngestError):
    """The embedding model cannot be loaded."""
