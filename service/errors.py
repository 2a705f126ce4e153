"""What can go wrong while answering; "not found" is a status of the answer, not an error."""

from __future__ import annotations


class ServiceError(Exception):
    """Base of all errors of answering; the message is Chinese and fit to be shown to a user."""


class AlreadyServed(ServiceError):
    """Another process serves the same data folder."""


class BadQuestion(ServiceError):
    """A question that cannot be read at all: empty, too long, or not text."""


class DocumentNotFound(ServiceError):
    """No document with that id is loaded."""


class PageNotFound(ServiceError):
    """The document has no such page."""


class OriginalMissing(ServiceError):
    """The document is loaded, but the copy of its file is gone from the data folder."""


class PictureUnavailable(ServiceError):
    """The document has no pages that can be shown as pictures here."""


class KeyMissing(ServiceError):
    """The route is for holders of a key, and none was shown."""


class NotAllowed(ServiceError):
    """The key that was shown does not allow this."""


class BodyTooLarge(ServiceError):
    """What is sent up is larger than is allowed."""


class BadUpload(ServiceError):
    """What is sent up is no file that could be read: no name, nothing in it, no form around it."""


class KindNotRead(ServiceError):
    """A file of a kind that is not read, or not what its name says."""


class UploadTooSlow(ServiceError):
    """A file did not arrive in the time that there is for it."""


class QueueFull(ServiceError):
    """Too many files wait to be read."""


class JobNotFound(ServiceError):
    """No file was sent up under that id."""


class AnswerNotFound(ServiceError):
    """No answer is kept under that id, or not any more."""


class TooMany(ServiceError):
    """More is asked for than one file holds."""
