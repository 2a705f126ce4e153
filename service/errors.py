"""What can go wrong while answering; "not found" is a status of the answer, not an error."""

from __future__ import annotations


class ServiceError(Exception):
    """Base of all errors of answering; the message is Chinese and fit to be shown to a user."""


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
