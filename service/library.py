"""What is loaded, kept at hand: documents, and facts and passages of each, read once (在库资料)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TypeVar

from ingest.facts import FactStore
from ingest.ledger import Ledger
from ingest.model import Check, Chunk, Document, Fact
from ingest.reviews import without_dismissed
from ingest.text import fold
from ingest.units import is_row_of, row_head
from service.accounts.lexicon import Lexicon, read_lexicon
from service.figures.held import HeldFacts
from service.model import Body, documents_to_bodies
from service.read.misspelt import Printed
from service.scope.called import called_of
from service.scope.roll import Roll
from service.text.lexical import Index, Leaf

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

#: Documents whose facts and passages stay in memory; under one id they change only by what people decide.
_KEPT = 256

#: A document, and a number that grows with every correction of it and every decision on its checks.
_Stamped = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What counted at one moment: the store's generation, decisions by document, documents and bodies."""

    generation: int = 0
    stamps: dict[str, int] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    bodies: Roll = field(default_factory=Roll)
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    mark: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A body and all figures of its documents."""

    body: Body
    facts: HeldFacts


class Library:
    """Documents of the store grouped by body; facts and passages by document, the last used kept in memory."""

    def __init__(self, store: FactStore) -> None:
        self._store = store
        self._ledger = Ledger(store.database)
        self._loaded = _Loaded()
        self._facts: OrderedDict[_Stamped, list[Fact]] = OrderedDict()
        self._held: OrderedDict[tuple[tuple[_Stamped, str], ...], HeldFacts] = OrderedDict()
        self._leaves: OrderedDict[str, Leaf] = OrderedDict()
        self._indexes: OrderedDict[tuple[str, ...], Index] = OrderedDict()
        self._lexicons: OrderedDict[tuple[tuple[_Stamped, str], ...], Lexicon] = OrderedDict()
        self._printed: OrderedDict[tuple[_Stamped, ...], Printed] = OrderedDict()
        self._checks: OrderedDict[_Stamped, list[Check]] = OrderedDict()
        self._dismissed: OrderedDict[_Stamped, list[Check]] = OrderedDict()
        self._lock, self._reading = Lock(), Lock()

    def documents(self) -> list[Document]:
        """The documents that count, as they are now: one may have been added, replaced or removed by another process.

        So may a figure have been corrected: what was decided since is heeded from here on.
        """
        return self._current().documents

    def mark(self) -> int:
        """A number that grows when a document has come or gone, or anything was decided on one, by any process."""
        return self._current().mark

    def mark_at_hand(self) -> int:
        """The mark, where it is known without waiting that nothing has changed since it was last asked for; else 0."""
        loaded = self._loaded
        unchanged = loaded.mark > 0 and self._store.database.unchanged_since(loaded.generation)
        return loaded.mark if unchanged else 0

    def _current(self) -> _Loaded:
        loaded = self._loaded
        if loaded.mark and self._store.database.generation() == loaded.generation:
            return loaded
        with self._reading:  # one reads for all that wait
            loaded, generation = self._loaded, self._store.database.generation()
            if not loaded.mark or generation != loaded.generation:
                self._loaded = loaded = self._reread(loaded, generation)
            return loaded

    def _reread(self, loaded: _Loaded, generation: int) -> _Loaded:
        # The generation was asked for first: what changes while this is read makes the next question read again.
        stamps, documents = self._ledger.stamps(), self._store.documents(current=True)
        if loaded.mark and (stamps, documents) == (loaded.stamps, loaded.documents):
            return replace(loaded, generation=generation)
        bodies, units = Roll(documents_to_bodies(documents)), self._units(documents, loaded.units)
        return _Loaded(generation, stamps, documents, bodies, units, loaded.mark + 1)

    def _units(
        self, documents: Sequence[Document], known: dict[str, tuple[str, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """Units by document; under one id they do not change, so that only what has come is read."""
        read = self._store.units([d.id for d in documents if d.id not in known])
        return {d.id: known.get(d.id) or read.get(d.id, ()) for d in documents}

    def units(self, document_id: str) -> tuple[str, ...]:
        """Bodies below the one that published a document, of which its tables print figures."""
        return self._loaded.units.get(document_id, ())

    def bodies(self, documents: Sequence[Document]) -> Roll:
        """The bodies that published them."""
        loaded = self._loaded
        if documents is loaded.documents:
            return loaded.bodies
        return Roll(documents_to_bodies(list(documents)))

    def passages(self, ids: Sequence[str]) -> list[Chunk]:
        """These passages, in the order of the ids; one that is not there is left out."""
        found = {chunk.id: chunk for chunk in self._store.passages(ids)}
        return [found[key] for key in ids if key in found]

    def facts(self, documents: Sequence[Document]) -> HeldFacts:
        """Facts of several documents in their order."""
        return self._kept(self._held, tuple((self._stamped(d.id), d.entity) for d in documents), self._hold)

    def held_by(self, name: str) -> Held | None:
        """The body of a name with all its figures; None where there is none."""
        body = next((b for b in self.bodies(self.documents()) if b.name == name), None)
        return Held(body, self.facts(body.documents)) if body is not None else None

    def _hold(self, owned: Sequence[tuple[_Stamped, str]]) -> HeldFacts:
        # A table by units prints figures of bodies below the one whose document it is: they are not its own.
        return HeldFacts(
            fact if fact.entity in ("", entity) else replace(fact, entity=entity)
            for stamped, entity in owned
            for fact in self._kept(self._facts, stamped, self._read_facts)
            if fact.entity in ("", entity) or self._is_row_of(fact, entity)
        )

    def _is_row_of(self, fact: Fact, unit: str) -> bool:
        """Whether a project or purchase of the department stands in a row of this unit, by a short name too."""
        if is_row_of(fact, unit):
            return True
        units, head = self.units(fact.document_id), row_head(fact)
        return bool(head) and called_of(head, units, fact.entity) == unit

    def index(self, documents: Sequence[Document]) -> Index:
        """Passages of several documents in their order, to be searched by their words."""
        return self._kept(self._indexes, tuple(d.id for d in documents), self._index)

    def prints(self, bodies: Sequence[Body], word: str) -> bool:
        """Whether the passages of one of the bodies hold a word."""
        return any(word in text for body in bodies for text in self.index(body.documents).texts)

    def knows(self, name: str, keys: Sequence[str]) -> bool:
        """Whether the documents of the one body with a key have an account of a name."""
        spoken = [body for body in self.bodies(self.documents()) if body.key in keys]
        return len(spoken) == 1 and fold(name) in self.lexicon(spoken[0].documents).words

    def lexicon(self, documents: Sequence[Document]) -> Lexicon:
        """The names that questions about these documents may use."""
        key = tuple((self._stamped(d.id), d.entity) for d in documents)
        with self._lock:
            if key in self._lexicons:
                self._lexicons.move_to_end(key)
                return self._lexicons[key]
        lexicon = read_lexicon(self.facts(documents))
        with self._lock:
            self._lexicons[key] = lexicon
            while len(self._lexicons) > _KEPT:
                self._lexicons.popitem(last=False)
        return lexicon

    def printed(self, documents: Sequence[Document]) -> Printed:
        """Names and passages of these documents, to put misspelt words right by."""
        return self._kept(self._printed, tuple(self._stamped(d.id) for d in documents), lambda _: Printed.of(
            [*self.lexicon(documents).words, *self.index(documents).texts]
        ))  # fmt: skip

    def checks(self, document_id: str) -> list[Check]:
        """What one document's own checks found, but for what somebody dismissed."""
        return self._kept(self._checks, self._stamped(document_id), self._read_checks)

    def dismissed(self, document_id: str) -> list[Check]:
        """The checks of one document that somebody found to be no matter."""
        stamped = self._stamped(document_id)
        return self._kept(self._dismissed, stamped, self._read_dismissed) if stamped[1] else []

    def amended(self, document_id: str) -> list[Fact]:
        """The figures of one document that were corrected by hand."""
        stamped = self._stamped(document_id)
        return (
            [f for f in self._kept(self._facts, stamped, self._read_facts) if f.amended] if stamped[1] else []
        )

    def facts_in(self, document_id: str) -> list[Fact]:
        """All figures of one document, those of bodies below its own too."""
        return self._kept(self._facts, self._stamped(document_id), self._read_facts)

    def _stamped(self, document_id: str) -> _Stamped:
        return document_id, self._loaded.stamps.get(document_id, 0)

    def _read_facts(self, stamped: _Stamped) -> list[Fact]:
        return self._store.facts(stamped[0])

    def _read_dismissed(self, stamped: _Stamped) -> list[Check]:
        told = self.checks(stamped[0])
        return [check for check in self._store.checks(stamped[0]) if check not in told]

    def _read_checks(self, stamped: _Stamped) -> list[Check]:
        document_id, decisions = stamped
        checks = self._store.checks(document_id)
        return without_dismissed(checks, self._ledger.reviews(document_id)) if decisions else checks

    def _index(self, ids: Sequence[str]) -> Index:
        return Index(self._kept(self._leaves, key, self._leaf) for key in ids)

    def _leaf(self, document_id: str) -> Leaf:
        return Leaf.of(self._store.chunks(document_id))

    def _kept(self, cache: OrderedDict[K, T], key: K, read: Callable[[K], T]) -> T:
        with self._lock:
            if key in cache:
                cache.move_to_end(key)
                return cache[key]
        value = read(key)
        with self._lock:
            cache[key] = value
            while len(cache) > _KEPT:
                cache.popitem(last=False)
        return value
