"""Who is signed in: a cookie's secret to a key, in the memory of this process; a restart signs everybody out (会话)."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock

from service.keys.model import Key

#: Seconds without a request after which a session ends, and after which it ends in any case.
IDLE, LIFE = 2 * 3600, 12 * 3600
_MANY = 1000


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in: whose key, the word that every form must bear, and when it began and was last used (seconds)."""

    key_id: str
    token: str
    began: float
    used: float

    def over(self, moment: float) -> bool:
        """Whether it has ended."""
        return moment - self.used > IDLE or moment - self.began > LIFE


class Sessions:
    """The sessions of one process; what is kept of a cookie is its digest."""

    def __init__(
        self, key_of: Callable[[str], Key | None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._key_of, self._clock = key_of, clock
        self._held: dict[str, Session] = {}
        self._lock = Lock()

    def begin(self, key: Key) -> str:
        """A new session for a key; gives the secret of its cookie."""
        secret = secrets.token_urlsafe(32)
        moment = self._clock()
        with self._lock:
            self._held = {d: s for d, s in self._held.items() if not s.over(moment)}
            while len(self._held) >= _MANY:
                del self._held[min(self._held, key=lambda d: self._held[d].used)]
            self._held[_digest(secret)] = Session(key.id, secrets.token_urlsafe(24), moment, moment)
        return secret

    def get(self, secret: str) -> Session | None:
        """The session of a cookie, unless it has ended."""
        moment, digest = self._clock(), _digest(secret)
        with self._lock:
            found = self._held.get(digest)
            if found is None or found.over(moment):
                self._held.pop(digest, None)
                return None
            self._held[digest] = replace(found, used=moment)
            return found

    def key(self, secret: str) -> Key | None:
        """The key that a cookie stands for; a key that was revoked since stands for nothing."""
        session = self.get(secret)
        key = self._key_of(session.key_id) if session else None
        return key if key is not None and not key.revoked_at else None

    def end(self, secret: str) -> None:
        """Sign out."""
        with self._lock:
            self._held.pop(_digest(secret), None)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
